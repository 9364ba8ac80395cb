"""Who took part: one participant for all forms of a name, each value with its words."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventschema.draft import IncidentDraft, IncidentParticipantDraft, MeetingDraft
from eventschema.draft import MeetingParticipantDraft as Attendee
from eventschema.grounded import Value
from eventschema.participants import Casting
from eventschema.span import Quote, Span
from eventschema.surroundings import Surroundings
from eventschema.vocabularies import Proposer
from tests.test_normalization import BLAST, meeting, names, quotes, record, warned

PROPOSERS: list[tuple[Proposer, list[str]]] = [
    ("model", ["Marc Lind"]),
    ("rules", ["Hella Oduya", "Marc Lind"]),
]


def drafted(text: str, words: str) -> dict[str, Value]:
    """A participant of a draft, called by these words of the text."""
    start = text.index(words)
    return {"name": Quote.cut(text, Span(start, start + len(words)))}


@pytest.mark.parametrize("drafted", [["Dr. Hella Oduya", "Oduya"], ["Oduya", "Dr. Hella Oduya"]])
def test_two_forms_of_a_name_are_one_participant(drafted: list[str]) -> None:
    """The fullest form is the name, without its honorific; every form stays as a mention."""
    made = meeting(*(Attendee(name=name) for name in drafted))
    assert names(made.participants) == [("Hella Oduya", ["Dr. Hella Oduya", "Oduya"])]
    assert quotes(made, "/participants/0/name") == [("Hella Oduya", 14)]
    assert quotes(made, "/participants/0/mentions/0") == [("Dr. Hella Oduya", 10)]
    assert quotes(made, "/participants/0/mentions/1") == [("Oduya", 20)]


def test_what_is_known_of_either_form_is_known_of_both() -> None:
    """Role, office and country come from whichever form has them, the fuller one first."""
    made = meeting(
        Attendee(name="Calabrò", role="visitor", country="Italian"),
        Attendee(name="Renzo Calabrò", office="minister"),
    )
    (one,) = made.participants
    assert (one.role, one.office, one.country) == ("visitor", "minister", "ITA")
    assert quotes(made, "/participants/0/country") == [("Italian", 30)]


def test_a_mention_is_kept_once() -> None:
    """The same words at the same place, in two roles, are one mention."""
    made = meeting(Attendee(name="Oduya", role="host"), Attendee(name="Oduya"))
    assert names(made.participants) == [("Oduya", ["Oduya"])]


def test_a_surname_that_two_people_share_is_neither() -> None:
    """Where a short form fits two participants, it is not decided by their order."""
    text = "Hella Oduya met Marc Oduya. Oduya, the host, spoke of fish."
    people = [Attendee(name="Hella Oduya"), Attendee(name="Marc Oduya")]
    host = Attendee(name="Oduya", role="host")
    for drafted in itertools.permutations([*people, host]):
        draft = MeetingDraft(sentences=[1, 2], participants=list(drafted))
        roles = {p.name: p.role for p in record(draft, text).participants}
        assert roles == {"Hella Oduya": None, "Marc Oduya": None, "Oduya": "host"}


def test_people_and_bodies_are_not_united() -> None:
    """Only people have short forms: a ministry is not its minister."""
    made = meeting(Attendee(name="Austrian Foreign Ministry"), Attendee(name="Renzo Calabrò"))
    assert [p.kind for p in made.participants] == ["government_body", "person"]


@pytest.mark.parametrize(
    ("participant", "code", "words"),
    [
        (Attendee(name="Renzo Calabrò", country="Italian"), "ITA", "Italian"),
        (Attendee(name="Renzo Calabrò", office="Italian minister"), "ITA", "Italian minister"),
        (Attendee(name="Austrian Foreign Ministry"), "AUT", "Austrian Foreign Ministry"),
        (Attendee(name="Italy"), "ITA", "Italy"),
        (Attendee(name="Renzo Calabrò"), None, None),
    ],
)
def test_a_country_rests_on_words(
    participant: Attendee, code: str | None, words: str | None
) -> None:
    """It is read from the country's words, a body's own name or the office; else it is null."""
    made = meeting(participant)
    assert made.participants[0].country == code
    found = [quote for quote, _ in quotes(made, "/participants/0/country")]
    assert found == ([words] if words else [])


def test_a_persons_name_tells_no_country() -> None:
    """Somebody called like a country does not act for it."""
    text = "Anna Jordan met Renzo Calabrò."
    draft = MeetingDraft(sentences=[1], participants=[Attendee(name="Anna Jordan")])
    assert record(draft, text).participants[0].country is None


def test_a_country_that_cannot_be_read_is_warned_of() -> None:
    """A city in the country's place is no country, and is not lost without a word."""
    made = meeting(Attendee(name="Renzo Calabrò", country="Graz"))
    assert made.participants[0].country is None
    assert warned(made) == [("/participants", "Graz", "unreadable")]


def test_a_participant_without_a_name_is_left_out() -> None:
    """An office, a crowd of officials or a pronoun is no participant, and is warned of."""
    made = meeting(Attendee(name="Officials"), Attendee(name="Italian minister"))
    assert made.participants == []
    assert [reason for *_, reason in warned(made)] == ["not_a_name"] * 2


def test_a_bare_name_stands_in_the_article() -> None:
    """What remains without the possessive is a part of the words, with offsets of its own."""
    target = IncidentParticipantDraft(name="Oduya\u2019s", role="target", certainty="stated")
    draft = IncidentDraft(sentences=[2], participants=[target])
    made = record(draft, BLAST)
    assert names(made.participants) == [("Oduya", ["Oduya\u2019s"])]
    start = BLAST.index("Oduya")
    assert quotes(made, "/participants/0/name") == [("Oduya", start)]
    assert quotes(made, "/participants/0/mentions/0") == [("Oduya\u2019s", start)]


def test_an_office_before_the_name_is_the_office() -> None:
    """What a model gives as one name, "Foreign Minister Hella Oduya", is a function and a name."""
    text = "Austrian Foreign Minister Hella Oduya held talks in Graz."
    draft = MeetingDraft(
        sentences=[1],
        where="Graz",
        participants=[Attendee(name="Austrian Foreign Minister Hella Oduya")],
    )
    (oduya,) = record(draft, text).participants
    assert (oduya.name, oduya.office, oduya.country) == (
        "Hella Oduya",
        "Austrian Foreign Minister",
        "AUT",
    )


@pytest.mark.parametrize(("proposer", "kept"), PROPOSERS)
def test_an_official_who_comments_is_no_perpetrator(proposer: Proposer, kept: list[str]) -> None:
    """A model's perpetrator must be a suspect in their sentence; the rules have seen to it."""
    text = "Hella Oduya condemned the attack in Graz. Police arrested Marc Lind over it."
    casting = Casting(Surroundings(text), proposer)
    said = ("Hella Oduya", "Marc Lind")
    people = [drafted(text, name) | {"role": "perpetrator"} for name in said]
    cast = [one["name"] for one in casting.read(people) if isinstance(one, dict)]
    assert [name.text for name in cast if isinstance(name, Quote)] == kept
    assert len(casting.warnings) == len(people) - len(kept)


@given(st.lists(st.sampled_from(["Dr. Hella Oduya", "Oduya", "Renzo Calabrò", "Officials"])))
def test_every_participant_of_a_draft_has_its_place(said: list[str]) -> None:
    """Each is moved to the record's participant of its name, and whoever is left out to none."""
    text = "Dr. Hella Oduya met Renzo Calabrò. Oduya thanked him. Officials ate."
    casting = Casting(Surroundings(text), "model")
    read = casting.read([drafted(text, name) for name in said])
    assert set(casting.moved) == {index for index, name in enumerate(said) if name != "Officials"}
    assert set(casting.moved.values()) == set(range(len(read)))
    assert len(casting.warnings) == said.count("Officials")
    surnames = [name.split()[-1] for name in said]
    for (one, place), (other, another) in itertools.combinations(casting.moved.items(), 2):
        assert (surnames[one] == surnames[other]) == (place == another)


def test_the_order_is_that_of_the_draft() -> None:
    """Uniting the forms of a name brings nobody before whoever was named earlier."""
    made = meeting(
        Attendee(name="Calabrò"), Attendee(name="Hella Oduya"), Attendee(name="Renzo Calabrò")
    )
    assert [one.name for one in made.participants] == ["Renzo Calabrò", "Hella Oduya"]
