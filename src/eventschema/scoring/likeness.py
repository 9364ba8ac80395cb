"""When two names are one: leniently, since gold and records may shorten a name differently."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

_SHARED_WORDS = 0.67  # of the shorter name's words: three of four, not two of three
_SAME_LETTERS = 0.72  # by difflib: "gray fox" and "grey fox" have 0.88, "blue" and "iron heron" 0.6
_SHORTEST_PART = 3  # letters of a name that may stand for a longer one: an acronym

_OTHER = re.compile(r"[^a-z0-9]+")
_TITLES = frozenset(
    ("mr", "mrs", "ms", "dr", "shri", "sir", "san", "gen", "general", "minister", "president")
)


def plain(text: str) -> str:
    """Lower case, ASCII letters and digits, one blank between words."""
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return _OTHER.sub(" ", ascii_only.lower()).strip()


def similar(one: str, other: str) -> bool:
    """Whether one name is part of the other, or shares most words or most letters with it."""
    a, b = plain(one), plain(other)
    if not a or not b:
        return False
    if a in b or b in a:
        return min(len(a), len(b)) >= _SHORTEST_PART
    words, others = set(a.split()), set(b.split())
    if len(words & others) >= _SHARED_WORDS * min(len(words), len(others)):
        return True
    return SequenceMatcher(None, a, b).ratio() >= _SAME_LETTERS


def same_person(one: str, other: str) -> bool:
    """Whether two names have their first or their last word in common, titles aside."""
    a, b = _without_titles(one), _without_titles(other)
    return bool(a and b) and (a[0] == b[0] or a[-1] == b[-1])


def _without_titles(name: str) -> list[str]:
    words = plain(name).split()
    return [word for word in words if word not in _TITLES] or words
