from __future__ import annotations

from datetime import date

import pytest

from eventschema.language.dates import resolve

MONDAY = date(2025, 5, 5)


@pytest.mark.parametrize(
    ("text", "edtf", "precision"),
    [
        ("since 28 December 2024", "2024-12-28/..", "day"),
        ("from May 2025", "2025-05/..", "month"),
        ("starting in 2026", "2026/..", "year"),
        ("since the 1990s", "1990/..", "decade"),
        ("since spring 2025", "2025-03/..", "season"),
        ("until June 30, 2025", "../2025-06-30", "day"),
        ("at least until June 2025", "../2025-06", "month"),
        ("by June 30, 2025", "[..2025-06-30]", "day"),
        ("no later than June 2025", "[..2025-06]", "month"),
        ("before 2020", "[..2019]", "year"),
        ("before May 1, 2025", "[..2025-04-30]", "day"),
        ("by the end of June 2025", "2025-06", "month"),
        ("before the end of 2025", "2025", "year"),
        ("by early 2026", "2026", "year"),
        ("early May 2025", "2025-05", "month"),
        ("mid-June 2025", "2025-06", "month"),
        ("late June, 2024", "2024-06", "month"),
        ("the end of May 2025", "2025-05", "month"),
        ("beginning of September 2025", "2025-09", "month"),
        ("the last two weeks of May 2025", "2025-05", "month"),
        ("the first half of May 2025", "2025-05", "month"),
        ("since early May 2025", "2025-05/..", "month"),
        ("around 5 May 2025", "2025-05-05~", "day"),
        ("on or about May 5, 2025", "2025-05-05~", "day"),
        ("about 2019", "2019~", "year"),
        ("about May 4-5, 2025", "2025-05-04~/2025-05-05~", "day"),
        ("since about 2019", "2019/..", "year"),
        ("the day before May 5, 2025", "2025-05-04", "day"),
        ("three days after December 30, 2024", "2025-01-02", "day"),
        ("two weeks before Christmas Day 2024", "2024-12-11", "day"),
        ("the eve of May 5, 2025", "2025-05-04", "day"),
        ("the week of April 23, 2025", "2025-04-21/2025-04-27", "week"),
        ("the weekend of April 25-27, 2025", "2025-04-25/2025-04-27", "day"),
        ("the weekend of Friday, April 25, 2025", "2025-04-26/2025-04-27", "day"),
        ("for three days from May 5, 2025", "2025-05-05/2025-05-07", "day"),
    ],
)
def test_words_before_a_date(text: str, edtf: str, precision: str) -> None:
    """Words before a date open, shift, soften or keep it."""
    resolved = resolve(text, published=None)
    assert (resolved.edtf, resolved.precision, resolved.basis) == (edtf, precision, "explicit")


@pytest.mark.parametrize(
    ("text", "past", "ahead"),
    [
        ("since December 28", "2024-12-28/..", "2025-12-28/.."),
        ("until June 30", "../2024-06-30", "../2025-06-30"),
        ("by the end of June", "2024-06", "2025-06"),
        ("by Friday", "[..2025-05-02]", "[..2025-05-09]"),
        ("starting Monday", "2025-05-05/..", "2025-05-12/.."),
        ("since last week", "2025-04-28/..", "2025-04-28/.."),
        ("early Tuesday", "2025-04-29", "2025-05-06"),
        ("the first week of June", "2024-06", "2025-06"),
        ("the day after Friday", "2025-05-03", "2025-05-10"),
        ("three days after Monday", None, "2025-05-15"),
        ("two weeks before May 5", "2025-04-21", None),
        ("before May 5", "[..2025-05-04]", None),
    ],
)
def test_words_before_a_relative_date(text: str, past: str | None, ahead: str | None) -> None:
    """The date below the words is the nearest one, and the words do not take it across today."""
    assert resolve(text, published=MONDAY).edtf == past
    assert resolve(text, published=MONDAY, ahead=True).edtf == ahead
    assert resolve(text, published=None).edtf is None


@pytest.mark.parametrize(
    "text",
    [
        "since",
        "since since May",
        "since until May 2025",
        "not before May 5, 2025",
        "after May 5, 2025",
        "the day before May 2025",
        "the week of 2025",
        "the weekend of May 2025",
        "the day before the talks",
        "for 0 days from May 5, 2025",
        "for two weeks from May 2025",
        "two weeks from May 5, 2025",
        "by until 2025",
    ],
)
def test_words_without_a_date_of_their_kind(text: str) -> None:
    """Words that do not go with the date leave the phrase unresolved."""
    assert resolve(text, published=MONDAY).basis == "unresolved"
