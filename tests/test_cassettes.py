"""The recordings are whole: none orphaned, none half played, nothing private in them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests import floors
from tests.conftest import CASSETTES
from tests.recordings import ReadableYaml

RECORDED = sorted(CASSETTES.rglob("*.yaml"))
PRIVATE = re.compile(
    r"sk-[A-Za-z0-9]{8}|Bearer|authorization|set-cookie|api[_-]?key|127\.0\.0\.1|localhost"
    r"|/home/|/root/|/work/|/tmp/",
    re.IGNORECASE,
)


def test_there_are_recordings() -> None:
    """The checks below look at something."""
    assert RECORDED


@pytest.mark.parametrize("cassette", RECORDED, ids=lambda path: path.stem)
def test_a_cassette_has_its_test(cassette: Path) -> None:
    """A recording whose test is gone is deleted with it."""
    if cassette.parent == floors.CASSETTES:
        assert (floors.GOLD / f"{cassette.stem}.json").exists()
        return
    module = Path(__file__).parent / f"{cassette.parent.name}.py"
    name = cassette.stem.partition("[")[0]
    assert f"def {name}(" in module.read_text(encoding="utf-8")


@pytest.mark.parametrize("cassette", RECORDED, ids=lambda path: path.stem)
def test_a_cassette_holds_nothing_private(cassette: Path) -> None:
    """No key, no cookie, no address and no path of a machine is recorded."""
    assert not PRIVATE.findall(cassette.read_text(encoding="utf-8"))


@pytest.mark.parametrize("cassette", RECORDED, ids=lambda path: path.stem)
def test_a_cassette_is_written_as_it_is_read(cassette: Path) -> None:
    """Reading and writing again changes nothing, so that diffs show what changed."""
    text = cassette.read_text(encoding="utf-8")
    assert ReadableYaml.serialize(ReadableYaml.deserialize(text)) == text
