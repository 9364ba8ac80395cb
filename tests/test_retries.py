"""Transient failures are tried again, within bounds; all others are named and left alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx2
import openai
import pytest

from eventschema.delivery import Delivery, RetryPolicy
from eventschema.errors import (
    ConfigurationError,
    EventSchemaError,
    RefusedError,
    StoppedError,
    UnavailableError,
)
from eventschema.retries import is_transient, retry, retry_after, translated
from eventschema.traffic import Traffic

AT_ONCE = Delivery(RetryPolicy(attempts=3, first_wait=0, longest_wait=0))
REQUEST = httpx2.Request("POST", "http://llm.invalid/v1/chat/completions")


def answered(status: int, headers: dict[str, str] | None = None) -> openai.APIStatusError:
    """The error that the client raises for a response of this status."""
    response = httpx2.Response(status, headers=headers, request=REQUEST, json={"error": "no"})
    return openai.OpenAI(api_key="k")._make_status_error_from_response(response)  # noqa: SLF001


class Failing:
    """A call that fails with the given errors in turn, then returns "done"."""

    def __init__(self, *errors: Exception) -> None:
        self.calls = 0
        self._errors = list(errors)

    def __call__(self) -> str:
        """Fail with the next error, or be done."""
        self.calls += 1
        if self._errors:
            raise self._errors.pop(0)
        return "done"


@pytest.mark.parametrize(
    "error",
    [
        openai.APIConnectionError(request=REQUEST),
        openai.APITimeoutError(request=REQUEST),
        *[answered(status) for status in (408, 409, 429, 500, 502, 503, 504, 529)],
    ],
    ids=lambda error: f"{type(error).__name__}-{getattr(error, 'status_code', '')}",
)
def test_a_transient_failure_is_tried_again(error: Exception) -> None:
    """Connection trouble, timeouts and 408, 409, 429 and 5xx may pass."""
    call = Failing(error, error)
    assert retry(call, AT_ONCE) == "done"
    assert call.calls == 3


class APIConnectionError(Exception):
    """As the clients of other providers call it."""


class ServerTooBusyError(Exception):
    """As the clients of others tell of a status."""

    def __init__(self, field: str, status: int) -> None:
        super().__init__("too busy")
        setattr(self, field, status)
        self.response = httpx2.Response(status, headers={"retry-after": "3"})


@pytest.mark.parametrize(
    "error",
    [
        APIConnectionError("gone"),
        ServerTooBusyError("status_code", 503),
        ServerTooBusyError("code", 429),
    ],
)
def test_failures_of_other_clients_are_known_by_their_shape(error: Exception) -> None:
    """Providers that do not speak OpenAI's protocol have clients with errors of their own."""
    traffic = Recorded()
    delivery = Delivery(RetryPolicy(attempts=3, first_wait=0), traffic)
    assert retry(Failing(error, error), delivery) == "done"
    is_throttled = getattr(error, "code", None) == 429
    assert traffic.braked == [3, 3] * is_throttled
    assert isinstance(translated(error), UnavailableError)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 413, 422])
def test_a_rejected_request_is_never_repeated(status: int) -> None:
    """What the endpoint does not accept now it will not accept in a second."""
    call = Failing(answered(status))
    with pytest.raises(EventSchemaError):
        retry(call, AT_ONCE)
    assert call.calls == 1


@pytest.mark.parametrize("status", [401, 403, 404, 407])
def test_a_wrong_key_or_model_is_a_matter_of_configuration(status: int) -> None:
    """It concerns every article alike, so it stops the run."""
    with pytest.raises(ConfigurationError, match=str(status)):
        retry(Failing(answered(status)), AT_ONCE)


def test_tries_are_bounded() -> None:
    """The last failure is reported in eventschema's terms."""
    call = Failing(*[answered(503)] * 9)
    with pytest.raises(UnavailableError, match="503"):
        retry(call, AT_ONCE)
    assert call.calls == 3


def test_an_exhausted_quota_is_not_waited_for() -> None:
    """A 429 that speaks of the quota, in either of two fields, does not pass by waiting."""
    response = httpx2.Response(429, request=REQUEST)
    for field in ("code", "type"):
        body = {field: "insufficient_quota", "message": "no money"}
        assert not is_transient(openai.RateLimitError("no money", response=response, body=body))


def test_errors_of_our_own_pass_through() -> None:
    """An error that already has our terms is neither repeated nor wrapped."""
    call = Failing(RefusedError("no"))
    with pytest.raises(RefusedError, match=r"^no$"):
        retry(call, AT_ONCE)
    assert call.calls == 1


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("7", 7.0),
        ("0.5", 0.5),
        ("0", 0.0),
        ("-3", None),
        ("nan", None),
        ("soon", None),
        ("Mon, 99999999999999999999 Jan 2020 00:00:00 GMT", None),
    ],
)
def test_retry_after_in_seconds(header: str, seconds: float | None) -> None:
    """The header's number is obeyed; nonsense and the past are not."""
    assert retry_after(answered(429, {"retry-after": header})) == seconds


def test_retry_after_as_a_date() -> None:
    """The header may name a moment."""
    moment = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    asked = retry_after(answered(429, {"retry-after": moment}))
    assert asked is not None
    assert 25 < asked <= 30


def test_a_date_without_a_zone_is_one_of_greenwich() -> None:
    """As the header's standard has it."""
    assert retry_after(answered(429, {"retry-after": "Mon, 20 Nov 2045 19:12:08 -0000"}))


class Recorded(Traffic):
    """Traffic that does not wait, and remembers what it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.waits: list[float] = []
        self.braked: list[float] = []

    def sleep(self, seconds: float) -> None:
        """Remember the wait."""
        self.waits.append(seconds)

    def throttled(self, seconds: float) -> None:
        """Remember the wish."""
        self.braked.append(seconds)


def test_a_long_retry_after_is_capped() -> None:
    """A server cannot make a run wait longer than the policy allows."""
    traffic = Recorded()
    delivery = Delivery(RetryPolicy(attempts=2, longest_wait=9), traffic)
    assert retry(Failing(answered(503, {"retry-after": "3600"})), delivery) == "done"
    assert (traffic.waits, traffic.braked) == ([9], [])


def test_throttling_is_more_patience_and_slows_all_down() -> None:
    """A 429 does not use up the tries that failures have, and the whole run hears of it."""
    traffic = Recorded()
    delivery = Delivery(RetryPolicy(attempts=2, throttled=4), traffic)
    throttled = [answered(429, {"retry-after": "2"})] * 3
    call = Failing(*throttled, answered(500))
    assert retry(call, delivery) == "done"
    assert (call.calls, traffic.braked) == (5, [2, 2, 2])


def test_throttling_without_end_is_a_failure() -> None:
    """Patience has a bound, too."""
    delivery = Delivery(RetryPolicy(attempts=2, throttled=4), Recorded())
    call = Failing(*[answered(429)] * 9)
    with pytest.raises(UnavailableError):
        retry(call, delivery)
    assert call.calls == 4


def test_a_stopped_run_is_not_waited_for() -> None:
    """The end of a run ends the waits between tries."""
    delivery = Delivery(RetryPolicy(first_wait=60, longest_wait=60))
    delivery.traffic.stop("enough")
    with pytest.raises(StoppedError, match="enough"):
        retry(Failing(answered(500)), delivery)


def test_an_empty_account_ends_the_run() -> None:
    """Out of quota, no article can be asked about."""
    request = httpx2.Response(
        429, request=REQUEST, json={"error": {"code": "insufficient_quota", "message": "no"}}
    )
    error = openai.OpenAI(api_key="k")._make_status_error_from_response(request)  # noqa: SLF001
    call = Failing(error)
    with pytest.raises(ConfigurationError, match="no quota left"):
        retry(call, AT_ONCE)
    assert call.calls == 1


def _exceptions() -> list[type[Exception]]:
    members = (getattr(openai, name) for name in dir(openai) if not name.startswith("_"))
    return [c for c in members if isinstance(c, type) and issubclass(c, openai.OpenAIError)]


MAPPED = {
    "OpenAIError", "APIError", "APIConnectionError", "APITimeoutError", "APIStatusError",
    "APIResponseValidationError", "BadRequestError", "AuthenticationError", "ConflictError",
    "PermissionDeniedError", "NotFoundError", "UnprocessableEntityError", "RateLimitError",
    "InternalServerError", "LengthFinishReasonError", "ContentFilterFinishReasonError",
    "InvalidWebhookSignatureError", "WebSocketConnectionClosedError", "WebSocketQueueFullError",
    "SubjectTokenProviderError", "OAuthError",
}  # fmt: skip


def test_no_exception_of_the_client_is_unknown() -> None:
    """When openai grows an exception, somebody must decide what it means here."""
    assert {kind.__name__ for kind in _exceptions()} <= MAPPED


def test_a_translated_error_quotes_no_key() -> None:
    """The message is the server's, cut short; headers and requests stay out of it."""
    error = translated(answered(401))
    assert "Bearer" not in str(error)
    assert len(str(translated(ValueError("x" * 5000)))) < 500
