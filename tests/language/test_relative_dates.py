from __future__ import annotations

from datetime import date

import pytest

from eventschema.language.dates import resolve

MONDAY = date(2025, 5, 5)
THURSDAY = date(2025, 1, 2)
SUNDAY = date(2025, 10, 5)


@pytest.mark.parametrize(
    ("text", "edtf", "precision"),
    [
        ("today", "2025-05-05", "day"),
        ("tonight", "2025-05-05", "day"),
        ("this afternoon", "2025-05-05", "day"),
        ("early this morning", "2025-05-05", "day"),
        ("yesterday", "2025-05-04", "day"),
        ("Yesterday evening", "2025-05-04", "day"),
        ("yesterday (May 4th)", "2025-05-04", "day"),
        ("yesterday, Sunday", "2025-05-04", "day"),
        ("last night", "2025-05-04", "day"),
        ("late last night", "2025-05-04", "day"),
        ("overnight", "2025-05-04/2025-05-05", "day"),
        ("tomorrow", "2025-05-06", "day"),
        ("the day before yesterday", "2025-05-03", "day"),
        ("the night before last", "2025-05-03", "day"),
        ("the day after tomorrow", "2025-05-07", "day"),
        ("this week", "2025-05-05/2025-05-11", "week"),
        ("earlier this week", "2025-05-05/2025-05-11", "week"),
        ("last week", "2025-04-28/2025-05-04", "week"),
        ("the previous week", "2025-04-28/2025-05-04", "week"),
        ("the week before last", "2025-04-21/2025-04-27", "week"),
        ("next week", "2025-05-12/2025-05-18", "week"),
        ("early next week", "2025-05-12/2025-05-18", "week"),
        ("the end of the week", "2025-05-05/2025-05-11", "week"),
        ("this month", "2025-05", "month"),
        ("last month", "2025-04", "month"),
        ("late last month", "2025-04", "month"),
        ("early next month", "2025-06", "month"),
        ("by the end of the month", "2025-05", "month"),
        ("before the month is out", "2025-05", "month"),
        ("the second week of next month", "2025-06", "month"),
        ("the 5th of last month", "2025-04-05", "day"),
        ("this year", "2025", "year"),
        ("later this year", "2025", "year"),
        ("last year", "2024", "year"),
        ("next year's", "2026", "year"),
        ("by the end of the year", "2025", "year"),
        ("the year after next", "2027", "year"),
        ("in May last year", "2024-05", "month"),
        ("2 January this year", "2025-01-02", "day"),
        ("from May to July last year", "2024-05/2024-07", "month"),
        ("two days ago", "2025-05-03", "day"),
        ("24 hours ago", "2025-05-04", "day"),
        ("a week ago", "2025-04-28/2025-05-04", "week"),
        ("three weeks ago", "2025-04-14/2025-04-20", "week"),
        ("a fortnight ago", "2025-04-21/2025-04-27", "week"),
        ("a month ago", "2025-04", "month"),
        ("six months ago", "2024-11", "month"),
        ("five years ago", "2020", "year"),
        ("a decade ago", "2015~", "year"),
        ("about a year ago", "2024~", "year"),
        ("nearly two years ago", "2023~", "year"),
        ("more than a decade ago", "2015~", "year"),
        ("a couple of years ago", "2023~", "year"),
        ("three days from now", "2025-05-08", "day"),
        ("over the past two weeks", "2025-04-21/2025-05-05", "week"),
        ("within the past two weeks", "2025-04-21/2025-05-05", "week"),
        ("in the past 24 hours", "2025-05-04/2025-05-05", "day"),
        ("during the last week", "2025-04-28/2025-05-05", "week"),
        ("the past month", "2025-04-05/2025-05-05", "month"),
        ("the last three years", "2022-05-05/2025-05-05", "year"),
        ("over the next two days", "2025-05-05/2025-05-07", "day"),
        ("in the coming week", "2025-05-05/2025-05-12", "week"),
        ("last November", "2024-11", "month"),
        ("next March", "2026-03", "month"),
        ("last Boxing Day", "2024-12-26", "day"),
        ("next June 3", "2025-06-03", "day"),
        ("last spring", "2024-21", "season"),
        ("this summer", "2025-22", "season"),
        ("next summer", "2025-22", "season"),
        ("last winter", "2024-24", "season"),
        ("last weekend", "2025-05-03/2025-05-04", "day"),
        ("next weekend", "2025-05-10/2025-05-11", "day"),
        ("last Monday", "2025-04-28", "day"),
        ("next Monday", "2025-05-12", "day"),
        ("this Monday", "2025-05-05", "day"),
        ("last Friday night", "2025-05-02", "day"),
        ("Monday last week", "2025-04-28", "day"),
        ("Tuesday of next week", "2025-05-13", "day"),
        ("Tuesday evening last week", "2025-04-29", "day"),
        ("last week on Friday", "2025-05-02", "day"),
        ("from Monday to Friday next week", "2025-05-12/2025-05-16", "day"),
        ("from Tuesday next week", "2025-05-13/..", "day"),
        ("a week on Friday", "2025-05-16", "day"),
        ("two weeks from Monday", "2025-05-26", "day"),
        ("Friday week", "2025-05-16", "day"),
        ("the 2nd inst.", "2025-05-02", "day"),
        ("the 2nd ult.", "2025-04-02", "day"),
    ],
)
@pytest.mark.parametrize("ahead", [False, True])
def test_words_that_tell_their_direction(
    text: str, edtf: str, precision: str, *, ahead: bool
) -> None:
    """Words that say before or after themselves mean the same whichever way the event lies."""
    resolved = resolve(text, published=MONDAY, ahead=ahead)
    assert (resolved.edtf, resolved.precision, resolved.basis) == (edtf, precision, "relative")


@pytest.mark.parametrize(
    ("text", "published", "past", "ahead"),
    [
        ("in two weeks", MONDAY, None, "2025-05-19/2025-05-25"),
        ("in three days' time", MONDAY, None, "2025-05-08"),
        ("within two weeks", MONDAY, None, "2025-05-05/2025-05-19"),
        ("over the weekend", MONDAY, "2025-05-03/2025-05-04", "2025-05-10/2025-05-11"),
        ("this weekend", SUNDAY, "2025-10-04/2025-10-05", "2025-10-04/2025-10-05"),
        ("last weekend", SUNDAY, "2025-09-27/2025-09-28", "2025-09-27/2025-09-28"),
        ("this Tuesday", SUNDAY, "2025-09-30", "2025-10-07"),
        ("this Friday", THURSDAY, "2025-01-03", "2025-01-03"),
        ("this Monday", date(2025, 5, 9), "2025-05-05", "2025-05-12"),
        ("this February 29", MONDAY, "2024-02-29", "2028-02-29"),
        ("this January", MONDAY, "2025-01", "2026-01"),
        ("this winter", THURSDAY, "2024-24", "2024-24"),
        ("this winter", MONDAY, "2024-24", "2025-24"),
        ("last Monday", THURSDAY, "2024-12-30", "2024-12-30"),
        ("last Thursday", THURSDAY, "2024-12-26", "2024-12-26"),
        ("last month", THURSDAY, "2024-12", "2024-12"),
        ("last January", THURSDAY, "2024-01", "2024-01"),
        ("next month", date(2025, 12, 31), "2026-01", "2026-01"),
        ("a month ago", date(2025, 3, 31), "2025-02", "2025-02"),
    ],
)
def test_words_that_leave_the_direction_open(
    text: str, published: date, past: str | None, ahead: str | None
) -> None:
    """Words that may mean before or after follow the event."""
    assert resolve(text, published=published).edtf == past
    assert resolve(text, published=published, ahead=True).edtf == ahead


@pytest.mark.parametrize(
    "text",
    [
        "a day earlier",
        "two weeks later",
        "the day before",
        "the same day",
        "that day",
        "the following day",
        "the following Monday",
        "the next day",
        "the next week",
        "the previous day",
        "the previous Monday",
        "that year",
        "two days before the fire",
        "the Sunday before the vote",
        "Easter Sunday",
        "Monday mornings",
        "every Monday",
        "each year",
        "Mondays",
        "days ago",
        "several weeks ago",
        "two hours ago",
        "a few hours earlier",
        "the last day",
        "last a week",
        "last 3/4/2025",
        "two weeks",
        "yesterday (May 3)",
        "yesterday (Tuesday)",
        "yesterday (3/4/2025)",
        "a year and a half ago",
    ],
)
@pytest.mark.parametrize("ahead", [False, True])
def test_words_that_count_from_another_day(text: str, *, ahead: bool) -> None:
    """What counts from a day told elsewhere, recurs, is vague or contradicts itself has no date."""
    assert resolve(text, published=MONDAY, ahead=ahead).basis == "unresolved"
