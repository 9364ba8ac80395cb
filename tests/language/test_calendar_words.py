from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventschema.language.calendar_words import (
    count,
    has_common_word,
    month_name,
    month_number,
    plain,
    shape,
    shift,
    weekday_number,
)


@given(st.text())
def test_plain_text_keeps_every_offset(text: str) -> None:
    """Plain text has one character for each of the text, none of them a letter beyond ASCII."""
    folded = plain(text)
    assert len(folded) == len(text)
    assert not any(character.isalpha() and not character.isascii() for character in folded)


def test_plain_text_has_one_dash_apostrophe_and_space() -> None:
    """Typographic dashes, apostrophes and spaces become the typewriter's, letters lower case."""
    assert plain("New\u00a0Year\u2019s \u2013 \u2212 MAY") == "new year's - - may"


def test_foreign_letters_stay_letters() -> None:
    """A word with a letter beyond ASCII never turns into a word of a date."""
    assert plain("M\u00e4y") == "m_y"
    assert not shape("may").search(plain("\u00e9may"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on may 5", True),
        ("on may\n5", True),
        ("on may 5,000", False),
        ("on may 5.5", False),
        ("on may 55", False),
        ("post-may 5", False),
        ("mid-may 5", True),
        ("$may 5", False),
    ],
)
def test_shapes_end_with_their_words(text: str, *, found: bool) -> None:
    """A shape matches whole words and numbers, whatever the white space between them."""
    assert bool(shape("may 5").search(text)) is found


def test_numbers_of_months_and_weekdays() -> None:
    """Names and abbreviations lead to the same number, and months back to a name."""
    assert [month_number(name) for name in ("january", "may", "sept.", "dec")] == [1, 5, 9, 12]
    assert [weekday_number(name) for name in ("monday", "thurs.", "sun")] == [0, 3, 6]
    assert [month_number(month_name(number)) for number in range(1, 13)] == [*range(1, 13)]


def test_counts_and_shifts() -> None:
    """Words for numbers and for before and after have their values."""
    assert [count(word) for word in ("a", "an", "12", "twelve", "a  couple of")] == [
        1,
        1,
        12,
        12,
        2,
    ]
    assert [shift(which) for which in ("last", "this", "next", "this past")] == [-1, 0, 1, -1]


@pytest.mark.parametrize(
    ("text", "common"), [("may 5", True), ("May 5", False), ("MAY", False), ("Maya", False)]
)
def test_common_words_are_those_without_capital(text: str, *, common: bool) -> None:
    """The word "may" may be a verb, "May" is taken for the month."""
    assert has_common_word(text) is common
