"""Ctrl-C and SIGTERM end a run soon, say so, and leave it resumable."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from eventschema.sinks.journal import Closing, decoded
from tests.endpoint import ScriptedEndpoint, Service
from tests.zygote import LOG, Zygote

SOON = 2.0  # seconds
PATIENCE = 20.0  # seconds

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def wait_until(holds: Callable[[], bool]) -> None:
    """Wait, but not for ever."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """More articles than are asked about before the signal."""
    path = tmp_path / "articles.jsonl"
    rows = [
        {"id": f"a{number}", "text": f"They signed the Isonzo {number} Protocol."}
        for number in range(30)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def arguments(articles: Path, endpoint: ScriptedEndpoint) -> list[object]:
    """A run with three requests under way."""
    asked = ["--model", "m", "--base-url", endpoint.base_url, "--workers", 3, "--resume"]
    return ["extract", articles, *asked, "-o", articles.with_name("events.jsonl")]


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_ends_a_run_that_waits_for_answers(
    zygote: Zygote, articles: Path, number: int, code: int
) -> None:
    """Within two seconds, however long the endpoint takes; the journal and the user are told."""
    with ScriptedEndpoint(Service(latency=60)) as endpoint:
        process = zygote.start(*arguments(articles, endpoint))
        wait_until(lambda: endpoint.requests >= 3)
        began = time.monotonic()
        os.kill(process, number)
        assert zygote.ended() == code
        assert time.monotonic() - began < SOON
    said = articles.with_name(LOG).read_text(encoding="utf-8")
    assert "stopped: interrupted; what is written so far stays, and --resume goes on" in said
    assert "Traceback" not in said
    journal = articles.with_name("events.journal.jsonl").read_bytes().splitlines(keepends=True)
    closing = decoded(journal[-1])
    assert isinstance(closing, Closing)
    assert (closing.articles, closing.stopped) == (0, "interrupted")
    assert closing.cost.requests >= 3


def test_answers_that_come_at_the_last_moment_are_kept(zygote: Zygote, articles: Path) -> None:
    """What was under way at the signal is waited for a little, and not asked again."""
    with ScriptedEndpoint(Service(latency=0.3)) as endpoint:
        process = zygote.start(*arguments(articles, endpoint))
        wait_until(lambda: endpoint.requests >= 3)
        os.kill(process, signal.SIGINT)
        assert zygote.ended() == 130
        asked = {exchange.digest for exchange in endpoint.exchanges}
        assert len(asked) == 3
        zygote.start(*arguments(articles, endpoint))
        assert zygote.ended() == 0
        digests = [exchange.digest for exchange in endpoint.exchanges]
    assert len(digests) == len(set(digests))
