"""Which fields of a record are right, given the gold event that it was matched to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from eventschema.scoring.gold import GoldEvent
from eventschema.scoring.likeness import same_person, similar
from eventschema.scoring.predicted import PredictedCount, PredictedRecord


@dataclass(frozen=True, slots=True)
class Slot:
    """One field of a matched record: whether it is right, and both sides for people to read."""

    name: str
    right: bool
    wanted: str
    found: str


def compare(record: PredictedRecord, event: GoldEvent) -> list[Slot]:
    """The slots that the gold event asks about, in a fixed order.

    Date and modality are asked of every event; people, countries and places where the gold has any;
    a place's country where the gold knows it and the record has a place; an agreement's status; an
    incident's category and counts.
    """
    parts = (_date_and_modality, _who, _where, _own)
    return [slot for part in parts for slot in part(record, event)]


def _date_and_modality(record: PredictedRecord, event: GoldEvent) -> Iterator[Slot]:
    edtf = record.date.edtf if record.date else None
    null_ok = event.date_null_ok or not event.date
    right = edtf in event.date if edtf else null_ok
    yield Slot("date", right, _listed(event.date), _listed([edtf]))
    accepted = [event.modality, *event.modality_ok]
    right = record.modality in accepted
    yield Slot("modality", right, _listed(accepted), _listed([record.modality]))


def _who(record: PredictedRecord, event: GoldEvent) -> Iterator[Slot]:
    if event.people:
        found = [p.name for p in record.participants if p.name and p.kind in (None, "person")]
        known = event.people + event.people_optional
        right = _all_among(event.people, found) and _all_among(found, known)
        yield Slot("people", right, _listed(event.people), _listed(found))
    if event.countries:
        codes = {p.country for p in record.participants if p.country}
        required = set(event.countries)
        right = required <= codes <= required | set(event.countries_optional)
        yield Slot("countries", right, _listed(event.countries), _listed(sorted(codes)))


def _where(record: PredictedRecord, event: GoldEvent) -> Iterator[Slot]:
    places = record.places
    if event.places:
        found = [place.text or "" for place in places]
        right = any(similar(text, wanted) for text in found for wanted in event.places)
        right = right if places else event.place_null_ok
        yield Slot("place", right, _listed(event.places), _listed(found))
    if event.place_country and places:
        accepted = [event.place_country, *event.place_country_ok]
        codes = [place.country for place in places]
        right = any(code in accepted for code in codes)
        yield Slot("place_country", right, _listed(accepted), _listed(codes))


def _own(record: PredictedRecord, event: GoldEvent) -> Iterator[Slot]:
    if event.type == "agreement":
        right = record.status in event.status
        yield Slot("status", right, _listed(event.status), _listed([record.status]))
    if event.type == "incident":
        right = record.category in event.category
        yield Slot("category", right, _listed(event.category), _listed([record.category]))
        yield _count("killed", record.killed, event.killed, null_ok=event.casualties_null_ok)
        yield _count("injured", record.injured, event.injured, null_ok=event.casualties_null_ok)


def _count(
    name: str, found: PredictedCount | None, wanted: int | tuple[int, int] | None, *, null_ok: bool
) -> Slot:
    low, high = wanted if isinstance(wanted, tuple) else (wanted, wanted)
    bounds = found.bounds if found else []
    if low is None or high is None or found is None:
        right = found is None and (null_ok or low is None)
    else:
        right = bool(bounds) and low <= min(bounds) and max(bounds) <= high
    shown = sorted({str(bound) for bound in (low, high) if bound is not None}, key=int)
    return Slot(
        name, right, "-".join(shown) or "null", found.text or str(bounds) if found else "null"
    )


def _all_among(names: Iterable[str], others: Iterable[str]) -> bool:
    known = list(others)
    return all(any(same_person(name, other) for other in known) for name in names)


def _listed(values: Iterable[str | None]) -> str:
    return ", ".join(value or "null" for value in values) or "null"
