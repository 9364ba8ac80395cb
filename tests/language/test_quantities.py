"""Numbers of people with the words that bound them."""

from __future__ import annotations

import pytest

from eventschema.language.quantities import Bounds, is_of_people, quantities, quantity_at


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
