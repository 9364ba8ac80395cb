"""When and where an agreement reached its latest stage, as far as its sentences tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eventschema.spotting.agreements import stage_phrases as phrases
from eventschema.spotting.agreements.signers import BEFORE_THAT, LOOK_BACK, TALKS
from eventschema.spotting.agreements.stages import Cue
from eventschema.spotting.agreements.texts import AgreementText
from eventschema.spotting.scene import Phrase, Place, Scene
from eventschema.vocabularies import AgreementStatus

DATE_REACH = 75
PLACE_REACH = 80
"""How many characters a date or a place may stand from the words that tell the stage."""

_BEFORE = 15
_PLACE_BEFORE = 30
_OPENING = 12
_HARD_BY = 8
_LEAD = 24
_FAR = 2 * DATE_REACH
_AT_ONE_SITTING: frozenset[AgreementStatus] = frozenset(
    {"signed", "agreed", "ratified", "suspended", "rejected", "terminated"}
)
_BY_ONE: frozenset[AgreementStatus] = frozenset({"suspended", "rejected", "terminated"})
"""What one state does alone, and not at the talks."""
_NOT_THEN = re.compile(
    r"\b(?:not|until|till|by|before|since|after|expires?|valid)\s+(?:the\s+)?(?:end of\s+)?$",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r";|\b(?:after(?! (?:[\w-]+ ){0,3}(?:talks|meeting|negotiations|summit)\b)|before|since|until"
    r"|who|because|said|says|told|according)\b"
)
_CLOCK = re.compile(r"\s*(?:GMT|UTC|hours|hrs|local)\b")
_SINCE = re.compile(r"(?:since|from|as of)\b", re.IGNORECASE)
_BOUND = re.compile(
    r"(?:until|till|by|before|after|not|the same|the following|the previous)\b"
    r"|.*\b(?:after|before|later|earlier)$",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"(?:enter|entr|c[oa]m|took|tak|in force|in effect|effective|go|went|put|br|renew|exten|prolong"
    r"|operat|activ).*",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"\bsame (?:(?P<sitting>sitting|session|vote)|day|meeting|occasion|time)\b", re.IGNORECASE
)
_SITTING = re.compile(
    r"\b(?:parliament|congress|senate|assembly|sitting|session|vot(?:e|ed)|lawmakers|deputies)\b",
    re.IGNORECASE,
)
_ANY = re.compile("")
_NONE = re.compile("(?!)")
_HEADED = re.compile(r"(?P<day>(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)[.:]")
_DAY = re.compile(
    r"\W*(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:,?\s+(?:the\s+)?\d{1,2}(?:st|nd|rd"
    r"|th)?"
    r"(?:\s+[A-Z][a-z]+)?)?\W*"
)
"""A line of a diary that only tells the day."""
_FACILITY = re.compile(
    r"\b(?:on|for|of|regarding|concerning)\s+(?:\w+ing\s+)?(?:an?"
    r"|the)\s+(?:[\w'-]+\s+){0,6}?(?:cent(?:re|er)|base|port"
    r"|airport|bridge|school|plant|road|railway|corridor|hospital|mine|dam|pipeline|tunnel|campus"
    r"|station|terminal|park|zone|crossing|museum|embassy|consulate|refinery|facility|hub)\b"
    r"[^,;]{0,60}\bin\s+$",
    re.IGNORECASE,
)
"""What is to be built in a place that follows."""
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_AT = re.compile(r"\b(?:in|at)\s+(?:[\w-]+\s+){0,4}$")
_CAPITAL_OF = re.compile(r"\bin (?P<name>the \w+ capital)\b")


def date(text: AgreementText, scene: Scene) -> tuple[int, str] | None:
    """The sentence and the words of the date of the latest stage, else of an earlier one."""
    last = text.last
    sought = last is None or last.stage in {"under_negotiation", "proposed"}
    if last is None or (sought and last.modality == "ongoing"):
        return _own_year(text)
    dates = {number: scene.dates(number) for number in {cue.sentence for cue in text.cues}}
    for stage in dict.fromkeys([last.stage, *(cue.stage for cue in text.ranked)]):
        dated = [
            (found[0], cue.sentence, found[1])
            for cue in text.cues
            if cue.stage == stage
            and (cue.modality == last.modality or stage != last.stage)
            and _tells_when(cue, scene)
            and (found := _beside(cue, scene, text, dates[cue.sentence]))
        ]
        if dated:
            return min(dated)[1:]
    return _own_year(text) or _of_sitting(text, last, scene)


def _own_year(text: AgreementText) -> tuple[int, str] | None:
    """The year in the name: "the 1998 Consular Convention"."""
    years = ((m.sentence, _YEAR.search(m.name)) for m in text.mentions)
    return next(((sentence, year[0]) for sentence, year in years if year), None)


def _tells_when(cue: Cue, scene: Scene) -> bool:
    """Whether a date beside a cue is that of the stage."""
    said = scene.sentences[cue.sentence][cue.span.start : cue.span.end]
    if cue.implied or cue.modality == "ongoing" or phrases.READY.fullmatch(said):
        return False
    return cue.stage != "in_force" or bool(_BEGINS.fullmatch(said))


def _beside(
    cue: Cue, scene: Scene, text: AgreementText, dates: Sequence[Phrase]
) -> tuple[int, str] | None:
    """The date nearest to a cue in its own clause, and how far off it is."""
    sentence = scene.sentences[cue.sentence]
    names = [m.span for m in text.mentions if m.sentence == cue.sentence]
    near = [
        (_cost(date, sentence, cue), date.words)
        for date in dates
        if not any(name.overlaps(date.span) for name in names)
        and not _is_bound(date, sentence, cue)
    ]
    return min((found for found in near if found[0] <= DATE_REACH), default=None)


def _cost(date: Phrase, sentence: str, cue: Cue) -> int:
    """How far a date is from a cue; far beyond reach where something stands between them."""
    is_behind = date.span.start >= cue.span.end
    opens = date.span.start < _OPENING and not is_behind
    gap = sentence[cue.span.end : date.span.start] or sentence[date.span.end : cue.span.start]
    parted = bool(_PARTS.search(gap) or _CLOCK.match(sentence, date.span.end))
    if not is_behind and not opens and gap.strip() != "to":
        lead = sentence[max(0, date.span.start - _LEAD) : date.span.start]
        parted = parted or any(len(lead) - m.end() < _HARD_BY for m in phrases.CUE.finditer(lead))
    if parted or (phrases.CUE.search(gap) and not opens):
        return _FAR
    cost = len(gap) + (0 if is_behind else _BEFORE)
    return min(cost, DATE_REACH) if opens else cost


def _is_bound(date: Phrase, sentence: str, cue: Cue) -> bool:
    """Whether a date only says until when, or since when something else holds."""
    before = sentence[max(0, date.span.start - _LEAD) : date.span.start]
    begins = _SINCE.match(date.words) or _SINCE.fullmatch((before.split() or [""])[-1])
    if cue.stage == "in_force" and begins:
        return False
    return bool(begins or _BOUND.match(date.words) or _NOT_THEN.search(before))


def _of_sitting(text: AgreementText, last: Cue, scene: Scene) -> tuple[int, str] | None:
    """The date of the talks or the sitting at which it was done, or the day that heads it."""
    if last.implied or last.modality != "happened" or last.stage not in _AT_ONE_SITTING:
        return None
    told = (cue.sentence for cue in text.cues if cue.stage == last.stage and not cue.implied)
    is_refusal = last.stage in _BY_ONE
    found = (_sitting(number, scene, is_refusal=is_refusal) for number in told)
    return next(filter(None, found), None)


def _sitting(told: int, scene: Scene, *, is_refusal: bool) -> tuple[int, str] | None:
    same = _SAME.search(scene.sentences[told])
    is_diary = sum(bool(_DAY.fullmatch(text)) for text in scene.sentences.values()) > 1
    talks = _NONE if is_refusal else TALKS
    occasion = talks if same is None else _SITTING if same["sitting"] else _ANY
    for number in range(told, max(0, told - LOOK_BACK), -1):
        sentence = scene.sentences.get(number, "")
        if headed := _HEADED.match(sentence) or (is_diary and _DAY.fullmatch(sentence)):
            return number, headed["day"]
        if number < told and occasion.search(sentence) and not BEFORE_THAT.search(sentence):
            for date in scene.dates(number):
                if not _BOUND.match(date.words) and not _NOT_THEN.search(
                    sentence[max(0, date.span.start - _LEAD) : date.span.start]
                ):
                    return number, date.words
    return None


def place(text: AgreementText, scene: Scene) -> str | None:
    """Where it was signed, else where it was agreed."""
    places = {number: scene.places(number) for number in {cue.sentence for cue in text.cues}}
    for stage in ("signed", "agreed", "under_negotiation"):
        near = [
            found
            for cue in text.cues
            if cue.stage == stage and not cue.implied and cue.modality != "ongoing"
            for found in _places_beside(cue, scene, text, places[cue.sentence])
        ]
        if near:
            return min(near)[1]
    return None


def _places_beside(
    cue: Cue, scene: Scene, text: AgreementText, places: Sequence[Place]
) -> Iterator[tuple[int, str]]:
    """The places near a cue, each with how far off it is."""
    sentence = scene.sentences[cue.sentence]
    names = [m.span for m in text.mentions if m.sentence == cue.sentence]
    if capital := _CAPITAL_OF.search(sentence, cue.span.end):
        yield 0, capital["name"]
    for place in places:
        before = sentence[max(0, place.span.start - 50) : place.span.start]
        if not _AT.search(before) or _FACILITY.search(sentence[: place.span.start][-150:]):
            continue
        if any(name.overlaps(place.span) for name in names):
            continue
        gap = place.span.start - cue.span.end
        if gap < 0:
            between = sentence[place.span.end : cue.span.start]
            gap = len(between) // (2 if "where" in between else 1) + _PLACE_BEFORE
        if gap <= PLACE_REACH:
            yield gap, place.name
