"""What tells one record from another: an id for programs, a title for people."""

from __future__ import annotations

import hashlib
import json

from eventschema.schema import BaseEvent, Meeting

LABELED = 2
"""How many participants a title names."""

_NOT_TOLD = {"id", "title", "evidence", "article", "confidence", "warnings", "extraction"}


def title(record: BaseEvent) -> str:
    """A short label: the name, or what it is, with who took part or else where."""
    if isinstance(name := getattr(record, "name", None), str):
        return name
    what = str(getattr(record, "category", None) or record.event_type).replace("_", " ")
    who = [participant.name for participant in record.participants[:LABELED]]
    where = [place.text for place in record.places[:1]]
    label = (who or where) if isinstance(record, Meeting) else (where or who)
    return f"{what}: {', '.join(label)}" if label else what


def repeats(record: BaseEvent, other: BaseEvent) -> bool:
    """Whether two records of an article report one occasion, one of them perhaps saying less.

    Named things are one where their names are; other records where they contradict each other in
    nothing and rest on the same sentence, or name the same two people or more, one without a date.
    """
    if record.event_type != other.event_type:
        return False
    names = [getattr(each, "name", None) for each in (record, other)]
    if all(isinstance(name, str) for name in names):
        first, second = (str(name).casefold().removeprefix("the ") for name in names)
        return first == second
    return (record.evidence[0] == other.evidence[0] or _same_people(record, other)) and all(
        one == another or not one or not another
        for one, another in zip(_circumstances(record), _circumstances(other), strict=True)
    )


def _same_people(record: BaseEvent, other: BaseEvent) -> bool:
    who, others = (
        {participant.name for participant in each.participants} for each in (record, other)
    )
    undated = record.date is None or other.date is None
    return who == others and len(who) > 1 and undated and record.modality == other.modality


def _circumstances(record: BaseEvent) -> tuple[object, ...]:
    counts = [getattr(record, name, None) for name in ("category", "killed", "injured")]
    who = {participant.name for participant in record.participants}
    when = record.date.text if record.date else None
    return (when, [place.text for place in record.places], who, *counts)


def identity(record: BaseEvent) -> str:
    """What tells the record from all others: its article, its sentence, and what it says."""
    told = record.model_dump(mode="json", exclude=_NOT_TOLD) | {
        "article": [record.article.id, record.article.sha256],
        "core": [record.evidence[0].start, record.evidence[0].end],
    }
    digest = hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
    return f"{record.event_type}-{digest[:10]}"
