"""Who did what to whom, as sentences tell it; every text is invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventschema.draft import MAX_PARTICIPANTS, IncidentDraft, IncidentParticipantDraft
from eventschema.span import Span
from eventschema.spotting.incidents.parties import complete, parties, weapons
from eventschema.spotting.scene import Scene
from eventschema.vocabularies import IncidentCategory


def _found(
    sentence: str, category: IncidentCategory | None = "armed_attack"
) -> set[tuple[str | None, str]]:
    found = parties(Scene({1: sentence}), 1, Span(0, 0), category)
    return {(one.role, one.name) for one in found}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Two hooded men attacked the police station in Orvella on Monday.",
            {("perpetrator", "hooded men"), ("target", "police station")},
        ),
        (
            "The police station in Orvella, Marra province, was attacked by a guerrilla column.",
            {("perpetrator", "guerrilla column"), ("target", "police station")},
        ),
        (
            "Mayor Ilario Venn was murdered by three armed men near the bridge.",
            {("perpetrator", "armed men"), ("victim", "Ilario Venn")},
        ),
        (
            "A group of heavily armed men carried out an attack against the embassy of Sweden.",
            {("perpetrator", "group of heavily armed men"), ("target", "embassy of Sweden")},
        ),
        (
            "Suspected members of the Shining Path killed two peasants and wounded a teacher.",
            {
                ("perpetrator", "members of the Shining Path"),
                ("perpetrator", "Shining Path"),
                ("victim", "peasants"),
                ("victim", "teacher"),
            },
        ),
        (
            "The gunmen fled after killing Mayor Ilario Venn and a driver.",
            {("perpetrator", "gunmen"), ("victim", "Ilario Venn"), ("victim", "driver")},
        ),
        (
            "The rebels kidnapped Mayor Ilario Venn and killed two guards.",
            {("perpetrator", "rebels"), ("victim", "guards")},
        ),
        (
            "The attack on the town hall was staged by rebels.",
            {("perpetrator", "rebels"), ("target", "town hall")},
        ),
    ],
)
def test_who_did_it_and_to_whom(sentence: str, expected: set[tuple[str, str]]) -> None:
    """Doers and sufferers are read from active, passive and nominal reports of a deed."""
    assert _found(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "A bomb exploded in front of the Agrarian Bank on Sunday night.",
            {("target", "Agrarian Bank")},
        ),
        (
            "Terrorists hurled dynamite sticks at the offices of the telephone company.",
            {("perpetrator", "Terrorists"), ("target", "offices of the telephone company")},
        ),
        ("A bomb exploded in the town of Orvella.", set()),
        (
            "Urban commandos blew up two power pylons and a bus.",
            {
                ("perpetrator", "Urban commandos"),
                ("target", "power pylons"),
                ("target", "bus"),
            },
        ),
    ],
)
def test_what_a_bomb_struck(sentence: str, expected: set[tuple[str, str]]) -> None:
    """Things where a bomb went off or was left are targets; whole towns are not."""
    assert _found(sentence, "bombing") == expected


def test_claimant() -> None:
    """A named group that claims the deed is its claimant."""
    found = _found("The Red Harrow Front (RHF) claimed responsibility for the attack.")
    assert found >= {("claimant", "Red Harrow Front"), ("claimant", "RHF")}


def test_accused() -> None:
    """Those who are held on suspicion of the deed are its perpetrators."""
    assert ("perpetrator", "soldiers") in _found(
        "Five soldiers accused of the murder of Mayor Ilario Venn were in court."
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister condemned the terrorist attack.",
        "The president said the killing would be investigated.",
        "A government spokesman denied it.",
    ],
)
def test_who_merely_speaks(sentence: str) -> None:
    """Those who speak of a deed, and adjectives, have no part in it."""
    assert _found(sentence) == set()


def test_doers_who_suffered() -> None:
    """Rebels to whom something was done are not taken for doers."""
    assert not any(role == "perpetrator" for role, _ in _found("Two rebels were killed."))


def test_deeds_of_the_category() -> None:
    """Where a sentence tells of two incidents, each gets the parties of its own deeds."""
    sentence = "The rebels kidnapped Mayor Ilario Venn and burned a warehouse."
    assert ("victim", "Ilario Venn") in _found(sentence, "kidnapping")
    assert ("target", "warehouse") not in _found(sentence, "kidnapping")
    assert ("target", "warehouse") in _found(sentence, "arson")
    assert ("victim", "Ilario Venn") not in _found(sentence, "arson")


def test_accidents_have_no_perpetrators() -> None:
    """What kills in an accident is no perpetrator, and those whom it kills are victims."""
    found = _found("The army truck killed two pedestrians.", "accident")
    assert found == {("victim", "pedestrians")}


def test_trigger() -> None:
    """A deed that the trigger points at counts whatever the category is."""
    sentence = "Robbers looted a pharmacy."
    trigger = Span(sentence.index("looted"), sentence.index(" a "))
    found = parties(Scene({1: sentence}), 1, trigger, "armed_attack")
    assert {(one.role, one.name) for one in found} == {
        ("perpetrator", "Robbers"),
        ("target", "pharmacy"),
    }


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They fired machine guns and threw a grenade.", ["machine guns", "grenade"]),
        ("A car bomb and 20 kg of dynamite were found.", ["car bomb", "kg of dynamite"]),
        ("The bomb squad came.", []),
    ],
)
def test_weapons(sentence: str, expected: list[str]) -> None:
    """Weapons are named in the sentence's words, without articles and numbers."""
    assert weapons(Scene({1: sentence}), 1) == expected


def test_what_a_draft_keeps() -> None:
    """Of a draft's own participants, persons and those of a country stay."""
    own = [
        IncidentParticipantDraft(name="Oda Kerrin", role="victim"),
        IncidentParticipantDraft(name="Chilean navy", country="Chilean", role="perpetrator"),
        IncidentParticipantDraft(name="residents", role="victim"),
    ]
    draft = IncidentDraft(sentences=[1], category="armed_attack", participants=own)
    done = complete(draft, Scene({1: "The patrol boat was attacked by masked men."}))
    assert [one.name for one in done.participants] == [
        "masked men",
        "patrol boat",
        "Oda Kerrin",
        "Chilean navy",
    ]


_VOCABULARY = (
    "gunmen killed was by the bomb exploded at bank ( ) , and of Mayor Ilario Venn FMLN 's murder"
    " attack on who that two ; said"
)


@given(st.lists(st.sampled_from(_VOCABULARY.split()), max_size=30))
def test_every_string_stands_in_the_sentence(words: list[str]) -> None:
    """Whatever the sentence, each name and weapon is a part of it, and there are not too many."""
    sentence = " ".join(words)
    done = complete(IncidentDraft(sentences=[1, 9]), Scene({1: sentence}))
    assert all(one.name in sentence for one in done.participants)
    assert all(weapon in sentence for weapon in done.weapons)
    assert len(done.participants) <= MAX_PARTICIPANTS
