"""A yes/no question to an endpoint, read from the log-probabilities of its first token."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Annotated

from pydantic import (
    BaseModel,
    Field,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)

from eventschema.models.chat_endpoint import Post
from eventschema.models.completions import cost_of, decoded, no_completion
from eventschema.models.port import Judgment, Message

ALTERNATIVES = 20
"""How many first tokens are looked at for "yes" and "no"; the most that OpenAI's API tells."""


def _null_if_odd(said: object, validate: ValidatorFunctionWrapHandler) -> object:
    try:
        return validate(said)
    except ValidationError:
        return None


class _Token(BaseModel):
    token: str
    logprob: float


class _Position(BaseModel):
    top_logprobs: list[_Token]


class _Probabilities(BaseModel):
    content: list[_Position] | None = None


class _Choice(BaseModel):
    message: dict[str, object]
    logprobs: Annotated[_Probabilities | None, WrapValidator(_null_if_odd)] = None


class _Completion(BaseModel):
    choices: Annotated[list[_Choice], Field(min_length=1)]
    usage: object = None


def judged(post: Post, model: str, messages: Sequence[Message]) -> tuple[Judgment, bool]:
    """How probable the model holds "yes", and whether it told log-probabilities at all.

    Of the reply only that is read: the client's own types take ten times as long, most of it for
    tokens that are neither "yes" nor "no".

    Raises:
        NoCompletionError: the reply with status 200 is no chat completion.
        OpenAIError: the request failed.

    """
    request = {
        "model": model,
        "messages": [*messages],
        "max_tokens": 1,
        "temperature": 0,
        "logprobs": True,
        "top_logprobs": ALTERNATIVES,
    }
    completion = _completed(post(request))
    tokens = _first_tokens(completion.choices[0])
    return Judgment(_yes(tokens), cost_of(completion.usage)), bool(tokens)


def _completed(said: bytes) -> _Completion:
    try:
        return _Completion.model_validate_json(said)
    except ValidationError:
        body = decoded(said)
    try:
        return _Completion.model_validate(body)
    except ValidationError:
        raise no_completion(said) from None


def _first_tokens(choice: _Choice) -> Sequence[_Token]:
    content = choice.logprobs.content if choice.logprobs else None
    return content[0].top_logprobs if content else []


def _yes(tokens: Sequence[_Token]) -> float | None:
    """How probable "yes" is beside "no"; null where neither is among the tokens."""
    masses = {"yes": 0.0, "no": 0.0}
    for token in tokens:
        word = token.token.strip().casefold()
        if math.isnan(token.logprob):
            return None
        if word in masses:
            # None is above 0, but for what rounding and odd servers make of it.
            masses[word] += math.exp(min(0.0, token.logprob))
    total = sum(masses.values())
    return masses["yes"] / total if total else None
