"""Whether a meeting took place: what stands before its sign and behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain

from eventschema.span import Span
from eventschema.vocabularies import Modality

_REACH = 160
"""How many characters before and behind a sign speak of it."""
_CLAUSE = re.compile(
    r"[;:] |, (?!by\b)|\b(?:that|who|which|after|when|where|since|and)\b", re.IGNORECASE
)
_AUXILIARY = (
    "(?:is|are|was|were|been|be)(?: (?:also|now|then|next))?(?: (?:due|set|scheduled|expected"
    "|slated|supposed|likely|poised|planning|preparing))? to"
)
_FUTURE = (
    rf"(?:will|['\u2019]ll|shall|would|{_AUXILIARY}|(?:due|agreed|decided|expected|scheduled|set"
    "|about|plan(?:s|ned)?|hope[sd]?|intend(?:s|ed)?) to)"
)
_OFF = (
    r"(?:call(?:ed|s|ing) off|cancel\w*|scrap(?:ped|s)?|shelv\w+|postpon\w+|put (?:off|back)"
    r"|abandon\w+|abort\w*|axed?|ditch\w+|pull(?:ed|s) out of|withdr[ae]w from|snubbed|suspended)"
)
_WAS_OFF = (
    r"(?:called off|cancel\w*|scrapped|shelved|postponed|put (?:off|back)|abandoned|aborted|axed"
    "|(?:could|can) not (?:now )?(?:be held|take place)|(?:did|would|will) not (?:now )?"
    r"(?:take place|happen|go ahead)|fell through|(?:is|was|are|were|now|be) off\b|not turned up"
    "|failed to (?:show|turn) up|put paid to|never (?:happened|took place|materiali[sz]ed|came off)"
    "|did not (?:materiali[sz]e|come (?:off|about))|(?:had to be|was|were|been) dropped"
    r"|left without effect|will not be [^.;]{1,80}\bafter all)"
)


@dataclass(frozen=True, slots=True)
class _Rule:
    """A modality (null: there was no meeting), and the words that show it on either side."""

    modality: Modality | None
    before: re.Pattern[str]
    behind: re.Pattern[str]

    def holds(self, before: str, behind: str) -> bool:
        """Whether the words before or behind a sign show it."""
        return bool(self.before.search(before) or self.behind.match(behind))


def _rule(modality: Modality | None, before: str = "(?!)", behind: str = "(?!)") -> _Rule:
    return _Rule(
        modality,
        re.compile(rf"\b(?:{before})[^,;]{{0,60}}$", re.IGNORECASE),
        re.compile(rf"[^;]{{0,140}}?\b(?:{behind})", re.IGNORECASE),
    )


_PRESENT_WORDS = (
    "meets?|gathers?|convenes?|hosts?|visits?|receives?|holds?|sits? down|opens?|begins?"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|(?:dismiss|reject|refut|rebut|disput)(?:e|s|es|ed)"
    r" (?:(?:a|the|any|all) )?(?:reports?|claims?|rumou?rs?|suggestions?|allegations?|that))\b"
    "[^;.]{0,80}$",
    re.IGNORECASE,
)
_RULES = (
    _rule(
        "planned",
        behind="(?:postponed|put (?:off|back)|delayed|moved|rescheduled|brought forward)"
        r" (?:until|till|to|for)\b",
    ),
    _rule("cancelled", f"{_OFF}|to have|(?:will|would|does|do) no longer|no longer", _WAS_OFF),
    _rule(None, r"not|never|yet to|(?:refus|declin|fail)\w+ to|unable to|n't|without|must"),
    _rule(
        "hypothetical",
        "(?-i:may)|might|could|possible|potential|proposed?|if|seek(?:s|ing)?|sought",
        r"if|unless|provided that|(?-i:may)\b(?! \d)",
    ),
    _rule("planned", f"{_FUTURE}|upcoming|forthcoming|planned|scheduled"),
)
_CALLS_OFF = re.compile(rf"{_OFF}\b", re.IGNORECASE)
_NEXT = re.compile(r"\bnext (?:[\w-]+ ){0,3}$", re.IGNORECASE)
_AHEAD = re.compile(
    rf"(?:(?! and |[,;] | after | that ).){{0,60}}?\b(?:{_FUTURE}|(?:is|are) due"
    r"|(?:scheduled|planned|set|agreed|arranged|fixed) for)\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(rf"(?:{_PRESENT_WORDS})\b", re.IGNORECASE)
_WILL_BE_HELD = re.compile(
    r"[^;.]{0,120}?\b(?:will|shall|is to|are to|is due to|are due to) (?:now |not )?"
    r"(?:be held|take place|be convened|go ahead)\b"
)
_AFTER_ALL = re.compile(r"[^.;]{0,90}\bafter all\b")
_NOT_COMING = re.compile(r"\b(?:will|would) not (?:\w+ ){0,2}$|\bwon['\u2019]t (?:\w+ ){0,2}$")
_COMING = re.compile(r"\b(?:next (?:week|month|year|\w+day)|tomorrow|later this|in the coming)\b")
_DATED = re.compile(rf"[^.;]{{0,90}}\b(?:on \d|in (?:{_MONTHS})|\w+day\b)")
_GOING_ON = re.compile(" (?:are|is) (?:still )?(?:under ?way|ongoing|continuing|going on)")
_NOW = re.compile(r"\b(?:is|are|ha(?:s|ve) been) (?:currently |now |still )?$", re.IGNORECASE)
_INFINITIVE = re.compile(r"\bto (?:[\w-]+ ){0,4}$", re.IGNORECASE)
_CAME = re.compile(r"\b(?:flew|travel\w+|arrived|went|came|visited|returned)\b", re.IGNORECASE)
CALLED_OFF = re.compile(
    rf"(?!(?:His|Her|Its) (?:call|stop|visit|tour|trip|walk) )[^,;]{{0,50}}\b(?:{_WAS_OFF})",
    re.IGNORECASE,
)
"""How a sentence begins that tells of the meeting before it that it did not come about."""


def modality(text: str, sign: Span) -> Modality | None:
    """What the words around a sign say of its reality; null where they say that there was none."""
    before = text[max(0, sign.start - _REACH) : sign.start]
    stops = [0, *(stop.end() for stop in _CLAUSE.finditer(before))]
    near, behind = before[stops[-1] :], text[sign.end : sign.end + _REACH]
    word = text[sign.start : sign.end]
    if _CALLS_OFF.match(word):
        return "cancelled"
    if _DENIED.search(before):
        return "denied"
    if _NOT_COMING.search(near) and _AFTER_ALL.match(behind):
        return "cancelled"
    rules = (rule.modality for rule in _RULES if rule.holds(near, behind))
    return next(chain(rules, [_by_tense(before, near, word, behind)]))


def _by_tense(before: str, near: str, word: str, behind: str) -> Modality:
    """What the verb's tense and the dates behind it say."""
    is_infinitive = _INFINITIVE.search(near) is not None
    is_dated = _COMING.search(behind) or (not is_infinitive and _DATED.match(behind))
    came = is_infinitive and _CAME.search(before)
    if _NEXT.search(before) or _AHEAD.match(behind) or _WILL_BE_HELD.match(behind):
        return "planned"
    if _PRESENT.match(word) and (is_dated or (is_infinitive and not came)):
        return "planned"
    is_going_on = _GOING_ON.match(behind) or (word.endswith("ing") and _NOW.search(near))
    return "ongoing" if is_going_on else "happened"
