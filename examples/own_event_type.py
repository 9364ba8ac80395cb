"""An event type of your own: sanctions, with how many officials they list and from when.

A type is two classes: the record that you receive, and the draft that the model fills in. Fields
of the same name become each other, and what a record's field holds tells what becomes of the words:
a number where it holds a `Count`, a date where it holds an `EventDate`.

Run it with `python examples/own_event_type.py`.
"""

from __future__ import annotations

import re
from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from eventschema import BaseEvent, Count, EventDate, EventDraft, ParticipantDraft, extract

Measure = Literal["asset_freeze", "travel_ban", "embargo"]

ARTICLE = """\
WINDHOEK, Feb 13 - Namibia's foreign ministry imposed a travel ban on at least two dozen officials \
of the Okavango River Authority on Tuesday. The ban takes effect on March 1, 2024, it said.
"""


class Sanction(BaseEvent):
    """The record."""

    event_type: Literal["sanction"] = "sanction"
    measure: Measure | None = None
    listed: Count | None = None
    effective: EventDate | None = None


class SanctionDraft(EventDraft):
    """A state or a body of states restricts people, firms or trade. Demands for sanctions do not
    count.
    """  # the guideline that the model reads

    record: ClassVar[type[BaseEvent]] = Sanction
    nearby: ClassVar[frozenset[str]] = EventDraft.nearby | {"listed", "effective"}
    signs: ClassVar[re.Pattern[str] | None] = re.compile(r"\b(?:sanction|embargo|ban|freez|froze)")

    participants: list[ParticipantDraft] = Field(default=[], description="who imposed it, on whom")
    measure: Measure | None = None
    listed: str | None = Field(
        default=None, description="the words that say how many people, else null"
    )
    effective: str | None = Field(
        default=None, description="the words that say from when, else null"
    )


def main() -> None:
    """Print the sanctions of an article."""
    for event in extract(ARTICLE, published=date(2024, 2, 14), types=[SanctionDraft]):
        print(event.model_dump_json(include={"title", "date", "measure", "listed", "effective"}))
        for evidence in event.evidence:
            print(f"{evidence.path or '/'}: {evidence.quote}")


if __name__ == "__main__":
    main()
