"""Extract, score and calibrate in one go: how good eventschema is on some gold, and how fast."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from eventschema import Plan
from eventschema.errors import EventSchemaError
from eventschema.plan import Passes
from eventschema.scoring import read_gold, score
from run import articles, run
from systems.own import extracting


def main(
    gold: Annotated[Path, typer.Argument(help="A folder with one JSON file an article.")],
    *,
    model: Annotated[str | None, typer.Option("--model", "-m", help="As of the command.")] = None,
    base_url: Annotated[str | None, typer.Option(help="An OpenAI-compatible server.")] = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="Records.")] = Path(os.devnull),
    passes: Annotated[Passes | None, typer.Option(help="As of the command.")] = None,
    problems: Annotated[bool, typer.Option("--problems", help="List what is wrong.")] = False,
) -> None:
    """Print scores, calibration, seconds an article and what failed."""
    wanted = read_gold(gold)
    with extracting(model, base_url=base_url, plan=Plan(passes=passes)) as extract:
        done = run(extract, articles(gold), output=output)
    report = score(wanted, done.records)
    typer.echo(f"{report}\n\n{done.pace:.1f} s an article, {done.requests} requests")
    for article, reason in done.failures.items():
        typer.echo(f"failed on {article}: {reason}")
    if problems:
        typer.echo("\n".join(map(str, report.problems)))


if __name__ == "__main__":
    try:
        typer.run(main)
    except EventSchemaError as error:
        sys.exit(f"quality: {error}")
