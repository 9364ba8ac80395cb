"""What stands before and behind a person's name: honorifics, ranks, offices, ages.

`shortened` takes one such thing off. Words that are ranks and names too stay, unless the text shows
that they are ranks:

- "Gen." and "Maj." go when they have their full stop and at least two words follow; "Gen" and "Maj"
  stay, for they may be a given name ("Gen Kurosato").
- "General" goes, since nobody is called so; not before a body's word ("General Staff").
- "Sergeant", "Constable", "Lord", "Lady", "Tun" and "Abbot" go when at least two words follow.
- "Major", "Marshal", "Dean", "Judge", "Justice", "Pope", "Bishop", "Earl", "Duke", "King" and
  "Prince" stay; but "Major" goes where the text says that its bearer is retired.
- In a rank of two words ("Major General", "Air Marshal") they are no names; behind another rank
  ("Vice Admiral Marshal Okonto") they are.
"""

from __future__ import annotations

import re
from functools import lru_cache

from eventschema.language import countries

_HONORIFIC = (
    r"mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|shri|shrimati|smt|(?:the\s+)?hon(?=\.)|the\s+hon"
    r"|(?:the\s+)?(?:(?:right|rt\.?)\s+)?honou?rable|h\.\s?e|(?-i:HE)|khun|dato['\u2019]?|datuk"
    r"|lyonpo|dasho|rev|reverend|msgr|monsignor|mme|monsieur"
    r"|(?:his|her|their)\s+(?:\w+\s+)?(?:excellency|majesty|highness|holiness|eminence|honou?r)"
)
_RANK = (
    r"(?:vice|rear|fleet)[\s-]admiral|(?:air\s+chief|air\s+vice|air|field)[\s-]marshal"
    r"|(?:lieutenant|lt|major|maj|brigadier|brig|colonel|col|captain|capt|army|inspector|insp"
    r"|adjutant|surgeon)\.?[\s-]+(?:general|gen)|general[\s-]major|colonel[\s-]major"
    r"|(?:lieutenant|lt)\.?[\s-]+(?:colonel|col|commander|cdr|cmdr)|(?:sergeant|sgt)\.?[\s-]+major"
    r"|wing\s+commander|squadron\s+leader|group\s+captain|flight\s+lieutenant|air\s+commodore"
    r"|colonel|col|lieutenant|lt|captain|capt|cpt|brigadier|brig|admiral|adm|sgt|corporal|cpl"
    r"|commodore|cdre|commander|cmdr|cdr|inspector|insp|superintendent|supt|commissioner"
    r"|general(?!\s+(?:staff|motors|atomics|electric|assembly|command|secretariat|directorate"
    r"|council|fund|insurance|dynamics|elections?|prosecutor)\b)"
)
_TITLE = re.compile(
    rf"(?:{_HONORIFIC}|{_RANK})(?:\.|(?=[\s,(]|\Z)),?(?!\s*(?:of|for|in|and|to)\b)\s*",
    re.IGNORECASE,
)
_DOUBTFUL_TITLE = re.compile(
    r"(?:(?:gen|maj)\.|(?:sergeant|constable|lord|lady|tun|abbot)(?=\s))\s*(?=\S+\s+\S)",
    re.IGNORECASE,
)
_RETIRED = r"(?:retd|ret|rtd|ret['\u2019]d|retired)"
_RETIRED_MAJOR = re.compile(rf"major\s+(?=.*[(,]\s*{_RETIRED}\b)", re.IGNORECASE)
_RETIRED_FIRST = re.compile(rf"\(\s*{_RETIRED}\.?\s*\),?\s*", re.IGNORECASE)

_SUFFIX = re.compile(
    rf"(?:\s*\(\s*(?:{_RETIRED}\.?|\d{{1,3}})\s*\)|,\s*(?:{_RETIRED}\.?|(?:aged\s+)?\d{{1,3}})"
    r"|['\u2019]s|(?<=s)['\u2019]|-san|\s+san|[\s,;:]+)\Z",
    re.IGNORECASE,
)
# "San" closes many Burmese names, so that only its lower-case forms and one name before it tell.
_SAN_OF_A_NAME = re.compile(
    r"(?:aung|hla|khin|kyaw|kyi|mi|moe|mya|myint|myo|nyi|ohn|soe|su|than|thein|tin|win|yin|zaw)"
    r"\s+san\Z|\S+\s+\S+\s+San\Z"
)
_APPOSITION = re.compile(r",\s+(?:an?|the|who|whose|his|her|their|its|formerly)\s", re.IGNORECASE)

_OFFICE_WORDS = (
    "minister president premier chancellor secretary governor mayor ambassador envoy senator"
    " congressman congresswoman mp pm lawmaker director chairman chairwoman chairperson chief head"
    " leader speaker spokesman spokeswoman spokesperson commander commissioner attorney prosecutor"
    " frontbencher adviser advisor consul prefect manager archbishop ombudsman treasurer counselor"
    " negotiator inspector"
)
OFFICES = frozenset(_OFFICE_WORDS.split())
"""The nouns of offices, in lower case and the singular."""

_PORTFOLIO_WORDS = (
    "defence defense foreign affairs external internal interior finance justice state home health"
    " national security trade economy economic education energy transport police prime vice deputy"
    " assistant acting former ex interim general staff navy army air force forces armed chief war"
    " relations public works development planning cabinet council"
)
PORTFOLIOS = frozenset(_PORTFOLIO_WORDS.split())
"""The words that tell which office it is, in lower case."""

_LINKS = frozenset({"of", "for", "and", "the", "to", "in", "at", "on", "by", "from", "with", "or"})
_PARTICLES = (
    "van von der den de del della di da dos das du la le el al bin bint ibn ben abu ould uld ag wa"
    " ter ten zu y e"
)
_PARTICLE = re.compile(
    rf"(?:{'|'.join(_PARTICLES.split())}|d['\u2019]\S+|(?:al|el|as|an|ash)-\S+)\Z"
)
_DETERMINER_WORDS = (
    "a an the his her their its our this that these those some any all both two three four five six"
    " seven eight nine ten"
)
_DETERMINERS = frozenset(_DETERMINER_WORDS.split())
# "the Western Isles deputy chief minister": no office has more words before its noun.
_LONGEST_OFFICE = 6
_NAMES_KEPT = 4096


@lru_cache(maxsize=_NAMES_KEPT)
def shortened(name: str) -> str:
    """`name` without the first title before it, or without what follows it, if there is either."""
    for step in (_after_title, _after_office, _after_description, _before_suffix):
        rest = step(name).strip()
        if rest != name and any(char.isalpha() for char in rest):
            return rest
    return name


@lru_cache(maxsize=_NAMES_KEPT)
def is_office(word: str) -> bool:
    """Whether a word is an office's noun, or is compounded with one: "Secretary-General"."""
    return not OFFICES.isdisjoint(_plain(word).split("-"))


def _plain(word: str) -> str:
    return word.casefold().strip(".,;:()'\u2019\"").removesuffix("'s").removesuffix("\u2019s")


def _after_title(name: str) -> str:
    for title in (_TITLE, _RETIRED_MAJOR, _RETIRED_FIRST, _DOUBTFUL_TITLE):
        found = title.match(name)
        if found:
            return name[found.end() :]
    return name


def _before_suffix(name: str) -> str:
    found = _SUFFIX.search(name)
    if found and not (found.group().endswith("San") and _SAN_OF_A_NAME.search(name.lower())):
        return name[: found.start()]
    apposition = _APPOSITION.search(name)
    if apposition:
        return name[: apposition.start()]
    head, comma, tail = name.partition(", ")
    return head if comma and any(map(is_office, tail.split())) else name


def _after_office(name: str) -> str:
    """What follows an office: "Japanese Defense Minister", "Commander of the Navy,"."""
    words = list(re.finditer(r"\S+", name))
    at = _end_of_office([word.group() for word in words])
    if at is None or at >= len(words):
        return name
    if words[at].group() in {"of", "for"}:
        at = _end_of_complement(name, words, at + 1)
    if at >= len(words) or not _begins_name(words[at].group()):
        return name
    return name[words[at].start() :]


def _end_of_office(words: list[str]) -> int | None:
    """The number of words up to the office's noun; None where no office comes first."""
    for at, word in enumerate(words[:_LONGEST_OFFICE]):
        if is_office(word):
            if word.endswith(("'s", "\u2019s")):
                return None
            rest = words[at + 1 :]
            more = next((i for i, w in enumerate(rest) if not _continues_office(w)), len(rest))
            return at + 1 + (0 if word.endswith(",") else more)
        if word in _LINKS - {"the"} or word.endswith((",", ")", ";")):
            return None
    return None


def _continues_office(word: str) -> bool:
    return is_office(word) or word.casefold() in {"general", "designate", "designate,", "elect"}


def _end_of_complement(name: str, words: list[re.Match[str]], at: int) -> int:
    """The end of "the Navy," and "Defense of Japan" behind an office and its "of"."""
    at += at < len(words) and words[at].group() == "the"
    if at >= len(words):
        return at
    spans = [span for _, span in countries.mentioned(name)]
    end = next((s.end for s in spans if s.start == words[at].start()), words[at].end())
    while at < len(words) and words[at].start() < end:
        at += 1
    if at >= len(words) or words[at - 1].group().endswith(","):
        return at
    following = words[at].group()
    if _plain(following) in PORTFOLIOS - {"general"}:
        return _end_of_complement(name, words, at)
    return _end_of_complement(name, words, at + 1) if following in {"of", "for", "and"} else at


def _begins_name(word: str) -> bool:
    return not word[0].islower() or _PARTICLE.match(word) is not None


def _after_description(name: str) -> str:
    """What follows common nouns: "mill owner Oona Vell"; all of it where more of them follow."""
    words = list(re.finditer(r"\S+", name))
    at = next((i for i, word in enumerate(words) if _begins_name(word.group())), len(words))
    before = {word.group() for word in words[:at]}
    is_description = bool(before - _DETERMINERS) and before.isdisjoint(_LINKS)
    if is_description and words[at:] and all(_begins_name(word.group()) for word in words[at:]):
        return name[words[at].start() :]
    return name
