"""CEAF-REE and CEAF-RME, by hand on small cases, and the laws that they keep."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventschema.scoring.figures import Figures
from eventschema.scoring.muc import (
    Document,
    alignment,
    ceaf_ree,
    ceaf_rme_phi3,
    ceaf_rme_subset,
    documents,
)
from eventschema.scoring.muc_templates import MucTemplate

GOLD = MucTemplate(
    incident_type="bombing",
    perp_org=[["Grey Seals", "GS", "the front"]],
    victim=[["Mayor Ilo"], ["two guards", "guards"]],
)
MENTIONS = st.sampled_from(["seals", "front", "mayor", "guards", "bridge", "bomb"])
ENTITIES = st.lists(st.lists(MENTIONS, min_size=1, max_size=3, unique=True), max_size=2)
TEMPLATES = st.builds(
    MucTemplate,
    incident_type=st.sampled_from(["attack", "bombing", "arson"]),
    perp_org=ENTITIES,
    target=ENTITIES,
    victim=ENTITIES,
    weapon=ENTITIES,
)


def paired(gold: list[MucTemplate], predicted: list[MucTemplate]) -> list[Document]:
    """One document."""
    return documents({"d": gold}, {"d": predicted})


def micro(scored: list[Document]) -> Figures:
    """CEAF-REE over all roles."""
    return sum(ceaf_ree(scored).values(), Figures())


def test_an_entity_is_right_where_gold_has_all_its_mentions() -> None:
    """By hand: the type, the group and one victim are right; "the guards, Ilo" is nobody."""
    predicted = MucTemplate(
        incident_type="bombing",
        perp_org=[["GS", "grey seals"]],
        victim=[["ilo", "guards"], ["the two guards"], ["guards"]],
    )
    scored = paired([GOLD], [predicted])
    assert ceaf_ree(scored)["victim"] == Figures(right=2, predicted=3, found=1, wanted=2)
    assert micro(scored) == Figures(right=4, predicted=5, found=3, wanted=4)


def test_rme_in_numbers() -> None:
    """By hand: mentions are assigned one entity to one; an entity counts with any mention."""
    predicted = MucTemplate(
        incident_type="bombing",
        perp_org=[["GS", "grey seals", "rebels"]],
        victim=[["mayor ilo", "guards"], ["two guards", "guards"]],
    )
    scored = paired([GOLD], [predicted])
    assert ceaf_rme_phi3(scored) == Figures(right=5, predicted=7, found=5, wanted=6)
    assert ceaf_rme_subset(scored) == Figures(right=3, predicted=3, found=3, wanted=3)


@pytest.mark.parametrize(("incident_type", "right"), [("bombing", 4), ("arson", 0)])
def test_the_type_decides(incident_type: str, right: int) -> None:
    """A template of another type agrees in nothing."""
    scored = paired([GOLD], [GOLD.model_copy(update={"incident_type": incident_type})])
    assert micro(scored).right == right
    assert bool(ceaf_rme_phi3(scored).right) is bool(right)


@pytest.mark.parametrize("incident_type", ["attack", "bombing"])
def test_either_alternative_will_do(incident_type: str) -> None:
    """Its mentions are wanted once for each alternative, but only where something was predicted."""
    gold = GOLD.model_copy(update={"incident_type": "attack / bombing"})
    scored = paired([gold], [GOLD.model_copy(update={"incident_type": incident_type})])
    assert micro(scored) == Figures(4, 4, 4, 4)
    assert ceaf_rme_phi3(scored) == Figures(right=6, predicted=6, found=6, wanted=12)
    assert ceaf_rme_subset(scored) == Figures(3, 3, 3, 3)
    empty = MucTemplate(incident_type=incident_type)
    assert ceaf_rme_phi3(paired([gold], [empty])).wanted == 6


def test_documents_without_predictions_count() -> None:
    """And those without gold templates count what was predicted."""
    scored = documents({"d1": [GOLD], "d2": []}, {"d2": [GOLD], "d3": [GOLD]})
    assert micro(scored) == Figures(predicted=4, wanted=4)
    assert ceaf_rme_phi3(scored) == Figures(predicted=6, wanted=6)


def test_identical_gold_counts_once() -> None:
    """Identical predictions count as often as they are made."""
    scored = paired([GOLD, GOLD], [GOLD, GOLD])
    assert micro(scored) == Figures(right=4, predicted=8, found=4, wanted=4)


def test_the_alignment_is_the_best_one() -> None:
    """The first prediction leaves the template that fits it best to the one that fits no other."""
    mayor, guards = ([["mayor ilo"]], [["guards"]])
    one = MucTemplate(incident_type="attack", victim=mayor + guards, weapon=[["gun"]])
    two = MucTemplate(incident_type="attack", target=[["bridge"]], victim=mayor + guards)
    first = MucTemplate(incident_type="attack", victim=mayor + guards)
    second = MucTemplate(incident_type="attack", weapon=[["gun"]], target=[["mill"]])
    (document,) = paired([one, two], [first, second])
    assert sorted(alignment(document)) == [(0, 1), (1, 0)]


def test_many_templates_are_aligned_without_trying_all() -> None:
    """Thirty predictions of one gold template have a billion alignments."""
    wrong = MucTemplate(incident_type="bombing", weapon=[["gun"]])
    (document,) = paired([GOLD], [*[wrong] * 29, GOLD])
    assert alignment(document) == [(29, 0)]
    (document,) = paired([], [wrong] * 2000)
    assert alignment(document) == []


@given(st.lists(TEMPLATES, max_size=3, unique_by=lambda template: template.model_dump_json()))
def test_gold_agrees_with_itself(templates: list[MucTemplate]) -> None:
    """With every figure at 1, where there is anything to find."""
    scored = paired(templates, templates)
    whole = float(bool(templates))
    filled = float(any(template.entities for document in scored for template in document.gold))
    assert micro(scored).f1 == whole
    assert ceaf_rme_phi3(scored).f1 == filled
    assert ceaf_rme_subset(scored).precision == filled


@given(st.lists(TEMPLATES, max_size=3), st.lists(TEMPLATES, max_size=3), TEMPLATES)
def test_another_template_never_lowers_recall(
    gold: list[MucTemplate], predicted: list[MucTemplate], more: MucTemplate
) -> None:
    """The assignment of mentions may leave it out."""
    before = ceaf_rme_phi3(paired(gold, predicted))
    after = ceaf_rme_phi3(paired(gold, [*predicted, more]))
    assert after.found >= before.found
