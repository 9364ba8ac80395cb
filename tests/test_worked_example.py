"""The example in the prompt is itself a correct answer, and unmistakably invented."""

from __future__ import annotations

import itertools
import re
from datetime import date
from importlib import metadata

import pytest

from eventschema import grounding, normalization
from eventschema.article import Article
from eventschema.draft import (
    DRAFTS,
    AgreementDraft,
    EventDraft,
    ExerciseDraft,
    event_type,
)
from eventschema.grounded import GroundedDraft
from eventschema.quotation import Passage
from eventschema.schema import BaseEvent, Extraction
from eventschema.span import Span
from eventschema.worked_example import ANSWERS, CRITERIA, JUDGED, SENTENCES

LINES = list(SENTENCES.values())
TEXT = "\n".join(LINES)
_ENDS = list(itertools.accumulate(len(sentence) + 1 for sentence in LINES))
SPANS = [Span(end - 1 - len(s), end - 1) for s, end in zip(LINES, _ENDS, strict=True)]
EXAMPLES = [draft for drafts in ANSWERS.values() for draft in drafts]


def label(draft: EventDraft) -> str:
    """The draft's type and sentences, for the test report."""
    return f"{event_type(type(draft))} {draft.sentences}"


def grounded(draft: EventDraft) -> GroundedDraft:
    """The draft, found in the example's article."""
    found = grounding.ground(draft, Passage(TEXT, SPANS), SPANS)
    assert isinstance(found, GroundedDraft), found
    return found


def recorded(draft: EventDraft) -> BaseEvent:
    """The record that the draft becomes."""
    extraction = Extraction(
        model="m",
        prompt_sha256="",
        eventschema=metadata.version("eventschema"),
        attempts=1,
        proposers=["model"],
    )
    day = date(2024, 1, 31)
    article = Article(text=TEXT, published=day)
    return normalization.normalize(grounded(draft), article, extraction, reference=day)


def test_the_sentences_are_numbered_from_one() -> None:
    """The example is numbered as an article is."""
    assert list(SENTENCES) == list(range(1, len(SENTENCES) + 1))


def test_every_built_in_type_has_its_answer() -> None:
    """A type that the example left out would be taken for one without events."""
    assert set(ANSWERS) == set(DRAFTS)
    assert all(ANSWERS.values())
    assert all(type(draft) is kind for kind in ANSWERS for draft in ANSWERS[kind])


@pytest.mark.parametrize("draft", EXAMPLES, ids=label)
def test_the_answers_pass_the_checks_that_they_teach(draft: EventDraft) -> None:
    """Each stands in the article word for word, and leaves nothing to warn of."""
    found = grounded(draft)
    assert found.warnings == ()
    if isinstance(draft, AgreementDraft | ExerciseDraft):
        assert draft.is_named()


@pytest.mark.parametrize("draft", EXAMPLES, ids=label)
def test_the_cited_sentences_report_the_event(draft: EventDraft) -> None:
    """Each cited sentence is the support of the record, and one of them shows a sign of it."""
    cited = {SENTENCES[number] for number in draft.sentences}
    assert {quote.text for quote in grounded(draft).support} == cited
    assert draft.signs is not None
    assert any(draft.signs.search(sentence) for sentence in cited)


@pytest.mark.parametrize("draft", EXAMPLES, ids=label)
def test_the_answers_become_records(draft: EventDraft) -> None:
    """Their dates and counts can be read, and their participants are names."""
    record = recorded(draft)
    unreadable = [w for w in record.warnings if not w.path.startswith("/participants")]
    assert unreadable == []
    assert record.event_type == event_type(type(draft))
    assert record.date is not None
    assert record.date.edtf is not None
    drafted = len(draft.participants) if hasattr(draft, "participants") else 0
    assert len(record.participants) == drafted


def test_no_name_of_the_example_can_pass_for_news() -> None:
    """Every name in the answers has a word in it that says it is made up."""
    invented = re.compile("Placeholder|Example|Sampl|Specimen|Dummy")
    people = [p.name for d in EXAMPLES for p in getattr(d, "participants", [])]
    places = [d.where for d in EXAMPLES if d.where]
    titles = [d.name for d in EXAMPLES if isinstance(d, AgreementDraft | ExerciseDraft)]
    spoken = [*people, *places, *titles]
    assert len(spoken) > 8
    assert [name for name in spoken if not invented.search(name)] == []


@pytest.mark.parametrize("kind", DRAFTS)
def test_every_built_in_type_has_its_verdicts(kind: type[EventDraft]) -> None:
    """The yes/no question is asked with a criterion and as many examples of yes as of no."""
    assert kind in CRITERIA
    verdicts = list(JUDGED[kind].values())
    assert verdicts.count(True) == verdicts.count(False) > 1


def test_no_name_of_a_verdict_can_pass_for_news() -> None:
    """Beside months and days, every capital inside a sentence begins an invented name."""
    invented = re.compile("Placeholder|Exampl|Sampl|Specimen|Dummy")
    calendar = re.compile("Tuesday|Wednesday|Friday|April")
    sentences = [sentence for judged in JUDGED.values() for sentence in judged]
    name = re.compile(r"(?:\b[A-Z]\w+ ?){2,}|(?<=[a-z] )[A-Z]\w+")
    runs = [run for sentence in sentences for run in name.findall(sentence)]
    assert len(runs) > 8
    assert [run for run in runs if not invented.search(run) and not calendar.search(run)] == []
