from __future__ import annotations

from datetime import date

import pytest

from eventschema.language.partial_dates import Partial, partial


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("saturday, april 19", Partial(weekday=5, day=19, month=4)),
        ("the 5th of may, 2025", Partial(day=5, month=5, year=2025)),
        ("sept. 3", Partial(day=3, month=9)),
        ("may 2025", Partial(month=5, year=2025)),
        ("thurs.", Partial(weekday=3)),
        ("2025", Partial(year=2025)),
        ("the 14th", Partial(day=14)),
        ("2025-05-06", Partial(day=6, month=5, year=2025)),
        ("mon 06.05.2025", Partial(weekday=0, day=6, month=5, year=2025)),
        ("13/5/2025", Partial(day=13, month=5, year=2025)),
        ("5/13/2025", Partial(day=13, month=5, year=2025)),
        ("5/5/2025", Partial(day=5, month=5, year=2025)),
    ],
)
def test_fields(text: str, fields: Partial) -> None:
    """A date's fields are those that the words name."""
    assert partial(text) == fields


@pytest.mark.parametrize("text", ["3/4/2025", "31/2/2025", "2025-13-01", "31.02.2025"])
def test_no_fields(text: str) -> None:
    """Digits that are no day of the calendar, or may be two, have no fields."""
    assert partial(text) is None


def test_fields_agree_with_a_day() -> None:
    """Fields agree with the days that none of them contradicts."""
    assert Partial(weekday=0, day=5).agrees(date(2025, 5, 5))
    assert not Partial(weekday=1).agrees(date(2025, 5, 5))
    assert not Partial(month=4).agrees(date(2025, 5, 5))


def test_precision_and_value() -> None:
    """The smallest field gives the precision, and the value ends with it."""
    assert (Partial(month=5).precision, Partial(month=5).edtf(2025)) == ("month", "2025-05")
    assert (Partial().precision, Partial().edtf(2025)) == ("year", "2025")
    assert (Partial(weekday=0).precision, Partial(day=1, month=2).edtf(987)) == (
        "day",
        "0987-02-01",
    )
