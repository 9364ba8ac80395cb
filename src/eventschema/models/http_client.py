"""The HTTP client: each request in its turn, each reply in its time.

A client's own time limit is for each read, and some replies drip.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import ParamSpec, TypeVar

import httpx2
import openai

from eventschema.traffic import Traffic

P = ParamSpec("P")
T = TypeVar("T")


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


def _in_turn(send: Callable[P, T], traffic: Traffic) -> Callable[P, T]:
    def sending(*given: P.args, **options: P.kwargs) -> T:
        with traffic.passage():
            return send(*given, **options)

    return sending


def timed_client(
    seconds: float, *, traffic: Traffic | None = None, trust_env: bool = True
) -> httpx2.Client:
    """The client's own HTTP client, with so many seconds until a reply begins, and as many for it.

    A request waits for its passage through `traffic` when it is made and only has to be sent, and
    makes room as soon as the reply is there. A proxy of the environment is used, unless `trust_env`
    is false.
    """

    def limit(response: httpx2.Response) -> None:
        if isinstance(response.stream, httpx2.SyncByteStream):
            end = time.monotonic() + seconds
            response.stream = _TimedStream(response.stream, response.request, end)

    hooks = {"response": [limit]}
    client: httpx2.Client = openai.DefaultHttpxClient(
        timeout=seconds, trust_env=trust_env, event_hooks=hooks
    )
    if traffic is not None:
        client.send = _in_turn(client.send, traffic)  # type: ignore[method-assign]
    return client
