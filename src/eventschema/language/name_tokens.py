"""A sentence in words, numbers and signs, as names are made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from eventschema.span import Span

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.(?:[^\W\d_]\.)+)"  # U.N., H.E.
    r"|Dato['\u2019](?=\s)|[^\W\d_](?:\w|[-'\u2019\u02bc\u2018](?=\w))*"
    r"|\d+(?:[.,]\d+)*|\S"
)
_POSSESSIVE = re.compile(r"['\u2019]s\Z")
_ARTICLE = re.compile(
    r"(?:al|el|an|as|ash|at|ar|ad|ed|d|l|ul|ez|es|er)[-'\u2019\u2018](?=[^\W\d_])"
)
_TAIL = re.compile(
    r"-(?:based|led|backed|born|run|owned|held|controlled|made|style|era|wide|like|speaking"
    r"|occupied|trained|registered|flagged|bound|funded|managed|built|designed|allied|linked)\Z"
)
_WORDS_KEPT = 8192


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign of a sentence; `country` where it is part of a country's words."""

    text: str
    span: Span
    country: int | None = None
    possessive: bool = False

    @property
    def is_word(self) -> bool:
        """Whether it is a word rather than a number or a sign."""
        return self.text[0].isalpha()

    @property
    def is_capitalized(self) -> bool:
        """Whether it begins in upper case, perhaps behind a small article: "al-Obeidi"."""
        return self.is_word and _is_capitalized(self.text)

    @property
    def key(self) -> str:
        """The word in lower case."""
        return _key(self.text)


@lru_cache(maxsize=_WORDS_KEPT)
def _is_capitalized(word: str) -> bool:
    return not _TAIL.search(word) and _ARTICLE.sub("", word, count=1)[0].isupper()


@lru_cache(maxsize=_WORDS_KEPT)
def _key(word: str) -> str:
    return word.casefold().replace("\u2019", "'")


def tokens(text: str, country_spans: Sequence[Span]) -> Iterator[Token]:
    """The words, numbers and signs of a sentence whose countries stand at the given places."""
    index = 0
    for found in _TOKEN.finditer(text):
        word, span = found.group(), Span(*found.span())
        mark = _POSSESSIVE.search(word) if word.endswith("s") else None
        if mark:
            word, span = word[: mark.start()], Span(span.start, span.start + mark.start())
        follows = text[span.end : span.end + 1] in ("'", "\u2019") and word.endswith("s")
        while index < len(country_spans) and country_spans[index].end <= span.start:
            index += 1
        is_country = index < len(country_spans) and country_spans[index].overlaps(span)
        country = index if is_country else None
        if word:
            yield Token(word, span, country, possessive=bool(mark) or follows)
