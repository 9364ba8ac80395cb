"""What all tests share: recorded conversations with the embedded model, and no network."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import openai
import pytest
from hypothesis import settings

from eventschema.delivery import Delivery, RetryPolicy
from eventschema.models import weights
from eventschema.models.chat_endpoint import ChatEndpoint
from eventschema.models.connecting import MAX_TOKENS
from eventschema.models.connections import Connections
from eventschema.models.embedded import EmbeddedServer, Endpoint, running
from eventschema.models.lives import EmbeddedModel, Life
from eventschema.models.remote import RemoteModel
from tests import recordings
from tests.zygote import Zygote

if TYPE_CHECKING:
    from vcr.config import VCR

os.environ["PYDANTIC_ERRORS_INCLUDE_URL"] = "0"

# How long an example takes tells about the machine; what may not take long has a test that says so.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")

CASSETTES = Path(__file__).resolve().parent.parent / "cassettes"
PATIENCE = 600.0
"""Seconds that the embedded model has for an answer to be recorded."""


@pytest.fixture(autouse=True)
def _no_settings_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test depends on which model the developer has configured."""
    for name in list(os.environ):
        if name.startswith("EVENTSCHEMA_") or name == "OPENAI_API_KEY":
            monkeypatch.delenv(name)


@pytest.fixture(scope="module")
def vcr_cassette_dir(request: pytest.FixtureRequest) -> str:
    """Where a module's cassettes lie: cassettes/MODULE/TEST.yaml."""
    return str(CASSETTES / request.node.path.stem)


@pytest.fixture(scope="session")
def vcr_config() -> dict[str, object]:
    """What is recorded, and what makes two requests the same."""
    return {
        "match_on": recordings.MATCH_ON,
        "serializer": "yaml",
        "before_record_request": recordings.without_address,
        "before_record_response": recordings.without_machine,
        "decode_compressed_response": True,
    }


def pytest_recording_configure(config: pytest.Config, vcr: VCR) -> None:
    """Teach vcrpy our matcher and our way of writing cassettes."""
    del config
    recordings.equip(vcr)


@pytest.fixture(scope="session")
def endpoint(pytestconfig: pytest.Config) -> Iterator[Endpoint]:
    """The embedded model while recording, and nothing at all while replaying."""
    if pytestconfig.getoption("--record-mode") in (None, "none"):
        yield Endpoint("http://127.0.0.1:9/v1", weights.BUILT_IN.name, "none")
        return
    served = running()
    if served is not None and served.model == weights.BUILT_IN.name:
        yield served
        return
    with EmbeddedServer.start(weights.locate()) as server:
        yield server.endpoint


@pytest.fixture(scope="module")
def embedded_model(endpoint: Endpoint) -> Iterator[EmbeddedModel]:
    """The embedded model, recorded; an unrecorded request fails at once."""
    client = openai.OpenAI(base_url=endpoint.base_url, api_key=endpoint.api_key, max_retries=0)
    remote = RemoteModel.at(
        ChatEndpoint(client, Connections(endpoint.base_url, seconds=PATIENCE, trust_env=False)),
        endpoint.model,
        delivery=Delivery(RetryPolicy(attempts=1)),
        temperature=0,
        max_tokens=MAX_TOKENS,
    )
    model = EmbeddedModel(lambda: Life(remote, endpoint))
    yield model
    model.close()


@pytest.fixture(scope="session")
def zygote() -> Iterator[Zygote]:
    """Runs the command in processes that can be killed."""
    made = Zygote()
    yield made
    made.close()
