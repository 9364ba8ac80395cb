"""Stage: find every string of a draft in the article, and leave out what is not there.

A draft's strings are claims to be quotes. Each is sought in the sentences that the draft cites,
then in those around them, then in the rest of what the model was shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args, get_origin

from pydantic import BaseModel

from eventschema.cited import CitedSentences
from eventschema.draft import RECORD_FIELD, Citation, EventDraft, NamedDraft
from eventschema.grounded import GroundedDraft, Value
from eventschema.language.names import bare, is_placeholder
from eventschema.quotation import Passage
from eventschema.schema import ValueWarning
from eventschema.span import Quote, Span
from eventschema.vocabularies import Proposer, WarningReason

NEIGHBORS = 1
"""How many sentences away from the cited ones a date or a count may stand and still be theirs."""


@dataclass(frozen=True, slots=True)
class Ungrounded:
    """A draft that reports nothing the article says, and why."""

    reason: Literal["no_core", "no_support"]
    detail: str


def ground(
    draft: EventDraft,
    passage: Passage,
    sentences: Sequence[Span],
    *,
    proposer: Proposer = "model",
) -> GroundedDraft | Ungrounded:
    """The draft with its quotes found in `passage`, or why it is no event of this article.

    `sentences` are the spans of the numbered sentences, the first being number 1. A model's choice
    of sentences and of words of closed vocabularies must be borne out by the sentences; the rules
    have chosen theirs by what the sentences say.
    """
    indices = {number - 1 for number in draft.sentences if 0 < number <= len(sentences)}
    cited = CitedSentences(passage, sentences, indices)
    if proposer == "rules":
        return _taken(draft, cited)
    core = _core(draft, cited)
    if isinstance(core, Ungrounded):
        return core
    cited = CitedSentences(passage, sentences, indices | {core})
    walk = _Walk(cited, draft, proposer)
    values = walk.fields(draft, "")
    support = _support(cited, core, values)
    if len(support) == 0:
        return Ungrounded(
            "no_support", "the sentences it cites hold no name, place or number of it"
        )
    evident = {
        name: _evident(values[name], found, support, ranked=name in draft.ranked)
        for name, found in draft.evident.items()
    }
    for name, word in evident.items():
        if values[name] not in (word, None):
            walk.warn(f"/{name}", str(values[name]), "unsupported")
    warnings = (*draft.unknown_words, *walk.warnings)
    return GroundedDraft(type(draft), values | evident, support, warnings, "model")


def _taken(draft: EventDraft, cited: CitedSentences) -> GroundedDraft | Ungrounded:
    """The draft of the rules, whose quotes alone are in question."""
    core = next(iter(_in_order(draft, cited)), None)
    if core is None:
        return Ungrounded("no_core", "it cites no sentence of the article")
    named = _named(draft)
    if named is not None and cited.nearest(named.name) is None:
        return Ungrounded("no_core", f"{named.name!r} does not stand in the article")
    walk = _Walk(cited, draft, "rules")
    values = walk.fields(draft, "")
    support = tuple(map(cited.cut, dict.fromkeys(_in_order(draft, cited))))
    return GroundedDraft(type(draft), values, support, tuple(walk.warnings), "rules")


def _evident(
    said: Value, signs: Mapping[str, re.Pattern[str]], support: Sequence[Quote], *, ranked: bool
) -> Value:
    """The word that was said if the sentences bear it out, else null or the first that they do."""
    sentences = " ".join(quote.text for quote in support)
    borne_out = [word for word, sign in signs.items() if sign.search(sentences)]
    if said in borne_out or said not in signs:
        return said
    return next(iter(borne_out), None) if ranked else None


def problems(draft: EventDraft, passage: Passage) -> list[str]:
    """What is wrong with a draft that a reask may mend: a name that is not in the article."""
    named = _named(draft)
    if named is None or passage.find(named.name):
        return []
    return [f"{named.name!r} does not stand in the article; copy its words exactly"]


def _core(draft: EventDraft, cited: CitedSentences) -> int | Ungrounded:
    """The index of the sentence that has the name or, without a name, the sign of the event."""
    named = _named(draft)
    if named is not None:
        return _named_core(named, cited)
    shown = (index for index in _in_order(draft, cited) if _has_sign(draft, cited.cut(index)))
    index = next(shown, None)
    if index is None:
        return Ungrounded("no_core", "none of the sentences it cites speaks of such an event")
    return index


def _named(draft: Citation) -> NamedDraft | None:
    return draft if isinstance(draft, NamedDraft) else None


def _named_core(draft: NamedDraft, cited: CitedSentences) -> int | Ungrounded:
    name = cited.nearest(draft.name)
    if name is None:
        return Ungrounded("no_core", f"{draft.name!r} does not stand in the article")
    if not draft.is_named():
        return Ungrounded("no_core", f"{draft.name!r} is no name of such a thing")
    return cited.homes(name.span)[0]


def _in_order(draft: EventDraft, cited: CitedSentences) -> list[int]:
    return [number - 1 for number in draft.sentences if number - 1 in cited.indices]


def _has_sign(draft: EventDraft, sentence: Quote) -> bool:
    return draft.signs is None or bool(draft.signs.search(sentence.text))


class _Walk:
    """Goes through a draft's fields and keeps what stands in the article."""

    def __init__(self, cited: CitedSentences, draft: EventDraft, proposer: Proposer) -> None:
        self.warnings: list[ValueWarning] = []
        self._proposer = proposer
        self._cited = cited
        self._draft = draft

    def fields(self, draft: BaseModel, path: str) -> dict[str, Value]:
        """The fields of `draft`, those left out being null; `path` is its place in the record."""
        closed = _closed(type(draft))
        values = ((name, getattr(draft, name)) for name in type(draft).model_fields)
        return {
            name: _chosen(value) if name in closed else self._field(name, value, path)
            for name, value in values
        }

    def _field(self, name: str, value: object, path: str) -> Value:
        place = f"{path}/{RECORD_FIELD.get(name, name)}"
        if isinstance(value, list):
            return self._items(value, place)
        leaf = self._leaf(value, place, near=name in self._draft.nearby)
        telling = self._draft.telling.get(name) if self._proposer == "model" else None
        if telling and isinstance(leaf, Quote) and not telling.search(self._cited.around(leaf)):
            self.warn(place, leaf.text, "outside_support")
            return None
        return leaf

    def _items(self, values: Sequence[object], place: str) -> list[Value]:
        kept: list[Value] = []
        for value in values:
            if isinstance(value, BaseModel):
                item = self._nested(value, place, len(kept))
            else:
                item = self._leaf(value, place, near=False)
            if item is not None and item not in kept:
                kept.append(item)
        return kept

    def _nested(self, draft: BaseModel, place: str, index: int) -> Value:
        """A draft inside the draft; without one of its required words it is left out whole."""
        before = len(self.warnings)
        values = self.fields(draft, f"{place}/{index}")
        missing = [
            name
            for name, f in type(draft).model_fields.items()
            if f.is_required() and not values[name]
        ]
        if not missing:
            return values
        del self.warnings[before:]
        for name in missing:
            self.warn(place, str(getattr(draft, name)), "not_in_text")
        return None

    def _leaf(self, value: object, place: str, *, near: bool) -> Value:
        if not isinstance(value, str):
            return value if isinstance(value, int | float) else None
        if is_placeholder(value):
            return None
        quote = self._cited.nearest(value)
        if quote is None and place.startswith("/participants/") and place.endswith("/name"):
            quote = self._cited.nearest(bare(value))
        if quote is None:
            self.warn(place, value, "not_in_text")
        elif near and self._cited.distance(quote.span) > NEIGHBORS:
            self.warn(place, value, "outside_support")
            return None
        return quote

    def warn(self, place: str, value: str, reason: WarningReason) -> None:
        """Tell that `value` was left out of the record at `place`, unless it stood for nothing."""
        if not is_placeholder(value):
            self.warnings.append(ValueWarning(path=place, value=value, reason=reason))


def _chosen(value: object) -> Value:
    """Words of a closed vocabulary, each once."""
    if isinstance(value, list):
        words = map(_chosen, value)
        return list(dict.fromkeys(word for word in words if isinstance(word, str)))
    return value if isinstance(value, str | int | float) else None


@cache
def _closed(draft: type[BaseModel]) -> frozenset[str]:
    """The fields that allow words of a closed vocabulary only."""
    fields = draft.model_fields.items()
    return frozenset(name for name, field in fields if _is_closed(field.annotation))


def _is_closed(annotation: object) -> bool:
    """Whether the annotation allows words of a closed vocabulary only."""
    return get_origin(annotation) is Literal or any(map(_is_closed, get_args(annotation)))


def _support(cited: CitedSentences, core: int, values: Mapping[str, Value]) -> tuple[Quote, ...]:
    """The core, then the other cited sentences, as far as they hold a value of the record.

    Empty where no value but a date stands in or beside any of them.
    """
    quotes = list(_quotes(values))
    telling = _quotes({name: value for name, value in values.items() if name != "when"})
    if not any(cited.distance(quote.span) <= NEIGHBORS for quote in telling):
        return ()
    held = {index for quote in quotes for index in cited.homes(quote.span)}
    others = sorted((held & cited.indices) - {core})
    return tuple(cited.cut(index) for index in (core, *others))


def _quotes(value: object) -> Iterator[Quote]:
    if isinstance(value, Quote):
        yield value
    elif isinstance(value, dict):
        yield from (quote for item in value.values() for quote in _quotes(item))
    elif isinstance(value, list):
        yield from (quote for item in value for quote in _quotes(item))
