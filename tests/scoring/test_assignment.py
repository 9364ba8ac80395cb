"""One-to-one assignment."""

from __future__ import annotations

import sys

import pytest

from eventschema.errors import ConfigurationError
from eventschema.scoring.assignment import best_pairs


@pytest.mark.parametrize(
    ("weights", "pairs"),
    [
        ([[3.0, 2.0], [2.0, 0.0]], [(0, 1), (1, 0)]),
        ([[0.0, 1.0, 0.0]], [(0, 1)]),
        ([[1.0], [2.0]], [(1, 0)]),
        ([[0.0]], []),
        ([[], []], []),
        ([], []),
    ],
)
def test_the_total_is_greatest(weights: list[list[float]], pairs: list[tuple[int, int]]) -> None:
    """The best single pair may have to stand back, and pairs of weight 0 are none."""
    assert best_pairs(weights) == pairs


def test_it_needs_the_score_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where scipy is missing, the command that brings it is named."""
    monkeypatch.setitem(sys.modules, "scipy.optimize", None)
    with pytest.raises(ConfigurationError, match=r"pip install 'eventschema\[score\]'"):
        best_pairs([])
