"""Records and rejections in streams, one JSON object a line: for pipes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from pydantic import BaseModel

from eventschema.errors import ReaderGoneError, SinkError
from eventschema.outcome import Outcome, Status
from eventschema.usage import Usage


class StreamSink:
    """Writes each record as one line, flushed at once; remembers nothing."""

    resumable = False

    def __init__(self, records: TextIO, rejects: TextIO) -> None:
        self._records = records
        self._rejects = rejects

    def write(self, outcome: Outcome, *, fingerprint: str) -> None:
        """Write the records and the rejected ones of an article.

        Raises:
            ReaderGoneError: nobody reads the pipe any more.
            SinkError: the disk is full, or the stream cannot be written.

        """
        del fingerprint
        for event in outcome.events:
            _write(event, self._records)
        for rejection in outcome.rejected:
            _write(rejection, self._rejects)

    def done(self, article_id: str, *, fingerprint: str) -> bool:
        """No: a stream cannot be resumed."""
        del article_id, fingerprint
        return False

    def sync(self) -> None:
        """Leave it to whoever reads the stream."""

    @property
    def before(self) -> Mapping[Status, int]:
        """None: a stream cannot be resumed."""
        return {}

    def end(self, stopped: str | None, cost: Usage) -> None:
        """Nothing is noted in a stream."""


@contextmanager
def stream_sink(records: Path | None, rejects: Path | None) -> Iterator[StreamSink]:
    """A sink into the files, made anew; null is standard output, or, for rejected records, nowhere.

    Raises:
        SinkError: a file cannot be made.

    """
    with (
        _standard_output() if records is None else _file(records) as out,
        _file(rejects or Path(os.devnull)) as left_out,
    ):
        yield StreamSink(out, left_out)


def _write(record: BaseModel, stream: TextIO) -> None:
    try:
        stream.write(record.model_dump_json() + "\n")
        stream.flush()
    except BrokenPipeError as error:
        raise ReaderGoneError("the pipe was closed by its reader") from error
    except OSError as error:
        raise SinkError(f"the records cannot be written: {error.strerror}") from error


@contextmanager
def _file(path: Path) -> Iterator[TextIO]:
    try:
        stream = path.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise SinkError(f"{path} cannot be written: {error.strerror}") from error
    try:
        yield stream
    finally:
        # What could not be flushed was reported when it was written.
        with suppress(OSError):
            stream.close()


@contextmanager
def _standard_output() -> Iterator[TextIO]:
    if sys.stdout is None:
        raise SinkError("standard output is closed: give a file with -o")
    if isinstance(sys.stdout, TextIOWrapper):
        # The locale's encoding may lack the letters of a name.
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        yield sys.stdout
    except ReaderGoneError:
        # The interpreter flushes standard output once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise
