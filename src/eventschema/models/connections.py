"""HTTP connections that are kept and shared: through proxies, with certificates and time limits."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import NamedTuple, Protocol
from urllib.parse import urlsplit

import httpx2
import openai
import urllib3
from urllib3 import exceptions

from eventschema.errors import ConfigurationError
from eventschema.models.proxies import proxy_for
from eventschema.models.redirects import Request, redirected

KEPT = 1000
"""Connections that are kept open at most; there are as many as requests under way at a time."""

REDIRECTS = 5

_CHUNK = 1 << 16


class Response(NamedTuple):
    """What came back, whatever its status; the body is decompressed."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Sender(Protocol):
    """Sends requests over the network, or to whatever stands in for it; threads may share it."""

    def send(self, url: str, headers: Mapping[str, str], body: bytes) -> Response:
        """The reply to a POST of the body.

        Raises:
            APIConnectionError: there was none; APITimeoutError, which is one, where none came in
                time.

        """

    def close(self) -> None:
        """Send nothing more."""


class Connections:
    """Connections that are kept alive; a request uses one that no other uses meanwhile.

    A reply's body ends within so many `seconds`, and as many may pass between two pieces of what
    comes before it. Proxies and certificates of the environment are used for what is at `url`,
    unless `trust_env` is false.

    Raises:
        ConfigurationError: a proxy of the environment cannot be used.

    """

    def __init__(self, url: str, *, seconds: float, trust_env: bool = True) -> None:
        self._seconds = seconds
        self._timeout = urllib3.Timeout(connect=seconds, read=seconds)
        self._pools = _pools(url, trust_env=trust_env)
        self._pool = _own_pool(self._pools, url)
        self._is_closed = False

    def send(self, url: str, headers: Mapping[str, str], body: bytes) -> Response:
        """See `Sender.send`; redirections are followed, a few, and the key goes to no other host.

        Raises:
            ConfigurationError: a proxy wants a name and a password.

        """
        if self._is_closed:
            raise RuntimeError("the connections are closed, and nothing more is sent")
        try:
            raw = self._posted(Request("POST", url, headers, body))
            return Response(raw.status, raw.headers, self._read(raw))
        except (exceptions.HTTPError, OSError) as error:
            raise _told(error, url) from _innermost(error)

    def close(self) -> None:
        """Close those at rest; those of requests under way are closed when their replies are
        there.
        """
        self._is_closed = True
        self._pools.clear()

    def _posted(self, request: Request) -> urllib3.BaseHTTPResponse:
        """The response, whose body is not read yet."""
        own = self._pool
        if own is None:
            raw = self._opened(self._pools, request.url, request)
        else:
            raw = self._opened(own, _target(request.url), request)
        for _ in range(REDIRECTS):
            location = raw.get_redirect_location()
            following = redirected(request, location, raw.status) if location else None
            if following is None:
                break
            raw.drain_conn()
            request = following
            raw = self._opened(self._pools, request.url, request)
        return raw

    def _opened(
        self,
        pool: urllib3.HTTPConnectionPool | urllib3.PoolManager,
        url: str,
        request: Request,
    ) -> urllib3.BaseHTTPResponse:
        return pool.urlopen(
            request.method,
            url,
            body=request.body,
            headers=request.headers,
            timeout=self._timeout,
            retries=_ONCE,
            redirect=False,
            preload_content=False,
        )

    def _read(self, response: urllib3.BaseHTTPResponse) -> bytes:
        """All of the body; the client's own limit is for each read, and some replies drip."""
        end = time.monotonic() + self._seconds
        chunks = []
        while chunk := response.read1(_CHUNK):
            chunks.append(chunk)
            if time.monotonic() > end:
                response.close()
                raise exceptions.TimeoutError("the reply takes too long")
        response.release_conn()
        return b"".join(chunks)


_ONCE = urllib3.Retry(total=False)
"""How often to try is decided elsewhere, for all requests alike."""


def _pools(url: str, *, trust_env: bool) -> urllib3.PoolManager:
    proxy = proxy_for(url) if trust_env else None
    is_secure = any(each.startswith("https:") for each in (url, proxy.address if proxy else ""))
    certificates = httpx2.create_ssl_context(trust_env=trust_env) if is_secure else None
    if proxy is None:
        return urllib3.PoolManager(maxsize=KEPT, ssl_context=certificates)
    return urllib3.ProxyManager(
        proxy.address,
        maxsize=KEPT,
        ssl_context=certificates,
        proxy_headers=urllib3.make_headers(proxy_basic_auth=proxy.credentials),
    )


def _own_pool(pools: urllib3.PoolManager, url: str) -> urllib3.HTTPConnectionPool | None:
    """The pool of the host itself; null behind a proxy.

    The way through all pools to this one takes a tenth of the time that a request takes here.
    """
    return None if isinstance(pools, urllib3.ProxyManager) else pools.connection_from_url(url)


def _target(url: str) -> str:
    """What a host is asked for: the path and the query."""
    return urlsplit(url)._replace(scheme="", netloc="", fragment="").geturl()


def _told(error: Exception, url: str) -> openai.APIConnectionError | ConfigurationError:
    """The error in the terms of those who sent the request."""
    if _TUNNEL_REFUSED in str(_innermost(error)):
        return ConfigurationError(
            "the proxy wants a name and a password (HTTP 407): give them in the variable that "
            "names it, as in http://name:password@host:port"
        )
    request = httpx2.Request("POST", url)
    if _is_late(error):
        return openai.APITimeoutError(request)
    return openai.APIConnectionError(request=request)


_TUNNEL_REFUSED = "Tunnel connection failed: 407"


def _is_late(error: BaseException) -> bool:
    """Whether there was no reply in time; a connection that was refused is a timeout to urllib3."""
    refused = isinstance(error, exceptions.NewConnectionError)
    return isinstance(error, exceptions.TimeoutError) and not refused


def _innermost(error: BaseException) -> BaseException:
    """What the operating system says, or whoever else was nearest to the trouble."""
    inner = next((arg for arg in error.args if isinstance(arg, Exception)), error.__cause__)
    return error if inner is None else _innermost(inner)
