"""Which country words name."""

from __future__ import annotations

from importlib import resources
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventschema.language import countries
from eventschema.span import Span

ROWS = [
    tuple(line.split("\t"))
    for line in resources.files("eventschema.language")
    .joinpath("countries.tsv")
    .read_text(encoding="utf-8")
    .splitlines()[1:]
]
CODES = [row[0] for row in ROWS if len(row[0]) == 3]
ALIASES = [
    (row[0], alias) for row in ROWS for cell in row[1:] for alias in cell.split("|") if alias
]


def test_the_table_has_every_code_of_iso_3166_1_and_kosovo() -> None:
    """There are the 249 codes of the standard and XKX, each once."""
    assert len(CODES) == len(set(CODES)) == 250
    assert {"AFG", "ALA", "BES", "CIV", "CUW", "GBR", "PSE", "SSD", "TWN", "UMI", "ZWE"} < set(
        CODES
    )
    assert "XKX" in CODES


def test_an_alias_belongs_to_one_code() -> None:
    """No name, demonym or place stands in two rows."""
    assert len({alias for _, alias in ALIASES}) == len(ALIASES)


def test_an_alias_in_lower_case_names_no_country() -> None:
    """No alias is found where it could be a common word: "turkey", "polish", "us"."""
    assert [alias for _, alias in ALIASES if countries.mentioned(alias.lower())] == []


@pytest.mark.parametrize("row", [row for row in ROWS if len(row[0]) == 3], ids=lambda row: row[0])
def test_every_name_of_a_country_gives_its_code(row: tuple[str, str, str, str]) -> None:
    """Each name is read as its own row's, and as a country's own name."""
    for name in row[1].replace("=", "").split("|"):
        assert countries.code(name) == row[0]
        assert countries.is_country(f"the {name}")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_every_demonym_and_place_gives_its_code(row: tuple[str, str, str, str]) -> None:
    """Each demonym and place lies in its own row's country, and is no country's name."""
    expected = row[0] if len(row[0]) == 3 else None
    for alias in filter(None, f"{row[2]}|{row[3]}".split("|")):
        assert countries.of_place(f"{alias}x" if alias.endswith("-") else alias) == expected
        assert not countries.is_country(alias)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Japanese", "JPN"),
        ("Japan's", "JPN"),
        ("JAPAN\u2019S", "JPN"),
        ("Government of Japan", "JPN"),
        ("Japanese Defense Minister", "JPN"),
        ("a hamlet in eastern Senegal", "SEN"),
        ("Myanmar's northernmost state", "MMR"),
        ("the Russian embassy in Oslo", None),
        ("the U.S.", "USA"),
        ("US-led forces", "USA"),
        ("U.K. officials", "GBR"),
        ("the UAE", "ARE"),
        ("Emiratis", "ARE"),
        ("Ivory Coast", "CIV"),
        ("Cote d'Ivoire", "CIV"),
        ("Co\u0302te d\u2019Ivoire", "CIV"),
        ("T\u00fcrkiye", "TUR"),
        ("R\u00e9union", "REU"),
        ("Class Reunion", None),
        ("Nigerien soldiers", "NER"),
        ("Nigerian soldiers", "NGA"),
        ("Congolese troops", None),
        ("Congolese and Rwandan troops", None),
        ("Koreans", None),
        ("South Koreans", "KOR"),
        ("Democratic People's Republic of Korea", "PRK"),
        ("Congo, Democratic Republic of the", "COD"),
        ("Congo-Brazzaville", "COG"),
        ("Republic of China", "TWN"),
        ("People's Republic of China", "CHN"),
        ("Northern Ireland", "GBR"),
        ("Papua New Guinea", "PNG"),
        ("Equatorial Guinea", "GNQ"),
        ("Guinea-Bissau", "GNB"),
        ("South Sudan", "SSD"),
        ("Somalia", "SOM"),
        ("a Roman road", None),
        ("the Gulf of Mexico", None),
        ("Latin American leaders", None),
        ("in English", None),
        ("Franco-German brigade", None),
        ("Sino-foreign ventures", "CHN"),
        ("Franco Duarte", None),
        ("give us a chance", None),
        ("the china cabinet", None),
        ("US$5 million", None),
        ("Oslo", None),
        ("", None),
    ],
)
def test_code_is_that_of_the_one_country_named(text: str, expected: str | None) -> None:
    """A phrase has a country's code when it names that country and no other."""
    assert countries.code(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thimphu", "BTN"),
        ("the old fort, Colombo", "LKA"),
        ("NEW DELHI", "IND"),
        ("Mal\u00e9", "MDV"),
        ("Nay Pyi Taw", "MMR"),
        ("the Chilean coast", "CHL"),
        ("the border between Chad and Niger", None),
        ("Congo Street, Harare, Zimbabwe", "ZWE"),
        ("Tripoli, Lebanon", "LBN"),
        ("a farm near Atlanta, Georgia", "USA"),
        ("a farm in Georgia", "GEO"),
        ("a mall in Austin, Texas", "USA"),
        ("Kinshasa, Congo", "COD"),
        ("New Mexico", "USA"),
        ("Gaza City", "PSE"),
        ("the Niger Delta", "NGA"),
        ("the Indian Ocean", None),
        ("a rice mill upriver", None),
    ],
)
def test_a_place_lies_in_the_country_its_words_tell(text: str, expected: str | None) -> None:
    """Names, adjectives and capitals count; of several countries only the last part's does."""
    assert countries.of_place(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya", True),
        ("the Republic of Kenya", True),
        ("Democratic Socialist Republic of Sri Lanka", True),
        ("the U.A.E.'s", True),
        ("Congo", True),
        ("Kenyan", False),
        ("Bank of Japan", False),
        ("Kenya and Uganda", False),
        ("Nairobi", False),
        ("Georgia state police", False),
    ],
)
def test_a_country_is_its_own_name(text: str, *, expected: bool) -> None:
    """An article, a form of state and a possessive may surround the name, and nothing else."""
    assert countries.is_country(text) is expected


def test_mentions_come_in_order_with_their_spans() -> None:
    """Names and demonyms are found where they stand; capitals and other words are not."""
    text = "In Oslo, the U.S. and Lao envoys met C\u00f4te d'Ivoire's; Omani aides watched."
    found = [(code, text[span.start : span.end]) for code, span in countries.mentioned(text)]
    assert found == [
        ("USA", "U.S."),
        ("LAO", "Lao"),
        ("CIV", "C\u00f4te d'Ivoire"),
        ("OMN", "Omani"),
    ]


def test_demonyms_are_found_apart_from_names() -> None:
    """Ambiguous demonyms are demonyms too; names of countries are not."""
    assert countries.demonyms("Korean and Thai aides in Japan") == (Span(0, 6), Span(11, 15))


@given(st.lists(st.sampled_from([alias for _, alias in ALIASES] + [",", "the", "x\u0301", "."])))
def test_spans_lie_in_the_text_one_behind_the_other(words: list[str]) -> None:
    """No two mentions overlap, and none is empty."""
    text = " ".join(words)
    spans = [span for _, span in countries.mentioned(text)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= next_.start for one, next_ in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "part", "meant"),
    [
        ("a convoy in South Sudan", "Sudan", "SSD"),
        ("ports of Equatorial Guinea", "Guinea", "GNQ"),
        ("a desert in New Mexico", "Mexico", "USA"),
        ("the coast of Sudan", "Sudan", "SDN"),
    ],
)
def test_a_part_of_a_name_is_the_whole_name(text: str, part: str, meant: str | None) -> None:
    """The country is that of the name in the text, not of a word of it."""
    start = text.index(part)
    whole = countries.whole(text, Span(start, start + len(part)))
    assert countries.of_place(text[whole.start : whole.end]) == meant
