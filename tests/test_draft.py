"""What the model fills in is as loose as its words, and as closed as its vocabularies."""

from __future__ import annotations

from typing import get_args

import pytest
from pydantic import BaseModel, ValidationError

from eventschema.draft import (
    DRAFTS,
    RECORD_FIELD,
    AgreementDraft,
    EventDraft,
    ExerciseDraft,
    NamedDraft,
    event_type,
)
from eventschema.schema import BaseEvent, Event


def said(draft: type[EventDraft], **fields: object) -> dict[str, object]:
    """The least that makes a draft, and these fields."""
    least = {"sentences": [1], "name": "Iron Heron Accord"}
    return {name: least[name] for name in least if name in draft.model_fields} | fields


def models_in(annotation: object) -> list[type[BaseModel]]:
    """The models inside an annotation."""
    if isinstance(annotation, type):
        return [annotation] if issubclass(annotation, BaseModel) else []
    return [model for inner in get_args(annotation) for model in models_in(inner)]


def test_the_drafts_are_those_of_the_built_in_events() -> None:
    """One draft for each record type of the union, in the order in which they are asked."""
    assert {draft.record for draft in DRAFTS} == set(get_args(get_args(Event)[0]))
    assert [event_type(draft) for draft in DRAFTS] == [
        "meeting",
        "agreement",
        "exercise",
        "incident",
    ]


@pytest.mark.parametrize("draft", DRAFTS)
def test_every_drafted_field_has_a_place_in_the_record(draft: type[EventDraft]) -> None:
    """What the model is asked is kept: under its own name, or as date or places."""
    for name in set(draft.model_fields) - {"sentences"}:
        assert RECORD_FIELD.get(name, name) in draft.record.model_fields


@pytest.mark.parametrize("draft", DRAFTS)
def test_a_participant_is_drafted_like_it_is_recorded(draft: type[EventDraft]) -> None:
    """The fields of a draft's participants are fields of the record's."""
    (drafted,) = models_in(draft.model_fields["participants"].annotation)
    (recorded,) = models_in(draft.record.model_fields["participants"].annotation)
    assert set(drafted.model_fields) <= set(recorded.model_fields)


@pytest.mark.parametrize("draft", DRAFTS)
def test_code_computes_what_the_model_is_never_asked(draft: type[EventDraft]) -> None:
    """Dates, codes, offsets, confidences and ids are no fields of a draft."""
    computed = {"date", "edtf", "start", "end", "confidence", "id", "evidence", "kind", "mentions"}
    assert computed.isdisjoint(draft.model_fields)
    (participant,) = models_in(draft.model_fields["participants"].annotation)
    assert computed.isdisjoint(participant.model_fields)


@pytest.mark.parametrize("draft", DRAFTS)
def test_a_draft_needs_no_more_than_its_sentences(draft: type[EventDraft]) -> None:
    """Absence is cheap: everything but the sentences and the name has a default."""
    made = draft.model_validate(said(draft))
    assert made.model_dump(exclude_defaults=True) == said(draft)
    for field in said(draft):
        with pytest.raises(ValidationError, match=field):
            draft.model_validate({k: v for k, v in said(draft).items() if k != field})


@pytest.mark.parametrize("draft", DRAFTS)
def test_long_answers_and_extra_fields_are_still_valid(draft: type[EventDraft]) -> None:
    """The bounds of the asked schema guide the model; they invalidate nothing it said."""
    much = said(draft, sentences=[*range(1, 50)], where="w" * 5000, comment="hm")
    assert len(draft.model_validate(much).where or "") == 5000


@pytest.mark.parametrize("draft", DRAFTS)
def test_words_outside_a_vocabulary_make_no_draft(draft: type[EventDraft]) -> None:
    """A closed field refuses other words, so that they can be asked again."""
    with pytest.raises(ValidationError, match="modality"):
        draft.model_validate(said(draft, modality="maybe"))


@pytest.mark.parametrize("draft", DRAFTS)
def test_the_guideline_is_written_for_the_model(draft: type[EventDraft]) -> None:
    """Each type defines itself in its own words, and briefly: tokens are the cost."""
    guideline = vars(draft).get("__doc__") or ""
    assert 5 < len(guideline.split()) < 60


@pytest.mark.parametrize(
    ("draft", "name", "named"),
    [
        (AgreementDraft, "Isonzo Water Protocol", True),
        (AgreementDraft, "the ceasefire", True),
        (AgreementDraft, "IWPA", True),
        (AgreementDraft, "the IWPA", True),
        (AgreementDraft, "iwpa", False),
        (AgreementDraft, "IWPA fish", False),
        (AgreementDraft, "a pact was signed", False),
        (AgreementDraft, "friendship and cooperation", False),
        (AgreementDraft, "an accord that the two sides said they would sign in the autumn", False),
        (ExerciseDraft, "Iron Heron 4", True),
        (ExerciseDraft, "iron heron", False),
        (ExerciseDraft, "the Heron exercise", True),
        (ExerciseDraft, "a joint exercise near Graz", False),
        (ExerciseDraft, "", False),
        (ExerciseDraft, " ".join(["Heron"] * 12), True),
        (ExerciseDraft, " ".join(["Heron"] * 13), False),
    ],
)
def test_agreements_and_exercises_have_names(
    draft: type[NamedDraft], name: str, *, named: bool
) -> None:
    """An agreement is named by an instrument's noun, an exercise by a proper name, no clause."""
    assert draft.model_validate({"sentences": [1], "name": name}).is_named() == named


@pytest.mark.parametrize("draft", DRAFTS)
def test_a_draft_has_a_name_where_its_record_has(draft: type[EventDraft]) -> None:
    """The record's `name` is required, so the draft must be one that is asked for it."""
    assert issubclass(draft, NamedDraft) == ("name" in draft.record.model_fields)


def test_a_type_of_ones_own_is_known_by_its_record() -> None:
    """The event type is the record's literal."""

    class Report(BaseEvent):
        """Anything."""

        event_type: str = "report"

    class ReportDraft(EventDraft):
        """Anything."""

        record = Report

    assert event_type(ReportDraft) == "report"
