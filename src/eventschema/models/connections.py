"""An HTTP client with a connection of its own for each request under way.

A pool looks at every connection at rest whenever a request comes or goes, and each look lets other
threads go first: with 64 requests under way that took a tenth of the time.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

import httpx2

if TYPE_CHECKING:
    from httpx2._client import UseClientDefault
    from httpx2._types import AuthTypes


class Connections(httpx2.Client):
    """Sends each request by a client that no other request uses meanwhile.

    They are made by `client` as they are needed, and the one that was used last is used first, for
    endpoints close what is at rest for long. `timeout` is in seconds.
    """

    def __init__(self, client: Callable[[], httpx2.Client], *, timeout: float) -> None:
        super().__init__(timeout=timeout, transport=httpx2.BaseTransport(), trust_env=False)
        self._make = client
        self._all: deque[httpx2.Client] = deque()
        self._resting: deque[httpx2.Client] = deque()

    def send(
        self,
        request: httpx2.Request,
        *,
        stream: bool = False,
        auth: AuthTypes | UseClientDefault | None = httpx2.USE_CLIENT_DEFAULT,
        follow_redirects: bool | UseClientDefault = httpx2.USE_CLIENT_DEFAULT,
    ) -> httpx2.Response:
        """The response to a request; see `httpx2.Client.send`."""
        client = self._client()
        try:
            return client.send(request, stream=stream, auth=auth, follow_redirects=follow_redirects)
        finally:
            self._resting.append(client)

    def close(self) -> None:
        """Close all connections, those of requests under way too."""
        super().close()
        for client in tuple(self._all):
            client.close()

    def _client(self) -> httpx2.Client:
        if self.is_closed:
            raise RuntimeError("the client has been closed, and sends nothing more")
        try:
            return self._resting.pop()
        except IndexError:
            client = self._make()
            self._all.append(client)
            return client
