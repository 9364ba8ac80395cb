from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventschema import edtf
from eventschema.language.dates import consistent, find, resolve, without_relation
from eventschema.schema import EventDate

MONDAY = date(2025, 5, 5)
PUBLISHED = st.dates(date(1900, 1, 1), date(2100, 12, 31))
# Phrases whose direction is the event's: those that carry it ("last", "this") are left out.
UNDIRECTED = (
    "Monday",
    "early Friday",
    "Sunday night",
    "Monday to Friday",
    "Saturday and Sunday",
    "April 22",
    "the night of 30-31 December",
    "29 February",
    "December 30 to January 2",
    "November",
    "late May",
    "March to May",
    "the 31st",
    "New Year's Eve",
    "the weekend",
    "since December 28",
    "before Friday",
    "the day after Sunday",
    "around August 3",
)
DIRECTED = (
    "today",
    "yesterday",
    "last week",
    "next month",
    "a decade ago",
    "over the past two weeks",
    "last weekend",
    "this winter",
    "next March",
    "in May last year",
    "the end of the year",
    "since last Friday",
    "Tuesday next week",
)
PHRASES = st.sampled_from(UNDIRECTED + DIRECTED)
VOCABULARY = (
    "the last next this since until by about early end of May Monday 5 5th 2025 week year month"
    " day two weeks ago before after - , ( on in and to from between night January 31 02.02.2024"
    " 0 spring first half quarter every Christmas Eve at noon 10.55 for"
)
WORDS = st.lists(st.sampled_from(VOCABULARY.split()), max_size=12).map(" ".join)


def test_a_resolved_date() -> None:
    """The record holds the text as given, the value, its days, its unit and where it came from."""
    assert resolve("Late on 4-5 May,", published=MONDAY) == EventDate(
        text="Late on 4-5 May,",
        edtf="2025-05-04/2025-05-05",
        start=date(2025, 5, 4),
        end=date(2025, 5, 5),
        precision="day",
        basis="relative",
    )


@pytest.mark.parametrize(
    ("text", "edtf_value"),
    [
        ("on Monday.", "2025-05-05"),
        ("ON MONDAY", "2025-05-05"),
        ("at noon on Monday", "2025-05-05"),
        ("late on Friday", "2025-05-02"),
        ("earlier on Sunday", "2025-05-04"),
        ("the night of May 4-5", "2025-05-04/2025-05-05"),
        ("the night between Saturday and Sunday", "2025-05-03/2025-05-04"),
        ("overnight Sunday to Monday", "2025-05-04/2025-05-05"),
        ("in the early hours of Monday", "2025-05-05"),
        ("Sunday afternoon", "2025-05-04"),
        ("Sunday in the late evening", "2025-05-04"),
        ("reportedly in November", "2024-11"),
        ("just before 7 p.m. Friday", "2025-05-02"),
        ("around 9 p.m. (0200 GMT) on Friday", "2025-05-02"),
        ("Friday, shortly after midnight local time", "2025-05-02"),
        ("10.55 this morning", "2025-05-05"),
        ("since 10.55 this morning", "2025-05-05/.."),
        ("until midnight on Sunday", "../2025-05-04"),
        ("from noon on Sunday", "2025-05-04/.."),
        ("Monday 05 May 2025, 20:25", "2025-05-05"),
        ("2025-05-05T10:00:00Z", "2025-05-05"),
        ("as of 30 June", "2024-06-30"),
        ("in the month of April", "2025-04"),
        ("in the year 2025", "2025"),
        ("sometime in April", "2025-04"),
        ("as early as April", "2025-04"),
        ("last week's", "2025-04-28/2025-05-04"),
        ("Friday\u2019s", "2025-05-02"),
        ('"on\u00a0April\u00a022\u201325"', "2025-04-22/2025-04-25"),
    ],
)
def test_noise_around_a_date(text: str, edtf_value: str) -> None:
    """Prepositions, clock times, parts of the day and punctuation do not change the date."""
    assert resolve(text, published=MONDAY).edtf == edtf_value


@pytest.mark.parametrize(
    ("text", "edtf_value"),
    [
        ("Lisbon, 5 May 2025", "2025-05-05"),
        ("Updated: May 5, 2025 20:25", "2025-05-05"),
        ("the May 5, 2025 summit", "2025-05-05"),
        ("the first anniversary of 5 May 2025", None),
        ("two weeks after the May 5, 2025 summit", None),
        ("the talks before May 5, 2025", None),
        ("the 14th round of May 5, 2025", None),
        ("the talks of May 5, 2025 and of June 6, 2025", None),
        ("the long and winding talks that began at last on May 5, 2025", None),
        ("the summit in May 2025", None),
        ("the Monday talks", None),
    ],
)
def test_a_full_date_among_other_words(text: str, edtf_value: str | None) -> None:
    """One full date is taken out of a short phrase, if no word puts it in relation to the event."""
    assert resolve(text, published=MONDAY).edtf == edtf_value


@pytest.mark.parametrize(
    "text",
    [
        "",
        " .,-",
        "17:20",
        "at noon",
        "since noon",
        "for ten days",
        "weekly",
        "regularly",
        "recently",
        "soon",
        "at a mutually convenient time",
        "night",
        "unknown",
        "May 5 or 6",
        "in mid to late June",
        "since " * 1000 + "May 2025",
    ],
)
def test_phrases_without_a_date(text: str) -> None:
    """Clock times, durations, habits, vague words, alternatives and passages are no date."""
    assert resolve(text, published=MONDAY) == EventDate(text=text)


@pytest.mark.parametrize("phrase", UNDIRECTED + DIRECTED)
@pytest.mark.parametrize("ahead", [False, True])
def test_without_publication_date_nothing_is_guessed(phrase: str, *, ahead: bool) -> None:
    """A phrase that needs the publication date stays unresolved where none is known."""
    assert resolve(phrase, published=None, ahead=ahead) == EventDate(text=phrase)


@given(st.sampled_from(UNDIRECTED), PUBLISHED)
def test_the_past_does_not_begin_after_publication(phrase: str, published: date) -> None:
    """What has happened began by the day of publication."""
    resolved = resolve(phrase, published=published)
    assert resolved.basis == "relative" or phrase == "the day after Sunday"
    assert resolved.start is None or resolved.start <= published


@given(st.sampled_from(UNDIRECTED), PUBLISHED)
def test_what_lies_ahead_is_not_over(phrase: str, published: date) -> None:
    """What is planned does not end before the day of publication."""
    resolved = resolve(phrase, published=published, ahead=True)
    assert resolved.basis == "relative"
    assert resolved.end is None or resolved.end >= published


@given(text=PHRASES | WORDS, published=st.none() | st.dates(), ahead=st.booleans())
def test_values_and_bounds_agree(text: str, published: date | None, *, ahead: bool) -> None:
    """A value is valid EDTF, its days are its bounds; without it everything else is unknown."""
    resolved = resolve(text, published=published, ahead=ahead)
    if resolved.edtf is None:
        assert resolved == EventDate(text=text)
    else:
        assert (resolved.start, resolved.end) == edtf.bounds(resolved.edtf)
        assert resolved.precision != "unknown"
        assert resolved.basis in ({"explicit", "relative"} if published else {"explicit"})


@given(text=st.text(), published=st.none() | st.dates(), ahead=st.booleans())
def test_any_text_is_resolved_or_not(text: str, published: date | None, *, ahead: bool) -> None:
    """No text and no publication date raises anything."""
    assert resolve(text, published=published, ahead=ahead).text == text
    assert consistent(text, published=published, ahead=ahead) in (True, False)


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Monday, May 5, 2025", True),
        ("Tuesday, May 5, 2025", False),
        ("since Tuesday, May 5, 2025", False),
        ("May 5, 2025 (Tuesday)", False),
        ("Friday 2 May to Monday 4 May", False),
        ("Friday 2 May to Sunday 4 May", True),
        ("Saturday, April 19", True),
        ("Tuesday, April 19", False),
        ("Tuesday", True),
        ("no date", True),
    ],
)
def test_consistency(text: str, *, fits: bool) -> None:
    """A weekday that the date does not fall on makes the phrase inconsistent, not unresolved."""
    assert consistent(text, published=MONDAY) is fits


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met last Monday in Lisbon.", ["last Monday"]),
        ("They met late on Friday night.", ["late on Friday night"]),
        ("Since December 28 the army has fired.", ["Since December 28"]),
        ("It runs from Monday to Friday next week.", ["from Monday to Friday next week"]),
        ("It lasts until the end of the month.", ["until the end of the month"]),
        ("Signed two weeks before Monday, 12 May 2025.", ["two weeks before Monday, 12 May 2025"]),
        ("Seen the day before yesterday and yesterday.", ["the day before yesterday", "yesterday"]),
        ("In the 1990s and in 2019, every Monday.", ["the 1990s", "2019", "every Monday"]),
        ("A day earlier, days ago", ["A day earlier", "days ago"]),
        ("on April 22\u201325, 2025; the May 5 attack", ["April 22\u201325, 2025", "May 5"]),
        ("due by the 5th of next month", ["by the 5th of next month"]),
        ("On Saturday, Sunday and Monday", ["Saturday", "Sunday", "Monday"]),
        ("on May 5 and 12 people died", ["May 5"]),
        ("held yesterday (May 4) (again)", ["yesterday (May 4)"]),
        ("MONDAY. Gunmen robbed a bank.", ["MONDAY"]),
        ("At 9 p.m. (1500 GMT) and at 1500 hrs and at 0430.", []),
        ("It burned at 1930 on Sunday, some 2000 homes.", ["Sunday"]),
        ("Signed on 4 October 1500 GMT.", ["4 October"]),
        ("It rained overnight on Tuesday.", ["overnight on Tuesday"]),
        ("They fled overnight Tuesday-Wednesday.", ["overnight Tuesday-Wednesday"]),
        ("Fired late Tuesday into Wednesday.", ["late Tuesday into Wednesday"]),
        ("Held over the weekend of 4-5 May.", ["the weekend of 4-5 May"]),
        ("Held on the 5th and 6th of May.", ["the 5th and 6th of May"]),
        ("Yours of the 2nd inst. came.", ["the 2nd inst."]),
        ("He met them this week after talks.", ["this week"]),
        ("It fell last year after the war.", ["last year"]),
        ("Shot two days before the hotel fire in Oka.", ["two days before the hotel fire"]),
        ("Shot the day before the vote was held.", ["the day before the vote"]),
        ("The day before, police came.", ["The day before"]),
        ("Seen on Easter Sunday and Monday mornings.", ["Easter Sunday", "Monday mornings"]),
        ("He joins on Friday week.", ["Friday week"]),
        ("Rain in the past 24 hours.", ["the past 24 hours"]),
        ("The 5th Brigade came on the 14th.", ["the 14th"]),
        ("The army may march; he sat for 1,995 days.", []),
        ("No date here, at 17:20.", []),
        ("", []),
    ],
)
def test_date_expressions_in_a_sentence(text: str, found: list[str]) -> None:
    """Found are the longest expressions, with the words that change their date."""
    spans = find(text)
    assert [text[span.start : span.end] for span in spans] == found


@given(st.text() | WORDS)
def test_found_spans_are_ordered_and_apart(text: str) -> None:
    """Spans lie in the text, in its order, and never overlap."""
    spans = find(text)
    assert list(spans) == sorted(spans)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert not any(one.overlaps(two) for one, two in pairwise(spans))


@given(PHRASES)
def test_phrases_are_found_in_sentences(phrase: str) -> None:
    """A phrase that can be resolved is found, and what is found resolves to the same date."""
    sentence = f"The envoys met {phrase}, it was said."
    texts = [sentence[span.start : span.end] for span in find(sentence)]
    dates = {resolve(text, published=MONDAY).edtf for text in texts}
    assert phrase == "Saturday and Sunday" or dates == {resolve(phrase, published=MONDAY).edtf}


@pytest.mark.parametrize(
    ("text", "date_alone"),
    [
        ("since June last year", "June last year"),
        ("Since about 2019", "about 2019"),
        ("until  Sunday", "Sunday"),
        ("by the end of the year", "the end of the year"),
        ("no later than 5 May", "5 May"),
        ("from Monday next week", "Monday next week"),
        ("the day before Sunday", "the day before Sunday"),
        ("Sunday", "Sunday"),
        ("since", "since"),
        ("", ""),
    ],
)
def test_a_date_without_its_relation(text: str, date_alone: str) -> None:
    """The words that open or close a period are left out, those that move its date are not."""
    span = without_relation(text)
    assert text[span.start : span.end] == date_alone


@given(PHRASES | WORDS, PUBLISHED)
def test_a_date_without_its_relation_is_no_open_period(phrase: str, published: date) -> None:
    """What is left of a phrase that can be resolved can be resolved too, and is never open."""
    span = without_relation(phrase)
    whole = resolve(phrase, published=published)
    if whole.edtf is not None:
        alone = resolve(phrase[span.start : span.end], published=published)
        assert alone.start is not None
        assert alone.end is not None
