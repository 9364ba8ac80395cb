"""How requests are sent: how often each is tried, and in what traffic."""

from __future__ import annotations

from dataclasses import dataclass, field

from eventschema.traffic import Traffic


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How often a request is sent at most, and the bounds of the waits between, in seconds.

    One that is throttled (HTTP 429) is no failure of the endpoint, and is sent `throttled` times at
    most, while the others are slowed down too. A server's Retry-After is obeyed up to
    `longest_wait`; without one the wait grows exponentially, with full jitter.
    """

    attempts: int = 4
    throttled: int = 10
    first_wait: float = 1.0
    longest_wait: float = 60.0


@dataclass(frozen=True, slots=True)
class Delivery:
    """How requests are sent: how often each is tried, and the traffic that all of them share."""

    policy: RetryPolicy = field(default_factory=RetryPolicy)
    traffic: Traffic = field(default_factory=Traffic)
