"""Records are written as lines, at once and whole."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from pydantic import BaseModel

from eventschema.errors import ReaderGoneError, SinkError
from eventschema.sinks import JsonLines, json_lines

FULL = Path("/dev/full")


class Note(BaseModel):
    """Something to write."""

    text: str


class Broken(io.StringIO):
    """A stream on which every write fails."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self._error = error

    def write(self, text: str, /) -> int:
        """Fail."""
        del text
        raise self._error


def test_a_record_is_one_line(tmp_path: Path) -> None:
    """Newlines, quotation marks and other scripts stay inside their line, in UTF-8."""
    notes = ["a\nb\r\n", '"', "Łódź \u2028 東京 👩‍👧"]
    path = tmp_path / "out.jsonl"
    with json_lines(path) as sink:
        for text in notes:
            sink.write(Note(text=text))
    lines = path.read_bytes().decode("utf-8").split("\n")
    assert [json.loads(line)["text"] for line in lines[:-1]] == notes
    assert lines[-1] == ""
    assert b"\r" not in path.read_bytes()


def test_a_record_is_in_the_file_at_once(tmp_path: Path) -> None:
    """A run that is killed afterwards has lost nothing that it wrote."""
    path = tmp_path / "out.jsonl"
    with json_lines(path) as sink:
        sink.write(Note(text="first"))
        assert path.read_text(encoding="utf-8") == '{"text":"first"}\n'


def test_an_earlier_file_is_replaced(tmp_path: Path) -> None:
    """A new run's records do not mix with those of the last."""
    path = tmp_path / "out.jsonl"
    path.write_text("old\n", encoding="utf-8")
    with json_lines(path) as sink:
        sink.write(Note(text="new"))
    assert path.read_text(encoding="utf-8") == '{"text":"new"}\n'


def test_without_a_path_records_go_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    """Standard output is not closed afterwards: the program goes on."""
    with json_lines(None) as sink:
        sink.write(Note(text="x"))
    print("after")  # noqa: T201 - the stream must still be open
    assert capsys.readouterr().out == '{"text":"x"}\nafter\n'


def test_a_file_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """A missing folder, or a folder in the file's place, is a SinkError with the path in it."""
    for path in (tmp_path / "missing" / "out.jsonl", tmp_path):
        with pytest.raises(SinkError, match=path.name), json_lines(path):
            pass


def test_a_full_disk_is_said_to_be_one() -> None:
    """A failing write is a SinkError with the system's reason."""
    with pytest.raises(SinkError, match="No space left"):
        JsonLines(Broken(OSError(28, "No space left on device"))).write(Note(text="x"))


@pytest.mark.skipif(not FULL.exists(), reason="a device of Linux")
def test_a_disk_that_fills_up_ends_in_one_clear_error() -> None:
    """The error that the user sees is the SinkError, not that of the file being closed."""
    with pytest.raises(SinkError), json_lines(FULL) as sink:
        sink.write(Note(text="x"))


def test_a_reader_that_has_gone_is_no_error_of_the_sink() -> None:
    """A closed pipe has an error of its own, for the command line to end quietly."""
    with pytest.raises(ReaderGoneError):
        JsonLines(Broken(BrokenPipeError(32, "Broken pipe"))).write(Note(text="x"))
