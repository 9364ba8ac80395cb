"""The command `extract`: its options, and what they add up to."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from eventschema.api import drafts
from eventschema.extractor import Extractor
from eventschema.forks import spare_cores
from eventschema.models.settings import ModelSettings
from eventschema.plan import Passes, Plan
from eventschema.reading import read
from eventschema.running.destination import Destination
from eventschema.running.estimate import estimate
from eventschema.running.progress import RunProgress
from eventschema.running.run import Run
from eventschema.traffic import Limits

SOME_FAILED = 1
STOPPED = 3

WORKERS_A_FORK = 16
"""How many requests at a time one process keeps busy that reads articles for them."""

FORKS_A_CORE = 2
"""Each rests while a thread fetches what it has done, and brings it more; then the other works."""

ModelOption = Annotated[
    str | None,
    typer.Option(
        "--model",
        "-m",
        help="local, openai/NAME, ollama/NAME, another provider/NAME, or a path to a .gguf file "
        "(default: EVENTSCHEMA_MODEL, else local, the embedded model).",
    ),
]
BaseUrlOption = Annotated[
    str | None,
    typer.Option(
        help="An OpenAI-compatible server that has the model (default: EVENTSCHEMA_BASE_URL)."
    ),
]


def extract(
    paths: Annotated[
        list[Path],
        typer.Argument(help=".txt, .html or .jsonl files, directories of them, - for stdin."),
    ],
    *,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Where to write (default: stdout).")
    ] = None,
    rejects: Annotated[
        Path | None,
        typer.Option(
            help="Where to write rejected records (default: beside the output, *.rejects.jsonl)."
        ),
    ] = None,
    resume: Annotated[
        bool,
        typer.Option("--resume", help="Go on with the run that was writing the output."),
    ] = False,
    model: ModelOption = None,
    base_url: BaseUrlOption = None,
    types: Annotated[
        str | None,
        typer.Option(help="Only these, with commas: meeting,agreement,exercise,incident."),
    ] = None,
    reference_date: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], help="Publication date of articles that do not give their own."
        ),
    ] = None,
    passes: Annotated[
        Passes | None,
        typer.Option(
            help="One question for each event type, or a single one (default: what fits the model)."
        ),
    ] = None,
    workers: Annotated[
        int, typer.Option(min=1, help="Requests that are under way at the same time.")
    ] = 1,
    as_completed: Annotated[
        bool,
        typer.Option(
            "--as-completed", help="Write each article's records as soon as they are there."
        ),
    ] = False,
    rpm: Annotated[
        float | None, typer.Option(help="Requests a minute; fewer where the endpoint throttles.")
    ] = None,
    tpm: Annotated[float | None, typer.Option(help="Tokens a minute.")] = None,
    max_requests: Annotated[
        int | None, typer.Option(help="Stop before more requests than this, retries counted.")
    ] = None,
    max_tokens: Annotated[
        int | None, typer.Option(help="Stop before more tokens than this, answers counted.")
    ] = None,
    max_seconds: Annotated[
        float | None, typer.Option(help="Ask nothing more after so many seconds.")
    ] = None,
    max_failures: Annotated[
        int,
        typer.Option(
            help="Stop after so many failed requests in a row, if none was answered for 10 minutes."
        ),
    ] = 20,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help="Say how many requests and tokens it takes; send nothing."),
    ] = False,
) -> None:
    """Extract events: one JSON record a line."""
    plan = Plan(
        types=drafts(_listed(types)),
        passes=passes,
        reference_date=reference_date.date() if reference_date else None,
    )
    limits = Limits(max_requests, max_tokens, max_seconds, rpm, tpm, max_failures)
    destination = Destination(output, rejects, resume=resume)
    articles = read(paths, written=destination.written)
    if dry_run:
        settings = ModelSettings.choose(model, base_url=base_url)
        with RunProgress() as progress:
            estimated = estimate(destination.still_open(articles), settings, plan, progress)
        typer.echo(estimated)
        return
    with (
        RunProgress(resumable=destination.files is not None) as progress,
        Extractor(
            model,
            base_url=base_url,
            plan=plan,
            workers=workers,
            limits=limits,
            forks=min(FORKS_A_CORE * spare_cores(), workers // WORKERS_A_FORK),
            replies=destination.files.replies if destination.files else None,
            assembling=progress.assembling,
        ) as extractor,
        destination.opened(extractor, progress) as sink,
    ):
        stopped = Run(extractor, sink, progress).go(articles, ordered=not as_completed)
    if stopped is not None:
        progress.stopped(stopped)
    progress.print_summary()
    if stopped is not None:
        raise typer.Exit(STOPPED)
    raise typer.Exit(0 if progress.complete else SOME_FAILED)


def _listed(types: str | None) -> list[str] | None:
    return None if types is None else [name.strip() for name in types.split(",") if name.strip()]
