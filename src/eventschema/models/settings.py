"""Which model is meant, by options, by environment, or by what is installed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import SecretStr

LOCAL = "local"
OLLAMA_URL = "http://localhost:11434/v1"
TIMEOUT = 300.0
"""Seconds: the embedded model may read a long article for a minute before its first token."""


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
        read, and for `openai/` models and base URLs OPENAI_API_KEY; then `local` it is.
        """
        base_url = base_url or environment.get("EVENTSCHEMA_BASE_URL") or None
        model = model or environment.get("EVENTSCHEMA_MODEL") or LOCAL
        key = environment.get("EVENTSCHEMA_API_KEY") or environment.get("OPENAI_API_KEY")
        return cls(
            model=model,
            base_url=base_url,
            api_key=SecretStr(key) if key else None,
            timeout=float(environment.get("EVENTSCHEMA_TIMEOUT") or TIMEOUT),
        )

    @property
    def gguf(self) -> Path | None:
        """The file of weights that `model` names, if it names one."""
        return Path(self.model) if self.model.endswith(".gguf") else None

    @property
    def is_embedded(self) -> bool:
        """Whether eventschema runs the model itself."""
        return self.base_url is None and (self.model == LOCAL or self.gguf is not None)
