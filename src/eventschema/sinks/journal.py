"""The lines of a run's journal.

The first tells what was asked; each further one what became of one article, and which stretches of
the output hold its records and its rejected ones. A line is written after what it vouches for. So,
whatever ended a run, the journal tells what can be kept: the stretches whose digests are those of
the bytes that lie there. A line vouches for itself by a CRC-32 at its end. Of two lines of one
article the later counts.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from typing import Annotated, BinaryIO, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from eventschema.outcome import Outcome, Status
from eventschema.usage import Usage

_CHECKED = re.compile(rb'(\{.*),"check":(\d{1,10})\}\n')


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    def encoded(self) -> bytes:
        """The line in UTF-8, with its newline; `check` is the CRC-32 of all that comes before."""
        said = self.model_dump_json().encode().removesuffix(b"}")
        return b'%b,"check":%d}\n' % (said, zlib.crc32(said))


class Stretch(_Line):
    """The bytes from `start` to `end` of a file, and their CRC-32."""

    start: int
    end: int
    crc32: int

    @classmethod
    def of(cls, content: bytes, *, start: int) -> Stretch:
        """Where some bytes are written."""
        return cls(start=start, end=start + len(content), crc32=zlib.crc32(content))

    def read(self, file: BinaryIO) -> bytes | None:
        """The bytes; null where others lie there, or none."""
        file.seek(self.start)
        content = file.read(self.end - self.start)
        return content if Stretch.of(content, start=self.start) == self else None


class Opening(_Line):
    """What a run was asked: all that its records depend on, beside the articles.

    `records` is the name of the file that has them.
    """

    kind: Literal["run"] = "run"
    asked: Mapping[str, str]
    records: str


class Entry(_Line):
    """What became of one article; `fingerprint` is that of `Article`."""

    kind: Literal["article"] = "article"
    article: str
    fingerprint: str
    status: Status
    problems: tuple[str, ...]
    events: int
    rejected: int
    records: Stretch
    rejects: Stretch

    @classmethod
    def of(cls, outcome: Outcome, *, fingerprint: str, records: Stretch, rejects: Stretch) -> Entry:
        """The entry for an outcome that is written."""
        return cls(
            article=outcome.article_id,
            fingerprint=fingerprint,
            status=outcome.status,
            problems=tuple(map(_writable, outcome.problems)),
            events=len(outcome.events),
            rejected=len(outcome.rejected),
            records=records,
            rejects=rejects,
        )


class Closing(_Line):
    """How a run ended: how many articles it had by then, by what became of them, and why it ended.

    `stopped` is null where the input came to its end. `cost` is that of this run, without the
    earlier ones that it resumed.
    """

    kind: Literal["end"] = "end"
    articles: int
    outcomes: Mapping[Status, int]
    stopped: str | None = None
    cost: Usage


_LINE: TypeAdapter[Opening | Entry | Closing] = TypeAdapter(
    Annotated[Opening | Entry | Closing, Field(discriminator="kind")]
)


def decoded(line: bytes) -> Opening | Entry | Closing | None:
    """What a line says; null where it is torn or altered, or no line of a journal."""
    checked = _CHECKED.fullmatch(line)
    if checked is None or zlib.crc32(checked[1]) != int(checked[2]):
        return None
    try:
        return _LINE.validate_json(checked[1] + b"}")
    except ValidationError:
        return None


def _writable(text: str) -> str:
    """A text as UTF-8 can hold it: what an endpoint says of an error may be any characters."""
    return text.encode(errors="replace").decode()
