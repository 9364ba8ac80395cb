"""Valid drafts are kept; only invalid ones are asked again, and never without end."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from eventschema import completion
from eventschema.answer import MAX_RECORDS, answer_type
from eventschema.completion import Proposals, Reasks
from eventschema.draft import DRAFTS, AgreementDraft, EventDraft, IncidentDraft, MeetingDraft
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


@pytest.mark.parametrize("text", ["no json", "[1, 2", '{"meeting": 3}', "null", '{"talks": 1}'])
def test_an_unreadable_answer_is_said_to_be_one(text: str) -> None:
    """Text that is no JSON of the asked shape is not taken for an article without events."""
    proposals = asked(ScriptedModel(text), reasks=0)
    assert proposals.drafts == ()
    assert proposals.unread == (f"the answer is not JSON of the asked shape: {text}",)


def test_an_unreadable_answer_is_quoted_in_brief() -> None:
    """Its first words tell what kind of answer it is: an apology, a question, a page."""
    text = "I'm sorry,\nI can't " + "help " * 100
    (unread,) = asked(ScriptedModel(text), reasks=0).unread
    assert "I'm sorry, I can't help" in unread
    assert unread.endswith("...")
    assert len(unread) < 140


@pytest.mark.parametrize("text", ["", " \n" * 9])
def test_an_empty_answer_is_said_to_be_one(text: str) -> None:
    """Blanks are no answer, and are not quoted to the model that said them."""
    model = ScriptedModel(text, text)
    assert asked(model).unread == ("the answer is empty",)
    assert [message["role"] for message in model.asked[1]] == ["user", "user"]


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
    many = [GOOD | {"where": f"call {i}"} for i in range(MAX_RECORDS + 30)]
    assert len(asked(ScriptedModel({"meeting": many})).drafts) == len(many)


def test_the_grammar_has_the_bound_that_is_asked_for() -> None:
    """A small model stops at it; a list that is longer all the same is read whole."""
    schema = answer_type([MeetingDraft], most=3).model_json_schema()
    assert schema["properties"]["meeting"]["maxItems"] == 3
    whole = answer_type([MeetingDraft]).model_json_schema()
    assert whole["properties"]["meeting"]["maxItems"] == MAX_RECORDS
    model = ScriptedModel({"meeting": [GOOD | {"where": f"call {i}"} for i in range(4)]})
    proposals = completion.complete(
        model.complete, [], types=[MeetingDraft], most=3, reasks=Reasks(0, nothing_wrong)
    )
    assert len(proposals.drafts) == 4


BAD_PACT = {"sentences": "one", "name": "Isonzo Water Protocol"}


@pytest.mark.parametrize(
    ("again", "left"),
    [
        (BAD_PACT | {"sentences": [2]}, []),
        (BAD_PACT | {"sentences": "two"}, ["two"]),
        ({"sentences": [2], "name": "Brana Gas Protocol"}, ["one"]),
    ],
    ids=["mended", "still invalid", "another"],
)
def test_a_mended_draft_takes_the_place_of_the_invalid_one(
    again: dict[str, object], left: list[str]
) -> None:
    """What a reask brings again, valid or not, is not listed as invalid beside it."""
    model = ScriptedModel({"agreement": [BAD_PACT]}, {"agreement": [again]})
    proposals = completion.complete(
        model.complete, [], types=[AgreementDraft], reasks=Reasks(1, nothing_wrong)
    )
    said = [each.said["sentences"] for each in proposals.invalid if isinstance(each.said, dict)]
    assert said == left


def test_a_draft_without_a_name_is_mended_by_its_sentences() -> None:
    """Where no name tells that two drafts are the same, their sentences do."""
    nameless = {"sentences": [2], "name": None}
    model = ScriptedModel(
        {"agreement": [nameless]}, {"agreement": [nameless | {"name": "Brana Gas Protocol"}]}
    )
    proposals = completion.complete(
        model.complete, [], types=[AgreementDraft], reasks=Reasks(1, nothing_wrong)
    )
    assert proposals.invalid == ()
    assert len(proposals.drafts) == 1


def test_a_failed_reask_costs_no_draft() -> None:
    """The endpoint may fail between an answer and its mending: what was valid is kept."""
    model = ScriptedModel({"meeting": [GOOD, BAD]}, UnavailableError("gone"))
    proposals = asked(model)
    assert [draft.where for draft in proposals.drafts] == ["the talks"]
    assert [invalid.said for invalid in proposals.invalid] == [BAD]
    assert proposals.unread == ("asked again: gone",)


def test_transport_errors_pass_through() -> None:
    """The stage adds no loop of its own around a failing endpoint."""
    model = ScriptedModel(UnavailableError("gone"))
    with pytest.raises(UnavailableError, match="gone"):
        asked(model, reasks=3)
    assert len(model.asked) == 1


def test_every_field_is_asked_for() -> None:
    """All properties are required and in their order, at every depth, and none has a default."""
    schema = answer_type(DRAFTS).model_json_schema()
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


def test_a_shape_is_made_once() -> None:
    """The same types and bound are the same shape, whose schema is not worked out again."""
    shape = answer_type([MeetingDraft], most=3)
    assert answer_type((MeetingDraft,), most=3) is shape
    assert answer_type([MeetingDraft], most=4) is not shape
    assert shape.model_json_schema() is shape.model_json_schema()
