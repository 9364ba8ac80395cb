"""What became of one article: every article ends in exactly one outcome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from eventschema.schema import BaseEvent, Rejection
from eventschema.usage import Usage

Status = Literal["ok", "empty", "partial", "failed"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The events of one article, what was rejected, what went wrong, and what it cost.

    `ok`: every question was answered, and there are events. `empty`: every question was answered,
    and there are none. `partial`: some questions were not answered, `problems` tells which; the
    events of the others, and those that the rules found, are here. `failed`: none was answered and
    there are no events, or the article could not be read.
    """

    article_id: str
    status: Status
    events: Sequence[BaseEvent] = ()
    rejected: Sequence[Rejection] = ()
    problems: Sequence[str] = ()
    usage: Usage = field(default_factory=Usage)
