"""Which record reports which gold event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eventschema.scoring.assignment import best_pairs
from eventschema.scoring.gold import GoldArticle, GoldEvent
from eventschema.scoring.likeness import similar
from eventschema.scoring.predicted import PredictedRecord
from eventschema.scoring.slots import Slot, compare

# Between pairs that are equally right, the earlier ones. Shares of slots differ by 1/2520 or more
# (an event has at most 9), which this cannot outweigh in an article of a hundred events.
_TIE = 1e-9


@dataclass(frozen=True, slots=True)
class Match:
    """A record, the gold event that it reports, and how right it is."""

    record: PredictedRecord
    event: GoldEvent
    slots: Sequence[Slot]

    @property
    def weight(self) -> float:
        """One, and the share of slots that are right."""
        return 1 + sum(slot.right for slot in self.slots) / len(self.slots)


@dataclass(frozen=True, slots=True)
class Matching:
    """An article's matches, the records that match nothing, and the events that no record has.

    `missed` may hold optional events.
    """

    matches: Sequence[Match]
    spurious: Sequence[PredictedRecord]
    missed: Sequence[GoldEvent]


def match(article: GoldArticle, records: Sequence[PredictedRecord]) -> Matching:
    """The one-to-one matching of an article's records and events in which most slots are right.

    A record may match an event where the types agree, evidence of the record overlaps an anchor of
    the event, and, where the event has names, the record's name or title is similar to one of them.
    The order of `records` does not matter.

    Raises:
        ConfigurationError: scipy is not installed.

    """
    ordered = sorted(records, key=_position)
    rows = [[_candidate(article, record, event) for event in article.events] for record in ordered]
    pairs = best_pairs(_weights(rows))
    matches = [found for row, column in pairs if (found := rows[row][column])]
    records_matched = {row for row, _ in pairs}
    events_matched = {column for _, column in pairs}
    return Matching(
        matches,
        [record for i, record in enumerate(ordered) if i not in records_matched],
        [event for j, event in enumerate(article.events) if j not in events_matched],
    )


def _candidate(article: GoldArticle, record: PredictedRecord, event: GoldEvent) -> Match | None:
    if event.type != record.event_type:
        return None
    name = record.name or record.title or ""
    if event.names and not any(similar(name, known) for known in event.names):
        return None
    anchors = event.spans_in(article.text)
    if not any(e.span.overlaps(anchor) for e in record.evidence for anchor in anchors):
        return None
    return Match(record, event, compare(record, event))


def _weights(rows: Sequence[Sequence[Match | None]]) -> list[list[float]]:
    return [
        [
            found.weight + _TIE * (len(rows) - i) * (len(row) - j) if found else 0.0
            for j, found in enumerate(row)
        ]
        for i, row in enumerate(rows)
    ]


def _position(record: PredictedRecord) -> tuple[int, int, str]:
    """The order of the article, and for records of the same place some order of their own."""
    first = min((e.span for e in record.evidence), default=None)
    return (first.start if first else -1, first.end if first else -1, record.model_dump_json())
