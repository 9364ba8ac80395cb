"""Runs of the command against the scripted endpoint: how busy it is kept, and in what memory.

    python load.py slots               64 slots, 200 ms: the share of the slots' time that is used
    python load.py slots --latency 1   the same with another latency, in seconds
    python load.py memory              peak memory for 1,000 and for 100,000 articles
    python load.py soak                20,000 articles, every tenth request meets a fault

Run it from this folder, on a machine that does nothing else.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from eventschema.outcome import Status
from eventschema.sinks.journal import Entry, decoded

ROOT = Path(__file__).resolve().parent.parent
SLOTS = 64
LATENCY = 0.2
SYLLABLES = ("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "ro", "su")
FAULTS = (
    "reset before the reply",
    "HTTP 429, seconds",
    "HTTP 500",
    "HTTP 502, a page",
    "a page",
    "half a body",
    "empty choices",
    "cut off",
    "fence",
    "bare list",
    "one bad record",
    "refusal",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the endpoint saw: when requests arrived, in order, when the last one was answered, and
    how many different ones there were.
    """

    arrived: Sequence[float]
    ended: float
    distinct: int

    @classmethod
    def of(cls, journal: Path) -> Asked:
        """What the endpoint wrote down."""
        rows = [json.loads(line) for line in journal.read_text(encoding="utf-8").splitlines()]
        return cls(
            arrived=sorted(row["arrived"] for row in rows),
            ended=max(row["answered"] or row["arrived"] for row in rows),
            distinct=len({row["digest"] for row in rows}),
        )

    def started(self, latency: float) -> float:
        """When all slots were taken for the first time, which is the end of the start."""
        last = SLOTS - 1
        together = zip(self.arrived, self.arrived[last:], strict=False)
        return next(late for early, late in together if late < early + latency)

    def busy(self, latency: float) -> float:
        """The share of the slots' time, from the start's end to the last reply, that was used."""
        start = self.started(latency)
        used = sum(max(0.0, at + latency - max(at, start)) for at in self.arrived)
        return used / (SLOTS * (self.ended - start))


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run of the command ended; `processor` is its processor time in seconds."""

    code: int
    seconds: float
    processor: float
    peak: int
    outcomes: Counter[Status]
    said: str


def name(number: int) -> str:
    """A word of its own for each number."""
    return "".join(SYLLABLES[int(digit)] for digit in f"{number:05}").title()


def briefs(path: Path, count: int) -> None:
    """Write so many articles of three sentences, of which no two are the same."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            word = name(number)
            text = (
                f"The foreign ministers of Samplia and Exampleland met in {word} on Monday. They "
                f"signed the {word} Protocol on fisheries. Police said a bomb had killed three "
                f"people in the port of {word} a day earlier."
            )
            row = {"id": f"brief-{number}", "text": text, "published": "2024-11-14"}
            file.write(json.dumps(row) + "\n")


@contextmanager
def endpoint(journal: Path, *, latency: float, faults: Sequence[str] = ()) -> Iterator[str]:
    """The base URL of a scripted endpoint in a process of its own."""
    options = ["--latency", str(latency), "--slots", str(SLOTS), "--journal", str(journal)]
    options += [option for fault in faults for option in ("--fault", fault)]
    with subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-m", "tests.endpoint", *options],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None  # noqa: S101 - it is a pipe
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


def extracted(articles: Path, base_url: str, *options: str) -> Ended:
    """A run of the command over the articles, with as many workers as there are slots."""
    output = articles.with_name("events.jsonl")
    asked = ["--model", "m", "--base-url", base_url, "--workers", str(SLOTS)]
    began = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-m", "eventschema", "extract", articles, *asked, "-o", output, *options],
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None  # noqa: S101 - it is a pipe
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    journal = output.with_suffix(".journal.jsonl").read_bytes().splitlines(keepends=True)
    outcomes = Counter(line.status for line in map(decoded, journal) if isinstance(line, Entry))
    return Ended(
        code=process.returncode,
        seconds=time.perf_counter() - began,
        processor=usage.ru_utime + usage.ru_stime,
        peak=usage.ru_maxrss,
        outcomes=outcomes,
        said=said.splitlines()[-1],
    )


def slots(count: int, latency: float) -> None:
    """How busy the slots are kept."""
    with folder() as place, endpoint(place / "asked.jsonl", latency=latency) as base_url:
        briefs(place / "briefs.jsonl", count)
        ended = extracted(place / "briefs.jsonl", base_url)
        asked = Asked.of(place / "asked.jsonl")
    tell(ended)
    print(  # noqa: T201
        f"{len(asked.arrived)} requests ({asked.distinct} different); from when all slots were "
        f"taken, {asked.ended - asked.started(latency):.1f} s long, {asked.busy(latency):.1%} of "
        "the slots' time"
    )


def memory(count: int) -> None:
    """Peak memory for a hundredth of so many articles, and for all; of one type, to be sooner."""
    peaks = []
    for articles in (count // 100, count):
        with folder() as place, endpoint(place / "asked.jsonl", latency=0) as base_url:
            briefs(place / "briefs.jsonl", articles)
            ended = extracted(place / "briefs.jsonl", base_url, "--types", "agreement")
        tell(ended)
        peaks.append(ended.peak)
        print(f"{articles} articles: {ended.peak / 1024:.0f} MiB at the peak")  # noqa: T201
    print(f"the ratio is {peaks[1] / peaks[0]:.3f}")  # noqa: T201


def soak(count: int) -> None:
    """Many articles at an endpoint with faults; what stays open is done in a second run."""
    with folder() as place:
        briefs(place / "briefs.jsonl", count)
        with endpoint(place / "asked.jsonl", latency=0.02, faults=FAULTS) as base_url:
            first = extracted(place / "briefs.jsonl", base_url)
        tell(first)
        with endpoint(place / "again.jsonl", latency=0.02) as base_url:
            second = extracted(place / "briefs.jsonl", base_url, "--resume")
        tell(second)
        asked = Asked.of(place / "asked.jsonl")
    assert sum(first.outcomes.values()) == count, first.outcomes  # noqa: S101
    assert sum(second.outcomes.values()) == count, second.outcomes  # noqa: S101
    print(f"{len(asked.arrived)} requests, {asked.distinct} different, in the first run")  # noqa: T201


def tell(ended: Ended) -> None:
    """Print how a run ended."""
    times = f"{ended.seconds:.1f} s ({ended.processor:.1f} s of a processor)"
    print(f"exit code {ended.code} after {times}: {dict(ended.outcomes)}")  # noqa: T201
    print(ended.said)  # noqa: T201


@contextmanager
def folder() -> Iterator[Path]:
    """A folder for one run."""
    with tempfile.TemporaryDirectory() as path:
        yield Path(path)


def main() -> None:
    """Do what the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("what", choices=["slots", "memory", "soak"])
    parser.add_argument("--articles", type=int)
    parser.add_argument("--latency", type=float, default=LATENCY)
    options = parser.parse_args()
    default = {"slots": 6_000, "memory": 100_000, "soak": 20_000}[options.what]
    count = options.articles or default
    if options.what == "slots":
        slots(count, options.latency)
    else:
        {"memory": memory, "soak": soak}[options.what](count)


if __name__ == "__main__":
    main()
