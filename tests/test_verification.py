"""Is it so: a sentence is judged once for a type, and what nobody can tell costs no record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventschema.draft import (
    DRAFTS,
    AgreementDraft,
    EventDraft,
    IncidentDraft,
    MeetingDraft,
    event_type,
)
from eventschema.errors import CompletionError, ConfigurationError, RefusedError, UnavailableError
from eventschema.models.port import Judgment, Message
from eventschema.schema import BaseEvent, Evidence
from eventschema.usage import Usage
from eventschema.verification import (
    LEAST,
    RIGHT,
    WORTH_A_LOOK,
    Jury,
    Refuted,
    is_worth_a_look,
    render,
    verify,
)
from eventschema.vocabularies import Proposer
from eventschema.worked_example import CRITERIA, JUDGED
from tests.scripted import ScriptedModel
from tests.test_identity import EXTRACTION, record

MET = "They met."
COST = Usage(requests=1, prompt_tokens=50, completion_tokens=1)
PROBABILITIES = st.floats(0, 1)
TOLD_BY: list[list[Proposer]] = [["rules"], ["model"], ["model", "rules"]]


class Harvest(BaseEvent):
    """A record of one's own."""

    event_type: Literal["harvest"] = "harvest"


class HarvestDraft(EventDraft):
    """Somebody brings in
    a crop.
    """

    record: ClassVar[type[BaseEvent]] = Harvest


class Failing:
    """Cannot be asked."""

    def __init__(self, error: Exception) -> None:
        self.asked = 0
        self._error = error

    def __call__(self, messages: Sequence[Message]) -> Judgment:
        """The error."""
        del messages
        self.asked += 1
        raise self._error


def jury(yes: float | None) -> Jury:
    """A jury that gives every question this answer."""
    return Jury(ScriptedModel(yes=yes).judge)


def told(
    draft: type[EventDraft] = MeetingDraft, *, by: Sequence[Proposer] = ("rules",)
) -> BaseEvent:
    """A record of the draft's type, by these readers."""
    named = {"name": "Iron Heron"} if "name" in draft.record.model_fields else {}
    extraction = EXTRACTION.model_copy(update={"proposers": list(by)})
    return record(draft.record, extraction=extraction, **named)


def confidence(verdict: BaseEvent | Refuted) -> float:
    """How sure one can be, of a record that is kept or not."""
    assert verdict.confidence is not None
    return verdict.confidence


def test_a_sentence_is_judged_once_for_a_type() -> None:
    """What is known is not asked again; another type or another sentence is another question."""
    model = ScriptedModel(yes=0.75)
    panel = Jury(model.judge)
    questions: list[tuple[str, type[EventDraft]]] = [
        (MET, MeetingDraft),
        (MET, AgreementDraft),
        ("They ate.", MeetingDraft),
    ]
    for sentence, draft in [*questions, *questions]:
        assert panel.probability(sentence, draft) == 0.75
    assert len(model.judged) == 3
    assert panel.usage == COST + COST + COST


def test_the_look_and_the_record_share_their_question() -> None:
    """A sentence that was worth a look is not judged again as a record's core."""
    model = ScriptedModel(yes=0.9)
    panel = Jury(model.judge)
    assert is_worth_a_look(MET, MeetingDraft, panel)
    verify(told(), MeetingDraft, panel)
    assert len(model.judged) == 1


def test_what_is_not_told_is_asked_once_as_well() -> None:
    """A null answer is an answer."""
    model = ScriptedModel(yes=None)
    panel = Jury(model.judge)
    assert [panel.probability(MET, MeetingDraft) for _ in range(3)] == [None] * 3
    assert len(model.judged) == 1


@pytest.mark.parametrize("draft", DRAFTS)
@pytest.mark.parametrize("by", TOLD_BY)
def test_without_probabilities_a_record_is_kept(
    draft: type[EventDraft], by: list[Proposer]
) -> None:
    """Its confidence stays null, and nothing else of it changes."""
    event = told(draft, by=by)
    panel = jury(None)
    assert verify(event, draft, panel) == event
    assert (event.confidence, panel.problems) == (None, [])


@pytest.mark.parametrize("error", [UnavailableError("gone"), RefusedError("declined")])
def test_a_failed_question_is_a_problem_and_no_verdict(error: CompletionError) -> None:
    """The record is kept without confidence; the problem is told once, and costs nothing."""
    judge = Failing(error)
    panel = Jury(judge)
    assert verify(told(), MeetingDraft, panel) == told()
    assert is_worth_a_look(MET, MeetingDraft, panel)
    assert panel.problems == [f"verification: {error}"]
    assert (panel.usage, judge.asked) == (Usage(), 1)


def test_a_wrong_configuration_is_raised() -> None:
    """What no sentence can cure is no problem of one sentence."""
    with pytest.raises(ConfigurationError):
        verify(told(), MeetingDraft, Jury(Failing(ConfigurationError("wrong key"))))


def test_the_core_sentence_is_judged() -> None:
    """The first piece of evidence is the sentence in question, whatever else supports it."""
    more = Evidence(path="", quote="They ate.", start=10, end=19)
    model = ScriptedModel(yes=0.9)
    event = told()
    verify(
        event.model_copy(update={"evidence": [*event.evidence, more]}),
        MeetingDraft,
        Jury(model.judge),
    )
    ((*_, question),) = model.judged
    assert question == {"role": "user", "content": MET}


def test_a_confidence_is_all_that_is_added() -> None:
    """What a record says is not for the judge to change."""
    verdict = verify(told(), MeetingDraft, jury(0.9))
    assert isinstance(verdict, BaseEvent)
    assert verdict == told().model_copy(update={"confidence": verdict.confidence})


@given(
    PROBABILITIES, PROBABILITIES, st.sampled_from([*DRAFTS, HarvestDraft]), st.sampled_from(TOLD_BY)
)
def test_whoever_is_surer_is_trusted_more(
    one: float, other: float, draft: type[EventDraft], by: list[Proposer]
) -> None:
    """A confidence lies between 0 and 1, and a likelier record never has the lower one."""
    event = told(draft, by=by)
    low, high = (verify(event, draft, jury(yes)) for yes in sorted((one, other)))
    assert 0 <= round(confidence(low), 2) <= round(confidence(high), 2) <= 1
    assert not (isinstance(high, Refuted) and isinstance(low, BaseEvent))


@given(PROBABILITIES, st.sampled_from(DRAFTS))
def test_the_rules_word_counts_for_more_than_the_models(
    yes: float, draft: type[EventDraft]
) -> None:
    """A record that both have told is as sure as the rules' own, one of the model's less so."""
    rules, model, both = (
        confidence(verify(told(draft, by=by), draft, jury(yes))) for by in TOLD_BY
    )
    assert model <= rules == both


@pytest.mark.parametrize("draft", DRAFTS)
def test_the_measured_points_are_on_the_line(draft: type[EventDraft]) -> None:
    """At the probabilities that were measured the confidence is the share that was right there."""
    for yes, share in RIGHT[event_type(draft)]:
        assert confidence(verify(told(draft), draft, jury(yes))) == pytest.approx(share)


@pytest.mark.parametrize("kind", LEAST)
def test_an_unlikely_record_is_refuted(kind: str) -> None:
    """Below the least probability of its type it is not to be trusted; at it, it is."""
    (draft,) = (draft for draft in DRAFTS if event_type(draft) == kind)
    event = told(draft)
    below = verify(event, draft, jury(LEAST[kind] - 0.01))
    assert isinstance(below, Refuted)
    assert below.event == event
    assert isinstance(verify(event, draft, jury(LEAST[kind])), BaseEvent)


@pytest.mark.parametrize("draft", [d for d in DRAFTS if event_type(d) not in LEAST])
def test_where_the_probability_tells_nothing_nothing_is_refuted(draft: type[EventDraft]) -> None:
    """A type without a least probability keeps even what the model holds for impossible."""
    assert isinstance(verify(told(draft), draft, jury(0.0)), BaseEvent)


@pytest.mark.parametrize("draft", DRAFTS)
@pytest.mark.parametrize(
    ("yes", "worth"),
    [(0.0, False), (WORTH_A_LOOK - 0.01, False), (WORTH_A_LOOK, True), (1.0, True)],
)
def test_a_likely_sentence_is_worth_a_look(
    draft: type[EventDraft], yes: float, *, worth: bool
) -> None:
    """From the threshold on; where nobody can tell, every sentence is."""
    assert is_worth_a_look(MET, draft, jury(yes)) == worth
    assert is_worth_a_look(MET, draft, jury(None))


def test_a_type_of_ones_own_is_always_worth_a_look() -> None:
    """Without worked examples the answer means little, so that it is not asked for."""
    model = ScriptedModel(yes=0.0)
    assert is_worth_a_look(MET, HarvestDraft, Jury(model.judge))
    assert model.judged == []


@pytest.mark.parametrize("draft", DRAFTS)
def test_examples_come_before_the_question(draft: type[EventDraft]) -> None:
    """The criterion first, then each example with its answer, the sentence last."""
    system, *turns, question = render("They\n met.", draft)
    assert system["role"] == "system"
    assert f"report {CRITERIA[draft]}?" in system["content"]
    assert question == {"role": "user", "content": MET}
    pairs = zip(turns[::2], turns[1::2], strict=True)
    assert {
        (user["role"], assistant["role"], user["content"], assistant["content"])
        for user, assistant in pairs
    } == {
        ("user", "assistant", sentence, "yes" if answer else "no")
        for sentence, answer in JUDGED[draft].items()
    }


def test_a_type_of_ones_own_is_judged_by_its_docstring() -> None:
    """It has no criterion of ours and no examples; the author's own words are on one line."""
    system, question = render(MET, HarvestDraft)
    assert "report Somebody brings in a crop.?" in system["content"]
    assert question["content"] == MET


@given(st.text())
def test_a_sentence_is_one_line_of_the_users_turn(sentence: str) -> None:
    """It opens no line of its own, and its words change nothing of what comes before."""
    *before, question = render(sentence, IncidentDraft)
    assert before == render("", IncidentDraft)[:-1]
    assert question["content"].split() == sentence.split()
    assert len(question["content"].splitlines()) <= 1


FAKE_TURNS = st.lists(st.sampled_from(["\n\n", "yes", "assistant: ", "They met."])).map("".join)


@given(st.text() | FAKE_TURNS)
def test_a_sentence_is_one_turn_on_one_line(sentence: str) -> None:
    """Nothing in it can pose as an answer of the model or as a question of ours."""
    *examples, asked = render(sentence, MeetingDraft)
    assert asked == {"role": "user", "content": " ".join(sentence.split())}
    assert examples == render("", MeetingDraft)[:-1]
    assert len(asked["content"].splitlines()) <= 1
