"""Which failures of the transport deserve another try, and how long to wait before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import TypeVar

import openai
from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt
from tenacity.wait import wait_random_exponential

from eventschema.errors import (
    ConfigurationError,
    EventSchemaError,
    RefusedError,
    UnavailableError,
)

T = TypeVar("T")

_TRANSIENT = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.CONFLICT, HTTPStatus.TOO_MANY_REQUESTS}
_NOT_THE_ARTICLES_FAULT = {
    HTTPStatus.UNAUTHORIZED: "the endpoint does not accept the API key",
    HTTPStatus.FORBIDDEN: "the endpoint does not permit this key to use this model",
    HTTPStatus.NOT_FOUND: "the endpoint does not know this model or this address",
}


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How often a request is sent at most, and the bounds of the waits between, in seconds.

    A server's Retry-After is obeyed up to `longest_wait`; without one the wait grows exponentially,
    with full jitter.
    """

    attempts: int = 4
    first_wait: float = 1.0
    longest_wait: float = 60.0


def retry(call: Callable[[], T], policy: RetryPolicy) -> T:
    """Return what `call` returns, trying again after transient failures.

    Raises:
        UnavailableError: it failed transiently to the last.
        RefusedError: the provider's filter declined the request.
        ConfigurationError: the key, the model or the request is not accepted: never retried.

    """
    retrying = Retrying(
        stop=stop_after_attempt(policy.attempts),
        wait=_Wait(policy),
        retry=retry_if_exception(is_transient),
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
    if isinstance(error, openai.APIConnectionError | ConnectionError | TimeoutError):
        return True
    if isinstance(error, openai.RateLimitError) and error.code == "insufficient_quota":
        return False
    status = _status(error)
    return status is not None and (
        status in _TRANSIENT or status >= HTTPStatus.INTERNAL_SERVER_ERROR
    )


def translated(error: Exception) -> EventSchemaError:
    """The failure in eventschema's own terms; the foreign error is quoted without its request."""
    status = _status(error)
    if is_transient(error):
        return UnavailableError(f"the endpoint did not answer: {_brief(error)}")
    if isinstance(error, openai.ContentFilterFinishReasonError):
        return RefusedError(f"the provider's filter declined the request: {_brief(error)}")
    if status in _NOT_THE_ARTICLES_FAULT:
        reason = _NOT_THE_ARTICLES_FAULT[HTTPStatus(status)]
        return ConfigurationError(f"{reason} (HTTP {status}): {_brief(error)}")
    return UnavailableError(f"the request failed: {_brief(error)}")


class _Wait:
    def __init__(self, policy: RetryPolicy) -> None:
        self._longest = policy.longest_wait
        self._backoff = wait_random_exponential(policy.first_wait, policy.longest_wait)

    def __call__(self, state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        asked = retry_after(error)
        return self._backoff(state) if asked is None else min(asked, self._longest)


def retry_after(error: BaseException | None) -> float | None:
    """The seconds that the server asks to wait, null where it does not say."""
    if not isinstance(error, openai.APIStatusError):
        return None
    header = error.response.headers.get("retry-after")
    if header is None:
        return None
    try:
        return max(0.0, float(header))
    except ValueError:
        return _until(header)


def _until(http_date: str) -> float | None:
    try:
        moment = parsedate_to_datetime(http_date)
    except ValueError:
        return None
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _status(error: BaseException) -> int | None:
    status = getattr(error, "status_code", None)
    return status if isinstance(status, int) else None


def _brief(error: BaseException) -> str:
    message = " ".join(str(error).split()) or type(error).__name__
    return message if len(message) <= _LONGEST_MESSAGE else message[:_LONGEST_MESSAGE] + "..."


_LONGEST_MESSAGE = 300
