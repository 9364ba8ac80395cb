"""Models behind an API: OpenAI-compatible servers, and the providers that instructor knows."""

from __future__ import annotations

import logging
import math
from collections.abc import Sequence
from typing import Self, cast

import instructor
import openai
from instructor.core.exceptions import (
    ConfigurationError as InstructorConfigurationError,
)
from instructor.core.exceptions import IncompleteOutputException, InstructorRetryException
from openai.types.chat import ChatCompletion, ChatCompletionMessageParam
from openai.types.chat.chat_completion_token_logprob import TopLogprob
from pydantic import SecretStr

from eventschema.errors import ConfigurationError, EventSchemaError, RefusedError
from eventschema.models.port import Answer, Judgment, Message, Reply, Usage
from eventschema.retries import RetryPolicy, retry

logging.getLogger("instructor").addHandler(logging.NullHandler())

ALTERNATIVES = 20
"""How many first tokens are looked at for "yes" and "no"; the most that OpenAI's API tells."""

SHORTEST_KEY = 6
"""Shorter ones ("none", "test") are placeholders, and might be words of any message."""


class RemoteModel:
    """A chat model that is asked through instructor, one request at a time for each thread."""

    is_small = False

    def __init__(
        self, name: str, client: instructor.Instructor, policy: RetryPolicy, key: SecretStr | None
    ) -> None:
        self.name = name
        self._tells_probabilities = True
        self._client = client
        self._policy = policy
        self._key = key

    @classmethod
    def at(
        cls, endpoint: openai.OpenAI, name: str, *, policy: RetryPolicy, **request: float
    ) -> Self:
        """The model called `name` at an OpenAI-compatible endpoint.

        `request` goes with every request: temperature, max_tokens.
        """
        mode = instructor.Mode.JSON_SCHEMA
        client = instructor.from_openai(endpoint, mode=mode, model=name, **request)
        return cls(name, client, policy, SecretStr(endpoint.api_key))

    @classmethod
    def of_provider(cls, name: str, *, policy: RetryPolicy, api_key: SecretStr | None) -> Self:
        """The model that instructor knows as `provider/name`.

        Raises:
            ConfigurationError: instructor does not know the provider, or it lacks its package.

        """
        key = api_key.get_secret_value() if api_key else None
        try:
            client = instructor.from_provider(name, async_client=False, api_key=key)
        except (InstructorConfigurationError, ImportError, ValueError, openai.OpenAIError) as error:
            raise ConfigurationError(f"the model {name!r} cannot be used: {error}") from error
        return cls(name, client, policy, api_key)

    def complete(self, messages: Sequence[Message], answer: type[Answer]) -> Reply[Answer]:
        """Ask for an `answer` to `messages`; see `eventschema.models.port.Complete`."""
        requests = 0

        def send() -> Reply[Answer]:
            nonlocal requests
            requests += 1
            return self._send(messages, answer)

        try:
            reply = retry(send, self._policy)
        except EventSchemaError as error:
            raise self._without_key(error) from None
        return reply.costing(Usage(requests=requests))

    def judge(self, messages: Sequence[Message]) -> Judgment:
        """Ask for "yes" or "no"; see `eventschema.models.port.Judge`.

        A provider that refuses such a request, or tells no log-probabilities, is not asked again.
        """
        endpoint = self._client.client
        if not self._tells_probabilities or not isinstance(endpoint, openai.OpenAI):
            return Judgment(None)

        requests = 0

        def send() -> ChatCompletion | None:
            nonlocal requests
            requests += 1
            try:
                return endpoint.chat.completions.create(
                    model=self.name,
                    messages=cast("list[ChatCompletionMessageParam]", [*messages]),
                    max_tokens=1,
                    temperature=0,
                    logprobs=True,
                    top_logprobs=ALTERNATIVES,
                )
            except (openai.BadRequestError, openai.UnprocessableEntityError):
                return None

        try:
            completion = retry(send, self._policy)
        except EventSchemaError as error:
            raise self._without_key(error) from None
        tokens = _first_tokens(completion)
        self._tells_probabilities = bool(tokens)
        return Judgment(_probability_of_yes(tokens), _usage(completion) + Usage(requests=requests))

    def _without_key(self, error: EventSchemaError) -> EventSchemaError:
        """The error without the key, which some servers repeat in theirs."""
        key = self._key.get_secret_value() if self._key else ""
        return type(error)(str(error).replace(key, "***")) if len(key) > SHORTEST_KEY else error

    def _send(self, messages: Sequence[Message], answer: type[Answer]) -> Reply[Answer]:
        try:
            value, completion = self._client.create_with_completion(
                messages=cast("list[ChatCompletionMessageParam]", [*messages]),
                response_model=answer,
                max_retries=0,
                strict=False,
            )
        except IncompleteOutputException as error:
            return _unread(error.last_completion, truncated=True)
        except InstructorRetryException as error:
            if error.failed_attempts:
                return _unread(error.last_completion, truncated=False)
            raise _cause(error) from None
        return Reply(value, _text(completion), _usage(completion))

    def close(self) -> None:
        """Close the connections."""
        close = getattr(self._client.client, "close", None)
        if callable(close):
            close()


def _first_tokens(completion: ChatCompletion | None) -> Sequence[TopLogprob]:
    """The likeliest first tokens; none where the endpoint tells no log-probabilities."""
    choice = completion.choices[0] if completion and completion.choices else None
    if choice is None or choice.logprobs is None or not choice.logprobs.content:
        return []
    return choice.logprobs.content[0].top_logprobs


def _probability_of_yes(tokens: Sequence[TopLogprob]) -> float | None:
    """How probable "yes" is beside "no"; null where neither is among the tokens."""
    masses = {"yes": 0.0, "no": 0.0}
    for token in tokens:
        word = token.token.strip().casefold()
        if word in masses:
            masses[word] += math.exp(token.logprob)
    total = sum(masses.values())
    return masses["yes"] / total if total else None


def _unread(completion: object, *, truncated: bool) -> Reply[Answer]:
    refusal = _refusal(completion)
    if refusal:
        raise RefusedError(f"the model declined to answer: {refusal}")
    return Reply(None, _text(completion), _usage(completion), truncated=truncated)


def _cause(error: BaseException) -> BaseException:
    """The client's own error behind instructor's, or else the innermost one."""
    while error.__cause__ is not None and not isinstance(error, openai.OpenAIError):
        error = error.__cause__
    return error


def _refusal(completion: object) -> str | None:
    if not isinstance(completion, ChatCompletion) or not completion.choices:
        return None
    choice = completion.choices[0]
    if choice.finish_reason == "content_filter":
        return "content filter"
    return choice.message.refusal


def _text(completion: object) -> str:
    if not isinstance(completion, ChatCompletion) or not completion.choices:
        return ""
    return completion.choices[0].message.content or ""


def _usage(completion: object) -> Usage:
    if not isinstance(completion, ChatCompletion) or completion.usage is None:
        return Usage()
    usage = completion.usage
    details = usage.prompt_tokens_details
    return Usage(
        prompt_tokens=usage.prompt_tokens,
        cached_tokens=(details.cached_tokens or 0) if details else 0,
        completion_tokens=usage.completion_tokens,
    )
