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
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection, Pipe
from queue import SimpleQueue
from typing import Generic, NamedTuple, TypeAlias, TypeVar, cast

Task = TypeVar("Task")
Result = TypeVar("Result")
_Pipe: TypeAlias = "Connection[object, object]"

_LOOKS_EVERY = 0.5
"""Seconds between looks whether the parent lives still, which matter in a long task."""


class _Declined(NamedTuple):
    """What a fork says where the work raised: the parent will see the error for itself."""


def spare_cores() -> int:
    """How many forks would have a core of their own; 0 where a process cannot be forked safely."""
    return len(os.sched_getaffinity(0)) - 1 if sys.platform == "linux" else 0


class Forks(Generic[Task, Result]):
    """So many forks, each of which does one task at a time.

    They are forked at once: best before there are threads. With a fork that dies nothing is lost:
    what it would have done is done here.
    """

    def __init__(self, work: Callable[[Task], Result], size: int) -> None:
        self._work = work
        self._processes = []
        self._free: SimpleQueue[_Pipe | None] = SimpleQueue()
        context = multiprocessing.get_context("fork")
        for _ in range(size):
            ours, theirs = Pipe()
            process = context.Process(target=_serve, args=(work, theirs), daemon=True)
            process.start()
            theirs.close()
            self._processes.append(process)
            self._free.put(ours)

    def __call__(self, task: Task) -> Result:
        """What the function makes of the task."""
        fork = self._free.get()
        try:
            if fork is not None:
                fork.send(task)
                result = fork.recv()
                if not isinstance(result, _Declined):
                    return cast("Result", result)
        except (EOFError, OSError):
            fork = None
        finally:
            self._free.put(fork)
        return self._work(task)

    def close(self) -> None:
        """End the forks, in the middle of a task too."""
        for process in self._processes:
            process.terminate()
        for process in self._processes:
            process.join()


def _serve(work: Callable[[Task], Result], tasks: _Pipe) -> None:
    _let_go(keep=tasks.fileno())
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    with suppress(EOFError, OSError):
        while True:
            task = cast("Task", tasks.recv())
            try:
                result: Result | _Declined = work(task)
            except Exception:  # noqa: BLE001 - the parent will see it
                result = _Declined()
            tasks.send(result)


def _let_go(*, keep: int) -> None:
    """Leave the signals and the open files to the parent, pipes and locks among them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in range(3):
        os.dup2(nowhere, standard)
    os.closerange(3, keep)
    os.closerange(keep + 1, os.sysconf("SC_OPEN_MAX"))


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOKS_EVERY)
    os._exit(0)
