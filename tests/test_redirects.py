"""A request that is sent elsewhere takes its key to nobody else."""

from __future__ import annotations

import pytest

from eventschema.models.redirects import Request, redirected

HEADERS = {"Authorization": "Bearer k", "content-type": "application/json", "accept": "*/*"}


def request(url: str) -> Request:
    """A request with a key and a body."""
    return Request("POST", url, HEADERS, b"{}")


@pytest.mark.parametrize(
    ("url", "location", "then", "has_key"),
    [
        ("http://a.invalid/v1/x", "/v2/x", "http://a.invalid/v2/x", True),
        ("http://a.invalid/v1/x", "y?z=1", "http://a.invalid/v1/y?z=1", True),
        ("http://a.invalid/x", "http://A.invalid:80/y", "http://A.invalid:80/y", True),
        ("http://a.invalid/x", "https://a.invalid/x", "https://a.invalid/x", True),
        ("http://a.invalid:80/x", "https://a.invalid:443/x", "https://a.invalid:443/x", True),
        ("https://a.invalid/x", "http://a.invalid/x", "http://a.invalid/x", False),
        ("http://a.invalid/x", "https://a.invalid:8443/x", "https://a.invalid:8443/x", False),
        ("http://a.invalid:81/x", "https://a.invalid/x", "https://a.invalid/x", False),
        ("http://a.invalid/x", "http://a.invalid:81/x", "http://a.invalid:81/x", False),
        ("http://a.invalid/x", "//b.invalid/x", "http://b.invalid/x", False),
        ("http://a.invalid/x", "http://b.a.invalid/x", "http://b.a.invalid/x", False),
    ],
)
def test_the_key_goes_to_the_same_host_alone(
    url: str, location: str, then: str, *, has_key: bool
) -> None:
    """A host is its name and its port; it may want https from now on, but not http."""
    following = redirected(request(url), location, 307)
    assert following is not None
    assert (following.method, following.url, following.body) == ("POST", then, b"{}")
    assert ("Authorization" in following.headers) == has_key
    assert following.headers["accept"] == "*/*"


def test_a_result_elsewhere_is_fetched() -> None:
    """303 names where the result lies, and nothing is sent there."""
    following = redirected(request("http://a.invalid/x"), "/result", 303)
    headers = {"Authorization": "Bearer k", "accept": "*/*"}
    assert following == Request("GET", "http://a.invalid/result", headers, None)


@pytest.mark.parametrize(
    "location", ["ftp://a.invalid/x", "http://[::1", "http://a.invalid:99999/"]
)
def test_what_is_no_address_of_the_web_leads_nowhere(location: str) -> None:
    """Such a redirection is not followed."""
    assert redirected(request("http://a.invalid/x"), location, 307) is None
