"""An endpoint that speaks OpenAI's protocol, asked with no more ado than a request needs.

openai's client tells what a request looks like, and what a refusal means. Between the two, requests
differ by their bodies alone, and are sent as they are: the client's way around a request takes four
times as long as sending it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Protocol

import httpx2
import openai

from eventschema.models.connections import Response, Sender

PATH = "/chat/completions"


class Post(Protocol):
    """Posts a request for a chat completion."""

    def __call__(self, request: Mapping[str, object], /) -> bytes:
        """The body of what is replied with a status of success.

        Raises:
            OpenAIError: the request failed.

        """


class ChatEndpoint:
    """The endpoint that `client` is made for, asked over the connections of `sender`."""

    def __init__(self, client: openai.OpenAI, sender: Sender) -> None:
        self.client = client
        self._sender = sender
        request = _first_request(client)
        self._url = str(request.url)
        self._headers = {key: request.headers[key] for key in request.headers if _is_shared(key)}

    def post(self, request: Mapping[str, object]) -> bytes:
        """See `Post`."""
        response = self._sender.send(self._url, self._headers, _encoded(request).encode())
        if httpx2.codes.is_success(response.status):
            return response.body
        return self._refused(response)

    def close(self) -> None:
        """Close the connections."""
        self._sender.close()

    def _refused(self, response: Response) -> bytes:
        """What the client makes of the response, which is an error of its own.

        Of its headers one is asked for later, and others might say what cannot be.
        """
        wait = response.headers.get("retry-after", "").encode("latin-1", "replace")
        kept = [(b"retry-after", wait)] if wait else []
        again = httpx2.Response(response.status, headers=kept, content=response.body)
        return posted(_answered(self.client, lambda _: again), {})


def posted(client: openai.OpenAI, request: Mapping[str, object]) -> bytes:
    """Post a request in the client's own way; see `Post`."""
    return client.post(PATH, body=request, cast_to=httpx2.Response).content


_encoded = json.JSONEncoder(separators=(",", ":")).encode

_OWN = frozenset(["host", "content-length"])
"""Headers of one request, which are no other's."""

_ABOUT_THE_CLIENT = "x-stainless-"
"""Headers that tell its maker on what kind of machine the client runs, and how it tries again."""


def _is_shared(header: str) -> bool:
    return header not in _OWN and not header.startswith(_ABOUT_THE_CLIENT)


def _first_request(client: openai.OpenAI) -> httpx2.Request:
    """A request as the client makes it, without sending it."""
    requests: list[httpx2.Request] = []

    def take(request: httpx2.Request) -> httpx2.Response:
        requests.append(request)
        raise ConnectionRefusedError

    with suppress(openai.APIConnectionError):
        posted(_answered(client, take), {})
    return requests[0]


def _answered(
    client: openai.OpenAI, answer: Callable[[httpx2.Request], httpx2.Response]
) -> openai.OpenAI:
    """The client, with `answer` in the place of the network."""
    nowhere = httpx2.Client(transport=httpx2.MockTransport(answer), follow_redirects=True)
    return client.with_options(http_client=nowhere, max_retries=0)
