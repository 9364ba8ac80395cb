"""Everything that eventschema raises.

EventSchemaError
|-- ArticleError            an input cannot be read as an article
|-- ConfigurationError      a model, a key, an option or the weights: mend it and run again
|-- CompletionError         the model did not give a usable answer to one request
|   |-- UnavailableError    the endpoint cannot be reached, or still fails after every retry
|   `-- RefusedError        the model or its provider declined to answer
|-- StoppedError            the run was ended before all was asked; resume it
`-- SinkError               the records cannot be written
    `-- ReaderGoneError     nobody reads the pipe any more; no fault of anybody's
"""

from __future__ import annotations

from eventschema.usage import Usage


class EventSchemaError(Exception):
    """The root of every error that eventschema raises on purpose."""


class ArticleError(EventSchemaError):
    """An input cannot be read as an article; the message names it and says what to do."""


class ConfigurationError(EventSchemaError):
    """A setting, a key, an extra or the weights are missing or wrong, for every article alike."""


class CompletionError(EventSchemaError):
    """One request to the model gave no usable answer."""


class UnavailableError(CompletionError):
    """The endpoint cannot be reached or keeps failing; another try later may succeed."""


class RefusedError(CompletionError):
    """The model, or its provider's filter, declined to answer; `usage` is what that cost."""

    def __init__(self, message: str, usage: Usage | None = None) -> None:
        super().__init__(message)
        self.usage = usage or Usage()


class StoppedError(EventSchemaError):
    """A budget is spent, or somebody ended the run: nothing more is asked; the message says why."""


class SinkError(EventSchemaError):
    """Records cannot be written where they were asked for."""


class ReaderGoneError(SinkError):
    """The pipe that records are written into was closed at its other end."""
