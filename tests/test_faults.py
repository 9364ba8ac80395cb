"""What becomes of a run when the endpoint fails: one table, over real sockets.

Three articles are extracted from, and the fault meets every request, or the first one alone, about
the one in the middle.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

import openai
import pytest

from eventschema.article import Article
from eventschema.delivery import Delivery, RetryPolicy
from eventschema.draft import AgreementDraft
from eventschema.errors import ConfigurationError
from eventschema.extractor import Extractor
from eventschema.models.chat_endpoint import ChatEndpoint
from eventschema.models.connections import Connections
from eventschema.models.remote import RemoteModel
from eventschema.outcome import Outcome, Status
from eventschema.plan import Plan
from tests.endpoint import (
    FAULTS,
    Exchange,
    Fault,
    ScriptedEndpoint,
    Service,
    about,
    answered,
    nothing_wrong,
)
from tests.endpoint import Plan as FaultPlan
from tests.endpoint.faults import status

KEY = "sk-very-secret-key"
ATTEMPTS = 3
THROTTLED = 4
POLICY = RetryPolicy(ATTEMPTS, throttled=THROTTLED, first_wait=0.002, longest_wait=0.02)
PLAN = Plan(types=[AgreementDraft], spots=False, verifies=False)
IMPATIENT = 0.25
PATIENT = 20.0

WORD = "Quillon"
FOUR = ("Isonzo", "Brana", "Kestrel", "Umber")
TWENTY = (
    *FOUR, "Almadine", "Corvo", "Dunmore", "Elstow", "Fennick", "Gravesh", "Hollin", "Jarrow",
    "Lodova", "Merrow", "Norvik", "Ostrava", "Pellew", "Rusk", "Sablon", "Tyrell",
)  # fmt: skip

OWN: Mapping[str, Fault] = {
    "HTTP 401, with the key": status(401, f"Incorrect API key provided: {KEY}"),
    "HTTP 400, with the key": status(400, f"not for {KEY}"),
    "HTTP 500, with the key": status(500, f"trouble with {KEY}"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A fault of the middle article, and what is to become of it; null for a run that ends."""

    fault: str
    status: Status | None
    problem: str = ""
    requests: int = 1
    kept: int = 0
    rejected: int = 0
    passing: bool = False
    names: Sequence[str] = FOUR

    def __str__(self) -> str:
        return f"{self.fault}, once" if self.passing else self.fault


SILENT = ("silence", "stalled reply", "dripping reply")
TRANSPORT = {
    "reset before the reply": "Connection error. (",
    "reset in the reply": "Connection error. (",
    "closed in the reply": "Connection error",
    "silence": "Request timed out",
    "stalled reply": "Request timed out",
    "dripping reply": "Request timed out",
    "chunks that end early": "Connection error",
    "HTTP 408": "Error code: 408",
    "HTTP 409": "Error code: 409",
    "HTTP 500": "Error code: 500",
    "HTTP 500, with the key": "Error code: 500 - {'error': {'message': 'trouble with ***'",
    "HTTP 502, a page": "HTTP 502: <!DOCTYPE html>",
    "HTTP 503, seconds": "Error code: 503",
    "HTTP 503, an odd header": "Error code: 503",
    "HTTP 503, an odd encoding": "Error code: 503",
    "HTTP 504": "Error code: 504",
    "HTTP 529": "Error code: 529",
    "a page": "no JSON: <!DOCTYPE html>",
    "an empty body": "no JSON",
    "half a body": "no JSON",
    "invalid UTF-8": "no JSON",
    "a false encoding": "Connection error",
    "a nested body": "no JSON",
    "an error with status 200": 'no chat completion: {"error": {"message": "overloaded"',
    "no choices": "no chat completion",
    "empty choices": "no chat completion",
    "null for choices": "no chat completion",
    "no message": "no chat completion",
    "a list as body": "no chat completion",
}
THROTTLING = (
    "HTTP 429", "HTTP 429, seconds", "HTTP 429, a moment", "HTTP 429, a year", "HTTP 429, negative",
    "HTTP 429, no number", "HTTP 429, a year of five digits", "HTTP 429, a code of several",
)  # fmt: skip
WHOLE = (
    "a huge body", "not a number", "no usage", "null for usage",
    "words for usage", "fence", "prose", "bare list", "wrapped", "wrong key", "unknown field",
    "unknown word", "duplicate keys", "duplicate keys, nothing last",
)  # fmt: skip
ROWS = (
    *(
        Row(fault, "failed", f"did not answer: {text}", ATTEMPTS)
        for fault, text in TRANSPORT.items()
    ),
    *(Row(fault, "ok", requests=2, kept=4, passing=True) for fault in TRANSPORT),
    *(Row(fault, "failed", "429", THROTTLED) for fault in THROTTLING),
    *(Row(fault, "ok", requests=2, kept=4, passing=True) for fault in THROTTLING),
    *(Row(fault, "ok", kept=4) for fault in WHOLE),
    Row("HTTP 400", "failed", "the request failed: Error code: 400"),
    Row("HTTP 400, with the key", "failed", "not for ***"),
    Row("HTTP 413", "failed", "the request failed: Error code: 413"),
    Row("HTTP 422", "failed", "the request failed: Error code: 422"),
    Row("HTTP 401", None, "does not accept the API key"),
    Row("HTTP 401, with the key", None, "provided: ***"),
    Row("HTTP 403", None, "does not permit"),
    Row("HTTP 407", None, "the proxy wants a name and a password"),
    Row("HTTP 404", None, "does not know this model or this address"),
    Row("HTTP 429, no quota", None, "no quota left"),
    Row("HTTP 307 to itself", None, "redirects elsewhere; is the base URL right?", 6),
    Row("HTTP 307 to nowhere", None, "redirects elsewhere; is the base URL right?"),
    Row("null for content", "failed", "the answer is empty", 2),
    Row("empty content", "failed", "the answer is empty", 2),
    Row("blanks alone", "failed", "the answer is empty", 2),
    Row("a flood of blanks", "failed", "cut off"),
    Row("cut off", "partial", "cut off", kept=3),
    Row("cut off in a fence", "partial", "cut off", kept=3),
    Row("content filter", "failed", "declined to answer: content filter"),
    Row("refusal", "failed", "declined to answer: I will not read this."),
    Row("apology", "failed", "not JSON of the asked shape: I'm sorry, I can't help", 2),
    Row("apology", "ok", requests=2, kept=4, passing=True),
    Row("nested content", "failed", "not JSON of the asked shape", 2),
    Row("one bad record", "ok", requests=2, kept=19, rejected=1, names=TWENTY),
    Row("one bad record", "ok", requests=2, kept=20, passing=True, names=TWENTY),
    Row("records are words", "empty", requests=2, rejected=4),
    Row("records are words", "ok", requests=2, kept=4, passing=True),
    Row("NaN in a record", "ok", requests=2, kept=3, rejected=1),
    Row("a lone surrogate", "ok", requests=2, kept=3, rejected=1),
)


def article(name: str, names: Sequence[str], word: str = "Envoys") -> Article:
    """An article of which each sentence reports an agreement."""
    sentences = (f"{word} signed the {each} Protocol in Graz." for each in names)
    return Article(id=name, text="\n".join(sentences))


@contextmanager
def extracting(
    plan: FaultPlan,
    *,
    timeout: float = PATIENT,
    ask: Plan = PLAN,
    workers: int = 1,
    path: str = "",
) -> Iterator[tuple[ScriptedEndpoint, Extractor]]:
    """An extractor whose endpoint fails by plan."""
    with ScriptedEndpoint(Service(plan)) as endpoint:
        client = openai.OpenAI(
            base_url=endpoint.base_url + path,
            api_key=KEY,
            timeout=timeout,
            max_retries=0,
        )
        connections = Connections(str(client.base_url), seconds=timeout)
        model = RemoteModel.at(
            ChatEndpoint(client, connections), "m", delivery=Delivery(POLICY), temperature=0
        )
        with Extractor(model, plan=ask, workers=workers) as extractor:
            yield endpoint, extractor


def three(names: Sequence[str] = FOUR) -> list[Article]:
    """The articles, of which the second one meets the fault."""
    return [
        article("first", ["Morrow"], "Anders"),
        article("middle", names, WORD),
        article("last", ["Tarn"], "Zelda"),
    ]


def extracted(extractor: Extractor, articles: Sequence[Article]) -> tuple[list[Outcome], str]:
    """The outcomes, and why the run ended if it did."""
    done: list[Outcome] = []
    results = extractor.extract_many(articles)
    while True:
        try:
            done.append(next(results))
        except StopIteration:
            return done, ""
        except ConfigurationError as error:
            return done, str(error)


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_fault_costs_what_the_table_says(row: Row) -> None:
    """Status, problem, requests and records are as foreseen; the other articles go untouched."""
    fault = {**FAULTS, **OWN}[row.fault]
    plan = about(WORD, fault, times=1 if row.passing else None)
    timeout = IMPATIENT if row.fault in SILENT else PATIENT
    with extracting(plan, timeout=timeout) as (endpoint, extractor):
        done, ending = extracted(extractor, three(row.names))
    assert len(endpoint.about(WORD)) == row.requests
    expected = ["first", "middle", "last"] if row.status else ["first"]
    assert [outcome.article_id for outcome in done] == expected
    for name, outcome in zip(["Anders", "Zelda"], done[::2], strict=False):
        assert (outcome.status, len(outcome.events), outcome.problems) == ("ok", 1, [])
        assert len(endpoint.about(name)) == 1
    assert len(endpoint.about("Zelda")) == (row.status is not None)
    problems = "; ".join(done[1].problems) if row.status else ending
    assert row.problem in problems
    assert bool(row.problem) == bool(problems)
    assert KEY not in problems
    if row.status:
        assert (done[1].status, ending) == (row.status, "")
        assert (len(done[1].events), len(done[1].rejected)) == (row.kept, row.rejected)
        assert done[1].usage.requests <= row.requests


def test_a_refused_connection_costs_one_article() -> None:
    """While nobody listens, questions fail; the articles before and after do not suffer."""
    first, middle, last = three()
    with extracting(nothing_wrong) as (endpoint, extractor):
        before = extractor.extract(first)
        with endpoint.away():
            between = extractor.extract(middle)
        after = extractor.extract(last)
    assert [outcome.status for outcome in (before, between, after)] == ["ok", "failed", "ok"]
    (problem,) = between.problems
    assert "did not answer: Connection error. (" in problem
    assert endpoint.about(WORD) == []


@pytest.mark.parametrize("fault", ["HTTP 500", "a page", "HTTP 429", "cut off", "refusal"])
def test_outcomes_keep_their_order_among_workers(fault: str) -> None:
    """An article that takes several requests comes neither late nor early."""
    articles = three()
    with extracting(about(WORD, FAULTS[fault], times=1), workers=3) as (_, extractor):
        done, ending = extracted(extractor, articles)
    assert [outcome.article_id for outcome in done] == [each.id for each in articles]
    assert ending == ""


@pytest.mark.parametrize(("path", "problem"), [("/wrong", "or this address"), ("/v1/v1", "404")])
def test_a_wrong_base_url_ends_the_run(path: str, problem: str) -> None:
    """Before anything is extracted, with a message that speaks of the address."""
    with extracting(nothing_wrong, path=path) as (endpoint, extractor):
        done, ending = extracted(extractor, three())
    assert done == []
    assert problem in ending
    assert KEY not in ending
    assert all(exchange.path.endswith("/chat/completions") for exchange in endpoint.exchanges)


JUDGED = (
    Row("HTTP 400", "ok", kept=4, requests=4),
    Row("HTTP 422", "ok", kept=4, requests=4),
    Row("no usage", "ok", kept=4, requests=5),
    Row("HTTP 500", "partial", "verification: the endpoint did not answer", 1 + ATTEMPTS, 4),
    Row("a page", "partial", "no JSON", 1 + ATTEMPTS, 4),
    Row("empty choices", "partial", "no chat completion", 1 + ATTEMPTS, 4),
    Row("half a body", "partial", "no JSON", 1 + ATTEMPTS, 4),
    Row("HTTP 500", "ok", kept=4, requests=6, passing=True),
    Row("HTTP 401", None, "does not accept the API key", 2),
    Row("HTTP 429, no quota", None, "no quota left", 2),
)


@pytest.mark.parametrize("row", JUDGED, ids=str)
def test_a_fault_of_a_judgment_costs_no_record(row: Row) -> None:
    """The records that cannot be verified are there, and the outcome says so."""
    met = about(WORD, FAULTS[row.fault], times=1 if row.passing else None)

    def plan(number: int, exchange: Exchange) -> Fault:
        return met(number, exchange) if exchange.is_judgment else answered

    with extracting(plan, ask=replace(PLAN, verifies=True)) as (endpoint, extractor):
        done, ending = extracted(extractor, three()[1:])
    assert len(endpoint.about(WORD)) == row.requests
    if row.status is None:
        assert done == []
        assert row.problem in ending
        return
    middle, last = done
    assert (middle.status, len(middle.events)) == (row.status, row.kept)
    assert row.problem in "; ".join(middle.problems)
    assert (last.status, len(last.events)) == ("ok", 1)
