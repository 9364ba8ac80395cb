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
        "MONROVIA, Liberia - ",
        "KYIV, May 5, 2025 (Reuters) - ",
        "PORTO, 4 May 2025: ",
        "New Delhi, May 6, 2025: ",
        "New Delhi, May 5: ",
        "Washington (Wire) \u2014 ",
        "Santiago de Chile, 3 March 2024 - ",
        "S\u00e3o Paulo, Brazil, 3 Sept. (Southern Cone Wire): ",
        "Rio de Janeiro/Buenos Aires (Wire) -- ",
    ],
)
def test_a_dateline_is_measured(dateline: str) -> None:
    """City, region, day, year and agency up to the dash or colon, and no word of the news."""
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
        "London: a history of the city.",
        "Note: the toll is three.",
        "Porto Norte - a city divided.",
        "Jan Doe (Labor): the pact is dead.",
        "Jan Doe (left) - a minister - resigned.",
        "Jan Doe, 54: a life.",
        "Monday, May 5: Gunmen robbed a bank.",
        "Porto (Monday) - Gunmen robbed a bank.",
        "Updated, May 5, 2025: the toll is three.",
        "Monday, May 5, was quiet.",
        "May 5: Gunmen robbed a bank.",
        "",
    ],
)
def test_other_beginnings_are_none(paragraph: str) -> None:
    """Labels, headings, acronyms, prose and names without day or agency are no datelines."""
    assert datelines.length(paragraph) == 0
