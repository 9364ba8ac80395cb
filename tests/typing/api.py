"""What the type checker knows of the public interface: checked by mypy, never run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import ClassVar, Literal, assert_never, assert_type

from pydantic import Field, TypeAdapter

from eventschema import (
    Agreement,
    Article,
    BaseEvent,
    CompletionError,
    ConfigurationError,
    Count,
    Event,
    EventDate,
    EventDraft,
    EventSchemaError,
    Evidence,
    Exercise,
    Extractor,
    Incident,
    IncompleteWarning,
    Meeting,
    NamedDraft,
    Outcome,
    Participant,
    ParticipantDraft,
    Place,
    Plan,
    Rejection,
    Unreadable,
    aextract,
    extract,
    extract_many,
    read,
)
from eventschema.draft import IncidentDraft, MeetingDraft
from eventschema.models import Complete, Message, Model, Reply, Usage
from eventschema.models.port import Answer, Judgment


class Sale(BaseEvent):
    """A record of one's own."""

    event_type: Literal["sale"] = "sale"
    price: str | None = None
    bidders: Count | None = None


class SaleDraft(EventDraft):
    """Something is sold."""

    record: ClassVar[type[BaseEvent]] = Sale
    signs: ClassVar[re.Pattern[str] | None] = re.compile("sold")

    participants: list[ParticipantDraft] = Field(default=[])
    price: str | None = None
    bidders: str | None = None


class TreatyDraft(EventDraft, NamedDraft):
    """Something that has a name."""

    record: ClassVar[type[BaseEvent]] = Agreement


class OwnModel:
    """Anything of this shape is a model."""

    name = "own"
    is_small = False
    settings: Mapping[str, float] = MappingProxyType({})

    def complete(self, messages: Sequence[Message], answer: type[Answer]) -> Reply[Answer]:
        """No answer."""
        del messages, answer
        return Reply(None, "", Usage(requests=1))

    def judge(self, messages: Sequence[Message]) -> Judgment:
        """No opinion."""
        del messages
        return Judgment(None)

    def close(self) -> None:
        """Nothing is held."""


def one_liner() -> list[BaseEvent]:
    """The shortest way, and every option of it."""
    events = extract("LISBON: They met on Wednesday.", published=date(2019, 3, 14))
    assert_type(events, list[BaseEvent])
    extract(Article(text="x"), model="local", types=["meeting", SaleDraft])
    assert_type(extract_many([Article(text="x")], types=[SaleDraft], workers=4), Iterator[Outcome])
    extract(b"bytes")  # type: ignore[arg-type]
    extract("x", date(2019, 3, 14))  # type: ignore[call-arg]
    return events


async def awaited() -> None:
    """The same, for asyncio."""
    assert_type(await aextract("x", types=["incident"]), list[BaseEvent])


def many(articles: list[Article]) -> Iterator[Rejection]:
    """A run of one's own."""
    plan = Plan(types=[MeetingDraft, IncidentDraft, SaleDraft], passes="single")
    with Extractor("openai/some-model", plan=plan, workers=16) as extractor:
        assert_type(extractor, Extractor)
        assert_type(extractor.model, str)
        for outcome in extractor.extract_many(articles):
            assert_type(outcome.events, Sequence[BaseEvent])
            assert_type(outcome.status, Literal["ok", "empty", "partial", "failed"])
            assert_type(outcome.usage.prompt_tokens, int)
            yield from outcome.rejected
    Plan(passes="twice")  # type: ignore[arg-type]


def from_files(paths: list[str]) -> Iterator[Outcome]:
    """What is read goes straight in; what could not be read stands in its place."""
    articles = read(paths)
    assert_type(articles, Iterator[Article | Unreadable])
    return extract_many(articles)


def by_kind(event: Event) -> str | None:
    """The union of the built-in types is told apart, and exhausted, by the type checker."""
    if isinstance(event, Meeting):
        return event.format
    if isinstance(event, Agreement):
        assert_type(event.name, str)
        return event.status
    match event:
        case Exercise():
            return event.series
        case Incident():
            assert_type(event.killed, Count | None)
            return event.stage
        case _:
            assert_never(event)


def by_tag(event: Event) -> str:
    """The literal tag serves as well as the class."""
    if event.event_type == "exercise":
        return event.name
    return event.title


def values(event: BaseEvent) -> None:
    """What every record has."""
    assert_type(event.date, EventDate | None)
    assert_type(event.places, list[Place])
    assert_type(event.participants, Sequence[Participant])
    assert_type(event.evidence, list[Evidence])
    assert_type(event.confidence, float | None)
    if event.date is not None:
        assert_type(event.date.start, date | None)
    event.title = "another"  # type: ignore[misc]


def read_back(line: str) -> Event:
    """A line of the output."""
    adapter: TypeAdapter[Event] = TypeAdapter(Event)
    return adapter.validate_json(line)


def own_model() -> None:
    """A model of one's own needs no base class."""
    model: Model = OwnModel()
    ask: Complete = model.complete
    Extractor(model).close()
    Extractor(OwnModel()).close()
    Extractor(ask)  # type: ignore[arg-type]


def errors() -> None:
    """What is raised on purpose has one root, and what is only incomplete is a warning."""
    try:
        one_liner()
    except (CompletionError, ConfigurationError) as error:
        assert_type(error, CompletionError | ConfigurationError)
        root: EventSchemaError = error
        raise SystemExit(str(root)) from error
    category: type[UserWarning] = IncompleteWarning
    del category
