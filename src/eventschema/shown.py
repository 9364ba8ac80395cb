"""An article made ready for its readers: the sentences that are shown, numbered from 1."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from eventschema.article import Article
from eventschema.draft import EventDraft
from eventschema.quotation import Passage
from eventschema.span import Span


@dataclass(frozen=True, slots=True)
class ShownArticle:
    """An article and the spans of its shown sentences.

    `reference` is the day from which relative dates count, null where none is known.
    """

    article: Article
    reference: date | None
    spans: Sequence[Span]

    @property
    def passage(self) -> Passage:
        """What may be quoted."""
        return Passage(self.article.text, self.spans)

    @property
    def sentences(self) -> Mapping[int, str]:
        """The sentences by their numbers, as they stand in the article."""
        text = self.article.text
        return {
            number: text[span.start : span.end] for number, span in enumerate(self.spans, start=1)
        }

    def windows(self, size: int) -> Iterator[Mapping[int, str]]:
        """The sentences by their numbers, in stretches of at most `size` code points."""
        window: dict[int, str] = {}
        for number, sentence in self.sentences.items():
            if window and sum(map(len, window.values())) + len(sentence) > size:
                yield window
                window = {}
            window[number] = sentence
        if window:
            yield window


def showing(draft: type[EventDraft], sentences: Mapping[int, str]) -> list[int]:
    """The numbers of the sentences that have a word without which no report of the type does.

    A type of a user's own that names no such words may stand in any of them.
    """
    signs = draft.signs
    return [n for n, sentence in sentences.items() if signs is None or signs.search(sentence)]
