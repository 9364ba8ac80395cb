"""Who met: the people, states and bodies beside a meeting's verb or noun in its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from eventschema.span import Span
from eventschema.spotting.meetings import states as meeting_states
from eventschema.spotting.meetings.lookalikes import SITTING
from eventschema.spotting.meetings.phrases import BODY, OFFICE
from eventschema.spotting.scene import Person, Scene, State

BREAK = re.compile(
    '[;:\u201c\u201d"]|[!?] | [\u2013\u2014-] |,? '
    r"\b(?:after|before|since|when|where|while|which|who|whose|whom|that|amid|because|until"
    "|following|ahead of|despite|(?-i:said)|says|saying|according|but|if|unless|provided"
    "|to (?:discuss|sign|review|mark)|in the wake|at the (?:request|invitation)|touching|thanking"
    r"|asked|overshadowed|marred|failed|marking|signed|initial\w+|condemn\w+|lodged|handed"
    r"|welcoming|in which"
    r"|as (?:the|part))\b",
    re.IGNORECASE,
)
"""What ends the part of a sentence in which the time and the place of a verb stand."""
_TOPIC_BREAK = re.compile(
    rf"{BREAK.pattern}|,? \b(?:over (?:the|an?)|about|concerning|regarding)\b", re.IGNORECASE
)
"""What ends the part of a sentence in which a verb's subject or object stands."""

_SEVERAL = re.compile(
    r"\b(?:the (?:\w+ )?(?:two|three|four|five|pair|sides|parties|ministers|presidents|leaders"
    "|premiers|duo|trio|delegations|neighbou?rs|officials)"
    r"(?! of (?:the )?(?:[\w-]+ ){0,3}(?:communit\w+|bloc|alliance|union|group|league|region))"
    "|both|they|their|each other"
    r"|one another)\b",
    re.IGNORECASE,
)
_SEVERAL_BEHIND = re.compile(
    r" *(?:with |between |of )?(?:the (?:visiting )?(?:two|three|four|pair)|them|both"
    r"|each other)\b",
    re.IGNORECASE,
)
_OF_SEVERAL = re.compile(r"\b(?:between|by|of) (?:the two|both)\b", re.IGNORECASE)
_THEIRS = re.compile(
    r"\b(?:their|the two (?:countries|governments|states|nations)['\u2019]) (?:[\w-]+ ){0,3}?"
    rf"{OFFICE.pattern}|\bof (?:the two|both) \w+",
    re.IGNORECASE,
)
_THEIRS_BEHIND = re.compile(
    r" *(?:of|between) (?:their|the two (?:countries|governments|states))\b", re.IGNORECASE
)
_OFFICIALS = re.compile(
    r" (?:(?:the|an?|its|some|several|two|senior|government|its) ){0,2}(?:[\w-]+ ){0,2}?"
    rf"{OFFICE.pattern}"
)
"""How a clause begins that has somebody unnamed as its subject."""
_ONE = re.compile(
    r"\b(?:he|she|(?:his|her) (?:royal )?(?:highness|majesty|excellency)(?! (?-i:the|[A-Z]))"
    r"|the (?:visiting )?(?:[\w-]+ )?(?:minister|president|premier|chancellor|secretary"
    "|ambassador|envoy|king|queen|dignitary|leader|guest|chief|commander|diplomat|general|admiral"
    r"|governor|official))\b",
    re.IGNORECASE,
)
_DETERMINERS = re.compile(
    " (?:(?:the|his|her|their|its|an?|visiting|new|top|senior|newly|former|outgoing|two|three|four"
    r"|[\w-]+['\u2019]s"
    r"|Hon\.|H\.E\.|Mr\.?|Ms\.?|Mrs\.?|with|of) )*",
    re.IGNORECASE,
)
_PARTNER = re.compile(
    rf"(?:(?!(?:in|at|on|to|for|with|of|by)\b)[\w'\u2019.-]+ ){{0,4}}?(?:{OFFICE.pattern}"
    "|(?:transport|union|business|community|opposition) leaders|both sides|unions|authority)",
    re.IGNORECASE,
)
_BARE_PARTNER = re.compile(
    r" (?:the|its|his|her) (?:(?:Hon\.|Vice|Prime|Foreign|Defen[cs]e|Deputy) )*"
    r"(?:president|minister|king|queen|emir|sultan|premier|chancellor|speaker)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Parties:
    """Who stands beside a meeting's words, and how they point to those named before.

    `several` and `one` are how they point ("the two", "the visiting minister"); `theirs` tells that
    offices of states named before are meant ("their leaders"). `has_office` tells of an unnamed
    subject, `has_partner` of somebody met, `has_bare_partner` of one without name or state.
    """

    subjects: list[Person] = field(default_factory=list)
    partners: list[Person] = field(default_factory=list)
    states: list[State] = field(default_factory=list)
    body: str | None = None
    several: bool = False
    one: str | None = None
    theirs: bool = False
    has_office: bool = False
    has_partner: bool = False
    has_bare_partner: bool = False
    sits: bool = False
    is_body_met: bool = False

    @property
    def people(self) -> list[Person]:
        """All who are named, each once."""
        return list({p.name: p for p in (*self.subjects, *self.partners)}.values())

    @property
    def are_named(self) -> bool:
        """Whether anybody is named, or any state."""
        return bool(self.subjects or self.partners or self.states or self.body)

    @property
    def has_subject(self) -> bool:
        """Whether anybody is named or pointed to who does what the sentence says."""
        body = self.body and not self.is_body_met
        return bool(self.subjects or self.states or body or self.several or self.one)

    def share(self, other: Parties) -> None:
        """Take the subject of the verb before, which has this one too."""
        self.subjects, self.has_office = other.subjects, other.has_office
        self.body = self.body or other.body
        self.several, self.one, self.states = other.several, other.one, list(other.states)

    def join(self, other: Parties) -> None:
        """Take in those beside another sign of the same meeting."""
        self.partners += [p for p in other.partners if p not in self.people]
        self.subjects = self.subjects or [p for p in other.subjects if p not in self.partners]
        self.states += [state for state in other.states if state not in self.states]
        self.body = self.body or other.body
        self.several |= other.several
        self.has_partner |= other.has_partner


def beside(scene: Scene, number: int, region: Span, sign: Span) -> Parties:
    """The parties of the meeting that `sign` reports, as far as `region` of its sentence tells."""
    text = scene.sentences[number]
    people = [
        person
        for person in scene.people(number)
        if _is_in(person, region) and not scene.is_speaker(number, person)
    ]
    chunks = list(_chunks(text, Span(region.start, sign.start)))
    behind = next(_chunks(text, Span(sign.end, region.end)))
    subject, near = _subject(text, people, chunks), text[chunks[-1].start : chunks[-1].end]
    subjects = [person for person in people if _is_in(person, subject)]
    theirs = [subject, chunks[-1], Span(sign.start, behind.end)]
    said, objects = text[subject.start : subject.end], text[behind.start : behind.end]
    own = None if subjects else BODY.search(said)
    body = own or (
        None if subjects else BODY.match(re.sub(r"\A (?:of|his|her|its|the) ", "", objects))
    )
    one = _ONE.search(near)
    if one and one.group().casefold() in {"he", "she"} and not subjects:
        one = _ONE.search(text, region.start, sign.start)
    return Parties(
        subjects=subjects,
        partners=[person for person in people if _is_in(person, behind)],
        states=meeting_states.parties(scene, number, theirs),
        body=body.group().strip() if body else None,
        several=_points_to_several(near, objects),
        one=one.group() if one else None,
        theirs=bool(_THEIRS.search(f"{said} {near}") or _THEIRS_BEHIND.match(objects)),
        has_office=OFFICE.search(said) is not None,
        has_partner=_has_partner(text, sign.end, people),
        has_bare_partner=_BARE_PARTNER.match(objects) is not None,
        sits=not subjects and SITTING.search(said) is not None,
        is_body_met=own is None,
    )


def _points_to_several(before: str, behind: str) -> bool:
    shapes = (_SEVERAL.search(before), _SEVERAL_BEHIND.match(behind), _OF_SEVERAL.search(behind))
    return any(shapes)


def _is_in(person: Person, part: Span) -> bool:
    return part.start <= person.span.start < part.end


def _chunks(text: str, region: Span) -> Iterator[Span]:
    """The parts of a region between breaks, the region itself where it has none."""
    start = region.start
    for found in _TOPIC_BREAK.finditer(text, region.start, region.end):
        yield Span(start, found.start())
        start = found.end()
    yield Span(start, region.end)


def _subject(text: str, people: Sequence[Person], chunks: Sequence[Span]) -> Span:
    """The nearest part before the verb that names somebody, else the nearest with an office."""
    for chunk in reversed(chunks):
        words = text[chunk.start : chunk.end]
        is_of_clause = text[: chunk.start].endswith("that") and _OFFICIALS.match(words)
        if is_of_clause or any(_is_in(person, chunk) for person in people):
            return chunk
    for chunk in reversed(chunks):
        words = text[chunk.start : chunk.end]
        if any(shape.search(words) for shape in (OFFICE, BODY, SITTING)):
            return chunk
    return chunks[-1]


def _has_partner(text: str, end: int, people: Sequence[Person]) -> bool:
    """Whether somebody who can be met stands right behind a verb."""
    determiners = _DETERMINERS.match(text, end)
    start = determiners.end() if determiners else end
    is_named = any(end <= p.span.start <= start + 1 for p in people)
    return is_named or bool(_SEVERAL_BEHIND.match(text, end) or _PARTNER.match(text, start))
