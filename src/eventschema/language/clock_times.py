"""Times of the day, and other figures of four digits that are no years: "1500 GMT", "at 0430"."""

from __future__ import annotations

import re

from eventschema.language.calendar_words import DAY, MONTH, WEEKDAY

_FOUR_DIGITS = r"(?:[01]\d|2[0-3])[0-5]\d"
_FOUR_DIGITS_OR_TWO = rf"{_FOUR_DIGITS}(?:\s*(?:-|to|and)\s*{_FOUR_DIGITS})?"
_ZONES = "gmt|utc|bst|cet|cest|eet|[ecmp][sd]t|msk|ist|pkt|hkt|jst|kst|aest|local time"
_ZONE = rf"(?:hours|hrs|h|z|{_ZONES})\b"
_AT_AN_END = rf"(?=\s*(?:[.,;:()]|\Z)|\s+(?:on|in|and|when|as|{WEEKDAY}|yesterday|today)\b)"
_BESIDE_A_DAY = rf"(?=,?\s+(?:on\s+)?(?:the\s+)?(?:{WEEKDAY}|{DAY}\s+{MONTH}|{MONTH}\s+{DAY}))"


def _behind(words: str) -> str:
    return "(?:" + "|".join(rf"(?<=\b{word} )" for word in words.split()) + ")"


# Without a zone "at 1930" is a time where its clause ends or goes on, and no year of a thing ("at
# 2019 prices"); "around 1945" is one beside a day alone.
_MILITARY = (
    rf"{_behind('at')}{_FOUR_DIGITS_OR_TWO}(?!\w){_AT_AN_END}"
    rf"|{_behind('at around about before after by until till from since')}"
    rf"{_FOUR_DIGITS_OR_TWO}(?!\w){_BESIDE_A_DAY}"
)
_ZONED = rf"(?<![\w.:/-])(?:{_FOUR_DIGITS}\s*(?:-|to|and)\s*)?\d{{3,4}}\s*{_ZONE}"
CLOCK = re.compile(
    r"(?:(?<![\w.])(?:shortly|just|soon|at|around|about|before|after)\s+)*"
    r"(?:(?:(?<=\d)t|(?<![\w.:/-]))\d{1,2}(?:\.|:\s?)\d{2}(?::\d{2})?(?!\.?\d)(?:\s*[ap]\.?m\b\.?)?"
    r"(?:z|[+-]\d\d:?\d\d)?"
    rf"|\b\d{{1,2}}\s*[ap]\.?m\b\.?|{_ZONED}|{_MILITARY}|\b\d{{1,2}}\s*o'clock\b"
    r"|\b(?:noon|midday|midnight|daybreak|dawn|dusk|sunrise|sunset|nightfall|lunchtime)\b)"
    r"(?:\s*(?:gmt|utc|local time)\b)?",
    re.ASCII,
)
"""A time of the day in plain text, with the prepositions before it and its zone."""

_COUNTED = (
    "people persons soldiers troops personnel men women children civilians fighters militants"
    " rebels refugees migrants residents villagers protesters prisoners workers homes houses"
    " families km kilometres kilometers metres meters miles feet tonnes tons dollars euros"
).replace(" ", "|")
_QUALIFIER = _behind(
    "around about some nearly almost roughly approximately over than least many estimated another"
)
_DIGIT = re.compile(r"\d")
_NO_YEARS = re.compile(
    rf"{_ZONED}|{_MILITARY}|{_QUALIFIER}\d{{4}}(?=\s+(?:{_COUNTED})\b)", re.ASCII
)


def without_figures(phrase: str) -> str:
    """The plain text, as long as it was, with "#" for each figure that is a time or a quantity and
    might be taken for a year: "1500 GMT", "at 0430", "some 2000 people".
    """
    if not _DIGIT.search(phrase):
        return phrase
    return _NO_YEARS.sub(lambda figure: re.sub(r"\d", "#", figure[0]), phrase)
