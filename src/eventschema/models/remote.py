"""Models behind an API: OpenAI-compatible servers, and the providers that instructor knows."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from typing import Protocol, Self, TypeVar, cast

import instructor
import openai
from instructor.core.exceptions import (
    ConfigurationError as InstructorConfigurationError,
)
from instructor.core.exceptions import IncompleteOutputException, InstructorRetryException
from openai.types.chat import ChatCompletionMessageParam
from pydantic import BaseModel, SecretStr

from eventschema.delivery import Delivery
from eventschema.errors import (
    ConfigurationError,
    EventSchemaError,
    RefusedError,
    UnavailableError,
)
from eventschema.models.completions import checked, refusal_of, text_of, usage_of
from eventschema.models.judging import judged
from eventschema.models.port import Answer, Judgment, Message, Reply, expected_tokens
from eventschema.retries import NoCompletionError, retry
from eventschema.usage import Usage

logging.getLogger("instructor").addHandler(logging.NullHandler())

ENOUGH_SILENCES = 3
"""So many answers without log-probabilities, and never one with them, tell that there are none; a
single one may be due to its question."""

SHORTEST_KEY = 6
"""Shorter ones ("none", "test") are placeholders, and might be words of any message."""


class _Priced(Protocol):
    @property
    def usage(self) -> Usage: ...

    def costing(self, more: Usage) -> Self: ...


Priced = TypeVar("Priced", bound=_Priced)


class RemoteModel:
    """A chat model that is asked through instructor, one request at a time for each thread."""

    is_small = False

    def __init__(
        self,
        name: str,
        client: instructor.Instructor,
        *,
        delivery: Delivery,
        key: SecretStr | None,
        settings: Mapping[str, float],
        asked_as: str | None = None,
    ) -> None:
        self.name = name
        self._asked_as = asked_as or name
        self.settings = settings
        self._client = client
        self._delivery = delivery
        self._key = key
        self._silences: float = 0

    @classmethod
    def at(
        cls, endpoint: openai.OpenAI, name: str, *, delivery: Delivery, **request: float
    ) -> Self:
        """The model called `name` at an OpenAI-compatible endpoint.

        `request` goes with every request: temperature, max_tokens.
        """
        mode = instructor.Mode.JSON_SCHEMA
        create = partial(checked(endpoint), model=name, **request)
        client = instructor.Instructor(
            endpoint, instructor.patch(create=create, mode=mode), mode=mode
        )
        key = SecretStr(endpoint.api_key)
        return cls(name, client, delivery=delivery, key=key, settings=request)

    @classmethod
    def of_provider(
        cls, name: str, *, delivery: Delivery, api_key: SecretStr | None, timeout: float
    ) -> Self:
        """The model that instructor knows as `provider/name`.

        `timeout` is in seconds; providers that do not speak OpenAI's protocol have their own.

        Raises:
            ConfigurationError: instructor does not know the provider, or it lacks its package.

        """
        key = api_key.get_secret_value() if api_key else None
        try:
            client = instructor.from_provider(name, async_client=False, api_key=key)
        except (InstructorConfigurationError, ImportError, ValueError, openai.OpenAIError) as error:
            raise ConfigurationError(f"the model {name!r} cannot be used: {error}") from error
        if isinstance(client.client, openai.OpenAI):
            # Tries and time limits are counted in one place.
            client.client.max_retries = 0
            client.client.timeout = timeout
        asked_as = name.partition("/")[2]
        return cls(name, client, delivery=delivery, key=api_key, settings={}, asked_as=asked_as)

    def complete(self, messages: Sequence[Message], answer: type[Answer]) -> Reply[Answer]:
        """Ask for an `answer` to `messages`; see `eventschema.models.port.Complete`."""
        return self._delivered(lambda: self._reply(messages, answer), messages)

    def judge(self, messages: Sequence[Message]) -> Judgment:
        """Ask for "yes" or "no"; see `eventschema.models.port.Judge`.

        A provider that never tells log-probabilities is not asked for long.
        """
        endpoint = self._client.client
        if self._silences >= ENOUGH_SILENCES or not isinstance(endpoint, openai.OpenAI):
            return Judgment(None)
        return self._delivered(lambda: self._judgment(endpoint, messages), messages)

    def _delivered(self, send: Callable[[], Priced], messages: Sequence[Message]) -> Priced:
        requests = 0
        tokens = expected_tokens(messages)

        def attempt() -> Priced:
            nonlocal requests
            with self._delivery.traffic.turn(tokens) as turn:
                requests += 1
                try:
                    answer = send()
                except RefusedError:
                    raise
                except Exception:
                    turn.tokens = 0
                    raise
                turn.tokens = answer.usage.tokens or tokens
            return answer

        try:
            answer = retry(attempt, self._delivery)
        except EventSchemaError as error:
            told = self._without_key(error)
            if isinstance(told, UnavailableError):
                self._delivery.traffic.failed(str(told))
            raise told from None
        self._delivery.traffic.answered(answer.usage)
        return answer.costing(Usage(requests=requests))

    def _judgment(self, endpoint: openai.OpenAI, messages: Sequence[Message]) -> Judgment:
        try:
            judgment, is_told = judged(endpoint, self._asked_as, messages)
        except (openai.BadRequestError, openai.UnprocessableEntityError):
            if self._silences < 0:
                raise
            judgment, is_told = Judgment(None, is_declined=True), False
        self._silences = -math.inf if is_told else self._silences + 1
        return judgment

    def _without_key(self, error: EventSchemaError) -> EventSchemaError:
        """The error without the key, which some servers repeat in theirs."""
        key = self._key.get_secret_value() if self._key else ""
        return type(error)(_without(key, str(error))) if len(key) > SHORTEST_KEY else error

    def _reply(self, messages: Sequence[Message], answer: type[Answer]) -> Reply[Answer]:
        try:
            value, completion = self._client.create_with_completion(
                messages=cast("list[ChatCompletionMessageParam]", [*messages]),
                response_model=cast("type[Answer]", _prepared(answer)),
                max_retries=0,
                strict=False,
            )
        except IncompleteOutputException as error:
            return _unread(error.last_completion, truncated=True)
        except InstructorRetryException as error:
            if error.failed_attempts:
                return _unread(error.last_completion, truncated=False)
            cause = _cause(error)
            raise cause from cause.__cause__
        return Reply(value, text_of(completion), usage_of(completion))

    def close(self) -> None:
        """Close the connections."""
        close = getattr(self._client.client, "close", None)
        if callable(close):
            close()


def _without(key: str, message: str) -> str:
    """The message without the key, and without the beginning of one that was cut off."""
    message = message.replace(key, "***")
    for length in range(len(key) - 1, SHORTEST_KEY // 2, -1):
        if message.endswith(f"{key[:length]}..."):
            return message.removesuffix(f"{key[:length]}...") + "***..."
    return message


@lru_cache(maxsize=256)
def _prepared(answer: type[BaseModel]) -> type[BaseModel]:
    """The type that instructor would otherwise make of an answer's at every request."""
    return instructor.response_schema(answer)


def _unread(completion: object, *, truncated: bool) -> Reply[Answer]:
    refusal = refusal_of(completion)
    if refusal:
        raise RefusedError(f"the model declined to answer: {refusal}")
    return Reply(None, text_of(completion), usage_of(completion), truncated=truncated)


def _cause(error: BaseException) -> BaseException:
    """The client's own error behind instructor's, or else the innermost one."""
    known = openai.OpenAIError | NoCompletionError
    while error.__cause__ is not None and not isinstance(error, known):
        error = error.__cause__
    return error
