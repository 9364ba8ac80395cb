"""Records, rejections and the journal in files, so that a run can be broken off and resumed."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from pydantic import BaseModel

from eventschema.errors import SinkError
from eventschema.outcome import Outcome, Status
from eventschema.sinks.journal import Closing, Entry, Opening, Stretch
from eventschema.usage import Usage


def beside(records: Path, name: str) -> Path:
    """The file of that name that belongs to some records: events.NAME for events.jsonl."""
    stem = records.name.removesuffix(".jsonl")
    return records.with_name(f"{stem}.{name}")


JOURNAL, REJECTS, REPLIES = "journal.jsonl", "rejects.jsonl", "replies.sqlite"
SIDES = frozenset([JOURNAL, REJECTS, REPLIES])
"""What the names of the files that lie beside records end in."""


@dataclass(frozen=True, slots=True)
class RunFiles:
    """Where a run is written: `records`, what was rejected, and beside them journal and answers."""

    records: Path
    rejects: Path

    @property
    def journal(self) -> Path:
        """What became of each article."""
        return beside(self.records, JOURNAL)

    @property
    def replies(self) -> Path:
        """What models have answered."""
        return beside(self.records, REPLIES)

    @property
    def every(self) -> list[Path]:
        """All four."""
        return [self.records, self.rejects, self.journal, self.replies]


@dataclass(frozen=True, slots=True)
class Known:
    """What an earlier run made of one article."""

    fingerprint: str
    status: Status

    def settles(self, fingerprint: str) -> bool:
        """Whether it is the same article still, and every question about it was answered."""
        return self.fingerprint == fingerprint and self.status in {"ok", "empty"}


class FileSink:
    """The files of a run that is under way; `known` is what stands in them already, by article."""

    resumable = True

    def __init__(self, files: RunFiles, known: Mapping[str, Known]) -> None:
        self.outcomes = Counter(each.status for each in known.values())
        self.has_superseded = False
        self._name = files.records.name
        self._known = dict(known)
        self._before = self.outcomes.copy()
        with ExitStack() as opened:
            self._records = opened.enter_context(_Tail(files.records))
            self._rejects = opened.enter_context(_Tail(files.rejects))
            self._journal = opened.enter_context(_Tail(files.journal))
            self._opened = opened.pop_all()

    def begin(self, asked: Mapping[str, str]) -> None:
        """Say in the journal what is asked."""
        self._journal.write(Opening(asked=asked, records=self._name).encoded())

    def write(self, outcome: Outcome, *, fingerprint: str) -> None:
        """Write the records and the rejected ones of an article, and then what became of it.

        What an earlier run wrote of the article does not count any more.

        Raises:
            SinkError: the disk is full, or a file cannot be written.

        """
        records = self._records.write(_lines(outcome.events))
        rejects = self._rejects.write(_lines(outcome.rejected))
        entry = Entry.of(outcome, fingerprint=fingerprint, records=records, rejects=rejects)
        self._journal.write(entry.encoded())
        earlier = self._known.pop(outcome.article_id, None)
        if earlier is not None:
            self.has_superseded = True
            self.outcomes[earlier.status] -= 1
            self._before[earlier.status] -= 1
        self.outcomes[outcome.status] += 1

    def done(self, article_id: str, *, fingerprint: str) -> bool:
        """Whether all of the same article was answered already."""
        known = self._known.get(article_id)
        return known is not None and known.settles(fingerprint)

    @property
    def before(self) -> Mapping[Status, int]:
        """The outcomes of those articles of the earlier run that were not done once more."""
        return self._before

    def end(self, stopped: str | None, cost: Usage) -> None:
        """Say in the journal how the run ended; `stopped` is null at the end of the input."""
        outcomes = dict(self.outcomes)
        articles = sum(outcomes.values())
        closing = Closing(articles=articles, outcomes=outcomes, stopped=stopped, cost=cost)
        self._journal.write(closing.encoded())
        self.sync()

    def sync(self) -> None:
        """Make what is written survive a power cut."""
        for tail in (self._records, self._rejects, self._journal):
            tail.sync()

    def close(self) -> None:
        """Close the files."""
        self._opened.close()


class _Tail:
    """The end of a file, where bytes are added."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._reporting():
            self._file = path.open("ab")
        self._is_lasting = path.is_file()
        self._at = self._file.tell() if self._is_lasting else 0

    def write(self, content: bytes) -> Stretch:
        """Add the bytes, and tell where they are."""
        with self._reporting():
            self._file.write(content)
            self._file.flush()
        stretch = Stretch.of(content, start=self._at)
        self._at = stretch.end
        return stretch

    def sync(self) -> None:
        if self._is_lasting:
            with self._reporting():
                os.fsync(self._file.fileno())

    @contextmanager
    def _reporting(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise SinkError(f"{self._path} cannot be written: {error.strerror}") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        # What could not be flushed was reported when it was written.
        with suppress(OSError):
            self._file.close()


def _lines(records: Sequence[BaseModel]) -> bytes:
    return "".join(record.model_dump_json() + "\n" for record in records).encode()
