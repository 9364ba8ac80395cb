"""The endpoint itself: HTTP/1.1 with keep-alive, as little of it as clients need."""

from __future__ import annotations

import asyncio
import re
import socket
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Self

from tests.endpoint.answers import Answering
from tests.endpoint.exchange import Exchange, opened
from tests.endpoint.faults import status
from tests.endpoint.plans import Plan, nothing_wrong
from tests.endpoint.wire import LARGEST_HEAD, Connection

HOST = "127.0.0.1"
PATH = "/v1/chat/completions"
BACKLOG = 1024

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Service:
    """How requests are served: what they meet, how they are answered, how fast, how many at once.

    `latency` is in seconds, from a request's turn to its reply. Requests beyond the `slots` wait;
    null is no bound. `ended` is told of every exchange that is over.
    """

    plan: Plan = nothing_wrong
    answering: Answering = field(default_factory=Answering)
    latency: float = 0.0
    slots: int | None = None
    ended: Callable[[Exchange], None] = lambda _exchange: None


class Listener:
    """Serves on one port, inside a running event loop, and can be away for a while."""

    def __init__(self, service: Service) -> None:
        self.port = 0
        self.requests = 0
        self._service = service
        self._slots = asyncio.Semaphore(service.slots or BACKLOG)
        self._server: asyncio.Server | None = None
        self._connections: dict[asyncio.StreamWriter, asyncio.Task[None] | None] = {}

    async def open(self) -> None:
        """Listen: on a free port at first, then again on the same."""
        self._server = await asyncio.start_server(
            self._serve,
            sock=_bound(self.port),
            limit=LARGEST_HEAD,
            backlog=BACKLOG,
        )
        self.port = self._server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        """Listen no more, and drop every connection."""
        if self._server is not None:
            self._server.close()
        tasks = [task for task in self._connections.values() if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._connections[writer] = asyncio.current_task()
        writer.transport.set_write_buffer_limits(0)
        try:
            # A closed listener cancels this task, and a client may leave at any moment.
            with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
                while not writer.transport.is_closing():
                    await self._exchange(Connection(reader, writer))
        finally:
            del self._connections[writer]
            writer.transport.abort()

    async def _exchange(self, connection: Connection) -> None:
        head = await connection.reader.readuntil(b"\r\n\r\n")
        length = _LENGTH.search(head)
        raw = await connection.reader.readexactly(int(length[1]) if length else 0)
        self.requests += 1
        path = head.split(b" ", 2)[1].decode()
        exchange = opened(self.requests, path, raw, time.time())
        try:
            async with self._slots:
                await self._answer(exchange, connection)
        finally:
            self._service.ended(exchange)

    async def _answer(self, exchange: Exchange, connection: Connection) -> None:
        due = time.monotonic() + self._service.latency
        known = exchange.path == PATH
        fault = self._service.plan(exchange.number, exchange) if known else status(404)
        reply = fault(exchange, self._service.answering)
        if self._service.latency:
            await asyncio.sleep(due - time.monotonic())
        if connection.is_gone:
            exchange.hung_up = True
            return
        if await reply.sent(connection):
            exchange.answered = time.time()
        else:
            exchange.hung_up = connection.reader.at_eof()


class ScriptedEndpoint:
    """Serves in a thread while the `with` block runs, and remembers what it was asked.

    `exchanges` are in the order in which they ended.
    """

    def __init__(self, service: Service | None = None) -> None:
        self.exchanges: list[Exchange] = []
        self._service = service or Service()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="endpoint")
        self._listener: Listener

    @property
    def base_url(self) -> str:
        """Where clients find it."""
        return _base_url(self._listener)

    @property
    def requests(self) -> int:
        """How many have arrived."""
        return self._listener.requests

    def about(self, word: str) -> list[Exchange]:
        """The requests about an article with that word, as they arrived."""
        found = [exchange for exchange in self.exchanges if word in exchange.article]
        return sorted(found, key=lambda exchange: exchange.number)

    @contextmanager
    def away(self) -> Iterator[None]:
        """Drop all connections and refuse new ones, for a while."""
        self._run(self._listener.close())
        try:
            yield
        finally:
            self._run(self._listener.open())

    def _run(self, coroutine: Coroutine[object, object, None]) -> None:
        asyncio.run_coroutine_threadsafe(coroutine, self._loop).result()

    def _remember(self, exchange: Exchange) -> None:
        self.exchanges.append(exchange)
        self._service.ended(exchange)

    def __enter__(self) -> Self:
        self._listener = Listener(replace(self._service, ended=self._remember))
        self._thread.start()
        self._run(self._listener.open())
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._run(self._listener.close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


async def serve(service: Service, announce: Callable[[str], None]) -> None:
    """Serve until the task is cancelled; `announce` is told the base URL."""
    listener = Listener(service)
    await listener.open()
    announce(_base_url(listener))
    try:
        await asyncio.Event().wait()
    finally:
        await listener.close()


def _base_url(listener: Listener) -> str:
    return f"http://{HOST}:{listener.port}/v1"


def _bound(port: int) -> socket.socket:
    found = socket.socket()
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    found.bind((HOST, port))
    return found
