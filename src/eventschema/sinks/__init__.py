"""Stage: write what became of each article: into streams, or into files that a run can resume."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from eventschema.outcome import Outcome, Status
from eventschema.usage import Usage


class Sink(Protocol):
    """Takes the outcomes of a run, one after the other.

    Raises:
        SinkError: the disk is full, or the output cannot be written.

    """

    resumable: bool
    """Whether another run can go on where this one ends."""

    def write(self, outcome: Outcome, *, fingerprint: str) -> None:
        """Write the records and the rejected ones of an article; see `Article.fingerprint`."""
        ...

    def done(self, article_id: str, *, fingerprint: str) -> bool:
        """Whether the same article was answered in full in a run that this one resumes."""
        ...

    def sync(self) -> None:
        """Make what is written survive a power cut."""
        ...

    @property
    def before(self) -> Mapping[Status, int]:
        """The outcomes of those articles of a resumed run that were not done once more."""
        ...

    def end(self, stopped: str | None, cost: Usage) -> None:
        """Note that nothing more comes, and why (null is the end of the input); at what cost."""
        ...
