"""When and where an exercise is held, and whether it lies ahead, by the sentences on it."""

from __future__ import annotations

import re

from eventschema.language import countries, gazetteer
from eventschema.spotting.exercises import signs
from eventschema.spotting.exercises.occasions import Occasion
from eventschema.spotting.scene import Phrase, Scene
from eventschema.vocabularies import Modality

_DAY = re.compile(r"day\b|\b\d{1,2}(?:st|nd|rd|th)?\b", re.IGNORECASE)
_RANGE = re.compile(r"\b(?:to|through|and)\b|[\u2013-]", re.IGNORECASE)
_YEAR = re.compile(r"\A\D*(?:19|20)\d\d\Z")
_RELATION = re.compile(r"\b(?:before|after|earlier|later|that\s+\w+)\Z", re.IGNORECASE)
_HEADING = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:[.:]\s|(?:,?\s+\d{1,2})?(?:\s+[A-Z][a-z]+)?\Z)",
    re.IGNORECASE,
)
_BOUND = re.compile(r"\A(?:since|until(?!\s+\d))\s+(?!.*\b(?:19|20)\d\d\Z)", re.IGNORECASE)
_SAID_ON = re.compile(
    r"\b(?:said|says|told|announced|statement|reporters|published)\W+(?:\w+\s+){0,2}(?:on\s+)?\Z",
    re.IGNORECASE,
)
_SAYING = re.compile(r"\b(?:said|says|told|announced|speaking|met|talks|visit\w*)\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"(?:['\u2019]s)?\s+(?:\w+\s+)?(?:edition|iteration|round|running|instal?lment|phase)\b"
)
_OF_THAT_YEAR = re.compile(r"\s+of\s+that\b")
_CLAUSES = re.compile(r";\s|,?\s(?:while|whereas|but)\s")
_HOST_TOWN = re.compile(
    r"\bhosted\s+by\s+((?:(?:La|Le|El|San|Los|Las|Al|New|Port|Fort)\s+)?[A-Z][\w-]+)(?=[\s.,;])"
)
_NEAR = 60
_HEADINGS_ABOVE = 8


def modality(scene: Scene, occasion: Occasion, *, has_date: bool) -> Modality:
    """What the first of the sentences says that says anything; a series that has no date goes on
    and has happened.
    """
    for number in occasion.sentences:
        text = _clause(scene, occasion, number)
        if occasion.is_unnamed and signs.AGAIN.search(text):
            return "planned"
        if not has_date and signs.HABIT.search(text):
            return "happened"
        for found, sign in signs.MARKERS:
            if sign.search(text):
                return found
    return "happened"


def _clause(scene: Scene, occasion: Occasion, number: int) -> str:
    """The clause of a sentence in which the name stands, or all of it."""
    text = scene.sentences[number]
    at = text.find(occasion.name.words)
    bounds = [0, *(found.start() for found in _CLAUSES.finditer(text)), len(text)]
    start = max(bound for bound in bounds if bound <= max(at, 0))
    end = min(bound for bound in bounds if bound > max(at, 0)) if text else 0
    return text[start:end] if at >= 0 else text


def when(scene: Scene, occasion: Occasion) -> tuple[str | None, list[int]]:
    """The most exact date of the sentences, or that of the heading above them, with its number."""
    found = [
        (phrase.words, _is_elsewhere(number, phrase, occasion))
        for number in occasion.sentences
        for phrase in scene.dates(number)
        if _is_its_date(scene.sentences[number], phrase, occasion)
        and not any(phrase.span.overlaps(place.span) for place in scene.places(number))
    ]
    own = [words for words, is_elsewhere in found if not is_elsewhere]
    if own or (found and not signs.AGAIN.search(scene.sentences[occasion.sentences[0]])):
        words = min(own or [words for words, _ in found], key=_vagueness)
        return _BOUND.sub("", words), []
    headings = [n for n in scene.sentences if n <= occasion.sentences[0]]
    for number in reversed(headings[-_HEADINGS_ABOVE:]):
        if _HEADING.match(scene.sentences[number]) and scene.dates(number):
            return scene.dates(number)[0].words, [number]
    return None, []


def _is_elsewhere(number: int, phrase: Phrase, occasion: Occasion) -> bool:
    """Whether a date stands behind the name of another exercise of the sentence."""
    if number != occasion.sentences[0]:
        return False
    return any(phrase.span.overlaps(span) for span in occasion.elsewhere)


def _is_its_date(text: str, phrase: Phrase, occasion: Occasion) -> bool:
    """Whether a date is that of the edition: no part of the name, not that of a statement, nor the
    year in which the series began.
    """
    before, behind = text[: phrase.span.start], text[phrase.span.end :]
    name = text.find(occasion.name.words)
    if 0 <= name <= phrase.span.start < name + len(occasion.name.words):
        return False
    if _YEAR.search(phrase.words) and signs.ORIGIN.search(f"{before}{phrase.words}"):
        return occasion.is_earlier
    if _COUNTED.match(behind):
        return occasion.is_unnamed or _is_year_of(phrase.words, occasion.name.number)
    is_other = _SAID_ON.search(before[-_NEAR:]) or _RELATION.search(phrase.words)
    return not (is_other or _OF_THAT_YEAR.match(behind))


def _is_year_of(words: str, number: str) -> bool:
    """Whether "the 2024 edition" is the one of that number ("24")."""
    return bool(number) and words.endswith(number)


def _vagueness(words: str) -> int:
    """0 for a range of days, 1 for a day, 2 for what is less exact."""
    if not _DAY.search(words):
        return 2
    return 0 if _RANGE.search(words) else 1


def where(scene: Scene, occasion: Occasion) -> str | None:
    """The first place behind the name, else the first in any of the sentences."""
    for number in occasion.sentences:
        text = scene.sentences[number]
        elsewhere = occasion.elsewhere if number == occasion.sentences[0] else []
        at = text.find(occasion.name.words)
        places = [
            place
            for place in scene.places(number)
            if not any(place.span.overlaps(span) for span in elsewhere)
            and (place.span.start > at or not _SAYING.search(text[:at]))
            and place.name not in occasion.name.words
            and not signs.SUPERLATIVE.search(text[: place.span.start][-_NEAR * 2 :])
        ]
        behind = [place for place in places if place.span.start > at]
        if places:
            return (behind or places)[0].name
        host = _HOST_TOWN.search(text)
        if host and gazetteer.is_town(host[1]) and not countries.is_country(host[1]):
            return host[1]
    return None
