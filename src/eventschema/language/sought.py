"""Regular expressions that are sought only where a text has the first letters of a match.

News is read by hundreds of expressions of hundreds of words each, and hardly any of them is in a
given sentence. Tried at every letter they took nine tenths of the time that an article takes. So a
text is gone through once, for the first letters of its words; the expressions are tried at the
words that have theirs, which most often are none.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Generic, NamedTuple, TypeVar

from eventschema.language.openings import LENGTH, folded, openings

Match = re.Match[str]
Item = TypeVar("Item")

_START = re.compile(r"\b\w|[^\w\s]", re.ASCII)
# Letters that match one of ASCII without regard to case, and digits that are digits too.
_ODD = re.compile("[\u0130\u0131\u017f\u212a]|(?![0-9])\\d")


class Sought:
    """A regular expression, sought like `re.Pattern`; its matches begin where words begin.

    `needs` is an expression that every text with a match has a match of, and sooner found.
    """

    def __init__(self, pattern: str, flags: int = 0, *, needs: str | None = None) -> None:
        self.pattern = pattern
        self._compiled = re.compile(pattern, flags)
        self._needs = Sought(needs, flags) if needs else None
        self.match = self._compiled.match
        self.fullmatch = self._compiled.fullmatch

    @cached_property
    def openings(self) -> frozenset[str] | None:
        """The first letters of its matches; null where a match may begin anywhere."""
        return openings(self._compiled)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> Match | None:
        """The first match between two places of the text."""
        starts = self._starts(text)
        if starts is None:
            return self._compiled.search(text, start, end)
        for at in starts:
            if at >= start and (found := self.match(text, at, end)):
                return found
        return None

    def finditer(self, text: str) -> Iterator[Match]:
        """The matches, in their order, none overlapping another."""
        starts = self._starts(text)
        return self._compiled.finditer(text) if starts is None else self._found(text, starts)

    def sub(self, replacement: str | Callable[[Match], str], text: str) -> str:
        """The text with every match replaced."""
        return self._compiled.sub(replacement, text) if self.search(text) else text

    def _found(self, text: str, starts: Sequence[int]) -> Iterator[Match]:
        end = 0
        for start in starts:
            if start >= end and (found := self.match(text, start)):
                yield found
                end = found.end()

    def _starts(self, text: str) -> Sequence[int] | None:
        """Where matches may begin, in order; null where that is anywhere."""
        if self._needs and not self._needs.search(text):
            return ()
        words = _words(text)
        if self.openings is None or words is None:
            return None
        shared = self.openings & words.openings
        if len(shared) > 1:
            return sorted({at for opening in shared for at in words.starts[opening]})
        return words.starts[next(iter(shared))] if shared else ()


class Sieve(Generic[Item]):
    """Things with an expression each, of which a text is asked which it may have."""

    def __init__(self, items: Sequence[Item], patterns: Iterable[Sought]) -> None:
        self._items = items
        self._patterns = tuple(patterns)

    def likely(self, text: str) -> Sequence[Item]:
        """The things of whose expressions the text has the first letters, in their order."""
        words = _words(text)
        if words is None:
            return self._items
        shared = self._places.keys() & words.openings
        places = {at for opening in shared for at in self._places[opening]}
        return [self._items[at] for at in sorted(places | self._anywhere)]

    @cached_property
    def _anywhere(self) -> frozenset[int]:
        """The places of the things whose expressions may begin anywhere."""
        found = enumerate(pattern.openings for pattern in self._patterns)
        return frozenset(place for place, openings in found if openings is None)

    @cached_property
    def _places(self) -> Mapping[str, Sequence[int]]:
        """The places of the things by the openings of their expressions."""
        places: dict[str, list[int]] = {}
        for place, pattern in enumerate(self._patterns):
            for opening in pattern.openings or ():
                places.setdefault(opening, []).append(place)
        return places


def sieve(*patterns: Sought) -> Sieve[Sought]:
    """The sieve of expressions that stand for themselves."""
    return Sieve(patterns, patterns)


class _Words(NamedTuple):
    """Where the words of a text start that open with given letters."""

    starts: Mapping[str, Sequence[int]]
    openings: frozenset[str]


@lru_cache(maxsize=2048)
def _words(text: str) -> _Words | None:
    """The text's words by their openings of every length; null where some letters are odd ones."""
    if not text.isascii() and _ODD.search(text):
        return None
    spelled = folded(text) + " " * LENGTH
    starts: dict[str, list[int]] = {}
    for found in _START.finditer(spelled):
        start = found.start()
        for end in range(start + 1, start + LENGTH + 1):
            starts.setdefault(spelled[start:end], []).append(start)
    return _Words(starts, frozenset(starts))
