"""From settings to a model that answers.

Importing this module imports openai and instructor, which takes a second: what only wants to print
a help text leaves it alone.
"""

from __future__ import annotations

from dataclasses import replace

import httpx2
import openai

from eventschema.delivery import Delivery
from eventschema.errors import ConfigurationError
from eventschema.models.chat_endpoint import ChatEndpoint
from eventschema.models.connections import Connections
from eventschema.models.embedded import EmbeddedServer, Endpoint, ensure_engine, name_of, running
from eventschema.models.lives import EmbeddedModel, Life
from eventschema.models.port import Model
from eventschema.models.remote import RemoteModel
from eventschema.models.settings import OLLAMA_URL, ModelSettings
from eventschema.models.weights import BUILT_IN, Progress, locate

MAX_TOKENS = 2000
"""Tokens of one answer: a dozen full records. Only a loop needs more."""


def connect(
    settings: ModelSettings,
    *,
    delivery: Delivery | None = None,
    progress: Progress | None = None,
) -> Model:
    """The model that `settings` mean, ready to be asked; the embedded one is started.

    `progress` is told how many bytes of the weights are assembled, on first use.

    Raises:
        ConfigurationError: a key, a package, a file or the weights are missing or wrong.

    """
    delivery = delivery or Delivery()
    if settings.is_embedded:
        return _embedded(settings, delivery, progress)
    provider, _, name = settings.model.partition("/")
    if settings.base_url:
        return _compatible(settings, settings.model, delivery)
    if provider == "openai":
        return _openai(settings, name, delivery)
    if provider == "ollama":
        return _compatible(settings, name, delivery, base_url=OLLAMA_URL)
    return RemoteModel.of_provider(
        settings.model,
        delivery=delivery,
        api_key=settings.api_key,
        timeout=settings.timeout,
    )


def _embedded(settings: ModelSettings, delivery: Delivery, progress: Progress | None) -> Model:
    # On loopback nothing passes by itself: what another try can help against is a death.
    once = replace(delivery, policy=replace(delivery.policy, attempts=1))

    def begin() -> Life:
        served = running()
        if served is not None and served.model == _embedded_name(settings):
            return Life(_at(served, settings, once), served)
        ensure_engine()
        server = EmbeddedServer.start(settings.gguf or locate(progress))
        return Life(_at(server.endpoint, settings, once), server.endpoint, server)

    return EmbeddedModel(begin)


def _embedded_name(settings: ModelSettings) -> str:
    return name_of(settings.gguf) if settings.gguf else BUILT_IN.name


def _at(endpoint: Endpoint, settings: ModelSettings, delivery: Delivery) -> RemoteModel:
    # A proxy of the environment knows nothing of this machine's loopback.
    at = _endpoint(endpoint.base_url, endpoint.api_key, settings, trust_env=False)
    return RemoteModel.at(
        at, endpoint.model, delivery=delivery, temperature=0, max_tokens=MAX_TOKENS
    )


def _compatible(
    settings: ModelSettings, name: str, delivery: Delivery, base_url: str | None = None
) -> Model:
    key = settings.api_key.get_secret_value() if settings.api_key else "none"
    at = _endpoint(settings.base_url or base_url, key, settings)
    return RemoteModel.at(at, name, delivery=delivery, temperature=0, max_tokens=MAX_TOKENS)


def _openai(settings: ModelSettings, name: str, delivery: Delivery) -> Model:
    if settings.api_key is None:
        raise ConfigurationError(
            f"openai/{name} needs a key: set OPENAI_API_KEY, or use --model local, without any"
        )
    at = _endpoint(None, settings.api_key.get_secret_value(), settings)
    return RemoteModel.at(at, name, delivery=delivery)


def _endpoint(
    base_url: str | None, api_key: str, settings: ModelSettings, *, trust_env: bool = True
) -> ChatEndpoint:
    client = openai.OpenAI(
        base_url=base_url,
        api_key=api_key,
        timeout=settings.timeout,
        max_retries=0,
        # Nothing is sent by it; its own would read all certificates first.
        http_client=httpx2.Client(transport=httpx2.BaseTransport()),
    )
    connections = Connections(str(client.base_url), seconds=settings.timeout, trust_env=trust_env)
    return ChatEndpoint(client, connections)
