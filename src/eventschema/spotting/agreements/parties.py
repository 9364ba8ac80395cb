"""Who is bound by an agreement, who signed it, where and when, as far as its sentences tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from eventschema.draft import AgreementParticipantDraft
from eventschema.language import actors, countries
from eventschema.span import Span
from eventschema.spotting.agreements import blocs
from eventschema.spotting.scene import Scene

FADING = 0.7
"""How much less a country counts with each sentence that lies between."""
FARTHEST = 25
"""How many sentences away a country counts for nothing."""
MOST_BOUND = 6
_INITIALS = 4
PAIR = 2
HEADED_BACK = 3

THE_TWO = re.compile(
    r"\b(?:the|both|two|their)\s+(?:[\w-]+\s+){0,3}?(?:countries|sides|governments|ministers"
    r"|nations"
    r"|neighbou?rs|states|services|armies|militaries|navies|parties|leaders|presidents|premiers"
    r"|delegations|capitals|officials|chiefs|heads|secretaries)\b|\bthe two\b|\bthey\b|\bboth\b"
    r"|\bbilateral\b|\btheir\b",
    re.IGNORECASE,
)
"""Words for the two states that the article is about."""
THE_STATES = re.compile(
    r"\b(?:the|both|two|their)\s+(?:[\w-]+\s+){0,2}?(?:countries|governments|nations|neighbou?rs"
    r"|states"
    r"|border services|capitals|prime ministers|foreign ministers|presidents)\b",
    re.IGNORECASE,
)
"""Words for two states alone."""
_CAPITAL = re.compile(
    r"(?<![\w-])(?P<before>(?:in|at|from|to|near|of|around"
    r"|outside)\s+)?(?P<name>[A-Z][\w'\u2019-]+(?:\s[A-Z][\w-]+)?)"
)
_SENT = re.compile(
    r"\b(?:experts|officials|negotiators|ministers|delegat\w+|envoys|teams|diplomats|lawyers"
    r"|representatives|lawmakers|generals|officers|emissaries)\s+$"
)
"""Whom a capital sends: "experts from Sofia" act for their state."""
_IN = re.compile(
    r"\b(?:in|at|off|near|(?:border|frontier) (?:with|of)|bordering|(?:north|south|east|west|coast)"
    r" of)\s+(?:the\s+)?(?:[\w-]+,\s+)?$"
)
_MEDIATES = re.compile(
    r"(?:'s|\u2019s)?\s+(?:\w+\s+)?(?:mediat\w+|envoys?|facilitators?|observers?|hosts?)\b"
)
_BY_MEDIATOR = re.compile(
    r"\b(?:broker\w*|mediat\w+|facilitat\w+|sponsor\w*|host\w*|guarantee\w*|witness\w*)\s+by\s+"
    r"(?:(?:the\s+)?[\w.-]+(?:,|\s+and)\s+){0,3}(?:the\s+)?$"
)
_ITS = re.compile(
    r"\b(?:its|his|her)\s+(?:(?:foreign|defen[cs]e|prime|interior|home|\w+ing)\s+)?(?:ministers?"
    r"|president|secretary|premier|envoy|government|parliament|counterpart|king|chief)\b"
)
_WITH = re.compile(
    r"(?<!border )(?<!talks )\bwith\s+(?:the\s+)?(?:(?:\w+ )?(?:Republic|Kingdom|State|Sultanate"
    r"|Government|Union)"
    r"\s+of\s+(?:the\s+)?)?$",
    re.IGNORECASE,
)
_BODY = re.compile(r"(?:\s+[\w-]+){1,3}")


def codes(scene: Scene, number: int, part: Span | None = None) -> list[str]:
    """The countries that act in a sentence, or a part of it, in its order.

    Capitals count where they stand for a state; where something took place does not.
    """
    text = scene.sentences[number]
    people = [person.span for person in scene.people(number)]
    named = [(state.span, state.code) for state in scene.states(number)]
    demonyms = {state.span for state in scene.states(number) if state.is_demonym}
    taken = [*people, *(span for span, _ in named)]
    named += [found for found in _capitals(text) if not any(found[0].overlaps(s) for s in taken)]
    part = part or Span(0, len(text))
    return list(
        dict.fromkeys(
            code
            for span, code in sorted(named)
            if part.contains(span)
            and (span in demonyms or not _IN.search(text[: span.start][-30:]))
            and not _MEDIATES.match(text, span.end)
            and not _BY_MEDIATOR.search(text[: span.start][-40:])
        )
    )


def _capitals(text: str) -> Iterator[tuple[Span, str]]:
    """The states for which a text uses the name of their capital."""
    for found in _CAPITAL.finditer(text):
        for name in (found["name"], found["name"].split()[0]):
            sent = found["before"] == "from " and _SENT.search(text[: found.start()][-30:])
            code = countries.of_place(name) if sent or not found["before"] else None
            if code and not countries.mentioned(name):
                start = found.start("name")
                yield Span(start, start + len(name)), code
                break


def prominent(scene: Scene, last: int) -> list[str]:
    """The countries that the article speaks of up to a sentence, those of the last ones first."""
    weight: dict[str, float] = {}
    for number in range(max(1, last - FARTHEST), last + 1):
        if number not in scene.sentences:
            continue
        own = [countries.code(person.country or "") for person in scene.people(number)]
        acting = [*codes(scene, number), *filter(None, own)]
        there = [state.code for state in scene.states(number)]
        for code in dict.fromkeys([*acting, *there]):
            share = 1 if code in acting else FADING
            weight[code] = weight.get(code, 0) + share * FADING ** (last - number)
    return sorted(weight, key=lambda code: (-weight[code], code))


def partners(scene: Scene, number: int) -> list[str]:
    """The states that stand behind "with", as somebody's partners: "with Latvia and Estonia"."""
    text = scene.sentences[number]
    found: list[str] = []
    end = -1
    for state in scene.states(number):
        before = text[: state.span.start]
        joined = end >= 0 and re.fullmatch(
            r"(?:,|,?\s+and)\s+(?:the\s+)?", text[end : state.span.start]
        )
        if joined or _WITH.search(before[-60:]):
            found.append(state.code)
            end = state.span.end
    return found


def bound(scene: Scene, sentence: int, named: Sequence[str]) -> list[str]:
    """The states bound: those named, and those that "the two countries" stand for.

    A lone one of the two countries that the article is about gets the other one.
    """
    if group := blocs.group(scene, sentence, named=named):
        return group
    sides = [side.code for side in scene.sides]
    if len(named) >= PAIR or (sides and set(named) <= set(sides)):
        return list(named)[:MOST_BOUND] if len(named) >= PAIR else sides
    return _completed(scene, sentence, named)


def _completed(scene: Scene, sentence: int, named: Sequence[str]) -> list[str]:
    """The states named, with those that must be the others."""
    text = scene.sentences[sentence]
    earlier = prominent(scene, sentence - 1)
    before = earlier or prominent(scene, max(scene.sentences))
    around = [code for code in before if code not in named]
    if not around or not named:
        return [*named, *around[:PAIR]]
    if _ITS.search(text) and (own := codes(scene, sentence - 1) if sentence > 1 else []):
        return [*named, *(code for code in own[:1] if code not in named)]
    if THE_TWO.search(text) or named[0] in earlier[:PAIR]:
        return [*named, around[0]]
    return list(named)


def home(scene: Scene, number: int) -> str | None:
    """The state whose news it is: that which heads the passage, else that of the article, else that
    of the two sides of which it speaks most, else the first that acts.
    """
    for back in range(number, max(0, number - HEADED_BACK), -1):
        heading = scene.sentences.get(back, "").strip(" .:")
        if heading.isupper() and (code := countries.code(heading)):
            return code
    spoken = [state.code for n in scene.sentences for state in scene.states(n)]
    most = max((side.code for side in scene.sides), key=spoken.count, default=None)
    return (
        scene.home
        or most
        or next((found[0] for number in scene.sentences if (found := codes(scene, number))), None)
    )


def named(
    scene: Scene, bound_codes: Iterable[str], near: int
) -> Iterator[AgreementParticipantDraft]:
    """The states as participants, in words that the article has for them."""
    for code in bound_codes:
        name = _words(scene, code, near)
        if name:
            yield AgreementParticipantDraft(name=name, country=name, role="party")


def _words(scene: Scene, code: str, near: int) -> str | None:
    """The article's words for a state: its name, or one of its bodies ("the Tajik army")."""
    order = sorted(scene.sentences, key=lambda number: abs(number - near))
    every = (state for number in order for state in scene.states(number))
    own = [state.words for state in every if state.code == code and not state.is_demonym]
    if own:
        return next((words for words in own if not _is_shouted(words)), own[0])
    for number in order:
        text = scene.sentences[number]
        for state in scene.states(number):
            if state.code == code and (body := _body(text, state.span)):
                return body
    return None


def _is_shouted(words: str) -> bool:
    """Whether a name is in the upper case of a dateline or a heading."""
    return words.isupper() and len(words) > _INITIALS


def _body(text: str, demonym: Span) -> str | None:
    """The body of a state that is named behind its demonym: "Tajik border guards"."""
    words = _BODY.match(text, demonym.end)
    ends = [] if words is None else [w.end() for w in re.finditer(r"\S+", words[0])]
    for end in ends:
        body = text[demonym.start : demonym.end + end]
        if actors.kind(body) not in (None, "person"):
            return body
    return None
