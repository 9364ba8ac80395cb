"""Stage: find every string of a draft in the article, and leave out what is not there.

A draft's strings are claims to be quotes. Each is sought in the sentences that the draft cites,
then in those around them, then in the rest of what the model was shown.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from operator import attrgetter
from typing import Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from eventschema.draft import RECORD_FIELD, Citation, EventDraft, NamedDraft
from eventschema.grounded import GroundedDraft, Value
from eventschema.language.names import bare, is_placeholder
from eventschema.quotation import Passage
from eventschema.schema import ValueWarning
from eventschema.span import Quote, Span
from eventschema.vocabularies import Proposer, WarningReason

NEIGHBORS = 1
"""How many sentences away from the cited ones a date or a count may stand and still be theirs."""
FEW = 100
"""Up to how many places of a quote are all compared; a dump may have a name 40,000 times."""
_START = attrgetter("start")


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
    cited = {number - 1 for number in draft.sentences if 0 < number <= len(sentences)}
    search = _Search(passage, sentences, cited)
    if proposer == "rules":
        return _taken(draft, search)
    core = _core(draft, search)
    if isinstance(core, Ungrounded):
        return core
    search = _Search(passage, sentences, cited | {core})
    walk = _Walk(search, draft, proposer)
    values = walk.fields(draft, "")
    support = _support(search, core, values)
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


def _taken(draft: EventDraft, search: _Search) -> GroundedDraft | Ungrounded:
    """The draft of the rules, whose quotes alone are in question."""
    core = next(iter(_in_order(draft, search)), None)
    if core is None:
        return Ungrounded("no_core", "it cites no sentence of the article")
    named = _named(draft)
    if named is not None and search.nearest(named.name) is None:
        return Ungrounded("no_core", f"{named.name!r} does not stand in the article")
    walk = _Walk(search, draft, "rules")
    values = walk.fields(draft, "")
    support = tuple(map(search.cut, dict.fromkeys(_in_order(draft, search))))
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


def _core(draft: EventDraft, search: _Search) -> int | Ungrounded:
    """The index of the sentence that has the name or, without a name, the sign of the event."""
    named = _named(draft)
    if named is not None:
        return _named_core(named, search)
    shown = (index for index in _in_order(draft, search) if _has_sign(draft, search.cut(index)))
    index = next(shown, None)
    if index is None:
        return Ungrounded("no_core", "none of the sentences it cites speaks of such an event")
    return index


def _named(draft: Citation) -> NamedDraft | None:
    return draft if isinstance(draft, NamedDraft) else None


def _named_core(draft: NamedDraft, search: _Search) -> int | Ungrounded:
    name = search.nearest(draft.name)
    if name is None:
        return Ungrounded("no_core", f"{draft.name!r} does not stand in the article")
    if not draft.is_named():
        return Ungrounded("no_core", f"{draft.name!r} is no name of such a thing")
    return _sentences_of(name.span, search.sentences)[0]


def _in_order(draft: EventDraft, search: _Search) -> list[int]:
    return [number - 1 for number in draft.sentences if number - 1 in search.cited]


def _has_sign(draft: EventDraft, sentence: Quote) -> bool:
    return draft.signs is None or bool(draft.signs.search(sentence.text))


class _Search:
    """Finds quotes, those near the cited sentences first."""

    def __init__(self, passage: Passage, sentences: Sequence[Span], cited: set[int]) -> None:
        self.sentences = sentences
        self.cited = cited
        self._passage = passage

    def nearest(self, words: str) -> Quote | None:
        """The occurrence of `words` nearest to the cited sentences, the first of equals."""
        spans = self._near(self._passage.find(words))
        return Quote.cut(self._passage.text, min(spans, key=self.distance)) if spans else None

    def _near(self, spans: Sequence[Span]) -> Sequence[Span]:
        """Of places in their order, those that may be the nearest; of a few, all."""
        if len(spans) <= FEW:
            return spans
        near = {span for index in self.cited for span in self._beside(index, spans)}
        return sorted(near) or spans[:1]

    def _beside(self, index: int, spans: Sequence[Span]) -> Sequence[Span]:
        """The places in a sentence, in the last one before it that has any, and the next behind."""
        sentence = self.sentences[index]
        before = spans[max(bisect_left(spans, sentence.start, key=_START) - 1, 0)]
        homes = [index, *_sentences_of(before, self.sentences)]
        first = bisect_left(spans, self.sentences[min(homes)].start, key=_START)
        return spans[first : bisect_left(spans, sentence.end, key=_START) + 1]

    def cut(self, index: int) -> Quote:
        """The sentence at `index`, as a quote."""
        return Quote.cut(self._passage.text, self.sentences[index])

    def around(self, quote: Quote) -> str:
        """The sentences in which `quote` stands."""
        homes = _sentences_of(quote.span, self.sentences)
        return " ".join(self.cut(home).text for home in homes)

    def distance(self, span: Span) -> int:
        """How many sentences lie between `span` and the nearest cited one; 0 inside one."""
        homes = _sentences_of(span, self.sentences)
        return min(
            (abs(home - cited) for home in homes for cited in self.cited),
            default=len(self.sentences),
        )


class _Walk:
    """Goes through a draft's fields and keeps what the search confirms."""

    def __init__(self, search: _Search, draft: EventDraft, proposer: Proposer) -> None:
        self.warnings: list[ValueWarning] = []
        self._proposer = proposer
        self._search = search
        self._draft = draft

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
        leaf = self._leaf(field, value, place, near=name in self._draft.nearby)
        telling = self._draft.telling.get(name) if self._proposer == "model" else None
        if telling and isinstance(leaf, Quote) and not telling.search(self._search.around(leaf)):
            self.warn(place, leaf.text, "outside_support")
            return None
        return leaf

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
            self.warn(place, str(getattr(draft, name)), "not_in_text")
        return None

    def _leaf(self, field: FieldInfo, value: object, place: str, *, near: bool) -> Value:
        if not isinstance(value, str) or _is_closed(field.annotation):
            return value if isinstance(value, str | int | float) else None
        if is_placeholder(value):
            return None
        quote = self._search.nearest(value)
        if quote is None and place.startswith("/participants/") and place.endswith("/name"):
            quote = self._search.nearest(bare(value))
        if quote is None:
            self.warn(place, value, "not_in_text")
        elif near and self._search.distance(quote.span) > NEIGHBORS:
            self.warn(place, value, "outside_support")
            return None
        return quote

    def warn(self, place: str, value: str, reason: WarningReason) -> None:
        """Tell that `value` was left out of the record at `place`, unless it stood for nothing."""
        if not is_placeholder(value):
            self.warnings.append(ValueWarning(path=place, value=value, reason=reason))


def _is_closed(annotation: object) -> bool:
    """Whether the annotation allows words of a closed vocabulary only."""
    return get_origin(annotation) is Literal or any(map(_is_closed, get_args(annotation)))


def _sentences_of(span: Span, sentences: Sequence[Span]) -> list[int]:
    first = bisect_right(sentences, span.start, key=_START) - 1
    homes = takewhile(lambda i: sentences[i].start < span.end, range(max(first, 0), len(sentences)))
    return [i for i in homes if sentences[i].overlaps(span)]


def _support(search: _Search, core: int, values: Mapping[str, Value]) -> tuple[Quote, ...]:
    """The core, then the other cited sentences, as far as they hold a value of the record.

    Empty where no value but a date stands in or beside any of them.
    """
    quotes = list(_quotes(values))
    telling = _quotes({name: value for name, value in values.items() if name != "when"})
    if not any(search.distance(quote.span) <= NEIGHBORS for quote in telling):
        return ()
    held = {index for quote in quotes for index in _sentences_of(quote.span, search.sentences)}
    others = sorted((held & search.cited) - {core})
    return tuple(search.cut(index) for index in (core, *others))


def _quotes(value: object) -> Iterator[Quote]:
    if isinstance(value, Quote):
        yield value
    elif isinstance(value, dict):
        yield from (quote for item in value.values() for quote in _quotes(item))
    elif isinstance(value, list):
        yield from (quote for item in value for quote in _quotes(item))
