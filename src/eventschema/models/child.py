"""The process of the embedded model, as its parent sees it: the pipes to it and its log."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import ExitStack, suppress
from dataclasses import asdict
from typing import IO, cast

from eventschema.errors import ConfigurationError
from eventschema.models import server

# By its path and with -P: the package's own imports are spared, and no module of the current
# folder is taken for one of the library's.
_COMMAND = (sys.executable, "-P", server.__file__)
_GRACE = 2.0  # seconds before the next, harder way to end the child; the first takes 0.04 s
_LOG_LINES = 8
_LOG_END = 4096  # bytes of the log that these lines are looked for in

if sys.platform == "win32":
    _NEW_GROUP = subprocess.CREATE_NEW_PROCESS_GROUP
else:
    _NEW_GROUP = 0


class Child:
    """A child that loads a model once `ready` tells it which."""

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
        """The base URL, once the child has said that it answers.

        Raises:
            ConfigurationError: it ended, or has not said so within `timeout` seconds.

        """
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
            f"{f' within {timeout:g} seconds' if late else ''}: {self.last_words()}"
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

    def last_words(self) -> str:
        """The exit code and the end of the log; the process, if it runs still, is killed."""
        self.process.kill()  # the two share the position in the log
        code = self.process.wait()
        self._log.seek(max(0, os.fstat(self._log.fileno()).st_size - _LOG_END))
        lines = self._log.read().decode("utf-8", errors="replace").strip().splitlines()
        return "\n".join([f"exit code {code}", *lines[-_LOG_LINES:]])

    def _hang_up(self) -> None:
        with suppress(OSError):
            self._stdin.close()
