"""Records as templates of MUC-4."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest

from eventschema.scoring import ScoringError
from eventschema.scoring.muc_templates import (
    ROLES,
    MucTemplate,
    Role,
    as_template,
    read_templates,
)
from eventschema.vocabularies import IncidentCategory
from tests.scoring.invented import MEETING, incident, record

TYPES = {
    "armed_attack": "attack",
    "bombing": "bombing",
    "air_or_drone_strike": "bombing",
    "missile_or_artillery_strike": "attack",
    "assassination": "attack",
    "sabotage": "attack",
    "kidnapping": "kidnapping",
    "hijacking": "hijacking",
    "arson": "arson",
    "robbery": "robbery",
}


@pytest.mark.parametrize("category", get_args(IncidentCategory))
def test_a_category_has_a_type_or_none(category: str) -> None:
    """Violence against people and things is a template; clashes, tests and accidents are not."""
    template = as_template(incident([], category=category))
    assert (template.incident_type if template else None) == TYPES.get(category)


@pytest.mark.parametrize("category", [None, "other"])
def test_what_has_no_category_is_an_attack_where_there_is_harm(category: str | None) -> None:
    """Somebody did it, suffered it, or was hurt."""
    harmed = [
        incident([], category=category, injured={"best": 2}),
        incident([{"name": "Ilo", "role": "victim"}], category=category),
    ]
    found = [as_template(each) for each in harmed]
    assert [template and template.incident_type for template in found] == ["attack"] * 2
    assert as_template(incident([{"name": "Ilo", "role": "accuser"}], category=category)) is None


@pytest.mark.parametrize(
    ("category", "weapon", "expected"),
    [
        ("armed_attack", "hand grenades", "bombing"),
        ("sabotage", "sticks of dynamite", "bombing"),
        ("armed_attack", "rifles", "attack"),
        ("kidnapping", "bomb", "kidnapping"),
    ],
)
def test_an_attack_with_a_bomb_is_a_bombing(category: str, weapon: str, expected: str) -> None:
    """What has a type of its own keeps it, whatever the weapon."""
    template = as_template(incident([], category=category, weapons=["knife", weapon]))
    assert template is not None
    assert template.incident_type == expected


@pytest.mark.parametrize("modality", ["denied", "hypothetical", "planned", "cancelled"])
def test_what_did_not_take_place_is_no_template(modality: str) -> None:
    """Nor is a record of another type."""
    assert as_template(incident([], modality=modality)) is None
    assert as_template(record(MEETING)) is None


@pytest.mark.parametrize(
    ("role", "kind", "expected"),
    [
        ("perpetrator", "person", "perp_ind"),
        ("perpetrator", "population", "perp_ind"),
        ("perpetrator", "armed_group", "perp_org"),
        ("perpetrator", "armed_force", "perp_org"),
        ("claimant", "armed_group", "perp_org"),
        ("claimant", "person", None),
        ("target", "government_body", "target"),
        ("target", "person", "victim"),
        ("target", "population", None),
        ("victim", "person", "victim"),
        ("victim", "population", None),
        ("victim", "organization", None),
        ("accuser", "person", None),
        (None, "person", None),
    ],
)
def test_a_participant_has_a_role(role: str | None, kind: str, expected: str | None) -> None:
    """By what it did and what it is."""
    template = as_template(incident([{"name": "Ilo", "role": role, "kind": kind}]))
    assert template is not None
    filled = template.model_dump(exclude={"incident_type"}, exclude_defaults=True)
    assert {key: value for key, value in filled.items() if value} == (
        {expected: [["Ilo"]]} if expected else {}
    )


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("gunmen", "armed_group", "perp_ind"),
        ("two hooded men", None, "perp_ind"),
        ("soldiers of the army", "armed_force", "perp_ind"),
        ("army", "armed_force", "perp_org"),
        ("a drug cartel", "armed_group", "perp_org"),
        ("Red Harrow Front", "armed_group", "perp_org"),
        ("tax office", "government_body", "perp_org"),
    ],
)
def test_armed_people_are_told_from_their_bodies(
    name: str, kind: str | None, expected: Role
) -> None:
    """A common noun for people makes individuals; a body and a name make an organization."""
    template = as_template(incident([{"name": name, "role": "perpetrator", "kind": kind}]))
    assert template is not None
    assert [role for role in ROLES if template.entities(role)] == [expected]


def test_a_victim_has_one_mention() -> None:
    """That by which the record names the person; the other mentions are left out."""
    victim = {"name": "Ilo Venn", "role": "victim", "kind": "person", "mentions": ["Ilo", "he"]}
    template = as_template(incident([victim]))
    assert template is not None
    assert template.victim == [["Ilo Venn"]]


def test_an_entity_is_a_name_and_its_other_mentions() -> None:
    """What normalizes to the same, or to nothing, is left out."""
    mentions = ["the Grey Seals", "Grey Seals", "GS", "the"]
    group = {"name": "Grey Seals", "role": "perpetrator", "mentions": mentions}
    template = as_template(incident([group], weapons=["a bomb", "Bomb", "car"]))
    assert template is not None
    assert template.perp_org == [["Grey Seals", "GS"]]
    assert template.weapon == [["a bomb"], ["car"]]


def test_templates_and_records_are_read(tmp_path: Path) -> None:
    """Lines of one document are put together; a document without templates is one, too."""
    path = tmp_path / "x.jsonl"
    rows: list[object] = [
        {"doc_id": "d1", "templates": [{"incident_type": "arson", "stage": "accomplished"}]},
        {"doc_id": "d2", "templates": []},
        incident([]).model_dump(),
        incident([], article={"id": "d3"}, category="accident").model_dump(),
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert read_templates(path) == {
        "d1": [MucTemplate(incident_type="arson"), MucTemplate(incident_type="bombing")],
        "d2": [],
        "d3": [],
    }


def test_a_malformed_line_is_named(tmp_path: Path) -> None:
    """A template without a type is none."""
    path = tmp_path / "x.jsonl"
    path.write_text('{"doc_id": "d1", "templates": [{}]}', encoding="utf-8")
    with pytest.raises(ScoringError, match=r"line 1: templates\.0\.incident_type: Field required"):
        read_templates(path)
