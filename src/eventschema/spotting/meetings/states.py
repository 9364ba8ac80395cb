"""The states whose people met, by name, adjective or capital."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eventschema.language import countries
from eventschema.language.sought import Sought
from eventschema.span import Span
from eventschema.spotting.meetings.phrases import OFFICE, OFFICE_OR_TALKS
from eventschema.spotting.scene import Scene, State

_CAPITALIZED = re.compile(r"[A-Z\u00c0-\u024f][\w'-]+(?: [A-Z\u00c0-\u024f][\w-]+)?")
_LIST = re.compile(r"\s*(?:,|and|,\s*and|&|-|/|\u2013)\s*(?:the\s+)?", re.IGNORECASE)
_TOPIC = Sought(
    r"\b(?:visit|trip|tensions|war|conflict|troops|forces|ties|situation|attacks?|solidarity"
    "|journey|in|at|on|over|about|against|into|near|off|around)"
    " (?:with |in |to |on |for |against )?(?:the )?$",
    re.IGNORECASE,
)
_HAS_OFFICE = re.compile(
    r"(?:['\u2019]s?)?\s+(?:(?!(?:of|and|in|to)\b)[\w'\u2019-]+\s+){0,4}?"
    rf"{OFFICE_OR_TALKS.pattern}",
    re.IGNORECASE,
)
_OFFICE_OF = re.compile(
    rf"{OFFICE.pattern}\s+(?:of|from)\s+(?:[\w-]+\s+){{0,3}}?(?:of\s+)?(?:the\s+)?$", re.IGNORECASE
)
_BODY_OF = re.compile(
    r"\b(?:commissions?|committees?|councils?|staffs?|groups?|forum|cabinets?|armies|navies|forces"
    r"|governments|ministries|delegations|teams"
    r"|conferences?|summits?|meetings?|sessions?|talks)\s+(?:of|from|between)\s+(?:the\s+)?$"
)
_SAID = re.compile(r"\s*,?\s*(?:said|says|told|added)\b")
_WITH = re.compile(
    r"\b(?:with|between|hosted by)\s+(?:the\s+)?(?:(?-i:[A-Z])[\w-]+\s+){0,3}$"
    r"|\bbetween\s+[^.;]{1,70}?\s+and\s+(?:the\s+)?(?:(?-i:[A-Z])[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_FIRST = re.compile(r"(?:^|[.:;,]\s+|\b(?:said|in|as)\s+)(?:the\s+)?$", re.IGNORECASE)
_HOSTS = re.compile(
    r"\s+(?:on \w+day |last \w+ |next \w+ )?(?:(?:has|had|will|is|are|was|would|also|to)\s+){0,3}"
    r"(?:host|hold|held|meet|met\b|receiv|welcom|summon)",
    re.IGNORECASE,
)
_REACH = 90
"""How many characters beside a state tell what it does there."""


def polities(scene: Scene, number: int) -> list[State]:
    """The states in a sentence, the capitals that stand for them among them."""
    text = scene.sentences[number]
    states = list(scene.states(number))
    for found in _CAPITALIZED.finditer(text):
        words = found.group().removesuffix("'s")
        span = Span(found.start(), found.start() + len(words))
        code = countries.of_place(words)
        if code and not any(span.overlaps(state.span) for state in states):
            states.append(State(words, code, span, is_demonym=True))
    return sorted(states, key=lambda state: state.span)


def parties(scene: Scene, number: int, parts: Sequence[Span]) -> list[State]:
    """The states in these parts of a sentence whose people met, in its order."""
    text = scene.sentences[number]
    found: list[State] = []
    for run in _runs(text, polities(scene, number)):
        start = run[0].span.start
        is_inside = any(part.start <= start < part.end for part in parts)
        if is_inside and _are_parties(text, run):
            found += run
    return found


def named(scene: Scene, state: State) -> str:
    """The state's own name where the article has it, else its adjective."""
    if not state.is_demonym:
        return state.words
    same = [s for n in scene.sentences for s in scene.states(n) if s.code == state.code]
    words = next((s.words for s in same if not s.is_demonym), None)
    return words or next((s.words for s in same), state.words)


def before(scene: Scene, number: int, *, reach: int) -> list[State]:
    """The two states named last in the `reach` sentences before a sentence, or none."""
    found: dict[str, State] = {}
    for earlier in range(number - 1, number - 1 - reach, -1):
        for state in polities(scene, earlier) if earlier in scene.sentences else ():
            found.setdefault(state.code, state)
        if len(found) > 1:
            return list(found.values())[:2]
    return []


def _runs(text: str, states: Sequence[State]) -> Iterator[list[State]]:
    """States that a sentence lists one after the other: "Japan, China and South Korea"."""
    run: list[State] = []
    for state in states:
        if run and not _LIST.fullmatch(text[run[-1].span.end : state.span.start]):
            yield run
            run = []
        run.append(state)
    if run:
        yield run


def _are_parties(text: str, run: Sequence[State]) -> bool:
    """Whether a list of states stands for people: by an office, a "between", or as a subject."""
    start, end = run[0].span.start, run[-1].span.end
    ahead, behind = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    if _TOPIC.search(ahead):
        return False
    office = _HAS_OFFICE.match(behind)
    if office and _SAID.match(behind, office.end()):
        return False
    if len(run) > 1 and _BODY_OF.search(ahead):
        return True
    if office or _OFFICE_OF.search(ahead):
        return True
    if all(state.is_demonym for state in run):
        return False
    is_first = start < _REACH and _FIRST.search(text[:start]) is not None
    is_subject = is_first and (len(run) > 1 or _HOSTS.match(behind) is not None)
    return is_subject or _WITH.search(ahead) is not None
