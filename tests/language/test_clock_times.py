"""Times of the day and figures that are no years."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventschema.language.calendar_words import plain
from eventschema.language.clock_times import CLOCK, without_figures


@pytest.mark.parametrize(
    "text",
    [
        "17:20",
        "shortly after 9.30 p.m.",
        "1500 gmt",
        "1500 hrs",
        "0430h",
        "around 1500 local time",
        "noon",
        "12 o'clock",
    ],
)
def test_times_of_the_day(text: str) -> None:
    """A time is read with the prepositions before it and its zone."""
    assert CLOCK.fullmatch(text)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("(1500 gmt)", "(#### gmt)"),
        ("at 1353 (1023 gmt)", "at #### (#### gmt)"),
        ("1052 est (1852 hkt)", "#### est (#### hkt)"),
        ("at 1930, police said", "at ####, police said"),
        ("at 1500-1600", "at ####-####"),
        ("after 2015 on friday", "after #### on friday"),
        ("since 2015 on 5 may", "since #### on 5 may"),
        ("some 2000 people", "some #### people"),
        ("at the 2015 talks", "at the 2015 talks"),
        ("at 2019 prices", "at 2019 prices"),
        ("since 2015", "since 2015"),
        ("in 2015 people voted", "in 2015 people voted"),
        ("may 5, 2025, monday", "may 5, 2025, monday"),
        ("at 1999", "at 1999"),
    ],
)
def test_figures_that_are_no_years(text: str, masked: str) -> None:
    """Figures that are a time or count people lose their digits, years keep them."""
    assert without_figures(text) == masked


@given(st.text())
def test_the_length_stays(text: str) -> None:
    """Offsets in the masked text are offsets in the text."""
    assert len(without_figures(plain(text))) == len(text)
