"""One request as it came, and what became of it."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, fields

Body = dict[str, object]

_NUMBERED = re.compile(r"^\[(\d+)\] (.*)$", re.MULTILINE)


@dataclass(slots=True)
class Exchange:
    """A request with its `number`, from 1 on, and its end.

    `digest` is the hexadecimal SHA-256 of the body. `arrived` and `answered` are Unix times; the
    latter is when the last byte of a reply was handed to the kernel, null where none was.
    """

    number: int
    path: str
    digest: str
    body: Body
    arrived: float
    answered: float | None = None
    hung_up: bool = False

    @property
    def messages(self) -> list[dict[str, str]]:
        """The conversation; empty where the body is none."""
        messages = self.body.get("messages")
        return messages if isinstance(messages, list) else []

    @property
    def is_judgment(self) -> bool:
        """Whether a yes or no is asked, with its probability."""
        return bool(self.body.get("logprobs"))

    @property
    def is_reask(self) -> bool:
        """Whether an earlier answer is to be mended."""
        roles = [message["role"] for message in self.messages]
        return not self.is_judgment and "assistant" in roles

    @property
    def article(self) -> str:
        """The first message of the user: sentences and question, or the sentence to judge."""
        said = [message["content"] for message in self.messages if message["role"] == "user"]
        return (said or [""])[-1 if self.is_judgment else 0]

    @property
    def sentences(self) -> dict[int, str]:
        """The article's sentences by their numbers."""
        return {int(number): text for number, text in _NUMBERED.findall(self.article)}

    @property
    def lists(self) -> list[str]:
        """The names of the lists that the asked JSON schema has."""
        found: object = self.body
        for step in ("response_format", "json_schema", "schema", "properties"):
            found = found.get(step) if isinstance(found, dict) else None
        return list(found) if isinstance(found, dict) else []

    def as_line(self) -> str:
        """All but the body, as a line of JSON."""
        told = (field.name for field in fields(self) if field.name != "body")
        return json.dumps({name: getattr(self, name) for name in told})


def opened(number: int, path: str, raw: bytes, arrived: float) -> Exchange:
    """A request that has just arrived; what is no JSON object has an empty body."""
    try:
        body = json.loads(raw)
    except ValueError:
        body = {}
    digest = hashlib.sha256(raw).hexdigest()
    return Exchange(number, path, digest, body if isinstance(body, dict) else {}, arrived)
