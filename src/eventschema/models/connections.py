"""HTTP connections that are kept and shared: through proxies, with certificates and time limits."""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import suppress
from typing import NamedTuple, Protocol
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

import httpx2
import openai
import urllib3
from urllib3 import exceptions

from eventschema.errors import ConfigurationError
from eventschema.models.settings import without_password

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

    So many `seconds` may pass until a reply begins, and as many until it ends. Proxies and
    certificates of the environment are used for what is at `url`, unless `trust_env` is false.

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
        """See `Sender.send`."""
        if self._is_closed:
            raise RuntimeError("the connections are closed, and nothing more is sent")
        try:
            raw = self._posted(url, headers, body)
            return Response(raw.status, raw.headers, self._read(raw))
        except (exceptions.HTTPError, OSError) as error:
            request = httpx2.Request("POST", url)
            if _is_late(error):
                raise openai.APITimeoutError(request) from error
            raise openai.APIConnectionError(request=request) from _innermost(error)

    def close(self) -> None:
        """Close those at rest; those of requests under way are closed when their replies are
        there.
        """
        self._is_closed = True
        self._pools.clear()

    def _posted(
        self, url: str, headers: Mapping[str, str], body: bytes
    ) -> urllib3.BaseHTTPResponse:
        """The response, whose body is not read yet."""
        if self._pool is not None:
            with suppress(exceptions.HostChangedError):
                return self._opened(self._pool, _target(url), headers, body)
        return self._opened(self._pools, url, headers, body)

    def _opened(
        self,
        pool: urllib3.HTTPConnectionPool | urllib3.PoolManager,
        url: str,
        headers: Mapping[str, str],
        body: bytes,
    ) -> urllib3.BaseHTTPResponse:
        return pool.urlopen(
            "POST",
            url,
            body=body,
            headers=headers,
            timeout=self._timeout,
            retries=_ONLY_REDIRECTS,
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


_ONLY_REDIRECTS = urllib3.Retry(
    total=None,
    connect=False,
    read=False,
    status=False,
    other=False,
    redirect=REDIRECTS,
    raise_on_redirect=False,
    respect_retry_after_header=False,
)


def _pools(url: str, *, trust_env: bool) -> urllib3.PoolManager:
    parts = urlsplit(url)
    proxy = _proxy(parts.scheme, parts.netloc) if trust_env else None
    is_secure = any(each and each.startswith("https:") for each in (url, proxy))
    certificates = httpx2.create_ssl_context(trust_env=trust_env) if is_secure else None
    if proxy is None:
        return urllib3.PoolManager(maxsize=KEPT, ssl_context=certificates)
    if proxy.startswith("socks"):
        raise ConfigurationError(
            f"the proxy {without_password(proxy)} cannot be used, for only HTTP proxies can: "
            "unset the variable that names it, or add the endpoint's host to NO_PROXY"
        )
    return urllib3.ProxyManager(
        proxy,
        maxsize=KEPT,
        ssl_context=certificates,
        proxy_headers=urllib3.make_headers(proxy_basic_auth=_credentials(proxy)),
    )


def _own_pool(pools: urllib3.PoolManager, url: str) -> urllib3.HTTPConnectionPool | None:
    """The pool of the host itself; null behind a proxy.

    The way through all pools to this one takes a tenth of the time that a request takes here.
    """
    return None if isinstance(pools, urllib3.ProxyManager) else pools.connection_from_url(url)


def _target(url: str) -> str:
    """What a host is asked for: the path and the query."""
    return urlsplit(url)._replace(scheme="", netloc="", fragment="").geturl()


def _proxy(scheme: str, host: str) -> str | None:
    """The proxy that the environment names for a host."""
    if proxy_bypass(host):
        return None
    proxies = getproxies()
    proxy = proxies.get(scheme) or proxies.get("all")
    return proxy if proxy is None or "://" in proxy else f"http://{proxy}"


def _credentials(proxy: str) -> str | None:
    name, password = urlsplit(proxy).username, urlsplit(proxy).password
    return f"{unquote(name)}:{unquote(password or '')}" if name else None


def _is_late(error: BaseException) -> bool:
    """Whether there was no reply in time; a connection that was refused is a timeout to urllib3."""
    refused = isinstance(error, exceptions.NewConnectionError)
    return isinstance(error, exceptions.TimeoutError) and not refused


def _innermost(error: BaseException) -> BaseException:
    """What the operating system says, or whoever else was nearest to the trouble."""
    inner = next((arg for arg in error.args if isinstance(arg, Exception)), error.__cause__)
    return error if inner is None else _innermost(inner)
