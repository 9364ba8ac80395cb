"""Models behind an API: retried, counted, and never quoted with their key."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, Self, TypeVar

import openai
from pydantic import SecretStr

from eventschema.delivery import Delivery
from eventschema.errors import EventSchemaError, RefusedError, UnavailableError
from eventschema.models.access import Access, at_endpoint, at_provider
from eventschema.models.chat_endpoint import ChatEndpoint, Post
from eventschema.models.judging import judged
from eventschema.models.port import Answer, Judgment, Message, Reply, expected_tokens
from eventschema.retries import retry
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
    """A chat model behind an API; threads may share it."""

    is_small = False

    def __init__(
        self,
        name: str,
        access: Access,
        *,
        delivery: Delivery,
        settings: Mapping[str, float] | None = None,
    ) -> None:
        self.name = name
        self.settings = settings or {}
        self._access = access
        self._delivery = delivery
        self._silences: float = 0

    @classmethod
    def at(
        cls, endpoint: ChatEndpoint, name: str, *, delivery: Delivery, **settings: float
    ) -> Self:
        """The model called `name` at an OpenAI-compatible endpoint.

        The `settings` go with every request: temperature, max_tokens.
        """
        access = at_endpoint(endpoint, name, settings)
        return cls(name, access, delivery=delivery, settings=settings)

    @classmethod
    def of_provider(
        cls, name: str, *, delivery: Delivery, api_key: SecretStr | None, timeout: float
    ) -> Self:
        """The model that instructor knows as `provider/name`; see `at_provider`."""
        access = at_provider(name, api_key=api_key, timeout=timeout)
        return cls(name, access, delivery=delivery)

    def complete(self, messages: Sequence[Message], answer: type[Answer]) -> Reply[Answer]:
        """Ask for an `answer` to `messages`; see `eventschema.models.port.Complete`."""
        return self._delivered(lambda: self._access.ask(messages, answer), messages)

    def judge(self, messages: Sequence[Message]) -> Judgment:
        """Ask for "yes" or "no"; see `eventschema.models.port.Judge`.

        A provider that never tells log-probabilities is not asked for long.
        """
        post = self._access.post
        if self._silences >= ENOUGH_SILENCES or post is None:
            return Judgment(None)
        return self._delivered(lambda: self._judgment(post, messages), messages)

    def _delivered(self, send: Callable[[], Priced], messages: Sequence[Message]) -> Priced:
        requests = 0
        tokens = expected_tokens(messages)

        def attempt() -> Priced:
            nonlocal requests
            with self._delivery.traffic.turn(tokens) as turn:
                requests += 1
                try:
                    answer = send()
                except RefusedError as refused:
                    turn.tokens = refused.usage.tokens or tokens
                    raise
                except Exception:
                    turn.tokens = 0
                    raise
                turn.tokens = answer.usage.tokens or tokens
            return answer

        try:
            answer = retry(attempt, self._delivery)
        except RefusedError as refused:
            self._delivery.traffic.answered(refused.usage)
            raise RefusedError(self._without_key(str(refused)), refused.usage) from None
        except EventSchemaError as error:
            told = type(error)(self._without_key(str(error)))
            if isinstance(told, UnavailableError):
                self._delivery.traffic.failed(str(told))
            raise told from None
        self._delivery.traffic.answered(answer.usage)
        return answer.costing(Usage(requests=requests))

    def _judgment(self, post: Post, messages: Sequence[Message]) -> Judgment:
        try:
            judgment, is_told = judged(post, self._access.name, messages)
        except (openai.BadRequestError, openai.UnprocessableEntityError):
            if self._silences < 0:
                raise
            judgment, is_told = Judgment(None, is_declined=True), False
        self._silences = -math.inf if is_told else self._silences + 1
        return judgment

    def _without_key(self, message: str) -> str:
        """The message without the key, which some servers repeat in theirs."""
        key = self._access.key.get_secret_value() if self._access.key else ""
        return _without(key, message) if len(key) > SHORTEST_KEY else message

    def close(self) -> None:
        """Close the connections."""
        self._access.close()


def _without(key: str, message: str) -> str:
    """The message without the key, and without the beginning of one that was cut off."""
    message = message.replace(key, "***")
    for length in range(len(key) - 1, SHORTEST_KEY // 2, -1):
        if message.endswith(f"{key[:length]}..."):
            return message.removesuffix(f"{key[:length]}...") + "***..."
    return message
