"""eventschema itself, through its Python API."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from importlib import metadata

from eventschema import Article, BaseEvent, CompletionError, Extractor, Plan
from eventschema.models.settings import LOCAL
from systems.served import Extract, Served


def version() -> str:
    """The version that is installed."""
    return metadata.version("eventschema")


def opened(served: Served) -> AbstractContextManager[Extract]:
    """Extract with the served model."""
    plan = Plan(passes=served.passes)
    if served.embedded:  # found where it is served, and asked as it is by default
        return extracting(LOCAL, base_url=None, plan=plan)
    return extracting(served.endpoint.model, base_url=served.endpoint.base_url, plan=plan)


@contextmanager
def extracting(model: str | None, *, base_url: str | None, plan: Plan) -> Iterator[Extract]:
    """Extract with any model; an article of which no question was answered raises."""
    with Extractor(model, base_url=base_url, plan=plan) as extractor:

        def extract(article: Article) -> Sequence[BaseEvent]:
            outcome = extractor.extract(article)
            if outcome.status == "failed":
                raise CompletionError("; ".join(outcome.problems))
            return outcome.events

        yield extract
