"""The output: event records, what each of their fields means, and the words allowed in them.

The names follow the field's own schemas where they have one: PLOVER/POLECAT (modality), MUC-4
(stage, certainty), ACLED and UCDP GED (counts, incident categories), ISO 3166-1 alpha-3 (countries)
and EDTF, ISO 8601-2 (dates).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, SerializerFunctionWrapHandler, model_serializer

from eventschema.vocabularies import (
    AgreementRole,
    AgreementStatus,
    Certainty,
    DateBasis,
    DatePrecision,
    ExerciseDomain,
    ExerciseRole,
    IncidentCategory,
    IncidentRole,
    Instrument,
    MeetingFormat,
    MeetingRole,
    Modality,
    ParticipantKind,
    Proposer,
    Stage,
    WarningReason,
)

SCHEMA_VERSION: Literal["1.0"] = "1.0"

CountryCode = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class EventDate(_Value):
    """When something happened: the article's words, and what code made of them.

    `edtf` is an EDTF value (ISO 8601-2, levels 0 and 1 and the one-of set `[..2025-05-05]`), null
    where the words cannot be resolved. `start` and `end` are its first and last day, null where the
    value is open. `precision` is the unit in which the bounds are known. `basis` tells whether the
    words name the date themselves (`explicit`), count from the publication date (`relative`), or
    cannot be resolved (`unresolved`): the publication date is never put in the place of an
    unknown one.
    """

    text: str
    edtf: str | None = None
    start: date | None = None
    end: date | None = None
    precision: DatePrecision = "unknown"
    basis: DateBasis = "unresolved"


class Place(_Value):
    """A place of the event, in the article's words.

    `country` is computed from the words (ISO 3166-1 alpha-3), null where they do not tell.
    """

    text: str
    country: CountryCode | None = None


class Count(_Value):
    """A number of people as reported: `text` is the article's words, the numbers are computed.

    "at least 12" has low 12 and no high; "about 15" only a best; two conflicting reports give low
    and high. Vague words count conservatively, as ACLED does: "dozens" is at least 12.
    """

    low: int | None = Field(default=None, ge=0)
    best: int | None = Field(default=None, ge=0)
    high: int | None = Field(default=None, ge=0)
    text: str


class Participant(_Value):
    """Who took part: a person, a state, a body, a force, a group.

    `name` is the fullest form in the article, without honorifics; `mentions` are the forms that
    stand in it. `office` is the function as printed ("Defence Minister"). `country` is the country
    the participant acts for, ISO 3166-1 alpha-3. Reporters, spokespersons and people who merely
    comment are not participants.
    """

    name: str = Field(min_length=1)
    kind: ParticipantKind | None = None
    role: str | None = None
    office: str | None = None
    country: CountryCode | None = None
    mentions: list[str] = []


class MeetingParticipant(Participant):
    """Who met whom."""

    role: MeetingRole | None = None


class AgreementParticipant(Participant):
    """Whom the agreement binds (`party`), and who signed it (`signatory`)."""

    role: AgreementRole | None = None


class ExerciseParticipant(Participant):
    """Whose forces train, who holds the exercise, who watches."""

    role: ExerciseRole | None = None


class IncidentParticipant(Participant):
    """Who did it, to whom, and who says so.

    `certainty` is that of the part itself: a perpetrator who is merely accused is `alleged`.
    """

    role: IncidentRole | None = None
    certainty: Certainty | None = None


class Evidence(_Value):
    """Where a value stands: `article.text[start:end] == quote`, in code points.

    `path` is a JSON Pointer (RFC 6901) into the record; the empty path is the record itself, and
    its quotes are the sentences that report the event.
    """

    path: str
    quote: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class ValueWarning(_Value):
    """A value that was left out of the record, or is doubtful in it: what, where, and why.

    `not_in_text`: the words do not stand in the article. `outside_support`: they stand in it, but
    away from the event's sentences, or in one that says something else of them. `not_a_name`: a
    pronoun or a common noun where a name belongs. `unreadable`: the words stand in the article, but
    code could make no date, country or number of them. `not_allowed`: not a word of the closed
    vocabulary. `inconsistent`: the words contradict each other ("Monday, 6 May" in a year where it
    is a Tuesday). `unsupported`: a word of a vocabulary (a category, a modality, a role) that no
    word of the sentences bears out. `overruled`: another reader of the article said otherwise.
    """

    path: str
    value: str
    reason: WarningReason


class ArticleReference(_Value):
    """The article that the record comes from."""

    id: str
    url: str | None = None
    title: str | None = None
    source: str | None = None
    published: date | None = None
    sha256: str


class Extraction(_Value):
    """How the record was made: enough to make it again.

    `proposers` tells who found it in the article: the model, the rules, or both.
    """

    model: str
    prompt_sha256: str
    eventschema: str
    attempts: int = Field(ge=1)
    proposers: list[Proposer]


_PROVENANCE = ("evidence", "article", "confidence", "warnings", "extraction")


class BaseEvent(BaseModel):
    """What every event record has; subclass it, with a literal `event_type`, for your own types.

    One record per distinct occasion in an article; background events count, generic statements,
    policies and habits do not. Absent is null or an empty list, never "", 0 or "unknown".

    `title` is a short label for people, made by code: the name, or what happened, with who took
    part or where. `modality` tells whether it took place.
    `certainty`: `stated` by the article as fact, `attributed` to somebody, or merely `alleged`.
    `places` are those of the event itself, never the dateline's. `confidence` is between 0 and 1,
    null where it was not measured. `id` is the same for the same article and configuration.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    id: str
    event_type: str
    title: str
    modality: Modality | None = None
    certainty: Certainty | None = None
    date: EventDate | None = None
    places: list[Place] = []
    participants: Sequence[Participant] = []
    evidence: list[Evidence]
    article: ArticleReference
    confidence: float | None = Field(default=None, ge=0, le=1)
    warnings: list[ValueWarning] = []
    extraction: Extraction

    @model_serializer(mode="wrap")
    def _provenance_last(self, serialize: SerializerFunctionWrapHandler) -> dict[str, object]:
        fields: dict[str, object] = serialize(self)
        provenance = {name: fields.pop(name) for name in _PROVENANCE if name in fields}
        return fields | provenance


class Meeting(BaseEvent):
    """People who act for states or organizations talk with each other: talks, a visit, a summit,
    a call.

    A call or a video conference is a meeting. Two occasions are two records, also when the same
    people meet. What was agreed there stands in `outcomes` and is no Agreement unless it is an
    instrument with a name. `forum` is the series or conference of which the meeting is a part
    ("the ministers' annual dialogue").
    """

    event_type: Literal["meeting"] = "meeting"
    participants: list[MeetingParticipant] = []
    format: MeetingFormat | None = None
    forum: str | None = None
    topics: list[str] = []
    outcomes: list[str] = []


class Agreement(BaseEvent):
    """An instrument between states, organizations or armed parties: a treaty, pact, protocol,
    memorandum, ceasefire, at any stage from proposal to end.

    `name` is its name or the noun phrase that identifies it; `aliases` are its other forms, the
    acronym among them. `status` is the latest the article reports. General friendship, cooperation
    and commitments made in talks are not agreements.
    """

    event_type: Literal["agreement"] = "agreement"
    participants: list[AgreementParticipant] = []
    name: str
    aliases: list[str] = []
    instrument: Instrument | None = None
    status: AgreementStatus | None = None
    domains: list[str] = []


class Exercise(BaseEvent):
    """A named military exercise, or an edition of one.

    `name` is the edition's ("Iron Heron 4"), `series` the series' ("Iron Heron"). Unnamed drills
    and training in general are not records.
    """

    event_type: Literal["exercise"] = "exercise"
    participants: list[ExerciseParticipant] = []
    name: str
    series: str | None = None
    domains: list[ExerciseDomain] = []
    personnel: Count | None = None


class Incident(BaseEvent):
    """Violence, force or sabotage, a test of weapons, or a serious accident, at one place and time.

    A statement that condemns a policy, a threat without an act, and a war in general are not
    incidents. `stage` tells how far it went. `killed` and `injured` are null where the article
    gives no number; a toll that the article itself corrects is left out.
    """

    event_type: Literal["incident"] = "incident"
    participants: list[IncidentParticipant] = []
    category: IncidentCategory | None = None
    stage: Stage | None = None
    killed: Count | None = None
    injured: Count | None = None
    weapons: list[str] = []


Event = Annotated[Meeting | Agreement | Exercise | Incident, Field(discriminator="event_type")]
"""One record of a built-in type, told apart by `event_type`."""


class Rejection(_Value):
    """A record that the model proposed and eventschema did not keep: what it said, and why not."""

    article_id: str
    event_type: str
    reason: Literal["invalid", "no_core", "no_support", "unverified"]
    detail: str
    draft: dict[str, object]
