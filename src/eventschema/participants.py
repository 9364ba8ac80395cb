"""A record's participants: what each is, whose, and under which of its names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from eventschema.evidence import Computed, Tree, plain
from eventschema.grounded import Value
from eventschema.language import actors, countries, names, signs, titles
from eventschema.schema import ValueWarning
from eventschema.span import Quote, Span
from eventschema.surroundings import Surroundings
from eventschema.vocabularies import ParticipantKind, Proposer, WarningReason

PATH = "/participants"


@dataclass(slots=True)
class Casting:
    """Reads the participants of one draft.

    `moved` tells, once they are read, at which place in the record a draft's participant stands.
    """

    around: Surroundings
    proposer: Proposer
    warnings: list[ValueWarning] = field(default_factory=list)
    moved: dict[int, int] = field(default_factory=dict)

    def read(self, drafted: Sequence[Value]) -> Sequence[Tree]:
        """The record's participants; two forms of one name are one, under the fuller form."""
        united = _united(list(self._actors(drafted)), self.around.text)
        self.moved = {was: now for now, actor in enumerate(united) for was in actor.was}
        return [actor.fields for actor in united]

    def _actors(self, drafted: Sequence[Value]) -> Iterator[_Actor]:
        for index, one in enumerate(drafted):
            if isinstance(one, dict) and (fields := self._participant(one)):
                yield _Actor(fields, {index})

    def _participant(self, drafted: dict[str, Value]) -> dict[str, Tree] | None:
        words, office, country = drafted["name"], drafted.get("office"), drafted.get("country")
        if not isinstance(words, Quote):
            return None
        name = _bare(words)
        office = office or _office_before(name, words)
        kind = self._kind(name, office, drafted.get("role"))
        if kind != "person":
            name = words
        if kind is None or self._is_mere_claim(kind, drafted.get("role"), words):
            self._refuse(words, "not_a_name" if kind is None else "unsupported")
            return None
        named = None if kind == "person" else name
        code = next(filter(None, map(self._country, (named, country, office))), None)
        if isinstance(country, Quote) and code is None:
            self._refuse(country, "unreadable")
        read: dict[str, Tree] = {
            "name": name,
            "kind": kind,
            "office": office,
            "country": code,
            "mentions": [words],
        }
        return {**drafted, **read}

    def _kind(self, name: Quote, office: Value, role: Value) -> ParticipantKind | None:
        """What a name names; the rules also call things targets, and crowds by any noun."""
        kind = actors.kind(name.text, office=office.text if isinstance(office, Quote) else None)
        if kind is not None or self.proposer == "model":
            return kind
        if countries.demonyms(name.text) == (Span(0, len(name.text)),):
            return "country"
        return "facility" if role == "target" else "population"

    def _country(self, words: Value) -> Computed | None:
        if not isinstance(words, Quote):
            return None
        code = countries.code(self.around.with_country(words).text)
        return Computed(code, words) if code else None

    def _is_mere_claim(self, kind: ParticipantKind, role: Value, words: Quote) -> bool:
        """Whether a model calls somebody a perpetrator whose sentence says no such thing."""
        if self.proposer == "rules" or kind != "person" or role != "perpetrator":
            return False
        return not signs.SUSPECTED.search(self.around.sentence(words).text)

    def _refuse(self, words: Quote, reason: WarningReason) -> None:
        self.warnings.append(ValueWarning(path=PATH, value=words.text, reason=reason))


@dataclass(slots=True)
class _Actor:
    """A participant, and its places in the draft."""

    fields: dict[str, Tree]
    was: set[int]


def _bare(words: Quote) -> Quote:
    name = names.bare(words.text)
    start = words.text.index(name)
    return words.part(Span(start, start + len(name)))


def _office_before(name: Quote, words: Quote) -> Quote | None:
    """The function that stands before `name` in `words` ("Energy Minister"), if one does."""
    before = words.text[: name.span.start - words.span.start].rstrip()
    if not before or not titles.is_office(before.split()[-1]):
        return None
    return words.part(Span(0, len(before)))


def _united(actors: Sequence[_Actor], text: str) -> list[_Actor]:
    """The participants, two forms of one name being one participant, under the fuller form.

    A short form that fits several of them ("Oduya" of two Oduyas) stays by itself.
    """
    united: list[_Actor] = []
    for new in sorted(actors, key=lambda actor: -len(_name(actor.fields).text)):
        same = [old for old in united if _same(old.fields, new.fields, text)]
        if len(same) == 1:
            same[0].fields = _merged(same[0].fields, new.fields)
            same[0].was |= new.was
        else:
            united.append(new)
    return sorted(united, key=lambda actor: min(actor.was))


def _same(one: Mapping[str, Tree], other: Mapping[str, Tree], text: str) -> bool:
    first, second = (_name(participant).text for participant in (one, other))
    if one["kind"] == other["kind"] == "person":
        return names.same_person(first, second)
    return first.casefold() == second.casefold() or _is_initials_of(second, first, text)


def _is_initials_of(short: str, full: str, text: str) -> bool:
    """Whether the article gives one name in brackets behind the other: "the Grey Front (GF)"."""
    if not short.isupper():
        return False
    named = rf"{re.escape(full)}[\"\u201d]?\s*[(\[]\s*{re.escape(short)}\s*[)\]]"
    return re.search(named, text, re.IGNORECASE) is not None


def _merged(fuller: dict[str, Tree], shorter: dict[str, Tree]) -> dict[str, Tree]:
    known = {key: value for key, value in fuller.items() if value is not None}
    mentions = [*_listed(fuller["mentions"]), *_listed(shorter["mentions"])]
    distinct = {plain(mention): mention for mention in reversed(mentions)}
    return shorter | known | {"mentions": list(reversed(distinct.values()))}


def _name(participant: Mapping[str, Tree]) -> Quote:
    return cast("Quote", participant["name"])


def _listed(tree: Tree) -> list[Tree]:
    return list(tree) if isinstance(tree, list) else []
