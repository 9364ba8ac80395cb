"""Case for the upper-case text of teletype wires, by plain rules; every character keeps its place.

Everything is put in lower case, and capitals are restored for

- the first word of a sentence or a paragraph;
- months and weekdays ("may" and "march" only beside a number);
- countries, demonyms and capitals, as eventschema's table of countries has them, and the larger
  cities and regions of Latin America;
- up to four words after a title, a rank or "city of" and its likes, up to a function word, a number
  or a word in -ed or -ing; the title itself is capitalized with them;
- a common Spanish given name and up to three words after it, in the same way;
- the word after San, Santa, Santo, El, La, Los and Las, and surnames in -ez;
- quoted phrases of up to three words;
- an organization before its acronym in brackets, back to a function word, six words at most.

Acronyms (in brackets once, without a vowel, with points or digits, or in a short list) stay as they
are. What is a name after a title, in quotation marks, before or in brackets is one throughout the
document, unless it is a common word or follows a determiner there ("the attack").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from eventschema.language import countries
from wire_words import (
    ACRONYMS,
    ARTICLES_OF_NAMES,
    COMMON,
    FUNCTION_WORDS,
    GIVEN_NAMES,
    LOWER_CASE_RANKS,
    NOT_PLACES,
    PLACES,
    REGIONS,
    TITLES,
)

_HEADER = re.compile(r"\A[^\n]{0,150}?--(?=\s*\[)|\A[^\n]{0,150}?\)\s*--")
_MARK = re.compile(
    r"\[(?:TEXT|EXCERPTS?|REPORT|ARTICLE|COMMENTARY|INTERVIEW|SUMMARY"
    r"|[^\[\]]{0,40}\b(?:RECORDING|VIDEO|INDISTINCT|OMITTED|RECEIVED|PUBLISHED|HEARD)|NO DATELINE"
    r"|(?:FROM|BY|VIDEO|UNIDENTIFIED)\b[^\[\]]{0,60})\]"
)
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_SENTENCE_START = re.compile(
    r"(?:\A|(?<![.\s][A-Z])[.!?][\"')\]]*\s+|:(?=\s*\")|\n\s*\n)[\s\"'(\[]*(?=\w)"
)
_DATE_WORD = re.compile(
    r"\b(?:(?:JANUARY|FEBRUARY|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)S?\b|(?<=\d )(?:MAY|MARCH|JAN|FEB|MAR|APR|JUN"
    r"|JUL|AUG|SEPT?|OCT|NOV|DEC)\b|(?:MAY|MARCH)(?= \d))"
)
_QUOTED = re.compile(r"\"((?:[^\W_][\w'.-]*\s?){1,3})\"")
_BRACKETED = re.compile(r"\(([A-Z][A-Z0-9-]{1,9})\)|\[(?:EXPANSION OF )?([A-Z]{2,9})\]")
_POINTED = re.compile(r"\b(?:[A-Z]\.){2,}")
_AFTER_DETERMINER = re.compile(
    r"\b(?:THE|AN?|THIS|THAT|THESE|THOSE|HIS|HER|ITS|OUR|THEIR|SEVERAL|SOME|MANY|OTHER|NO) (\w+)\b"
    r"(?!['-]| (?:GOVERNMENT|ADMINISTRATION|REGIME|FAMILY|CARTEL|NEIGHBORHOOD|DEPARTMENT))"
)
_SURNAME = re.compile(r"\w{2,}EZ\b")
_UNIT = re.compile(r"[KMC]?M|KG|KW|MW|TH|RD")
_LONGEST_NAME = 4
_LONGEST_BODY = 6

_POSSESSIVE = "'S"


def true_cased(text: str) -> str:
    """The text without dateline and FBIS's marks (blanks stand there), its case restored."""
    text = _blanked(text)
    words = list(_WORD.finditer(text))
    names = _names(text, words)
    cased = list(_lower(text))
    for word in words:
        cased[word.start() : word.end()] = _shape(word, names)
    for start in _starts(text):
        cased[start] = text[start]
    return "".join(cased)


def _blanked(text: str) -> str:
    for pattern in (_HEADER, _MARK):
        text = pattern.sub(lambda found: " " * len(found[0]), text)
    return text


def _lower(text: str) -> str:
    # A few letters have a lower case of two characters; they stay as they are.
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def _shape(word: re.Match[str], names: _Names) -> str:
    bare = word[0].removesuffix(_POSSESSIVE)
    if bare in names.acronyms or _stays(bare) or names.covers_pointed(word):
        return bare + _lower(word[0][len(bare) :])
    if word.start() in names.starts or bare in names.anywhere or bare == "I":
        return _capitalized(word[0])
    return _lower(word[0])


def _stays(word: str) -> bool:
    has_letter = any(letter.isalpha() for letter in word)
    mixed = has_letter and any(letter.isdigit() for letter in word) and not word[0].isdigit()
    vowelless = len(word) > 1 and word.isalpha() and not re.search("[AEIOUY]", word)
    return mixed or (vowelless and word not in TITLES and not _UNIT.fullmatch(word))


def _capitalized(word: str) -> str:
    parts = re.split(r"([-])", word)
    return "".join(part[:1] + _lower(part[1:]) for part in parts)


class _Names:
    """Where names begin in a document, and which words are names or acronyms throughout it."""

    def __init__(self, text: str) -> None:
        self.starts: set[int] = set()
        self.anywhere: set[str] = set()
        self.acronyms = set(ACRONYMS)
        self.common = _common(text) - GIVEN_NAMES
        self._pointed = [found.span() for found in _POINTED.finditer(text)]

    def add(self, words: Sequence[re.Match[str]], *, throughout: bool = True) -> None:
        """Take the `words` for names, and `throughout` the document unless they are common."""
        for word in words:
            self.starts.add(word.start())
            bare = word[0].removesuffix(_POSSESSIVE)
            if throughout and bare not in COMMON | TITLES | self.common and len(bare) > 1:
                self.anywhere.add(bare)

    def covers_pointed(self, word: re.Match[str]) -> bool:
        """Whether the word is a part of an abbreviation with points ("U.S.")."""
        return any(start <= word.start() < end for start, end in self._pointed)


def _common(text: str) -> set[str]:
    """The words that follow a determiner in a third of their occurrences or more."""
    everywhere = Counter(word[0].removesuffix(_POSSESSIVE) for word in _WORD.finditer(text))
    after = Counter(_AFTER_DETERMINER.findall(text))
    return {word for word, count in after.items() if 3 * count >= everywhere[word]}


def _names(text: str, words: list[re.Match[str]]) -> _Names:
    names = _Names(text)
    for pattern in (_DATE_WORD, _SURNAME):
        names.starts.update(found.start() for found in pattern.finditer(text))
    names.starts.update(_geographic(text, words))
    for found in _QUOTED.finditer(text):
        inside = [word for word in words if found.start(1) <= word.start() < found.end(1)]
        names.add([word for word in inside if word[0] not in FUNCTION_WORDS], throughout=False)
    for found in _BRACKETED.finditer(text):
        names.acronyms |= {found[1] or found[2]} - FUNCTION_WORDS
        names.add(_body_before(found.start(), text, words), throughout=False)
    for at, word in enumerate(words):
        followers = _named_after(word[0], at, words, text)
        if followers and not (word[0] in TITLES and followers[0][0] in names.common):
            names.add(followers)
            if word[0] in TITLES - LOWER_CASE_RANKS or word[0] in ARTICLES_OF_NAMES:
                names.starts.add(word.start())
    return names


def _named_after(
    word: str, at: int, words: Sequence[re.Match[str]], text: str
) -> Sequence[re.Match[str]]:
    """The words after the one at `at`, or from it on, that it tells to be a name."""
    if word in TITLES:
        return _run(at + 1, words, text, most=_LONGEST_NAME)
    if word in GIVEN_NAMES:
        return [words[at], *_run(at + 1, words, text, most=_LONGEST_NAME - 1)]
    if word in REGIONS and at + 2 < len(words) and words[at + 1][0] == "OF":
        return _run(at + 2, words, text, most=2)
    if word in ARTICLES_OF_NAMES:
        return _run(at + 1, words, text, most=1)
    return []


def _run(
    at: int, words: Sequence[re.Match[str]], text: str, *, most: int
) -> Sequence[re.Match[str]]:
    end = at
    while end < min(at + most, len(words)) and _may_be_name(words[end][0]):
        between = text[words[end - 1].end() : words[end].start()]
        possessive = end > at and words[end - 1][0].endswith(_POSSESSIVE)
        if between.strip(" \n") not in ("", ".") or "\n\n" in between or possessive:
            break
        end += 1
    return words[at:end]


def _may_be_name(word: str) -> bool:
    common = word in FUNCTION_WORDS or word[0].isdigit()
    return not common and not word.endswith(("ED", "ING")) and len(word) > 1


def _body_before(end: int, text: str, words: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The words of the organization's name that stand before its acronym at `end`."""
    before = [word for word in words if word.start() < end][-_LONGEST_BODY:]
    body: list[re.Match[str]] = []
    for word in reversed(before):
        following = body[-1].start() if body else end
        if text[word.end() : following].strip(' \n"') or word[0] in FUNCTION_WORDS - {"OF"}:
            break
        body.append(word)
    return [word for word in body if word[0] != "OF"]


def _geographic(text: str, words: Sequence[re.Match[str]]) -> Iterator[int]:
    """Where words of countries, demonyms and capitals begin."""
    spans = [span for _, span in countries.mentioned(text)]
    for word in words:
        if word[0] in NOT_PLACES or word[0] in FUNCTION_WORDS:
            continue
        inside = any(span.start <= word.start() < span.end for span in spans)
        bare = word[0].removesuffix(_POSSESSIVE)
        if inside or bare in PLACES or _is_place(bare):
            yield word.start()
    for one, other in pairwise(words):
        pair = f"{one[0]} {other[0].removesuffix(_POSSESSIVE)}"
        joined = text[one.end() : other.start()].isspace()
        if joined and _is_place(pair) and not _is_place(one[0]) and not _is_place(other[0]):
            yield from (one.start(), other.start())


@cache
def _is_place(words: str) -> bool:
    return countries.of_place(words) is not None


def _starts(text: str) -> Iterator[int]:
    yield from (found.end() for found in _SENTENCE_START.finditer(text))
