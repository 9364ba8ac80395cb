"""Numbers in digits and words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventschema.language.numerals import NUMBER, VAGUE, value

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def spelled(number: int, *, link: str = " and ", hyphen: str = "-") -> str:
    """The English words for a number under 1000."""
    hundreds, rest = divmod(number, 100)
    if hundreds:
        tail = link + spelled(rest, hyphen=hyphen) if rest else ""
        return f"{spelled(hundreds)} hundred{tail}"
    if rest < 20:
        return SMALL.split()[rest]
    tens, units = divmod(rest, 10)
    return TENS.split()[tens - 2] + (hyphen + spelled(units) if units else "")


@pytest.mark.parametrize("link", [" and ", " "])
@pytest.mark.parametrize("hyphen", ["-", " "])
def test_every_number_under_a_thousand_is_read_back(link: str, hyphen: str) -> None:
    """Words are matched whole and have the value they were made from."""
    for number in range(1000):
        words = spelled(number, link=link, hyphen=hyphen)
        assert re.fullmatch(NUMBER, words, re.IGNORECASE)
        assert value(words) == number


@given(st.integers(min_value=0, max_value=10**9))
def test_separated_numerals_are_read_back(number: int) -> None:
    """Thousands may stand apart by a comma, a blank or a thin blank."""
    for separator in (",", " ", "\u202f", ""):
        numeral = f"{number:,}".replace(",", separator)
        assert re.fullmatch(NUMBER, numeral)
        assert value(numeral) == number


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a hundred", 100),
        ("a hundred and one", 101),
        ("half a dozen", 6),
        ("a half-dozen", 6),
        ("half a million", 500_000),
        ("1.5 million", 1_500_000),
        ("two dozen", 24),
        ("a score", 20),
        ("three thousand two hundred and seven", 3207),
        ("two hundred and six thousand", 206_000),
        ("three hundred thousand", 300_000),
        ("a married couple", 2),
        ("both", 2),
    ],
)
def test_multiples_and_scales_multiply(words: str, expected: int) -> None:
    """Dozens, scores, hundreds and thousands multiply what stands before them."""
    assert re.fullmatch(NUMBER, words, re.IGNORECASE)
    assert value(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("dozens", 12), ("tens of thousands", 10_000), ("scores", 20), ("several hundred", 100)],
)
def test_a_vague_plural_is_worth_one_unit(words: str, expected: int) -> None:
    """The word "dozens" is read as one dozen."""
    assert re.fullmatch(VAGUE, words)
    assert value(words) == expected


@pytest.mark.parametrize("words", ["12th", "450km", "2.1", "second", "someone", "1,20"])
def test_what_is_no_whole_number_does_not_match(words: str) -> None:
    """Ordinals, measures, decimals and words with a number inside are none."""
    assert re.fullmatch(NUMBER, words) is None


@pytest.mark.parametrize("number", ["555 " * 200, "555," * 200 + "555 million", "hundred " * 200])
def test_no_number_is_infinite(number: str) -> None:
    """A row of a table is a number that nobody counts."""
    assert value(number) == 10**15
