"""Names of people and bodies: what is one, which words of it are the name, and when two are one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from eventschema.language import countries
from eventschema.language.titles import OFFICES, PORTFOLIOS, is_office, shortened
from eventschema.span import Span

_PLACEHOLDER_PHRASES = (
    "unknown|n a|none|null|nil|not specified|not mentioned|not stated|not available|not given"
    "|not provided|not known|not applicable|not reported|not named|not identified|not disclosed"
    "|unspecified|unnamed|unidentified|undisclosed|unstated|tbd|tba|to be determined|various"
    "|no information|no information available|none mentioned|none specified|none given"
)
_PLACEHOLDER = re.compile(
    rf"(?:(?:{_PLACEHOLDER_PHRASES})(?: (?:in|by) the (?:text|article|sentences?))?)?"
)
_FUNCTION_WORDS = (
    "i you he she it we they him her us them his hers its our their theirs who whom whose which"
    " what this that these those one ones someone somebody anyone anybody everyone everybody nobody"
    " none no himself herself themselves itself another other others each both either neither"
    " a an the some any all many few several most such same and or but of for in on at by from"
    " to with two three four five six seven eight nine ten eleven twelve dozen dozens hundreds"
    " thousands scores about around nearly more than least"
)
_TITLE_WORDS = (
    "mr mrs ms miss mx dr prof professor sir dame madam lord lady shri shrimati smt hon honorable"
    " honourable h.e excellency majesty highness holiness khun dato datuk major marshal general"
    " colonel col lieutenant lt captain capt brigadier admiral vice-admiral sergeant sgt corporal"
    " private commodore constable superintendent king queen prince princess pope bishop judge"
    " justice sheikh officer official"
)
_NO_NAMES = frozenset(
    {*_FUNCTION_WORDS.split(), *_TITLE_WORDS.split(), *OFFICES, *PORTFOLIOS} - {"council", "force"}
)
_COMMON_WORDS = (
    "official source resident witness villager local police soldier troop gunman gunmen militant"
    " rebel fighter insurgent terrorist attacker protester demonstrator authority authoritie"
    " passenger civilian people person man men woman women child children boy girl student worker"
    " driver doctor medic rescuer reporter journalist diplomat investigator guard analyst expert"
    " relative family familie neighbor neighbour survivor victim suspect assailant hijacker"
    " delegate participant partie party side group team government lawmaker critic"
)
# They may open a sentence, where upper case makes no name of them.
_COMMON_NOUNS = frozenset(_COMMON_WORDS.split())
# "al-Shams" and "d'Oro" begin with a small article.
_ARTICLE = re.compile(r"(?:al|el|an|as|ash|at|ar|d|l)[-'\u2019](?=[^\W\d_])")
_WORD = re.compile(r"[^\W\d_][\w'\u2019.-]*")
_NAMES_KEPT = 4096


@lru_cache(maxsize=_NAMES_KEPT)
def bare(name: str) -> str:
    """The name without the honorifics, ranks and offices before it and the age, "(Retd.)", "-san"
    or possessive ending behind it; the module `titles` has the rule for ranks that are names too.

    Always a contiguous part of `name`; all of it, trimmed, where nothing but titles is there.
    """
    rest = name.strip()
    while (shorter := shortened(rest)) != rest:
        rest = shorter
    return rest


@lru_cache(maxsize=_NAMES_KEPT)
def is_name(text: str) -> bool:
    """Whether words can name a person or a body.

    Pronouns, common nouns ("two residents"), bare titles ("the Defence Minister"), demonyms alone
    and placeholders cannot. In scripts without case every word can.
    """
    words = _WORD.findall(_without_adjectives(text))
    if not words or is_placeholder(text) or is_office(words[-1]):
        return False
    is_shouted = text.isupper()
    return any(
        _is_proper(word, opens_sentence=is_shouted or at == 0) for at, word in enumerate(words)
    )


def is_placeholder(text: str) -> bool:
    """Whether text stands for no value: "", "unknown", "N/A", "not specified", "-", "..."."""
    return _PLACEHOLDER.fullmatch(re.sub(r"[\W_]+", " ", text).strip().casefold()) is not None


def same_person(a: str, b: str) -> bool:
    """Whether one of two names can be a shorter form of the other.

    Its words are some of the other's, in any order, or their initials, one word at least in full.
    Titles, accents and case do not count. Two full names that share the surname alone are two
    people; other spellings of a name are not seen through.
    """
    one, other = _words(a), _words(b)
    return _is_short_form(one, other) or _is_short_form(other, one)


def fullest(names: Sequence[str]) -> str:
    """The name with the most words written in full, then the most words, then the longest; the
    first of equals, as it was given. ValueError where there is none.
    """
    return max(names, key=_fullness)


def _fullness(name: str) -> tuple[int, int, int]:
    words = _words(name)
    return sum(len(word) > 1 for word in words), len(words), len(bare(name))


@lru_cache(maxsize=4096)
def _words(name: str) -> Sequence[str]:
    decomposed = unicodedata.normalize("NFKD", bare(name))
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return tuple(re.findall(r"[^\W_]+", letters.casefold()))


def _is_short_form(short: Sequence[str], full: Sequence[str]) -> bool:
    left = list(full)
    in_full = [word for word in short if len(word) > 1 and word in left]
    for word in sorted(short, key=len, reverse=True):
        match = word if word in left else next((w for w in left if _is_initial(word, w)), None)
        if match is None:
            return False
        left.remove(match)
    return bool(in_full)


def _is_initial(one: str, other: str) -> bool:
    return one[0] == other[0] and min(len(one), len(other)) == 1


def _is_proper(word: str, *, opens_sentence: bool) -> bool:
    plain = re.sub(r"['\u2019]s?$", "", word).rstrip(".").casefold()
    forms = {plain, plain.removesuffix("s")}
    if _ARTICLE.sub("", word, count=1)[0].islower() or forms & _NO_NAMES:
        return False
    return not (opens_sentence and forms & _COMMON_NOUNS)


def _without_adjectives(text: str) -> str:
    """The text without demonyms and, beside an office, without countries too."""
    spans = list(countries.demonyms(text))
    if any(map(is_office, text.split())):
        spans += [span for _, span in countries.mentioned(text)]
    return _blanked(text, spans)


def _blanked(text: str, spans: Sequence[Span]) -> str:
    for span in spans:
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text
