"""Who signed an agreement: those whom its sentences name, else those who met before."""

from __future__ import annotations

import re

from eventschema.span import Span
from eventschema.spotting.agreements import blocs
from eventschema.spotting.agreements import stage_phrases as phrases
from eventschema.spotting.scene import Person, Scene

PAIR = 2
LOOK_BACK = 8
"""How many sentences back the talks may be at which it was signed."""
THE_SIGNERS = re.compile(
    r"\b(?:they|the two|both|the (?:two |hon\.? |visiting )*(?:ministers|leaders|presidents"
    r"|premiers|officials|secretaries|chiefs|counterparts|commanders))\b[^.;]{0,60}$",
    re.IGNORECASE,
)
TALKS = re.compile(
    r"\b(?:met|held|holds?|talks|receiv(?:ed|es)|visit\w*|host(?:ed|s)|meeting|spoke|summit"
    r"|welcomed"
    r"|convened|sat down|conferred|led by|session (?:was|is))\b",
    re.IGNORECASE,
)
BEFORE_THAT = re.compile(
    r"\b(?:recall\w*|(?:earlier|previous|last) (?:\w+ )?(?:meeting|session|talks|summit|visit"
    r"|round)"
    r"|last met|preceded by|followed by|had (?:met|held|visited)|to (?:be|have been) (?:held"
    r"|convened|hosted)|to (?:meet|have met)"
    r"|will (?:meet|visit|host|hold|be held)|scheduled|postponed|called off)\b",
    re.IGNORECASE,
)
"""What is told of other talks than the last."""
_ASIDE = re.compile(
    r"\b(?:in the presence of|witness\w*|presided|attended|mediat\w+|flanked|overseen|looked on"
    r"|said|told)\b",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"[\s,]*(?:said|says|told|told reporters|added|announced|wrote|recalled|noted)\b"
)
_BY_THEM = re.compile(
    r"\s+by\s+(?:the\s+(?:two|respective|four|three)?\s*|both\s+|their\s+|its\s+"
    r"|these\s+)(?:[\w.]+\s+){0,2}?"
    r"(?:ministers|leaders|presidents|premiers|heads|chiefs|officials|secretaries|counterparts"
    r"|commanders|sides|principals)\b",
    re.IGNORECASE,
)


def signers(scene: Scene, number: int, cue: Span) -> list[Person]:
    """The persons who signed, by the sentence in which a cue says so."""
    text = scene.sentences[number]
    people = [p for p in scene.people(number) if not _is_aside(text, p)]
    before = [
        p for p in people if p.span.end <= cue.start and not _parted(text[p.span.end : cue.start])
    ]
    by = re.compile(r"\bby\b")
    after = [
        p for p in people if p.span.start >= cue.end and by.search(text[cue.end : p.span.start])
    ]
    if after or before:
        return after or before
    return _next(scene, number)


def meant(scene: Scene, number: int, cue: Span) -> list[Person]:
    """The persons whom "the two ministers" who signed stand for."""
    text = scene.sentences[number]
    if phrases.PASSIVE.search(text[: cue.start][-40:]):
        return _earlier(scene, number) if _BY_THEM.match(text, cue.end) else []
    return _earlier(scene, number) if THE_SIGNERS.search(text[: cue.start]) else []


def _parted(gap: str) -> bool:
    return bool(re.search(r"[;:]|\b(?:said|says|told|that|who)\b", gap))


def _is_aside(text: str, person: Person) -> bool:
    """Whether a person merely speaks, or was there."""
    before = text[max(0, person.span.start - 60) : person.span.start]
    return bool(
        _SPEAKS.match(text, person.span.end)
        or _ASIDE.search(before)
        or _looks_on(text[: person.span.start])
    )


def _looks_on(before: str) -> bool:
    """Whether somebody behind these words is one of those in whose presence it was done."""
    present = before.rfind("in the presence of")
    return present >= 0 and not re.search(r"[;:]|\bby\b|\bsigned\b", before[present:])


def _next(scene: Scene, number: int) -> list[Person]:
    """The persons of a following sentence that tells who signed."""
    text = scene.sentences.get(number + 1, "")
    if re.match(r"\W*(?:Signing|Signed|Signatories|The signatories|The \w+ was signed by)\b", text):
        return list(scene.people(number + 1))
    return []


def _earlier(scene: Scene, number: int) -> list[Person]:
    """The persons who met in the sentences before, if they are as many as "they" are."""
    many = blocs.size(scene, number) or PAIR
    met = _met(scene, number, many, beside=False)
    if len(met) != many:
        met = _met(scene, number, many, beside=True)
    return met if len(met) == many else []


def _met(scene: Scene, number: int, many: int, *, beside: bool) -> list[Person]:
    """Who met in the nearest sentences that have so many; with those `beside` them, or without."""
    found: dict[str, Person] = {}
    for earlier in range(number - 1, max(0, number - LOOK_BACK), -1):
        text = scene.sentences.get(earlier, "")
        if TALKS.search(text) and not BEFORE_THAT.search(text):
            for person in scene.people(earlier):
                if not (
                    _SPEAKS.match(text, person.span.end) if beside else _is_aside(text, person)
                ):
                    found.setdefault(person.name, person)
        if len(found) >= many:
            break
    return list(found.values())
