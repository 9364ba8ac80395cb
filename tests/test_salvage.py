"""Whatever a model says, the records in it are read, and nothing is raised."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventschema import completion
from eventschema.answer import InvalidDraft
from eventschema.completion import Proposals, Reasks
from eventschema.draft import (
    DRAFTS,
    AgreementDraft,
    EventDraft,
    IncidentDraft,
    MeetingDraft,
    event_type,
)
from eventschema.salvage import MOST_STARTS, Salvage, salvage
from tests.scripted import ScriptedModel

PACT = {"sentences": [1], "name": "Isonzo Water Protocol", "instrument": "protocol"}
OTHER = {"sentences": [2], "name": "Brana Gas Protocol", "instrument": "protocol"}
DRILL = {"sentences": [3], "name": "Tide Lantern", "series": "Tide"}
TALKS = {"sentences": [4], "where": "Graz", "participants": [{"name": "Hella Oduya"}]}
PACTS = {"agreement": [PACT, OTHER]}


def read(said: object, types: Sequence[type[EventDraft]] = (AgreementDraft,)) -> Salvage:
    """What is salvaged of a text, or of the JSON of a value."""
    text = said if isinstance(said, str) else json.dumps(said)
    return salvage(text, types, truncated=False)


def named(salvaged: Salvage) -> list[str]:
    """The names, or else the places, of the valid drafts."""
    return [
        str(getattr(draft, "name", draft.where))
        for draft in salvaged.drafts
        if isinstance(draft, EventDraft)
    ]


def invalid(salvaged: Salvage) -> list[object]:
    """What was said where a draft belongs."""
    return [draft.said for draft in salvaged.drafts if isinstance(draft, InvalidDraft)]


BOTH = ["Isonzo Water Protocol", "Brana Gas Protocol"]


@pytest.mark.parametrize(
    "said",
    [
        f"```json\n{json.dumps(PACTS)}\n```",
        f"Here you are:\n{json.dumps(PACTS)}\nAnything else?",
        f'In {{short}} and {{"so on"}}, {{}} is:\n{json.dumps(PACTS)}',
        f"{json.dumps({'agreement': [PACT]})}\nand also\n{json.dumps({'agreement': [OTHER]})}",
        f"{json.dumps(PACT)}\n{json.dumps(OTHER)}\n",
        [PACT, OTHER],
        {"events": [PACT, OTHER]},
        {"events": PACTS},
        {"answer": {"events": PACTS}, "note": "as asked"},
        {"agreement": [PACT], "treaties": [OTHER]},
        {"agreement": [PACT, OTHER], "verdict": [{"text": "yes"}]},
        {"agreement": [PACT, OTHER], "exercise": [DRILL]},
        json.dumps(PACTS).replace("Water", "Wa\tter").replace("\\t", "\t"),
    ],
    ids=[
        "fence", "prose", "braces before", "two objects", "lines", "bare list", "wrapped list",
        "wrapped", "wrapped twice", "two keys", "another list", "another type", "control character",
    ],
)  # fmt: skip
def test_what_stands_around_the_records_costs_none(said: object) -> None:
    """A fence, prose, a wrapper, a wrong key, a missing key: the records are the same."""
    salvaged = read(said)
    assert [name.replace("\t", "") for name in named(salvaged)] == BOTH
    assert invalid(salvaged) == []
    assert salvaged.whole


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ([PACT, DRILL], "agreement exercise"),
        ([TALKS | {"event_type": "meeting"}], "meeting"),
        ([TALKS | {"type": "Incident"}], "incident"),
        ({"events": [DRILL, TALKS | {"type": "meeting"}]}, "exercise meeting"),
        ({"meeting": [TALKS], "treaties": [PACT]}, "meeting agreement"),
        (DRILL, "exercise"),
    ],
    ids=["fields", "event_type", "type", "wrapped", "wrong key", "one record"],
)
def test_a_record_tells_its_type(said: object, kinds: str) -> None:
    """By a word, or by fields that only one type has."""
    found = [draft for draft in read(said, DRAFTS).drafts if isinstance(draft, EventDraft)]
    assert [event_type(type(draft)) for draft in found] == kinds.split()


def test_a_record_that_does_not_tell_its_type_is_invalid() -> None:
    """It is neither guessed at nor lost: it can be asked again."""
    salvaged = read([PACT, TALKS], [AgreementDraft, MeetingDraft, IncidentDraft])
    assert named(salvaged) == ["Isonzo Water Protocol"]
    assert invalid(salvaged) == [TALKS]


def test_records_of_a_type_that_was_not_asked_are_left_alone() -> None:
    """They are no records of the asked type, whatever they look like."""
    lists = {"meeting": [TALKS], "incident": [{"sentences": [1], "where": "Udine"}]}
    assert named(read(lists, [MeetingDraft])) == ["Graz"]
    assert named(read([TALKS | {"event_type": "incident"}, TALKS], [MeetingDraft])) == ["Graz"] * 2
    assert not read({"incident": [TALKS]}, [MeetingDraft]).whole


@pytest.mark.parametrize(
    "said", ["", "none", "null", "3", "[1, 2]", '["a"]', '{"agreement": 3}', {"error": "busy"},
             {"items": [], "n": 0}, {"treaties": [{"title": "?"}]}, "{", "[[[[", '{"agreement": ['],
)  # fmt: skip
def test_what_is_no_answer_is_no_empty_one(said: object) -> None:
    """Only an empty list, or an empty object, says that there is nothing."""
    assert read(said) == Salvage([], whole=False)


@pytest.mark.parametrize("said", [[], {}, {"events": []}, {"agreement": None}, {"agreement": []}])
def test_an_empty_answer_says_that_there_is_nothing(said: object) -> None:
    """In whichever form it says so."""
    assert read(said) == Salvage([], whole=True)


@pytest.mark.parametrize(
    "text",
    [
        json.dumps({"agreement": [PACT, {"sentences": [9], "name": "X"}, OTHER]}).replace(
            '"X"', 'the "X" Protocol'
        ),
        json.dumps(PACTS)[:-2],
        json.dumps(PACTS).replace("}, {", "} {"),
    ],
    ids=["quotes in a quote", "no end", "no comma"],
)
def test_broken_json_costs_what_is_broken_alone(text: str) -> None:
    """The other records are kept, and the answer is known not to be whole."""
    salvaged = read(text)
    assert named(salvaged) == BOTH
    assert not salvaged.whole


def test_a_lone_surrogate_harms_nobody() -> None:
    """What is read can be written as UTF-8."""
    salvaged = read("```\n" + json.dumps(PACTS).replace("Gas", "G\\ud800s"))
    assert named(salvaged) == ["Isonzo Water Protocol", "Brana G?s Protocol"]


@pytest.mark.parametrize(
    "text",
    ['{"agreement": ' + "[" * 100_000, '{"a":' * 100_000, "[{" * 100_000, '{"a":1' * 100_000],
)
@pytest.mark.parametrize("truncated", [True, False])
def test_nesting_without_end_ends(text: str, *, truncated: bool) -> None:
    """Neither the stack nor the time is used up."""
    assert not salvage(text, [AgreementDraft], truncated=truncated).whole


def test_the_search_has_an_end() -> None:
    """After so many false starts, nobody would call it an answer."""
    assert named(read('{"' * (MOST_STARTS - 1) + json.dumps(PACTS))) == BOTH
    assert not read('{"' * MOST_STARTS + json.dumps(PACTS)).whole


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["meeting", "agreement", "sentences", "name", "events", "type", "x"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)
PIECES = st.sampled_from(
    [*'{}[]",: \n', "```", '{"meeting": [', '{"sentences": [1], "name": "A"', "null", "\ud800", "x"]
)
TEXTS = st.text() | st.lists(PIECES, max_size=30).map("".join) | VALUES.map(json.dumps)


@settings(max_examples=400)
@given(text=TEXTS, truncated=st.booleans(), types=st.sampled_from([DRAFTS, (AgreementDraft,)]))
def test_any_text_is_read_without_an_error(
    text: str, *, truncated: bool, types: Sequence[type[EventDraft]]
) -> None:
    """Every reply ends as drafts, as invalid ones, or as unread; reasks and all."""
    model = ScriptedModel(text, text, truncated=truncated)
    proposals = asked(model, types)
    assert proposals.attempts <= 2
    assert bool(proposals.unread) >= truncated
    json.dumps([draft.said for draft in proposals.invalid], ensure_ascii=False).encode()


def asked(model: ScriptedModel, types: Sequence[type[EventDraft]]) -> Proposals:
    """What is proposed with one reask."""
    return completion.complete(model.complete, [], types=types, reasks=Reasks(1, lambda _draft: []))


NAMES = st.lists(
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=12), min_size=1, max_size=5
)
WRAPPERS = st.sampled_from(["{}", "```json\n{}\n```", '{"answer": {}}', "As {asked}: {}"])


@settings(max_examples=200)
@given(names=NAMES, wrapper=WRAPPERS, data=st.data())
def test_every_record_before_the_cut_is_kept(
    names: list[str], wrapper: str, data: st.DataObject
) -> None:
    """Wherever an answer is cut off: the complete records are read, and none that is not."""
    records = [
        {"sentences": [1], "name": name, "participants": [{"name": "A"}, {"name": "B"}]}
        for name in names
    ]
    whole = wrapper.replace("{}", json.dumps({"agreement": records}, ensure_ascii=False))
    cut = data.draw(st.integers(0, len(whole)))
    text = whole[:cut]
    end, complete = 0, []
    for record in records:
        said = json.dumps(record, ensure_ascii=False)
        end = whole.index(said, end) + len(said)
        complete += [record["name"]] if end <= cut else []
    salvaged = salvage(text, [AgreementDraft], truncated=True)
    assert named(salvaged) == complete
    assert invalid(salvaged) == []
    proposals = asked(ScriptedModel(text, truncated=True), [AgreementDraft])
    assert proposals.unread == ("the answer was cut off",)
