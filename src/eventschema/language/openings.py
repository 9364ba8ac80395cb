"""With which letters a match of a regular expression begins, read from the expression itself.

The parser is Python's own. Whatever it says that is not known here stands for any letters, so that
an opening may be too short and never wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from re import _parser  # type: ignore[attr-defined]
from typing import NamedTuple, cast

LENGTH = 4
"""How many letters an opening has at most."""
_FOLDS = {code: " " for code in range(0x3001) if chr(code).isspace()} | dict.fromkeys(
    b"123456789", "0"
)
_MOST_LETTERS = 12
_MOST_OPENINGS = 1000
_SHORT = 2
_ASCII = "".join(map(chr, range(128)))


class _Opening(NamedTuple):
    """Letters, in lower case, and whether they end where more may be known."""

    letters: str
    goes_on: bool


_Openings = frozenset[_Opening]
_NOTHING: _Openings = frozenset([_Opening("", goes_on=True)])
_ANYTHING: _Openings = frozenset([_Opening("", goes_on=False)])


def openings(pattern: re.Pattern[str]) -> frozenset[str] | None:
    """The openings of all matches, in lower case; a blank for white space and 0 for any digit.

    Null where a match may be empty, or begin within a word or with white space.
    """
    nodes = _nodes(_parser.parse(pattern.pattern, pattern.flags))
    if not _begins_word(nodes):
        return None
    found = {opening.letters for opening in _of_row(nodes)}
    if any(letters[:1].strip() == "" for letters in found):
        return None
    return frozenset(
        letters
        for letters in found
        if not any(letters[:length] in found for length in range(1, len(letters)))
    )


def folded(text: str) -> str:
    """The text as openings spell it, of the same length but for U+0130."""
    return text.lower().translate(_FOLDS)


class _Node(NamedTuple):
    """A part of an expression: what it is, and what it is made of."""

    kind: str
    content: object


def _nodes(parsed: object) -> list[_Node]:
    parts = cast("Iterable[tuple[object, object]]", parsed)
    return [_Node(str(kind), content) for kind, content in parts]


def _begins_word(nodes: list[_Node]) -> bool:
    """Whether every match begins where no letter or digit stands before it."""
    for node in nodes:
        match node:
            case "AT", place:
                return str(place) == "AT_BOUNDARY"
            case "ASSERT_NOT", (-1, refused):
                if _is_letter(_nodes(refused)):
                    return True
            case "SUBPATTERN", (_, _, _, inner):
                return _begins_word(_nodes(inner))
            case "BRANCH", (_, list(branches)):
                return all(map(_begins_word, map(_nodes, branches)))
            case _:
                return False
    return False


def _is_letter(refused: list[_Node]) -> bool:
    """Whether any letter or digit is among what a single character must not be."""
    match refused:
        case [("IN", members)]:
            kinds = [(node.kind, str(node.content)) for node in _nodes(members)]
            return ("CATEGORY", "CATEGORY_WORD") in kinds and kinds[0][0] != "NEGATE"
        case _:
            return False


def _of_row(nodes: list[_Node]) -> _Openings:
    found = _NOTHING
    for node in nodes:
        if not any(opening.goes_on for opening in found):
            break
        found = _followed(found, _of_node(node))
    return found


def _of_node(node: _Node) -> _Openings:
    found = _ANYTHING
    match node:
        case "LITERAL", int(code):
            found = _letter(chr(code))
        case "IN", members:
            found = _of_class(_nodes(members))
        case "BRANCH", (_, list(branches)):
            found = frozenset().union(*map(_of_row, map(_nodes, branches)))
        case "SUBPATTERN", (_, _, _, inner):
            found = _of_row(_nodes(inner))
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT", (int(least), int(most), inner):
            found = _repeated(_of_row(_nodes(inner)), least, most)
        case "AT" | "ASSERT" | "ASSERT_NOT", _:
            found = _NOTHING
    return found


def _letter(character: str) -> _Openings:
    if not character.isascii():
        return _ANYTHING
    return frozenset([_Opening(folded(character), goes_on=True)])


def _of_class(members: list[_Node]) -> _Openings:
    letters = [_members(member) for member in members]
    if None in letters:
        return _ANYTHING
    known = {folded(letter) for letter in "".join(filter(None, letters))}
    if len(known) > _MOST_LETTERS:
        return _ANYTHING
    return frozenset().union(*map(_letter, known))


def _members(node: _Node) -> str | None:
    """The characters that a member of a class stands for, null where they are not known."""
    match node:
        case "LITERAL", int(code):
            return chr(code)
        case "RANGE", (int(first), int(last)) if last < len(_ASCII):
            return _ASCII[first : last + 1]
        case "CATEGORY", kind:
            return {"CATEGORY_DIGIT": "0", "CATEGORY_SPACE": " "}.get(str(kind))
        case _:
            return None


def _repeated(once: _Openings, least: int, most: int) -> _Openings:
    """What repetition makes of openings; beyond the greatest length no more is to be known."""
    row = _NOTHING
    for _ in range(min(least, LENGTH)):
        row = _followed(row, once)
    found = row
    for _ in range(min(most, LENGTH) - least):
        row = _followed(row, once)
        found |= row
    return found


def _followed(before: _Openings, after: _Openings) -> _Openings:
    """Each opening that goes on, followed by each of the others, up to the greatest length."""
    found = frozenset(_joined(before, after))
    if len(found) > _MOST_OPENINGS:
        return frozenset(_Opening(opening.letters[:_SHORT], goes_on=False) for opening in found)
    return found


def _joined(before: _Openings, after: _Openings) -> Iterator[_Opening]:
    for opening in before:
        if not opening.goes_on:
            yield opening
            continue
        for more in after:
            letters = (opening.letters + more.letters)[:LENGTH]
            yield _Opening(letters, goes_on=more.goes_on and len(letters) < LENGTH)
