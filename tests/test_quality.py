"""The quality that is promised: the recorded model's answers about the project's own gold.

The floors are in tests/floors.json. `make floors` raises them to what is reached; lowering one
takes `make floors LOWER=--lower`.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from eventschema.models.lives import EmbeddedModel
from eventschema.outcome import Outcome
from eventschema.pipeline import run
from eventschema.plan import Plan
from eventschema.scoring import GoldArticle, Report, score
from tests import floors
from tests.recordings import recorder


@pytest.fixture(scope="module")
def outcomes(embedded_model: EmbeddedModel, pytestconfig: pytest.Config) -> Sequence[Outcome]:
    """The outcome of every gold article; a recording of which something is never asked is old."""
    mode = pytestconfig.getoption("--record-mode") or "none"
    return [_outcome(gold, embedded_model, mode) for gold in floors.gold()]


def _outcome(gold: GoldArticle, model: EmbeddedModel, mode: str) -> Outcome:
    with recorder(mode).use_cassette(str(floors.cassette(gold))) as cassette:
        outcome = run(gold.article, model=model, plan=Plan().fitting(small=True))
    assert mode != "none" or cassette.all_played, gold.id
    return outcome


@pytest.fixture(scope="module")
def report(outcomes: Sequence[Outcome]) -> Report:
    """The score of all records."""
    return score(floors.gold(), [event for outcome in outcomes for event in outcome.events])


def test_every_question_is_answered(outcomes: Sequence[Outcome]) -> None:
    """No article's outcome is partial or failed."""
    assert {outcome.status for outcome in outcomes} <= {"ok", "empty"}


def test_the_gold_is_the_one_that_the_floors_were_measured_on() -> None:
    """Changed gold needs new floors."""
    assert floors.digest() == floors.read().gold_sha256, "run `make floors`"


def test_nothing_is_below_its_floor(report: Report) -> None:
    """Events and slots are as good as they were, for each type."""
    assert floors.read().broken_by(report) == []


def test_nothing_is_ungrounded(report: Report) -> None:
    """Every value stands in its article, whatever the floors say."""
    assert report.ungrounded == 0
