"""Whom a sentence on an exercise means by "the two", "both armies", "the four countries"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from eventschema.draft import ExerciseParticipantDraft
from eventschema.language import counts
from eventschema.spotting.exercises import parties as exercise_parties
from eventschema.spotting.scene import Scene

_THE_TWO = re.compile(
    r"\b(?:(?:the|between|of\s+the|from\s+the)\s+two(?:\s+(?:countries|sides|nations|states|navies|armies"
    r"|militaries|air\s+forces|neighbou?rs|allies|partners))?|both\s+(?:countries|sides|nations|states"
    r"|navies|armies|militaries|neighbou?rs|allies)|their\s+(?:navies|armies|militaries|air\s+forces"
    r"|(?:armed\s+)?forces))\b",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"\bthe\s+same\s+(?:(?P<number>\w+)\s+)?(?:countries|nations|states|navies|armies|forces)\b",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"\b(?:the|all|of)\s+(?P<number>three|four|five|six|seven|eight|nine|ten)\s+"
    r"(?:[a-z]+\s+)?(?:(?:armed|air|special)\s+forces|forces|armies|navies|militaries|countries|nations"
    r"|states|allies|partners|neighbou?rs|members|participants)\b",
    re.IGNORECASE,
)
_SIDES_SPEAK = re.compile(
    r"\W*(?:\d+\.\s+)?(?:(?:[Tt]he|[Bb]oth)\s+(?:two\s+)?(?:[Dd]efen[cs]e\s+|[Ff]oreign\s+|[Hh]on\.?\s+)?"
    r"(?:[Mm]inisters|[Ss]ides|[Pp]arties|[Ll]eaders|[Pp]residents|[Dd]elegations|[Cc]hiefs|[Cc]ommanders)"
    r"|[Tt]hey|[Bb]oth)\s"
)
_OF_MANY = re.compile(r"\b(?:multilateral|multinational|trilateral|NATO|regional)\b")
_HEAD = 4


def parties(
    scene: Scene, number: int, editions: Sequence[Sequence[ExerciseParticipantDraft]]
) -> Iterator[ExerciseParticipantDraft]:
    """The participants that a sentence points back to: "the two", "the same four countries", "the
    four armed forces"; those of a bilateral story where its two sides speak of an exercise.

    `editions` are the participants of the exercises before it, the nearest last.
    """
    text = scene.sentences[number]
    same, many = _SAME.search(text), _MANY.search(text)
    if same:
        wanted = counts.parse(same["number"]) if same["number"] else None
        same_size = wanted.best if wanted else None
        fitting = [edition for edition in editions if same_size in (None, len(edition))]
        yield from fitting[-1] if fitting else ()
    elif _THE_TWO.search(text):
        yield from _countries(scene, _pair(scene, number))
    elif many:
        count = counts.parse(many["number"])
        size = count.best if count else None
        yield from _countries(scene, _group(scene, number, size or 0))
    elif _SIDES_SPEAK.match(text) and not _OF_MANY.search(text):
        yield from _countries(scene, [side.code for side in scene.sides])


def _countries(scene: Scene, codes: Sequence[str]) -> Iterator[ExerciseParticipantDraft]:
    yield from (party for code in codes if (party := exercise_parties.country(scene, code)))


def _group(scene: Scene, number: int, size: int) -> Sequence[str]:
    """The codes of the states that the nearest sentence up to this one names, if they are so many,
    with or without the state that the article is from.
    """
    for earlier in sorted((n for n in scene.sentences if n <= number), reverse=True):
        codes = list(dict.fromkeys(state.code for state in scene.states(earlier)))
        if len(codes) == size:
            return codes
        if scene.home and scene.home not in codes and len(codes) + 1 == size:
            return [scene.home, *codes]
    return []


def _pair(scene: Scene, number: int) -> Sequence[str]:
    """The codes of the two states that "the two" are: the pair that opens the nearest sentence
    before it, else the only or the most frequent two of the article's.
    """
    for earlier in sorted((n for n in scene.sentences if n < number), reverse=True):
        states, text = scene.states(earlier), scene.sentences[earlier]
        opening = next(
            ((a, b) for a, b in pairwise(states) if exercise_parties.are_listed(text, a, b)), None
        )
        if opening and opening[0].span.start < _HEAD and opening[0].code != opening[1].code:
            return [state.code for state in opening]
    found = Counter(state.code for n in scene.sentences for state in scene.states(n))
    return [code for code, _ in found.most_common(2)] if len(found) > 1 else []
