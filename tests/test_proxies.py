"""The environment says which proxy is used, and for whom none is."""

from __future__ import annotations

import pytest

from eventschema.errors import ConfigurationError
from eventschema.models.proxies import Proxy, proxy_for


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy is named."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.mark.parametrize(
    ("named", "proxy"),
    [
        ("http://p.invalid:3128", Proxy("http://p.invalid:3128", None)),
        ("p.invalid:3128", Proxy("http://p.invalid:3128", None)),
        ("HTTP://p.invalid", Proxy("http://p.invalid", None)),
        ("http://ana:p%40ss@p.invalid", Proxy("http://p.invalid", "ana:p@ss")),
        ("http://ana@p.invalid", Proxy("http://p.invalid", "ana:")),
    ],
)
def test_a_proxy_is_an_address_and_credentials(
    monkeypatch: pytest.MonkeyPatch, named: str, proxy: Proxy
) -> None:
    """The address has no password in it, so that it can be told."""
    monkeypatch.setenv("http_proxy", named)
    assert proxy_for("http://llm.invalid/v1") == proxy
    assert proxy_for("https://llm.invalid/v1") is None


@pytest.mark.parametrize(
    ("url", "exempt", "is_used"),
    [
        ("http://[::1]:8000/v1", "::1", False),
        ("http://[::1]:8000/v1", "[::1]", False),
        ("http://10.1.2.3/v1", "10.0.0.0/8", False),
        ("http://10.1.2.3:8000/v1", "example.invalid, 10.1.0.0/16", False),
        ("http://[fd00::7]/v1", "fd00::/8", False),
        ("http://11.1.2.3/v1", "10.0.0.0/8", True),
        ("http://llm.invalid/v1", "10.0.0.0/8,x/y", True),
        ("http://a.llm.invalid/v1", "llm.invalid", False),
        ("http://llm.invalid:8000/v1", "llm.invalid:8000", False),
    ],
)
def test_some_hosts_are_exempt(
    monkeypatch: pytest.MonkeyPatch, url: str, exempt: str, *, is_used: bool
) -> None:
    """By name, by domain, by address and by network: what goes there is nobody else's affair."""
    monkeypatch.setenv("all_proxy", "http://p.invalid:3128")
    monkeypatch.setenv("no_proxy", exempt)
    assert (proxy_for(url) is not None) == is_used


@pytest.mark.parametrize(
    "named",
    [
        "socks5://ana:secret@p.invalid:1080",
        "SOCKS5://ana:secret@p.invalid:1080",
        "foo://ana:secret@p.invalid",
        "http://ana:secret@p.invalid:port",
        "http://ana:sec/secret@p.invalid:80",
        "http://",
    ],
)
def test_what_is_no_http_proxy_is_refused(monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    """The message says what to do, and no part of a password."""
    monkeypatch.setenv("all_proxy", named)
    with pytest.raises(ConfigurationError, match=r"cannot be used .*NO_PROXY") as raised:
        proxy_for("http://llm.invalid/v1")
    assert "sec" not in str(raised.value)
    assert raised.value.__cause__ is None
