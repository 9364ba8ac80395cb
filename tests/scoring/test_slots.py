"""Which fields of a matched record are right."""

from __future__ import annotations

import pytest

from eventschema.scoring import GoldEvent
from eventschema.scoring.slots import Slot, compare
from tests.scoring.invented import ARTICLE, BOMBING, EXERCISE, MEETING, PACT, record

ROLAND = {"name": "Roland Ek", "kind": "person"}
BOTH = [{"name": "Rautio"}, {"name": "B. Lindqvist", "country": "FIN"}]


def verdict(event: GoldEvent, slot: str, changed: dict[str, object]) -> bool | None:
    """Whether a slot of a changed record is right, null where it is not asked."""
    found = {s.name: s.right for s in compare(record(event, **changed), event)}
    return found.get(slot)


@pytest.mark.parametrize("event", ARTICLE.events, ids=lambda event: event.type)
def test_a_record_of_the_gold_is_right(event: GoldEvent) -> None:
    """In every slot."""
    assert [slot for slot in compare(record(event), event) if not slot.right] == []


@pytest.mark.parametrize(
    ("event", "names"),
    [
        (MEETING, "date modality people countries place place_country"),
        (PACT, "date modality status"),
        (EXERCISE, "date modality countries place"),
        (BOMBING, "date modality place category killed injured"),
    ],
    ids=lambda value: getattr(value, "type", None),
)
def test_only_what_the_gold_knows_is_asked(event: GoldEvent, names: str) -> None:
    """Empty people, countries and places ask for nothing."""
    assert [slot.name for slot in compare(record(event), event)] == names.split()


@pytest.mark.parametrize(
    ("slot", "changed", "expected"),
    [
        ("date", {"date": {"edtf": "2024-06-04"}}, False),
        ("date", {"date": {"text": "on Monday"}}, False),
        ("modality", {"modality": None}, False),
        ("people", {"participants": BOTH}, True),
        ("people", {"participants": BOTH[:1]}, False),
        ("people", {"participants": [*BOTH, ROLAND]}, False),
        ("people", {"participants": [*BOTH, ROLAND | {"kind": "organization"}]}, True),
        ("countries", {"participants": BOTH}, True),
        ("countries", {"participants": [*BOTH, {"name": "x", "country": "SWE"}]}, True),
        ("countries", {"participants": [*BOTH, {"name": "x", "country": "NOR"}]}, False),
        ("countries", {"participants": []}, False),
        ("place", {"places": [{"text": "the port of Turku"}, {"text": "Oulu"}]}, True),
        ("place", {"places": [{"text": "Oulu"}]}, False),
        ("place", {"places": []}, False),
        ("place_country", {"places": []}, None),
        ("place_country", {"places": [{"text": "Turku", "country": "SWE"}]}, False),
    ],
)
def test_slots_of_a_meeting(slot: str, changed: dict[str, object], *, expected: bool) -> None:
    """Values are compared each in its own way."""
    assert verdict(MEETING, slot, changed) is expected


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"low": 4, "best": 4, "high": 5}, True),
        ({"best": 5}, True),
        ({"low": 4, "high": 6}, False),
        ({"low": 3, "best": 4}, False),
        ({"text": "some"}, False),
        (None, False),
    ],
)
def test_counts_lie_within_the_gold(changed: dict[str, object] | None, *, expected: bool) -> None:
    """Every bound that is given counts, and nothing is not a number."""
    assert verdict(BOMBING, "killed", {"killed": changed}) is expected


@pytest.mark.parametrize(
    ("event", "lenient", "slot", "changed"),
    [
        (MEETING, {"date_null_ok": True}, "date", {"date": None}),
        (MEETING, {"modality_ok": ["planned"]}, "modality", {"modality": "planned"}),
        (MEETING, {"people_optional": ["R. Ek"]}, "people", {"participants": [*BOTH, ROLAND]}),
        (MEETING, {"place_null_ok": True}, "place", {"places": []}),
        (MEETING, {"place_country_ok": [None]}, "place_country", {"places": [{"text": "Turku"}]}),
        (BOMBING, {"casualties_null_ok": True}, "killed", {"killed": None}),
        (BOMBING, {"killed": None}, "killed", {"killed": None}),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_gold_may_accept_more(
    event: GoldEvent, lenient: dict[str, object], slot: str, changed: dict[str, object]
) -> None:
    """What is wrong without the lenient key is right with it."""
    assert verdict(event, slot, changed) is False
    assert verdict(event.model_copy(update=lenient), slot, changed) is True


def test_a_number_where_none_is_stated_is_wrong() -> None:
    """Null is an answer."""
    event = BOMBING.model_copy(update={"killed": None, "casualties_null_ok": True})
    assert verdict(event, "killed", {"killed": {"best": 4}}) is False


def test_both_sides_are_shown() -> None:
    """Whoever reads the errors sees what was wanted and what was found."""
    changed = {"killed": {"low": 7, "text": "seven people"}, "category": None}
    slots = compare(record(BOMBING, **changed), BOMBING)
    assert Slot("killed", right=False, wanted="4-5", found="seven people") in slots
    assert Slot("category", right=False, wanted="bombing", found="null") in slots
