"""What a reader is shown: numbered sentences, in stretches, each of them once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventschema.article import Article
from eventschema.draft import DRAFTS, EventDraft, MeetingDraft
from eventschema.schema import BaseEvent
from eventschema.shown import ShownArticle, showing
from eventschema.span import Span

TEXT = "They met.\nAdvertisement\nIt  rained.\nThey will meet again."
SHOWN = [Span(0, 9), Span(24, 35), Span(36, 57)]
LENGTHS = st.lists(st.integers(1, 30), max_size=12)


class Anything(EventDraft):
    """A draft that names no signs."""

    record: ClassVar[type[BaseEvent]] = BaseEvent
    signs: ClassVar[re.Pattern[str] | None] = None


def shown(text: str = TEXT, *spans: Span) -> ShownArticle:
    """An article of which these sentences are shown."""
    return ShownArticle(Article(text=text), None, spans or SHOWN)


def of_lengths(lengths: list[int]) -> ShownArticle:
    """An article with sentences of these lengths."""
    starts = [sum(lengths[:place]) for place in range(len(lengths))]
    spans = [Span(start, start + one) for start, one in zip(starts, lengths, strict=True)]
    return ShownArticle(Article(text="x" * sum(lengths)), None, spans)


def test_sentences_are_numbered_from_one() -> None:
    """They stand as in the article, and what is not shown has no number."""
    assert shown().sentences == {1: "They met.", 2: "It  rained.", 3: "They will meet again."}


def test_only_what_is_shown_can_be_quoted() -> None:
    """The passage is made of the shown sentences, with the article's own offsets."""
    passage = shown().passage
    assert passage.find("rained") == (Span(28, 34),)
    assert passage.find("Advertisement") == ()


@given(LENGTHS, st.integers(1, 60))
def test_every_sentence_is_in_one_window(lengths: list[int], size: int) -> None:
    """One after the other the windows are the article, by the same numbers."""
    article = of_lengths(lengths)
    windows = list(article.windows(size))
    pairs = [pair for window in windows for pair in window.items()]
    assert pairs == list(article.sentences.items())
    assert all(windows)


@given(LENGTHS, st.integers(1, 60))
def test_a_window_holds_its_size_or_one_sentence(lengths: list[int], size: int) -> None:
    """A sentence that is longer than the size stands alone; it is never cut."""
    for window in of_lengths(lengths).windows(size):
        assert sum(map(len, window.values())) <= size or len(window) == 1


@given(LENGTHS, st.integers(1, 60))
def test_windows_are_as_few_as_they_can_be(lengths: list[int], size: int) -> None:
    """No window ends where its next sentence would have fitted."""
    windows = list(of_lengths(lengths).windows(size))
    for window, later in pairwise(windows):
        first = next(iter(later.values()))
        assert sum(map(len, window.values())) + len(first) > size


def test_an_article_of_nothing_has_no_window() -> None:
    """There is nothing to ask about."""
    assert list(of_lengths([]).windows(5)) == []


@pytest.mark.parametrize(
    ("draft", "numbers"), [(MeetingDraft, [11, 13]), (Anything, [11, 12, 13]), (DRAFTS[2], [])]
)
def test_a_type_is_sought_where_its_signs_are(draft: type[EventDraft], numbers: list[int]) -> None:
    """By the numbers of the sentences that have one; without signs it may be anywhere."""
    sentences: Mapping[int, str] = {11: "They met.", 12: "It rained.", 13: "They will meet again."}
    assert showing(draft, sentences) == numbers


def test_a_wide_gap_is_one_blank() -> None:
    """The blanks of a table are many, and rules that allow any number would try them all."""
    text = "They   met\r\n  in" + " " * 99 + "Graz."
    assert shown(text, Span(0, len(text))).sentences == {1: "They   met in Graz."}
