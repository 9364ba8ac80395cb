"""Precision, recall and F1, as counts that can be added."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figures:
    """How many of those `predicted` are right, and how many of those `wanted` are found.

    `right` and `found` are one number where the assignment is one to one. A share of nothing is 0.
    """

    right: int = 0
    predicted: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: Figures) -> Figures:
        return Figures(
            self.right + other.right,
            self.predicted + other.predicted,
            self.found + other.found,
            self.wanted + other.wanted,
        )

    @property
    def precision(self) -> float:
        """The share of those predicted that is right."""
        return share(self.right, self.predicted)

    @property
    def recall(self) -> float:
        """The share of those wanted that is found."""
        return share(self.found, self.wanted)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return share(2 * self.precision * self.recall, self.precision + self.recall)

    def as_json(self) -> dict[str, float | int]:
        """Shares to four places, and the counts."""
        return {
            "precision": round(self.precision, 4),
            "recall": round(self.recall, 4),
            "f1": round(self.f1, 4),
            "right": self.right,
            "spurious": self.predicted - self.right,
            "missed": self.wanted - self.found,
        }

    def as_row(self, name: str) -> str:
        """A line of the table that HEAD is the head of."""
        shares = f"{self.precision:9.3f} {self.recall:8.3f} {self.f1:8.3f}"
        counts = f"{self.right:7} {self.predicted - self.right:9} {self.wanted - self.found:7}"
        return f"{name:16} {shares} {counts}"


HEAD = (
    f"{'':16} {'precision':>9} {'recall':>8} {'F1':>8} {'right':>7} {'spurious':>9} {'missed':>7}"
)


def share(part: float, whole: float) -> float:
    """`part / whole`, and 0 where there is nothing."""
    return part / whole if whole else 0.0
