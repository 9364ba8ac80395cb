"""A time limit for a whole reply: a client's own is for each read, and some replies drip."""

from __future__ import annotations

import time
from collections.abc import Iterator

import httpx2
import openai

from eventschema.models.connections import Connections


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


def timed_client(seconds: float, *, trust_env: bool = True) -> httpx2.Client:
    """An HTTP client that waits so many seconds until a reply begins, and as many for the rest.

    A proxy of the environment is used, unless `trust_env` is false.
    """

    def limit(response: httpx2.Response) -> None:
        if isinstance(response.stream, httpx2.SyncByteStream):
            end = time.monotonic() + seconds
            response.stream = _TimedStream(response.stream, response.request, end)

    certificates = httpx2.create_ssl_context(trust_env=trust_env)

    def client() -> httpx2.Client:
        return openai.DefaultHttpxClient(
            timeout=seconds,
            trust_env=trust_env,
            verify=certificates,
            event_hooks={"response": [limit]},
        )

    return Connections(client, timeout=seconds)
