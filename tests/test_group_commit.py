"""Rows that threads bring at the same time are written together, each once, and none is lost."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from eventschema.models.group_commit import MOST, GroupCommit


class Log:
    """Writes groups; those with the row `bad` fail, and the first one waits for `going`."""

    def __init__(self, bad: int | None = None) -> None:
        self.groups: list[list[int]] = []
        self.going = threading.Event()
        self._bad = bad

    def write(self, rows: Sequence[int]) -> None:
        """Write a group."""
        self.groups.append(list(rows))
        assert self.going.wait(timeout=10)
        if self._bad in rows:
            raise OSError("the disk is full")

    @property
    def rows(self) -> list[int]:
        """All rows, as they were written."""
        return [row for group in self.groups for row in group]


def committed(log: Log, count: int) -> list[BaseException | None]:
    """What each of so many threads meets, of which all but one wait for the first one's group."""
    commit = GroupCommit(log.write)
    with ThreadPoolExecutor(count) as pool:
        first = pool.submit(commit.commit, 0)
        while not log.groups:
            pass
        others = [pool.submit(commit.commit, number) for number in range(1, count)]
        while len(commit._line) < count:  # noqa: SLF001 - all are there
            pass
        log.going.set()
        return [each.exception(timeout=10) for each in (first, *others)]


def test_rows_that_wait_are_written_together() -> None:
    """One group for the first row, and as few as can be for the others, in their order."""
    log = Log()
    assert committed(log, MOST + 10) == [None] * (MOST + 10)
    assert [len(group) for group in log.groups] == [1, MOST, 9]
    assert sorted(log.rows) == list(range(MOST + 10))


def test_what_fails_fails_for_its_group() -> None:
    """Whoever brought a row of it is told; other groups are written."""
    log = Log(bad=5)
    met = committed(log, 8)
    assert met[0] is None
    assert all(isinstance(error, OSError) for error in met[1:])


def test_one_after_the_other_is_written_at_once() -> None:
    """Nobody waits for others, also after a failure."""
    log = Log(bad=2)
    log.going.set()
    commit = GroupCommit(log.write)
    commit.commit(1)
    with pytest.raises(OSError, match="full"):
        commit.commit(2)
    commit.commit(3)
    assert log.groups == [[1], [2], [3]]


def test_who_is_interrupted_leaves_the_line() -> None:
    """The others' rows are written still."""
    done: list[int] = []

    def write(rows: Sequence[int]) -> None:
        if rows[0] == 0 and not done:
            done.append(-1)
            raise KeyboardInterrupt
        done.extend(rows)

    commit = GroupCommit(write)
    with pytest.raises(KeyboardInterrupt):
        commit.commit(0)
    commit.commit(1)
    assert done == [-1, 1]


def test_many_threads_lose_nothing() -> None:
    """Every row is written once, and before its thread goes on."""
    log = Log()
    log.going.set()
    commit = GroupCommit(log.write)

    def bring(number: int) -> bool:
        commit.commit(number)
        return number in log.rows

    with ThreadPoolExecutor(16) as pool:
        assert all(pool.map(bring, range(500)))
    assert sorted(log.rows) == list(range(500))
