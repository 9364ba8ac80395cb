"""Cassettes that people can read in a diff: bodies as YAML, headers by keep list, no address."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

import httpx2
import yaml
from vcr import VCR
from vcr.record_mode import RecordMode
from vcr.request import Request

from tests.within import Respond

JsonObject = dict[str, object]

KEPT_HEADERS = {"content-type", "retry-after"}
MATCH_ON = ["method", "question"]
NOWHERE = "http://llm.invalid"
VOLATILE = {"created", "id", "system_fingerprint", "timings"}


_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Dumper(yaml.SafeDumper):
    pass


def _literal(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _literal)


def recorder(mode: str) -> VCR:
    """What records and replays, as the tests are configured; `mode` as vcrpy names it."""
    recording = VCR(
        record_mode=RecordMode("all" if mode == "rewrite" else mode),
        match_on=MATCH_ON,
        serializer="yaml",
        before_record_request=without_address,
        before_record_response=without_machine,
        decode_compressed_response=True,
    )
    equip(recording)
    return recording


def equip(recording: VCR) -> None:
    """Teach vcrpy our matcher and our way of writing cassettes."""
    recording.register_matcher("question", same_question)
    recording.register_serializer("yaml", ReadableYaml)


class ReadableYaml:
    """A serializer for vcrpy that writes JSON bodies as YAML and reads them back."""

    @staticmethod
    def serialize(cassette: JsonObject) -> str:
        """The cassette as YAML."""
        interactions = cast("list[JsonObject]", cassette["interactions"])
        readable = [_exchange(interaction, _parsed) for interaction in interactions]
        return yaml.dump(
            {**cassette, "interactions": readable},
            Dumper=_Dumper,
            allow_unicode=True,
            sort_keys=False,
            width=100,
        )

    @staticmethod
    def deserialize(text: str) -> JsonObject:
        """The cassette that `serialize` wrote."""
        cassette = cast("JsonObject", yaml.load(text, Loader=_Loader))  # noqa: S506 - a safe loader
        interactions = cast("list[JsonObject]", cassette["interactions"])
        return {**cassette, "interactions": [_exchange(i, _unparsed) for i in interactions]}


def without_address(request: Request) -> Request:
    """The request as it is recorded and matched: no host, no port, no header but its type."""
    request.uri = re.sub(r"^https?://[^/]+", NOWHERE, request.uri)
    request.headers = {k: v for k, v in request.headers.items() if k.lower() in KEPT_HEADERS}
    return request


def without_machine(response: JsonObject) -> JsonObject:
    """The response as it is recorded: no header but its type and what it says of waiting."""
    headers = cast("dict[str, object]", response["headers"])
    return {
        **response,
        "headers": {k: v for k, v in headers.items() if k.lower() in KEPT_HEADERS},
    }


def same_question(one: Request, other: Request) -> None:
    """Whether two requests ask the same, byte order and white space aside."""
    assert urlsplit(one.uri).path == urlsplit(other.uri).path
    assert json.loads(one.body or b"{}") == json.loads(other.body or b"{}"), (
        "the request differs from the recorded one: if the prompt or the schema were changed on "
        "purpose, run `make record`"
    )


def replayed(folder: Path) -> Respond:
    """An endpoint that gives, as often as it is asked, the answers recorded in a folder.

    It raises KeyError at any other question.
    """
    known = dict(pair for cassette in folder.glob("*.yaml") for pair in _answered(cassette))

    def answer(request: httpx2.Request) -> httpx2.Response:
        text = known[_in_order(request.content.decode())]
        return httpx2.Response(200, text=text, headers={"content-type": "application/json"})

    return answer


def _answered(cassette: Path) -> Iterator[tuple[str, str]]:
    recorded = ReadableYaml.deserialize(cassette.read_text(encoding="utf-8"))
    for interaction in cast("list[dict[str, JsonObject]]", recorded["interactions"]):
        question = str(interaction["request"]["body"])
        answer = cast("JsonObject", interaction["response"]["body"])
        yield _in_order(question), str(answer["string"])


def _in_order(body: str) -> str:
    return json.dumps(json.loads(body), sort_keys=True)


def _exchange(interaction: JsonObject, turn: Callable[[object], object]) -> JsonObject:
    request = cast("JsonObject", interaction["request"])
    response = cast("JsonObject", interaction["response"])
    body = cast("JsonObject", response["body"])
    return {
        "request": {**request, "body": turn(request["body"])},
        "response": {**response, "body": {"string": turn(body["string"])}},
    }


def _parsed(body: object) -> object:
    text = body.decode() if isinstance(body, bytes) else body
    try:
        parsed = json.loads(str(text))
    except ValueError:
        return text
    if isinstance(parsed, dict):
        return {key: value for key, value in parsed.items() if key not in VOLATILE} | _stable(
            parsed
        )
    return parsed


def _stable(parsed: JsonObject) -> JsonObject:
    return {"id": "recorded", "created": 0} if "choices" in parsed else {}


def _unparsed(body: object) -> object:
    return body if isinstance(body, str) else json.dumps(body)
