from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventschema.language.dates import consistent, resolve

MONDAY = date(2025, 5, 5)
NEW_YEAR = date(2025, 1, 2)
NAMES = "January February March April May June July August September October November December"
MONTHS = NAMES.split()
FORMS = st.sampled_from(["{day} {month} {year}", "{month} {day}, {year}"])


@pytest.mark.parametrize(
    ("text", "edtf", "precision"),
    [
        ("2025-05-05", "2025-05-05", "day"),
        ("2024/12/31", "2024-12-31", "day"),
        ("5 May 2025", "2025-05-05", "day"),
        ("5th of May, 2025", "2025-05-05", "day"),
        ("the 5th of May 2025", "2025-05-05", "day"),
        ("May 5, 2025", "2025-05-05", "day"),
        ("MAY 5 2025", "2025-05-05", "day"),
        ("Monday, May 5, 2025", "2025-05-05", "day"),
        ("Mon. 5 May 2025", "2025-05-05", "day"),
        ("May 5, 2025 (Monday)", "2025-05-05", "day"),
        ("05.05.2025", "2025-05-05", "day"),
        ("3.4.2025", "2025-04-03", "day"),
        ("5/5/2025", "2025-05-05", "day"),
        ("13/04/2025", "2025-04-13", "day"),
        ("12/31/2024", "2024-12-31", "day"),
        ("Feb 29, 2024", "2024-02-29", "day"),
        ("Christmas Eve 2019", "2019-12-24", "day"),
        ("New Year\u2019s Day, 2025", "2025-01-01", "day"),
        ("May 2025", "2025-05", "month"),
        ("May, 2025", "2025-05", "month"),
        ("Sept. of 1987", "1987-09", "month"),
        ("2025", "2025", "year"),
        ("18-19 February 2025", "2025-02-18/2025-02-19", "day"),
        ("April 22\u201325, 2025", "2025-04-22/2025-04-25", "day"),
        ("December 30, 2024 - January 2, 2025", "2024-12-30/2025-01-02", "day"),
        ("December 30 to January 2, 2025", "2024-12-30/2025-01-02", "day"),
        ("December 30, 2024 to January 2", "2024-12-30/2025-01-02", "day"),
        ("2025-05-05 to 2025-05-07", "2025-05-05/2025-05-07", "day"),
        ("05.05.2025-07.05.2025", "2025-05-05/2025-05-07", "day"),
        ("May 5 and 6, 2025", "2025-05-05/2025-05-06", "day"),
        ("May\u2014June 2025", "2025-05/2025-06", "month"),
        ("from June to May 2025", "2024-06/2025-05", "month"),
        ("from 2019 to 2021", "2019/2021", "year"),
        ("between 2019 and 2021", "2019/2021", "year"),
        ("2019 and 2020", "2019/2020", "year"),
    ],
)
def test_dates_with_their_year(text: str, edtf: str, precision: str) -> None:
    """A date that names its year is explicit, with or without a publication date."""
    resolved = resolve(text, published=None)
    assert (resolved.edtf, resolved.precision, resolved.basis) == (edtf, precision, "explicit")
    assert resolve(text, published=NEW_YEAR, ahead=True) == resolved


@pytest.mark.parametrize(
    ("text", "past", "ahead"),
    [
        ("April 22", "2025-04-22", "2026-04-22"),
        ("22 April", "2025-04-22", "2026-04-22"),
        ("May 5", "2025-05-05", "2025-05-05"),
        ("May 6th", "2024-05-06", "2025-05-06"),
        ("13 November", "2024-11-13", "2025-11-13"),
        ("Sept 3", "2024-09-03", "2025-09-03"),
        ("Feb. 29", "2024-02-29", "2028-02-29"),
        ("November", "2024-11", "2025-11"),
        ("May", "2025-05", "2025-05"),
        ("may 4th", "2025-05-04", "2026-05-04"),
        ("monday", "2025-05-05", "2025-05-12"),
        ("april", "2025-04", "2026-04"),
        ("Nov.", "2024-11", "2025-11"),
        ("New Year's Eve", "2024-12-31", "2025-12-31"),
        ("Boxing Day", "2024-12-26", "2025-12-26"),
        ("April 22-25", "2025-04-22/2025-04-25", "2026-04-22/2026-04-25"),
        ("3 to 7 September", "2024-09-03/2024-09-07", "2025-09-03/2025-09-07"),
        ("from 8 to 19 September", "2024-09-08/2024-09-19", "2025-09-08/2025-09-19"),
        ("between 8 and 19 September", "2024-09-08/2024-09-19", "2025-09-08/2025-09-19"),
        ("8th - 19th of September", "2024-09-08/2024-09-19", "2025-09-08/2025-09-19"),
        ("April 28 to May 3", "2025-04-28/2025-05-03", "2026-04-28/2026-05-03"),
        ("Jan. 5-Feb. 2", "2025-01-05/2025-02-02", "2026-01-05/2026-02-02"),
        ("December 30-January 2", "2024-12-30/2025-01-02", "2025-12-30/2026-01-02"),
        ("May 4-6", "2025-05-04/2025-05-06", "2025-05-04/2025-05-06"),
        ("3 and 4 May", "2025-05-03/2025-05-04", "2026-05-03/2026-05-04"),
        ("March to May", "2025-03/2025-05", "2025-03/2025-05"),
        ("the 14th", "2025-04-14", "2025-05-14"),
        ("the 31st", "2025-03-31", "2025-05-31"),
        ("the 14th to the 16th", "2025-04-14/2025-04-16", "2025-05-14/2025-05-16"),
        ("Monday", "2025-05-05", "2025-05-12"),
        ("MONDAY", "2025-05-05", "2025-05-12"),
        ("Tues.", "2025-04-29", "2025-05-06"),
        ("Sunday", "2025-05-04", "2025-05-11"),
        ("Monday to Friday", "2025-05-05/2025-05-09", "2025-05-12/2025-05-16"),
        ("between Friday and Sunday", "2025-05-02/2025-05-04", "2025-05-09/2025-05-11"),
        ("Monday and Tuesday", "2025-04-28/2025-04-29", "2025-05-12/2025-05-13"),
        ("Saturday, Sunday and Monday", "2025-05-03/2025-05-05", "2025-05-10/2025-05-12"),
    ],
)
def test_dates_without_their_year(text: str, past: str, ahead: str) -> None:
    """What the words leave out makes the date the nearest one on the event's side."""
    assert resolve(text, published=MONDAY).edtf == past
    assert resolve(text, published=MONDAY, ahead=True).edtf == ahead
    assert resolve(text, published=MONDAY).basis == "relative"


@pytest.mark.parametrize(
    ("text", "ahead", "edtf"),
    [
        ("December 28", False, "2024-12-28"),
        ("December 31", False, "2024-12-31"),
        ("November", False, "2024-11"),
        ("Tuesday", False, "2024-12-31"),
        ("January 2", False, "2025-01-02"),
        ("January 13", True, "2025-01-13"),
        ("December 30-31", False, "2024-12-30/2024-12-31"),
        ("December 28 to January 3", False, "2024-12-28/2025-01-03"),
        ("December 28 to January 3", True, "2024-12-28/2025-01-03"),
        ("March", True, "2025-03"),
    ],
)
def test_the_turn_of_the_year(text: str, edtf: str, *, ahead: bool) -> None:
    """In the first days of a year, the past lies in the year before."""
    assert resolve(text, published=NEW_YEAR, ahead=ahead).edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Saturday, April 19", "2025-04-19"),
        ("Saturday, July 19", "2025-07-19"),
        ("Tuesday, December 31", "2024-12-31"),
        ("Friday, May 2 to Sunday, May 4", "2025-05-02/2025-05-04"),
    ],
)
@pytest.mark.parametrize("ahead", [False, True])
def test_a_weekday_decides_the_year(text: str, edtf: str, *, ahead: bool) -> None:
    """Where a weekday fits the nearest such day on one side only, that is the day."""
    assert resolve(text, published=MONDAY, ahead=ahead).edtf == edtf


@pytest.mark.parametrize(
    ("text", "published", "edtf"),
    [
        ("Tuesday, April 19", MONDAY, "2025-04-19"),
        ("Friday, April 19", MONDAY, "2025-04-19"),
        ("Sunday 19 July", MONDAY, "2024-07-19"),
        ("Monday, May 6", date(2025, 5, 7), "2025-05-06"),
        ("Monday, December 31", date(2025, 1, 3), "2024-12-31"),
        ("Friday, May 5", date(2025, 7, 4), "2025-05-05"),
        ("Monday to Tuesday, May 6", date(2025, 5, 7), None),
    ],
)
def test_a_wrong_weekday_decides_nothing(text: str, published: date, edtf: str | None) -> None:
    """A day close to the publication counts in spite of its weekday, which is reported."""
    assert resolve(text, published=published).edtf == edtf
    assert consistent(text, published=published) is (edtf is None)


@pytest.mark.parametrize(
    ("text", "published", "edtf"),
    [
        ("Tuesday, May 5", date(2025, 7, 5), "2026-05-05"),
        ("Tuesday, May 5", date(2025, 7, 4), "2025-05-05"),
    ],
)
def test_the_weekday_counts_from_sixty_days_on(text: str, published: date, edtf: str) -> None:
    """Up to sixty days a wrong weekday is a slip; beyond, it names the other side's day."""
    assert resolve(text, published=published).edtf == edtf


@pytest.mark.parametrize(
    "text",
    ["may", "march", "sat", "sun", "mon", "wed", "on sat", "early march", "the sun", "second"],
)
@pytest.mark.parametrize("ahead", [False, True])
def test_common_words_are_no_dates(text: str, *, ahead: bool) -> None:
    """In lower case and alone, "may" and "sat" are not the names of a month and a weekday."""
    assert resolve(text, published=MONDAY, ahead=ahead).basis == "unresolved"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("march 2025", "2025-03"),
        ("sat, may 3", "2025-05-03"),
        ("in may last year", "2024-05"),
        ("Sat", "2025-05-03"),
        ("MARCH", "2025-03"),
    ],
)
def test_common_words_with_a_number_or_a_capital_are(text: str, edtf: str) -> None:
    """A day, a year or a capital makes the word a date."""
    assert resolve(text, published=MONDAY).edtf == edtf


@pytest.mark.parametrize(
    "text",
    [
        "31 February 2025",
        "Feb 29, 2023",
        "31 April",
        "03/04/2025",
        "2025-13-01",
        "30.02.2025",
        "5/5/25",
        "7 to 3 September 2025",
        "from 2021 to 2019",
        "December 2021 to February 2020",
        "03/04/2025 and 05/04/2025",
        "from the 28th to the 3rd",
        "May 4 and 8",
        "May 4 and May 4, 2025",
        "2019 and 2021",
        "Monday, Wednesday and Friday",
        "Monday to 5 May 2025",
        "May to 2026",
        "the 5th to Monday",
        "5 to 7",
        "4 Feb 90",
        "2010-11",
        "5May2025",
        "May 20,000",
    ],
)
@pytest.mark.parametrize("published", [None, MONDAY])
def test_impossible_ambiguous_and_torn_dates(text: str, published: date | None) -> None:
    """A day the calendar lacks, two possible days, or days apart are no date."""
    assert resolve(text, published=published).basis == "unresolved"


@given(st.dates(date(1000, 1, 1), date(2199, 12, 31)), FORMS)
def test_every_full_date_is_read_back(day: date, form: str) -> None:
    """A date written out in either order is that date."""
    text = form.format(day=day.day, month=MONTHS[day.month - 1], year=day.year)
    resolved = resolve(text, published=None)
    assert (resolved.start, resolved.end, resolved.edtf) == (day, day, day.isoformat())


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(-100, 180))
def test_yearless_dates_find_the_year(published: date, days: int) -> None:
    """A recent day named by month and day is found again on either side of the publication."""
    day = date.fromordinal(published.toordinal() + days)
    text = f"{MONTHS[day.month - 1]} {day.day}"
    assert resolve(text, published=published, ahead=days > 0).start == day
