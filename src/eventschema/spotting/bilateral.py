"""Which two states an article is about, and of which an official is whose country it leaves out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from eventschema.language import countries
from eventschema.language.people import Mention
from eventschema.language.sought import Sought
from eventschema.span import Span

_LEAD = 5  # sentences: kicker, headline, deck, dateline and the first of the text
_TWO = 2
_SHARE = 0.4  # of all mentions of states: a round-up has pairs, but is not about one
_PLAIN = 4  # points: one pair written as one in the lead, or two people of two states and a mention
_AHEAD = 1.5  # how far before the next pair
_JOINTS = re.compile(
    r"\s*(?:-|\u2013|/|,?\s*and|&|,|with|vs\.?|backs|tells?|hosts|thanks)\s*(?:the\s+)?"
)
_SIDE = re.compile(r"['\u2019]?s?\s+(?:side|delegation)\b")
_CUE = Sought(
    r"\b(?:two|both)\s+(?:\w+\s+)?(?:countries|nations|states|governments|neighbou?rs|sides"
    r"|ministers|leaders|presidents|militaries|navies|armies|peoples|capitals)\b"
    r"|\b(?:bilateral|counterparts?|colleagues?|each other|relations|ties)\b",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(
    r"\b(?:ministers?|presidents?|premiers?|chancellors?|kings?|secretar(?:y|ies)|envoys?"
    r"|ambassadors?|commanders?|chiefs?|heads?|generals?|admirals?|leaders?|speakers?|negotiators?"
    r"|advis[eo]rs?|deputy|director)\b",
    re.IGNORECASE,
)
_NATIONAL = re.compile(
    r"\b(?:minister|premier|chancellor|(?:foreign|defen[cs]e|home|interior|permanent) secretary"
    r"|national security advis[eo]r|attorney general|taoiseach|foreign ministry"
    r"|chief of (?:the )?(?:army|general|air|naval|defen[cs]e) staff"
    r"|(?:army|navy|air force|defen[cs]e|military) chief)\b"
    r"|\Apresident(?: of the republic)?\Z|\bcommander of the (?:army|navy|air force)\b",
    re.IGNORECASE,
)
_CITY = r"(?P<city>[A-Z\u00c0-\u00de][\w'\u2019-]+(?: [A-Z\u00c0-\u00de][\w'\u2019-]+){0,2})"
_IN_CITY = re.compile(rf"In {_CITY},")
_RECEIVES = re.compile(
    rf"(?:,[^,]{{1,80}},)?\s+(?:received|hosted|welcomed)\b[^.;]{{1,120}}?\bin {_CITY}"
)
_ARRIVES = re.compile(
    rf"\b(?:arriv\w+ in|visit(?:s|ing|ed)?(?: to)?|trip to|travel\w* to|fl(?:ew|y|ies) to) {_CITY}"
)

Cast = Mapping[int, Sequence[Mention]]
"""Who is named in each sentence."""


def sides(sentences: Mapping[int, str], cast: Cast, own: str | None) -> Sequence[str]:
    """The codes of the two states that the article is about; none where there are not just two.

    What counts is that two states are named as one ("India-Japan talks"), that they are the only
    ones of a sentence, and that their officials are named together; `own` is the article's state.
    """
    if not any(map(_CUE.search, sentences.values())) or _is_trilateral(sentences):
        return ()
    scores = _pairs(sentences, cast, own)
    _favor(scores, sentences, cast)
    ranked = scores.most_common(2)
    if not ranked or ranked[0][1] < _PLAIN or any(_AHEAD * n > ranked[0][1] for _, n in ranked[1:]):
        return ()
    named = Counter(code for text in sentences.values() for code, _ in countries.mentioned(text))
    share = sum(named[code] for code in ranked[0][0]) / max(1, named.total())
    return sorted(ranked[0][0]) if share > _SHARE else ()


def _pairs(sentences: Mapping[int, str], cast: Cast, own: str | None) -> Counter[frozenset[str]]:
    """How much speaks for each two states."""
    scores: Counter[frozenset[str]] = Counter()
    for at, (number, text) in enumerate(sentences.items()):
        found = countries.mentioned(text)
        weight = 2 if at < _LEAD else 1
        scores.update(dict.fromkeys(_joined(text, found), 2 * weight))
        distinct = frozenset(code for code, _ in found)
        if len(distinct) == _TWO:
            scores[distinct] += weight
        codes = _of_people(cast.get(number, ()), own)
        if len(codes) == _TWO:
            scores[codes] += 3 * weight
    return scores


def _is_trilateral(sentences: Mapping[int, str]) -> bool:
    """Whether the lead lists three states as one: "Chad, Mali and Niger"."""
    for text in list(sentences.values())[:_LEAD]:
        found = countries.mentioned(text)
        joined = [_JOINTS.fullmatch(text[a.end : b.start]) for (_, a), (_, b) in pairwise(found)]
        is_list = any(one and other for one, other in pairwise(joined))
        if is_list and len({code for code, _ in found}) > _TWO:
            return True
    return False


def _favor(scores: Counter[frozenset[str]], sentences: Mapping[int, str], cast: Cast) -> None:
    """More for the pairs with the state of a counterpart, and of whoever has a "side"."""
    partners = {
        countries.code(m.country)
        for mentions in cast.values()
        for m in mentions
        if m.is_counterpart and m.country
    }
    sided = {
        code
        for text in sentences.values()
        for code, span in countries.mentioned(text)
        if _SIDE.match(text, span.end)
    }
    scores.update(dict.fromkeys([pair for pair in scores if pair & sided], 1))
    if len(sided) == _TWO:
        scores[frozenset(sided)] += _PLAIN
    if len(partners) == 1:
        scores.update(dict.fromkeys([pair for pair in scores if pair & partners], 3))


def hosts(
    sentences: Mapping[int, str], cast: Cast, pair: Sequence[str], own: str | None
) -> dict[str, str]:
    """The states of those officials whose country the article does not say, by name: the other one
    of the two sides for whoever meets an official of one of them, else the article's own for its
    ministers.
    """
    unplaced = {m.name: m for ms in cast.values() for m in ms if not m.country and m.office}
    found: dict[str, str] = {}
    for name, mention in unplaced.items():
        partners = _partners(cast, name)
        others = [side for side in pair if partners & set(pair) and side not in partners]
        if others and _OFFICIAL.search(mention.office or ""):
            found[name] = others[0]
        elif _NATIONAL.search(mention.office or "") and (
            code := _receives(sentences, mention, cast)
        ):
            found[name] = code
        elif own and own not in partners and _NATIONAL.search(mention.office or ""):
            found[name] = own
    return found


def _receives(sentences: Mapping[int, str], mention: Mention, cast: Cast) -> str | None:
    """The state of the capital in "In Rome, X ..." and "X received ... in Rome"."""
    for number, mentions in cast.items():
        for span in (m.span for m in mentions if m.name == mention.name):
            text = sentences[number]
            found = _IN_CITY.match(text) or _RECEIVES.match(text, span.end)
            if mention.is_counterpart:
                found = found or _ARRIVES.search(text[: span.start])
            if found and not countries.mentioned(found["city"]):
                return countries.of_place(found["city"])
    return None


def _partners(cast: Cast, name: str) -> set[str]:
    """The states of the officials who are named in one sentence with a person."""
    together = [
        other
        for mentions in cast.values()
        if any(mention.name == name for mention in mentions)
        for other in mentions
        if other.name != name
    ]
    codes = {
        countries.code(other.country)
        for other in together
        if other.country and (other.office is None or _OFFICIAL.search(other.office))
    }
    return {code for code in codes if code}


def _joined(text: str, found: Sequence[tuple[str, Span]]) -> list[frozenset[str]]:
    """The pairs written as one: "India-Japan", "Chad and Niger"; not of a longer list."""
    joined = [
        a[0] != b[0] and _JOINTS.fullmatch(text[a[1].end : b[1].start]) is not None
        for a, b in pairwise(found)
    ]
    return [
        frozenset({found[i][0], found[i + 1][0]})
        for i, is_joined in enumerate(joined)
        if is_joined and not any(joined[max(0, i - 1) : i] + joined[i + 1 : i + 2])
    ]


def _of_people(mentions: Sequence[Mention], own: str | None) -> frozenset[str]:
    """The states of the officials of one sentence."""
    officials = [m for m in mentions if m.is_counterpart or _OFFICIAL.search(m.office or "")]
    codes = {countries.code(m.country) if m.country else own for m in officials}
    return frozenset(code for code in codes if code)
