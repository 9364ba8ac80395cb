"""The persons that an article names, sentence by sentence, with their offices and countries.

A name is a person's where enough speaks for it (see `person_signs`): a title or office before it,
an office, an age or "who" behind it, a frequent given name, a verb of people. What is found so is
then known in all of the article by its parts, "Mr Singh" and "Singh".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from eventschema.language import countries, known_names
from eventschema.language.name_runs import Run, Sentence
from eventschema.language.name_words import DONE_TO, VERBS
from eventschema.language.offices import Office
from eventschema.language.person_signs import (
    ENOUGH,
    ENOUGH_FOR_ONE,
    POSSESSIVE,
    Candidate,
    country_beside,
    objections,
    weighed,
)
from eventschema.language.person_words import is_rank
from eventschema.span import Span

_CREDIT = re.compile(
    r"\A\W*(?:by|from)\s+(?-i:(?=[A-Z\u00c0-\u00de]))(?!.*[.!?]\s*\Z)"
    r"|\(?\b(?:additional\s+)?(?:report(?:ing|ed)|writing|written|editing|edited|compiled|curated"
    r"|translated|photo(?:graph)?s?|pictures?|video|graphics?|story|text)\s+by:?\s",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"\s*(?:,\s*and|,|;|and|&|or|nor|as well as|alongside|together with)\s+(?:the\s+)?"
)
_OF_COUNTRY = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?|\s*\(")


@dataclass(frozen=True, slots=True)
class Mention:
    """A person's name in a sentence.

    `name` is the fullest form of the article, bare of titles; `span` is where this mention stands,
    titles included; `office` and `country` are the article's words. A counterpart has the office
    of `owner` ("his Japanese counterpart"): the name of the person meant.
    """

    name: str
    span: Span
    office: str | None = None
    country: str | None = None
    is_counterpart: bool = False
    owner: str | None = None


_LONGEST_NAME = 4  # words, in a headline
_Previous = tuple[Candidate, Office | None, int]


def named(sentences: Mapping[int, str]) -> dict[int, list[Mention]]:
    """The persons named in the numbered sentences of an article, by sentence, in their order."""
    parsed = {number: Sentence(text) for number, text in sentences.items()}
    found = {number: _accepted(sentence) for number, sentence in parsed.items()}
    known = known_names.by_word(m.name for mentions in found.values() for m in mentions)
    for number, sentence in parsed.items():
        found[number] = _with_aliases(sentence, found[number], known)
    return _with_owners(_merged(_with_pronouns(found, sentences)))


def _accepted(sentence: Sentence) -> list[Mention]:
    if sentence.text.isupper():
        return []
    mentions: list[Mention] = []
    previous: _Previous | None = None
    for run in sentence.runs:
        candidate = _without_shared_office(weighed(sentence, run), previous)
        joined = _joined(sentence, previous, candidate)
        office, index = candidate.before or candidate.after, 0
        if previous and joined and office is None and _is_shared(previous[1]):
            office, index = previous[1], previous[2] + 1
        need = ENOUGH_FOR_ONE if candidate.is_single or sentence.is_title else ENOUGH
        if candidate.score + joined >= need and not _is_apart(sentence, run):
            mentions.append(_mention(sentence, candidate, office, index))
            previous = (candidate, office, index)
    return mentions


def _is_apart(sentence: Sentence, run: Run) -> bool:
    """Whether a run is a credit, or words of a headline beyond a name."""
    words = {token.key for token in sentence.tokens[run.core : run.last + 1]}
    is_headline = sentence.is_title and (len(words) > _LONGEST_NAME or words & (VERBS | DONE_TO))
    return bool(is_headline) or _is_credit(sentence, run)


def _is_shared(office: Office | None) -> bool:
    return office is not None and office.is_plural


def _without_shared_office(candidate: Candidate, previous: _Previous | None) -> Candidate:
    """The candidate without the office that stands behind the name before it."""
    taken = previous[0].after if previous else None
    if taken is None or candidate.before is None or taken.start != candidate.before.start:
        return candidate
    return replace(candidate, before=None)


def _is_credit(sentence: Sentence, run: Run) -> bool:
    end = _end_of_credit(sentence.text)
    return end is not None and end <= run.span.end


@lru_cache(maxsize=256)
def _end_of_credit(text: str) -> int | None:
    """Where the first "Reporting by" or "By" ends."""
    found = _CREDIT.search(text)
    return found.end() if found else None


def _joined(sentence: Sentence, previous: _Previous | None, candidate: Candidate) -> int:
    """What a name gains from a person that it is joined to: "ministers X and Y"."""
    if previous is None or candidate.score < -1:
        return 0
    start = previous[0].run.span.end
    gap = sentence.text[start : candidate.run.span.start]
    for span in sentence.countries:
        if not start <= span.start < candidate.run.span.start:
            continue
        if _OF_COUNTRY.fullmatch(sentence.text[start : span.start]):
            gap = sentence.text[span.end : candidate.run.span.start].lstrip(")")
        elif sentence.text[span.end : candidate.run.span.start] in POSSESSIVE:
            gap = sentence.text[start : span.start]
    if not _JOINT.fullmatch(gap):
        return 0
    if previous[1] and previous[1].is_plural:
        return 3
    return 2 if gap.strip() == "," else 1


def _mention(
    sentence: Sentence, candidate: Candidate, office: Office | None, index: int
) -> Mention:
    run, one = candidate.run, candidate.before
    start = run.span.start if one is None or one.is_apposition else min(run.span.start, one.start)
    offices = [found for found in (one, office, candidate.after) if found]
    words = next((found.words for found in offices if not found.only_refers), None)
    country = country_beside(sentence, run)
    of_office = next((_country(found, index) for found in offices if found.countries), None)
    reference = offices[0] if offices else None
    return Mention(
        name=run.name,
        span=Span(start, run.span.end),
        office=words or _rank(run, reference),
        country=country or of_office,
        is_counterpart=reference is not None and reference.is_counterpart,
        owner=reference.owner if reference else None,
    )


def _country(office: Office, index: int) -> str | None:
    """The country of the holder of that index: "the ministers of Chad and Mali, X and Y"."""
    if len(office.countries) == 1:
        return office.countries[0]
    return office.countries[index] if index < len(office.countries) else None


def _rank(run: Run, office: Office | None) -> str | None:
    """The rank before a name where no office is told: "Rear Admiral"."""
    return run.rank if office is None else None


def _with_aliases(
    sentence: Sentence, mentions: list[Mention], known: Mapping[str, set[str]]
) -> list[Mention]:
    """The mentions, and those of known persons by a part of their names."""
    found = list(mentions)
    for run in sentence.runs:
        if _is_credit(sentence, run) or not known_names.sharing(run.name, known):
            continue
        if any(mention.span.overlaps(run.span) for mention in mentions):
            continue
        if objections(sentence, run, titled=bool(run.titles)) >= -1:
            candidate = weighed(sentence, run)
            found.append(_mention(sentence, candidate, candidate.before or candidate.after, 0))
    return sorted(found, key=lambda mention: mention.span)


def _with_pronouns(
    found: Mapping[int, Sequence[Mention]], sentences: Mapping[int, str]
) -> dict[int, list[Mention]]:
    """The mentions with the country that "its foreign secretary, X" means."""
    return {
        number: [
            replace(m, country=_country_before(sentences, number, m.span.start))
            if m.owner == "its" and m.country is None
            else m
            for m in mentions
        ]
        for number, mentions in found.items()
    }


def _country_before(sentences: Mapping[int, str], number: int, end: int) -> str | None:
    """The last country before a place of a sentence, or else the first of the sentence above."""
    here, above = sentences[number][:end], sentences.get(number - 1, "")
    spans = [span for _, span in countries.mentioned(here)]
    if spans:
        return here[spans[-1].start : spans[-1].end]
    spans = [span for _, span in countries.mentioned(above)]
    return above[spans[0].start : spans[0].end] if spans else None


def _merged(found: Mapping[int, Sequence[Mention]]) -> dict[int, list[Mention]]:
    """The mentions under the fullest name of their person, with the fullest office."""
    every = [m for mentions in found.values() for m in mentions]
    fullest = known_names.fullest([m.name for m in every])
    offices: dict[str, str] = {}
    lands: dict[str, str] = {}
    for mention in every:
        name = fullest[mention.name]
        if mention.office:
            offices[name] = max(offices.get(name, ""), mention.office, key=_weight)
        if mention.country:
            lands.setdefault(name, mention.country)
    return {
        number: [_complete(m, fullest[m.name], offices, lands) for m in mentions]
        for number, mentions in found.items()
    }


def _weight(office: str) -> tuple[bool, int]:
    """Offices before ranks, and then the longest."""
    return bool(office) and not is_rank(office), len(office)


def _complete(
    mention: Mention, name: str, offices: Mapping[str, str], lands: Mapping[str, str]
) -> Mention:
    country = mention.country or lands.get(name)
    return replace(mention, name=name, office=offices.get(name), country=country)


def _with_owners(found: Mapping[int, Sequence[Mention]]) -> dict[int, list[Mention]]:
    """The mentions with counterparts' owners and their offices."""
    owned: dict[str, Mention] = {}
    for number, mentions in found.items():
        for mention in mentions:
            owner = _owner(found, number, mention) if mention.is_counterpart else None
            if owner is not None:
                owned.setdefault(mention.name, owner)
    return {
        number: [_with_owner(m, owned.get(m.name)) for m in mentions]
        for number, mentions in found.items()
    }


def _owner(found: Mapping[int, Sequence[Mention]], number: int, mention: Mention) -> Mention | None:
    """Whose counterpart a person is: who is named last before, or first in the sentence above."""
    before = [m for m in found[number] if m.span < mention.span and not m.is_counterpart]
    others = before or list(found.get(number - 1, ()))[:1]
    return next((m for m in reversed(others) if m.name != mention.name), None)


def _with_owner(mention: Mention, owner: Mention | None) -> Mention:
    if owner is None:
        return replace(mention, owner=None)
    return replace(mention, owner=owner.name, office=mention.office or owner.office)
