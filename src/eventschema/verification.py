"""Stage: is it so? A yes/no question about a sentence, answered with one token.

The token's log-probability says how sure the model is that the sentence reports an event of a type.
Asked of a record's core sentence, it makes, with who proposed the record, the record's confidence;
asked of a sentence of which no record is made yet, it tells whether a closer look is worth while.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from eventschema import worked_example
from eventschema.draft import EventDraft
from eventschema.errors import CompletionError
from eventschema.models.port import Judge, Judgment, Message
from eventschema.schema import BaseEvent
from eventschema.usage import Usage

INSTRUCTIONS = """\
You judge sentences of news articles: does a sentence report {what}? Also past, planned, cancelled \
or denied ones count; general policies, habits and figures of speech do not. Answer yes or no."""

WORTH_A_LOOK = 0.7
"""How probable an event must be for the model to be asked what it is. Of the sentences of 39
articles that report an event, 83 % (meetings), 91 % (agreements), 90 % (exercises) and 56 %
(incidents) reach it; of those that have a sign and report none, 42, 70, 22 and 36 %."""

LEAST = {"meeting": 0.45, "exercise": 0.45}
"""The least probability of a record of the rules. Below it lay two wrong ones and no right one of
the 202 records that the rules made of 40 articles on which they had not been developed. Of the
agreements and incidents no probability that is low enough to occur told them wrong."""

RIGHT_BY_MODEL = 0.5
"""The share of right ones among the records that the embedded model alone proposed: 3 of 6."""

RIGHT = {
    "meeting": ((0.45, 0.5), (0.65, 0.7), (0.75, 0.82), (0.85, 0.96)),
    "agreement": ((0.5, 0.8), (0.8, 0.95)),
    "exercise": ((0.45, 0.6), (0.7, 0.95)),
    "incident": ((0.5, 0.7), (0.62, 0.8), (0.8, 0.9)),
}
"""By event type: how probable "yes" is, and which share of the records of the rules is right then;
in between, on the line between two of them. From the same 40 articles: 63 of 69 meetings were
right, and 45 of 46 from 0.8 on; 44 of 46 agreements; 16 of 17 exercises; 64 of 72 incidents, and
58 of 64 from 0.62 on."""


@dataclass(frozen=True, slots=True)
class Refuted:
    """A record that is not to be trusted, and how sure one can be of it."""

    event: BaseEvent
    confidence: float


@dataclass(slots=True)
class Jury:
    """Judges the sentences of one article, each once for a type; knows what that cost.

    `problems` tells why questions were not answered; after the first failure none is asked.
    """

    judge: Judge
    usage: Usage = field(default_factory=Usage)
    problems: list[str] = field(default_factory=list)
    _known: dict[tuple[type[EventDraft], str], float | None] = field(default_factory=dict)

    def probability(self, sentence: str, draft: type[EventDraft]) -> float | None:
        """How probable it is that a sentence reports such an event, between 0 and 1.

        Null where the endpoint failed or tells no probabilities.
        """
        if (draft, sentence) not in self._known and not self.problems:
            self._known[draft, sentence] = self._asked(sentence, draft)
        return self._known.get((draft, sentence))

    def _asked(self, sentence: str, draft: type[EventDraft]) -> float | None:
        try:
            judgment = self.judge(render(sentence, draft))
        except CompletionError as error:
            self.problems.append(f"verification: {error}")
            return None
        self.usage += judgment.usage
        return judgment.yes


def undecided(messages: Sequence[Message]) -> Judgment:
    """No opinion: stands in for the judgment of a model object that has none to give."""
    del messages
    return Judgment(None)


def verify(event: BaseEvent, draft: type[EventDraft], jury: Jury) -> BaseEvent | Refuted:
    """The record with its confidence, or why it is not to be trusted.

    The confidence is null where the endpoint tells no probabilities. It was measured with the
    embedded model; with another one it ranks the records, and is no share of right ones.
    """
    yes = jury.probability(event.evidence[0].quote, draft)
    if yes is None:
        return event
    confidence = _confidence(event, yes)
    if yes < LEAST.get(event.event_type, 0.0):
        return Refuted(event, confidence)
    return event.model_copy(update={"confidence": round(confidence, 2)})


def _confidence(event: BaseEvent, yes: float) -> float:
    """The share of such records that are right."""
    if "rules" in event.extraction.proposers:
        return _between(RIGHT.get(event.event_type, ((0.0, 0.5), (1.0, 0.9))), yes)
    return RIGHT_BY_MODEL * yes


def _between(points: Sequence[tuple[float, float]], at: float) -> float:
    """The height at a place of the line through the points, level beyond the first and the last."""
    for (left, low), (right, high) in pairwise(points):
        if at <= right:
            return low + (high - low) * (max(at, left) - left) / (right - left)
    return points[-1][1]


def is_worth_a_look(sentence: str, draft: type[EventDraft], jury: Jury) -> bool:
    """Whether a sentence may well report such an event; yes where nobody can tell.

    Types of a user's own have no worked examples, without which the answer means little.
    """
    if draft not in worked_example.JUDGED:
        return True
    yes = jury.probability(sentence, draft)
    return yes is None or yes >= WORTH_A_LOOK


def render(sentence: str, draft: type[EventDraft]) -> list[Message]:
    """The question about one sentence, after worked examples of the type."""
    what = worked_example.CRITERIA.get(draft, " ".join((draft.__doc__ or "").split()))
    messages: list[Message] = [{"role": "system", "content": INSTRUCTIONS.format(what=what)}]
    for example, answer in worked_example.JUDGED.get(draft, {}).items():
        messages += [
            {"role": "user", "content": example},
            {"role": "assistant", "content": "yes" if answer else "no"},
        ]
    return [*messages, {"role": "user", "content": " ".join(sentence.split())}]
