"""Forks of this process that do a function's work beside it, with all that it has read so far.

Threads share one core. A fork has another one, and the tables of names and places at no cost.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
import weakref
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from pickle import PickleError
from queue import SimpleQueue
from typing import Generic, NamedTuple, TypeAlias, TypeVar, cast

from eventschema.errors import ConfigurationError

Task = TypeVar("Task")
Result = TypeVar("Result")
_Pipe: TypeAlias = "Connection[object, object]"

_LOOKS_EVERY = 0.5
"""Seconds between looks whether the parent lives still, which matter in a long task."""


def spare_cores() -> int:
    """How many forks would have a core of their own; 0 where a process cannot be forked safely."""
    return len(os.sched_getaffinity(0)) - 1 if sys.platform == "linux" else 0


class _Done(NamedTuple):
    """What a fork says; a null where the work raised, which whoever asked will see for himself."""

    result: object


class Forks(Generic[Task, Result]):
    """So many forks, each of which does one task at a time.

    They are forked at once: best before there are threads. With a fork that dies nothing is lost:
    what it would have done is done here. `ensure` is called before a task is begun, and raises
    where none is to be begun any more.

    Raises:
        ConfigurationError: this process may not have any, being a daemon of `multiprocessing`.

    """

    def __init__(
        self,
        work: Callable[[Task], Result],
        size: int,
        *,
        ensure: Callable[[], None] = lambda: None,
    ) -> None:
        if multiprocessing.current_process().daemon:
            raise ConfigurationError("a daemon of multiprocessing has no forks: let them be 0")
        self._work = work
        self._ensure = ensure
        forks = [_Fork(work) for _ in range(size)]
        self._free: SimpleQueue[_Fork | None] = SimpleQueue()
        for fork in forks:
            self._free.put(fork)
        self._end = weakref.finalize(self, _ended, forks)

    def __call__(self, task: Task) -> Result:
        """What the function makes of the task, once a fork is free."""
        with self._borrowed() as fork:
            self._ensure()
            done = fork.done(task) if fork is not None else None
        if done is not None:
            return cast("Result", done.result)
        self._ensure()
        return self._work(task)

    @contextmanager
    def _borrowed(self) -> Iterator[_Fork | None]:
        """A fork that is free; null in the place of one that is gone."""
        fork = self._free.get()
        try:
            yield fork
        finally:
            # One that owes an answer would give it to the next task.
            self._free.put(fork if fork is not None and fork.is_free else None)

    def close(self) -> None:
        """End the forks, in the middle of a task too."""
        self._end()


class _Fork:
    """One process and the pipe to it; `is_free` unless it owes an answer."""

    def __init__(self, work: Callable[[Task], Result]) -> None:
        self.is_free = True
        self._pipe, theirs = Pipe()
        self.process = multiprocessing.get_context("fork").Process(
            target=_serve, args=(work, theirs), daemon=True
        )
        self.process.start()
        theirs.close()

    def done(self, task: object) -> _Done | None:
        """What it has made of the task; null where that is to be done elsewhere."""
        self.is_free = False
        try:
            self._pipe.send(task)
            done = cast("_Done | None", self._pipe.recv())
        except _CANNOT_BE_SENT:
            done = None
        except (EOFError, OSError):
            return None
        self.is_free = True
        return done


_CANNOT_BE_SENT = PickleError, AttributeError, TypeError, ValueError, RecursionError


def _ended(forks: Sequence[_Fork]) -> None:
    for fork in forks:
        fork.process.kill()
    for fork in forks:
        fork.process.join()


def _serve(work: Callable[[Task], Result], tasks: _Pipe) -> None:
    _let_go(keep=tasks.fileno())
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    with suppress(EOFError, OSError):
        while True:
            task = cast("Task", tasks.recv())
            try:
                tasks.send(_Done(work(task)))
            except (EOFError, OSError):
                raise
            except Exception:  # noqa: BLE001 - raised once more where it is seen
                tasks.send(None)


def _let_go(*, keep: int) -> None:
    """Leave the signals and the open files to the parent, pipes and locks among them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in range(3):
        os.dup2(nowhere, standard)
    for opened in [int(path.name) for path in Path("/proc/self/fd").iterdir()]:
        if opened not in {0, 1, 2, keep}:
            with suppress(OSError):  # that of the listing is closed already
                os.close(opened)


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOKS_EVERY)
    os._exit(0)
