"""Whom "the two ministers", "the President" and "he" mean, from the sentences before.

Simple and careful: nobody, where it is not plain who is meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from eventschema.language import countries
from eventschema.language.name_words import table
from eventschema.language.people import Mention
from eventschema.language.person_words import MODIFIERS, singular

_TWO = 2
_REACH = 8  # sentences: the lead names two ministers, and "the two ministers" go on to the end
_HEADS = (
    "ministers leaders presidents premiers chancellors kings generals admirals commanders"
    " secretaries envoys ambassadors statesmen dignitaries counterparts governors mayors chairmen"
    " negotiators"
)
_LOOSE_HEADS = "men women officials officers heads rivals speakers politicians diplomats chiefs"
_AT_END = r"(?!\s+of\b|\s+(?-i:[A-Z])|['\u2019]|,\s+(?-i:[A-Z]))"
_PAIR = re.compile(
    r"\b(?:(?:the|these|all|its|their)\s+two|both|the|these)\s+(?:[\w.-]+\s+){0,3}?"
    rf"(?P<head>{'|'.join(_HEADS.split())})\b{_AT_END}"
    r"|\b(?:the\s+two|both)\s+(?:[\w.-]+\s+){0,3}?"
    rf"(?P<loose>{'|'.join(_LOOSE_HEADS.split())})\b{_AT_END}"
    r"|\b(?:the|this)\s+(?:pair|duo)\b|\b(?:the|these)\s+two\b(?!\s+\w+(?:s|men|women)\b|\s+of\b)"
    r"|\bboth\b(?=\s+(?:also|agreed|said|had|have|will|would|were|are|expressed|signed|met))",
    re.IGNORECASE,
)
_HEAD = (
    "minister president premier chancellor king queen general admiral commander secretary envoy"
    " ambassador governor mayor speaker chief colonel captain commissioner prefect director"
    " chairman chairwoman leader dignitary guest official visitor monarch diplomat"
    " commodore adviser major"
)
_ONE = re.compile(
    r"\b(?:the|The)\s+(?P<words>(?:[\w'\u2019.-]+\s+){0,3}?(?P<head>"
    rf"(?i:{'|'.join(_HEAD.split())})))\b(?!\s+(?-i:[A-Z])|['\u2019]s|\s+of\b|,\s+[A-Z]|-)"
)
_ANYBODY = table(
    "man woman official officer head rival speaker politician diplomat chief leader statesman"
    " dignitary counterpart negotiator envoy"
)
_NO_OFFICE = table("dignitary guest visitor official diplomat leader")
_PRONOUN = re.compile(
    r"\W*(?:(?:[A-Z][^,]{0,40},\s+)|\w+ly,?\s+|(?:instead|also|later|then|on \w+|and|but)\s+)?"
    r"(?:he|she)\b",
    re.IGNORECASE,
)
_NOT_BACK = table("first second former late last next then ex new future previous local any")
_THEY = re.compile(r"\A\W*they\b", re.IGNORECASE)
_OBLIQUE = re.compile(r"\b(?:with|by|to|of|for|against|between|met|told|received|visited)\s")
_QUOTED = re.compile(r"\"[^\"]*\"|\u201c[^\u201d]*\u201d")

Cast = Mapping[int, Sequence[Mention]]


def referents(
    sentences: Mapping[int, str], cast: Cast, number: int, home: str | None
) -> list[Mention]:
    """The persons that the sentence means without naming them."""
    text = _QUOTED.sub(lambda found: " " * len(found.group()), sentences[number])
    found: list[Mention] = []
    pair = _PAIR.search(text)
    if pair:
        found += _pair(cast, number, pair["head"] or pair["loose"])
    elif _THEY.match(text):
        found += _all_of(sentences, cast, number - 1, home)
    for one in _ONE.finditer(text):
        found += _one(cast, number, one["words"], one["head"], home)
    pronoun = _PRONOUN.match(text)
    if pronoun and not any(m.span.start < pronoun.end() for m in cast.get(number, ())):
        found += _subject(sentences, cast, number - 1, home)
    here = {m.name for m in cast.get(number, ())}
    return list({m.name: m for m in found if m.name not in here}.values())


def _pair(cast: Cast, number: int, head: str | None) -> list[Mention]:
    """The two persons of the nearest sentence that names two, of that office where one is said."""
    for back in range(number - 1, max(number - 1 - _REACH, 0), -1):
        people = _distinct(cast.get(back, ()))
        fitting = [m for m in people if head is None or _fits(m, singular(head.casefold()))]
        if len(fitting) == _TWO:
            return fitting
        if len(people) > _TWO:
            return []
    return []


def _fits(mention: Mention, head: str) -> bool:
    """Whether a person can be called by an office's noun; where no office is known, yes."""
    return mention.office is None or head in _ANYBODY or _holds(mention, head)


def _all_of(
    sentences: Mapping[int, str], cast: Cast, number: int, home: str | None
) -> list[Mention]:
    """The persons of the sentence before, or whom it means, where they are two or more."""
    people = _distinct(cast.get(number, ()))
    if not people and number in sentences:
        people = referents(sentences, cast, number, home)
    return people if len(people) > 1 else []


def _one(cast: Cast, number: int, words: str, head: str, home: str | None) -> list[Mention]:
    """The one person of the sentences before who holds the office, of that country if said."""
    earlier = _distinct([m for n in sorted(cast) if n < number for m in cast[n]])
    noun, others = singular(head.casefold()), set(words.casefold().split()[:-1])
    code = countries.code(words)
    if others & _NOT_BACK:
        return []
    if "visiting" in others:
        holders = [m for m in earlier if noun in _NO_OFFICE or _holds(m, noun)]
        holders = [m for m in holders if home and _code(m) not in {None, home}]
    else:
        holders = [] if noun in _NO_OFFICE else [m for m in earlier if _holds(m, noun)]
    if code:
        holders = [m for m in holders if _code(m) == code]
    portfolio = {_spelled(word) for word in others} & MODIFIERS - {"visiting"}
    holders = [m for m in holders if portfolio <= _words(m)]
    return holders if len(holders) == 1 else []


def _holds(mention: Mention, noun: str) -> bool:
    return mention.office is not None and noun in {singular(word) for word in _words(mention)}


def _code(mention: Mention) -> str | None:
    return countries.code(mention.country) if mention.country else None


def _words(mention: Mention) -> set[str]:
    return {_spelled(word) for word in re.findall(r"[\w-]+", (mention.office or "").casefold())}


def _spelled(word: str) -> str:
    return "defence" if word == "defense" else word


def _subject(
    sentences: Mapping[int, str], cast: Cast, number: int, home: str | None
) -> list[Mention]:
    """The person that the sentence before is about: who is named at its beginning, or whom its own
    "he" or "the minister" means, or the only one in it.
    """
    people = _distinct(cast.get(number, ()))
    if number not in sentences:
        return []
    if people and not _OBLIQUE.search(sentences[number][: people[0].span.start]):
        return people[:1]
    meant = referents(sentences, cast, number, home)
    if meant:
        return meant if len(meant) == 1 else []
    return people if len(people) == 1 else []


def _distinct(mentions: Sequence[Mention]) -> list[Mention]:
    return list({m.name: m for m in mentions}.values())
