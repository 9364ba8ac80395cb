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


def identity(record: BaseEvent) -> str:
    """What tells the record from all others: its article, its sentence, and what it says."""
    told = record.model_dump(mode="json", exclude=_NOT_TOLD) | {
        "article": [record.article.id, record.article.sha256],
        "core": [record.evidence[0].start, record.evidence[0].end],
    }
    digest = hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
    return f"{record.event_type}-{digest[:10]}"
