"""What code sees in an article: its people, what they do, its states."""

from __future__ import annotations

import pytest

from eventschema.spotting.scene import Scene

_TALKS = {
    1: "Denmark, Kenya agree on port security",
    2: "Defence Minister Ole Friis on Monday hosted his Kenyan counterpart, Amina Otieno.",
    3: '"We share the sea," Friis said.',
    4: "The two ministers signed a memorandum.",
    5: "The two countries have trained together since 2011.",
    6: "Otieno told Friis that Kenya would send a frigate.",
    7: "She will visit the Danish shipyards on Tuesday.",
    8: "The Danish side will pay.",
}


def _speakers(text: str) -> list[str]:
    scene = Scene({1: text})
    return [p.name for p in scene.people(1) if scene.is_speaker(1, p)]


def _meant(sentences: dict[int, str], number: int) -> list[str]:
    return [person.name for person in Scene(sentences).referents(number)]


def test_places_a_host_by_the_sides() -> None:
    """Who meets a counterpart of one side is of the other side, in the article's words for it."""
    found = {person.name: person.country for person in Scene(_TALKS).people(2)}
    assert found == {"Ole Friis": "Denmark", "Amina Otieno": "Kenyan"}


def test_sides_of_a_bilateral_story() -> None:
    """The two sides are the states that are named and meet as a pair."""
    assert {side.code for side in Scene(_TALKS).sides} == {"DNK", "KEN"}


@pytest.mark.parametrize(
    "text",
    [
        "Chad, Mali and Niger agreed on relations between their armies.",
        "A storm hit Fiji and Tonga.",
    ],
)
def test_no_sides_without_two(text: str) -> None:
    """Three states, or two without a word of what is between them, are no two sides."""
    assert Scene({1: text}).sides == []


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ('"No," Ana Duarte said.', ["Ana Duarte"]),
        ("Ana Duarte, the mayor, later told reporters that it was over.", ["Ana Duarte"]),
        ("It is over, said spokesman Rui Vaz.", ["Rui Vaz"]),
        ("According to Colonel Rui Vaz, nine died.", ["Rui Vaz"]),
        ("Minister Ana Duarte told her counterpart Rui Vaz on Monday that it was over.", []),
        ("Ana Duarte said she had met Rui Vaz.", []),
        ("Residents said teacher Ana Duarte was among the dead.", []),
        ("Ana Duarte signed the pact.", []),
    ],
)
def test_who_merely_speaks(text: str, speakers: list[str]) -> None:
    """Who says something to the press speaks; who tells a counterpart, or acts, does not."""
    assert _speakers(text) == speakers


@pytest.mark.parametrize(
    ("number", "names"),
    [(4, ["Ole Friis", "Amina Otieno"]), (5, []), (7, ["Amina Otieno"])],
)
def test_referents(number: int, names: list[str]) -> None:
    """The two ministers are the pair named before, "she" whom the sentence above begins with."""
    assert _meant(_TALKS, number) == names


@pytest.mark.parametrize(
    ("first", "second", "names"),
    [
        ("President Rui Vaz met Ana Duarte, a teacher.", "The President left.", ["Rui Vaz"]),
        ("Ministers Rui Vaz and Ana Duarte met.", "The minister left.", []),
        ("Interior Minister Rui Vaz spoke.", "The finance minister did not.", []),
        ("Rui Vaz, Ana Duarte and Ole Friis met.", "The two agreed.", []),
        ("Ana Duarte met Ole Friis.", "They agreed.", ["Ana Duarte", "Ole Friis"]),
        ("Ana Duarte left.", '"He is late," a guard said.', []),
        ("Ana Duarte left.", "Both governments denied it.", []),
    ],
)
def test_referents_are_careful(first: str, second: str, names: list[str]) -> None:
    """Only where it is plain who is meant is somebody."""
    assert _meant({1: first, 2: second}, 2) == names


@pytest.mark.parametrize(
    ("sentences", "code"),
    [
        (["MINISTRY OF DEFENCE", "Republic of Kenya", "The Minister left."], "KEN"),
        (["Luanda, 12 June 2025", "The Minister left for Japan."], "AGO"),
        (["NAIROBI (Wire) - The minister left."], "KEN"),
        (["The Oslo Lamp", "Ferry strike goes on", "No ferry left."], "NOR"),
        (["Peru's army and Peru's police searched southern Peru."], "PER"),
        (["Russia and Ukraine traded fire."], None),
        (["No ferry left."], None),
    ],
)
def test_home(sentences: list[str], code: str | None) -> None:
    """The article's state is that of its letterhead, dateline or newspaper, or of what it names."""
    assert Scene(dict(enumerate(sentences, 1))).home == code


def test_a_minister_without_a_country_is_of_home() -> None:
    """The ministers of an article's own state go without its name."""
    scene = Scene({1: "NAIROBI (Wire) - Foreign Minister Ana Otieno left Kenya on Monday."})
    assert [person.country for person in scene.people(1)] == ["Kenya"]
