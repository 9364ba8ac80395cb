"""How many people words speak of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventschema.language import counts
from eventschema.span import Span

Triple = tuple[int | None, int | None, int | None]


def bounds(text: str) -> Triple | None:
    """What the text is read as."""
    count = counts.parse(text)
    return None if count is None else (count.low, count.best, count.high)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,200", 1200),
        ("1 200 soldiers", 1200),
        ("four", 4),
        ("twenty-three", 23),
        ("two hundred and six", 206),
        ("a hundred", 100),
        ("half a dozen", 6),
        ("a score of pilgrims", 20),
        ("26 people", 26),
        ("a guard", 1),
        ("A ferry pilot, Ito Marrow", 1),
        ("one worker", 1),
        ("an Argentine", 1),
        ("a 12-year-old boy", 1),
        ("a man, 41", 1),
        ("the driver", 1),
        ("two Peruvian divers and a Greek", 3),
        ("two women and a child", 3),
        ("a man and his two sons", 3),
        ("a man and his wife", 2),
        ("two soldiers, a nurse and three cooks", 6),
        ("the driver and two passengers", 3),
        ("two 12-year-old boys and a girl", 3),
        ("both", 2),
        ("the couple", 2),
        ("their three children", 3),
        ("All 38 passengers and crew", 38),
        ("12 more people", 12),
        ("another 12", 12),
        ("two (2) persons", 2),
        ("a 12-member team", 12),
        ("33 people on Thursday", 33),
        ("killed 14 fighters", 14),
        ("nine were hurt", 9),
        ("12 soldiers, two farmers said", 12),
        ("seven people, two of them children and one a baby", 7),
        ("three of the five", 3),
        ("one of the two hundred and six sailors", 1),
        ("a mortar shell killed 22 people", 22),
        ("In a village, two people and a child died", 3),
        ("no longer 14 but 16", 16),
        ("two bus drivers", 2),
        ("12 may have died", 12),
        ("2019 people", 2019),
        ("nobody", 0),
        ("No one was hurt", 0),
        ("none", 0),
        ("No deaths were reported", 0),
        ("none of the 38 passengers was hurt", 0),
        ("zero", 0),
    ],
)
def test_an_exact_number_has_three_equal_bounds(text: str, number: int) -> None:
    """Where the text says how many, low, best and high are that number."""
    assert bounds(text) == (number, number, number)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at least 12", (12, 12, None)),
        ("no fewer than sixteen", (16, 16, None)),
        ("12 or more", (12, 12, None)),
        ("12 people or more", (12, 12, None)),
        ("12+", (12, 12, None)),
        ("more than 100", (100, 100, None)),
        ("over 100 people", (100, 100, None)),
        ("at least two dozen", (24, 24, None)),
        ("at least 12 and a child", (13, 13, None)),
        ("up to 30", (None, 30, 30)),
        ("as many as 30", (None, 30, 30)),
        ("at most three", (None, 3, 3)),
        ("fewer than 10", (None, None, 10)),
        ("about 15", (None, 15, None)),
        ("About fifteen people", (None, 15, None)),
        ("an estimated 15", (None, 15, None)),
        ("a dozen or so", (None, 12, None)),
        ("20-odd people", (None, 20, None)),
        ("five or six", (5, None, 6)),
        ("between 10 and 12", (10, None, 12)),
        ("10\u201312 people", (10, None, 12)),
        ("two or three dozen", (24, None, 36)),
        ("fifty to a hundred", (50, None, 100)),
        ("five died, the mayor says, or nine, the union says", (5, None, 9)),
        ("five died, the mayor says, or at least nine", (5, None, None)),
        ("dozens of people", (12, 12, None)),
        ("scores", (20, 20, None)),
        ("tens of thousands", (10_000, 10_000, None)),
        ("several hundred people", (100, 100, None)),
        ("14 soldiers and several civilians", (14, 14, None)),
    ],
)
def test_words_around_a_number_open_or_close_its_bounds(text: str, expected: Triple) -> None:
    """No bound is larger than the text warrants, and an open one is None."""
    assert bounds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "several",
        "a few",
        "many",
        "some people",
        "many others",
        "12-year-old boys",
        "in 2019",
        "2019",
        "19 November",
        "November 19",
        "18-19 February",
        "2031-03-28",
        "17.20",
        "450 km",
        "450km",
        "two per cent",
        "two thirds",
        "ninety minutes",
        "$5m",
        "$210 million",
        "second",
        "12th",
        "Ito Marrow",
        "Ito Marrow, 33",
        "Ito Marrow and two children",
        "Heron-4",
        "two vehicles",
        "dozens of vehicles",
        "a car bomb",
        "a group of fighters",
        "the army",
        "Nobody would give figures",
        "nine dead and 20 hurt",
        "12 people and injured 20",
        "99999 billion people",
        "two and " * 200,
    ],
)
def test_what_counts_no_people_is_not_read(text: str) -> None:
    """Measures, dates, things, names, vague words and mixed numbers give no count."""
    assert counts.parse(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "A second driver",
        "The second officer",
        "The dead man",
        "the 3rd wounded guard",
        "journalist Ode Marr",
        "Shopkeeper Mina Oka",
        "police officer Ode Marr, 44",
        "Mayor Ito Marrow",
        "the journalist Ode Rogers",
        "mother-of-three Ada Lom",
        "a mother of three",
        "The mother of two children",
        "father of two",
        "the leader of the ten",
        "the mother of one of the four",
        "a man of 30",
        "a 34 year old man",
        "12-year-old boy",
        "wife of the mayor",
        "a member of the forces",
    ],
)
def test_a_description_of_one_person_is_one(text: str) -> None:
    """A singular noun for a person, with or without a name, is one, whatever numbers it holds."""
    assert bounds(text) == (1, 1, 1)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("his wife and two daughters", 3),
        ("photographer Ono Ilk and driver Ben Tal", 2),
        ("Mayor Ito Marrow and two children", 3),
        ("a second and a third man", 2),
        ("a father of two and his wife", 2),
        ("both pilots", 2),
        ("a couple", 2),
        ("a team of six", 6),
        ("a family of five", 5),
        ("one of the four soldiers", 1),
        ("two fathers of three", 2),
        ("nine people, including three children", 9),
        ("four (two of them seriously)", 4),
        ("the toll rose to 14", 14),
        ("a total of 40 people", 40),
    ],
)
def test_persons_add_up_with_numbers(text: str, number: int) -> None:
    """Described persons and numbers of one list are summed; a part of the list is not."""
    assert bounds(text) == (number, number, number)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("five more", (5, 5, 5)),
        ("a further five", (5, 5, 5)),
        ("an additional four people", (4, 4, 4)),
        ("up to a further nine", (None, 9, 9)),
        ("at least another nine", (9, 9, None)),
    ],
)
def test_what_comes_on_top_is_counted_alone(text: str, expected: Triple) -> None:
    """Words for more ("five more") give the number added: what it is added to is elsewhere."""
    assert bounds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the second",
        "the second time",
        "a second attack",
        "a third vehicle",
        "the dead",
        "the injured included foreigners",
        "the aftermath of attacks",
        "the third phase",
        "no driver",
        "teachers",
        "shopkeepers Mina Oka and Olo Ba",
        "Cyclone Ode",
        "a handful",
    ],
)
def test_what_describes_no_one_person_is_not_read(text: str) -> None:
    """Ordinals of things, plurals and vague words are not one person."""
    assert counts.parse(text) is None


def test_the_text_is_kept_as_given() -> None:
    """The count carries the words it was read from, to the letter."""
    count = counts.parse(" About\u00a0fifteen  people ")
    assert count is not None
    assert count.text == " About\u00a0fifteen  people "


WORDS = (
    "a an one two five dozen dozens hundred million at least most up to fewer than or and between "
    "about , - 12 1,200 3.5 2019 km people men killed hurt nobody no the his several of $ % or"
)


@given(
    st.one_of(
        st.text(max_size=40),
        st.lists(st.sampled_from(WORDS.split()), max_size=12).map(" ".join),
    )
)
def test_bounds_are_in_order_whatever_the_text(text: str) -> None:
    """Nothing raises; of low, best and high, those that are known rise, and one is known."""
    found = bounds(text)
    if found is not None:
        known = [number for number in found if number is not None]
        assert known
        assert known == sorted(known)


@pytest.mark.parametrize(
    ("text", "part", "meant"),
    [
        ("It killed two hundred people.", "two", (200, 200, 200)),
        ("Twenty-five men were killed.", "Twenty", (25, 25, 25)),
        ("They killed 5 million people.", "5", (5_000_000, 5_000_000, 5_000_000)),
        ("It killed 12-15 people.", "12", (12, None, 15)),
        ("Between 12 and 15 people died.", "12", (12, None, 15)),
        ("At least 12 fighters died.", "12", (12, 12, None)),
        ("No more than 12 people died.", "12 people", (None, 12, 12)),
        ("A guard was shot dead.", "A guard", (1, 1, 1)),
        ("About fifteen people were hurt.", "About fifteen people", (None, 15, None)),
        ("A further three died.", "three", (3, 3, 3)),
        ("Police shot a 67-year-old woman.", "a 67-year-old woman", (1, 1, 1)),
        ("A man aged 44 was hurt.", "A man aged 44", (1, 1, 1)),
        ("A mother of three died.", "A mother of three", (1, 1, 1)),
    ],
)
def test_a_part_of_a_number_is_the_whole_number(
    text: str, part: str, meant: tuple[int | None, int | None, int | None]
) -> None:
    """Whatever part of a number's words is pointed at, the number in the text is meant."""
    start = text.index(part)
    span = counts.whole(text, Span(start, start + len(part)))
    assert span is not None
    count = counts.parse(text[span.start : span.end])
    assert count is not None
    assert (count.low, count.best, count.high) == meant


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("A 26-year-old man died.", "26"),
        ("It flew 450 km.", "450"),
        ("A mother of three died.", "three"),
    ],
)
def test_an_age_or_a_measure_is_no_number_of_people(text: str, part: str) -> None:
    """A number that counts something else is not taken out of its phrase."""
    start = text.index(part)
    assert counts.whole(text, Span(start, start + len(part))) is None
