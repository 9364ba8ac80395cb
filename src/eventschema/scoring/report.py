"""What scoring found: as numbers, as a table, and as a list to work from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from eventschema.scoring.figures import HEAD, Figures, share

Kind = Literal[
    "missed", "spurious", "slot", "evidence", "value", "forbidden", "without_gold", "doubtful_gold"
]

_SHOWN = 90  # characters of a label: enough to find it with a text search


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to look at: in which article, in which event or record, and what.

    `missed` and `spurious` are events; `slot` is a field of a matched record that is wrong;
    `evidence` a quote that is not at its offsets, or a record without any; `value` one that does
    not stand in the article; `forbidden` one that the gold forbids; `without_gold` a record of an
    article that has no gold, which is not scored; `doubtful_gold` a likely slip in the gold.
    """

    article: str
    event_type: str
    kind: Kind
    detail: str

    def __str__(self) -> str:
        kind = self.kind.replace("_", " ")
        return f"{self.article}  {self.event_type}  {kind}: {self.detail}"


@dataclass(frozen=True, slots=True)
class Share:
    """How many of all are right."""

    right: int = 0
    all: int = 0

    @classmethod
    def of(cls, marks: Iterable[bool]) -> Share:
        """The share of marks that are true."""
        known = list(marks)
        return cls(sum(known), len(known))

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.all + other.all)

    @property
    def value(self) -> float:
        """Between 0 and 1; 0 of nothing is 0."""
        return share(self.right, self.all)

    def as_json(self) -> dict[str, float | int]:
        """The share to four places, and its counts."""
        return {"share": round(self.value, 4), "right": self.right, "all": self.all}

    def __str__(self) -> str:
        return f"{self.value:.3f}  {self.right} of {self.all}"


@dataclass(frozen=True, slots=True)
class Bin:
    """The records whose confidence is in [low, low + 0.1), or up to 1 in the last one.

    `records` tells how many of them match an event; `upward` the same of this bin and all above.
    """

    low: float
    records: Share
    upward: Share

    def as_json(self) -> dict[str, object]:
        """The lower bound and both shares."""
        both = {"records": self.records.as_json(), "upward": self.upward.as_json()}
        return {"low": self.low, **both}


@dataclass(frozen=True, slots=True)
class Report:
    """How well records agree with gold.

    `slots` count over the matched records; `evidence` over all quotes, right where the article has
    them at their offsets; `values` over all names, offices, places and words of dates and counts,
    right where they stand in the article. `no_evidence` counts records, `forbidden` values, and
    `without_gold` records of articles that have no gold: those are left out of everything else.
    """

    articles: int
    by_type: Mapping[str, Figures]
    slots: Mapping[str, Share]
    evidence: Share = Share()
    values: Share = Share()
    no_evidence: int = 0
    forbidden: int = 0
    without_gold: int = 0
    calibration: Sequence[Bin] = ()
    problems: Sequence[Problem] = field(default=(), repr=False)

    @property
    def events(self) -> Figures:
        """The figures of all types together."""
        return sum(self.by_type.values(), Figures())

    @property
    def slot_accuracy(self) -> Share:
        """The share of all slots together."""
        return sum(self.slots.values(), Share())

    @property
    def ungrounded(self) -> int:
        """Quotes and values that the article does not have, and records without evidence."""
        misplaced = self.evidence.all - self.evidence.right
        return self.no_evidence + misplaced + self.values.all - self.values.right

    def as_json(self) -> dict[str, object]:
        """All numbers, for `json.dumps`; the problems are not among them."""
        return {
            "articles": self.articles,
            "events": self.events.as_json(),
            "by_type": {name: figures.as_json() for name, figures in self.by_type.items()},
            "slot_accuracy": self.slot_accuracy.as_json(),
            "slots": {name: slot.as_json() for name, slot in self.slots.items()},
            "evidence": self.evidence.as_json(),
            "values": self.values.as_json(),
            "no_evidence": self.no_evidence,
            "ungrounded": self.ungrounded,
            "forbidden": self.forbidden,
            "without_gold": self.without_gold,
            "calibration": [bin_.as_json() for bin_ in self.calibration],
        }

    def __str__(self) -> str:
        """The table for the terminal."""
        rows = [*self.by_type.items(), ("all", self.events)]
        slots = [*self.slots.items(), ("all", self.slot_accuracy)]
        lines = [HEAD, *(figures.as_row(name) for name, figures in rows)]
        lines += ["", "slots of matched records", *(f"{name:16} {slot}" for name, slot in slots)]
        lines += [
            "",
            f"{'quotes in place':16} {self.evidence}",
            f"{'values in text':16} {self.values}",
        ]
        lines += [f"{'no evidence':16} {self.no_evidence}  (records)"]
        lines += [f"{'forbidden':16} {self.forbidden}  (values)"]
        if self.without_gold:
            lines += [f"{'without gold':16} {self.without_gold}  (records, not scored)"]
        return "\n".join(lines + _calibration_lines(self.calibration))


def short(text: str) -> str:
    """A label in quotation marks, on one line and cut to a readable length."""
    words = " ".join(text.split())
    return repr(words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + "...")


def _calibration_lines(bins: Sequence[Bin]) -> list[str]:
    if not bins:
        return []
    rows = [f"{b.low:<16.1f} {b.records!s:20} {b.upward}" for b in bins]
    return ["", f"{'confidence from':16} {'matched, in the bin':20} from here upward", *rows]
