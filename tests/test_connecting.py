"""Each way to name a model leads to its own adapter, without a request being sent."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import openai
import pytest
from pydantic import BaseModel, SecretStr

from eventschema.delivery import Delivery
from eventschema.errors import ConfigurationError
from eventschema.models import connecting
from eventschema.models.chat_endpoint import ChatEndpoint
from eventschema.models.connecting import connect
from eventschema.models.embedded import Endpoint, name_of
from eventschema.models.lives import EmbeddedModel, Life
from eventschema.models.port import Answer, Judgment, Message, Model, Reply
from eventschema.models.remote import RemoteModel
from eventschema.models.settings import OLLAMA_URL, ModelSettings
from eventschema.models.weights import BUILT_IN, Progress
from eventschema.usage import Usage
from tests.fake_engine import written
from tests.within import silent_endpoint

KEY = SecretStr("sk-invented-000")
ENDPOINT = Endpoint("http://127.0.0.1:9/v1", "tiny", "random")


class Server:
    """Stands in for the embedded server: remembers what it was started with."""

    started: list[Path]
    closed: int
    endpoint = ENDPOINT

    @classmethod
    def start(cls, path: Path) -> Server:
        """Remember the path."""
        cls.started.append(path)
        return cls()

    def close(self) -> None:
        """Count."""
        type(self).closed += 1


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A file of weights without any."""
    return written(tmp_path / "own.gguf")


@pytest.fixture
def clients(monkeypatch: pytest.MonkeyPatch) -> list[openai.OpenAI]:
    """The clients of openai that are made during a test, without any variable of its own."""
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    made: list[openai.OpenAI] = []
    original = RemoteModel.at

    def at(
        endpoint: ChatEndpoint, name: str, *, delivery: Delivery, **request: float
    ) -> RemoteModel:
        made.append(endpoint.client)
        return original(endpoint, name, delivery=delivery, **request)

    monkeypatch.setattr(RemoteModel, "at", at)
    return made


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> type[Server]:
    """No model is running, and none is started in earnest."""
    Server.started, Server.closed = [], 0
    monkeypatch.setattr(connecting, "EmbeddedServer", Server)
    monkeypatch.setattr(connecting, "running", lambda: None)
    monkeypatch.setattr(connecting, "ensure_engine", lambda: None)
    monkeypatch.setattr(connecting, "locate", lambda _: Path("cache/weights.gguf"))
    return Server


def connected(settings: ModelSettings) -> Model:
    """The model, closed again."""
    model = connect(settings)
    model.close()
    return model


def test_an_openai_model_is_asked_at_openai(clients: list[openai.OpenAI]) -> None:
    """The name loses its provider; the key goes along, and the client retries nothing."""
    model = connected(ModelSettings("openai/gpt-x", None, KEY, timeout=7))
    assert (model.name, model.is_small) == ("gpt-x", False)
    (client,) = clients
    assert client.base_url.host == "api.openai.com"
    assert (client.api_key, client.max_retries, client.timeout) == (KEY.get_secret_value(), 0, 7)


def test_a_base_url_takes_the_name_as_it_is(clients: list[openai.OpenAI]) -> None:
    """A server's own model names may contain slashes, or look like ours; a key is optional."""
    model = connected(ModelSettings("openai/own-name", "http://llm.invalid/v1"))
    assert model.name == "openai/own-name"
    assert str(clients[0].base_url) == "http://llm.invalid/v1/"
    assert clients[0].api_key == "none"


def test_ollama_is_asked_on_this_machine(clients: list[openai.OpenAI]) -> None:
    """It needs neither key nor address."""
    assert connected(ModelSettings("ollama/tiny:1b")).name == "tiny:1b"
    assert str(clients[0].base_url) == OLLAMA_URL + "/"


@pytest.mark.usefixtures("clients")
def test_another_provider_is_left_to_instructor(monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole name is passed on."""
    asked: list[str] = []
    model = RemoteModel.at(silent_endpoint(), "m", delivery=Delivery())

    def of_provider(
        name: str, *, delivery: Delivery, api_key: SecretStr | None, timeout: float
    ) -> RemoteModel:
        del delivery, api_key, timeout
        asked.append(name)
        return model

    monkeypatch.setattr(RemoteModel, "of_provider", of_provider)
    assert connected(ModelSettings("anthropic/some-model")) is model
    assert asked == ["anthropic/some-model"]


def test_the_embedded_model_is_started_and_ended(
    server: type[Server], clients: list[openai.OpenAI]
) -> None:
    """`local` starts the built-in weights; closing the model ends the child."""
    model = connect(ModelSettings("local"))
    assert isinstance(model, EmbeddedModel)
    assert (model.name, model.is_small) == ("tiny", True)
    assert server.started == [Path("cache/weights.gguf")]
    assert str(clients[0].base_url) == ENDPOINT.base_url + "/"
    model.close()
    assert server.closed == 1


def test_the_embedded_model_answers_as_its_server_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """Questions of both kinds go to the one endpoint, unchanged."""
    messages: list[Message] = [{"role": "user", "content": "?"}]
    remote = RemoteModel.at(silent_endpoint(), "tiny", delivery=Delivery())
    asked: list[object] = []

    def judge(sent: Sequence[Message]) -> Judgment:
        asked.append(sent)
        return Judgment(0.5)

    def complete(sent: Sequence[Message], answer: type[Answer]) -> Reply[Answer]:
        asked.append((sent, answer))
        return Reply(None, "said", Usage())

    monkeypatch.setattr(remote, "judge", judge)
    monkeypatch.setattr(remote, "complete", complete)
    model = EmbeddedModel(lambda: Life(remote, ENDPOINT))
    assert model.judge(messages) == Judgment(0.5)
    assert model.complete(messages, BaseModel).text == "said"
    assert asked == [messages, (messages, BaseModel)]
    model.close()


@pytest.mark.usefixtures("clients")
def test_a_file_of_weights_is_started_itself(
    server: type[Server], own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A .gguf is run even where another model of its name is being served."""
    monkeypatch.setattr(connecting, "running", lambda: Endpoint(ENDPOINT.base_url, "own", "k"))
    assert isinstance(connected(ModelSettings(str(own))), EmbeddedModel)
    assert server.started == [own]


@pytest.mark.usefixtures("clients")
@pytest.mark.parametrize(("served", "starts"), [(BUILT_IN.name, 0), ("another", 1)])
def test_a_served_model_is_used_if_it_is_the_one(
    served: str, starts: int, server: type[Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`serve-model` spares the start, and never passes another model off as the built-in one."""
    endpoint = Endpoint(ENDPOINT.base_url, served, "k")
    monkeypatch.setattr(connecting, "running", lambda: endpoint)
    connected(ModelSettings("local"))
    assert len(server.started) == starts


@pytest.mark.usefixtures("clients")
def test_a_served_file_of_weights_is_used(
    server: type[Server], own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`serve-model --model own.gguf` spares the start of that file, too."""
    endpoint = Endpoint(ENDPOINT.base_url, name_of(own), "k")
    monkeypatch.setattr(connecting, "running", lambda: endpoint)
    connected(ModelSettings(str(own)))
    assert server.started == []


@pytest.mark.usefixtures("server")
def test_no_weights_are_sought_without_an_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A gigabyte is not put together for an engine that is not there."""

    def missing() -> None:
        raise ConfigurationError("no engine")

    def locate(_: Progress | None) -> Path:
        raise AssertionError("the weights were sought")

    monkeypatch.setattr(connecting, "ensure_engine", missing)
    monkeypatch.setattr(connecting, "locate", locate)
    with pytest.raises(ConfigurationError, match="no engine"):
        connect(ModelSettings("local"))


@pytest.mark.usefixtures("clients")
def test_the_weights_report_their_progress(
    server: type[Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The caller's function is handed to where the weights are put together."""
    told: list[tuple[int, int]] = []

    def locate(progress: Progress | None) -> Path:
        assert progress is not None
        progress(1, 2)
        return Path("w.gguf")

    monkeypatch.setattr(connecting, "locate", locate)
    connect(ModelSettings(), progress=lambda done, total: told.append((done, total))).close()
    assert told == [(1, 2)]
    assert server.started == [Path("w.gguf")]


def test_a_missing_key_is_said_before_any_request() -> None:
    """The message names the variable, and the way without a key."""
    with pytest.raises(ConfigurationError, match=r"OPENAI_API_KEY.*--model local"):
        connect(ModelSettings("openai/gpt-x"))


def test_our_key_serves_every_provider(monkeypatch: pytest.MonkeyPatch) -> None:
    """EVENTSCHEMA_API_KEY is for whatever model is chosen."""
    handed: list[SecretStr | None] = []

    def of_provider(
        name: str, *, delivery: Delivery, api_key: SecretStr | None, timeout: float
    ) -> RemoteModel:
        assert timeout > 0
        handed.append(api_key)
        return RemoteModel.at(silent_endpoint(), name, delivery=delivery)

    monkeypatch.setattr(RemoteModel, "of_provider", of_provider)
    environment = {"EVENTSCHEMA_API_KEY": KEY.get_secret_value()}
    connected(ModelSettings.choose("mistral/some-model", environment=environment))
    assert handed == [KEY]


def test_the_key_for_openai_goes_to_no_ollama(clients: list[openai.OpenAI]) -> None:
    """OPENAI_API_KEY is for `openai/` models and base URLs, as the settings say."""
    environment = {"OPENAI_API_KEY": KEY.get_secret_value()}
    connected(ModelSettings.choose("ollama/tiny", environment=environment))
    assert clients[0].api_key != KEY.get_secret_value()
