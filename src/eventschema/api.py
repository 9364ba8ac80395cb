"""The front door for Python: functions for those who need no extractor of their own."""

from __future__ import annotations

import asyncio
import atexit
import warnings
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from threading import Lock

from eventschema.article import Article, Unreadable
from eventschema.draft import DRAFTS, EventDraft, event_type
from eventschema.errors import CompletionError, ConfigurationError
from eventschema.extractor import Extractor, connected
from eventschema.models.port import Model
from eventschema.models.settings import ModelSettings
from eventschema.outcome import Outcome
from eventschema.plan import Plan
from eventschema.schema import BaseEvent
from eventschema.traffic import Traffic


class IncompleteWarning(UserWarning):
    """Some questions about an article were not answered: events may be missing."""


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


_one_at_a_time = Lock()


def _shared(name: str | None) -> Model:
    """The model that all calls with this name share; a cache alone lets threads make several."""
    with _one_at_a_time:
        return _kept(name)


@cache
def _kept(name: str | None) -> Model:
    model = connected(ModelSettings.choose(name), Traffic())
    atexit.register(model.close)
    return model
