"""A text without its typographic noise, from which every position leads back to the source.

Lower case, no accents, compatibility forms resolved (NFKD) but for raised digits, one kind of dash,
of quotation mark and of blank. Lengths change (a ligature becomes two letters), so that a folded
text carries the source position of each of its characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from eventschema.span import Span

_FOLDS = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-")
    | dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc`\u00b4", "'")
    | dict.fromkeys('"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033', "")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
)
_ACCENT = re.compile("[\u0300-\u036f]")
_BLANK_BEFORE = re.compile(r"\s*(?:[,;:!?)\]%]|\.(?!\d))")
# Joined to what follows, shorter prefixes make other words: "re-sign", "un-ionized".
_PREFIX = re.compile(r"(?:[^\W\d_]{3,}|\bco)\Z", re.IGNORECASE)
_BROKEN_WORD = re.compile(r"[^\W\d]-[ \t]*$")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `origin[i]` is the position in `source` that its character `i` comes from."""

    text: str
    origin: Sequence[int]
    source: str

    def span(self, start: int, end: int) -> Span | None:
        """The source's span of `text[start:end]`, with the accents that belong to its last letter.

        Null where a bound falls inside what one character of the source became.
        """
        if self._inside(start) or self._inside(end):
            return None
        last = self.origin[end - 1] + 1
        while last < len(self.source) and _ACCENT.match(self.source[last]):
            last += 1
        return Span(self.origin[start], last)

    def _inside(self, position: int) -> bool:
        return (
            0 < position < len(self.origin) and self.origin[position - 1] == self.origin[position]
        )


def fold(text: str, *, hyphen: str) -> Folded:
    """The folded `text`, with `hyphen` for every hyphen that does not stand between digits.

    With an empty `hyphen`, a word broken over two lines is joined as well.
    """
    characters: list[str] = []
    origin: list[int] = []
    for position, character in enumerate(text):
        for piece in _pieces(text, position, character, hyphen):
            if piece != " " or _keeps_blank(characters, text, position):
                characters.append(piece)
                origin.append(position)
    return Folded("".join(characters), origin, text)


def _pieces(text: str, position: int, character: str, hyphen: str) -> str:
    if character.isspace():
        return "" if not hyphen and _breaks_word(text, position) else " "
    if unicodedata.category(character) == "No" or character == "\u2116":
        return character
    folded = unicodedata.normalize("NFKD", character.translate(_FOLDS)).casefold()
    folded = _ACCENT.sub("", unicodedata.normalize("NFKD", folded))
    if folded == "'" and not _between(text, position, str.isalnum):
        return ""
    if folded == "-" and not _between(text, position, str.isdigit):
        return hyphen if _PREFIX.search(text[max(0, position - 8) : position]) else " "
    return folded


def _keeps_blank(before: Sequence[str], text: str, position: int) -> bool:
    if not before or before[-1] in " ([":
        return False
    return not _BLANK_BEFORE.match(text, position)


def _breaks_word(text: str, position: int) -> bool:
    line_end = text[position] == "\n" or text[position : position + 2].strip(" \t") == "\n"
    return line_end and bool(_BROKEN_WORD.search(text[max(0, position - 4) : position]))


def _between(text: str, position: int, kind: Callable[[str], bool]) -> bool:
    return 0 < position < len(text) - 1 and kind(text[position - 1]) and kind(text[position + 1])
