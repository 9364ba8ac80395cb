"""The command line: arguments in, exit code out.

Exit codes: 0, every question about every article was answered; 1, some were not, and the rest is
written; 2, the command or the configuration is wrong.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer
from pydantic import TypeAdapter

from eventschema.errors import ConfigurationError, EventSchemaError, ReaderGoneError
from eventschema.extractor import Extractor, drafts
from eventschema.models.embedded import ensure_engine, serve
from eventschema.models.readiness import readiness
from eventschema.models.settings import LOCAL, ModelSettings
from eventschema.models.weights import locate
from eventschema.plan import Passes, Plan
from eventschema.progress import RunProgress
from eventschema.reading import read
from eventschema.schema import Event
from eventschema.scoring.command import score
from eventschema.sinks import json_lines

SOME_FAILED = 1
WRONG = 2

app = typer.Typer(
    name="eventschema",
    help="Turn news articles into typed event records with evidence for every value.",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

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


def _print_version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(version("eventschema"))
        raise typer.Exit


@app.callback()
def options(
    *,
    wanted: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=lambda wanted: _print_version(wanted=wanted),
            is_eager=True,
            help="Show the version and exit.",
        ),
    ] = False,
) -> None:
    """Turn news articles into typed event records with evidence for every value."""


@app.command()
def extract(
    paths: Annotated[
        list[Path],
        typer.Argument(help=".txt, .html or .jsonl files, directories of them, - for stdin."),
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Where to write (default: stdout).")
    ] = None,
    rejects: Annotated[
        Path | None,
        typer.Option(
            help="Where to write rejected records (default: beside the output, *.rejects.jsonl)."
        ),
    ] = None,
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
    workers: Annotated[int, typer.Option(min=1, help="Articles asked at the same time.")] = 1,
    passes: Annotated[
        Passes | None,
        typer.Option(
            help="One question for each event type, or a single one (default: what fits the model)."
        ),
    ] = None,
) -> None:
    """Extract events: one JSON record a line."""
    plan = Plan(
        types=drafts(_listed(types)),
        passes=passes,
        reference_date=reference_date.date() if reference_date else None,
    )
    rejects = rejects or _beside(output)
    if output is not None and output.resolve() == rejects.resolve():
        raise ConfigurationError(f"{output} cannot take both the records and the rejected ones")
    articles = read(paths, written=[path for path in (output, rejects) if path is not None])
    with (
        RunProgress() as progress,
        Extractor(
            model, base_url=base_url, plan=plan, workers=workers, assembling=progress.assembling
        ) as extractor,
        json_lines(output) as records,
        json_lines(rejects) as rejected,
    ):
        for outcome in extractor.extract_many(articles):
            for event in outcome.events:
                records.write(event)
            for rejection in outcome.rejected:
                rejected.write(rejection)
            progress.advance(outcome)
    progress.print_summary()
    raise typer.Exit(0 if progress.complete else SOME_FAILED)


@app.command()
def schema(
    event_type: Annotated[
        str | None, typer.Argument(help="meeting, agreement, exercise or incident (default: all).")
    ] = None,
) -> None:
    """Print the JSON Schema of the records."""
    record = TypeAdapter(drafts([event_type])[0].record if event_type else Event)
    typer.echo(json.dumps(record.json_schema(), indent=2, ensure_ascii=False))


app.command()(score)


@app.command()
def model(model: ModelOption = None, base_url: BaseUrlOption = None) -> None:
    """Show which model would be used, and whether it is ready (exit code 2 where it is not)."""
    found = readiness(ModelSettings.choose(model, base_url=base_url))
    typer.echo(f"model  {found.model}\nwhere  {found.where}")
    typer.echo(f"ready  {'yes' if found.missing is None else 'no: ' + found.missing}")
    raise typer.Exit(0 if found.missing is None else WRONG)


@app.command()
def serve_model(
    model: ModelOption = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any free one.")] = 0,
) -> None:
    """Keep the embedded model running, so that other eventschema processes start at once."""
    settings = ModelSettings.choose(model or LOCAL)
    if not settings.is_embedded:
        raise ConfigurationError(f"{settings.model} is not run by eventschema; serve local instead")
    ensure_engine()
    with RunProgress() as progress:
        path = settings.gguf or locate(progress.assembling)
    with serve(path, port=port) as served:
        typer.echo(
            f"serving {served.endpoint.model} at {served.base_url}; stop with Ctrl-C", err=True
        )
        served.wait()


def main() -> None:
    """Run the command line, and exit."""
    try:
        app()
    except ReaderGoneError:
        sys.exit(0)
    except EventSchemaError as error:
        typer.echo(f"eventschema: {error}", err=True)
        sys.exit(WRONG)


def _listed(types: str | None) -> list[str] | None:
    return None if types is None else [name.strip() for name in types.split(",") if name.strip()]


def _beside(output: Path | None) -> Path:
    """Where rejected records go by default: beside the output, and nowhere beside a pipe."""
    return output.with_suffix(f".rejects{output.suffix}") if output else Path(os.devnull)
