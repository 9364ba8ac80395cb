"""Parties to an agreement that are more than two states, or none: groups, unions, leagues."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eventschema.language import actors
from eventschema.spotting.scene import Scene

REACH = 10
"""How many sentences back "the ministers" may be those of a group."""
_NUMBERS = {
    word: number
    for number, words in {
        3: "three trilateral tripartite",
        4: "four quadrilateral",
        5: "five",
        6: "six",
        7: "seven",
        8: "eight",
    }.items()
    for word in words.split()
}
_GROUP = re.compile(
    r"\b(?:(?P<number>three|four|five|six|seven|eight)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:countries|states|nations|governments|leaders|(?:prime |foreign )?ministers|presidents"
    r"|premiers|capitals|neighbou?rs|parties|sides|members|delegations|signatories|heads|armies"
    r"|navies)|(?P<sided>trilateral|tripartite|quadrilateral))\b",
    re.IGNORECASE,
)
_THEY = re.compile(
    r"\b(?:they|(?:the|those) (?:ministers|leaders|presidents|present|participants|parties|sides"
    r"|delegations|countries|heads of (?:state|government|delegation)))\b",
    re.IGNORECASE,
)
_UNION = (
    r"(?:European Union|EU|ASEAN|African Union|NATO|United Nations|UN|Arab League"
    r"|Eurasian Economic Union|Southern African Development Community|East African Community"
    r"|Economic Community of West African States|Gulf Cooperation Council|Caribbean Community"
    r"|Pacific Community|European Commission|World Bank|African Development Bank"
    r"|Asian Development Bank|Shanghai Cooperation Organi[sz]ation"
    r"|Organi[sz]ation of American States)"
)
_BOUND_UNION = re.compile(
    rf"\b(?:with|between|and)\s+(?:the\s+)?(?P<one>{_UNION})(?![\w-]|['\u2019]s)"
    rf"|^\W*(?:The\s+)?(?P<other>{_UNION})(?=\s+(?:and|has|have|on \w+|will|is|signed|agreed)\b)"
)


def group(scene: Scene, sentence: int, *, named: Sequence[str]) -> list[str]:
    """The three or more states for which "the four countries" stands; none where it does not."""
    number = size(scene, sentence)
    if number is None:
        return []
    order = [*range(sentence, 0, -1), *range(sentence + 1, max(scene.sentences) + 1)]
    for near in order:
        found = list(dict.fromkeys(state.code for state in scene.states(near)))
        if scene.home and len(found) == number - 1 and scene.home not in found:
            found.append(scene.home)
        if len(found) == number and set(named) <= set(found):
            return found
    return []


def size(scene: Scene, sentence: int) -> int | None:
    """How many they are, by the sentence, or by one before where "they" are."""
    text = scene.sentences[sentence]
    back = REACH if _THEY.search(text) and not scene.sides else 0
    for number in range(sentence, max(0, sentence - back - 1), -1):
        found = _GROUP.search(scene.sentences.get(number, ""))
        if found:
            return _NUMBERS[(found["number"] or found["sided"]).casefold()]
    return None


def unions(text: str) -> Iterator[str]:
    """The unions of states that a sentence makes a party: "between the EU and Kenya"."""
    for found in _BOUND_UNION.finditer(text):
        name = found["one"] or found["other"]
        if actors.kind(name) not in (None, "person"):
            yield name
