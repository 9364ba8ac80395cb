"""Who did it, to whom, with what: the people, forces and weapons in the report of an incident.

People are told by name elsewhere (`incident_names`), states by their forces (`incident_forces`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventschema.draft import IncidentParticipantDraft
from eventschema.language import actors
from eventschema.language.sought import Sought
from eventschema.spotting.incidents.names import NAME, PART
from eventschema.spotting.incidents.targets import TARGETS
from eventschema.vocabularies import IncidentRole

_SEVERAL = (
    r"(?:suspected|presumed|alleged|masked|hooded|armed|unidentified|unknown|islamist|jihadist"
    r"|leftist|heavily|maoist|separatist|rightist|several|some|dozens of|a group of|groups? of"
    r"|a column of"
    r"|members of|two|three|four|five|six|seven|eight|nine|ten|\d+|an?|urban|drug|young)"
)
_DOERS = Sought(
    rf"\b(?:{_SEVERAL}\s+){{0,4}}(?:gunm[ae]n|armed (?:men|individuals|persons|civilians)"
    rf"|militants?"
    r"|rebels?|insurgents?|jihadists?|terrorists?|guerrillas?|subversives?|separatists?|bandits?"
    r"|pirates?|attackers?|assailants?|hijackers?|kidnappers?|robbers?|extremists?|hackers?"
    r"|suicide bombers?|assassins?|traffickers|masked men|hitmen|commandos?|paramilitaries"
    r"|(?:unidentified|unknown|young) (?:men|individuals|persons|people)"
    r"|(?:guerrilla|rebel) (?:columns?|units?|fighters|group))"
    r"(?!\s+(?:attacks?|leaders?|groups?|organi\w+|acts?|threats?|networks?|cells?|camps?|training"
    r"|outrage|commander|column|army|stronghold|movement|incident|atrocit\w+|infrastructure|raid"
    r"|actions?|offensive|activit\w+|operations?|war|violence|forces|chiefs?)\b)"
    r"(?: on (?:motorcycles|motorbikes|pick-?ups|horseback|foot))?\b",
    re.IGNORECASE,
)
_GROUPS = re.compile(
    rf"\b(?:{PART}\s+){{1,6}}(?:(?:and|of)\s+)?(?:{PART}\s+)?(?:Front|Liberation Army"
    r"|Liberation Front|Liberation Movement|Movement|Cartel|Brigades|Guerrilla Coordinator"
    r"|Commandos?"
    r"|Militia|Resistance|Revolutionary Army|Revolutionary Armed Forces)\b"
    r"|\b(?:Islamic State|Boko Haram|[Aa]l[- ]Shabaab|[Aa]l[- ]Qa(?:e|i)da|Hamas|Hezbollah"
    r"|Taliban)\b"
)
"""Armed groups: by the noun in their name, and those of the world's news whose names have none."""
_CLAIMANT = re.compile(
    rf"\b(?P<name>(?:{NAME}|[a-z]+\s+{NAME}))(?:\s+group)?,?\s+(?:has\s+|have\s+|had\s+|also\s+)?"
    r"(?:claim(?:s|ed)\s+(?:\w+\s+)?(?:responsibility|credit|the\s+(?:attack|assault|bombing"
    r"|killing|raid|blast|ambush|kidnapping)|attack)|took\s+responsibility|admitted)"
)
_WEAPONS = Sought(
    r"\b(?:(?:car|truck|suicide|roadside|parcel|letter|pipe|petrol|time|fire|gas|nail"
    r"|mortar) ?bombs?"
    r"|bombs?|dynamite(?: charges?| sticks?)?|explosives?|grenades?|hand grenades?|machine-?guns?"
    r"|sub-?machine ?guns?|assault rifles?|rifles?|pistols?|revolvers?|shotguns?|handguns?"
    r"|kn(?:ife|ives)"
    r"|machetes?|axes?|(?:short-range |long-range )?(?:ballistic |cruise |anti-ship )?missiles?"
    r"|rockets?|rocket-propelled grenades?|mortars?|shells?|drones?|land ?mines?|mines|jerrycans?"
    r"|petrol|gasoline|molotov cocktails?|ransomware|malware|water cannons?|artillery|howitzers?"
    r"|explosive device|car packed with explosives|tear gas|ak-?47s?)\b",
    re.IGNORECASE,
)


def weapons(words: str) -> tuple[str, ...]:
    """The weapons and means that the words name, in their order."""
    return tuple(dict.fromkeys(found.group() for found in _WEAPONS.finditer(words)))


def described(words: str) -> Iterator[IncidentParticipantDraft]:
    """Who did it ("gunmen on pick-ups"), which group, who claims it, and what was hit."""
    for found in _DOERS.finditer(words):
        yield from _known(found.group(), "perpetrator")
    for found in _CLAIMANT.finditer(words):
        yield from _known(found["name"], "claimant")
    for found in _GROUPS.finditer(words):
        yield from _known(found.group(), "perpetrator")
    for pattern in TARGETS:
        for found in pattern.finditer(words):
            yield from _known(found["target"].strip(), "target")


def _known(name: str, role: IncidentRole) -> Iterator[IncidentParticipantDraft]:
    if actors.kind(name) not in (None, "person"):
        yield IncidentParticipantDraft(name=name, role=role)
