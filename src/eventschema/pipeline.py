"""The way of an article: the only place where the stages meet.

split -> render -> complete -> ground -> normalize -> record
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from importlib.metadata import version
from typing import Literal, Self

from pydantic import ValidationError

from eventschema import completion, grounding, normalization, prompting, segmentation
from eventschema.article import Article
from eventschema.completion import InvalidDraft, Reasks
from eventschema.draft import DRAFTS, EventDraft, GroundedDraft, event_type
from eventschema.errors import CompletionError
from eventschema.models.port import Complete, Usage
from eventschema.outcome import Outcome, Status
from eventschema.quotation import Passage
from eventschema.schema import BaseEvent, Extraction, Rejection
from eventschema.span import Span

Passes = Literal["per_type", "single"]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked, and how.

    `types` are the drafts of the event types that are sought. `passes`: one question for each type,
    or a single one for all. `reasks` bounds how often invalid drafts are asked again. Both are
    chosen by the model's size where they are null: a small one is asked type by type, and not
    again, since it repeats its mistakes. `reference_date` stands in for the publication date of
    articles that have none.
    """

    types: Sequence[type[EventDraft]] = DRAFTS
    passes: Passes | None = None
    reasks: int | None = None
    reference_date: date | None = None

    def fitting(self, *, small: bool) -> Self:
        """The plan with everything chosen, for a small model or a large one."""
        passes: Passes = "per_type" if small else "single"
        reasks = 0 if small else 1
        return replace(
            self,
            passes=self.passes or passes,
            reasks=reasks if self.reasks is None else self.reasks,
        )


def run(article: Article, *, ask: Complete, model: str, plan: Plan) -> Outcome:
    """The outcome of one article, asking the model called `model` through `ask`.

    Raises:
        ConfigurationError: the model accepts no request at all.

    """
    source = _Source.of(article, plan)
    answers = [
        _answer(source, types, ask=ask, model=model, plan=plan) for types in source.questions(plan)
    ]
    events, duplicates = _distinct([event for answer in answers for event in answer.events])
    problems = [problem for answer in answers for problem in answer.problems]
    return Outcome(
        article_id=article.id,
        status=_status(answers, events),
        events=events,
        rejected=[*(r for answer in answers for r in answer.rejected), *duplicates],
        problems=problems,
        usage=sum((answer.usage for answer in answers), Usage()),
    )


@dataclass(frozen=True, slots=True)
class _Source:
    """An article made ready: the sentences that are shown, numbered from 1 in their order."""

    article: Article
    passage: Passage
    sentences: Sequence[Span]
    shown: Sequence[str]

    @classmethod
    def of(cls, article: Article, plan: Plan) -> Self:
        if article.published is None and plan.reference_date is not None:
            article = article.model_copy(update={"published": plan.reference_date})
        body = [s for s in segmentation.split(article.text) if s.number is not None]
        spans = [sentence.span for sentence in body]
        return cls(article, Passage(article.text, spans), spans, [s.text for s in body])

    def questions(self, plan: Plan) -> list[Sequence[type[EventDraft]]]:
        """The types that are asked together; a type of which the article has no sign is not."""
        asked = [draft for draft in plan.types if self.has_signs_of(draft)]
        if plan.passes == "single":
            return [asked] if asked else []
        return [[draft] for draft in asked]

    def has_signs_of(self, draft: type[EventDraft]) -> bool:
        """Whether any shown sentence has a word without which there is no such event."""
        signs = draft.signs
        return bool(self.shown) and (signs is None or any(map(signs.search, self.shown)))


@dataclass(frozen=True, slots=True)
class _Answer:
    """What one question brought."""

    events: Sequence[BaseEvent] = ()
    rejected: Sequence[Rejection] = ()
    problems: Sequence[str] = ()
    usage: Usage = field(default_factory=Usage)


def _answer(
    source: _Source, types: Sequence[type[EventDraft]], *, ask: Complete, model: str, plan: Plan
) -> _Answer:
    asked = ", ".join(map(event_type, types))
    try:
        proposals = completion.complete(
            ask,
            prompting.render(source.shown, types, known=plan.types),
            types=types,
            reasks=Reasks(plan.reasks or 0, partial(grounding.problems, passage=source.passage)),
        )
    except CompletionError as error:
        return _Answer(problems=[f"{asked}: {error}"])
    extraction = Extraction(
        model=model,
        prompt_sha256=prompting.digest(types, known=plan.types),
        eventschema=version("eventschema"),
        attempts=proposals.attempts,
    )
    results = [_result(draft, source, extraction) for draft in proposals.drafts]
    results += [_invalid(draft, source) for draft in proposals.invalid]
    return _Answer(
        events=[result for result in results if isinstance(result, BaseEvent)],
        rejected=[result for result in results if isinstance(result, Rejection)],
        problems=[f"{asked}: {problem}" for problem in proposals.unread],
        usage=proposals.usage,
    )


def _result(draft: EventDraft, source: _Source, extraction: Extraction) -> BaseEvent | Rejection:
    grounded = grounding.ground(draft, source.passage, source.sentences)
    if isinstance(grounded, GroundedDraft):
        try:
            return normalization.normalize(grounded, source.article, extraction)
        except ValidationError as error:
            reason, detail = "invalid", str(error)
    else:
        reason, detail = grounded.reason, grounded.detail
    return Rejection(
        article_id=source.article.id,
        event_type=event_type(type(draft)),
        reason=reason,
        detail=detail,
        draft=draft.model_dump(exclude_none=True),
    )


def _invalid(draft: InvalidDraft, source: _Source) -> Rejection:
    return Rejection(
        article_id=source.article.id,
        event_type=draft.event_type,
        reason="invalid",
        detail="; ".join(draft.problems),
        draft=draft.said if isinstance(draft.said, dict) else {"said": draft.said},
    )


def _distinct(events: Sequence[BaseEvent]) -> tuple[list[BaseEvent], list[Rejection]]:
    """The events, each core once, and the rejected repetitions."""
    distinct: dict[str, BaseEvent] = {}
    repeated = [event for event in events if distinct.setdefault(_key(event), event) is not event]
    return [*distinct.values()], [_duplicate(event, distinct[_key(event)]) for event in repeated]


def _key(event: BaseEvent) -> str:
    name = getattr(event, "name", None)
    if not isinstance(name, str):
        return event.id
    return f"{event.event_type} {name.casefold().removeprefix('the ')}"


def _duplicate(event: BaseEvent, first: BaseEvent) -> Rejection:
    return Rejection(
        article_id=event.article.id,
        event_type=event.event_type,
        reason="duplicate",
        detail=f"the same as {first.id}",
        draft=event.model_dump(mode="json", exclude={"article", "extraction"}, exclude_none=True),
    )


def _status(answers: Sequence[_Answer], events: Sequence[BaseEvent]) -> Status:
    troubled = [answer for answer in answers if answer.problems]
    if troubled and not events and len(troubled) == len(answers):
        return "failed"
    if troubled:
        return "partial"
    return "ok" if events else "empty"
