"""The closed vocabularies of the records: nothing else is a category, a status, a role."""

from __future__ import annotations

from typing import Literal

Proposer = Literal["model", "rules"]
Modality = Literal["happened", "ongoing", "planned", "hypothetical", "denied", "cancelled"]
Certainty = Literal["stated", "attributed", "alleged"]
DatePrecision = Literal["day", "week", "month", "season", "year", "decade", "unknown"]
DateBasis = Literal["explicit", "relative", "unresolved"]
ParticipantKind = Literal[
    "person",
    "country",
    "government_body",
    "armed_force",
    "armed_group",
    "organization",
    "population",
    "facility",
]
MeetingFormat = Literal[
    "bilateral", "multilateral", "summit", "call", "visit", "sidelines", "other"
]
MeetingRole = Literal["host", "visitor", "attendee", "mediator"]
Instrument = Literal[
    "treaty",
    "agreement",
    "protocol",
    "memorandum",
    "joint_statement",
    "partnership",
    "ceasefire",
    "contract",
    "other",
]
AgreementStatus = Literal[
    "proposed",
    "under_negotiation",
    "agreed",
    "signed",
    "ratified",
    "in_force",
    "suspended",
    "terminated",
    "rejected",
]
AgreementRole = Literal["party", "signatory"]
ExerciseDomain = Literal["land", "air", "sea", "amphibious", "cyber", "space"]
ExerciseRole = Literal["participant", "host", "observer"]
IncidentCategory = Literal[
    "armed_attack",
    "bombing",
    "air_or_drone_strike",
    "missile_or_artillery_strike",
    "assassination",
    "kidnapping",
    "hijacking",
    "armed_clash",
    "ceasefire_violation",
    "border_incursion",
    "weapons_test",
    "maritime_incident",
    "cyber_attack",
    "sabotage",
    "arson",
    "robbery",
    "riot",
    "accident",
    "other",
]
Stage = Literal["accomplished", "attempted", "threatened", "foiled"]
IncidentRole = Literal["perpetrator", "target", "victim", "claimant", "accuser"]
WarningReason = Literal[
    "not_in_text",
    "outside_support",
    "not_a_name",
    "unreadable",
    "not_allowed",
    "inconsistent",
    "unsupported",
    "overruled",
]
