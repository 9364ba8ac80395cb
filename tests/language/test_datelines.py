"""A dateline is told from the news behind it."""

from __future__ import annotations

import pytest

from eventschema.language import datelines


@pytest.mark.parametrize(
    "dateline",
    [
        "LISBON: ",
        "PORTO NORTE, Oct. 3 - ",
        "SANTIAGO, Nov 14 (Southern Cone Wire) \u2014 ",
        "N'DJAMENA (Sahel Wire) - ",
        "S\u00c3O PAULO, Brazil \u2014 ",
        "GENEVA/KYIV, 4 May (Wire) -- ",
        "ST. GALLEN \u2013 ",
    ],
)
def test_a_dateline_is_measured(dateline: str) -> None:
    """City, region, day and agency up to the dash or colon, and no word of the news."""
    assert datelines.length(dateline + "The ministers met on Monday.") == len(dateline)


@pytest.mark.parametrize(
    "paragraph",
    [
        "The ministers met in LISBON: nobody knows why.",
        "CORRECTION: The toll is three.",
        "MONDAY: Gunmen robbed a bank.",
        "NATO said on Monday that it would send ships.",
        "UN-backed forces moved in.",
        "USA-led talks failed.",
        "BREAKING - A bridge has collapsed.",
        "A B - c",
        "",
    ],
)
def test_other_beginnings_are_none(paragraph: str) -> None:
    """Labels, weekdays as headings, acronyms and prose are no datelines."""
    assert datelines.length(paragraph) == 0
