"""A run: all articles of an input, with one model, into one output, to its end or its stop."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from itertools import chain

from eventschema.article import Article, Unreadable
from eventschema.errors import ConfigurationError, ReaderGoneError, SinkError, StoppedError
from eventschema.extractor import GRACE, Extractor
from eventschema.outcome import Outcome
from eventschema.running.collection import tables_kept_aside
from eventschema.running.interruption import Interrupted, Interruption
from eventschema.running.progress import RunProgress
from eventschema.sinks import Sink

SYNC_EVERY = 1.0
"""Seconds of work that a power cut can cost."""


class Run:
    """Takes articles to an extractor, and their outcomes to a sink."""

    def __init__(self, extractor: Extractor, sink: Sink, progress: RunProgress) -> None:
        self._extractor = extractor
        self._sink = sink
        self._progress = progress
        self._interruption = Interruption()
        self._fingerprints: dict[str, str] = {}
        self._synced = time.monotonic()

    def go(self, articles: Iterable[Article | Unreadable], *, ordered: bool) -> str | None:
        """Extract from all articles that are not done yet; why it was stopped, or null.

        Raises:
            Interrupted: a signal ended it; the answers that were under way are kept.
            ConfigurationError: the model accepts no request at all.
            SinkError: the output cannot be written.

        """
        stopped = None
        with self._interruption.watched():
            try:
                self._go(articles, ordered=ordered)
            except StoppedError as error:
                stopped = str(error)
            except (ConfigurationError, Interrupted) as error:
                self._break_off(str(error) or "interrupted")
                raise
            except ReaderGoneError:
                self._extractor.stop("nobody reads the output")
                self._extractor.settle(GRACE)
                raise
            except SinkError:
                self._progress.stopped("the output cannot be written")
                self._extractor.stop("the output cannot be written")
                self._extractor.settle(GRACE)
                self._progress.spent = self._extractor.spent
                raise
            self._end(stopped)
        return stopped

    def _break_off(self, reason: str) -> None:
        self._extractor.stop(reason)
        self._extractor.settle(GRACE)
        self._end(reason)

    def _end(self, stopped: str | None) -> None:
        self._progress.spent = self._extractor.spent
        self._sink.end(stopped, self._progress.cost)

    def _go(self, articles: Iterable[Article | Unreadable], *, ordered: bool) -> None:
        still_open = self._open(articles)
        first = next(still_open, None)
        if first is None:
            return
        with tables_kept_aside():
            left = chain([first], still_open)
            for outcome in self._extractor.extract_many(left, ordered=ordered):
                if not ordered or not self._sink.resumable or self._is_next(outcome):
                    self._take(outcome)

    def _is_next(self, outcome: Outcome) -> bool:
        """Whether no earlier article is missing, which is to stand before it in a resumed run."""
        return outcome.article_id == next(iter(self._fingerprints))

    def _take(self, outcome: Outcome) -> None:
        fingerprint = self._fingerprints.pop(outcome.article_id)
        with self._interruption.held():
            self._sink.write(outcome, fingerprint=fingerprint)
            self._progress.before = self._sink.before
            self._progress.advance(outcome)
            self._sync()

    def _sync(self) -> None:
        if time.monotonic() - self._synced >= SYNC_EVERY:
            self._sink.sync()
            self._extractor.sync()
            self._synced = time.monotonic()

    def _open(self, articles: Iterable[Article | Unreadable]) -> Iterator[Article | Unreadable]:
        for article in articles:
            fingerprint = article.fingerprint
            if not self._sink.done(article.id, fingerprint=fingerprint):
                self._fingerprints[article.id] = fingerprint
                yield article
