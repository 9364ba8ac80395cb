"""The states whose forces or vessels act in an incident, told by the words around a country's name.

"Two Norwegian frigates", "Norway fired", "Norway's army said it had struck": these act. A ministry
that reports, accuses or condemns does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventschema.draft import IncidentParticipantDraft
from eventschema.language import actors, countries
from eventschema.span import Span
from eventschema.spotting.scene import Scene, State
from eventschema.vocabularies import IncidentRole

_UPPER = r"[A-Z\u00c0-\u024f\u1e00-\u1eff]"
_FORCES = (
    r"(?:army|navy|air ?force|armed forces|forces?|marines?|coast ?guards?|troops?|soldiers?"
    r"|military|border guards?|guards?|servicem[ae]n|gendarmes?|paratroopers?|commandos?|vessels?"
    r"|ships?|boats?|cutters?|frigates?|corvettes?|destroyers?|submarines?|warships?|patrols?"
    r"|helicopters?"
    r"|jets?|warplanes?|fighters?|aircraft|planes?|drones?|missiles?|bombers?|sailors?|militia"
    r"|police(?:m[ae]n|wom[ae]n)?|airm[ae]n|pilots?|conscripts?|reservists?|peacekeepers?|auxiliary"
    r"|(?:special|security) forces|border police|agents|officers?|rangers|commandos|batter(?:y"
    r"|ies)|artillery|general staff|air defen[cs]es?)"
)
_FORCE = re.compile(
    rf"(?:['\u2019]s?)?(?:\s+and\s+{_UPPER}[\w-]+)?\s+(?:[a-z-]+\s+){{0,2}}?(?i:{_FORCES})"
    rf"(?:\s+(?i:{_FORCES}))?\b"
)
_CONTEXT = 60
"""How many code points before a country's name tell whose forces act."""
_OWN_FORCES = re.compile(
    r"\b(?:government|army|state) (?:soldiers|troops|forces|helicopters?|aircraft|jets)\b"
    r"|\b[Tt]he (?:army|military|air force|navy)(?=,? (?:which said it had (?:hit|struck)"
    r"|(?:bombed|shelled"
    r"|struck|hit|raided|fired|attacked|stormed|opened fire)))"
    r"|\b(?:the|an) army(?= (?:aircraft|patrol|drone|helicopter|convoy)\b)"
)
_GOVERNMENT = re.compile(
    r"['\u2019]s\s+(?:\w+\s+)?(?:government|army|military|armed forces|defen[cs]e ministry|junta)\b"
)
_SPEAKS = re.compile(
    r"\s+(?:\w+\s+){0,2}?(?:said|says|saying|told|confirmed|reported|announced|insists?|insisted"
    r"|claim(?:s|ed)|denie[sd]|called|gave|detected|spokes\w+|condemned)\b(?P<rest>[^.;]{0,40})"
)
_OF_THEIR_OWN = re.compile(
    r"\s*(?:that\s+)?(?:it|its|they|their|he|an? (?:\w+ )?(?:aircraft|jets?|drones?))\b"
)
_BESIDE = re.compile(rf"\b{_FORCES}\s+and\s+(?:an?|one|two|three|four)\s+\Z")
"""What stands before the second of "two Danish sailors and a Swede"."""
_OWNED = re.compile(
    rf"\b{_FORCES}\s+(?:from|of)\s+(?:the\s+)?(?:(?:Republic|Kingdom|State|Sultanate)\s+of\s+)?"
    r"(?:[\w-]+\s+and\s+)?\Z"
)
"""What stands before the countries of "border guards from Norway and Finland"."""
_SUFFERS = re.compile(
    r"\b(?:on|against|at|hit|struck|attacked|rammed|ambushed|killed|killing|wounding|wounded)\s+"
    r"(?:the\s+|an?\s+|\w+\s+)?\Z"
)
_ACTS = re.compile(
    r"(?:\s+(?:on|late|early|over)\s+\w+(?:day|night)?)?\s+"
    r"(?:(?:said|says)\s+(?:\w+\s+){0,2}?(?:it|its \w+)\s+)?"
    r"(?:(?:has|had|have|also|again|successfully|twice)\s+){0,3}"
    r"(?:test(?:ed|s|ing|-\w+)?|fir(?:ed|es|ing)|launch(?:ed|es|ing)?|conduct(?:ed|s|ing)"
    r"|carried out|staged|attack(?:ed|s)|bomb(?:ed|s|ing)|shell(?:ed|s|ing)|struck|strikes"
    r"|raid(?:ed|s)|invaded|shot down|shoots down|rammed|accused? each other|clash(?:ed)?"
    r"|exchanged)\b"
)
_EACH_OTHER = re.compile(r"\s+and\s+(?:[\w-]+\s+){1,3}(?:accused? each other|exchanged|clashed)\b")


def acting(scene: Scene, number: int, clause: Span) -> Iterator[IncidentParticipantDraft]:
    """The states whose forces or vessels act in the clause, with the words for these."""
    text = scene.sentences[number]
    for state in scene.states(number):
        if clause.contains(state.span):
            name = _force_of(text, state) or _actor(text, state)
            if name is not None and actors.kind(name) in (None, "person"):
                name = _country_name(scene, state)
            if name is not None:
                role: IncidentRole = (
                    "target" if _SUFFERS.search(text[: state.span.start]) else "perpetrator"
                )
                yield IncidentParticipantDraft(name=name, country=state.words, role=role)
    yield from _by_another_name(scene, number, clause)


def _by_another_name(scene: Scene, number: int, clause: Span) -> Iterator[IncidentParticipantDraft]:
    """States that act under the name of their capital, or of their side: "the North fired"."""
    text = scene.sentences[number]
    for found in _OTHER_NAME.finditer(text, clause.start, clause.end):
        if _ACTS.match(text, found.end()):
            side = found["side"]
            code = _SIDES[side] if side else countries.of_place(found.group())
            name = _named(scene, code) if code and not countries.is_country(found.group()) else None
            if name is not None:
                yield IncidentParticipantDraft(name=name, country=name, role="perpetrator")


_OTHER_NAME = re.compile(rf"\b(?:[Tt]he\s+(?P<side>North|South)|{_UPPER}[\w-]+)\b")
_SIDES = {"North": "PRK", "South": "KOR"}


def of_government(scene: Scene, words: str) -> Iterator[IncidentParticipantDraft]:
    """The forces of the government, where the article has told whose government that is."""
    found = _OWN_FORCES.search(words)
    owners = {state.code: state for state in _governments(scene)} if found else {}
    if found is not None and len(owners) == 1:
        words_of = next(iter(owners.values())).words
        yield IncidentParticipantDraft(name=found.group(), country=words_of, role="perpetrator")


def _governments(scene: Scene) -> Iterator[State]:
    for number, text in scene.sentences.items():
        for state in scene.states(number):
            if _GOVERNMENT.match(text, state.span.end):
                yield state


def _country_name(scene: Scene, state: State) -> str | None:
    """The country's own name, from anywhere in the article: "Norway" for "Norwegian"."""
    return _named(scene, state.code)


def _named(scene: Scene, code: str) -> str | None:
    named = (one for number in scene.sentences for one in scene.states(number))
    return next((one.words for one in named if one.code == code and not one.is_demonym), None)


def _force_of(text: str, state: State) -> str | None:
    found = _FORCE.match(text, state.span.end)
    if found is None or _merely_speaks(text, found.end()):
        return None
    return text[state.span.start : found.end()]


def _actor(text: str, state: State) -> str | None:
    before = text[max(0, state.span.start - _CONTEXT) : state.span.start]
    with_force = (_BESIDE if state.is_demonym else _OWNED).search(before)
    if with_force is not None:
        return before[with_force.start() :] + state.words
    if state.is_demonym:
        return None
    acts = _ACTS.match(text, state.span.end) or _EACH_OTHER.match(text, state.span.end)
    return state.words if acts else None


def _merely_speaks(text: str, at: int) -> bool:
    speech = _SPEAKS.match(text, at)
    return speech is not None and not _OF_THEIR_OWN.match(speech["rest"])
