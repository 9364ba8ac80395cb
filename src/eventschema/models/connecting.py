"""From settings to a model that answers.

Importing this module imports openai and instructor, which takes a second: what only wants to print
a help text leaves it alone.
"""

from __future__ import annotations

from collections.abc import Sequence

import openai

from eventschema.errors import ConfigurationError
from eventschema.models.embedded import EmbeddedServer, Endpoint, ensure_engine, running
from eventschema.models.port import Answer, Judgment, Message, Model, Reply
from eventschema.models.remote import RemoteModel
from eventschema.models.settings import OLLAMA_URL, ModelSettings
from eventschema.models.weights import BUILT_IN, Progress, locate
from eventschema.retries import RetryPolicy

MAX_TOKENS = 2000
"""Tokens of one answer: a dozen full records. Only a loop needs more."""


class EmbeddedModel:
    """A model that eventschema runs itself, in a child process or in `eventschema serve-model`."""

    is_small = True

    def __init__(self, remote: RemoteModel, server: EmbeddedServer | None) -> None:
        self.name = remote.name
        self._remote = remote
        self._server = server

    def complete(self, messages: Sequence[Message], answer: type[Answer]) -> Reply[Answer]:
        """Ask for an `answer` to `messages`; see `eventschema.models.port.Complete`."""
        return self._remote.complete(messages, answer)

    def judge(self, messages: Sequence[Message]) -> Judgment:
        """Ask for "yes" or "no"; see `eventschema.models.port.Judge`."""
        return self._remote.judge(messages)

    def close(self) -> None:
        """End the child process, if this model has one."""
        self._remote.close()
        if self._server is not None:
            self._server.close()


def connect(
    settings: ModelSettings,
    *,
    policy: RetryPolicy | None = None,
    progress: Progress | None = None,
) -> Model:
    """The model that `settings` mean, ready to be asked; the embedded one is started.

    `progress` is told how many bytes of the weights are assembled, on first use.

    Raises:
        ConfigurationError: a key, a package, a file or the weights are missing or wrong.

    """
    policy = policy or RetryPolicy()
    if settings.is_embedded:
        return _embedded(settings, policy, progress)
    provider, _, name = settings.model.partition("/")
    if settings.base_url:
        return _compatible(settings, settings.model, policy)
    if provider == "openai":
        return _openai(settings, name, policy)
    if provider == "ollama":
        return _compatible(settings, name, policy, base_url=OLLAMA_URL)
    return RemoteModel.of_provider(settings.model, policy=policy, api_key=settings.api_key)


def _embedded(settings: ModelSettings, policy: RetryPolicy, progress: Progress | None) -> Model:
    wanted = settings.gguf.stem if settings.gguf else BUILT_IN.name
    served = running()
    if served is not None and served.model == wanted:
        return EmbeddedModel(_at(served, settings, policy), None)
    ensure_engine()
    server = EmbeddedServer.start(settings.gguf or locate(progress))
    return EmbeddedModel(_at(server.endpoint, settings, policy), server)


def _at(endpoint: Endpoint, settings: ModelSettings, policy: RetryPolicy) -> RemoteModel:
    client = openai.OpenAI(
        base_url=endpoint.base_url,
        api_key=endpoint.api_key,
        timeout=settings.timeout,
        max_retries=0,
        # A proxy of the environment knows nothing of this machine's loopback.
        http_client=openai.DefaultHttpxClient(trust_env=False),
    )
    return RemoteModel.at(
        client, endpoint.model, policy=policy, temperature=0, max_tokens=MAX_TOKENS
    )


def _compatible(
    settings: ModelSettings, name: str, policy: RetryPolicy, base_url: str | None = None
) -> Model:
    key = settings.api_key.get_secret_value() if settings.api_key else "none"
    client = _client(settings.base_url or base_url, key, settings)
    return RemoteModel.at(client, name, policy=policy, temperature=0, max_tokens=MAX_TOKENS)


def _openai(settings: ModelSettings, name: str, policy: RetryPolicy) -> Model:
    if settings.api_key is None:
        raise ConfigurationError(
            f"openai/{name} needs a key: set OPENAI_API_KEY, or use --model local, without any"
        )
    client = _client(None, settings.api_key.get_secret_value(), settings)
    return RemoteModel.at(client, name, policy=policy)


def _client(base_url: str | None, api_key: str, settings: ModelSettings) -> openai.OpenAI:
    return openai.OpenAI(
        base_url=base_url, api_key=api_key, timeout=settings.timeout, max_retries=0
    )
