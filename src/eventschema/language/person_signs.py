"""How much speaks for a run of capitalized words being a person's name, and how much against."""

from __future__ import annotations

import re
from dataclasses import dataclass

from eventschema.language import countries, names
from eventschema.language.given_names import is_family_first, is_given, is_given_last
from eventschema.language.name_runs import Run, Sentence
from eventschema.language.name_words import (
    DONE_TO,
    MONTHS_AND_DAYS,
    ORGANIZATION_NOUNS,
    PLACE_NOUNS,
    PLACE_PREPOSITIONS,
    SHIPS,
    SPEAKING,
    THINGS,
    VERBS,
)
from eventschema.language.office_phrases import after, before
from eventschema.language.offices import Office
from eventschema.language.person_words import (
    DOUBTFUL_ROLES,
    ROLES,
    is_role,
    singular,
)

ENOUGH = 2
"""The sum of signs from which a name of two words or more is a person's."""
ENOUGH_FOR_ONE = 3
"""The same for a single word, and for any name in a headline: a title, that is."""
_NEVER = -20
_DOUBT = -3
_NEAR = 70  # code points: " of the ", "'s ", ", the minister, led the 14-member "
_SHORTEST = 2  # letters: Wu, Li, Xi
_LONGEST_PREFIX = 5  # letters of "HMNZS"; such prefixes stand in capitals

_AGE = re.compile(r"\s*(?:,\s*(?:aged\s+)?\d{1,2}\s*(?=[,.;)]|and\b|\Z)|\(\d{1,2}\))")
_WHO = re.compile(r",?\s+(?:who|whose|himself|herself)\b|,\s+whom\b")
_SAN = re.compile(r"-san\b|\s+San\b(?!\s+[A-Z])")
_NAMING = re.compile(
    r"\b(?:named|identified|names|identity|identify|identifies|naming|identifying|known)\b"
    r"[^.;]{0,60}\b(?:as|is|are|were|was)\s*:?\s*\Z"
)
_INITIALS = re.compile(r"\S+ (?:[A-Z]\.? )+\S|\S+ [A-Z]\.\Z|[A-Z]\. ?(?:[A-Z]\. ?)*[A-Z]\w")
_PARTICLE = re.compile(r"\s(?:bin|binti?|ibn|al|el|von|van|de|da|dos|della|di|ould)\s|\b(?:al|el)-")
_HYPHENATED = re.compile(r"[A-Z]\w+ [A-Z][a-z]+-[a-z]+")  # as Koreans are spelled: Ok Jun-tae
_AGED = re.compile(r"-year-old\s+(?:[a-z]+\s+){0,2}\Z")
_WITH_COUNTRYS = re.compile(
    r"\b(?:with|met|hosted|received|visited)\s+(?:[A-Z][\w.]*\s+){1,3}?[A-Z]?[\w.]*['\u2019]s?\s+\Z"
    r"|\b(?:with|met|hosted|received)\s+[A-Z][\w.]*['\u2019]s?\s+\Z"
)
_OF_COUNTRY = re.compile(
    r"\s+(?:of|from|for)\s+(?:the\s+)?|\s*\("
    r"|(?:,[^,;]{1,50},)?\s+(?:led|headed|leads|heads|represent(?:ed|s|ing))\s+(?:the\s+)?"
    r"(?:[\w-]+-(?:member|strong|man|person)\s+)?"
)
_DELEGATION_BY = re.compile(
    r"(?:['\u2019]s?)?\s+(?:[\w-]+\s+)?(?:side|delegation|team|party|contingent|mission|negotiators)"
    r"(?:\s+(?:was|were|is|being))?,?(?:\s+(?:led|headed|represented|chaired))?\s+by"
    r"(?:\s+(?:the|its|their|[\w.]+\s+of))?[\w\s]{0,40}?,?\s*"
)
POSSESSIVE = frozenset({"'s ", "\u2019s ", "' ", "\u2019 "})
_QUOTES = tuple("\"'\u2018\u2019\u201c\u201d")
_BEFORE_THINGS = PLACE_PREPOSITIONS | SHIPS | ORGANIZATION_NOUNS | {"the"}
_BEHIND_THINGS = THINGS | PLACE_NOUNS


@dataclass(frozen=True, slots=True)
class Candidate:
    """A run with what speaks for a person, and the offices before and behind it."""

    run: Run
    score: int
    before: Office | None
    after: Office | None

    @property
    def is_single(self) -> bool:
        """Whether the name is one word."""
        return len(self.run.name.split()) == 1


def weighed(sentence: Sentence, run: Run) -> Candidate:
    """The candidate that a run makes."""
    one = before(sentence, run.core)
    given = not _is_single(run) and is_given(run.name.split()[0])
    attributes = one and one.is_apposition and _word(sentence, run.last + 1) in SPEAKING
    if attributes and not given and not run.titles:
        one = None  # "..., a spokesman for the ministry, Interfax reported"
    other = after(sentence, run.last)
    titled = bool(run.titles) or (one is not None and not one.is_apposition)
    score = _of_titles(run, one, other) + _of_name(run) + _of_context(sentence, run)
    score += objections(sentence, run, titled=titled)
    if _is_single(run) and not titled and not _stands_alone(sentence, run, one, other):
        score = min(score, ENOUGH_FOR_ONE - 1)
    return Candidate(run, score, one, other)


def country_beside(sentence: Sentence, run: Run) -> str | None:
    """The country's words in "X of Japan", "X led the Japanese team", "Japan's X" and "the Japanese
    delegation led by X".
    """
    text = sentence.text
    for span in sentence.countries:
        if max(span.start - run.span.end, run.span.start - span.end) > _NEAR:
            continue
        is_behind = span.start >= run.span.end
        gap = text[run.span.end : span.start] if is_behind else text[span.end : run.span.start]
        is_ahead = gap in POSSESSIVE or _DELEGATION_BY.fullmatch(gap)
        if _OF_COUNTRY.fullmatch(gap) if is_behind else is_ahead:
            return text[span.start : span.end]
    return None


def objections(sentence: Sentence, run: Run, *, titled: bool) -> int:
    """What speaks against a person, as a sum of negative numbers."""
    if _is_no_name(sentence, run):
        return _NEVER
    keys = _keys(sentence, run)
    things = sum(key in THINGS for key in keys)
    if things and (things == len(keys) or not titled):
        return _NEVER
    score = -2 * (things > 0)
    score -= 2 * (keys[0] in MONTHS_AND_DAYS or _countries_in(sentence, run) > 0)
    return score + _DOUBT * _doubts(sentence, run, titled=titled)


def _is_single(run: Run) -> bool:
    return len(run.name.split()) == 1


def _of_titles(run: Run, one: Office | None, other: Office | None) -> int:
    score = 3 * bool(run.titles)
    if one:
        score += 1 if one.is_weak and one.is_apposition else 3
    if other and (not _is_single(run) or is_given(run.name)):
        score += 1 if other.is_weak else 3
    return score


def _of_name(run: Run) -> int:
    words = run.name.split()
    if len(words) == 1:
        return 0
    if is_given(words[0]) or is_family_first(words[0]) or _HYPHENATED.fullmatch(run.name):
        given = 2
    else:
        given = int(is_given_last(words[-1]))
    return given + bool(_INITIALS.match(run.name)) + bool(_PARTICLE.search(run.name))


def _of_context(sentence: Sentence, run: Run) -> int:
    behind = sentence.text[: run.span.start][-120:]
    ahead = sentence.text[run.span.end :][:80]
    previous = _word(sentence, run.first - 1)
    score = 3 * bool(_AGE.match(ahead)) + 2 * bool(_WHO.match(ahead)) + 3 * bool(_SAN.match(ahead))
    score += (
        3 * bool(_AGED.search(behind)) + 2 * bool(_NAMING.search(behind)) + 2 * (previous == "late")
    )
    score += _word(sentence, run.last + 1) in VERBS or previous in DONE_TO
    score += bool(_WITH_COUNTRYS.search(behind))
    return score + (country_beside(sentence, run) is not None)


def _is_no_name(sentence: Sentence, run: Run) -> bool:
    keys = _keys(sentence, run)
    if not keys or not names.is_name(run.name) or countries.is_country(run.name):
        return True
    is_acronym = run.name.isupper() and len(keys) == 1 and not run.titles
    is_office = is_role(keys[-1]) and (len(keys) == 1 or _is_listed(keys[-1]))
    is_calendar = all(key in MONTHS_AND_DAYS for key in keys)
    is_country = _countries_in(sentence, run) == len(keys)
    first = sentence.tokens[run.core].text
    is_ship = keys[0] in SHIPS and (first.isupper() or len(first) > _LONGEST_PREFIX)
    return (
        len(run.name) < _SHORTEST or is_acronym or is_office or is_calendar or is_country or is_ship
    )


def _is_listed(key: str) -> bool:
    """Whether a word is plainly a role, and no family name that ends like one: "Coleman"."""
    return "-" in key or (singular(key) in ROLES and key not in DOUBTFUL_ROLES)


def _doubts(sentence: Sentence, run: Run, *, titled: bool) -> int:
    """How many of the signs of a place, a body or a thing there are."""
    previous = _word(sentence, run.first - 1)
    doubts = not titled and previous in _BEFORE_THINGS
    text, span = sentence.text, run.span
    quoted = text[: span.start].endswith(_QUOTES) and text[span.end :].startswith(_QUOTES)
    following = _word(sentence, run.last + 1)
    is_possessive = sentence.tokens[run.last].possessive
    return doubts + quoted + (following in _BEHIND_THINGS and not is_possessive)


def _stands_alone(sentence: Sentence, run: Run, one: Office | None, other: Office | None) -> bool:
    """Whether a single name is plainly a person's: "her brother, Tariku," or "Ahmed, a baker"."""
    is_closed = sentence.text[run.span.end : run.span.end + 1] in {",", "."}
    return (one is not None and is_closed) or (other is not None and is_given(run.name))


def _keys(sentence: Sentence, run: Run) -> list[str]:
    return [t.key for t in sentence.tokens[run.core : run.last + 1] if t.is_word]


def _countries_in(sentence: Sentence, run: Run) -> int:
    tokens = sentence.tokens[run.core : run.last + 1]
    return sum(token.is_word and token.country is not None for token in tokens)


def _word(sentence: Sentence, at: int) -> str:
    return sentence.tokens[at].key if 0 <= at < len(sentence.tokens) else ""
