"""Whether a quote stands in a text, and where.

Three rungs, tried in order; each forgives more noise and none forgives a fact:

1. *exact*: the same code points;
2. *folded*: case, accents, compatibility forms (ligatures, wide letters), quotation marks, dashes,
   hyphens and white space aside;
3. *worded*: the same words in the same order; the articles a, an and the, commas, and the British
   or American spelling of a word aside.

A quote never begins or ends inside a word or a number: "Mali" does not stand in "Somalia", nor
"200" in "1,200". Nothing is approximate beyond that: a changed digit, name, weekday or negation
makes another quote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from eventschema.folding import Folded, fold
from eventschema.span import Span

_HIDDEN = "\x00"
_EDGES = " \t\r\n.,;:!?'\"\u2018\u2019\u201c\u201d\u00ab\u00bb"
_TOKEN = re.compile(r"\d[\d.,:]*\d|\w+(?:'\w+)*|[^\w\s,]")
_IN_NUMBER = re.compile(r"[\d.,'\u2019 \u00a0\u202f]{2}")
_NUMBER = re.compile(r"\d(?:[\d.,'\u2019]|[ \u00a0\u202f](?=\d{3}(?!\d)))*\d")
_LONGEST_NUMBER = 20
_FEWEST_WORDS = 3
_SHORTEST_CAPITALS = 4

_ARTICLES = {"a", "an", "the"}
_SPELLINGS = {
    "apologis": "apologiz",
    "armour": "armor",
    "authoris": "authoriz",
    "behaviour": "behavior",
    "cancelled": "canceled",
    "cancelling": "canceling",
    "centre": "center",
    "criticis": "criticiz",
    "defence": "defense",
    "destabilis": "destabiliz",
    "emphasise": "emphasize",
    "endeavour": "endeavor",
    "favour": "favor",
    "finalis": "finaliz",
    "harbour": "harbor",
    "honour": "honor",
    "kilometre": "kilometer",
    "labour": "labor",
    "licence": "license",
    "manoeuvre": "maneuver",
    "metre": "meter",
    "mobilis": "mobiliz",
    "modernis": "moderniz",
    "neighbour": "neighbor",
    "neutralis": "neutraliz",
    "normalis": "normaliz",
    "offence": "offense",
    "operationalis": "operationaliz",
    "organis": "organiz",
    "pretence": "pretense",
    "programme": "program",
    "recognis": "recogniz",
    "rumour": "rumor",
    "stabilis": "stabiliz",
    "theatre": "theater",
    "travelled": "traveled",
    "travelling": "traveling",
}
_BRITISH = re.compile("|".join(sorted(_SPELLINGS, key=len, reverse=True)))

_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
)
"""Scripts that set no blank between words: a quote may begin and end anywhere in them."""


class Passage:
    """The part of a text in which quotes may stand, made ready to be searched many times."""

    def __init__(self, text: str, shown: Sequence[Span]) -> None:
        self.text = text
        self._beginnings = {span.start for span in shown}
        self._searched = _masked(text, shown)
        self._found: dict[str, tuple[Span, ...]] = {}

    def find(self, quote: str) -> tuple[Span, ...]:
        """Every place where `quote` stands, in order, by the first rung that finds any.

        Each span is half-open, in code points of the text, and covers nothing that is not shown.
        """
        words = quote.strip(_EDGES)
        if words not in self._found:
            self._found[words] = self._sought(words)
        return self._found[words]

    def _sought(self, words: str) -> tuple[Span, ...]:
        for rung in (self._exact, self._spaced, self._joined, self._worded):
            spans = tuple(span for span in rung(words) if self._is_whole(span))
            if spans:
                return spans
        return ()

    def _exact(self, words: str) -> Iterator[Span]:
        for start in _occurrences(words, self._searched):
            yield Span(start, start + len(words))

    def _spaced(self, words: str) -> Iterator[Span]:
        return self._folded(words, self._spaced_text, fold(words, hyphen=" "))

    def _joined(self, words: str) -> Iterator[Span]:
        return self._folded(words, self._joined_text, fold(words, hyphen=""))

    def _folded(self, words: str, text: Folded, sought: Folded) -> Iterator[Span]:
        wanted = sought.text.strip()
        for start in _occurrences(wanted, text.text):
            span = text.span(start, start + len(wanted))
            if span is not None and self._agree_in_case(words, span):
                yield span

    def _agree_in_case(self, quote: str, span: Span) -> bool:
        """Whether a single word is the same word in spite of its case: "US" is not "us".

        The capital that begins a sentence says nothing.
        """
        found = self.text[span.start : span.end]
        if any(character.isspace() for character in quote):
            return True
        if quote[0].isupper() == found[0].isupper():
            return True
        if span.start in self._beginnings and quote[1:] == found[1:]:
            return True
        return any(word.isupper() and len(word) >= _SHORTEST_CAPITALS for word in (quote, found))

    def _worded(self, words: str) -> Iterator[Span]:
        wanted = [token.word for token in _tokens(fold(words, hyphen=" "))]
        if len(wanted) < _FEWEST_WORDS:
            return
        for first in self._places.get(wanted[0], ()):
            window = self._tokens[first : first + len(wanted)]
            if [token.word for token in window] == wanted:
                yield Span(window[0].span.start, window[-1].span.end)

    def _is_whole(self, span: Span) -> bool:
        return not (_splits(self.text, span.start) or _splits(self.text, span.end))

    @cached_property
    def _spaced_text(self) -> Folded:
        return fold(self._searched, hyphen=" ")

    @cached_property
    def _joined_text(self) -> Folded:
        return fold(self._searched, hyphen="")

    @cached_property
    def _tokens(self) -> list[_Token]:
        return list(_tokens(self._spaced_text))

    @cached_property
    def _places(self) -> Mapping[str, Sequence[int]]:
        """Where each word stands among the tokens."""
        places: dict[str, list[int]] = {}
        for place, token in enumerate(self._tokens):
            places.setdefault(token.word, []).append(place)
        return places


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    span: Span


def _masked(text: str, shown: Sequence[Span]) -> str:
    masked = [_HIDDEN] * len(text)
    for span in shown:
        masked[span.start : span.end] = text[span.start : span.end]
    for before, after in pairwise(shown):
        between = text[before.end : after.start]
        if not between.strip():
            masked[before.end : after.start] = between
    return "".join(masked)


def _occurrences(sought: str, text: str) -> Iterator[int]:
    start = text.find(sought) if sought else -1
    while start >= 0:
        yield start
        start = text.find(sought, start + 1)


def _tokens(folded: Folded) -> Iterator[_Token]:
    for match in _TOKEN.finditer(folded.text):
        span = folded.span(match.start(), match.end())
        if span is not None and match[0] not in _ARTICLES:
            yield _Token(_BRITISH.sub(lambda british: _SPELLINGS[british[0]], match[0]), span)


def _splits(text: str, position: int) -> bool:
    """Whether `position` lies inside a word or a number of `text`."""
    if not 0 < position < len(text):
        return False
    before, after = text[position - 1], text[position]
    if _UNSPACED.match(before) or _UNSPACED.match(after):
        return False
    if _is_wordy(before) and _is_wordy(after):
        return True
    return _splits_number(text, position)


def _is_wordy(character: str) -> bool:
    return character.isalnum() or bool(re.match(r"[\w\u0300-\u036f]", character))


def _splits_number(text: str, position: int) -> bool:
    if not _IN_NUMBER.match(text, position - 1):
        return False
    first = max(0, position - _LONGEST_NUMBER)
    near = text[first : position + _LONGEST_NUMBER]
    return any(n.start() < position - first < n.end() for n in _NUMBER.finditer(near))
