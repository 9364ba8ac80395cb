"""The floors of quality: what was reached on the project's gold, and must not be lost.

`python -m tests.floors` replays the recordings and raises the floors to what is reached;
`--lower` also lowers them, which wants a reason in the commit's message.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self

import pytest
from pydantic import BaseModel

from eventschema.scoring import GoldArticle, Report, read_gold

GOLD = Path(__file__).parent / "gold"
FILE = Path(__file__).parent / "floors.json"
CASSETTES = Path(__file__).parent.parent / "cassettes" / "test_quality"
SURE = 0.8
"""The confidence from which records are promised to be right nine times out of ten."""


class Floors(BaseModel):
    """The least that each figure may be, between 0 and 1, and which gold it was measured on.

    `most` is how many values may be ungrounded, and how many forbidden.
    """

    gold_sha256: str
    least: Mapping[str, float]
    most: Mapping[str, int]

    @classmethod
    def of(cls, report: Report) -> Self:
        """The figures of a report, rounded down to three places."""
        least = {name: int(value * 1000) / 1000 for name, value in _figures(report).items()}
        return cls(gold_sha256=digest(), least=least, most=_faults(report))

    def broken_by(self, report: Report) -> list[str]:
        """Which figures of a report are below their floors."""
        figures, faults = _figures(report), _faults(report)
        low = [
            f"{name} is {figures[name]:.3f}, below its floor of {floor:.3f}"
            for name, floor in self.least.items()
            if figures[name] < floor
        ]
        many = [
            f"{faults[name]} values are {name}, more than {ceiling}"
            for name, ceiling in self.most.items()
            if faults[name] > ceiling
        ]
        return low + many

    def raised_to(self, reached: Floors) -> Floors:
        """The floors, each at least as high as what is reached."""
        least = {
            name: max(value, self.least.get(name, 0.0)) for name, value in reached.least.items()
        }
        most = {
            name: min(value, self.most.get(name, value)) for name, value in reached.most.items()
        }
        return Floors(gold_sha256=reached.gold_sha256, least=least, most=most)


def gold() -> Sequence[GoldArticle]:
    """The project's gold."""
    return read_gold(GOLD)


def digest() -> str:
    """Hexadecimal SHA-256 of all gold files, in the order of their names."""
    files = sorted(GOLD.glob("*.json"))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def cassette(article: GoldArticle) -> Path:
    """Where the conversation about a gold article is recorded."""
    return CASSETTES / f"{article.id}.yaml"


def read() -> Floors:
    """The committed floors."""
    return Floors.model_validate_json(FILE.read_text(encoding="utf-8"))


def _figures(report: Report) -> Mapping[str, float]:
    sure = [each.upward.value for each in report.calibration if each.low >= SURE - 0.05]
    return {
        "events": report.events.f1,
        **{kind: figures.f1 for kind, figures in report.by_type.items()},
        "slots": report.slot_accuracy.value,
        "confident": sure[0] if sure else 0.0,
    }


def _faults(report: Report) -> Mapping[str, int]:
    return {"ungrounded": report.ungrounded, "forbidden": report.forbidden}


class _Reached:
    """A pytest plugin that keeps the report that the tests make."""

    report: Report | None = None

    def pytest_fixture_post_finalizer(self, fixturedef: pytest.FixtureDef[object]) -> None:
        """Keep the value of the fixture `report`."""
        if fixturedef.argname == "report" and fixturedef.cached_result is not None:
            value = fixturedef.cached_result[0]
            self.report = value if isinstance(value, Report) else self.report


def main() -> int:
    """Replay, and write the floors."""
    reached = _Reached()
    pytest.main(["-q", "-p", "no:cacheprovider", "tests/test_quality.py"], plugins=[reached])
    if reached.report is None:
        return 1
    floors = Floors.of(reached.report)
    if "--lower" not in sys.argv and FILE.exists():
        floors = read().raised_to(floors)
    FILE.write_text(floors.model_dump_json(indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
