"""Mentions of MUC-4."""

from __future__ import annotations

import pytest

from eventschema.scoring.muc_mentions import normalized


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ('"THE  Grey-Seal" Front', "greyseal front"),
        ("an A. B. squad", "b squad"),
        ("Thea", "thea"),
        ("the", ""),
    ],
)
def test_case_punctuation_and_articles_do_not_count(mention: str, expected: str) -> None:
    """Nothing takes the place of punctuation, and "a." is the article, too."""
    assert normalized(mention) == expected
