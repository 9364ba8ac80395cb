from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventschema.language.date_rules import (
    Reading,
    Reference,
    approximate,
    edge,
    months_from,
    nearest,
    on,
    stretch,
    week_of,
)

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(DAYS)
def test_weeks_run_from_monday_to_sunday(day: date) -> None:
    """The week of a day has seven days, starts on a Monday and has the day in it."""
    week = week_of(day)
    assert week.start.weekday() == 0
    assert week.end - week.start == timedelta(days=6)
    assert week.start <= day <= week.end


@given(DAYS, st.integers(-600, 600))
def test_months_from_a_day(day: date, months: int) -> None:
    """So many months on lies in the month counted, never on a later day of it."""
    moved = months_from(day, months)
    assert (moved.year - day.year) * 12 + moved.month - day.month == months
    assert moved.day <= day.day


def test_the_last_of_a_long_month_moves_to_the_last_of_a_short_one() -> None:
    """31 January and a month is the end of February."""
    assert months_from(date(2024, 1, 31), 1) == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("edtf", "approximated"),
    [
        ("2019", "2019~"),
        ("2019~", "2019~"),
        ("2019/..", "2019~/.."),
        ("2025-05-04/2025-05-05", "2025-05-04~/2025-05-05~"),
        ("[..2025]", "[..2025]"),
    ],
)
def test_approximate_marks_the_ends(edtf: str, approximated: str) -> None:
    """The mark stands at each end that is a date."""
    assert approximate(Reading(edtf, "year")).edtf == approximated


def test_nearest_looks_the_way_of_the_event() -> None:
    """The past ends with the publication day, what lies ahead begins with it."""
    today = date(2025, 5, 5)
    days = [on(today + timedelta(days=n)) for n in (-2, -1, 1, 2)]
    assert nearest(days, Reference(today, ahead=False)) == days[1]
    assert nearest(days, Reference(today, ahead=True)) == days[2]
    assert nearest([on(today)], Reference(today, ahead=False)) == on(today)
    assert nearest([on(today)], Reference(today, ahead=True)) == on(today)
    assert nearest([], Reference(today, ahead=False)) is None
    assert nearest([], Reference(today, ahead=True)) is None


def test_edges_and_stretches() -> None:
    """An interval's end is as coarse as its precision; one day is no interval."""
    day = date(2025, 5, 5)
    assert [edge(day, unit) for unit in ("week", "season", "decade")] == [
        "2025-05-05",
        "2025-05",
        "2025",
    ]
    assert stretch(day, day, "day").edtf == "2025-05-05"


def test_open_readings() -> None:
    """A reading without a first or last day is open, and ends at the calendar's own."""
    since = Reading("2025-05-05/..", "day")
    assert since.is_open
    assert since.end == date.max
    assert Reading("../2025", "year").start == date.min
    assert not on(date(2025, 5, 5)).is_open
