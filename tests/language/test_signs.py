"""Every report of an event shows one of its signs; the names of instruments show theirs."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from eventschema.language import signs
from eventschema.vocabularies import IncidentCategory, Instrument


@pytest.mark.parametrize(
    ("pattern", "sentence"),
    [
        (signs.MEETING, "The two ministers talked about fish."),
        (signs.MEETING, "She telephoned her counterpart."),
        (signs.MEETING, "A visit to Graz is planned."),
        (signs.MEETING, "He RECEIVED the envoy."),
        (signs.AGREEMENT, "The cease-fire held."),
        (signs.AGREEMENT, "Both signed a memorandum of understanding."),
        (signs.AGREEMENT, "An MoU was initialed."),
        (signs.EXERCISE, "Naval manoeuvres begin."),
        (signs.EXERCISE, "The maneuvers ended."),
        (signs.EXERCISE, "Exercise Iron Heron 4 began."),
        (signs.INCIDENT, "A bomb went off."),
        (signs.INCIDENT, "Two trawlers ran into each other."),
        (signs.INCIDENT, "Shots were fired."),
        (signs.INCIDENT, "Thieves robbed a bank."),
    ],
)
def test_a_report_shows_a_sign(pattern: re.Pattern[str], sentence: str) -> None:
    """Whatever its case and inflection, the event's own word lets its report through."""
    assert pattern.search(sentence)


@pytest.mark.parametrize(
    "pattern", [signs.MEETING, signs.AGREEMENT, signs.EXERCISE, signs.INCIDENT, signs.INSTRUMENT]
)
@pytest.mark.parametrize("sentence", ["", "Apples are cheaper this year.", "It rained in Graz."])
def test_other_news_shows_none(pattern: re.Pattern[str], sentence: str) -> None:
    """An article without any sign costs no request."""
    assert not pattern.search(sentence)


@pytest.mark.parametrize("sentence", ["the metropolis", "a restless calf", "an ideal farm"])
def test_a_sign_begins_a_word(sentence: str) -> None:
    """Letters inside another word, or a longer word where the sign must end, are none."""
    assert not signs.AGREEMENT.search(sentence)
    assert not signs.MEETING.search(sentence)


@pytest.mark.parametrize("category", [c for c in get_args(IncidentCategory) if c != "other"])
def test_every_category_of_incident_is_a_sign_of_one(category: str) -> None:
    """The vocabulary's own words are among the signs, so that no category is out of reach."""
    assert signs.INCIDENT.search(category.replace("_", " "))


@pytest.mark.parametrize("instrument", [i for i in get_args(Instrument) if i != "other"])
def test_every_instrument_is_a_sign_and_a_noun_of_one(instrument: str) -> None:
    """The vocabulary's words pass both the sentence's net and the name's."""
    words = instrument.replace("_", " ")
    assert signs.AGREEMENT.search(words)
    assert signs.INSTRUMENT.search(words)


@pytest.mark.parametrize(
    ("name", "is_instrument"),
    [
        ("Isonzo Water Protocol", True),
        ("treaties", True),
        ("the IWPA", True),
        ("MoU", True),
        ("IWPA", True),
        ("IWPA talks", False),
        ("iwpa", False),
        ("EU", False),
        ("agreeable talks", False),
        ("compactness", False),
    ],
)
def test_an_instruments_name_has_its_noun(name: str, *, is_instrument: bool) -> None:
    """A noun of the list as a whole word, in any case, or nothing but an acronym in capitals."""
    assert bool(signs.INSTRUMENT.search(name)) == is_instrument
