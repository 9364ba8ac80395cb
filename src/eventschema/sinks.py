"""Stage: write records and rejections, one JSON object a line."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from pydantic import BaseModel

from eventschema.errors import SinkError


class JsonLines:
    """A stream that records are written to, each as one line, flushed at once."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, record: BaseModel) -> None:
        """Write `record` as one line.

        Raises:
            SinkError: the disk is full, or the stream cannot be written.

        """
        try:
            self._stream.write(record.model_dump_json() + "\n")
            self._stream.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise SinkError(f"the records cannot be written: {error}") from error


@contextmanager
def json_lines(path: Path | None) -> Iterator[JsonLines]:
    """A sink into the file at `path`, made anew, or into standard output.

    Raises:
        SinkError: the file cannot be made.

    """
    if path is None:
        yield JsonLines(sys.stdout)
        return
    try:
        stream = path.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise SinkError(f"{path} cannot be written: {error.strerror}") from error
    with stream:
        yield JsonLines(stream)
