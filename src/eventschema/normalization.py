"""Stage: from the article's words to dates, codes and numbers, and so to the record.

What the words become follows from the record's field: a date where it holds an `EventDate`, a
number where it holds a `Count`, and so on; a user's own event type is normalized like the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import cast, get_args

from eventschema.article import Article
from eventschema.draft import RECORD_FIELD
from eventschema.evidence import Computed, Tree, collected, evidence, plain
from eventschema.grounded import GroundedDraft, Value
from eventschema.identity import identity, title
from eventschema.language import actors, countries, counts, dates, names, signs, titles
from eventschema.schema import (
    ArticleReference,
    BaseEvent,
    Count,
    EventDate,
    Extraction,
    Participant,
    Place,
    ValueWarning,
    WarningReason,
)
from eventschema.span import Quote, Span

_STOPS = ("\n", ". ")
_PARTICIPANT = re.compile(r"/participants/(\d+)(.*)")


def normalize(
    grounded: GroundedDraft,
    article: Article,
    extraction: Extraction,
    *,
    reference: date | None,
) -> BaseEvent:
    """The record that `grounded` becomes, with the evidence of every value that came from text.

    Relative dates count from `reference`; where that is null they stay unresolved.
    """
    reading = _Reading(article.text, reference, ahead=grounded.values.get("modality") == "planned")
    tree = dict(reading.fields(grounded, grounded.draft.record))
    support = [evidence("", quote) for quote in grounded.support]
    record = grounded.draft.record.model_validate(
        {name: plain(value) for name, value in tree.items()}
        | {
            "id": "",
            "title": "",
            "evidence": [*support, *collected(tree, "")],
            "article": ArticleReference(
                **article.model_dump(include=set(ArticleReference.model_fields)),
                sha256=article.sha256,
            ),
            "warnings": [*map(reading.placed, grounded.warnings), *reading.warnings],
            "extraction": extraction,
        }
    )
    return record.model_copy(update={"id": identity(record), "title": title(record)})


@dataclass(slots=True)
class _Reading:
    """Reads a draft's quotes as what the record's fields hold."""

    text: str
    reference: date | None
    ahead: bool
    warnings: list[ValueWarning] = field(default_factory=list)
    moved: dict[int, int] = field(default_factory=dict)

    def fields(
        self, grounded: GroundedDraft, record: type[BaseEvent]
    ) -> Iterator[tuple[str, Tree]]:
        """The record's fields that the draft fills, by name."""
        drafted = {RECORD_FIELD.get(name, name): value for name, value in grounded.values.items()}
        for name, field_info in record.model_fields.items():
            value = drafted.get(name)
            if value is not None and name != "event_type":
                yield name, self._read(_held(field_info.annotation), value, f"/{name}")

    def _read(self, held: type | None, value: Value, path: str) -> Tree:
        if held is None or not isinstance(value, Quote | list):
            return value
        if issubclass(held, Participant) and isinstance(value, list):
            return self._participants(value, path)
        if issubclass(held, Place):
            return self._places(value if isinstance(value, list) else [value], path)
        if isinstance(value, Quote) and issubclass(held, EventDate):
            return self._date(value, path)
        if isinstance(value, Quote) and issubclass(held, Count):
            return self._count(value, path)
        return value

    def _places(self, quotes: Sequence[Value], path: str) -> list[Tree]:
        places: list[Tree] = []
        for words in quotes:
            if isinstance(words, Quote) and _is_nationality(words.text):
                self._warn(path, words, "not_a_name")
            elif isinstance(words, Quote):
                country = countries.of_place(self._with_country(words).text)
                places.append({"text": words, "country": country})
        return places

    def _date(self, words: Quote, path: str) -> Tree:
        words = self._whole_date(words)
        resolved = self._resolved(words)
        found = dates.find(words.text)
        if resolved.edtf is None and len(found) == 1:
            part = words.part(found[0])
            if self._resolved(part).edtf is not None:
                words, resolved = part, self._resolved(part)
        if resolved.edtf is None and not found:
            self._warn(path, words, "unreadable")
            return None
        if not dates.consistent(words.text, published=self.reference, ahead=self.ahead):
            self._warn(path, words, "inconsistent")
        return _with_words(resolved, words)

    def _whole_date(self, words: Quote) -> Quote:
        """The whole date expression that `words` are a part of: not "year" of "May next year"."""
        sentence = self._sentence(words)
        for found in dates.find(self.text[sentence.start : sentence.end]):
            span = Span(sentence.start + found.start, sentence.start + found.end)
            if span.overlaps(words.span):
                both = (min(words.span.start, span.start), max(words.span.end, span.end))
                return Quote.cut(self.text, Span(*both))
        return words

    def _resolved(self, words: Quote) -> EventDate:
        before = self.text[self._sentence(words).start : words.span.start]
        ahead = self.ahead or bool(signs.AHEAD.search(before))
        return dates.resolve(words.text, published=self.reference, ahead=ahead)

    def _sentence(self, words: Quote) -> Span:
        start, end = words.span.start, words.span.end
        first = max(self.text.rfind(stop, 0, start) for stop in _STOPS) + 1
        stops = [stop for stop in (self.text.find(stop, end) for stop in _STOPS) if stop >= 0]
        return Span(first, min(stops, default=len(self.text)))

    def _count(self, words: Quote, path: str) -> Tree:
        sentence = self._sentence(words)
        text = self.text[sentence.start : sentence.end]
        span = counts.whole(text, words.span.shifted(-sentence.start))
        if span is not None:
            words = Quote.cut(self.text, span.shifted(sentence.start))
        count = counts.parse(words.text) if span is not None else None
        if count is None:
            self._warn(path, words, "unreadable")
            return None
        return _with_words(count, words)

    def _participants(self, drafted: Sequence[Value], path: str) -> Sequence[Tree]:
        read: list[_Actor] = []
        for index, one in enumerate(drafted):
            if isinstance(one, dict) and (actor := self._participant(one, path)):
                read.append(_Actor(actor, {index}))
        united = _united(read)
        self.moved = {was: now for now, actor in enumerate(united) for was in actor.was}
        return [actor.fields for actor in united]

    def _participant(self, drafted: dict[str, Value], path: str) -> dict[str, Tree] | None:
        words, office, country = drafted["name"], drafted.get("office"), drafted.get("country")
        if not isinstance(words, Quote):
            return None
        name = _bare(words)
        office = office or _office_before(name, words)
        kind = actors.kind(name.text, office=office.text if isinstance(office, Quote) else None)
        if kind is None:
            self._warn(path, words, "not_a_name")
            return None
        named = None if kind == "person" else name
        if kind == "person" and drafted.get("role") == "perpetrator" and not self._suspects(words):
            self._warn(path, words, "unsupported")
            return None
        code = next(filter(None, map(self._country, (named, country, office))), None)
        if isinstance(country, Quote) and code is None:
            self._warn(path, country, "unreadable")
        read: dict[str, Tree] = {
            "name": name,
            "kind": kind,
            "office": office,
            "country": code,
            "mentions": [words],
        }
        return {**drafted, **read}

    def _country(self, words: Value) -> Computed | None:
        if not isinstance(words, Quote):
            return None
        code = countries.code(self._with_country(words).text)
        return Computed(code, words) if code else None

    def _with_country(self, words: Quote) -> Quote:
        """The words with the whole country name that they are a part of: "South Sudan"."""
        sentence = self._sentence(words)
        text = self.text[sentence.start : sentence.end]
        whole = countries.whole(text, words.span.shifted(-sentence.start))
        return Quote.cut(self.text, whole.shifted(sentence.start))

    def _suspects(self, words: Quote) -> bool:
        """Whether the sentence makes the person a suspect, rather than one who comments."""
        sentence = self._sentence(words)
        return bool(signs.SUSPECTED.search(self.text[sentence.start : sentence.end]))

    def placed(self, warning: ValueWarning) -> ValueWarning:
        """A warning of the draft, at the place that its participant has in the record."""
        found = _PARTICIPANT.match(warning.path)
        if found is None:
            return warning
        now = self.moved.get(int(found[1]))
        path = "/participants" if now is None else f"/participants/{now}{found[2]}"
        return warning.model_copy(update={"path": path})

    def _warn(self, path: str, words: Quote, reason: WarningReason) -> None:
        self.warnings.append(ValueWarning(path=path, value=words.text, reason=reason))


def _held(annotation: object) -> type | None:
    """The kind of value that a record's field holds, where it is one that code computes."""
    if isinstance(annotation, type):
        return (
            annotation if issubclass(annotation, EventDate | Place | Count | Participant) else None
        )
    return next(filter(None, map(_held, get_args(annotation))), None)


def _with_words(value: EventDate | Count, words: Quote) -> dict[str, Tree]:
    return value.model_dump() | {"text": words}


def _is_nationality(words: str) -> bool:
    return any(span == Span(0, len(words)) for span in countries.demonyms(words))


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


@dataclass(slots=True)
class _Actor:
    """A participant, and its places in the draft."""

    fields: dict[str, Tree]
    was: set[int]


def _united(actors: Sequence[_Actor]) -> list[_Actor]:
    """The participants, two forms of one name being one participant, under the fuller form.

    A short form that fits several of them ("Oduya" of two Oduyas) stays by itself.
    """
    united: list[_Actor] = []
    for new in sorted(actors, key=lambda actor: -len(_name(actor.fields).text)):
        same = [old for old in united if _same(old.fields, new.fields)]
        if len(same) == 1:
            same[0].fields = _merged(same[0].fields, new.fields)
            same[0].was |= new.was
        else:
            united.append(new)
    return sorted(united, key=lambda actor: min(actor.was))


def _same(one: Mapping[str, Tree], other: Mapping[str, Tree]) -> bool:
    first, second = (_name(participant).text for participant in (one, other))
    if one["kind"] == other["kind"] == "person":
        return names.same_person(first, second)
    return first.casefold() == second.casefold()


def _merged(fuller: dict[str, Tree], shorter: dict[str, Tree]) -> dict[str, Tree]:
    known = {key: value for key, value in fuller.items() if value is not None}
    mentions = [*_listed(fuller["mentions"]), *_listed(shorter["mentions"])]
    distinct = {plain(mention): mention for mention in reversed(mentions)}
    return shorter | known | {"mentions": list(reversed(distinct.values()))}


def _name(participant: Mapping[str, Tree]) -> Quote:
    return cast("Quote", participant["name"])


def _listed(tree: Tree) -> list[Tree]:
    return list(tree) if isinstance(tree, list) else []
