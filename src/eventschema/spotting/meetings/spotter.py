"""Meetings that an article's words report: talks, audiences, sessions, calls, visits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eventschema.draft import MeetingDraft
from eventschema.spotting.meetings import circumstances
from eventschema.spotting.meetings.drafts import draft
from eventschema.spotting.meetings.mentions import Mention, mentions
from eventschema.spotting.meetings.occasions import Occasion, is_event
from eventschema.spotting.meetings.phrases import ATTENDED, DELEGATIONS, SIGNATURE, WAS_THERE
from eventschema.spotting.meetings.reality import CALLED_OFF
from eventschema.spotting.meetings.referents import Company, Referents
from eventschema.spotting.scene import Person, Scene

_REACH = 2
"""How many sentences behind a meeting may tell who was there, or that it was called off."""
_FARTHER = 6
"""The same where a sentence tells of the delegations."""
_EARLIER = re.compile(r"\b(?:last|previous(?:ly)?|maiden)\b", re.IGNORECASE)

_EVE = re.compile(r"\b(?:eve of|(?:day|night|week|hours?) (?:before|after)|ahead of)\b")
_FLASHBACK = re.compile(
    r"\b(?:(?:last|previously|earlier|first) (?:met|meeting|visit\w*|talks|round|session|held"
    r"|spoke)|previous|maiden|most recent)\b",
    re.IGNORECASE,
)
"""What tells of a meeting of another time."""


def spot(scene: Scene) -> Iterator[MeetingDraft]:
    """The meetings of an article, each once, in the order of their first mentions."""
    flat = _flat(scene)
    story = _Story(flat)
    for number in flat.sentences:
        story.read(number)
    for occasion in story.distinct():
        yield draft(flat, occasion)


def _flat(scene: Scene) -> Scene:
    """The scene with a plain space for every line break and tab, all offsets staying."""
    sentences = {number: re.sub(r"\s", " ", text) for number, text in scene.sentences.items()}
    return scene if sentences == scene.sentences else Scene(sentences)


class _Story:
    """The meetings told so far."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._occasions: list[Occasion] = []
        self._referents = Referents(scene, self._occasions)

    def read(self, number: int) -> None:
        """Take in what a sentence says."""
        found = list(mentions(self._scene, number))
        for mention in found:
            self._take(mention)
        last = self._occasions[-1] if self._occasions else None
        reach = _FARTHER if DELEGATIONS.search(self._scene.sentences[number]) else _REACH
        if last is not None and number - max(last.sentences) <= reach:
            self._add_to(last, number, found)

    def _add_to(self, last: Occasion, number: int, found: Sequence[Mention]) -> None:
        """Take in who else was there, or that nothing came of it."""
        text = self._scene.sentences[number]
        is_off = CALLED_OFF.match(text) and not self._scene.places(number)
        if not found and last.reality == "ahead" and is_off:
            last.modality = "cancelled"
            last.add(number)
        elif ATTENDED.search(text) and all(mention.is_definite for mention in found):
            self._attended(last, number)

    def _attended(self, last: Occasion, number: int) -> None:
        """Take in who was there: at the last meeting that lies behind, if the verb does."""
        text = self._scene.sentences[number]
        meant = last
        if WAS_THERE.search(text) and last.reality != "past":
            past = [one for one in self._occasions if one.reality == "past"]
            meant = max(past, key=lambda one: len(one.people or one.states), default=last)
        if not SIGNATURE.search(text):
            meant.add(number, self._scene.people(number))

    def _take(self, mention: Mention) -> None:
        company = self._referents.company(mention)
        same = self._same(mention, company)
        if same is None and not is_event(mention, company.people, company.states):
            return
        if same is None:
            same = Occasion.of(mention)
            self._date(same, mention, company)
            self._occasions.append(same)
        same.take(mention, company.people, company.states)

    def _same(self, mention: Mention, company: Company) -> Occasion | None:
        """The meeting told before of which a mention speaks again."""
        points_back = mention.is_definite and not mention.is_other
        for occasion in reversed(self._occasions):
            if points_back and occasion.is_meant_by(mention):
                return occasion
            if occasion.fits(mention, company.people, company.states):
                return occasion
        return None

    def _date(self, occasion: Occasion, mention: Mention, company: Company) -> None:
        """Give a meeting without a date that of the sentence that names who met, or of the visit
        that it is a part of.
        """
        if company.source:
            dates = self._scene.dates(company.source)
            occasion.when = mention.when or (dates[0].words if dates else None)
            occasion.add(company.source)
            return
        is_undated = mention.when is None and mention.modality in {"happened", "cancelled"}
        if is_undated and not mention.is_other:
            head = circumstances.heading(self._scene, mention.number)
            if head is not None:
                occasion.when, occasion.dated = head
                occasion.add(occasion.dated)
                return
        if mention.when is None and mention.modality == "happened" and mention.is_other:
            text = self._scene.sentences[mention.number]
            visit = None if _EVE.search(text) else self._visit_of(company.people)
            if visit is not None and not _EARLIER.search(mention.words):
                occasion.when, occasion.dated = visit.when, visit.dated
                occasion.add(visit.dated)

    def _visit_of(self, people: Sequence[Person]) -> Occasion | None:
        """The last dated meeting of any of these people."""
        names = {person.name for person in people}
        sentences = self._scene.sentences
        dated = (
            one
            for one in reversed(self._occasions)
            if one.when and one.reality == "past"
            if not _FLASHBACK.search(sentences[one.sentences[0]])
        )
        return next((one for one in dated if names & set(one.people)), None)

    def distinct(self) -> list[Occasion]:
        """The meetings without the headlines and visits of which others tell more."""
        kept: list[Occasion] = []
        for one in sorted(self._occasions, key=lambda o: o.is_visit or o.is_headline(self._scene)):
            whole = next((other for other in kept if one.is_part_of(other, self._scene)), None)
            if whole is None:
                kept.append(one)
            else:
                whole.absorb(one)
        return sorted(kept, key=lambda one: min(one.sentences))
