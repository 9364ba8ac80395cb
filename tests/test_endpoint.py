"""The scripted endpoint does what the tests that rely on it believe it to do."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from eventschema.answer import answer_type
from eventschema.draft import DRAFTS, AgreementDraft
from eventschema.prompting import render
from tests.endpoint import FAULTS, Answering, ScriptedEndpoint, Service, table
from tests.endpoint.faults import status

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 5.0
SENTENCES = {4: "Both signed the Isonzo Water Protocol.", 5: "They left."}
QUESTION = {
    "model": "m",
    "messages": render(SENTENCES, {AgreementDraft: [4]}, known=DRAFTS),
    "response_format": {
        "type": "json_schema",
        "json_schema": {"name": "Events", "schema": answer_type(DRAFTS).model_json_schema()},
    },
}


class Client:
    """A connection that is kept open from request to request."""

    def __init__(self, base_url: str) -> None:
        host, port = base_url.split("/")[2].split(":")
        self._socket = socket.create_connection((host, int(port)), timeout=PATIENCE)
        self._answer = self._socket.makefile("rb")

    def send(self, body: object, path: str = "/v1/chat/completions") -> None:
        """Send a request."""
        raw = json.dumps(body).encode()
        head = f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: {len(raw)}\r\n\r\n"
        self._socket.sendall(head.encode() + raw)

    def status(self) -> int:
        """The status of a reply whose body is left alone."""
        return int(self._answer.readline().split()[1])

    def receive(self) -> dict[str, object]:
        """The body of a reply."""
        length = 0
        for line in iter(self._answer.readline, b"\r\n"):
            name, _, value = line.partition(b":")
            length = int(value) if name == b"content-length" else length
        body: dict[str, object] = json.loads(self._answer.read(length))
        return body

    def close(self) -> None:
        """Hang up."""
        self._answer.close()
        self._socket.close()


@contextmanager
def client(endpoint: ScriptedEndpoint) -> Iterator[Client]:
    """A client that hangs up in the end."""
    connected = Client(endpoint.base_url)
    try:
        yield connected
    finally:
        connected.close()


def wait_for(endpoint: ScriptedEndpoint, count: int) -> None:
    """Wait until so many exchanges have ended."""
    until = time.monotonic() + PATIENCE
    while len(endpoint.exchanges) < count:
        assert time.monotonic() < until
        time.sleep(0.005)


def content(body: dict[str, object]) -> str:
    """The text of the message in a completion."""
    choices = body["choices"]
    assert isinstance(choices, list)
    return str(choices[0]["message"]["content"])


def test_it_answers_in_the_shape_that_is_asked() -> None:
    """Each sentence that names a protocol is an agreement, and the other lists are empty."""
    with ScriptedEndpoint() as endpoint, client(endpoint) as asking:
        asking.send(QUESTION)
        lists = json.loads(content(asking.receive()))
    answer = answer_type(DRAFTS).model_validate(lists)
    (draft,) = answer.agreement  # type: ignore[attr-defined]
    assert isinstance(draft, AgreementDraft)
    assert (draft.name, draft.sentences) == ("Isonzo Water Protocol", [4])
    assert set(lists) == {"meeting", "agreement", "exercise", "incident"}


@pytest.mark.parametrize("yes", [0.9, 0.2, None])
def test_it_tells_probabilities_or_not(yes: float | None) -> None:
    """A yes/no question is answered with one token, and its alternatives if they are told."""
    service = Service(answering=Answering(yes=yes))
    with ScriptedEndpoint(service) as endpoint, client(endpoint) as asking:
        asking.send({"messages": [{"role": "user", "content": "?"}], "logprobs": True})
        body = asking.receive()
    assert content(body) == ("no" if yes == 0.2 else "yes")
    assert ("logprob" in json.dumps(body["choices"]).replace("logprobs", "")) == (yes is not None)


def test_it_remembers_what_was_asked_and_answered() -> None:
    """Every request has its number, body, digest and times; one connection serves many."""
    with ScriptedEndpoint() as endpoint, client(endpoint) as asking:
        before = time.time()
        for _ in range(2):
            asking.send(QUESTION)
            asking.receive()
        wait_for(endpoint, 2)
        first, second = endpoint.about("Isonzo")
    assert (first.number, second.number) == (1, 2)
    assert first.digest == second.digest
    assert first.body == QUESTION
    assert first.answered is not None
    assert before <= first.arrived <= first.answered <= second.arrived


def test_it_knows_who_hung_up() -> None:
    """A request whose client left before the reply was not answered."""
    with ScriptedEndpoint(Service(latency=0.05)) as endpoint:
        with client(endpoint) as asking:
            asking.send(QUESTION)
        wait_for(endpoint, 1)
        (exchange,) = endpoint.exchanges
    assert exchange.hung_up
    assert exchange.answered is None


def test_a_plan_goes_by_the_number_of_the_request() -> None:
    """The second request meets the fault, and the third one none."""
    plan = table({2: status(503)})
    with ScriptedEndpoint(Service(plan=plan)) as endpoint:
        met = []
        for _ in range(3):
            with client(endpoint) as asking:
                asking.send(QUESTION)
                met.append(asking.status())
    assert met == [200, 503, 200]


def test_no_more_requests_are_served_than_there_are_slots() -> None:
    """Those beyond the slots wait for their turn."""

    def ask(endpoint: ScriptedEndpoint) -> None:
        with client(endpoint) as asking:
            asking.send(QUESTION)
            asking.receive()

    with ScriptedEndpoint(Service(latency=0.05, slots=2)) as endpoint:
        threads = [threading.Thread(target=ask, args=(endpoint,)) for _ in range(6)]
        started = time.monotonic()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert time.monotonic() - started >= 3 * 0.05


def test_it_can_be_away_for_a_while() -> None:
    """Away, it refuses connections; afterwards it is where it was."""
    with ScriptedEndpoint() as endpoint:
        with endpoint.away(), pytest.raises(ConnectionRefusedError):
            Client(endpoint.base_url)
        with client(endpoint) as asking:
            asking.send(QUESTION)
            assert asking.status() == 200


def test_another_path_is_not_found() -> None:
    """Only chat completions are served."""
    with ScriptedEndpoint() as endpoint, client(endpoint) as asking:
        asking.send(QUESTION, path="/chat/completions")
        assert asking.status() == 404


@pytest.mark.parametrize("name", FAULTS)
def test_every_fault_can_be_met(name: str) -> None:
    """Each is made of a proper reply without an error of its own, and ends with its exchange."""
    with ScriptedEndpoint(Service(plan=table({1: FAULTS[name]}))) as endpoint:
        with client(endpoint) as asking:
            asking.send(QUESTION)
            if name != "silence":
                with suppress(ConnectionResetError):
                    asking.status()
        wait_for(endpoint, 1)


def test_it_runs_as_a_process(tmp_path: Path) -> None:
    """It prints its address, and writes a line for each request into its journal."""
    journal = tmp_path / "journal.jsonl"
    command = [sys.executable, "-m", "tests.endpoint", "--journal", str(journal)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=dict(os.environ)
    ) as process:
        assert process.stdout
        asking = Client(process.stdout.readline().strip())
        for _ in range(2):
            asking.send(QUESTION)
            asking.receive()
        asking.close()
        process.terminate()
    told = json.loads(journal.read_text(encoding="utf-8").splitlines()[0])
    assert told["answered"] >= told["arrived"]
    assert len(told["digest"]) == 64
