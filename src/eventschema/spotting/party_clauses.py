"""A sentence as noun phrases, deeds and the words between them, without a parser.

A noun phrase is a run of words that are neither function words nor verbs; its last word is its
head, which tells what it names. Words are known by closed lists and by their endings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from eventschema.span import Span
from eventschema.spotting.party_phrases import (
    BODIES,
    DEEDS,
    GROUPS,
    PEOPLE,
    THINGS,
    WEAPON_NOUNS,
    DeedWords,
    Sort,
)
from eventschema.spotting.scene import Person, Scene


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence: a noun phrase, a deed, a word or a mark; `span` is in the sentence.

    A noun phrase stands without determiners and numbers; `bare` tells that none was before it.
    """

    kind: Literal["noun", "deed", "word", "mark"]
    words: str
    span: Span
    sort: Sort = "other"
    bare: bool = False
    person: Person | None = None
    told: DeedWords | None = None
    alias: str | None = None

    def says(self, *words: str) -> bool:
        """Whether it is a single word or mark out of `words`."""
        return self.kind in ("word", "mark") and self.words.casefold() in words


_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:[-/]\w+|['\u2019](?!s\b)\w+|,\d{3})*|['\u2019]s\b|[^\w\s]")
_FUNCTION_WORDS = frozenset(
    "the a an this that these those his her its their our my your another other others some any all"
    " both each every several many few most more less such no not none same own of in on at by for"
    " with from to into onto upon against near beside between among under over above below behind"
    " within inside outside through throughout across along around about after before during since"
    " until till toward towards without despite via per off out up down as than like and or but nor"
    " so yet if then when while where who whom whose which what why how because although though"
    " unless whether it he she they we you i him them us me himself herself itself themselves there"
    " here is are was were be been being am has have had having do does did will would shall should"
    " can could may might must also too very just only even still already again once twice yesterday"
    " today tonight tomorrow now ago later soon when never ever always often meanwhile however"
    " moreover therefore thus hence else least approximately nearly almost including according"
    " apparently allegedly reportedly presumably et alias aka".split()
)
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred"
    " thousand million dozen dozens hundreds thousands scores first second third alleged presumed"
    " suspected self-styled so-called self-named self-described".split()
)
_VERBS = frozenset(
    "said says say told tell tells stated went go goes gone came come comes took take takes taken gave"
    " give gives given made make makes found find finds left leave leaves fled flee got get gets put"
    " puts began begin begins begun broke break broken brought bring brings held hold holds kept keep"
    " knew know known led lead leads lost lose met meet paid pay ran run runs saw see seen sent send"
    " sends spoke speak spoken stood stand stole stolen threw throw thrown thought think took was were"
    " wore wear won win wrote write written blew blown fell fall fallen felt feel flew fly became"
    " become becomes fought fight caught cut cuts drove drive driven hid hit hits hurt laid lay lie let"
    " rose sat set sets shook shot shoot slept sought spent spread struck swore taught tore understood"
    " woke does wants want claim claims reports reveals confirms suffered remain remains occur occurs"
    " seems seem shows show exist exists continue continues try tries use uses carry carries burst"
    " learned become includes include shouts caused try died dead".split()
)
_ADJECTIVES_ED = frozenset(
    "armed unarmed hooded masked unidentified uniformed disguised heavily-armed well-armed united"
    " retired exiled alleged so-called organized wanted red sacred hundred hired paid wounded trained"
    " unemployed related limited abandoned uninhabited crowded privatized state-owned foreign-owned"
    " u.s.-owned mixed bed shed need seed speed ahmed mohammed mohamed used parked loaded installed"
    " self-styled advanced combined decentralized specialized disabled displaced elected handmade"
    " homemade unoccupied so-named detained jailed newly-elected distinguished renowned reputed".split()
)
_NOUNS_ING = frozenset(
    "shining building buildings training parking shopping housing banking mining ruling living king"
    " beijing processing polling voting meeting morning evening bombing drug-trafficking trafficking"
    " broadcasting governing printing engineering wing right-wing left-wing string ring spring"
    " striking visiting serving guerrilla-supporting dining".split()
)
_ADVERBS_LY_NOT = frozenset("family assembly heavily italy early weekly daily supply ally july".split())
_TIMES = frozenset(
    "day night morning afternoon evening week month year hour minute monday tuesday wednesday thursday"
    " friday saturday sunday january february march april may june july august september october"
    " november december dawn noon midnight weekend time today gmt am pm".split()
)


def singular(noun: str) -> str:
    """The noun in lower case and the singular, by rule: "buses" is "bus", "policemen" "policeman"."""
    noun = noun.casefold()
    for ending, one in (("men", "man"), ("ies", "y"), ("ches", "ch"), ("shes", "sh"), ("sses", "ss")):
        if noun.endswith(ending) and len(noun) > len(ending):
            return noun.removesuffix(ending) + one
    if noun == "children":
        return "child"
    if noun in ("buses", "minibuses", "knives", "wives", "thieves"):
        return noun[:-2] if noun.endswith("buses") else noun[:-3] + ("f" if noun[0] == "t" else "fe")
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") and len(noun) > 3 else noun


def sort_of(words: str) -> Sort:
    """What a noun phrase names, by its last word; by a known name anywhere else."""
    head = words.split()[-1].strip("\"'\u2019")
    plain = singular(head.rpartition("-")[2] if "-" in head else head)
    whole = singular(head)
    found = GROUPS.search(words)
    if found and found.end() == len(words):
        return "group"
    for nouns, sort in _SORTS:
        if plain in nouns or whole in nouns or head.casefold() in nouns:
            return sort
    is_acronym = head.isupper() and len(head) > 2 and head.isalpha()
    return "group" if is_acronym else "other"


_SORTS: tuple[tuple[frozenset[str], Sort], ...] = (
    (PEOPLE, "people"),
    (WEAPON_NOUNS, "weapon"),
    (BODIES, "body"),
    (THINGS, "thing"),
)


def pieces(scene: Scene, number: int) -> list[Piece]:
    """The sentence in pieces, in its order."""
    return _with_aliases(list(_cut(scene, number)))


def _deeds(text: str) -> list[tuple[Span, DeedWords]]:
    found: list[tuple[Span, DeedWords]] = []
    for told in DEEDS:
        for match in told.pattern.finditer(text):
            span = Span(*match.span())
            if not any(span.overlaps(other) for other, _ in found):
                found.append((span, told))
    return found


def _cut(scene: Scene, number: int) -> Iterator[Piece]:
    text = scene.sentences[number]
    fixed = [Piece("deed", text[s.start : s.end], s, told=told) for s, told in _deeds(text)]
    fixed += [
        Piece("word", found.group(), Span(*found.span()))
        for found in _PLACED.finditer(text)
        if not any(Span(*found.span()).overlaps(piece.span) for piece in fixed)
    ]
    persons = scene.people(number)
    fixed += [
        Piece("noun", text[p.span.start : p.span.end], p.span, "person", person=p)
        for p in persons
        if not any(p.span.overlaps(piece.span) for piece in fixed)
    ]
    fixed += [
        Piece("word", text[d.span.start : d.span.end], d.span)
        for d in scene.dates(number)
        if not any(d.span.overlaps(piece.span) for piece in fixed)
    ]
    start = 0
    for piece in sorted(fixed, key=lambda one: one.span.start):
        yield from _loose(text, Span(start, piece.span.start))
        yield piece
        start = piece.span.end
    yield from _loose(text, Span(start, len(text)))


_PLACED = re.compile(
    r"\b(?:in front of|in the (?:vicinity|middle) of|next to|close to|outside of|a few \w+ from|inside of"
    r"|on top of|\d+ \w+ from)(?!\w)",
    re.IGNORECASE,
)
"""Where something stands, told in several words."""


def _loose(text: str, stretch: Span) -> Iterator[Piece]:
    """The pieces of a stretch without deeds, persons and dates."""
    run: list[re.Match[str]] = []
    before: str = ""
    for token in _TOKEN.finditer(text, stretch.start, stretch.end):
        word = token.group()
        if word in ("\"", "\u201c", "\u201d", "`"):
            continue
        if _joins(word, run):
            run.append(token)
            continue
        yield from _noun(text, run, before)
        before = run[-1].group() if run else before
        run = []
        kind: Literal["word", "mark"] = "word" if word[-1].isalnum() else "mark"
        yield Piece(kind, word, Span(*token.span()))
        before = word
    yield from _noun(text, run, before)


def _joins(word: str, run: Sequence[re.Match[str]]) -> bool:
    """Whether a word goes on a noun phrase, or begins one."""
    plain = word.casefold()
    if not word[0].isalnum() or plain in _FUNCTION_WORDS:
        return False
    if plain in _VERBS:
        return plain == "cut" and False
    if plain.endswith("ed") and len(plain) > 4:
        return plain in _ADJECTIVES_ED or (word[0].isupper() and bool(run))
    if plain.endswith("ing") and len(plain) > 5:
        return plain in _NOUNS_ING or (word[0].isupper() and bool(run))
    if plain.endswith("ly") and len(plain) > 4:
        return plain in _ADVERBS_LY_NOT
    return True


def _noun(text: str, run: Sequence[re.Match[str]], before: str) -> Iterator[Piece]:
    kept = list(run)
    while kept and (kept[0].group().casefold() in _NUMBERS or kept[0].group()[0].isdigit()):
        kept = kept[1:]
    if not kept:
        if run:
            span = Span(run[0].start(), run[-1].end())
            yield Piece("word", text[span.start : span.end], span)
        return
    span = Span(kept[0].start(), kept[-1].end())
    words = text[span.start : span.end]
    if singular(kept[-1].group()) in _TIMES:
        yield Piece("word", words, span)
    else:
        bare = len(kept) == len(run) and before.casefold() not in _DETERMINERS
        yield Piece("noun", words, span, sort_of(words), bare=bare)


_DETERMINERS = frozenset("the a an this that these those his her its their our several another".split())


def _with_aliases(found: Sequence[Piece]) -> list[Piece]:
    """The pieces, an acronym in brackets behind a name being its alias."""
    kept: list[Piece] = []
    at = 0
    while at < len(found):
        piece = found[at]
        inside = found[at + 2 : at + 3]
        is_aliased = (
            piece.kind == "noun"
            and [one.words for one in found[at + 1 : at + 2]] in (["("], ["["])
            and bool(inside)
            and inside[0].kind == "noun"
            and [one.words for one in found[at + 3 : at + 4]] in ([")"], ["]"])
        )
        if is_aliased and _names_the_same(piece.words, inside[0].words):
            kept.append(Piece("noun", piece.words, piece.span, "group", alias=inside[0].words))
            at += 4
        else:
            kept.append(piece)
            at += 1
    return kept


def _names_the_same(one: str, other: str) -> bool:
    short, full = sorted((one, other), key=len)
    return short.isupper() and any(word[0].isupper() for word in full.split())
