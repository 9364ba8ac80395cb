"""Datelines: where and when a story was filed, which is not where and when its events happened."""

from __future__ import annotations

import re

_CAPITALS = r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'\u2019.-]+"
_CITY = rf"{_CAPITALS}(?: {_CAPITALS}){{0,3}}"
_REGION = r"(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?"
_DAY = (
    r"(?:,? (?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}"
    r"|\d{1,2} (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?))?"
)
_AGENCY = r"(?: ?\([^()\n]{2,40}\))?"
_DATELINE = re.compile(
    rf"(?P<city>{_CITY}(?:[/,] ?{_CITY})?){_REGION}{_DAY}{_AGENCY}"
    r"(?: ?[\u2013\u2014:]| ?--?(?= )) *"
)
_LABEL = re.compile(
    r"(?:CORRECT|UPDAT|CLARIF|BREAKING|EXCLUSIVE|ANALYSIS|OPINION|EXPLAIN|FACT|WATCH|LIVE|NOTE"
    r"|EDITOR|READ|MORE|KEY|JUST|ALERT|URGENT|FACTBOX|TIMELINE|INTERVIEW|COMMENT|PHOTO|VIDEO|RECAP"
    r"|MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)"
)


def length(paragraph: str) -> int:
    """How many code points of `paragraph` are its dateline ("PORTO, May 4 (Wire) - "), 0 if none.

    A dateline is a city in capitals, perhaps with a region, a day and an agency, and a dash or a
    colon behind it. Labels in capitals ("CORRECTION:") and headings that are weekdays are none.
    """
    found = _DATELINE.match(paragraph)
    if found is None or _LABEL.match(found["city"]):
        return 0
    return found.end()
