"""eventschema on a sample of MUC-4: incidents only, the text true-cased beforehand."""

from __future__ import annotations

import json
import os
import sys
from collections import defaultdict
from collections.abc import Container, Sequence
from pathlib import Path
from typing import Annotated

import typer

from eventschema import Article, BaseEvent, Plan
from eventschema.draft import IncidentDraft
from eventschema.errors import EventSchemaError
from eventschema.scoring import PredictedRecord
from eventschema.scoring.command import draw
from eventschema.scoring.muc_report import score_muc
from eventschema.scoring.muc_templates import MucTemplate, Templates, as_template, read_templates
from run import run
from systems.own import extracting
from truecase import true_cased


def main(
    gold: Annotated[Path, typer.Argument(help="MUC-4 documents with templates, one a line.")],
    *,
    sample: Annotated[int | None, typer.Option(min=1, help="How many documents.")] = None,
    seed: Annotated[int, typer.Option(help="Another seed draws other documents.")] = 0,
    model: Annotated[str | None, typer.Option("--model", "-m", help="As of the command.")] = None,
    base_url: Annotated[str | None, typer.Option(help="An OpenAI-compatible server.")] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A folder.")] = None,
    problems: Annotated[bool, typer.Option("--problems", help="List what is wrong.")] = False,
) -> None:
    """Extract incidents from a sample of the documents, and print the scores of MUC-4."""
    templates = read_templates(gold)
    drawn, _ = draw(templates, sample, seed=seed)
    with extracting(model, base_url=base_url, plan=Plan(types=[IncidentDraft])) as extract:
        done = run(extract, _articles(gold, drawn), output=_target(output))
    wanted = {name: found for name, found in templates.items() if name in drawn}
    report = score_muc(wanted, _predicted(done.records))
    typer.echo(f"{report}\n\n{done.pace:.1f} s an article, {done.requests} requests")
    for article, reason in done.failures.items():
        typer.echo(f"failed on {article}: {reason}")
    if problems:
        typer.echo("\n".join(report.problems))


def _articles(gold: Path, drawn: Container[str]) -> list[Article]:
    lines = gold.read_text(encoding="utf-8").split("\n")
    documents = [json.loads(line) for line in lines if line.strip()]
    return [
        Article(id=one["doc_id"], text=true_cased(one["text_full"]), published=one["date"])
        for one in documents
        if one["doc_id"] in drawn
    ]


def _predicted(records: Sequence[BaseEvent]) -> Templates:
    templates: dict[str, list[MucTemplate]] = defaultdict(list)
    for record in records:
        template = as_template(PredictedRecord.model_validate(record.model_dump(mode="json")))
        templates[record.article.id] += [template] if template else []
    return templates


def _target(output: Path | None) -> Path:
    if output is None:
        return Path(os.devnull)
    output.mkdir(parents=True, exist_ok=True)
    return output / "events.jsonl"


if __name__ == "__main__":
    try:
        typer.run(main)
    except EventSchemaError as error:
        sys.exit(f"muc: {error}")
