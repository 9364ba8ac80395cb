"""Valid drafts are kept; only invalid ones are asked again, and never without end."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from eventschema import completion
from eventschema.completion import Proposals, Reasks
from eventschema.draft import DRAFTS, EventDraft, IncidentDraft, MeetingDraft
from eventschema.errors import UnavailableError
from tests.scripted import ScriptedModel

GOOD = {"sentences": [1], "where": "the talks"}
BAD = {"sentences": "one", "where": "the visit"}


def nothing_wrong(draft: EventDraft) -> Sequence[str]:
    """A check that every draft passes."""
    del draft
    return []


def asked(model: ScriptedModel, *, reasks: int = 1) -> Proposals:
    """What the model proposes when it is asked for meetings."""
    return completion.complete(
        model.complete,
        [{"role": "user", "content": "?"}],
        types=[MeetingDraft],
        reasks=Reasks(reasks, nothing_wrong),
    )


def test_a_valid_draft_survives_its_invalid_neighbor() -> None:
    """What is valid in an answer is kept, whatever stands beside it."""
    model = ScriptedModel({"meeting": [GOOD, BAD, GOOD | {"where": "the call"}]})
    proposals = asked(model, reasks=0)
    assert [draft.where for draft in proposals.drafts] == ["the talks", "the call"]
    assert [invalid.said for invalid in proposals.invalid] == [BAD]


def test_a_reask_names_the_invalid_draft_and_what_to_mend() -> None:
    """The second request carries the first answer, the draft's words, the field and the reason."""
    mended = BAD | {"sentences": [2]}
    model = ScriptedModel({"meeting": [GOOD, BAD]}, {"meeting": [mended]})
    proposals = asked(model)
    assert [draft.where for draft in proposals.drafts] == ["the talks", "the visit"]
    question, answer, reask = model.asked[1]
    assert question["content"] == "?"
    assert json.loads(answer["content"]) == {"meeting": [GOOD, BAD]}
    assert (
        "the record of the sentences one: sentences: Input should be a valid list"
        in (reask["content"])
    )
    assert "the talks" not in reask["content"]
    assert "http" not in reask["content"]


def test_a_failed_check_is_asked_again_and_the_draft_kept() -> None:
    """A well-formed draft that the check refuses is reasked; grounding has the last word on it."""
    model = ScriptedModel({"meeting": [GOOD]}, {"meeting": []})
    proposals = completion.complete(
        model.complete,
        [],
        types=[MeetingDraft],
        reasks=Reasks(1, lambda draft: [f"{draft.where} is not in the article"]),
    )
    assert len(model.asked) == 2
    assert "the talks is not in the article" in model.asked[1][1]["content"]
    assert [draft.where for draft in proposals.drafts] == ["the talks"]


def test_the_same_problem_twice_ends_the_reasks() -> None:
    """A model that repeats its mistake is not asked a third time."""
    model = ScriptedModel(*[{"meeting": [BAD]}] * 5)
    proposals = asked(model, reasks=4)
    assert len(model.asked) == 2
    assert proposals.attempts == 2
    assert proposals.usage.requests == 2


def test_reasks_are_bounded() -> None:
    """Ever new mistakes end at the limit."""
    replies = [{"meeting": [BAD | {"sentences": f"number {i}"}]} for i in range(9)]
    model = ScriptedModel(*replies)
    asked(model, reasks=3)
    assert len(model.asked) == 4


@pytest.mark.parametrize("text", ["", "no json", "[1, 2", '{"meeting": 3}', "null"])
def test_an_unreadable_answer_is_said_to_be_one(text: str) -> None:
    """Text that is no JSON of the asked shape is not taken for an article without events."""
    proposals = asked(ScriptedModel(text), reasks=0)
    assert proposals.drafts == ()
    assert proposals.unread == ("the answer is not JSON of the asked shape",)


def test_a_readable_answer_heals_an_unreadable_one() -> None:
    """After a successful reask nothing counts as unread."""
    proposals = asked(ScriptedModel("oops", {"meeting": [GOOD]}))
    assert proposals.unread == ()
    assert len(proposals.drafts) == 1


def test_a_truncated_answer_keeps_its_whole_drafts() -> None:
    """A cut-off answer gives its complete drafts, is reported, and is not asked again."""
    text = json.dumps({"meeting": [GOOD, GOOD | {"where": "the call"}, GOOD]})[:-20]
    model = ScriptedModel(text, truncated=True)
    proposals = asked(model, reasks=3)
    assert [draft.where for draft in proposals.drafts] == ["the talks", "the call"]
    assert proposals.unread == ("the answer was cut off",)
    assert len(model.asked) == 1


def test_more_records_than_the_grammar_allows_are_all_kept() -> None:
    """The bounds of the asked schema stop loops; they invalidate nothing that was said."""
    many = [GOOD | {"where": f"call {i}"} for i in range(completion.MAX_RECORDS + 30)]
    assert len(asked(ScriptedModel({"meeting": many})).drafts) == len(many)


def test_the_grammar_has_the_bound_that_is_asked_for() -> None:
    """A small model stops at it; a list that is longer all the same is read whole."""
    schema = completion.answer_type([MeetingDraft], most=3).model_json_schema()
    assert schema["properties"]["meeting"]["maxItems"] == 3
    whole = completion.answer_type([MeetingDraft]).model_json_schema()
    assert whole["properties"]["meeting"]["maxItems"] == completion.MAX_RECORDS
    model = ScriptedModel({"meeting": [GOOD | {"where": f"call {i}"} for i in range(4)]})
    proposals = completion.complete(
        model.complete, [], types=[MeetingDraft], most=3, reasks=Reasks(0, nothing_wrong)
    )
    assert len(proposals.drafts) == 4


def test_transport_errors_pass_through() -> None:
    """The stage adds no loop of its own around a failing endpoint."""
    model = ScriptedModel(UnavailableError("gone"))
    with pytest.raises(UnavailableError, match="gone"):
        asked(model, reasks=3)
    assert len(model.asked) == 1


def test_every_field_is_asked_for() -> None:
    """All properties are required and in their order, at every depth, and none has a default."""
    schema = completion.answer_type(DRAFTS).model_json_schema()
    for described in [schema, *schema["$defs"].values()]:
        assert described["required"] == list(described["properties"])
        assert all(
            "default" not in p and "title" not in p for p in described["properties"].values()
        )


def test_several_types_are_told_apart_in_one_answer() -> None:
    """In a single pass each type has its own list."""
    model = ScriptedModel({"incident": [GOOD], "meeting": [GOOD]})
    proposals = completion.complete(
        model.complete, [], types=[MeetingDraft, IncidentDraft], reasks=Reasks(0, nothing_wrong)
    )
    assert [type(draft) for draft in proposals.drafts] == [MeetingDraft, IncidentDraft]


def test_a_word_of_no_vocabulary_is_left_out_alone() -> None:
    """An unknown role, category or domain costs its own field, not the record, and is told."""
    said = GOOD | {
        "modality": "perhaps",
        "format": "picnic",
        "participants": [{"name": "A", "role": "guest"}, {"name": "B", "role": "host"}],
    }
    (draft,) = asked(ScriptedModel({"meeting": [said]}), reasks=0).drafts
    assert isinstance(draft, MeetingDraft)
    assert (draft.modality, draft.format) == (None, None)
    assert [(p.name, p.role) for p in draft.participants] == [("A", None), ("B", "host")]
    assert [(w.path, w.value, w.reason) for w in draft.unknown_words] == [
        ("/modality", "perhaps", "not_allowed"),
        ("/participants/0/role", "guest", "not_allowed"),
        ("/format", "picnic", "not_allowed"),
    ]


@pytest.mark.parametrize("around", ["```json\n{}\n```", "Here you are:\n{}\nAnything else?"])
def test_an_answer_in_a_fence_is_read(around: str) -> None:
    """A code fence or a sentence around the JSON costs no drafts."""
    text = around.replace("{}", json.dumps({"meeting": [GOOD, BAD]}))
    proposals = asked(ScriptedModel(text), reasks=0)
    assert [draft.where for draft in proposals.drafts] == ["the talks"]
    assert len(proposals.invalid) == 1
    assert proposals.unread == ()
