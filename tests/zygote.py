"""Runs of the command that can be killed, in forks of a process that has everything imported.

As a program it reads the arguments of one run a line of standard input, as JSON, and answers with
the fork's process id, and, once that has ended, with its exit code, negative for a signal.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import IO, cast

from eventschema import Extractor, Plan
from eventschema.__main__ import enter
from eventschema.article import Article
from eventschema.models import connecting
from tests.scripted import ScriptedModel

ROOT = Path(__file__).parent.parent
LOG = "log.txt"
IMPORTED = connecting.connect
WARMING = "Both ministers met in Tavin on Monday. They signed the Isonzo Water Protocol."


class Zygote:
    """Runs the command in forks of a process that has everything imported."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.zygote"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._stdin = cast("IO[str]", self._process.stdin)
        self._stdout = cast("IO[str]", self._process.stdout)

    def start(self, *arguments: object) -> int:
        """The process id of a run."""
        self._stdin.write(json.dumps([str(argument) for argument in arguments]) + "\n")
        self._stdin.flush()
        return int(self._stdout.readline())

    def ended(self) -> int:
        """The exit code of the run, once it has ended; negative for a signal."""
        return int(self._stdout.readline())

    def close(self) -> None:
        """End it."""
        self._stdin.close()
        self._process.wait(10)
        self._stdout.close()


def serve() -> None:
    """Run until standard input closes."""
    Extractor(ScriptedModel(yes=1.0), plan=Plan()).extract(Article(text=WARMING))
    for line in sys.stdin:
        arguments = json.loads(line)
        child = os.fork()
        if child == 0:
            _run(arguments)
        _say(child)
        _say(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


def _run(arguments: list[str]) -> None:
    log = os.open(Path(arguments[-1]).with_name(LOG), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    sys.argv = ["eventschema", *arguments]
    enter()


def _say(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    serve()
