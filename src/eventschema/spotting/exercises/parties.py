"""Whose forces take part in an exercise, who hosts it, who looks on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from eventschema.draft import ExerciseParticipantDraft
from eventschema.language import actors, countries
from eventschema.span import Span
from eventschema.spotting.exercises.phrases import LONGEST_SENTENCE
from eventschema.spotting.scene import Scene, State
from eventschema.vocabularies import ExerciseRole

_FORCE = (
    r"(?:nav(?:y|ies)|arm(?:y|ies)|air\s+forces?|armed\s+forces|special\s+forces|forces?|coast\s?guards?"
    r"|marine\s+corps|marines|national\s+guards?|(?:\w+\s+)?self-defen[cs]e\s+forces?"
    r"|defen[cs]e\s+forces?|militar(?:y|ies)|troops|soldiers|paratroopers|sailors|personnel|airmen|commandos"
    r"|national\s+defen[cs]e\s+forces?|people['\u2019]s\s+liberation\s+army(?:\s+navy)?)"
)
_FORCE_BEHIND = re.compile(
    rf"(?:['\u2019]s?)?(?:\s+(?:[A-Z][\w'\u2019]*|naval|ground|land|own)){{0,3}}?\s+(?i:{_FORCE})\b"
)
_LISTED = re.compile(r"\s*(?:,|and|,\s*and|&|-)\s*(?:the\s+)?(?:Royal\s+)?", re.IGNORECASE)
_OF_OFFICE = re.compile(
    r"(?:['\u2019]s?)?\s+(?:(?!and\b|or\b|,)[\w-]+\s+){0,3}?(?:minist(?:er|ry)|president|premier|prime|spokes\w+"
    r"|ambassador|officials?|embassy|capital|border|media|analysts?|government|cit(?:y|ies)|coast"
    r"|waters|islands?|airspace|soil|territory|state\s+news|news|parliament|lawmakers?|occupation"
    r"|helicopter|jet\s+crashed|invasion|attacks?|threats?|aggression)\b",
    re.IGNORECASE,
)
_NO_PARTY_BEFORE = re.compile(
    r"\b(?:against|from\s+an\s+attack|threats?\s+(?:from|by|of)|deter(?:ring)?|tensions\s+(?:with|between)"
    r"|rival|denounced\s+by|condemned\s+by|anger(?:ed|ing)|criticism\s+(?:from|by)|claimed\s+by"
    r"|invasion\s+of|war\s+(?:in|on|with)|conflict\s+(?:in|with)|near|border(?:s)?\s+with|occupied\s+by"
    r"|amid|off|toward|towards|message\s+to|warning\s+to|aimed\s+at|coast\s+of|waters\s+of"
    r"|south\s+of|north\s+of|east\s+of|west\s+of|port\s+of|island\s+of|city\s+of)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_NO_PARTY_BEHIND = re.compile(
    r"\s*(?:,?\s*(?:which|who)\s+)?(?:has\s+|have\s+|had\s+|also\s+)*(?:denounc|condemn|criticis|criticiz|protest"
    r"|object(?:s|ed)|warn(?:s|ed)|view(?:s|ed)|sees?\b|regards?\b|reacted|respond"
    r"|accus|slam|call(?:s|ed)\s+(?:it|the))\w*",
    re.IGNORECASE,
)
_OBSERVING_BEFORE = re.compile(
    r"\bobservers?\s+(?:\w+\s+){0,2}(?:from|of)\s+[^.;]{0,120}\Z|\bobserved\s+by\s+[^.;]{0,80}\Z"
    r"|\bwatched\s+by\s+[^.;]{0,80}\Z|\bobservers,?\s+as\s+(?:ha(?:s|ve)|did|will|do(?:es)?)\s+\Z",
    re.IGNORECASE,
)
_OBSERVING_BEHIND = re.compile(
    r"\s+(?:\w+\s+){0,2}observers?\b|[^,.;]{0,40}\b(?:looking\s+on|limited\s+itself\s+to\s+observ\w+)"
    r"|\s+embass(?:y|ies)\b[^,.;]{0,30}\bobservers?\b|[^,.;]{0,60}?\b(?:will|to|would|have|has|had|also|are)?\s*(?:each\s+)?(?:send|sent|sending"
    r"|provid\w+|dispatch\w*)\s+(?:\w+\s+){0,2}observers?\b|[^,.;]{0,70}\bas\s+(?:an\s+)?observers?\b"
    r"|\s+(?:and\s+[^.;]{0,40}\s+)?(?:watched|observed|looked\s+on|(?:will|to)\s+(?:observe|watch))\b",
    re.IGNORECASE,
)
_HOSTING_BEFORE = re.compile(r"\bhosted\s+by\s+(?:the\s+)?(?:Royal\s+)?\Z", re.IGNORECASE)
_HOSTING_BEHIND = re.compile(
    r"(?:['\u2019]s)?\s+(?:[A-Z]\w+\s+){0,3}(?:(?:will|is|are|was|to|has)\s+)*(?:host(?:s|ed|ing)?)\b"
)
_ABBREVIATED = re.compile(r"((?:[A-Z][\w'\u2019-]*\s+){1,6})\(([A-Z]{2,7})\)")
_GROUPS: Mapping[str, tuple[str, ...]] = {
    r"\b(?:Quad|QUAD|Quadrilateral)\b": ("AUS", "IND", "JPN", "USA"),
    r"\bAUKUS\b": ("AUS", "GBR", "USA"),
    r"\bBaltic (?:states|countries|nations)\b": ("EST", "LTU", "LVA"),
    r"\bNordic (?:states|countries|nations)\b": ("DNK", "FIN", "ISL", "NOR", "SWE"),
}
_FORCES = {
    "JPN": "MSDF JMSDF GSDF JGSDF ASDF JASDF SDF",
    "CHN": "PLA PLAN",
    "ISR": "IDF",
    "AUS": "ADF",
    "IDN": "TNI",
    "ZAF": "SANDF",
    "SGP": "RSAF",
    "USA": "USAF USMC",
}
_OWN_FORCES = {force: code for code, forces in _FORCES.items() for force in forces.split()}
_NOUNS_BEHIND = re.compile(r"(?:\s+(?!and\b|or\b|of\b)[\w'\u2019-]+){1,3}")
_ARMED = ("armed_force", "armed_group", "organization", "government_body")
_CAPITALS_DO = re.compile(
    r"\b(?<!in )(?<!at )(?<!near )([A-Z][a-z]+)(?:\s+and\s+([A-Z][a-z]+))?\s+"
    r"(?:(?:will|have|has|had|are|is|also|to|again)\s+)*(?:end|beg[aiu]n|start|launch|hold|held|conduct"
    r"|stag|kick|wrap|conclud|host|cancel|postpon|suspend|open|clos)\w*\b"
)


def named(
    scene: Scene, number: int, *, elsewhere: Sequence[Span] = ()
) -> Iterator[ExerciseParticipantDraft]:
    """The states whose forces a sentence names, as far as it does not name them for other reasons,
    nor in the spans `elsewhere`, which speak of other exercises.

    A force stands under its own name ("the Sri Lanka Navy"), a bare demonym under the country's, if
    the article has it.
    """
    text = scene.sentences[number]
    if len(text) > LONGEST_SENTENCE:
        return
    states = scene.states(number)
    for at, state in enumerate(states):
        is_here = not any(state.span.overlaps(span) for span in elsewhere)
        if is_here and _is_party(scene, number, state):
            drawn = _drawn(scene, text, states, at)
            if drawn is not None:
                yield drawn.model_copy(update={"role": _role(text, states, at)})
    yield from _governing(scene, text)
    yield from _abbreviated(scene, text)
    yield from _members(scene, text)


def state_of(party: ExerciseParticipantDraft) -> str:
    """What tells the participants of two states apart: the code, or the words."""
    words = party.country or party.name
    return countries.code(words) or words.casefold()


def _is_party(scene: Scene, number: int, state: State) -> bool:
    text = scene.sentences[number]
    before, after = text[: state.span.start], text[state.span.end :]
    near = before[-80:]
    if _HOSTING_BEFORE.search(near) or _OBSERVING_BEFORE.search(before[-160:]):
        return True
    if _NO_PARTY_BEFORE.search(near) or _NO_PARTY_BEHIND.match(after):
        return False
    if _OF_OFFICE.match(after) and not _FORCE_BEHIND.match(after):
        return False
    return not _is_placed(scene, number, state)


def _is_placed(scene: Scene, number: int, state: State) -> bool:
    """Whether a state stands in a place or a person's title, or goes on a list that begins there:
    "in Romania, Bulgaria and Greece".
    """
    text, states = scene.sentences[number], scene.states(number)
    first = states.index(state)
    while first > 0 and are_listed(text, states[first - 1], states[first]):
        first -= 1
    people = [person.span for person in scene.people(number)]
    places = [place.span for place in scene.places(number)]
    return any(state.span.overlaps(span) for span in (*people, *places)) or any(
        states[first].span.overlaps(span) for span in places
    )


def _role(text: str, states: Sequence[State], at: int) -> ExerciseRole:
    """What the states of a list do together: "Portugal and Angola will send observers"."""
    last = at
    while last + 1 < len(states) and are_listed(text, states[last], states[last + 1]):
        last += 1
    before, after = text[: states[at].span.start], text[states[last].span.end :]
    if _OBSERVING_BEFORE.search(before[-160:]) or _OBSERVING_BEHIND.match(after):
        return "observer"
    if _HOSTING_BEFORE.search(before[-40:]) or _HOSTING_BEHIND.match(after):
        return "host"
    return "participant"


def are_listed(text: str, one: State, other: State) -> bool:
    """Whether two states stand beside each other in a list."""
    return _LISTED.fullmatch(text, one.span.end, other.span.start) is not None


def _drawn(
    scene: Scene, text: str, states: Sequence[State], at: int
) -> ExerciseParticipantDraft | None:
    """The participant that a state's words are or belong to."""
    state = states[at]
    force = _FORCE_BEHIND.match(text, state.span.end)
    if force is not None:
        start = state.span.start - len("Royal ") * text[: state.span.start].endswith("Royal ")
        name = text[start : force.end()]
        if actors.kind(name):
            return ExerciseParticipantDraft(name=name, country=state.words)
    if not state.is_demonym:
        return ExerciseParticipantDraft(name=state.words, country=state.words)
    return country(scene, state.code) or _with_noun(text, state)


def _with_noun(text: str, state: State) -> ExerciseParticipantDraft:
    """A nationality with the noun behind it, where that is a force's or a group's ("Indian
    commandos"), else alone ("Indian frigates").
    """
    words = _NOUNS_BEHIND.match(text, state.span.end)
    ends = [found.end() for found in re.finditer(r"\s+\S+", words.group())] if words else []
    names = [text[state.span.start : state.span.end + end] for end in ends]
    name = next((name for name in names if actors.kind(name) in _ARMED), state.words)
    return ExerciseParticipantDraft(name=name, country=state.words)


def country(scene: Scene, code: str) -> ExerciseParticipantDraft | None:
    """The country of a code as the article mostly calls it, null where it never does."""
    found = Counter(
        state.words
        for number in scene.sentences
        for state in scene.states(number)
        if state.code == code and countries.is_country(state.words)
    )
    if not found:
        return None
    ((words, _),) = found.most_common(1)
    return ExerciseParticipantDraft(name=words, country=words, role="participant")


def _abbreviated(scene: Scene, text: str) -> Iterator[ExerciseParticipantDraft]:
    """The forces that a sentence calls by initials which the article or everybody knows."""
    known = _abbreviations(scene)
    for found in re.finditer(r"(?<![(\w])[A-Z]{3,7}\b(?!\))", text):
        force = known.get(found.group())
        host = _HOSTING_BEFORE.search(text[: found.start()][-40:]) is not None
        if force is not None:
            role: ExerciseRole = "host" if host else "participant"
            yield force.model_copy(update={"role": role})
        elif found.group() in _OWN_FORCES:
            party = country(scene, _OWN_FORCES[found.group()])
            yield from [party] if party else []


def _governing(scene: Scene, text: str) -> Iterator[ExerciseParticipantDraft]:
    """The countries whose capitals stand for them: "Seoul and Washington ended"."""
    for found in _CAPITALS_DO.finditer(text):
        codes = [countries.of_place(word) for word in found.groups() if word]
        yield from (party for code in codes if code and (party := country(scene, code)))


def _abbreviations(scene: Scene) -> dict[str, ExerciseParticipantDraft]:
    known: dict[str, ExerciseParticipantDraft] = {}
    for text in scene.sentences.values():
        for found in _ABBREVIATED.finditer(text):
            words = found[1].strip().removeprefix("The ")
            states = [words[span.start : span.end] for _, span in countries.mentioned(words)]
            if len(states) == 1 and re.search(rf"\b{_FORCE}\b", words, re.IGNORECASE):
                known[found[2]] = ExerciseParticipantDraft(name=words, country=states[0])
    return known


def _members(scene: Scene, text: str) -> Iterator[ExerciseParticipantDraft]:
    """The members of a group that the sentence names, as far as the article names them too."""
    for group, codes in _GROUPS.items():
        if re.search(group, text):
            yield from (party for code in codes if (party := country(scene, code)))
