"""The examples run, and print what they are meant to show."""

from __future__ import annotations

import json
import runpy
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from eventschema import extractor
from eventschema.models.settings import ModelSettings
from tests.scripted import ScriptedModel

EXAMPLES = Path(__file__).parent.parent / "examples"

SANCTION = {
    "sentences": [1, 2],
    "what": "imposed a travel ban",
    "modality": "happened",
    "certainty": "stated",
    "when": "on Tuesday",
    "participants": [{"name": "Namibia", "country": "Namibia"}],
    "measure": "travel_ban",
    "listed": "at least two dozen officials",
    "effective": "March 1, 2024",
}
TALKS = {
    "sentences": [3],
    "what": "hosted her Canadian counterpart",
    "when": "on Wednesday",
    "participants": [{"name": "Pilar Oyarzún Vidal"}, {"name": "Major Sandhar"}],
}
FERRY = {
    "sentences": [1],
    "what": "met in Valletta",
    "modality": "happened",
    "when": "on Friday",
    "where": "Valletta",
    "topics": ["a ferry", "a bridge"],
}


class Connections:
    """Stands in for the way to a model: every question gets the same answer."""

    def __init__(self) -> None:
        self.settings: list[ModelSettings] = []
        self.answer: dict[str, object] = {}

    def __call__(self, settings: ModelSettings, assembling: object = None) -> ScriptedModel:
        """A model, whose settings are remembered."""
        del assembling
        self.settings.append(settings)
        return ScriptedModel(*[self.answer] * 100)


@pytest.fixture
def connections(monkeypatch: pytest.MonkeyPatch) -> Iterator[Connections]:
    """What the examples connect to instead of a model."""
    for variable in ("EVENTSCHEMA_MODEL", "EVENTSCHEMA_BASE_URL"):
        monkeypatch.delenv(variable, raising=False)
    stand_in = Connections()
    monkeypatch.setattr(extractor, "_connected", stand_in)
    extractor._shared.cache_clear()  # noqa: SLF001 - the model of `extract` outlives a call
    yield stand_in
    extractor._shared.cache_clear()  # noqa: SLF001


def run(name: str, *arguments: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run an example as its user does."""
    monkeypatch.setattr(sys, "argv", [name, *arguments])
    runpy.run_path(str(EXAMPLES / name), run_name="__main__")


def test_an_own_type_is_normalized_like_a_built_in_one(
    connections: Connections, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A field that holds a Count becomes a number, one that holds an EventDate a date."""
    connections.answer = {"sanction": [SANCTION]}
    run("own_event_type.py", monkeypatch=monkeypatch)
    record, *evidence = capsys.readouterr().out.splitlines()
    assert json.loads(record) == {
        "title": "imposed a travel ban",
        "date": {
            "text": "on Tuesday",
            "edtf": "2024-02-13",
            "start": "2024-02-13",
            "end": "2024-02-13",
            "precision": "day",
            "basis": "relative",
        },
        "measure": "travel_ban",
        "listed": {"low": 24, "best": 24, "high": None, "text": "at least two dozen officials"},
        "effective": {
            "text": "March 1, 2024",
            "edtf": "2024-03-01",
            "start": "2024-03-01",
            "end": "2024-03-01",
            "precision": "day",
            "basis": "explicit",
        },
    }
    assert evidence[-2:] == [
        "/listed/text: at least two dozen officials",
        "/effective/text: March 1, 2024",
    ]


def test_a_folder_becomes_a_line_an_event(
    connections: Connections, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An event of one article is none of the others, whatever the model says of them."""
    connections.answer = {"meeting": [TALKS]}
    run("as_library.py", monkeypatch=monkeypatch)
    assert capsys.readouterr() == (
        "wire-talks\tmeeting\t2024-11-13\thosted her Canadian counterpart\n",
        "",
    )


def test_a_server_is_named_by_its_url_and_its_model(
    connections: Connections, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The address and the model's name go through as they are; an invented value is left out."""
    connections.answer = {"meeting": [FERRY]}
    url = "http://localhost:8000/v1"
    run("openai_compatible_server.py", url, "some-model", monkeypatch=monkeypatch)
    (settings,) = connections.settings
    assert (settings.base_url, settings.model) == (url, "some-model")
    status, _, record = capsys.readouterr().out.partition("\n")
    meeting = json.loads(record)
    assert status.startswith("ok ")
    assert meeting["date"]["edtf"] == "2024-09-20"
    assert meeting["places"] == [{"text": "Valletta", "country": "MLT"}]
    assert meeting["topics"] == ["a ferry"]
    assert [warning["value"] for warning in meeting["warnings"]] == ["a bridge"]
