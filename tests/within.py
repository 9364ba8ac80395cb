"""Requests that are answered by a function within the process, instead of over the network."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import httpx2
import openai

from eventschema.models.chat_endpoint import ChatEndpoint
from eventschema.models.connections import Response

NOWHERE = "http://llm.invalid/v1"

Respond = Callable[[httpx2.Request], httpx2.Response]


class Within:
    """A `Sender` that hands every request to `respond`."""

    def __init__(self, respond: Respond) -> None:
        self._respond = respond

    def send(self, url: str, headers: Mapping[str, str], body: bytes) -> Response:
        """What `respond` makes of it."""
        response = self._respond(httpx2.Request("POST", url, headers=headers, content=body))
        return Response(response.status_code, response.headers, response.content)

    def close(self) -> None:
        """Nothing is open."""


def endpoint_within(
    respond: Respond, *, base_url: str | None = NOWHERE, api_key: str = "none"
) -> ChatEndpoint:
    """An endpoint whose requests are answered by `respond`."""
    client = openai.OpenAI(base_url=base_url, api_key=api_key, max_retries=0)
    return ChatEndpoint(client, Within(respond))


def silent_endpoint() -> ChatEndpoint:
    """An endpoint that knows no model."""
    return endpoint_within(lambda _: httpx2.Response(404))
