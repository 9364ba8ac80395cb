"""The embedded model: an OpenAI-compatible endpoint on loopback, in a child process.

The rest of the code sees one more endpoint. The child ends with its parent, however that ends.
"""

from __future__ import annotations

import json
import os
import secrets
import tempfile
import weakref
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from eventschema.errors import ConfigurationError
from eventschema.models import gguf, server
from eventschema.models.child import Child
from eventschema.models.weights import BUILT_IN, INSTALL, cache_directory

START_TIMEOUT = 180.0
"""Seconds that a model may take to load: 1.6-4 s for the built-in one, minutes for a large one
on a slow disk."""

_ENGINE = "xllamacpp"
_HEALTH_TIMEOUT = 2.0  # seconds; the endpoint answers in milliseconds even while it generates


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible endpoint: "http://127.0.0.1:PORT/v1", its model's name, its key."""

    base_url: str
    model: str
    api_key: str = field(repr=False)


class EmbeddedServer:
    """A model that answers in a child process, until `close` or the end of the `with` block.

    `endpoint` is where, and by which name (see `name_of`).
    Threads may share it; requests are answered one after the other.
    """

    def __init__(self, child: Child, endpoint: Endpoint) -> None:
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
        is no model or not all of one, or the child does not come up: the message ends with the
        child's last words.
        """
        ensure_engine()
        settings = server.ServerSettings(
            model_path=str(model_path.resolve()),
            model=name_of(model_path),
            api_key=secrets.token_urlsafe(32),
            port=port,
            context=context,
        )
        with ExitStack() as undo:
            child = _spawned()
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

    def last_words(self) -> str:
        """The child's exit code and the end of its log; a child that runs still is killed."""
        return self._child.last_words()

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


def ensure_engine() -> None:
    """Raise ConfigurationError, naming the command to run, where the engine is not installed."""
    if find_spec(_ENGINE) is None:
        raise ConfigurationError(f"The embedded model's engine is not installed. Run: {INSTALL}")


def ensure_model(path: Path) -> None:
    """Raise ConfigurationError where the file cannot be the model, or not all of it.

    The engine itself says no more of these than that it failed.
    """
    try:
        if path.name != BUILT_IN.path.name:
            gguf.ensure_whole(path)
        elif (size := path.stat().st_size) != BUILT_IN.size:
            raise ConfigurationError(
                f"The model {path} has {size:,} bytes instead of {BUILT_IN.size:,}. "
                "Delete it and fetch it again."
            )
    except OSError as error:
        file = error.filename or path
        raise ConfigurationError(f"The model {file} cannot be read: {error.strerror}.") from error


def name_of(path: Path) -> str:
    """The name that records give: that of the file, and which of the files so named it is.

    Raises ConfigurationError where the file cannot be the model; see `ensure_model`.
    """
    ensure_model(path)
    name = path.stem
    return name if path.name == BUILT_IN.path.name else f"{name}@{gguf.fingerprint(path)}"


def _spawned() -> Child:
    try:
        return Child()
    except OSError as error:
        raise ConfigurationError(f"The embedded model's process cannot start: {error}.") from error


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
    return endpoint if endpoint is not None and answers(endpoint) else None


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


def answers(endpoint: Endpoint) -> bool:
    """Whether the model is there, be it busy or not.

    The key makes the answer prove that it is ours: another program on the port would refuse it.
    """
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
