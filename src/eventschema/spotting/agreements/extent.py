"""Where the name of an agreement begins and ends, about the noun of the instrument.

The modifiers before the noun belong to it, and the topic behind it; verbs, parties, places and
dates do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from eventschema.language import countries, dates
from eventschema.span import Span
from eventschema.spotting.agreements import phrases

MOST_TOPIC_WORDS = 10
"""A longer topic is a clause."""
MOST_MODIFIERS = 6
_REACH = 120

WORD = re.compile(r"[^\W_][\w'\u2019.&/-]*[^\W_]['\u2019]?|[^\W_]|&")
ACRONYM = re.compile(
    r"\s*\(\s*(?:the\s+|or\s+)?[\"\u201c'\u2018]?(?P<acronym>[A-Z][A-Za-z]*[A-Z]\w*)"
    r"[\"\u201d'\u2019]?\s*\)"
)
_YEAR = re.compile(r"\s+of\s+[12]\d{3}\b")
_DIGITS_OF_YEAR = 4
_DATE_LENGTH = 40
_POSSESSIVE = ("'s", "\u2019s", "s'", "s\u2019")
_JOINTS = frozenset({"and", "of", "&"})


_FRONT = phrases.SHED | _JOINTS | {"the"}
_TOPIC_JOINTS = _JOINTS | {"the", "a", "an", "for", "on"}
_TOPIC_TAILS = phrases.TITLE_SMALL | {"in", "around", "about"}


def modifiers(text: str, start: int) -> list[Span]:
    """The modifiers before the noun at `start`, in their order."""
    words = [Span(*word.span()) for word in WORD.finditer(text, max(0, start - _REACH), start)]
    taken: list[Span] = []
    at = start
    for word, earlier in zip_longest(reversed(words), reversed(words[:-1])):
        if text[word.end : at].strip(" ") or not _modifies(text, word, taken, earlier):
            break
        taken.insert(0, word)
        at = word.start
    while taken and text[taken[0].start : taken[0].end].casefold() in _FRONT:
        taken.pop(0)
    return taken


def _modifies(text: str, span: Span, taken: list[Span], earlier: Span | None) -> bool:
    word = text[span.start : span.end]
    small = word.casefold()
    if small in _JOINTS:
        beside = earlier is not None and not text[earlier.end : span.start].strip(" ,")
        return bool(beside and taken and earlier and _joins(text, small, taken[0], earlier))
    if small in phrases.NO_MODIFIER or word.endswith(_POSSESSIVE):
        return False
    if word.isdigit():
        return len(word) == _DIGITS_OF_YEAR
    if dates.find(word):
        return False
    if not word[0].islower():
        return True
    return len(taken) < MOST_MODIFIERS and (word == "supply" or not word.endswith("ly"))


def _joins(text: str, joint: str, following: Span, earlier: Span) -> bool:
    """Whether "and" or "of" joins two modifiers, rather than two things."""
    first, second = text[earlier.start : earlier.end], text[following.start : following.end]
    is_thing = phrases.HEAD.fullmatch(first) or is_nationality(first)
    if is_thing or first.casefold() in phrases.NO_MODIFIER:
        return False
    if joint == "of":
        if first.casefold() in phrases.CEASING:
            return True
        return first[0].isupper() and second[0].isupper()
    return first[0].isupper() == second[0].isupper() or first[0].isupper()


def topic(text: str, end: int) -> int:
    """Where the name with its topic ends: `end` itself where it has none."""
    if year := _YEAR.match(text, end):
        return year.end()
    joint = phrases.TOPIC.match(text, end)
    if joint is None and phrases.AIMED.search(text[:end][-10:]):
        joint = phrases.AIM.match(text, end)
    if joint is None or (joint[0].strip() == "for" and text[joint.end()].islower()):
        return end
    when = dates.find(text[joint.end() : joint.end() + _DATE_LENGTH])
    if when and when[0].start == 0:
        return end
    return _walk(text, joint.end(), end)


def _walk(text: str, start: int, nothing: int) -> int:
    words = list(WORD.finditer(text, start, start + _REACH))
    noun = text[:nothing].rsplit(None, 1)[-1]
    first = next((word[0] for word in words if word[0].casefold() not in _TOPIC_JOINTS), "a")
    is_title = not first[0].islower() and not noun.islower()
    at, last = start, nothing
    for index, word in enumerate(words[:MOST_TOPIC_WORDS]):
        gap = text[at : word.start()].strip(" ")
        if gap and not (gap == "," and _lists(words, index)):
            break
        following = words[index + 1][0] if index + 1 < len(words) else ""
        if not _continues(text, word, following, is_title=is_title):
            break
        at = word.end()
        if word[0].casefold() not in _TOPIC_TAILS:
            last = at
        if phrases.HEAD.fullmatch(word[0]):
            break
    return last


def _lists(words: Sequence[re.Match[str]], index: int) -> bool:
    """Whether the comma before a word is one in a title: "on Trade, Energy and Transport"."""
    ahead = [word[0] for word in words[index : index + 3]]
    titled = index > 0 and words[index - 1][0][0].isupper() and ahead[0][0].isupper()
    return titled and "and" in ahead[1:]


def _continues(text: str, word: re.Match[str], following: str, *, is_title: bool) -> bool:
    small = word[0].casefold()
    if small == "for":
        return is_title and not phrases.TERM.match(text, word.start())
    if small == "in":
        return bool(
            phrases.IN_TOPIC.match(text, word.start()) or (is_title and _in_title(text, word))
        )
    if small == "and":
        return following[:1].isupper() if is_title else _is_noun(following)
    is_large = not word[0][0].islower()
    if small in phrases.NO_TOPIC and not (is_title and is_large and small not in phrases.DAYS):
        return False
    if dates.find(word[0]) and not word[0].isdigit():
        return False
    return not is_title or is_large or small in phrases.TITLE_SMALL


def _in_title(text: str, word: re.Match[str]) -> bool:
    """Whether "in" goes on with a title, and not with the place or the time of the signing."""
    following = WORD.search(text, word.end(), word.end() + _DATE_LENGTH)
    return following is not None and following[0] in phrases.SUBJECTS


def _is_noun(word: str) -> bool:
    small = word.casefold()
    known = small in phrases.NO_TOPIC or small in phrases.NO_MODIFIER
    return bool(word) and not known and not small.endswith("ed")


def is_nationality(word: str) -> bool:
    """Whether a word is a country's name or demonym."""
    return countries.code(word) is not None or bool(countries.demonyms(word))
