"""Stage: write records and rejections, one JSON object a line."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from pydantic import BaseModel

from eventschema.errors import ReaderGoneError, SinkError


class JsonLines:
    """A stream that records are written to, each as one line, flushed at once."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, record: BaseModel) -> None:
        """Write `record` as one line.

        Raises:
            ReaderGoneError: nobody reads the pipe any more.
            SinkError: the disk is full, or the stream cannot be written.

        """
        try:
            self._stream.write(record.model_dump_json() + "\n")
            self._stream.flush()
        except BrokenPipeError as error:
            raise ReaderGoneError("the pipe was closed by its reader") from error
        except OSError as error:
            raise SinkError(f"the records cannot be written: {error.strerror}") from error


@contextmanager
def json_lines(path: Path | None) -> Iterator[JsonLines]:
    """A sink into the file at `path`, made anew, or into standard output.

    Raises:
        SinkError: the file cannot be made.

    """
    if path is None:
        with _standard_output() as stream:
            yield JsonLines(stream)
        return
    try:
        stream = path.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise SinkError(f"{path} cannot be written: {error.strerror}") from error
    try:
        yield JsonLines(stream)
    finally:
        # What could not be flushed was reported when it was written.
        with suppress(OSError):
            stream.close()


@contextmanager
def _standard_output() -> Iterator[TextIO]:
    try:
        yield sys.stdout
    except ReaderGoneError:
        # The interpreter flushes standard output once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise
