"""One meeting, as all the sentences that speak of it have it together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, Self

from eventschema.language import countries
from eventschema.spotting.meetings.mentions import Mention
from eventschema.spotting.meetings.phrases import HELD, MOTION, Kind
from eventschema.spotting.scene import Person, Scene, State
from eventschema.vocabularies import MeetingFormat, MeetingRole, Modality

Reality = Literal["past", "ahead", "off", "denied"]

_REALITY: dict[Modality, Reality] = {
    "happened": "past",
    "ongoing": "past",
    "planned": "ahead",
    "hypothetical": "ahead",
    "cancelled": "off",
    "denied": "denied",
}
_ROLES: dict[Kind, tuple[MeetingRole, MeetingRole]] = {
    "receive": ("host", "visitor"),
    "received": ("visitor", "host"),
    "call_on": ("visitor", "host"),
    "visit": ("visitor", "host"),
}
"""What the verb makes of its subject, and of its object."""
_SORT = re.compile(r"summit|call|visit|conference", re.IGNORECASE)
_REPORTED = re.compile(r"[.!?\u2026][\"'\u201d\u2019)\s]*$")
_HOUSE = re.compile(
    r"\b(?:house|palace|ministry|hotel|office|hall|base|cent(?:er|re)|headquarters|residence"
    "|castle|checkpoint|embassy|villa|camp|airport|club|premises|building|temple|monastery"
    r"|lodge)\b",
    re.IGNORECASE,
)
_PAIR = 2


@dataclass(slots=True)
class Occasion:
    """A meeting told so far; `dated` is the sentence that has its date."""

    sentences: list[int]
    modality: Modality
    dated: int
    sort: str
    is_visit: bool
    is_other: bool
    people: dict[str, Person] = field(default_factory=dict)
    roles: dict[str, MeetingRole] = field(default_factory=dict)
    states: dict[str, State] = field(default_factory=dict)
    body: str | None = None
    when: str | None = None
    where: str | None = None
    going_to: str | None = None
    format: MeetingFormat | None = None
    noun: str | None = None

    @classmethod
    def of(cls, mention: Mention) -> Self:
        """The meeting of which a sentence speaks for the first time."""
        return cls(
            sentences=[mention.number],
            modality=mention.modality,
            dated=mention.number,
            sort=_sort(mention),
            is_visit=mention.is_visit,
            is_other=mention.is_other,
        )

    @property
    def reality(self) -> Reality:
        """Whether it lies behind, ahead, or did not come about."""
        return _REALITY[self.modality]

    @property
    def own(self) -> set[str]:
        """The states of the people who met."""
        return codes(self.people.values())

    @property
    def codes(self) -> set[str]:
        """The states of all who met."""
        return self.own | set(self.states)

    @property
    def is_of_several(self) -> bool:
        """Whether two parties at least are known."""
        return max(len(self.people), len(self.codes)) >= _PAIR

    @property
    def visitors(self) -> list[Person]:
        """Who came from elsewhere."""
        return [p for name, p in self.people.items() if self.roles.get(name) == "visitor"]

    def add(self, number: int, people: Sequence[Person] = ()) -> None:
        """Take in a sentence, and who was there by its words."""
        for person in people:
            self.people.setdefault(person.name, person)
        self.sentences += [n for n in [number] if n not in self.sentences]

    def take(self, mention: Mention, people: Sequence[Person], states: Sequence[State]) -> None:
        """Take in what one more sentence says; of who met, no more than a definite noun adds."""
        is_again = mention.is_definite and bool(self.people or self.states)
        is_complete = is_again and mention.kinds == {"noun"} and len(self.people) >= _PAIR
        may_name_states = not is_again and len(self.people or self.states) < _PAIR
        self.add(mention.number, () if is_complete else people)
        for state in states if may_name_states else ():
            self.states.setdefault(state.code, state)
        for name, role in _roles(mention):
            self.roles.setdefault(name, role)
        if mention.when and not self.when:
            self.when, self.dated = mention.when, mention.number
        self.where = self.where or mention.where
        self.going_to = self.going_to or mention.going_to
        self.body = self.body or mention.parties.body
        self.format = self.format or mention.format
        self.noun = self.noun or mention.noun
        self.is_visit = self.is_visit and mention.is_visit

    def is_meant_by(self, mention: Mention) -> bool:
        """Whether "the summit" and "the call" can be this meeting."""
        if mention.where and self.where and not _alike(mention.where, self.where):
            return False
        sort = _sort(mention)
        is_sort = sort == self.sort if sort else self.reality == _REALITY[mention.modality]
        return is_sort and _agree({p.name for p in mention.parties.people}, set(self.people))

    def fits(self, mention: Mention, people: Sequence[Person], states: Sequence[State]) -> bool:
        """Whether a sentence with these parties can speak of this meeting."""
        if self.reality != _REALITY[mention.modality] or not self._is_then_and_there(mention):
            return False
        new, known = {person.name for person in people}, set(self.people)
        if new and known:
            return _agree(new, known)
        if (mention.format == "call") != (self.format == "call"):
            return False
        if new and "call_on" in mention.kinds:
            return False
        theirs = codes(people) | {state.code for state in states}
        if not new and not theirs:
            return mention.when is not None and mention.when == self.when
        return bool(theirs & self.codes) and _agree(theirs, self.codes)

    def _is_then_and_there(self, mention: Mention) -> bool:
        """Whether a sentence's date and place do not contradict this meeting's."""
        if mention.is_other and not (mention.when and self.when):
            return False
        if mention.when and self.when and not _alike(mention.when, self.when):
            return False
        if mention.where is None or self.where is None or _alike(mention.where, self.where):
            return True
        return bool(_HOUSE.search(mention.where)) != bool(_HOUSE.search(self.where))

    def is_headline(self, scene: Scene) -> bool:
        """Whether nothing but lines without a full stop speak of it."""
        return not any(_REPORTED.search(scene.sentences[number]) for number in self.sentences)

    def is_part_of(self, other: Self, scene: Scene) -> bool:
        """Whether this is a headline for, or a visit with, another meeting."""
        is_then = self.when and other.when and _alike(self.when, other.when)
        if self.is_other and not is_then:
            return False
        meets = bool(set(self.people) & set(other.people))
        if self.is_visit and meets and set(self.sentences) <= set(other.sentences):
            return True
        if self.reality != other.reality:
            return False
        is_headline = self.is_headline(scene) and bool(meets or self.codes & other.codes)
        return is_headline or (self.is_visit and meets)

    def absorb(self, other: Self) -> None:
        """Take in what a visit or a headline says more."""
        self.sentences += [number for number in other.sentences if number not in self.sentences]
        self.going_to = self.going_to or other.going_to
        self.when = self.when or other.when


def codes(people: Iterable[Person]) -> set[str]:
    """The states of people, as far as their words tell one."""
    words = [person.country for person in people if person.country]
    return {code for country in words if (code := countries.code(country))}


def is_event(mention: Mention, people: Sequence[Person], states: Sequence[State]) -> bool:
    """Whether a sentence reports a meeting of its own, and not talks in general."""
    parties, is_dated = mention.parties, bool(mention.when or mention.where)
    is_several = len(people) + len({state.code for state in states}) >= _PAIR
    if mention.is_visit:
        return _is_official_visit(mention, people)
    if mention.needs_partner:
        is_official = parties.has_office or states or any(person.office for person in people)
        is_denied = mention.modality == "denied" and mention.where is not None
        is_sitting = "noun" in mention.kinds and is_dated
        return (parties.has_partner and bool(is_official)) or is_sitting or is_denied
    is_received = "received" in mention.kinds and bool(people)
    is_somebody = parties.has_office or bool(people)
    if is_received or ("talk" in mention.kinds and parties.has_partner and is_somebody):
        return True
    if "noun" in mention.kinds:
        return _is_new(mention, people, states) and (
            is_dated
            or len(people) >= _PAIR
            or (is_several and ("talk" in mention.kinds or bool(HELD.match(mention.noun or ""))))
        )
    is_there = mention.when and mention.where and parties.has_office
    return is_several or bool(is_there or (is_dated and (people or parties.body or states)))


def _is_official_visit(mention: Mention, people: Sequence[Person]) -> bool:
    """Whether the holder of an office visits a place, and does not merely travel at home."""
    goal = mention.going_to
    if goal is None or not any(person.office for person in people):
        return False
    return countries.of_place(goal) is not None or not MOTION.match(mention.words)


def _is_new(mention: Mention, people: Sequence[Person], states: Sequence[State]) -> bool:
    """Whether a noun can bring up a meeting: "the talks" of nobody only with time and place."""
    is_bare = mention.is_definite and not (people or states) and mention.modality == "happened"
    return not is_bare or bool(mention.when and mention.where)


def _roles(mention: Mention) -> Iterator[tuple[str, MeetingRole]]:
    """Who is host and who visits, where the verb tells."""
    for kind in sorted(mention.kinds & set(_ROLES)):
        one, other = _ROLES[kind]
        if kind == "visit" and not mention.parties.subjects:
            other = one  # "a visit by X"
        yield from ((person.name, one) for person in mention.parties.subjects)
        yield from ((person.name, other) for person in mention.parties.partners)


def _agree(some: set[str], others: set[str]) -> bool:
    """Whether one of two sets of parties can be a part of the other."""
    return some <= others or others <= some


def _alike(one: str, other: str) -> bool:
    return one.casefold() in other.casefold() or other.casefold() in one.casefold()


def _sort(mention: Mention) -> str:
    """The word that tells a meeting from others of the same parties: "summit", "call"."""
    found = _SORT.search(mention.words)
    return found.group().casefold() if found else ""
