"""What an endpoint says when nothing is wrong with it."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.endpoint.exchange import Body, Exchange

Content = Callable[[Exchange], Mapping[str, object]]
"""From a request to the drafts of its article, by event type."""

_PROTOCOL = re.compile(r"\bthe ((?:[A-Z]\w+ )+Protocol)\b")


def protocols(exchange: Exchange) -> Mapping[str, object]:
    """An agreement for each "the X Protocol" that a sentence names."""
    drafts = [
        _agreement(number, name)
        for number, sentence in exchange.sentences.items()
        if "Protocol" in sentence
        for name in _PROTOCOL.findall(sentence)
    ]
    return {kind: drafts if kind == "agreement" else [] for kind in exchange.lists}


def _agreement(number: int, name: str) -> Body:
    return {
        "sentences": [number],
        "modality": None,
        "certainty": None,
        "when": None,
        "where": None,
        "name": name,
        "aliases": [],
        "instrument": "protocol",
        "status": None,
        "participants": [],
        "domains": [],
    }


@dataclass(frozen=True, slots=True)
class Usage:
    """The tokens that every reply is said to have cost."""

    prompt: int = 100
    cached: int = 0
    completion: int = 10

    def as_body(self) -> Body:
        """In the form of the API."""
        return {
            "prompt_tokens": self.prompt,
            "completion_tokens": self.completion,
            "total_tokens": self.prompt + self.completion,
            "prompt_tokens_details": {"cached_tokens": self.cached},
        }


@dataclass(frozen=True, slots=True)
class Answering:
    """How an endpoint answers: with which drafts, which probability of "yes", at which cost.

    Where `yes` is null, no log-probabilities are told.
    """

    content: Content = protocols
    yes: float | None = 0.9
    usage: Usage = Usage()

    def text(self, exchange: Exchange) -> str:
        """What stands in the message."""
        if exchange.is_judgment:
            return "yes" if self.yes is None or self.yes >= 1 / 2 else "no"
        return json.dumps(self.content(exchange))

    def completion(self, exchange: Exchange, text: str | None = None) -> Body:
        """The body of a reply, with this text or the proper one."""
        choice: Body = {
            "index": 0,
            "finish_reason": "length" if exchange.is_judgment else "stop",
            "message": {
                "role": "assistant",
                "content": self.text(exchange) if text is None else text,
                "refusal": None,
            },
            "logprobs": self._logprobs() if exchange.is_judgment else None,
        }
        return {
            "id": f"chatcmpl-{exchange.number}",
            "object": "chat.completion",
            "created": int(exchange.arrived),
            "model": exchange.body.get("model"),
            "choices": [choice],
            "usage": self.usage.as_body(),
        }

    def _logprobs(self) -> Body | None:
        if self.yes is None:
            return None
        masses = {"yes": self.yes, "no": 1 - self.yes}
        tokens = [_token(word, mass) for word, mass in masses.items() if mass > 0]
        likeliest = max(masses, key=masses.__getitem__)
        return {"content": [{**_token(likeliest, masses[likeliest]), "top_logprobs": tokens}]}


def _token(word: str, mass: float) -> Body:
    return {"token": word, "logprob": math.log(mass), "bytes": None}
