"""One person in words: "a guard", "the second officer", "driver Ben Tal", "a mother of three".

An article or a possessive stands before a singular; without one the noun has to be that of a
person (an office, a trade, a relation), alone or before a name. A name alone tells nobody's number.
The texts searched here have plain apostrophes and hyphens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from eventschema.language.person_words import is_plural, is_rank
from eventschema.language.quantities import AGE, STOP, is_of_people, is_person, phrase_end

_ONE = re.compile(r"(?<![\w-])(?:an?|another)(?=\s+\w)", re.IGNORECASE)
_OWN = re.compile(r"(?<![\w-])(?:the|his|her|their|its)(?=\s)", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"\b(?:in|at|on|by|from|near|with|after|during|into|inside|outside|for|to|as|against|than|per"
    r"|via|through)\s+\Z",
    re.IGNORECASE,
)
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th))"
)
_WITHOUT_NOUN = re.compile(rf"\s+{_ORDINAL}(?=\s+and\s+(?:an?|the)\s+{_ORDINAL}\s)", re.IGNORECASE)
# "The dead included a nurse" is about several: a noun has to follow.
_QUALIFIERS = re.compile(
    rf"(?:\s+(?:{_ORDINAL}|dead|killed|slain|wounded|injured|hurt|missing|arrested"
    r"|detained))+"
    rf"(?=\s+(?!{STOP}|of\b|includ|compris|number|total|toll|remain|reach|rose)[^\W\d_])",
    re.IGNORECASE,
)
_DENIED = r"(?:no|not|none|without|every|each|any|some|many|few|both|all|neither|what|this)\b"
_BARE = re.compile(rf"(?:{AGE}|(?!{STOP}|{_DENIED})[^\W\d_][\w'.-]*)", re.IGNORECASE)
# Seven words hold a title and a name; the name ends at the first word in lower case.
_RUN = re.compile(
    rf"(?:(?!{STOP}|{_DENIED})[^\W\d_][\w'.-]*(?:\s+|\Z|(?=\W))){{2,7}}", re.IGNORECASE
)
_NAME = re.compile(
    r"[A-Z][\w'.-]*(?:\s+(?:(?:al|bin|ibn|de|del|da|dos|van|von|der)\s+)?[A-Z][\w'.-]*)*"
)
_PLURALS = {"children", "men", "women", "people", "police", "crew", "parents", "troops"}


def starts(words: str) -> Iterator[int]:
    """Where the words for one person may begin: at the opening, and at every "a" and "another"."""
    if _OWN.match(words) or _bare_end(words, 0) is not None:
        yield 0
    for found in _ONE.finditer(words):
        if not _PREPOSITION.search(words[: found.start()]):
            yield found.start()


def end_at(words: str, at: int) -> int | None:
    """Where the words for one person end that begin at `at`; None where they mean no one person,
    but several, a thing or a group.
    """
    article = _ONE.match(words, at) or _OWN.match(words, at)
    if article is None:
        return _bare_end(words, at)
    if alone := _WITHOUT_NOUN.match(words, article.end()):
        return alone.end()
    qualifiers = _QUALIFIERS.match(words, article.end())
    start = qualifiers.end() if qualifiers else article.end()
    end = phrase_end(words, start)
    return end if _is_one(words[start:end]) else None


def _is_one(phrase: str) -> bool:
    if not phrase.strip() or not is_of_people(phrase.lower()):
        return False
    nouns = re.split(r"\sof\s", phrase)[0].split()
    if not nouns:
        return False
    described = [noun for noun in nouns if noun[0].islower()]
    if described and _is_singular_person(described[-1]):
        return True
    return not (_looks_plural(nouns[-1]) or _looks_plural(phrase.rsplit(maxsplit=1)[-1]))


def _is_singular_person(word: str) -> bool:
    return is_person(word) and not is_plural(word)


def _looks_plural(word: str) -> bool:
    noun = word.lower()
    return noun in _PLURALS or (noun.endswith("s") and not noun.endswith("ss"))


def _bare_end(words: str, at: int) -> int | None:
    """The end of a description without an article: "taxi driver Bala Orin", "father of two"."""
    return _titled_end(words, at) or _untitled_end(words, at)


def _titled_end(words: str, at: int) -> int | None:
    run = _RUN.match(words, at)
    tokens = list(re.finditer(r"\S+", run[0])) if run else []
    for title, behind in pairwise(tokens):
        name = _NAME.match(words, at + behind.start())
        if name and _is_title(title[0]):
            return name.end()
    return None


def _is_title(word: str) -> bool:
    return is_rank(word) or _is_singular_person(re.sub(r"-of-.*", "", word))


def _untitled_end(words: str, at: int) -> int | None:
    first = _BARE.match(words, at)
    if first is None:
        return None
    end = phrase_end(words, first.end())
    nouns = re.split(r"\sof\s|-of-", words[at:end])[0].split()
    return end if nouns and _is_singular_person(nouns[-1]) else None
