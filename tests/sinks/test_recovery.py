"""Whatever happened to a run's files, what is kept is true, and the rest can be made again."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventschema.errors import ConfigurationError, SinkError
from eventschema.outcome import Outcome, Status
from eventschema.schema import Rejection
from eventschema.sinks.files import FileSink, RunFiles
from eventschema.sinks.journal import Closing, Entry, Opening, decoded
from eventschema.sinks.recovery import file_sink, recover, surveyed

ASKED = {"model": "m", "prompt": "0123"}
ARTICLES = 6


def rejection(article: str, number: int) -> Rejection:
    """A rejected record."""
    detail = f"the {number}th, with Łódź and a\nnewline"
    return Rejection(
        article_id=article, event_type="meeting", reason="no_core", detail=detail, draft={}
    )


def outcome(number: int, status: Status = "empty", *, version: int = 1) -> Outcome:
    """What became of an article: as many rejected records as its number says."""
    article = f"a{number}"
    said = [rejection(article, version * 10 + each) for each in range(number % 3)]
    problems = ["gone"] if status in {"partial", "failed"} else []
    return Outcome(article, status, rejected=said, problems=problems)


def files(folder: Path) -> RunFiles:
    """The files of a run in a folder."""
    return RunFiles(folder / "events.jsonl", folder / "events.rejects.jsonl")


def write(sink: FileSink, outcomes: Sequence[Outcome], *, version: int = 1) -> None:
    """Write those outcomes that are not done."""
    for each in outcomes:
        fingerprint = f"{each.article_id}-{version}"
        if not sink.done(each.article_id, fingerprint=fingerprint):
            sink.write(each, fingerprint=fingerprint)
    sink.end(None)


def run(
    folder: Path, outcomes: Sequence[Outcome], *, resume: bool = True, version: int = 1
) -> None:
    """A run that comes to its end."""
    with file_sink(files(folder), ASKED, resume=resume) as sink:
        write(sink, outcomes, version=version)


def rejects(folder: Path) -> list[str]:
    """The rejected records, sorted."""
    return sorted(files(folder).rejects.read_text(encoding="utf-8").splitlines())


def entries(folder: Path) -> list[Entry]:
    """The journal's lines about articles."""
    lines = files(folder).journal.read_bytes().splitlines(keepends=True)
    return [line for line in map(decoded, lines) if isinstance(line, Entry)]


ALL = [outcome(number) for number in range(ARTICLES)]


@dataclass(frozen=True)
class Damage:
    """Something that happened to one of the files."""

    file: int
    at: float
    kind: str

    def __call__(self, folder: Path) -> None:
        """Let it happen."""
        run_files = files(folder)
        path = [run_files.rejects, run_files.journal, run_files.records][self.file]
        content = path.read_bytes() if path.exists() else b""
        at = int(self.at * len(content))
        lines = content.splitlines(keepends=True)
        line = int(self.at * len(lines))
        after: dict[str, Callable[[], bytes]] = {
            "cut": lambda: content[:at],
            "flip": lambda: content[:at] + bytes([(content + b"x")[at] ^ 1]) + content[at + 1 :],
            "zeros": lambda: content[:at] + b"\0" * (len(content) - at),
            "insert": lambda: content[:at] + b"\xff{}\n" + content[at:],
            "drop line": lambda: b"".join(lines[:line] + lines[line + 1 :]),
            "repeat line": lambda: b"".join(lines[: line + 1] + lines[line:]),
            "reverse": lambda: b"".join(reversed(lines)),
            "grow": lambda: content + b'{"torn": ',
        }
        if self.kind == "delete":
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(after[self.kind]())


KINDS = (
    "cut", "flip", "zeros", "insert", "drop line", "repeat line", "reverse", "grow", "delete",
)  # fmt: skip
damages = st.builds(
    Damage, st.integers(0, 2), st.floats(0, 1, exclude_max=True), st.sampled_from(KINDS)
)


@given(st.lists(damages, min_size=1, max_size=3))
def test_after_any_damage_the_same_records_are_reached(happened: list[Damage]) -> None:
    """Resumed, or refused with a word, and then begun anew: nothing is lost, nothing is twice."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        run(folder, ALL, resume=False)
        whole = rejects(folder)
        for damage in happened:
            damage(folder)
        try:
            run(folder, ALL)
        except ConfigurationError:
            run(folder, ALL, resume=False)
        assert rejects(folder) == whole
        assert sorted(entry.article for entry in entries(folder)) == [
            each.article_id for each in ALL
        ]


@given(st.lists(damages, min_size=1, max_size=3))
def test_recovery_is_done_once(happened: list[Damage]) -> None:
    """What was kept is kept by a second recovery, too, to the byte."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        run(folder, ALL, resume=False)
        for damage in happened:
            damage(folder)
        try:
            first = recover(files(folder), ASKED)
        except ConfigurationError:
            return
        paths = [path for path in files(folder).every[:3] if path.exists()]
        before = [path.read_bytes() for path in paths]
        assert recover(files(folder), ASKED) == first == surveyed(files(folder))
        assert [path.read_bytes() for path in paths] == before


def test_an_undisturbed_run_is_resumed_as_it_is(tmp_path: Path) -> None:
    """Nothing is written anew; the journal says that it was gone through once more."""
    run(tmp_path, ALL, resume=False)
    before = files(tmp_path).rejects.read_bytes()
    run(tmp_path, ALL)
    assert files(tmp_path).rejects.read_bytes() == before
    kinds = [
        type(decoded(line))
        for line in files(tmp_path).journal.read_bytes().splitlines(keepends=True)
    ]
    assert kinds == [Opening, *[Entry] * ARTICLES, Closing, Opening, Closing]


@pytest.mark.parametrize("status", ["partial", "failed"])
def test_what_was_left_open_is_done_again(tmp_path: Path, status: Status) -> None:
    """The later outcome of an article takes the place of the earlier one, and of its records."""
    run(tmp_path, [*ALL[:2], outcome(2, status, version=9), *ALL[3:]], resume=False)
    run(tmp_path, ALL)
    assert [(entry.article, entry.status) for entry in entries(tmp_path)] == [
        (each.article_id, "empty") for each in [*ALL[:2], *ALL[3:], ALL[2]]
    ]


def test_an_article_that_has_changed_is_done_again(tmp_path: Path) -> None:
    """Its earlier records go, and those of the others stay."""
    run(tmp_path, ALL, resume=False)
    changed = [outcome(number, version=2) for number in range(ARTICLES)]
    run(tmp_path, changed, version=2)
    details = [json.loads(line)["detail"] for line in rejects(tmp_path)]
    assert len(details) == sum(number % 3 for number in range(ARTICLES))
    assert all(detail.startswith("the 2") for detail in details)


def test_another_question_is_refused(tmp_path: Path) -> None:
    """What has changed is named, with both values, and nothing is touched."""
    run(tmp_path, ALL, resume=False)
    before = files(tmp_path).rejects.read_bytes()
    with pytest.raises(ConfigurationError, match=r"prompt \(was 0123, is 4567\)"):
        recover(files(tmp_path), ASKED | {"prompt": "4567"})
    assert files(tmp_path).rejects.read_bytes() == before


def test_records_without_a_journal_are_not_thrown_away(tmp_path: Path) -> None:
    """They may be of another tool, or of a run before there were journals."""
    files(tmp_path).records.write_text("{}\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="journal"):
        recover(files(tmp_path), ASKED)
    assert files(tmp_path).records.read_text(encoding="utf-8") == "{}\n"


def test_where_nothing_lies_a_run_begins(tmp_path: Path) -> None:
    """`--resume` can stand in a script from the first time on."""
    assert recover(files(tmp_path), ASKED) == {}
    run(tmp_path, ALL)
    assert len(entries(tmp_path)) == ARTICLES


def test_a_device_takes_rejected_records_too(tmp_path: Path) -> None:
    """What is thrown away there is not missed when a run is resumed."""
    run_files = RunFiles(tmp_path / "events.jsonl", Path("/dev/null"))
    for _ in range(2):
        with file_sink(run_files, ASKED, resume=True) as sink:
            write(sink, ALL)
    assert surveyed(run_files).keys() == {each.article_id for each in ALL}


def test_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    """A folder in the place of the journal."""
    files(tmp_path).journal.mkdir()
    with pytest.raises(SinkError, match=r"events\.jsonl cannot be resumed"):
        recover(files(tmp_path), ASKED)
