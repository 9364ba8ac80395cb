"""What code sees in an article before any event: who, where, when, which states, by sentence.

Everything is a string of the article, so that drafts made of it can be grounded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from eventschema.language import countries, dates, people, places
from eventschema.language.people import Mention
from eventschema.span import Span
from eventschema.spotting import anaphora, bilateral, origin, speaking

_REMEMBERED = 4096
"""Sentences; spotters look back at those before, so that a stretch of an article should fit."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name in a sentence.

    `name` is the fullest form that the article has of it, bare of titles; `span` is where this
    mention stands in its sentence, titles included; `office` and `country` are the article's words
    for what the person is ("Defence Minister") and whose ("Japanese"), from any of the mentions.
    """

    name: str
    span: Span
    office: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a sentence: `name` as it is written, and where it stands."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class State:
    """A country in a sentence, by name or demonym: its words, its alpha-3 code, where it stands."""

    words: str
    code: str
    span: Span
    is_demonym: bool


@dataclass(frozen=True, slots=True)
class Phrase:
    """A date expression in a sentence."""

    words: str
    span: Span


@dataclass(frozen=True)
class Scene:
    """The numbered sentences of an article, and what is seen in each of them."""

    sentences: Mapping[int, str]

    def people(self, number: int) -> Sequence[Person]:
        """Who is named in a sentence, in its order."""
        return self._people.get(number, ())

    def places(self, number: int) -> Sequence[Place]:
        """Which places are named in a sentence, in its order."""
        text = self.sentences[number]
        persons = [person.span for person in self.people(number)]
        return [
            Place(text[span.start : span.end], span)
            for span in _places_in(text)
            if not any(span.overlaps(person) for person in persons)
        ]

    def states(self, number: int) -> Sequence[State]:
        """Which countries are named in a sentence, in its order."""
        return _states_in(self.sentences[number])

    def dates(self, number: int) -> Sequence[Phrase]:
        """Which date expressions are in a sentence, in its order."""
        return _dates_in(self.sentences[number])

    def is_speaker(self, number: int, person: Person) -> bool:
        """Whether a person of a sentence merely speaks in it: "X said", "according to X", "said
        spokesman X"; not "X told his counterpart Y" nor "X said he had met Y".
        """
        others = any(other.span > person.span for other in self.people(number))
        return speaking.merely_speaks(
            self.sentences[number], person.span, office=person.office, others=others
        )

    def referents(self, number: int) -> Sequence[Person]:
        """Whom a sentence means by "the two ministers", "the President", "they" or "he"; nobody
        where that is not plain.
        """
        found = anaphora.referents(self.sentences, self._mentions, number, self.home)
        return [self._person(mention) for mention in found]

    @cached_property
    def home(self) -> str | None:
        """The alpha-3 code of the state that the article is from, null where it does not show."""
        return origin.home(self.sentences)

    @cached_property
    def sides(self) -> Sequence[State]:
        """The two states of a bilateral story ("the two countries"), or none."""
        codes = bilateral.sides(self.sentences, self._mentions, self.home)
        found = [self._state(code) for code in codes]
        return [state for state in found if state] if all(found) else []

    @cached_property
    def _mentions(self) -> Mapping[int, Sequence[Mention]]:
        return people.named(self.sentences)

    @cached_property
    def _people(self) -> Mapping[int, Sequence[Person]]:
        return {
            number: [self._person(mention) for mention in mentions]
            for number, mentions in self._mentions.items()
        }

    @cached_property
    def _hosts(self) -> Mapping[str, str]:
        pair = [side.code for side in self.sides]
        return bilateral.hosts(self.sentences, self._mentions, pair, self.home)

    def _person(self, mention: Mention) -> Person:
        state = self._state(self._hosts.get(mention.name))
        country = mention.country or (state.words if state else None)
        return Person(mention.name, mention.span, mention.office, country)

    def _state(self, code: str | None) -> State | None:
        """The first words of the article for a state, its name rather than its demonym."""
        return self._states.get(code) if code else None

    @cached_property
    def _states(self) -> Mapping[str, State]:
        found: dict[str, State] = {}
        for state in (state for number in self.sentences for state in self.states(number)):
            known = found.setdefault(state.code, state)
            if known.is_demonym and not state.is_demonym:
                found[state.code] = state
        return found


@lru_cache(maxsize=_REMEMBERED)
def _places_in(sentence: str) -> Sequence[Span]:
    return tuple(places.find(sentence))


@lru_cache(maxsize=_REMEMBERED)
def _states_in(sentence: str) -> Sequence[State]:
    demonyms = set(countries.demonyms(sentence))
    return tuple(
        State(sentence[span.start : span.end], code, span, is_demonym=span in demonyms)
        for code, span in countries.mentioned(sentence)
    )


@lru_cache(maxsize=_REMEMBERED)
def _dates_in(sentence: str) -> Sequence[Phrase]:
    return tuple(Phrase(sentence[span.start : span.end], span) for span in dates.find(sentence))
