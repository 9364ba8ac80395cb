"""Each request under way has a connection of its own, and connections are used again."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx2
import pytest

from eventschema.models.connections import Connections

URL = "https://endpoint.example/v1"


class Made:
    """The clients that were made; `meeting` is where their requests wait for one another."""

    def __init__(self) -> None:
        self.clients: list[httpx2.Client] = []
        self.meeting: threading.Barrier | None = None

    def client(self) -> httpx2.Client:
        """A further one, which answers with its number."""
        number = len(self.clients)

        def answer(request: httpx2.Request) -> httpx2.Response:
            if self.meeting is not None:
                self.meeting.wait(timeout=10)
            if request.url.path.endswith("refused"):
                raise httpx2.ConnectError("refused", request=request)
            return httpx2.Response(200, text=str(number))

        self.clients.append(httpx2.Client(transport=httpx2.MockTransport(answer)))
        return self.clients[-1]


@pytest.fixture
def made() -> Made:
    """No clients yet."""
    return Made()


@pytest.fixture
def connections(made: Made) -> Iterator[Connections]:
    """An HTTP client over them."""
    with Connections(made.client, timeout=1) as connections:
        yield connections


def test_requests_one_after_the_other_share_a_connection(
    connections: Connections, made: Made
) -> None:
    """What is at rest is used before another is made, also after a failure."""
    with pytest.raises(httpx2.ConnectError):
        connections.post(f"{URL}/refused")
    assert [connections.post(URL).text for _ in range(3)] == ["0", "0", "0"]
    assert len(made.clients) == 1


def test_requests_at_the_same_time_share_nothing(connections: Connections, made: Made) -> None:
    """As many connections are made as requests meet, and no more later."""
    made.meeting = threading.Barrier(8)
    with ThreadPoolExecutor(8) as pool:
        for _ in range(3):
            replies = list(pool.map(lambda _: connections.post(URL).text, range(8)))
            assert sorted(replies) == [str(number) for number in range(8)]
    assert len(made.clients) == 8


def test_closing_closes_all(connections: Connections, made: Made) -> None:
    """Nothing stays open, nor is anything sent afterwards."""
    connections.post(URL)
    connections.close()
    assert [client.is_closed for client in made.clients] == [True]
    with pytest.raises(RuntimeError, match="closed"):
        connections.post(URL)
