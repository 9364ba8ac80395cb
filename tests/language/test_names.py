"""Names of people and bodies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventschema.language import names


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Mr Marrow", "Marrow"),
        ("Mr. Marrow", "Marrow"),
        ("the Hon. Minister of Defence, Dr. Oona Vell-Marrow", "Oona Vell-Marrow"),
        ("the Hon. Gen Kurosato", "Gen Kurosato"),
        ("H.E. Mr. Yusif Kadr", "Yusif Kadr"),
        ("His Excellency Dr Oona Vell", "Oona Vell"),
        ("Shri Bal Thakkur", "Bal Thakkur"),
        ("Khun Prasert Dee", "Prasert Dee"),
        ("Dato' Marshal Foo", "Marshal Foo"),
        ("Dato\u2019 Marshal Foo", "Marshal Foo"),
        ("Sheikh Hamad Lune", "Sheikh Hamad Lune"),
        ("U Hla Bo", "U Hla Bo"),
        ("Daw Hla Bo", "Daw Hla Bo"),
        ("Kurosato San", "Kurosato"),
        ("Kurosato-san", "Kurosato"),
        ("Thein San", "Thein San"),
        ("Mya Mya San", "Mya Mya San"),
        ("Oona Vell (Retd.)", "Oona Vell"),
        ("Oona Vell, retd", "Oona Vell"),
        ("Oona Vell (54)", "Oona Vell"),
        ("Oona Vell, 54", "Oona Vell"),
        ("Vell\u2019s", "Vell"),
        ("Marrows'", "Marrows"),
        ("Ludo van der Vell", "Ludo van der Vell"),
        ("al-Marrow", "al-Marrow"),
    ],
)
def test_honorifics_and_endings_are_no_part_of_a_name(name: str, expected: str) -> None:
    """Courtesy titles, ages and possessives go; what belongs to the name stays."""
    assert names.bare(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Colonel Vell", "Vell"),
        ("Lt. Col. Oona Vell", "Oona Vell"),
        ("Maj. Gen. Oona Vell", "Oona Vell"),
        ("Lieutenant General Oona Vell", "Oona Vell"),
        ("Colonel-Major Oona Vell", "Oona Vell"),
        ("Inspector General Oona Vell", "Oona Vell"),
        ("Air Marshal Vell", "Vell"),
        ("Vice Admiral Marshal Okonto", "Marshal Okonto"),
        ("Major General Ko Major Hla", "Ko Major Hla"),
        ("Police Commissioner Major Tavi-Loa", "Major Tavi-Loa"),
        ("General Kurosato", "Kurosato"),
        ("General Oona Vell", "Oona Vell"),
        ("General (ret.) Oona Vell", "Oona Vell"),
        ("Gen. Oona Vell", "Oona Vell"),
        ("Gen. Vell", "Gen. Vell"),
        ("Gen Kurosato", "Gen Kurosato"),
        ("Gen Holt-Vell", "Gen Holt-Vell"),
        ("Sergeant Oona Vell", "Oona Vell"),
        ("Sergeant Vell", "Sergeant Vell"),
        ("Major Ag Marrow", "Major Ag Marrow"),
        ("Major Oona (Retd.) Vell", "Oona (Retd.) Vell"),
        ("Marshal Zola Okonto", "Marshal Zola Okonto"),
        ("Dean Marrow", "Dean Marrow"),
        ("King Marrow", "King Marrow"),
        ("General Staff of the Navy", "General Staff of the Navy"),
    ],
)
def test_ranks_go_where_they_cannot_be_names(name: str, expected: str) -> None:
    """A rank that is also a name stays unless its spelling or its neighbors show the rank."""
    assert names.bare(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Defence Minister Gen Kurosato", "Gen Kurosato"),
        ("Japanese Defense Minister Gen Kurosato", "Gen Kurosato"),
        ("Defence Minister General Kurosato", "Kurosato"),
        ("President Vell", "Vell"),
        ("Prime Minister Ludo Vell", "Ludo Vell"),
        ("justice minister, Ludo Vell", "Ludo Vell"),
        ("Finance Minister Dean Marrow", "Dean Marrow"),
        ("Thailand's foreign minister, Khun Prasert Dee", "Prasert Dee"),
        ("Minister of Defense of Japan Gen Kurosato", "Gen Kurosato"),
        ("President of Sri Lanka Oona Vell", "Oona Vell"),
        ("Chief of the General Staff General Oona Vell", "Oona Vell"),
        ("Commander of the Navy, Vice Admiral Marshal Okonto", "Marshal Okonto"),
        ("Secretary-General Oona Vell", "Oona Vell"),
        ("Ludo Vell, Foreign Minister", "Ludo Vell"),
        ("Ludo Vell, a former baker", "Ludo Vell"),
        ("schoolteacher Oona Vell", "Oona Vell"),
        ("mill owner U Hla Bo", "U Hla Bo"),
        ("Foreign Minister of Japan", "Foreign Minister of Japan"),
        ("Prime Minister's Office", "Prime Minister's Office"),
        ("Ministry of Foreign Affairs", "Ministry of Foreign Affairs"),
        ("people of Mali", "people of Mali"),
        ("two Peruvian divers and a Greek", "two Peruvian divers and a Greek"),
        ("General Major", "General Major"),
        (" Minister ", "Minister"),
        ("Mr.", "Mr."),
        ("  ", ""),
    ],
)
def test_offices_go_before_a_name_and_stay_alone(name: str, expected: str) -> None:
    """An office is taken off a name, never off itself or a body."""
    assert names.bare(name) == expected


PIECES = (
    "Gen Gen. General Major Marshal Minister Prime of the Japan Japanese Oona Vell Mr. Dr (Retd.)"
    " (54) , 33 's -san San a and Hon. H.E. president Commander for \u0130 Vice Admiral van"
)
NAMES = st.one_of(
    st.text(max_size=30), st.lists(st.sampled_from(PIECES.split()), max_size=7).map(" ".join)
)


@given(NAMES)
def test_a_bare_name_is_a_part_of_the_name_and_stays_bare(name: str) -> None:
    """Baring gives a contiguous part, not empty unless the name is blank, and is idempotent."""
    found = names.bare(name)
    assert found in name
    assert bool(found) == bool(name.strip())
    assert names.bare(found) == found


@pytest.mark.parametrize(
    "text",
    [
        "Oona Vell",
        "OONA VELL",
        "Mr Marrow",
        "Major Hla",
        "President Vell",
        "de Vell",
        "al-Marrow",
        "\u5c71\u7530",
        "Japan",
        "NATO",
        "the Ministry of Defence",
        "Malawi police",
        "National Guard",
        "Security Council",
        "Japan Coast Guard",
    ],
)
def test_people_and_bodies_have_names(text: str) -> None:
    """One proper word is enough."""
    assert names.is_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "he",
        "They",
        "who",
        "two residents",
        "Two residents",
        "A guard",
        "Officials",
        "OFFICIALS",
        "the minister",
        "a local official",
        "sources",
        "the Defence Minister",
        "Foreign Ministers",
        "Minister",
        "General",
        "Prime Minister",
        "Port director",
        "Japan's Defence Minister",
        "Minister of Defence of Japan",
        "the Japanese",
        "Sri Lankan officials",
        "the Malian army",
        "unknown",
        "N/A",
        "",
        "12",
    ],
)
def test_common_nouns_titles_and_demonyms_are_no_names(text: str) -> None:
    """Nothing that only tells what somebody is names them."""
    assert not names.is_name(text)


PLACEHOLDERS = (
    "|unknown|N/A|n.a.|None|null|NIL|Not specified|not mentioned.|unspecified|unnamed|not stated"
    "|not available|-|--|?|TBD|Various|...|No information|(not specified in the article)"
)


@pytest.mark.parametrize("text", PLACEHOLDERS.split("|"))
def test_placeholders_stand_for_no_value(text: str) -> None:
    """Case and punctuation do not matter."""
    assert names.is_placeholder(text)


@pytest.mark.parametrize("text", ["Vell", "unknown gunmen", "N. Vell", "nonetheless", "0"])
def test_words_with_content_are_no_placeholders(text: str) -> None:
    """A placeholder is the whole text, not a part of it."""
    assert not names.is_placeholder(text)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Oona Vell", "Vell", True),
        ("Oona Vell", "Oona", True),
        ("Oona Vell", "Ludo Vell", False),
        ("O. Vell", "Oona Vell", True),
        ("O. Vell", "L. Vell", False),
        ("O. V.", "Oona Vell", False),
        ("Kurosato Gen", "Gen Kurosato", True),
        ("Mr. Kurosato", "Defense Minister Kurosato Gen", True),
        ("Ke\u00efta", "OUMAR KEITA-VELL", True),
        ("Oona Vel", "Oona Vell", False),
        ("", "Vell", False),
    ],
)
def test_a_shorter_form_is_the_same_person(a: str, b: str, *, expected: bool) -> None:
    """Words of the longer name or their initials are enough, one of them in full."""
    assert names.same_person(a, b) is expected


@given(NAMES, NAMES)
def test_being_the_same_person_is_mutual(a: str, b: str) -> None:
    """The order of the two names does not matter."""
    assert names.same_person(a, b) == names.same_person(b, a)


def test_the_fullest_name_has_the_most_words_in_full() -> None:
    """Initials count less than words, titles not at all, and the first of equals is kept."""
    assert names.fullest(["Dr Vell", "O. K. Vell", "Mr Oona Vell", "Oona Vell"]) == "Mr Oona Vell"
    with pytest.raises(ValueError, match="empty"):
        names.fullest([])
