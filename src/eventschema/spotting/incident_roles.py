"""Who did it, to whom, with what: the people, forces and weapons in the report of an incident.

Named victims and perpetrators are told by the turns of phrase around a name ("X, 34, was shot
dead", "named the captain as X"); states by the forces and vessels that act under their name. Those
who merely speak of it are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eventschema.draft import IncidentParticipantDraft
from eventschema.language import actors, names
from eventschema.language.countries import demonyms
from eventschema.schema import IncidentRole
from eventschema.spotting.incident_targets import TARGETS
from eventschema.spotting.scene import Scene

_UPPER = r"[A-Z\u00c0-\u024f\u1e00-\u1eff]"
_PART = rf"{_UPPER}[\w'\u2019-]*\.?"
_PARTICLE = r"(?:(?:al|el|bin|ibn|ben|ag|ould|van|von|der|de|da|do|dos|di|del|la|le|y|e|ter)[\s-])*"
_NAME = rf"{_PART}(?:\s+{_PARTICLE}{_PART}){{0,6}}"
_AGED = r"(?:,\s*(?:aged\s+)?\d{1,3}\b)?"
_NAMES = rf"{_NAME}{_AGED}(?:(?:,\s*(?:and\s+)?|\s+and\s+){_NAME}{_AGED}){{0,6}}"
_BE = r"(?:(?:also|reportedly|later|then|had|has|have|was|were|is|are|been|being)\s+)+"
_SUFFERED = (
    r"(?:shot|killed|murdered|slain|assassinated|gunned down|stabbed|abducted|kidnapped|seized"
    r"|taken"
    r"|injured|wounded|hurt|beheaded|executed|ambushed|attacked|beaten|lynched|held hostage|among"
    r"(?: the| those)? (?:dead|killed|victims?|injured|wounded|hostages|fatalities)|handed over"
    r"|freed"
    r"|released)"
)
_DID_IT = r"(?:hijackers?|attackers?|gunm[ae]n|suspects?|bombers?|shooters?|assailants?|killers?)"
_SUFFERER = (
    r"(?:dead|deceased|victims?|slain|hostages?|captain|captives?|injured|wounded|killed"
    r"|dead (?:man|woman|men|women|soldiers?|officers?|policem[ae]n|boy|girl|guards?)|fatalities)"
)
_DEED = (
    r"(?:(?:fatal )?shooting|killing|murder|slaying|assassination|abduction|kidnapping|death"
    r"|beheading|lynching|execution)"
)
_DOING = (
    r"(?:kill(?:ed|ing|s)|murder(?:ed|ing)|assassinat(?:ed|ing)|abduct(?:ed|ing)|kidnapp?(?:ed|ing)"
    r"|gunn(?:ed|ing) down|shot dead|shot and killed|stabbed|behead(?:ed|ing)|execut(?:ed|ing))"
)
_NO_PHRASE = (
    r"(?:at|in|on|by|near|from|after|off|outside|when|with|for|to|as|during|before|and|while|since"
    r"|inside|who|which|that|over|around|around|between|under|into|because|until|is|was|were|are"
    r"|had)"
)
_NOUN_PHRASE = rf"(?:(?!{_NO_PHRASE}\b)(?:[a-z\u00df-\u024f'\u2019-]+,?|\d+)\s+){{0,8}}"
_DEMONYM_PHRASE = (
    rf"(?:(?:an?|the|two|three|four|five|six)\s+)?(?:{_UPPER}[\w-]+\s+)?{_NOUN_PHRASE}"
)

_VICTIMS = (
    re.compile(rf"\b(?P<names>{_NAMES})(?:,(?!\s+and\b)[^,.;]{{1,60}})?,?\s+{_BE}{_SUFFERED}\b"),
    re.compile(
        rf"\b(?:nam|identifi|giv|gave)\w*\s+(?:the\s+)?(?:names?\s+of\s+)?(?:the\s+|one\s+)?"
        rf"{_SUFFERER}[^.;]{{0,40}}?\s+as\s+(?:[a-z]+\s+)?(?P<names>{_NAMES})"
    ),
    re.compile(
        rf"\b(?:[Tt]he )?{_SUFFERER}\s+(?:is|are|was|were|included?|includes)\s+"
        rf"(?:(?:identified|named) as\s+)?(?:[a-z]+\s+)?(?P<names>{_NAMES})"
    ),
    re.compile(rf"\b{_DEED}\s+of\s+{_DEMONYM_PHRASE},?\s*(?P<names>{_NAMES})"),
    re.compile(rf"\b{_DOING}\s+(?:{_DEMONYM_PHRASE},?\s*)?(?P<names>{_NAMES})"),
)
_PERPETRATORS = (
    re.compile(
        rf"\b(?:nam|identif)\w*\s+(?:the\s+)?(?:[a-z]+\s+)?{_DID_IT}\s+as\s+(?P<names>{_NAMES})"
    ),
    re.compile(rf"\b{_DID_IT}\s+(?:is|was|were)\s+(?:identified|named)\s+as\s+(?P<names>{_NAMES})"),
    re.compile(
        rf"\b(?P<names>{_NAMES}),?\s+(?:opened fire|blew (?:himself|herself)|detonated"
        rf"|hijacked|was charged with (?:the )?(?:murder|attack|hijack|kidnap))"
    ),
)
_SUBJECT = re.compile(rf"(?P<names>{_NAME},[^.;]{{3,240}}?),?\s+{_BE}{_SUFFERED}\b")
"""A sentence whose subject is a list of people, each with an apposition."""
_SPEECH = re.compile(r"\b(?:said|says|told|who|which|when)\b")
_EACH = re.compile(rf"{_NAME}")
_SEVERAL = (
    r"(?:suspected|presumed|alleged|masked|hooded|armed|unidentified|unknown|islamist|jihadist"
    r"|leftist|heavily|maoist|separatist|rightist|several|some|dozens of|a group of|groups? of"
    r"|a column of"
    r"|members of|two|three|four|five|six|seven|eight|nine|ten|\d+|an?|urban|drug|young)"
)
_DOERS = re.compile(
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
    rf"\b(?:{_PART}\s+){{1,6}}(?:(?:and|of)\s+)?(?:{_PART}\s+)?(?:Front|Liberation Army"
    r"|Liberation Front|Liberation Movement|Movement|Cartel|Brigades|Guerrilla Coordinator"
    r"|Commandos?"
    r"|Militia|Resistance|Revolutionary Army|Revolutionary Armed Forces)\b"
    r"|\b(?:Islamic State|Boko Haram|[Aa]l[- ]Shabaab|[Aa]l[- ]Qa(?:e|i)da|Hamas|Hezbollah"
    r"|Taliban)\b"
)
"""Armed groups: by the noun in their name, and those of the world's news whose names have none."""
_CLAIMANT = re.compile(
    rf"\b(?P<name>(?:{_NAME}|[a-z]+\s+{_NAME}))(?:\s+group)?,?\s+(?:has\s+|have\s+|had\s+|also\s+)?"
    r"(?:claim(?:s|ed)\s+(?:\w+\s+)?(?:responsibility|credit|the\s+(?:attack|assault|bombing"
    r"|killing|raid|blast|ambush|kidnapping)|attack)|took\s+responsibility|admitted)"
)
_WEAPONS = re.compile(
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


def named(scene: Scene, number: int) -> Iterator[IncidentParticipantDraft]:
    """The victims, hostages and perpetrators whom a sentence names."""
    text = scene.sentences[number]
    known = [person.name for person in scene.people(number)]
    for role, patterns in _BY_ROLE.items():
        for pattern in patterns:
            for found in pattern.finditer(text):
                yield from _each(found["names"], role, known)
    subject = _SUBJECT.match(text)
    if subject is not None and not _SPEECH.search(subject["names"]):
        yield from _each(subject["names"], "victim", known)


_BY_ROLE: dict[IncidentRole, tuple[re.Pattern[str], ...]] = {
    "victim": _VICTIMS,
    "perpetrator": _PERPETRATORS,
}
_NO_NAME = re.compile(
    r"\A(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|The|In|On|At|He|She|It|They|Police|Two|Three|Four"
    r"|A|An|But|And|Those|Some)\b"
    r"|\b(?:State|Reef|River|Road|Street|Island|Islands|Bay|Sea|City|Airport|Front|Army|Movement)\Z"
)


def _each(
    group: str, role: IncidentRole, known: Sequence[str]
) -> Iterator[IncidentParticipantDraft]:
    """Each full name of a list; a surname alone counts where the article has the name in full."""
    for found in _EACH.finditer(group):
        words = found.group()
        name = names.bare(words.rstrip(".") if words.count(".") == 1 else words)
        name = next((full for full in known if full.endswith(f" {name}")), name)
        if len(name.split()) > 1 and _is_of_person(name):
            yield IncidentParticipantDraft(name=name, role=role)


def _is_of_person(name: str) -> bool:
    return not (_NO_NAME.search(name) or demonyms(name)) and actors.kind(name) == "person"


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
