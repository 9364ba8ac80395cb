"""What the README shows is what happens: its code, its commands, and what they print."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import typer
from typer.testing import CliRunner

from eventschema import api, extractor
from eventschema.cli import app
from eventschema.delivery import Delivery, RetryPolicy
from eventschema.language import counts, dates
from eventschema.models.embedded import Endpoint
from eventschema.models.lives import EmbeddedModel, Life
from eventschema.models.remote import RemoteModel
from eventschema.models.weights import BUILT_IN
from tests import recordings
from tests.conftest import CASSETTES
from tests.within import Respond, endpoint_within

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")

FENCE = re.compile(r"(?ms)^```(\w*)\n(.*?)^```\n(?:```text\n(.*?)^```\n)?")


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its text, and the plain text that follows it at once."""

    language: str
    text: str
    output: str


def blocks(language: str) -> list[Block]:
    """The README's fenced blocks in a language."""
    found = re.findall(
        r"^```(\w*)\n(.*?)^```\n(?:```text\n(.*?)^```\n)?", README, re.MULTILINE | re.DOTALL
    )
    return [Block(*parts) for parts in found if parts[0] == language]


def commands(text: str) -> Iterator[list[str]]:
    """The single commands of shell lines: what stands between pipes, redirections and "&&"."""
    lexer = shlex.shlex(text.replace("\n", "; "), posix=True, punctuation_chars=True)
    lexer.whitespace_split = True
    command: list[str] = []
    for token in lexer:
        if set(token) <= set("|&;><"):
            yield command
            command = []
        else:
            command.append(token)
    yield command


def documented(program: str) -> list[list[str]]:
    """The arguments of every call of a program in the README's shell blocks and inline code."""
    shell = [block.text for block in blocks("sh")]
    shell += re.findall(r"(?m)^\$ (.*)$", README)
    shell += re.findall(rf"`({program} [^`\n]+)`", README)
    calls = [call for text in shell for call in commands(text)]
    return [call[1:] for call in calls if call[:1] == [program]]


def rows(head: str) -> list[list[str]]:
    """The cells, without their backticks, of the table whose first line begins like this."""
    plain = README.replace("`", "")
    _, _, table = plain[plain.index(f"| {head}") :].partition("|\n")
    lines = takewhile(lambda line: line.startswith("|"), table.splitlines()[1:])
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@pytest.fixture(scope="module")
def endpoint() -> Respond:
    """What the embedded model said of the articles in examples/articles."""
    return recordings.replayed(CASSETTES / "test_extraction")


@pytest.fixture(autouse=True)
def replay(endpoint: Respond, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let every model give the recorded answer to every question, at the checkout's root."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "200")
    for variable in ("EVENTSCHEMA_MODEL", "EVENTSCHEMA_BASE_URL"):
        monkeypatch.delenv(variable, raising=False)
    at = endpoint_within(endpoint)
    remote = RemoteModel.at(at, BUILT_IN.name, delivery=Delivery(RetryPolicy(attempts=1)))
    nowhere = Endpoint(recordings.NOWHERE, BUILT_IN.name, "none")
    model = EmbeddedModel(lambda: Life(remote, nowhere))
    for module in (api, extractor):
        monkeypatch.setattr(module, "connected", lambda *_: model)
    api._kept.cache_clear()  # noqa: SLF001 - the model of `extract` outlives a call
    yield
    api._kept.cache_clear()  # noqa: SLF001
    model.close()


@pytest.mark.parametrize("block", blocks("python"), ids=lambda block: block.text.split("\n")[0])
def test_code_prints_what_the_readme_shows(block: Block) -> None:
    """Every Python block runs, and its output is the text block below it."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(block.text, "README.md", "exec"), {"__name__": "readme"})  # noqa: S102
    assert printed.getvalue() == block.output


@pytest.mark.parametrize("block", blocks("console"), ids=lambda block: block.text.split("\n")[0])
def test_commands_print_what_the_readme_shows(block: Block) -> None:
    """Every `$` line runs, and its output, which it may cut to a width, is what stands below."""
    command, _, shown = block.text.partition("\n")
    (_, *arguments), *cut = commands(command.removeprefix("$ "))
    result = CliRunner().invoke(app, arguments)
    width = int(cut[0][2].removeprefix("1-")) if cut else None
    assert result.exit_code == 0, result.output
    assert [line[:width] for line in result.stdout.splitlines()] == shown.splitlines()


@pytest.mark.parametrize("arguments", documented("eventschema"), ids=" ".join)
def test_documented_commands_and_options_exist(arguments: list[str]) -> None:
    """Every call of eventschema in the README is one that the command line can read."""
    group = typer.main.get_group(app)
    command = group.commands[arguments[0]]
    assert command.make_context(arguments[0], arguments[1:]).params


def test_extras_and_targets_exist() -> None:
    """Every extra that is installed and every target that is made in the README is there."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = re.findall(r"pip install (?:-e )?'\.\[([\w,]+)\]'", README)
    assert {extra for extras in asked for extra in extras.split(",")} <= set(
        project["optional-dependencies"]
    )
    made = {target for (target, *_) in documented("make")}
    targets = re.findall(
        r"^([\w-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert made
    assert made <= set(targets)


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#]+)\)", README))
def test_linked_files_exist(link: str) -> None:
    """A link without a scheme leads to a file of the project."""
    assert urlsplit(link).scheme or (ROOT / link).is_file()


@pytest.mark.parametrize("row", rows("words | published"), ids=lambda row: row[0])
def test_dates_are_what_the_table_says(row: list[str]) -> None:
    """Every row of the table of dates: the words and the day they count from, and the value."""
    words, published, *shown = row
    reference = date.fromisoformat(published) if published else None
    resolved = dates.resolve(words, published=reference)
    assert [resolved.edtf or "null", resolved.precision, resolved.basis] == shown


@pytest.mark.parametrize("row", rows("words | low"), ids=lambda row: row[0])
def test_counts_are_what_the_table_says(row: list[str]) -> None:
    """Every row of the table of counts: the words, and the bounds."""
    words, *shown = row
    count = counts.parse(words)
    assert count is not None
    bounds = (count.low, count.best, count.high)
    assert ["" if bound is None else str(bound) for bound in bounds] == shown


@pytest.mark.parametrize("word", re.findall(r"\| `(EVENTSCHEMA_\w+)`", README))
def test_environment_variables_are_read(word: str) -> None:
    """Every variable of the README's table stands in the source."""
    sources = (ROOT / "src").rglob("*.py")
    assert any(f'"{word}"' in source.read_text(encoding="utf-8") for source in sources)
