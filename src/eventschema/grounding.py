"""Stage: find every string of a draft in the article, and leave out what is not there.

A draft's strings are claims to be quotes. Each is sought in the sentences that the draft cites,
then in those around them, then in the rest of what the model was shown.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from eventschema.draft import RECORD_FIELD, EventDraft, GroundedDraft, Value
from eventschema.language.names import is_placeholder
from eventschema.quotation import Passage
from eventschema.schema import ValueWarning, WarningReason
from eventschema.span import Quote, Span

NEIGHBORS = 1
"""How many sentences away from the cited ones a date or a count may stand and still be theirs."""


@dataclass(frozen=True, slots=True)
class Ungrounded:
    """A draft that reports nothing the article says, and why."""

    reason: Literal["no_core", "no_support"]
    detail: str


def ground(
    draft: EventDraft, passage: Passage, sentences: Sequence[Span]
) -> GroundedDraft | Ungrounded:
    """The draft with its quotes found in `passage`, or why it is no event of this article.

    `sentences` are the spans of the numbered sentences, the first being number 1.
    """
    cited = {number - 1 for number in draft.sentences if 0 < number <= len(sentences)}
    core = _Search(passage, sentences, cited).nearest(draft.what)
    if core is None:
        return Ungrounded("no_core", f"{draft.what!r} does not stand in the article")
    if not draft.is_plausible():
        return Ungrounded("no_core", f"{draft.what!r} is no name of such an event")
    search = _Search(passage, sentences, cited | _home(core, sentences))
    walk = _Walk(search, draft.nearby)
    values = walk.fields(draft, "")
    support = _support(search, core, values)
    if not _speak_of(draft, support):
        detail = f"the sentences around {core.text!r} speak of no such event"
        return Ungrounded("no_support", detail)
    return GroundedDraft(type(draft), core, values | {"what": core}, support, tuple(walk.warnings))


def problems(draft: EventDraft, passage: Passage) -> list[str]:
    """What is wrong with a draft that a reask may mend: a core that is not in the article."""
    if passage.find(draft.what):
        return []
    return [f"{draft.what!r} does not stand in the article; copy its words exactly"]


class _Search:
    """Finds quotes, those near the cited sentences first."""

    def __init__(self, passage: Passage, sentences: Sequence[Span], cited: set[int]) -> None:
        self.sentences = sentences
        self.cited = cited
        self._passage = passage

    def nearest(self, words: str) -> Quote | None:
        """The occurrence of `words` nearest to the cited sentences, the first of equals."""
        spans = self._passage.find(words)
        if not spans:
            return None
        return Quote.cut(self._passage.text, min(spans, key=self.distance))

    def cut(self, index: int) -> Quote:
        """The sentence at `index`, as a quote."""
        return Quote.cut(self._passage.text, self.sentences[index])

    def distance(self, span: Span) -> int:
        """How many sentences lie between `span` and the nearest cited one; 0 inside one."""
        homes = _sentences_of(span, self.sentences)
        return min(
            (abs(home - cited) for home in homes for cited in self.cited),
            default=len(self.sentences),
        )


class _Walk:
    """Goes through a draft's fields and keeps what the search confirms."""

    def __init__(self, search: _Search, nearby: frozenset[str]) -> None:
        self.warnings: list[ValueWarning] = []
        self._search = search
        self._nearby = nearby

    def fields(self, draft: BaseModel, path: str) -> dict[str, Value]:
        """The fields of `draft`, those left out being null; `path` is its place in the record."""
        return {
            name: self._field(name, field, getattr(draft, name), path)
            for name, field in type(draft).model_fields.items()
        }

    def _field(self, name: str, field: FieldInfo, value: object, path: str) -> Value:
        place = f"{path}/{RECORD_FIELD.get(name, name)}"
        if isinstance(value, list):
            return self._items(field, value, place)
        return self._leaf(field, value, place, near=name in self._nearby)

    def _items(self, field: FieldInfo, values: Sequence[object], place: str) -> list[Value]:
        kept: list[Value] = []
        for value in values:
            if isinstance(value, BaseModel):
                item = self._nested(value, place, len(kept))
            else:
                item = self._leaf(field, value, place, near=False)
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
            self._warn(place, str(getattr(draft, name)), "not_in_text")
        return None

    def _leaf(self, field: FieldInfo, value: object, place: str, *, near: bool) -> Value:
        if not isinstance(value, str) or _is_closed(field.annotation):
            return value if isinstance(value, str | int | float) else None
        if is_placeholder(value):
            return None
        quote = self._search.nearest(value)
        if quote is None:
            self._warn(place, value, "not_in_text")
        elif near and self._search.distance(quote.span) > NEIGHBORS:
            self._warn(place, value, "outside_support")
            return None
        return quote

    def _warn(self, place: str, value: str, reason: WarningReason) -> None:
        if not is_placeholder(value):
            self.warnings.append(ValueWarning(path=place, value=value, reason=reason))


def _is_closed(annotation: object) -> bool:
    """Whether the annotation allows words of a closed vocabulary only."""
    return get_origin(annotation) is Literal or any(map(_is_closed, get_args(annotation)))


def _home(quote: Quote, sentences: Sequence[Span]) -> set[int]:
    return set(_sentences_of(quote.span, sentences))


def _sentences_of(span: Span, sentences: Sequence[Span]) -> list[int]:
    first = bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1
    homes = takewhile(lambda i: sentences[i].start < span.end, range(max(first, 0), len(sentences)))
    return [i for i in homes if sentences[i].overlaps(span)]


def _support(search: _Search, core: Quote, values: Mapping[str, Value]) -> tuple[Quote, ...]:
    """The core's sentence, then the cited ones that hold at least one value of the record."""
    held = {i for quote in _quotes(values) for i in _sentences_of(quote.span, search.sentences)}
    homes = sorted(_home(core, search.sentences))
    others = sorted((held & search.cited) - set(homes))
    return tuple(search.cut(i) for i in (*homes, *others))


def _quotes(value: object) -> Iterator[Quote]:
    if isinstance(value, Quote):
        yield value
    elif isinstance(value, dict):
        yield from (quote for item in value.values() for quote in _quotes(item))
    elif isinstance(value, list):
        yield from (quote for item in value for quote in _quotes(item))


def _speak_of(draft: EventDraft, support: Sequence[Quote]) -> bool:
    return draft.signs is None or any(draft.signs.search(quote.text) for quote in support)
