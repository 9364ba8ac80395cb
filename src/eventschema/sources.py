"""Where articles come from: files, folders and standard input, each with a name of its own."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from eventschema.article import Unreadable
from eventschema.errors import ArticleError

STDIN = "-"
PAGES = (".html", ".htm")
ROWS = (".jsonl", ".ndjson")
SUFFIXES = (".txt", *PAGES, *ROWS)
"""What is read in a folder; a file that is named itself may have any suffix."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file or standard input; `id` is its own among all sources of a run."""

    id: str
    path: Path

    @property
    def name(self) -> str:
        """The path as it was given."""
        return _printable(str(self.path))

    @property
    def suffix(self) -> str:
        """The file's suffix in lower case, with its dot."""
        return self.path.suffix.lower()

    def unreadable(self, reason: str) -> Unreadable:
        """What stands in the place of the source's one article."""
        return Unreadable(self.id, self.name, ArticleError(f"{self.name}: {reason}"))


class Ids:
    """Gives out every id once."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._given = Counter(taken)

    def claim(self, wanted: str, *, within: str) -> str:
        """`wanted`, or, where it is taken, "within/wanted", and after that a numbered variant."""
        candidate = wanted if wanted not in self._given else f"{within}/{wanted}"
        while candidate in self._given:
            self._given[candidate] += 1
            candidate = f"{candidate}-{self._given[candidate]}"
        self._given[candidate] = 1
        return candidate


def sources(paths: Iterable[Path | str], *, written: Iterable[Path] = ()) -> list[Source]:
    """The files that `paths` name, in their order, and those of folders sorted by name.

    Hidden files and folders are left out, links to folders not followed. What is named twice comes
    once. A source's `id` is its stem, or as much of its path as tells it from its namesakes. The
    files that are `written` in the run are no sources of it, wherever they lie.

    Raises:
        ArticleError: a path does not exist, or is written; all such paths are named.

    """
    given = [Path(path) for path in paths]
    outputs = {_target(path) for path in written}
    trouble = [reason for path in given if (reason := _trouble(path, outputs))]
    if trouble:
        raise ArticleError(f"cannot be read: {'; '.join(trouble)}")
    found = chain.from_iterable(_files_in(path) if _is_folder(path) else [path] for path in given)
    files = list({_place(path): path for path in found if _target(path) not in outputs}.values())
    return [Source(name, path) for name, path in zip(_names(files), files, strict=True)]


def _trouble(path: Path, outputs: Container[str]) -> str | None:
    if str(path) == STDIN:
        return None
    if _target(path) in outputs:
        return f"{_printable(str(path))} (it is where the output goes)"
    try:
        path.stat()
    except OSError as error:
        return f"{_printable(str(path))} ({error.strerror})"
    return None


def _is_folder(path: Path) -> bool:
    return str(path) != STDIN and path.is_dir()


def _place(path: Path) -> Path:
    """The path from the root on; a link at its end keeps its own name."""
    return path.parent.resolve() / ("stdin" if str(path) == STDIN else path.name)


def _target(path: Path) -> str:
    """The file that is read or written in the end, wherever links lead."""
    return os.path.realpath(path)


def _files_in(folder: Path) -> Iterator[Path]:
    unlisted: list[Path] = []

    def note(error: OSError) -> None:
        unlisted.append(Path(str(error.filename)))

    for root, folders, names in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths = [Path(root, name) for name in sorted(names) if not name.startswith(".")]
        yield from (path for path in paths if path.suffix.lower() in SUFFIXES and _opens(path))
    yield from unlisted


def _opens(path: Path) -> bool:
    """Whether to open what a folder holds: pipes and devices are no input, dangling links are."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return True


def _names(files: Sequence[Path]) -> list[str]:
    places = [_place(path) for path in files]
    namesakes: dict[str, list[Path]] = {}
    for place in places:
        namesakes.setdefault(place.stem, []).append(place)
    names: dict[Path, str] = {}
    for stem, group in namesakes.items():
        names |= {group[0]: stem} if len(group) == 1 else _relative_names(group)
    ids = Ids()
    return [ids.claim(_printable(names[place]), within=place.parent.name) for place in places]


def _relative_names(group: Sequence[Path]) -> dict[Path, str]:
    common = os.path.commonpath([place.parent for place in group])
    relative = {place: place.relative_to(common) for place in group}
    names = {place: inner.with_suffix("").as_posix() for place, inner in relative.items()}
    if len(set(names.values())) == len(group):
        return names
    return {place: inner.as_posix() for place, inner in relative.items()}


def _printable(name: str) -> str:
    """A name in Unicode, also where the file system has bytes that are none."""
    return os.fsencode(name).decode("utf-8", "replace")
