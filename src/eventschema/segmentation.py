"""From an article's text to its sentences: where each stands, and which of them a model sees.

Boundaries are those of sentencex (the sentence splitter of Wikimedia's language team), asked
paragraph by paragraph and mended where news text misleads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import sentencex

from eventschema.language import boilerplate, datelines
from eventschema.span import Span

LONGEST_SENTENCE = 1000
"""Code points; wire copy stays below 500, and a longer stretch is a list or lacks punctuation."""

SHORTEST_REPEAT = 25
"""Code points; shorter sentences ("He did not elaborate.") are said twice without being copies."""

LONGEST_PARAGRAPH = 10_000
"""Code points; where quotation marks are open, sentencex takes the square of a paragraph's length,
40 milliseconds for this many, so that what is longer is given to it in parts."""

LONGEST_WRAP = 100
"""Columns; hard-wrapped text keeps below this, and a longer line is a paragraph of its own."""

Kind = Literal["body", "dateline", "debris", "repeat"]

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_ODD = re.compile(rf"[^\S ]|{_SURROGATE.pattern}")
_FINISHED = re.compile(
    r"[.!?\u2026\u3002\uff01\uff1f\u061f\u06d4\u0964\u0965\"\u201d\xbb'\u2019]"
    r"[\])}\"'\u2019\u201d\xbb\u300d\u300f\u3011\uff09]*\Z"
)
_LISTED = re.compile(r"\A(\W*)\(([0-9a-z]{1,5})\)")
_CLAUSE = re.compile(r"[;:,\u2014\u060c\u061b\u3001\uff0c\uff1b]\s*|\s-\s")

# What sentencex takes for the end of a sentence in news text. Before anything:
_TITLE = re.compile(
    r"(?:^|[\s(\"'\u2018\u201c-])(?:"
    r"Adm|Amb|Asst|Atty|Brig|Capt|Cdr|Cmdr|Col|Comdr|Const|Cpl|Cpt|Dep|Det|Dr|Drs|Flt|Fr|Ft|Gen"
    r"|Gens|Gov|Govs|Hon|Insp|Ldr|Lieut|Lt|Lts|Maj|Md|Messrs|Mohd|Mr|Mrs|Ms|Mt|Pfc|Pres|Prof|Profs"
    r"|Pvt|Rep|Reps|Rev|Sen|Sens|Sgt|Shri|Smt|Spc|Sq|Sqn|St|Supt|Wg"
    r"|approx|ca|cf|esp|est|incl|viz|vs)\.\s*\Z"
)
# Before a number:
_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)"
_NUMBERED = re.compile(
    rf"(?:^|[\s(])(?:Art|Ch|Fig|Nos?|Para|Rs|Sec|Vol|art|ch|fig|paras?|pp?|sec|vol|{_MONTH})\.\s*\Z"
)
# Before a weekday or a date, "at 10 a.m. Monday":
_CLOCK = re.compile(r"\b[ap]\.m\.\s*\Z")
_CALENDAR = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|May|June|July"
    rf"|August|September|October|November|December|{_MONTH}\.?)\s\d"
)
# Run-in headings, which belong to what they head: "(ii)", "3.", "MONDAY.".
_RUBRIC = re.compile(
    r"[(\[]?(?:\d{1,3}|[ivx]{1,5}|[a-z])[.)\]]+|(?:mon|tues|wednes|thurs|fri|satur|sun)day[.:]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, with where it stands: `article.text[span.start:span.end] == text`.

    `kind` is `body`, or `dateline` (where the story was filed), or `debris` (left behind by a
    scraper), or `repeat` (a verbatim copy of an earlier one). Only body sentences are shown to a
    model; `number` counts them from 1 and is null for the others.
    """

    number: int | None
    span: Span
    text: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Line:
    """A trimmed line; a hidden one is no page text."""

    span: Span
    text: str
    hidden: bool = False


def split(text: str, *, language: str = "en") -> tuple[Sentence, ...]:
    """The sentences of `text`, in order, trimmed and without overlap; newlines may lie inside.

    Every code point that is not white space lies in exactly one of them, and no body sentence is
    longer than LONGEST_SENTENCE. `language` (ISO 639-1) chooses the abbreviations that sentencex
    knows; debris is recognized on English pages only. The headline on top is body, its copy below
    is a repeat, and so is every sentence of an article that stands on its page twice.
    """
    lines = list(_lines(text))
    marks = boilerplate.debris(["" if line.hidden else line.text for line in lines])
    pieces: list[tuple[Span, Kind]] = []
    for group, is_debris in _grouped(lines, marks):
        span = Span(group[0].span.start, group[-1].span.end)
        if is_debris:
            pieces.append((span, "debris"))
        else:
            pieces.extend(_pieces(text, span, language))
    return tuple(_numbered(text, pieces))


def _lines(text: str) -> Iterator[_Line]:
    position = 0
    for span in [*boilerplate.hidden(text), Span(len(text), len(text))]:
        for line in text[position : span.start].splitlines(keepends=True):
            yield _line(text, Span(position, position + len(line)))
            position += len(line)
        yield _line(text, span, hidden=True)
        position = span.end


def _line(text: str, span: Span, *, hidden: bool = False) -> _Line:
    trimmed = _trimmed(text, span)
    return _Line(trimmed, text[trimmed.start : trimmed.end], hidden)


def _trimmed(text: str, span: Span) -> Span:
    raw = text[span.start : span.end]
    body = raw.strip()
    start = span.start + len(raw) - len(raw.lstrip())
    return Span(start, start + len(body))


def _grouped(
    lines: Sequence[_Line], marks: Sequence[bool]
) -> Iterator[tuple[Sequence[_Line], bool]]:
    """Lines that belong together, each group with whether it is debris; blank lines are left out.

    Debris stays line by line; lines of a hard-wrapped paragraph are joined.
    """
    width = _wrap_width(lines)
    group: list[_Line] = []
    for line, mark in zip(lines, marks, strict=True):
        joins = bool(group) and not (mark or line.hidden) and _continues(group[-1], line, width)
        if group and not joins:
            yield group, False
            group = []
        if line.text and (mark or line.hidden):
            yield [line], True
        elif line.text:
            group.append(line)
    if group:
        yield group, False


def _wrap_width(lines: Iterable[_Line]) -> int:
    """The column at which the text is hard-wrapped, 0 where it is not: the longest line that runs
    on in the next.
    """
    widths = [
        len(above.text)
        for above, below in pairwise(lines)
        if boilerplate.runs_on(above.text, below.text) and not _FINISHED.search(above.text[-9:])
    ]
    return max((width for width in widths if width <= LONGEST_WRAP), default=0)


def _continues(above: _Line, below: _Line, width: int) -> bool:
    """Whether a sentence may run over the line break between the two."""
    if not below.text or boilerplate.LIST_ITEM.match(below.text):
        return False
    tail = above.text[-12:]
    if boilerplate.runs_on(above.text, below.text) or _awaits(tail, below.text):
        return True
    next_word = below.text.split(maxsplit=1)[0]
    return len(above.text) <= width < len(above.text) + 1 + len(next_word)


def _awaits(tail: str, head: str) -> bool:
    """Whether the full stop at the end of `tail` is an abbreviation's that leads on to `head`."""
    return bool(
        _TITLE.search(tail)
        or (_NUMBERED.search(tail) and head[0].isdigit())
        or (_CLOCK.search(tail) and _CALENDAR.match(head))
    )


def _pieces(text: str, span: Span, language: str) -> Iterator[tuple[Span, Kind]]:
    news = span.start + datelines.length(text[span.start : span.end])
    if span.start < news < span.end:
        yield _trimmed(text, Span(span.start, news)), "dateline"
        span = Span(news, span.end)
    for part in _parts(text, span):
        yield from ((found, "body") for found in _sentences(text, part, language))


def _parts(text: str, span: Span) -> Iterator[Span]:
    """`span` in stretches of at most LONGEST_PARAGRAPH, cut behind a full stop or else a blank."""
    start = span.start
    while span.end - start > LONGEST_PARAGRAPH:
        half, end = start + LONGEST_PARAGRAPH // 2, start + LONGEST_PARAGRAPH
        cut = max(text.rfind(". ", half, end), text.rfind(".\n", half, end))
        cut = cut if cut >= 0 else max(text.rfind(" ", half, end), text.rfind("\n", half, end))
        end = cut + 1 if cut >= 0 else end
        yield Span(start, end)
        start = end
    yield Span(start, span.end)


def _sentences(text: str, span: Span, language: str) -> Iterator[Span]:
    # sentencex ends sentences at line breaks, panics at white space outside ASCII, and takes all
    # that follows a leading "(a)" for one sentence.
    flat = _ODD.sub(" ", text[span.start : span.end])
    flat = _LISTED.sub(r"\1 \2 ", flat)
    merged: list[Span] = []
    for found in sentencex.get_sentence_boundaries(language, flat):
        piece = Span(found["start_index"], found["end_index"])
        if merged and _belong_together(flat, merged[-1], piece):
            merged[-1] = Span(merged[-1].start, piece.end)
        else:
            merged.append(piece)
    for piece in merged:
        whole = Span(span.start + piece.start, span.start + piece.end)
        yield from _shortened(text, whole)


def _belong_together(flat: str, left: Span, right: Span) -> bool:
    start = flat[left.start : min(left.start + 12, left.end)].lstrip()
    tail = flat[max(left.start, left.end - 12) : left.end].rstrip()
    head = flat[right.start : right.end].lstrip()
    if not any(map(str.isalnum, head)) or _awaits(tail, head) or _RUBRIC.fullmatch(tail):
        return True
    # A text in lower case throughout has sentences that begin so.
    return head[0].islower() and not start[:1].islower()


def _shortened(text: str, span: Span) -> Iterator[Span]:
    """`span` cut into stretches of at most LONGEST_SENTENCE, trimmed, empty ones left out."""
    rest = _trimmed(text, span)
    while rest.end - rest.start > LONGEST_SENTENCE:
        cut = _cut(text[rest.start : rest.start + LONGEST_SENTENCE])
        yield _trimmed(text, Span(rest.start, rest.start + cut))
        rest = _trimmed(text, Span(rest.start + cut, rest.end))
    if rest.start < rest.end:
        yield rest


def _cut(stretch: str) -> int:
    """Where to cut: after the last clause or word of the second half, else at the end."""
    half = len(stretch) // 2
    clauses = [found.end() for found in _CLAUSE.finditer(stretch, half)]
    if clauses:
        return clauses[-1]
    space = max(stretch.rfind(" ", half), stretch.rfind("\n", half))
    return space if space > 0 else len(stretch)


def _numbered(text: str, pieces: Iterable[tuple[Span, Kind]]) -> Iterator[Sentence]:
    seen: set[str] = set()
    number = 0
    for span, given in pieces:
        sentence = text[span.start : span.end]
        kind = _kind(sentence, seen) if given == "body" else given
        number += kind == "body"
        yield Sentence(number if kind == "body" else None, span, sentence, kind)


def _kind(sentence: str, seen: set[str]) -> Kind:
    """The kind of a sentence of the body, which goes into `seen` where it is long enough.

    A lone surrogate is no character: neither a request nor a record could hold the sentence.
    """
    if (
        boilerplate.is_notice(sentence)
        or not any(map(str.isalnum, sentence))
        or _SURROGATE.search(sentence)
    ):
        return "debris"
    words = " ".join(sentence.split())
    if words in seen:
        return "repeat"
    if len(words) >= SHORTEST_REPEAT:
        seen.add(words)
    return "body"
