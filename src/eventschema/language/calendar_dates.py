"""Dates that words name by their place in the calendar: "5 May 2025", "April 22-25", "Monday".

What the words leave out (the year of "April 22") comes from the publication date: the nearest
such day that is not after it or, for what lies ahead, not before it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from eventschema import edtf
from eventschema.language.calendar_words import DAY, IN_YEAR, MONTH, PART_OF_DAY, WEEKDAY, shape
from eventschema.language.date_rules import (
    COARSENESS,
    Reading,
    Reference,
    RelativeRule,
    Rule,
    months_from,
    nearest,
    stretch,
    week_of,
)
from eventschema.language.partial_dates import BARE_DAY, DATE, DATED, MONTH_DAY, Partial, partial
from eventschema.language.sought import Sought

# 29 February comes back after eight years at the latest (1896, 1904).
_YEARS_AROUND = 8
_MONTHS_AROUND = 12
_WEEKS_AROUND = 2
# News names days that are farther off than this rarely without their year.
_SLIP = timedelta(days=60)


_PAIRS = (
    (MONTH_DAY, BARE_DAY + IN_YEAR + "?"),
    (BARE_DAY, DATE),
    (DATED, DATED),
)


def _spans(before: str, between: str) -> list[Sought]:
    return [shape(f"{before}(?P<left>{left}){between}(?P<right>{right})") for left, right in _PAIRS]


_SINGLE = shape(f"(?P<left>{DATED})")
_RANGES = [
    *_spans("(?:from )?", rf"(?: {PART_OF_DAY})?(?:\s*-\s*| (?:to|into|until|till|through|thru) )"),
    *_spans("between ", " and "),
]
_LISTS = [
    *_spans("", " and "),
    shape(rf"(?P<left>{WEEKDAY}), (?:{WEEKDAY}, )*{WEEKDAY},? and (?P<right>{WEEKDAY})"),
]


def _sides(match: re.Match[str]) -> tuple[Partial, Partial] | None:
    left = partial(match["left"])
    right = partial(match.groupdict().get("right") or match["left"])
    return (left, right) if left and right else None


def _fits(side: Partial, value: str) -> bool:
    return not side.day or side.weekday in (None, date.fromisoformat(value).weekday())


def _is_year(*sides: Partial) -> bool:
    return all(side.precision == "year" for side in sides)


def _span(left: Partial, right: Partial, year: int) -> Reading | None:
    """From `left` to `right`, in `year` where they name none; None if the calendar has no such."""
    left = replace(left, month=left.month or (right.month if left.day else None))
    right = replace(right, month=right.month or (left.month if right.day else None))
    if bool(left.month) != bool(right.month) or not (left.month or _is_year(left, right)):
        return None
    start = left.edtf(left.year or right.year or year)
    end = right.edtf(right.year or left.year or year)
    if (left.month or 0) > (right.month or 0) and start > end:
        start, end = _across_new_year(left, right, start, end)
    value = start if left == right else f"{start}/{end}"
    if not edtf.is_valid(value):
        return None
    precision = max(left.precision, right.precision, key=COARSENESS.index)
    return Reading(value, precision, _fits(left, start) and _fits(right, end))


def _across_new_year(left: Partial, right: Partial, start: str, end: str) -> tuple[str, str]:
    if right.year is None:
        return start, right.edtf(int(end[:4]) + 1)
    if left.year is None:
        return left.edtf(int(start[:4]) - 1), end
    return start, end


def _years_around(left: Partial, right: Partial, published: date) -> list[Reading]:
    years = range(published.year - _YEARS_AROUND, published.year + _YEARS_AROUND + 1)
    return [one for year in years if (one := _span(left, right, year))]


def _months_around(left: Partial, right: Partial, published: date) -> list[Reading]:
    readings = []
    for months in range(-_MONTHS_AROUND, _MONTHS_AROUND + 1):
        month = months_from(published.replace(day=1), months)
        first = replace(left, month=month.month)
        if one := _span(first, replace(right, month=month.month), month.year):
            readings.append(one)
    return readings


def weekdays_in(week: Reading, left: Partial, right: Partial) -> Reading | None:
    """From the one weekday to the other, the first of them in the week; None if it is a date."""
    if left.weekday is None or right.weekday is None:
        return None
    start = week.start + timedelta(days=left.weekday)
    return stretch(start, start + timedelta(days=(right.weekday - left.weekday) % 7), "day")


def _weeks_around(left: Partial, right: Partial, published: date) -> list[Reading]:
    days = [published + timedelta(weeks=n) for n in range(-_WEEKS_AROUND, _WEEKS_AROUND + 1)]
    return [one for day in days if (one := weekdays_in(week_of(day), left, right))]


def occurrences(left: Partial, right: Partial, published: date) -> list[Reading]:
    """The days around the publication date that the fields fit, in the order of time.

    Of years for "April 22" and "November", of months for "the 14th", of weeks for "Monday".
    """
    if left.year or right.year:
        return []
    if left.month or right.month:
        return _years_around(left, right, published)
    if left.day and right.day:
        return _months_around(left, right, published)
    if left.day or right.day:
        return []
    return _weeks_around(left, right, published)


def _explicit(match: re.Match[str]) -> Reading | None:
    sides = _sides(match)
    return _span(*sides, 0) if sides and any(side.year for side in sides) else None


def _nearest_by_weekday(readings: list[Reading], reference: Reference) -> Reading | None:
    """The nearest reading on the event's side or, if its weekday is wrong and it is far off, the
    nearest one on the other side whose weekday is right.

    A wrong weekday beside a day close to the publication is a slip, and no sign of another year.
    """
    near = nearest(readings, reference)
    if near is None or near.consistent or abs(near.start - reference.published) <= _SLIP:
        return near
    other = nearest(readings, replace(reference, ahead=not reference.ahead))
    return other if other and other.consistent else near


def _chosen(
    sides: tuple[Partial, Partial], readings: list[Reading], reference: Reference
) -> Reading | None:
    if all(side.weekday is None for side in sides):
        return nearest(readings, reference)
    if sides[0].month or sides[1].month:
        return _nearest_by_weekday(readings, reference)
    if reference.ahead:
        readings = [one for one in readings if one.start > reference.published]
    return nearest(readings, reference)


def _without_year(match: re.Match[str], reference: Reference) -> Reading | None:
    sides = _sides(match)
    return sides and _chosen(sides, occurrences(*sides, reference.published), reference)


def _is_unbroken(reading: Reading, items: int) -> bool:
    first, slash, last = reading.edtf.partition("/")
    if not slash:
        return False
    after, before = Reading(last, reading.precision).start, Reading(first, reading.precision).end
    return (after - before).days == items - 1


def _items(match: re.Match[str]) -> int:
    return max(2, len(re.findall(rf"\b{WEEKDAY}", match[0])))


def _explicit_list(match: re.Match[str]) -> Reading | None:
    reading = _explicit(match)
    return reading if reading and _is_unbroken(reading, _items(match)) else None


def _list_without_year(match: re.Match[str], reference: Reference) -> Reading | None:
    sides = _sides(match)
    if sides is None:
        return None
    readings = occurrences(*sides, reference.published)
    readings = [one for one in readings if _is_unbroken(one, _items(match))]
    if not reference.ahead and sides[1].day is None:
        readings = [one for one in readings if one.end <= reference.published]
    return _chosen(sides, readings, reference)


EXPLICIT = (
    *(Rule(pattern, _explicit) for pattern in (_SINGLE, *_RANGES)),
    *(Rule(pattern, _explicit_list) for pattern in _LISTS),
)
"""Dates that name their year."""

YEARLESS = (
    *(RelativeRule(pattern, _without_year) for pattern in (_SINGLE, *_RANGES)),
    *(RelativeRule(pattern, _list_without_year) for pattern in _LISTS),
)
"""Dates that leave out their year, their month, or all but the weekday."""

SHAPES = (_SINGLE, *_RANGES, shape(rf"(?:the )?{DAY} and (?:the )?{DAY} (?:of )?{MONTH}{IN_YEAR}?"))
"""Their shapes in running text, where "May 5 and 6" may be a date and a number."""
