"""Which record reports which gold event."""

from __future__ import annotations

import pytest

from eventschema.scoring import GoldArticle
from eventschema.scoring.matching import match
from tests.scoring.invented import ARTICLE, BOMBING, MEETING, PACT, TEXT, evidence, record

ELSEWHERE = [evidence(TEXT, "Nothing else was reported.")]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, True),
        ({"event_type": "exercise"}, False),
        ({"evidence": ELSEWHERE}, False),
        ({"evidence": [*ELSEWHERE, evidence(TEXT, "Rescue Pact")]}, True),
        ({"evidence": []}, False),
        ({"name": "Treaty of Oulu"}, False),
        ({"name": None, "title": "the archipelago rescue pact"}, True),
        ({"name": None}, False),
    ],
)
def test_type_place_and_name_decide(changed: dict[str, object], *, expected: bool) -> None:
    """The type agrees, evidence overlaps an anchor, and a name that gold asks for is similar."""
    article = ARTICLE.model_copy(update={"events": [PACT]})
    matching = match(article, [record(PACT, **changed)])
    assert (len(matching.matches), len(matching.spurious), len(matching.missed)) == (
        (1, 0, 0) if expected else (0, 1, 1)
    )


def test_the_record_with_more_right_slots_is_matched() -> None:
    """Of two reports of one event, the other is spurious, whichever comes first."""
    good, poor = record(MEETING), record(MEETING, modality="denied", date=None)
    for given in ([good, poor], [poor, good]):
        matching = match(ARTICLE, given)
        assert [found.record for found in matching.matches] == [good]
        assert matching.spurious == [poor]


def test_the_best_pair_stands_back_for_two_good_ones() -> None:
    """One record fits two events, the other only one of them, and both are matched."""
    sentence = "A bomb went off in Kaarina, and a second in Oulu."
    both = {"type": "incident", "date": [], "modality": "happened", "category": ["bombing"]}
    first = BOMBING.model_copy(update={"anchors": ["A bomb went off in Kaarina"]})
    second = BOMBING.model_validate(both | {"anchors": ["a second in Oulu"], "places": ["Oulu"]})
    article = GoldArticle(id="two", text=sentence, events=[first, second])
    wide = record(first, article, evidence=[evidence(sentence, sentence)])
    narrow = record(first, article, killed=None)
    matching = match(article, [wide, narrow])
    assert {found.event.label for found in matching.matches} == {first.label, second.label}
