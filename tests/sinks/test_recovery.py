"""Whatever happened to a run's files, what is kept is true, and the rest can be made again."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventschema.errors import ConfigurationError, SinkError
from eventschema.outcome import Outcome, Status
from eventschema.sinks.files import FileSink, RunFiles
from eventschema.sinks.journal import Closing, Entry, Opening, Stretch, decoded
from eventschema.sinks.recovery import file_sink, recover, surveyed
from eventschema.usage import Usage
from tests.sinks import made

THOROUGHLY = settings(max_examples=50)  # files take their time
ASKED = {"model": "m", "prompt": "0123"}
ARTICLES = 6


def outcome(number: int, status: Status = "ok", *, version: int = 1) -> Outcome:
    """What became of an article: as many records and rejected ones as its number says."""
    return made.outcome(
        f"a{number}", status, records=number % 2, rejects=number % 3, version=version
    )


def files(folder: Path) -> RunFiles:
    """The files of a run in a folder."""
    return RunFiles(folder / "events.jsonl", folder / "events.rejects.jsonl")


def write(sink: FileSink, outcomes: Sequence[Outcome], *, version: int = 1) -> None:
    """Write those outcomes that are not done."""
    for each in outcomes:
        fingerprint = f"{each.article_id}-{version}"
        if not sink.done(each.article_id, fingerprint=fingerprint):
            sink.write(each, fingerprint=fingerprint)
    sink.end(None, Usage())


def run(
    folder: Path, outcomes: Sequence[Outcome], *, resume: bool = True, version: int = 1
) -> None:
    """A run that comes to its end."""
    with file_sink(files(folder), ASKED, resume=resume) as sink:
        write(sink, outcomes, version=version)


def written(folder: Path) -> list[str]:
    """The records and the rejected ones, sorted."""
    paths = files(folder).records, files(folder).rejects
    return sorted(line for path in paths for line in path.read_bytes().decode().splitlines())


def contents(folder: Path) -> list[bytes]:
    """What is in the files; nothing where there are none."""
    paths = files(folder).every[:3]
    return [path.read_bytes() if path.exists() else b"" for path in paths]


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


@THOROUGHLY
@given(st.lists(damages, min_size=1, max_size=3))
def test_after_any_damage_the_same_records_are_reached(happened: list[Damage]) -> None:
    """Resumed, or refused with a word, and then begun anew: nothing is lost, nothing is twice."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        run(folder, ALL, resume=False)
        whole = written(folder)
        for damage in happened:
            damage(folder)
        try:
            run(folder, ALL)
        except ConfigurationError:
            run(folder, ALL, resume=False)
        assert written(folder) == whole
        assert sorted(entry.article for entry in entries(folder)) == [
            each.article_id for each in ALL
        ]


@THOROUGHLY
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
        before = contents(folder)
        assert recover(files(folder), ASKED) == first == surveyed(files(folder))
        assert contents(folder) == before


@dataclass(frozen=True)
class Traces:
    """What an undisturbed run wrote of one article: its bytes, and where they are."""

    line: bytes
    entry: Entry
    records: bytes
    rejects: bytes

    def are_in(self, records: bytes, rejects: bytes, journal: bytes) -> bool:
        """Whether nothing of it is missing or altered."""
        return (
            self.line in journal.splitlines(keepends=True)
            and _at(self.entry.records, records) == self.records
            and _at(self.entry.rejects, rejects) == self.rejects
        )


def _at(stretch: Stretch, content: bytes) -> bytes:
    return content[stretch.start : stretch.end]


def traces(folder: Path) -> list[Traces]:
    """What a run wrote of each of its articles."""
    records, rejects, journal = contents(folder)
    return [
        Traces(line, entry, _at(entry.records, records), _at(entry.rejects, rejects))
        for line in journal.splitlines(keepends=True)
        if isinstance(entry := decoded(line), Entry)
    ]


@THOROUGHLY
@given(st.lists(damages, min_size=1, max_size=3))
def test_what_is_intact_is_kept_and_nothing_else(happened: list[Damage]) -> None:
    """Exactly the articles of which every byte is there; the files hold no byte beside theirs."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        run(folder, ALL, resume=False)
        before, (opening, *_) = traces(folder), contents(folder)[2].splitlines(keepends=True)
        for damage in happened:
            damage(folder)
        after = contents(folder)
        intact = [each for each in before if each.are_in(*after)]
        if not after[2].startswith(opening):
            if after[0]:
                with pytest.raises(ConfigurationError, match="journal"):
                    recover(files(folder), ASKED)
                assert contents(folder) == after
                return
            intact = []
        kept = recover(files(folder), ASKED)
        assert kept.keys() == {each.entry.article for each in intact}
        left = {each.entry.article: (each.records, each.rejects) for each in traces(folder)}
        assert left == {each.entry.article: (each.records, each.rejects) for each in intact}
        records, rejects, _ = contents(folder)
        assert records == b"".join(each for each, _ in left.values())
        assert rejects == b"".join(each for _, each in left.values())


def test_without_its_first_line_a_journal_says_nothing(tmp_path: Path) -> None:
    """What its articles were asked is not known; without any record, a run begins anew."""
    run(tmp_path, [made.outcome("a", "empty", records=0)], resume=False)
    journal = files(tmp_path).journal
    journal.write_bytes(b"x" + journal.read_bytes())
    assert recover(files(tmp_path), ASKED | {"prompt": "4567"}) == {}
    assert contents(tmp_path) == [b"", b"", b""]


@pytest.mark.parametrize("replaced", [0, 1, 2])
def test_a_recovery_that_is_broken_off_is_begun_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, replaced: int
) -> None:
    """Whichever of the new files are in their places, nothing is lost and nothing twice."""
    run(tmp_path, ALL, resume=False)
    whole = written(tmp_path)
    Damage(2, 0.4, "flip")(tmp_path)
    replace = Path.replace
    left = iter(range(replaced))

    def broken(path: Path, target: Path) -> Path:
        if next(left, None) is None:
            raise OSError(5, "Input/output error")
        return replace(path, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", broken)
        with pytest.raises(SinkError, match="Input/output error"):
            recover(files(tmp_path), ASKED)
    run(tmp_path, ALL)
    assert written(tmp_path) == whole


VERSIONS = st.lists(
    st.lists(
        st.tuples(st.sampled_from(["ok", "empty", "partial", "failed"]), st.integers(1, 2)),
        min_size=3,
        max_size=3,
    ),
    min_size=1,
    max_size=4,
)


@THOROUGHLY
@given(runs=VERSIONS, is_killed=st.booleans())
def test_every_article_stands_there_once(
    runs: list[list[tuple[Status, int]]], *, is_killed: bool
) -> None:
    """By its latest outcome, however often it was done: one entry, and one stretch of records."""
    latest: dict[str, tuple[Status, int]] = {}
    with TemporaryDirectory() as name:
        folder = Path(name)
        for given in runs:
            for number, (status, version) in enumerate(given):
                was, before = latest.get(f"a{number}", ("failed", 0))
                if was not in {"ok", "empty"} or before != version:
                    latest[f"a{number}"] = (status, version)
            go_through(folder, given)
        if is_killed:
            with pytest.raises(KeyboardInterrupt):
                begun(folder, latest)
            recover(files(folder), ASKED)
        assert {e.article: e.status for e in entries(folder)} == {
            article: status for article, (status, _) in latest.items()
        }
        assert len(entries(folder)) == len(latest)
        expected = [
            made.outcome(article, status, records=2, version=version)
            for article, (status, version) in latest.items()
        ]
        assert written(folder) == sorted(
            each.model_dump_json() for one in expected for each in (*one.events, *one.rejected)
        )


def go_through(folder: Path, given: list[tuple[Status, int]]) -> None:
    """A run over three articles with these outcomes and texts."""
    with file_sink(files(folder), ASKED, resume=True) as sink:
        for number, (status, version) in enumerate(given):
            if not sink.done(f"a{number}", fingerprint=str(version)):
                sink.write(
                    made.outcome(f"a{number}", status, records=2, version=version),
                    fingerprint=str(version),
                )
        sink.end(None, Usage())


def test_what_a_kill_has_left_unfinished_is_taken_away(tmp_path: Path) -> None:
    """Files that were being rewritten when a run that resumed was killed."""
    go_through(tmp_path, [("ok", 1)])
    name = files(tmp_path).records.name.encode()
    left = tmp_path / f".eventschema-{zlib.crc32(name):08x}.unfinished"
    left.write_text("half of a rec", encoding="utf-8")
    kept = contents(tmp_path)
    go_through(tmp_path, [("ok", 1)])
    assert not left.exists()
    assert contents(tmp_path)[0] == kept[0]


@pytest.mark.parametrize("resume", [True, False])
def test_a_journal_of_other_records_is_left_alone(tmp_path: Path, *, resume: bool) -> None:
    """Those of "events" would be kept in the journal of "events.jsonl"."""
    go_through(tmp_path, [("ok", 1)])
    before = contents(tmp_path)
    own = files(tmp_path)
    other = RunFiles(own.records.with_name(own.records.name.removesuffix(".jsonl")), own.rejects)
    assert other.journal == own.journal
    with (
        pytest.raises(ConfigurationError, match=f"belongs to {own.records.name}, not to"),
        file_sink(other, ASKED, resume=resume),
    ):
        pass
    assert contents(tmp_path) == before


def begun(folder: Path, latest: dict[str, tuple[Status, int]]) -> None:
    """A run that does all articles once more, with the same outcomes, and ends before its end."""
    with file_sink(files(folder), ASKED, resume=True) as sink:
        for article, (status, version) in latest.items():
            sink.write(
                made.outcome(article, status, records=2, version=version), fingerprint=str(version)
            )
        raise KeyboardInterrupt


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
        (each.article_id, "ok") for each in [*ALL[:2], *ALL[3:], ALL[2]]
    ]


def test_an_article_that_has_changed_is_done_again(tmp_path: Path) -> None:
    """Its earlier records go, and those of the others stay."""
    run(tmp_path, ALL, resume=False)
    changed = [outcome(number, version=2) for number in range(ARTICLES)]
    run(tmp_path, changed, version=2)
    rows = [json.loads(line) for line in written(tmp_path)]
    said = [row.get("detail") or row["title"] for row in rows]
    assert len(said) == sum(number % 3 + number % 2 for number in range(ARTICLES))
    assert all(each.startswith("the 2") for each in said)


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
