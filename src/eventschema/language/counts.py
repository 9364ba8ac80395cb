"""How many people words speak of: "at least two dozen", "a man and his two sons".

Bounds are read conservatively, as ACLED does, so that no number is larger than what was written:

    26 people                   low 26, best 26, high 26
    at least 12; 12 or more     low 12, best 12, high open
    more than 100; over 100     low 100, best 100, high open
    up to 30; as many as 30     low open, best 30, high 30
    fewer than 10; under 10     low open, best open, high 10: nobody says that it was ten
    about 15; nearly 15         low open, best 15, high open
    five or six; 10-12          low 5, best open, high 6
    dozens; several hundred     one unit: low 12, best 12, high open ("tens" 10, "scores" 20)

Members of one list add up. "Another five" and "five more" are five: what they come on top of, other
words tell. One person may be described with or without a name ("journalist Ode Marr", "a mother of
three"); a name alone is no number. Ages, years, dates, ordinals, measures, money and things are no
counts; "several", "a few" and "many" alone are no numbers. Numbers of two kinds ("nine dead and 20
hurt") are nobody's total.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from eventschema.language import single_persons
from eventschema.language.numerals import NUMBER
from eventschema.language.quantities import (
    Bounds,
    Quantity,
    phrase_end,
    quantities,
    quantity_at,
)
from eventschema.schema import Count
from eventschema.span import Span

# A sentence fits; what is longer is no phrase, and would take quadratic time.
_LONGEST_PHRASE = 500
# More than there are people, so that no pile of "million million" becomes a record.
_TOO_MANY = 10**10
_PLAIN = str.maketrans("\u2019\u2018\u2010\u2011\u2013\u2014", "''----")
_CORRECTED = re.compile(r"\b(?:no\s+longer|not)\s+[\w-]+\s+but\s+", re.IGNORECASE)
_NOBODY = re.compile(
    r"\W*(?:(?:kill|injur|hurt|wound)\w*\s+)?(?:nobody|no[\s-]one|none|neither)"
    r"(?:\W*\Z|\s+(?:[\w']+\s+){0,6}?(?:kill|injur|wound|hurt|harm|die|dead))"
    r"|(?:.*\b)?(?:no|nil)\s+(?:\w+\s+){0,2}?(?:casualt|death|fatalit|injur|dead\b|wounded\b|victim"
    r"|loss\s+of\s+life|lives\b|people\b|persons?\b|civilians?\b|soldiers?\b)",
    re.IGNORECASE,
)
_OUTCOMES = (
    re.compile(r"\b(?:kill|die|dead\b|death|fatal|slain)", re.IGNORECASE),
    re.compile(r"\b(?:injur|wound|hurt\b)", re.IGNORECASE),
    re.compile(r"\b(?:arrest|detain|missing\b|captur|abduct|kidnap|displac|rescu)", re.IGNORECASE),
)
_AND_AN_OUTCOME = re.compile(
    r"\band\s+(?:\w+ly\s+)?(?:kill|injur|wound|hurt|arrest|detain|captur|abduct|kidnap|rescu)",
    re.IGNORECASE,
)

_DETERMINER = re.compile(r"(?:all\s+)?(?:the|his|her|their|its|all|also)\s+", re.IGNORECASE)
_JOIN = re.compile(
    r"\s*(?:(?:,\s*)?\b(?P<and>and|plus|as\s+well\s+as|along\s+with|together\s+with)\b|,)\s*",
    re.IGNORECASE,
)
_AFTER_A_NAME = re.compile(r"[A-Z][\w'-]*,?\s+and\s+(?:(?:his|her|their|the)\s+)?\Z")
_SOME_MORE = re.compile(r"(?:several|some|many|a\s+few|numerous|others?)\b", re.IGNORECASE)
_PART_OF_THEM = re.compile(r"\bof\s+(?:them|whom|which|those)\b", re.IGNORECASE)


class _Member(NamedTuple):
    """One member of a list of people, from `start` to the end of its noun phrase."""

    bounds: Bounds
    end: int
    is_number: bool


def parse(text: str) -> Count | None:
    """The number of people that a phrase gives, its `text` the phrase itself.

    None where the phrase gives none that can be read. "nobody" and "no casualties" are 0. The first
    number counts, with those that "and" joins to it and the one that an "or" sets against it.
    """
    words = _CORRECTED.sub("", text.translate(_PLAIN))
    bounds = _read(words) if len(text) <= _LONGEST_PHRASE else None
    if bounds is None or max(filter(None, bounds), default=0) > _TOO_MANY:
        return None
    return Count(low=bounds.low, best=bounds.best, high=bounds.high, text=text)


def whole(text: str, span: Span) -> Span | None:
    """The whole number of people of which the words at `span` are a part: "at least 12 men".

    The same span where they hold no number or speak of one person ("a 67-year-old woman"), and null
    where their number counts no people (an age, a measure) or is a part of another one.
    """
    words = text.translate(_PLAIN)
    spans = [Span(number.start, number.end) for number in quantities(words)]
    parts = [found for found in spans if found.overlaps(span)]
    if parts:
        widened = Span(min(span.start, parts[0].start), max(span.end, parts[-1].end))
        same = _read(words[span.start : span.end]) == _read(words[widened.start : widened.end])
        return span if same else widened
    has_number = any(
        Span(*found.span()).overlaps(span) for found in re.finditer(NUMBER, words, re.IGNORECASE)
    )
    is_read = _read(words[span.start : span.end]) is not None
    is_own = is_read and not any(quantities(words[span.start : span.end]))
    return span if is_own or not has_number else None


@lru_cache(maxsize=256)
def _read(words: str) -> Bounds | None:
    numbers = quantities(words)
    if _NOBODY.match(words) and not (numbers and numbers[0].start == 0):
        return Bounds(0, 0, 0)
    if _is_mixed(words, numbers):
        return None
    members = _first_list(words, numbers)
    if not members:
        return None
    rival = _rival(words, numbers, after=members[-1].end)
    total = _sum(members)
    return total if rival is None else _range(total, rival)


def _is_mixed(words: str, numbers: Sequence[Quantity]) -> bool:
    """Whether several numbers tell of several things: "nine dead and 20 hurt"."""
    outcomes = sum(outcome.search(words) is not None for outcome in _OUTCOMES)
    return len(numbers) > 1 and (outcomes > 1 or _AND_AN_OUTCOME.search(words) is not None)


def _first_list(words: str, numbers: Sequence[Quantity]) -> list[_Member]:
    """The first list of people that has a number, or the first single person where none has."""
    starts = {number.start for number in numbers} | set(single_persons.starts(words))
    for start in sorted(starts):
        if _AFTER_A_NAME.search(words[:start]):
            return []
        members = _list_at(words, start)
        if members and (not numbers or any(member.is_number for member in members)):
            return members
    return []


def _list_at(words: str, start: int) -> list[_Member]:
    """The members that follow each other from `start` on.

    Those behind a comma count only where an "and" closes the list.
    """
    members: list[_Member] = []
    closed, at, is_last = 0, start, True
    while (member := _member_at(words, at, is_first=not members)) is not None:
        if members and _PART_OF_THEM.search(words, at, member.end):
            break
        members.append(member)
        closed = len(members) if is_last else closed
        join = _JOIN.match(words, member.end)
        if join is None:
            break
        at, is_last = join.end(), join["and"] is not None
    return members[:closed]


def _member_at(words: str, at: int, *, is_first: bool) -> _Member | None:
    determiner = _DETERMINER.match(words, at)
    number = quantity_at(words, at) or (determiner and quantity_at(words, determiner.end()))
    if number:
        return _Member(number.bounds, number.end, is_number=True)
    if not is_first and _SOME_MORE.match(words, at):
        return _Member(Bounds(0, 0, None), phrase_end(words, at), is_number=False)
    end = single_persons.end_at(words, at)
    return None if end is None else _Member(Bounds(1, 1, 1), end, is_number=False)


def _sum(members: Sequence[_Member]) -> Bounds:
    """The bounds of all members together; a bound that one of them lacks, the sum lacks."""
    lows, bests, highs = zip(*(member.bounds for member in members), strict=True)
    return Bounds(_total(lows), _total(bests), _total(highs))


def _total(values: Sequence[int | None]) -> int | None:
    known = [number for number in values if number is not None]
    return sum(known) if len(known) == len(values) else None


def _rival(words: str, numbers: Sequence[Quantity], *, after: int) -> Bounds | None:
    """The number that an "or" sets against the total: "five, say the police, or nine"."""
    for number in numbers:
        if number.start > after and re.search(r"\bor\s+\Z", words[after : number.start]):
            return number.bounds
    return None


def _range(one: Bounds, other: Bounds) -> Bounds:
    known = [number for bounds in (one, other) for number in bounds if number is not None]
    is_open = any(bounds.low is not None and bounds.high is None for bounds in (one, other))
    return Bounds(min(known), None, None if is_open else max(known))
