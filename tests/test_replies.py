"""What a model has answered is kept, found again, and never executed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventschema.errors import ConfigurationError, SinkError
from eventschema.models.replies import Replies, key_of

HOLDER = """
import sys
from pathlib import Path
from eventschema.models.replies import Replies, key_of
replies = Replies(Path(sys.argv[1]))
replies.keep(key_of({"model": "m"}), "kept")
print("kept", flush=True)
sys.stdin.read()
"""
SMALL = """
import resource, sys
from pathlib import Path
from eventschema.errors import SinkError
from eventschema.models.replies import Replies, key_of
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
replies = Replies(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    for number in range(1000):
        replies.keep(key_of({"number": number}), "x" * 1000)
except SinkError as error:
    print(error, flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where answers are kept."""
    return tmp_path / "events.replies.sqlite"


@pytest.fixture
def replies(path: Path) -> Iterator[Replies]:
    """An open file of answers."""
    with closing(Replies(path)) as opened:
        yield opened


def test_an_answer_is_found_by_its_request(replies: Replies) -> None:
    """In whatever order the request's parts are given; another request has another answer."""
    replies.keep(key_of({"model": "m", "n": [1, 2]}), "first")
    assert replies.recall(key_of({"n": [1, 2], "model": "m"})) == "first"
    assert replies.recall(key_of({"n": [2, 1], "model": "m"})) is None
    replies.keep(key_of({"model": "m", "n": [1, 2]}), "second")
    assert replies.recall(key_of({"n": [1, 2], "model": "m"})) == "second"


@given(said=st.text(), answer=st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_can_be_kept(said: str, answer: str) -> None:
    """Whatever the article holds, lone surrogates included."""
    with closing(Replies(Path(":memory:"))) as replies:
        replies.keep(key_of({"said": said}), answer)
        assert replies.recall(key_of({"said": said})) == answer


def test_answers_outlive_the_process(path: Path) -> None:
    """Also one that is killed right after."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"kept\n"
        os.kill(process.pid, signal.SIGKILL)
    with closing(Replies(path)) as replies:
        assert replies.recall(key_of({"model": "m"})) == "kept"


def test_two_runs_do_not_share_a_file(path: Path) -> None:
    """The second one is told that the first goes on."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with pytest.raises(ConfigurationError, match=r"events\.replies\.sqlite is in use"):
            Replies(path)
        process.communicate()
    Replies(path).close()


@pytest.mark.parametrize("content", [b"no database", b"SQLite format 3\0" + b"\xff" * 4000])
def test_another_file_is_no_file_of_answers(path: Path, content: bytes) -> None:
    """What to do is said, and the file stays as it is."""
    path.write_bytes(content)
    with pytest.raises(ConfigurationError, match="move it away"):
        Replies(path)
    assert path.read_bytes() == content


def test_a_file_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """In a folder that does not exist."""
    with pytest.raises(SinkError, match="missing"):
        Replies(tmp_path / "missing" / "events.replies.sqlite")


def test_a_full_disk_is_said_to_be_one(path: Path) -> None:
    """It ends the run; what was kept before stays."""
    ended = subprocess.run(
        [sys.executable, "-c", SMALL, path], capture_output=True, text=True, check=True
    )
    assert "events.replies.sqlite cannot be written" in ended.stdout
    with closing(Replies(path)) as replies:
        assert replies.recall(key_of({"number": 0})) == "x" * 1000


def test_who_comes_too_late_is_given_the_answer(replies: Replies) -> None:
    """Also between two looks: one thread found none, and then another one asked and kept it."""
    request = {"number": 1}
    with replies.awaited(key_of(request)) as said:
        assert said is None
        replies.keep(key_of(request), "kept")
    with replies.awaited(key_of(request)) as said:
        assert said == "kept"


def test_one_thread_asks_for_all(replies: Replies) -> None:
    """Of many that want the same answer at once; where it fails, the next one asks."""
    asked: list[int] = []

    def ask(number: int) -> str:
        with replies.awaited(key_of({"same": True})) as said:
            if said is None:
                asked.append(number)
                time.sleep(0.02)
                if len(asked) == 1:
                    return "failed"
                replies.keep(key_of({"same": True}), "kept")
            return said or "asked"

    with ThreadPoolExecutor(8) as pool:
        said = Counter(pool.map(ask, range(8)))
    assert len(asked) == 2
    assert said == {"failed": 1, "asked": 1, "kept": 6}


def test_threads_share_a_file(replies: Replies) -> None:
    """None of their answers is lost."""

    def keep(number: int) -> None:
        replies.keep(key_of({"number": number}), str(number))

    with ThreadPoolExecutor(16) as pool:
        list(pool.map(keep, range(500)))
    replies.sync()
    assert [replies.recall(key_of({"number": number})) for number in range(500)] == [
        str(number) for number in range(500)
    ]
