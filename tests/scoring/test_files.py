"""Files of other hands: what is wrong is said with its place."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from pydantic import BaseModel

from eventschema.scoring.files import ScoringError, rows, validated


class Pair(BaseModel):
    """Something to validate."""

    low: int


def test_blank_lines_are_no_rows(tmp_path: Path) -> None:
    """A row is a line with something on it, and its number counts the blank ones."""
    path = tmp_path / "x.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"a": 1}\r\n\n  \n2\n')
    assert list(rows(path)) == [(f"{path}, line 1", {"a": 1}), (f"{path}, line 4", 2)]


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """Records may come through a pipe."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"[]")))
    assert list(rows(Path("-"))) == [("-, line 1", [])]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"{}\n{", "line 2: not JSON"),
        (b"[" * 100_000, "line 1: not JSON"),
        (b"\xff", "not UTF-8: byte 0"),
        (None, "No such file"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, raw: bytes | None, said: str) -> None:
    """The message has the file and the reason."""
    path = tmp_path / "x.jsonl"
    if raw is not None:
        path.write_bytes(raw)
    with pytest.raises(ScoringError, match=said) as raised:
        list(rows(path))
    assert str(path) in str(raised.value)


@pytest.mark.parametrize(
    ("value", "said"),
    [({}, "here: low: Field required"), ({"low": "x"}, "here: low: "), ([], "here: Input ")],
)
def test_the_first_wrong_field_is_named(value: object, said: str) -> None:
    """The place, the field and the reason stand in one line."""
    with pytest.raises(ScoringError, match=said):
        validated(Pair, value, "here")
