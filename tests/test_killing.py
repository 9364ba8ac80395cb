"""Killed at any moment and resumed, a run loses nothing, and asks nothing twice."""

from __future__ import annotations

import json
import os
import random
import re
import signal
import time
from bisect import bisect
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from eventschema.sinks.journal import Closing, Entry, Opening, decoded
from tests.endpoint import ScriptedEndpoint, Service
from tests.endpoint.exchange import Exchange
from tests.zygote import Zygote

ARTICLES = 150
WORKERS = 3
KILLS = 20
LATENCY = 0.02  # seconds
LONGEST = 0.7  # seconds of life before a kill
THREADS = 2 * WORKERS

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def named(number: int) -> str:
    """A word of its own for each number."""
    return "".join(chr(ord("a") + int(digit)) for digit in f"{number:03}").title() + "onzo"


def number_in(text: str) -> int:
    """The number of the article that a text is of."""
    word, minutes = re.search(r"(\w{3})onzo", text), re.search(r"for (\d+) minutes", text)
    if minutes:
        return int(minutes[1])
    assert word
    return int("".join(str(ord(letter) - ord("a")) for letter in word[1].lower()))


@dataclass
class Killed:
    """A run in a folder of its own that was killed again and again, and then came to its end."""

    output: Path
    exchanges: list[Exchange]
    starts: list[float] = field(default_factory=list)

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
    def lives(self) -> list[list[Exchange]]:
        """The requests between one start and the next, as they came."""
        lives: list[list[Exchange]] = [[] for _ in self.starts]
        for exchange in self.exchanges:
            lives[bisect(self.starts, exchange.arrived) - 1].append(exchange)
        return lives

    @property
    def repeated(self) -> set[int]:
        """The numbers of the requests that were sent once more later."""
        last = {exchange.digest: exchange.number for exchange in self.exchanges}
        return {e.number for e in self.exchanges if e.number < last[e.digest]}


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
        for _ in range(KILLS):
            run.starts.append(time.time())
            process = zygote.start(*command(articles, endpoint, output))
            time.sleep(random.uniform(0, LONGEST))  # noqa: S311
            os.kill(process, signal.SIGKILL)
            assert zygote.ended() == -signal.SIGKILL, "make more articles: the run was too short"
        run.starts.append(time.time())
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
    closing = killed.journal[-1]
    assert isinstance(closing, Closing)
    assert (closing.articles, closing.outcomes) == (ARTICLES, {"ok": ARTICLES})


def test_what_was_answered_is_not_asked_again(killed: Killed) -> None:
    """Only what was under way at a kill is sent once more: the last request of some article, and
    no more of them than there are threads.
    """
    for life in killed.lives:
        again = [exchange for exchange in life if exchange.number in killed.repeated]
        last = {number_in(exchange.article): exchange.number for exchange in life}
        assert len(again) <= THREADS
        assert all(exchange.number == last[number_in(exchange.article)] for exchange in again)


def test_every_request_was_needed(killed: Killed) -> None:
    """One question and two judgments an article; all others are those under way at a kill."""
    digests = {exchange.digest for exchange in killed.exchanges}
    assert len(digests) == 3 * ARTICLES
    assert len(killed.exchanges) == len(digests) + len(killed.repeated)
