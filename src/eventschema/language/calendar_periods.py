"""Longer periods that words name by themselves: decades, seasons, quarters and halves of a year."""

from __future__ import annotations

import re

from eventschema.language.calendar_words import IN_YEAR, SEASON, SEASONS, YEAR, shape
from eventschema.language.date_rules import Reading, Rule

_NTH = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
}
_MONTHS_IN = {"quarter": 3, "q": 3, "half": 6, "h": 6}
_MONTHS_IN_YEAR = 12


def _named_year(match: re.Match[str]) -> int | None:
    digits = re.search(YEAR, match["year"])
    return int(digits[0]) if digits else None


def _decade(match: re.Match[str]) -> Reading:
    return Reading(f"{match['decade']}X", "decade")


def _season(match: re.Match[str]) -> Reading | None:
    year = _named_year(match)
    if year is None:
        return None
    return Reading(f"{year:04}-{SEASONS[match['season']]}", "season")


def _winter_of_two_years(match: re.Match[str]) -> Reading | None:
    first, second = match["first"], match["second"]
    if not f"{int(first) + 1}".endswith(second):
        return None
    return Reading(f"{first}-{SEASONS['winter']}", "season")


def _part(match: re.Match[str]) -> Reading | None:
    year, months = _named_year(match), _MONTHS_IN[match["part"]]
    parts = _MONTHS_IN_YEAR // months
    nth = parts if match["nth"] in ("last", "final") else _ordinal(match["nth"])
    if year is None or nth > parts:
        return None
    return Reading(f"{year:04}-{(nth - 1) * months + 1:02}/{year:04}-{nth * months:02}", "month")


def _ordinal(word: str) -> int:
    return int(word) if word.isdecimal() else _NTH[word]


_IN_NAMED_YEAR = rf"(?P<year>{IN_YEAR})"
_WORDS = rf"(?P<nth>{'|'.join(_NTH)}|last|final) (?P<part>quarter|half)"

PERIODS = (
    # "the 1900s" may be a decade or a century; "the 2000s" are a decade in the news.
    Rule(shape(r"(?:the )?(?P<decade>1\d[1-9]|20\d)0'?s"), _decade),
    Rule(shape(rf"(?:the )?(?P<season>{SEASON}){_IN_NAMED_YEAR}"), _season),
    Rule(
        shape(rf"(?:the )?winter (?:of )?(?P<first>{YEAR})[-/](?P<second>\d\d|\d{{4}})"),
        _winter_of_two_years,
    ),
    Rule(shape(rf"(?:the )?{_WORDS}{_IN_NAMED_YEAR}"), _part),
    Rule(shape(rf"(?P<part>[qh])(?P<nth>[1-4]){_IN_NAMED_YEAR}"), _part),
    Rule(shape(rf"(?P<year>{YEAR}) (?P<part>[qh])(?P<nth>[1-4])"), _part),
)
"""Periods that name their year."""
