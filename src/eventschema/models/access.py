"""The two ways to a model behind an API: at an endpoint that speaks OpenAI's protocol, and at any
other that instructor knows.

At the first, instructor makes the request and reads the reply, and what it does around them is left
out: it took a third of a request's time, most of it to look for what our answers do not have.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import cast

import instructor
import openai
from instructor.core.exceptions import (
    ConfigurationError as InstructorConfigurationError,
)
from instructor.core.exceptions import IncompleteOutputException, InstructorRetryException
from instructor.v2 import Mode, Provider, mode_registry
from openai.types.chat import ChatCompletionMessageParam
from pydantic import BaseModel, SecretStr, ValidationError

from eventschema.errors import ConfigurationError, RefusedError
from eventschema.models.chat_endpoint import ChatEndpoint, Post, posted
from eventschema.models.completions import completed, refusal_of, text_of, usage_of
from eventschema.models.port import Answer, Complete, Message, Reply


@dataclass(frozen=True, slots=True)
class Access:
    """How a model is asked for an answer, under which name, with which key.

    `post` is null where nothing but whole answers can be asked for; `close` frees the connections.
    """

    ask: Complete
    post: Post | None
    close: Callable[[], None]
    name: str
    key: SecretStr | None


def at_endpoint(endpoint: ChatEndpoint, name: str, settings: Mapping[str, float]) -> Access:
    """The model called `name` at an OpenAI-compatible endpoint, asked with a JSON schema.

    The `settings` go with every request: temperature, max_tokens.
    """
    handlers = mode_registry.get_handlers(Provider.OPENAI, Mode.JSON_SCHEMA)

    def ask(messages: Sequence[Message], answer: type[Answer]) -> Reply[Answer]:
        plain = {"model": name, **settings, "messages": messages}
        _, request = handlers.request_handler(answer, plain)
        completion = completed(endpoint.post(request))
        if completion.choices[0].message.refusal:
            raise _refused(completion)
        try:
            value = handlers.response_parser(completion, answer, strict=False)
        except IncompleteOutputException:
            return _unread(completion, truncated=True)
        except ValidationError:
            return _unread(completion, truncated=False)
        return Reply(cast("Answer", value), text_of(completion), usage_of(completion))

    return Access(ask, endpoint.post, endpoint.close, name, SecretStr(endpoint.client.api_key))


def at_provider(name: str, *, api_key: SecretStr | None, timeout: float) -> Access:
    """The model that instructor knows as `provider/name`, asked as instructor holds right.

    `timeout` is in seconds. Where a provider's client lets them be set, it is the client's, and a
    request is tried but once by it; other clients have their own ways.

    Raises:
        ConfigurationError: instructor does not know the provider, or it lacks its package.

    """
    key = api_key.get_secret_value() if api_key else None
    try:
        client = instructor.from_provider(name, async_client=False, api_key=key)
    except (InstructorConfigurationError, ImportError, ValueError, openai.OpenAIError) as error:
        raise ConfigurationError(f"the model {name!r} cannot be used: {error}") from error
    provider = client.client
    # Tries and time limits are counted in one place.
    for setting, value in {"max_retries": 0, "timeout": timeout}.items():
        if hasattr(provider, setting):
            setattr(provider, setting, value)
    post = partial(posted, provider) if isinstance(provider, openai.OpenAI) else None
    close = getattr(provider, "close", _nothing)
    return Access(_asking(client), post, close, name.partition("/")[2], api_key)


def _nothing() -> None:
    """Nothing is held."""


def _asking(client: instructor.Instructor) -> Complete:
    def ask(messages: Sequence[Message], answer: type[Answer]) -> Reply[Answer]:
        try:
            value, completion = client.create_with_completion(
                messages=cast("list[ChatCompletionMessageParam]", [*messages]),
                response_model=cast("type[Answer]", _prepared(answer)),
                max_retries=0,
                strict=False,
            )
        except IncompleteOutputException as error:
            return _unread(error.last_completion, truncated=True)
        except InstructorRetryException as error:
            if error.failed_attempts:
                return _unread(error.last_completion, truncated=False)
            cause = _cause(error)
            raise cause from cause.__cause__
        text = text_of(completion) or value.model_dump_json(by_alias=True)
        return Reply(value, text, usage_of(completion))

    return ask


@lru_cache(maxsize=256)
def _prepared(answer: type[BaseModel]) -> type[BaseModel]:
    """The type that instructor would otherwise make of an answer's at every request."""
    return instructor.response_schema(answer)


def _unread(completion: object, *, truncated: bool) -> Reply[Answer]:
    if refusal_of(completion):
        raise _refused(completion)
    return Reply(None, text_of(completion), usage_of(completion), truncated=truncated)


def _refused(completion: object) -> RefusedError:
    told = f"the model declined to answer: {refusal_of(completion)}"
    return RefusedError(told, usage_of(completion))


def _cause(error: BaseException) -> BaseException:
    """The error of the provider's client behind those of instructor and its retries."""
    while error.__cause__ is not None and type(error).__module__.partition(".")[0] in _WRAPPERS:
        error = error.__cause__
    return error


_WRAPPERS = {"instructor", "tenacity"}
