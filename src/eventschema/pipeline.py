"""The way of an article: the only place where the stages meet.

split -> render -> complete -> ground -> normalize -> record
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from importlib.metadata import version
from typing import Literal, Self, get_args

from pydantic import ValidationError

from eventschema import completion, grounding, normalization, prompting, segmentation
from eventschema.article import Article
from eventschema.completion import InvalidDraft, Reasks
from eventschema.draft import DRAFTS, EventDraft, event_type
from eventschema.errors import CompletionError, ConfigurationError
from eventschema.grounded import GroundedDraft
from eventschema.identity import repeats
from eventschema.models.port import Complete, Usage
from eventschema.outcome import Outcome, Status
from eventschema.quotation import Passage
from eventschema.schema import BaseEvent, Extraction, Rejection
from eventschema.span import Span

Passes = Literal["per_type", "single"]

SMALL_WINDOW = 12_000
"""Code points: about 3,000 tokens of English, which with the guidelines and an answer fill the
embedded model's context of 8,192."""
LARGE_WINDOW = 200_000
SPARE = 2
"""How many more drafts than sentences with a sign are let pass: one sentence may name several
exercises, and without any bound a small model makes a record of every sentence."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked, and how.

    `types` are the drafts of the event types that are sought. `passes`: one question for each type,
    or a single one for all. `reasks` bounds how often invalid drafts are asked again. Both are
    chosen by the model's size where they are null: a small one is asked type by type, and not
    again, since it repeats its mistakes. `window` is how many code points of an article are shown
    in one request; a longer one is shown in several, sentence by sentence, which costs coreference.
    `reference_date` stands in for the publication date of articles that have none.
    """

    types: Sequence[type[EventDraft]] = DRAFTS
    passes: Passes | None = None
    reasks: int | None = None
    window: int | None = None
    reference_date: date | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be followed.

        Raises:
            ConfigurationError: a bound is no positive number, or no such passes are known.

        """
        if self.passes not in (None, *get_args(Passes)):
            raise ConfigurationError(f"passes={self.passes!r}: use 'per_type' or 'single'")
        if (self.reasks is not None and self.reasks < 0) or (
            self.window is not None and self.window <= 0
        ):
            raise ConfigurationError("reasks must be 0 or more, and window more than 0")

    def fitting(self, *, small: bool) -> Self:
        """The plan with everything chosen, for a small model or a large one."""
        passes: Passes = "per_type" if small else "single"
        reasks = 0 if small else 1
        window = SMALL_WINDOW if small else LARGE_WINDOW
        return replace(
            self,
            passes=self.passes or passes,
            reasks=reasks if self.reasks is None else self.reasks,
            window=self.window or window,
        )


def run(article: Article, *, ask: Complete, model: str, plan: Plan) -> Outcome:
    """The outcome of one article, asking the model called `model` through `ask`.

    Raises:
        ConfigurationError: the model accepts no request at all.

    """
    source = _Source.of(article, plan)
    answers = [
        _answer(question, source, ask=ask, model=model, plan=plan)
        for question in source.questions(plan)
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
class _Question:
    """Which types are asked, of which sentences, by their numbers."""

    types: Sequence[type[EventDraft]]
    sentences: Mapping[int, str]

    @property
    def most(self) -> int:
        """How many drafts of a type can be expected: few where few sentences show a sign."""
        shown = [
            sum(_has_signs(draft, [sentence]) for sentence in self.sentences.values())
            for draft in self.types
        ]
        return min(completion.MAX_RECORDS, max(shown) + SPARE)


@dataclass(frozen=True, slots=True)
class _Source:
    """An article made ready: the sentences that are shown, numbered from 1 in their order."""

    article: Article
    reference: date | None
    passage: Passage
    sentences: Sequence[Span]

    @classmethod
    def of(cls, article: Article, plan: Plan) -> Self:
        spans = [s.span for s in segmentation.split(article.text) if s.number is not None]
        reference = article.published or plan.reference_date
        return cls(article, reference, Passage(article.text, spans), spans)

    def questions(self, plan: Plan) -> Iterator[_Question]:
        """What is asked: nothing of a type of which the sentences have no sign."""
        for window in self.windows(plan.window or SMALL_WINDOW):
            asked = [draft for draft in plan.types if _has_signs(draft, window.values())]
            if plan.passes != "single":
                yield from (_Question([draft], window) for draft in asked)
            elif asked:
                yield _Question(asked, window)

    def windows(self, size: int) -> Iterator[Mapping[int, str]]:
        """The sentences by their numbers, in stretches of at most `size` code points."""
        window: dict[int, str] = {}
        for number, span in enumerate(self.sentences, start=1):
            sentence = self.article.text[span.start : span.end]
            if window and sum(map(len, window.values())) + len(sentence) > size:
                yield window
                window = {}
            window[number] = sentence
        if window:
            yield window


def _has_signs(draft: type[EventDraft], sentences: Iterable[str]) -> bool:
    return draft.signs is None or any(map(draft.signs.search, sentences))


@dataclass(frozen=True, slots=True)
class _Answer:
    """What one question brought."""

    events: Sequence[BaseEvent] = ()
    rejected: Sequence[Rejection] = ()
    problems: Sequence[str] = ()
    usage: Usage = field(default_factory=Usage)


def _answer(
    question: _Question, source: _Source, *, ask: Complete, model: str, plan: Plan
) -> _Answer:
    types = question.types
    asked = ", ".join(map(event_type, types))
    try:
        proposals = completion.complete(
            ask,
            prompting.render(question.sentences, types, known=plan.types),
            types=types,
            most=question.most,
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
            return normalization.normalize(
                grounded, source.article, extraction, reference=source.reference
            )
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
    """The events, each occasion once, and the rejected repetitions."""
    distinct: list[BaseEvent] = []
    repeated: list[Rejection] = []
    for event in events:
        first = next((known for known in distinct if repeats(event, known)), None)
        if first is None:
            distinct.append(event)
        else:
            repeated.append(_duplicate(event, first))
    return distinct, repeated


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
