"""All requests of a run together keep to its limits, and end with it."""

from __future__ import annotations

import itertools
import math
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest

from eventschema.errors import ConfigurationError, StoppedError
from eventschema.traffic import DEAD_FOR, Limits, Traffic
from eventschema.usage import Usage

PATIENCE = 10.0  # seconds
SOON = 0.5


class Clock:
    """A clock that goes on when it is told."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """The time."""
        return self.now


def sent(traffic: Traffic, *, tokens: int = 1, cost: int = 1) -> bool:
    """Whether a request went out."""
    try:
        with traffic.turn(tokens) as turn:
            turn.tokens = cost
    except StoppedError:
        return False
    return True


def soon(call: Callable[[], object]) -> float:
    """How long a call took that ended in a StoppedError."""
    began = time.monotonic()
    with pytest.raises(StoppedError):
        call()
    return time.monotonic() - began


def test_no_request_exceeds_the_budget() -> None:
    """Of many that are tried at once, exactly as many go out as there may be."""
    traffic = Traffic(Limits(max_requests=50))
    with ThreadPoolExecutor(32) as pool:
        results = list(pool.map(lambda _: sent(traffic), range(200)))
    assert sum(results) == 50
    assert traffic.stopped == "max_requests=50 reached"


def test_tokens_are_counted_by_what_they_were_in_the_end() -> None:
    """A prompt that would exceed the budget is not sent; what was spared is free again."""
    traffic = Traffic(Limits(max_tokens=100))
    assert sent(traffic, tokens=60, cost=20)
    assert sent(traffic, tokens=60, cost=70)
    assert not sent(traffic, tokens=20)
    assert traffic.stopped == "max_tokens=100 would be exceeded by a prompt of about 20"


def test_time_ends_a_run() -> None:
    """The limit is told, and holds for whoever comes later."""
    clock = Clock()
    traffic = Traffic(Limits(max_seconds=5), clock=clock)
    assert (traffic.seconds_left, sent(traffic), traffic.stopped) == (5, True, None)
    clock.now += 5
    assert not sent(traffic)
    assert traffic.stopped == "max_seconds=5 are over"


def test_lanes_bound_what_is_under_way() -> None:
    """As many requests as there are lanes, and one more only when another is over."""
    traffic = Traffic(lanes=3)
    most = under_way = 0
    lock = threading.Lock()

    def request(_: int) -> None:
        nonlocal most, under_way
        with traffic.turn(1):
            with lock:
                under_way += 1
                most = max(most, under_way)
            time.sleep(0.002)
            with lock:
                under_way -= 1

    with ThreadPoolExecutor(16) as pool:
        list(pool.map(request, range(60)))
    assert most == 3


def test_a_failed_request_leaves_its_lane() -> None:
    """And costs no tokens."""
    traffic = Traffic(Limits(max_tokens=10), lanes=1)

    def failing() -> None:
        with traffic.turn(9) as turn:
            turn.tokens = 0
            raise ValueError("no")

    for _ in range(5):
        with pytest.raises(ValueError, match="no"):
            failing()
    assert sent(traffic, tokens=9)


def test_the_end_is_heard_at_once() -> None:
    """By those who wait for a lane, for their time, or for another try; the first reason stays."""
    traffic = Traffic(Limits(rpm=1), lanes=1)
    assert sent(traffic)
    threading.Timer(0.05, traffic.stop, ["enough"]).start()
    with ThreadPoolExecutor(3) as pool:
        waits = [
            pool.submit(soon, lambda: traffic.sleep(PATIENCE)),
            *[pool.submit(soon, lambda: traffic.turn(1).__enter__()) for _ in range(2)],
        ]
        assert all(wait.result(PATIENCE) < SOON for wait in waits)
    traffic.stop("later")
    assert traffic.stopped == "enough"


def test_what_is_under_way_is_waited_for() -> None:
    """Until it is over, or until patience is."""
    traffic = Traffic()
    over = threading.Event()

    def request() -> None:
        with traffic.turn(1):
            over.wait(PATIENCE)

    thread = threading.Thread(target=request)
    thread.start()
    began = time.monotonic()
    traffic.drain(0.05)
    assert time.monotonic() - began >= 0.05
    threading.Timer(0.05, over.set).start()
    traffic.drain(PATIENCE)
    thread.join(PATIENCE)
    assert time.monotonic() - began < PATIENCE


def test_the_end_of_the_time_is_heard_at_once() -> None:
    """By those who wait for a lane, for their time, or for another try."""
    for limits in (Limits(max_seconds=0.05), Limits(max_seconds=0.05, rpm=1)):
        traffic = Traffic(limits, lanes=1)
        assert sent(traffic)
        assert soon(lambda traffic=traffic: traffic.sleep(PATIENCE)) < SOON  # type: ignore[misc]
    traffic = Traffic(Limits(max_seconds=0.05), lanes=1)
    with traffic.turn(1):
        assert soon(lambda: traffic.turn(1).__enter__()) < SOON
    traffic = Traffic(Limits(max_seconds=0.05, rpm=1))
    assert sent(traffic)
    assert soon(lambda: traffic.turn(1).__enter__()) < SOON


@pytest.mark.parametrize("limits", [Limits(rpm=1e-12), Limits(max_seconds=1e12, tpm=1e-9)])
def test_no_wait_is_too_long(limits: Limits) -> None:
    """Also one beyond what the system knows of; it ends with the run."""
    traffic = Traffic(limits, lanes=2)
    assert sent(traffic)
    threading.Timer(0.05, traffic.stop, ["enough"]).start()
    with ThreadPoolExecutor(4) as pool:
        waits = [pool.submit(soon, lambda: traffic.turn(1).__enter__()) for _ in range(4)]
        assert all(wait.result(PATIENCE) < PATIENCE / 2 for wait in waits)


@pytest.mark.parametrize("lanes", [1, 5])
def test_all_limits_hold_together(lanes: int) -> None:
    """With 32 threads that try as often as they can, some of whose requests fail."""
    traffic = Traffic(Limits(max_requests=40, max_tokens=10_000, rpm=1e6), lanes=lanes)
    gauge = threading.BoundedSemaphore(lanes)
    went = itertools.count()

    def request(number: int) -> None:
        with suppress(ValueError), traffic.turn(10) as turn:
            assert gauge.acquire(blocking=False)
            try:
                next(went)
                turn.tokens = 1
                if number % 3 == 0:
                    raise ValueError
            finally:
                gauge.release()

    def tries(number: int) -> None:
        with suppress(StoppedError):
            for each in range(100):
                request(number + each)

    with ThreadPoolExecutor(32) as pool:
        list(pool.map(tries, range(32)))
    assert next(went) == 40


def test_throttling_is_waited_for() -> None:
    """By a request that comes while it lasts; and it is counted."""
    traffic = Traffic()
    began = time.monotonic()
    traffic.throttled(0.05)
    assert sent(traffic)
    assert time.monotonic() - began >= 0.05
    assert traffic.spent == Usage(requests=1, throttled=1)


def test_throttling_holds_everybody() -> None:
    """A request that was let wait goes when the endpoint wants it, not when it was booked."""
    clock = Clock()
    traffic = Traffic(clock=clock)
    traffic.throttled(30)
    traffic.stop("it would wait")
    assert not sent(traffic)
    assert Traffic(Limits(rpm=6000)).stopped is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"max_requests": 0},
        {"max_tokens": -1},
        {"max_seconds": 0.0},
        {"max_seconds": math.inf},
        {"rpm": 0},
        {"rpm": math.nan},
        {"tpm": -5},
    ],
)
def test_a_limit_lets_something_through(wrong: dict[str, float]) -> None:
    """Zero is refused, with its name, and so is what is no number."""
    (name,) = wrong
    with pytest.raises(ConfigurationError, match=name):
        Limits(**wrong)  # type: ignore[arg-type]


def test_a_dead_endpoint_ends_a_run() -> None:
    """At once where it never answered; where it did, once it has been away for long."""
    clock = Clock()
    never = Traffic(Limits(max_failures=3), clock=clock)
    for _ in range(3):
        assert never.stopped is None
        never.failed("nobody listens")
    assert never.stopped == "max_failures=3 in a row reached, the last one: nobody listens"
    away = Traffic(Limits(max_failures=3), clock=clock)
    away.answered(Usage())
    for _ in range(9):
        away.failed("nobody listens")
    assert away.stopped is None
    clock.now += DEAD_FOR
    away.failed("nobody listens")
    assert away.stopped is not None


def test_only_a_limit_makes_failures_an_end() -> None:
    """In a program, whoever asks decides how often."""
    traffic = Traffic()
    for _ in range(1000):
        traffic.failed("nobody listens")
    assert traffic.stopped is None
