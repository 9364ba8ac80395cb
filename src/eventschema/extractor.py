"""The front door for Python: an extractor holds a model, and turns articles into outcomes."""

from __future__ import annotations

import asyncio
import atexit
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from functools import cache
from types import TracebackType
from typing import Self

from eventschema.article import Article, Unreadable
from eventschema.draft import DRAFTS, EventDraft, event_type
from eventschema.errors import CompletionError, ConfigurationError
from eventschema.models.port import Model
from eventschema.models.settings import ModelSettings
from eventschema.outcome import Outcome
from eventschema.pipeline import run
from eventschema.plan import Plan
from eventschema.schema import BaseEvent

AHEAD = 2
"""How many articles for each worker are read before their turn: enough to keep it busy."""


class IncompleteWarning(UserWarning):
    """Some questions about an article were not answered: events may be missing."""


class Extractor:
    """Extracts events with one model, which it starts at once and keeps until it is closed."""

    def __init__(
        self,
        model: str | Model | None = None,
        *,
        base_url: str | None = None,
        plan: Plan | None = None,
        workers: int = 1,
        assembling: Callable[[int, int], None] | None = None,
    ) -> None:
        """Connect to `model`: a name (see `ModelSettings`), or any object of the shape of `Model`.

        `assembling` is told the bytes done and in all while the embedded model's weights are put
        together, which happens once on a machine.

        Raises:
            ConfigurationError: the model cannot be used; the message says what to do.

        """
        if workers < 1:
            raise ConfigurationError(f"workers must be 1 or more, not {workers}")
        self.workers = workers
        self._model: Model = (
            _connected(ModelSettings.choose(model, base_url=base_url), assembling)
            if model is None or isinstance(model, str)
            else model
        )
        self.plan = (plan or Plan()).fitting(small=self._model.is_small)

    @property
    def model(self) -> str:
        """The model's name, as the records give it."""
        return self._model.name

    def extract(self, article: Article | Unreadable) -> Outcome:
        """The outcome of one article; one that could not be read has failed.

        Raises:
            ConfigurationError: the model accepts no request at all.

        """
        if isinstance(article, Unreadable):
            return Outcome(article.id, "failed", problems=[str(article.error)])
        return run(article, model=self._model, plan=self.plan)

    def extract_many(self, articles: Iterable[Article | Unreadable]) -> Iterator[Outcome]:
        """One outcome for each article, in their order, as soon as it is there.

        Articles are taken from the iterable only a few ahead of the workers.

        Raises:
            ConfigurationError: the model accepts no request at all.

        """
        with ThreadPoolExecutor(self.workers) as pool:
            waiting: deque[Future[Outcome]] = deque()
            try:
                for article in articles:
                    waiting.append(pool.submit(self.extract, article))
                    if len(waiting) >= AHEAD * self.workers:
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            finally:
                pool.shutdown(wait=True, cancel_futures=True)

    def close(self) -> None:
        """Let go of the model; the embedded one ends."""
        self._model.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def extract(
    text: str | Article,
    *,
    published: date | None = None,
    model: str | None = None,
    types: Sequence[str | type[EventDraft]] | None = None,
) -> list[BaseEvent]:
    """The events of one article, with the default model or the one that `model` names.

    `published` is the day from which relative dates count. The model stays loaded for the next
    call. Warns with `IncompleteWarning` where some questions were not answered.

    Raises:
        CompletionError: no question was answered.
        ConfigurationError: the model cannot be used; the message says what to do.

    """
    article = text if isinstance(text, Article) else Article(text=text)
    if published is not None:
        article = article.model_copy(update={"published": published})
    extractor = Extractor(_shared(model), plan=Plan(types=drafts(types)))
    outcome = extractor.extract(article)
    if outcome.status == "failed":
        raise CompletionError("; ".join(outcome.problems))
    if outcome.status == "partial":
        warnings.warn("; ".join(outcome.problems), IncompleteWarning, stacklevel=2)
    return list(outcome.events)


async def aextract(
    text: str | Article,
    *,
    published: date | None = None,
    model: str | None = None,
    types: Sequence[str | type[EventDraft]] | None = None,
) -> list[BaseEvent]:
    """`extract` in a thread, for programs that run on asyncio."""
    return await asyncio.to_thread(extract, text, published=published, model=model, types=types)


def extract_many(
    articles: Iterable[Article | Unreadable],
    *,
    model: str | None = None,
    types: Sequence[str | type[EventDraft]] | None = None,
    workers: int = 1,
) -> Iterator[Outcome]:
    """One outcome for each article, in their order; otherwise like `extract`.

    Raises:
        ConfigurationError: the model cannot be used; the message says what to do.

    """
    plan = Plan(types=drafts(types))
    return Extractor(_shared(model), plan=plan, workers=workers).extract_many(articles)


def drafts(types: Sequence[str | type[EventDraft]] | None) -> Sequence[type[EventDraft]]:
    """The drafts that `types` name ("meeting") or are; all built-in ones for null.

    Raises:
        ConfigurationError: a name is none of the built-in types.

    """
    if types is None:
        return DRAFTS
    built_in: dict[object, type[EventDraft]] = {event_type(draft): draft for draft in DRAFTS}
    asked = [types] if isinstance(types, str) else list(types)
    unknown = [kind for kind in asked if kind not in built_in and not _is_draft(kind)]
    if unknown or not asked:
        named = ", ".join(map(repr, unknown)) or "none at all"
        names = ", ".join(map(str, built_in))
        raise ConfigurationError(f"no event type: {named}; the types are {names}")
    return [built_in[kind] if isinstance(kind, str) else kind for kind in asked]


def _is_draft(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, EventDraft)


def _connected(
    settings: ModelSettings, assembling: Callable[[int, int], None] | None = None
) -> Model:
    # openai and instructor take a second to import, which no help text should wait for.
    from eventschema.models.connecting import connect  # noqa: PLC0415

    return connect(settings, progress=assembling)


@cache
def _shared(name: str | None) -> Model:
    model = _connected(ModelSettings.choose(name))
    atexit.register(model.close)
    return model
