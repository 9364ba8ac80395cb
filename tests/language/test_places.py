"""Where a sentence names places, and in which country a place lies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventschema.language import places

NOBODY: frozenset[str] = frozenset()

FOUND = [
    ("They met at the Ministry of Foreign Affairs.", ["Ministry of Foreign Affairs"]),
    ("The deal was signed in Ankara, Turkey, on Monday.", ["Ankara, Turkey"]),
    ("A bus was shot at on the road between Kidal and Gao.", ["Kidal", "Gao"]),
    ("He flew from Lisbon to Luanda.", ["Lisbon", "Luanda"]),
    ("A bomb went off at a school in Mae Sot.", ["Mae Sot"]),
    ("Ships sailed through the Strait of Hormuz.", ["Strait of Hormuz"]),
    ("Shots were heard on the outskirts of Goma.", ["Goma"]),
    ("Fighting went on in North Kivu province.", ["North Kivu province"]),
    ("An explosion rocked Karachi's Saddar district.", ["Saddar district"]),
    ("Missiles hit the Black Sea port of Odesa.", ["Odesa"]),
    ("In Orr's Ireland, few would object.", ["Ireland"]),
    ("Two died on Highway 6 near Al Kut.", ["Highway 6", "Al Kut"]),
    ("An attack in May Pen, Jamaica, killed three.", ["May Pen, Jamaica"]),
    ("The army raided Jenin refugee camp.", ["Jenin refugee camp"]),
    ("It drifted 40 km north-west of Rio de Janeiro.", ["Rio de Janeiro"]),
    ("The Kirkuk bombing was condemned at the Busan summit.", ["Kirkuk", "Busan"]),
    ("The drill ended in the northern Adriatic Sea.", ["northern Adriatic Sea"]),
    ("Guards fired at the Aswa bridge.", ["Aswa bridge"]),
    ("A pirogue sank on the Rovuma river.", ["Rovuma river"]),
    ("He was received at State House, Nairobi, on Monday.", ["State House", "Nairobi"]),
    ("Soldiers took part in Cobra Gold, and training was called off in Goa.", ["Goa"]),
    ("It kicked off Feb. 9 at Camp Vell.", ["Camp Vell"]),
    ("It was intercepted in Iranian airspace.", ["Iranian airspace"]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_a_place_stands_behind_the_words_that_say_where(text: str, expected: list[str]) -> None:
    """The name goes on over its noun and its country, and leaves articles out."""
    assert [text[span.start : span.end] for span in places.find(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "She said in English that it went well in January.",
        "He was jailed in Operation Sandstorm.",
        "The states in NATO agreed.",
        "Soldiers from Malaysia took part.",
        "They met between Monday and Friday, in Spring.",
        "It was agreed in the Lusaka Protocol and in the Lomé process.",
        "He is at odds with Foreign Minister Orr.",
        "It was said in Foreign Minister Orr's letter.",
        "The Geneva-based body spoke in Geneva-style prose.",
    ],
)
def test_other_names_are_no_places(text: str) -> None:
    """Languages, months, bodies, operations, offices, agreements and origins are no places."""
    assert places.find(text) == ()


@pytest.mark.parametrize(
    ("name", "around", "expected"),
    [
        ("Bakel, eastern Senegal", NOBODY, "SEN"),
        ("a school in Mae Sot", frozenset({"THA", "MMR"}), "THA"),
        ("the Poltava region", frozenset({"UKR", "RUS"}), "UKR"),
        ("Gunsan Air Base", NOBODY, "KOR"),
        ("Cabo Delgado", NOBODY, "MOZ"),
        ("Paris", frozenset({"USA"}), "FRA"),
        ("Birmingham", frozenset({"USA"}), "USA"),
        ("Birmingham", NOBODY, "GBR"),
        ("Valencia", NOBODY, None),
        ("Valencia", frozenset({"ESP", "FRA"}), "ESP"),
        ("Bar", NOBODY, None),
        ("Bar", frozenset({"MNE", "ALB"}), "MNE"),
        ("Lincoln Hall", NOBODY, None),
        ("Nowhere-on-Sea", frozenset({"GBR"}), None),
        ("the border between Chad and Niger", NOBODY, None),
    ],
)
def test_a_place_lies_in_the_country_that_the_article_names(
    name: str, around: frozenset[str], expected: str | None
) -> None:
    """Of the towns of a name, that of the article's countries is meant, or by far the largest."""
    assert places.country(name, around=around) == expected


@given(st.text(max_size=200))
def test_spans_are_ordered_and_inside_the_text(text: str) -> None:
    """Every span lies in the text, and no two overlap."""
    end = 0
    for span in places.find(text):
        assert end <= span.start < span.end <= len(text)
        end = span.end
