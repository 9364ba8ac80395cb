"""Persons in sentences, with their offices and countries."""

from __future__ import annotations

import pytest

from eventschema.language import people
from eventschema.language.person_words import is_role, singular


def _one(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(m.name, m.office, m.country) for m in people.named({1: text})[1]]


@pytest.mark.parametrize(
    ("text", "name", "office", "country"),
    [
        ("Defence Minister Dr. Ana Duarte spoke.", "Ana Duarte", "Defence Minister", None),
        ("The Hon. Gen Kurosato, Minister of Defense of Japan, left.", "Gen Kurosato",
         "Minister of Defense", "Japan"),
        ("Foreign Minister Petra Holm of Norway left.", "Petra Holm", "Foreign Minister", "Norway"),
        ("It was led by Bhutan's Prime Minister, Lyonpo Dorji Rabten.", "Dorji Rabten",
         "Prime Minister", "Bhutan"),
        ("President Wirawan arrived.", "Wirawan", "President", None),
        ("Police Commissioner Major Tapu-Nari left.", "Major Tapu-Nari", "Police Commissioner",
         None),
        ("Residents named schoolteacher Aminatou Wal Essa.", "Aminatou Wal Essa", "schoolteacher",
         None),
        ("The driver was Marshal Banda Phiri, 33, a former cabin cleaner.", "Marshal Banda Phiri",
         "cleaner", None),
        ("Oona Vell, a retired French nurse, was hurt.", "Oona Vell", "nurse", "French"),
        ("U.S. Secretary of State Mara Colby left.", "Mara Colby", "Secretary of State", "U.S."),
        ("Saudi Crown Prince Fahd bin Turki Al Rashid left.", "Fahd bin Turki Al Rashid",
         "Crown Prince", "Saudi"),
        ("Adviser Ok Jun-tae was late.", "Ok Jun-tae", "Adviser", None),
        ("Rear Admiral Piet van der Zee sailed.", "Piet van der Zee", "Rear Admiral", None),
        ("The blast killed Colonel Hatem al-Jubari.", "Hatem al-Jubari", "Colonel", None),
        ("The defence minister, General (ret.) Jonas Vilkis, left.", "Jonas Vilkis",
         "defence minister", None),
        ("Lt. Gen. (retd) Iqbal Shafqat, a former defence secretary, left.", "Iqbal Shafqat",
         "former defence secretary", None),
        ("Police named him as 24-year-old Zorb Quillan.", "Zorb Quillan", None, None),
        ("Ahmed, a shopkeeper, fled.", "Ahmed", "shopkeeper", None),
        ("Chief Justice Lorna Peake retired.", "Lorna Peake", "Chief Justice", None),
        ("Speaker of the Parliament Tomas Breen left.", "Tomas Breen",
         "Speaker of the Parliament", None),
        ("Nigeria's Chief of Army Staff, Lieutenant General Obi Balo, left.", "Obi Balo",
         "Chief of Army Staff", "Nigeria"),
        ("Police arrested Vasile C. in Oslo.", "Vasile C.", None, None),
    ],
)  # fmt: skip
def test_finds_a_person(text: str, name: str, office: str | None, country: str | None) -> None:
    """A name with a title, an office, an age or a frequent given name is a person's, bare of it."""
    assert (name, office, country) in _one(text)


@pytest.mark.parametrize(
    "text",
    [
        "General Atomics and Lockheed Martin will build the drones, the Pentagon said.",
        "The General Staff said Islamic State had claimed the attack.",
        "The Daily Telegraph and Al Jazeera reported the news.",
        "Exercise Coral Lance opened in Port Moresby on Monday, May 5.",
        "The Prime Minister met Treasury officials in Buenos Aires.",
        "Human Rights Watch said Boko Haram had killed thirty villagers.",
        "Talks on the Teesta Water Treaty with South Korea resumed in New Delhi.",
        "The frigate BRP Sierra Madre and the tug Punta Negra collided.",
        "Storm Boris reached Saint Petersburg, Interfax said.",
        "Reporting by Maria Lopez in Bogota; Editing by John Carter",
        "By Orla Quinn and staff",
        "Employees of the charity Puits Sans Limites, who had been held, are free.",
        "The Lindos Star was boarded off Pointe Noire.",
        "He was given a Guard of Honour at the Ministry of Agriculture and Forests.",
    ],
)
def test_takes_nothing_else_for_a_person(text: str) -> None:
    """Bodies, places, ships, exercises, newspapers, offices alone and bylines are nobody."""
    assert _one(text) == []


def test_names_a_known_person_in_full() -> None:
    """A surname, a title with it and the whole name are one person of one office and country."""
    found = people.named(
        {
            1: "Chilean Foreign Minister Marcela Undarra called off her visit.",
            2: "Undarra was to have met Bolivia's president.",
            3: '"Not now," Ms. Undarra said.',
        }
    )
    told = {(m.name, m.office, m.country) for mentions in found.values() for m in mentions}
    assert told == {("Marcela Undarra", "Foreign Minister", "Chilean")}
    assert [len(mentions) for mentions in found.values()] == [1, 1, 1]


def test_leaves_an_ambiguous_surname_as_it_is() -> None:
    """A surname that two persons of the article bear is nobody's full name."""
    found = people.named(
        {1: "Arjun Singh and Rajiv Singh, two drivers, were hurt.", 2: "Mr Singh is in hospital."}
    )
    assert [m.name for m in found[2]] == ["Singh"]


def test_gives_a_counterpart_the_office_of_the_other() -> None:
    """A counterpart has the country that is said and the office of whoever is named before."""
    found = people.named(
        {1: "Defence Minister Ana Duarte met her Danish counterpart, Ole Friis, in Oslo."}
    )[1]
    assert found[1].is_counterpart
    assert found[1].owner == "Ana Duarte"
    assert (found[1].office, found[1].country) == ("Defence Minister", "Danish")


def test_keeps_the_office_of_a_counterpart_who_has_one() -> None:
    """In "his French counterpart, President X" the country is the one, the office the other."""
    found = _one("Chancellor Jan Hallst and his French counterpart, President Luc Morvan, agreed.")
    assert ("Luc Morvan", "President", "French") in found


def test_shares_out_a_plural_office() -> None:
    """Countries and names of "the ministers of A and B, X and Y" stand in the same order."""
    found = _one("The foreign ministers of Indonesia and Fiji, Ratna Wiryo and Justin Kaup, met.")
    assert found == [
        ("Ratna Wiryo", "foreign ministers", "Indonesia"),
        ("Justin Kaup", "foreign ministers", "Fiji"),
    ]


def test_keeps_offices_behind_names_apart() -> None:
    """An office between two names belongs to the first."""
    found = _one("Delph Arnou, a French nurse, Ignac Soto-Vid, a Spanish cook, were freed.")
    assert found == [("Delph Arnou", "nurse", "French"), ("Ignac Soto-Vid", "cook", "Spanish")]


def test_reads_its_as_the_country_before() -> None:
    """The country of "its foreign secretary" is the first of the sentence above."""
    found = people.named(
        {1: "India said it had fired a missile.", 2: "Its foreign secretary, Devi Menon, left."}
    )
    assert [m.country for m in found[2]] == ["India"]


def test_spans_lie_in_the_sentence() -> None:
    """A mention's span covers its titles and its name."""
    text = "On Monday, Danish Foreign Minister Ole Friis left."
    span = people.named({1: text})[1][0].span
    assert text[span.start : span.end] == "Danish Foreign Minister Ole Friis"


@pytest.mark.parametrize(
    ("plural", "one"), [("ministers", "minister"), ("policemen", "policeman"), ("thieves", "thief"),
                        ("secretaries", "secretary"), ("actresses", "actress"), ("boss", "boss")]
)  # fmt: skip
def test_singular_of_a_role(plural: str, one: str) -> None:
    """Plurals of roles have their singular, other words stay."""
    assert singular(plural) == one


@pytest.mark.parametrize("word", ["schoolteacher", "Ministers", "under-secretary", "taxi-driver"])
def test_compounds_are_roles(word: str) -> None:
    """Compounds of roles are roles."""
    assert is_role(word)


@pytest.mark.parametrize("word", ["human", "beforehand", "German", "treaty", "river"])
def test_other_words_are_no_roles(word: str) -> None:
    """Words that merely end like a role are none."""
    assert not is_role(word)
