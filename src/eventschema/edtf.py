"""The values of EDTF (ISO 8601-2, the Extended Date/Time Format) that a record can hold.

Understood are a year, a month and a day, a decade ("199X"), a season, quarter or half of a year
("2025-21", "2025-33", "2025-40"), an interval ("2025-05-04/2025-05-05") that may be open at one end
("2024-12-28/.."), one day out of several ("[..2025-05-05]"), and the marks "~" (approximate), "?"
(uncertain) and "%" (both).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

_MONTHS = {month: (month, 1) for month in range(1, 13)}
_SEASONS = {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3)}
_QUARTERS = {33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3)}
_HALVES = {40: (1, 6), 41: (7, 6)}
# The two digits after the year, to the first month and the number of months. EDTF leaves open when
# a season is: here they are the northern ones, in whole months, winter running into the next year.
_MONTH_CODES = _MONTHS | _SEASONS | _QUARTERS | _HALVES

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?[~?%]?", re.ASCII)
_DECADE = re.compile(r"(\d{3})X[~?%]?", re.ASCII)
_ONE_OF = re.compile(r"\[(.*?)\.\.(.*)\]")


def _months(year: int, first: int, count: int) -> tuple[date, date]:
    year_after, month_before = divmod(first + count - 2, 12)
    last_year, last_month = year + year_after, month_before + 1
    last_day = monthrange(last_year, last_month)[1]
    return date(year, first, 1), date(last_year, last_month, last_day)


def _one_date(value: str) -> tuple[date, date]:
    if decade := _DECADE.fullmatch(value):
        first = int(decade[1]) * 10
        return date(first, 1, 1), date(first + 9, 12, 31)
    match = _DATE.fullmatch(value)
    if match is None:
        raise ValueError(f"{value!r} is no year, month, day, season or decade")
    year = int(match[1])
    if match[3]:
        day = date(year, int(match[2]), int(match[3]))
        return day, day
    if match[2] is None:
        return _months(year, 1, 12)
    code = int(match[2])
    if code not in _MONTH_CODES:
        raise ValueError(f"{match[2]} is no month, season, quarter or half-year")
    return _months(year, *_MONTH_CODES[code])


def _between(first: str, last: str, *, opened: str) -> tuple[date | None, date | None]:
    start = None if first == opened else _one_date(first)[0]
    end = None if last == opened else _one_date(last)[1]
    if start is None and end is None:
        raise ValueError("both ends are open")
    if start is not None and end is not None and start > end:
        raise ValueError("it ends before it starts")
    return start, end


@lru_cache(maxsize=1024)
def _bounds(value: str) -> tuple[date | None, date | None]:
    if one_of := _ONE_OF.fullmatch(value):
        return _between(one_of[1], one_of[2], opened="")
    first, slash, last = value.partition("/")
    return _between(first, last, opened="..") if slash else _one_date(value)


def bounds(value: str) -> tuple[date | None, date | None]:
    """The first and the last day that an EDTF value covers, None where it is open.

    Raises ValueError for anything outside the subset of this module, for a day that the calendar
    does not have, and for an interval that ends before it starts.
    """
    try:
        return _bounds(value)
    except ValueError as error:
        raise ValueError(f"{value!r} is not an EDTF value: {error}") from error


def is_valid(value: str) -> bool:
    """Whether `bounds` can read the value."""
    try:
        bounds(value)
    except ValueError:
        return False
    return True
