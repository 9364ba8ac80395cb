"""Finds the exercises that an article names, with who takes part, when, where and whether."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from eventschema.draft import MAX_PARTICIPANTS, MAX_SENTENCES, ExerciseDraft
from eventschema.draft import ExerciseParticipantDraft as Party
from eventschema.schema import ExerciseDomain, Modality
from eventschema.span import Span
from eventschema.spotting import exercise_names, exercise_parties
from eventschema.spotting import exercise_signs as signs
from eventschema.spotting.exercise_names import Name
from eventschema.spotting.scene import Phrase, Scene

_DAY = re.compile(r"day\b|\b\d{1,2}(?:st|nd|rd|th)?\b", re.IGNORECASE)
_RANGE = re.compile(r"\b(?:to|through|and)\b|[\u2013-]", re.IGNORECASE)
_YEAR = re.compile(r"\A\D*(?:19|20)\d\d\Z")
_RELATION = re.compile(r"\b(?:before|after|earlier|later|that\s+\w+)\Z", re.IGNORECASE)
_HEADING = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day[.:]\s", re.IGNORECASE)
_SAID_ON = re.compile(
    r"\b(?:said|says|told|announced|statement|reporters|published)\W+(?:\w+\s+){0,2}(?:on\s+)?\Z",
    re.IGNORECASE,
)
_SAYING = re.compile(r"\b(?:said|says|told|announced|speaking|met|talks|visit\w*)\b", re.IGNORECASE)
_COUNTED = re.compile(r"\s+(?:\w+\s+)?(?:edition|iteration|round|running|instal?lment|phase)\b")
_OF_THAT_YEAR = re.compile(r"\s+of\s+that\b")
_COMMANDED = re.compile(
    r"\b(?:commanded|led|headed|overseen)\s+by\b|\bunder\s+the\s+command\s+of\b", re.IGNORECASE
)
_CLAUSES = re.compile(r";\s|,?\s(?:while|whereas|but)\s")
_NEAR = 60
PAIR = 2
_LONGEST_STRETCH = 8
_EDITION_FOLLOWS = 5
"""How many sentences behind its name an exercise may have another edition without it."""


@dataclass(slots=True)
class _Occasion:
    """An edition of an exercise, and the sentences that tell of it, the reporting one first."""

    name: Name
    sentences: list[int]
    is_earlier: bool = False
    is_unnamed: bool = False
    elsewhere: list[Span] = field(default_factory=list)


def spot(scene: Scene) -> Iterator[ExerciseDraft]:
    """One draft for each edition of an exercise that the article names."""
    editions: list[tuple[str, list[Party]]] = []
    for occasion in _occasions(scene):
        parties = _parties(scene, occasion, editions)
        active = [party for party in parties if party.role != "observer"]
        editions.append((occasion.name.series, active))
        yield _draft(scene, occasion, [*parties, *_commanders(scene, occasion)])


def _occasions(scene: Scene) -> list[_Occasion]:
    """The editions in the order of the article, each with the sentences that go on about it."""
    names = exercise_names.find(scene)
    occasions: list[_Occasion] = []
    for number, text in scene.sentences.items():
        for name in names[number]:
            occasion = _joined(occasions, name, number, text)
            if occasion.sentences[0] == number:
                occasion.elsewhere = _elsewhere(names[number], name, text)
        if names[number] or not occasions:
            continue
        current = max(occasions, key=lambda occasion: occasion.sentences[-1])
        behind = number - current.sentences[-1]
        if behind <= _EDITION_FOLLOWS and signs.ANOTHER_EDITION.search(text):
            occasions.append(_Occasion(current.name, [number], is_unnamed=True))
        elif _goes_on(scene, current, number):
            current.sentences.append(number)
    return occasions


def _elsewhere(names: Sequence[Name], name: Name, text: str) -> list[Span]:
    """The parts of a sentence that speak of its other exercises, from their names to the next."""
    starts = [other.span.start for other in names]
    ends = [*starts[1:], len(text)]
    parts = zip(starts, ends, strict=True)
    return [Span(start, end) for start, end in parts if start != name.span.start]


def _joined(occasions: list[_Occasion], name: Name, number: int, text: str) -> _Occasion:
    """The occasion that a name belongs to: one already known, or a new one."""
    is_earlier = bool(signs.EARLIER.search(text))
    for known in occasions:
        if _is_same(known, name, is_earlier=is_earlier):
            if name.edition and not known.name.edition:
                known.name = name
            if number not in known.sentences:
                known.sentences.append(number)
            return known
    occasions.append(_Occasion(name, [number], is_earlier=is_earlier))
    return occasions[-1]


def _is_same(known: _Occasion, name: Name, *, is_earlier: bool) -> bool:
    """Whether a name means the edition: by its number, or where one of the two has no number and
    neither is said to be an earlier edition.
    """
    if known.name.series.casefold() != name.series.casefold() or known.is_unnamed:
        return False
    if known.name.edition.strip(" -") == name.edition.strip(" -"):
        return known.is_earlier == is_earlier or bool(name.edition)
    return not (known.name.edition and name.edition) and not (known.is_earlier or is_earlier)


def _goes_on(scene: Scene, occasion: _Occasion, number: int) -> bool:
    """Whether a sentence without a name goes on about the exercise: right behind its sentences, or
    a little later under the name "the exercise".
    """
    text = re.sub(r"\A\s*\(?\w{1,4}[.)]\s+", "", scene.sentences[number])
    behind = number - occasion.sentences[-1]
    if len(occasion.sentences) > _LONGEST_STRETCH or behind > _EDITION_FOLLOWS:
        return False
    if signs.THE_EXERCISE.match(text):
        return True
    if behind > 1:
        return False
    has_state = any(state.span.start == 0 for state in scene.states(number))
    opens = has_state or signs.CONTINUES.match(text)
    return bool(signs.IT.match(text) or (opens and signs.ABOUT_EXERCISE.search(text)))


def _draft(scene: Scene, occasion: _Occasion, parties: Sequence[Party]) -> ExerciseDraft:
    texts = [_part(scene, occasion, number) for number in occasion.sentences]
    when, heading = _when(scene, occasion)
    series = occasion.name.series
    name = series if occasion.is_unnamed else occasion.name.words
    return ExerciseDraft(
        sentences=[*occasion.sentences[: MAX_SENTENCES - len(heading)], *heading],
        name=name,
        series=series if series != name else None,
        modality=_modality(scene, occasion, has_date=when is not None),
        certainty="stated",
        when=when,
        where=_where(scene, occasion),
        participants=list(parties[:MAX_PARTICIPANTS]),
        domains=_domains(texts),
        personnel=_personnel(texts),
    )


def _part(scene: Scene, occasion: _Occasion, number: int) -> str:
    """A sentence without what it says of other exercises."""
    text = scene.sentences[number]
    if number != occasion.sentences[0]:
        return text
    for span in reversed(occasion.elsewhere):
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def _parties(
    scene: Scene, occasion: _Occasion, editions: Sequence[tuple[str, list[Party]]]
) -> list[Party]:
    """Who takes part by any of the sentences, each state once.

    Of an edition of which only the host is named the other is the partner in the edition of two.
    """
    parties: dict[str, Party] = {}
    for number in occasion.sentences:
        elsewhere = occasion.elsewhere if number == occasion.sentences[0] else ()
        named = exercise_parties.named(scene, number, elsewhere=elsewhere)
        before = [others for _, others in editions]
        for party in (*named, *exercise_parties.anaphoric(scene, number, before)):
            parties.setdefault(exercise_parties.state_of(party), party)
    if [party.role for party in parties.values()] == ["host"]:
        pairs = [others for series, others in editions if series == occasion.name.series]
        for other in pairs[-1] if pairs and len(pairs[-1]) == PAIR else ():
            plain = other.model_copy(update={"role": "participant"})
            parties.setdefault(exercise_parties.state_of(other), plain)
    return list(parties.values())


def _commanders(scene: Scene, occasion: _Occasion) -> Iterator[Party]:
    for number in occasion.sentences:
        text = scene.sentences[number]
        for person in scene.people(number):
            start = person.span.start
            if _COMMANDED.search(text, max(start - _NEAR, 0), start):
                yield Party(
                    name=person.name,
                    office=person.office,
                    country=person.country,
                    role="participant",
                )


def _modality(scene: Scene, occasion: _Occasion, *, has_date: bool) -> Modality:
    """What the first of the sentences says that says anything; a series that has no date goes on
    and has happened.
    """
    for number in occasion.sentences:
        text = _clause(scene, occasion, number)
        if not has_date and signs.HABIT.search(text):
            return "happened"
        for modality, sign in signs.MARKERS:
            if sign.search(text):
                return modality
    return "happened"


def _clause(scene: Scene, occasion: _Occasion, number: int) -> str:
    """The clause of a sentence in which the name stands, or all of it."""
    text = scene.sentences[number]
    at = text.find(occasion.name.words)
    bounds = [0, *(found.start() for found in _CLAUSES.finditer(text)), len(text)]
    start = max(bound for bound in bounds if bound <= max(at, 0))
    end = min(bound for bound in bounds if bound > max(at, 0)) if text else 0
    return text[start:end] if at >= 0 else text


def _when(scene: Scene, occasion: _Occasion) -> tuple[str | None, list[int]]:
    """The most exact date of the sentences, or that of the heading above them, with its number."""
    found = [
        phrase.words
        for number in occasion.sentences
        for phrase in scene.dates(number)
        if _is_its_date(scene.sentences[number], phrase, occasion)
    ]
    if found:
        return min(found, key=_vagueness), []
    headings = [n for n in scene.sentences if n <= occasion.sentences[0]]
    for number in reversed(headings[-_LONGEST_STRETCH:]):
        if _HEADING.match(scene.sentences[number]):
            return scene.dates(number)[0].words, [number]
    return None, []


def _is_its_date(text: str, phrase: Phrase, occasion: _Occasion) -> bool:
    """Whether a date is that of the edition: no part of the name, not that of a statement, nor the
    year in which the series began.
    """
    before, behind = text[: phrase.span.start], text[phrase.span.end :]
    name = text.find(occasion.name.words)
    if 0 <= name <= phrase.span.start < name + len(occasion.name.words):
        return False
    if _YEAR.search(phrase.words) and signs.ORIGIN.search(f"{before}{phrase.words}"):
        return occasion.is_earlier
    is_other = _SAID_ON.search(before[-_NEAR:]) or _RELATION.search(phrase.words)
    return not (is_other or _COUNTED.match(behind) or _OF_THAT_YEAR.match(behind))


def _vagueness(words: str) -> int:
    """0 for a range of days, 1 for a day, 2 for what is less exact."""
    if not _DAY.search(words):
        return 2
    return 0 if _RANGE.search(words) else 1


def _where(scene: Scene, occasion: _Occasion) -> str | None:
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
        ]
        behind = [place for place in places if place.span.start > at]
        if places:
            return (behind or places)[0].name
    return None


def _domains(texts: Sequence[str]) -> list[ExerciseDomain]:
    joined = " ".join(texts)
    return [domain for domain, sign in signs.DOMAINS if sign.search(joined)][:4]


def _personnel(texts: Sequence[str]) -> str | None:
    return next((found.group() for found in map(signs.PERSONNEL.search, texts) if found), None)
