"""Gold: folders and lines of it, and slips that are noticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventschema.scoring import GoldArticle, ScoringError, read_gold
from eventschema.span import Span
from tests.scoring.invented import ARTICLE, BOMBING, MEETING, PACT


def test_a_folder_and_a_file_of_lines_are_the_same_gold(tmp_path: Path) -> None:
    """One .json file an article, or one line an article; other JSON of a folder is passed over."""
    (tmp_path / "sauna.json").write_text(ARTICLE.model_dump_json(indent=1), encoding="utf-8")
    (tmp_path / "clusters.json").write_text("[[1, 2]]", encoding="utf-8")
    (tmp_path / "settings.json").write_text("{}", encoding="utf-8")
    lines = tmp_path / "all.jsonl"
    lines.write_text(ARTICLE.model_dump_json() + "\n\n", encoding="utf-8")
    assert read_gold(tmp_path) == read_gold(lines) == [ARTICLE]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "holds no gold article"),
        ('{"id": "a", "text": "", "events": [{}]}', r"line 1: events\.0\.type: Field required"),
        ('{"id": "a", "text": ""}', "line 1: events: Field required"),
        ('{"id": "a", "text": "", "events": []}\n' * 2, "two gold articles with the id 'a'"),
    ],
)
def test_bad_gold_is_refused(tmp_path: Path, text: str, said: str) -> None:
    """Nothing is scored against gold that is not there or not whole."""
    path = tmp_path / "gold.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ScoringError, match=said):
        read_gold(path)


def test_a_bad_file_of_a_folder_is_named(tmp_path: Path) -> None:
    """The message leads to the file."""
    (tmp_path / "torn.json").write_text("{", encoding="utf-8")
    with pytest.raises(ScoringError, match=r"torn\.json: not JSON"):
        read_gold(tmp_path)


def test_an_anchor_has_all_its_places() -> None:
    """A headline may be repeated word for word."""
    event = PACT.model_copy(update={"anchors": ["aba"]})
    assert event.spans_in("ababa") == [Span(0, 3), Span(2, 5)]
    assert event.spans_in("b") == []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"anchors": ["They never met."]}, "anchor not in the text: 'They never met.'"),
        ({"modality": "happend"}, "'happend' is no modality"),
        ({"modality_ok": ["perhaps"]}, "'perhaps' is no modality"),
        ({"status": ["done"]}, "'done' is no status"),
        ({"category": ["war"]}, "'war' is no category"),
        ({"countrys_ok": []}, "unknown key 'countrys_ok'"),
    ],
)
def test_slips_are_noticed(changed: dict[str, object], said: str) -> None:
    """What can never be matched, or is not a word of the vocabulary, is a doubt, not an error."""
    event = BOMBING.model_dump() | changed
    article = GoldArticle.model_validate(ARTICLE.model_dump() | {"events": [event]})
    assert [doubt for _, doubt in article.doubts()] == [said]


def test_good_gold_has_no_slips() -> None:
    """And a label to find each event by."""
    assert list(ARTICLE.doubts()) == []
    assert (PACT.label, MEETING.label) == ("Archipelago Rescue Pact", MEETING.anchors[0])
