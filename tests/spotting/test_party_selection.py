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


@pytest.mark.parametrize("role", ["victim", "perpetrator", "claimant"])
def test_persons_are_known(role: IncidentRole) -> None:
    """A person counts whom some sentence of the scene names, whatever the role."""
    assert _is_kept("Ilario Venn", role)
    assert not _is_kept("Oda Kerrin", role)


@pytest.mark.parametrize(
    ("alone", "told", "role"),
    [
        ("peasants", "young peasants", "victim"),
        ("Villagers", "residents of Orvella", "victim"),
        ("bus", "school bus", "victim"),
        ("village", "fishing village", "target"),
        ("embassy", "embassy of Sweden", "target"),
    ],
)
def test_a_noun_that_stands_alone_tells_nothing(alone: str, told: str, role: IncidentRole) -> None:
    """Of those to whom it was done, some other word must say which they are."""
    assert not _is_kept(alone, role)
    assert _is_kept(told, role)


@pytest.mark.parametrize("name", ["bus", "bridge", "convoys"])
def test_a_thing_is_a_target_by_one_word(name: str) -> None:
    """What ends with a noun for a vehicle or a building is a target without more words."""
    assert _is_kept(name, "target")


@pytest.mark.parametrize(
    "name",
    [
        "soldiers",
        "guerrilla column",
        "thieves",
        "hooded youths",
        "ELN",
        "Marra Liberation Front",
    ],
)
def test_a_doer_is_armed_or_called_so(name: str) -> None:
    """Forces and armed groups did it, those called after a deed, those who look armed, names."""
    assert _is_kept(name, "perpetrator")


@pytest.mark.parametrize("name", ["farmers", "angry students", "convoy", "trade union"])
def test_others_are_no_doers(name: str) -> None:
    """Neither people as such nor things did it, however many words name them."""
    assert not _is_kept(name, "perpetrator")


def test_a_claimant_has_a_name() -> None:
    """One word is enough where it is a name."""
    assert all(_is_kept(name, "claimant") for name in ("Hamas", "RHF", "Red Harrow Front"))
    assert not _is_kept("movement", "claimant")


@pytest.mark.parametrize(
    ("name", "role"), [("sailors", "victim"), ("village", "target"), ("vessel", "perpetrator")]
)
def test_those_of_a_country_count(name: str, role: IncidentRole) -> None:
    """A country says whose they are, so that their noun may stand alone."""
    assert _is_kept(name, role, country="Chilean")
    assert not _is_kept(name, role)


def test_the_people_of_a_country_are_no_doers() -> None:
    """A population did not do it, whosever it is; it may have suffered it."""
    assert not _is_kept("residents", "perpetrator", country="Chilean")
    assert _is_kept("residents", "victim", country="Chilean")


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
    name=st.lists(st.sampled_from(("rebels", "ELN", "Ilario", "bus", "of")), min_size=1).map(
        " ".join
    ),
    role=st.sampled_from(("perpetrator", "victim", "target", "claimant")),
)


@given(st.lists(_DRAFTS, max_size=6))
def test_nothing_is_added(drafts: list[IncidentParticipantDraft]) -> None:
    """What stays is of what was offered, in its order."""
    offered = iter(drafts)
    assert all(draft in offered for draft in selected(drafts, SCENE))
