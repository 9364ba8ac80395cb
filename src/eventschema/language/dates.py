"""Dates in words turned into dates of the calendar.

The rules are tables of shapes and what they mean: by place in the calendar (`calendar_dates`,
`calendar_periods`), by distance from the publication (`relative_dates`), and for the words before
a date that change it (`date_modifiers`). Weeks run from Monday to Sunday (ISO 8601). A phrase that
the tables do not cover whole stays unresolved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from eventschema import edtf
from eventschema.language.calendar_dates import EXPLICIT, SHAPES, YEARLESS
from eventschema.language.calendar_periods import PERIODS
from eventschema.language.calendar_words import (
    HOLIDAYS,
    ORDINAL_DAY,
    PART_OF_DAY,
    WHICH,
    has_common_word,
    is_common_word,
    month_name,
    plain,
    shape,
    shift,
)
from eventschema.language.clock_times import CLOCK, without_figures
from eventschema.language.date_modifiers import MODIFIERS, RELATION
from eventschema.language.date_rules import Reading, Reference, months_from
from eventschema.language.partial_dates import DATE
from eventschema.language.relative_dates import RELATIVE, UNANCHORED, UNANCHORED_EVENT
from eventschema.language.sought import sieve
from eventschema.schema import EventDate
from eventschema.span import Span
from eventschema.vocabularies import DateBasis

_PUNCTUATION = " .,;:!?()[]{}\"'-"
_HOLIDAYS = [(shape(words), named) for words, named in HOLIDAYS.items()]
_LETTERS = [
    (shape(rf"(?<=\d[a-z]{{2}}\s){word}\b\.?"), meaning)
    for word, meaning in (("inst", "of this month"), ("ult", "of last month"))
]
_POSSESSIVE = re.compile(r"(?<=[a-z])'s?(?!\w)")
_HOURS = {"24 hours": "1 day", "48 hours": "2 days", "72 hours": "3 days"}
_RUNNING = re.compile(
    r"(?:(?<=of )|(?<=er in )|(?<=late in )|(?<=early in ))the (?P<unit>week|month|year)(?!\w)"
    r"|(?:by|before) the (?P<ending>week|month|year) (?:is out|is over|ends)"
)
_NAMED_UNIT = re.compile(rf"(?P<the>\bthe )?\b(?P<which>{WHICH}) (?P<unit>month|year)(?!\w)")
_HOURS_OF = r"(?:(?:early|late|small|wee) )*(?:hours|morning|afternoon|evening|night|overnight)"
_LEADING = shape(
    r"on(?! or )|in|at(?! least)|at least(?= (?:until|till|since))|during|over(?= the )|of|the|both"
    r"|only|just|also|again|reportedly|allegedly|apparently|probably|possibly|perhaps"
    r"|sometime|some time|as of|as (?:early|late|recently|soon) as|year|month of"
    rf"|(?:the )?{_HOURS_OF}(?: hours)?(?: of| on| into)?(?= )"
)
_TRAILING = re.compile(
    r"(?<!\bthis)(?<!\blast)(?<![\s,])[\s,]+"
    rf"(?:(?:in the |at )?(?:early |late |mid-?)?(?:{PART_OF_DAY}|hours)"
    r"|local time|alone|onwards?)\Z"
)
_FULL_DATE = shape(DATE)
# Words beside a full date that say it is not the date of the event.
_RELATION = shape(
    r"before|after|since|until|till|by|from|to|through|between|prior|following|next|last|later"
    r"|earlier|ago|not|or|and|except|anniversary|eve|(?:day|week|month|year)s?"
)
# A title, a place or a verb beside a date; more is a sentence, and its date may be another event's.
_STRAY_WORDS = 4
# No phrase of the tables comes near; what is longer is a passage, and no date phrase.
_LONGEST = 200
_KEPT = 4096
_FOUND = sieve(
    *SHAPES,
    *(rule.shape for rule in PERIODS),
    *(rule.shape for rule in RELATIVE),
    UNANCHORED,
    UNANCHORED_EVENT,
    shape(rf"(?:the )?{ORDINAL_DAY} (?:inst|ult)\b\.?"),
    shape(rf"(?:(?:the|these) )?(?:past|last|next|coming) (?:{'|'.join(_HOURS)})"),
    shape(rf"(?:{'|'.join(_HOURS)}) from now"),
    shape(rf"(?:(?:the )?{ORDINAL_DAY} of )?{WHICH} (?:month|year)"),
    shape(r"(?:the )?(?:end|start|middle|beginning|close) of the (?:week|month|year)"),
    shape(r"(?:earlier|later) in the (?:day|week|month|year)"),
)
_MODIFIERS = [(shape(modifier.words), modifier.apply) for modifier in MODIFIERS]
_BEFORE_DATES = sieve(*(words for words, _ in _MODIFIERS), shape("overnight(?: on| into)?"))
# "The 5th Brigade" is no day of a month.
_NUMBERED = re.compile(rf"the\s+{ORDINAL_DAY}", re.ASCII)
_NUMBERED_THING = re.compile(
    r"(?!\s+(?:and|or|but|to|in|at|on|by|for|from|as|after|before|when|where|with|near|while|until"
    r"|through|that|who|which|the|an?|he|she|it|they|was|were|is|are|had|has|have|will|said)\b)"
    r"(?:\s+|-)[a-z_]"
)
_GAP = re.compile(r"[\s-]+")
_WORDS_AFTER = re.compile(rf"\s+{PART_OF_DAY}(?!\w)", re.ASCII)


def _tidy(text: str) -> str:
    """The plain text with dates for holidays, and without clock times and possessives."""
    phrase = plain(text)
    for words, named in (*_HOLIDAYS, *_LETTERS):
        phrase = words.sub(named, phrase)
    phrase = " ".join(_POSSESSIVE.sub("", CLOCK.sub(" ", phrase)).split())
    for hours, days in _HOURS.items():
        phrase = phrase.replace(hours, days)
    return phrase.strip(_PUNCTUATION)


def _anchored(phrase: str, published: date) -> str:
    """The phrase with the months and years that count from the publication called by name."""

    def named(match: re.Match[str]) -> str:
        if match["the"] and match["which"] not in ("previous", "current"):
            return match[0]
        if match["unit"] == "year":
            return f"{published.year + shift(match['which']):04}"
        month = months_from(published, shift(match["which"]))
        return f"{month_name(month.month)} {month.year:04}"

    running = _RUNNING.sub(lambda match: f"this {match['unit'] or match['ending']}", phrase)
    return _NAMED_UNIT.sub(named, running)


def _by_rule(phrase: str, reference: Reference | None) -> Reading | None:
    for rule in (*EXPLICIT, *PERIODS):
        if (match := rule.shape.fullmatch(phrase)) and (reading := rule.read(match)):
            return reading
    if reference is None:
        return None
    for relative in (*RELATIVE, *YEARLESS):
        match = relative.shape.fullmatch(phrase)
        if match and (reading := relative.read(match, reference)):
            return reading
    return None


def _modified(phrase: str, reference: Reference | None) -> Reading | None:
    for words, apply in _MODIFIERS:
        if match := words.match(phrase):
            reading = _read(phrase[match.end() :], reference)
            if reading is None or reading.is_open:
                return None
            modified = apply(match, reading)
            return modified if modified and not _turns(reading, modified, reference) else None
    return None


def _turns(reading: Reading, modified: Reading, reference: Reference | None) -> bool:
    """Whether the words before a date took it to the other side of the publication."""
    if reference is None:
        return False
    if reference.ahead:
        return modified.end < reference.published <= reading.end
    return reading.start <= reference.published < modified.start


def _shorter(phrase: str) -> str:
    """The phrase without one word of noise at its beginning or end, the same if there is none."""
    if match := _LEADING.match(phrase):
        return phrase[match.end() :]
    return _TRAILING.sub("", phrase)


def _read(phrase: str, reference: Reference | None) -> Reading | None:
    while phrase := phrase.strip(_PUNCTUATION):
        if UNANCHORED.fullmatch(phrase):
            return None
        if reading := _by_rule(phrase, reference):
            return reading
        shorter = _shorter(phrase)
        if shorter == phrase:
            return _modified(phrase, reference)
        phrase = shorter
    return None


def _lone_full_date(phrase: str) -> Reading | None:
    """The one full date in a short phrase that puts nothing in relation to it."""
    dates = [match for match in _FULL_DATE.finditer(phrase) if _by_rule(match[0], None)]
    if len(dates) != 1:
        return None
    others = f"{phrase[: dates[0].start()]} {phrase[dates[0].end() :]}"
    if len(others.split()) > _STRAY_WORDS or _RELATION.search(others) or re.search(r"\d", others):
        return None
    return _by_rule(dates[0][0], None)


def _understood(text: str, reference: Reference | None) -> tuple[Reading, DateBasis] | None:
    phrase = _tidy(text)
    if reading := _read(phrase, None):
        return reading, "explicit"
    if reference and (reading := _read(_anchored(phrase, reference.published), reference)):
        return reading, "relative"
    alone = _lone_full_date(phrase)
    return (alone, "explicit") if alone else None


@lru_cache(maxsize=_KEPT)
def _within_calendar(
    text: str, published: date | None, *, ahead: bool
) -> tuple[Reading, DateBasis] | None:
    if len(text) > _LONGEST or is_common_word(text):
        return None
    reference = Reference(published, ahead) if published else None
    try:
        return _understood(text, reference)
    except (ValueError, OverflowError):  # before the year 1 or after 9999
        return None


def resolve(text: str, *, published: date | None, ahead: bool = False) -> EventDate:
    """The date that a phrase of an article names, `text` kept as given.

    What the words leave out comes from the publication date: the nearest day not after it, or not
    before it if the event lies `ahead`. Unresolved (no EDTF value) are phrases that name no date,
    several, an ambiguous or an impossible one, that count from an unknown day, and all that need a
    publication date where none is known. "may", "march", "sat" and their likes in lower case are
    names only with a number or a year beside them. Where a weekday contradicts the date, the date
    counts (`consistent`); it decides the year only where the nearest such day on the event's side
    is over 60 days off, and the nearest one on the other side has that weekday.
    """
    understood = _within_calendar(text, published, ahead=ahead)
    if understood is None:
        return EventDate(text=text)
    reading, basis = understood
    start, end = edtf.bounds(reading.edtf)
    return EventDate(
        text=text,
        edtf=reading.edtf,
        start=start,
        end=end,
        precision=reading.precision,
        basis=basis,
    )


def consistent(text: str, *, published: date | None, ahead: bool = False) -> bool:
    """Whether no weekday in the phrase contradicts the date that `resolve` finds in it."""
    understood = _within_calendar(text, published, ahead=ahead)
    return understood is None or understood[0].consistent


def _starts_before(text: str) -> dict[int, int]:
    """Where the words begin that change the date that begins at a position."""
    starts: dict[int, int] = {}
    for words in _BEFORE_DATES.likely(text):
        for match in words.finditer(text):
            if gap := _GAP.match(text, match.end()):
                starts[gap.end()] = min(match.start(), starts.get(gap.end(), match.start()))
    return starts


def _candidates(text: str) -> Iterator[Span]:
    phrase = without_figures(plain(text))
    starts = _starts_before(phrase)
    for pattern in _FOUND.likely(phrase):
        for match in pattern.finditer(phrase):
            start, end = match.span()
            is_numbered = _NUMBERED.fullmatch(match[0]) and _NUMBERED_THING.match(phrase, end)
            if is_numbered or has_common_word(text[start:end]):
                continue
            while start in starts:
                start = starts[start]
            closes = "(" in match[0] and ")" not in match[0] and phrase[end : end + 1] == ")"
            after = _WORDS_AFTER.match(phrase, end)
            yield Span(start, after.end() if after else end + closes)


@lru_cache(maxsize=_KEPT)
def find(text: str) -> tuple[Span, ...]:
    """The date expressions in a text, in its order: the longest ones, none overlapping another.

    A span has the words that change the date ("since", "late", "the day before"), and no other
    prepositions; `without_relation` takes off those that open a period at one end.
    """
    found: list[Span] = []
    for span in sorted(_candidates(text), key=lambda span: (span.start - span.end, span.start)):
        if not any(span.overlaps(other) for other in found):
            found.append(span)
    return tuple(sorted(found))


def without_relation(text: str) -> Span:
    """Where in a date expression the date itself is: "June last year" of "since June last year".

    The words left out are those that make a period without a beginning or an end of it: "since",
    "until", "by", "before" and their likes. All of the text where there are none.
    """
    phrase, start = plain(text), 0
    while (relation := RELATION.match(phrase, start)) and (
        gap := _GAP.match(phrase, relation.end())
    ):
        start = gap.end()
    return Span(start, len(text))
