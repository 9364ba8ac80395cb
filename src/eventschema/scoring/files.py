"""JSON files of other hands, read with the place of whatever is wrong in them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from eventschema.errors import EventSchemaError

STDIN = "-"

Model = TypeVar("Model", bound=BaseModel)


class ScoringError(EventSchemaError):
    """Gold or predicted records cannot be read; the message names the file, the line and why."""


def rows(path: Path) -> Iterator[tuple[str, object]]:
    """The JSON value of every line that is not blank, each with its place ("x.jsonl, line 3").

    A path "-" is standard input.

    Raises:
        ScoringError: the file cannot be read, or a line is not JSON.

    """
    for number, line in enumerate(contents(path).split("\n"), start=1):
        if line.strip():
            place = f"{path}, line {number}"
            yield place, parsed(line, place)


def contents(path: Path) -> str:
    """The text of a file, or of standard input.

    Raises:
        ScoringError: it cannot be read, or is not UTF-8.

    """
    try:
        raw = sys.stdin.buffer.read() if str(path) == STDIN else path.read_bytes()
        return raw.decode("utf-8-sig")
    except OSError as error:
        raise ScoringError(f"{path} cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise ScoringError(f"{path} is not UTF-8: byte {error.start}") from error


def parsed(text: str, place: str) -> object:
    """The JSON value of a text.

    Raises:
        ScoringError: it is not JSON.

    """
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ScoringError(f"{place}: not JSON: {error}") from error
    return value


def validated(model: type[Model], value: object, place: str) -> Model:
    """The value as a `model`.

    Raises:
        ScoringError: it is none; the first thing that is wrong is named.

    """
    try:
        return model.model_validate(value)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        reason = f"{where}: {first['msg']}" if where else first["msg"]
        raise ScoringError(f"{place}: {reason}") from error
