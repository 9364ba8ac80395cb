"""One request through instructor and openai, at the seam of the HTTP transport."""

from __future__ import annotations

import json
from collections.abc import Callable

import httpx2
import openai
import pytest
from pydantic import BaseModel

from eventschema.errors import (
    ConfigurationError,
    EventSchemaError,
    RefusedError,
    UnavailableError,
)
from eventschema.models.port import Reply, Usage
from eventschema.models.remote import RemoteModel
from eventschema.retries import RetryPolicy

KEY = "sk-very-secret-key"


class Color(BaseModel):
    """An answer's shape."""

    name: str


def completion(content: str | None, *, finish: str = "stop", refusal: str | None = None) -> object:
    """The body of a chat completion."""
    message = {"role": "assistant", "content": content, "refusal": refusal}
    return {
        "id": "x",
        "object": "chat.completion",
        "created": 0,
        "model": "m",
        "choices": [{"index": 0, "finish_reason": finish, "message": message}],
        "usage": {
            "prompt_tokens": 11,
            "completion_tokens": 3,
            "total_tokens": 14,
            "prompt_tokens_details": {"cached_tokens": 5},
        },
    }


class Endpoint:
    """Answers with the given responses in turn, the last one again and again."""

    def __init__(self, *responses: httpx2.Response) -> None:
        self.requests: list[httpx2.Request] = []
        self._responses = list(responses)

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        """The next response."""
        self.requests.append(request)
        again = len(self._responses) == 1
        return self._responses[0] if again else self._responses.pop(0)


def ask(endpoint: Callable[[httpx2.Request], httpx2.Response]) -> Reply[Color]:
    """Ask the endpoint for a color."""
    client = openai.OpenAI(
        base_url="http://llm.invalid/v1",
        api_key=KEY,
        max_retries=0,
        http_client=httpx2.Client(transport=httpx2.MockTransport(endpoint)),
    )
    policy = RetryPolicy(attempts=3, first_wait=0, longest_wait=0)
    model = RemoteModel.at(client, "m", policy=policy, temperature=0)
    try:
        return model.complete([{"role": "user", "content": "?"}], Color)
    finally:
        model.close()


def test_an_answer_is_read_and_its_cost_counted() -> None:
    """The reply has the answer, its text, and the tokens as the endpoint counts them."""
    endpoint = Endpoint(httpx2.Response(200, json=completion('{"name": "red"}')))
    reply = ask(endpoint)
    assert reply.answer is not None
    assert reply.answer.name == "red"
    assert reply.text == '{"name": "red"}'
    assert reply.usage == Usage(1, prompt_tokens=11, cached_tokens=5, completion_tokens=3)
    sent = json.loads(endpoint.requests[0].content)
    assert sent["temperature"] == 0
    assert sent["response_format"]["type"] == "json_schema"
    assert sent["messages"] == [{"role": "user", "content": "?"}]


def test_a_passing_fault_is_one_answer_and_two_requests() -> None:
    """A retried request is counted, and nothing else stacks a loop of its own upon it."""
    endpoint = Endpoint(
        httpx2.Response(503), httpx2.Response(200, json=completion('{"name": "red"}'))
    )
    assert ask(endpoint).usage.requests == 2
    assert len(endpoint.requests) == 2


def test_a_lasting_fault_is_tried_as_often_as_the_policy_says() -> None:
    """Three attempts are three requests, not three times three."""
    endpoint = Endpoint(httpx2.Response(500))
    with pytest.raises(UnavailableError):
        ask(endpoint)
    assert len(endpoint.requests) == 3


@pytest.mark.parametrize("content", ['{"nam": "red"}', "red", "", None])
def test_an_answer_of_another_shape_is_data(content: str | None) -> None:
    """It is no exception, and is not asked again here: reasks have another owner."""
    endpoint = Endpoint(httpx2.Response(200, json=completion(content)))
    reply = ask(endpoint)
    assert reply.answer is None
    assert reply.text == (content or "")
    assert len(endpoint.requests) == 1


def test_a_truncated_answer_keeps_its_text() -> None:
    """What arrived before the token limit is there to be salvaged."""
    endpoint = Endpoint(httpx2.Response(200, json=completion('{"name": "re', finish="length")))
    reply = ask(endpoint)
    assert reply.answer is None
    assert reply.truncated
    assert reply.text == '{"name": "re'
    assert reply.usage.completion_tokens == 3


@pytest.mark.parametrize(
    "body",
    [completion(None, refusal="I cannot help with that."), completion("", finish="content_filter")],
)
def test_a_refusal_is_not_an_empty_answer(body: object) -> None:
    """A model that declines has not found nothing."""
    with pytest.raises(RefusedError, match="declined"):
        ask(Endpoint(httpx2.Response(200, json=body)))


@pytest.mark.parametrize("status", [401, 403, 404])
def test_a_wrong_key_is_said_once_and_never_shown(status: int) -> None:
    """The message tells what is wrong; the key is in none of the chained errors."""
    endpoint = Endpoint(httpx2.Response(status, json={"error": {"message": "bad"}}))
    with pytest.raises(ConfigurationError) as raised:
        ask(endpoint)
    assert len(endpoint.requests) == 1
    error: BaseException | None = raised.value
    while error is not None:
        assert KEY not in str(error)
        error = error.__cause__


@pytest.mark.parametrize("status", [400, 401, 500])
def test_a_key_that_the_server_repeats_is_masked(status: int) -> None:
    """Some servers quote the key that they refuse; the rest of what they say is told."""
    endpoint = Endpoint(httpx2.Response(status, json={"error": {"message": f"not {KEY}, Ana"}}))
    with pytest.raises(EventSchemaError) as raised:
        ask(endpoint)
    assert KEY not in str(raised.value)
    assert "not ***, Ana" in str(raised.value)
    assert raised.value.__suppress_context__


@pytest.mark.parametrize(
    "response",
    [
        httpx2.Response(200, text="<html>proxy says no</html>"),
        httpx2.Response(200, json={"choices": []}),
        httpx2.Response(200, json={"detail": "what?"}),
        httpx2.Response(200, text="{broken"),
    ],
    ids=["html", "no choices", "other json", "broken json"],
)
def test_a_response_that_is_no_completion_is_no_answer(response: httpx2.Response) -> None:
    """A proxy's page with status 200 neither crashes nor passes for an empty article."""
    try:
        reply = ask(Endpoint(response))
    except UnavailableError:
        return
    assert reply.answer is None


def test_an_unknown_provider_is_said_to_be_one() -> None:
    """The error is ours, and names what was asked for."""
    with pytest.raises(ConfigurationError, match="nosuch/model"):
        RemoteModel.of_provider("nosuch/model", policy=RetryPolicy(), api_key=None)
