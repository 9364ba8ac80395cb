"""Outcomes with records and rejected ones, for tests of what is written of them."""

from __future__ import annotations

from functools import cache

from eventschema.article import Article
from eventschema.draft import AgreementDraft
from eventschema.outcome import Outcome, Status
from eventschema.pipeline import run
from eventschema.plan import Plan
from eventschema.schema import BaseEvent, Rejection
from tests.scripted import ScriptedModel

TEXT = "Both signed the Isonzo Water Protocol in May."
FOUND = {"agreement": [{"sentences": [1], "name": "Isonzo Water Protocol"}]}
PLAN = Plan(types=[AgreementDraft], spots=False, verifies=False, asks="everything")


def record(article: str, number: int) -> BaseEvent:
    """A record that differs from those of other numbers."""
    title = f"the {number}th, with Łódź and a\nnewline"
    return _found().model_copy(update={"id": f"{article}-{number}", "title": title})


def rejection(article: str, number: int) -> Rejection:
    """A rejected record."""
    detail = f"the {number}th, with Łódź and a\nnewline"
    return Rejection(
        article_id=article, event_type="meeting", reason="no_core", detail=detail, draft={}
    )


def outcome(
    article: str, status: Status = "ok", *, records: int = 1, rejects: int = 1, version: int = 1
) -> Outcome:
    """What became of an article: so many records, and so many rejected ones."""
    return Outcome(
        article,
        status,
        events=[record(article, 10 * version + each) for each in range(records)],
        rejected=[rejection(article, 10 * version + each) for each in range(rejects)],
        problems=["gone"] if status in {"partial", "failed"} else [],
    )


@cache
def _found() -> BaseEvent:
    (event,) = run(Article(id="a", text=TEXT), model=ScriptedModel(FOUND), plan=PLAN).events
    return event
