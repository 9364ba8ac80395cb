"""Chat completions as endpoints really send them: what is one, and what stands in it."""

from __future__ import annotations

import json

from openai.types.chat import ChatCompletion
from pydantic import AliasChoices, BaseModel, Field, NonNegativeInt, ValidationError

from eventschema.retries import NoCompletionError
from eventschema.usage import Usage


def completed(said: bytes) -> ChatCompletion:
    """The chat completion in the body of a reply, so that it can be relied on.

    Raises:
        NoCompletionError: a reply with status 200 is none: a proxy's page, half a body, an error,
            no choices.

    """
    try:
        completion = ChatCompletion.model_validate_json(said)
    except ValidationError:
        completion = _constructed(said)
    if not _has_message(completion):
        raise no_completion(said)
    return _mended(completion)


def decoded(said: bytes) -> object:
    """What is said in JSON, or almost: half characters and numbers that are none pass.

    Raises:
        NoCompletionError: it is no JSON at all.

    """
    try:
        return json.loads(said)
    except (ValueError, RecursionError):
        raise NoCompletionError(f"no JSON: {_quoted(said) or 'an empty body'}") from None


def no_completion(said: bytes) -> NoCompletionError:
    """The error of a reply that is JSON, and no chat completion."""
    return NoCompletionError(f"no chat completion: {_quoted(said)}")


def _quoted(said: bytes) -> str:
    return " ".join(said.decode(errors="replace").split())


def _constructed(said: bytes) -> ChatCompletion:
    """What is almost a completion, as the client library reads it, which validates nothing."""
    body = decoded(said)
    if not isinstance(body, dict):
        raise no_completion(said)
    known = ChatCompletion.model_fields
    return ChatCompletion.construct(**{key: body[key] for key in body if key in known})


def text_of(completion: object) -> str:
    """The text of the answer, or what it calls a tool with."""
    if not isinstance(completion, ChatCompletion) or not completion.choices:
        return ""
    message = completion.choices[0].message
    return _called_with(message) or message.content or ""


def refusal_of(completion: object) -> str | None:
    """Why there is no answer; null where nobody declined."""
    if not isinstance(completion, ChatCompletion) or not completion.choices:
        return None
    choice = completion.choices[0]
    if choice.finish_reason == "content_filter":
        return "content filter"
    return choice.message.refusal


def usage_of(completion: object) -> Usage:
    """The tokens, as far as they are told."""
    return cost_of(_of(completion, "usage"))


class _Details(BaseModel):
    cached_tokens: NonNegativeInt | None = None


class _Cost(BaseModel):
    """In the words of OpenAI's protocol, or of Anthropic's."""

    prompt_tokens: NonNegativeInt = Field(
        validation_alias=AliasChoices("prompt_tokens", "input_tokens")
    )
    completion_tokens: NonNegativeInt = Field(
        validation_alias=AliasChoices("completion_tokens", "output_tokens")
    )
    prompt_tokens_details: _Details | None = None


def cost_of(usage: object) -> Usage:
    """The tokens that a reply tells of; zeros where it tells none, or what cannot be."""
    try:
        cost = _Cost.model_validate(usage, from_attributes=True)
    except ValidationError:
        return Usage()
    details = cost.prompt_tokens_details
    return Usage(
        prompt_tokens=cost.prompt_tokens,
        cached_tokens=(details.cached_tokens or 0) if details else 0,
        completion_tokens=cost.completion_tokens,
    )


def _has_message(completion: ChatCompletion) -> bool:
    choices = getattr(completion, "choices", None)
    return isinstance(choices, list) and isinstance(
        getattr(next(iter(choices), None), "message", None), BaseModel
    )


def _mended(completion: ChatCompletion) -> ChatCompletion:
    """With all that is said in its content, which can be written."""
    message = completion.choices[0].message
    content: object = message.content
    refusal = _of(message, "refusal") or "".join(_parts(content, "refusal"))
    message.refusal = _writable(refusal) if isinstance(refusal, str) and refusal else None
    message.content = _writable(_called_with(message) or _text(content)) or None
    message.tool_calls = None
    return completion


def _called_with(message: object) -> str:
    """What a tool is called with, be it written as a text or as an object."""
    calls = _of(message, "tool_calls")
    tools = [_of(call, "function") for call in calls] if isinstance(calls, list) else []
    said = [_text(_of(tool, "arguments")) for tool in (*tools, _of(message, "function_call"))]
    return next(filter(None, said), "")


def _text(said: object) -> str:
    """What is said in a text, in the parts of one, or in an object that should be a text."""
    if isinstance(said, str):
        return said
    if not isinstance(said, list | dict):
        return ""
    return "".join(_parts(said, "text")) or json.dumps(said, default=str)


def _parts(content: object, kind: str) -> list[str]:
    parts = [_of(part, kind) for part in content] if isinstance(content, list) else []
    return [part for part in parts if isinstance(part, str)]


def _of(whole: object, name: str) -> object:
    return whole.get(name) if isinstance(whole, dict) else getattr(whole, name, None)


def _writable(text: str) -> str:
    return text.encode(errors="replace").decode()
