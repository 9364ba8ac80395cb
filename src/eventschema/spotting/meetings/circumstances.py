"""When and where a meeting was: which of a sentence's dates and places belong to its signs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eventschema.language import countries
from eventschema.span import Span
from eventschema.spotting.meetings.parties import BREAK
from eventschema.spotting.scene import Phrase, Place, Scene

_ANOTHERS_DATE = re.compile(
    r"\b(?:said|says|told [\w ]{1,20}|announced|reported|confirmed|signed|reached|not|since"
    r"|statement|until|by|before|after)(?: in an? (?:\w+ )?statement)?(?: on| in)?(?: the)? ?\(?$",
    re.IGNORECASE,
)
_NO_DATE = re.compile(
    r"(?:(?:the )?\d+(?:st|nd|rd|th)|(?:within|since|by|until|before|after)\b.*|.*\bago"
    r"|(?:earlier|later) (?:in|that|the same) .*|.*\bafter(?: (?:the|their|its|his|her|an?) .*)?"
    r"|(?:that|the) same (?:day|morning|afternoon|evening|night))$",
    re.IGNORECASE,
)
_ARRANGED = re.compile(
    r"\b(?:planned|scheduled|due|set|arranged|to (?:open|start|meet|be held)|held|take place"
    r"|took place|will meet|resumed|began|opened|ended|concluded)\b",
    re.IGNORECASE,
)
"""What leads from a noun, over a break, to its own time and place."""
_MOVED = re.compile(
    "(?:postponed|put (?:off|back)|delayed|moved|rescheduled) (?:(?:until|till|to|for) )?$"
)
_NEW_DATE = re.compile("(?:until|till|to|for) ")
_MORE_DAYS = re.compile(r" and \d{1,2}\b(?! \w+ (?:people|soldiers|delegates))")
_ENDING = re.compile(r"\bbefore the (?:week|month|year) (?:is out|is over|ends)\b")
_CONTEXT = 50
_REPORTS = re.compile(r"\b(?:said|says|told|that)\b", re.IGNORECASE)
_HOUR = re.compile(r"\W*\d{1,2}[:.]\d\d\b")
_WORDS = re.compile(r"[^(]*[^\W\d_]")
_FRONTED, _FARTHER = 1000, 2000
"""How much farther than any other a date counts as being that opens the sentence, or that stands
before the sign and beyond a break.
"""
_FEW_WORDS = 2
_OPENING = 15

_AT = re.compile(
    r"\b(?:in|at|near|outside|aboard|inside|on the (?:[\w-]+ ){0,3}(?:of|in)) (?:the )?"
    r"(?:[A-Z][\w-]+ ){0,3}(?:[a-z-]+ ){0,3}$|\bbrought [^.;]{5,80} to $"
)
_TO = re.compile(r"\b(?:to|in|visit\w*) (?:the )?$", re.IGNORECASE)
_TO_TOWN = re.compile(r"\b(?:to|for) (?P<town>[A-Z\u00c0-\u024f][\w'\u2019-]+(?: [A-Z][\w-]+)?)")
_IN = re.compile(r"\b(?:in|at|near) (?:the )?$", re.IGNORECASE)
_OTHERS_PLACE = re.compile(
    r"\b(?:situation|tensions?|developments?|conflict|war|crisis|events|stability|security|peace"
    "|fighting|operations?|presence|interests|forces|troops|elections?)"
    " (?:in|at|near|on) (?:the )?$"
    r"|\b(?:ambassador|embassy|officials?|aide|envoy)\b[^,]*$|\band (?:then |later |also |will )?"
    "(?:visit|tour|left|leave|fl[ey]|travel|inspect|laid|lay)",
    re.IGNORECASE,
)
_SAID = re.compile(r" *,? *(?:said|says|told|reported)\b|['\u2019]s\b")
_TAKES_PLACE = re.compile(
    r"\b(?:will|shall|is to|are to|was|were|has been|moved) (?:now |instead )?"
    r"(?:be (?:held|moved)|take place|moved|relocated|held instead)\b"
)
_TO_PLACE = re.compile(r"\b(?:to|for|in|into|at) (?:the )?$")
_WHERE = re.compile(
    r"(?: (?:on|in|later|early|late|this|next|last|from)(?: [\w-]+){1,3})?, where\b"
)
_THERE = re.compile(r" (?:(?:again|on \w+day|\w+ly) )?there\b")
_COUNTRY_BEHIND = re.compile(
    r", (?:(?:in|of) )?(?:(?:north|south|east|west|central)\w*(?:-\w+)? )?"
    r"(?P<state>[A-Z][\w' -]+?)(?=[,.;]|$)"
)


def when(scene: Scene, number: int, region: Span, signs: Sequence[Span]) -> str | None:
    """The date nearest to the signs that no other verb has taken; of a meeting that was moved, the
    new one.
    """
    text = scene.sentences[number]
    ranked = sorted(
        (rank, phrase.span.start, phrase.words)
        for phrase in _phrases(scene, number)
        if region.start <= phrase.span.start < region.end
        for rank in [_rank(text, phrase, signs)]
        if rank is not None
    )
    return ranked[0][2] if ranked else None


def where(scene: Scene, number: int, region: Span, signs: Sequence[Span]) -> str | None:
    """The place behind the first sign that has one, else the one before them."""
    behind = _moved_to(scene, number, signs) or _behind(scene, number, region, signs, _AT)
    return behind or _before(scene, number, region, signs) or _there(scene, number, signs)


def heading(scene: Scene, number: int) -> tuple[str, int] | None:
    """The date in the heading above a sentence, and where that stands: of a diary's day, or of the
    live coverage to which an entry with its hour belongs.
    """
    heads = [n for n in scene.sentences if _is_date_line(scene, n)]
    above = [n for n in heads if n < number]
    texts = [scene.sentences[n] for n in range(above[-1] if above else number, number + 1)]
    is_diary = len(heads) > _FEW_WORDS
    if not above or not (is_diary or any(map(_HOUR.match, texts))):
        return None
    return scene.dates(above[-1])[0].words, above[-1]


def _is_date_line(scene: Scene, number: int) -> bool:
    text = scene.sentences[number]
    dates = scene.dates(number) if len(text) < _CONTEXT else ()
    rest = text.replace(dates[0].words, "") if dates else text
    return bool(dates) and text.startswith(dates[0].words) and not _WORDS.match(rest)


def going_to(scene: Scene, number: int, region: Span, signs: Sequence[Span]) -> str | None:
    """Where the visit goes that the signs tell of."""
    return _behind(scene, number, region, signs, _TO) or _capital(scene, number, region, signs)


def _capital(scene: Scene, number: int, region: Span, signs: Sequence[Span]) -> str | None:
    """The capital behind the "to" of a visit."""
    text = scene.sentences[number]
    for sign in signs:
        for found in _TO_TOWN.finditer(text, sign.start, region.end):
            between = text[sign.start : found.start("town")]
            if found.start("town") >= sign.end and not _is_blocked(between):
                town = found["town"]
                return town if countries.of_place(town) and not countries.code(town) else None
    return None


def _phrases(scene: Scene, number: int) -> Iterator[Phrase]:
    """The date expressions of a sentence, none of them inside a person's name."""
    text = scene.sentences[number]
    people = [person.span for person in scene.people(number)]
    for phrase in scene.dates(number):
        if not any(phrase.span.overlaps(person) for person in people):
            more = _MORE_DAYS.match(text, phrase.span.end)
            end = more.end() if more and phrase.words[-1].isdigit() else phrase.span.end
            yield Phrase(text[phrase.span.start : end], Span(phrase.span.start, end))
    for found in _ENDING.finditer(text):
        yield Phrase(found.group(), Span(*found.span()))


def _rank(text: str, phrase: Phrase, signs: Sequence[Span]) -> int | None:
    """How far a date is from the signs, null where it is the date of something else."""
    before = text[max(0, phrase.span.start - _CONTEXT) : phrase.span.start]
    if _MOVED.search(before):
        return -1
    is_number = phrase.words.isdigit() and not before.endswith("in ")
    is_another = is_number or _ANOTHERS_DATE.search(before) or _NO_DATE.match(phrase.words)
    if is_another and not _ENDING.match(phrase.words):
        return None
    distances = [_distance(text, phrase.span, sign) for sign in signs]
    return min((distance for distance in distances if distance is not None), default=None)


def _distance(text: str, date: Span, sign: Span) -> int | None:
    if date.start >= sign.end:
        between = text[sign.end : date.start]
        return None if _is_blocked(between) else len(between)
    between = text[date.end : sign.start]
    if not BREAK.search(between):
        return len(between)
    if _REPORTS.search(between):
        return None
    opens = len(text[: date.start].strip(" \t.()0123456789,").split()) <= _FEW_WORDS
    return len(between) + (_FRONTED if opens else _FARTHER)


def _is_blocked(between: str) -> bool:
    """Whether what stands between a sign and a date or a place parts them."""
    return bool(BREAK.search(between)) and not _ARRANGED.search(between)


def _behind(
    scene: Scene, number: int, region: Span, signs: Sequence[Span], shape: re.Pattern[str]
) -> str | None:
    text = scene.sentences[number]
    for sign in signs:
        for place in scene.places(number):
            between = text[sign.start : place.span.start]
            is_behind = sign.end <= place.span.start < region.end
            if not is_behind or _is_blocked(between) or _OTHERS_PLACE.search(between):
                continue
            if shape.search(between) and not _SAID.match(text, place.span.end):
                return _with_country(scene, number, place)
    return None


def _moved_to(scene: Scene, number: int, signs: Sequence[Span]) -> str | None:
    """The place behind "will be held" where another one stands before it."""
    text = scene.sentences[number]
    found = _TAKES_PLACE.search(text, signs[-1].end) if signs else None
    for place in scene.places(number) if found else ():
        between = text[found.end() : place.span.start] if found else ""
        if found and place.span.start > found.end() and not BREAK.search(between):
            return _with_country(scene, number, place) if _AT.search(between) else None
    return None


def _there(scene: Scene, number: int, signs: Sequence[Span]) -> str | None:
    """Where somebody goes "to Rome, where he will meet X"; the place above of "will meet there"."""
    text = scene.sentences[number]
    for place in scene.places(number) if signs else ():
        between = text[place.span.end : signs[0].start]
        led = _WHERE.match(between)
        is_goal = _TO_PLACE.search(text[: place.span.start])
        if is_goal and led and not BREAK.search(between, led.end()):
            return _with_country(scene, number, place)
    above = scene.places(number - 1) if number - 1 in scene.sentences else ()
    is_there = signs and _THERE.match(text, signs[-1].end)
    return above[-1].name if above and is_there else None


def _before(scene: Scene, number: int, region: Span, signs: Sequence[Span]) -> str | None:
    """The place before the first sign in its part of the sentence, or that opens the sentence."""
    text = scene.sentences[number]
    for place in scene.places(number) if signs else ():
        start, end = place.span.start, place.span.end
        before, between = text[region.start : start], text[end : signs[0].start]
        is_before = region.start <= start and end <= signs[0].start
        is_near = not BREAK.search(between) and ("," not in between or start < _OPENING)
        if is_before and is_near and _IN.search(before) and not _OTHERS_PLACE.search(before):
            return _with_country(scene, number, place)
    return None


def _with_country(scene: Scene, number: int, place: Place) -> str:
    """A place's words with the country right behind them: "Gulu, in northern Uganda"."""
    text, span = scene.sentences[number], place.span
    found = _COUNTRY_BEHIND.match(text, span.end)
    states = [state.span for state in scene.states(number) if not state.is_demonym]
    if found and Span(*found.span("state")) in states:
        return text[span.start : found.end()]
    return place.name
