"""Every article goes to the sink once, and every end of a run is noted there."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from eventschema import Extractor
from eventschema.article import Article, Unreadable
from eventschema.errors import ArticleError, ConfigurationError, SinkError, StoppedError
from eventschema.models.port import Answer, Message, Reply
from eventschema.models.replies import Replies, key_of
from eventschema.outcome import Outcome, Status
from eventschema.running import run as running
from eventschema.running.interruption import Interrupted
from eventschema.running.progress import RunProgress
from eventschema.running.run import Run
from eventschema.usage import Usage
from tests.scripted import ScriptedModel
from tests.sinks.made import FOUND, PLAN, TEXT

PATIENCE = 10.0  # seconds


class Finds(ScriptedModel):
    """Finds an agreement in every article, unless the article says what else happens."""

    def complete(self, messages: Sequence[Message], answer: type[Answer]) -> Reply[Answer]:
        """The agreement; asked about an article that says INTERRUPT, first a signal."""
        self.asked.append(list(messages))
        text = messages[-1]["content"]
        if "WRONG" in text:
            raise ConfigurationError("wrong key")
        if "STOP" in text:
            raise StoppedError("enough")
        if "INTERRUPT" in text:
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(0.05)
        return ScriptedModel(FOUND).complete(messages, answer)


class Remembered:
    """A sink that remembers what it was told, and has done some articles before."""

    def __init__(self, *done: str, full_at: int | None = None, resumable: bool = True) -> None:
        self.resumable = resumable
        self.written: list[tuple[str, str]] = []
        self.ends: list[str | None] = []
        self.syncs = 0
        self._done = done
        self._full_at = full_at

    def write(self, outcome: Outcome, *, fingerprint: str) -> None:
        """Remember it, unless the disk is full."""
        if len(self.written) == self._full_at:
            raise SinkError("full")
        self.written.append((outcome.article_id, fingerprint))

    def done(self, article_id: str, *, fingerprint: str) -> bool:
        """Whether it was named."""
        del fingerprint
        return article_id in self._done

    def sync(self) -> None:
        """Count."""
        self.syncs += 1

    @property
    def before(self) -> Mapping[Status, int]:
        """None."""
        return {}

    def end(self, stopped: str | None, cost: Usage) -> None:
        """Remember the end."""
        del cost
        self.ends.append(stopped)

    @property
    def articles(self) -> list[str]:
        """Those of which an outcome was written."""
        return [article for article, _ in self.written]


def articles(*texts: str) -> list[Article]:
    """Articles with the numbers of their places as ids."""
    return [Article(id=str(number), text=text) for number, text in enumerate(texts)]


def run(extractor: Extractor, sink: Remembered) -> Run:
    """A run that shows nothing."""
    return Run(extractor, sink, RunProgress(console=Console(file=StringIO())))


@pytest.mark.parametrize("ordered", [True, False])
def test_every_article_is_written_once(*, ordered: bool) -> None:
    """With its own fingerprint, readable or not; at the end the sink is told that it is one."""
    broken = Unreadable("x", "x.txt", ArticleError("x.txt: not UTF-8"))
    given: list[Article | Unreadable] = [*articles(*[TEXT] * 9), broken]
    sink = Remembered()
    stopped = run(Extractor(Finds(), plan=PLAN, workers=3), sink).go(given, ordered=ordered)
    expected = [(each.id, each.fingerprint) for each in given]
    assert (sink.written if ordered else sorted(sink.written)) == expected
    assert (stopped, sink.ends) == (None, [None])


def test_what_is_done_is_not_asked() -> None:
    """Nor written; where all is done, the end is noted all the same."""
    model, sink = Finds(), Remembered("0", "2")
    run(Extractor(model, plan=PLAN), sink).go(articles(*[TEXT] * 4), ordered=True)
    assert sink.articles == ["1", "3"]
    assert len(model.asked) == 2
    sink = Remembered("0")
    assert run(Extractor(model, plan=PLAN), sink).go(articles(TEXT), ordered=True) is None
    assert (sink.ends, len(model.asked)) == ([None], 2)


class StopsAfter(Finds):
    """Stops the run with the first article, once the others are done."""

    def __init__(self, others: int) -> None:
        super().__init__()
        self._others = threading.Semaphore(0)
        self._count = others

    def complete(self, messages: Sequence[Message], answer: type[Answer]) -> Reply[Answer]:
        """The agreement, or the stop."""
        if "STOP" in messages[-1]["content"]:
            for _ in range(self._count):
                assert self._others.acquire(timeout=PATIENCE)
        reply = super().complete(messages, answer)
        self._others.release()
        return reply


@pytest.mark.parametrize(
    ("resumable", "ordered", "written"),
    [(True, True, []), (True, False, ["1", "2"]), (False, True, ["1", "2"])],
)
def test_what_stands_behind_a_missing_article_is_left_to_a_resumed_run(
    written: list[str], *, resumable: bool, ordered: bool
) -> None:
    """Where there can be none, or the order is of no account, it is written all the same."""
    sink, given = Remembered(resumable=resumable), articles("STOP " + TEXT, TEXT, TEXT)
    extractor = Extractor(StopsAfter(2), plan=PLAN, workers=2)
    assert run(extractor, sink).go(given, ordered=ordered) == "enough"
    assert sorted(sink.articles) == written


def test_a_stop_is_noted_and_told() -> None:
    """What was written before stays, and it is no error."""
    sink, given = Remembered(), articles(TEXT, TEXT, "STOP " + TEXT, TEXT)
    assert run(Extractor(Finds(), plan=PLAN), sink).go(given, ordered=True) == "enough"
    assert (sink.articles, sink.ends) == (["0", "1"], ["enough"])


def test_a_wrong_configuration_is_noted_and_raised() -> None:
    """After the outcomes that came before it."""
    sink = Remembered()
    with pytest.raises(ConfigurationError, match="wrong key"):
        run(Extractor(Finds(), plan=PLAN), sink).go(
            articles(TEXT, TEXT, "WRONG " + TEXT), ordered=True
        )
    assert (sink.articles, sink.ends) == (["0", "1"], ["wrong key"])


def test_a_full_disk_ends_the_run() -> None:
    """No end is noted where nothing can be; what was written counts."""
    sink = Remembered(full_at=2)
    with pytest.raises(SinkError, match="full"):
        run(Extractor(Finds(), plan=PLAN), sink).go(articles(*[TEXT] * 5), ordered=True)
    assert (sink.articles, sink.ends) == (["0", "1"], [])


def test_a_source_that_breaks_costs_nothing_that_it_gave() -> None:
    """Five articles and an error are five outcomes, and then the error."""

    def source() -> Iterator[Article]:
        yield from articles(*[TEXT] * 5)
        raise ArticleError("gone")

    sink = Remembered()
    with pytest.raises(ArticleError, match="gone"):
        run(Extractor(Finds(), plan=PLAN, workers=2), sink).go(source(), ordered=True)
    assert sink.articles == ["0", "1", "2", "3", "4"]


def test_an_answer_that_comes_with_the_signal_is_kept(tmp_path: Path) -> None:
    """Though it is too late for its article; whoever asks next has it."""
    path = tmp_path / "replies.sqlite"
    sink, given = Remembered(), articles(TEXT, TEXT + " INTERRUPT")
    with (
        Extractor(Finds(), plan=PLAN, replies=path) as extractor,
        pytest.raises(Interrupted),
    ):
        run(extractor, sink).go(given, ordered=True)
    assert sink.ends == ["interrupted"]
    model = Finds()
    with Extractor(model, plan=PLAN, replies=path) as extractor:
        outcomes = list(extractor.extract_many(given))
    assert [outcome.status for outcome in outcomes] == ["ok", "ok"]
    assert model.asked == []


def test_nobody_waits_long_for_an_answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A signal ends a run in its grace, however long the model takes."""
    monkeypatch.setattr(running, "GRACE", 0.05)
    gate = threading.Event()

    class Silent(Finds):
        def complete(self, messages: Sequence[Message], answer: type[Answer]) -> Reply[Answer]:
            os.kill(os.getpid(), signal.SIGTERM)
            gate.wait(PATIENCE)
            return super().complete(messages, answer)

    sink = Remembered()
    extractor = Extractor(Silent(), plan=PLAN, replies=tmp_path / "replies.sqlite")
    began = time.monotonic()
    with pytest.raises(Interrupted) as ended:
        run(extractor, sink).go(articles(TEXT), ordered=True)
    assert time.monotonic() - began < PATIENCE / 4
    assert (ended.value.exit_code, sink.ends) == (143, ["interrupted"])
    gate.set()
    extractor.settle(PATIENCE)
    extractor.close()


def test_the_disk_has_what_is_a_second_old(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sink is asked for it again and again."""
    given = articles(*[TEXT] * 5)
    sink = Remembered()
    run(Extractor(Finds(), plan=PLAN), sink).go(given, ordered=True)
    monkeypatch.setattr(running, "SYNC_EVERY", 0.0)
    always = Remembered()
    run(Extractor(Finds(), plan=PLAN), always).go(given, ordered=True)
    assert sink.syncs < always.syncs == len(given)


def test_settling_waits_for_what_is_asked(tmp_path: Path) -> None:
    """Until it is kept, and not only answered."""
    with closing(Replies(tmp_path / "replies.sqlite")) as replies:
        with replies.awaited(key_of({"number": 1})):
            began = time.monotonic()
            replies.settle(0.03)
            assert time.monotonic() - began >= 0.03
        replies.settle(PATIENCE)
        assert time.monotonic() - began < PATIENCE
