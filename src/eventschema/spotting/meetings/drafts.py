"""From a meeting told by several sentences to its draft, in the article's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from eventschema.draft import (
    MAX_PARTICIPANTS,
    MAX_SENTENCES,
    MeetingDraft,
    MeetingParticipantDraft,
)
from eventschema.language import countries, names
from eventschema.spotting.meetings import states as meeting_states
from eventschema.spotting.meetings.occasions import Occasion
from eventschema.spotting.scene import Scene, State


def draft(scene: Scene, occasion: Occasion) -> MeetingDraft:
    """The draft of a meeting; where nobody is named, its noun stands as the forum."""
    given = _given(scene, occasion)
    taken = occasion.own | {state.code for state in given.values()}
    participants = [
        *_people(occasion, given),
        *_others(scene, occasion, taken),
        *_host(scene, occasion, taken),
        *_short(scene, occasion),
    ]
    return MeetingDraft(
        participants=participants[:MAX_PARTICIPANTS],
        sentences=[*occasion.sentences[:MAX_SENTENCES], *_naming(scene, occasion)],
        modality=occasion.modality,
        when=occasion.when,
        where=_where(occasion),
        format=occasion.format or ("visit" if occasion.is_visit else None),
        forum=None if participants or occasion.where else occasion.noun,
    )


def _where(occasion: Occasion) -> str | None:
    """The place; a visit's goal too, unless it is a whole country and the talks were in a town."""
    if occasion.format == "call":
        return None
    goal = occasion.going_to
    is_goal = goal is not None and (occasion.is_visit or not countries.is_country(goal))
    return occasion.where or (goal if is_goal else None)


def _given(scene: Scene, occasion: Occasion) -> dict[str, State]:
    """The states of people without one, in the order of both: "ministers of A and B, X and Y"."""
    stateless = [person.name for person in occasion.people.values() if not person.country]
    first = {person.name for person in scene.people(occasion.sentences[0])}
    if len(stateless) > 1 and not first.issuperset(stateless):
        return {}
    free = [state for code, state in occasion.states.items() if code not in occasion.own]
    people = [p.span for p in scene.people(occasion.sentences[0]) if p.name in stateless]
    if any(state.span > span for state in free for span in people):
        return {}
    return dict(zip(stateless, free, strict=True)) if len(free) == len(stateless) else {}


def _people(occasion: Occasion, given: Mapping[str, State]) -> Iterator[MeetingParticipantDraft]:
    """Those who met by name; `given` are the states that are not told with them."""
    for name, person in occasion.people.items():
        state = given.get(name)
        yield MeetingParticipantDraft(
            name=name,
            office=person.office,
            country=person.country or (state.words if state else None),
            role=occasion.roles.get(name),
        )


def _others(
    scene: Scene, occasion: Occasion, taken: AbstractSet[str]
) -> Iterator[MeetingParticipantDraft]:
    """The states that no person stands for, or the body that met."""
    for code, state in occasion.states.items():
        if code not in taken:
            words = meeting_states.named(scene, state)
            yield MeetingParticipantDraft(name=words, country=words)
    if occasion.body and not occasion.people and not occasion.states:
        yield MeetingParticipantDraft(name=occasion.body)


def _host(
    scene: Scene, occasion: Occasion, taken: AbstractSet[str]
) -> Iterator[MeetingParticipantDraft]:
    """The state to which a visit goes."""
    code = countries.of_place(occasion.going_to or "") if occasion.is_visit else None
    states = (state for number in scene.sentences for state in scene.states(number))
    state = next((state for state in states if state.code == code), None)
    if state is not None and state.code not in taken | set(occasion.states):
        words = meeting_states.named(scene, state)
        yield MeetingParticipantDraft(name=words, country=words, role="host")


def _short(scene: Scene, occasion: Occasion) -> Iterator[MeetingParticipantDraft]:
    """A person by the short name of the sentences, where the full one stands far from them."""
    text = " ".join(scene.sentences[number] for number in occasion.sentences)
    if occasion.where or any(name in text for name in (*occasion.people, *occasion.states)):
        return
    for number in occasion.sentences:
        for person in scene.people(number):
            words = names.bare(scene.sentences[number][person.span.start : person.span.end])
            if person.name in occasion.people and names.same_person(words, person.name):
                yield MeetingParticipantDraft(name=words)
                return


def _naming(scene: Scene, occasion: Occasion) -> list[int]:
    """The nearest sentence that names who met, where neither these nor those beside them do."""
    beside = {number + step for number in occasion.sentences for step in (-1, 0, 1)}
    near = " ".join(scene.sentences.get(number, "") for number in beside)
    states = [meeting_states.named(scene, state) for state in occasion.states.values()]
    known = [*occasion.people, *states]
    is_told = any(name in near for name in (*known, occasion.where) if name)
    if is_told or any(True for _ in _short(scene, occasion)):
        return []
    naming = [n for n, text in scene.sentences.items() if any(name in text for name in known)]
    return sorted(naming, key=lambda number: abs(number - occasion.sentences[0]))[:1]
