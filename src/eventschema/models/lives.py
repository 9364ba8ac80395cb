"""The embedded model and its lives: where it dies, it begins anew and is asked again."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from eventschema.errors import UnavailableError
from eventschema.models.embedded import EmbeddedServer, Endpoint, answers
from eventschema.models.port import Answer, Judgment, Message, Reply
from eventschema.models.remote import Priced, RemoteModel
from eventschema.usage import Usage

LIVES = 2
"""How many times one request may end the model before it is given up."""


@dataclass(frozen=True, slots=True)
class Life:
    """One life of the embedded model: how and where it is asked, and its child, if that is ours.

    Without a child, another process serves it (`eventschema serve-model`).
    """

    remote: RemoteModel
    endpoint: Endpoint
    server: EmbeddedServer | None = None

    @property
    def over(self) -> bool:
        """Whether the child is known to be gone; costs nothing."""
        return self.server is not None and not self.server.alive

    def end(self) -> None:
        """End the child, if there is one, and let go of the connections."""
        if self.server is not None:
            self.server.close()
        self.remote.close()

    def last_words(self) -> str:
        """What the child said when it ended, in one line; empty of a child that is not ours."""
        return ": " + "; ".join(self.server.last_words().splitlines()) if self.server else ""


class EmbeddedModel:
    """A model that eventschema runs itself, in a child process or in `eventschema serve-model`.

    It is sent one request at a time, which is how it answers them: none spends its time limit in a
    queue, and a death has one request for its cause. `begin` gives it its first life, and another
    one after each death, even of a model that somebody else served.
    """

    is_small = True

    def __init__(self, begin: Callable[[], Life]) -> None:
        self._begin = begin
        self._turn = threading.Lock()  # of the one that asks
        self._change = threading.Lock()  # of a life that begins or ends
        self._closed = False
        life = begin()
        self._life: Life | None = life
        self.name = life.remote.name
        self.settings = life.remote.settings

    def complete(self, messages: Sequence[Message], answer: type[Answer]) -> Reply[Answer]:
        """Ask for an `answer` to `messages`; see `eventschema.models.port.Complete`."""
        return self._asked(lambda remote: remote.complete(messages, answer))

    def judge(self, messages: Sequence[Message]) -> Judgment:
        """Ask for "yes" or "no"; see `eventschema.models.port.Judge`."""
        return self._asked(lambda remote: remote.judge(messages))

    def close(self) -> None:
        """End the child process, if this model has one, also one that is just starting."""
        self._closed = True
        with self._change:
            self._end()

    def _asked(self, ask: Callable[[RemoteModel], Priced]) -> Priced:
        with self._turn:
            for deaths in range(LIVES):
                life = self._living()
                try:
                    return ask(life.remote).costing(Usage(requests=deaths))
                except UnavailableError as error:
                    if not life.over and answers(life.endpoint):
                        raise
                    failure = error
                    words = self._buried(life)
        raise UnavailableError(
            f"the embedded model died twice on this request{words}. "
            "If memory ran out, end other programs or use a smaller model"
        ) from failure

    def _living(self) -> Life:
        with self._change:
            self._ensure_open()
            if self._life is not None and self._life.over:
                self._end()
            if self._life is None:
                self._life = self._begin()
                self._ensure_open()  # it may have been closed meanwhile, and waits to end this life
            return self._life

    def _buried(self, life: Life) -> str:
        """The last words of a life that is over."""
        with self._change:
            self._ensure_open()
            words = life.last_words()
            self._end()
            return words

    def _end(self) -> None:
        life, self._life = self._life, None
        if life is not None:
            life.end()

    def _ensure_open(self) -> None:
        if self._closed:
            raise UnavailableError("the embedded model is closed")
