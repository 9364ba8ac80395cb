"""The victims, hostages and perpetrators whom a sentence names, told by the turns of phrase around.

"X, 34, was shot dead", "among the dead is Captain X", "named the captain as X", "one officer, X,
drowned". Those who merely speak of it are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eventschema.draft import IncidentParticipantDraft
from eventschema.language import actors, countries, names
from eventschema.language.countries import demonyms
from eventschema.language.sought import Sought
from eventschema.spotting.incidents.tolls import Toll
from eventschema.spotting.incidents.vocabulary import OF
from eventschema.spotting.scene import Scene
from eventschema.vocabularies import IncidentRole

_UPPER = r"[A-Z\u00c0-\u024f\u1e00-\u1eff]"
PART = rf"{_UPPER}[\w'\u2019-]*\.?"
_PARTICLE = r"(?:(?:al|el|bin|ibn|ben|ag|ould|van|von|der|de|da|do|dos|di|del|la|le|y|e|ter)[\s-])*"
NAME = rf"{PART}(?:\s+{_PARTICLE}{PART}){{0,6}}"
_AGED = r"(?:,\s*(?:aged\s+)?\d{1,3}\b)?"
_NAMES = rf"{NAME}{_AGED}(?:(?:,\s*(?:and\s+)?|\s+and\s+){NAME}{_AGED}){{0,6}}"
_BE = r"(?:(?:[a-z]+ly|also|later|then|had|has|have|was|were|is|are|been|being)\s+)+"
_SUFFERED = (
    r"(?:shot|killed|murdered|slain|assassinated|gunned down|stabbed|abducted|kidnapped|seized"
    r"|taken"
    r"|injured|wounded|hurt|beheaded|executed|ambushed|attacked|beaten|lynched|held hostage|among"
    r"(?: the| those)? (?:dead|killed|victims?|injured|wounded|hostages|fatalities)|handed over"
    r"|freed"
    r"|released|airlifted|hospitali[sz]ed|(?:rushed|taken|flown) to (?:the "
    r"|an? )?(?:\w+ )?(?:hospital|clinic)"
    r"|treated|martyred|murdered|waylaid)"
)
_FELL = (
    r"(?:(?:also|later|then|reportedly)\s+)?(?:died|dies|drowned|perished|succumbed|fell\s+dead"
    r"|(?:lost|loses)"
    r"\s+(?:his|her|their)\s+li(?:fe|ves)|(?:sustained|suffered|received|has|have|had"
    r"|got)\s+(?:[\w-]+\s+){0,3}"
    r"(?:injur\w+|wounds?|burns|cuts|bruises|fractures?|broken\s+\w+)|(?:remains?|lies|lay)\s+in\s+"
    r"(?:the\s+)?(?:intensive\s+care|hospital|an?\s+coma|critical\s+condition))"
)
_DID_IT = r"(?:hijackers?|attackers?|gunm[ae]n|suspects?|bombers?|shooters?|assailants?|killers?)"
_ATTACKED = (
    r"(?:opened fire|blew (?:himself|herself)|detonated|hijacked"
    r"|was charged with (?:the )?(?:murder|attack|hijack|kidnap))"
)
_SUFFERER = (
    r"(?:dead|deceased|victims?|slain|hostages?|captain|captives?|injured|wounded|killed"
    r"|dead (?:man|woman|men|women|soldiers?|officers?|policem[ae]n|boy|girl|guards?)|fatalities)"
)
_DEED = (
    r"(?:(?:fatal )?shooting|killing|murder|slaying|assassination|abduction|kidnapping|death"
    r"|beheading|lynching|execution)"
)
_DOING = (
    r"(?:beat(?:ing|en)?(?:\s+up)?|attacked|wounded|wounding|injured|injuring|ambushed|robbed"
    r"|relieved|shot"
    r"|(?:opened\s+)?fired?\s+(?:at|on)|kill(?:ed|ing|s)|murder(?:ed|ing)|assassinat(?:ed|ing)"
    r"|abduct(?:ed|ing)|kidnapp?(?:ed|ing)"
    r"|gunn(?:ed|ing) down|shot dead|shot and killed|stabbed|behead(?:ed|ing)|execut(?:ed|ing))"
)
_NO_PHRASE = (
    r"(?:at|in|on|by|near|from|after|off|outside|when|with|for|to|as|during|before|and|while|since"
    r"|inside|who|which|that|over|around|around|between|under|into|because|until|is|was|were|are"
    r"|had)"
)
_NOUN_PHRASE = rf"(?:(?!{_NO_PHRASE}\b)(?:[a-z\u00df-\u024f'\u2019-]+,?|\d+)\s+){{0,8}}"
_DEMONYM_PHRASE = (
    rf"(?:(?:an?|the|two|three|four|five|six)\s+)?(?:{_UPPER}[\w'\u2019-]+\s+)?{_NOUN_PHRASE}"
)

_VICTIMS = (
    Sought(
        rf"\b(?P<names>{_NAMES})(?:,(?!\s+and\b)[^,.;]{{1,60}})?,?\s+{_BE}{_SUFFERED}\b",
        needs=rf"\b{_SUFFERED}\b",
    ),
    Sought(
        rf"\b(?:nam|identifi|giv|gave)\w*\s+(?:the\s+)?(?:names?\s+of\s+)?(?:the\s+|one\s+)?"
        rf"{_SUFFERER}[^.;]{{0,40}}?\s+as\s+(?:[a-z]+\s+)?(?P<names>{_NAMES})"
    ),
    Sought(
        rf"\b(?:[Tt]he )?{_SUFFERER}\s+(?:is|are|was|were|included?|includes)\s+"
        rf"(?:(?:identified|named) as\s+)?(?:[a-z]+\s+)?(?P<names>{_NAMES})"
    ),
    Sought(
        rf"\b{_DEED}{OF}\s+{_DEMONYM_PHRASE}(?:(?:to|for|in|of"
        rf"|at)\s+(?:the\s+)?{PART}(?:\s+{PART})?,\s)?"
        rf",?\s*(?P<names>{_NAMES})"
    ),
    Sought(
        rf"\b(?P<names>{_NAMES})(?:,(?!\s+and\b)[^,.;]{{1,60}})?,?\s+{_FELL}",
        needs=rf"\b{_FELL}",
    ),
    Sought(
        rf"\bamong\s+(?:them|whom|those\s+\w+)\s+(?:(?:is|was|were|are)\s+)?(?:the\s+|an?\s+)?"
        rf"(?:[a-z'\u2019-]+,?\s+){{0,5}}(?P<names>{_NAMES})"
    ),
    Sought(
        rf"\A(?:[^.](?!{_DID_IT})){{0,90}}?\b(?:was|were|been|is|are)\s+(?:understood\s+to\s+be"
        rf"|believed\s+to"
        rf"\s+be|(?:identified|named)\s+as)\s+(?:the\s+)?(?:[a-z]+\s+){{0,3}}(?P<names>{_NAMES})",
        needs=r"\b(?:understood|believed|identified|named)\b",
    ),
    Sought(rf"\b{_DOING}\s+(?:{_DEMONYM_PHRASE},?\s*)?(?P<names>{_NAMES})"),
)
_PERPETRATORS = (
    Sought(
        rf"\b(?:nam|identif)\w*\s+(?:the\s+)?(?:[a-z]+\s+)?{_DID_IT}\s+as\s+(?P<names>{_NAMES})"
    ),
    Sought(rf"\b{_DID_IT}\s+(?:is|was|were)\s+(?:identified|named)\s+as\s+(?P<names>{_NAMES})"),
    Sought(rf"\b(?P<names>{_NAMES}),?\s+{_ATTACKED}", needs=rf"\b{_ATTACKED}"),
)
_SUBJECT = re.compile(rf"(?P<names>{NAME},[^.;]{{3,240}}?),?\s+{_BE}{_SUFFERED}\b")
"""A sentence whose subject is a list of people, each with an apposition."""
_SPEECH = re.compile(r"\b(?:said|says|told|who|which|when)\b")
_EACH = re.compile(rf"{NAME}")


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


_BY_ROLE: dict[IncidentRole, tuple[Sought, ...]] = {
    "victim": _VICTIMS,
    "perpetrator": _PERPETRATORS,
}
_NO_NAME = re.compile(
    r"\A(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|The|In|On|At|He|She|It|They|Police|Two|Three|Four"
    r"|A|An|But|And|Those|Some)\b"
    r"|\b(?:State|Reef|River|Road|Street|Island|Islands|Bay|Sea|City|Airport|Front|Army|Movement)\Z"
)


_BESIDE = re.compile(r",?\s+")
_ONE = re.compile(r"(?:an?|one|another|the|his|her|their)\b", re.IGNORECASE)
_SAID = re.compile(r",?\s+(?:said|says|told|confirmed|added|reported)\b")


def counted(scene: Scene, number: int, tolls: Sequence[Toll]) -> Iterator[IncidentParticipantDraft]:
    """The dead and the hurt who are named where they are counted: "one officer, X, drowned"."""
    text = scene.sentences[number]
    for toll in tolls:
        for person in scene.people(number):
            between = text[toll.span.end : person.span.start]
            is_beside = toll.span.end <= person.span.start and _BESIDE.fullmatch(between)
            is_it = bool(is_beside and _ONE.match(toll.words)) or toll.span.overlaps(person.span)
            is_named = _is_of_person(person.name) and not countries.of_place(person.name)
            if is_it and is_named and not _SAID.match(text, person.span.end):
                yield IncidentParticipantDraft(name=person.name, role="victim")


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
