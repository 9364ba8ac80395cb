"""Where a run writes is settled before it begins, and what lies there is not destroyed."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from eventschema import Extractor
from eventschema.article import Article, Unreadable
from eventschema.errors import ArticleError, ConfigurationError, SinkError
from eventschema.outcome import Status
from eventschema.running.destination import Destination
from eventschema.running.progress import RunProgress
from eventschema.sinks.files import FileSink, RunFiles
from eventschema.sinks.recovery import file_sink
from eventschema.sinks.streams import StreamSink
from tests.scripted import ScriptedModel
from tests.sinks.made import outcome

NULL = Path("/dev/null")
STATUSES: tuple[Status, ...] = ("ok", "failed", "empty")


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Where records go."""
    return tmp_path / "events.jsonl"


def quiet() -> tuple[RunProgress, io.StringIO]:
    """A progress, and what it prints."""
    said = io.StringIO()
    return RunProgress(console=Console(file=said)), said


def test_a_file_has_its_run_beside_it(output: Path) -> None:
    """Rejected records, journal and answers; rejected ones elsewhere where they are wanted."""
    beside = Destination(output, None)
    assert beside.files == RunFiles(output, output.with_name("events.rejects.jsonl"))
    assert beside.written == [
        output.with_name(f"events.{kind}")
        for kind in ("jsonl", "rejects.jsonl", "journal.jsonl", "replies.sqlite")
    ]
    elsewhere = output.with_name("left-out.jsonl")
    assert Destination(output, elsewhere).files == RunFiles(output, elsewhere)


def test_a_pipe_has_no_run(output: Path) -> None:
    """Nothing is written beside standard output or a device but what is asked for."""
    assert Destination(None, None).files is None
    assert Destination(None, None).written == []
    assert Destination(None, output).written == [output]
    assert Destination(NULL, None).files is None
    assert Destination(NULL, None).written == [NULL]


@pytest.mark.parametrize("path", [None, NULL])
def test_only_a_file_is_resumed(path: Path | None) -> None:
    """What to name is said."""
    with pytest.raises(ConfigurationError, match="name it with --output"):
        Destination(path, None, resume=True)


@pytest.mark.parametrize("name", ["", "journal.", "replies."])
def test_no_file_takes_two_things(output: Path, name: str) -> None:
    """However the paths are written: one would destroy the other."""
    suffix = "sqlite" if name == "replies." else "jsonl"
    same = output.parent / ".." / output.parent.name / f"events.{name}{suffix}"
    with pytest.raises(ConfigurationError, match="cannot take the rejected records too"):
        Destination(output, same)


@pytest.mark.parametrize("name", ["a.journal.jsonl", "a.replies.sqlite", "a.rejects.jsonl"])
def test_the_files_of_another_run_are_no_output(tmp_path: Path, name: str) -> None:
    """The journal of a.jsonl would be emptied to take records."""
    with pytest.raises(ConfigurationError, match=f"{name} has the name of a file"):
        Destination(tmp_path / name, None)


@pytest.mark.parametrize("name", ["a.journal.jsonl", "a.replies.sqlite"])
def test_nor_do_they_take_rejected_records(tmp_path: Path, output: Path, name: str) -> None:
    """Neither by their names nor by a link."""
    link = tmp_path / "link.jsonl"
    link.symlink_to(tmp_path / name)
    for path in (tmp_path / name, link):
        with pytest.raises(ConfigurationError, match="a file that a run keeps beside"):
            Destination(output, path)
    with pytest.raises(ConfigurationError, match="a file that a run keeps beside"):
        Destination(link, None)


def test_a_missing_folder_is_named(tmp_path: Path, output: Path) -> None:
    """Before anything is asked."""
    missing = tmp_path / "missing" / "events.jsonl"
    for output_, rejects in ((missing, None), (output, missing), (None, missing)):
        with pytest.raises(SinkError, match=r"there is no folder .*missing"):
            Destination(output_, rejects)


def test_what_is_done_is_not_open(output: Path) -> None:
    """Of an earlier run; what it left open, what has changed and what is new is; files stay."""
    destination = Destination(output, None, resume=True)
    assert destination.files
    articles = [Article(id=name, text=f"{name} happened.") for name in "abcd"]
    with file_sink(destination.files, {"model": "m"}, resume=False) as sink:
        for article, status in zip(articles[:3], STATUSES, strict=True):
            sink.write(outcome(article.id, status), fingerprint=article.fingerprint)
    before = [path.read_bytes() for path in destination.written[:3]]
    given = [*articles[:2], Article(id="c", text="It changed."), articles[3]]
    assert [each.id for each in destination.still_open(given)] == ["b", "c", "d"]
    assert [path.read_bytes() for path in destination.written[:3]] == before
    anew = replace(destination, resume=False)
    assert [each.id for each in anew.still_open(given)] == ["a", "b", "c", "d"]


def test_what_cannot_be_read_stays_open(output: Path) -> None:
    """It may have been mended since."""
    broken = Unreadable("b", "b.txt", ArticleError("b.txt: not UTF-8"))
    destination = Destination(output, None, resume=True)
    assert list(destination.still_open([broken])) == [broken]


def test_a_pipe_is_written_into_a_stream() -> None:
    """Nothing is said of an earlier run."""
    progress, said = quiet()
    with Extractor(ScriptedModel()) as extractor:
        for path in (None, NULL):
            with Destination(path, None).opened(extractor, progress) as sink:
                assert isinstance(sink, StreamSink)
    assert said.getvalue() == ""


def test_a_resumed_run_is_told_as_one(output: Path) -> None:
    """How much is done, and how much is to be tried again; one begun anew tells nothing."""
    progress, said = quiet()
    with Extractor(ScriptedModel()) as extractor:
        for resume in (False, True):
            with Destination(output, None, resume=resume).opened(extractor, progress) as sink:
                assert isinstance(sink, FileSink)
                sink.write(outcome("a"), fingerprint="f")
                sink.write(outcome("b", "partial"), fingerprint="f")
    assert said.getvalue() == "resuming: 1 article done before, 1 to be tried again\n"


def test_another_question_leaves_the_files_alone(output: Path) -> None:
    """What has changed is named."""
    model = ScriptedModel()
    progress, _ = quiet()
    with (
        Extractor(model) as extractor,
        Destination(output, None).opened(extractor, progress) as sink,
    ):
        sink.write(outcome("a"), fingerprint="f")
    before = output.read_bytes()
    model.name = "another"
    with (
        Extractor(model) as extractor,
        pytest.raises(ConfigurationError, match=r"model \(was scripted, is another\)"),
        Destination(output, None, resume=True).opened(extractor, progress),
    ):
        pass
    assert output.read_bytes() == before
