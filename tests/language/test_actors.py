"""What kind of participant words name."""

from __future__ import annotations

import pytest

from eventschema.language import actors
from eventschema.vocabularies import ParticipantKind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Hella Oduya", "person"),
        ("Calabrò", "person"),
        ("Austria", "country"),
        ("the Republic of Austria", "country"),
        ("Ministry of Fisheries", "government_body"),
        ("Graz police", "government_body"),
        ("Austrian Navy", "armed_force"),
        ("Third Mountain Brigade", "armed_force"),
        ("gunmen", "armed_group"),
        ("Isonzo Liberation Front", "armed_group"),
        ("Isonzo Water Company", "organization"),
        ("NATO", "organization"),
        ("nine villagers", "population"),
        ("fishermen", "population"),
        ("the navies", "armed_force"),
        ("the armies of Austria", "armed_force"),
        ("commandos", "armed_force"),
        ("naval personnel", "armed_force"),
        ("Ansar Isonzo", "armed_group"),
        ("gunmen on a boat", "armed_group"),
        ("KHG", "organization"),
        ("M31", "organization"),
        ("two Austrian Navy ships", "facility"),
        ("the trawler Bella Rosa", "facility"),
        ("HMAS Isonzo", "facility"),
        ("a Croatian drone", "facility"),
        ("Isonzo Naval Base", "facility"),
        ("a bus carrying pilgrims", "facility"),
        ("gas pipeline in Graz", "facility"),
    ],
)
def test_the_nouns_of_a_name_tell_its_kind(name: str, kind: ParticipantKind) -> None:
    """Countries, bodies, forces, groups and crowds are told by their nouns; people by none."""
    assert actors.kind(name) == kind


@pytest.mark.parametrize(
    "words", ["", "they", "unknown", "officials", "the Foreign Minister", "Austrians", "sources"]
)
def test_words_that_name_nobody_have_no_kind(words: str) -> None:
    """Pronouns, offices without a holder, demonyms and placeholders name no participant."""
    assert actors.kind(words) is None


@pytest.mark.parametrize(
    ("name", "without", "holder"),
    [
        ("Ana Marines", "armed_force", "person"),
        ("Luca Port", "organization", "person"),
        ("Hella Oduya", "person", "person"),
        ("Austria", "country", "country"),
    ],
)
def test_a_function_makes_its_holder_a_person(
    name: str, without: ParticipantKind, holder: ParticipantKind
) -> None:
    """With an office a surname that is also a noun is a surname; a country stays a country."""
    assert actors.kind(name) == without
    assert actors.kind(name, office="Energy Minister") == holder


@pytest.mark.parametrize("office", ["", "unknown", "N/A"])
def test_a_placeholder_is_no_function(office: str) -> None:
    """What stands for no office makes nobody a person."""
    assert actors.kind("Austrian Navy", office=office) == "armed_force"


def test_a_noun_is_a_whole_word() -> None:
    """A surname that has a noun in it ("Portman") is a surname."""
    assert actors.kind("Bo Portman") == "person"
    assert actors.kind("Bo Marmy") == "person"
