from __future__ import annotations

from datetime import date

import pytest

from eventschema.language.dates import resolve


@pytest.mark.parametrize(
    ("text", "edtf", "precision"),
    [
        ("the 1990s", "199X", "decade"),
        ("the late 1980s", "198X", "decade"),
        ("mid-1970's", "197X", "decade"),
        ("in the 2000s", "200X", "decade"),
        ("spring 2025", "2025-21", "season"),
        ("the summer of 2025", "2025-22", "season"),
        ("autumn, 2025", "2025-23", "season"),
        ("fall 2025", "2025-23", "season"),
        ("winter 2025", "2025-24", "season"),
        ("the winter of 2024-25", "2024-24", "season"),
        ("winter 1999/2000", "1999-24", "season"),
        ("first quarter of 2025", "2025-01/2025-03", "month"),
        ("Q4 2025", "2025-10/2025-12", "month"),
        ("2025 Q2", "2025-04/2025-06", "month"),
        ("the last quarter of 2025", "2025-10/2025-12", "month"),
        ("first half of 2026", "2026-01/2026-06", "month"),
        ("in the second half of 2026", "2026-07/2026-12", "month"),
        ("H2 2026", "2026-07/2026-12", "month"),
    ],
)
def test_periods(text: str, edtf: str, precision: str) -> None:
    """Periods that name their year are explicit."""
    resolved = resolve(text, published=None)
    assert (resolved.edtf, resolved.precision, resolved.basis) == (edtf, precision, "explicit")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("summer last year", "2024-22"),
        ("the first half of last year", "2024-01/2024-06"),
        ("the second half of the year", "2025-07/2025-12"),
        ("the third quarter of next year", "2026-07/2026-09"),
    ],
)
def test_periods_of_a_relative_year(text: str, edtf: str) -> None:
    """The publication date gives "last year" its number, and without it there is no period."""
    resolved = resolve(text, published=date(2025, 5, 5))
    assert (resolved.edtf, resolved.basis) == (edtf, "relative")
    assert resolve(text, published=None).edtf is None


@pytest.mark.parametrize(
    "text",
    ["the 1900s", "the 90s", "winter 2024-26", "third half of 2025", "Q5 2025", "autumn", "fall"],
)
def test_no_periods(text: str) -> None:
    """A period that may be another one, or is none, stays unresolved."""
    assert resolve(text, published=date(2025, 5, 5)).basis == "unresolved"
