"""Which country words name, as ISO 3166-1 alpha-3 codes.

The table in countries.tsv lists the 249 countries and territories of ISO 3166-1 with their names as
newspapers print them, their demonyms and adjectives, and their places: capitals, the states of the
USA, and the few regions that carry another country's name (New Mexico, the Niger Delta). Kosovo is
XKX, of the codes that ISO leaves to users; PLOVER writes KOS. Gaza and the West Bank are PSE.

Words for more than one country (Korean, Congolese, Dominican) stand in the row `?`: they give no
code, and no certainty beside another one. Words that only look like a country's (the Indian Ocean,
Latin America) stand in the row `-`: they count for nothing. Capitals that share their name with a
better-known place (San José, Victoria, Georgetown in the Caymans) and Jerusalem are left out.

Matching takes the longest name, ignores accents, and wants the upper case of the table: "china",
"turkey" and "us" are no countries, "CHINA", "Turkey" and "US" are. People named after countries
(Michael Jordan) are not told apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Literal, NamedTuple

from eventschema.span import Span

_AMBIGUOUS = "?"
_NOT_A_COUNTRY = "-"
# The sentences and names of the articles read at once: several readers ask about each of them.
_TEXTS_KEPT = 4096
_HYPHENS = "-\u2010\u2011\u2013"
# These signs may stand inside a name; a comma, a bracket or any other is a token of its own, so
# that a name never runs across it.
_JOINTS = re.escape(f".&'\u2018\u2019\u02bc{_HYPHENS}")
_TOKEN = re.compile(rf"[^\W_](?:[^\W_]|[\u0300-\u036f])*|[^\w\s{_JOINTS}]")
_FORM_OF_STATE = re.compile(
    r"(?:the\s+)?(?:(?:[\w'\u2019]+\s+){0,3}"
    r"(?:republic|kingdom|state|union|federation|commonwealth|sultanate|emirate|principality|duchy)"
    r"\s+of\s+(?:the\s+)?)?",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"(?:['\u2019]s?)?[\s.,;:]*", re.IGNORECASE)

_Kind = Literal["name", "demonym", "place"]


class _Entry(NamedTuple):
    """One name of the table: `words` are folded, `spelling` is as the table has it."""

    code: str
    kind: _Kind
    words: tuple[str, ...]
    spelling: tuple[str, ...]
    accented: bool
    prefix: bool


class _Match(NamedTuple):
    code: str
    kind: _Kind
    span: Span


def code(text: str) -> str | None:
    """The one country that a phrase names, or is built on: "the Japanese", "Government of Japan".

    None where it names no country, an ambiguous one ("Korean") or more than one. A capital names no
    country here, but one of another country makes the phrase ambiguous ("the Russian embassy in
    Oslo").
    """
    matches = tuple(_matches(text))
    named = {match.code for match in matches if match.kind != "place"}
    return _only({match.code for match in matches}) if named else None


@lru_cache(maxsize=_TEXTS_KEPT)
def of_place(text: str) -> str | None:
    """The one country in which a place lies, as far as the words tell: by name, adjective
    ("the Chilean coast") or capital ("Thimphu").

    Two countries give None ("the border between Chad and Niger"), unless the last of several parts
    between commas has one alone ("Congo Street, Harare, Zimbabwe").
    """
    matches = tuple(_matches(text))
    last_part = text.rfind(",")
    in_last_part = {match.code for match in matches if match.span.end > last_part}
    return _only(in_last_part) or _only({match.code for match in matches})


def mentioned(text: str) -> tuple[tuple[str, Span], ...]:
    """The code and the place of every country named in a text, by name or demonym, in its order.

    Capitals and ambiguous words are not among them. A span covers the name without an article or a
    possessive ending.
    """
    return tuple(
        (match.code, match.span)
        for match in _matches(text)
        if match.kind != "place" and match.code != _AMBIGUOUS
    )


def all_named(text: str) -> tuple[str, ...]:
    """The code of every country that a text names, by name, demonym or capital, in its order, as
    often as it does.
    """
    return tuple(match.code for match in _matches(text) if match.code != _AMBIGUOUS)


def is_country(text: str) -> bool:
    """Whether a phrase is a country's own name, with or without "the", the form of state ("Republic
    of ...") and a possessive ending. Demonyms are not; an ambiguous name ("Congo") is.
    """
    phrase = text.strip()
    matches = tuple(_matches(phrase))
    if len(matches) != 1 or matches[0].kind != "name":
        return False
    span = matches[0].span
    before, after = phrase[: span.start], phrase[span.end :]
    return bool(_FORM_OF_STATE.fullmatch(before) and _POSSESSIVE.fullmatch(after))


def demonyms(text: str) -> tuple[Span, ...]:
    """Where a text has demonyms and countries' adjectives, the ambiguous ("Korean") among them."""
    return tuple(match.span for match in _matches(text) if match.kind == "demonym")


def _only(codes: Iterable[str]) -> str | None:
    found = set(codes)
    return found.pop() if len(found) == 1 and _AMBIGUOUS not in found else None


def whole(text: str, span: Span) -> Span:
    """The words at `span` with the whole of each name that they are a part of.

    "Sudan" is a part of "South Sudan", "Mexico" of "New Mexico".
    """
    spans = [match.span for match in _longest_matches(text) if match.span.overlaps(span)]
    return Span(
        min([span.start, *(found.start for found in spans)]),
        max([span.end, *(found.end for found in spans)]),
    )


def _matches(text: str) -> Iterator[_Match]:
    """Longest matches from left to right, without the words that only look like a country's."""
    return (match for match in _longest_matches(text) if match.code != _NOT_A_COUNTRY)


@lru_cache(maxsize=_TEXTS_KEPT)
def _longest_matches(text: str) -> tuple[_Match, ...]:
    return tuple(_found(text))


def _found(text: str) -> Iterator[_Match]:
    table, tokens = _table(), tuple(_TOKEN.finditer(text))
    words = tuple(_folded(token.group()) for token in tokens)
    end = 0
    for at, word in enumerate(words):
        for entry in table.get(word, ()) if at >= end else ():
            window = slice(at, at + len(entry.words))
            if words[window] == entry.words and _fits(entry, tokens[window], text):
                yield _Match(entry.code, entry.kind, _covered(tokens[window], text))
                end = window.stop
                break


def _covered(window: Sequence[re.Match[str]], text: str) -> Span:
    """The span of the tokens, with the last full stop of "U.S."."""
    start, end = window[0].start(), window[-1].end()
    initials = len(window) > 1 and all(len(token.group()) == 1 for token in window)
    return Span(start, end + (initials and text.startswith(".", end)))


def _fits(entry: _Entry, window: Sequence[re.Match[str]], text: str) -> bool:
    surfaces = [token.group() for token in window]
    if not all(map(_is_spelled, surfaces, entry.spelling)):
        return False
    if entry.prefix:
        end = window[-1].end()
        return text[end : end + 1] in tuple(_HYPHENS)
    if entry.accented:
        composed = [unicodedata.normalize("NFC", surface).casefold() for surface in surfaces]
        return composed == [word.casefold() for word in entry.spelling]
    return True


def _is_spelled(surface: str, spelling: str) -> bool:
    """Whether a word has the upper case of the table: all of "UK", the first letter of "Mali"."""
    if spelling.isupper():
        return surface.isupper()
    return surface[0].isupper() or not spelling[0].isupper()


def _folded(word: str) -> str:
    if word.isascii():
        return word.casefold()
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()


@cache
def _table() -> dict[str, list[_Entry]]:
    """The entries by their first word, longest first."""
    table: dict[str, list[_Entry]] = {}
    for entry in _entries():
        table.setdefault(entry.words[0], []).append(entry)
    for entries in table.values():
        entries.sort(key=lambda entry: len(entry.words), reverse=True)
    return table


def _entries() -> Iterator[_Entry]:
    source = resources.files("eventschema.language").joinpath("countries.tsv")
    for line in source.read_text(encoding="utf-8").splitlines()[1:]:
        country, names, demonyms, places = line.split("\t")
        yield from (_entry(country, "name", name) for name in _aliases(names))
        yield from (_entry(country, "demonym", name) for name in _with_plurals(demonyms))
        yield from (_entry(country, "place", name) for name in _aliases(places))


def _aliases(cell: str) -> list[str]:
    return [alias for alias in cell.split("|") if alias]


def _with_plurals(cell: str) -> Iterator[str]:
    for demonym in _aliases(cell):
        yield demonym
        if not demonym.endswith(("s", "-")):
            yield f"{demonym}s"


def _entry(country: str, kind: _Kind, alias: str) -> _Entry:
    """The entry of one alias. "=" before it asks for its accents too (Réunion, not a reunion); "-"
    behind it asks for a hyphen in the text (Franco-German).
    """
    words = _TOKEN.findall(alias.removeprefix("="))
    return _Entry(
        code=country,
        kind=kind,
        words=tuple(map(_folded, words)),
        spelling=tuple(words),
        accented=alias.startswith("="),
        prefix=alias.endswith("-"),
    )
