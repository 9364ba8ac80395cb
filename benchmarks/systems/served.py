"""The one model that all systems ask, and how often they ask it."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Protocol

from eventschema import Article, BaseEvent
from eventschema.models.embedded import Endpoint, running, serve
from eventschema.models.weights import BUILT_IN, locate
from eventschema.plan import Passes

MAX_TOKENS = 4000
"""Of a peer's one answer for all types: twice what eventschema allows its answer for one of them,
and about what an article and the guidelines leave of the embedded model's context."""

Extract = Callable[[Article], Sequence[BaseEvent]]
"""The records that a system makes of an article; it may raise whatever it raises."""


@dataclass(frozen=True, slots=True)
class Served:
    """A model behind an OpenAI-compatible endpoint, and how the systems are to be set up.

    `embedded`: it is eventschema's own. `passes` is for eventschema, null for its own choice.
    `buffer` is langextract's `max_char_buffer`, in characters.
    """

    endpoint: Endpoint
    embedded: bool
    passes: Passes | None
    buffer: int


class System(Protocol):
    """A module of this package: one system."""

    def version(self) -> str:
        """The version that is installed."""
        ...

    def opened(self, served: Served) -> AbstractContextManager[Extract]:
        """The system, ready to extract with the served model."""
        ...


@contextmanager
def endpoint(base_url: str | None, model: str) -> Iterator[Endpoint]:
    """The endpoint at `base_url`, or without one eventschema's embedded model.

    A model that `eventschema serve-model` keeps running is taken; else it is served for the time
    of the `with` block.

    Raises:
        ConfigurationError: the embedded model cannot be served; the message says what to do.

    """
    if base_url is not None:
        key = os.environ.get("EVENTSCHEMA_API_KEY") or os.environ.get("OPENAI_API_KEY")
        yield Endpoint(base_url, model, key or "none")
        return
    os.environ.setdefault("NO_PROXY", "127.0.0.1,localhost")
    found = running()
    if found is not None and found.model == BUILT_IN.name:
        yield found
        return
    with serve(locate()) as server:
        yield server.endpoint


class Requests(logging.Handler):
    """Counts the answers to POST requests that the HTTP library of all the systems logs."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Count the request that `record` tells of."""
        self.count += "POST" in record.getMessage()


@contextmanager
def counted() -> Iterator[Requests]:
    """The requests that are made in the `with` block, retries included."""
    logger = logging.getLogger("httpx2")
    before, propagates = logger.level, logger.propagate
    requests = Requests()
    logger.addHandler(requests)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    try:
        yield requests
    finally:
        logger.removeHandler(requests)
        logger.setLevel(before)
        logger.propagate = propagates
