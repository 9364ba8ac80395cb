"""Whether a model is ready to be used, and what is missing if it is not."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from eventschema.errors import ConfigurationError
from eventschema.models import embedded, weights
from eventschema.models.settings import OLLAMA_URL, ModelSettings, without_password


@dataclass(frozen=True, slots=True)
class Readiness:
    """What would be used; `missing` is what to do first, null where nothing is to be done."""

    model: str
    where: str
    missing: str | None = None


def readiness(settings: ModelSettings) -> Readiness:
    """What `settings` mean here and now. Nothing is started, loaded or sent over the network."""
    if settings.gguf is not None and settings.is_embedded:
        return _file(settings.gguf)
    if settings.is_embedded:
        return _embedded()
    if settings.base_url:
        return Readiness(settings.model, without_password(settings.base_url))
    provider = settings.model.partition("/")[0]
    if provider == "ollama":
        return Readiness(settings.model, OLLAMA_URL)
    if provider == "openai":
        missing = None if settings.api_key else "set OPENAI_API_KEY to your key"
        return Readiness(settings.model, "the OpenAI API", missing)
    return Readiness(settings.model, f"the provider {provider!r}, through instructor")


def _embedded() -> Readiness:
    name = weights.BUILT_IN.name
    served = embedded.running()
    if served is not None and served.model == name:
        return Readiness(served.model, f"served at {served.base_url}")
    status = weights.status()
    missing = _engine_missing() or (None if status.available else weights.INSTALL)
    return Readiness(name, f"embedded, from {status.path}", missing)


def _file(path: Path) -> Readiness:
    where = f"embedded, from {path}"
    if not path.is_file():
        return Readiness(path.stem, where, f"there is no file {path}")
    try:
        name = embedded.name_of(path)
    except ConfigurationError as error:
        return Readiness(path.stem, where, str(error))
    return Readiness(name, where, _engine_missing())


def _engine_missing() -> str | None:
    return None if find_spec("xllamacpp") else weights.INSTALL
