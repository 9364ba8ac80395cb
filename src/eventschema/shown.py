"""An article made ready for its readers: the sentences that are shown, numbered from 1."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from eventschema.article import Article
from eventschema.draft import EventDraft
from eventschema.quotation import Passage
from eventschema.span import Span

_GAP = re.compile(r"\s{4,}")
"""White space as between the columns of a table; rules that allow any would try all its parts."""


@dataclass(frozen=True)
class ShownArticle:
    """An article and the spans of its shown sentences.

    `reference` is the day from which relative dates count, null where none is known.
    """

    article: Article
    reference: date | None
    spans: Sequence[Span]

    @cached_property
    def passage(self) -> Passage:
        """What may be quoted."""
        return Passage(self.article.text, self.spans)

    @cached_property
    def sentences(self) -> Mapping[int, str]:
        """The sentences by their numbers, as they stand in the article but for wide gaps, each of
        which is one blank.
        """
        text = self.article.text
        return {
            number: _GAP.sub(" ", text[span.start : span.end])
            for number, span in enumerate(self.spans, start=1)
        }

    def windows(self, size: int) -> Iterator[Mapping[int, str]]:
        """The sentences by their numbers, in stretches of at most `size` code points."""
        window: dict[int, str] = {}
        length = 0
        for number, sentence in self.sentences.items():
            if window and length + len(sentence) > size:
                yield window
                window, length = {}, 0
            window[number] = sentence
            length += len(sentence)
        if window:
            yield window


def showing(draft: type[EventDraft], sentences: Mapping[int, str]) -> list[int]:
    """The numbers of the sentences that have a word without which no report of the type does.

    A type of a user's own that names no such words may stand in any of them.
    """
    signs = draft.signs
    return [n for n, sentence in sentences.items() if signs is None or signs.search(sentence)]
