"""What the words of an office say: which it is, of which country, of one person or of several."""

from __future__ import annotations

from dataclasses import dataclass

from eventschema.language.name_runs import Sentence
from eventschema.language.name_words import FUNCTION_WORDS, MONTHS_AND_DAYS, table
from eventschema.language.person_words import (
    COUNTERPARTS,
    MODIFIERS,
    WEAK_ROLES,
    is_plural,
    is_role,
)

PREPOSITIONS = table("of for in at to on with within responsible")
"""What may follow an office's noun and belong to it: "head of", "ambassador to"."""
_OWNED = table("of from")
OWNERS = table("its their his her our")
"""Whose an office is, where that is said by a pronoun."""
_ENDINGS = table("designate elect")
_GENERALS = table(
    "secretary attorney inspector director consul governor auditor solicitor prosecutor registrar"
    " comptroller undersecretary"
)
_FORMS_OF_STATE = table(
    "of the and republic kingdom state socialist democratic federal islamic people's"
)


@dataclass(frozen=True, slots=True)
class Office:
    """An office beside a name.

    `start` is where its words begin, `first` their first token. `words` are without the country's,
    which are in `countries`; `owner` is the pronoun in "its minister"; a counterpart's words may be
    only that (`only_refers`) or an office of their own, as in "his French counterpart, President".
    An apposition stands apart from the name, by a comma.
    """

    words: str
    start: int
    first: int
    countries: tuple[str, ...] = ()
    owner: str | None = None
    is_plural: bool = False
    is_weak: bool = False
    is_counterpart: bool = False
    only_refers: bool = False
    is_apposition: bool = False


def read(sentence: Sentence, head: int, end: int, *, is_apposition: bool) -> Office:
    """The office whose noun is the token `head` and whose last word is the token `end`."""
    tokens = sentence.tokens
    first = head
    while first > 0 and _modifies(sentence, first - 1):
        first -= 1
    last = _last_of_words(sentence, head, end)
    refers = tokens[head].key in COUNTERPARTS
    return Office(
        words=sentence.text[tokens[first].span.start : tokens[last].span.end],
        start=tokens[first].span.start,
        first=first,
        countries=_country_before(sentence, first) or _countries_behind(sentence, head, end),
        owner=_owner(sentence, first),
        is_plural=is_plural(tokens[head].text),
        is_weak=tokens[head].key in WEAK_ROLES and not _leads(sentence, first, head),
        is_counterpart=refers,
        only_refers=refers,
        is_apposition=is_apposition,
    )


def _modifies(sentence: Sentence, at: int) -> bool:
    """Whether a token belongs to the office that begins behind it."""
    token = sentence.tokens[at]
    if token.country is not None or token.possessive or sentence.gap(at + 1).strip():
        return False
    if token.text == "-" or token.key in MODIFIERS or is_role(token.key):
        return True
    return token.is_capitalized and token.key not in FUNCTION_WORDS | MONTHS_AND_DAYS


def _leads(sentence: Sentence, first: int, head: int) -> bool:
    """Whether a leader is somebody's: "the front's exiled leader", but "the market leader"."""
    owners = sentence.tokens[max(0, first - 2) : head]
    return sentence.tokens[head].key == "leader" and any(token.possessive for token in owners)


def _owner(sentence: Sentence, first: int) -> str | None:
    """The pronoun before an office, or before the country before it: "his Japanese"."""
    before = sentence.tokens[max(0, first - 3) : first]
    for token in reversed(before):
        if token.key in OWNERS:
            return token.key
        if token.country is None:
            return None
    return None


def _country_before(sentence: Sentence, first: int) -> tuple[str, ...]:
    """The country right before an office: "Japanese ", "Bhutan's "."""
    country = sentence.tokens[first - 1].country if first else None
    return () if country is None else (sentence.country(country),)


def _countries_behind(sentence: Sentence, head: int, end: int) -> tuple[str, ...]:
    """The countries in "of X and Y" behind an office; not those in "to X"."""
    found: list[int] = []
    is_owner = False
    for token in sentence.tokens[head + 1 : end + 1]:
        if token.key in PREPOSITIONS | _OWNED:
            is_owner = token.key in _OWNED
        if is_owner and token.country is not None and token.country not in found:
            found.append(token.country)
    return tuple(map(sentence.country, found))


def _last_of_words(sentence: Sentence, head: int, end: int) -> int:
    """The last token of an office without the country it is of."""
    tokens = sentence.tokens
    last = head
    following = tokens[head + 1].key if head + 1 < len(tokens) else ""
    if following in _ENDINGS or (following == "general" and tokens[head].key in _GENERALS):
        last += 1
    for at in range(last + 1, end + 1):
        if tokens[at].country is not None:
            while last > head and tokens[last].key in _FORMS_OF_STATE:
                last -= 1
            break
        last = at
    return last
