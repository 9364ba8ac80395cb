from __future__ import annotations

import os
from pathlib import Path

import pytest

from eventschema.errors import ArticleError
from eventschema.sources import Ids, sources


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(*names: str) -> None:
    """Write an empty file for each name, and the folders it needs."""
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).touch()


def ids(*paths: str) -> list[str]:
    """The ids of the sources that the paths name."""
    return [source.id for source in sources(paths)]


@pytest.mark.usefixtures("folder")
def test_folders_are_searched_in_order() -> None:
    """Known suffixes only, sorted, subfolders last, nothing hidden; suffixes in any case."""
    write("a/z.txt", "a/b.HTML", "a/c.jsonl", "a/d.pdf", "a/.e.txt", "a/.f/g.txt", "a/h/i.ndjson")
    assert [source.name for source in sources(["a"])] == [
        "a/b.HTML",
        "a/c.jsonl",
        "a/z.txt",
        "a/h/i.ndjson",
    ]


@pytest.mark.usefixtures("folder")
def test_files_come_in_the_order_given() -> None:
    """Explicit paths keep their order, and any suffix will do."""
    write("z.txt", "a.md")
    assert ids("z.txt", "-", "a.md") == ["z", "stdin", "a"]


@pytest.mark.usefixtures("folder")
def test_what_is_named_twice_comes_once() -> None:
    """Two ways to write a path are one source."""
    write("a/x.txt")
    assert ids("a/x.txt", "a", "a/../a/x.txt", "-", "-") == ["x", "stdin"]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["a/x.txt", "b/x.txt"], ["a/x", "b/x"]),
        (["a/x.txt", "a/x.html"], ["x.txt", "x.html"]),
        (["a/x.txt", "a/x.html", "b/x.txt"], ["a/x.txt", "a/x.html", "b/x.txt"]),
        (["a/x.txt", "a/b/x.txt"], ["x", "b/x"]),
        (["a/x.txt", "a/x.html", "c/x.txt.html"], ["x.txt", "x.html", "c/x.txt"]),
        (["stdin.txt", "-"], ["stdin.txt", "stdin"]),
    ],
)
@pytest.mark.usefixtures("folder")
def test_namesakes_are_told_apart(names: list[str], expected: list[str]) -> None:
    """An id is the stem, or the path below the folder that the namesakes share."""
    write(*(name for name in names if name != "-"))
    assert ids(*names) == expected


@pytest.mark.usefixtures("folder")
def test_mistyped_paths_are_an_error_at_once() -> None:
    """All paths that do not exist are named together."""
    write("x.txt")
    with pytest.raises(ArticleError, match=r"y\.txt \(No such file.*; z \(No such file"):
        sources(["x.txt", "y.txt", "z"])


@pytest.mark.usefixtures("folder")
def test_what_is_written_is_no_source() -> None:
    """The output of a run may lie in a folder that it reads."""
    write("a/x.txt", "a/out.jsonl", "a/b/out.rejects.jsonl")
    written = [Path("a/../a/out.jsonl"), Path("a/b/out.rejects.jsonl").resolve()]
    assert [source.id for source in sources(["a"], written=written)] == ["x"]


@pytest.mark.usefixtures("folder")
def test_reading_what_is_written_is_an_error() -> None:
    """Who names one file as input and output has mistyped, also where a link leads to it."""
    write("a/out.jsonl")
    Path("link.jsonl").symlink_to("a/out.jsonl")
    for named in ("a/out.jsonl", "link.jsonl"):
        with pytest.raises(ArticleError, match=rf"{named} \(it is where the output goes\)"):
            sources(["a", named], written=[Path("a/out.jsonl")])
    with pytest.raises(ArticleError, match=r"a/out.jsonl \(it is where"):
        sources(["a/out.jsonl"], written=[Path("link.jsonl")])


@pytest.mark.usefixtures("folder")
def test_dangling_links_are_sources_and_pipes_are_not() -> None:
    """What a folder lists and cannot be opened is kept, so that it is reported."""
    write("a/x.txt")
    Path("a/gone.txt").symlink_to("nowhere")
    Path("a/loop.txt").symlink_to("loop.txt")
    os.mkfifo("a/pipe.txt")
    assert ids("a") == ["gone", "loop", "x"]


@pytest.mark.usefixtures("folder")
def test_folders_that_cannot_be_listed_are_sources(monkeypatch: pytest.MonkeyPatch) -> None:
    """A subfolder without permission does not vanish."""
    write("a/x.txt", "a/closed/y.txt")
    scandir = os.scandir

    def guarded(path: str) -> os._ScandirIterator[str]:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    assert [source.name for source in sources(["a"])] == ["a/x.txt", "a/closed"]


def test_names_that_are_no_unicode(tmp_path: Path) -> None:
    """A file name with foreign bytes gives an id that can be written as UTF-8."""
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.touch()
    (source,) = sources([path])
    assert (source.id, source.name) == ("caf\ufffd", f"{tmp_path}/caf\ufffd.txt")


def test_an_id_is_given_out_once() -> None:
    """A taken id is qualified by its source, then numbered."""
    given = Ids(["a"])
    claimed = [given.claim(wanted, within="news") for wanted in ("a", "a", "a", "b", "news/a-2")]
    assert claimed == ["news/a", "news/a-2", "news/a-3", "b", "news/news/a-2"]
    assert Ids().claim("a", within="news") == "a"
