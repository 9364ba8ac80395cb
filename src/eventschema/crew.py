"""Threads that work through a line of tasks, a bounded number at a time.

A pool of the standard library is joined when the interpreter ends, however long a request takes;
these threads end with the process, so that a run can be broken off. The interpreter ends them
wherever they are, and where that is in an extension, as pydantic's, it aborts: so it waits a little
for those that are at work.
"""

from __future__ import annotations

import atexit
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Generic, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

PARTING = 1.0
"""Seconds that the end of the interpreter waits: most threads are done by then, or wait for a reply
of an endpoint, where nothing aborts."""

HEARS_EVERY = 0.5
"""Seconds that a wait for results takes at most, before the next one begins."""

_at_work: set[threading.Thread] = set()


@atexit.register
def _part() -> None:
    end = time.monotonic() + PARTING
    for thread in tuple(_at_work):
        thread.join(max(0.0, end - time.monotonic()))


@dataclass(frozen=True, slots=True)
class _Done(Generic[Result]):
    number: int
    result: Result


@dataclass(frozen=True, slots=True)
class _Broken:
    error: BaseException


class Crew(Generic[Task, Result]):
    """Does the work of one line of tasks, and is dismissed with it.

    `size` tasks are worked on at a time, and at most `ahead` are taken before their results are
    taken. `halt` is called once where a task ends with an error, so that the others end soon.
    """

    def __init__(
        self,
        work: Callable[[Task], Result],
        *,
        size: int,
        ahead: int,
        halt: Callable[[BaseException], None],
    ) -> None:
        self._work = work
        self._size = size
        self._ahead = ahead
        self._halt = halt
        self._threads: list[threading.Thread] = []
        self._given: SimpleQueue[tuple[int, Task] | None] = SimpleQueue()
        self._ended: SimpleQueue[_Done[Result] | _Broken] = SimpleQueue()
        self._open = 0
        self._trouble: BaseException | None = None

    def results(self, tasks: Iterable[Task], *, ordered: bool) -> Iterator[Result]:
        """The results, in the order of the tasks or as they come.

        Where a task ends with an error, nothing new is begun; where no further task can be taken,
        nothing but what was taken. The results of that are given still, and the error is raised
        after them. In order, those behind a missing one come last.
        """
        shelf: _Shelf[Result] = _Ordered() if ordered else _Shelf()
        try:
            for number, task in enumerate(self._taken(tasks)):
                self._give(number, task)
                full = number + 1 - self._ahead
                while not self._trouble and (shelf.taken <= full or not self._ended.empty()):
                    yield from shelf.take(self._next())
                if self._trouble:
                    break
            while self._open:
                yield from shelf.take(self._next())
            yield from shelf.left()
        finally:
            self._dismiss()
        if self._trouble is not None:
            raise self._trouble

    def _taken(self, tasks: Iterable[Task]) -> Iterator[Task]:
        try:
            yield from tasks
        except Exception as error:  # noqa: BLE001 - raised after what is under way
            self._trouble = error

    def _give(self, number: int, task: Task) -> None:
        if len(self._threads) < self._size:
            thread = threading.Thread(target=self._labor, name="eventschema", daemon=True)
            self._threads.append(thread)
            thread.start()
        self._given.put((number, task))
        self._open += 1

    def _next(self) -> _Done[Result] | None:
        ended = self._awaited()
        self._open -= 1
        if isinstance(ended, _Done):
            return ended
        if self._trouble is None:
            self._trouble = ended.error
            self._halt(ended.error)
        self._open -= self._drop()
        return None

    def _awaited(self) -> _Done[Result] | _Broken:
        """What ends next; a signal that comes just before a wait is heard at the wait's end."""
        while True:
            with suppress(Empty):
                return self._ended.get(timeout=HEARS_EVERY)

    def _drop(self) -> int:
        """How many tasks that were given and not begun are taken back."""
        dropped = 0
        while True:
            try:
                self._given.get_nowait()
            except Empty:
                return dropped
            dropped += 1

    def _dismiss(self) -> None:
        self._drop()
        for _ in self._threads:
            self._given.put(None)

    def _labor(self) -> None:
        thread = threading.current_thread()
        while (given := self._given.get()) is not None:
            number, task = given
            _at_work.add(thread)
            try:
                self._ended.put(_Done(number, self._work(task)))
            except BaseException as error:  # noqa: BLE001 - raised by whoever takes the results
                self._ended.put(_Broken(error))
                return
            finally:
                _at_work.discard(thread)


class _Shelf(Generic[Result]):
    """Gives out results as they come, and counts them."""

    def __init__(self) -> None:
        self.taken = 0

    def take(self, done: _Done[Result] | None) -> Iterator[Result]:
        """The results that can be given now."""
        if done is not None:
            self.taken += 1
            yield done.result

    def left(self) -> Iterator[Result]:
        """The results that could not be given, because an earlier one is missing."""
        yield from ()


class _Ordered(_Shelf[Result]):
    """Keeps results until those of all earlier tasks are given."""

    def __init__(self) -> None:
        super().__init__()
        self._early: dict[int, Result] = {}

    def take(self, done: _Done[Result] | None) -> Iterator[Result]:
        if done is not None:
            self._early[done.number] = done.result
        while self.taken in self._early:
            self.taken += 1
            yield self._early.pop(self.taken - 1)

    def left(self) -> Iterator[Result]:
        for number in sorted(self._early):
            yield self._early[number]
