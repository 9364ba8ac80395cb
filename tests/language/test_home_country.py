"""Which country an article speaks of."""

from __future__ import annotations

import pytest

from eventschema.language import home_country, places


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "Nigerian police met in Kano.\nGunmen fled to Kaduna, Nigeria, police in Abuja said.",
            "NGA",
        ),
        ("Peru and Chile met in Lima.\nChile and Peru then met in Santiago.", None),
        ("Mexican and Mexican and Mexican.", None),
        ("", None),
    ],
)
def test_a_country_far_before_the_others_is_home(text: str, code: str | None) -> None:
    """It is named far more often than any other, and places of the article lie in it."""
    assert home_country.home(text) == code


@pytest.mark.parametrize(
    ("name", "code"),
    [("Upper Quellbach", "NGA"), ("Lagos", "NGA"), ("Oslo", "NOR"), ("Quell Sea", None)],
)
def test_a_village_of_no_table_lies_at_home(name: str, code: str | None) -> None:
    """Names that no table has lie in the home country; seas and known towns do not."""
    assert places.country(name, around=frozenset({"NGA"}), home=lambda: "NGA") == code
