"""Which editions of exercises an article tells of, and which sentences tell of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from eventschema.span import Span
from eventschema.spotting.exercises import names as exercise_names
from eventschema.spotting.exercises import signs
from eventschema.spotting.exercises.names import Name
from eventschema.spotting.scene import Scene

_COMPARED = re.compile(
    r"\b(?:than|compared\s+(?:with|to)|(?:down|up)\s+from|against|unlike|double|twice)\b[^.;]*",
    re.IGNORECASE,
)
_LONGEST_STRETCH = 8
_EDITION_FOLLOWS = 5
"""How many sentences behind its name an exercise may have another edition without it."""


@dataclass(slots=True)
class Occasion:
    """An edition of an exercise, and the sentences that tell of it, the reporting one first.

    `elsewhere` are the parts of that first sentence that speak of other exercises.
    """

    name: Name
    sentences: list[int]
    is_earlier: bool = False
    is_unnamed: bool = False
    elsewhere: list[Span] = field(default_factory=list)


def find(scene: Scene) -> list[Occasion]:
    """The editions in the order of the article, each with the sentences that go on about it."""
    names = exercise_names.find(scene)
    occasions: list[Occasion] = []
    for number, text in scene.sentences.items():
        for name in names[number]:
            occasion = _joined(occasions, name, number, text)
            if occasion.sentences[0] == number:
                occasion.elsewhere = _elsewhere(names[number], name, text)
        if not names[number] and occasions:
            _follow(scene, occasions, number)
    return occasions


def _follow(scene: Scene, occasions: list[Occasion], number: int) -> None:
    """Takes a sentence without a name to the exercise before it, or as one on another edition."""
    current = max(occasions, key=lambda occasion: occasion.sentences[-1])
    behind = number - current.sentences[-1]
    if behind <= _EDITION_FOLLOWS and signs.ANOTHER_EDITION.search(scene.sentences[number]):
        occasions.append(Occasion(current.name, [number], is_unnamed=True))
    elif _goes_on(scene, current, number):
        current.sentences.append(number)


def _elsewhere(names: Sequence[Name], name: Name, text: str) -> list[Span]:
    """The parts of a sentence that speak of its other exercises, from their names to the next."""
    starts = [other.span.start for other in names]
    ends = [*starts[1:], len(text)]
    parts = zip(names, starts, ends, strict=True)
    return [
        Span(start, end)
        for other, start, end in parts
        if start != name.span.start and (other.series, other.number) != (name.series, name.number)
    ]


def _joined(occasions: list[Occasion], name: Name, number: int, text: str) -> Occasion:
    """The occasion that a name belongs to: one already known, or a new one."""
    is_earlier = bool(signs.EARLIER.search(_COMPARED.sub("", text)))
    again = bool(signs.AGAIN.match(text, name.span.end))
    for known in occasions:
        if not again and _is_same(known, name, is_earlier=is_earlier):
            if name.edition and not known.name.edition:
                known.name = name
            if number not in known.sentences:
                known.sentences.append(number)
            return known
    occasions.append(Occasion(name, [number], is_earlier=is_earlier, is_unnamed=again))
    return occasions[-1]


def _is_same(known: Occasion, name: Name, *, is_earlier: bool) -> bool:
    """Whether a name means the edition: by its number, or where one of the two has no number and
    neither is said to be an earlier edition.
    """
    if known.name.series.casefold() != name.series.casefold() or known.is_unnamed:
        return False
    if known.name.number == name.number:
        return known.is_earlier == is_earlier or bool(name.edition)
    return not (known.name.edition and name.edition) and not (known.is_earlier or is_earlier)


def _goes_on(scene: Scene, occasion: Occasion, number: int) -> bool:
    """Whether a sentence without a name goes on about the exercise: right behind its sentences, or
    a little later under the name "the exercise".
    """
    text = re.sub(r"\A\s*\(?\w{1,4}[.)]\s+", "", scene.sentences[number])
    behind = number - occasion.sentences[-1]
    if len(occasion.sentences) > _LONGEST_STRETCH or behind > _EDITION_FOLLOWS:
        return False
    if signs.THE_EXERCISE.match(text) or signs.DIRECTED.search(text):
        return True
    if behind > 1:
        return False
    has_state = any(state.span.start == 0 for state in scene.states(number))
    opens = has_state or signs.CONTINUES.match(text)
    return bool(signs.IT.match(text) or (opens and signs.ABOUT_EXERCISE.search(text)))
