"""The English words and shapes of dates, as regular expressions over plain text.

A shape is written with plain spaces, in lower case, and made with `shape`; it is matched against
what `plain` gives, which is as long as its text: offsets in the one are offsets in the other.
"""

from __future__ import annotations

import re
import unicodedata

from eventschema.language.sought import Sought

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_APOSTROPHES = "\u2018\u2019\u02bc"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SHIFTS = {
    "this past": -1,
    "this coming": 1,
    "last": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
}
_UP_TO_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty"
)
_COUNTS = {word: number for number, word in enumerate(_UP_TO_TWENTY.split())} | {
    "a": 1,
    "an": 1,
    "a couple of": 2,
    "a dozen": 12,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""The EDTF code of each season."""

HOLIDAYS = {
    "new year'?s eve": "december 31",
    "new year'?s day": "january 1",
    "christmas eve": "december 24",
    "christmas day": "december 25",
    "boxing day": "december 26",
}
"""Shapes of the holidays that have a date of their own, and the date."""

MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
)
WEEKDAY = (
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|(?:mon|tues?|weds?|thu|thurs?|fri|sat|sun)\b\.?)"
)
SEASON = rf"(?:{'|'.join(SEASONS)})"
ORDINAL_DAY = r"(?:1st|2nd|3rd|2[0456789]th|21st|22nd|23rd|30th|31st|[4-9]th|1\dth)"
DAY = rf"(?:{ORDINAL_DAY}|(?:3[01]|[12]\d|0?[1-9])\b)"
# Four digits are a year from 1000 to 2199: earlier ones are figures, in the news.
YEAR = r"(?:(?:1\d|2[01])\d\d\b)"
WHICH = rf"(?:{'|'.join(_SHIFTS)})"
IN_YEAR = rf"(?:(?:\s*,\s*|\s+(?:of\s+)?)(?:{YEAR}|{WHICH} year|the year))"
NUMBER = (
    rf"(?:a couple of|a dozen|\d{{1,3}}|{'|'.join(word for word in _COUNTS if ' ' not in word)})"
)
HOLIDAY = rf"(?:{'|'.join(HOLIDAYS)})"
UNIT = r"(?:day|week|fortnight|month|year|decade)"
PART_OF_DAY = r"(?:morning|afternoon|evening|night|overnight)"

# Of the names of months and weekdays, those that are words of the language too.
_AMBIGUOUS = re.compile(r"(?<!\w)(?:may|march|mar|jan|sat|sun|mon|wed|fri|dec)(?!\w)", re.ASCII)


# What makes such a word part of a date all the same: "may 5", "in march last year".
_STRUCTURE = re.compile(rf"\d|\b(?:{WHICH}|the) years?\b", re.ASCII | re.IGNORECASE)


def _plain(character: str) -> str:
    if character.isascii():
        return character.lower()
    if character in _DASHES:
        return "-"
    if character in _APOSTROPHES:
        return "'"
    if character.isspace():
        return " "
    is_letter = character.isalnum() or unicodedata.combining(character)
    return "_" if is_letter else character


def plain(text: str) -> str:
    """The text in lower case with plain dashes, apostrophes and spaces, of the same length.

    Letters beyond ASCII become "_": no word of a date has one, and they still are letters.
    """
    return text.lower() if text.isascii() else "".join(map(_plain, text))


def shape(pattern: str) -> Sought:
    """The compiled pattern for whole words in plain text; each space of it matches any white space.

    A match does not begin within a word ("mid-" apart) or a sum of money, nor end within a number.
    """
    before = r"(?<![\w$£€])(?:(?<!\w-)|(?<=mid-))"
    return Sought(
        rf"{before}(?:{pattern})(?!\w)(?![.,]\d)".replace(" ", r"\s+"),
        re.ASCII,
    )


def month_number(name: str) -> int:
    """1 to 12 for the name of a month or its abbreviation, plain."""
    return _MONTHS.index(name[:3]) + 1


def month_name(number: int) -> str:
    """The abbreviation, plain, of the month from 1 to 12."""
    return _MONTHS[number - 1]


def weekday_number(name: str) -> int:
    """0 (Monday) to 6 for the name of a weekday or its abbreviation, plain."""
    return _WEEKDAYS.index(name[:3])


def shift(which: str) -> int:
    """-1, 0 or 1 for "last", "this", "next" and their likes (`WHICH`)."""
    return _SHIFTS[" ".join(which.split())]


def count(number: str) -> int:
    """The value of a number in words or digits (`NUMBER`)."""
    return int(number) if number.isdecimal() else _COUNTS[" ".join(number.split())]


def has_common_word(text: str) -> bool:
    """Whether a month or weekday in the text may be another word ("may", "march", "sat").

    The text is not made plain: with a capital it is taken for the name.
    """
    return _AMBIGUOUS.search(text) is not None


def is_common_word(text: str) -> bool:
    """Whether a word as in `has_common_word` stands in the text without a number or year."""
    return has_common_word(text) and _STRUCTURE.search(text) is None
