"""Connections are kept, shared by no two requests at a time, and go where the environment says."""

from __future__ import annotations

import gzip
import socketserver
import ssl
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import openai
import pytest

from eventschema.errors import ConfigurationError
from eventschema.models.connections import REDIRECTS, Connections

PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


class Origin(ThreadingHTTPServer):
    """A server that tells what it was sent, and by how many connections; `meeting` is where
    requests wait for one another.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, str | None, bytes]] = []
        self.connections = 0
        self.meeting: threading.Barrier | None = None
        self.moved: dict[str, str] = {}

    @property
    def url(self) -> str:
        """Where it is found."""
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    """Answers with the path that was asked for."""

    protocol_version = "HTTP/1.1"
    server: Origin

    def setup(self) -> None:
        """Count."""
        super().setup()
        self.server.connections += 1

    def do_POST(self) -> None:
        """Answer, compressed if the path says so."""
        body = self.rfile.read(int(self.headers["content-length"]))
        credentials = self.headers["proxy-authorization"]
        self.server.asked.append((self.path, credentials, body))
        if self.server.meeting is not None:
            self.server.meeting.wait(timeout=10)
        said = self.path.encode()
        if self.path in self.server.moved:
            self.send_response(307)
            self.send_header("location", self.server.moved[self.path])
        else:
            self.send_response(200)
        if self.path == "/gzip":
            said = gzip.compress(said)
            self.send_header("content-encoding", "gzip")
        self.send_header("content-length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as it is called
        """Nothing is logged."""


@contextmanager
def serving() -> Iterator[Origin]:
    """A server in a thread."""
    with Origin() as origin:
        threading.Thread(target=origin.serve_forever, daemon=True).start()
        yield origin
        origin.shutdown()


@pytest.fixture
def origin() -> Iterator[Origin]:
    """A server."""
    with serving() as server:
        yield server


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy is named."""
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@contextmanager
def connected(url: str, *, trust_env: bool = True) -> Iterator[Callable[[str], bytes]]:
    """Posts to paths, and gives the bodies of the replies."""
    with closing(Connections(url, seconds=10, trust_env=trust_env)) as connections:
        yield lambda path: connections.send(f"{url}{path}", {"x": "y"}, b"{}").body


def test_requests_one_after_the_other_share_a_connection(origin: Origin) -> None:
    """What is at rest is used before another is made."""
    with connected(origin.url) as post:
        assert [post(f"/{number}") for number in range(3)] == [b"/0", b"/1", b"/2"]
    assert origin.connections == 1


def test_requests_at_the_same_time_share_nothing(origin: Origin) -> None:
    """As many connections are made as requests meet, and no more later."""
    origin.meeting = threading.Barrier(8)
    with connected(origin.url) as post, ThreadPoolExecutor(8) as pool:
        for _ in range(3):
            paths = [f"/{number}" for number in range(8)]
            assert list(pool.map(post, paths)) == [path.encode() for path in paths]
    assert origin.connections == 8


def test_a_compressed_reply_is_read(origin: Origin) -> None:
    """Its body is what was compressed."""
    with connected(origin.url) as post:
        assert post("/gzip") == b"/gzip"


def test_who_is_sent_elsewhere_asks_everybody_once(origin: Origin) -> None:
    """A request that has gone on is no reason to send the first one again."""
    with serving() as other, connected(origin.url) as post:
        origin.moved = {"/1": "/2", "/2": f"{other.url}/3"}
        assert post("/1") == b"/3"
    assert [path for path, *_ in origin.asked] == ["/1", "/2"]
    assert [path for path, *_ in other.asked] == ["/3"]


def test_who_is_sent_in_a_circle_comes_to_an_end(origin: Origin) -> None:
    """The last reply tells it."""
    origin.moved = {"/1": "/1"}
    with closing(Connections(origin.url, seconds=10)) as connections:
        assert connections.send(f"{origin.url}/1", {}, b"").status == 307
    assert len(origin.asked) == 1 + REDIRECTS


def test_a_proxy_that_opens_no_tunnel_without_a_name_is_told_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It refuses every article's requests alike."""

    class Refusing(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            self.request.recv(1000)
            self.request.sendall(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")

    with socketserver.TCPServer(("127.0.0.1", 0), Refusing) as server:
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{server.server_address[1]}")
        threading.Thread(target=server.handle_request, daemon=True).start()
        with (
            connected("https://llm.invalid") as post,
            pytest.raises(ConfigurationError, match="407"),
        ):
            post("/v1")


def test_nothing_is_sent_after_the_end(origin: Origin) -> None:
    """Closing is for good."""
    with connected(origin.url) as post:
        post("/1")
    with pytest.raises(RuntimeError, match="closed"):
        post("/2")
    assert len(origin.asked) == 1


@pytest.mark.parametrize("name", ["http_proxy", "HTTP_PROXY", "ALL_PROXY"])
def test_a_proxy_of_the_environment_is_used(
    origin: Origin, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """With the name and the password that its address has."""
    monkeypatch.setenv(name, origin.url.replace("//", "//ana:p%40ss@"))
    with connected("http://llm.invalid") as post:
        assert post("/v1") == b"http://llm.invalid/v1"
    assert origin.asked == [("http://llm.invalid/v1", "Basic YW5hOnBAc3M=", b"{}")]


def test_a_proxy_may_be_named_without_its_scheme(
    origin: Origin, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As curl takes it."""
    monkeypatch.setenv("http_proxy", origin.url.removeprefix("http://"))
    with connected("http://llm.invalid") as post:
        assert post("/v1") == b"http://llm.invalid/v1"


def test_no_proxy_is_used_where_none_is_to_be(
    origin: Origin, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NO_PROXY names hosts without one, and a model on this machine never has one."""
    monkeypatch.setenv("http_proxy", "http://proxy.invalid:1")
    with connected(origin.url, trust_env=False) as post:
        assert post("/1") == b"/1"
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with connected(origin.url) as post:
        assert post("/2") == b"/2"


def test_a_proxy_that_cannot_be_used_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything is sent."""
    monkeypatch.setenv("ALL_PROXY", "socks5://ana:secret@proxy.invalid:1080")
    with pytest.raises(ConfigurationError, match=r"socks5://proxy\.invalid:1080 "):
        Connections("http://llm.invalid", seconds=1)


def test_certificates_are_looked_at() -> None:
    """A server that speaks no TLS gets no request, and the trouble is named."""
    with (
        socketserver.TCPServer(("127.0.0.1", 0), socketserver.BaseRequestHandler) as server,
        connected(f"https://127.0.0.1:{server.server_address[1]}") as post,
    ):
        threading.Thread(target=server.handle_request, daemon=True).start()
        with pytest.raises(openai.APIConnectionError) as raised:
            post("/v1")
    assert isinstance(raised.value.__cause__, ssl.SSLError | OSError)
