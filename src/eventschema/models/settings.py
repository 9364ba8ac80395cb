"""Which model is meant, by options, by environment, or by what is installed."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import SecretStr

from eventschema.errors import ConfigurationError

LOCAL = "local"
OLLAMA_URL = "http://localhost:11434/v1"
TIMEOUT = 300.0
"""Seconds: the embedded model may read a long article for a minute before its first token."""


_PROVIDED = re.compile(r"[\w.-]+/\S+")


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """A model's name, and where and how it is reached.

    `model` is `local` (the embedded model), the path of a .gguf file, `openai/NAME`, `ollama/NAME`
    or another `provider/NAME` that instructor knows; with a `base_url`, the name that the
    OpenAI-compatible server there gives it. `timeout` is in seconds, for each request.
    """

    model: str = LOCAL
    base_url: str | None = None
    api_key: SecretStr | None = None
    timeout: float = TIMEOUT

    @classmethod
    def choose(
        cls,
        model: str | None = None,
        *,
        base_url: str | None = None,
        environment: Mapping[str, str] = os.environ,
    ) -> ModelSettings:
        """The settings that the arguments ask for, then the environment.

        EVENTSCHEMA_MODEL, EVENTSCHEMA_BASE_URL, EVENTSCHEMA_API_KEY and EVENTSCHEMA_TIMEOUT are
        read, and for `openai/` models and base URLs OPENAI_API_KEY; then `local` it is. A model
        of eventschema's own that is asked for by name is not overruled by a base URL of the
        environment.

        Raises:
            ConfigurationError: this names no model, the base URL is no address, the key cannot be
                one, or the timeout is no number of seconds.

        """
        if not base_url:
            own = _is_own(model or "")
            base_url = None if own else environment.get("EVENTSCHEMA_BASE_URL") or None
        model = model or environment.get("EVENTSCHEMA_MODEL") or LOCAL
        if base_url:
            _ensure_address(base_url)
        if not (base_url or _is_own(model) or _PROVIDED.fullmatch(model)):
            raise ConfigurationError(
                f"{model!r} is no model: use local, openai/NAME, ollama/NAME, another "
                "provider/NAME, a path to a .gguf file, or a base URL with the server's own name"
            )
        return cls(model, base_url, _key(model, base_url, environment), _timeout(environment))

    @property
    def gguf(self) -> Path | None:
        """The file of weights that `model` names, if it names one."""
        return Path(self.model) if self.model.endswith(".gguf") else None

    @property
    def is_embedded(self) -> bool:
        """Whether eventschema runs the model itself."""
        return self.base_url is None and _is_own(self.model)


def without_password(url: str) -> str:
    """The address without name and password, for messages."""
    return re.sub(r"//[^/@]*@", "//", url)


def _ensure_address(base_url: str) -> None:
    if not base_url.startswith(("http://", "https://")):
        raise ConfigurationError(f"{base_url!r} is no address: it begins with http:// or https://")
    try:
        parts = urlsplit(base_url)
        is_one = bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_one = False
    if not is_one:
        raise ConfigurationError(
            "the base URL is no address: it has a host and, if any, a port from 1 to 65535, as in "
            "http://localhost:8000/v1"
        )


def _is_own(model: str) -> bool:
    return model == LOCAL or model.endswith(".gguf")


def _key(model: str, base_url: str | None, environment: Mapping[str, str]) -> SecretStr | None:
    name = "EVENTSCHEMA_API_KEY"
    if not environment.get(name) and (base_url or model.startswith("openai/")):
        name = "OPENAI_API_KEY"
    key = environment.get(name, "").strip()
    if not (key.isascii() and key.isprintable()):
        raise ConfigurationError(
            f"{name} is no key: it has characters that no key can have; set it anew"
        )
    return SecretStr(key) if key else None


def _timeout(environment: Mapping[str, str]) -> float:
    given = environment.get("EVENTSCHEMA_TIMEOUT") or str(TIMEOUT)
    try:
        seconds = float(given)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < math.inf:
        raise ConfigurationError(f"EVENTSCHEMA_TIMEOUT={given} is no number of seconds")
    return seconds
