"""What stands before and behind a name."""

from __future__ import annotations

import pytest

from eventschema.language.titles import is_office, shortened


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Defence Minister Dr. Oona Vell", "Dr. Oona Vell"),
        ("Dr. Oona Vell", "Oona Vell"),
        ("Oona Vell (54)", "Oona Vell"),
        ("Oona Vell", "Oona Vell"),
        ("Minister", "Minister"),
    ],
)
def test_one_title_goes_at_a_time(name: str, expected: str) -> None:
    """A title before the name goes before what stands behind it; never the last word."""
    assert shortened(name) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Minister,", True),
        ("Secretary-General", True),
        ("president's", True),
        ("Ministry", False),
        ("Ministers", False),
    ],
)
def test_an_office_is_known_by_its_noun(word: str, *, expected: bool) -> None:
    """Compounds and possessives of an office's noun are offices; ministries are not."""
    assert is_office(word) is expected
