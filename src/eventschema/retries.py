"""Which failures of the transport deserve another try, and how long to wait before it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import TypeVar

import openai
from tenacity import RetryCallState, Retrying, retry_if_exception
from tenacity.wait import wait_random_exponential

from eventschema.delivery import Delivery, RetryPolicy
from eventschema.errors import (
    CompletionError,
    ConfigurationError,
    EventSchemaError,
    RefusedError,
    UnavailableError,
)
from eventschema.traffic import Traffic

T = TypeVar("T")

_TRANSIENT = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.CONFLICT, HTTPStatus.TOO_MANY_REQUESTS}
_NOT_THE_ARTICLES_FAULT = {
    HTTPStatus.UNAUTHORIZED: "the endpoint does not accept the API key",
    HTTPStatus.PAYMENT_REQUIRED: "the account has no balance left",
    HTTPStatus.FORBIDDEN: "the endpoint does not permit this key to use this model",
    HTTPStatus.NOT_FOUND: "the endpoint does not know this model or this address",
    HTTPStatus.PROXY_AUTHENTICATION_REQUIRED: "the proxy wants a name and a password",
    HTTPStatus.METHOD_NOT_ALLOWED: "nothing can be asked at this address",
    HTTPStatus.GONE: "this model or this address is no more",
}


class NoCompletionError(Exception):
    """A reply with status 200 that is no chat completion; the message tells what it is."""


def retry(call: Callable[[], T], delivery: Delivery) -> T:
    """Return what `call` returns, trying again after transient failures.

    Raises:
        UnavailableError: it failed transiently to the last.
        StoppedError: the run was stopped meanwhile.
        RefusedError: the provider's filter declined the request.
        CompletionError: the request itself is not accepted: never retried.
        ConfigurationError: the key or the model is not accepted, or no quota is left; neither is
            retried.

    """
    retrying = Retrying(
        stop=_Patience(delivery.policy),
        wait=_Wait(delivery.policy),
        retry=retry_if_exception(is_transient),
        before_sleep=_Brake(delivery.traffic),
        sleep=delivery.traffic.sleep,
        reraise=True,
    )
    try:
        return retrying(call)
    except EventSchemaError:
        raise
    except Exception as error:
        raise translated(error) from error


def is_transient(error: BaseException) -> bool:
    """Whether the same request may succeed later."""
    if _is_out_of_quota(error) or _is_led_astray(error):
        return False
    if isinstance(error, _OF_TRANSPORT) or _is_of_anothers_transport(error):
        return True
    status = _status(error)
    return status is not None and (
        status in _TRANSIENT or status >= HTTPStatus.INTERNAL_SERVER_ERROR
    )


def _is_of_anothers_transport(error: BaseException) -> bool:
    """Whether the client of another provider got no reply; it need not be installed."""
    return any(kind.__name__ in _TRANSPORT_BY_NAME for kind in type(error).__mro__)


def _is_out_of_quota(error: BaseException) -> bool:
    return isinstance(error, openai.RateLimitError) and _NO_QUOTA in (error.code, error.type)


def _is_led_astray(error: BaseException) -> bool:
    """Whether the endpoint redirects, and not to an answer.

    The HTTP library is the client's affair, so its exception is known by name.
    """
    status = _status(error)
    redirected = HTTPStatus.MULTIPLE_CHOICES <= (status or 0) < HTTPStatus.BAD_REQUEST
    return redirected or type(error.__cause__).__name__ == "TooManyRedirects"


def translated(error: Exception) -> EventSchemaError:
    """The failure in eventschema's own terms; the foreign error is quoted without its request."""
    status = _status(error)
    if is_transient(error):
        return UnavailableError(f"the endpoint did not answer: {_brief(error)}")
    if _is_out_of_quota(error):
        return ConfigurationError(f"the account has no quota left: {_brief(error)}")
    if _is_led_astray(error):
        return ConfigurationError(
            f"the endpoint redirects elsewhere; is the base URL right? {_brief(error)}"
        )
    if isinstance(error, openai.ContentFilterFinishReasonError):
        return RefusedError(f"the provider's filter declined the request: {_brief(error)}")
    if status in _NOT_THE_ARTICLES_FAULT:
        reason = _NOT_THE_ARTICLES_FAULT[HTTPStatus(status)]
        return ConfigurationError(f"{reason} (HTTP {status}): {_brief(error)}")
    return CompletionError(f"the request failed: {_brief(error)}")


class _Patience:
    """Ends the tries of one request; counts those that were throttled apart from the others."""

    def __init__(self, policy: RetryPolicy) -> None:
        self._policy = policy
        self._throttled = 0

    def __call__(self, state: RetryCallState) -> bool:
        self._throttled += _is_throttled(_failure(state))
        failed = state.attempt_number - self._throttled
        return failed >= self._policy.attempts or self._throttled >= self._policy.throttled


class _Brake:
    """Slows all requests of the run down where one was throttled."""

    def __init__(self, traffic: Traffic) -> None:
        self._traffic = traffic

    def __call__(self, state: RetryCallState) -> None:
        if _is_throttled(_failure(state)):
            self._traffic.throttled(state.upcoming_sleep)


class _Wait:
    def __init__(self, policy: RetryPolicy) -> None:
        self._longest = policy.longest_wait
        self._backoff = wait_random_exponential(policy.first_wait, policy.longest_wait)

    def __call__(self, state: RetryCallState) -> float:
        asked = retry_after(_failure(state))
        return self._backoff(state) if asked is None else min(asked, self._longest)


def _failure(state: RetryCallState) -> BaseException | None:
    return state.outcome.exception() if state.outcome else None


def _is_throttled(error: BaseException | None) -> bool:
    return error is not None and _status(error) == HTTPStatus.TOO_MANY_REQUESTS


def retry_after(error: BaseException | None) -> float | None:
    """The seconds that the server asks to wait; null where it names none, or a time in the past."""
    headers = getattr(getattr(error, "response", None), "headers", None)
    header = headers.get("retry-after") if isinstance(headers, Mapping) else None
    if not isinstance(header, str):
        return None
    try:
        seconds = float(header)
    except ValueError:
        seconds = _until(header)
    return seconds if seconds >= 0 else None


def _until(http_date: str) -> float:
    try:
        moment = parsedate_to_datetime(http_date)
    except (ValueError, OverflowError):
        return -1.0
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return (moment - datetime.now(UTC)).total_seconds()


def _status(error: BaseException) -> int | None:
    told = (getattr(error, name, None) for name in ("status_code", "code"))
    return next((status for status in told if isinstance(status, int)), None)


def _brief(error: BaseException) -> str:
    message = " ".join(str(error).split()) or type(error).__name__
    if isinstance(error, openai.APIConnectionError) and str(error.__cause__ or ""):
        message += f" ({error.__cause__})"
    if isinstance(error, openai.APIStatusError) and str(error.status_code) not in message:
        message = f"HTTP {error.status_code}: {message}"
    return message if len(message) <= _LONGEST_MESSAGE else message[:_LONGEST_MESSAGE] + "..."


_LONGEST_MESSAGE = 300

_NO_QUOTA = "insufficient_quota"
_OF_TRANSPORT = openai.APIConnectionError, NoCompletionError, ConnectionError, TimeoutError
_TRANSPORT_BY_NAME = {"APIConnectionError", "TransportError"}  # of clients like openai's, of httpx
