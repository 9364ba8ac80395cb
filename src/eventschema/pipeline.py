r"""The way of an article: the only place where the stages meet.

split -> render -> complete \
                             ground -> normalize -> unite -> verify -> record
split -> spot              /
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib.metadata import version
from typing import Literal

from pydantic import ValidationError

from eventschema import (
    completion,
    grounding,
    normalization,
    prompting,
    segmentation,
    spotting,
    uniting,
    verification,
)
from eventschema.answer import MAX_RECORDS, InvalidDraft
from eventschema.article import Article
from eventschema.candidate import Candidate
from eventschema.completion import Reasks
from eventschema.draft import EventDraft, event_type
from eventschema.errors import CompletionError
from eventschema.grounded import GroundedDraft
from eventschema.models.port import Model
from eventschema.outcome import Outcome, Status
from eventschema.plan import SMALL_WINDOW, Plan
from eventschema.schema import BaseEvent, Extraction, Rejection
from eventschema.shown import ShownArticle, showing
from eventschema.usage import Usage
from eventschema.verification import Jury
from eventschema.vocabularies import Proposer

VERSION = version("eventschema")

SPARE = {"everything": 2, "gaps": 0, "nothing": 0}
"""How many more drafts than sentences that may report an event are let pass: one sentence may name
several exercises, and without any bound a small model makes a record of every sentence."""


Spot = Callable[[Article], Sequence[Candidate]]


def spotted(article: Article, *, model: str, plan: Plan) -> Sequence[Candidate]:
    """What the rules find in an article, for the records of a run with this model.

    A draft of theirs that is no candidate is no news to anybody.
    """
    if not plan.spots:
        return []
    records = _Records(_shown(article, plan), model, plan.types)
    extraction = records.extraction("rules", plan.types, attempts=1)
    drafts = spotting.spot(records.shown.sentences, plan.types)
    results = [records.candidate(draft, extraction) for draft in drafts]
    return [result for result in results if isinstance(result, Candidate)]


def run(article: Article, *, model: Model, plan: Plan, spot: Spot | None = None) -> Outcome:
    """The outcome of one article; `spot` says what the rules find, if not `spotted`.

    Raises:
        ConfigurationError: the model accepts no request at all.

    """
    jury = Jury(getattr(model, "judge", verification.undecided))
    records = _Records(_shown(article, plan), model.name, plan.types)
    reading = _Reading(records, model, plan, jury)
    found = spot(article) if spot else spotted(article, model=model.name, plan=plan)
    answers = [reading.answer(question) for question in reading.questions(found)]
    said = [candidate for answer in answers for candidate in answer.candidates]
    in_order = [*said, *found] if plan.asks == "everything" else [*found, *said]
    united = [reading.united(group) for group in uniting.unite(in_order)]
    verdicts = [reading.verified(candidate) for candidate in united]
    return _outcome(article.id, answers, verdicts, jury)


def _shown(article: Article, plan: Plan) -> ShownArticle:
    spans = [s.span for s in segmentation.split(article.text) if s.number is not None]
    return ShownArticle(article, article.published or plan.reference_date, spans)


@dataclass(frozen=True, slots=True)
class _Question:
    """Which types are asked, of which sentences, and which of these may report one."""

    sentences: Mapping[int, str]
    asked: Mapping[type[EventDraft], Sequence[int]]

    def most(self, *, spare: int) -> int:
        """How many drafts of a type can be expected: few where few sentences may report one."""
        return min(MAX_RECORDS, max(map(len, self.asked.values())) + spare)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What one question to the model brought, and what of it is settled."""

    candidates: Sequence[Candidate] = ()
    events: Sequence[BaseEvent] = ()
    rejected: Sequence[Rejection] = ()
    problems: Sequence[str] = ()
    usage: Usage = field(default_factory=Usage)


@dataclass(frozen=True, slots=True)
class _Records:
    """Makes records of what is drafted about one article, for a run with the model of this name."""

    shown: ShownArticle
    model: str
    types: Sequence[type[EventDraft]]

    def candidate(self, draft: EventDraft, extraction: Extraction) -> Candidate | Rejection:
        shown, proposer = self.shown, extraction.proposers[0]
        grounded = grounding.ground(draft, shown.passage, shown.spans, proposer=proposer)
        kind, said = event_type(type(draft)), draft.model_dump(exclude_none=True)
        if not isinstance(grounded, GroundedDraft):
            return self.rejection(grounded.reason, grounded.detail, kind, said)
        try:
            return self.normalized(grounded, extraction)
        except ValidationError as error:
            return self.rejection("invalid", str(error), kind, said)

    def normalized(self, grounded: GroundedDraft, extraction: Extraction) -> Candidate:
        article, reference = self.shown.article, self.shown.reference
        event = normalization.normalize(grounded, article, extraction, reference=reference)
        return Candidate(grounded, event)

    def invalid(self, draft: InvalidDraft) -> Rejection:
        said = draft.said if isinstance(draft.said, dict) else {"said": draft.said}
        return self.rejection("invalid", "; ".join(draft.problems), draft.event_type, said)

    def rejection(
        self,
        reason: Literal["invalid", "no_core", "no_support", "unverified"],
        detail: str,
        kind: str,
        said: dict[str, object],
    ) -> Rejection:
        return Rejection(
            article_id=self.shown.article.id,
            event_type=kind,
            reason=reason,
            detail=detail,
            draft=said,
        )

    def extraction(
        self, proposer: Proposer, types: Sequence[type[EventDraft]], *, attempts: int
    ) -> Extraction:
        return Extraction(
            model=self.model,
            prompt_sha256=prompting.digest(types, known=self.types),
            eventschema=VERSION,
            attempts=attempts,
            proposers=[proposer],
        )


@dataclass(frozen=True, slots=True)
class _Reading:
    """One article, read by one model by one plan."""

    records: _Records
    model: Model
    plan: Plan
    jury: Jury

    def questions(self, spotted: Sequence[Candidate]) -> Iterator[_Question]:
        """What is asked: nothing of a type that no sentence left to ask about may report."""
        for window in self.records.shown.windows(self.plan.window or SMALL_WINDOW):
            asked = {
                draft: numbers
                for draft in self.plan.types
                if (numbers := self._left(draft, window, spotted))
            }
            if self.plan.passes != "single":
                yield from (_Question(window, {draft: asked[draft]}) for draft in asked)
            elif asked:
                yield _Question(window, asked)

    def _left(
        self, draft: type[EventDraft], window: Mapping[int, str], spotted: Sequence[Candidate]
    ) -> list[int]:
        """The sentences that may report an event of a type and are not spotted already."""
        is_spotted = draft in spotting.SPOTTERS
        if is_spotted and self.plan.asks == "nothing":
            return []
        numbers = showing(draft, window)
        if not is_spotted or self.plan.asks == "everything":
            return numbers
        known = {
            quote.span
            for candidate in spotted
            if candidate.grounded.draft is draft
            for quote in candidate.grounded.support
        }
        left = [number for number in numbers if self.records.shown.spans[number - 1] not in known]
        return [n for n in left if verification.is_worth_a_look(window[n], draft, self.jury)]

    def answer(self, question: _Question) -> _Answer:
        """What the model says, each draft a candidate or rejected."""
        types, known = list(question.asked), self.plan.types
        asked = ", ".join(map(event_type, types))
        check = partial(grounding.problems, passage=self.records.shown.passage)
        try:
            proposals = completion.complete(
                self.model.complete,
                prompting.render(question.sentences, question.asked, known=known),
                types=types,
                most=question.most(spare=SPARE[self.plan.asks or "gaps"]),
                reasks=Reasks(self.plan.reasks or 0, check),
            )
        except CompletionError as error:
            return _Answer(problems=[f"{asked}: {error}"])
        extraction = self.records.extraction("model", types, attempts=proposals.attempts)
        results = [self.records.candidate(draft, extraction) for draft in proposals.drafts]
        return _Answer(
            candidates=[result for result in results if isinstance(result, Candidate)],
            rejected=[
                *(result for result in results if isinstance(result, Rejection)),
                *map(self.records.invalid, proposals.invalid),
            ],
            problems=[f"{asked}: {problem}" for problem in proposals.unread],
            usage=proposals.usage,
        )

    def united(self, group: Sequence[Candidate]) -> Candidate:
        """One candidate of a group that reports one occasion, with the way the model was asked."""
        if len(group) == 1:
            return group[0]
        extractions = [candidate.event.extraction for candidate in group]
        proposers = dict.fromkeys(who for each in extractions for who in each.proposers)
        asked = next((each for each in extractions if "model" in each.proposers), extractions[0])
        extraction = asked.model_copy(update={"proposers": list(proposers)})
        return self.records.normalized(uniting.merged(group), extraction)

    def verified(self, candidate: Candidate) -> _Answer:
        """The candidate's record with its confidence, or its rejection."""
        if not self.plan.verifies:
            return _Answer(events=[candidate.event])
        draft = candidate.grounded.draft
        verdict = verification.verify(candidate.event, draft, self.jury)
        if isinstance(verdict, BaseEvent):
            return _Answer(events=[verdict])
        detail = f"it is right with a probability of {verdict.confidence:.2f}"
        said = _said(candidate.event)
        return _Answer(
            rejected=[self.records.rejection("unverified", detail, event_type(draft), said)]
        )


def _said(event: BaseEvent) -> dict[str, object]:
    return event.model_dump(mode="json", exclude={"article", "extraction"}, exclude_none=True)


def _outcome(
    article_id: str, answers: Sequence[_Answer], verdicts: Sequence[_Answer], jury: Jury
) -> Outcome:
    events = [event for verdict in verdicts for event in verdict.events]
    return Outcome(
        article_id=article_id,
        status=_status(answers, events, jury),
        events=events,
        rejected=[rejection for answer in (*answers, *verdicts) for rejection in answer.rejected],
        problems=[*(problem for answer in answers for problem in answer.problems), *jury.problems],
        usage=sum((answer.usage for answer in answers), jury.usage),
    )


def _status(answers: Sequence[_Answer], events: Sequence[BaseEvent], jury: Jury) -> Status:
    """What became of the article; a yes or no alone is no answer to a question about it."""
    troubled = [answer for answer in answers if answer.problems]
    if troubled and not events and len(troubled) == len(answers):
        return "failed"
    if troubled or jury.problems:
        return "partial"
    return "ok" if events else "empty"
