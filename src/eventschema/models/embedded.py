"""The embedded model: an OpenAI-compatible endpoint on loopback, in a child process.

The rest of the code sees one more endpoint. The child ends with its parent, however that ends.
"""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
import tempfile
import threading
import time
import weakref
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict, dataclass, field
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import IO, Self, cast
from urllib.parse import urlsplit

from eventschema.errors import ConfigurationError
from eventschema.models import server
from eventschema.models.weights import BUILT_IN, INSTALL, cache_directory

START_TIMEOUT = 180.0
"""Seconds that a model may take to load: 1.6-4 s for the built-in one, minutes for a large one
on a slow disk."""

_ENGINE = "xllamacpp"
# By its path and with -P: the package's own imports are spared, and no module of the current
# folder is taken for one of the library's.
_COMMAND = (sys.executable, "-P", server.__file__)
_GRACE = 2.0  # seconds before the next, harder way to end the child; the first takes 0.04 s
_HEALTH_TIMEOUT = 2.0  # seconds; the endpoint answers in milliseconds even while it generates
_LOG_LINES = 8

if sys.platform == "win32":
    _NEW_GROUP = subprocess.CREATE_NEW_PROCESS_GROUP
else:
    _NEW_GROUP = 0


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible endpoint: "http://127.0.0.1:PORT/v1", its model's name, its key."""

    base_url: str
    model: str
    api_key: str = field(repr=False)


class EmbeddedServer:
    """A model that answers in a child process, until `close` or the end of the `with` block.

    `endpoint` is where, and `model` the name for records: the file's name without its suffix.
    Threads may share it; requests are answered one after the other.
    """

    def __init__(self, child: _Child, endpoint: Endpoint) -> None:
        self.endpoint = endpoint
        self._child = child
        self._close = weakref.finalize(self, child.stop)

    @classmethod
    def start(
        cls,
        model_path: Path,
        *,
        port: int = 0,
        context: int = server.CONTEXT,
        timeout: float = START_TIMEOUT,
    ) -> Self:
        """Start a child with the GGUF file and wait until it answers, at most `timeout` seconds.

        `port` 0 takes any free one; `context` is the most tokens that a prompt and its answer may
        have together. Raises ConfigurationError where the engine or the file is missing, the file
        is no model, or the child does not come up: the message ends with the child's last words.
        """
        ensure_engine()
        _ensure_model(model_path)
        settings = server.ServerSettings(
            model_path=str(model_path.resolve()),
            model=model_path.stem,
            api_key=secrets.token_urlsafe(32),
            port=port,
            context=context,
        )
        with ExitStack() as undo:
            child = _Child()
            undo.callback(child.stop)
            base_url = child.ready(settings, timeout=timeout)
            undo.pop_all()
        return cls(child, Endpoint(base_url, settings.model, settings.api_key))

    @property
    def base_url(self) -> str:
        """The endpoint's address: "http://127.0.0.1:PORT/v1"."""
        return self.endpoint.base_url

    @property
    def api_key(self) -> str:
        """The key that the endpoint asks for; a new random one for each start."""
        return self.endpoint.api_key

    @property
    def alive(self) -> bool:
        """Whether the child runs still."""
        return self._close.alive and self._child.process.poll() is None

    @property
    def pid(self) -> int:
        """The child's process id."""
        return self._child.process.pid

    def wait(self) -> int:
        """Block until the child ends; its exit code, negative for a signal."""
        return self._child.process.wait()

    def close(self) -> None:
        """End the child, with whatever it is doing. Closing again does nothing."""
        self._close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class _Child:
    """The process, the pipes to it and its log."""

    def __init__(self) -> None:
        with ExitStack() as opened:
            self._log = opened.enter_context(tempfile.TemporaryFile())
            self.process = opened.enter_context(
                subprocess.Popen(  # noqa: S603 - our own script, by this interpreter
                    _COMMAND,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=self._log,
                    text=True,
                    encoding="utf-8",
                    start_new_session=True,  # Ctrl-C in a terminal is for the parent alone
                    creationflags=_NEW_GROUP,  # and so on Windows
                )
            )
            self._open = opened.pop_all()
        self._stdin = cast("IO[str]", self.process.stdin)
        self._stdout = cast("IO[str]", self.process.stdout)

    def ready(self, settings: server.ServerSettings, *, timeout: float) -> str:
        """The base URL, once the child has said that it answers."""
        began = time.monotonic()
        watchdog = threading.Timer(timeout, self.process.kill)
        watchdog.start()
        try:
            with suppress(OSError):  # it has ended already: reading tells
                self._stdin.write(json.dumps(asdict(settings)) + "\n")
                self._stdin.flush()
            line = self._stdout.readline()
        finally:
            watchdog.cancel()
        if line:
            return str(json.loads(line)["base_url"])
        late = time.monotonic() - began >= timeout
        raise ConfigurationError(
            f"The embedded model {settings.model_path} did not start"
            f"{f' within {timeout:g} seconds' if late else ''}: {self._last_words()}"
        )

    def stop(self) -> None:
        """End the process, first by hanging up, and let go of everything.

        In a fork of the parent only the fork's copies of the pipes are closed.
        """
        with self._open:
            for end in (self._hang_up, self.process.terminate, self.process.kill):
                end()
                with suppress(subprocess.TimeoutExpired):
                    self.process.wait(_GRACE)
                    break

    def _hang_up(self) -> None:
        with suppress(OSError):
            self._stdin.close()

    def _last_words(self) -> str:
        self.process.kill()  # the two share the position in the log
        code = self.process.wait()
        self._log.seek(0)
        lines = self._log.read().decode("utf-8", errors="replace").strip().splitlines()
        return "\n".join([f"exit code {code}", *lines[-_LOG_LINES:]])


def ensure_engine() -> None:
    """Raise ConfigurationError, naming the command to run, where the engine is not installed."""
    if find_spec(_ENGINE) is None:
        raise ConfigurationError(f"The embedded model's engine is not installed. Run: {INSTALL}")


def _ensure_model(path: Path) -> None:
    # The engine itself says no more of these than that it failed.
    try:
        with path.open("rb") as file:
            magic = file.read(4)
        size = path.stat().st_size
    except OSError as error:
        raise ConfigurationError(f"The model {path} cannot be read: {error.strerror}.") from error
    if magic != b"GGUF":
        raise ConfigurationError(f"The model {path} is not a GGUF file.")
    if path.name == BUILT_IN.path.name and size != BUILT_IN.size:
        raise ConfigurationError(
            f"The model {path} has {size:,} bytes instead of {BUILT_IN.size:,}. "
            "Delete it and fetch it again."
        )


@contextmanager
def serve(
    model_path: Path, *, port: int = 0, context: int = server.CONTEXT
) -> Iterator[EmbeddedServer]:
    """Start the model and let other processes of the same user find it with `running`.

    Its endpoint, key included, stands in a file in the cache directory that only the user can
    read, until the `with` block ends. Raises what `EmbeddedServer.start` raises, and
    ConfigurationError where a model is being served already.
    """
    if (found := running()) is not None:
        raise ConfigurationError(f"{found.model} is being served already, at {found.base_url}.")
    with EmbeddedServer.start(model_path, port=port, context=context) as served:
        _announce(served.endpoint)
        try:
            yield served
        finally:
            if _announced() == served.endpoint:
                _state_file().unlink(missing_ok=True)


def running() -> Endpoint | None:
    """The endpoint that `serve` keeps in another process, or None where none answers."""
    endpoint = _announced()
    return endpoint if endpoint is not None and _answers(endpoint) else None


def _state_file() -> Path:
    return cache_directory() / "served-model.json"


def _announce(endpoint: Endpoint) -> None:
    target = _state_file()
    target.parent.mkdir(parents=True, exist_ok=True)
    # Temporary files have mode 0600.
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", dir=target.parent, delete=False
    ) as file:
        json.dump({**asdict(endpoint), "pid": os.getpid()}, file)
    Path(file.name).replace(target)


def _announced() -> Endpoint | None:
    try:
        state = json.loads(_state_file().read_text(encoding="utf-8"))
        return Endpoint(str(state["base_url"]), str(state["model"]), str(state["api_key"]))
    except (OSError, ValueError, LookupError, TypeError):
        return None


def _answers(endpoint: Endpoint) -> bool:
    # The key makes the answer prove that it is ours: another program on the port would refuse it.
    address = urlsplit(endpoint.base_url)
    connection = HTTPConnection(address.netloc, timeout=_HEALTH_TIMEOUT)
    try:
        key = {"Authorization": f"Bearer {endpoint.api_key}"}
        connection.request("GET", f"{address.path}/models", headers=key)
        return connection.getresponse().status == HTTPStatus.OK
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
