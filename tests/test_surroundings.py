"""What stands around the words of an article: never less than the words themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventschema.span import Quote, Span
from eventschema.surroundings import Surroundings

WORDS = [
    "May",
    "5,",
    "2024",
    "next",
    "year",
    "South",
    "Sudan",
    "of",
    "talks.",
    "They",
    "met\n",
    "7",
]
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)


def words(text: str, wanted: str) -> Quote:
    """The first place of these words."""
    start = text.index(wanted)
    return Quote.cut(text, Span(start, start + len(wanted)))


@st.composite
def quoted(draw: st.DrawFn) -> tuple[str, Quote]:
    """A text, and some words of it."""
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text) - 1))
    return text, Quote.cut(text, Span(start, draw(st.integers(start + 1, len(text)))))


@given(quoted())
def test_what_is_around_contains_the_words(given_quote: tuple[str, Quote]) -> None:
    """A sentence, a whole date and a whole country hold the words, and stand in the text."""
    text, quote = given_quote
    around = Surroundings(text)
    for whole in (around.sentence(quote), around.whole_date(quote), around.with_country(quote)):
        assert whole.span.contains(quote.span)
        assert text[whole.span.start : whole.span.end] == whole.text


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        ("met", "They met in Graz."),
        ("It", "It rained"),
        ("Graz.\nIt", "They met in Graz.\nIt rained"),
        ("last", "Then the last one left."),
    ],
)
def test_a_sentence_ends_at_the_next_one_or_at_its_line(wanted: str, sentence: str) -> None:
    """The stop between two sentences belongs to neither; words across a line have both."""
    text = "They met in Graz.\nIt rained. Then the last one left."
    assert Surroundings(text).sentence(words(text, wanted)).text.strip() == sentence


@pytest.mark.parametrize(
    ("wanted", "whole"),
    [
        ("year", "May next year"),
        ("May next", "May next year"),
        ("talks", "talks"),
        ("talks in May", "talks in May next year"),
    ],
)
def test_a_date_is_taken_whole(wanted: str, whole: str) -> None:
    """A part of a date expression means what the whole means; other words stay as they are."""
    text = "They plan talks in May next year. Nobody knows more."
    assert Surroundings(text).whole_date(words(text, wanted)).text == whole


@pytest.mark.parametrize(
    ("wanted", "whole"), [("Sudan", "South Sudan"), ("Juba", "Juba"), ("South", "South Sudan")]
)
def test_a_country_is_taken_whole(wanted: str, whole: str) -> None:
    """Half of a country's name is another country, or none."""
    text = "They flew from Juba in South Sudan. It rained."
    assert Surroundings(text).with_country(words(text, wanted)).text == whole


def test_the_countries_are_those_that_are_named() -> None:
    """By name or by adjective, wherever in the article; a town is no country."""
    text = "Austria hosted her Italian guest.\nThey met in Graz."
    assert Surroundings(text).countries == {"AUT", "ITA"}


def test_a_sentence_without_end_is_what_is_near() -> None:
    """In a text without stops no more is read than a sentence may have."""
    text = "word " * 10_000 + "May 5 " + "word " * 10_000
    quote = words(text, "May 5")
    around = Surroundings(text)
    assert around.sentence(quote).span.contains(quote.span)
    assert len(around.sentence(quote).text) < 5000
    assert around.whole_date(quote) == quote
