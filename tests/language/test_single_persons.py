"""One person in words."""

from __future__ import annotations

import pytest

from eventschema.language.single_persons import end_at, starts


@pytest.mark.parametrize(
    ("words", "person"),
    [
        ("a second driver was hurt", "a second driver"),
        ("the dead man in the car", "the dead man"),
        ("taxi driver Bala Orin, 44, died", "taxi driver Bala Orin"),
        ("Turkish President Ode van Marr and others", "Turkish President Ode van Marr"),
        ("father of two killed", "father of two"),
        ("a truck", None),
        ("the soldiers", None),
        ("killed Ode Marr", None),
        ("Ode Marr", None),
        ("", None),
    ],
)
def test_where_one_person_ends(words: str, person: str | None) -> None:
    """The words reach to the end of the noun phrase or of the name."""
    end = end_at(words, 0)
    assert (None if end is None else words[:end]) == person


def test_where_one_person_may_begin() -> None:
    """At an opening "the" or description and at every "a", but not behind a preposition."""
    words = "the guard and a cook in a hut met another cook"
    assert list(starts(words)) == [0, words.index("a cook"), words.index("another")]
    assert list(starts("nurse Ada Lom")) == [0]
