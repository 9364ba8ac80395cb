"""Incidents that an article reports, told from the words of its sentences.

Each sentence that tells of violence, force, sabotage, a test or an accident is a report. Reports of
one occasion become one draft: those that name no other day and no other place than the one before
them, and the sentences on its toll, its victims and its claims.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from eventschema.draft import IncidentDraft, IncidentParticipantDraft
from eventschema.spotting.incidents import parties
from eventschema.spotting.incidents.categories import chosen, may_be_one
from eventschema.spotting.incidents.circumstances import is_precise, is_wide, same_place
from eventschema.spotting.incidents.phrases import DENIED, RUMOR
from eventschema.spotting.incidents.reports import Report, reports
from eventschema.spotting.incidents.tolls import Outcome
from eventschema.spotting.scene import Scene
from eventschema.vocabularies import IncidentCategory, Modality

_MOST_WEAPONS = 4
_MOST_PARTICIPANTS = 10


@dataclass
class _Occasion:
    """The reports of one incident, in the article's order."""

    reports: list[Report] = field(default_factory=list)
    umbrella: _Occasion | None = None
    model: _Occasion | None = None

    @property
    def days(self) -> set[str]:
        """The days that its reports name."""
        return {report.day for report in self.reports if report.day}

    @property
    def places(self) -> set[str]:
        """The places that its reports name."""
        return {place for report in self.reports for place in report.places}

    @property
    def categories(self) -> frozenset[IncidentCategory]:
        """What its reports may make it."""
        return frozenset(one for report in self.reports for one in report.categories)

    @property
    def ordered(self) -> list[Report]:
        """The reports, headlines and what was withdrawn last."""
        return sorted(self.reports, key=lambda one: (one.is_heading, one.is_withdrawn))


def spot(scene: Scene) -> Iterator[IncidentDraft]:
    """One draft for each incident that the sentences report."""
    for occasion in _occasions(reports(scene)):
        yield parties.complete(_draft(occasion, scene), scene)


def _occasions(found: Sequence[Report]) -> list[_Occasion]:
    occasions: list[_Occasion] = []
    for report in found:
        homes = [one for one in reversed(occasions) if _belongs(report, one)]
        home = max(homes, key=lambda one: _closeness(report, one), default=None)
        if home is None and report.opens:
            umbrella, tester = _umbrella(report, occasions), _earlier_test(report, occasions)
            home = _Occasion(umbrella=umbrella, model=tester or umbrella)
            occasions.append(home)
        if home is not None:
            home.reports.append(report)
    return [one for one in occasions if one.categories and any(map(_tells, one.reports))]


def _closeness(report: Report, occasion: _Occasion) -> tuple[bool, bool]:
    """Whether they name the same day or place, and the same kind; the latest of equals is first."""
    is_there = any(same_place(one, other) for one in report.places for other in occasion.places)
    is_then = report.day in occasion.days
    return is_there or is_then, bool(report.categories & occasion.categories)


def _tells(report: Report) -> bool:
    """Whether a report is more than a headline, and than what a correction withdraws."""
    is_told = report.categories and not report.is_withdrawn
    return not report.is_heading and bool(is_told or report.tolls)


def _earlier_test(report: Report, occasions: Sequence[_Occasion]) -> _Occasion | None:
    """The test before this one: background on tests tells of the same state's."""
    is_test = "weapons_test" in report.acts and not any(one.country for one in report.participants)
    return next((one for one in occasions if is_test and "weapons_test" in one.categories), None)


def _umbrella(report: Report, occasions: Sequence[_Occasion]) -> _Occasion | None:
    """The wider attack of which a report without a day of its own tells another place."""
    if report.day or report.is_new or report.modality == "denied":
        return None
    wider = (one for one in occasions if one.days and may_be_one(report.categories, one.categories))
    return next(wider, None)


def _belongs(report: Report, occasion: _Occasion) -> bool:
    if report.is_new or "denied" in (report.modality, occasion.reports[0].modality):
        return False
    last = occasion.reports[-1]
    if not may_be_one(report.categories, occasion.categories) or _is_another_day(report, occasion):
        return False
    if report.is_definite or all(one.is_loose for one in occasion.reports):
        return True
    if report.places and occasion.places:
        pairs = [(one, other) for one in report.places for other in occasion.places]
        is_finer = _resumes(report, occasion) and any(is_wide(a) != is_wide(b) for a, b in pairs)
        return is_finer or any(same_place(one, other) for one, other in pairs)
    is_far = report.number - last.number > _FAR and not report.categories
    if is_far and report.places and not report.is_definite:
        return False
    is_same_kind = not report.acts or report.categories & occasion.categories
    return bool(is_same_kind) or report.number - last.number <= _NEAR


_FAR = 5
_NEAR = 2
"""How many sentences apart reports of two kinds are still of one incident."""


def _resumes(report: Report, occasion: _Occasion) -> bool:
    """Whether a report goes on about the incident of the sentence before it."""
    if report.number - occasion.reports[-1].number > 1:
        return False
    is_bare = not any(one.tolls for one in occasion.reports)
    return is_bare or bool(_RESUMED.match(report.words))


_RESUMED = re.compile(r"(?:The|Those|These|His|Her|Their|Its|They|He|She)\b")


def _is_another_day(report: Report, occasion: _Occasion) -> bool:
    """Whether the report names another day, not the day of the month that they name."""
    if not report.when or report.day in occasion.days:
        return False
    if not occasion.days:
        is_aside = report.acts and not report.is_definite and not occasion.reports[0].is_heading
        return bool(is_aside) and not is_precise(report.when)
    others = [one.when for one in occasion.reports if one.when]
    is_finer = all(is_precise(report.when) > is_precise(other) for other in others)
    is_next = report.number - occasion.reports[-1].number <= _NEAR
    return not (report.is_definite and is_finer and is_next)


def _draft(occasion: _Occasion, scene: Scene) -> IncidentDraft:
    ordered = occasion.ordered
    when, numbers = _when(occasion)
    if when is None and occasion.reports[0].modality != "denied":
        when, numbers = _day_before(occasion, scene), []
    if when is None and occasion.reports[0].modality != "denied":
        when, numbers = _live_day(scene)
    return IncidentDraft(
        sentences=list(dict.fromkeys([*(report.number for report in ordered), *numbers])),
        modality=_modality(occasion, scene),
        when=when,
        where=_where(ordered),
        category=chosen(ordered),
        stage=next((one.stage for one in ordered if one.stage and one.acts), None),
        killed=_toll(ordered, "killed"),
        injured=_toll(ordered, "injured"),
        participants=_participants(occasion),
        weapons=list(dict.fromkeys(weapon for one in ordered for weapon in one.weapons))[
            :_MOST_WEAPONS
        ],
    )


def _toll(ordered: Sequence[Report], outcome: Outcome) -> str | None:
    """The words for the last total that is given, else for the first number."""
    totals = [words for one in ordered for words in one.totalled(outcome)]
    told = (words for one in ordered for words in one.counted(outcome))
    return totals[-1] if totals else next(told, None)


def _modality(occasion: _Occasion, scene: Scene) -> Modality:
    """Denied where its first report says so, or spreads a rumor that the next sentence denies."""
    first = occasion.ordered[0]
    if first.modality == "denied":
        return "denied"
    following = scene.sentences.get(first.number + 1, "")
    is_rumor = RUMOR.search(first.words) and DENIED.search(following)
    return "denied" if is_rumor else "happened"


def _when(occasion: _Occasion) -> tuple[str | None, list[int]]:
    """The words for the day, the most precise first, and the sentence that they come from."""
    told = [one for one in occasion.ordered if one.when]
    told.sort(key=lambda one: not is_precise(one.when or ""))
    if told:
        return told[0].when, [told[0].dated]
    return _when(occasion.umbrella) if occasion.umbrella else (None, [])


_SHORT = 60


def _day_before(occasion: _Occasion, scene: Scene) -> str | None:
    """The day of the short sentence before the first report: "Peace held until Friday"."""
    number = occasion.ordered[0].number - 1
    phrases = (
        scene.dates(number) if len(scene.sentences.get(number, "")) in range(1, _SHORT) else ()
    )
    return phrases[0].words if len(phrases) == 1 else None


_LIVE = re.compile(r"\b(?:as it happened|live|minute by minute|latest updates)\b", re.IGNORECASE)
_TOP = 3


def _live_day(scene: Scene) -> tuple[str | None, list[int]]:
    """The day in the headline of a live blog, all of which is about one day."""
    top = {number: text for number, text in scene.sentences.items() if number <= _TOP}
    if any(map(_LIVE.search, top.values())):
        for number in top:
            for phrase in scene.dates(number):
                return phrase.words, [number]
    return None, []


def _where(ordered: Sequence[Report]) -> str | None:
    """The place that a report of the act names, else the first one that is named."""
    told = [one for one in ordered if one.places and (one.acts or not one.is_definite)]
    told.sort(key=lambda one: (is_wide(one.places[0]), one.is_heading, not one.acts))
    return told[0].places[0] if told else None


def _participants(occasion: _Occasion) -> list[IncidentParticipantDraft]:
    found: dict[str, IncidentParticipantDraft] = {}
    for report in occasion.ordered:
        for participant in report.participants:
            found.setdefault(participant.name, participant)
    doers = [one for one in found.values() if one.role == "perpetrator"]
    if occasion.model is not None and not doers:
        wider = _participants(occasion.model)
        found |= {one.name: one for one in wider if one.role == "perpetrator"}
    return list(found.values())[:_MOST_PARTICIPANTS]
