"""The HTTP client: a request waits for its turn when nothing is left but to send it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import openai
import pytest

from eventschema.delivery import Delivery, RetryPolicy
from eventschema.errors import StoppedError
from eventschema.models.http_client import timed_client
from eventschema.models.port import Message
from eventschema.models.remote import RemoteModel
from eventschema.traffic import Limits, Traffic
from tests.endpoint.server import ScriptedEndpoint, Service

QUESTION: list[Message] = [{"role": "user", "content": "?"}]


@contextmanager
def connected(endpoint: ScriptedEndpoint, traffic: Traffic) -> Iterator[RemoteModel]:
    """A model whose client waits for its turns."""
    client = openai.OpenAI(
        base_url=endpoint.base_url,
        api_key="k",
        max_retries=0,
        http_client=timed_client(5, traffic=traffic),
    )
    policy = RetryPolicy(attempts=3, first_wait=0, longest_wait=0)
    model = RemoteModel.at(client, "m", delivery=Delivery(policy, traffic, client_waits=True))
    try:
        yield model
    finally:
        model.close()


def test_what_waits_when_the_run_is_stopped_is_not_sent() -> None:
    """It is told why, and counts as no request."""
    traffic = Traffic(lanes=1)
    errors: list[str] = []

    def ask() -> None:
        try:
            model.judge(QUESTION)
        except StoppedError as error:
            errors.append(str(error))

    with ScriptedEndpoint() as endpoint, connected(endpoint, traffic) as model:
        with traffic.turn(1):
            waiting = threading.Thread(target=ask)
            waiting.start()
            waiting.join(0.2)
            assert waiting.is_alive()
            traffic.stop("enough")
            waiting.join(5)
        assert endpoint.requests == 0
    assert errors == ["enough"]
    assert traffic.requests == 1


def test_a_budget_holds_where_the_client_waits() -> None:
    """No request goes out beyond it, and the error is the budget's."""
    traffic = Traffic(Limits(max_requests=2))
    with ScriptedEndpoint() as endpoint, connected(endpoint, traffic) as model:
        model.judge(QUESTION)
        model.judge(QUESTION)
        with pytest.raises(StoppedError, match="max_requests=2 reached"):
            model.judge(QUESTION)
        assert endpoint.requests == traffic.requests == 2


def test_what_a_request_cost_is_settled() -> None:
    """What was booked for it is replaced by what the endpoint tells."""
    traffic = Traffic(Limits(max_tokens=150))
    with ScriptedEndpoint() as endpoint, connected(endpoint, traffic) as model:
        cost = model.judge(QUESTION).usage.tokens
        assert cost > 100
        model.judge(QUESTION)
        with pytest.raises(StoppedError, match="max_tokens=150 would be exceeded"):
            model.judge(QUESTION)
        assert endpoint.requests == 2


def test_no_more_are_under_way_than_there_are_lanes() -> None:
    """However many threads ask."""
    traffic = Traffic(lanes=2)
    with (
        ScriptedEndpoint(Service(latency=0.05)) as endpoint,
        connected(endpoint, traffic) as model,
    ):
        threads = [threading.Thread(target=model.judge, args=(QUESTION,)) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        times = [(each.arrived, each.answered or each.arrived) for each in endpoint.exchanges]
    assert len(times) == 8
    for arrived, _ in times:
        assert sum(began <= arrived < ended for began, ended in times) <= 2
