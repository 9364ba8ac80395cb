"""Where a sentence names an agreement, and what kind of name it gives it.

A name is the noun of the instrument with the modifiers before it and the topic behind it; it ends
where a clause or the parties begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cache
from itertools import zip_longest
from typing import Literal

from eventschema.span import Span
from eventschema.spotting.agreements import extent, phrases

Kind = Literal["proper", "described", "bare", "reference"]

MOST_WORDS = 12
"""A longer name is a clause, and grounding refuses it."""

_NO_TOPIC = phrases.GENERIC | phrases.TITLE_SMALL | {"in", "with", "&", "field", "mou"}
_LONG = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """A place at which a sentence speaks of an agreement.

    A `proper` name can be told by its upper case, a `described` one by what it says of the topic; a
    `bare` one is a ceasefire's noun alone; a `reference` ("the pact", "it") takes up another
    mention. `topic` are the folded words that single it out; `afresh` is one that comes in as new
    ("a truce"), or as another one ("an earlier truce").
    """

    sentence: int
    span: Span
    name: str
    head: str
    kind: Kind
    topic: frozenset[str]
    acronym: str | None = None
    definite: bool = False
    afresh: Literal["new", "other"] | None = None

    @property
    def is_ceasefire(self) -> bool:
        """Whether it is the end, for a time, of fighting."""
        return not phrases.CEASEFIRES.isdisjoint({self.head, *self.topic})

    @property
    def initials(self) -> frozenset[str]:
        """The acronyms that the name would have, with and without its small words."""
        words = extent.WORD.findall(self.name)
        large = [word[0] for word in words if word[0].isupper()]
        return frozenset({"".join(large), "".join(word[0] for word in words).upper()})


def mentions(sentences: Mapping[int, str]) -> list[Mention]:
    """All mentions of agreements in the sentences, in their order, references among them."""
    found = [mention for number, text in sentences.items() for mention in _in(number, text)]
    acronyms = phrases.ACRONYMS | {m.acronym for m in found if m.acronym}
    found += [
        mention
        for number, text in sentences.items()
        for mention in _acronyms(number, text, acronyms)
        if not any(m.sentence == number and m.span.overlaps(mention.span) for m in found)
    ]
    return sorted(found, key=lambda mention: (mention.sentence, mention.span))


def _in(number: int, text: str) -> Iterator[Mention]:
    if text.isupper():
        yield from _in_capitals(number, text)
        return
    for it in phrases.OBJECT_IT.finditer(text):
        yield _reference(number, Span(*it.span("it")), "it", "it")
    if opening := phrases.IT.match(text):
        yield _reference(number, Span(*opening.span("it")), "It", "it")
    end = 0
    for head in _heads(text):
        mention = _mention(number, text, head) if head.start() >= end else None
        if mention:
            end = mention.span.end
            yield mention
    for found in phrases.TEXT.finditer(text):
        yield _reference(number, Span(*found.span("noun")), found["noun"], "text")


def _in_capitals(number: int, text: str) -> Iterator[Mention]:
    """The mentions of a headline in upper case, which tells no proper names.

    Letters of mathematics are in upper case forever.
    """
    lower = text.lower()
    if len(lower) != len(text) or lower.isupper():
        return
    for mention in _in(number, lower):
        yield replace(mention, name=text[mention.span.start : mention.span.end])


def _reference(number: int, span: Span, name: str, head: str) -> Mention:
    return Mention(number, span, name, head, "reference", frozenset(), definite=True)


def _heads(text: str) -> Iterator[re.Match[str]]:
    """The nouns of instruments; of two side by side ("ceasefire agreement") the last."""
    found = list(phrases.HEAD.finditer(text))
    for one, following in zip_longest(found, found[1:]):
        if following is None or text[one.end() : following.start()].strip(" -"):
            yield one


def _acronyms(number: int, text: str, acronyms: AbstractSet[str]) -> Iterator[Mention]:
    for word in extent.WORD.finditer(text):
        if word[0] in acronyms:
            span, topic = Span(*word.span()), frozenset({word[0].casefold()})
            yield Mention(number, span, word[0], "acronym", "proper", topic, acronym=word[0])


def _mention(number: int, text: str, head: re.Match[str]) -> Mention | None:
    before = extent.modifiers(text, head.start())
    start = before[0].start if before else head.start()
    acronym = extent.ACRONYM.match(text, head.end())
    end = acronym.end() if acronym else head.end()
    topic_end = extent.topic(text, end)
    if topic_end == end or phrases.HEAD.search(text, end, topic_end):
        topic_end = end if before else head.end()
    if topic_end == head.end() and not before and head[0].casefold() in phrases.BY_PARTNER:
        partner = phrases.PARTNER.match(text, topic_end)
        topic_end = extent.topic(text, partner.end()) if partner else topic_end
    span = Span(start, topic_end)
    name = text[span.start : span.end]
    topic = _content(name, head[0])
    if not topic and phrases.CHANGES.match(text, head.end()):
        topic = frozenset({"change"})
    definite = bool(phrases.DEFINITE.search(text[max(0, start - 20) : start]))
    kind = _kind(text, span, head, topic, definite=definite)
    if kind is None or _is_other(text, span, head):
        return None
    known = acronym["acronym"] if acronym else None
    new = phrases.AFRESH.search(text[max(0, start - 40) : start])
    afresh: Literal["new", "other"] | None = None
    if new is not None:
        afresh = "other" if new["other"] else "new"
    return Mention(number, span, name, head[0].casefold(), kind, topic, known, definite, afresh)


def _is_other(text: str, span: Span, head: re.Match[str]) -> bool:
    """Whether the noun is part of another one, or the agreement none between states."""
    if phrases.COMPOUND.match(text, head.end()):
        return True
    if head[0].casefold() == "protocol" and phrases.CEREMONY.search(text[: span.start][-60:]):
        return True
    longer = len(text[span.start : span.end].split()) > MOST_WORDS
    return longer or bool(phrases.NOT_OURS.search(text[span.start : head.end()]))


def _kind(
    text: str, span: Span, head: re.Match[str], topic: frozenset[str], *, definite: bool
) -> Kind | None:
    noun = head[0].casefold()
    if topic and _is_proper(text, span, head):
        known = noun != "partnership" or phrases.PARTNERSHIP.search(text, span.start, span.end)
        return "proper" if known else None
    if noun in phrases.TELLING and not definite:
        return "described"
    if topic and not (noun in phrases.WEAK and topic == {"peace"}):
        has_topic = span.end > head.end() or len(topic) > 1
        name, draft = text[span.start : span.end], text[: span.start].casefold().endswith("draft ")
        return _described(name, noun, has_topic=has_topic, definite=definite, draft=draft)
    if definite and noun in phrases.ANY_TEXT | phrases.CEASEFIRES | phrases.TAKEN_UP:
        return "reference"
    return "bare" if noun in phrases.CEASEFIRES else None


def _described(
    name: str, noun: str, *, has_topic: bool, definite: bool, draft: bool
) -> Kind | None:
    """Whether a name in lower case says enough to single out an agreement."""
    if noun == "partnership":
        return "described" if "strategic" in name.casefold() else None
    if noun in phrases.ONLY_PROPER:
        return "described" if draft and has_topic else None
    if noun in phrases.WEAK and not has_topic:
        return "described" if noun == "arrangement" and not definite else None
    return "described"


def _is_proper(text: str, span: Span, head: re.Match[str]) -> bool:
    """Whether the noun is in upper case with a name about it, or has a name before it."""
    modifiers = extent.WORD.findall(text[span.start : head.start()])
    named = [word for word in modifiers if word[0].isupper()]
    opens = not text[: span.start].strip(" \"'\u201c\u2018(0123456789.)\t")
    if head[0][0].isupper():
        topic = extent.WORD.findall(text[head.end() : span.end])
        titled = any(word[0].isupper() for word in topic)
        return bool(named) or titled or (" " in head[0] and not opens)
    return bool(named[opens:]) and not all(map(extent.is_nationality, named))


@cache
def _content(name: str, head: str) -> frozenset[str]:
    """The words of a name that tell it from others."""
    words = [word.casefold().replace("\u2019", "'") for word in extent.WORD.findall(name)]
    heads = head.casefold().split()
    return frozenset(
        word.removesuffix("'s").removesuffix("s") if len(word) > _LONG else word
        for word in words
        if word not in _NO_TOPIC and word not in heads and not phrases.TERM_LENGTH.fullmatch(word)
    )
