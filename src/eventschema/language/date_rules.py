"""What a date phrase can be read as, and how a reading is chosen among several."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from eventschema import edtf
from eventschema.language.sought import Sought
from eventschema.vocabularies import DatePrecision

# How an interval writes its ends: EDTF has no interval of weeks, and none of seasons or decades.
_LENGTHS: dict[DatePrecision, int] = {
    "day": len("2025-05-05"),
    "week": len("2025-05-05"),
    "month": len("2025-05"),
    "season": len("2025-05"),
    "year": len("2025"),
    "decade": len("2025"),
}
_MONTHS_IN_YEAR = 12
COARSENESS: tuple[DatePrecision, ...] = ("day", "week", "month", "season", "year", "decade")
"""The units of a date, from the finest to the coarsest."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase was read as; `consistent` is false where its weekday does not fit its date.

    Raises ValueError if the value is not EDTF, as for a day that the calendar does not have.
    """

    edtf: str
    precision: DatePrecision
    consistent: bool = True

    def __post_init__(self) -> None:
        edtf.bounds(self.edtf)

    @property
    def is_open(self) -> bool:
        """Whether the value has no first or no last day."""
        return None in edtf.bounds(self.edtf)

    @property
    def start(self) -> date:
        """The first day, `date.min` where there is none."""
        return edtf.bounds(self.edtf)[0] or date.min

    @property
    def end(self) -> date:
        """The last day, `date.max` where there is none."""
        return edtf.bounds(self.edtf)[1] or date.max


@dataclass(frozen=True, slots=True)
class Reference:
    """The publication date, and whether the event lies ahead of it."""

    published: date
    ahead: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A shape of phrase, and what it means; the meaning is None where the words make no date."""

    shape: Sought
    read: Callable[[re.Match[str]], Reading | None]


@dataclass(frozen=True, slots=True)
class RelativeRule:
    """A shape of phrase that has a meaning on a publication date only."""

    shape: Sought
    read: Callable[[re.Match[str], Reference], Reading | None]


def edge(day: date, precision: DatePrecision) -> str:
    """The end of an interval in EDTF, as coarse as the precision allows."""
    return day.isoformat()[: _LENGTHS[precision]]


def on(day: date) -> Reading:
    """The reading of one day."""
    return Reading(day.isoformat(), "day")


def stretch(start: date, end: date, precision: DatePrecision) -> Reading:
    """The reading of the days from `start` to `end`."""
    value = start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"
    return Reading(value, precision)


def week_of(day: date) -> Reading:
    """The reading of the week of the day, from Monday to Sunday (ISO 8601)."""
    monday = day - timedelta(days=day.weekday())
    return stretch(monday, monday + timedelta(days=6), "week")


def approximate(reading: Reading) -> Reading:
    """The reading with its ends marked as approximate."""
    if reading.edtf.startswith("["):
        return reading
    ends = [end if end == ".." else f"{end.rstrip('~')}~" for end in reading.edtf.split("/")]
    return replace(reading, edtf="/".join(ends))


def months_from(day: date, months: int) -> date:
    """The same day of the month so many months later, or the month's last day if it is shorter."""
    year, month_before = divmod(
        day.year * _MONTHS_IN_YEAR + day.month - 1 + months, _MONTHS_IN_YEAR
    )
    first = date(year, month_before + 1, 1)
    return first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))


def nearest(readings: Iterable[Reading], reference: Reference) -> Reading | None:
    """The last reading that begins by the publication date or, ahead, the first that is not over.

    `readings` are in the order of time.
    """
    if reference.ahead:
        return next((one for one in readings if one.end >= reference.published), None)
    begun = [one for one in readings if one.start <= reference.published]
    return begun[-1] if begun else None
