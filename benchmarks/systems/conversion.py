"""What a peer says of an event, read as generously as eventschema reads its own drafts.

A peer copies or writes strings; dates, countries, counts and kinds of participants are made of them
by eventschema's own code, titles are taken off the names, and words of closed vocabularies are
matched loosely ("drone strike" is an air_or_drone_strike). Nothing is checked against the text, and
nothing is left out: that is the peer's own business.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

from pydantic import TypeAdapter

from eventschema import Article, BaseEvent, Event
from eventschema.language import actors, countries, counts, dates, names
from eventschema.span import Span
from eventschema.vocabularies import AgreementStatus, IncidentCategory, Modality

_LYING_AHEAD = ("planned", "hypothetical")
_RECORD: TypeAdapter[BaseEvent] = TypeAdapter(Event)


@dataclass(frozen=True, slots=True)
class Who:
    """A participant, in the peer's words."""

    name: str
    office: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """An event in the peer's words, with the place of its evidence, where it has any."""

    event_type: str
    evidence: Span | None = None
    name: str | None = None
    when: str | None = None
    where: Sequence[str] = ()
    participants: Sequence[Who] = ()
    countries: Sequence[str] = ()
    words: Mapping[str, str | None] = field(default_factory=dict)
    """By field: modality, status, category."""
    numbers: Mapping[str, str | None] = field(default_factory=dict)
    """By field: killed, injured."""


def record(said: Said, article: Article, *, by: str, number: int) -> BaseEvent:
    """The record that the peer called `by` made of `article`, its `number` among the others."""
    modality = closest(said.words.get("modality"), get_args(Modality))
    ahead = modality in _LYING_AHEAD
    fields: dict[str, object] = {
        "id": f"{said.event_type}-{article.id}-{number}",
        "event_type": said.event_type,
        "title": said.name or said.event_type,
        "modality": modality,
        "date": (when := _stated(said.when))
        and dates.resolve(when, published=article.published, ahead=ahead),
        "places": [
            {"text": place, "country": countries.of_place(place)}
            for place in said.where
            if _stated(place)
        ],
        "participants": [*map(_participant, _named(said.participants)), *_states(said)],
        "evidence": [_evidence(article.text, said.evidence)] if said.evidence else [],
        "article": {"id": article.id, "published": article.published, "sha256": article.sha256},
        "extraction": {
            "model": by,
            "prompt_sha256": "",
            "eventschema": "",
            "attempts": 1,
            "proposers": ["model"],
        },
    }
    return _RECORD.validate_python(fields | _own(said))


def closest(word: str | None, vocabulary: Sequence[str]) -> str | None:
    """The word of a closed vocabulary that is meant: the same, or else one inside the other."""
    plain = "_".join((word or "").lower().replace("-", " ").split())
    if not plain or plain in vocabulary:
        return plain or None
    near = [known for known in vocabulary if known in plain or plain in known]
    return max(near, key=len, default=None)


def listed(value: object) -> list[str]:
    """The strings of a value that may be one, a list or null."""
    values = value if isinstance(value, list) else [value]
    return [str(one) for one in values if one is not None and str(one).strip()]


def only(value: object) -> str | None:
    """The string that a value is, or the first of those it holds, null where there is none."""
    return next(iter(listed(value)), None)


def _own(said: Said) -> dict[str, object]:
    """The fields of the type itself, as far as they are scored."""
    match said.event_type:
        case "agreement":
            status = closest(said.words.get("status"), get_args(AgreementStatus))
            return {"name": said.name or "", "status": status}
        case "exercise":
            return {"name": said.name or ""}
        case "incident":
            category = closest(said.words.get("category"), get_args(IncidentCategory))
            tolls = {
                name: counts.parse(words)
                for name in ("killed", "injured")
                if (words := _stated(said.numbers.get(name)))
            }
            return {"category": category, **tolls}
        case _:
            return {}


def _stated(words: str | None) -> str | None:
    return None if words is None or names.is_placeholder(words) else words


def _named(participants: Sequence[Who]) -> list[Who]:
    return [who for who in participants if _stated(who.name)]


def _participant(who: Who) -> dict[str, object]:
    name, office = names.bare(who.name), _stated(who.office)
    kind = actors.kind(name, office=office)
    words = (who.country, office, who.name if kind != "person" or name != who.name else None)
    code = next(filter(None, (countries.code(said) for said in words if said)), None)
    return {"name": name, "kind": kind, "office": office, "country": code, "mentions": [who.name]}


def _states(said: Said) -> list[dict[str, object]]:
    """The countries that are named beside the participants, each as one of its own."""
    return [
        {"name": words, "kind": "country", "country": code}
        for words in said.countries
        if (code := countries.code(words))
    ]


def _evidence(text: str, span: Span) -> dict[str, object]:
    quote = text[span.start : span.end]
    return {"path": "", "quote": quote, "start": span.start, "end": span.end}
