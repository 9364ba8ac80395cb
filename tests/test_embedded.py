"""The embedded model starts, answers, and never outlives the process that started it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from eventschema.errors import ConfigurationError
from eventschema.models import embedded, gguf, server, weights
from eventschema.models.embedded import EmbeddedServer, Endpoint
from tests import fake_engine
from tests.fake_engine import written

ROOT = Path(__file__).parent.parent


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the fake engine, which parent and child import instead of the real one."""
    folder = tmp_path / "engine"
    fake_engine.install(folder, monkeypatch)
    return folder


@pytest.fixture
def model(engine: Path) -> Path:
    """A model of the fake engine that works."""
    return written(engine / "toy-1.5b.gguf")


@pytest.fixture
def running_server(model: Path) -> Iterator[EmbeddedServer]:
    """A server of the fake engine."""
    with EmbeddedServer.start(model) as started:
        yield started


def fetched(endpoint: Endpoint, path: str = "/models", *, key: str | None = None) -> str:
    """The status and the body of a GET, with the endpoint's key unless another is given."""
    address = urlsplit(endpoint.base_url)
    connection = HTTPConnection(address.netloc, timeout=30)
    try:
        bearer = {"Authorization": f"Bearer {key or endpoint.api_key}"}
        connection.request("GET", address.path + path, headers=bearer)
        reply = connection.getresponse()
        return f"{reply.status} {reply.read().decode()}"
    finally:
        connection.close()


def listens(base_url: str) -> bool:
    """Whether anything accepts connections at the address."""
    connection = HTTPConnection(urlsplit(base_url).netloc, timeout=5)
    try:
        connection.connect()
    except ConnectionError:
        return False
    finally:
        connection.close()
    return True


def within(seconds: float, condition: Callable[[], bool]) -> bool:
    """Whether the condition holds at some moment of the next seconds."""
    deadline = time.monotonic() + seconds
    while not (held := condition()) and time.monotonic() < deadline:
        time.sleep(0.02)
    return held


def test_endpoint_answers_to_its_key_only(running_server: EmbeddedServer) -> None:
    """The endpoint is on loopback, and answers to the random key of this start."""
    assert running_server.base_url.startswith("http://127.0.0.1:")
    assert running_server.base_url.endswith("/v1")
    assert len(running_server.api_key) >= 32
    assert fetched(running_server.endpoint).startswith("200")
    assert fetched(running_server.endpoint, key="guess").startswith("401")


def test_engine_is_closed_to_all_others(running_server: EmbeddedServer) -> None:
    """No other host, web page or user interface reaches the engine."""
    params = json.loads(fetched(running_server.endpoint).removeprefix("200 "))
    expected = {
        "hostnames": ["127.0.0.1"],
        "api_keys": [running_server.api_key],
        "cors_origins": "",
        "cors_origins_explicit": True,
        "ui": False,
        "endpoint_slots": False,
    }
    assert {name: params[name] for name in expected} == expected


def test_model_is_named_by_its_file(running_server: EmbeddedServer, model: Path) -> None:
    """The name for records is the file's, and which it is; the key stays out of logs."""
    assert running_server.endpoint.model == f"toy-1.5b@{gguf.fingerprint(model)}"
    assert running_server.api_key not in repr(running_server.endpoint)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_key_is_on_no_command_line(running_server: EmbeddedServer) -> None:
    """Other users, who can list processes, do not see the key."""
    process = Path("/proc", str(running_server.pid))
    for shown in ("cmdline", "environ"):
        assert running_server.api_key.encode() not in (process / shown).read_bytes()


def test_close_ends_the_child_and_may_be_repeated(model: Path) -> None:
    """After closing nothing listens, and closing again does nothing."""
    started = EmbeddedServer.start(model)
    assert started.alive
    started.close()
    started.close()
    assert not started.alive
    assert not listens(started.base_url)
    assert started.wait() == 0


def test_close_does_not_wait_for_requests(model: Path) -> None:
    """A request in flight fails instead of holding up the close."""
    failures: list[Exception] = []

    def ask() -> None:
        try:
            fetched(started.endpoint, "/stuck")
        except OSError as error:
            failures.append(error)

    with EmbeddedServer.start(model) as started:
        asking = threading.Thread(target=ask)
        asking.start()
        time.sleep(0.2)
        began = time.monotonic()
    assert time.monotonic() - began < 1
    asking.join(timeout=5)
    assert len(failures) == 1


def test_threads_may_close_at_once(model: Path) -> None:
    """Closing from several threads is closing once."""
    started = EmbeddedServer.start(model)
    threads = [threading.Thread(target=started.close) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not started.alive


def test_forgotten_server_is_closed(model: Path) -> None:
    """A server that nobody holds any more ends its child."""
    base_url = EmbeddedServer.start(model).base_url
    assert not listens(base_url)


def test_killed_child_is_not_alive(running_server: EmbeddedServer) -> None:
    """A child that was ended from outside is told by `alive`, and closing is still possible."""
    os.kill(running_server.pid, signal.SIGTERM)
    assert within(5, lambda: not running_server.alive)
    running_server.close()


@pytest.mark.skipif(sys.platform == "win32", reason="sessions are of POSIX")
def test_child_has_a_session_of_its_own(running_server: EmbeddedServer) -> None:
    """Ctrl-C in the parent's terminal is not sent to the child."""
    assert os.getsid(running_server.pid) != os.getsid(0)


PARENT = """
import os, sys, threading
from pathlib import Path
from eventschema.models.child import Child
from eventschema.models.embedded import EmbeddedServer
from tests.test_embedded import fetched

{first}
server = EmbeddedServer.start(Path(sys.argv[1]))
{then}
"""

TELLS_BEFORE_LOADING = """
ready = Child.ready
def told(child, *arguments, **options):
    print(child.process.pid, flush=True)
    return ready(child, *arguments, **options)
Child.ready = told
"""
TELLS = "print(server.pid, flush=True); "


def parent(then: str, model: Path, *, first: str = "") -> subprocess.Popen[str]:
    """A process that starts a server, and then runs the given lines."""
    command = [sys.executable, "-c", PARENT.format(first=first, then=then), str(model)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", cwd=ROOT)


def gone(pid: int) -> bool:
    """Whether the process has ended, waited for or not."""
    try:
        state = Path("/proc", str(pid), "stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return True
    return state in {"Z", "X"}


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc, and the signal is of Linux")
@pytest.mark.parametrize(
    ("behavior", "first", "then"),
    [
        ("", "", TELLS + "server.wait()"),
        ("", "", TELLS + "fetched(server.endpoint, '/stuck')"),
        ("slow", TELLS_BEFORE_LOADING, ""),
    ],
    ids=["idle", "asked", "loading"],
)
def test_child_dies_with_a_killed_parent(
    engine: Path, behavior: str, first: str, then: str
) -> None:
    """A parent that is killed outright leaves no child behind for more than a second."""
    model = written(engine / "toy.gguf", behavior)
    with parent(then, model, first=first) as process:
        assert process.stdout is not None
        child = int(process.stdout.readline())
        assert within(30, lambda: model.with_suffix(".starts").exists())
        time.sleep(0.1)
        assert not gone(child)
        process.kill()
        assert within(1, lambda: gone(child))


@pytest.mark.parametrize("end", ["", "raise RuntimeError"])
def test_child_ends_with_the_interpreter(model: Path, end: str) -> None:
    """A parent that ends without closing, or by an error, leaves no child behind."""
    with parent(f"sys.stderr = None; print(server.base_url); {end}", model) as process:
        base_url = process.communicate(timeout=10)[0].strip()
    assert not listens(base_url)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_fork_of_the_parent_does_not_end_the_child(model: Path) -> None:
    """A forked process that closes its copy of the server leaves the parent's running."""
    forks = "pid = os.fork(); server.close() if pid == 0 else os.waitpid(pid, 0)"
    with parent(f"{forks}; print(pid > 0 and server.alive, flush=True)", model) as process:
        output = process.communicate(timeout=10)[0]
    assert sorted(output.split()) == ["False", "True"]


def test_failure_ends_with_the_last_words(engine: Path) -> None:
    """Where the engine fails, the error names the model and ends with the end of its log."""
    model = written(engine / "toy.gguf", "corrupt")
    with pytest.raises(ConfigurationError, match=r"toy.gguf did not start: exit code 1") as caught:
        EmbeddedServer.start(model)
    lines = str(caught.value).splitlines()
    assert lines[-2:] == ["tensor missing", "Failed to init server"]
    assert len(lines) < 12


def test_slow_start_is_given_up(engine: Path) -> None:
    """A child that is not ready in time is ended."""
    model = written(engine / "toy.gguf", "slow")
    with pytest.raises(ConfigurationError, match=r"did not start within 0.3 seconds"):
        EmbeddedServer.start(model, timeout=0.3)


@pytest.mark.usefixtures("engine")
@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.gguf", None, "cannot be read: No such file"),
        ("a.gguf", "", "is not a GGUF file"),
        ("a.gguf", "<html>", "is not a GGUF file"),
        ("a.gguf", "GGUF", "has 4 bytes of at least 8: it is truncated or damaged. Delete it and"),
        (f"{weights.BUILT_IN.name}.gguf", "GGUF", "has 4 bytes instead of 1,117,320,768"),
    ],
)
def test_no_model_is_told_before_the_start(
    tmp_path: Path, name: str, content: str | None, message: str
) -> None:
    """A file that cannot be the model is refused with its reason, and no child starts."""
    path = tmp_path / name
    if content is not None:
        path.write_text(content)
    with pytest.raises(ConfigurationError, match=message):
        EmbeddedServer.start(path)


def test_missing_engine_names_the_command(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the engine, the error says what to install."""
    monkeypatch.setattr(embedded, "_ENGINE", "no_such_engine")
    with pytest.raises(ConfigurationError, match=r"pip install 'eventschema\[local\]'"):
        EmbeddedServer.start(model)


def test_served_model_is_found_while_it_is_served(model: Path, tmp_path: Path) -> None:
    """Others find the served model's endpoint until the serving ends, and not afterwards."""
    state = tmp_path / "cache" / "served-model.json"
    assert embedded.running() is None
    with embedded.serve(model) as served:
        assert embedded.running() == served.endpoint
        assert json.loads(state.read_text()) == {
            "base_url": served.base_url,
            "model": served.endpoint.model,
            "api_key": served.api_key,
            "pid": os.getpid(),
        }
        assert state.stat().st_mode & 0o777 == 0o600
    assert embedded.running() is None
    assert list(state.parent.iterdir()) == []


def test_other_weights_of_a_name_are_another_model(model: Path) -> None:
    """Answers and records of a file that was written anew are not taken for those of the old."""
    before = embedded.name_of(model)
    assert before.startswith("toy-1.5b@")
    assert embedded.name_of(model) == before
    model.write_bytes(model.read_bytes() + b"more")
    assert embedded.name_of(model) != before


def test_one_model_is_served_at_a_time(model: Path) -> None:
    """A second serving is refused, and the first goes on."""
    with embedded.serve(model) as served:
        with (
            pytest.raises(ConfigurationError, match="is being served already"),
            embedded.serve(model),
        ):
            pass
        assert embedded.running() == served.endpoint


def test_stale_state_is_no_model(running_server: EmbeddedServer, tmp_path: Path) -> None:
    """A state file whose server is gone, or that another server answers, or broken: None."""
    (tmp_path / "cache").mkdir()
    state = tmp_path / "cache" / "served-model.json"
    foreign = {"base_url": running_server.base_url, "model": "m", "api_key": "other"}
    closed = {"base_url": "http://127.0.0.1:9/v1", "model": "m", "api_key": "k"}
    for content in (json.dumps(foreign), json.dumps(closed), "", "[]", '{"base_url": 1}'):
        state.write_text(content)
        assert embedded.running() is None


def test_stale_state_does_not_hinder_serving(model: Path, tmp_path: Path) -> None:
    """What a killed process left behind is replaced."""
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "served-model.json").write_text("{")
    with embedded.serve(model) as served:
        assert embedded.running() == served.endpoint


@pytest.mark.skipif(sys.platform != "linux", reason="reads the affinity mask")
@pytest.mark.parametrize(
    ("allowed", "quota", "threads"),
    [({0, 1, 2, 3}, 99, 2), ({0, 1}, 99, 1), ({0, 2}, 99, 2), ({0, 1, 2, 3}, 1, 1)],
)
def test_threads_are_the_cores_one_may_use(
    monkeypatch: pytest.MonkeyPatch, allowed: set[int], quota: int, threads: int
) -> None:
    """Two hyperthreads of a core count once, and a container's quota is obeyed."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: allowed)
    monkeypatch.setattr(server, "_core", lambda cpu: f"{cpu // 2 * 2}-{cpu // 2 * 2 + 1}")
    monkeypatch.setattr(server, "_quota", lambda: quota)
    assert server.thread_count() == threads


def test_child_imports_nothing_of_the_package(running_server: EmbeddedServer) -> None:
    """The child loads its script and the engine alone, whatever the package imports."""
    params = json.loads(fetched(running_server.endpoint).removeprefix("200 "))
    assert params["packages"] == ["xllamacpp"]


@pytest.mark.live
@pytest.mark.skipif(find_spec("xllamacpp") is None, reason="needs the local extra")
@pytest.mark.skipif(not weights.installed(), reason="needs the local extra")
def test_built_in_model_answers() -> None:
    """The real engine with the built-in weights answers a chat request."""
    with EmbeddedServer.start(weights.locate()) as started:
        address = urlsplit(started.base_url)
        connection = HTTPConnection(address.netloc, timeout=120)
        question = {"role": "user", "content": "Is 7 a number? Answer yes or no."}
        connection.request(
            "POST",
            f"{address.path}/chat/completions",
            json.dumps({"messages": [question], "max_tokens": 2, "temperature": 0}),
            {"Authorization": f"Bearer {started.api_key}"},
        )
        reply = json.load(connection.getresponse())
        connection.close()
    assert reply["model"] == "qwen2.5-coder-1.5b-instruct-q4_k_m"
    assert reply["choices"][0]["message"]["content"].lower().startswith("yes")
