"""Records against gold: the laws that scores keep, and every kind of problem."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventschema.schema import ArticleReference, Evidence, Extraction, Meeting
from eventschema.scoring import GoldArticle, GoldEvent, PredictedRecord, Report, score
from eventschema.scoring.figures import Figures
from eventschema.scoring.report import Bin, Share
from tests.scoring.invented import (
    ARTICLE,
    BOMBING,
    EXERCISE,
    MEETING,
    PACT,
    TEXT,
    evidence,
    fields,
    record,
    records,
)

PEOPLE = ["Aila Rautio", "Bo Lindqvist", "Cid Moreau"]
SPURIOUS = {"evidence": [evidence(TEXT, "Nothing else was reported.")]}


@st.composite
def golds(draw: st.DrawFn) -> list[GoldArticle]:
    """Articles in which every event has a sentence of its own."""
    return [
        _article(f"a{number}", [draw(_event(i)) for i in range(draw(st.integers(0, 4)))])
        for number in range(draw(st.integers(1, 3)))
    ]


@st.composite
def _event(draw: st.DrawFn, number: int) -> GoldEvent:
    kind = draw(st.sampled_from(["meeting", "agreement", "exercise", "incident"]))
    return GoldEvent(
        type=kind,
        anchors=[f"Sentence <{number}> of the article."],
        names=[f"Pact {'ABCDE'[number] * 9}"] if kind in ("agreement", "exercise") else [],
        date=draw(st.sampled_from([[], ["2024-05"], ["2023", "2024"]])),
        people=draw(st.lists(st.sampled_from(PEOPLE), unique=True)),
        countries=draw(st.lists(st.sampled_from(["FIN", "SWE"]), unique=True)),
        places=draw(st.sampled_from([[], ["Turku"]])),
        place_country=draw(st.sampled_from([None, "FIN"])),
        modality=draw(st.sampled_from(["happened", "planned"])),
        status=["signed"],
        category=["arson"],
        killed=draw(st.sampled_from([None, 0, 7, (3, 9)])),
        optional=draw(st.booleans()),
    )


def _article(name: str, events: list[GoldEvent]) -> GoldArticle:
    text = " ".join(event.anchors[0] for event in events) + " The end."
    return GoldArticle(id=name, text=text, events=events)


def of_gold(gold: list[GoldArticle]) -> list[PredictedRecord]:
    """A right record for each event."""
    return [made for article in gold for made in records(article)]


def kinds(report: Report) -> list[str]:
    """The kinds of a report's problems."""
    return [problem.kind for problem in report.problems]


@given(golds())
def test_gold_agrees_with_itself(gold: list[GoldArticle]) -> None:
    """Records made of the gold are all right, in every slot, and no problem but a missing text."""
    report = score(gold, of_gold(gold))
    wanted = sum(not event.optional for article in gold for event in article.events)
    assert report.events == Figures(wanted, wanted, wanted, wanted)
    assert report.slot_accuracy.right == report.slot_accuracy.all
    assert set(kinds(report)) <= {"value"}


@given(golds(), st.randoms(use_true_random=False))
def test_the_order_of_records_does_not_matter(
    gold: list[GoldArticle], shuffled: random.Random
) -> None:
    """Whoever wrote them may have asked the types in another order."""
    given = of_gold(gold)
    given += [made.model_copy(update={"modality": "denied", "date": None}) for made in given]
    expected = score(gold, given)
    shuffled.shuffle(given)
    report = score(gold, given)
    assert report.as_json() == expected.as_json()
    assert sorted(map(str, report.problems)) == sorted(map(str, expected.problems))


@given(golds(), st.data())
def test_a_spurious_record_lowers_precision_only(
    gold: list[GoldArticle], data: st.DataObject
) -> None:
    """Recall and slots stay, and precision falls where there was any."""
    given = data.draw(st.permutations(of_gold(gold)))[:5]
    text = gold[0].text
    stray = PredictedRecord.model_validate(
        {"event_type": "meeting", "article": {"id": "a0"}, "evidence": [evidence(text, "The end.")]}
    )
    before, after = score(gold, given), score(gold, [*given, stray])
    assert (after.events.recall, after.slots) == (before.events.recall, before.slots)
    assert after.events.precision < before.events.precision or before.events.right == 0


def test_an_empty_prediction_finds_nothing() -> None:
    """Everything is missed, and nothing is spurious."""
    report = score([ARTICLE], [])
    assert report.events == Figures(wanted=4)
    assert kinds(report) == ["missed"] * 4


def test_an_optional_event_costs_and_earns_nothing() -> None:
    """Its record is matched all the same, and its slots count."""
    optional = ARTICLE.model_copy(
        update={"events": [PACT, MEETING.model_copy(update={"optional": True})]}
    )
    found = score([optional], [record(PACT), record(MEETING)])
    missed = score([optional], [record(PACT)])
    assert found.events == missed.events == Figures(1, 1, 1, 1)
    assert (len(found.slots), kinds(missed)) == (7, [])


def test_records_of_the_library_are_scored_as_they_are() -> None:
    """What an extractor gives needs no detour by a file."""
    sentence = MEETING.anchors[0]
    start = TEXT.index(sentence)
    meeting = Meeting(
        id="meeting-1",
        title="talks",
        modality="happened",
        evidence=[Evidence(path="", quote=sentence, start=start, end=start + len(sentence))],
        article=ArticleReference(id="sauna", published=date(2024, 6, 3), sha256="0"),
        extraction=Extraction(
            model="m", prompt_sha256="0", eventschema="0", attempts=1, proposers=["model"]
        ),
    )
    report = score([ARTICLE], [meeting])
    assert report.by_type["meeting"] == Figures(1, 1, 1, 1)
    assert report.slots["modality"] == Share(1, 1)


def test_types_are_told_apart_and_own_types_are_scored() -> None:
    """A type that nobody knows has its own row."""
    strike = PACT.model_copy(update={"type": "strike"})
    article = ARTICLE.model_copy(update={"events": [strike, EXERCISE]})
    report = score([article], [record(strike), record(BOMBING)])
    assert report.by_type == {
        "exercise": Figures(wanted=1),
        "incident": Figures(predicted=1),
        "strike": Figures(1, 1, 1, 1),
    }


def test_evidence_and_values_are_looked_up() -> None:
    """A quote stands at its offsets, a value somewhere in the text, and a record has evidence."""
    shifted = evidence(TEXT, "Bo Lindqvist") | {"start": 1, "end": 13}
    place = {"places": [{"text": "turku"}, {"text": "Oulu"}], "participants": []}
    quotes = [evidence(TEXT, MEETING.anchors[0]), shifted]
    report = score(
        [ARTICLE], [record(MEETING, evidence=quotes, **place), record(PACT, evidence=[])]
    )
    assert (report.evidence, report.values) == (Share(1, 2), Share(1, 2))
    assert (report.no_evidence, report.ungrounded) == (1, 3)
    assert kinds(report).count("evidence") == 2
    assert kinds(report).count("value") == 1


def test_forbidden_values_are_whole_ones() -> None:
    """The dateline's place is no place of an event, but a quote may hold it."""
    wrong = record(MEETING, places=[{"text": "VANTAA"}], evidence=[evidence(TEXT, TEXT)])
    right = record(MEETING, places=[{"text": "near Vantaa"}])
    assert score([ARTICLE], [wrong]).forbidden == 1
    assert score([ARTICLE], [right]).forbidden == 0
    assert "forbidden" in kinds(score([ARTICLE], [wrong]))


def test_records_without_gold_are_named_and_not_counted() -> None:
    """They are neither right nor wrong."""
    stray = record(PACT, article={"id": "elsewhere"}, evidence=[])
    report = score([ARTICLE], [stray])
    assert (report.without_gold, report.events.predicted, report.no_evidence) == (1, 0, 0)
    assert str(report.problems[-1]) == (
        "elsewhere  agreement  without gold: 'Archipelago Rescue Pact'"
    )


def test_slips_of_the_gold_are_among_the_problems() -> None:
    """An anchor that is not in the text can match nothing."""
    event = PACT.model_copy(update={"anchors": ["They never met."]})
    report = score([ARTICLE.model_copy(update={"events": [event]})], [])
    assert kinds(report) == ["doubtful_gold", "missed"]


def test_confidence_is_compared_with_the_truth() -> None:
    """By bin, and for each bin and all above it, what share of the records is right."""
    given = [
        record(MEETING, confidence=1),
        record(PACT, confidence=0.95),
        record(EXERCISE, confidence=0.5),
        record(BOMBING),
        PredictedRecord.model_validate(fields(ARTICLE, PACT) | SPURIOUS | {"confidence": 0.59}),
        PredictedRecord.model_validate(fields(ARTICLE, PACT) | SPURIOUS | {"confidence": 0.9}),
    ]
    assert score([ARTICLE], given).calibration == [
        Bin(0.5, Share(1, 2), Share(3, 5)),
        Bin(0.9, Share(2, 3), Share(2, 3)),
    ]
    assert score([ARTICLE], [record(BOMBING)]).calibration == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"modality": "denied"}, "slot: modality: wanted happened; found denied ('Arch"),
        (SPURIOUS, "spurious: 'Archipelago Rescue Pact' from 'Nothing else was reported.'"),
        ({"places": [{"text": "Oulu"}]}, "value: 'Oulu' is not in the text ('Arch"),
        ({"evidence": []}, "evidence: none ('Archipelago Rescue Pact')"),
    ],
)
def test_a_problem_says_where_and_what(changed: dict[str, object], said: str) -> None:
    """Article, type and what is wrong, in words that a text search finds."""
    problems = score([ARTICLE], [record(PACT, **changed)]).problems
    assert any(str(problem).startswith(f"sauna  agreement  {said}") for problem in problems)
