"""All requests of a run together keep to its limits, and end with it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from eventschema.errors import ConfigurationError, StoppedError
from eventschema.traffic import Limits, Traffic

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
    assert traffic.stopped == "max_requests=50 are sent"


def test_tokens_are_counted_by_what_they_were_in_the_end() -> None:
    """A prompt that would exceed the budget is not sent; what was spared is free again."""
    traffic = Traffic(Limits(max_tokens=100))
    assert sent(traffic, tokens=60, cost=20)
    assert sent(traffic, tokens=60, cost=70)
    assert not sent(traffic, tokens=20)
    assert traffic.stopped == "max_tokens=100 would be exceeded"


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
    for _ in range(5):
        with pytest.raises(ValueError, match="no"), traffic.turn(9):
            raise ValueError("no")
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
    [{"max_requests": 0}, {"max_tokens": -1}, {"max_seconds": 0.0}, {"rpm": 0}, {"tpm": -5}],
)
def test_a_limit_lets_something_through(wrong: dict[str, float]) -> None:
    """Zero is refused, with its name."""
    (name,) = wrong
    with pytest.raises(ConfigurationError, match=name):
        Limits(**wrong)  # type: ignore[arg-type]
