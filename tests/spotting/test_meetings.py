"""Meetings that an article's words report: which are seen, and what is told of each."""

from __future__ import annotations

import pytest

from eventschema.draft import MeetingDraft
from eventschema.spotting.meetings.spotter import spot
from eventschema.spotting.scene import Scene


def spotted(*sentences: str) -> list[MeetingDraft]:
    """The meetings of an article with these sentences."""
    return list(spot(Scene(dict(enumerate(sentences, start=1)))))


def names(draft: MeetingDraft) -> set[str]:
    """Who met."""
    return {participant.name for participant in draft.participants}


@pytest.mark.parametrize(
    "sentence",
    [
        "President Amara Kolle of Togo and his Ghanaian counterpart, Kwame Botwe, met in Lomé.",
        "Prime Minister Tarek Haddouti received the Spanish ambassador, Lucía Ferrándiz, in Rabat.",
        "The leaders of Kenya, Uganda and Rwanda will meet in Kampala next month.",
        "Talks between Ethiopia and Sudan over the dam resumed in Nairobi on 3 June.",
        "The foreign ministry summoned the Dutch chargé d'affaires on Monday over the ship.",
        "The U.N. Security Council met behind closed doors on Thursday to discuss the crisis.",
        "Finance ministers from the Group of Seven held a video conference on Tuesday.",
        "The inaugural India-Chile strategic dialogue was held in Santiago on 14 August.",
        "President Marta Oquendo was received by Pope Celestine at the Vatican on Saturday.",
        "The Slovak premier, Juraj Kohút, is scheduled to visit Kyiv on 20 September.",
        "Mayor Ellen Prowse met representatives of the dockers' union on Monday.",
        "The trade delegations are due to reconvene in Singapore in early May.",
    ],
)
def test_news_says_in_many_ways_that_people_met(sentence: str) -> None:
    """Verbs, passives, nouns, calls, visits and sessions of bodies each make one meeting."""
    assert len(spotted(sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister said the budget met all targets set by lenders.",
        "Rovers met United in the semi-final at Wembley on Saturday.",
        "The mayor called on residents of Harbury to save water.",
        "He told a news conference in Paris on Monday that the talks had been useful.",
        "Parliament met in extraordinary session on Monday.",
        "Opposition leader Pía Lorente urged the government to hold talks with the union.",
        "Gunmen attacked a meeting of tribal elders in Marib on Tuesday, killing six.",
        "Ministers meet, exercises are held, memoranda are signed.",
        "The two navies regularly hold talks in Muara.",
        "No meeting is planned between the two leaders, the Kremlin said.",
        "A large crowd gathered outside the bank in Athens on Wednesday.",
        "Krit said he had invited his counterpart to visit Bangkok next spring.",
        "Troops fired 40 rounds near Bar on Friday.",
        'Captain Mira Toll said: "Crews must not meet for the first time in Oslo on that day."',
    ],
)
def test_the_same_words_often_mean_no_meeting(sentence: str) -> None:
    """Targets, matches, appeals, press conferences, sittings, habits and wishes are no meetings."""
    assert spotted(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("President Ann Kolle met President Bo Botwe in Lomé on Monday.", "happened"),
        ("President Ann Kolle will meet President Bo Botwe in Lomé on Monday.", "planned"),
        ("President Ann Kolle was to have met President Bo Botwe on Monday.", "cancelled"),
        ("A meeting of the leaders of Chad and Niger in Agadez was called off.", "cancelled"),
        ("A meeting in Tunis on 3 May was postponed until 9 May.", "planned"),
        ("President Ann Kolle may meet President Bo Botwe in Lomé on Monday.", "hypothetical"),
        ("President Ann Kolle denied that she had met President Bo Botwe in Lomé.", "denied"),
        ("Officials from Chad and Niger have been meeting in Agadez since Monday.", "ongoing"),
        ("NATO defence ministers gather in Brussels on Thursday.", "planned"),
    ],
)
def test_the_verb_tells_whether_it_took_place(sentence: str, modality: str) -> None:
    """What is due, called off, possible, denied or under way is told from what happened."""
    assert [draft.modality for draft in spotted(sentence)] == [modality]


def test_a_later_sentence_may_call_it_off() -> None:
    """A planned meeting is cancelled where the next sentence says that nothing came of it."""
    (draft,) = spotted(
        "The finance minister is due to meet union leaders in La Paz on Monday.",
        "His office says the appointment is off.",
    )
    assert draft.modality == "cancelled"
    assert draft.sentences == [1, 2]


def test_those_who_met_are_named_and_their_spokesmen_not() -> None:
    """Subject and partner take part; who is quoted and who is talked about do not."""
    (draft,) = spotted(
        "Zambian President Chanda Phiri met Prime Minister Olga Brandt in Lusaka on Friday to"
        " discuss the detention of Peter Vance, spokesman Isaac Mwale said."
    )
    assert names(draft) == {"Chanda Phiri", "Olga Brandt"}


def test_the_two_are_those_named_before() -> None:
    """A plural that points back takes the people of the sentence before, and its date."""
    (draft,) = spotted(
        "Lao Prime Minister Somchit Vilay and Thai Prime Minister Krit Asawin opened a bridge on"
        " Friday.",
        "The two premiers then held talks in Nong Khai.",
    )
    assert names(draft) == {"Somchit Vilay", "Krit Asawin"}
    assert (draft.when, draft.where) == ("Friday", "Nong Khai")


def test_their_ministers_are_other_people_of_the_same_states() -> None:
    """The leaders in "their leaders" stand for the states of those named before, not for them."""
    first, second = spotted(
        "The foreign ministers of Japan and China, Oda Ren and Li Wen, met in Jeju on Friday.",
        "The ministers said that their leaders will meet in Fukuoka next year.",
    )
    assert {"Oda Ren", "Li Wen"} <= names(first)
    assert names(second) == {"Japan", "China"}
    assert (second.modality, second.where) == ("planned", "Fukuoka")


def test_later_sentences_of_a_meeting_make_no_second_one() -> None:
    """Words like "the talks" and "during the meeting" mean the meeting that was told of before."""
    (draft,) = spotted(
        "Norwegian Defence Minister Sigrid Haugland met Finnish counterpart Pekka Rautio in"
        " Kirkenes on 12 January.",
        "During the meeting, the ministers reviewed plans for joint patrols.",
        "The talks lasted two hours.",
    )
    assert draft.sentences[:2] == [1, 2]
    assert (draft.when, draft.where) == ("12 January", "Kirkenes")


def test_one_sentence_may_tell_of_two_meetings() -> None:
    """A round that was and a round that is to be are two, each with its own date and place."""
    first, second = spotted(
        "The border commission, which last met on March 9 in Orvik, is due to convene again next"
        " week in Tavin."
    )
    assert (first.modality, first.when, first.where) == ("happened", "March 9", "Orvik")
    assert (second.modality, second.when, second.where) == ("planned", "next week", "Tavin")


def test_the_date_is_that_of_the_meeting_itself() -> None:
    """Neither the day of the statement nor that of another event is taken."""
    (draft,) = spotted(
        "President Ann Kolle will meet President Bo Botwe in Lomé on 3 July after the attack of 9"
        " June, her office said on Monday."
    )
    assert draft.when == "3 July"


def test_a_visit_with_talks_is_one_meeting() -> None:
    """The visit adds its place to the talks and makes no record of its own."""
    (draft,) = spotted(
        "Japan's foreign minister, Oda Ryusei, is visiting Canberra this week, where he will hold"
        " talks with Prime Minister Craig Delaney."
    )
    assert {"Oda Ryusei", "Craig Delaney"} <= names(draft)
    assert draft.where == "Canberra"


def test_host_and_visitor_follow_from_the_verb() -> None:
    """Who receives is the host; who calls on somebody is the visitor."""
    (received,) = spotted("King Dorji received Thai army chief Prasit Wongsakul on Friday.")
    (called,) = spotted("Admiral Carl Wexford called on Defence Secretary Anita Sehgal on Friday.")
    assert [p.role for p in received.participants if p.name == "Prasit Wongsakul"] == ["visitor"]
    assert [p.role for p in called.participants if p.name == "Anita Sehgal"] == ["host"]


def test_a_headline_is_no_second_meeting() -> None:
    """A line without a full stop joins the meeting that the text reports."""
    (draft,) = spotted(
        "Guyana and Suriname leaders speak by phone",
        "President Rohan Lall of Guyana and his Surinamese counterpart, Wilfred Amat, spoke by"
        " telephone on Monday evening.",
    )
    assert draft.format == "call"
    assert draft.when == "Monday evening"


def test_a_line_break_inside_a_sentence_does_not_matter() -> None:
    """Hard-wrapped text is read like any other."""
    (draft,) = spotted("President Ann Kolle met\nPresident Bo Botwe in Lomé on\nMonday.")
    assert (draft.when, draft.where) == ("Monday", "Lomé")


def test_long_sentences_are_read_in_time() -> None:
    """A sentence of many thousand words of meeting costs no more than in proportion."""
    assert spotted("talks with the minister on the meeting of " * 300) is not None


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        (
            (
                "Kenyan President Amos Wekesa received a telephone call from his Ugandan"
                " counterpart, Ruth Nakato, on Tuesday evening."
            ),
            ["Amos Wekesa", "Ruth Nakato"],
        ),
        (
            (
                "Foreign Minister Hugo Ferreira was in Rabat on Monday, where he and his Moroccan"
                " counterpart, Youssef Benjelloun, discussed fisheries."
            ),
            ["Hugo Ferreira", "Youssef Benjelloun"],
        ),
        (
            (
                "The Nepali side was headed by Joint Secretary Ram Thapa, while Joint Secretary"
                " Anil Mehta led the Indian delegation at the talks in Pokhara on 7 July."
            ),
            ["Anil Mehta", "Ram Thapa"],
        ),
        (
            (
                "The minister today hosted the session of the forum, attended by colleagues from"
                " Croatia and Italy, Ante Horvat and Ginevra Fossataro."
            ),
            ["Ante Horvat", "Ginevra Fossataro"],
        ),
        (
            (
                "Romania's defence minister, Ilinca Radu, who arrives in Sofia on Monday, is to see"
                " her colleague Andrei Petkov."
            ),
            ["Ilinca Radu", "Andrei Petkov"],
        ),
    ],
)
def test_those_who_met_are_found_in_many_turns_of_phrase(sentence: str, people: list[str]) -> None:
    """Calls received, delegations led, colleagues listed and somebody to be seen name who met."""
    (draft,) = spotted(sentence)
    assert [p.name for p in draft.participants if " " in p.name] == people


def test_a_meeting_of_a_series_is_of_the_same_states() -> None:
    """The previous session and the next one are of all the states that meet this time."""
    drafts = spotted(
        "The defence ministers of Chad, Mali and Niger held a session of their forum in Agadez on"
        " Monday.",
        "The previous session of the forum took place in Gao in May 2021.",
        "The next one will be hosted by Chad in Abéché.",
    )
    assert [draft.where for draft in drafts] == ["Agadez", "Gao", "Abéché"]
    for draft in drafts:
        assert {p.country for p in draft.participants} == {"Chad", "Mali", "Niger"}


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("An earlier meeting of the two mayors, fixed for August, never happened.", "cancelled"),
        (
            (
                "The Serbian defence minister, Zoran Ilic, will not be coming to Vienna for talks"
                " tomorrow after all."
            ),
            "cancelled",
        ),
        (
            (
                "The minister rejected claims that envoys of the state had met rebel leaders in"
                " Goma in January."
            ),
            "denied",
        ),
        (
            (
                "Foreign Minister Bo Lind is seeking talks with the Polish prime minister in Oslo"
                " in May."
            ),
            "hypothetical",
        ),
        (
            (
                "Premier Anna Lind told Estonian President Kaarel Tamm in a meeting in Tallinn on"
                " Tuesday that Sweden would send engineers."
            ),
            "happened",
        ),
    ],
)
def test_more_words_tell_whether_a_meeting_took_place(sentence: str, modality: str) -> None:
    """What never happened is cancelled, what is sought open, what is rejected as false denied."""
    (draft,) = spotted(sentence)
    assert draft.modality == modality


def test_a_meeting_that_was_moved_takes_place_elsewhere() -> None:
    """Behind "will be held" stands the place that counts."""
    (draft,) = spotted(
        "The talks between Peru and Chile, foreseen in Lima, will be held in Arica on Saturday."
    )
    assert (draft.where, draft.modality) == ("Arica", "planned")


def test_there_is_the_place_of_the_sentence_before() -> None:
    """Who is to meet there meets at the place named last."""
    (draft,) = spotted(
        "The fleet will sail to Souda Bay in autumn.",
        "The planning conference of Italy and Greece is to convene there on 6 October.",
    )
    assert draft.where == "Souda Bay"


@pytest.mark.parametrize(
    "sentence",
    [
        "A ferry and a tug of Djibouti came into contact off Obock on 15 June.",
        "Our correspondent gathered on Sunday that Governor Musa Danladi had fled Minna.",
        "The summits of Iraq and Jordan began in 2019.",
    ],
)
def test_contacts_of_ships_and_what_reporters_gather_are_no_meetings(sentence: str) -> None:
    """Ships in contact, reporters who gather news and a series as such report no meeting."""
    assert not spotted(sentence)
