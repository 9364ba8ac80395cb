"""What can be wrong with a reply: a table of names and faults."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import cast

from tests.endpoint import wire
from tests.endpoint.answers import Answering
from tests.endpoint.exchange import Body, Exchange
from tests.endpoint.wire import Reply

Fault = Callable[[Exchange, Answering], Reply]
"""From a request, and how it would be answered properly, to a reply."""

HTML = b"<!DOCTYPE html>\n<html><body><h1>Bad gateway</h1>Zephyrine proxy</body></html>"
NESTING = 100_000
HUGE = 20_000_000
FLOOD = 30_000


def answered(exchange: Exchange, answering: Answering) -> Reply:
    """The proper answer: no fault at all."""
    return Reply(json.dumps(answering.completion(exchange)).encode())


def status(code: int, message: str = "no luck today", **headers: str) -> Fault:
    """An error of the API, with its message."""

    def fault(exchange: Exchange, answering: Answering) -> Reply:
        del exchange, answering
        error = {"message": message, "type": "scripted", "code": None}
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return Reply(json.dumps({"error": error}).encode(), code, named)

    return fault


def page(code: int) -> Fault:
    """A proxy's page instead of an answer."""
    return lambda _exchange, _answering: Reply(HTML, code, {"content-type": "text/html"})


def throttled_until(seconds: float) -> Fault:
    """A 429 that names the moment from which requests are welcome."""

    def fault(exchange: Exchange, answering: Answering) -> Reply:
        moment = datetime.now(UTC) + timedelta(seconds=seconds)
        return status(429, retry_after=format_datetime(moment, usegmt=True))(exchange, answering)

    return fault


def said(change: Callable[[str], str], *, finish: str = "stop") -> Fault:
    """A proper envelope around another text; around "yes" or "no" the same one."""

    def envelope(completion: Body) -> Body:
        text = str(_message(completion)["content"])
        if not text.startswith("{"):
            return completion
        return _speaking(content=change(text))(_finished(finish)(completion))

    return enveloped(envelope)


def enveloped(change: Callable[[Body], object]) -> Fault:
    """Another envelope, in proper JSON."""
    return lambda exchange, answering: Reply(
        json.dumps(change(answering.completion(exchange))).encode()
    )


def raw(change: Callable[[bytes], bytes], **headers: str) -> Fault:
    """Other bytes than those of a proper reply."""

    def fault(exchange: Exchange, answering: Answering) -> Reply:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return Reply(change(answered(exchange, answering).body), 200, named)

    return fault


def sent(send: wire.Send) -> Fault:
    """A proper reply that does not arrive properly."""
    return lambda exchange, answering: Reply(answered(exchange, answering).body, send=send)


def _choice(completion: Body) -> Body:
    (choice,) = cast("list[Body]", completion["choices"])
    return choice


def _message(completion: Body) -> Body:
    return cast("Body", _choice(completion)["message"])


def _speaking(**fields: object) -> Callable[[Body], Body]:
    def change(completion: Body) -> Body:
        _message(completion).update(fields)
        return completion

    return change


def _finished(reason: str) -> Callable[[Body], Body]:
    def change(completion: Body) -> Body:
        _choice(completion)["finish_reason"] = reason
        return completion

    return change


def _without(name: str) -> Callable[[Body], Body]:
    return lambda completion: {key: at for key, at in completion.items() if key != name}


def _with(**fields: object) -> Callable[[Body], Body]:
    return lambda completion: completion | fields


def _records(text: str) -> list[Body]:
    lists: dict[str, list[Body]] = json.loads(text)
    return [record for records in lists.values() for record in records]


def _each(change: Callable[[Body], object]) -> Callable[[str], str]:
    return lambda text: json.dumps(
        {kind: [*map(change, records)] for kind, records in json.loads(text).items()}
    )


def _one_bad(text: str) -> str:
    lists: dict[str, list[Body]] = json.loads(text)
    for records in lists.values():
        if records:
            records[len(records) // 2]["sentences"] = "somewhere in the middle"
    return json.dumps(lists)


QUOTA = {"error": {"message": "You have no credit", "code": "insufficient_quota", "type": "x"}}

CONNECTION: Mapping[str, Fault] = {
    "reset before the reply": sent(wire.reset_before),
    "reset in the reply": sent(wire.reset_midway),
    "closed in the reply": sent(wire.closed_midway),
    "silence": sent(wire.silence),
    "stalled reply": sent(wire.stalled),
    "dripping reply": sent(wire.dripping),
    "chunks that end early": sent(wire.cut_chunks),
}
STATUSES: Mapping[str, Fault] = {
    **{f"HTTP {code}": status(code) for code in (400, 401, 403, 404, 408, 409, 413, 422)},
    "HTTP 429": status(429),
    "HTTP 429, seconds": status(429, retry_after="0.02"),
    "HTTP 429, a moment": throttled_until(1),
    "HTTP 429, a year": status(429, retry_after="31536000"),
    "HTTP 429, negative": status(429, retry_after="-5"),
    "HTTP 429, no number": status(429, retry_after="soon"),
    "HTTP 429, a year of five digits": status(429, retry_after="Mon, 01 Jan 99999 00:00:00 GMT"),
    "HTTP 429, a code of several": lambda _exchange, _answering: Reply(
        b'{"error": {"message": "slower", "code": ["slower"], "type": {}}}', 429
    ),
    "HTTP 503, an odd header": status(503, x_reason="m\u00fcde"),
    "HTTP 503, an odd encoding": status(503, content_type="application/json; charset=rot13"),
    "HTTP 407": status(407),
    "HTTP 429, no quota": lambda _exchange, _answering: Reply(json.dumps(QUOTA).encode(), 429),
    "HTTP 500": status(500),
    "HTTP 502, a page": page(502),
    "HTTP 503, seconds": status(503, retry_after="0.02"),
    "HTTP 504": status(504),
    "HTTP 529": status(529),
    "HTTP 307 to itself": status(307, location="/v1/chat/completions"),
    "HTTP 307 to nowhere": status(307),
}
BODIES: Mapping[str, Fault] = {
    "a page": page(200),
    "an empty body": raw(lambda _body: b""),
    "half a body": raw(lambda body: body[: len(body) // 2]),
    "invalid UTF-8": raw(lambda body: body.replace(b"chatcmpl", b"\xff\xfe\xc3")),
    "a false encoding": raw(lambda body: body, content_encoding="gzip"),
    "a nested body": raw(lambda _body: b"[" * NESTING + b"]" * NESTING),
    "a huge body": raw(lambda body: body + b" " * HUGE),
    "not a number": raw(
        lambda body: body.replace(b'"prompt_tokens": 100', b'"prompt_tokens": NaN')
    ),
    "an error with status 200": enveloped(lambda _: {"error": {"message": "overloaded"}}),
    "no choices": enveloped(_without("choices")),
    "empty choices": enveloped(_with(choices=[])),
    "null for choices": enveloped(_with(choices=None)),
    "no message": enveloped(_with(choices=[{"index": 0, "finish_reason": "stop"}])),
    "a list as body": enveloped(lambda completion: [completion]),
    "no usage": enveloped(_without("usage")),
    "null for usage": enveloped(_with(usage=None)),
    "words for usage": enveloped(
        _with(usage={"prompt_tokens": "many", "completion_tokens": "few"})
    ),
}
ANSWERS: Mapping[str, Fault] = {
    "null for content": enveloped(_speaking(content=None)),
    "empty content": said(lambda _text: ""),
    "a flood of blanks": said(lambda text: text[:14] + " \n" * FLOOD, finish="length"),
    "blanks alone": said(lambda _text: " \n" * FLOOD),
    "cut off": said(lambda text: text[:-20], finish="length"),
    "cut off in a fence": said(lambda text: f"```json\n{text[:-20]}", finish="length"),
    "content filter": said(lambda _text: "", finish="content_filter"),
    "refusal": enveloped(_speaking(content=None, refusal="I will not read this.")),
    "apology": said(lambda _text: "I'm sorry, I can't help with that."),
    "fence": said(lambda text: f"```json\n{text}\n```"),
    "prose": said(lambda text: f"Here {{as asked}}:\n{text}\nAnything {{else}}?"),
    "bare list": said(lambda text: json.dumps(_records(text))),
    "wrapped": said(lambda text: f'{{"answer": {text}}}'),
    "one bad record": said(_one_bad),
    "wrong key": said(lambda text: text.replace('"agreement"', '"treaties"')),
    "unknown field": said(_each(lambda record: record | {"mood": "sunny"})),
    "unknown word": said(_each(lambda record: record | {"instrument": "handshake"})),
    "records are words": said(_each(lambda record: record["name"])),
    "nested content": said(lambda _text: '{"agreement": ' + "[" * NESTING),
    "duplicate keys": said(lambda text: '{"agreement": [], ' + text[1:]),
    "duplicate keys, nothing last": said(lambda text: text.rstrip()[:-1] + ', "agreement": []}'),
    "a lone surrogate": said(lambda text: text.replace("Protocol", "Prot\ud800col", 1)),
    "NaN in a record": said(lambda text: text.replace("[1]", "[NaN]")),
}
FAULTS: Mapping[str, Fault] = {**CONNECTION, **STATUSES, **BODIES, **ANSWERS}
