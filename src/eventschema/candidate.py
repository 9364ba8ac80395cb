"""A record on its way: what a reader of the article proposed, and what it would become."""

from __future__ import annotations

from dataclasses import dataclass

from eventschema.grounded import GroundedDraft
from eventschema.schema import BaseEvent


@dataclass(frozen=True, slots=True)
class Candidate:
    """A grounded draft and the record that it becomes; `event.extraction` tells who proposed it."""

    grounded: GroundedDraft
    event: BaseEvent
