"""Places in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points, `start` included and `end` not: `text[start:end]`."""

    start: int
    end: int

    def __reduce__(self) -> tuple[type[Span], tuple[int, int]]:
        """The call that makes it, which pickle is sooner through with than with its own way."""
        return Span, (self.start, self.end)

    def shifted(self, by: int) -> Span:
        """The span that lies `by` code points further on."""
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether all of `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that stand in a text, with where they stand: `article.text[start:end] == text`."""

    text: str
    span: Span

    def __reduce__(self) -> tuple[type[Quote], tuple[str, Span]]:
        """See `Span.__reduce__`."""
        return Quote, (self.text, self.span)

    @classmethod
    def cut(cls, text: str, span: Span) -> Self:
        """The quote of `text` at `span`."""
        return cls(text[span.start : span.end], span)

    def part(self, span: Span) -> Quote:
        """The part of this quote at `span`, which counts from the quote's own start."""
        start = self.span.start
        return Quote(self.text[span.start : span.end], Span(start + span.start, start + span.end))
