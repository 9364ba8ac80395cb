"""A model that is never asked the same twice, across runs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from eventschema.errors import RefusedError
from eventschema.models.port import Answer, Judgment, Message, Model, Reply
from eventschema.models.replies import Replies, key_of
from eventschema.usage import Usage

REUSED = Usage(reused=1)


class _Kept(BaseModel):
    """What is kept of an answer: its text, or that there was none and why."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str = ""
    truncated: bool = False
    parsed: bool = True
    refusal: str | None = None


class _Verdict(BaseModel):
    """What is kept of a judgment."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    yes: float | None = None


_COMPLETION = TypeAdapter(_Kept)
_VERDICT = TypeAdapter(_Verdict)
Read = TypeVar("Read")


class RememberingModel:
    """Gives the answers that it has, and asks `model` for all others.

    A request is the same where the model's name, the settings, the messages and the answer's schema
    are. Refusals and cut-off answers are answers; failures are not, and are asked again.
    """

    def __init__(self, model: Model, replies: Replies) -> None:
        self.name = model.name
        self.is_small = model.is_small
        self.settings: Mapping[str, float] = model.settings
        self._model = model
        self._replies = replies

    def complete(self, messages: Sequence[Message], answer: type[Answer]) -> Reply[Answer]:
        """Ask for an `answer` to `messages`; see `eventschema.models.port.Complete`."""
        key = self._key(messages, _schema(answer))
        with self._replies.awaited(key) as said:
            kept = _read(said, _COMPLETION)
            if kept is not None:
                return _recalled(kept, answer)
            return self._completed(key, messages, answer)

    def judge(self, messages: Sequence[Message]) -> Judgment:
        """Ask for "yes" or "no"; see `eventschema.models.port.Judge`."""
        key = self._key(messages, "yes or no")
        with self._replies.awaited(key) as said:
            kept = _read(said, _VERDICT)
            if kept is not None:
                return Judgment(kept.yes, REUSED)
            judgment = self._model.judge(messages)
            if judgment.usage.requests and not judgment.is_declined:
                self._keep(key, _Verdict(yes=judgment.yes))
        return judgment

    def close(self) -> None:
        """Free what the model holds; the answers stay."""
        self._model.close()

    def _completed(
        self, key: bytes, messages: Sequence[Message], answer: type[Answer]
    ) -> Reply[Answer]:
        try:
            reply = self._model.complete(messages, answer)
        except RefusedError as error:
            self._keep(key, _Kept(refusal=str(error)))
            raise
        parsed = reply.answer is not None
        self._keep(key, _Kept(text=reply.text, truncated=reply.truncated, parsed=parsed))
        return reply

    def _keep(self, key: bytes, kept: _Kept | _Verdict) -> None:
        self._replies.keep(key, kept.model_dump_json(exclude_defaults=True))

    def _key(self, messages: Sequence[Message], schema: str) -> bytes:
        request = {
            "model": self.name,
            "settings": dict(self.settings),
            "messages": messages,
            "schema": schema,
        }
        return key_of(request)


@lru_cache(maxsize=256)
def _schema(answer: type[BaseModel]) -> str:
    schema = json.dumps(answer.model_json_schema(), sort_keys=True)
    return sha256(schema.encode()).hexdigest()


def _read(said: str | None, kind: TypeAdapter[Read]) -> Read | None:
    """What was kept; null where nothing was, or what cannot be read, which is asked again."""
    try:
        return None if said is None else kind.validate_json(said)
    except ValidationError:
        return None


def _recalled(kept: _Kept, answer: type[Answer]) -> Reply[Answer]:
    if kept.refusal is not None:
        raise RefusedError(kept.refusal)
    value = _parsed(kept.text, answer) if kept.parsed else None
    return Reply(value, kept.text, REUSED, truncated=kept.truncated)


def _parsed(text: str, answer: type[Answer]) -> Answer | None:
    try:
        return answer.model_validate_json(text, strict=False)
    except ValidationError:
        return None
