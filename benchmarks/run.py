"""A system on all the articles: its records, its time, its requests, and what it raised."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from eventschema import Article, BaseEvent
from systems.served import Extract, counted

_SHOWN = 160  # characters of an error


@dataclass(slots=True)
class Run:
    """What a system made of the articles; one that it raised on has no records.

    `seconds` are those of extraction alone, without loading and scoring; `failures` tells by the
    article's id what the system raised.
    """

    articles: int = 0
    records: list[BaseEvent] = field(default_factory=list)
    seconds: float = 0.0
    requests: int = 0
    failures: dict[str, str] = field(default_factory=dict)

    def __add__(self, other: Run) -> Run:
        return Run(
            articles=self.articles + other.articles,
            records=self.records + other.records,
            seconds=self.seconds + other.seconds,
            requests=self.requests + other.requests,
            failures=self.failures | other.failures,
        )

    @property
    def pace(self) -> float:
        """Seconds an article."""
        return self.seconds / self.articles if self.articles else 0.0


def articles(folder: Path) -> list[Article]:
    """The articles of a folder of gold, without what people found in them."""
    rows = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    return [
        Article.model_validate(row) for row in rows if isinstance(row, dict) and "events" in row
    ]


def run(extract: Extract, texts: Sequence[Article], *, output: Path) -> Run:
    """Extract from the articles one after the other; records go to `output` as soon as they come.

    Progress goes to standard error.
    """
    done = Run()
    with counted() as requests, output.open("w", encoding="utf-8", newline="\n") as lines:
        for article in texts:
            began = time.perf_counter()
            records = _attempt(extract, article, done.failures)
            done.seconds += time.perf_counter() - began
            done.articles += 1
            done.records += records
            for record in records:
                lines.write(record.model_dump_json() + "\n")
                lines.flush()
            _tell(article, done, len(texts))
    done.requests = requests.count
    return done


def _attempt(extract: Extract, article: Article, failures: dict[str, str]) -> Sequence[BaseEvent]:
    try:
        return extract(article)
    except Exception as error:  # noqa: BLE001 - whatever a system raises is a result here
        failures[article.id] = f"{type(error).__name__}: {' '.join(str(error).split())[:_SHOWN]}"
        return []


def _tell(article: Article, done: Run, total: int) -> None:
    outcome = "failed" if article.id in done.failures else f"{len(done.records)} records so far"
    line = f"{done.articles}/{total} {article.id}: {outcome}, {done.pace:.1f} s an article"
    sys.stderr.write(line + "\n")
