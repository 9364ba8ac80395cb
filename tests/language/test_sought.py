"""Expressions that are sought only at words that open like a match of theirs."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventschema.language.openings import folded, openings
from eventschema.language.sought import Sieve, Sought, sieve

PATTERNS = (
    (r"\b(?:bomb(?:ed|ing)?|blew\s+up|a (?:car )?bomb)\b", re.IGNORECASE),
    (r"\b(?:the|these)\s+two\b(?!\s+of)|\bboth\b", re.IGNORECASE),
    (r"(?<![\w./$-])(?:~|about )?\d{1,3}(?:,\d{3})*\s*(?:men|killed)", re.IGNORECASE),
    (r"(?<![\w-])(?:[KkSs]ix|kill)\w*", re.IGNORECASE),
    (r"(?<!\bnot )(?<!\w)(?:at|in) (?:the )?[A-Z]\w+", 0),
    (r"(?<!\w)(?:may|march) \d", re.ASCII),
    (r"\bkill(?:ed)?+\b|\bk\S{2,}?ed\b", re.IGNORECASE),
    (r"\b\w+ bombs?|\bthe bomb", re.IGNORECASE),
    (r"bomb", 0),
    (r"\b(?:car)?[- ]?bombs?", re.IGNORECASE),
    (r"(?<=\bthe )bombs?|(?<![^\w])x", 0),
    (r"\bkill(?=ed)|\b(?P<one>two) (?P=one)", re.IGNORECASE),
)
WORDS = (
    "bomb Bombed bombing blew up a car-bomb the these two of both ~12 men 1,200 killed not at in"
    " Kabul KABUL may 5 march \u212aix \u017fix \u0130n k\u0131lled \u0663 men \u00e9bomb"
    " bomb\u00e9 the\u00a0bomb two two two x _bomb bomb_ K\u00e9d \n (bomb) \u201cbomb\u201d"
)
TEXTS = st.lists(st.sampled_from(WORDS.split(" ")) | st.text(max_size=3)).map(" ".join) | st.text()


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
@given(text=TEXTS, start=st.integers(0, 30), end=st.integers(0, 60))
def test_what_is_sought_is_found_as_by_re(
    pattern: str, flags: int, text: str, start: int, end: int
) -> None:
    """Searching, going through all matches and replacing them give what `re` gives."""
    known, sought = re.compile(pattern, flags), Sought(pattern, flags)
    found = [match.span() for match in sought.finditer(text)]
    assert found == [match.span() for match in known.finditer(text)]
    one, other = sought.search(text, start, end), known.search(text, start, end)
    assert (one and one.span()) == (other and other.span())
    assert sought.sub("#", text) == known.sub("#", text)


@given(TEXTS)
def test_what_a_match_needs_is_sought_before_it(text: str) -> None:
    """A text without the words that every match has is not gone through."""
    pattern = r"\b[A-Z]\w+ (?:was )?(?:killed|bombed)\b"
    sought = Sought(pattern, needs=r"\b(?:killed|bombed)\b")
    found = [match.span() for match in sought.finditer(text)]
    assert found == [match.span() for match in re.finditer(pattern, text)]


@given(TEXTS)
def test_a_sieve_lets_through_all_that_is_found(text: str) -> None:
    """What a text has is among what it may have, in order."""
    patterns = [Sought(*pattern) for pattern in PATTERNS]
    likely = Sieve(range(len(patterns)), patterns).likely(text)
    found = [at for at, pattern in enumerate(patterns) if pattern.search(text)]
    assert list(likely) == sorted(likely)
    assert set(found) <= set(likely)


def test_a_sieve_keeps_back_what_is_not_there() -> None:
    """Expressions whose first letters a text has not are not tried."""
    bomb, raid = Sought(r"\bbomb"), Sought(r"\braid")
    assert sieve(bomb, raid).likely("A raid at dawn.") == [raid]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\b(?:bombs?|the two)\b", {"bomb", "the "}),
        (r"\b(?:a\s|an\b)", {"a ", "an"}),
        (r"(?<![\w-])\d{1,2}:\d\d", {"0:00", "00:0"}),
        (r"\b[Tt]wo?", {"tw"}),
        (r"\bx*y", {"y", "xy", "xxy", "xxxy", "xxxx"}),
        (r"\b(?:x|[^y])", None),
        (r"\b(?:car)?[- ]?bomb", None),
        (r"bomb", None),
        (r"(?<![^\w])bomb", None),
        (r"\b(?:bomb)?", None),
    ],
)
def test_openings_are_read_from_the_expression(pattern: str, expected: set[str] | None) -> None:
    """Up to four letters; none where a match may be empty or begin anywhere."""
    assert openings(re.compile(pattern, re.IGNORECASE)) == expected


def test_folding_keeps_every_place_and_knows_the_odd_letters() -> None:
    """Beyond ASCII four letters match one of it; one alone changes the length of a text."""
    characters = [chr(code) for code in range(128, sys.maxunicode + 1)]
    letters = re.compile("[a-z]", re.IGNORECASE)
    odd = {character for character in characters if letters.match(character)}
    assert odd == {"\u0130", "\u0131", "\u017f", "\u212a"}
    assert {character for character in characters if len(folded(character)) > 1} == {"\u0130"}
    blank = [character for character in characters if re.match(r"\s", character)]
    assert {folded(character) for character in blank} == {" "}
