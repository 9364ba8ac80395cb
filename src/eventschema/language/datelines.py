"""Datelines: where and when a story was filed, which is not where and when its events happened."""

from __future__ import annotations

import re

_LONGEST = 300  # code points: two cities, a region, a day and an agency have some 100
_CAPITALS = r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'\u2019.-]+"
_CAPITALIZED = r"[A-Z\u00c0-\u00de][\w'\u2019.-]+"
_JOINED = r"(?:(?:d[aeiou]|del|la|las|los|of|upon|sur|am|al|el) ){0,2}"
_CITY = rf"{_CAPITALS}(?: {_CAPITALS}){{0,3}}"
_MIXED_CITY = rf"{_CAPITALIZED}(?: {_JOINED}{_CAPITALIZED}){{0,3}}"
_REGION = r"(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_AGENCY = r"(?: ?\([^()\n]{2,40}\))?"
_WIRE = r" ?\((?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-Z][^()\n]{1,39}\)"
_DASH = r"(?: ?[\u2013\u2014]| ?--?(?= ))"
_DATELINE = re.compile(
    rf"(?P<city>{_CITY}(?:[/,] ?{_CITY})?){_REGION}(?:,? {_DAY})?{_AGENCY}(?:{_DASH}| ?:) *"
)
# In mixed case, "London: a history" and "Jan Doe (Labor): no comment" are no datelines.
_MIXED = re.compile(
    rf"(?P<city>{_MIXED_CITY}(?:[/,] ?{_MIXED_CITY})?){_REGION}"
    rf"(?:, {_DAY}{_AGENCY}(?:{_DASH}| ?:)|{_WIRE}{_DASH})(?:\Z| +)"
)
_LABEL = re.compile(
    r"(?:CORRECT\w*|UPDAT\w*|CLARIF\w*|BREAKING|EXCLUSIVE|ANALYSIS|OPINION|EXPLAIN\w*|FACTS?|WATCH"
    r"|LIVE|NOTE|EDITOR\w*|READ|MORE|KEY(?! WEST)|JUST|ALERT|URGENT|FACTBOX|TIMELINE|INTERVIEW"
    r"|COMMENT\w*|PHOTOS?|VIDEOS?|RECAP|PUBLISHED|POSTED|LAST UPDATED"
    r"|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)\b",
    re.IGNORECASE,
)


def length(paragraph: str) -> int:
    """How many code points of `paragraph` are its dateline ("PORTO, May 4 (Wire) - "), 0 if none.

    A dateline is a city in capitals, perhaps with a region, a day, its year and an agency, and a
    dash or a colon behind it. A city in mixed case needs the day or, before a dash, the agency:
    "New Delhi, May 5: ", "Washington (Wire) - ". Labels ("CORRECTION:") and headings that are
    weekdays are none.
    """
    found = _DATELINE.match(paragraph[:_LONGEST]) or _MIXED.match(paragraph[:_LONGEST])
    if found is None or _LABEL.match(found["city"]):
        return 0
    return found.end()
