"""The command line: arguments in, exit code out.

Exit codes: 0, every question about every article was answered; 1, some were not, and the rest is
written; 2, the command or the configuration is wrong; 3, a limit ended the run before its end; 130
and 143, Ctrl-C and SIGTERM did.
"""

from __future__ import annotations

import json
import sys
from importlib.metadata import version
from typing import Annotated

import typer
from pydantic import TypeAdapter

from eventschema.api import drafts
from eventschema.errors import ConfigurationError, EventSchemaError, ReaderGoneError
from eventschema.models.embedded import ensure_engine, serve
from eventschema.models.readiness import readiness
from eventschema.models.settings import LOCAL, ModelSettings
from eventschema.models.weights import locate
from eventschema.running.command import BaseUrlOption, ModelOption, extract
from eventschema.running.interruption import Interrupted
from eventschema.running.progress import RunProgress, legible
from eventschema.schema import Event
from eventschema.scoring.command import score

WRONG = 2

app = typer.Typer(
    name="eventschema",
    help="Turn news articles into typed event records with evidence for every value.",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


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


app.command()(extract)


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
    except Interrupted as interrupted:
        sys.exit(interrupted.exit_code)
    except EventSchemaError as error:
        typer.echo(f"eventschema: {legible(str(error), breaks=True)}", err=True)
        sys.exit(WRONG)
