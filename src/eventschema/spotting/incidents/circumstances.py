"""When and where an incident took place, of the dates and places that its clause names.

The day on which somebody spoke, was freed or was arrested is not the incident's, and neither is the
hospital to which the wounded were taken or the town from which a bus came.
"""

from __future__ import annotations

import re

from eventschema.language import countries
from eventschema.span import Span
from eventschema.spotting.scene import Phrase, Place, Scene

_CONTEXT = 60
"""How many code points before a date or a place tell whose it is."""

_OTHER_DAY = re.compile(
    r"\b(?:said|says|told \w+|confirmed|announced|disclosed|(?<!was )(?<!were )(?<!been )reported"
    r"|statement(?: [\w\s]{1,20})?"
    r"|published|gathered|learnt|freed|released|rescued|arrested|detained|charged|buried|edition of"
    r"|claimed [\w\s]{1,30}|met|arriv\w+(?: [\w\s]{1,20})?|held talks|hosted|inaugurated|summoned"
    r"|discovered|GMT|UTC"
    r"|held(?: for questioning)?|agreed|due|scheduled|for|until|till|ahead of),?\s+"
    r"(?:(?:on|in|for|late|early|by|the)\s+)*\Z",
    re.IGNORECASE,
)
_NO_DAY = re.compile(
    r"\b(?:before|after|later|quarter|this year|hours? earlier|moments? earlier)\Z"
    r"|\bin (?:\w+ )?(?:days|weeks|months|hours|years)\Z|\bthe same day\b"
    r"|\A(?:the (?:first|next)|within)\b",
    re.IGNORECASE,
)
"""Dates that count from another event."""
_HOUR = re.compile(
    r"\b(?:on|in|at|of|early|late|the|night|morning|afternoon|evening|since|last|hours|shortly"
    r"|after|before|midnight|dawn|from|around|about)\b|\W+"
)
_DAYS = re.compile(
    r"\d|day\b|night|yesterday|today|tomorrow|morning|evening|afternoon|noon|dawn|eve\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

_OTHER_PLACE = re.compile(
    r"\b(?:hospital|clinic|embassy|ministry|reporters|officials|colleagues|court|headquarters|based"
    r"|said|told|taken|flown|driven|arrested|detained|government|minister|governor|president|mayor"
    r"|statement|media|residents|treated|operated|landed|met|visit|trip)\s+"
    r"(?:\w+\s+){0,2}?(?:in|at|to|of|from|for|on)?\s*(?:the\s+)?\Z"
    r"|\b(?:bound|sailing|travell?ing|flying|heading|on the way|en route)\s+(?:from\s+\S+\s+)?"
    r"(?:to|for|from)\s+\Z",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:from|for|to|than)\s+(?:the\s+)?\Z")
_BETWEEN = re.compile(r"(?:,| in|, in| of)\s+(?:the\s+)?[^.;:()]{0,40}?")


_OCCURRENCE = (
    r"(?:attacks?|ambush(?:es)?|assault|raids?|bombings?|bombs?|blasts?|explosions?|shootings?"
    r"|strikes?"
    r"|killings?|murders?|massacre|crash|collision|accident|fire|blaze|clash(?:es)?|riots?|mutiny"
    r"|robbery|heist|abduction|kidnapping|hijacking|launch|test|incident|incursion|siege|stabbing)"
)
_LINKS = r"(?:over|after|at|in|on|near|for|following|against|about|to|with|by|when|and|as|of|from)"
_OF_OCCURRENCE = re.compile(
    rf"(?:['\u2019]s?)?\s+(?:(?!{_LINKS}\b)[\w-]+\s+){{0,2}}?{_OCCURRENCE}\b"
)
_OCCURRENCE_OF = re.compile(rf"\b{_OCCURRENCE}\s+of\s+(?:the\s+)?\Z")
_ON_ACCOUNT = re.compile(
    r"\b(?:over|in connection with|in protest (?:at|against)|about"
    r"|regarding"
    r"|to discuss|in response to|prompted by|because of)\s+(?:the|an?|two|three)\b"
)
"""What parts the day on which people met or spoke from the incident that made them do so."""


def day(when: str) -> str:
    """The words that tell the day, month or year, without the hour."""
    return " ".join(_HOUR.sub(" ", when.lower()).split())


def is_precise(when: str) -> bool:
    """Whether a date's words tell a day rather than a month or a year."""
    return bool(_DAYS.search(_YEAR.sub("", when)))


def when(scene: Scene, number: int, clause: Span, at: Span) -> str | None:
    """The words for the day that stand nearest to the words of the incident, those at `at`."""
    inside = [
        phrase
        for phrase in scene.dates(number)
        if clause.contains(phrase.span)
        and not _NO_DAY.search(phrase.words)
        and (_is_bound(scene, number, phrase) or not _is_of_other(scene, number, phrase, at))
    ]
    inside.sort(
        key=lambda phrase: (not _is_bound(scene, number, phrase), _away(phrase, at)),
    )
    return inside[0].words if inside else None


def _is_bound(scene: Scene, number: int, phrase: Phrase) -> bool:
    """Whether the date belongs to an incident's noun: "Friday's attack", "the raid of 3 May"."""
    text = scene.sentences[number]
    return bool(
        _OF_OCCURRENCE.match(text, phrase.span.end)
        or _OCCURRENCE_OF.search(_before(scene, number, phrase))
    )


def _is_of_other(scene: Scene, number: int, phrase: Phrase, at: Span) -> bool:
    between = scene.sentences[number][phrase.span.end : at.start]
    is_account = phrase.span.end < at.start and _ON_ACCOUNT.search(between)
    return bool(is_account or _OTHER_DAY.search(_before(scene, number, phrase)))


def places(scene: Scene, number: int, clause: Span, at: Span) -> tuple[str, ...]:
    """The places that the clause may mean, the likeliest first: no country, not "from", near."""
    inside = [
        place
        for place in scene.places(number)
        if clause.contains(place.span)
        and _PROPER.search(place.name)
        and not _OTHER_PLACE.search(_before(scene, number, place))
    ]
    inside.sort(
        key=lambda place: (
            is_wide(place.name),
            bool(_ADJECTIVE.match(place.name)) and bool(countries.demonyms(place.name)),
            bool(_FROM.search(_before(scene, number, place))),
            _away(place, at),
        )
    )
    return tuple(_with_country(scene, number, place) for place in inside)


def same_place(one: str, other: str) -> bool:
    """Whether two places share a name, or one of them has none ("the same village")."""
    first, second = (set(_PROPER.findall(place)) for place in (one, other))
    return bool(first & second) or not first or not second


def is_wide(place: str) -> bool:
    """Whether a place is a country or a nameless part of one: "Norway", "northern Norway"."""
    for _, span in reversed(countries.mentioned(place)):
        place = place[: span.start] + place[span.end :]
    return not _PROPER.search(place)


_ADJECTIVE = re.compile(r"[A-Z][\w-]+(?:n|se|sh|i|ch|k)\s")
_PROPER = re.compile(r"[A-Z\u00c0-\u024f][\w'\u2019-]+")


def _before(scene: Scene, number: int, phrase: Phrase | Place) -> str:
    start = phrase.span.start
    return scene.sentences[number][max(0, start - _CONTEXT) : start]


def _with_country(scene: Scene, number: int, place: Place) -> str:
    """The place with the country that its sentence names right behind it: "Orvik, in Norway"."""
    text, span = scene.sentences[number], place.span
    for state in scene.states(number):
        if state.is_demonym:
            continue
        between = text[span.end : state.span.start]
        if span.end < state.span.start and _BETWEEN.fullmatch(between):
            return text[span.start : state.span.end]
    return place.name


def _away(phrase: Phrase | Place, at: Span) -> int:
    """How far a phrase stands from the words of the incident; before them, twice as far."""
    ahead = phrase.span.start - at.start
    return ahead if ahead >= 0 else -2 * ahead
