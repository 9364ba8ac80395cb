"""Options come before the environment, and the embedded model comes last."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventschema.errors import ConfigurationError
from eventschema.models.settings import LOCAL, TIMEOUT, ModelSettings

KEY = "sk-invented-000"
FULL = {
    "EVENTSCHEMA_MODEL": "openai/from-environment",
    "EVENTSCHEMA_BASE_URL": "http://environment.invalid/v1",
    "EVENTSCHEMA_API_KEY": KEY,
    "EVENTSCHEMA_TIMEOUT": "12.5",
}


def key(settings: ModelSettings) -> str | None:
    """The key in plain text."""
    return settings.api_key.get_secret_value() if settings.api_key else None


def test_without_anything_it_is_the_embedded_model() -> None:
    """No option and no variable mean the model that needs no key."""
    assert ModelSettings.choose(environment={}) == ModelSettings(LOCAL, None, None, TIMEOUT)


def test_the_environment_is_read() -> None:
    """The four variables give model, address, key and timeout."""
    settings = ModelSettings.choose(environment=FULL)
    assert settings.model == "openai/from-environment"
    assert settings.base_url == "http://environment.invalid/v1"
    assert (key(settings), settings.timeout) == (KEY, 12.5)


def test_an_option_comes_before_the_environment() -> None:
    """What is said on the spot counts; the rest still comes from the environment."""
    settings = ModelSettings.choose("m", base_url="http://here.invalid", environment=FULL)
    assert (settings.model, settings.base_url) == ("m", "http://here.invalid")
    assert key(settings) == KEY


def test_empty_variables_are_none() -> None:
    """A variable that is set to nothing, as shells and CI do, is not set."""
    assert ModelSettings.choose(environment=dict.fromkeys(FULL, "")) == ModelSettings()


def test_the_process_environment_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is looked at when settings are chosen, not when the module is imported."""
    monkeypatch.setenv("EVENTSCHEMA_MODEL", "ollama/late")
    assert ModelSettings.choose().model == "ollama/late"


def test_the_general_key_gives_way_to_ours() -> None:
    """EVENTSCHEMA_API_KEY comes before OPENAI_API_KEY."""
    openai = {"OPENAI_API_KEY": "sk-openai"}
    assert key(ModelSettings.choose("openai/m", environment=openai)) == "sk-openai"
    assert key(ModelSettings.choose("openai/m", environment=openai | FULL)) == KEY


@pytest.mark.parametrize(
    ("model", "base_url", "goes"),
    [
        ("openai/m", None, True),
        ("m", "http://x.invalid/v1", True),
        ("ollama/m", None, False),
        ("mistral/m", None, False),
        ("openaid/m", None, False),
        ("local", None, False),
    ],
)
def test_the_general_key_goes_where_it_belongs(
    model: str, base_url: str | None, *, goes: bool
) -> None:
    """OPENAI_API_KEY is for OpenAI's models and for servers that speak like it, and no others."""
    environment = {"OPENAI_API_KEY": "sk-openai"}
    settings = ModelSettings.choose(model, base_url=base_url, environment=environment)
    assert (key(settings) is not None) == goes


@pytest.mark.parametrize("model", ["gpt-x", "openai/", "ollama/", "/", "/x", "Local", "a b/c"])
def test_what_is_no_model_is_told_what_is_one(model: str) -> None:
    """The message lists every form that a name may have; a server's own name may be anything."""
    with pytest.raises(ConfigurationError) as raised:
        ModelSettings.choose(model, environment={})
    for form in (repr(model), "local", "openai/NAME", "ollama/NAME", ".gguf", "base URL"):
        assert form in str(raised.value)
    at_a_server = ModelSettings.choose(model, base_url="http://x.invalid", environment={})
    assert at_a_server.model == model


def test_a_model_of_the_environment_is_checked_too() -> None:
    """A misspelled variable is no provider either."""
    with pytest.raises(ConfigurationError, match="'gpt-x' is no model"):
        ModelSettings.choose(environment={"EVENTSCHEMA_MODEL": "gpt-x"})


def test_a_key_is_in_no_representation() -> None:
    """Neither a log line nor a traceback with local variables shows it."""
    settings = ModelSettings.choose(environment=FULL)
    assert KEY not in f"{settings} {settings!r} {settings.api_key}"


@pytest.mark.parametrize(
    ("model", "base_url", "embedded", "file"),
    [
        ("local", None, True, None),
        ("models/tiny.gguf", None, True, Path("models/tiny.gguf")),
        ("openai/gpt", None, False, None),
        ("local", "http://x.invalid", False, None),
        ("tiny.gguf", "http://x.invalid", False, Path("tiny.gguf")),
        ("localhost", None, False, None),
        ("gguf", None, False, None),
    ],
)
def test_which_models_are_embedded(
    model: str, base_url: str | None, *, embedded: bool, file: Path | None
) -> None:
    """`local` and .gguf files are run by eventschema, unless a server is said to have them."""
    settings = ModelSettings(model, base_url)
    assert (settings.is_embedded, settings.gguf) == (embedded, file)


@pytest.mark.parametrize("model", ["local", "own.gguf"])
def test_asking_for_the_embedded_model_means_it(model: str) -> None:
    """`--model local` is an option, and so comes before EVENTSCHEMA_BASE_URL."""
    assert ModelSettings.choose(model, environment=FULL).is_embedded
    here = ModelSettings.choose(model, base_url="http://here.invalid", environment=FULL)
    assert not here.is_embedded


@pytest.mark.parametrize(
    "address", ["llm.invalid/v1", "http://", "http:///v1", "http://llm.invalid:99999", "http://[::"]
)
def test_what_no_request_can_go_to_is_no_address(address: str) -> None:
    """It is said at once, instead of after every try of every article."""
    with pytest.raises(ConfigurationError, match="is no address"):
        ModelSettings.choose("m", base_url=address, environment={})


@pytest.mark.parametrize("odd", ["sk-\u0430\u0431\u0432", "sk-one\nsk-two", "sk-\x00"])
def test_what_no_header_can_hold_is_no_key(odd: str) -> None:
    """The variable is named, and the key is not told."""
    for name in ("EVENTSCHEMA_API_KEY", "OPENAI_API_KEY"):
        with pytest.raises(ConfigurationError, match=f"{name} is no key") as raised:
            ModelSettings.choose("openai/m", environment={name: odd})
        assert "sk-" not in str(raised.value)


def test_white_space_around_a_key_is_none_of_it() -> None:
    """A line break at the end comes from the file it was read from."""
    environment = {"OPENAI_API_KEY": f" {KEY}\r\n"}
    assert key(ModelSettings.choose("openai/m", environment=environment)) == KEY


def test_an_empty_address_is_none() -> None:
    """`--base-url "$URL"`, where the variable is not set, leaves the embedded model embedded."""
    assert ModelSettings.choose(base_url="", environment={}) == ModelSettings()
    assert ModelSettings.choose("local", base_url="", environment=FULL).base_url is None


@pytest.mark.parametrize("timeout", ["soon", "5 s", "0", "-1", "nan", "inf"])
def test_a_timeout_that_is_no_number_is_a_wrong_configuration(timeout: str) -> None:
    """The message names the variable; there is no traceback."""
    with pytest.raises(ConfigurationError, match="EVENTSCHEMA_TIMEOUT"):
        ModelSettings.choose(environment={"EVENTSCHEMA_TIMEOUT": timeout})
