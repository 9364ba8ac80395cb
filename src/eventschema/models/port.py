"""The one seam to a model: messages and an answer's shape go in, a reply comes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, Literal, Protocol, Self, TypedDict, TypeVar

from pydantic import BaseModel

from eventschema.usage import Usage

Answer = TypeVar("Answer", bound=BaseModel)


class Message(TypedDict):
    """One turn of the conversation, in the form that every chat endpoint takes."""

    role: Literal["system", "user", "assistant"]
    content: str


def expected_tokens(messages: Sequence[Message]) -> int:
    """About how many tokens a prompt has: a fourth of its characters, and three a message.

    Recorded judgments of the embedded model have 0.9 to 1.1 times as many.
    """
    characters = sum(len(message["content"]) for message in messages)
    return characters // 4 + 3 * len(messages)


@dataclass(frozen=True, slots=True)
class Reply(Generic[Answer]):
    """What came back: the answer, or, where `answer` is null, the text that could not be read.

    `truncated` tells that the token limit cut the text off.
    """

    answer: Answer | None
    text: str
    usage: Usage
    truncated: bool = False

    def costing(self, more: Usage) -> Self:
        """The same reply, with `more` added to its usage."""
        return replace(self, usage=self.usage + more)


@dataclass(frozen=True, slots=True)
class Judgment:
    """The answer to a yes/no question: the probability of "yes", and what it cost.

    `yes` lies between 0 and 1; null where the endpoint tells no probabilities, or where it did not
    take the question (`is_declined`), which may be due to the question.
    """

    yes: float | None
    usage: Usage = field(default_factory=Usage)
    is_declined: bool = False

    def costing(self, more: Usage) -> Self:
        """The same judgment, with `more` added to its usage."""
        return replace(self, usage=self.usage + more)


class Complete(Protocol):
    """What the pipeline asks of a model; any function of this shape will do.

    Raises:
        UnavailableError: the endpoint cannot be reached, or keeps failing.
        RefusedError: it declined to answer.
        CompletionError: it does not accept the request.
        ConfigurationError: the key or the model's name is not accepted.
        StoppedError: the run is stopped.

    """

    def __call__(self, messages: Sequence[Message], answer: type[Answer]) -> Reply[Answer]:
        """Ask for an `answer` to `messages`."""
        ...


class Judge(Protocol):
    """A yes/no question to a model, answered with one token.

    Raises:
        UnavailableError: the endpoint cannot be reached, or keeps failing.
        ConfigurationError: the key or the model's name is not accepted.
        StoppedError: the run is stopped.

    """

    def __call__(self, messages: Sequence[Message]) -> Judgment:
        """Ask for "yes" or "no"."""
        ...


class Model(Protocol):
    """A model that is ready to be asked, until it is closed."""

    @property
    def name(self) -> str:
        """The name that records give."""
        ...

    @property
    def settings(self) -> Mapping[str, float]:
        """What goes with every request: temperature, max_tokens."""
        ...

    @property
    def is_small(self) -> bool:
        """Whether it does better with one question at a time."""
        ...

    def complete(self, messages: Sequence[Message], answer: type[Answer]) -> Reply[Answer]:
        """Ask for an `answer` to `messages`; see `Complete`."""
        ...

    def judge(self, messages: Sequence[Message]) -> Judgment:
        """Ask for "yes" or "no"; see `Judge`."""
        ...

    def close(self) -> None:
        """Free what the model holds; harmless when repeated."""
        ...
