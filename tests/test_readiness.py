"""What would be used is told without starting, loading or sending anything."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import SecretStr

from eventschema.models import embedded, readiness, weights
from eventschema.models.embedded import Endpoint
from eventschema.models.readiness import Readiness
from eventschema.models.settings import OLLAMA_URL, ModelSettings
from eventschema.models.weights import BUILT_IN, INSTALL, WeightsStatus
from tests import fake_engine

KEY = SecretStr("sk-invented-000")


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A machine with the engine and the weights, on which no model is served."""
    status = WeightsStatus(Path("cache/w.gguf"), assembled=False, missing=())
    monkeypatch.setattr(readiness, "find_spec", lambda _: object())
    monkeypatch.setattr(weights, "status", lambda: status)
    monkeypatch.setattr(embedded, "running", lambda: None)
    return monkeypatch


@pytest.mark.usefixtures("machine")
def test_an_installed_embedded_model_is_ready() -> None:
    """It is ready also before its weights have been put together for the first time."""
    where = f"embedded, from {Path('cache/w.gguf')}"
    assert readiness.readiness(ModelSettings()) == Readiness(BUILT_IN.name, where)


def test_missing_weights_are_one_command_away(machine: pytest.MonkeyPatch) -> None:
    """The command that brings them is what is missing."""
    status = WeightsStatus(Path("w.gguf"), assembled=False, missing=("part-of-it",))
    machine.setattr(weights, "status", lambda: status)
    assert readiness.readiness(ModelSettings()).missing == INSTALL


def test_a_missing_engine_is_one_command_away(machine: pytest.MonkeyPatch) -> None:
    """Weights without an engine are of no use, the user's own neither."""
    machine.setattr(readiness, "find_spec", lambda _: None)
    assert readiness.readiness(ModelSettings()).missing == INSTALL


def test_a_served_model_is_told_by_its_address(machine: pytest.MonkeyPatch) -> None:
    """A model in another process needs nothing here; its key is not shown."""
    endpoint = Endpoint("http://127.0.0.1:9/v1", BUILT_IN.name, "random-key")
    machine.setattr(embedded, "running", lambda: endpoint)
    machine.setattr(readiness, "find_spec", lambda _: None)
    found = readiness.readiness(ModelSettings())
    assert found == Readiness(BUILT_IN.name, "served at http://127.0.0.1:9/v1")


def test_another_served_model_is_not_the_built_in_one(machine: pytest.MonkeyPatch) -> None:
    """`local` would not use it, and so it is not told of."""
    endpoint = Endpoint("http://127.0.0.1:9/v1", "own", "random-key")
    machine.setattr(embedded, "running", lambda: endpoint)
    assert readiness.readiness(ModelSettings()).where.startswith("embedded, from ")


@pytest.mark.usefixtures("machine")
def test_a_file_of_weights_must_be_there(tmp_path: Path) -> None:
    """The name is the one that records have; a missing or cut file is named."""
    path = tmp_path / "own.gguf"
    settings = ModelSettings(str(path))
    assert readiness.readiness(settings).missing == f"there is no file {path}"
    path.write_bytes(b"GGUF")
    missing = readiness.readiness(settings).missing
    assert missing is not None
    assert "has 4 bytes of at least 8" in missing
    path.write_bytes(fake_engine.HEADER)
    assert readiness.readiness(settings) == Readiness(
        embedded.name_of(path), f"embedded, from {path}"
    )


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (ModelSettings("ollama/m"), Readiness("ollama/m", OLLAMA_URL)),
        (ModelSettings("m", "http://x.invalid"), Readiness("m", "http://x.invalid")),
        (ModelSettings("a.gguf", "http://x.invalid"), Readiness("a.gguf", "http://x.invalid")),
        (ModelSettings("openai/m", None, KEY), Readiness("openai/m", "the OpenAI API")),
        (
            ModelSettings("openai/m"),
            Readiness("openai/m", "the OpenAI API", "set OPENAI_API_KEY to your key"),
        ),
        (
            ModelSettings("mistral/m"),
            Readiness("mistral/m", "the provider 'mistral', through instructor"),
        ),
    ],
)
def test_a_remote_model_is_told_by_where_it_is(
    settings: ModelSettings, expected: Readiness
) -> None:
    """Nothing is sent: only what is known beforehand is said."""
    assert readiness.readiness(settings) == expected


def test_a_password_in_an_address_is_not_told() -> None:
    """What is printed may be pasted into a bug report."""
    found = readiness.readiness(ModelSettings("m", "https://ana:pw7@x.invalid/v1"))
    assert found == Readiness("m", "https://x.invalid/v1")
