"""What stands under "You may also like" is told from the article that goes on below it."""

from __future__ import annotations

import pytest

from eventschema.language import boilerplate

PROSE = "The envoys of Freedonia and Sylvania signed the dam pact on Tuesday in Port Roe."
LONG = (
    "Hundreds of people lined the road to the dam, which supplies both countries with water. "
    "The old pact had run out a year ago, and neither side wanted to go without one for longer."
)


def kept(*lines: str) -> list[str]:
    """The lines of a page that are not debris."""
    marks = boilerplate.debris(lines)
    return [line for line, mark in zip(lines, marks, strict=True) if line and not mark]


@pytest.mark.parametrize("head", ["You may also like", "Related stories", "Recommended for you"])
@pytest.mark.parametrize(
    "line",
    [
        "Minister met envoy in Oslo. Talks failed on Friday.",
        "- Army kills 5 in Mali.",
        "- Talks between Peru and Chile to begin on Monday, officials say.",
        "* Ana Roe, the minister who signed the first dam pact, told a newspaper that she quit.",
        "\u2022 He did not see it coming.",
        "Talks failed, minister said.",
    ],
)
def test_headlines_with_a_full_stop_are_debris(head: str, line: str) -> None:
    """Below a head, short lines are headlines, whatever they end in, and so is what follows."""
    page = [PROSE, "", head, line, "", "Ship sinks off Klopstokia.", LONG]
    assert kept(*page) == [PROSE, LONG]
    assert kept(*page[:-1]) == [PROSE]


@pytest.mark.parametrize(
    "line",
    [
        LONG,
        "They will meet again in the spring.",
        "The minister told reporters in Port Roe that the dam would not be closed.",
        '"We have waited for this day for a year," the mayor of the small town wrote.',
        "PORT ROE, March 4 (Wire) - Five people were killed.",
        "两国部长星期二签署了水坝协议。",
    ],
)
def test_the_article_goes_on(line: str) -> None:
    """A long line, and a short one that belongs to a report, end the list."""
    page = [PROSE, "", "Related", "Ship sinks.", "", line, "", PROSE]
    assert kept(*page) == [PROSE, line, PROSE]


def test_a_list_on_top_ends_with_the_first_prose() -> None:
    """Above the article a list is part of the menu, and the lead must not be lost."""
    assert kept("Trending", "Ship sinks", "- Rain ahead.", "", PROSE) == [PROSE]


def test_a_heading_above_the_text_ends_a_packed_list() -> None:
    """Only text that ends a list makes the line above it a heading."""
    page = [PROSE, "Trending", "Ship sinks", "Rain ahead", "", "Dam levels"]
    assert kept(*page, "", LONG) == [PROSE, "Dam levels", LONG]
    assert kept(*page, "", "Dam falls dry.") == [PROSE]
