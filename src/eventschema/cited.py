"""Where the words of a draft stand in an article: near the sentences that it cites, if they can."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from eventschema.quotation import Passage
from eventschema.span import Quote, Span

FEW = 100
"""Up to how many places of a quote are all compared; a dump may have a name 40,000 times."""
_START = attrgetter("start")


class CitedSentences:
    """Some sentences of a passage, by their `indices`; quotes are sought near them first."""

    def __init__(self, passage: Passage, sentences: Sequence[Span], indices: set[int]) -> None:
        self._sentences = sentences
        self.indices = indices
        self._passage = passage

    def nearest(self, words: str) -> Quote | None:
        """The occurrence of `words` nearest to the cited sentences, the first of equals."""
        spans = self._near(self._passage.find(words))
        return Quote.cut(self._passage.text, min(spans, key=self.distance)) if spans else None

    def _near(self, spans: Sequence[Span]) -> Sequence[Span]:
        """Of places in their order, those that may be the nearest; of a few, all."""
        if len(spans) <= FEW:
            return spans
        near = {span for index in self.indices for span in self._beside(index, spans)}
        return sorted(near) or spans[:1]

    def _beside(self, index: int, spans: Sequence[Span]) -> Sequence[Span]:
        """The places in a sentence, in the last one before it that has any, and the next behind."""
        sentence = self._sentences[index]
        before = spans[max(bisect_left(spans, sentence.start, key=_START) - 1, 0)]
        homes = [index, *self.homes(before)]
        first = bisect_left(spans, self._sentences[min(homes)].start, key=_START)
        return spans[first : bisect_left(spans, sentence.end, key=_START) + 1]

    def cut(self, index: int) -> Quote:
        """The sentence at `index`, as a quote."""
        return Quote.cut(self._passage.text, self._sentences[index])

    def around(self, quote: Quote) -> str:
        """The sentences in which `quote` stands."""
        homes = self.homes(quote.span)
        return " ".join(self.cut(home).text for home in homes)

    def distance(self, span: Span) -> int:
        """How many sentences lie between `span` and the nearest cited one; 0 inside one."""
        homes = self.homes(span)
        return min(
            (abs(home - cited) for home in homes for cited in self.indices),
            default=len(self._sentences),
        )

    def homes(self, span: Span) -> list[int]:
        """The indices of the sentences in which `span` lies."""
        first = bisect_right(self._sentences, span.start, key=_START) - 1
        found = []
        for index in range(max(first, 0), len(self._sentences)):
            sentence = self._sentences[index]
            if sentence.start >= span.end:
                break
            if sentence.overlaps(span):
                found.append(index)
        return found
