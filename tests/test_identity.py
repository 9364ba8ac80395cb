"""An id is as long-lived as what the record says; a title tells people what it is about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Literal

import pytest

from eventschema.identity import identity, title
from eventschema.schema import (
    Agreement,
    ArticleReference,
    BaseEvent,
    Count,
    EventDate,
    Evidence,
    Exercise,
    Extraction,
    Incident,
    Meeting,
    Place,
    ValueWarning,
)

ARTICLE = ArticleReference(id="a", sha256="0" * 64)
CORE = Evidence(path="", quote="They met.", start=0, end=9)
EXTRACTION = Extraction(
    model="m", prompt_sha256="0", eventschema="0", attempts=1, proposers=["model"]
)
PEOPLE = [
    {"name": name, "kind": "person", "mentions": [name]}
    for name in ("Hella Oduya", "Renzo Calabrò", "Marc Oduya")
]


class Auction(BaseEvent):
    """A record of one's own."""

    event_type: Literal["auction"] = "auction"


def record(kind: type[BaseEvent] = Meeting, **told: object) -> BaseEvent:
    """A record that says this."""
    given: Mapping[str, object] = {
        "id": "",
        "title": "",
        "article": ARTICLE,
        "evidence": [CORE],
        "extraction": EXTRACTION,
    }
    return kind.model_validate({**given, **told})


def test_an_id_has_its_type_and_ten_digits() -> None:
    """It is fit for a file name, a URL and a log line."""
    assert re.fullmatch("meeting-[0-9a-f]{10}", identity(record()))
    assert re.fullmatch("auction-[0-9a-f]{10}", identity(record(Auction)))


@pytest.mark.parametrize(
    "told",
    [
        {"article": ARTICLE.model_copy(update={"id": "b"})},
        {"article": ARTICLE.model_copy(update={"sha256": "1" * 64})},
        {"evidence": [CORE.model_copy(update={"start": 10, "end": 19})]},
        {"modality": "planned"},
        {"certainty": "alleged"},
        {"date": EventDate(text="on Monday")},
        {"date": EventDate(text="on Monday", edtf="2024-09-30", start=date(2024, 9, 30))},
        {"places": [Place(text="Graz")]},
        {"places": [Place(text="Graz", country="AUT")]},
        {"participants": PEOPLE[:1]},
        {"participants": PEOPLE[1:2]},
        {"format": "call"},
        {"forum": "Isonzo Forum"},
        {"topics": ["fish"]},
    ],
)
def test_whatever_a_record_says_tells_it_apart(told: Mapping[str, object]) -> None:
    """Two records of an article share an id only where they say the same of the same sentence."""
    assert identity(record(Meeting, **told)) != identity(record())


def test_two_events_of_one_sentence_are_two() -> None:
    """Without place and time of their own they are told apart by what they are."""
    three = Count(low=3, best=3, high=3, text="three people")
    bombing = record(Incident, category="bombing", killed=three)
    attack = record(Incident, category="armed_attack", injured=three)
    assert identity(bombing) != identity(attack)
    assert identity(record(Incident, killed=three)) != identity(record(Incident, injured=three))


@pytest.mark.parametrize(
    "told",
    [
        {"id": "meeting-0"},
        {"title": "another"},
        {"confidence": 0.5},
        {"extraction": EXTRACTION.model_copy(update={"attempts": 2})},
        {"extraction": EXTRACTION.model_copy(update={"proposers": ["rules"]})},
        {"warnings": [ValueWarning(path="/forum", value="x", reason="not_in_text")]},
        {"evidence": [CORE, CORE.model_copy(update={"path": "/forum"})]},
        {"article": ARTICLE.model_copy(update={"title": "Talks"})},
    ],
)
def test_how_a_record_came_about_does_not_matter(told: Mapping[str, object]) -> None:
    """The id is the same in every run that finds the same."""
    assert identity(record(Meeting, **told)) == identity(record())


def test_an_id_is_the_same_tomorrow() -> None:
    """Others store ids: a release that makes them anew does so knowingly."""
    assert identity(record()) == "meeting-a613594ef0"


@pytest.mark.parametrize(
    ("made", "label"),
    [
        (record(Agreement, name="Isonzo Water Protocol"), "Isonzo Water Protocol"),
        (record(Exercise, name="Iron Heron 4", places=[Place(text="Graz")]), "Iron Heron 4"),
        (record(), "meeting"),
        (record(places=[Place(text="Graz"), Place(text="Udine")]), "meeting: Graz"),
        (
            record(places=[Place(text="Graz")], participants=PEOPLE),
            "meeting: Hella Oduya, Renzo Calabrò",
        ),
        (record(Incident, category="air_or_drone_strike"), "air or drone strike"),
        (record(Incident, places=[Place(text="Udine")], participants=PEOPLE), "incident: Udine"),
        (record(Incident, participants=PEOPLE[:1]), "incident: Hella Oduya"),
        (record(Auction, places=[Place(text="Oslo")]), "auction: Oslo"),
    ],
)
def test_a_title_is_a_label(made: BaseEvent, label: str) -> None:
    """The name; else what it is, with who took part or where, as people would ask."""
    assert title(made) == label
