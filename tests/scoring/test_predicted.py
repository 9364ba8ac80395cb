"""Records of any tool: what is missing or null counts as empty, what is malformed is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventschema.scoring import PredictedRecord, ScoringError, read_predicted

LEAST = '{"event_type": "meeting", "article": {"id": "a"}'


def read(tmp_path: Path, text: str) -> list[PredictedRecord]:
    """The records of a file with this text."""
    path = tmp_path / "events.jsonl"
    path.write_text(text, encoding="utf-8")
    return list(read_predicted(path))


def test_type_and_article_are_enough(tmp_path: Path) -> None:
    """Null lists are empty ones, and unknown fields are nobody's business."""
    rest = ', "places": null, "participants": null, "evidence": null, "mood": 3}'
    (record,) = read(tmp_path, LEAST + rest)
    assert (record.places, record.participants, record.evidence) == ([], [], [])
    assert (record.texts, record.whole_values) == ([], [])
    assert record.label == "without evidence"


@pytest.mark.parametrize(
    ("rest", "said"),
    [
        (', "evidence": [{"quote": "x"}]}', r"line 2: evidence\.0\.start: Field required"),
        (', "confidence": 7}', "line 2: confidence: "),
        (', "places": ["Turku"]}', r"line 2: places\.0: "),
        ("", "line 2: not JSON"),
    ],
)
def test_a_malformed_line_is_named(tmp_path: Path, rest: str, said: str) -> None:
    """The number of the line, the field and the reason."""
    with pytest.raises(ScoringError, match=said):
        read(tmp_path, LEAST + "}\n" + LEAST + rest)


def test_values_that_must_stand_in_the_text(tmp_path: Path) -> None:
    """Words of the article: not codes, not EDTF; what gold may forbid has those, but no counts."""
    rest = (
        ', "name": "Pact", "date": {"text": "in May", "edtf": "2024-05"},'
        '"killed": {"text": "six"}, "places": [{"text": "Turku", "country": "FIN"}],'
        '"participants": [{"name": "Bo", "office": "envoy", "country": "SWE"}]}'
    )
    (record,) = read(tmp_path, LEAST + rest)
    assert record.texts == ["Bo", "envoy", "Turku", "in May", "six"]
    assert record.whole_values == [
        *("Pact", "Bo", "SWE", "envoy"),
        *("Turku", "FIN", "in May", "2024-05"),
    ]
