"""What the user sees on standard error while a run goes on, and the sum at its end."""

from __future__ import annotations

import time
from collections.abc import Mapping
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)

from eventschema.outcome import Outcome, Status
from eventschema.running.interruption import Interrupted
from eventschema.usage import Usage


class RunProgress:
    """Shows a run on a terminal, names what went wrong in any case, and counts.

    The bar goes away with the `with` block; the summary is printed where it is asked for.
    """

    def __init__(self, *, resumable: bool = False, console: Console | None = None) -> None:
        self._way_on = ", and --resume goes on from there" if resumable else ""
        self.counts: dict[Status, int] = {"ok": 0, "empty": 0, "partial": 0, "failed": 0}
        self._console = console or Console(
            stderr=True, highlight=False, soft_wrap=True, emoji=False
        )
        self._usage = Usage()
        self.spent = Usage()
        self.before: Mapping[Status, int] = {}
        self._events = 0
        self._rejected = 0
        self._started = time.monotonic()
        self._bar = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(bar_width=20),
            TimeElapsedColumn(),
            console=self._console,
            transient=True,
            disable=not self._console.is_terminal,
        )
        self._task: TaskID | None = None

    @property
    def complete(self) -> bool:
        """Whether every article was answered in full."""
        return self._left(self.counts) + self._left(self.before) == 0

    @property
    def cost(self) -> Usage:
        """What it has cost, answers included that were given when their articles were given up."""
        counted = self._usage
        return Usage(
            requests=max(self.spent.requests, counted.requests),
            throttled=self.spent.throttled,
            reused=counted.reused,
            prompt_tokens=max(self.spent.prompt_tokens, counted.prompt_tokens),
            cached_tokens=max(self.spent.cached_tokens, counted.cached_tokens),
            completion_tokens=max(self.spent.completion_tokens, counted.completion_tokens),
        )

    def resumed(self, outcomes: Mapping[Status, int]) -> None:
        """Tell what an earlier run has done already; what it left open is done once more."""
        self.before = dict(outcomes)
        left = self._left(outcomes)
        done = counted(sum(outcomes.values()) - left, "article")
        self._console.print(f"resuming: {done} done before, {left:,} to be tried again")

    def stopped(self, reason: str) -> None:
        """Tell why a run ended before its input did, and how it goes on."""
        self._console.print(
            f"stopped: {reason}; what is written so far stays{self._way_on}",
            style="yellow",
            markup=False,
        )

    def advance(self, outcome: Outcome) -> None:
        """Count one outcome, and print its problems."""
        self.counts[outcome.status] += 1
        self._events += len(outcome.events)
        self._rejected += len(outcome.rejected)
        self._usage += outcome.usage
        for problem in outcome.problems:
            told = f"{legible(outcome.article_id)}: {legible(problem, breaks=True)}"
            self._console.print(told, style="yellow", markup=False)
        if self._task is not None:
            self._bar.update(self._task, description=self._so_far(), total=None)

    def assembling(self, done: int, total: int) -> None:
        """Show how many bytes of the embedded model's weights are in place."""
        if self._task is not None:
            what = f"putting {total:,} bytes of weights together, once"
            self._bar.update(self._task, description=what, completed=done, total=total)

    def __enter__(self) -> Self:
        self._bar.start()
        self._task = self._bar.add_task("starting the model", total=None)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bar.stop()
        if kind is not None and issubclass(kind, KeyboardInterrupt | Interrupted):
            self.stopped("interrupted")
            self.print_summary()

    def print_summary(self) -> None:
        """Print what the run came to."""
        self._console.print(self.summary(), markup=False)

    def summary(self) -> str:
        """One line: articles by what became of them, events, rejected, and what it cost."""
        seconds = time.monotonic() - self._started
        usage = self.cost
        counts = ", ".join(f"{count:,} {status}" for status, count in self.counts.items())
        return (
            f"{self._articles()}: {counts}; {counted(self._events, 'event')}, "
            f"{self._rejected:,} rejected; {_requests(usage)}, "
            f"{usage.prompt_tokens:,} prompt tokens ({usage.cached_tokens:,} cached), "
            f"{usage.completion_tokens:,} completion tokens, {seconds:.1f} s"
        )

    def _so_far(self) -> str:
        return f"{self._articles()}, {counted(self._events, 'event')}"

    def _articles(self) -> str:
        earlier, left = sum(self.before.values()), self._left(self.before)
        which = f", {left:,} of them partial or failed" if left else ""
        before = f" ({earlier:,} more before{which})" if earlier else ""
        return f"{counted(sum(self.counts.values()), 'article')}{before}"

    @staticmethod
    def _left(outcomes: Mapping[Status, int]) -> int:
        return outcomes.get("partial", 0) + outcomes.get("failed", 0)


def _requests(usage: Usage) -> str:
    throttled = f"{usage.throttled:,} throttled" if usage.throttled else ""
    reused = f"{counted(usage.reused, 'answer')} reused" if usage.reused else ""
    which = ", ".join(filter(None, [throttled, reused]))
    return counted(usage.requests, "request") + (f" ({which})" if which else "")


def counted(number: int, noun: str) -> str:
    """The number with its noun, in the singular or the plural."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def legible(text: str, *, breaks: bool = False) -> str:
    """The text with escapes for what would steer the terminal; line breaks may be meant."""
    return "".join(
        char if char.isprintable() or (breaks and char == "\n") else ascii(char)[1:-1]
        for char in text
    )
