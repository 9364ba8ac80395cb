"""The front door: outcomes in order, a little ahead, and none lost."""

from __future__ import annotations

import asyncio
import itertools
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path

import pytest

import eventschema
from eventschema import Extractor, IncompleteWarning, Outcome, Plan, api, extractor, spotting
from eventschema.article import Article, Unreadable
from eventschema.draft import DRAFTS, AgreementDraft, EventDraft, ExerciseDraft, MeetingDraft
from eventschema.errors import (
    ArticleError,
    CompletionError,
    ConfigurationError,
    RefusedError,
    StoppedError,
    UnavailableError,
)
from eventschema.models.port import Answer, Message, Model, Reply
from eventschema.models.settings import ModelSettings
from eventschema.traffic import Traffic
from tests.scripted import Said, ScriptedModel

PACT = "Both signed the Isonzo Water Protocol in May."
FOUND = {"agreement": [{"sentences": [1], "name": "Isonzo Water Protocol", "when": "in May"}]}
AGREEMENTS = Plan(types=[AgreementDraft], spots=False, verifies=False, asks="everything")
PATIENCE = 10.0  # seconds, after which a test has failed


class AlwaysFinds(ScriptedModel):
    """Finds the pact in every article, and fails on articles that say so."""

    def complete(self, messages: Sequence[Message], answer: type[Answer]) -> Reply[Answer]:
        """The pact."""
        text = messages[-1]["content"]
        model = ScriptedModel(UnavailableError("gone") if "BROKEN" in text else FOUND)
        return model.complete(messages, answer)


class Blocked(AlwaysFinds):
    """Answers only when it is let, and knows how many questions wait at the same time."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = threading.Event()
        self.waiting = threading.Semaphore(0)

    def complete(self, messages: Sequence[Message], answer: type[Answer]) -> Reply[Answer]:
        """The pact, once the gate is open."""
        self.waiting.release()
        assert self.gate.wait(PATIENCE)
        return super().complete(messages, answer)


class Slow(AlwaysFinds):
    """Answers the first article last."""

    def __init__(self) -> None:
        super().__init__()
        self.others = threading.Event()

    def complete(self, messages: Sequence[Message], answer: type[Answer]) -> Reply[Answer]:
        """The pact; that of the first article after that of another."""
        if "FIRST" in messages[-1]["content"]:
            assert self.others.wait(PATIENCE)
        else:
            self.others.set()
        return super().complete(messages, answer)


class Taken:
    """Articles without end, which counts how many were taken."""

    def __init__(self) -> None:
        self.count = 0

    def __iter__(self) -> Iterator[Article]:
        for number in itertools.count():
            self.count += 1
            yield Article(id=str(number), text=PACT)


def articles(*texts: str) -> list[Article]:
    """Articles with the numbers of their places as ids."""
    return [Article(id=str(number), text=text) for number, text in enumerate(texts)]


def statuses(outcomes: Sequence[Outcome]) -> list[tuple[str, str]]:
    """What became of each article."""
    return [(outcome.article_id, outcome.status) for outcome in outcomes]


def wait_until(holds: Callable[[], bool]) -> None:
    """Wait, but not for ever."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.fixture
def connections(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, ScriptedModel]]]:
    """The models that are connected to, by name; there are no rules, so that these are asked."""
    for name in ("EVENTSCHEMA_MODEL", "EVENTSCHEMA_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(spotting, "SPOTTERS", {})
    made: list[tuple[str, ScriptedModel]] = []

    def connected(settings: ModelSettings, *_: object) -> ScriptedModel:
        model = AlwaysFinds()
        made.append((settings.model, model))
        return model

    for module in (api, extractor):
        monkeypatch.setattr(module, "connected", connected)
    api._kept.cache_clear()  # noqa: SLF001 - the model of `extract` outlives a call
    yield made
    api._kept.cache_clear()  # noqa: SLF001


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> ScriptedModel:
    """The model of `extract`, whose replies the test appends, there being no rules."""
    model = ScriptedModel()
    monkeypatch.setattr(spotting, "SPOTTERS", {})
    monkeypatch.setattr(api, "_shared", lambda _: model)
    return model


def replying(model: ScriptedModel, *replies: Said) -> None:
    """Let the model say this next."""
    model._replies.extend(replies)  # noqa: SLF001 - the script of our own stand-in


@pytest.mark.parametrize("workers", [1, 4])
def test_outcomes_come_in_the_order_of_the_articles(workers: int) -> None:
    """One outcome for each article, in its place, also where a later one is done first."""
    model = Slow() if workers > 1 else AlwaysFinds()
    given = articles(PACT + " FIRST", *[PACT] * 9)
    with Extractor(model, plan=AGREEMENTS, workers=workers) as running:
        outcomes = list(running.extract_many(given))
    assert statuses(outcomes) == [(article.id, "ok") for article in given]


@pytest.mark.parametrize("workers", [1, 3])
def test_articles_are_taken_a_few_ahead(workers: int) -> None:
    """From an endless source the first outcome comes, with a bounded number read before it."""
    taken = Taken()
    with Extractor(AlwaysFinds(), plan=AGREEMENTS, workers=workers) as running:
        outcomes = running.extract_many(taken)
        assert taken.count == 0
        for number in range(5):
            assert next(outcomes).article_id == str(number)
            assert number < taken.count <= number + extractor.AHEAD * workers
        outcomes.close()  # type: ignore[attr-defined]


def test_workers_ask_at_the_same_time() -> None:
    """As many questions are under way as there are workers, and no more."""
    model = Blocked()
    with Extractor(model, plan=AGREEMENTS, workers=3) as running:
        outcomes: list[Outcome] = []
        reader = threading.Thread(
            target=lambda: outcomes.extend(running.extract_many(articles(*[PACT] * 8)))
        )
        reader.start()
        assert all(model.waiting.acquire(timeout=PATIENCE) for _ in range(3))
        assert not model.waiting.acquire(timeout=0.05)
        model.gate.set()
        reader.join(PATIENCE)
    assert statuses(outcomes) == [(str(number), "ok") for number in range(8)]


def test_one_failure_touches_no_other_article() -> None:
    """An endpoint that fails on one article costs that article alone."""
    given = articles(PACT, PACT + " BROKEN", PACT)
    outcomes = list(Extractor(AlwaysFinds(), plan=AGREEMENTS).extract_many(given))
    assert statuses(outcomes) == [("0", "ok"), ("1", "failed"), ("2", "ok")]
    assert outcomes[1].problems == ["agreement: gone"]


@pytest.mark.parametrize("ordered", [True, False])
def test_a_source_that_breaks_costs_nothing_that_it_gave(*, ordered: bool) -> None:
    """Five articles and an error are five outcomes, and then the error."""

    def source() -> Iterator[Article]:
        yield from articles(*[PACT] * 5)
        raise OSError("the disk is gone")

    running = Extractor(AlwaysFinds(), plan=AGREEMENTS, workers=3)
    outcomes = running.extract_many(source(), ordered=ordered)
    came = [next(outcomes) for _ in range(5)]
    assert sorted(statuses(came)) == [(str(number), "ok") for number in range(5)]
    with pytest.raises(OSError, match="the disk is gone"):
        next(outcomes)


@pytest.mark.parametrize("workers", [1, 3])
def test_one_slow_article_makes_no_heap(workers: int) -> None:
    """While the first is under way, no more are taken than AHEAD for each worker."""
    model, taken = Slowest(), Taken()
    with Extractor(model, plan=AGREEMENTS, workers=workers) as running:
        outcomes = running.extract_many(taken)
        threading.Timer(0.1, model.gate.set).start()
        assert next(outcomes).article_id == "0"
        assert taken.count <= extractor.AHEAD * workers
        outcomes.close()  # type: ignore[attr-defined]


def test_as_they_are_done_outcomes_are_given() -> None:
    """Where the order does not matter, nobody waits for the first one."""
    model = Slow()
    given = articles(PACT + " FIRST", *[PACT] * 3)
    with Extractor(model, plan=AGREEMENTS, workers=2) as running:
        outcomes = list(running.extract_many(given, ordered=False))
    assert outcomes[0].article_id != "0"
    assert sorted(statuses(outcomes)) == [(article.id, "ok") for article in given]


@pytest.mark.parametrize("ordered", [True, False])
def test_a_stop_comes_after_what_is_done(*, ordered: bool) -> None:
    """The outcomes before it are given, in order if that is wished; then the reason is."""
    given = articles(*[PACT] * 6, PACT + " STOP", *[PACT] * 9)
    running = Extractor(Stopping(), plan=AGREEMENTS, workers=2)
    came: list[Outcome] = []
    with pytest.raises(StoppedError, match="enough"):
        came.extend(running.extract_many(given, ordered=ordered))
    assert {"0", "1", "2", "3", "4", "5"} <= {outcome.article_id for outcome in came}
    if ordered:
        assert came == sorted(came, key=lambda outcome: int(outcome.article_id))


def test_what_was_answered_is_not_asked_by_a_later_run(tmp_path: Path) -> None:
    """With the same file of answers; the events are the same, and cost nothing."""
    came: list[list[Outcome]] = []
    models = [AlwaysFinds(), AlwaysFinds()]
    for model in models:
        with Extractor(model, plan=AGREEMENTS, replies=tmp_path / "replies.sqlite") as running:
            came.append(list(running.extract_many(articles(PACT, "Both signed it. " + PACT))))
    first, again = came
    assert [outcome.events for outcome in again] == [outcome.events for outcome in first]
    assert [outcome.usage.requests for outcome in again] == [0, 0]
    assert all(outcome.usage.reused for outcome in again)


class Slowest(AlwaysFinds):
    """Answers the first article when it is let, and the others at once."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = threading.Event()
        self._first = threading.Lock()

    def complete(self, messages: Sequence[Message], answer: type[Answer]) -> Reply[Answer]:
        """The pact."""
        if self._first.acquire(blocking=False):
            assert self.gate.wait(PATIENCE)
        return super().complete(messages, answer)


class Stopping(AlwaysFinds):
    """Has no budget left for one article."""

    def complete(self, messages: Sequence[Message], answer: type[Answer]) -> Reply[Answer]:
        """The pact, or the end."""
        if "STOP" in messages[-1]["content"]:
            raise StoppedError("enough")
        return super().complete(messages, answer)


class Faulty(AlwaysFinds):
    """Has a fault that shows with one article."""

    def complete(self, messages: Sequence[Message], answer: type[Answer]) -> Reply[Answer]:
        """The pact, or an error that nobody foresaw."""
        if "ODD" in messages[-1]["content"]:
            raise ZeroDivisionError("no such error is known")
        return super().complete(messages, answer)


@pytest.mark.parametrize("ordered", [True, False])
def test_a_fault_of_ours_costs_one_article(*, ordered: bool) -> None:
    """An error at article 21 of 30 leaves 29 results, and one failure that names it."""
    given = articles(*[PACT] * 20, PACT + " ODD", *[PACT] * 9)
    running = Extractor(Faulty(), plan=AGREEMENTS, workers=4)
    outcomes = list(running.extract_many(given, ordered=ordered))
    became = {outcome.article_id: outcome.status for outcome in outcomes}
    assert became == {str(number): "failed" if number == 20 else "ok" for number in range(30)}
    (problem,) = next(outcome for outcome in outcomes if outcome.status == "failed").problems
    assert "ZeroDivisionError: no such error is known" in problem


def test_what_could_not_be_read_has_failed() -> None:
    """An Unreadable keeps its place, with its reason, and asks nothing."""
    model = AlwaysFinds()
    broken = Unreadable("1", "x.txt", ArticleError("x.txt: not UTF-8"))
    outcomes = list(Extractor(model, plan=AGREEMENTS).extract_many([*articles(PACT), broken]))
    assert statuses(outcomes) == [("0", "ok"), ("1", "failed")]
    assert outcomes[1].problems == ["x.txt: not UTF-8"]
    assert outcomes[1].usage.requests == 0


def test_a_wrong_configuration_ends_the_run() -> None:
    """What holds for every article is raised at the first, and hardly a further one is taken."""
    model = ScriptedModel(ConfigurationError("wrong key"))
    taken = Taken()
    with pytest.raises(ConfigurationError, match="wrong key"):
        list(Extractor(model, plan=AGREEMENTS).extract_many(taken))
    assert taken.count <= extractor.AHEAD


def test_leaving_early_leaves_nothing_running() -> None:
    """A consumer that breaks off waits for no more than what is being asked."""
    before = threading.active_count()
    for _ in Extractor(AlwaysFinds(), plan=AGREEMENTS, workers=4).extract_many(Taken()):
        break
    wait_until(lambda: threading.active_count() <= before)


def test_closing_lets_go_of_the_model() -> None:
    """At the end of the block, whatever happened in it; the name is the model's."""
    model = ScriptedModel()
    with Extractor(model) as running:
        assert running.model == "scripted"
        assert not model.closed
    assert model.closed
    another = ScriptedModel()
    with pytest.raises(KeyError), Extractor(another):
        raise KeyError
    assert another.closed


def test_the_plan_fits_the_model() -> None:
    """What is left open is chosen by the model's size; what the user chose stays."""
    model = ScriptedModel()
    assert Extractor(model).plan == Plan().fitting(small=True)
    model.is_small = False
    assert Extractor(model).plan == Plan().fitting(small=False)
    chosen = Extractor(model, plan=Plan(passes="per_type", reasks=2)).plan
    assert (chosen.passes, chosen.reasks) == ("per_type", 2)


@pytest.mark.parametrize("workers", [0, -1])
def test_there_is_at_least_one_worker(workers: int) -> None:
    """The number is checked before anything is started."""
    with pytest.raises(ConfigurationError, match="workers"):
        Extractor(ScriptedModel(), workers=workers)


def test_a_name_is_connected_to(
    connections: list[tuple[str, ScriptedModel]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The option, the environment, and then `local`."""
    Extractor("ollama/x")
    Extractor()
    monkeypatch.setenv("EVENTSCHEMA_MODEL", "ollama/y")
    Extractor()
    assert [name for name, _ in connections] == ["ollama/x", "local", "ollama/y"]


def test_one_line_is_enough(connections: list[tuple[str, ScriptedModel]]) -> None:
    """`extract` gives the events of a text; its model is connected once and kept."""
    (event,) = eventschema.extract(PACT, published=date(2024, 10, 3), types=["agreement"])
    again = eventschema.extract(Article(id="own", text=PACT), types=[AgreementDraft])
    assert event.date is not None
    assert event.date.edtf == "2024-05"
    assert [e.article.id for e in again] == ["own"]
    ((name, model),) = connections
    assert name == "local"
    assert not model.closed


@pytest.mark.usefixtures("connections")
def test_the_publication_date_overrules_the_articles_own() -> None:
    """What is said in the call counts."""
    article = Article(text=PACT, published=date(2020, 1, 1))
    (event,) = eventschema.extract(article, published=date(2024, 10, 3), types=["agreement"])
    assert event.article.published == date(2024, 10, 3)


@pytest.mark.usefixtures("connections")
def test_many_are_streamed_on_the_shared_model() -> None:
    """`extract_many` takes endless articles, too."""
    outcomes = eventschema.extract_many(Taken(), types=["agreement"], workers=2)
    assert [next(outcomes).article_id for _ in range(3)] == ["0", "1", "2"]


@pytest.mark.parametrize(
    "call",
    [
        partial(eventschema.extract_many, types=["war"]),
        partial(eventschema.extract_many, workers=0),
        partial(eventschema.extract_many, model="gpt-x"),
    ],
    ids=lambda call: next(iter(call.keywords)),
)
@pytest.mark.usefixtures("connections")
def test_what_is_wrong_with_a_call_is_said_at_the_call(call: partial[Iterator[Outcome]]) -> None:
    """Not when the first outcome is asked for, perhaps in another place."""
    with pytest.raises(ConfigurationError):
        call(articles(PACT))


@pytest.mark.usefixtures("connections")
def test_it_can_be_awaited() -> None:
    """`aextract` gives what `extract` gives, several at a time."""

    async def both() -> list[int]:
        one, other = eventschema.aextract(PACT, types=["agreement"]), eventschema.aextract(PACT)
        return [len(events) for events in await asyncio.gather(one, other)]

    assert asyncio.run(both()) == [1, 1]


@pytest.mark.parametrize("error", [UnavailableError("gone"), RefusedError("declined")])
def test_no_answer_at_all_is_an_error(shared: ScriptedModel, error: Exception) -> None:
    """Nothing found is an empty list; nothing answered is raised, with the reason."""
    assert eventschema.extract(PACT, types=["agreement"]) == []
    replying(shared, error)
    with pytest.raises(CompletionError, match=f"agreement: {error}"):
        eventschema.extract(PACT, types=["agreement"])


def test_the_rules_need_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """What they find is there with a model that says nothing, and bears its name all the same."""
    monkeypatch.setattr(api, "_shared", lambda _: ScriptedModel())
    (event,) = eventschema.extract(PACT, types=["agreement"])
    assert event.title == "Isonzo Water Protocol"
    assert (event.extraction.proposers, event.extraction.model) == (["rules"], "scripted")


def test_half_an_answer_is_a_warning(shared: ScriptedModel) -> None:
    """Events are given all the same, and the warning points at the caller's own line."""
    replying(shared, UnavailableError("gone"), FOUND)
    with pytest.warns(IncompleteWarning, match="meeting: gone") as warned:
        events = eventschema.extract("They met. " + PACT, types=["meeting", "agreement"])
    assert [event.event_type for event in events] == ["agreement"]
    assert warned[0].filename == __file__


def test_calls_at_the_same_time_share_one_model(
    connections: list[tuple[str, ScriptedModel]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first calls as well: the embedded model would be started for each."""
    at_once = extractor.connected

    def connected(settings: ModelSettings, traffic: Traffic) -> Model:
        time.sleep(0.05)
        return at_once(settings, traffic)

    monkeypatch.setattr(api, "connected", connected)

    def extracted(_: int) -> object:
        return eventschema.extract(PACT, model="own.gguf", types=["agreement"])

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(extracted, range(8)))
    assert len(connections) == 1


def test_types_are_named_or_given() -> None:
    """Names of built-in types and drafts can be mixed; their order is kept."""
    assert api.drafts(None) == DRAFTS
    expected: list[type[EventDraft]] = [ExerciseDraft, MeetingDraft]
    assert api.drafts(["exercise", MeetingDraft]) == expected


@pytest.mark.parametrize("types", [["war"], ["meeting", "War"], [""], []])
def test_unknown_types_are_told_the_known_ones(types: list[str]) -> None:
    """A misspelled type would otherwise look like an article without events."""
    with pytest.raises(ConfigurationError, match="meeting, agreement, exercise, incident"):
        api.drafts(types)


@pytest.mark.parametrize("types", [[dict], [7], []])
def test_what_is_no_type_is_said_to_be_none(types: list[object]) -> None:
    """The message names what there is."""
    with pytest.raises(ConfigurationError, match="meeting, agreement"):
        api.drafts(types)  # type: ignore[arg-type]


def test_one_type_needs_no_list() -> None:
    """A name alone is a list of one."""
    assert api.drafts("meeting") == [MeetingDraft]
