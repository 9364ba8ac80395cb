"""One request through instructor and openai, at the seam of the HTTP transport."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Literal

import httpx2
import instructor
import openai
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, SecretStr

from eventschema.delivery import Delivery, RetryPolicy
from eventschema.errors import (
    ConfigurationError,
    EventSchemaError,
    RefusedError,
    UnavailableError,
)
from eventschema.models.judging import ALTERNATIVES
from eventschema.models.port import Judgment, Message, Reply
from eventschema.models.remote import ENOUGH_SILENCES, RemoteModel
from eventschema.traffic import Limits, Traffic
from eventschema.usage import Usage
from tests.within import endpoint_within

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


QUESTION: list[Message] = [{"role": "user", "content": "?"}]


@contextmanager
def connected(endpoint: Callable[[httpx2.Request], httpx2.Response]) -> Iterator[RemoteModel]:
    """A model behind the endpoint, which is tried three times without waiting."""
    delivery = Delivery(RetryPolicy(attempts=3, first_wait=0, longest_wait=0))
    at = endpoint_within(endpoint, api_key=KEY)
    model = RemoteModel.at(at, "m", delivery=delivery, temperature=0)
    try:
        yield model
    finally:
        model.close()


def ask(endpoint: Callable[[httpx2.Request], httpx2.Response]) -> Reply[Color]:
    """Ask the endpoint for a color."""
    with connected(endpoint) as model:
        return model.complete(QUESTION, Color)


def judge(endpoint: Callable[[httpx2.Request], httpx2.Response]) -> Judgment:
    """Ask the endpoint for a yes or no."""
    with connected(endpoint) as model:
        return model.judge(QUESTION)


def judged(masses: Mapping[str, float]) -> httpx2.Response:
    """A completion of one token, with the probabilities of the likeliest first ones."""
    tokens = [
        {"token": token, "logprob": math.log(mass), "bytes": None} for token, mass in masses.items()
    ]
    chosen = {"token": "x", "logprob": 0.0, "bytes": None, "top_logprobs": tokens}
    return with_logprobs({"content": [chosen], "refusal": None})


def with_logprobs(logprobs: object) -> httpx2.Response:
    """A completion whose endpoint tells these log-probabilities."""
    message = {"role": "assistant", "content": "x", "refusal": None}
    choice = {"index": 0, "finish_reason": "length", "message": message, "logprobs": logprobs}
    usage = {"prompt_tokens": 11, "completion_tokens": 1, "total_tokens": 12}
    whole = {"id": "x", "object": "chat.completion", "created": 0, "model": "m", "usage": usage}
    return httpx2.Response(200, json=whole | {"choices": [choice]})


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


@pytest.mark.parametrize("before", range(230, 270))
def test_no_part_of_a_key_is_told(before: int) -> None:
    """Where a long message is cut off in the middle of it."""
    message = f"{'x' * before} {KEY} {'y' * 300}"
    endpoint = Endpoint(httpx2.Response(400, json={"error": {"message": message}}))
    with pytest.raises(EventSchemaError) as raised:
        ask(endpoint)
    assert KEY[:4] not in str(raised.value)


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
@pytest.mark.parametrize("question", [ask, judge])
def test_a_response_that_is_no_completion_is_no_answer(
    question: Callable[[Endpoint], object], response: httpx2.Response
) -> None:
    """A proxy's page with status 200 is a failure of the transport, and is tried again."""
    endpoint = Endpoint(response)
    with pytest.raises(UnavailableError, match=r"no JSON|no chat completion"):
        question(endpoint)
    assert len(endpoint.requests) == 3


@pytest.mark.parametrize("usage", [None, {"prompt_tokens": "many", "completion_tokens": 1.5}])
def test_a_cost_that_is_no_number_is_not_counted(usage: object) -> None:
    """What an endpoint says of its tokens cannot spoil an answer."""
    body = completion('{"name": "red"}')
    assert isinstance(body, dict)
    reply = ask(Endpoint(httpx2.Response(200, json=body | {"usage": usage})))
    assert reply.usage == Usage(1)


@pytest.mark.parametrize(
    "oddity", [{"object": "text"}, {"created": "today"}, {"_fields_set": 1}, {"model": None}]
)
def test_a_completion_that_is_not_quite_one_is_read(oddity: dict[str, object]) -> None:
    """Compatible servers differ in what nobody reads, and that costs no answer."""
    body = completion('{"name": "red"}')
    assert isinstance(body, dict)
    reply = ask(Endpoint(httpx2.Response(200, json=body | oddity)))
    assert reply.answer == Color(name="red")
    assert reply.usage == Usage(1, prompt_tokens=11, cached_tokens=5, completion_tokens=3)


CALLED = {"name": "red"}
TEXT = json.dumps(CALLED)


@pytest.mark.parametrize(
    "message",
    [
        {"content": [{"type": "text", "text": TEXT[:5]}, {"type": "text", "text": TEXT[5:]}]},
        {"content": CALLED},
        {"content": None, "tool_calls": [{"type": "function", "function": {"arguments": TEXT}}]},
        {"content": None, "tool_calls": [{"function": {"arguments": CALLED}}]},
        {"content": "I call.", "tool_calls": [{"function": {"name": "f", "arguments": TEXT}}]},
        {"content": None, "function_call": {"name": "f", "arguments": TEXT}},
        {"content": TEXT, "tool_calls": "x"},
        {"content": TEXT, "tool_calls": [{"type": "function"}]},
        {"content": TEXT, "tool_calls": ["x", None]},
    ],
    ids=lambda message: json.dumps(message)[:60],
)
def test_an_answer_may_stand_elsewhere(message: dict[str, object]) -> None:
    """In parts, in an object instead of a text, in the arguments of a tool; odd calls are none."""
    body = completion("")
    assert isinstance(body, dict)
    choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", **message}}
    reply = ask(Endpoint(httpx2.Response(200, json=body | {"choices": [choice]})))
    assert reply.answer == Color(name="red")
    assert json.loads(reply.text) == CALLED


def test_a_refusal_costs_what_it_costs() -> None:
    """Its tokens are counted, and an endpoint that refuses is there."""
    traffic = Traffic(Limits(max_failures=1))
    endpoint = Endpoint(httpx2.Response(200, json=completion('{"name": "x"}', refusal="No.")))
    at = endpoint_within(endpoint, api_key=KEY)
    model = RemoteModel.at(at, "m", delivery=Delivery(traffic=traffic))
    with pytest.raises(RefusedError) as raised:
        model.complete(QUESTION, Color)
    assert raised.value.usage.tokens
    assert traffic.spent == replace(raised.value.usage, requests=1)
    traffic.failed("once")
    assert traffic.stopped is None


def test_a_refusal_may_be_a_part() -> None:
    """It is one as well."""
    body = completion("")
    assert isinstance(body, dict)
    parts = [{"type": "refusal", "refusal": "Not this one."}]
    choice = {"index": 0, "finish_reason": "stop", "message": {"content": parts}}
    with pytest.raises(RefusedError, match="Not this one"):
        ask(Endpoint(httpx2.Response(200, json=body | {"choices": [choice]})))


@pytest.mark.parametrize("question", [ask, judge])
def test_a_negative_cost_is_none(question: Callable[[Endpoint], Reply[Color] | Judgment]) -> None:
    """Nothing is ever given back to a budget."""
    body = completion(TEXT)
    assert isinstance(body, dict)
    usage = {"prompt_tokens": -500_000, "completion_tokens": 1, "total_tokens": 0}
    endpoint = Endpoint(httpx2.Response(200, json=body | {"usage": usage}))
    assert question(endpoint).usage == Usage(1)


@pytest.mark.parametrize(
    ("yes", "no", "probability"), [(710.0, -2.0, 0.88), (1e9, 1e9, 0.5), (math.nan, -0.1, None)]
)
def test_odd_probabilities_are_read_as_what_they_can_be(
    yes: float, no: float, probability: float | None
) -> None:
    """None is above certainty, and what is no number tells nothing."""
    tokens = [{"token": "yes", "logprob": yes}, {"token": "no", "logprob": no}]
    content = [{"token": "x", "logprob": 0.0, "top_logprobs": tokens}]
    choice = {"index": 0, "finish_reason": "length", "message": {"content": "x"}}
    body = {"choices": [choice | {"logprobs": {"content": content}}]}
    judgment = judge(Endpoint(httpx2.Response(200, text=json.dumps(body))))
    assert judgment.yes == pytest.approx(probability, abs=0.01)


def test_a_reason_to_end_that_nobody_knows_is_no_fault() -> None:
    """The answer counts, whatever word the server has for its end."""
    body = completion('{"name": "red"}', finish="eos_token")
    assert ask(Endpoint(httpx2.Response(200, json=body))).answer == Color(name="red")


def test_a_text_that_cannot_be_written_is_mended() -> None:
    """Half of a character, as an escape in JSON can say it, is replaced."""
    response = httpx2.Response(200, text=json.dumps(completion("r\ud800d")))
    response.headers["content-type"] = "application/json"
    assert ask(Endpoint(response)).text == "r?d"


def test_a_redirect_that_is_not_followed_is_no_trouble_of_the_transport() -> None:
    """It is not tried again, and the message speaks of the base URL."""
    endpoint = Endpoint(httpx2.Response(307, headers={"location": "/v1/chat/completions"}))
    with pytest.raises(ConfigurationError, match="is the base URL right"):
        ask(endpoint)
    assert len(endpoint.requests) == 1


def test_an_unknown_provider_is_said_to_be_one() -> None:
    """The error is ours, and names what was asked for."""
    with pytest.raises(ConfigurationError, match="nosuch/model"):
        RemoteModel.of_provider("nosuch/model", delivery=Delivery(), api_key=None, timeout=1)


def test_a_judgment_costs_one_token() -> None:
    """One token is asked for, without chance, with the alternatives that tell its probability."""
    endpoint = Endpoint(judged({"yes": 0.6, "no": 0.2}))
    assert judge(endpoint).usage == Usage(1, prompt_tokens=11, completion_tokens=1)
    sent = json.loads(endpoint.requests[0].content)
    assert sent == {
        "model": "m",
        "messages": QUESTION,
        "max_tokens": 1,
        "temperature": 0,
        "logprobs": True,
        "top_logprobs": ALTERNATIVES,
    }


@pytest.mark.parametrize(
    ("masses", "yes"),
    [
        ({"yes": 0.6, "no": 0.2}, 0.75),
        ({"Yes": 0.3, " yes": 0.3, "NO": 0.1, "no\n": 0.1, "maybe": 0.2}, 0.75),
        ({"yes": 0.1}, 1.0),
        ({"No": 0.1, "yesterday": 0.5, "none": 0.4}, 0.0),
        ({"maybe": 0.9}, None),
        ({}, None),
    ],
)
def test_a_probability_is_that_of_yes_beside_no(
    masses: Mapping[str, float], yes: float | None
) -> None:
    """However the two are written; other words do not count, and without both there is none."""
    assert judge(Endpoint(judged(masses))).yes == (None if yes is None else pytest.approx(yes))


@given(st.dictionaries(st.sampled_from(["yes", " Yes", "no", "No", "x"]), st.floats(1e-9, 1)))
def test_a_probability_lies_between_0_and_1(masses: dict[str, float]) -> None:
    """It is that of no turned round."""
    turned = {"yes": "no", " Yes": "No", "no": "yes", "No": " Yes", "x": "x"}
    yes = judge(Endpoint(judged(masses))).yes
    no = judge(Endpoint(judged({turned[token]: mass for token, mass in masses.items()}))).yes
    if yes is None or no is None:
        assert yes is no is None
    else:
        assert 0 <= yes <= 1
        assert yes + no == pytest.approx(1)


@pytest.mark.parametrize(
    "silent",
    [
        with_logprobs(None),
        with_logprobs({"content": None, "refusal": None}),
        with_logprobs({"content": [], "refusal": None}),
        httpx2.Response(400, json={"error": {"message": "logprobs are not supported"}}),
        httpx2.Response(422, json={"error": {"message": "extra fields"}}),
    ],
    ids=["null", "no content", "no token", "400", "422"],
)
def test_who_tells_no_probabilities_is_not_asked_for_long(silent: httpx2.Response) -> None:
    """One silence may be due to its question; after some of them no further request is sent."""
    endpoint = Endpoint(silent)
    with connected(endpoint) as model:
        asked = [model.judge(QUESTION) for _ in range(ENOUGH_SILENCES)]
        further = model.judge(QUESTION)
    assert [(judgment.yes, judgment.usage.requests) for judgment in asked] == [(None, 1)] * 3
    assert (further, len(endpoint.requests)) == (Judgment(None), ENOUGH_SILENCES)


def test_a_model_that_cannot_judge_still_completes() -> None:
    """Only the yes/no question is given up."""
    endpoint = Endpoint(
        httpx2.Response(400, json={"error": {"message": "logprobs are not supported"}}),
        httpx2.Response(200, json=completion('{"name": "red"}')),
    )
    with connected(endpoint) as model:
        assert model.judge(QUESTION).yes is None
        assert model.complete(QUESTION, Color).text == '{"name": "red"}'


def test_neither_word_among_the_tokens_is_no_silence() -> None:
    """An endpoint that told other tokens is asked again about the next sentence."""
    endpoint = Endpoint(judged({"maybe": 0.9}), judged({"yes": 0.6, "no": 0.2}))
    with connected(endpoint) as model:
        assert model.judge(QUESTION).yes is None
        assert model.judge(QUESTION).yes == pytest.approx(0.75)


def test_a_passing_fault_of_a_judgment_is_retried() -> None:
    """Like any request, and what was retried is counted."""
    endpoint = Endpoint(httpx2.Response(503), judged({"yes": 0.6, "no": 0.2}))
    judgment = judge(endpoint)
    assert judgment.yes == pytest.approx(0.75)
    assert len(endpoint.requests) == 2
    assert judgment.usage.requests == 2


def test_a_lasting_fault_of_a_judgment_is_an_error() -> None:
    """After as many attempts as the policy allows; the next sentence is judged all the same."""
    endpoint = Endpoint(*[httpx2.Response(500)] * 3, judged({"yes": 0.6, "no": 0.2}))
    with connected(endpoint) as model:
        with pytest.raises(UnavailableError):
            model.judge(QUESTION)
        assert len(endpoint.requests) == 3
        assert model.judge(QUESTION).yes == pytest.approx(0.75)


def test_a_key_is_masked_in_a_judgments_error() -> None:
    """As in every other."""
    endpoint = Endpoint(httpx2.Response(500, json={"error": {"message": f"not {KEY}, Ana"}}))
    with pytest.raises(UnavailableError) as raised:
        judge(endpoint)
    assert KEY not in str(raised.value)


def test_a_provider_of_another_api_is_not_judged_by() -> None:
    """Only OpenAI's API is known to tell probabilities: no request is sent to any other."""
    endpoint = Endpoint(judged({"yes": 0.6, "no": 0.2}))
    with connected(endpoint) as model:
        access = model._access  # noqa: SLF001
        model._access = replace(access, post=None)  # noqa: SLF001 - another provider's
        assert model.judge(QUESTION) == Judgment(None)
    assert endpoint.requests == []


def test_a_provider_with_an_api_of_its_own_is_asked_through_instructor(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What it says is kept as JSON, whatever form it came in; it is asked but once, and its
    failures are tried again as those of others.
    """
    used = {"type": "tool_use", "id": "t", "name": "Color", "input": {"name": "red"}}
    said = {
        "id": "m",
        "type": "message",
        "role": "assistant",
        "model": "some-model",
        "content": [used],
        "stop_reason": "tool_use",
        "stop_sequence": None,
        "usage": {"input_tokens": 50, "output_tokens": 7},
    }
    busy = httpx2.Response(529, json={"type": "error", "error": {"type": "busy", "message": "!"}})
    endpoint = Endpoint(busy, busy, httpx2.Response(200, json=said))
    original = instructor.from_provider

    def from_provider(name: str, *, async_client: Literal[False], api_key: str) -> object:
        made = original(name, async_client=async_client, api_key=api_key)
        client = httpx2.Client(transport=httpx2.MockTransport(endpoint))
        monkeypatch.setattr(made.client, "_client", client)
        return made

    monkeypatch.setattr(instructor, "from_provider", from_provider)
    delivery = Delivery(RetryPolicy(first_wait=0, longest_wait=0))
    model = RemoteModel.of_provider(
        "anthropic/some-model", delivery=delivery, api_key=SecretStr("k"), timeout=7
    )
    reply = model.complete(QUESTION, Color)
    assert reply.answer is not None
    assert (reply.answer.name, reply.text) == ("red", '{"name":"red"}')
    assert reply.usage == Usage(3, prompt_tokens=50, completion_tokens=7)
    assert len(endpoint.requests) == 3


def test_a_provider_is_asked_by_the_models_own_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands before the slash names the provider; its answer may come as a tool's arguments.

    Tries are counted in one place, so that the provider's client has none of its own.
    """
    call = {"name": "Color", "arguments": '{"name": "red"}'}
    message = {
        "role": "assistant",
        "content": None,
        "tool_calls": [{"id": "c", "type": "function", "function": call}],
    }
    body = {"id": "x", "object": "chat.completion", "created": 1, "model": "some-model"}
    choices = [{"index": 0, "finish_reason": "tool_calls", "message": message}]
    endpoint = Endpoint(httpx2.Response(200, json=body | {"choices": choices}))
    made: list[instructor.Instructor] = []
    original = instructor.from_provider

    def from_provider(name: str, *, async_client: Literal[False], api_key: str) -> object:
        made.append(original(name, async_client=async_client, api_key=api_key))
        return made[-1]

    monkeypatch.setattr(instructor, "from_provider", from_provider)
    model = RemoteModel.of_provider(
        "together/some-model", delivery=Delivery(), api_key=SecretStr("k"), timeout=7
    )
    client = made[0].client
    assert isinstance(client, openai.OpenAI)
    monkeypatch.setattr(client, "_client", httpx2.Client(transport=httpx2.MockTransport(endpoint)))
    reply = model.complete(QUESTION, Color)
    model.judge(QUESTION)
    assert reply.answer is not None
    assert (reply.answer.name, reply.text) == ("red", '{"name": "red"}')
    asked = [json.loads(request.content)["model"] for request in endpoint.requests]
    assert asked == ["some-model", "some-model"]
    assert (client.max_retries, client.timeout) == (0, 7)
