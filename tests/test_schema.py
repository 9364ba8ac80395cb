"""The records: what they hold, what they refuse, and that nothing is lost on the way to a file."""

from __future__ import annotations

import inspect
import json
from collections.abc import Mapping
from datetime import date
from typing import Literal

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from eventschema import schema
from eventschema.schema import (
    Agreement,
    AgreementParticipant,
    ArticleReference,
    BaseEvent,
    Count,
    Event,
    EventDate,
    Evidence,
    Exercise,
    ExerciseParticipant,
    Extraction,
    Incident,
    IncidentParticipant,
    Meeting,
    MeetingParticipant,
    Participant,
    Place,
    Rejection,
    ValueWarning,
)

PROVENANCE = ["evidence", "article", "confidence", "warnings", "extraction"]
EVENTS: TypeAdapter[Event] = TypeAdapter(Event)
ARTICLE = ArticleReference(id="a", published=date(2024, 10, 3), sha256="0" * 64)
EXTRACTION = Extraction(
    model="m", prompt_sha256="1" * 64, eventschema="0", attempts=1, proposers=["model"]
)
SHARED = {
    "id": "x-1",
    "title": "talks in Porto",
    "modality": "happened",
    "certainty": "stated",
    "date": EventDate(
        text="in May",
        edtf="2024-05",
        start=date(2024, 5, 1),
        end=date(2024, 5, 31),
        precision="month",
        basis="relative",
    ),
    "places": [Place(text="Porto", country="PRT")],
    "evidence": [Evidence(path="", quote="talks", start=4, end=9)],
    "article": ARTICLE,
    "confidence": 0.5,
    "warnings": [ValueWarning(path="/date", value="in May", reason="inconsistent")],
    "extraction": EXTRACTION,
}
RECORDS: list[Event] = [
    Meeting.model_validate(
        SHARED
        | {
            "participants": [MeetingParticipant(name="Hella Oduya", role="host", mentions=["H"])],
            "format": "bilateral",
            "topics": ["fish"],
        }
    ),
    Agreement.model_validate(
        SHARED
        | {
            "participants": [AgreementParticipant(name="Austria", country="AUT", role="party")],
            "name": "Isonzo Water Protocol",
            "status": "signed",
        }
    ),
    Exercise.model_validate(
        SHARED
        | {
            "participants": [ExerciseParticipant(name="Austria", kind="country", role="host")],
            "name": "Iron Heron 4",
            "domains": ["land", "air"],
            "personnel": Count(low=900, best=900, text="at least 900 soldiers"),
        }
    ),
    Incident.model_validate(
        SHARED
        | {
            "participants": [
                IncidentParticipant(name="the Front", role="perpetrator", certainty="alleged")
            ],
            "category": "bombing",
            "killed": Count(low=3, best=3, high=3, text="three"),
        }
    ),
]


class Election(BaseEvent):
    """A user's own type."""

    event_type: Literal["election"] = "election"
    winner: str | None = None
    turnout: Count | None = None


ELECTION = Election.model_validate(SHARED | {"winner": "Oduya", "turnout": Count(best=9, text="9")})


@pytest.mark.parametrize("record", [*RECORDS, ELECTION], ids=lambda record: record.event_type)
def test_a_record_survives_the_way_through_a_file(record: BaseEvent) -> None:
    """What is read back equals what was written, as JSON text and as plain values."""
    assert type(record).model_validate_json(record.model_dump_json()) == record
    assert type(record).model_validate(record.model_dump()) == record


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.event_type)
def test_the_event_type_tells_the_records_apart(record: Event) -> None:
    """A line of a mixed file becomes the record that it was."""
    assert EVENTS.validate_json(record.model_dump_json()) == record


def test_an_unknown_event_type_is_refused() -> None:
    """A user's own type is none of the built-in ones, and the message names the field."""
    with pytest.raises(ValidationError, match="event_type"):
        EVENTS.validate_json(ELECTION.model_dump_json())


@pytest.mark.parametrize("record", [*RECORDS, ELECTION], ids=lambda record: record.event_type)
def test_provenance_comes_last(record: BaseEvent) -> None:
    """What happened stands before how it is known, also in a user's own type."""
    for fields in (record.model_dump(), json.loads(record.model_dump_json())):
        assert list(fields)[-5:] == PROVENANCE
        assert list(fields)[:4] == ["schema_version", "id", "event_type", "title"]
        assert set(fields) == set(type(record).model_fields)


def test_fields_can_be_left_out_of_a_dump() -> None:
    """The order of the fields does not bring back what was excluded."""
    dump = RECORDS[0].model_dump(exclude={"article", "evidence"}, exclude_none=True)
    assert "article" not in dump
    assert "forum" not in dump
    assert list(dump)[-3:] == ["confidence", "warnings", "extraction"]


@pytest.mark.parametrize(
    ("record", "field", "word"),
    [
        (Meeting, "format", "lunch"),
        (Meeting, "modality", "true"),
        (Meeting, "certainty", "sure"),
        (Meeting, "event_type", "agreement"),
        (Meeting, "schema_version", "2.0"),
        (Agreement, "status", "done"),
        (Agreement, "instrument", ""),
        (Exercise, "domains", ["sky"]),
        (Incident, "category", "crime"),
        (Incident, "stage", "planned"),
        (Incident, "confidence", 1.01),
        (Incident, "weather", "rain"),
        (Incident, "participants", [{"name": "x", "role": "host"}]),
        (Incident, "participants", [{"name": ""}]),
        (Incident, "participants", [{"name": "x", "country": "pt"}]),
        (Incident, "places", [{"text": "x", "country": "PT"}]),
        (Incident, "killed", {"low": -1, "text": "x"}),
        (Incident, "killed", {"low": 3}),
    ],
)
def test_closed_fields_refuse_other_words(
    record: type[BaseEvent], field: str, word: object
) -> None:
    """A word outside the vocabulary, a number out of range or an unknown field is an error."""
    fields = SHARED | {"name": "n"} if "name" in record.model_fields else SHARED
    record.model_validate(fields)
    with pytest.raises(ValidationError, match=field):
        record.model_validate(fields | {field: word})


def test_a_record_needs_its_evidence() -> None:
    """Evidence, article and extraction have no default: nothing is said without a source."""
    for field in ("id", "title", "evidence", "article", "extraction"):
        with pytest.raises(ValidationError, match=field):
            Meeting.model_validate({name: SHARED[name] for name in SHARED if name != field})


def test_what_is_absent_is_null_or_empty() -> None:
    """A bare record has no empty string, no zero and no word for unknown."""
    bare = Incident(
        id="i", title="blast", evidence=[], article=ARTICLE, extraction=EXTRACTION
    ).model_dump(exclude={"schema_version", "id", "event_type", "title", "article", "extraction"})
    assert all(value is None or value == [] for value in bare.values())
    unresolved = EventDate(text="some day")
    assert (unresolved.edtf, unresolved.precision, unresolved.basis) == (
        None,
        "unknown",
        "unresolved",
    )


def test_records_cannot_be_changed() -> None:
    """A record is what was extracted; a changed one is another object."""
    with pytest.raises(ValidationError, match="frozen"):
        RECORDS[0].title = "another"  # type: ignore[misc]
    assert RECORDS[0].model_copy(update={"title": "another"}).title == "another"


def referenced(described: Mapping[str, object], whole: Mapping[str, object]) -> object:
    """The JSON Schema that a reference inside `whole` points at."""
    place: object = whole
    for step in str(described["$ref"]).removeprefix("#/").split("/"):
        assert isinstance(place, dict)
        place = place[step]
    return place


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.event_type)
def test_the_json_schema_describes_the_records(record: Event) -> None:
    """It is closed, has each field of the record, and asks for nothing that a record lacks."""
    described = EVENTS.json_schema()
    assert described["discriminator"]["propertyName"] == "event_type"
    name = described["discriminator"]["mapping"][record.event_type]
    shape = referenced({"$ref": name}, described)
    assert isinstance(shape, dict)
    written = json.loads(record.model_dump_json())
    assert shape["additionalProperties"] is False
    assert set(shape["properties"]) == set(written)
    assert set(shape["required"]) <= set(written)
    assert shape["properties"]["event_type"]["const"] == record.event_type


def test_every_public_class_says_what_it_is() -> None:
    """Each has a docstring of its own, not pydantic's or its parent's."""
    classes = [
        value
        for name, value in vars(schema).items()
        if inspect.isclass(value)
        and issubclass(value, BaseModel)
        and value.__module__ == schema.__name__
        and not name.startswith("_")
    ]
    assert len(classes) > 15
    assert [c.__name__ for c in classes if not vars(c).get("__doc__")] == []


def test_every_role_is_one_of_its_events() -> None:
    """A participant of one event type is no participant of another."""
    assert MeetingParticipant(name="x", role="mediator").role == "mediator"
    for kind in (AgreementParticipant, ExerciseParticipant, IncidentParticipant):
        with pytest.raises(ValidationError, match="role"):
            kind.model_validate({"name": "x", "role": "mediator"})
    assert Participant(name="x", role="anything").role == "anything"


def test_a_rejection_keeps_what_was_said() -> None:
    """The draft is kept as it came, whatever its shape."""
    rejection = Rejection(
        article_id="a",
        event_type="meeting",
        reason="no_core",
        detail="d",
        draft={"what": "x", "more": [1, {"y": None}]},
    )
    assert Rejection.model_validate_json(rejection.model_dump_json()) == rejection
