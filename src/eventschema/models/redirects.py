"""Where a request goes on to that is sent elsewhere, and what it takes along."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import NamedTuple
from urllib.parse import SplitResult, urljoin, urlsplit


class Request(NamedTuple):
    """What is sent to a URL."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes | None


def redirected(request: Request, location: str, status: int) -> Request | None:
    """The request that follows a reply with that location; null where none can.

    It is the same request, but for 303, which has its result fetched. The key goes along to the
    same host alone, also where that one wants https instead of http.
    """
    try:
        url = urljoin(request.url, location)
        earlier, later = urlsplit(request.url), urlsplit(url)
        goes_along = _origin(earlier) == _origin(later) or _is_secured(earlier, later)
    except ValueError:
        return None
    if later.scheme not in _PORTS:
        return None
    left_out = frozenset() if goes_along else _PRIVATE
    if status == HTTPStatus.SEE_OTHER:
        return Request("GET", url, _without(request.headers, left_out | _ABOUT_A_BODY), None)
    return Request(request.method, url, _without(request.headers, left_out), request.body)


_PORTS = {"http": 80, "https": 443}

_PRIVATE = frozenset({"authorization", "cookie"})
_ABOUT_A_BODY = frozenset({"content-type", "content-length"})


def _origin(parts: SplitResult) -> tuple[str, str | None, int | None]:
    return parts.scheme, parts.hostname, parts.port or _PORTS.get(parts.scheme)


def _is_secured(earlier: SplitResult, later: SplitResult) -> bool:
    host = earlier.hostname
    return _origin(earlier) == ("http", host, 80) and _origin(later) == ("https", host, 443)


def _without(headers: Mapping[str, str], names: frozenset[str]) -> Mapping[str, str]:
    return {name: value for name, value in headers.items() if name.lower() not in names}
