"""One number of people with the words that bound it: "at least 12 civilians", "five or six men".

Numbers of anything else (ages, years, dates, measures, money, things, groups) are left out. The
texts searched here have plain apostrophes and hyphens.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from eventschema.language.numerals import MULTIPLIERS, NUMBER, VAGUE, value
from eventschema.language.person_words import is_role
from eventschema.language.sought import Sought

_AT_LEAST = (
    r"at\s+least|(?:no|not)\s+(?:fewer|less)\s+than|(?:a\s+)?minimum\s+of|upwards?\s+of"
    r"|in\s+excess\s+of|(?:(?:well|just)\s+)?(?:more\s+than|over|above)|exceeding|as\s+few\s+as"
)
_AT_MOST = (
    r"up\s+to|as\s+many\s+as|at\s+(?:the\s+)?most|(?:no|not)\s+more\s+than|(?:a\s+)?maximum\s+of"
)
_BELOW = r"(?:(?:well|just)\s+)?(?:(?:fewer|less)\s+than|under|below)"
_ABOUT = (
    r"about|around|some|nearly|roughly|almost|close\s+to|approximately|(?:an\s+)?estimated|circa"
    r"|perhaps|possibly|probably|~"
)
_FURTHER = r"(?:another|an?\s+(?:further|additional|extra))"
_QUANTITY = Sought(
    rf"(?<![\w./$€£¥₹#-])(?:a\s+total\s+of\s+)?(?:(?:(?P<least>{_AT_LEAST})|(?P<most>{_AT_MOST})|(?P<below>{_BELOW})"
    rf"|(?P<about>{_ABOUT}))\s*(?:(?:{_ABOUT})\s*)?)?(?:{_FURTHER}\s+)?"
    rf"(?:(?P<vague>{VAGUE})"
    rf"|(?:between|from)\s+(?P<from>{NUMBER})\s*(?:and|to|-)\s*(?P<to>{NUMBER})"
    rf"|(?P<number>{NUMBER})(?:(?:\s*-\s*|\s+(?:or|to)\s+)(?P<other>{NUMBER}))?)(?!-\d)",
    re.IGNORECASE,
)
_AFTERTHOUGHT = re.compile(
    r"\s*(?:(?P<least>\+|or\s+(?:more|above)|if\s+not\s+more|and\s+(?:more|counting)|at\s+least)"
    r"|(?P<most>or\s+(?:fewer|less)|at\s+(?:the\s+)?most)|(?P<about>or\s+so|-odd))(?!\w)",
    re.IGNORECASE,
)

# "May" and "March" are months in upper case only: "12 may have died".
_MONTHS = (
    r"(?-i:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_UNITS = (
    "kilometre kilometer km metre meter m cm mm mile feet foot ft inch inches yard kg kilo kilogram"
    " gram tonne ton pound litre liter gallon barrel hectare acre degree hour minute second day"
    " night week month year decade century centuries dollar euro cent krone kroner krona kronor"
    " rupee ruble rouble yuan yen franc dinar riyal peso shilling naira lira baht kyat am pm a.m"
    " p.m o'clock percent point time knot mph kph third quarter fifth half halves"
).replace(" ", "|")
_MEASURE = re.compile(
    rf"[\s-]*(?:%|per\s+cent\b|(?:{_UNITS})s?\b|(?:of\s+)?{_MONTHS}\b)"
    r"|-(?!(?:strong|member|man|person|odd)\b)\w",
    re.IGNORECASE,
)
_HEADS = re.compile(r"-(?:strong|member|man|person)\b", re.IGNORECASE)
_BEFORE_OTHER_NUMBERS = re.compile(
    r"(?:\b(?:aged?|no\.?|number|phase|round|article|chapter|resolution|flight|route|page|type|usd"
    rf"|eur|rs\.?|no-?|{_MONTHS})\s*|[$€£¥₹#]\s*)\Z",
    re.IGNORECASE,
)
_BEFORE_YEARS = re.compile(
    r"\b(?:in|since|of|by|until|till|from|during|before|after|year)\s*\Z", re.IGNORECASE
)
# "A mother of three", "a boy of 12", "the leader of the ten": the number is not theirs.
_WHOSE = re.compile(
    rf"([^\W\d_][\w'-]*)\s+of\s+(?:{NUMBER}\s+of\s+)?(?:(?:the|his|her|their)\s+)?\Z", re.IGNORECASE
)
_LOOKED_BACK = 100  # code points: "the commander of two of the", and wide gaps
_PERSONS = frozenset(
    ["person", "parent", "mum", "mom", "dad", "baby", "infant", "toddler", "teen", "sibling"]
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_THING_WORDS = (
    "vehicle ship boat vessel aircraft plane jet helicopter drone missile rocket shell bomb tank"
    " truck car bus van motorcycle train house home building shop school village town city country"
    " nation state place site location area attack strike raid clash incident breach violation"
    " explosion blast shot bullet occasion case charge side talk meeting agreement statement report"
    " weapon rifle mine projectile warplane warship submarine plan group team family unit squad"
    " patrol battalion brigade household crowd convoy number lot total toll handful few record"
    " range series string wave couple fire war way matter result exercise drill army navy force"
    " government ministry military militia company embassy junta commission organization"
    " organisation phase"
)
_THINGS = frozenset(_THING_WORDS.split())
AGE = r"\w+[-\s](?:year|month|week|day)s?[-\s]old\b"
"""An age before a noun: "12-year-old", "34 year old"."""
_WORD = r"[^\W\d_][\w'.-]*"
STOP = (
    r"(?:on|in|at|from|near|by|after|before|since|during|over|with|for|to|as|while|when|where|who"
    r"|whom|whose|which|that|including|among|were|was|are|is|be|been|have|has|had|may|might|and|or"
    r"|plus|but|died|killed|wounded|injured|hurt|arrested|detained|dead|missing|said|says|say)\b"
)
"""Words at which a noun phrase is over."""
_WHOLE = rf"of\s+(?:the\s+|his\s+|her\s+|their\s+)?{NUMBER}"
_NOUN_PHRASE = re.compile(rf"(?:[\s-]+(?:{AGE}|{_WHOLE}|(?!{STOP}){_WORD}))*", re.IGNORECASE)


class Bounds(NamedTuple):
    """The least, the best and the greatest number; None is open or unknown."""

    low: int | None
    best: int | None
    high: int | None


class Quantity(NamedTuple):
    """A number of people; `end` is where its noun phrase ends: "two Chilean sailors"."""

    bounds: Bounds
    start: int
    end: int


@lru_cache(maxsize=256)
def quantities(words: str) -> tuple[Quantity, ...]:
    """Every number of people in a text, in its order."""
    read = (_quantity(words, found) for found in _QUANTITY.finditer(words))
    return tuple(quantity for quantity in read if quantity is not None)


def quantity_at(words: str, start: int) -> Quantity | None:
    """The number of people that begins at `start`."""
    found = _QUANTITY.match(words, start)
    return _quantity(words, found) if found else None


def phrase_end(words: str, start: int) -> int:
    """Where the noun phrase ends whose article or number ends at `start`."""
    phrase = _NOUN_PHRASE.match(words, start)
    return phrase.end() if phrase else start


def is_of_people(phrase: str) -> bool:
    """Whether the words behind a number or an article are no measure, date, thing or group.

    A thing counts as the head of the phrase ("a truck") or in the plural ("two trucks of men"), not
    before another noun ("two truck drivers").
    """
    if _HEADS.match(phrase):
        return True
    if _MEASURE.match(phrase):
        return False
    nouns = re.split(r"[\s-]+", re.sub(r"^\s*of\s", "", phrase).split(" of ")[0].lower().strip())
    return nouns[-1] not in _THINGS and all(
        noun in _THINGS or _THINGS.isdisjoint(_singulars(noun)) for noun in nouns
    )


def is_person(word: str) -> bool:
    """Whether a word is a noun for a person or for persons: "officer", "mothers"."""
    return is_role(word) or word.lower().removesuffix("s") in _PERSONS


def _singulars(noun: str) -> tuple[str, ...]:
    return noun.removesuffix("s"), noun.removesuffix("es"), f"{noun.removesuffix('ies')}y"


def _quantity(words: str, found: re.Match[str]) -> Quantity | None:
    end = phrase_end(words, found.end())
    afterthought = _AFTERTHOUGHT.match(words, found.end()) or _AFTERTHOUGHT.match(words, end)
    if afterthought and afterthought.end() > end:
        end = phrase_end(words, afterthought.end())
    if not _is_head_count(words, found, words[found.end() : end]):
        return None
    return Quantity(_bounds(found, afterthought), found.start(), end)


def _is_head_count(words: str, found: re.Match[str], phrase: str) -> bool:
    before = words[max(0, found.start() - _LOOKED_BACK) : found.start()]
    after = words[found.end() :]
    if _MEASURE.match(after) or _BEFORE_OTHER_NUMBERS.search(before) or not is_of_people(phrase):
        return False
    whose = _WHOSE.search(before)
    if whose and is_person(whose[1]):
        return False
    if _YEAR.fullmatch(found.group()):
        return bool(phrase.strip()) and _BEFORE_YEARS.search(before) is None
    is_aside = before.rstrip().endswith((",", "(")) and after.lstrip()[:1] in {"", ",", ")"}
    return not (is_aside and found.group().isdecimal())


def _bounds(found: re.Match[str], afterthought: re.Match[str] | None) -> Bounds:
    words = found.groupdict()
    first = words["vague"] or words["from"] or words["number"]
    second = words["to"] or words["other"] or first
    low, high = sorted((_scaled(first, second), value(second)))
    qualifiers = (found, afterthought) if afterthought else (found,)
    given = {name for match in qualifiers for name, part in match.groupdict().items() if part}
    if "below" in given:
        return Bounds(None, None, high)
    if "most" in given:
        return Bounds(None, high, None if "vague" in given else high)
    if "least" in given or "vague" in given:
        return Bounds(low, low, None)
    if low < high:
        return Bounds(low, None, high)
    return Bounds(None, low, None) if "about" in given else Bounds(low, low, low)


def _scaled(first: str, second: str) -> int:
    """The value of the first number of a range, in the second's unit: "two or three dozen"."""
    *times, unit = second.split()
    is_shared = unit.lower() in MULTIPLIERS and value(first) < value(" ".join(times))
    return value(f"{first} {unit}" if is_shared else first)
