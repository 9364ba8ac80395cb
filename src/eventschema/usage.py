"""What it costs to ask a model."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Usage:
    """What a run cost: requests, and tokens as the endpoint counts them (0 where it does not).

    `throttled` are those of the requests that the endpoint wanted later (HTTP 429), so that they
    were sent again, and `reused` the answers of an earlier run, which cost nothing now.
    """

    requests: int = 0
    throttled: int = 0
    reused: int = 0
    prompt_tokens: int = 0
    cached_tokens: int = 0
    completion_tokens: int = 0

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            requests=self.requests + other.requests,
            throttled=self.throttled + other.throttled,
            reused=self.reused + other.reused,
            prompt_tokens=self.prompt_tokens + other.prompt_tokens,
            cached_tokens=self.cached_tokens + other.cached_tokens,
            completion_tokens=self.completion_tokens + other.completion_tokens,
        )

    @property
    def tokens(self) -> int:
        """Those of prompts and answers together."""
        return self.prompt_tokens + self.completion_tokens
