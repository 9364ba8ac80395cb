"""Quotes are found where they stand, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventschema.quotation import Passage
from eventschema.span import Span

ARTICLE = """\
PORTO NORTE, Oct. 3 - Interior Minister Zoraida Quental on Monday received her Norlandish \
counterpart Åke Brännmark for cross-border talks, two officials said. "We were not asked to sign \
the protocol," Ms. Quental told reporters after the ministers' meeting at the counter-smuggling \
centre. At least 12 people, among them 1,200-franc day labourers, had not been paid since May 4, \
2023. The pre-
liminary accord covers ports in the south.
"""

WHOLE = [Span(0, len(ARTICLE))]

INVENTED = [
    "Interior Minister Zoraida Quental on Monday expelled the ambassador of Norland",
    "The two sides signed a memorandum on fisheries in the afternoon",
    "Brännmark said the border would remain closed",
    "President Zoraida Quental",
    "Three people were killed in the explosion",
    "a joint communique was issued",
    "the protocol entered into force",
    "talks in Porto Sul",
    "Norlandish navy",
    "the ministers agreed to meet again in spring",
    "Quental resigned",
    "the cross-border attack",
    "Åke Brännmark denied the report",
    "the accord was ratified",
    "on the sidelines of the summit",
    "the coast guard opened fire",
    "officials declined to comment",
    "the second round of talks",
    "the ports agreement",
    "an exercise called Iron Gull",
    "a trade delegation",
    "Defence Minister Zoraida Quental",
    "the Norlandish embassy",
    "Monday evening",
    "last Monday",
    "the ministers' dinner",
    "Ms. Brännmark",
    "received her Sudlandish counterpart",
    "the counter-terrorism centre",
    "unknown assailants",
]

ONE_WRONG_FACT = [
    "At least 13 people",
    "At least 112 people",
    "1,300-franc day labourers",
    "had not been paid since May 5, 2023",
    "had not been paid since May 4, 2032",
    "Interior Minister Zoraida Quintal on Monday received",
    "Interior Minister Zoraida Quental on Tuesday received",
    "We were asked to sign the protocol",
    "had been paid since May 4",
    "Justice Minister Zoraida Quental on Monday received",
    "received her Norlandish counterpart Åse Brännmark",
]

NOISY = [
    ("Interior  Minister\nZoraida   Quental", "Interior Minister Zoraida Quental"),
    ("interior minister zoraida quental", "Interior Minister Zoraida Quental"),
    (
        "\u201cWe were not asked to sign the protocol\u201d",
        "We were not asked to sign the protocol",
    ),
    ("ministers\u2019 meeting", "ministers' meeting"),
    ("cross\u2011border talks", "cross-border talks"),
    ("cross border talks", "cross-border talks"),
    ("counter-smuggling center", "counter-smuggling centre"),
    ("Ake Brannmark", "Åke Brännmark"),
    ("preliminary accord", "pre-\nliminary accord"),
    ("received her Norlandish counterpart, Åke Brännmark , for cross-border talks", None),
    ("Zoraida Quental on Monday received her Norlandish counterpart.", None),
]


@pytest.mark.parametrize("quote", INVENTED)
def test_an_invented_quote_is_not_found(quote: str) -> None:
    """Words that the article does not contain stand nowhere in it."""
    assert Passage(ARTICLE, WHOLE).find(quote) == ()


@pytest.mark.parametrize("quote", ONE_WRONG_FACT)
def test_one_wrong_fact_makes_another_quote(quote: str) -> None:
    """A changed number, name, office, weekday or negation is never forgiven."""
    assert Passage(ARTICLE, WHOLE).find(quote) == ()


@pytest.mark.parametrize(("quote", "meant"), NOISY)
def test_typographic_noise_is_forgiven(quote: str, meant: str | None) -> None:
    """Spacing, quotation marks, hyphens, case, accents and spelling do not hide a true quote."""
    (span,) = Passage(ARTICLE, WHOLE).find(quote)
    found = ARTICLE[span.start : span.end]
    assert found == (meant if meant is not None else found)


PREFIXES = [
    "İ",
    "İİİ ",
    "ﬁnal ﬂow ",
    "👩‍👩‍👧‍👦 ",
    "e\u0301e\u0301 ",
    "\u00ad\u200b",
    "Straße ß ",
    "㎏ ½ ",
]


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize(("quote", "meant"), NOISY)
def test_offsets_survive_characters_that_change_length(
    prefix: str, quote: str, meant: str | None
) -> None:
    """A character whose folded form is longer or shorter shifts no later offset."""
    text = prefix + ". " + ARTICLE
    (plain,) = Passage(ARTICLE, WHOLE).find(quote)
    (span,) = Passage(text, [Span(0, len(text))]).find(quote)
    assert text[span.start : span.end] == ARTICLE[plain.start : plain.end]
    assert meant in (None, text[span.start : span.end])


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("Mali", "Fighting went on in Somalia."),
        ("200", "They paid 1,200 francs."),
        ("2", "A rise of 2.5 per cent."),
        ("5 May", "It began on 15 May."),
        ("us", "The US said so."),
        ("US", "They told us so."),
        ("May", "It may rain."),
        ("March", "A march was held."),
        ("march", "In March it ended."),
        ("fi", "The ﬁnal day."),
        ("e", "cafe\u0301 noir"),
        ("not", "nothing"),
        ("123 people", "12\u00b3 people were counted."),
        ("no 5", "It is \u2116 5."),
        ("Lee resigned the pact", "Lee re-signed the pact."),
        ("unionized", "Water that is un-ionized."),
        ("", "Anything."),
        ("...", "Wait... what?"),
    ],
)
def test_no_quote_begins_or_ends_inside_a_word(quote: str, text: str) -> None:
    """A part of a word or number, or a word of another case and meaning, is no quote."""
    assert Passage(text, [Span(0, len(text))]).find(quote) == ()


def test_the_capital_that_begins_a_sentence_is_noise() -> None:
    """A lower-case word is found at a sentence's start, where any word has a capital."""
    assert Passage("Three die in fire", [Span(0, 17)]).find("three") == (Span(0, 5),)


def test_what_is_not_shown_is_not_found() -> None:
    """A quote that stands only in hidden text, or reaches into it, is not found."""
    text = "Shown here. Hidden bombing. Shown again."
    shown = [Span(0, 11), Span(28, 40)]
    assert Passage(text, shown).find("Hidden bombing") == ()
    assert Passage(text, shown).find("here. Hidden") == ()
    assert Passage(text, shown).find("Shown") == (Span(0, 5), Span(28, 33))


def test_scripts_without_blanks_have_no_word_bounds() -> None:
    """In Chinese, Japanese or Thai a quote may begin and end anywhere."""
    text = "外交部长周一在北京会见客人。"
    assert Passage(text, [Span(0, len(text))]).find("北京") == (Span(7, 9),)


@given(st.text(), st.data())
def test_every_found_span_holds_the_quotes_letters(text: str, data: st.DataObject) -> None:
    """Whatever is cut from a text at word bounds is found, and at a place that reads the same."""
    words = [w for w in text.split() if w.isalnum() and len(w) > 1]
    if not words:
        return
    word = data.draw(st.sampled_from(words))
    spans = Passage(text, [Span(0, len(text))]).find(word)
    assert all(text[s.start : s.end].casefold() == word.casefold() for s in spans)
    assert spans or not word.isascii()


@given(st.text(), st.text())
def test_a_search_never_fails_and_stays_inside_the_text(text: str, quote: str) -> None:
    """Any quote may be sought in any text; spans are ordered, not empty, and inside it."""
    spans = Passage(text, [Span(0, len(text))]).find(quote)
    assert list(spans) == sorted(spans)
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
