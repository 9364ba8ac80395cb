"""Finds the exercises that an article names, with who takes part, when, where and whether."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eventschema.draft import MAX_PARTICIPANTS, MAX_SENTENCES, ExerciseDraft
from eventschema.draft import ExerciseParticipantDraft as Party
from eventschema.spotting.exercises import anaphora as exercise_anaphora
from eventschema.spotting.exercises import circumstances as exercise_circumstances
from eventschema.spotting.exercises import occasions as exercise_occasions
from eventschema.spotting.exercises import parties as exercise_parties
from eventschema.spotting.exercises import signs
from eventschema.spotting.exercises.occasions import Occasion
from eventschema.spotting.scene import Person, Scene
from eventschema.vocabularies import ExerciseDomain

_COMMANDED = re.compile(
    r"\b(?:commanded|led|headed|overseen|directed|run)\s+by\b|\bunder\s+the\s+command\s+of\b"
    r"|\bunder\s+(?:its\s+\w+,?\s+)?\Z",
    re.IGNORECASE,
)
_NEAR = 60
PAIR = 2


def spot(scene: Scene) -> Iterator[ExerciseDraft]:
    """One draft for each edition of an exercise that the article names."""
    editions: list[tuple[str, list[Party]]] = []
    for occasion in exercise_occasions.find(scene):
        parties = _parties(scene, occasion, editions)
        active = [party for party in parties if party.role != "observer"]
        editions.append((occasion.name.series, active))
        yield _draft(scene, occasion, [*parties, *_commanders(scene, occasion)])


def _draft(scene: Scene, occasion: Occasion, parties: Sequence[Party]) -> ExerciseDraft:
    texts = [_part(scene, occasion, number) for number in occasion.sentences]
    when, heading = exercise_circumstances.when(scene, occasion)
    series = occasion.name.series
    name = series if occasion.is_unnamed else occasion.name.words
    return ExerciseDraft(
        sentences=[*occasion.sentences[: MAX_SENTENCES - len(heading)], *heading],
        name=name,
        series=series if series != name else None,
        modality=exercise_circumstances.modality(scene, occasion, has_date=when is not None),
        certainty="stated",
        when=when,
        where=exercise_circumstances.where(scene, occasion),
        participants=list(parties[:MAX_PARTICIPANTS]),
        domains=_domains(texts),
        personnel=_personnel(texts),
    )


def _part(scene: Scene, occasion: Occasion, number: int) -> str:
    """A sentence without what it says of other exercises."""
    text = scene.sentences[number]
    if number != occasion.sentences[0]:
        return text
    for span in reversed(occasion.elsewhere):
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def _parties(
    scene: Scene, occasion: Occasion, editions: Sequence[tuple[str, list[Party]]]
) -> list[Party]:
    """Who takes part by any of the sentences, each state once.

    Of an edition of which only the host is named the other is the partner in the edition of two.
    """
    parties: dict[str, Party] = {}
    for number in occasion.sentences:
        elsewhere = occasion.elsewhere if number == occasion.sentences[0] else ()
        named = exercise_parties.named(scene, number, elsewhere=elsewhere)
        before = [others for _, others in editions]
        for party in (*named, *exercise_anaphora.parties(scene, number, before)):
            parties.setdefault(exercise_parties.state_of(party), party)
    if [party.role for party in parties.values()] == ["host"] or (
        occasion.is_unnamed and not parties
    ):
        pairs = [others for series, others in editions if series == occasion.name.series]
        for other in pairs[-1] if pairs and len(pairs[-1]) == PAIR else ():
            plain = other.model_copy(update={"role": "participant"})
            parties.setdefault(exercise_parties.state_of(other), plain)
    return list(parties.values())


def _commanders(scene: Scene, occasion: Occasion) -> Iterator[Party]:
    """The officers under whom it is held: "commanded by X", "X, who is directing the exercise"."""
    for number in occasion.sentences:
        for person in scene.people(number):
            if _is_commander(scene.sentences[number], person):
                yield Party(
                    name=person.name,
                    office=person.office,
                    country=person.country,
                    role="participant",
                )


def _is_commander(text: str, person: Person) -> bool:
    before = _COMMANDED.search(text[: person.span.start][-_NEAR:])
    return bool(before or signs.DIRECTS.match(text, person.span.end))


def _domains(texts: Sequence[str]) -> list[ExerciseDomain]:
    joined = " ".join(texts)
    return [domain for domain, sign in signs.DOMAINS if sign.search(joined)][:4]


def _personnel(texts: Sequence[str]) -> str | None:
    return next((found.group() for found in map(signs.PERSONNEL.search, texts) if found), None)
