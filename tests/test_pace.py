"""Requests follow one another as fast as the limits and the endpoint allow, and no faster."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventschema.pace import LEAST_SPACE, MOST_SPACE, RECOVERY, SAME_BURST, Pace

MINUTE = 60.0


@given(st.floats(1, 6000), st.lists(st.floats(0, 5), min_size=1, max_size=60))
def test_no_minute_has_more_requests_than_rpm(rpm: float, gaps: list[float]) -> None:
    """However they are asked for, two requests are never closer than the limit's share."""
    pace, now, booked = Pace(rpm=rpm), 0.0, []
    for gap in gaps:
        now += gap
        booked.append(pace.book(now, 0))
    assert all(later - earlier >= MINUTE / rpm - 1e-6 for earlier, later in pairwise(booked))


def test_tokens_are_spaced_as_well() -> None:
    """A long prompt makes the next one wait; what it costs beyond or below that is settled."""
    pace = Pace(tpm=600)
    assert pace.book(0, 100) == 0
    assert pace.book(0, 100) == 10
    pace.correct(50)
    assert pace.book(0, 1) == 25
    pace.correct(-1000)
    assert pace.book(30, 1) == 30


def test_without_limits_nothing_waits() -> None:
    """Until the endpoint throttles."""
    pace = Pace()
    assert [pace.book(7, 1000) for _ in range(9)] == [7] * 9


def test_throttling_doubles_the_space_and_time_halves_it() -> None:
    """The rate recovers by itself, down to what the limits ask for."""
    pace = Pace(rpm=60)
    pace.slow_down(100, 5)
    assert pace.space(100) == 2
    assert pace.space(100 + RECOVERY) == pytest.approx(1)
    assert pace.space(100 + 10 * RECOVERY) == 1


def test_nothing_goes_while_the_endpoint_wants_peace() -> None:
    """Neither what was booked before nor what comes after; then it goes one by one."""
    pace = Pace(rpm=60)
    before = pace.book(100, 0)
    pace.slow_down(100, 5)
    assert pace.holds(before)
    first, second = pace.book(101, 0), pace.book(101, 0)
    assert first == 105
    assert second - first > 1
    assert not pace.holds(first)


def test_a_burst_of_refusals_counts_once() -> None:
    """What was under way together was sent at one pace, and slows it down once."""
    pace = Pace(rpm=60)
    for each in range(30):
        pace.slow_down(100 + each / 100, 1)
    assert pace.space(100) == 2
    pace.slow_down(100 + SAME_BURST, 1)
    assert pace.space(100 + SAME_BURST) > 3


def test_an_unlimited_pace_begins_with_what_it_had() -> None:
    """Without a limit the space is twice the usual one so far, or a hundredth of a second."""
    sudden = Pace()
    sudden.slow_down(100, 0)
    assert sudden.space(100) == 2 * LEAST_SPACE
    steady = Pace()
    for each in range(200):
        steady.book(each / 2, 0)
    steady.slow_down(100, 0)
    assert steady.space(100) == pytest.approx(1, rel=0.01)


def test_answers_make_up_for_refusals() -> None:
    """An endpoint that refuses one request in fifteen whatever the pace slows nothing down."""
    pace, now = Pace(), 100.0
    for _ in range(200):
        pace.slow_down(now, 0)
        for _ in range(14):
            now = pace.book(now + SAME_BURST / 10, 0)
            pace.speed_up()
    assert pace.space(now) < 4 * SAME_BURST
    for _ in range(50):
        pace.slow_down(now, 0)
        now += SAME_BURST
    assert pace.space(now) <= MOST_SPACE
