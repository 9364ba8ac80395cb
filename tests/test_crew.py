"""Tasks are worked on by a bounded crew, and none of their results is lost."""

from __future__ import annotations

import itertools
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventschema.crew import Crew

PATIENCE = 10.0  # seconds
BREAKS_OFF = """
import time
from pydantic import BaseModel, field_validator
from eventschema.crew import Crew

class Slow(BaseModel):
    value: int

    @field_validator("value")
    @classmethod
    def slowly(cls, value: int) -> int:
        for _ in range(100):
            time.sleep(0.002)
        return value

def work(number):
    return Slow(value=number) if number else number

much_to_clean_up = [[number] for number in range(2_000_000)]
results = Crew(work, size=2, ahead=4, halt=print).results(range(9), ordered=True)
print(next(results))
"""


class Halted:
    """Remembers what the crew was halted by."""

    def __init__(self) -> None:
        self.errors: list[BaseException] = []

    def __call__(self, error: BaseException) -> None:
        """Remember."""
        self.errors.append(error)


def drained(results: Iterator[int]) -> tuple[list[int], BaseException | None]:
    """The results, and the error that ended them."""
    given: list[int] = []
    while True:
        try:
            given.append(next(results))
        except StopIteration:
            return given, None
        except Exception as error:  # noqa: BLE001 - whatever it is, the test looks at it
            return given, error


@settings(max_examples=40)
@given(
    waits=st.lists(st.integers(0, 3), max_size=30),
    size=st.integers(1, 6),
    ahead=st.integers(1, 12),
    ordered=st.booleans(),
)
def test_every_task_has_its_result(
    waits: list[int], size: int, ahead: int, *, ordered: bool
) -> None:
    """In the order of the tasks, or in any, whatever each of them takes."""

    def work(task: tuple[int, int]) -> int:
        time.sleep(task[1] / 1000)
        return task[0]

    crew = Crew(work, size=size, ahead=max(size, ahead), halt=Halted())
    results = list(crew.results(enumerate(waits), ordered=ordered))
    assert (results if ordered else sorted(results)) == list(range(len(waits)))


@pytest.mark.parametrize("ordered", [True, False])
def test_a_bounded_number_is_taken(*, ordered: bool) -> None:
    """Also while the first task is under way and all others are done."""
    gate = threading.Event()
    taken = itertools.count()
    count = 0

    def tasks() -> Iterator[int]:
        nonlocal count
        while True:
            count = next(taken)
            yield count

    def work(number: int) -> int:
        if number == 0:
            assert gate.wait(PATIENCE)
        return number

    results = Crew(work, size=3, ahead=8, halt=Halted()).results(tasks(), ordered=ordered)
    threading.Timer(0.1, gate.set).start()
    first = next(results)
    assert count <= 8 + (0 if ordered else 1)
    assert ordered == (first == 0)
    results.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize("ordered", [True, False])
def test_an_error_comes_after_what_was_under_way(*, ordered: bool) -> None:
    """The crew is halted once, nothing new begins, and what came before is given."""
    begun: list[int] = []

    def work(number: int) -> int:
        begun.append(number)
        if number == 5:
            raise KeyError(number)
        return number

    halted = Halted()
    crew = Crew(work, size=2, ahead=6, halt=halted)
    results, error = drained(crew.results(itertools.count(), ordered=ordered))
    assert isinstance(error, KeyError)
    assert set(range(5)) <= set(results)
    assert len(begun) <= 5 + 6
    assert [type(error) for error in halted.errors] == [KeyError]


def test_what_stands_behind_a_missing_result_comes_last() -> None:
    """In order still; it is not lost."""
    others = threading.Semaphore(0)

    def work(number: int) -> int:
        if number == 1:
            for _ in range(3):
                assert others.acquire(timeout=PATIENCE)
            raise KeyError(number)
        others.release()
        return number

    crew = Crew(work, size=2, ahead=9, halt=Halted())
    results, error = drained(crew.results(range(4), ordered=True))
    assert isinstance(error, KeyError)
    assert results == [0, 2, 3]


def test_a_source_that_breaks_costs_nothing_that_it_gave() -> None:
    """Its error is raised after the results of all tasks that were taken."""

    def tasks() -> Iterator[int]:
        yield from range(5)
        raise OSError("the file is gone")

    crew: Crew[int, int] = Crew(abs, size=3, ahead=9, halt=Halted())
    results, error = drained(crew.results(tasks(), ordered=True))
    assert isinstance(error, OSError)
    assert results == [0, 1, 2, 3, 4]


def test_nobody_is_waited_for_who_was_dismissed() -> None:
    """Whoever breaks off goes on at once, and nothing further is begun."""
    gate = threading.Event()
    begun: list[int] = []

    def work(number: int) -> int:
        begun.append(number)
        if number:
            gate.wait(PATIENCE)
        return number

    results = Crew(work, size=2, ahead=4, halt=Halted()).results(range(9), ordered=True)
    began = time.monotonic()
    assert next(results) == 0
    results.close()  # type: ignore[attr-defined]
    assert time.monotonic() - began < PATIENCE / 2
    gate.set()
    assert set(begun) <= {0, 1, 2}


@pytest.mark.parametrize("end", ["", "results.close()"])
def test_a_program_that_breaks_off_ends_well(end: str) -> None:
    """The interpreter aborts where it ends a thread in the midst of pydantic."""
    ended = subprocess.run(
        [sys.executable, "-c", BREAKS_OFF + end], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "0\n", "")
