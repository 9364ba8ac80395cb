"""`extract` on the command line, against an endpoint: limits, resuming, estimates, counts."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from eventschema.cli import main
from eventschema.sinks.journal import Closing, Entry, Opening, decoded
from tests.endpoint import FAULTS, ScriptedEndpoint, Service, about

ARTICLES = 12


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Bench:
    """Articles, an endpoint and an output, and the command that takes the one to the other."""

    folder: Path
    endpoint: ScriptedEndpoint
    capsys: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch

    @property
    def output(self) -> Path:
        """Where records go."""
        return self.folder / "events.jsonl"

    @property
    def journal(self) -> list[Opening | Entry | Closing | None]:
        """The journal's lines."""
        lines = self.output.with_suffix(".journal.jsonl").read_bytes().splitlines(keepends=True)
        return [decoded(line) for line in lines]

    def extract(self, *options: object, to: Path | None = None) -> Ended:
        """Run the command."""
        asked = ["--model", "m", "--base-url", self.endpoint.base_url, "-o", to or self.output]
        arguments = ["extract", self.folder / "articles.jsonl", *asked, *options]
        self.monkeypatch.setattr(sys, "argv", ["eventschema", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        written = self.capsys.readouterr()
        return Ended(int(ended.value.code or 0), written.out, written.err)

    def write(self, *numbers: int, version: str = "May") -> None:
        """Write the articles."""
        rows = [
            {"id": f"a{number}", "text": f"Envoys signed the {word(number)} Protocol in {version}."}
            for number in numbers
        ]
        path = self.folder / "articles.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def word(number: int) -> str:
    """A name of its own for each number."""
    return "Isonz" + "abcdefghijklmnopqrstuvwxyz"[number] + "na"


@pytest.fixture
def bench(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Bench]:
    """Twelve articles with an agreement each, and an endpoint that fails on none."""
    yield from benches(tmp_path, capsys, monkeypatch, Service())


@pytest.fixture
def failing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Bench]:
    """The same, and an endpoint that does not take what is asked about one article."""
    plan = about(word(7), FAULTS["HTTP 400"])
    yield from benches(tmp_path, capsys, monkeypatch, Service(plan))


def benches(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    service: Service,
) -> Iterator[Bench]:
    """A bench, while the endpoint serves."""
    with ScriptedEndpoint(service) as endpoint:
        made = Bench(folder, endpoint, capsys, monkeypatch)
        made.write(*range(ARTICLES))
        yield made


def test_the_journal_tells_what_became_of_each_article(bench: Bench) -> None:
    """What was asked, a line an article in their order, and the sum, which is the summary's."""
    ended = bench.extract()
    opening, *entries, closing = bench.journal
    assert isinstance(opening, Opening)
    assert opening.asked["model"] == "m"
    assert [entry.article for entry in entries if isinstance(entry, Entry)] == [
        f"a{number}" for number in range(ARTICLES)
    ]
    assert isinstance(closing, Closing)
    assert (closing.articles, closing.outcomes) == (ARTICLES, {"ok": ARTICLES})
    assert closing.cost.requests == bench.endpoint.requests
    assert f"{closing.cost.requests} requests, {closing.cost.prompt_tokens:,} prompt" in ended.err
    assert f"{ARTICLES} articles: {ARTICLES} ok, 0 empty, 0 partial, 0 failed" in ended.err
    assert ended.code == 0


def test_one_failure_among_many_is_one(failing: Bench) -> None:
    """All other records are written, the failed article is named, and the exit code is 1."""
    ended = failing.extract("--workers", 4)
    assert ended.code == 1
    assert len(failing.output.read_text(encoding="utf-8").splitlines()) >= ARTICLES - 1
    closing = failing.journal[-1]
    assert isinstance(closing, Closing)
    assert closing.articles == sum(closing.outcomes.values()) == ARTICLES
    assert closing.outcomes["ok"] == ARTICLES - 1
    assert "a7: " in ended.err


@pytest.mark.parametrize(
    ("option", "limit", "reason"),
    [
        ("--max-requests", 7, "max_requests=7 reached"),
        ("--max-tokens", 2500, "max_tokens=2500 would be exceeded"),
        ("--max-seconds", 0.000001, "max_seconds=1e-06 are over"),
    ],
)
def test_a_limit_ends_a_run_that_can_go_on(
    bench: Bench, tmp_path: Path, option: str, limit: float, reason: str
) -> None:
    """Code 3 and a reason; resumed without it, the records are those of a run without limits."""
    whole = tmp_path / "whole.jsonl"
    bench.extract(to=whole)
    (tmp_path / "whole.replies.sqlite").unlink()
    before = bench.endpoint.requests
    stopped = bench.extract(option, limit, "--workers", 2)
    assert stopped.code == 3
    assert f"stopped: {reason}" in stopped.err
    assert "what is written so far stays, and --resume goes on from there" in stopped.err
    closing = bench.journal[-1]
    assert isinstance(closing, Closing)
    assert (closing.stopped or "").startswith(reason)
    if option == "--max-requests":
        assert bench.endpoint.requests - before == limit
    resumed = bench.extract("--resume")
    assert resumed.code == 0
    assert bench.output.read_bytes() == whole.read_bytes()
    digests = [exchange.digest for exchange in bench.endpoint.exchanges][before:]
    assert len(digests) == len(set(digests)) == before


def test_what_is_done_is_not_done_again(bench: Bench) -> None:
    """A second run with the same output asks nothing, resumed or begun anew."""
    bench.extract()
    content, asked = bench.output.read_bytes(), bench.endpoint.requests
    resumed = bench.extract("--resume")
    assert f"resuming: {ARTICLES} articles done before, 0 to be tried again" in resumed.err
    anew = bench.extract()
    assert "0 requests (24 answers reused)" in anew.err
    assert bench.endpoint.requests == asked
    assert bench.output.read_bytes() == content


def test_new_and_changed_articles_are_done(bench: Bench) -> None:
    """What has changed replaces its earlier records; what is gone from the input stays."""
    bench.write(0, 1, 2)
    bench.extract()
    bench.write(1, 2, 3, version="June")
    ended = bench.extract("--resume")
    records = [json.loads(line) for line in bench.output.read_text(encoding="utf-8").splitlines()]
    found = [(record["article"]["id"], record["date"]["text"]) for record in records]
    assert sorted(found) == [
        ("a0", "May"),
        ("a1", "June"),
        ("a2", "June"),
        ("a3", "June"),
    ]
    assert ended.code == 0


@pytest.mark.parametrize(
    ("options", "changed"),
    [
        (["--types", "agreement"], "types (was meeting,agreement,exercise,incident, is agreement)"),
        (["--reference-date", "2024-11-14"], "reference date (was None, is 2024-11-14)"),
        (["--passes", "per_type"], "passes (was single, is per_type)"),
        (["--model", "another"], "model (was m, is another)"),
    ],
)
def test_another_question_is_no_resumption(bench: Bench, options: list[str], changed: str) -> None:
    """What is different is said, and nothing is asked or written."""
    bench.extract()
    content, asked = bench.output.read_bytes(), bench.endpoint.requests
    ended = bench.extract("--resume", *options)
    assert ended.code == 2
    assert changed in ended.err
    assert (bench.output.read_bytes(), bench.endpoint.requests) == (content, asked)


def test_speed_changes_nothing(bench: Bench, tmp_path: Path) -> None:
    """A run may go on with other workers, and in another order the records are the same."""
    bench.extract("--max-requests", 5)
    assert bench.extract("--resume", "--workers", 6, "--rpm", 100_000, "--tpm", 1e9).code == 0
    other = tmp_path / "other.jsonl"
    bench.extract("--as-completed", "--workers", 6, to=other)
    assert sorted(other.read_bytes().splitlines()) == sorted(bench.output.read_bytes().splitlines())


def test_an_estimate_sends_nothing(bench: Bench) -> None:
    """It foretells the requests of the run, and about how many tokens their prompts have."""
    told = bench.extract("--dry-run")
    assert bench.endpoint.requests == 0
    assert not bench.output.exists()
    assert f"{ARTICLES} articles, 0 of which cannot be read" in told.out
    found = re.search(r"([\d,]+) requests.*about ([\d,]+) prompt tokens", told.out)
    assert found
    bench.extract()
    assert int(found[1]) == bench.endpoint.requests
    assert bench.extract("--dry-run", "--resume").out.startswith("0 articles")


def test_an_estimate_names_what_cannot_be_read(bench: Bench) -> None:
    """As the run would, which then leaves it out."""
    articles = bench.folder / "articles.jsonl"
    articles.write_text(articles.read_text(encoding="utf-8") + "{broken\n", encoding="utf-8")
    told = bench.extract("--dry-run")
    assert f"{ARTICLES + 1} articles, 1 of which cannot be read" in told.out
    assert f"articles.jsonl, line {ARTICLES + 1}: not JSON" in told.err


def test_what_is_done_once_more_counts_once(bench: Bench) -> None:
    """An article that has changed is one of this run, and no more one of those before."""
    bench.extract()
    articles = bench.folder / "articles.jsonl"
    *same, last = articles.read_text(encoding="utf-8").splitlines(keepends=True)
    articles.write_text("".join(same) + last.replace(" in May", " in June"), encoding="utf-8")
    ended = bench.extract("--resume")
    assert f"1 article ({ARTICLES - 1} more before): 1 ok" in ended.err


def test_every_answer_is_in_the_cost_of_some_run(bench: Bench) -> None:
    """Those too that were given when their articles were given up."""
    bench.extract("--max-requests", 7, "--workers", 4)
    broken_off = bench.journal[-1]
    bench.extract("--resume")
    whole = bench.journal[-1]
    assert isinstance(broken_off, Closing)
    assert isinstance(whole, Closing)
    assert broken_off.cost.requests + whole.cost.requests == bench.endpoint.requests
    each = whole.cost.prompt_tokens / whole.cost.requests
    assert broken_off.cost.prompt_tokens == each * broken_off.cost.requests > 0


def test_what_an_earlier_run_left_open_is_in_the_exit_code(failing: Bench) -> None:
    """Though its article is no longer in the input, it is in the output's counts."""
    failing.extract()
    failing.write(0, 1)
    ended = failing.extract("--resume")
    assert ended.code == 1
    assert f"0 articles ({ARTICLES} more before, 1 of them partial or failed)" in ended.err


def test_resuming_needs_a_file(bench: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    """A pipe cannot be gone on with."""
    del capsys
    bench.monkeypatch.setattr(sys, "argv", ["eventschema", "extract", "-", "--resume"])
    with pytest.raises(SystemExit, match="2"):
        main()
    assert "--output" in bench.capsys.readouterr().err


def test_a_device_has_no_journal(bench: Bench) -> None:
    """What goes to /dev/null leaves nothing behind."""
    assert bench.extract(to=Path("/dev/null")).code == 0
    assert [path.name for path in bench.folder.iterdir()] == ["articles.jsonl"]
    assert not list(Path("/dev").glob("null.*"))
