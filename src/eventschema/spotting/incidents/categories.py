"""Which category an incident has of those that its reports tell, and which of them waver."""

from __future__ import annotations

from collections.abc import Sequence

from eventschema.spotting.incidents.reports import Report
from eventschema.vocabularies import IncidentCategory

_ACT, _NAME, _LEAD = 2.0, 0.5, 0.5
"""What a report that tells of an act, one that only names it, and the first act, add to one."""
_VAGUE = {"armed_attack": 1.9}
"""The most that reports add to a category whose words are said of the others too."""

_VIOLENCE = (
    "armed_attack bombing assassination armed_clash kidnapping robbery ceasefire_violation arson"
    " missile_or_artillery_strike air_or_drone_strike"
)
_FAMILY_WORDS = (
    _VIOLENCE,
    "armed_attack riot arson robbery",
    "armed_clash riot",
    "maritime_incident accident armed_attack border_incursion kidnapping hijacking robbery",
    "accident bombing arson sabotage",
    "weapons_test missile_or_artillery_strike",
    "sabotage robbery arson bombing cyber_attack",
    "border_incursion air_or_drone_strike armed_clash armed_attack kidnapping",
)
_FAMILIES = tuple(frozenset(words.split()) for words in _FAMILY_WORDS)
"""Categories between which reports of one incident waver."""


def may_be_one(mine: frozenset[IncidentCategory], theirs: frozenset[IncidentCategory]) -> bool:
    """Whether reports with these categories may tell of one incident."""
    if not mine or not theirs or mine & theirs:
        return True
    return any(mine & family and theirs & family for family in _FAMILIES)


def chosen(reports: Sequence[Report]) -> IncidentCategory | None:
    """The category that most of an incident's reports tell, the more specific of equals.

    What the first act is counts a little more; an explosion beside an accident is a part of it
    unless a bomb is told of, and so are the fires that attackers set.
    """
    votes: dict[IncidentCategory, float] = {}
    told = [one for one in reports if not one.is_withdrawn] or reports
    lead = next((report.acts for report in reports if report.acts), frozenset())
    for report in told:
        for one in report.categories:
            vote = votes.get(one, 0) + (_ACT if one in report.acts else _NAME)
            votes[one] = min(vote, _VAGUE.get(one, vote))
    if "accident" in votes and not any("bombing" in report.acts for report in told):
        votes.pop("bombing", None)
    if {"armed_attack", "arson"} <= lead:
        votes.pop("arson")
    if any("arson" in report.acts for report in told) and "arson" in votes:
        votes.pop("accident", None)
    for one in lead & votes.keys():
        votes[one] += _LEAD
    return max(votes, key=lambda one: (votes[one], -_RANK.index(one)), default=None)


_RANK: tuple[IncidentCategory, ...] = (
    "weapons_test",
    "hijacking",
    "kidnapping",
    "assassination",
    "cyber_attack",
    "border_incursion",
    "maritime_incident",
    "riot",
    "robbery",
    "arson",
    "sabotage",
    "air_or_drone_strike",
    "missile_or_artillery_strike",
    "bombing",
    "armed_clash",
    "ceasefire_violation",
    "accident",
    "armed_attack",
    "other",
)
