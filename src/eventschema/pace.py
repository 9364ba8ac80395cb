"""How fast requests may follow one another: by the limits given, and by what the endpoint bears.

Requests are spaced evenly. Whenever the endpoint throttles them, the space between two is doubled;
after that it shrinks with every answer, and by half every RECOVERY seconds, down to what the limits
ask for.
"""

from __future__ import annotations

import math

RECOVERY = 30.0
"""Seconds in which the space between requests shrinks by half: twice the rate, a 429 every half
minute at the worst."""

RELIEF = 0.93
"""By how much each answer shrinks it too: an endpoint that refuses every twelfth request whatever
the pace, since others share the key, does not slow a run down ever more."""

MOST_SPACE = 5.0
"""Seconds."""

SAME_BURST = 1.0
"""Seconds: requests that are throttled within it were under way together, and count once."""

LEAST_SPACE = 0.01
"""Seconds, to begin with where requests came all at once."""

_MINUTE = 60.0
_WEIGHT = 0.1  # of the latest gap in the average


class Pace:
    """Gives out the times at which requests may go. Times are seconds of one clock of the caller's.

    `rpm` and `tpm` are requests and tokens a minute; null is no limit.
    """

    def __init__(self, rpm: float | None = None, tpm: float | None = None) -> None:
        self._asked = _MINUTE / rpm if rpm else 0.0
        self._per_token = _MINUTE / tpm if tpm else 0.0
        self._next = self._next_by_tokens = self._held = 0.0
        self._last: float | None = None
        self._gap = 0.0
        self._cut = 0.0
        self._cut_at = -SAME_BURST

    def book(self, now: float, tokens: int) -> float:
        """When a request of so many tokens may go, `now` or later."""
        at = max(now, self._next, self._next_by_tokens, self._held)
        self._next = at + self.space(at)
        self._next_by_tokens = at + tokens * self._per_token
        if self._last is not None:
            self._gap += _WEIGHT * (at - self._last - self._gap)
        self._last = at
        return at

    def holds(self, booked: float) -> bool:
        """Whether the endpoint has asked for more time since that was booked."""
        return self._held > booked

    def correct(self, tokens: int) -> None:
        """A request took so many tokens more than was booked for it, or fewer."""
        self._next_by_tokens += tokens * self._per_token

    def slow_down(self, now: float, seconds: float) -> None:
        """The endpoint throttles: nothing goes for so many seconds, and then half as fast."""
        self._held = max(self._held, now + seconds)
        self._next = max(self._next, self._held)
        if now - self._cut_at < SAME_BURST:
            return
        self._cut = min(2 * max(self.space(now), self._gap, LEAST_SPACE), MOST_SPACE)
        self._cut_at = now

    def speed_up(self) -> None:
        """The endpoint has answered."""
        self._cut *= RELIEF

    def space(self, now: float) -> float:
        """Seconds between two requests."""
        return max(self._asked, self._cut * math.exp2((self._cut_at - now) / RECOVERY))
