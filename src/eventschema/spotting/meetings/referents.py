"""Who met, where a sentence says "the two ministers", "he" or "their leaders" instead of names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from eventschema.spotting.meetings import states as meeting_states
from eventschema.spotting.meetings.mentions import Mention
from eventschema.spotting.meetings.occasions import Occasion, codes
from eventschema.spotting.scene import Person, Scene, State

_REACH = 4
"""How many sentences back a pronoun points at most."""
_PAIR = 2
_LAST_WORD = re.compile(r"\w+$")
_VISITOR = re.compile(r"\bvisiting\b|\b(?:guest|dignitary)$", re.IGNORECASE)
_JOINT = re.compile(
    r"\b(?:joint|intergovernmental|bilateral|mixed|trilateral|general staff)\b", re.IGNORECASE
)
"""Bodies that belong to the states of the story."""


@dataclass(slots=True)
class Company:
    """Those who met; `source` is the sentence outside any meeting that names them."""

    people: list[Person] = field(default_factory=list)
    states: list[State] = field(default_factory=list)
    source: int | None = None


class Referents:
    """Looks up in the meetings told so far, and in the sentences before, who is meant."""

    def __init__(self, scene: Scene, occasions: Sequence[Occasion]) -> None:
        self._scene = scene
        self._occasions = occasions

    def company(self, mention: Mention) -> Company:
        """Who met, those named and those pointed to."""
        found = self._pointed_to(mention)
        found.states += self._other_sides(mention, found)
        return found

    def _pointed_to(self, mention: Mention) -> Company:
        named = mention.parties
        people, states = named.people, list(named.states)
        if named.theirs:
            known = states if len(states) >= _PAIR or people else self._last_states()
            is_told = known or codes(people)
            return Company(people, known if is_told else self._states_before(mention.number))
        if named.several and mention.is_of_series and not people and self._series(mention):
            return Company(people, self._series(mention))
        if named.several and max(len(people), len(states)) < _PAIR:
            return self._several(mention, people, states)
        if named.one and not named.subjects:
            people = [*self._one(named.one, people), *people]
        if mention.is_of_series and len(states) < _PAIR and not people:
            states = self._series(mention) or states
        is_joint = named.body and _JOINT.search(named.body) and len(states) < _PAIR
        if is_joint or (not named.are_named and mention.kinds == {"noun"}):
            states = states or self._last_states() or list(self._scene.sides)
        return Company(people, states)

    def _several(self, mention: Mention, people: list[Person], states: list[State]) -> Company:
        """Those to whom "the two" and "both" point: who met last, or the pair named since then."""
        last = next((one for one in reversed(self._occasions) if one.is_of_several), None)
        source, pair = self._pair_before(mention.number)
        if last is not None and source <= max(last.sentences):
            known = {person.name for person in people}
            others = [p for name, p in last.people.items() if name not in known]
            others = others[-_PAIR:] if people else others
            return Company([*people, *others], list(last.states.values()))
        if pair and not people:
            return Company(pair, [], source)
        return Company(people, states or self._states_before(mention.number))

    def _pair_before(self, number: int) -> tuple[int, list[Person]]:
        """The last sentence before that names two people or more, and the last two of them."""
        for before in range(number - 1, max(0, number - 1 - _REACH), -1):
            people = self._scene.people(before) if before in self._scene.sentences else ()
            if len(people) >= _PAIR:
                return before, list(people[-_PAIR:])
        return 0, []

    def _one(self, words: str, others: Sequence[Person]) -> list[Person]:
        """The person to whom "he" or "the visiting minister" points."""
        last_first = list(reversed(self._occasions))
        known = [person for one in last_first for person in one.people.values()]
        visitors = [person for one in last_first for person in one.visitors]
        office = _LAST_WORD.search(words.casefold())
        fitting = [p for p in known if office and office.group() in (p.office or "").casefold()]
        ranked = visitors if _VISITOR.search(words) else fitting or known
        return [person for person in ranked if person not in others][:1]

    def _last_states(self) -> list[State]:
        """The states whose people met last, where another round of theirs is meant."""
        several = (one for one in reversed(self._occasions) if len(one.codes) >= _PAIR)
        return self._states_of(next(several, None))

    def _states_of(self, last: Occasion | None) -> list[State]:
        """The states of all who met then."""
        if last is None:
            return []
        scene = self._scene
        known = {s.code: s for n in scene.sentences for s in scene.states(n)} | last.states
        return [known[code] for code in sorted(last.codes) if code in known]

    def _series(self, mention: Mention) -> list[State]:
        """The states of the meeting before of the same kind: "the next session" of a session."""
        kind = _LAST_WORD.search((mention.noun or "").casefold())
        several = [one for one in reversed(self._occasions) if len(one.codes) >= _PAIR]
        same = [one for one in several if kind and kind.group() in (one.noun or "").casefold()]
        return self._states_of(max(same or several, key=lambda one: len(one.codes), default=None))

    def _states_before(self, number: int) -> list[State]:
        """Both sides of a bilateral story, else the two states named last."""
        sides = list(self._scene.sides)
        return sides or meeting_states.before(self._scene, number, reach=_REACH)

    def _other_sides(self, mention: Mention, company: Company) -> list[State]:
        """The states of those of whom it is not told: both sides of a bilateral story, or one."""
        known = codes(company.people)
        sides = [side for side in self._scene.sides if side.code not in known]
        if company.states or not company.people:
            return []
        if len(company.people) >= _PAIR and not known:
            return sides
        is_bare = len(company.people) == 1 and mention.parties.has_bare_partner
        return sides if is_bare and len(sides) == 1 else []
