"""Work in forks: the same results, whatever becomes of the forks."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import date

import pytest

from eventschema import Extractor, Plan
from eventschema.article import Article
from eventschema.errors import ConfigurationError, StoppedError
from eventschema.forks import Forks, spare_cores
from tests.scripted import ScriptedModel

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="nothing is forked elsewhere")

HOLDER = """
import os, sys
from eventschema.forks import Forks

def told(_):
    return os.getpid()

forks = Forks(told, 2)
print(forks(0), forks(0), flush=True)
sys.stdin.read()
"""
TEXT = (
    "The foreign ministers of Chile and Ghana met in {0} on Monday. They signed the {0} Protocol."
)


@contextmanager
def forked(work: Callable[[int], int], size: int = 2) -> Iterator[Forks[int, int]]:
    """Forks that do the work, for the block."""
    with closing(Forks(work, size)) as forks:
        yield forks


def where(number: int) -> int:
    """The process that the work is done in."""
    del number
    return os.getpid()


def test_each_task_gets_its_own_result() -> None:
    """Whatever threads ask, and however many more than there are forks."""
    with forked(lambda number: number * number) as forks, ThreadPoolExecutor(16) as pool:
        assert list(pool.map(forks, range(300))) == [number * number for number in range(300)]


def test_the_work_is_done_in_as_many_processes_as_asked() -> None:
    """None of them is this one."""
    with forked(where, 2) as forks:
        processes = {forks(0) for _ in range(4)}
    assert len(processes) == 2
    assert os.getpid() not in processes


def test_an_error_of_the_work_is_raised_here() -> None:
    """As if there were no fork; which goes on with the next task."""
    with forked(lambda number: 12 // number, 1) as forks:
        with pytest.raises(ZeroDivisionError):
            forks(0)
        assert forks(3) == 4


def test_a_fork_that_is_killed_costs_nothing() -> None:
    """Its task is done here, and so are those that it would have done."""
    with forked(where, 1) as forks:
        os.kill(forks(0), signal.SIGKILL)
        assert forks(0) == os.getpid()
        assert forks(0) == os.getpid()


def test_an_exchange_that_is_broken_off_owes_nobody_an_answer() -> None:
    """What interrupts a caller costs the fork, and no later task is given another one's result."""

    def slowly(number: int) -> int:
        time.sleep(0.3)
        return number * number

    with forked(slowly, 1) as forks:
        earlier = signal.signal(signal.SIGALRM, lambda *_: (_ for _ in ()).throw(KeyError("late")))
        signal.setitimer(signal.ITIMER_REAL, 0.1)
        try:
            with pytest.raises(KeyError):
                forks(2)
        finally:
            signal.signal(signal.SIGALRM, earlier)
        assert [forks(number) for number in (3, 4)] == [9, 16]


def test_nothing_is_begun_any_more_where_that_is_over() -> None:
    """A task that waits for a fork is told so, and the fork stays free."""
    over = False

    def ensure() -> None:
        if over:
            raise StoppedError("enough")

    with closing(Forks(where, 1, ensure=ensure)) as forks:
        assert forks(0) != os.getpid()
        over = True
        with pytest.raises(StoppedError, match="enough"):
            forks(0)
        over = False
        assert forks(0) != os.getpid()


def test_what_cannot_be_sent_is_done_here() -> None:
    """A task or a result that pickle does not take; the fork goes on with the next one."""

    def called(number: int | Callable[[], int]) -> object:
        return number + 1 if isinstance(number, int) else number

    with closing(Forks(called, 1)) as forks:
        assert forks(one := lambda: 1) is one
        assert forks(1) == 2

    def bound(number: int) -> Callable[[], int]:
        return lambda: number

    with closing(Forks(bound, 1)) as binding:
        assert binding(3)() == 3


def test_forks_that_are_stopped_end() -> None:
    """As by Ctrl-Z: closing does not wait for them to go on."""
    with forked(where, 1) as forks:
        os.kill(forks(0), signal.SIGSTOP)
        began = time.monotonic()
    assert time.monotonic() - began < 1


def test_forks_end_with_their_parent() -> None:
    """However that ends: within a second none is left."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        forks = [int(word) for word in parent.stdout.readline().split()]
        parent.kill()
    ended = time.monotonic() + 1
    while any(map(is_there, forks)) and time.monotonic() < ended:
        time.sleep(0.01)
    assert not any(map(is_there, forks))


def is_there(process: int) -> bool:
    """Whether a process lives; one that is dead and not yet taken notice of does not."""
    try:
        with open(f"/proc/{process}/stat", encoding="utf-8") as file:  # noqa: PTH123 - of the system
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_an_extractor_with_forks_makes_the_same_records() -> None:
    """To the last byte, in the order of the articles."""
    articles = [
        Article(text=TEXT.format(place), published=date(2024, 11, 14))
        for place in ("Accra", "Arica", "Kumasi", "Osorno")
    ]
    alone, forked = (
        Extractor(ScriptedModel(yes=0.9), plan=Plan(), workers=2, forks=forks) for forks in (0, 2)
    )
    with alone, forked:
        records, others = (
            [
                event.model_dump_json()
                for outcome in extractor.extract_many(articles)
                for event in outcome.events
            ]
            for extractor in (alone, forked)
        )
    assert len(records) >= len(articles)
    assert others == records


def test_no_more_forks_are_useful_than_there_are_cores() -> None:
    """One core is this process's own."""
    assert 0 <= spare_cores() < (os.cpu_count() or 1)


def test_a_daemon_has_none() -> None:
    """Which is said by our own error, not by an assertion of the standard library's."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()

    def say() -> None:
        try:
            Forks(abs, 1)
        except ConfigurationError as error:
            theirs.send(str(error))

    daemon = context.Process(target=say, daemon=True)
    daemon.start()
    assert ours.poll(10)
    assert "let them be 0" in ours.recv()
    daemon.join()
