"""Numbers of people with the words that bound them."""

from __future__ import annotations

import pytest

from eventschema.language.quantities import Bounds, is_of_people, is_person, quantities, quantity_at


def test_a_quantity_reaches_to_the_end_of_its_noun_phrase() -> None:
    """The bounding words begin it, the head noun ends it."""
    words = "They say at least two tall sailors on Friday, and 40 vans"
    (found,) = quantities(words)
    assert words[found.start : found.end] == "at least two tall sailors"
    assert found.bounds == Bounds(2, 2, None)


def test_a_quantity_begins_where_it_is_asked_for() -> None:
    """Nothing is skipped on the way to a number."""
    assert quantity_at("the 12 men", 0) is None
    assert quantity_at("the 12 men", 4) == (Bounds(12, 12, 12), 4, 10)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        (" soldiers", True),
        (" truck drivers", True),
        (" trucks", False),
        (" trucks of fighters", False),
        (" truck", False),
        (" per cent", False),
        ("-member delegation", True),
        ("-hour siege", False),
        (" of vehicles", False),
        ("", True),
    ],
)
def test_things_and_measures_are_no_people(phrase: str, *, expected: bool) -> None:
    """A thing counts as a head or a plural, not in front of another noun."""
    assert is_of_people(phrase) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a mother of three", []),
        ("the leader of the ten", []),
        ("a team of six", [6]),
        ("two fathers of three", [2]),
    ],
)
def test_a_person_of_a_number_is_not_the_number(words: str, expected: list[int]) -> None:
    """Behind "mother of" stand children or years, behind "team of" its members."""
    assert [found.bounds.best for found in quantities(words)] == expected


def test_the_words_for_more_begin_a_quantity() -> None:
    """Words for more and for all ("a further", "a total of") belong to their number."""
    words = "They shot a total of 40 men and then a further three."
    spans = [words[found.start : found.end] for found in quantities(words)]
    assert spans == ["a total of 40 men", "a further three"]


@pytest.mark.parametrize(
    ("word", "expected"), [("mothers", True), ("Officer", True), ("infant", True), ("team", False)]
)
def test_nouns_for_persons(word: str, *, expected: bool) -> None:
    """Trades, relations and ages of life are persons, groups are not."""
    assert is_person(word) is expected
