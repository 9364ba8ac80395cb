"""Which proxy of the environment requests go through."""

from __future__ import annotations

from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from eventschema.errors import ConfigurationError


class Proxy(NamedTuple):
    """An HTTP proxy, and the name and password that it takes, as `name:password`."""

    address: str
    credentials: str | None


def proxy_for(url: str) -> Proxy | None:
    """The proxy that the environment names for what is at `url`; null where it names none.

    `NO_PROXY` exempts hosts, their domains, addresses and networks (10.0.0.0/8).

    Raises:
        ConfigurationError: it names what is no HTTP proxy.

    """
    parts = urlsplit(url)
    if _is_exempt(parts):
        return None
    proxies = getproxies()
    named = proxies.get(parts.scheme) or proxies.get("all")
    if not named:
        return None
    known = _parsed(named if "://" in named else f"http://{named}")
    if known is None or not known.host:
        # Its text may be a password in the wrong place.
        raise _unusable("a proxy", "it is no address")
    address = known._replace(auth=None).url
    if known.scheme not in {"http", "https"}:
        raise _unusable(f"the proxy {address}", "only HTTP proxies can be")
    return Proxy(address, _credentials(known.auth))


def _parsed(address: str) -> Url | None:
    try:
        return parse_url(address)
    except LocationParseError:
        return None


def _unusable(proxy: str, reason: str) -> ConfigurationError:
    return ConfigurationError(
        f"{proxy} of the environment cannot be used ({reason}): mend or unset the variable that "
        "names it (http_proxy, https_proxy, all_proxy), or add the endpoint's host to NO_PROXY"
    )


def _credentials(auth: str | None) -> str | None:
    if not auth:
        return None
    name, _, password = auth.partition(":")
    return f"{unquote(name)}:{unquote(password)}"


def _is_exempt(parts: SplitResult) -> bool:
    host = parts.hostname or ""
    return any(map(proxy_bypass, (parts.netloc, host))) or _is_in_exempt_network(host)


def _is_in_exempt_network(host: str) -> bool:
    try:
        address = ip_address(host)
    except ValueError:
        return False
    return any(address in network for network in map(_network, _exempt()) if network)


def _exempt() -> list[str]:
    return [name.strip() for name in getproxies().get("no", "").split(",")]


def _network(name: str) -> IPv4Network | IPv6Network | None:
    try:
        return ip_network(name, strict=False) if "/" in name else None
    except ValueError:
        return None
