"""A model whose replies are written beforehand, for tests of everything above the seam."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from pydantic import ValidationError

from eventschema.models.port import Answer, Judgment, Message, Reply
from eventschema.usage import Usage

Said = str | Mapping[str, object] | Exception


class ScriptedModel:
    """Answers with the given replies in turn, then with empty lists, and remembers what was asked.

    A reply is the text of an answer, the object that the text is made from, or an error to raise.
    """

    name = "scripted"
    is_small = True
    settings: Mapping[str, float] = MappingProxyType({})

    def __init__(self, *replies: Said, truncated: bool = False, yes: float | None = None) -> None:
        self.yes = yes
        self.judged: list[list[Message]] = []
        self.asked: list[list[Message]] = []
        self.closed = False
        self._replies = list(replies)
        self._truncated = truncated

    def complete(self, messages: Sequence[Message], answer: type[Answer]) -> Reply[Answer]:
        """The next reply."""
        self.asked.append(list(messages))
        said = self._replies.pop(0) if self._replies else {}
        if isinstance(said, Exception):
            raise said
        text = said if isinstance(said, str) else json.dumps(said)
        usage = Usage(requests=1, prompt_tokens=100, completion_tokens=10)
        try:
            read = answer.model_validate_json(text)
        except ValidationError:
            read = None
        return Reply(read, text, usage, truncated=self._truncated)

    def judge(self, messages: Sequence[Message]) -> Judgment:
        """The probability that was given, the same for every question."""
        self.judged.append(list(messages))
        return Judgment(self.yes, Usage(requests=1, prompt_tokens=50, completion_tokens=1))

    def close(self) -> None:
        """Remember that the model was let go."""
        self.closed = True
