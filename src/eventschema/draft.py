"""What the model fills in: never what the user receives.

In a draft every free string is a quote, copied from the article word for word; everything else is
a word of a closed vocabulary or the number of a sentence. Dates, country codes, counts, offsets and
confidences are absent on purpose: code computes them.

A draft's docstring and its fields' descriptions are the guideline that the model reads.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from pydantic import BaseModel, Field, PrivateAttr

from eventschema.language import signs
from eventschema.language.signs import CATEGORIES, DEATHS, INJURIES, MODALITIES
from eventschema.schema import Agreement, BaseEvent, Exercise, Incident, Meeting, ValueWarning
from eventschema.vocabularies import (
    AgreementRole,
    AgreementStatus,
    Certainty,
    ExerciseDomain,
    ExerciseRole,
    IncidentCategory,
    IncidentRole,
    Instrument,
    MeetingFormat,
    MeetingRole,
    Modality,
    Stage,
)
from eventschema.wire import AS_ASKED, Name, Words

MAX_SENTENCES = 6
MAX_PARTICIPANTS = 10
MAX_VALUES = 4
LONGEST_NAME = 12
CAPITALS = 3

RECORD_FIELD = {"when": "date", "where": "places"}
"""Draft fields that the record keeps under another name."""


Evident = Mapping[str, Mapping[str, re.Pattern[str]]]
"""For a field, for each word of its vocabulary, what a sentence that bears it out contains."""


class ParticipantDraft(BaseModel):
    """One participant, in the article's words."""

    model_config = AS_ASKED

    name: Words = Field(description="name as the article writes it, no pronoun")
    office: Words | None = Field(default=None, description="office or function, else null")
    country: Words | None = Field(
        default=None, description='country or nationality word ("Japanese"), else null'
    )


class MeetingParticipantDraft(ParticipantDraft):
    """Who met whom."""

    role: MeetingRole | None = None


class AgreementParticipantDraft(ParticipantDraft):
    """Who is bound, who signed."""

    role: AgreementRole | None = None


class ExerciseParticipantDraft(ParticipantDraft):
    """Whose forces."""

    role: ExerciseRole | None = None


class IncidentParticipantDraft(ParticipantDraft):
    """Who did it, to whom."""

    role: IncidentRole | None = None
    certainty: Certainty | None = None


class Citation(BaseModel):
    """The sentences that a draft rests upon."""

    model_config = AS_ASKED

    sentences: list[int] = Field(
        json_schema_extra={"minItems": 1, "maxItems": MAX_SENTENCES},
        description="numbers of the sentences that say so",
    )


class NamedDraft(Citation):
    """A draft of a thing that has a name, which must stand in the article."""

    name: Name = Field(description="its name as the article writes it")

    def is_named(self) -> bool:
        """Whether `name` can be the name of such a thing, and is no clause about it."""
        return len(self.name.split()) <= LONGEST_NAME and not signs.CLAUSE.search(self.name)


class _Circumstances(BaseModel):
    modality: Modality | None = Field(
        default=None,
        description="happened, or ongoing, or planned (it lies ahead), hypothetical (if, may), "
        "denied (it is said not to be so), cancelled (called off)",
    )
    certainty: Certainty | None = Field(
        default=None,
        description="stated as fact, attributed to a named source, or only alleged",
    )
    when: Words | None = Field(default=None, description="the words that say when, else null")
    where: Words | None = Field(
        default=None, description="the place where it happened (not the dateline), else null"
    )


class EventDraft(_Circumstances, Citation):
    """What every draft has; subclass it beside an event type of your own.

    `record` is the event type that the draft becomes; fields of the same name become each other.
    `signs` is what one of the cited sentences must contain, null where any sentence will do; an
    article without it is not asked about the type. `nearby` are the fields that must stand in or
    beside the cited sentences, since elsewhere the same words mean another event; `telling` is what
    their own sentence must contain, by field, to mean what the field says. `evident` gives,
    for fields with a closed vocabulary, what the supporting sentences contain where a word of it is
    true: a word without it is left out and, in a `ranked` field, yields to the first that has it.
    Subclass `NamedDraft` as well where the record has a `name`.
    """

    record: ClassVar[type[BaseEvent]]
    signs: ClassVar[re.Pattern[str] | None] = None
    nearby: ClassVar[frozenset[str]] = frozenset({"when", "killed", "injured", "personnel"})

    telling: ClassVar[Mapping[str, re.Pattern[str]]] = {}
    evident: ClassVar[Evident] = {"modality": MODALITIES}
    ranked: ClassVar[frozenset[str]] = frozenset()

    _unknown_words: list[ValueWarning] = PrivateAttr(default_factory=list)

    @property
    def unknown_words(self) -> list[ValueWarning]:
        """The words that were said where a closed vocabulary has no such word."""
        return self._unknown_words


class MeetingDraft(EventDraft):
    """People who act for states or organizations talk with each other: talks, visit, summit, call.
    Each occasion is one record, earlier and planned ones too.
    """

    record: ClassVar[type[BaseEvent]] = Meeting
    signs: ClassVar[re.Pattern[str] | None] = signs.MEETING

    participants: list[MeetingParticipantDraft] = Field(
        default=[], json_schema_extra={"maxItems": MAX_PARTICIPANTS}, description="who met whom"
    )
    format: MeetingFormat | None = None
    forum: Words | None = Field(
        default=None, description="name of the conference or series it belongs to, else null"
    )
    topics: list[Words] = Field(
        default=[], json_schema_extra={"maxItems": MAX_VALUES}, description="what it was about"
    )
    outcomes: list[Words] = Field(
        default=[], json_schema_extra={"maxItems": MAX_VALUES}, description="what was agreed there"
    )


class AgreementDraft(EventDraft, NamedDraft):
    """A named treaty, pact, accord, protocol, memorandum, partnership or ceasefire, signed or not.
    Talks, promises and cooperation in general are no agreements.
    """

    record: ClassVar[type[BaseEvent]] = Agreement
    signs: ClassVar[re.Pattern[str] | None] = signs.AGREEMENT

    aliases: list[Words] = Field(
        default=[], json_schema_extra={"maxItems": MAX_VALUES}, description="its other names"
    )
    instrument: Instrument | None = None
    status: AgreementStatus | None = Field(default=None, description="the latest stage reported")
    participants: list[AgreementParticipantDraft] = Field(
        default=[],
        json_schema_extra={"maxItems": MAX_PARTICIPANTS},
        description="countries bound, people who signed",
    )
    domains: list[Words] = Field(
        default=[],
        json_schema_extra={"maxItems": MAX_VALUES},
        description="what it is about, in the article's words",
    )

    def is_named(self) -> bool:
        """Whether `name` has the noun of one instrument and more than that, or is an acronym."""
        has_noun = bool(signs.INSTRUMENT.search(self.name))
        return super().is_named() and has_noun and not signs.BARE.fullmatch(self.name)


class ExerciseDraft(EventDraft, NamedDraft):
    """A military exercise that has a proper name. Unnamed drills and training do not count.
    Each name is one record.
    """

    record: ClassVar[type[BaseEvent]] = Exercise
    signs: ClassVar[re.Pattern[str] | None] = signs.EXERCISE

    series: Words | None = Field(
        default=None, description="name without number or year, if it has one, else null"
    )
    participants: list[ExerciseParticipantDraft] = Field(
        default=[],
        json_schema_extra={"maxItems": MAX_PARTICIPANTS},
        description="countries or forces that take part",
    )
    domains: list[ExerciseDomain] = Field(default=[], json_schema_extra={"maxItems": MAX_VALUES})
    personnel: Words | None = Field(
        default=None, description="the words that say how many soldiers, else null"
    )

    def is_named(self) -> bool:
        """Whether `name` is a proper name: a third of its words at least begin with capitals."""
        words = self.name.split()
        capitals = sum(not word[0].islower() for word in words)
        return super().is_named() and CAPITALS * capitals >= len(words) > 0


class IncidentDraft(EventDraft):
    """Violence, force, sabotage, a weapons test, a riot, a robbery or a serious accident, at one
    place and time, also one only mentioned in passing. War or terrorism in general do not count.
    """

    record: ClassVar[type[BaseEvent]] = Incident
    signs: ClassVar[re.Pattern[str] | None] = signs.INCIDENT
    telling: ClassVar[Mapping[str, re.Pattern[str]]] = {
        "killed": DEATHS,
        "injured": INJURIES,
    }
    evident: ClassVar[Evident] = {"modality": MODALITIES, "category": CATEGORIES}
    ranked: ClassVar[frozenset[str]] = frozenset({"category"})

    category: IncidentCategory | None = None
    stage: Stage | None = None
    killed: Words | None = Field(
        default=None, description='the words that say how many died ("at least 12"), else null'
    )
    injured: Words | None = Field(
        default=None, description="the words that say how many were hurt, else null"
    )
    weapons: list[Words] = Field(
        default=[],
        json_schema_extra={"maxItems": MAX_VALUES},
        description="weapons or means that were used, else empty",
    )
    participants: list[IncidentParticipantDraft] = Field(
        default=[],
        json_schema_extra={"maxItems": MAX_PARTICIPANTS},
        description="who did it, to whom; no spokespersons",
    )


DRAFTS: tuple[type[EventDraft], ...] = (MeetingDraft, AgreementDraft, ExerciseDraft, IncidentDraft)
"""The built-in types, in the order in which they are asked."""


def event_type(draft: type[EventDraft]) -> str:
    """The literal `event_type` of the records that `draft` becomes."""
    return str(draft.record.model_fields["event_type"].default)
