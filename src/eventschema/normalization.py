"""Stage: from the article's words to dates, codes and numbers, and so to the record.

What the words become follows from the record's field: a date where it holds an `EventDate`, a
number where it holds a `Count`, and so on; a user's own event type is normalized like the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import get_args

from eventschema.article import Article
from eventschema.draft import RECORD_FIELD
from eventschema.evidence import Tree, collected, evidence, plain
from eventschema.grounded import GroundedDraft, Value
from eventschema.identity import identity, title
from eventschema.language import countries, counts, dates, signs
from eventschema.language import places as places_of
from eventschema.participants import PATH, Casting
from eventschema.schema import (
    Agreement,
    ArticleReference,
    BaseEvent,
    Count,
    EventDate,
    Extraction,
    Incident,
    Participant,
    Place,
    ValueWarning,
)
from eventschema.span import Quote, Span
from eventschema.surroundings import Surroundings
from eventschema.vocabularies import Proposer, WarningReason

AHEAD = ("planned", "hypothetical")
"""Modalities of events that lie ahead of the report."""

_PARTICIPANT = re.compile(rf"{PATH}/(\d+)(.*)")


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
    around = Surroundings(article.text)
    reading = _Reading(
        around,
        Casting(around, grounded.proposer),
        reference,
        ahead=grounded.values.get("modality") in AHEAD,
        proposer=grounded.proposer,
        is_of_beginning=issubclass(grounded.draft.record, Agreement | Incident),
    )
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
            "warnings": [
                *map(reading.placed, grounded.warnings),
                *reading.casting.warnings,
                *reading.warnings,
            ],
            "extraction": extraction,
        }
    )
    return record.model_copy(update={"id": identity(record), "title": title(record)})


@dataclass(slots=True)
class _Reading:
    """Reads a draft's quotes as what the record's fields hold.

    `ahead` tells that the event lies ahead of the report; `is_of_beginning` that "since May" says
    when it happened, and not how long it lasts.
    """

    around: Surroundings
    casting: Casting
    reference: date | None
    ahead: bool
    proposer: Proposer
    is_of_beginning: bool
    warnings: list[ValueWarning] = field(default_factory=list)

    def fields(
        self, grounded: GroundedDraft, record: type[BaseEvent]
    ) -> Iterator[tuple[str, Tree]]:
        """The record's fields that the draft fills, by name."""
        drafted = {RECORD_FIELD.get(name, name): value for name, value in grounded.values.items()}
        for name, held in _computed(record).items():
            value = drafted.get(name)
            if value is not None and name != "event_type":
                yield name, self._read(held, value, f"/{name}")

    def _read(self, held: type | None, value: Value, path: str) -> Tree:
        if held is None or not isinstance(value, Quote | list):
            return value
        if issubclass(held, Participant) and isinstance(value, list):
            return self.casting.read(value)
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
                name = self.around.with_country(words).text
                country = places_of.country(
                    name, around=self.around.countries, home=self.around.home
                )
                places.append({"text": words, "country": country})
        return places

    def _date(self, words: Quote, path: str) -> Tree:
        if self.proposer == "model":
            words = self.around.whole_date(words)
        if self.is_of_beginning:
            words = words.part(dates.without_relation(words.text))
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

    def _resolved(self, words: Quote) -> EventDate:
        sentence = self.around.sentence(words)
        before = sentence.text[: words.span.start - sentence.span.start]
        ahead = self.ahead or bool(signs.AHEAD.search(before))
        return dates.resolve(words.text, published=self.reference, ahead=ahead)

    def _count(self, words: Quote, path: str) -> Tree:
        sentence = self.around.sentence(words)
        span = counts.whole(sentence.text, words.span.shifted(-sentence.span.start))
        if span is not None:
            words = sentence.part(span)
        count = counts.parse(words.text) if span is not None else None
        if count is None:
            self._warn(path, words, "unreadable")
            return None
        return _with_words(count, words)

    def placed(self, warning: ValueWarning) -> ValueWarning:
        """A warning of the draft, at the place that its participant has in the record."""
        found = _PARTICIPANT.match(warning.path)
        if found is None:
            return warning
        now = self.casting.moved.get(int(found[1]))
        path = PATH if now is None else f"{PATH}/{now}{found[2]}"
        return warning.model_copy(update={"path": path})

    def _warn(self, path: str, words: Quote, reason: WarningReason) -> None:
        self.warnings.append(ValueWarning(path=path, value=words.text, reason=reason))


@cache
def _computed(record: type[BaseEvent]) -> Mapping[str, type | None]:
    """The kinds of values that the record's fields hold; null for what is no affair of code's."""
    return {name: _held(field.annotation) for name, field in record.model_fields.items()}


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
