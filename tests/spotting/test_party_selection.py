"""Which parties a record keeps; every name is invented, save those of armed organizations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventschema.draft import IncidentParticipantDraft
from eventschema.spotting.incidents.party_selection import selected
from eventschema.spotting.scene import Scene
from eventschema.vocabularies import IncidentRole

SCENE = Scene({1: "Mayor Ilario Venn was shot dead in Orvella.", 2: "Police were silent."})


def _kept(*drafts: IncidentParticipantDraft) -> list[str]:
    return [draft.name for draft in selected(drafts, SCENE)]


def _is_kept(name: str, role: IncidentRole, *, country: str | None = None) -> bool:
    return bool(_kept(IncidentParticipantDraft(name=name, role=role, country=country)))


@pytest.mark.parametrize(("name", "is_kept"), [("Ilario Venn", True), ("Oda Kerrin", False)])
@pytest.mark.parametrize("role", ["victim", "perpetrator"])
def test_persons_are_known(name: str, is_kept: bool, role: IncidentRole) -> None:
    """A person counts whom some sentence of the scene names, whatever the role."""
    assert _is_kept(name, role) is is_kept


@pytest.mark.parametrize("role", ["victim", "target"])
@pytest.mark.parametrize(
    ("name", "is_kept"),
    [
        ("bus", False),
        ("peasants", False),
        ("Villagers", False),
        ("school bus", True),
        ("rural schoolteachers", True),
        ("home of the mayor", True),
    ],
)
def test_a_noun_that_stands_alone_tells_nothing(
    name: str, is_kept: bool, role: IncidentRole
) -> None:
    """Of those to whom it was done, some other word must say which they are."""
    assert _is_kept(name, role) is is_kept


@pytest.mark.parametrize(
    ("name", "is_kept"),
    [
        ("soldiers", True),
        ("guerrilla column", True),
        ("thieves", True),
        ("hooded youths", True),
        ("ELN", True),
        ("Marra Liberation Front", True),
        ("farmers", False),
        ("angry students", False),
        ("convoy", False),
    ],
)
def test_a_doer_is_armed_or_called_so(name: str, is_kept: bool) -> None:
    """Forces and armed groups, those called after a deed, those who look armed, and names."""
    assert _is_kept(name, "perpetrator") is is_kept


@pytest.mark.parametrize(
    ("name", "is_kept"),
    [("Hamas", True), ("RHF", True), ("Red Harrow Front", True), ("movement", False)],
)
def test_a_claimant_has_a_name(name: str, is_kept: bool) -> None:
    """One word is enough where it is a name."""
    assert _is_kept(name, "claimant") is is_kept


@pytest.mark.parametrize(
    ("name", "role", "is_kept"),
    [
        ("sailors", "victim", True),
        ("vessel", "target", True),
        ("navy", "perpetrator", True),
        ("residents", "perpetrator", False),
    ],
)
def test_those_of_a_country_count(name: str, role: IncidentRole, is_kept: bool) -> None:
    """A country tells whose they are, but makes no doers of a population."""
    assert _is_kept(name, role, country="Chilean") is is_kept


def test_what_another_name_contains_is_no_second_party() -> None:
    """Of a noun and a longer name with it, the longer name stays; the order is kept."""
    kept = _kept(
        IncidentParticipantDraft(name="Rebels", role="perpetrator"),
        IncidentParticipantDraft(name="police station", role="target"),
        IncidentParticipantDraft(name="group of rebels", role="perpetrator"),
    )
    assert kept == ["police station", "group of rebels"]


_DRAFTS = st.builds(
    IncidentParticipantDraft,
    name=st.lists(st.sampled_from("rebels ELN Ilario Venn bus the of".split()), min_size=1).map(
        " ".join
    ),
    role=st.sampled_from(("perpetrator", "victim", "target", "claimant")),
)


@given(st.lists(_DRAFTS, max_size=6))
def test_nothing_is_added(drafts: list[IncidentParticipantDraft]) -> None:
    """What stays is of what was offered, in its order."""
    offered = iter(drafts)
    assert all(draft in offered for draft in selected(drafts, SCENE))
