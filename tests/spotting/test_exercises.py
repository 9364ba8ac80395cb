"""Which exercises an article's own words give away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventschema.draft import ExerciseDraft
from eventschema.spotting.exercises import spotter as exercises
from eventschema.spotting.scene import Scene


def _spotted(*sentences: str) -> list[ExerciseDraft]:
    return list(exercises.spot(Scene(dict(enumerate(sentences, 1)))))


def _states(draft: ExerciseDraft, role: str | None = None) -> list[str | None]:
    return [p.country for p in draft.participants if role in (None, p.role)]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The army opened Exercise Amber Ridge 3 near Tapa.", ["Amber Ridge 3"]),
        ("The navies ended Salt Lantern 11, a ten-day naval exercise.", ["Salt Lantern 11"]),
        ("Chile regularly joins the Corvina naval exercise.", ["Corvina"]),
        ("The annual Stone Harrier Shield military drills began.", ["Stone Harrier Shield"]),
        ("Grey Petrel is the largest maritime exercise in years.", ["Grey Petrel"]),
        ("The joint exercise, codenamed Light of Dawn, was called off.", ["Light of Dawn"]),
        ('Army drills around Lomé, dubbed "Dune-2025A", ended.', ["Dune-2025A"]),
        ("The army takes part in exercises such as Korrigan, Tall Fern and SALTEX.",
         ["Korrigan", "Tall Fern", "SALTEX"]),
        ("They hold the Tall Fern exercise between armies, SALTEX between navies.",
         ["Tall Fern", "SALTEX"]),
        ("They hold the Tall Fern exercise between armies and Kite Post between air forces.",
         ["Tall Fern", "Kite Post"]),
        ("Iran began drills in the Gulf and one of its own, Setareh-ye Darya 1404.",
         ["Setareh-ye Darya 1404"]),
        ("They hailed the conduct of Pine Marten 2025, held with 900 soldiers.",
         ["Pine Marten 2025"]),
        ("Two exercises, Iron Wren and Red Sorrel, ended, the navy said.",
         ["Iron Wren", "Red Sorrel"]),
        ("The twelfth edition of Joint Otter gathers four navies.", ["Joint Otter"]),
        ("Marines and Peruvian troops held Brass Heron on Okinawa. The drill is yearly.",
         ["Brass Heron"]),
        ("Brass Heron, which brings together marines and 900 troops, is a drill off Rota.",
         ["Brass Heron"]),
        ("Sailors from Peru and Chile have wrapped up Coral Lamp 24 off Callao.",
         ["Coral Lamp 24"]),
        ("Two Peruvian frigates are taking part in Tall Lantern 2025.", ["Tall Lantern 2025"]),
        ("Joint training codenamed Steel Poppy is under way between Peru and Chile.",
         ["Steel Poppy"]),
        ("Curtain, at Cusco, on Firm Candle 25: ten days of boarding practice for two navies.",
         ["Firm Candle 25"]),
        ("Peru and Chile hold strategic drills, Shield of Union-2027, in May.",
         ["Shield of Union-2027"]),
        ("Tern-style air exercise Red Ibis opened near Tacna with Peruvian troops.", ["Red Ibis"]),
    ],
)  # fmt: skip
def test_each_name_is_a_record(sentence: str, names: list[str]) -> None:
    """An exercise is one where the words around its name say so."""
    assert [draft.name for draft in _spotted(sentence)] == names


@pytest.mark.parametrize(
    "sentence",
    [
        "Joint drills will be intensified along the border with Mali.",
        "The US-South Korean military exercise irritated Pyongyang.",
        "The NATO exercise in Norway is over, and the Black Sea drills started.",
        "Directors may exercise their options. Exercise after 60: five moves.",
        "Exercise Directors met in the Exercise Control Centre with the navy.",
        "President Oduya, a drill enthusiast, spoke to the army.",
        "Defence Expo 2026 was held with soldiers in attendance.",
        "The navy said on Monday that the exercise Tuesday went well.",
        "The army conducts an exercise every year. It launched Operation Copper Swords in May.",
        "Troops held Independence Day parades; the drill lasted two hours.",
        "Two sailors were hurt when the tug Punta Clara II ran into a frigate of Chile.",
        '[img alt="Exercise named NIGHT MULE in Tacna with 500 troops"]',
    ],
)
def test_exercises_without_a_name_are_none(sentence: str) -> None:
    """Drills in general, and the names of others beside the word, make no record."""
    assert _spotted(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Exercise Amber Ridge opens near Tapa on January 13.", "planned"),
        ("Exercise Amber Ridge gets under way next week.", "planned"),
        ("Exercise Amber Ridge is due to begin in May.", "planned"),
        ("Exercise Amber Ridge, postponed to June, was prepared in Oslo.", "planned"),
        ("Exercise Amber Ridge began on Monday.", "ongoing"),
        ("Exercise Amber Ridge is under way off Tartu.", "ongoing"),
        ("Exercise Amber Ridge is now in its second week.", "ongoing"),
        ("Warships put to sea at the start of Exercise Amber Ridge.", "ongoing"),
        ("Exercise Amber Ridge doesn't pack up till Sunday.", "ongoing"),
        ("The boat was returning from Exercise Amber Ridge.", "happened"),
        ("Exercise Amber Ridge was cut short by a storm.", "happened"),
        ("Peru postponed Exercise Amber Ridge, a drill with Chile, until November.", "planned"),
        ("They agreed that Exercise Amber Ridge be held off Callao.", "planned"),
        ("Peru and Chile are to wrap up Exercise Amber Ridge on Friday.", "ongoing"),
        ("Exercise Amber Ridge wound up on Friday.", "happened"),
        ("Exercise Amber Ridge was held in May.", "happened"),
        ("Chile regularly takes part in Exercise Amber Ridge.", "happened"),
        ("Chile called off Exercise Amber Ridge, due to begin in May.", "cancelled"),
    ],
)
def test_verbs_tell_the_modality(sentence: str, modality: str) -> None:
    """What is said of the beginning and the end tells whether an exercise lies ahead."""
    (draft,) = _spotted("The army spoke.", sentence)
    assert draft.modality == modality


def test_forces_stand_for_their_states() -> None:
    """A force is a participant of its country; those who look on are observers."""
    (draft,) = _spotted(
        "Exercise Amber Ridge was held by the Estonian Army and Latvia's navy, with officers from"
        " Norway as observers.",
        "Poland watched.",
    )
    assert _states(draft, "participant") == ["Estonian", "Latvia"]
    assert _states(draft, "observer") == ["Norway", "Poland"]


def test_who_objects_or_lends_the_ground_takes_no_part() -> None:
    """States in places, in titles and in protests are no participants."""
    (draft,) = _spotted(
        "Peru and Chile held Exercise Amber Ridge in Ecuador, the Bolivian foreign minister said.",
        "Brazil denounced the exercise.",
    )
    assert _states(draft) == ["Peru", "Chile"]


def test_initials_in_brackets_name_further_editions() -> None:
    """The letters that an article explains name the edition of each number."""
    drafts = _spotted(
        "The navies ended Exercise Amber Ridge 2025 (AR25) in Riga on Friday.",
        "AR26 will be held in Tartu next May.",
        "The 2024 edition, AR24, was hosted by Norway.",
    )
    assert [(draft.name, draft.series, draft.when) for draft in drafts] == [
        ("Amber Ridge 2025", "Amber Ridge", "Friday"),
        ("AR26", "Amber Ridge", "next May"),
        ("AR24", "Amber Ridge", "2024"),
    ]


def test_the_next_in_the_series_is_another_edition() -> None:
    """An ordinal, or a further time, without the name is an edition of the exercise before."""
    drafts = _spotted(
        "Peru and Chile ended Exercise Amber Ridge 9 off Callao.",
        "The eighth, held off Arica in May last year, was cut short.",
        "It was agreed that the next in the series be held off Iquique in 2027.",
    )
    assert [(draft.name, draft.modality, draft.where) for draft in drafts] == [
        ("Amber Ridge 9", "happened", "Callao"),
        ("Amber Ridge", "happened", "Arica"),
        ("Amber Ridge", "planned", "Iquique"),
    ]


def test_the_four_are_those_of_a_sentence_that_names_four() -> None:
    """A number of armed forces is that of the states which an earlier sentence names."""
    (draft,) = _spotted(
        "Ministers of Peru, Chile, Ecuador and Bolivia met.",
        "They spoke of Exercise Amber Ridge, to be held by units of the four armed forces.",
    )
    assert _states(draft) == ["Peru", "Chile", "Ecuador", "Bolivia"]


def test_who_directs_the_exercise_takes_part() -> None:
    """The officer under whom it is held is a participant."""
    (draft,) = _spotted(
        "Exercise Amber Ridge began off Tartu on Monday.",
        '"Mines come first," said Rear Admiral Oona Vell, who is directing the exercise.',
    )
    assert [p.name for p in draft.participants] == ["Oona Vell"]


def test_a_superlative_is_no_venue() -> None:
    """Where an exercise is the largest is not where it is held."""
    (draft,) = _spotted(
        "Cobra Quill, the biggest military exercise in South America, opens in Tacna, Peru."
    )
    assert draft.where == "Tacna, Peru"


def test_the_two_are_those_of_the_sentence_before() -> None:
    """A sentence on "the two" speaks of the pair that opens an earlier one."""
    (draft,) = _spotted(
        "Peru and Chile met in Quito.",
        "Brazil stayed away.",
        "The two also hold the Amber Ridge exercise.",
    )
    assert _states(draft) == ["Peru", "Chile"]


def test_abbreviated_forces_are_those_that_the_article_explains() -> None:
    """Initials stand for the force before the brackets that explain them."""
    (draft,) = _spotted(
        "The Royal Tongan Navy (RTN) is ready.",
        "The RTN will take part in Exercise Amber Ridge with the Fijian Navy.",
    )
    assert {p.name for p in draft.participants} == {"Royal Tongan Navy", "Fijian Navy"}


def test_later_sentences_go_on_about_the_exercise() -> None:
    """What "it", "the drills" and the participants do belongs to the exercise before."""
    (draft,) = _spotted(
        "Exercise Amber Ridge begins off Tartu next week.",
        "It lasts from Monday to Friday.",
        "Some 1,200 soldiers of Latvia and Norway are to take part.",
        "The force will be commanded by Rear Admiral Oona Vell.",
        "Bread prices rose.",
        "Sweden is in the cup final.",
    )
    assert draft.sentences == [1, 2, 3, 4]
    assert draft.when == "from Monday to Friday"
    assert draft.where == "Tartu"
    assert draft.personnel == "Some 1,200 soldiers"
    assert _states(draft)[:2] == ["Latvia", "Norway"]
    assert draft.participants[-1].name == "Oona Vell"


def test_editions_are_records_of_their_own() -> None:
    """Another number, the first time and "the edition planned for" are other occasions."""
    drafts = _spotted(
        "Exercise Amber Ridge will be held off Tartu from 3 to 9 May.",
        "Amber Ridge was held for the first time in 2009 between Latvia and Norway.",
        "The previous edition, Amber Ridge 2023, was held off Riga with the same two navies.",
        "The edition planned for 2021 was cancelled.",
    )
    assert [(draft.name, draft.modality, draft.when) for draft in drafts] == [
        ("Amber Ridge", "planned", "from 3 to 9 May"),
        ("Amber Ridge", "happened", "2009"),
        ("Amber Ridge 2023", "happened", None),
        ("Amber Ridge", "cancelled", "2021"),
    ]
    assert drafts[2].series == "Amber Ridge"
    assert _states(drafts[2]) == ["Latvia", "Norway"]


@pytest.mark.parametrize(
    ("sentence", "when", "where"),
    [
        ("The minister said on Tuesday in Sofia that Exercise Amber Ridge would go ahead.",
         None, None),
        ("The navies ended the 23rd edition of Exercise Amber Ridge off Goa on 22 March.",
         "22 March", "Goa"),
        ("Since 1992 Exercise Amber Ridge has brought two armies together.", None, None),
        ("THURSDAY. Peru ended Exercise Amber Ridge in the northern Gulf.",
         "THURSDAY", "northern Gulf"),
    ],
)  # fmt: skip
def test_dates_and_places_are_the_exercises_own(
    sentence: str, when: str | None, where: str | None
) -> None:
    """The day and the town of a statement, and the year in which a series began, do not count."""
    (draft,) = _spotted(sentence, "The army spoke.")
    assert (draft.when, draft.where) == (when, where)


def test_domains_are_those_of_the_named_forces() -> None:
    """Of several exercises in a sentence each has the domain of its own part."""
    drafts = _spotted("They hold the Tall Fern exercise between armies and SALTEX between navies.")
    assert [draft.domains for draft in drafts] == [["land"], ["sea"]]


@given(st.lists(st.text(max_size=80), max_size=4))
def test_drafts_copy_the_sentences(sentences: list[str]) -> None:
    """Whatever is spotted stands in the sentences word for word."""
    text = " ".join(sentences)
    for draft in _spotted(*sentences):
        assert draft.name in text
