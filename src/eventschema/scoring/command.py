"""The command `eventschema score`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from eventschema.scoring.events import score as score_events
from eventschema.scoring.gold import read_gold
from eventschema.scoring.muc_report import MucReport, score_muc
from eventschema.scoring.muc_templates import read_templates
from eventschema.scoring.predicted import read_predicted
from eventschema.scoring.report import Report


def score(
    gold: Annotated[
        Path, typer.Argument(help="A folder of .json files, one an article, or a .jsonl file.")
    ],
    predicted: Annotated[Path, typer.Argument(help="Records, one a line; - for stdin.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, not a table.")] = False,
    errors: Annotated[bool, typer.Option("--errors", help="List what is wrong, too.")] = False,
    muc: Annotated[
        bool,
        typer.Option(
            "--muc", help="Gold is MUC-4 templates, a document a line; so may be the predicted."
        ),
    ] = False,
    sample: Annotated[
        int | None, typer.Option(min=1, help="Only so many articles, drawn by their ids.")
    ] = None,
    seed: Annotated[int, typer.Option(help="Another seed draws another sample.")] = 0,
) -> None:
    """Compare records with gold: precision, recall, slots, evidence; or CEAF-REE and CEAF-RME."""
    report, drawn = (
        _muc(gold, predicted, sample, seed) if muc else _own(gold, predicted, sample, seed)
    )
    listed = sorted(drawn) if sample else []
    problems = [str(problem) for problem in report.problems] if errors else []
    if as_json:
        chosen = {"sample": listed} if sample else {}
        named = {"errors": problems} if errors else {}
        typer.echo(json.dumps(report.as_json() | chosen | named, indent=1, ensure_ascii=False))
        return
    typer.echo(str(report))
    if listed:
        typer.echo(f"\nsample of {len(listed)}: {' '.join(listed)}")
    if problems:
        typer.echo("\n" + "\n".join(problems))


def _own(gold: Path, predicted: Path, sample: int | None, seed: int) -> tuple[Report, set[str]]:
    articles = read_gold(gold)
    ids = [article.id for article in articles]
    drawn, left_out = draw(ids, sample, seed=seed)
    records = [record for record in read_predicted(predicted) if record.article.id not in left_out]
    return score_events([article for article in articles if article.id in drawn], records), drawn


def _muc(gold: Path, predicted: Path, sample: int | None, seed: int) -> tuple[MucReport, set[str]]:
    templates = read_templates(gold)
    drawn, left_out = draw(templates, sample, seed=seed)
    wanted = {name: found for name, found in templates.items() if name in drawn}
    given = {n: found for n, found in read_templates(predicted).items() if n not in left_out}
    return score_muc(wanted, given), drawn


def draw(ids: Iterable[str], size: int | None, *, seed: int) -> tuple[set[str], set[str]]:
    """The ids of a random sample, and the others; without a size, all and none.

    The order of digests is a random order that is the same everywhere: a larger sample of the same
    seed contains the smaller one.
    """
    ordered: Sequence[str] = sorted(
        ids, key=lambda name: hashlib.sha256(f"{seed}:{name}".encode()).digest()
    )
    return set(ordered[:size]), set(ordered[size:]) if size is not None else set()
