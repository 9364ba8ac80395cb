"""What one sentence, or one clause of it, reports of an incident."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from eventschema.draft import IncidentParticipantDraft
from eventschema.language.sought import Sieve, Sought
from eventschema.span import Span
from eventschema.spotting.incidents import circumstances as incident_circumstances
from eventschema.spotting.incidents import forces as incident_forces
from eventschema.spotting.incidents import names as incident_names
from eventschema.spotting.incidents import roles as incident_roles
from eventschema.spotting.incidents.phrases import (
    ACCIDENTAL,
    ASHORE,
    CONFIRMED,
    DEFINITE,
    DENIED,
    DISBELIEVED,
    FICTION,
    FIGURES,
    GAMES,
    HABIT,
    IN_EARNEST,
    NEW,
    NOTICE,
    PRONOUN,
    RUMOR,
    STAGES,
    UNREAL,
    WITHDRAWN,
)
from eventschema.spotting.incidents.tolls import Outcome, Toll, tolls
from eventschema.spotting.incidents.triggers import TRIGGERS
from eventschema.spotting.incidents.vocabulary import AIRCRAFT, VESSEL, Kind
from eventschema.spotting.scene import Scene
from eventschema.vocabularies import IncidentCategory, Modality, Stage

HEADINGS = 4
"""How far down an article its headlines stand; later lines without a full stop head something."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a clause says of an incident.

    It `opens` a record if no earlier one fits; one that `is_new` tells of another incident than all
    before it, and one that `is_definite` of one that was told before ("the blast"). `when` comes
    from the sentence `dated`; `places` are all that may be meant, the likeliest first.
    """

    number: int
    words: str
    acts: frozenset[IncidentCategory]
    categories: frozenset[IncidentCategory]
    opens: bool
    is_new: bool
    is_definite: bool
    is_heading: bool
    is_withdrawn: bool
    modality: Modality
    stage: Stage | None
    when: str | None
    dated: int
    places: tuple[str, ...]
    tolls: tuple[Toll, ...]
    participants: tuple[IncidentParticipantDraft, ...]
    weapons: tuple[str, ...]

    @property
    def is_loose(self) -> bool:
        """Whether its place may be another one than the incident's."""
        return self.is_heading or self.is_withdrawn

    @property
    def day(self) -> str | None:
        """The date's words without those that tell the hour."""
        return incident_circumstances.day(self.when) if self.when else None

    def counted(self, outcome: Outcome) -> list[str]:
        """The words that number the dead or the hurt."""
        return [toll.words for toll in self.tolls if toll.outcome == outcome]

    def totalled(self, outcome: Outcome) -> list[str]:
        """The words that number all of them, where a report sums up."""
        return [one.words for one in self.tolls if one.outcome == outcome and one.is_total]


@dataclass(frozen=True, slots=True)
class _Found:
    """The words of a trigger in a sentence."""

    category: IncidentCategory
    kind: Kind
    span: Span


@dataclass(frozen=True, slots=True)
class _Clause:
    """A part of a sentence, with the triggers, the tolls and the named people in it."""

    scene: Scene
    number: int
    span: Span
    found: Sequence[_Found]
    tolls: tuple[Toll, ...]
    people: tuple[IncidentParticipantDraft, ...]

    @property
    def sentence(self) -> str:
        return self.scene.sentences[self.number]

    @property
    def words(self) -> str:
        return self.sentence[self.span.start : self.span.end]

    @property
    def acts(self) -> list[_Found]:
        return [one for one in self.found if one.kind == "act"]


_CUTS = re.compile(
    r";\s+|\s+(?=since\b[^.;]{0,60}\b(?:when|in which)\b)|\s+(?=followed an?\b)"
    r"|\s+(?=since the (?:fatal )?(?:shooting|killing|murder|attack|bombing)\b)"
)
"""Where a sentence passes to an earlier incident."""
_RUBRIC = re.compile(
    r"(?P<day>(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY|(?:Mon|Tues|Wednes|Thurs|Fri|Satur"
    r"|Sun)day)"
    r"(?:\s*[.:\u2013\u2014]\s|,?\s*\d{0,2}(?:st|nd|rd|th)?\Z)"
)


def reports(scene: Scene) -> list[Report]:
    """The reports of incidents in the sentences, in their order.

    In a round-up by days ("MONDAY. ...") a report without a day has that of its rubric.
    """
    found: list[Report] = []
    rubric: tuple[str, int] | None = None
    for number, text in scene.sentences.items():
        heads = _RUBRIC.match(text)
        if heads is not None or text.isupper():
            rubric = (heads["day"], number) if heads is not None else None
        found += [_dated(report, rubric) for report in _of_sentence(scene, number)]
    return found


def _dated(report: Report, rubric: tuple[str, int] | None) -> Report:
    if rubric is None or report.when is not None:
        return report
    return replace(report, when=rubric[0], dated=rubric[1])


def _of_sentence(scene: Scene, number: int) -> Iterator[Report]:
    text = scene.sentences[number]
    if _is_label(text, number) or _is_noticed(scene, number) or DISBELIEVED.search(text):
        return
    found, counted = _triggers(text, scene.sentences.get(number - 1, "")), tolls(text)
    people = [
        *incident_names.named(scene, number),
        *incident_names.counted(scene, number, counted),
    ]
    for span in _parts(text):
        words = text[span.start : span.end]
        own = [one for one in found if span.contains(one.span)]
        of_clause = tuple(toll for toll in counted if span.contains(toll.span))
        if HABIT.search(words) and not of_clause:
            continue
        inside = tuple(person for person in people if person.name.split()[-1] in words)
        if of_clause and not own and words.startswith("since"):
            own = [_Found("armed_attack", "name", span)]
        if own or of_clause or inside:
            yield _report(_Clause(scene, number, span, own, of_clause, inside))


def _is_label(text: str, number: int) -> bool:
    """Whether a line is the label of an item or a section, and no headline."""
    return _is_heading(text) and (number > HEADINGS or bool(_ITEM.match(text)))


_ITEM = re.compile(r"\(?(?:\d+|[a-z])[.)]\s")


def _is_noticed(scene: Scene, number: int) -> bool:
    """Whether a sentence speaks to machines, or follows one that does, or tells fiction."""
    around = (scene.sentences.get(at, "") for at in range(number - 2, number + 1))
    return any(map(NOTICE.search, around)) or bool(FICTION.search(scene.sentences[number]))


def _parts(text: str) -> Iterator[Span]:
    start = 0
    for cut in _CUTS.finditer(text):
        yield Span(start, cut.start())
        start = cut.end()
    yield Span(start, len(text))


def _triggers(text: str, before: str) -> list[_Found]:
    masked = FIGURES.sub(lambda found: "_" * len(found.group()), text)
    is_play = GAMES.search(text) or GAMES.search(before)
    if is_play and not IN_EARNEST.search(masked):
        return []
    return [
        _Found(trigger.category, trigger.kind, Span(*found.span()))
        for trigger in _TRIGGERS.likely(masked)
        for found in trigger.pattern.finditer(masked)
        if not UNREAL.search(masked[max(0, found.start() - _BEFORE) : found.start()])
    ]


_TRIGGERS = Sieve(TRIGGERS, [trigger.pattern for trigger in TRIGGERS])
_BEFORE = 80
"""How many code points before the words of an incident may say that it is not real."""


def _report(clause: _Clause) -> Report:
    is_told = bool(clause.found or clause.tolls)
    at = next((one.span for one in clause.acts), clause.span)
    place = (clause.scene, clause.number, clause.span, at)
    when = incident_circumstances.when(*place) if is_told else None
    places = incident_circumstances.places(*place) if is_told else ()
    return Report(
        number=clause.number,
        words=clause.words,
        acts=frozenset(_categories(clause.sentence, clause.acts)),
        categories=frozenset(_categories(clause.sentence, clause.found)),
        opens=_opens(clause, has_details=bool(places or when), has_place=bool(places)),
        is_new=bool(clause.acts) and bool(NEW.search(clause.words)),
        is_definite=_is_definite(clause),
        is_heading=_is_heading(clause.sentence),
        is_withdrawn=bool(WITHDRAWN.search(clause.sentence)),
        modality="denied" if DENIED.search(clause.sentence) else "happened",
        stage=next((stage for stage, said in STAGES.items() if said.search(clause.words)), None),
        when=when,
        dated=clause.number,
        places=places,
        tolls=clause.tolls,
        participants=tuple(_participants(clause)),
        weapons=incident_roles.weapons(clause.words) if clause.found else (),
    )


def _opens(clause: _Clause, *, has_details: bool, has_place: bool) -> bool:
    is_told = has_details or bool(clause.acts or clause.tolls)
    return is_told and (has_place or bool(clause.found)) and not HABIT.search(clause.words)


def _is_definite(clause: _Clause) -> bool:
    if CONFIRMED.search(clause.words):
        return True
    is_named_again = not clause.acts and DEFINITE.search(clause.words)
    is_echo = PRONOUN.match(clause.sentence) and not NEW.search(clause.words)
    return bool(is_named_again or is_echo)


def _is_heading(text: str) -> bool:
    return not text.rstrip().endswith((".", "!", "?", '"', "\u201d", "'", "\u2019", ":", ";"))


def _categories(text: str, found: Sequence[_Found]) -> Iterator[IncidentCategory]:
    is_ashore = bool(ASHORE.search(text))
    at_sea = _VESSEL.search(text) and not is_ashore and not _AIRCRAFT.search(text)
    for one in found:
        words = text[one.span.start : one.span.end]
        if one.category == "accident" and at_sea:
            yield "maritime_incident"
        elif one.category == "maritime_incident" and is_ashore and not _VESSEL.search(text):
            yield "accident"
        elif one.category in ("bombing", "arson") and ACCIDENTAL.search(text):
            yield "bombing" if _BOMB.search(words) else "accident"
        else:
            yield one.category


_BOMB = re.compile(r"bomb|grenade|dynamit|suicide|planted|placed", re.IGNORECASE)
_AIRCRAFT = re.compile(rf"\b{AIRCRAFT}\b", re.IGNORECASE)
_VESSEL = Sought(rf"\b{VESSEL}\b", re.IGNORECASE)


def _participants(clause: _Clause) -> Iterator[IncidentParticipantDraft]:
    yield from clause.people
    if RUMOR.search(clause.words) or DENIED.search(clause.words):
        return
    if clause.found:
        yield from incident_forces.acting(clause.scene, clause.number, clause.span)
    if clause.acts or clause.tolls:
        yield from incident_forces.of_government(clause.scene, clause.words)
    if clause.found:
        yield from incident_roles.described(clause.words)
