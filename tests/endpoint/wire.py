"""How replies go out: whole, or broken in one of the ways in which connections break."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus

LARGEST_HEAD = 1 << 16
DRIP = 0.03
"""Seconds between the drops of a reply that drips."""

DROP = 64
"""Bytes of one."""

_PHRASES = {status.value: status.phrase for status in HTTPStatus}


@dataclass(frozen=True, slots=True)
class Connection:
    """A client, and whether it is still there."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    @property
    def is_gone(self) -> bool:
        """Whether the client hung up."""
        return self.reader.at_eof() or self.writer.transport.is_closing()

    async def write(self, raw: bytes) -> None:
        """Hand over all the bytes to the kernel."""
        self.writer.write(raw)
        await self.writer.drain()

    def reset(self) -> None:
        """Break the connection so that the client sees a reset, and no orderly end."""
        linger = struct.pack("ii", 1, 0)
        self.writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.writer.transport.abort()


@dataclass(frozen=True, slots=True)
class Reply:
    """A status, headers and a body, and the way in which they are sent."""

    body: bytes
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    send: Send | None = None

    @property
    def head(self) -> bytes:
        """The status line and the headers."""
        headers = {"content-type": "application/json", "content-length": str(len(self.body))}
        lines = [f"{name}: {value}" for name, value in (headers | dict(self.headers)).items()]
        status = f"HTTP/1.1 {self.status} {_PHRASES.get(self.status, 'Unknown')}"
        return "\r\n".join([status, *lines, "", ""]).encode()

    async def sent(self, connection: Connection) -> bool:
        """Send it; whether all of it went out."""
        return await (self.send or whole)(self, connection)


Send = Callable[[Reply, Connection], Awaitable[bool]]


async def whole(reply: Reply, connection: Connection) -> bool:
    """Everything at once."""
    await connection.write(reply.head + reply.body)
    return True


async def reset_before(reply: Reply, connection: Connection) -> bool:
    """A reset instead of a reply."""
    del reply
    connection.reset()
    return False


async def reset_midway(reply: Reply, connection: Connection) -> bool:
    """Half of the body, then a reset."""
    await connection.write(reply.head + reply.body[: len(reply.body) // 2])
    connection.reset()
    return False


async def closed_midway(reply: Reply, connection: Connection) -> bool:
    """Half of the body, then an orderly end."""
    await connection.write(reply.head + reply.body[: len(reply.body) // 2])
    connection.writer.close()
    return False


async def silence(reply: Reply, connection: Connection) -> bool:
    """Nothing, until the client gives up."""
    del reply
    await connection.reader.read()
    return False


async def stalled(reply: Reply, connection: Connection) -> bool:
    """Half of the body, and nothing more until the client gives up."""
    await connection.write(reply.head + reply.body[: len(reply.body) // 2])
    await connection.reader.read()
    return False


async def dripping(reply: Reply, connection: Connection) -> bool:
    """The body drop by drop, as long as the client has patience."""
    await connection.write(reply.head)
    for at in range(0, len(reply.body), DROP):
        if connection.is_gone:
            return False
        await connection.write(reply.body[at : at + DROP])
        await asyncio.sleep(DRIP)
    return True


async def cut_chunks(reply: Reply, connection: Connection) -> bool:
    """The body in chunks, of which the last ones are missing."""
    head = reply.head.replace(
        b"content-length: %d" % len(reply.body), b"transfer-encoding: chunked"
    )
    half = reply.body[: len(reply.body) // 2]
    await connection.write(head + b"%x\r\n%s\r\n" % (len(half), half))
    connection.writer.close()
    return False
