"""Stage: is it so? A yes/no question about a sentence, answered with one token.

The token's log-probability says how sure the model is that the sentence reports an event of a type.
Asked of a record's core sentence, it makes, with who proposed the record, the record's confidence;
asked of a sentence of which no record is made yet, it tells whether a closer look is worth while.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from eventschema import worked_example
from eventschema.draft import EventDraft
from eventschema.errors import CompletionError
from eventschema.models.port import Judge, Message, Usage
from eventschema.schema import BaseEvent

INSTRUCTIONS = """\
You judge sentences of news articles: does a sentence report {what}? Also past, planned, cancelled \
or denied ones count; general policies, habits and figures of speech do not. Answer yes or no."""

WORTH_A_LOOK = 0.7
"""How probable an event must be for the model to be asked what it is."""


@dataclass(frozen=True, slots=True)
class Refuted:
    """A record that is not to be trusted, and how sure one can be of it."""

    event: BaseEvent
    confidence: float


@dataclass(slots=True)
class Jury:
    """Judges the sentences of one article, each once for a type; knows what that cost.

    `problems` tells which questions were not answered.
    """

    judge: Judge
    usage: Usage = field(default_factory=Usage)
    problems: list[str] = field(default_factory=list)
    _known: dict[tuple[type[EventDraft], str], float | None] = field(default_factory=dict)

    def probability(self, sentence: str, draft: type[EventDraft]) -> float | None:
        """How probable it is that a sentence reports such an event, between 0 and 1.

        Null where the endpoint failed or tells no probabilities.
        """
        if (draft, sentence) not in self._known:
            self._known[draft, sentence] = self._asked(sentence, draft)
        return self._known[draft, sentence]

    def _asked(self, sentence: str, draft: type[EventDraft]) -> float | None:
        try:
            judgment = self.judge(render(sentence, draft))
        except CompletionError as error:
            self.problems.append(f"verification: {error}")
            return None
        self.usage += judgment.usage
        return judgment.yes


def verify(event: BaseEvent, draft: type[EventDraft], jury: Jury) -> BaseEvent | Refuted:
    """The record with its confidence, which is null where the endpoint tells no probabilities."""
    yes = jury.probability(event.evidence[0].quote, draft)
    return event.model_copy(update={"confidence": yes})


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
