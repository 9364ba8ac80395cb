"""A sentence as noun phrases, deeds and the words between them, without a parser.

A noun phrase is a run of words that are neither function words nor verbs; its last word is its
head, which tells what it names. Words are known by closed lists and by their endings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from eventschema.language.sought import Sieve, Sought
from eventschema.span import Span
from eventschema.spotting.incidents.party_nouns import NUMBERS, Sort, head, listed, sort_of
from eventschema.spotting.incidents.party_phrases import DEEDS, DeedWords
from eventschema.spotting.scene import Person, Scene


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence: a noun phrase, a deed, a word or a mark; `span` is in the sentence.

    A noun phrase is without determiners and numbers; `sort` is what it names, `alias` the acronym
    that stands in brackets behind it, or the name behind an acronym.
    """

    kind: Literal["noun", "deed", "word", "mark"]
    words: str
    span: Span
    sort: Sort = "other"
    person: Person | None = None
    told: DeedWords | None = None
    alias: str | None = None

    def says(self, *words: str) -> bool:
        """Whether it is a word or mark out of `words`."""
        return self.kind in ("word", "mark") and self.words.casefold() in words


_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|\w+(?:[-/]\w+|['\u2019](?!s\b)\w+|,\d{3})*|['\u2019]s\b|[^\w\s]"
)
_QUOTATION_MARKS = frozenset('"\u201c\u201d`')
_FUNCTION_WORDS = listed(
    "the a an this that these those his her its their our my your another other others some"
    " any all both each every several few many most more less such no not none same own of in"
    " on at by for with from to into onto upon against near beside between among under over"
    " above below behind within inside outside through throughout across along around about"
    " after before during since until till toward towards without despite via per off out up"
    " down as than like and or but nor so yet if then when while where who whom whose which"
    " what why how because although though unless whether it he she they we you i him them us"
    " me himself herself itself themselves there here is are was were be been being am has"
    " have had having do does did will would shall should can could may might must also too"
    " very just only even still already again once twice yesterday today tonight tomorrow now"
    " ago later soon when never ever always often meanwhile however moreover therefore thus"
    " hence else least approximately nearly almost including according apparently allegedly"
    " reportedly presumably alias aka"
)
_VERBS = listed(
    "said says say told tell tells stated went go goes gone came come comes took take takes"
    " taken gave give gives given made make makes found find finds left leave leaves fled flee"
    " got get gets put puts began begin begins begun broke break broken brought bring brings"
    " held hold holds kept keep knew know known led lead leads lost lose met meet paid pay ran"
    " run runs saw see seen sent send sends spoke speak spoken stood stand stole stolen threw"
    " throw thrown thought think wore wear won win wrote write written blew blown fell fall"
    " fallen felt feel flew fly became become becomes fought fight caught cut cuts drove drive"
    " driven hid hit hits hurt laid lay lie let rose sat set sets shook shot shoot slept"
    " sought spent spread struck swore taught tore understood woke wants want claim claims"
    " reports reveals confirms suffered remain remains occur occurs seems seem shows show"
    " exist exists continue continues try tries use uses carry carries burst include includes"
    " died dead prevent"
)
_PARTICIPLES_OF_NOUNS = listed(
    "armed unarmed hooded masked unidentified uniformed disguised heavily-armed well-armed"
    " united retired exiled organized wanted red sacred hundred hired wounded trained"
    " unemployed abandoned uninhabited crowded privatized state-owned foreign-owned u.s.-owned"
    " mixed need seed speed ahmed mohammed mohamed parked loaded installed advanced combined"
    " decentralized specialized disabled displaced elected handmade homemade unoccupied"
    " detained jailed newly-elected distinguished renowned"
)
_NOUNS_IN_ING = listed(
    "shining building buildings training parking shopping housing banking mining ruling"
    " living king beijing processing polling voting meeting morning evening bombing"
    " drug-trafficking trafficking broadcasting governing printing engineering wing right-wing"
    " left-wing string ring spring striking visiting serving dining"
)
_NOUNS_IN_LY = listed("family assembly heavily italy early weekly daily supply ally july")
_SHORTEST = 4
_TIMES = listed(
    "day night morning afternoon evening week month year hour minute monday tuesday wednesday"
    " thursday friday saturday sunday january february march april may june july august"
    " september october november december dawn noon midnight weekend time today gmt am pm"
)
_PLACED = Sought(
    r"\b(?:in front of|in the (?:vicinity|middle) of|next to|close to|outside of|inside of"
    r"|on top of)(?!\w)",
    re.IGNORECASE,
)
"""Prepositions of several words."""
_DEEDS = Sieve(DEEDS, [told.pattern for told in DEEDS])
_ALIAS = 4
"""How many pieces a name, a bracket, its other name and a bracket are."""


def pieces(scene: Scene, number: int) -> list[Piece]:
    """The sentence in pieces, in its order."""
    return _with_aliases(list(_cut(scene, number)))


def _cut(scene: Scene, number: int) -> Iterator[Piece]:
    text = scene.sentences[number]
    start = 0
    for piece in sorted(_known(scene, number), key=lambda one: one.span.start):
        yield from _loose(text, Span(start, piece.span.start))
        yield piece
        start = piece.span.end
    yield from _loose(text, Span(start, len(text)))


def _known(scene: Scene, number: int) -> list[Piece]:
    """The deeds, prepositions of several words, persons and dates, the former first."""
    text = scene.sentences[number]
    found = [
        Piece("deed", match.group(), Span(*match.span()), told=told)
        for told in _DEEDS.likely(text)
        for match in told.pattern.finditer(text)
    ]
    found += [Piece("word", each.group(), Span(*each.span())) for each in _PLACED.finditer(text)]
    found += [
        Piece("noun", text[one.span.start : one.span.end], one.span, "person", person=one)
        for one in scene.people(number)
    ]
    found += [Piece("word", date.words, date.span) for date in scene.dates(number)]
    kept: list[Piece] = []
    taken = bytearray(len(text))
    for piece in found:
        stretch = slice(piece.span.start, piece.span.end)
        if not any(taken[stretch]):
            kept.append(piece)
            taken[stretch] = b"\1" * (stretch.stop - stretch.start)
    return kept


def _loose(text: str, stretch: Span) -> Iterator[Piece]:
    """The pieces of a stretch without deeds, persons and dates."""
    run: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text, stretch.start, stretch.end):
        word = token.group()
        if word in _QUOTATION_MARKS:
            continue
        if _is_nominal(word, opens=not run):
            run.append(token)
            continue
        yield from _noun(text, run)
        run = []
        yield Piece("word" if word[-1].isalnum() else "mark", word, Span(*token.span()))
    yield from _noun(text, run)


def _is_nominal(word: str, *, opens: bool) -> bool:
    """Whether a word may be a part of a noun phrase, or open one."""
    plain = word.casefold()
    if not word[0].isalnum() or plain in _FUNCTION_WORDS or plain in _VERBS:
        return False
    is_name = word[0].isupper() and not opens
    for ending, nouns in _BY_ENDING:
        if plain.endswith(ending) and len(plain) > len(ending) + 2:
            return plain in nouns or (is_name and ending != "ly")
    return True


_BY_ENDING = (("ed", _PARTICIPLES_OF_NOUNS), ("ing", _NOUNS_IN_ING), ("ly", _NOUNS_IN_LY))


def _noun(text: str, run: Sequence[re.Match[str]]) -> Iterator[Piece]:
    """The run of words as a noun phrase without its numbers; as a word where it tells a time."""
    first = next((at for at, token in enumerate(run) if not _counts(token.group())), None)
    for token in run[:first]:
        yield Piece("word", token.group(), Span(*token.span()))
    if first is not None:
        span = Span(run[first].start(), run[-1].end())
        words = text[span.start : span.end]
        is_time = head(words) in _TIMES
        yield Piece("word", words, span) if is_time else Piece("noun", words, span, sort_of(words))


def _counts(word: str) -> bool:
    return word.casefold() in NUMBERS or word[0].isdigit()


def _with_aliases(found: Sequence[Piece]) -> list[Piece]:
    """The pieces, the acronym in brackets behind a name being its alias."""
    kept: list[Piece] = []
    at = 0
    while at < len(found):
        alias = _alias(found[at : at + _ALIAS])
        kept.append(found[at] if alias is None else replace(found[at], sort="group", alias=alias))
        at += 1 if alias is None else _ALIAS
    return kept


def _alias(found: Sequence[Piece]) -> str | None:
    if [piece.kind for piece in found] != ["noun", "mark", "noun", "mark"]:
        return None
    name, opening, other, closing = (piece.words for piece in found)
    short, full = sorted((name, other), key=len)
    is_bracketed = (opening, closing) in (("(", ")"), ("[", "]"))
    is_name = short.isupper() and any(word[0].isupper() for word in full.split())
    return other if is_bracketed and is_name else None
