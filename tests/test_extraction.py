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
