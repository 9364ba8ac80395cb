"""An invented article with gold of every type, and records made of gold."""

from __future__ import annotations

from collections.abc import Mapping

from eventschema.scoring import GoldArticle, GoldEvent, PredictedRecord

TEXT = (
    "VANTAA, 3 June (Sauna Wire) - Minister Aila Rautio met Bo Lindqvist in Turku on Monday. "
    "They signed the Archipelago Rescue Pact. "
    "Finland and Sweden opened Exercise Grey Seal 2 off Hanko. "
    "A car bomb killed four or five people in Kaarina and injured nine. "
    "Nothing else was reported."
)

MEETING = GoldEvent(
    type="meeting",
    anchors=["Minister Aila Rautio met Bo Lindqvist in Turku on Monday."],
    date=["2024-06-03"],
    people=["Aila Rautio", "Bo Lindqvist"],
    countries=["FIN"],
    countries_optional=["SWE"],
    places=["Turku"],
    place_country="FIN",
    modality="happened",
)
PACT = GoldEvent(
    type="agreement",
    anchors=["They signed the Archipelago Rescue Pact."],
    names=["Archipelago Rescue Pact"],
    date=[],
    modality="happened",
    status=["signed"],
)
EXERCISE = GoldEvent(
    type="exercise",
    anchors=["Finland and Sweden opened Exercise Grey Seal 2 off Hanko."],
    names=["Exercise Grey Seal 2"],
    date=[],
    countries=["FIN", "SWE"],
    places=["off Hanko"],
    modality="ongoing",
)
BOMBING = GoldEvent(
    type="incident",
    anchors=["A car bomb killed four or five people in Kaarina"],
    date=[],
    places=["Kaarina"],
    modality="happened",
    category=["bombing"],
    killed=(4, 5),
    injured=9,
)
ARTICLE = GoldArticle(
    id="sauna", text=TEXT, events=[MEETING, PACT, EXERCISE, BOMBING], forbidden=["Vantaa"]
)


def evidence(text: str, quote: str) -> dict[str, object]:
    """Evidence for the record itself, at the quote's first occurrence."""
    start = text.index(quote)
    return {"path": "", "quote": quote, "start": start, "end": start + len(quote)}


def fields(article: GoldArticle, event: GoldEvent) -> dict[str, object]:
    """The fields of a record that has all that a gold event asks for."""
    people: list[dict[str, object]] = [{"name": name, "kind": "person"} for name in event.people]
    states = [{"name": code, "kind": "country", "country": code} for code in event.countries]
    return {
        "event_type": event.type,
        "article": {"id": article.id},
        "name": event.names[0] if event.names else None,
        "date": {"edtf": event.date[0]} if event.date else None,
        "modality": event.modality,
        "places": [{"text": p, "country": event.place_country} for p in event.places],
        "participants": people + states,
        "status": event.status[0] if event.status else None,
        "category": event.category[0] if event.category else None,
        "killed": count(event.killed),
        "injured": count(event.injured),
        "evidence": [evidence(article.text, event.anchors[0])],
    }


def count(wanted: int | tuple[int, int] | None) -> dict[str, object] | None:
    """A count with the bounds of the gold."""
    if wanted is None:
        return None
    low, high = wanted if isinstance(wanted, tuple) else (wanted, wanted)
    return {"low": low, "best": None, "high": high}


def record(
    event: GoldEvent, article: GoldArticle = ARTICLE, /, **changed: object
) -> PredictedRecord:
    """A record that is right but for what is changed."""
    return PredictedRecord.model_validate(fields(article, event) | changed)


def records(article: GoldArticle = ARTICLE) -> list[PredictedRecord]:
    """A right record for each event of an article."""
    return [record(event, article) for event in article.events]


def incident(participants: list[Mapping[str, object]], **changed: object) -> PredictedRecord:
    """An incident with these participants."""
    given = {"category": "bombing", "modality": "happened"} | changed
    shape = {"event_type": "incident", "article": {"id": "d1"}, "participants": participants}
    return PredictedRecord.model_validate(shape | given)
