"""Real articles' conversations with the embedded model, recorded, and what comes of them.

The facts below are read off the articles by a person; the recordings only spare the model.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import pytest
from vcr.cassette import Cassette

from eventschema.article import Article
from eventschema.models.connecting import EmbeddedModel
from eventschema.outcome import Outcome
from eventschema.pipeline import run
from eventschema.plan import Plan
from eventschema.reading import read
from eventschema.schema import Agreement, BaseEvent, Exercise, Incident, Meeting

Record = TypeVar("Record", bound=BaseEvent)

pytestmark = pytest.mark.vcr
ARTICLES = Path(__file__).parent.parent / "examples" / "articles"


@pytest.fixture(autouse=True)
def _fully_played(vcr: Cassette, record_mode: str) -> Iterator[None]:
    """A recording of which something is never asked is out of date."""
    yield
    if record_mode == "none":
        assert vcr.all_played


def extracted(name: str, model: EmbeddedModel) -> tuple[Article, Outcome]:
    """The example article of this name, and its outcome, which obeys what every outcome does."""
    (article,) = read([ARTICLES / name])
    assert isinstance(article, Article)
    outcome = run(article, model=model, plan=Plan().fitting(small=True))
    assert outcome.problems == []
    for event in outcome.events:
        assert event.extraction.proposers == ["rules"]
        assert event.confidence is not None
        assert 0 < event.confidence < 1
        assert all(article.text[e.start : e.end] == e.quote for e in event.evidence)
    return article, outcome


def of_type(outcome: Outcome, kind: type[Record]) -> list[Record]:
    """The outcome's records of this kind."""
    return [event for event in outcome.events if isinstance(event, kind)]


def on(day: str, outcome: Outcome, kind: type[Record]) -> Record:
    """The outcome's one record of this kind and date."""
    (record,) = [event for event in of_type(outcome, kind) if edtf(event) == day]
    return record


def only(outcome: Outcome, kind: type[Record]) -> Record:
    """The outcome's one record of this kind."""
    (record,) = of_type(outcome, kind)
    return record


def edtf(event: BaseEvent) -> str | None:
    """The event's date."""
    return event.date.edtf if event.date else None


def counted(outcome: Outcome) -> Counter[str]:
    """How many records there are of each type."""
    return Counter(event.event_type for event in outcome.events)


def places(event: BaseEvent) -> Sequence[tuple[str, str | None]]:
    """The event's places, each with its country."""
    return [(place.text, place.country) for place in event.places]


def names(event: BaseEvent, role: str | None = None) -> list[str]:
    """The names of the event's participants, or of those in one role."""
    everyone = event.participants
    return [one.name for one in everyone if role is None or getattr(one, "role", None) == role]


def test_wire_talks(embedded_model: EmbeddedModel) -> None:
    """The talks of two ministers have their day, place and countries, and keep "Major" a name."""
    _, outcome = extracted("wire-talks.txt", embedded_model)
    talks = on("2024-11-13", outcome, Meeting)
    assert (talks.modality, talks.format) == ("happened", "bilateral")
    assert places(talks) == [("Santiago", "CHL")]
    host, visitor, companion = talks.participants
    assert (host.name, host.role, host.country) == ("Pilar Oyarzún Vidal", "host", "CHL")
    assert host.office == "Defence Minister"
    assert (visitor.name, visitor.role, visitor.country) == ("Major Sandhar", "visitor", "CAN")
    assert (companion.name, companion.country) == ("Louise Pelchat-Roy", "CAN")


def test_wire_talks_before(embedded_model: EmbeddedModel) -> None:
    pass
