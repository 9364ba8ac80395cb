"""A model that answers nothing and counts what it would have been asked: for estimates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from eventschema.models.port import Answer, Judgment, Message, Reply, expected_tokens
from eventschema.usage import Usage


class CountingModel:
    """Stands in for the model called `name`; the usage of its answers is what a prompt costs."""

    settings: Mapping[str, float] = MappingProxyType({})

    def __init__(self, name: str, *, is_small: bool) -> None:
        self.name = name
        self.is_small = is_small

    def complete(self, messages: Sequence[Message], answer: type[Answer]) -> Reply[Answer]:
        """Nothing was found."""
        return Reply(answer(), "{}", _prompt(messages))

    def judge(self, messages: Sequence[Message]) -> Judgment:
        """No opinion."""
        return Judgment(None, _prompt(messages))

    def close(self) -> None:
        """Nothing is held."""


def _prompt(messages: Sequence[Message]) -> Usage:
    return Usage(requests=1, prompt_tokens=expected_tokens(messages))
