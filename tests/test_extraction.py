"""Real articles' conversations with the embedded model, recorded, and what comes of them.

The facts below are read off the articles by a person; the recordings only spare the model.
"""

from __future__ import annotations

from collections.abc import Iterator
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
    """The example article of this name, and its outcome."""
    (article,) = read([ARTICLES / name])
    assert isinstance(article, Article)
    plan = Plan().fitting(small=True)
    outcome = run(article, model=model, plan=plan)
    assert outcome.problems == []
    assert all(
        article.text[e.start : e.end] == e.quote for event in outcome.events for e in event.evidence
    )
    return article, outcome


def only(outcome: Outcome, kind: type[Record]) -> Record:
    """The outcome's one record of this kind."""
    (record,) = [event for event in outcome.events if isinstance(event, kind)]
    return record


def edtf(event: BaseEvent) -> str | None:
    """The event's date."""
    return event.date.edtf if event.date else None


def test_wire_talks(embedded_model: EmbeddedModel) -> None:
    """The talks of two ministers have their day, place and countries, and keep "Major" a name."""
    _, outcome = extracted("wire-talks.txt", embedded_model)
    talks = only(outcome, Meeting)
    assert edtf(talks) == "2024-11-13"
    assert [(place.text, place.country) for place in talks.places] == [("Santiago", "CHL")]
    assert [(one.name, one.role, one.country) for one in talks.participants] == [
        ("Pilar Oyarzún Vidal", "host", "CHL"),
        ("Major Sandhar", "visitor", "CAN"),
    ]
    agreement = only(outcome, Agreement)
    assert agreement.name == "Mutual Logistics Support Agreement"
    assert agreement.status == "under_negotiation"
    assert {party.country for party in agreement.participants} == {"CHL", "CAN"}


def test_readout(embedded_model: EmbeddedModel) -> None:
    """A ministry's numbered read-out gives a meeting, an agreement and an exercise next year."""
    _, outcome = extracted("readout.txt", embedded_model)
    assert edtf(only(outcome, Meeting)) == "2025-10-22"
    assert only(outcome, Agreement).name == (
        "Agreement on Cooperation in Military Hydrography and Meteorology"
    )
    exercise = only(outcome, Exercise)
    assert exercise.name == "Exercise Silver Stork 2026"
    assert exercise.modality == "planned"
    assert edtf(exercise) == "2026-05-04/2026-05-15"
    assert exercise.personnel is not None
    assert exercise.personnel.best == 1800


def test_local_paper(embedded_model: EmbeddedModel) -> None:
    """Without a publication date "Friday night" stays words; the corrected toll of three counts."""
    _, outcome = extracted("local-paper.txt", embedded_model)
    fire = only(outcome, Incident)
    assert fire.date is not None
    assert (fire.date.text, fire.date.edtf) == ("Friday night", None)
    assert fire.category == "accident"
    assert fire.killed is not None
    assert fire.killed.best == 3
    assert fire.injured is not None
    assert fire.injured.best == 11


def test_drone_strike(embedded_model: EmbeddedModel) -> None:
    """The model's "bombing" yields to the drone that the sentence names."""
    _, outcome = extracted("drone-strike.jsonl", embedded_model)
    strike = only(outcome, Incident)
    assert strike.category == "air_or_drone_strike"
    assert edtf(strike) == "2025-02-09"


def test_aggregator(embedded_model: EmbeddedModel) -> None:
    """A body that stands twice gives one record, and other stories' headlines give none."""
    article, outcome = extracted("aggregator.txt", embedded_model)
    assert only(outcome, Incident).category == "accident"
    debris = article.text.index("You may also like")
    assert all(e.end <= debris for event in outcome.events for e in event.evidence)


def test_live_blog(embedded_model: EmbeddedModel) -> None:
    """The abduction that a live blog follows."""
    _, outcome = extracted("live-blog.txt", embedded_model)
    assert only(outcome, Incident).category == "kidnapping"


def test_roundup(embedded_model: EmbeddedModel) -> None:
    """Each weekday of a week in brief is its own date."""
    _, outcome = extracted("roundup.jsonl", embedded_model)
    robbery = only(outcome, Incident)
    assert (robbery.category, edtf(robbery)) == ("robbery", "2025-09-08")
    assert robbery.killed is None
    treaty = only(outcome, Agreement)
    assert (treaty.name, edtf(treaty)) == ("Cuareim Basin Treaty", "2025-09-09")
    exercise = only(outcome, Exercise)
    assert (exercise.name, edtf(exercise)) == ("Exercise Birch Wall 25", "2025-09-12")
    cancelled = [event for event in outcome.events if event.modality == "cancelled"]
    assert [edtf(event) for event in cancelled] == ["2025-09-11"]


def test_opinion(embedded_model: EmbeddedModel) -> None:
    """A column full of war metaphors reports nothing."""
    _, outcome = extracted("opinion.txt", embedded_model)
    assert outcome.status == "empty"


def test_page(embedded_model: EmbeddedModel) -> None:
    """A web page: the ceasefire with its signatories, and a meeting that lies ahead."""
    _, outcome = extracted("page.html", embedded_model)
    ceasefire = only(outcome, Agreement)
    assert ceasefire.name == "Haute-Kotto Ceasefire Agreement"
    assert edtf(ceasefire) == "2025-01-23"
    assert [one.name for one in ceasefire.participants] == ["Clotilde Ngbando", "Oumar Sabone"]
    assert "2025-02-10" in [edtf(event) for event in outcome.events]


def test_talks_cancelled(embedded_model: EmbeddedModel) -> None:
    """A summit that was to be held on Friday has the Friday after publication as its date."""
    _, outcome = extracted("talks-cancelled.txt", embedded_model)
    assert edtf(only(outcome, Meeting)) == "2024-08-23"
