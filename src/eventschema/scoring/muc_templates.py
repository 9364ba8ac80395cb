"""MUC-4 templates, and the templates that incident records stand for.

MUC-4 (1992) asks for terrorist incidents: seven types, five roles of string fills. The shape of a
template here is that of the data as GTT (Du, Rush and Cardie, 2021) released it.

Categories. A bomb, whether planted, thrown or dropped from the air, makes a bombing, and so does an
attack with one among its weapons. Shells and
rockets make an attack: of the mortars and rockets in the templates of 600 development documents, 12
of 16 belong to an attack and 3 to a bombing. Assassination and sabotage have no type of their own
and are attacks. Clashes of armed forces, with each other or with guerrillas, are not terrorist
incidents by MUC's relevance rules, and nor are violations of a ceasefire or a border. Tests,
accidents, riots, cyber attacks and incidents at sea do not occur. `other`, or no category, is an
attack where somebody did or suffered something.

Modality. What did not or not yet take place (denied, hypothetical, planned, cancelled) is no
template.

Participants. A perpetrator that is a person or a population, or that a common noun names
("gunmen", "two hooded men"), fills `perp_ind`, any other `perp_org`, and so does a group that
claims the act (MUC: "claimed or admitted"). Victims are persons, by their fullest name, since MUC
gives a described one only where no name is known; a target that is a person is one of them. Other
targets are a `target`. Accusers and persons who claim are no fills.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from eventschema.scoring.files import rows, validated
from eventschema.scoring.muc_mentions import normalized
from eventschema.scoring.predicted import PredictedParticipant, PredictedRecord

Role = Literal["perp_ind", "perp_org", "target", "victim", "weapon"]
ROLES: tuple[Role, ...] = get_args(Role)

_TYPES = {
    "bombing": "bombing",
    "air_or_drone_strike": "bombing",
    "missile_or_artillery_strike": "attack",
    "armed_attack": "attack",
    "assassination": "attack",
    "sabotage": "attack",
    "kidnapping": "kidnapping",
    "hijacking": "hijacking",
    "arson": "arson",
    "robbery": "robbery",
}
_ATTACKS = frozenset(category for category, name in _TYPES.items() if name == "attack")
_BOMB = re.compile(r"bomb|dynamite|explosive|grenade", re.IGNORECASE)
_UNREAL = frozenset(("denied", "hypothetical", "planned", "cancelled"))
_BODIES = frozenset(
    ("army", "navy", "military", "forces", "force", "command", "cartel", "gang", "front")
)
_PEOPLE = frozenset(("person", "population"))


class MucTemplate(BaseModel):
    """One incident: its type, and entities by role, each a list of its mentions.

    In gold the type may be two alternatives, as in "attack / bombing".
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    incident_type: str
    perp_ind: list[list[str]] = []
    perp_org: list[list[str]] = []
    target: list[list[str]] = []
    victim: list[list[str]] = []
    weapon: list[list[str]] = []

    def entities(self, role: Role) -> list[list[str]]:
        """The entities of a role."""
        filled: dict[Role, list[list[str]]] = {
            "perp_ind": self.perp_ind,
            "perp_org": self.perp_org,
            "target": self.target,
            "victim": self.victim,
            "weapon": self.weapon,
        }
        return filled[role]


class MucDocument(BaseModel):
    """One document and its templates."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    doc_id: str = Field(min_length=1)
    templates: list[MucTemplate]


Templates = Mapping[str, list[MucTemplate]]
"""Templates by document."""


def read_templates(path: Path) -> dict[str, list[MucTemplate]]:
    """Templates by document: of lines {"doc_id", "templates"}, or of records, whose `article.id` is
    the document. Lines of one document are put together.

    Raises:
        ScoringError: the file cannot be read, or a line is neither; the line is named.

    """
    templates: dict[str, list[MucTemplate]] = defaultdict(list)
    for place, value in rows(path):
        if isinstance(value, dict) and "templates" in value:
            document = validated(MucDocument, value, place)
            templates[document.doc_id] += document.templates
        else:
            record = validated(PredictedRecord, value, place)
            template = as_template(record)
            templates[record.article.id] += [template] if template else []
    return dict(templates)


def as_template(record: PredictedRecord) -> MucTemplate | None:
    """The template that a record stands for, null where it stands for none."""
    incident_type = _incident_type(record)
    if incident_type is None:
        return None
    filled: dict[Role, list[list[str]]] = {role: [] for role in ROLES}
    for participant in record.participants:
        role = _role(participant)
        mentions = _distinct([participant.name or "", *participant.mentions])
        if role and mentions:
            filled[role].append(mentions[:1] if role == "victim" else mentions)
    filled["weapon"] = [[weapon] for weapon in _distinct(record.weapons)]
    return MucTemplate(incident_type=incident_type, **filled)


def _incident_type(record: PredictedRecord) -> str | None:
    if record.event_type != "incident" or record.modality in _UNREAL:
        return None
    if record.category in (None, "other"):
        return "attack" if _is_violent(record) else None
    if record.category in _ATTACKS and any(map(_BOMB.search, record.weapons)):
        return "bombing"
    return _TYPES.get(record.category)


def _is_violent(record: PredictedRecord) -> bool:
    parts = {participant.role for participant in record.participants}
    return bool(record.killed or record.injured or parts & {"perpetrator", "victim", "target"})


def _role(participant: PredictedParticipant) -> Role | None:
    is_human = participant.kind in _PEOPLE
    match participant.role:
        case "perpetrator":
            return "perp_ind" if is_human or _is_common(participant) else "perp_org"
        case "claimant":
            return None if is_human else "perp_org"
        case "victim" | "target" if participant.kind == "person":
            return "victim"
        case "target" if not is_human:
            return "target"
    return None


def _is_common(participant: PredictedParticipant) -> bool:
    """Whether a common noun names armed people, rather than the body that they belong to."""
    head = re.split(r"\s+(?:of|from|with|wearing)\s+", participant.name or "")[0].split()[-1:]
    armed = participant.kind in ("armed_group", "armed_force", None)
    return armed and bool(head) and head[0].islower() and head[0] not in _BODIES


def _distinct(mentions: Iterable[str]) -> list[str]:
    """The mentions as they are, without those that are empty or one already there."""
    first: dict[str, str] = {}
    for mention in mentions:
        first.setdefault(normalized(mention), mention)
    return [mention for key, mention in first.items() if key]
