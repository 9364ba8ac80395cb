"""Real articles' conversations with the embedded model, recorded, and what comes of them.

The facts below are read off the articles by a person; the recordings only spare the model.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from vcr.cassette import Cassette

from eventschema.article import Article
from eventschema.models.connecting import EmbeddedModel
from eventschema.outcome import Outcome
from eventschema.pipeline import Plan, run
from eventschema.reading import read
from eventschema.schema import Agreement, Exercise, Incident, Meeting

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
    outcome = run(article, ask=model.complete, model=model.name, plan=plan)
    assert outcome.problems == []
    assert all(
        article.text[e.start : e.end] == e.quote for event in outcome.events for e in event.evidence
    )
    return article, outcome


def test_wire_talks(embedded_model: EmbeddedModel) -> None:
    """The talks of two ministers, with their day, place and countries."""
    extracted("wire-talks.txt", embedded_model)


def test_readout(embedded_model: EmbeddedModel) -> None:
    """A ministry's numbered read-out."""
    extracted("readout.txt", embedded_model)


def test_local_paper(embedded_model: EmbeddedModel) -> None:
    """A fire with a corrected toll, in an article without a date."""
    extracted("local-paper.txt", embedded_model)


def test_drone_strike(embedded_model: EmbeddedModel) -> None:
    """A strike with two tolls."""
    extracted("drone-strike.jsonl", embedded_model)


def test_aggregator(embedded_model: EmbeddedModel) -> None:
    """A page whose body stands twice among other headlines."""
    extracted("aggregator.txt", embedded_model)


def test_live_blog(embedded_model: EmbeddedModel) -> None:
    """A live blog, newest entry first."""
    extracted("live-blog.txt", embedded_model)


def test_roundup(embedded_model: EmbeddedModel) -> None:
    """A week in brief, one event a weekday."""
    extracted("roundup.jsonl", embedded_model)


def test_opinion(embedded_model: EmbeddedModel) -> None:
    """A column full of war metaphors."""
    extracted("opinion.txt", embedded_model)


def test_page(embedded_model: EmbeddedModel) -> None:
    """A web page about a ceasefire."""
    extracted("page.html", embedded_model)


def test_talks_cancelled(embedded_model: EmbeddedModel) -> None:
    """Events that are planned, called off and denied."""
    extracted("talks-cancelled.txt", embedded_model)
