"""Rows of many threads, written together: a group costs little more than a row."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Row = TypeVar("Row")

MOST = 64
"""Rows of one group."""


@dataclass(slots=True, eq=False)
class _Waiting(Generic[Row]):
    """A row whose thread waits until it is written, or is called to write."""

    row: Row
    called: threading.Event = field(default_factory=threading.Event)
    is_done: bool = False
    trouble: Exception | None = None


class GroupCommit(Generic[Row]):
    """Lets one thread at a time `write`: the one that has waited longest, for all that wait.

    The rows of a group are in the order in which they came. LevelDB writes its log in this way.
    """

    def __init__(self, write: Callable[[Sequence[Row]], None]) -> None:
        self._write = write
        self._lock = threading.Lock()
        self._line: list[_Waiting[Row]] = []

    def commit(self, row: Row) -> None:
        """Have the row written; raises what `write` raised for its group."""
        mine = _Waiting(row)
        try:
            self._line_up(mine)
            mine.called.wait()
            if not mine.is_done:
                self._write_group()
        finally:
            self._leave(mine)
        if mine.trouble is not None:
            raise mine.trouble

    def _line_up(self, mine: _Waiting[Row]) -> None:
        with self._lock:
            self._line.append(mine)
            self._line[0].called.set()

    def _write_group(self) -> None:
        with self._lock:
            group = self._line[:MOST]
        trouble = None
        try:
            self._write([waiting.row for waiting in group])
        except Exception as error:  # noqa: BLE001 - raised by each that waits
            trouble = error
        with self._lock:
            for waiting in group:
                waiting.is_done, waiting.trouble = True, trouble
            self._line = [waiting for waiting in self._line if not waiting.is_done]
        for waiting in group:
            waiting.called.set()

    def _leave(self, mine: _Waiting[Row]) -> None:
        """Let the next one write, also where this one was interrupted."""
        with self._lock:
            if mine in self._line:
                self._line.remove(mine)
            if self._line:
                self._line[0].called.set()
