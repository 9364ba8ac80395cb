"""Killed at any moment and resumed, a run loses nothing, and asks nothing twice."""

from __future__ import annotations

import json
import os
import random
import signal
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from eventschema.sinks.journal import Closing, Entry, Opening, decoded
from tests.endpoint import ScriptedEndpoint, Service
from tests.endpoint.exchange import Exchange
from tests.forks import Zygote

ARTICLES = 150
WORKERS = 3
KILLS = 20
LATENCY = 0.02  # seconds
LONGEST = 0.7  # seconds of life before a kill
UNDER_WAY = 0.1  # seconds that a reply may take from the endpoint's hands to the disk

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def named(number: int) -> str:
    """A word of its own for each number."""
    return "".join(chr(ord("a") + int(digit)) for digit in f"{number:03}").title() + "onzo"


@dataclass
class Killed:
    """A run in a folder of its own that was killed again and again, and then came to its end."""

    output: Path
    exchanges: list[Exchange]
    kills: list[float] = field(default_factory=list)

    @property
    def journal(self) -> list[Opening | Entry | Closing | None]:
        """The journal's lines."""
        journal = self.output.with_suffix(".journal.jsonl")
        return [decoded(line) for line in journal.read_bytes().splitlines(keepends=True)]

    @property
    def entries(self) -> list[Entry]:
        """Those about articles."""
        return [line for line in self.journal if isinstance(line, Entry)]

    @property
    def repeated(self) -> list[Exchange]:
        """The requests that were sent once more later."""
        last = {exchange.digest: exchange.number for exchange in self.exchanges}
        return [e for e in self.exchanges if e.number < last[e.digest]]


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles with an agreement and a meeting each, none with the same sentence as another."""
    path = tmp_path_factory.mktemp("articles") / "articles.jsonl"
    rows = [
        {
            "id": f"wire-{number}",
            "text": f"Both signed the {named(number)} Protocol in May. The foreign ministers of "
            f"Samplia and Exampleland met in Tavin on May {number % 30 + 1}, for {number} minutes.",
        }
        for number in range(ARTICLES)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def command(articles: Path, endpoint: ScriptedEndpoint, output: Path) -> list[object]:
    """The arguments of a run; the output comes last."""
    asked = ["--model", "m", "--base-url", endpoint.base_url, "--workers", WORKERS]
    return ["extract", articles, *asked, "--resume", "-o", output]


@pytest.fixture(scope="module")
def whole(zygote: Zygote, articles: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What an undisturbed run writes."""
    output = tmp_path_factory.mktemp("whole") / "events.jsonl"
    with ScriptedEndpoint(Service()) as endpoint:
        zygote.start(*command(articles, endpoint, output))
        assert zygote.ended() == 0
    return output.read_bytes()


@pytest.fixture(scope="module")
def killed(zygote: Zygote, articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Killed:
    """A run that was killed KILLS times, at moments that differ from test run to test run."""
    output = tmp_path_factory.mktemp("killed") / "events.jsonl"
    with ScriptedEndpoint(Service(latency=LATENCY)) as endpoint:
        run = Killed(output, endpoint.exchanges)
        while len(run.kills) < KILLS:
            process = zygote.start(*command(articles, endpoint, output))
            time.sleep(random.uniform(0, LONGEST))  # noqa: S311
            run.kills.append(time.time())
            os.kill(process, signal.SIGKILL)
            assert zygote.ended() == -signal.SIGKILL, "make more articles: the run was too short"
        zygote.start(*command(articles, endpoint, output))
        assert zygote.ended() == 0
    run.exchanges.sort(key=lambda exchange: exchange.number)
    return run


def test_a_killed_run_writes_what_an_undisturbed_one_does(killed: Killed, whole: bytes) -> None:
    """Byte for byte, in the order of the articles."""
    assert len(whole.splitlines()) == 2 * ARTICLES
    assert killed.output.read_bytes() == whole


def test_every_article_has_one_outcome(killed: Killed) -> None:
    """The journal has each article once, and its end says how many there were."""
    counts = Counter(entry.article for entry in killed.entries)
    assert counts == {f"wire-{number}": 1 for number in range(ARTICLES)}
    last = decoded(
        killed.output.with_suffix(".journal.jsonl").read_bytes().splitlines(keepends=True)[-1]
    )
    assert last == Closing(articles=ARTICLES, outcomes={"ok": ARTICLES})


def test_what_was_answered_is_not_asked_again(killed: Killed) -> None:
    """Only what was under way at a kill is sent once more: at most one request for each worker."""
    assert len(killed.repeated) <= KILLS * WORKERS
    answered = [e.answered for e in killed.repeated if e.answered is not None]
    early = [min((k - at for k in killed.kills if k >= at), default=0.0) for at in answered]
    assert [seconds for seconds in early if seconds > UNDER_WAY] == []


def test_every_request_was_needed(killed: Killed) -> None:
    """One question and two judgments an article; all others are those under way at a kill."""
    digests = {exchange.digest for exchange in killed.exchanges}
    assert len(digests) == 3 * ARTICLES
    assert len(killed.exchanges) == len(digests) + len(killed.repeated)
