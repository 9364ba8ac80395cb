"""The examples run, and print what they are meant to show."""

from __future__ import annotations

import json
import runpy
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from eventschema import api, extractor, spotting
from eventschema.models.port import Answer, Message, Reply
from eventschema.models.settings import ModelSettings
from tests.scripted import ScriptedModel

EXAMPLES = Path(__file__).parent.parent / "examples"

SANCTION = {
    "sentences": [1, 2],
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
    "when": "on Wednesday",
    "participants": [{"name": "Pilar Oyarzún Vidal"}, {"name": "Major Sandhar"}],
}
FERRY = {
    "sentences": [1],
    "modality": "happened",
    "when": "on Friday",
    "where": "Valletta",
    "topics": ["a ferry", "a bridge"],
}


class OneArticleModel(ScriptedModel):
    """Says of every article with certain words what it is asked of that, and nothing of others."""

    def __init__(self, words: str, said: Mapping[str, object]) -> None:
        super().__init__()
        self._words = words
        self._said = said

    def complete(self, messages: Sequence[Message], answer: type[Answer]) -> Reply[Answer]:
        """What it has to say of the article in the last message."""
        if self._words in messages[-1]["content"]:
            asked = answer.model_fields.keys() & self._said.keys()
            self._replies = [{name: self._said[name] for name in asked}]
        return super().complete(messages, answer)


class Connections:
    """Stands in for the way to a model."""

    def __init__(self) -> None:
        self.settings: list[ModelSettings] = []
        self.model = ScriptedModel()

    def __call__(self, settings: ModelSettings, *_: object) -> ScriptedModel:
        """The model, whatever the settings; they are remembered."""
        self.settings.append(settings)
        return self.model


@pytest.fixture
def connections(monkeypatch: pytest.MonkeyPatch) -> Iterator[Connections]:
    """What the examples connect to instead of a model; there are no rules."""
    for variable in ("EVENTSCHEMA_MODEL", "EVENTSCHEMA_BASE_URL"):
        monkeypatch.delenv(variable, raising=False)
    stand_in = Connections()
    for module in (api, extractor):
        monkeypatch.setattr(module, "connected", stand_in)
    monkeypatch.setattr(spotting, "SPOTTERS", {})
    api._kept.cache_clear()  # noqa: SLF001 - the model of `extract` outlives a call
    yield stand_in
    api._kept.cache_clear()  # noqa: SLF001


def run(name: str, *arguments: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run an example as its user does."""
    monkeypatch.setattr(sys, "argv", [name, *arguments])
    runpy.run_path(str(EXAMPLES / name), run_name="__main__")


def test_an_own_type_is_normalized_like_a_built_in_one(
    connections: Connections, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A field that holds a Count becomes a number, one that holds an EventDate a date."""
    connections.model = OneArticleModel("Okavango", {"sanction": [SANCTION]})
    run("own_event_type.py", monkeypatch=monkeypatch)
    record, *evidence = capsys.readouterr().out.splitlines()
    assert json.loads(record) == {
        "title": "sanction: Namibia",
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
    """Every event is a line, and articles without one are none."""
    connections.model = OneArticleModel("Oyarzún", {"meeting": [TALKS]})
    run("as_library.py", monkeypatch=monkeypatch)
    assert capsys.readouterr() == (
        "wire-talks\tmeeting\t2024-11-13\tmeeting: Pilar Oyarzún Vidal, Major Sandhar\n",
        "",
    )


def test_a_server_is_named_by_its_url_and_its_model(
    connections: Connections, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The address and the model's name go through as they are; an invented value is left out."""
    connections.model = OneArticleModel("Malta", {"meeting": [FERRY]})
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
