"""An estimate sends nothing, and is right about what is certain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import StringIO

import pytest
from rich.console import Console

from eventschema import Extractor, Plan
from eventschema.article import Article, Unreadable
from eventschema.errors import ArticleError
from eventschema.models.settings import ModelSettings
from eventschema.running.estimate import Estimate, estimate
from eventschema.running.progress import RunProgress
from eventschema.usage import Usage
from tests.scripted import ScriptedModel

LARGE = ModelSettings.choose("ollama/m")
SMALL = ModelSettings.choose("local")
TEXTS = (
    "Both signed the Isonzo Water Protocol in May.",
    "The two ministers met in Tavin on Monday. A car bomb killed nine people in Tavin on Tuesday.",
    "It rained all week.",
)
ARTICLES = [Article(id=str(number), text=text) for number, text in enumerate(TEXTS)]


def estimated(
    articles: Sequence[Article | Unreadable], settings: ModelSettings, plan: Plan
) -> Estimate:
    """An estimate that shows nothing."""
    return estimate(articles, settings, plan, RunProgress(console=Console(file=StringIO())))


@pytest.mark.parametrize("plan", [Plan(), Plan(passes="per_type"), Plan(verifies=False)])
def test_requests_are_those_of_the_run(plan: Plan) -> None:
    """Where the model proposes nothing beside what the rules find."""
    model = ScriptedModel(yes=1.0)
    model.is_small = False
    list(Extractor(model, plan=plan).extract_many(ARTICLES))
    told = estimated(ARTICLES, LARGE, plan)
    assert (told.articles, told.unreadable) == (len(TEXTS), 0)
    assert told.usage.requests == len(model.asked) + len(model.judged) > 0


def test_a_small_model_proposes_nothing() -> None:
    """The embedded one judges the records of the rules, with a token each."""
    usage = estimated(ARTICLES, SMALL, Plan()).usage
    assert usage.completion_tokens == usage.requests > 0


def test_answers_cost_what_records_take() -> None:
    """The more the rules find, the longer the answers are taken to be."""
    none = estimated(ARTICLES[2:], LARGE, Plan()).usage
    some = estimated(ARTICLES[:1], LARGE, Plan()).usage
    assert none.requests >= none.completion_tokens
    assert some.completion_tokens - some.requests > 20


def test_more_articles_cost_more() -> None:
    """By what each of them costs."""
    once, twice = (estimated(ARTICLES * times, LARGE, Plan()).usage for times in (1, 2))
    assert twice == once + once


def test_what_cannot_be_read_costs_nothing() -> None:
    """It is counted, though."""
    broken = Unreadable("x", "x.txt", ArticleError("x.txt: not UTF-8"))
    assert estimated([broken], LARGE, Plan()) == Estimate(1, 1, Usage())


def test_an_estimate_is_told_in_figures() -> None:
    """With what they leave open, and that nothing was sent."""
    usage = Usage(requests=1200, prompt_tokens=3_400_000, completion_tokens=56_000)
    told = str(Estimate(1500, 2, usage))
    assert re.findall(r"[\d,]*\d", told) == ["1,500", "2", "1,200", "3,400,000", "56,000"]
    assert told.endswith("Nothing was sent.")
