"""Ctrl-C and SIGTERM: they end a run, but never between a record and its line in the journal."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SIGNALS = (signal.SIGINT, signal.SIGTERM)
EXIT_CODES = frozenset(128 + number for number in SIGNALS)
"""What a shell expects of a process that one of the signals has ended."""


class Interrupted(BaseException):
    """A signal has ended the run."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    @property
    def exit_code(self) -> int:
        """What a shell expects of a process that a signal has ended."""
        return 128 + self.number


class Interruption:
    """Turns the signals into Interrupted, in the main thread; the second one is not waited for."""

    def __init__(self) -> None:
        self._holding = False
        self._pending: int | None = None

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Take the signals over for the block."""
        earlier = [signal.signal(number, self._raise) for number in SIGNALS]
        try:
            yield
        finally:
            for number, handler in zip(SIGNALS, earlier, strict=True):
                signal.signal(number, handler)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let the block come to its end before a signal ends the run."""
        self._holding = True
        try:
            yield
        finally:
            self._holding = False
        if self._pending is not None:
            raise Interrupted(self._pending)

    def _raise(self, number: int, frame: FrameType | None) -> None:
        del frame
        if self._holding and self._pending is None:
            self._pending = number
        else:
            raise Interrupted(number)
