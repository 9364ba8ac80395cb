"""The command `score`: a table or JSON, a list of errors, a sample, an exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from eventschema.scoring import GoldArticle, ScoringError
from eventschema.scoring.command import draw, score
from tests.scoring.invented import ARTICLE, PACT, incident, record

app = typer.Typer()
app.command()(score)


def run(*arguments: object) -> Result:
    """How the command ended."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Gold of three articles."""
    articles = [GoldArticle(**ARTICLE.model_dump() | {"id": name}) for name in ("a", "b", "c")]
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(a.model_dump_json() for a in articles), encoding="utf-8")
    return path


@pytest.fixture
def predicted(tmp_path: Path) -> Path:
    """All records of one article, and one of an article without gold."""
    made = [record(event, article={"id": "a"}) for event in ARTICLE.events]
    made.append(record(PACT, article={"id": "elsewhere"}))
    path = tmp_path / "events.jsonl"
    path.write_text("\n".join(json.dumps(each.model_dump()) for each in made), encoding="utf-8")
    return path


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """MUC gold of one document."""
    path = tmp_path / "muc.jsonl"
    row = {"doc_id": "d1", "templates": [{"incident_type": "bombing", "victim": [["Ilo"]]}]}
    path.write_text(json.dumps(row), encoding="utf-8")
    return path


def test_a_table_is_printed(gold: Path, predicted: Path) -> None:
    """And nothing else, unless it is asked for."""
    ended = run(gold, predicted)
    assert (ended.exit_code, ended.stderr) == (0, "")
    assert "all                  1.000    0.333    0.500       4         0       8" in ended.stdout
    assert "missed: " not in ended.stdout


def test_errors_are_listed_on_demand(gold: Path, predicted: Path) -> None:
    """One a line, below the table, or in the JSON."""
    listed = run(gold, predicted, "--errors").stdout.splitlines()
    told = json.loads(run(gold, predicted, "--errors", "--json").stdout)
    assert listed[-1].startswith("elsewhere  agreement  without gold: ")
    assert told["errors"] == listed[-len(told["errors"]) :]
    assert len([line for line in told["errors"] if "  missed: " in line]) == 8


def test_json_is_the_report(gold: Path, predicted: Path) -> None:
    """Without the errors and the sample, unless they are asked for."""
    told = json.loads(run(gold, predicted, "--json").stdout)
    assert told["events"]["recall"] == 0.3333
    assert not {"errors", "sample"} & set(told)


def test_a_sample_leaves_out_articles_and_their_records(gold: Path, predicted: Path) -> None:
    """The ids are told; a record of an article that was not drawn is not a stray."""
    told = json.loads(run(gold, predicted, "--sample", 2, "--json").stdout)
    assert (told["articles"], told["without_gold"], len(told["sample"])) == (2, 1, 2)
    assert f"sample of 2: {' '.join(told['sample'])}" in run(gold, predicted, "--sample", 2).stdout


def test_templates_are_scored(templates: Path, tmp_path: Path) -> None:
    """Against records, with errors."""
    path = tmp_path / "events.jsonl"
    bombing = incident([{"name": "Mayor", "role": "victim", "kind": "person"}])
    path.write_text(bombing.model_dump_json(), encoding="utf-8")
    ended = run("--muc", templates, path, "--errors")
    assert "CEAF-REE micro       0.500" in ended.stdout
    assert ended.stdout.splitlines()[-1] == "d1  bombing  victim wrong: 'mayor'"
    told = json.loads(run("--muc", templates, path, "--json", "--sample", 1).stdout)
    assert (told["ceaf_ree"]["f1"], told["sample"]) == (0.5, ["d1"])


def test_wrong_input_is_an_error(gold: Path, tmp_path: Path) -> None:
    """The command line makes exit code 2 of it."""
    path = tmp_path / "events.jsonl"
    path.write_text("{}", encoding="utf-8")
    ended = run(gold, path)
    assert isinstance(ended.exception, ScoringError)
    assert run(gold, path, "--sample", 0).exit_code == 2


@given(
    st.sets(st.text(alphabet="abc", max_size=4)), st.none() | st.integers(1, 9), st.integers(0, 3)
)
def test_a_sample_is_drawn_alike_everywhere(ids: set[str], size: int | None, seed: int) -> None:
    """Of the wanted size, in any order of ids, and part of the larger sample of its seed."""
    drawn, left_out = draw(ids, size, seed=seed)
    assert drawn | left_out == ids
    assert not drawn & left_out
    assert len(drawn) == (len(ids) if size is None else min(size, len(ids)))
    assert draw(sorted(ids, reverse=True), size, seed=seed) == (drawn, left_out)
    assert size is None or drawn <= draw(ids, size + 1, seed=seed)[0]


def test_seeds_draw_other_samples() -> None:
    """Else a seed would be no seed."""
    ids = [str(number) for number in range(100)]
    assert draw(ids, 10, seed=0) != draw(ids, 10, seed=1)
