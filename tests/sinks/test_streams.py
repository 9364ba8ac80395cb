"""Records are written to streams as lines, at once and whole."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from eventschema.errors import ReaderGoneError, SinkError
from eventschema.outcome import Outcome
from eventschema.schema import Rejection
from eventschema.sinks.streams import StreamSink, stream_sink
from tests.sinks.made import record

FULL = Path("/dev/full")


class Broken(io.StringIO):
    """A stream on which every write fails."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self._error = error

    def write(self, text: str, /) -> int:
        """Fail."""
        del text
        raise self._error


def rejected(*details: str) -> Outcome:
    """An outcome with something to write."""
    return Outcome("a", "empty", rejected=[rejection(detail) for detail in details])


def rejection(detail: str) -> Rejection:
    """A rejected record."""
    return Rejection(
        article_id="a", event_type="meeting", reason="no_core", detail=detail, draft={}
    )


def write(outcome: Outcome, sink: StreamSink) -> None:
    """Write an outcome."""
    sink.write(outcome, fingerprint="")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_standard_output_is_utf_8(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    """Whatever the locale is: a name may have any letter."""
    written = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(written, encoding=encoding))
    with stream_sink(None, None) as sink:
        sink.write(Outcome("a", "ok", events=[record("a", 1)]), fingerprint="")
    assert "with Łódź and" in written.getvalue().decode("utf-8")


def test_without_a_standard_output_a_file_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A shell may have closed it."""
    monkeypatch.setattr("sys.stdout", None)
    with pytest.raises(SinkError, match="-o"), stream_sink(None, None):
        pass


def test_a_record_is_one_line(tmp_path: Path) -> None:
    """Newlines, quotation marks and other scripts stay inside their line, in UTF-8."""
    details = ["a\nb\r\n", '"', "Łódź \u2028 東京 👩‍👧"]
    path = tmp_path / "out.jsonl"
    with stream_sink(tmp_path / "records.jsonl", path) as sink:
        write(rejected(*details), sink)
    lines = path.read_bytes().decode("utf-8").split("\n")
    assert [json.loads(line)["detail"] for line in lines[:-1]] == details
    assert lines[-1] == ""
    assert b"\r" not in path.read_bytes()


def test_a_record_is_in_the_file_at_once(tmp_path: Path) -> None:
    """A run that is killed afterwards has lost nothing that it wrote."""
    path = tmp_path / "out.jsonl"
    with stream_sink(None, path) as sink:
        write(rejected("first"), sink)
        assert json.loads(path.read_text(encoding="utf-8"))["detail"] == "first"


def test_an_earlier_file_is_replaced(tmp_path: Path) -> None:
    """A new run's records do not mix with those of the last."""
    path = tmp_path / "out.jsonl"
    path.write_text("old\n", encoding="utf-8")
    with stream_sink(path, None):
        pass
    assert path.read_text(encoding="utf-8") == ""


def test_without_a_path_records_go_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    """Standard output is not closed afterwards: the program goes on."""
    with stream_sink(None, None) as sink:
        write(rejected("nowhere"), sink)
    print("after")  # noqa: T201 - the stream must still be open
    assert capsys.readouterr().out == "after\n"


def test_a_file_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """A missing folder, or a folder in the file's place, is a SinkError with the path in it."""
    for path in (tmp_path / "missing" / "out.jsonl", tmp_path):
        with pytest.raises(SinkError, match=path.name), stream_sink(path, None):
            pass


def test_a_full_disk_is_said_to_be_one() -> None:
    """A failing write is a SinkError with the system's reason."""
    full = Broken(OSError(28, "No space left on device"))
    with pytest.raises(SinkError, match="No space left"):
        write(rejected("x"), StreamSink(io.StringIO(), full))


@pytest.mark.skipif(not FULL.exists(), reason="a device of Linux")
def test_a_disk_that_fills_up_ends_in_one_clear_error() -> None:
    """The error that the user sees is the SinkError, not that of the file being closed."""
    with pytest.raises(SinkError), stream_sink(None, FULL) as sink:
        write(rejected("x"), sink)


def test_a_reader_that_has_gone_is_no_error_of_the_sink() -> None:
    """A closed pipe has an error of its own, for the command line to end quietly."""
    gone = Broken(BrokenPipeError(32, "Broken pipe"))
    with pytest.raises(ReaderGoneError):
        write(rejected("x"), StreamSink(io.StringIO(), gone))


def test_a_stream_remembers_nothing() -> None:
    """Nothing in it is done before it is written."""
    assert not StreamSink(io.StringIO(), io.StringIO()).done("a", fingerprint="f")
