"""Which state an article is from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from eventschema.language import countries
from eventschema.span import Span

_LONGEST_LETTERHEAD = 80  # code points: "MINISTRY OF DEFENCE", "Democratic ... Republic of X"
_LONGEST_MASTHEAD = 4  # words: a longer line is a headline
_LEAD = 5  # sentences: kicker, headline, deck, dateline and the first of the text
_PLACE = r"[A-Z\u00c0-\u00de][\w'\u2019.-]+(?: [A-Z\u00c0-\u00de][\w'\u2019.-]+){0,2}"
_CAPITALIZED = re.compile(_PLACE)
_LETTERHEAD = re.compile(
    r"\b(?:ministry|department|embassy|navy|army|air force|armed forces|government|office"
    r"|directorate|presidency|press service|media release|press release|press note|republic"
    r"|kingdom)\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(rf"\A\W*(?P<city>{_PLACE})(?:,|:|\s*\(|\s+[-\u2013\u2014])")
_INSTITUTION = re.compile(
    r"['\u2019]?s?\s+(?:\w+\s+){0,2}(?:ministry|government|army|military|navy|air force|police"
    r"|parliament|authorities|coast guard|minister|president|officials|cabinet|prosecutors?|court"
    r"|congress|senate|forces|soldiers|troops)\b",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"\b(?:in|across|within|around|(?:north|south)?(?:east|west)(?:ern)?|northern|southern"
    r"|central|north|south)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)


def home(sentences: Mapping[int, str]) -> str | None:
    """The code of the state that an article is from, null where the text does not show it."""
    return (
        _of_letterhead(sentences)
        or _of_dateline(sentences)
        or _of_masthead(sentences)
        or _of_institutions(sentences)
        or _of_lead(sentences)
    )


def _of_letterhead(sentences: Mapping[int, str]) -> str | None:
    """The state in the short lines at the top, where one of them names a body of it."""
    top = [text for text in list(sentences.values())[:3] if len(text) < _LONGEST_LETTERHEAD]
    heads = [text for text in top if not text.endswith((".", "!", "?"))]
    first = heads[0] if heads else ""
    if not _LETTERHEAD.search(first) or not (first.isupper() or _LETTERHEAD.match(first)):
        return None
    codes = {code for text in heads for code, _ in countries.mentioned(text)}
    return codes.pop() if len(codes) == 1 else None


def _of_dateline(sentences: Mapping[int, str]) -> str | None:
    for text in list(sentences.values())[:_LEAD]:
        found = _DATELINE.match(text)
        if found and not countries.mentioned(found["city"]):
            code = countries.of_place(found["city"])
            if code:
                return code
    return None


def _of_masthead(sentences: Mapping[int, str]) -> str | None:
    """The state of the capital in a newspaper's name above the headline: "The Oslo Lamp"."""
    first, second = (*sentences.values(), "", "")[:2]
    words = first.split()
    is_name = len(words) <= _LONGEST_MASTHEAD and all(word[0].isupper() for word in words)
    if not is_name or first.endswith(".") or second.endswith((".", '"', "\u201d")):
        return None
    return countries.of_place(first)


def _of_institutions(sentences: Mapping[int, str]) -> str | None:
    """The state named most, its institutions and places above all, and far before any other."""
    ranked = _ranked(sentences)
    if not ranked:
        return None
    (code, points, own), *others = ranked
    is_plain = own > 1 and points >= 2 * others[0][1] if others else own > 0
    return code if is_plain else None


def _of_lead(sentences: Mapping[int, str]) -> str | None:
    """The only state that the lead names, by name and not by its people, if no other is named as
    often.
    """
    lead = [text for text in list(sentences.values())[:_LEAD] if not text.isupper()]
    codes = {code for text in lead for code, _ in countries.mentioned(text)}
    inside = any(
        _INSIDE.search(text[: span.start][-20:])
        for text in lead
        for _, span in countries.mentioned(text)
    )
    ranked = _ranked(sentences)
    is_first = bool(ranked) and codes == {ranked[0][0]}
    is_most = len(ranked) == 1 or (is_first and ranked[0][1] > ranked[1][1])
    return ranked[0][0] if inside and is_first and is_most else None


def _ranked(sentences: Mapping[int, str]) -> list[tuple[str, int, int]]:
    """The states named, with their points and how often as one's own, the most points first."""
    named: Counter[str] = Counter()
    own: Counter[str] = Counter()
    for at, text in enumerate(sentences.values()):
        for code, span in countries.mentioned(text):
            named[code] += 1
            is_own = bool(_INSTITUTION.match(text, span.end))
            own[code] += is_own + bool(_INSIDE.search(text[: span.start][-20:]))
            own[code] += is_own and at < _LEAD and not text[: span.start].strip("\"'\u201c ")
        named.update(_capitals(text))
    points = [(code, count + 2 * own[code], own[code]) for code, count in named.items()]
    return sorted(points, key=lambda item: -item[1])


def _capitals(text: str) -> Iterator[str]:
    """The states whose capitals a text names, in place of their governments perhaps."""
    spans = [span for _, span in countries.mentioned(text)]
    for found in _CAPITALIZED.finditer(text):
        if not any(span.overlaps(Span(*found.span())) for span in spans):
            code = countries.of_place(found.group())
            if code:
                yield code
