"""When two names are one."""

from __future__ import annotations

import pytest

from eventschema.scoring.likeness import plain, same_person, similar


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Ñandú-Pact  (2)", "nandu pact 2"), ("...", ""), ("\ufb01ne", "fine")],
)
def test_plain_is_words_of_ascii(text: str, expected: str) -> None:
    """Case, accents, punctuation and ligatures do not count."""
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Grey Seal", "Exercise Grey Seal 2", True),
        ("Gray Seal", "Grey Seal", True),
        ("Pact on Rescue at Sea", "Sea Rescue Pact", True),
        ("Blue Heron", "Iron Heron", False),
        ("GS", "Grey GS", False),
        ("", "Grey Seal", False),
    ],
)
def test_names_are_similar(one: str, other: str, *, expected: bool) -> None:
    """A part, most words, or most letters; the order of the two does not matter."""
    assert similar(one, other) is similar(other, one) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Minister Aila Rautio", "Rautio", True),
        ("Aila Rautio", "Aila", True),
        ("General Bo", "General Ek", False),
        ("Gen Minister", "gen.", True),
        ("Aila Maria Ek", "Bo Maria Al", False),
        ("", "Aila", False),
    ],
)
def test_persons_are_the_same(one: str, other: str, *, expected: bool) -> None:
    """The first or the last word in common; a title alone is no name, unless it is all there is."""
    assert same_person(one, other) is same_person(other, one) is expected
