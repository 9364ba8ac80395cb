from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventschema import edtf


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-12", "2025-12-01", "2025-12-31"),
        ("2025-05-05", "2025-05-05", "2025-05-05"),
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("9999-12-31", "9999-12-31", "9999-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("2025-21", "2025-03-01", "2025-05-31"),
        ("2025-22", "2025-06-01", "2025-08-31"),
        ("2025-23", "2025-09-01", "2025-11-30"),
        ("2023-24", "2023-12-01", "2024-02-29"),
        ("2025-33", "2025-01-01", "2025-03-31"),
        ("2025-36", "2025-10-01", "2025-12-31"),
        ("2025-40", "2025-01-01", "2025-06-30"),
        ("2025-41", "2025-07-01", "2025-12-31"),
        ("2025-05-04/2025-05-05", "2025-05-04", "2025-05-05"),
        ("2025-01/2025-03", "2025-01-01", "2025-03-31"),
        ("2019/2021", "2019-01-01", "2021-12-31"),
        ("2025-05/2025-05-03", "2025-05-01", "2025-05-03"),
        ("2019~", "2019-01-01", "2019-12-31"),
        ("2025-05-05?", "2025-05-05", "2025-05-05"),
        ("198X%", "1980-01-01", "1989-12-31"),
        ("2025-05-04~/2025-05-05~", "2025-05-04", "2025-05-05"),
        ("[2025-05-04..2025-05-07]", "2025-05-04", "2025-05-07"),
    ],
)
def test_closed_values(value: str, start: str, end: str) -> None:
    """A closed value covers the days from its first to its last."""
    assert edtf.bounds(value) == (date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2024-12-28/..", date(2024, 12, 28), None),
        ("../2025-06", None, date(2025, 6, 30)),
        ("[..2025-05-05]", None, date(2025, 5, 5)),
        ("[2025..]", date(2025, 1, 1), None),
    ],
)
def test_open_values(value: str, start: date | None, end: date | None) -> None:
    """An open end is None."""
    assert edtf.bounds(value) == (start, end)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "today",
        "2025-02-31",
        "2025-02-29",
        "2025-13",
        "2025-00",
        "2025-20",
        "2025-05-00",
        "0000",
        "25",
        "2025-5-5",
        "20250505",
        "20XX",
        "2025-W19",
        "2025-05-05T10:00",
        " 2025",
        "2025\n",
        "٢٠٢٥",
        "9999-24",
        "2025-05-06/2025-05-05",
        "[2025-05-06..2025-05-05]",
        "../..",
        "[..]",
        "/2025",
        "2025/",
        "2025/2026/2027",
        "[2025]",
        "[..2025",
        "2025~~",
    ],
)
def test_refused_values(value: str) -> None:
    """What is no EDTF value, or no day of the calendar, raises ValueError and names itself."""
    with pytest.raises(ValueError, match="is not an EDTF value") as caught:
        edtf.bounds(value)
    assert repr(value) in str(caught.value)
    assert not edtf.is_valid(value)


@given(st.dates())
def test_every_day_is_its_own_bounds(day: date) -> None:
    """An ISO date begins and ends on itself."""
    assert edtf.bounds(day.isoformat()) == (day, day)


@given(st.dates(), st.dates())
def test_intervals_have_the_order_of_their_ends(first: date, second: date) -> None:
    """An interval is valid exactly if it does not end before it starts."""
    assert edtf.is_valid(f"{first}/{second}") == (first <= second)


@given(st.integers(1, 9998), st.sampled_from([*range(1, 13), *range(21, 25), *range(33, 37)]))
def test_months_seasons_and_quarters_are_whole(year: int, code: int) -> None:
    """A month, season or quarter starts on the first of a month and ends on the eve of another."""
    start, end = edtf.bounds(f"{year:04}-{code:02}")
    assert start is not None
    assert end is not None
    assert start.day == 1
    assert date.fromordinal(end.toordinal() + 1).day == 1


@given(st.text())
def test_any_text_is_read_or_refused(value: str) -> None:
    """No text makes anything but a value or a ValueError."""
    assert edtf.is_valid(value) in (True, False)
