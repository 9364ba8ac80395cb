"""eventschema beside its peers: the same model, the same articles, the same scorer."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Annotated, cast

import typer

from eventschema.errors import EventSchemaError
from eventschema.models.settings import LOCAL
from eventschema.plan import SMALL_WINDOW, Passes
from eventschema.scoring import GoldArticle, Report, read_gold, score
from run import Run, articles, run
from systems.served import Served, System, endpoint

MODULES = {
    "eventschema": "systems.own",
    "langextract": "systems.langextract_peer",
    "instructor": "systems.instructor_peer",
}
HEAD = (
    "system                   event F1 (P / R)       slots  ungrounded  forbidden"
    "  s/article  requests  failed"
)


@dataclass(frozen=True, slots=True)
class Corpus:
    """A folder of gold."""

    folder: Path
    gold: Sequence[GoldArticle]

    @property
    def name(self) -> str:
        """What tables and files call it."""
        return self.folder.resolve().name


def main(
    gold: Annotated[list[Path], typer.Argument(help="Folders with one JSON file an article.")],
    *,
    base_url: Annotated[str | None, typer.Option(help="An OpenAI-compatible server.")] = None,
    model: Annotated[str, typer.Option(help="What that server calls the model.")] = LOCAL,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A folder.")] = None,
    systems: Annotated[str, typer.Option(help="Which, with commas.")] = ",".join(MODULES),
    passes: Annotated[Passes | None, typer.Option(help="For eventschema alone.")] = None,
    buffer: Annotated[int, typer.Option(help="langextract's max_char_buffer.")] = SMALL_WINDOW,
) -> None:
    """Run the systems on the articles of the GOLD folders, score them, and print a table."""
    asked = _modules(systems)
    corpora = [Corpus(folder, read_gold(folder)) for folder in gold]
    with endpoint(base_url, model) as found:
        served = Served(found, embedded=base_url is None, passes=passes, buffer=buffer)
        runs = {name: _runs(name, asked[name], served, corpora, output) for name in asked}
    table = "\n\n".join(_tables(corpora, runs, asked))
    typer.echo(table)
    if output is not None:
        (output / "table.txt").write_text(table + "\n", encoding="utf-8")


def _modules(systems: str) -> Mapping[str, System]:
    names = [name.strip() for name in systems.split(",")]
    if unknown := [name for name in names if name not in MODULES]:
        raise typer.BadParameter(f"{', '.join(unknown)}: the systems are {', '.join(MODULES)}")
    try:  # one by one: a peer that is not asked for need not be installed
        return {name: cast("System", import_module(MODULES[name])) for name in names}
    except ModuleNotFoundError as error:
        raise typer.BadParameter(f"{error}: pip install -r benchmarks/requirements.txt") from error


def _runs(
    name: str, system: System, served: Served, corpora: Sequence[Corpus], output: Path | None
) -> list[Run]:
    done = []
    with system.opened(served) as extract:
        for corpus in corpora:
            sys.stderr.write(f"{name} on {corpus.name}\n")
            target = _target(output, corpus, name)
            done.append(run(extract, articles(corpus.folder), output=target))
    return done


def _target(output: Path | None, corpus: Corpus, name: str) -> Path:
    if output is None:
        return Path(os.devnull)
    folder = output / corpus.name
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{name}.jsonl"


def _tables(
    corpora: Sequence[Corpus], runs: Mapping[str, Sequence[Run]], systems: Mapping[str, System]
) -> list[str]:
    versions = {name: system.version() for name, system in systems.items()}
    tables = [
        _table(corpus, {name: done[i] for name, done in runs.items()}, versions)
        for i, corpus in enumerate(corpora)
    ]
    if len(corpora) > 1:
        everything = Corpus(Path("all"), [article for corpus in corpora for article in corpus.gold])
        totals = {name: sum(done, Run()) for name, done in runs.items()}
        tables.append(_table(everything, totals, versions))
    return [*tables, *_failures(runs)]


def _table(corpus: Corpus, runs: Mapping[str, Run], versions: Mapping[str, str]) -> str:
    rows = [
        _row(f"{name} {versions[name]}", score(corpus.gold, done.records), done)
        for name, done in runs.items()
    ]
    return "\n".join([f"{corpus.name}, {len(corpus.gold)} articles", HEAD, *rows])


def _failures(runs: Mapping[str, Sequence[Run]]) -> list[str]:
    listed = [
        f"{name} failed on {article}: {reason}"
        for name, done in runs.items()
        for one in done
        for article, reason in one.failures.items()
    ]
    return ["\n".join(listed)] if listed else []


def _row(name: str, report: Report, done: Run) -> str:
    events = report.events
    figures = f"{events.f1:.3f} ({events.precision:.3f} / {events.recall:.3f})"
    numbers = f"{report.slot_accuracy.value:8.3f}{report.ungrounded:12}{report.forbidden:11}"
    cost = f"{done.pace:11.1f}{done.requests:10}{len(done.failures):8}"
    return f"{name:24} {figures:20}{numbers}{cost}"


if __name__ == "__main__":
    try:
        typer.run(main)
    except EventSchemaError as error:
        sys.exit(f"peers: {error}")
