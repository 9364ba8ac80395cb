"""A journal's line says what it said when it was written, or nothing."""

from __future__ import annotations

import json
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventschema.outcome import Outcome
from eventschema.sinks.journal import Closing, Entry, Opening, Stretch, decoded
from tests.sinks.made import outcome

Line = Opening | Entry | Closing

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
STATUSES = st.sampled_from(["ok", "empty", "partial", "failed"])
STRETCHES = st.builds(Stretch.of, st.binary(max_size=9), start=st.integers(0, 2**40))
LINES: st.SearchStrategy[Line] = st.one_of(
    st.builds(Opening, asked=st.dictionaries(TEXTS, TEXTS, max_size=3)),
    st.builds(
        Entry,
        article=TEXTS,
        fingerprint=TEXTS,
        status=STATUSES,
        problems=st.lists(TEXTS, max_size=2).map(tuple),
        events=st.integers(0, 99),
        rejected=st.integers(0, 99),
        records=STRETCHES,
        rejects=STRETCHES,
    ),
    st.builds(
        Closing,
        articles=st.integers(0, 999),
        outcomes=st.dictionaries(STATUSES, st.integers(0, 99)),
        stopped=st.none() | TEXTS,
    ),
)


def entry(written: Outcome) -> Entry:
    """The entry for an outcome of which nothing is written."""
    nowhere = Stretch.of(b"", start=0)
    return Entry.of(written, fingerprint="f", records=nowhere, rejects=nowhere)


@given(LINES)
def test_a_line_is_read_as_it_was_written(line: Line) -> None:
    """Whatever texts stand in it; and it is one line of JSON, for other tools."""
    encoded = line.encoded()
    assert decoded(encoded) == line
    assert encoded.count(b"\n") == 1
    assert json.loads(encoded)["kind"] == line.kind


@given(LINES, st.data())
def test_an_altered_line_says_nothing(line: Line, data: st.DataObject) -> None:
    """One bit that is another is enough."""
    altered = bytearray(line.encoded())
    at = data.draw(st.integers(0, len(altered) - 1))
    altered[at] ^= 1 << data.draw(st.integers(0, 7))
    assert decoded(bytes(altered)) is None


@given(LINES, st.data())
def test_a_torn_line_says_nothing(line: Line, data: st.DataObject) -> None:
    """Wherever it was cut off, and also where another one follows without a newline between."""
    encoded = line.encoded()
    torn = encoded[: data.draw(st.integers(0, len(encoded) - 2))]
    assert decoded(torn) is decoded(encoded[:-1]) is None
    assert decoded(torn + b"\n") is None
    assert (decoded(torn + encoded) is None) == bool(torn)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\n",
        b"{}\n",
        b'{"kind":"run","asked":{}}\n',
        b'{"kind":"run","asked":{},"check":0}\n',
        b'{"kind":"run","check":%s}\n' % (b"1" * 5000),
        b"\0" * 100,
        b"\xff\xfe\n",
    ],
)
def test_another_line_says_nothing(line: bytes) -> None:
    """Neither nonsense nor a line that does not vouch for itself."""
    assert decoded(line) is None


def test_a_line_of_another_version_says_nothing() -> None:
    """Fields that are unknown may change what the others mean."""

    class Later(Opening):
        more: int = 1

    assert decoded(Later(asked={}, records="e.jsonl").encoded()) is None


@given(st.binary(max_size=50), st.binary(max_size=20), st.binary(max_size=50))
def test_a_stretch_gives_its_bytes(before: bytes, content: bytes, after: bytes) -> None:
    """Whatever stands before and after it."""
    stretch = Stretch.of(content, start=len(before))
    assert stretch.read(BytesIO(before + content + after)) == content


@given(st.binary(min_size=1, max_size=20), st.data())
def test_a_stretch_gives_no_other_bytes(content: bytes, data: st.DataObject) -> None:
    """Neither altered ones, nor the beginning of them."""
    stretch = Stretch.of(content, start=3)
    altered = bytearray(b"abc" + content)
    altered[3 + data.draw(st.integers(0, len(content) - 1))] ^= 0x10
    assert stretch.read(BytesIO(altered)) is None
    assert stretch.read(BytesIO(b"abc" + content[:-1])) is None
    assert stretch.read(BytesIO()) is None


def test_an_entry_counts() -> None:
    """How many records and rejected ones an article has stands in its line."""
    written = entry(outcome("a", "partial", records=2, rejects=3))
    assert (written.article, written.status, written.problems) == ("a", "partial", ("gone",))
    assert (written.events, written.rejected) == (2, 3)


def test_a_problem_is_any_text() -> None:
    """What an endpoint says may hold characters that cannot be written; they cost no run."""
    written = entry(Outcome("a", "failed", problems=["no \ud800 today"]))
    assert written.problems == ("no ? today",)
    assert decoded(written.encoded()) == written
