"""Precision, recall and F1."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventschema.scoring.figures import Figures

COUNT = st.integers(0, 50)


@st.composite
def figures(draw: st.DrawFn) -> Figures:
    """Counts that can occur."""
    predicted, wanted = draw(COUNT), draw(COUNT)
    return Figures(draw(st.integers(0, predicted)), predicted, draw(st.integers(0, wanted)), wanted)


@given(figures())
def test_f1_lies_between_precision_and_recall(one: Figures) -> None:
    """As every mean does."""
    low, high = sorted((one.precision, one.recall))
    assert low - 1e-9 <= one.f1 <= high + 1e-9


@given(figures(), figures())
def test_adding_adds_counts(one: Figures, other: Figures) -> None:
    """The figures of a sum are those of all articles at once."""
    total = one + other
    assert total == other + one
    assert total.precision * total.predicted == pytest.approx(one.right + other.right)


def test_figures_in_numbers() -> None:
    """By hand: two of three are right, two of four found."""
    assert Figures(2, 3, 2, 4).as_json() == {
        "precision": 0.6667,
        "recall": 0.5,
        "f1": 0.5714,
        "right": 2,
        "spurious": 1,
        "missed": 2,
    }
    assert Figures().f1 == 0
