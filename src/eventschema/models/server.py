"""The child process of the embedded model: one engine, an OpenAI-compatible endpoint on loopback.

A script for `embedded`, which talks to it over its standard streams: the first line of stdin is a
`ServerSettings` as JSON, the one line of stdout is `{"base_url": ..., "pid": ...}` once the model
answers, stderr is the log. It ends as soon as stdin closes, and stdin closes when the parent ends,
whatever ends the parent (while a model loads, on Linux only). A process of its own, because an
engine that is dropped while a request is in flight deadlocks, because it holds the interpreter's
lock for as long as a model loads, and because one that runs out of memory dies alone.

It imports nothing of eventschema, so that it starts while the parent is still importing.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

if sys.platform == "linux":
    import fcntl

CONTEXT = 8192
"""Tokens of prompt and answer together: articles with room to spare, and 230 MB of memory."""

# MiB for the states of earlier prompts. A question that returns to a prefix of 380 tokens after
# another one took 0.3 s with it and 4.9 s without (2 cores); a token's state takes 28 KiB.
_PROMPT_CACHE = 512

# The log level: nothing in it for a request that goes well, 150 bytes for one that is too long.
_ERRORS_ONLY = 1


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """What the child is told. `port` 0 means any free one; `context` counts tokens."""

    model_path: str
    model: str
    api_key: str
    port: int = 0
    context: int = CONTEXT


class _Engine(Protocol):
    @property
    def listening_address(self) -> str: ...


def main() -> None:
    """Serve until stdin closes."""
    line = sys.stdin.readline()
    if not line:
        return
    try:
        with redirect_stdout(sys.stderr), _ended_by_hang_up():
            engine = _engine(ServerSettings(**json.loads(line)))
    except (ImportError, RuntimeError) as error:
        sys.exit(str(error))
    ready = {"base_url": f"{engine.listening_address}/v1", "pid": os.getpid()}
    sys.stdout.write(json.dumps(ready) + "\n")
    sys.stdout.flush()
    sys.stdin.read()
    os._exit(0)  # a normal exit would wait for requests in flight


@contextmanager
def _ended_by_hang_up() -> Iterator[None]:
    """Let the system end this process when stdin closes, as no thread of it can meanwhile."""
    if sys.platform != "linux":
        yield
        return
    stdin = sys.stdin.fileno()
    flags = fcntl.fcntl(stdin, fcntl.F_GETFL)
    fcntl.fcntl(stdin, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(stdin, fcntl.F_SETFL, flags | os.O_ASYNC)  # SIGIO, whose default is to terminate
    try:
        yield
    finally:
        fcntl.fcntl(stdin, fcntl.F_SETFL, flags)


def _engine(settings: ServerSettings) -> _Engine:
    xllamacpp = importlib.import_module("xllamacpp")
    params = xllamacpp.CommonParams()
    params.model.path = settings.model_path
    params.model_alias = {settings.model}
    params.hostnames = ["127.0.0.1"]
    params.port = settings.port
    params.api_keys = [settings.api_key]
    params.cors_origins = ""  # no web page may call it
    params.cors_origins_explicit = True
    params.ui = False
    params.endpoint_slots = False
    params.n_ctx = settings.context
    params.fit_params = False  # the context is given: 1.0 s less than with a trial of what fits
    params.n_parallel = 1  # two slots were no faster, and made texts at temperature 0 change
    params.cache_ram_mib = _PROMPT_CACHE
    params.verbosity = _ERRORS_ONLY
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = thread_count()
    engine: _Engine = xllamacpp.Server(params)
    return engine


def thread_count() -> int:
    """The physical cores that this process may use, or -1 (the engine's choice) off Linux.

    Obeys the affinity mask and the CPU quota of a container: threads beyond them only wait for
    one another.
    """
    if sys.platform != "linux":
        return -1
    cores = {_core(cpu) for cpu in os.sched_getaffinity(0)}
    return min(len(cores), _quota())


def _core(cpu: int) -> str:
    topology = Path(f"/sys/devices/system/cpu/cpu{cpu}/topology/thread_siblings_list")
    try:
        return topology.read_text(encoding="ascii")
    except OSError:
        return str(cpu)


def _quota() -> int:
    try:
        limit, period = Path("/sys/fs/cgroup/cpu.max").read_text(encoding="ascii").split()
        return max(1, int(limit) // int(period))
    except (OSError, ValueError):  # no such control group, or a limit of "max"
        return sys.maxsize


if __name__ == "__main__":
    main()
