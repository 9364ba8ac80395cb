"""A time limit for a whole reply: a client's own is for each read, and some replies drip."""

from __future__ import annotations

import time
from collections.abc import Iterator

import httpx2
import openai


class _TimedStream(httpx2.SyncByteStream):
    def __init__(self, stream: httpx2.SyncByteStream, request: httpx2.Request, end: float) -> None:
        self._stream = stream
        self._request = request
        self._end = end

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self._stream:
            if time.monotonic() > self._end:
                raise httpx2.ReadTimeout("the reply takes too long", request=self._request)
            yield chunk

    def close(self) -> None:
        self._stream.close()


class _Timed(httpx2.BaseTransport):
    """Passes requests on, and gives up on replies that are not whole after so many seconds."""

    def __init__(self, inner: httpx2.BaseTransport, seconds: float) -> None:
        self._inner = inner
        self._seconds = seconds

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        end = time.monotonic() + self._seconds
        response = self._inner.handle_request(request)
        if isinstance(response.stream, httpx2.SyncByteStream):
            response.stream = _TimedStream(response.stream, request, end)
        return response

    def close(self) -> None:
        self._inner.close()


class TimedClient(openai.DefaultHttpxClient):
    """The client's own HTTP client, with `seconds` for each reply as a whole.

    A proxy of the environment is used, unless `trust_env` is false.
    """

    def __init__(self, seconds: float, *, trust_env: bool = True) -> None:
        super().__init__(trust_env=trust_env, timeout=seconds)
        self._transport = _Timed(self._transport, seconds)
        self._mounts = {
            pattern: _Timed(transport, seconds) if transport else None
            for pattern, transport in self._mounts.items()
        }
