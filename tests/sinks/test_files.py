"""What is in the files is in the journal, and the journal's sums add up."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventschema.errors import SinkError
from eventschema.outcome import Outcome, Status
from eventschema.sinks.files import FileSink, Known, RunFiles
from eventschema.sinks.journal import Closing, Entry, Opening, decoded
from eventschema.usage import Usage
from tests.sinks.made import outcome

THOROUGHLY = settings(max_examples=50)  # files take their time
FULL = Path("/dev/full")
STATUSES: tuple[Status, ...] = ("ok", "empty", "partial", "failed")
WRITTEN = st.lists(
    st.builds(
        outcome,
        st.sampled_from(["a", "b", "c", "d"]),
        st.sampled_from(STATUSES),
        records=st.integers(0, 2),
        rejects=st.integers(0, 2),
    ),
    max_size=8,
)


@pytest.fixture
def files(tmp_path: Path) -> RunFiles:
    """The files of a run."""
    return RunFiles(tmp_path / "events.jsonl", tmp_path / "events.rejects.jsonl")


@contextmanager
def opened(files: RunFiles, known: Mapping[str, Known] | None = None) -> Iterator[FileSink]:
    """A sink into the files."""
    sink = FileSink(files, known or {})
    try:
        yield sink
    finally:
        sink.close()


def journal(files: RunFiles) -> list[Opening | Entry | Closing | None]:
    """The journal's lines."""
    return [decoded(line) for line in files.journal.read_bytes().splitlines(keepends=True)]


def lines(written: Sequence[Outcome]) -> bytes:
    """The records of some outcomes."""
    return "".join(e.model_dump_json() + "\n" for each in written for e in each.events).encode()


def test_journal_and_answers_lie_beside_the_records() -> None:
    """Their names begin with that of the output."""
    files = RunFiles(Path("run/events.v1.jsonl"), Path("other/rejects.jsonl"))
    assert [path.as_posix() for path in files.every] == [
        "run/events.v1.jsonl",
        "other/rejects.jsonl",
        "run/events.v1.journal.jsonl",
        "run/events.v1.replies.sqlite",
    ]


@THOROUGHLY
@given(WRITTEN)
def test_the_journal_vouches_for_what_is_written(written: list[Outcome]) -> None:
    """Every entry's stretches hold the records of its outcome, and nothing lies between them."""
    with TemporaryDirectory() as folder:
        files = RunFiles(Path(folder, "events.jsonl"), Path(folder, "rejects.jsonl"))
        with opened(files) as sink:
            for each in written:
                sink.write(each, fingerprint="f")
        entries = [line for line in journal(files) if isinstance(line, Entry)]
        with files.records.open("rb") as records:
            stretches = [entry.records.read(records) for entry in entries]
        assert stretches == [lines([each]) for each in written]
        assert files.records.read_bytes() == lines(written)
        assert [entry.article for entry in entries] == [each.article_id for each in written]


@THOROUGHLY
@given(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(STATUSES)), WRITTEN)
def test_the_sums_are_those_of_the_articles(
    earlier: dict[str, Status], written: list[Outcome]
) -> None:
    """Each counts once, by its last outcome in this run, or else by that of the earlier one."""
    once = list({each.article_id: each for each in written}.values())
    with TemporaryDirectory() as folder:
        files = RunFiles(Path(folder, "events.jsonl"), Path(folder, "rejects.jsonl"))
        with opened(files, {name: Known("f", status) for name, status in earlier.items()}) as sink:
            for each in once:
                sink.write(each, fingerprint="f")
            sink.end("enough", Usage(requests=7))
        (*_, closing) = journal(files)
    assert isinstance(closing, Closing)
    last = earlier | {each.article_id: each.status for each in once}
    assert closing.articles == len(last)
    assert +Counter(closing.outcomes) == Counter(last.values())
    assert (closing.stopped, closing.cost.requests) == ("enough", 7)
    left = earlier.keys() - {each.article_id for each in once}
    assert +Counter(sink.before) == Counter(earlier[name] for name in left)
    assert sink.has_superseded == bool(earlier.keys() & {each.article_id for each in once})


@pytest.mark.parametrize("status", STATUSES)
def test_what_was_answered_in_full_is_done(files: RunFiles, status: Status) -> None:
    """An article that has changed, or that is unknown, or whose questions are open, is not."""
    with opened(files, {"a": Known("f", status)}) as sink:
        assert sink.done("a", fingerprint="f") == (status in {"ok", "empty"})
        assert not sink.done("a", fingerprint="g")
        assert not sink.done("b", fingerprint="f")


def test_what_is_written_is_there_at_once(files: RunFiles) -> None:
    """A process that is killed afterwards has lost nothing of it."""
    with opened(files) as sink:
        sink.begin({"model": "m"})
        sink.write(outcome("a"), fingerprint="f")
        assert [type(line) for line in journal(files)] == [Opening, Entry]
        assert files.records.read_bytes() == lines([outcome("a")])


def test_all_of_it_is_put_on_the_disk(files: RunFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    """Records before the journal that vouches for them; at the end without being asked."""
    synced: list[str] = []

    def fsync(descriptor: int) -> None:
        synced.append(Path(f"/proc/self/fd/{descriptor}").readlink().name)

    monkeypatch.setattr(os, "fsync", fsync)
    with opened(files) as sink:
        sink.end(None, Usage())
    assert synced == [path.name for path in (files.records, files.rejects, files.journal)]


@pytest.mark.skipif(not FULL.exists(), reason="a device of Linux")
def test_a_full_disk_is_said_to_be_one(files: RunFiles) -> None:
    """The journal does not vouch for what could not be written."""
    with (
        opened(RunFiles(files.records, FULL)) as sink,
        pytest.raises(SinkError, match="/dev/full cannot be written: No space left"),
    ):
        sink.write(outcome("a"), fingerprint="f")
    assert journal(files) == []


def test_a_file_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """A folder in its place, or none around it; the others are closed again."""
    (tmp_path / "events.journal.jsonl").mkdir()
    for folder in (tmp_path, tmp_path / "missing"):
        files = RunFiles(folder / "events.jsonl", tmp_path / "rejects.jsonl")
        with pytest.raises(SinkError, match=folder.name):
            FileSink(files, {})
