"""The fields of a date that words name: "Saturday, April 19" has a weekday, a month and a day."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from eventschema import edtf
from eventschema.language.calendar_words import (
    DAY,
    HOLIDAY,
    IN_YEAR,
    MONTH,
    ORDINAL_DAY,
    WEEKDAY,
    WHICH,
    YEAR,
    month_number,
    weekday_number,
)
from eventschema.vocabularies import DatePrecision


@dataclass(frozen=True, slots=True)
class Partial:
    """The fields of a date that the words name; `weekday` counts from Monday, 0."""

    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None

    @property
    def precision(self) -> DatePrecision:
        """The unit of the smallest field."""
        if self.day or self.weekday is not None:
            return "day"
        return "month" if self.month else "year"

    def edtf(self, year: int) -> str:
        """The EDTF value in the year; it may be no day of the calendar."""
        month = f"-{self.month:02}" if self.month else ""
        day = f"-{self.day:02}" if self.day else ""
        return f"{year:04}{month}{day}"

    def agrees(self, day: date) -> bool:
        """Whether none of the fields contradicts the day."""
        pairs = (
            (self.weekday, day.weekday()),
            (self.day, day.day),
            (self.month, day.month),
            (self.year, day.year),
        )
        return all(field is None or field == value for field, value in pairs)


_GAP = r"[\s,(]+"
_NUMERIC = r"\d{4}[-/.]\d{2}[-/.]\d{2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}"
_ITS_WEEKDAY = rf"(?:(?:{WHICH} )?{WEEKDAY}{_GAP})?"
MONTH_DAY = rf"{_ITS_WEEKDAY}{MONTH} (?:the )?{DAY}"
_DAY_MONTH = rf"{_ITS_WEEKDAY}(?:the )?{DAY} (?:of )?{MONTH}"
BARE_DAY = rf"{_ITS_WEEKDAY}(?:the )?{DAY}"
YEARLESS_DAY = rf"(?:{_DAY_MONTH}|{MONTH_DAY}|{_ITS_WEEKDAY}(?:{HOLIDAY}))"
DATE = (
    rf"(?:{_ITS_WEEKDAY}(?:{_NUMERIC})"
    rf"|{YEARLESS_DAY}{IN_YEAR}?)"
    rf"(?:\s*[,(]\s*{WEEKDAY})?"
)
DATED = rf"(?:{DATE}|{MONTH}{IN_YEAR}?|{YEAR}|{WEEKDAY}|the {ORDINAL_DAY})"
"""A date of any precision that stands for itself, with or without its year."""


def _numeric(text: str) -> Partial | None:
    first, second, third = (int(number) for number in re.findall(r"\d+", text))
    if year_first := re.match(r"\d{4}", text):
        first, third = third, first
    has_order = year_first or "." in text
    orders = {(first, second)} if has_order else {(first, second), (second, first)}
    dates = [Partial(day=day, month=month, year=third) for day, month in orders]
    possible = [one for one in dates if edtf.is_valid(one.edtf(third))]
    return possible[0] if len(possible) == 1 else None


def partial(text: str) -> Partial | None:
    """The fields that a `DATED` text names, None for an ambiguous one such as "3/4/2025"."""
    weekday = re.search(rf"\b{WEEKDAY}", text)
    month = re.search(rf"\b{MONTH}", text)
    year = re.search(rf"\b{YEAR}", text)
    day = re.search(rf"\b{DAY}(?!\d)", text)
    named = Partial(
        day=int(re.sub(r"\D", "", day[0])) if day else None,
        month=month_number(month[0]) if month else None,
        year=int(year[0]) if year else None,
    )
    numeric = re.search(_NUMERIC, text)
    fields = _numeric(numeric[0]) if numeric else named
    return fields and replace(fields, weekday=weekday_number(weekday[0]) if weekday else None)
