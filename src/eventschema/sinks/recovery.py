"""What can be kept of an earlier run: what its journal vouches for, and nothing else."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Self

from eventschema.errors import ConfigurationError, SinkError
from eventschema.sinks.files import FileSink, Known, RunFiles
from eventschema.sinks.journal import Closing, Entry, Opening, Stretch, decoded

Kept = tuple[Opening | Closing | Entry, bytes, bytes]
"""A line of the journal, with the records and the rejected ones that it vouches for."""


@contextmanager
def file_sink(files: RunFiles, asked: Mapping[str, str], *, resume: bool) -> Iterator[FileSink]:
    """The files of a run, made anew or with what an earlier run has done.

    Raises:
        ConfigurationError: the run to be resumed was asked something else, or has no journal.
        SinkError: a file cannot be read or written.

    """
    _ensure_own(files)
    for path in (files.records, files.rejects, files.journal):
        with suppress(OSError):  # it is not there, as a rule: of a run that was killed
            _unfinished(path.resolve()).unlink()
    known = recover(files, asked) if resume else _emptied(files)
    sink = FileSink(files, known)
    try:
        sink.begin(asked)
        yield sink
    finally:
        sink.close()
    if sink.has_superseded:
        tidy(files)


def _emptied(files: RunFiles) -> dict[str, Known]:
    for path in (files.records, files.rejects, files.journal):
        try:
            path.open("wb").close()
        except OSError as error:
            raise SinkError(f"{path} cannot be written: {error.strerror}") from error
    return {}


def recover(files: RunFiles, asked: Mapping[str, str]) -> dict[str, Known]:
    """What an earlier run made of each article, with nothing else left in its files.

    Nothing at all where there was no such run. Torn and altered lines, records that the journal
    does not vouch for, and those of articles that were done once more later, are taken out.

    Raises:
        ConfigurationError: something else was asked then, or there are records and no journal.
        SinkError: the files cannot be read or written.

    """
    with _reporting(files):
        _ensure_same(files, asked)
        with _EarlierRun(files) as earlier:
            known, lines = earlier.survey()
            if not earlier.is_clean:
                _rewrite(files, earlier.kept(lines))
    return known


def surveyed(files: RunFiles) -> dict[str, Known]:
    """What an earlier run made of each article; its files are only read.

    Raises:
        SinkError: they cannot be read.

    """
    with _reporting(files), _EarlierRun(files) as earlier:
        return earlier.survey()[0]


def tidy(files: RunFiles) -> None:
    """Take out what an article's later outcome has superseded.

    Raises:
        SinkError: the files cannot be read or written.

    """
    with _reporting(files), _EarlierRun(files) as earlier:
        _, lines = earlier.survey()
        _rewrite(files, earlier.kept(lines))


def _ensure_own(files: RunFiles) -> None:
    """Refuse a journal that belongs to other records: events.jsonl and events share its name.

    Files that were given other names together are still of one run.
    """
    with _reporting(files), _opened(files.journal) as journal:
        opening = decoded(journal.readline())
    if not isinstance(opening, Opening) or opening.records == files.records.name:
        return
    if files.records.with_name(opening.records).exists():
        raise ConfigurationError(
            f"{files.journal} belongs to {opening.records}, not to {files.records.name}; "
            "give --output another name"
        )


def _ensure_same(files: RunFiles, asked: Mapping[str, str]) -> None:
    with _opened(files.journal) as journal:
        opening = decoded(journal.readline())
    if isinstance(opening, Opening):
        changed = [
            f"{name} (was {opening.asked.get(name, 'not told')}, is {now})"
            for name, now in asked.items()
            if opening.asked.get(name) != now
        ]
        if changed:
            raise ConfigurationError(
                f"{files.records} was begun with something else: {', '.join(changed)}; ask the "
                "same again, or leave --resume out to begin anew (answers to requests that are "
                "unchanged are used again)"
            )
    elif files.records.exists() and files.records.stat().st_size:
        raise ConfigurationError(
            f"{files.records} cannot be resumed: its journal {files.journal} is missing or damaged;"
            " leave --resume out to replace it"
        )


class _EarlierRun:
    """The files of a run, to be read."""

    def __init__(self, files: RunFiles) -> None:
        self._checks_rejects = files.rejects.is_file() or not files.rejects.exists()
        with ExitStack() as opened:
            self._journal = opened.enter_context(_opened(files.journal))
            self._records = opened.enter_context(_opened(files.records))
            self._rejects = opened.enter_context(
                _opened(files.rejects) if self._checks_rejects else BytesIO()
            )
            self._all = opened.pop_all()
        self.is_clean = True

    def survey(self) -> tuple[dict[str, Known], dict[str, int]]:
        """What became of each article, and in which line that stands; both for the last time."""
        known: dict[str, Known] = {}
        lines: dict[str, int] = {}
        ends = (0, 0)
        for number, line in enumerate(self._lines()):
            if isinstance(line, Entry) and self._holds(line):
                self.is_clean &= ends == (line.records.start, line.rejects.start)
                self.is_clean &= line.article not in known
                ends = (line.records.end, line.rejects.end)
                known[line.article] = Known(line.fingerprint, line.status)
                lines[line.article] = number
            elif not isinstance(line, Opening | Closing):
                self.is_clean = False
        self.is_clean &= ends == (_size(self._records), self._rejects_end(ends[1]))
        return known, lines

    def kept(self, lines: Mapping[str, int]) -> Iterator[Kept]:
        """The entries in these lines, with what they vouch for, and all lines that are none."""
        for number, line in enumerate(self._lines()):
            if isinstance(line, Opening | Closing):
                yield line, b"", b""
            elif line is not None and lines.get(line.article) == number:
                rejects = line.rejects.read(self._rejects) or b""
                yield line, line.records.read(self._records) or b"", rejects

    def _lines(self) -> Iterator[Opening | Entry | Closing | None]:
        """The journal's lines; none says anything where the first does not tell what was asked."""
        self._journal.seek(0)
        is_told = isinstance(decoded(self._journal.readline()), Opening)
        self._journal.seek(0)
        return (decoded(line) if is_told else None for line in self._journal)

    def _holds(self, entry: Entry) -> bool:
        rejects_hold = not self._checks_rejects or entry.rejects.read(self._rejects) is not None
        return rejects_hold and entry.records.read(self._records) is not None

    def _rejects_end(self, expected: int) -> int:
        return _size(self._rejects) if self._checks_rejects else expected

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._all.close()


def _rewrite(files: RunFiles, kept: Iterator[Kept]) -> None:
    """Put new files in the place of the old ones.

    A process that is killed between two of them leaves stretches whose digests are wrong: what they
    held is made again from the answers that were kept.
    """
    with ExitStack() as opened:
        records = opened.enter_context(_Replacement(files.records))
        rejects = opened.enter_context(_Replacement(files.rejects))
        journal = opened.enter_context(_Replacement(files.journal))
        for line, recorded, rejected in kept:
            if isinstance(line, Entry):
                moved = {"records": records.add(recorded), "rejects": rejects.add(rejected)}
                journal.add(line.model_copy(update=moved).encoded())
            else:
                journal.add(line.encoded())


class _Replacement:
    """A file that takes the place of another one once it is whole."""

    def __init__(self, path: Path) -> None:
        self._path = path.resolve()
        self._lasts = path.is_file() or not path.exists()
        self._new = _unfinished(self._path) if self._lasts else Path(os.devnull)
        self._at = 0

    def add(self, content: bytes) -> Stretch:
        self._file.write(content)
        stretch = Stretch.of(content, start=self._at)
        self._at = stretch.end
        return stretch

    def __enter__(self) -> Self:
        self._file = self._new.open("wb")
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        with self._file:
            self._file.flush()
            if self._lasts:
                os.fsync(self._file.fileno())
        if self._lasts and kind is None:
            self._new.replace(self._path)
            _sync_folder(self._path.parent)
        elif self._lasts:
            self._new.unlink(missing_ok=True)


def _unfinished(path: Path) -> Path:
    """Where a file is written anew, under a name of fixed length."""
    return path.with_name(f".eventschema-{zlib.crc32(path.name.encode()):08x}.unfinished")


def _sync_folder(folder: Path) -> None:
    """Make new names in a folder survive a power cut, where the system can."""
    if os.name == "posix":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _opened(path: Path) -> BinaryIO:
    return path.open("rb") if path.exists() else BytesIO()


def _size(file: BinaryIO) -> int:
    return file.seek(0, os.SEEK_END)


@contextmanager
def _reporting(files: RunFiles) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise SinkError(f"{files.records} cannot be resumed: {error.strerror}") from error
