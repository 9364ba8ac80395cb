"""How many were killed and how many were hurt, in the words of one sentence.

A count is taken for the dead or the hurt by what stands right before it ("killing", "a toll of") or
right behind it ("were killed", "sustained injuries"). Figures that the article withdraws or has
replaced are no tolls.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from eventschema.language import counts, signs
from eventschema.language.quantities import is_of_people, phrase_end, quantities
from eventschema.language.sought import Sought
from eventschema.span import Span

Outcome = Literal["killed", "injured"]


@dataclass(frozen=True, slots=True)
class Toll:
    """The words that give a number of dead or of hurt, and where they stand in their sentence."""

    outcome: Outcome
    words: str
    span: Span
    is_total: bool = False


_TELLING = {"killed": signs.DEATHS, "injured": signs.INJURIES}
_PLAIN = str.maketrans("\u2019\u2018\u2010\u2011\u2013\u2014", "''----")
_SINGLE = Sought(
    r"(?<![\w-])(?:an?|another|one|the|his|her|their)(?=\s+\w)(?!\s+(?:most|same|last|other"
    r"|crossfire"
    r"|number|toll|balance|total|figure|attack|assault|ambush|raid|blast|explosion|bombing|shooting"
    r"|crash|clash(?:es)?|fire|incident|death|latest|dead|injured|wounded|bodies|second|third)\b)",
    re.IGNORECASE,
)
_VERB = Sought(
    r"\b(?:lost|loses?|sustain\w*|suffer\w*|receiv\w*|fell|broke|broken|perished|drowned|got|dies"
    r"|die"
    r"|succumbed|bruised|burned|burnt|stabbed|shot|murdered|slain|kidnapped|abducted"
    r"|hospitali[sz]ed"
    r"|perish|beaten|maimed|pulled|recovered|reported|confirmed|late|early|yesterday|today|last"
    r"|outside|inside|aboard|hit|hacked|gunned|martyred|electrocuted|crushed|beheaded|sore"
    r"|lynched|aged"
    r"|their\s+li(?:fe|ves)|and\s+the\s+injury)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d?\d?[:.]\d\d\s+")
_OF_THEM = re.compile(r"\bof\s+(?:them|whom|which|those)\b", re.IGNORECASE)
_JOIN = re.compile(
    r"\s*(?:,\s*and|,|and|as well as|along with|plus)\s+(?:also\s+)?(?:(?:his|her|their)\s+)?"
)
_ADVERB = r"(?:(?:[a-z]+ly|also|now|since)\s+){0,6}"
_BE = (
    r"(?:(?:who|which|that)\s+)?(?:(?:was|were|is|are|be|been|being|had|has|have|got|gets"
    r"|reported|confirmed|feared|said\s+to\s+be|left|lay|found|pronounced|declared)\s+){0,6}"
)
_ASIDE = (
    r"(?:\s+(?:of|aged)\s+\d+\b)?(?:\s*[,(][^,()]{1,60}[,)]){0,2}(?:\s+(?:including"
    r"|among\s+them)\s+[\w\s-]{1,50}?"
    r"(?=\s+(?:were|was|are|is|have|had|died|perished)\b))?\s*"
)
_RELATIVE = r"(?:who\s+[^,.;]{1,80}?,?\s+)?"
_NO_OBJECT = (
    r"(?=\W*\Z|\s*[,.;:)\"\u201c]|\s+(?:and|or|in|at|by|on|when|as|while|during|near|after|from"
    r"|with"
    r"|over|were|was|are|have|had|since|when|this|last|there|that|along|\"|\u201c|off|outside)\b"
    r"|\s+[\"\u201c])"
)
_DEAD_BEHIND = re.compile(
    rf"{_ASIDE}(?:people\s+|others\s+)?(?:{_RELATIVE}(?:was|were|been|being|got|are"
    rf"|is)\s+{_ADVERB}killed"
    rf"|{_RELATIVE}{_BE}{_ADVERB}{_BE}(?:killed\b{_NO_OBJECT}|dead\b|shot\s+dead|died|slain"
    r"|murdered|dies|die\b|assassinated|gunned\s+down|shot\s+to\s+death|stabbed\s+to\s+death"
    r"|perished"
    r"|drowned|beheaded|executed|massacred|lost\s+(?:their|his|her)\s+li(?:fe|ves)|deaths?\b"
    r"|fatalit|blown\s+up|hacked\s+to\s+death|beaten\s+to\s+death|burn(?:ed|t)\s+to\s+death"
    r"|(?:their|his|her)\s+li(?:fe|ves)\b|fell\s+dead|hacked|martyred|electrocuted|crushed"
    r"|(?:pulled|recovered)\s+(?:dead|from\s+the\s+rubble)|neutrali[sz]ed|succumbed))",
    re.IGNORECASE,
)
_HURT_WORDS = (
    rf"(?:injured|wounded|hurt|hit|burn(?:ed|t)|stabbed|bruised)\b{_NO_OBJECT}"
    r"|(?:was|were|been|being|got|are|is|left)\s+(?:[a-z]+ly\s+|also\s+)*(?:injured|wounded|hurt\b"
    r"|burn(?:ed|t)"
    r"|bruised|stabbed(?!\s+to\s+death))|beaten(?!\s+to\s+death)"
    r"|cut\s+by|shot\s+in\s+the\s+(?!head\s+and\s+(?:killed|died))|maimed|concussed|hospitali[sz]ed"
    r"|treated\s+for|(?:now\s+)?in\s+(?:the\s+)?(?:hospital|intensive\s+care)|(?:are|is)\s+sore"
    r"|(?:was|were)\s+airlifted"
    r"|injuries\b|wounds\b|(?:shot|injured|wounded)\s+and\s+(?:wounded|injured)"
)
_HURT_BEHIND = re.compile(
    rf"{_ASIDE}(?:people\s+|others\s+)?{_RELATIVE}(?:had\s+|have\s+|has\s+)?"
    rf"(?:{_HURT_WORDS}|{_BE}{_ADVERB}{_BE}(?:{_HURT_WORDS}"
    r"|(?:sustain\w*|suffer\w*|receiv\w*|with|have|has|had|got"
    r"|escap\w+\s+with)\s+(?:[\w-]+\s+){0,4}(?:injur|burns\b|wounds?|fracture|cuts\b|bruises"
    r"|broken\s+\w+|concussion)"
    r"|(?:taken|rushed|admitted|brought|airlifted|evacuated|flown|sent)\s+to\s+[^.;]{0,60}?"
    r"(?:hospital|clinic|with\s+(?:burns|injuries|wounds))"
    r"|lost\s+(?:\w+\s+)?(?:fingers?|arm|leg|hand|foot|eye|sight|consciousness)"
    r"|(?:fell\s+and\s+)?(?:broke|broken|fractured)\s+(?:his|her|their|an?)\b))",
    re.IGNORECASE,
)
_DEAD_BEFORE = re.compile(
    r"\b(?:kill(?:ed|ing|s)?(?:\s+(?:himself|herself|themselves)\s+and)?|claim(?:ed|s"
    r"|ing)\s+the\s+lives\s+of|claim(?:ed|s|ing)"
    r"|(?:death|dead)\s+(?:toll\s+)?(?:of|at|to)|toll\s+(?:of|at|to|rose\s+to|stands\s+at)"
    r"|dead\s+at"
    r"|lives\s+of|deaths?\s+of|murder(?:ed|ing|s)?(?:\s+of)?|assassinat(?:ed|ing|ion\s+of)"
    r"|(?:killing|slaying|shooting|murder|massacre|execution|beheading)\s+of|massacred|shot\s+dead"
    r"|(?:the\s+)?(?:loss|martyrdom)\s+of|with\s+the\s+loss\s+of|(?:hacked|beaten|stabbed"
    r"|burned)\s+to\s+death"
    r"|balance\s+of|slaughtered|executed|gunned\s+down|gunning\s+down|beheaded|bodies\s+of"
    r"|lynched|slew"
    r"|no\s+longer\s+[\w-]+\s+but)\s+(?:(?:the|all|as)\s+)?\Z",
    re.IGNORECASE,
)
_HURT_BEFORE = re.compile(
    r"\b(?:wound(?:ed|ing|s)?|injur(?:ed|ing|es?)|hurt(?:ing|s)?|maim(?:ed|ing)|burn(?:ed|ing)"
    r"|treat(?:ed|ing|s)|injur(?:y|ies)\s+(?:to|of)|wounding\s+of|stabb(?:ed|ing)"
    r"|hospitali[sz](?:ed|ing))\s+"
    r"(?:(?:the|all|as)\s+)?\Z",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:counted|spoke\s+of|speaks\s+of|speak\s+of|put\s+(?:it|the\s+(?:toll|number|figure))\s+at"
    r"|(?:put|puts)\s+the\s+(?:number\s+of\s+)?dead\s+at|gives|gave\s+the\s+figure\s+as)\s+\Z",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"\btoll\b[^.;]{0,80}?\b(?:to|at|of)\s+\Z|\b(?:bring|brought|brings|bringing|taking|raising)\s+"
    r"(?:to|the\s+(?:[\w-]+\s+){0,4}(?:to|at))\s+\Z",
    re.IGNORECASE,
)
"""What stands before the number that counts all the dead."""
_PART_OF_THEM = re.compile(
    r"\b(?:including|among\s+them|among\s+whom|of\s+them|whom)\s+(?:at\s+least\s+)?\Z",
    re.IGNORECASE,
)
_AGE = re.compile(r"\b(?:man|woman|boy|girl|child|aged?|infant)(?:\s+of)?,?\s+\Z", re.IGNORECASE)
_LONGEST = 100
"""How many code points a single person's noun phrase may have."""
_BADGE = re.compile(r"\d+(?:\s+[A-Z][\w-]+)+\Z")
"""The number of a constable or a soldier before the name."""
_OF_AGE = re.compile(r"\s+(?:of|aged?)\s+\d+\b.*")
_TAKEN_BACK = Sought(
    r"\b(?:had\s+earlier\s+(?:put|said|given|reported|spoken)|earlier\s+(?:put|said|reports?"
    r"|reported"
    r"|figure|we)|previously\s+(?:put|said|reported)|we\s+(?:reported|wrote|said)|article\s+said"
    r"|under\s+the\s+headline|wrong\s+to\s+say|not\s+\w+\s+as\s+we|initial\s+reports?"
    r"|first\s+reports?"
    r"|as\s+we\s+reported|that\s+was\s+wrong|up\s+from\s+the)\b",
    re.IGNORECASE,
)
_UP_FROM = Sought(
    r"\b(?:up\s+from|no\s+longer|instead\s+of|rather\s+than|not(?=\s+[\w-]+(?:\s+(?:as|but)\b"
    r"|,)))\b"
    r"[^,.;]*",
    re.IGNORECASE,
)
_BUT = re.compile(r"\bno\s+longer\s+[\w-]+\s+but\b", re.IGNORECASE)


def tolls(text: str) -> list[Toll]:
    """The tolls that a sentence gives, in its order; none where it withdraws what was reported."""
    words = text.translate(_PLAIN)
    if _TAKEN_BACK.search(words) and not _UP_FROM.search(words):
        return []
    found = []
    for span in _counted(words):
        outcome = _outcome(words, span)
        is_told = outcome is not None and _TELLING[outcome].search(text)
        if outcome is not None and is_told and _is_positive(text[span.start : span.end]):
            is_total = bool(_TOTAL.search(words[max(0, span.start - 120) : span.start]))
            found.append(Toll(outcome, text[span.start : span.end], span, is_total))
    return found


def _is_positive(words: str) -> bool:
    count = counts.parse(words)
    return count is not None and any((count.low, count.best, count.high))


def _outcome(words: str, span: Span) -> Outcome | None:
    before, behind = words[max(0, span.start - 60) : span.start], words[span.end :]
    inside = words[span.start : span.end].lower()
    dropped = _UP_FROM.search(words)
    is_dropped = dropped and dropped.start() < span.start < dropped.end()
    if (is_dropped and not _BUT.search(words)) or _PART_OF_THEM.search(before):
        return None
    behind = " " + behind.lstrip() if behind[:1].isspace() else behind
    is_total = _TOTAL.search(words[max(0, span.start - 120) : span.start])
    if is_total or _DEAD_BEFORE.search(before) or _DEAD_BEHIND.match(behind) or "bodies" in inside:
        return "killed"
    if _HURT_BEFORE.search(before) or _HURT_BEHIND.match(behind) or re.search("wounded", inside):
        return "injured"
    if _COUNTED.search(before):
        return "killed"
    return None


def _counted(words: str) -> Iterator[Span]:
    """Where people are counted: numbers with their nouns, single persons, and lists of both."""
    spans = sorted({*_numbers(words), *_singles(words)})
    at = 0
    while at < len(spans):
        last = _last_of_list(words, spans, at)
        yield Span(spans[at].start, spans[last].end)
        at = last + 1


def _last_of_list(words: str, spans: Sequence[Span], at: int) -> int:
    """The last member of the list that begins at `at`, which an "and" must close."""
    last = closed = at
    while last + 1 < len(spans):
        between = words[spans[last].end : spans[last + 1].start]
        member = words[spans[last + 1].start : spans[last + 1].end]
        if not _JOIN.fullmatch(between) or _OF_THEM.search(member):
            break
        last += 1
        closed = last if "," not in between.strip(" ") or "and" in between else closed
    return closed


def _numbers(words: str) -> Iterator[Span]:
    for number in quantities(words):
        is_age = _AGE.search(words[max(0, number.start - 20) : number.start])
        if is_age or _BADGE.match(words, number.start, number.end):
            continue
        clock = _CLOCK.match(words, max(0, number.start - 3))
        start = clock.end() if clock and clock.end() < number.end else number.start
        yield Span(start, _trimmed(words, start, number.end))


def _trimmed(words: str, start: int, end: int) -> int:
    """The end of a noun phrase without the verb that runs into it and the full stop behind it."""
    verb = _VERB.search(words, start + 1, end)
    end = verb.start() if verb else end
    return start + len(words[start:end].rstrip(" .,;:"))


def _singles(words: str) -> Sequence[Span]:
    taken = list(_numbers(words))
    found = []
    for single in _SINGLE.finditer(words):
        phrase = words[single.end() : single.end() + _LONGEST]
        end = _trimmed(words, single.start(), single.end() + phrase_end(phrase, 0))
        phrase = words[single.end() : end].lower()
        aged = _OF_AGE.search(words, single.end(), end)
        span = Span(single.start(), aged.start() if aged else end)
        if phrase.strip() and is_of_people(phrase) and not any(map(span.overlaps, taken)):
            found.append(span)
    return found
