"""A death of the embedded model costs time, and no article."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pydantic import BaseModel

from eventschema.errors import ConfigurationError, EventSchemaError, UnavailableError
from eventschema.models import child, embedded
from eventschema.models.connecting import connect
from eventschema.models.lives import EmbeddedModel
from eventschema.models.port import Judgment, Message, Reply
from eventschema.models.settings import ModelSettings
from tests import fake_engine
from tests.fake_engine import starts, written

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are of POSIX")


class Said(BaseModel):
    """What the fake engine answers."""

    said: str


Asked = Reply[Said] | Judgment
Ask = Callable[[EmbeddedModel, str], Asked]


def completed(model: EmbeddedModel, question: str) -> Asked:
    """The reply to a question."""
    return model.complete(messages(question), Said)


def judged(model: EmbeddedModel, question: str) -> Asked:
    """The judgment on a question."""
    return model.judge(messages(question))


def messages(question: str) -> list[Message]:
    """The question as it is sent."""
    return [{"role": "user", "content": question}]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A model of the fake engine that works."""
    fake_engine.install(tmp_path / "engine", monkeypatch)
    return written(tmp_path / "toy.gguf")


@pytest.fixture
def model(file: Path) -> Iterator[EmbeddedModel]:
    """The same, started."""
    started = connected(file)
    yield started
    started.close()


def connected(file: Path, *, timeout: float = 30) -> EmbeddedModel:
    """The model of a file, as it is used everywhere."""
    model = connect(ModelSettings(str(file), timeout=timeout))
    assert isinstance(model, EmbeddedModel)
    return model


def runs(pid: int) -> bool:
    """Whether our own child runs still, or has not been waited for."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def started(file: Path, count: int) -> bool:
    """Whether so many children have begun to load the model, within five seconds."""
    deadline = time.monotonic() + 5
    while len(starts(file)) < count and time.monotonic() < deadline:
        time.sleep(0.01)
    return len(starts(file)) == count


@pytest.mark.parametrize("ask", [completed, judged])
def test_a_request_that_ends_the_child_is_sent_again(
    model: EmbeddedModel, file: Path, ask: Ask
) -> None:
    """A new child answers it; both requests are counted, and nothing of the old one is left."""
    first = starts(file)[0]
    assert ask(model, "die once").usage.requests == 2
    assert ask(model, "and then?").usage.requests == 1
    assert len(starts(file)) == 2
    assert not runs(first)


def test_a_child_that_died_idle_is_replaced_before_the_next_request(
    model: EmbeddedModel, file: Path
) -> None:
    """Its death is no request's fault, and costs none."""
    (first,) = starts(file)
    os.kill(first, signal.SIGKILL)
    os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
    assert judged(model, "?").usage.requests == 1
    assert len(starts(file)) == 2


def test_a_request_that_ends_two_children_fails_alone(model: EmbeddedModel, file: Path) -> None:
    """The error tells how the second one ended and what to do; the next request has a third."""
    with pytest.raises(UnavailableError) as caught:
        judged(model, "die")
    assert str(caught.value) == (
        "the embedded model died twice on this request: exit code -9; a banner on stdout; "
        "out of memory. "
        "If memory ran out, end other programs or use a smaller model"
    )
    assert judged(model, "?") == Judgment(1.0, judged(model, "?").usage)
    assert len(starts(file)) == 3


def test_a_child_that_cannot_start_again_ends_the_run(model: EmbeddedModel, file: Path) -> None:
    """Every article would fail alike: that is an error of the configuration."""
    written(file, "corrupt")
    with pytest.raises(ConfigurationError, match="did not start: exit code 1"):
        judged(model, "die once")


def test_threads_share_one_restart(model: EmbeddedModel, file: Path) -> None:
    """All of them are answered, whoever noticed first that the child was gone."""
    questions = ["?", "die once", *["?"] * 6]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda question: judged(model, question), questions))
    assert [answer.usage.requests for answer in answers] == [1, 2, 1, 1, 1, 1, 1, 1]
    assert len(starts(file)) == 2


def test_requests_are_sent_one_at_a_time(file: Path) -> None:
    """A request that waits for another one does not spend its time limit on that."""
    model = connected(file, timeout=1.5)
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: judged(model, "take a while"), range(4)))
    model.close()
    assert [answer.usage.requests for answer in answers] == [1] * 4


@pytest.mark.parametrize("question", ["fault", "stuck"])
def test_a_failure_of_a_living_child_is_final(file: Path, question: str) -> None:
    """Neither an error of the engine nor a time limit that is spent is tried again."""
    model = connected(file, timeout=0.5)
    with pytest.raises(UnavailableError, match="the endpoint did not answer"):
        judged(model, question)
    assert file.with_suffix(".questions").read_text() == "?\n"
    assert len(starts(file)) == 1
    model.close()


def test_a_child_that_hangs_is_replaced(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that does not even say that it is there is ended."""
    monkeypatch.setattr(embedded, "_HEALTH_TIMEOUT", 0.5)
    model = connected(file, timeout=1)
    first = starts(file)[0]
    os.kill(first, signal.SIGSTOP)
    assert judged(model, "?").usage.requests == 2
    assert not runs(first)
    model.close()


SERVING = """
import sys
from pathlib import Path
from eventschema.models.embedded import serve
with serve(Path(sys.argv[1])) as served:
    print(served.pid, flush=True)
    served.wait()
"""


def test_a_model_served_elsewhere_is_replaced_by_an_own_one(file: Path) -> None:
    """Where `serve-model` is killed between two requests, the second one starts a child."""
    command = [sys.executable, "-c", SERVING, str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as serving:
        assert serving.stdout is not None
        served = int(serving.stdout.readline())
        model = connected(file)
        assert judged(model, "?").usage.requests == 1
        assert starts(file) == [served]
        serving.kill()
    assert judged(model, "?").usage.requests == 2
    own = starts(file)[1]
    assert runs(own)
    model.close()
    assert not runs(own)


@pytest.mark.parametrize("question", ["die once", "stuck"])
def test_closing_ends_whatever_is_under_way(file: Path, question: str) -> None:
    """Neither a child that is just starting again nor a new one outlives the close."""
    written(file, "late")
    model = connected(file)
    failures: list[EventSchemaError] = []

    def ask() -> None:
        try:
            judged(model, question)
        except EventSchemaError as error:
            failures.append(error)

    asking = threading.Thread(target=ask)
    asking.start()
    assert started(file, 2 if question == "die once" else 1)
    time.sleep(0.1)
    model.close()
    assert not any(runs(pid) for pid in starts(file))
    asking.join(timeout=5)
    assert [str(failure) for failure in failures] == ["the embedded model is closed"]
    assert len(starts(file)) == (2 if question == "die once" else 1)
    model.close()


def test_a_system_without_room_for_a_process_is_told(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no child can be made at all, the run ends with the system's reason."""
    monkeypatch.setattr(child, "_COMMAND", (str(file.with_name("no-such-python")),))
    with pytest.raises(ConfigurationError, match=r"process cannot start: .*No such file"):
        connected(file)
