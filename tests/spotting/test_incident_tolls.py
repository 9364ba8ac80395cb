"""The dead and the hurt are counted in the words of a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventschema.spotting.incidents.tolls import tolls


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "A shell killed at least 12 people and wounded 37.",
            {"killed": "at least 12 people", "injured": "37"},
        ),
        (
            "Two soldiers and a bread seller lost their lives.",
            {"killed": "Two soldiers and a bread seller"},
        ),
        ("The crash left two guards and one farmer dead.", {"killed": "two guards and one farmer"}),
        ("Nine others, three of them villagers, were hurt.", {"injured": "Nine others"}),
        ("Fifteen people were taken to hospital with burns.", {"injured": "Fifteen people"}),
        ("A clerk fell and broke her wrist.", {"injured": "A clerk"}),
        ("The council counted four dead.", {"killed": "four"}),
        ("It is no longer 31 but 33 who were killed.", {"killed": "33"}),
        ("The clinic now gives 31 injured, up from 22.", {"injured": "31"}),
        ("17:05 Two dead in Tavin.", {"killed": "Two"}),
        ("A suicide bomber killed himself and three guards.", {"killed": "three guards"}),
        ("A strike in the same village killed nine people.", {"killed": "nine people"}),
        ("The ambush cost two of its escorts their lives.", {"killed": "two of its escorts"}),
        ("It sank with the loss of three of her crew.", {"killed": "three of her crew"}),
        ("The blast led to the martyrdom of six clerks.", {"killed": "six clerks"}),
        (
            "At least 18 people including four guards were injured.",
            {"injured": "At least 18 people"},
        ),
        ("All four were picked up, one with a broken arm.", {"injured": "one"}),
        ("Two rangers hit, both stable.", {"injured": "Two rangers"}),
        ("Two of the crew have cuts and bruises.", {"injured": "Two of the crew"}),
        ("A man of 63 had been killed there.", {"killed": "A man"}),
        ("A gunman killed a mother and her two sons.", {"killed": "a mother and her two sons"}),
        ("The driver, Per Lund, who tried to flee, was shot dead.", {"killed": "The driver"}),
        ("Five fishermen hacked to death were found.", {"killed": "Five fishermen"}),
        ("The dead were buried.", {}),
        ("Two men were arrested.", {}),
        ("An earlier entry said that he had been killed with two guards.", {}),
        ("Nobody was hurt.", {}),
    ],
)
def test_the_words_around_a_number_tell_what_it_counts(sentence: str, told: dict[str, str]) -> None:
    """Numbers of others than the dead and the hurt, and withdrawn ones, are no tolls."""
    assert {toll.outcome: toll.words for toll in tolls(sentence)} == told


@given(st.text(alphabet="two men killed, and 37 wounded.()\u2019-", max_size=80))
def test_words_stand_where_they_are_said_to(sentence: str) -> None:
    """A toll's words are those of the sentence at its span."""
    assert all(sentence[toll.span.start : toll.span.end] == toll.words for toll in tolls(sentence))
