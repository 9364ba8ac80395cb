"""Dates that words count from the publication date: "yesterday", "last week", "two years ago"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from eventschema import edtf
from eventschema.language.calendar_dates import occurrences, weekdays_in
from eventschema.language.calendar_words import (
    MONTH,
    NUMBER,
    PART_OF_DAY,
    SEASON,
    SEASONS,
    UNIT,
    WEEKDAY,
    WHICH,
    count,
    shape,
    shift,
)
from eventschema.language.date_rules import (
    Reading,
    Reference,
    RelativeRule,
    approximate,
    months_from,
    nearest,
    on,
    stretch,
    week_of,
)
from eventschema.language.partial_dates import DATED, YEARLESS_DAY, Partial, partial
from eventschema.vocabularies import DatePrecision

_DAYS_FROM_PUBLICATION = {
    "day before yesterday": -2,
    "night before last": -2,
    "yesterday": -1,
    "last night": -1,
    "last evening": -1,
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "day after tomorrow": 2,
    "tomorrow": 1,
}
_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS_IN = {"month": 1, "year": 12, "decade": 120}
_PRECISIONS: dict[str, DatePrecision] = {
    "day": "day",
    "week": "week",
    "fortnight": "week",
    "month": "month",
    "year": "year",
    "decade": "year",
}
_WEEKEND = Partial(weekday=5), Partial(weekday=6)


def _moved(day: date, unit: str, number: int) -> date:
    if unit in _DAYS_IN:
        return day + timedelta(days=_DAYS_IN[unit] * number)
    return months_from(day, _MONTHS_IN[unit] * number)


def _unit_of(day: date, unit: str) -> Reading:
    """The day, week, month or year that the day lies in; about the year, for decades."""
    precision = _PRECISIONS[unit]
    if precision == "day":
        return on(day)
    if precision == "week":
        return week_of(day)
    if precision == "month":
        return Reading(day.isoformat()[: len("2025-05")], "month")
    year = Reading(day.isoformat()[: len("2025")], "year")
    return approximate(year) if unit == "decade" else year


def _day_word(match: re.Match[str], reference: Reference) -> Reading | None:
    days = _DAYS_FROM_PUBLICATION[" ".join(match["word"].split())]
    day = reference.published + timedelta(days=days)
    if match["date"] is None:
        return on(day)
    fields = partial(match["date"])
    return on(day) if fields and fields.agrees(day) else None


def _overnight(_: re.Match[str], reference: Reference) -> Reading:
    return stretch(reference.published - timedelta(days=1), reference.published, "day")


def _week(match: re.Match[str], reference: Reference) -> Reading:
    return week_of(reference.published + timedelta(weeks=shift(match["which"])))


def _weekday_of_week(match: re.Match[str], reference: Reference) -> Reading | None:
    left = partial(match["left"])
    right = partial(match.groupdict().get("right") or match["left"])
    week = _week(match, reference)
    return weekdays_in(week, left, right) if left and right else None


def _beside(which: str, readings: Iterable[Reading], reference: Reference) -> Reading | None:
    """The last reading that is over ("last"), or the first that has not begun ("next")."""
    if shift(which) < 0:
        over = [one for one in readings if one.end < reference.published]
        return over[-1] if over else None
    return next((one for one in readings if one.start > reference.published), None)


def _this(readings: list[Reading], around: Reading, reference: Reference) -> Reading | None:
    inside = [one for one in readings if around.start <= one.start <= around.end]
    if not inside or (reference.ahead and inside[0].end < reference.published):
        return nearest(readings, reference)
    return inside[0]


def _which_date(match: re.Match[str], reference: Reference) -> Reading | None:
    fields = partial(match["date"])
    if fields is None:
        return None
    readings = occurrences(fields, fields, reference.published)
    if shift(match["which"]):
        return _beside(match["which"], readings, reference)
    published = reference.published
    around = _unit_of(published, "year") if fields.month else week_of(published)
    return _this(readings, around, reference)


def _which_weekend(match: re.Match[str], reference: Reference) -> Reading | None:
    readings = occurrences(*_WEEKEND, reference.published)
    if match["which"] is None or not shift(match["which"]):
        return nearest(readings, reference)
    return _beside(match["which"], readings, reference)


def _which_season(match: re.Match[str], reference: Reference) -> Reading | None:
    years = range(reference.published.year - 2, reference.published.year + 3)
    values = [f"{year:04}-{SEASONS[match['season']]}" for year in years]
    readings = [Reading(value, "season") for value in values if edtf.is_valid(value)]
    if shift(match["which"]):
        return _beside(match["which"], readings, reference)
    if match["season"] == "winter":
        return nearest(readings, reference)
    return _this(readings, _unit_of(reference.published, "year"), reference)


def _counted(match: re.Match[str], reference: Reference, direction: int) -> Reading:
    number = direction * count(match["number"])
    reading = _unit_of(_moved(reference.published, match["unit"], number), match["unit"])
    return approximate(reading) if match["number"].startswith("a couple") else reading


def _one_further(match: re.Match[str], reference: Reference) -> Reading:
    units = 2 if match["side"] == "after next" else -2
    return _unit_of(_moved(reference.published, match["unit"], units), match["unit"])


def _ago(match: re.Match[str], reference: Reference) -> Reading:
    return _counted(match, reference, -1)


def _from_now(match: re.Match[str], reference: Reference) -> Reading:
    return _counted(match, reference, 1)


def _weeks_from(match: re.Match[str], reference: Reference) -> Reading | None:
    """So many weeks behind the next such weekday: "a week on Friday", "Friday week"."""
    fields = partial(match["day"])
    days = occurrences(fields, fields, reference.published) if fields else []
    coming = _beside("next", days, reference)
    weeks = count(match.groupdict().get("number") or "a")
    return coming and on(coming.start + timedelta(weeks=weeks))


def _in_time(match: re.Match[str], reference: Reference) -> Reading | None:
    """Null for the past, where "in two weeks" tells how long it took."""
    return _counted(match, reference, 1) if reference.ahead else None


def _past_window(match: re.Match[str], reference: Reference) -> Reading:
    number = count(match["number"]) if match["number"] else 1
    start = _moved(reference.published, match["unit"], -number)
    return stretch(start, reference.published, _PRECISIONS[match["unit"]])


def _coming_window(match: re.Match[str], reference: Reference) -> Reading:
    number = count(match["number"]) if match["number"] else 1
    end = _moved(reference.published, match["unit"], number)
    return stretch(reference.published, end, _PRECISIONS[match["unit"]])


def _within(match: re.Match[str], reference: Reference) -> Reading | None:
    return _coming_window(match, reference) if reference.ahead else None


_COUNTED = rf"(?P<number>{NUMBER}) (?P<unit>{UNIT})s?"
_IN = "(?:over|within|during|in|for|throughout)"
_TO = r"(?:\s*-\s*| (?:to|until|till|through|thru) )"

RELATIVE = (
    RelativeRule(
        shape(
            rf"(?:the )?(?P<word>{'|'.join(_DAYS_FROM_PUBLICATION)})"
            rf"(?:[\s,(]+(?P<date>{DATED}))?"
        ),
        _day_word,
    ),
    RelativeRule(shape("overnight"), _overnight),
    RelativeRule(shape(rf"(?P<which>{WHICH}) week"), _week),
    RelativeRule(
        shape(
            rf"(?:from (?={WEEKDAY}{_TO}))?(?P<left>{WEEKDAY})(?:{_TO}(?P<right>{WEEKDAY}))?"
            rf"(?: {PART_OF_DAY})? (?:of )?(?P<which>{WHICH}) week"
        ),
        _weekday_of_week,
    ),
    RelativeRule(
        shape(rf"(?P<which>{WHICH}) week(?: on|,)? (?P<left>{WEEKDAY})"), _weekday_of_week
    ),
    RelativeRule(
        shape(rf"(?P<which>{WHICH}) (?P<date>{WEEKDAY}|{YEARLESS_DAY}|{MONTH})"), _which_date
    ),
    RelativeRule(shape(rf"(?:(?P<which>{WHICH})|the) weekend"), _which_weekend),
    RelativeRule(shape(rf"(?P<which>{WHICH}) (?P<season>{SEASON})"), _which_season),
    RelativeRule(
        shape(r"(?:the )?(?P<unit>week|month|year) (?P<side>before last|after next)"), _one_further
    ),
    RelativeRule(shape(rf"{_COUNTED} ago"), _ago),
    RelativeRule(shape(rf"{_COUNTED} (?:from now|from today|hence)"), _from_now),
    RelativeRule(
        shape(rf"(?P<number>{NUMBER}) weeks? (?:on|from) (?P<day>{WEEKDAY})"), _weeks_from
    ),
    RelativeRule(shape(rf"(?P<day>{WEEKDAY}) week(?!-)"), _weeks_from),
    RelativeRule(shape(rf"in {_COUNTED}'?(?: time)?"), _in_time),
    RelativeRule(shape(rf"within {_COUNTED}"), _within),
    RelativeRule(
        shape(rf"(?:{_IN} )?(?:the |these )?(?:past|last) (?!an? ){_COUNTED}"),
        _past_window,
    ),
    RelativeRule(
        shape(rf"(?:{_IN} the last|(?:{_IN} )?the past)(?P<number>) (?P<unit>{UNIT})"), _past_window
    ),
    RelativeRule(shape(rf"(?:{_IN} )?(?:the )?(?:next|coming) (?!an? ){_COUNTED}"), _coming_window),
    RelativeRule(shape(rf"{_IN} the (?:next|coming)(?P<number>) (?P<unit>{UNIT})"), _coming_window),
)
"""Phrases that count from the publication date."""

_PERIOD = rf"(?:day|night|morning|afternoon|evening|week|weekend|month|year|{WEEKDAY}|{MONTH})"
_LENGTH = rf"(?:{UNIT}|hour|minute|moment)"
# "This week after" is no week after anything: without a number there are several.
_VAGUE = rf"(?:(?:{NUMBER}|several|a few|few|some|many) {_LENGTH}s?|{_LENGTH}s)"
# The date of Easter is another one in the East; the rest are days of single countries.
_FEASTS = (
    r"(?:easter|palm|whit|pentecost|trinity|bloody) sunday|(?:easter|whit|clean|cyber) monday"
    r"|(?:shrove|super) tuesday|(?:ash|spy) wednesday|(?:maundy|holy) thursday"
    r"|(?:good|black) friday|holy saturday"
)

UNANCHORED = shape(
    rf"(?:(?:the|that) )?(?:very )?(?:same|following) {_PERIOD}|that {_PERIOD}|the next {_PERIOD}"
    r"|next day|(?:the )?previous (?:day|night|morning|afternoon|evening|weekend)"
    rf"|(?:the )?previous {WEEKDAY}"
    rf"|{_VAGUE} (?:earlier|later|before|after|afterwards|beforehand)"
    rf"|the {_PERIOD} (?:before|after)"
    rf"|(?:every|each)(?: other| single)? (?:{_PERIOD}|{SEASON})"
    rf"|(?:mon|tues|wednes|thurs|fri|satur|sun)days|{WEEKDAY} {PART_OF_DAY}s|{_FEASTS}"
    r"|(?:several |a few |few |some |many )?(?:day|week|month|year|decade|hour|minute)s ago"
    rf"|(?:{NUMBER}|half an) (?:hour|minute)s? ago"
)
"""Phrases that count from a day told elsewhere, or from none: nothing here resolves them."""

_DATED_WORD = rf"(?:{MONTH}|{WEEKDAY}|{SEASON}|{WHICH}|{UNIT}|weekend|end|eve|\d)"
_ENDS_A_NOUN = (
    r"(?:in|at|on|of|by|from|near|for|with|to|as|and|or|but|when|where|while|who|which|that|was|were"
    r"|is|are|had|has|have|will|would|said|says|did|does|could|may|might|began|started|ended)\b"
)
UNANCHORED_EVENT = shape(
    rf"(?:{_VAGUE}|the {_PERIOD}) (?:before|after)"
    r" (?:the|an?|his|her|its|their)"
    rf"(?: (?!{_ENDS_A_NOUN}|{_DATED_WORD})[\w'-]+){{1,2}}"
)
"""Phrases that count from an event: "two days before the fire"."""
