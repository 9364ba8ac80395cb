"""Words before a date that change it: "since", "by", "about", "the end of", "the day before"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from eventschema.language.calendar_words import NUMBER, UNIT, count, shape
from eventschema.language.date_rules import Reading, approximate, edge, on, stretch, week_of

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5
_DAYS_IN = {"day": 1, "week": 7}


@dataclass(frozen=True, slots=True)
class Modifier:
    """Words before a date (a shape of `calendar_words`), and what becomes of its reading.

    The reading is never open at one end.
    """

    words: str
    apply: Callable[[re.Match[str], Reading], Reading | None]


def _unchanged(_: re.Match[str], reading: Reading) -> Reading:
    return reading


def _approximately(_: re.Match[str], reading: Reading) -> Reading:
    return approximate(reading)


def _since(_: re.Match[str], reading: Reading) -> Reading:
    return replace(reading, edtf=f"{edge(reading.start, reading.precision)}/..")


def _until(_: re.Match[str], reading: Reading) -> Reading:
    return replace(reading, edtf=f"../{edge(reading.end, reading.precision)}")


def _by(_: re.Match[str], reading: Reading) -> Reading:
    return replace(reading, edtf=f"[..{edge(reading.end, reading.precision)}]")


def _before(_: re.Match[str], reading: Reading) -> Reading:
    return replace(reading, edtf=f"[..{edge(reading.start - _ONE_DAY, reading.precision)}]")


def _week_of(_: re.Match[str], reading: Reading) -> Reading | None:
    return week_of(reading.start) if reading.precision == "day" else None


def _weekend_of(_: re.Match[str], reading: Reading) -> Reading | None:
    """The weekend in the week of a day; the days themselves where there are several."""
    if reading.precision != "day":
        return None
    if reading.start != reading.end:
        return reading
    saturday = reading.start + timedelta(days=_SATURDAY - reading.start.weekday())
    return stretch(saturday, saturday + _ONE_DAY, "day")


def _beside(match: re.Match[str], reading: Reading) -> Reading | None:
    if reading.precision != "day" or reading.start != reading.end:
        return None
    fields = match.groupdict()
    number = count(fields["number"]) if fields.get("number") else 1
    days = number * _DAYS_IN[fields.get("unit") or "day"]
    return on(reading.start + timedelta(days=days if fields.get("side") == "after" else -days))


def _lasting(match: re.Match[str], reading: Reading) -> Reading | None:
    if reading.precision != "day" or reading.start != reading.end:
        return None
    days = count(match["number"]) * _DAYS_IN[match["unit"]]
    return stretch(reading.start, reading.start + timedelta(days=days - 1), "day")


_PART = (
    r"(?:very )?(?:early|late|earlier|later|middle|mid)(?: on| in)?"
    r"|(?:the )?(?:very |early |late )?"
    r"(?:beginning|start|course|middle|end|close|early part|latter part) of"
    r"|(?:the )?(?:first|second|third|fourth|last|final|early|opening|closing)"
    r" (?:(?:two|three|few) )?(?:weeks?|weekend|days|fortnight|third|months) of"
    r"|(?:the )?(?:first|second|last|latter) half of"
)

_OPENING = r"(?:starting|beginning|effective|as) from|since|from|starting|beginning(?! of)"
_CLOSING = r"up until|up to|until|till|through"
_LIMITING = r"by|(?:no|not) later than|on or before"
_PRECEDING = r"before|prior to"

RELATION = shape(rf"{_OPENING}|{_CLOSING}|{_LIMITING}|{_PRECEDING}")
"""The words that make a period without a beginning or an end out of a date."""

MODIFIERS = (
    Modifier(r"(?:by|before) (?:the )?(?:end|close) of", _unchanged),
    Modifier(rf"by(?= (?:{_PART}))", _unchanged),
    Modifier(
        rf"for (?P<number>{NUMBER}) (?P<unit>day|week)s? (?:from|starting|beginning)", _lasting
    ),
    Modifier(_OPENING, _since),
    Modifier(_CLOSING, _until),
    Modifier(_LIMITING, _by),
    Modifier(_PRECEDING, _before),
    Modifier(r"(?:the )?weekend of", _weekend_of),
    Modifier(r"(?:the )?week (?:of|beginning|starting|commencing)", _week_of),
    Modifier(
        rf"(?:(?:the )?day|(?P<number>{NUMBER}) (?P<unit>day|week)s?) (?P<side>before|after)",
        _beside,
    ),
    Modifier(r"(?:the )?eve of", _beside),
    Modifier(
        r"(?:on )?or (?:about|around)|about|around|roughly|approximately|circa|ca?\.",
        _approximately,
    ),
    Modifier(
        r"(?:some|nearly|almost|close to|at least|(?:just |a little |well )?(?:more|less) than"
        rf"|(?:just |a little |well )?(?:over|under))(?= {NUMBER} {UNIT})",
        _approximately,
    ),
    Modifier(_PART, _unchanged),
)
"""In the order in which they are tried."""
