"""What models have answered already, kept in a file, so that nothing is paid for twice.

A row is written as soon as an answer is there, before anything is made of it, and with it those of
other threads that have come meanwhile. The file is an SQLite database of texts and numbers; nothing
in it is ever executed.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from eventschema.errors import ConfigurationError, SinkError
from eventschema.models.bloom_filter import BloomFilter
from eventschema.models.group_commit import GroupCommit

_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS replies (request BLOB PRIMARY KEY, reply TEXT NOT NULL) "
    "WITHOUT ROWID"
)


def key_of(request: Mapping[str, object]) -> bytes:
    """The key of a request, which has all that its answer depends on: model, messages, schema."""
    return sha256(_canonical(request).encode()).digest()


_canonical = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode


class Replies:
    """Answers by their requests, in the file at `path`; threads may share it, processes may not.

    Raises:
        ConfigurationError: the file is in use by another run, or is no such file.
        SinkError: it cannot be written.

    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._awaited: set[bytes] = set()
        self._settled = threading.Condition()
        self._known = BloomFilter()
        self._kept = GroupCommit(self._insert)
        with self._reporting():
            self._database = sqlite3.connect(
                path, timeout=0, isolation_level=None, check_same_thread=False
            )
        try:
            self._open()
        except BaseException:
            self._database.close()
            raise

    def _open(self) -> None:
        with self._reporting():
            # Held to the end: two runs that write the same output would destroy it.
            self._database.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._database.execute("PRAGMA journal_mode = WAL")
            self._database.execute("PRAGMA synchronous = NORMAL")
            self._database.execute(_SCHEMA)
            for (key,) in self._database.execute("SELECT request FROM replies"):
                self._known.add(key)

    def recall(self, key: bytes) -> str | None:
        """What was answered to the same request before, if it was."""
        if key not in self._known:
            return None
        with self._lock, self._reporting():
            row: Sequence[str] | None = self._database.execute(
                "SELECT reply FROM replies WHERE request = ?", (key,)
            ).fetchone()
        return row[0] if row else None

    def keep(self, key: bytes, reply: str) -> None:
        """Remember an answer; it survives the end of this process, however that ends.

        Raises:
            SinkError: the disk is full or fails.

        """
        with self._reporting():
            self._kept.commit((key, reply))
        self._known.add(key)

    def _insert(self, rows: Sequence[tuple[bytes, str]]) -> None:
        places = ", ".join(["(?, ?)"] * len(rows))
        with self._lock:
            self._database.execute(
                f"INSERT OR REPLACE INTO replies VALUES {places}",  # noqa: S608 - our own
                [value for row in rows for value in row],
            )

    @contextmanager
    def awaited(self, key: bytes) -> Iterator[str | None]:
        """What was answered before; where that is null, it is asked in the block, and kept.

        Where another thread asks for the same one, this one waits, and is given its answer.
        """
        with self._settled:
            self._settled.wait_for(lambda: key not in self._awaited)
            self._awaited.add(key)
        try:
            yield self.recall(key)
        finally:
            with self._settled:
                self._awaited.remove(key)
                self._settled.notify_all()

    def settle(self, seconds: float) -> None:
        """Wait until no answer is awaited, at most so many seconds."""
        with self._settled:
            self._settled.wait_for(lambda: not self._awaited, seconds)

    def sync(self) -> None:
        """Make what was kept survive a power cut, too."""
        with self._lock, self._reporting():
            self._database.execute("PRAGMA wal_checkpoint(PASSIVE)")

    def close(self) -> None:
        """Let go of the file; harmless when repeated."""
        with self._lock, self._reporting():
            self._database.close()

    @contextmanager
    def _reporting(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise self._reported(error) from error

    def _reported(self, error: sqlite3.DatabaseError) -> ConfigurationError | SinkError:
        code = error.sqlite_errorcode & 0xFF if hasattr(error, "sqlite_errorcode") else None
        if code == sqlite3.SQLITE_BUSY:
            return ConfigurationError(f"{self._path} is in use by another run; wait for its end")
        if code in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR}:
            return ConfigurationError(
                f"{self._path} is damaged, or no file of answers ({error}); move it away, and "
                "what it holds is asked again"
            )
        return SinkError(f"{self._path} cannot be written: {error}")
