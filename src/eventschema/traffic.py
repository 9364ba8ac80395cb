"""What all requests of a run share: how many at a time, how fast, how many in all, until when."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace

from eventschema.errors import ConfigurationError, StoppedError
from eventschema.pace import Pace
from eventschema.usage import Usage

DEAD_FOR = 600.0
"""Seconds; an endpoint that is away for a shorter time costs the articles of that time, and a run
that is stopped costs the rest of the night."""

_LONGEST_WAIT = 3600.0
"""Seconds of one wait; more than some 300 years are an error of the operating system's."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a run may cost, and how fast it may go; null is no bound.

    `max_requests` is never exceeded, retries counted. `max_tokens` are those of prompts and answers
    together: no request goes out whose prompt would exceed it, but the answers under way may.
    After `max_failures` requests in a row, none is sent any more if none has been answered yet, or
    none for DEAD_FOR seconds. After `max_seconds` nothing more is asked. `rpm` and `tpm` are
    requests and tokens a minute.
    """

    max_requests: int | None = None
    max_tokens: int | None = None
    max_seconds: float | None = None
    rpm: float | None = None
    tpm: float | None = None
    max_failures: int | None = None

    def __post_init__(self) -> None:
        """Refuse what would let nothing through, or is no number.

        Raises:
            ConfigurationError: a bound is not more than 0, or not finite.

        """
        bounds = asdict(self).items()
        wrong = [
            f"{name}={bound}"
            for name, bound in bounds
            if bound is not None and not 0 < bound < math.inf
        ]
        if wrong:
            raise ConfigurationError(f"{', '.join(wrong)}: a limit is a finite number above 0")


@dataclass(slots=True)
class Turn:
    """One request under way; whoever sends it says how many `tokens` it cost, if that is told."""

    tokens: int


class Traffic:
    """Lets the requests of a run through, in turn; threads share it.

    At most `lanes` are under way at a time; as many as there are threads, where it is null.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        lanes: int | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._limits = limits or Limits()
        self._clock = clock
        self._end = clock() + self._limits.max_seconds if self._limits.max_seconds else None
        self._pace = Pace(self._limits.rpm, self._limits.tpm)
        self._lanes = lanes
        self._under_way = self._requests = self._throttled = self._tokens = 0
        self._spent = Usage()
        self._failures = 0
        self._answered_at: float | None = None
        self._reason: str | None = None
        lock = threading.RLock()
        self._lane_free = threading.Condition(lock)
        self._sleeping = threading.Condition(lock)
        self._draining = threading.Condition(lock)
        self._lock = lock

    @property
    def stopped(self) -> str | None:
        """Why nothing more is let through; null while requests are."""
        if self._reason is None and self.seconds_left == 0:
            self.stop(f"max_seconds={self._limits.max_seconds:g} are over")
        return self._reason

    @property
    def seconds_left(self) -> float | None:
        """How long requests are let through still; null where time is no bound."""
        return None if self._end is None else max(0.0, self._end - self._clock())

    def stop(self, reason: str) -> None:
        """Let nothing more through; whoever waits for a turn is told at once."""
        with self._lock:
            self._reason = self._reason or reason
            self._lane_free.notify_all()
            self._sleeping.notify_all()

    @contextmanager
    def turn(self, tokens: int) -> Iterator[Turn]:
        """Wait for the turn of a request of about so many tokens; the block sends it.

        Raises:
            StoppedError: the run is stopped, or this request would exceed its budget.

        """
        self._take_lane()
        turn = Turn(tokens)
        try:
            self._wait_for_pace(tokens)
            self._book(tokens)
            try:
                yield turn
            finally:
                self._settle(turn.tokens - tokens)
        finally:
            self._leave_lane()

    @property
    def spent(self) -> Usage:
        """The requests sent, tries that failed included, and what the answers cost."""
        return replace(self._spent, requests=self._requests, throttled=self._throttled)

    def answered(self, usage: Usage) -> None:
        """A request was answered: the endpoint is there, and bears the pace."""
        with self._lock:
            self._spent += usage
            self._failures = 0
            self._answered_at = self._clock()
            self._pace.speed_up()

    def failed(self, reason: str) -> None:
        """A request has failed for good; where nothing else happens any more, that ends the run."""
        with self._lock:
            self._failures += 1
            most, last = self._limits.max_failures, self._answered_at
            is_dead = last is None or self._clock() - last >= DEAD_FOR
            if most is not None and self._failures >= most and is_dead:
                self.stop(f"max_failures={most} in a row reached, the last one: {reason}")

    def throttled(self, seconds: float) -> None:
        """The endpoint wants fewer requests, and none for so many seconds."""
        with self._lock:
            self._throttled += 1
            self._pace.slow_down(self._clock(), seconds)

    def sleep(self, seconds: float) -> None:
        """Wait, but not beyond the end of the run.

        Raises:
            StoppedError: the run is stopped.

        """
        until = self._clock() + seconds
        with self._lock:
            while (left := until - self._clock()) > 0:
                self._ensure_running()
                self._sleeping.wait(self._at_most(left))
        self._ensure_running()

    def drain(self, seconds: float) -> None:
        """Wait until no request is under way, at most so many seconds."""
        with self._lock:
            self._draining.wait_for(lambda: not self._under_way, seconds)

    def _take_lane(self) -> None:
        with self._lock:
            self._ensure_running()
            while self._lanes is not None and self._under_way >= self._lanes:
                self._lane_free.wait(self._at_most(_LONGEST_WAIT))
                self._ensure_running()
            self._under_way += 1

    def _leave_lane(self) -> None:
        with self._lock:
            self._under_way -= 1
            self._lane_free.notify()
            self._draining.notify_all()

    def _wait_for_pace(self, tokens: int) -> None:
        while True:
            with self._lock:
                now = self._clock()
                booked = self._pace.book(now, tokens)
            if booked > now:
                self.sleep(booked - now)
            with self._lock:
                if not self._pace.holds(booked):
                    return

    def _book(self, tokens: int) -> None:
        with self._lock:
            most = self._limits
            if most.max_requests is not None and self._requests >= most.max_requests:
                self.stop(f"max_requests={most.max_requests} reached")
            if most.max_tokens is not None and self._tokens + tokens > most.max_tokens:
                wanted = f"by a prompt of about {tokens}"
                self.stop(f"max_tokens={most.max_tokens} would be exceeded {wanted}")
            self._ensure_running()
            self._requests += 1
            self._tokens += tokens

    def _settle(self, tokens: int) -> None:
        with self._lock:
            self._tokens += tokens
            self._pace.correct(tokens)

    def _at_most(self, seconds: float) -> float:
        left = self.seconds_left
        return min(seconds, _LONGEST_WAIT, _LONGEST_WAIT if left is None else left)

    def _ensure_running(self) -> None:
        if (reason := self.stopped) is not None:
            raise StoppedError(reason)
