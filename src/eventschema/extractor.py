"""An extractor holds a model, and turns articles into outcomes."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from eventschema.article import Article, Unreadable
from eventschema.asked import asked
from eventschema.candidate import Candidate
from eventschema.crew import Crew
from eventschema.delivery import Delivery
from eventschema.errors import (
    ConfigurationError,
    EventSchemaError,
    StoppedError,
)
from eventschema.forks import Forks
from eventschema.models.port import Model
from eventschema.models.remembering import RememberingModel
from eventschema.models.replies import Replies
from eventschema.models.settings import ModelSettings
from eventschema.outcome import Outcome
from eventschema.pipeline import run, spotted
from eventschema.plan import Plan
from eventschema.traffic import Limits, Traffic
from eventschema.usage import Usage

AHEAD = 4
"""How many articles for each worker are taken before the first of them is done: enough to keep the
workers busy while one article takes longer than the others."""

SPARE = 1 / 4
"""How many more threads than workers there are, so that articles are read while all workers wait
for answers. Far more (as many again) only compete, and keep fewer slots of an endpoint busy."""

GRACE = 0.8
"""Seconds that answers under way are waited for at the end, so that they are kept."""


class Extractor:
    """Extracts events with one model, which it starts at once and keeps until it is closed."""

    def __init__(
        self,
        model: str | Model | None = None,
        *,
        base_url: str | None = None,
        plan: Plan | None = None,
        workers: int = 1,
        limits: Limits | None = None,
        forks: int = 0,
        replies: Path | None = None,
        assembling: Callable[[int, int], None] | None = None,
    ) -> None:
        """Connect to `model`: a name (see `ModelSettings`), or any object of the shape of `Model`.

        `workers` is how many requests are under way at a time, and `limits` what the run may cost.
        So many `forks` of this process apply the rules, beside the requests; they are made with the
        first call of `extract_many`, which should come before there are other threads.
        What is answered is kept in the file `replies`, and not asked again in a later run.
        `assembling` is told the bytes done and in all while the embedded model's weights are put
        together, which happens once on a machine.

        Raises:
            ConfigurationError: the model or the file cannot be used; the message says what to do.

        """
        if workers < 1 or forks < 0:
            raise ConfigurationError(
                f"workers must be 1 or more, and forks 0 or more, not {workers} and {forks}"
            )
        self.workers = workers
        self._traffic = Traffic(limits, lanes=workers)
        self._size = forks
        self._forks: Forks[Article, Sequence[Candidate]] | None = None
        self._replies: Replies | None = None
        self._threads = workers
        if model is None or isinstance(model, str):
            self._threads = workers if workers == 1 else workers + math.ceil(workers * SPARE)
            settings = ModelSettings.choose(model, base_url=base_url)
            model = connected(settings, self._traffic, assembling)
        self._model = self._remembering(model, replies)
        self.plan = (plan or Plan()).fitting(small=self._model.is_small)

    @property
    def model(self) -> str:
        """The model's name, as the records give it."""
        return self._model.name

    @property
    def spent(self) -> Usage:
        """The requests sent, tries that failed included, and what the answers cost; zeros where the
        model is an object of the caller's.
        """
        return self._traffic.spent

    @property
    def asked(self) -> Mapping[str, str]:
        """All that the records depend on, beside the articles; see `eventschema.asked`."""
        return asked(self._model, self.plan)

    def extract(self, article: Article | Unreadable) -> Outcome:
        """The outcome of one article; one that could not be read has failed.

        Raises:
            ConfigurationError: the model accepts no request at all.
            StoppedError: the limits are reached, or the extractor was stopped or closed.

        """
        if isinstance(article, Unreadable):
            return Outcome(article.id, "failed", problems=[str(article.error)])
        self._ensure_going()
        try:
            return run(article, model=self._model, plan=self.plan, spot=self._forks)
        except EventSchemaError:
            raise
        except Exception as error:  # noqa: BLE001 - a fault of ours costs one article, not a run
            return Outcome(article.id, "failed", problems=[_own_fault(error)])

    def extract_many(
        self, articles: Iterable[Article | Unreadable], *, ordered: bool = True
    ) -> Iterator[Outcome]:
        """One outcome for each article, in their order, or as soon as each is there.

        Articles are taken from the iterable only a few ahead of the workers. Where it raises, or
        the run ends early, the outcomes of what is under way come first; the last ones may then be
        of articles behind one that has none.

        Raises:
            ConfigurationError: the model accepts no request at all, or no fork can be made.
            StoppedError: the limits are reached, or `stop` was called.

        """
        crew = Crew(
            self.extract,
            size=self._threads,
            ahead=AHEAD * self.workers,
            halt=lambda error: self.stop(str(error)),
        )
        self._fork()
        return crew.results(articles, ordered=ordered)

    def stop(self, reason: str) -> None:
        """Ask and begin nothing more, for good; what is being answered goes on."""
        self._traffic.stop(reason)
        if self._forks is not None:
            self._forks.close()

    def settle(self, seconds: float) -> None:
        """Wait until what is being answered is answered and kept, at most so many seconds."""
        if self._replies is None:
            self._traffic.drain(seconds)
        else:
            self._replies.settle(seconds)

    def sync(self) -> None:
        """Make the answers kept so far survive a power cut."""
        if self._replies is not None:
            self._replies.sync()

    def close(self) -> None:
        """Ask nothing more, and let go of the model; the embedded one ends."""
        self.stop("the extractor was closed")
        self.settle(GRACE)
        self._model.close()
        if self._replies is not None:
            self._replies.close()

    def _fork(self) -> None:
        if self._size and self._forks is None:
            rules = partial(spotted, model=self.model, plan=self.plan)
            self._forks = Forks(rules, self._size, ensure=self._ensure_going)

    def _ensure_going(self) -> None:
        if (reason := self._traffic.stopped) is not None:
            raise StoppedError(reason)

    def _remembering(self, model: Model, replies: Path | None) -> Model:
        if replies is None:
            return model
        try:
            self._replies = Replies(replies)
        except EventSchemaError:
            model.close()
            raise
        return RememberingModel(model, self._replies)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def connected(
    settings: ModelSettings, traffic: Traffic, assembling: Callable[[int, int], None] | None = None
) -> Model:
    """The model of these settings, ready to be asked; its requests go through the traffic."""
    # openai and instructor take a second to import, which no help text should wait for.
    from eventschema.models.connecting import connect  # noqa: PLC0415

    return connect(settings, delivery=Delivery(traffic=traffic), progress=assembling)


def _own_fault(error: Exception) -> str:
    return (
        f"eventschema itself failed on this article, which is a fault to report: "
        f"{type(error).__name__}: {error}"
    )
