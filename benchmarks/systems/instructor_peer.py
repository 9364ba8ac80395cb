"""Plain instructor: one call an article, one schema for all, its quotes looked up in the text.

It is given eventschema's guidelines and worked example, and one reask. An event's evidence is the
place where its quote stands in the text, word for word; where it stands nowhere, there is none.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import metadata
from typing import Annotated

import instructor
import openai
from pydantic import BaseModel, Field

from eventschema import Article, BaseEvent, worked_example
from eventschema.draft import EventDraft, ParticipantDraft, event_type
from eventschema.span import Span
from eventschema.vocabularies import (
    AgreementStatus,
    Certainty,
    ExerciseDomain,
    IncidentCategory,
    Instrument,
    MeetingFormat,
    Modality,
    Stage,
)
from systems import guideline
from systems.conversion import Said, Who, record
from systems.served import MAX_TOKENS, Extract, Served

logging.getLogger("instructor").setLevel(logging.CRITICAL)  # failures are listed in the table

REASKS = 1
Strings = Annotated[list[str], Field(max_length=4)]


class Participant(BaseModel):
    """Who took part."""

    name: str
    office: str | None
    country: str | None
    role: str | None


class Reported(BaseModel):
    """What every event has."""

    quote: str
    modality: Modality | None
    certainty: Certainty | None
    when: str | None
    where: str | None
    participants: list[Participant] = Field(max_length=10)


class Meeting(Reported):
    """A meeting."""

    format: MeetingFormat | None
    forum: str | None
    topics: Strings
    outcomes: Strings


class Agreement(Reported):
    """An agreement."""

    name: str
    aliases: Strings
    instrument: Instrument | None
    status: AgreementStatus | None
    domains: Strings


class Exercise(Reported):
    """A military exercise."""

    name: str
    series: str | None
    domains: list[ExerciseDomain] = Field(max_length=4)
    personnel: str | None


class Incident(Reported):
    """An incident."""

    category: IncidentCategory | None
    stage: Stage | None
    killed: str | None
    injured: str | None
    weapons: Strings


class Events(BaseModel):
    """All events of an article."""

    meeting: list[Meeting] = Field(max_length=10)
    agreement: list[Agreement] = Field(max_length=10)
    exercise: list[Exercise] = Field(max_length=10)
    incident: list[Incident] = Field(max_length=10)


def version() -> str:
    """The version that is installed."""
    return metadata.version("instructor")


@contextmanager
def opened(served: Served) -> Iterator[Extract]:
    """Extract with the served model."""
    endpoint = served.endpoint
    with openai.OpenAI(base_url=endpoint.base_url, api_key=endpoint.api_key) as chat:
        client = instructor.from_openai(chat, mode=instructor.Mode.JSON_SCHEMA)

        def extract(article: Article) -> Sequence[BaseEvent]:
            events = client.create(
                model=endpoint.model,
                response_model=Events,
                messages=[
                    {"role": "system", "content": _system_message()},
                    {"role": "user", "content": _question(article.text)},
                ],
                max_retries=REASKS,
                temperature=0,
                max_tokens=MAX_TOKENS,
            )
            found = [said(kind, one, article.text) for kind, one in _each(events)]
            return [record(one, article, by="instructor", number=i) for i, one in enumerate(found)]

        yield extract


def said(event_type: str, event: Reported, text: str) -> Said:
    """The event as it was reported, its quote looked up in `text`."""
    told = event.model_dump()
    return Said(
        event_type=event_type,
        evidence=_found(event.quote, text),
        name=told.get("name"),
        when=event.when,
        where=[event.where] if event.where else [],
        participants=[Who(who.name, who.office, who.country) for who in event.participants],
        words={name: told.get(name) for name in ("modality", "status", "category")},
        numbers={name: told.get(name) for name in ("killed", "injured")},
    )


def _each(events: Events) -> Iterator[tuple[str, Reported]]:
    for kind in Events.model_fields:
        for event in getattr(events, kind):
            yield kind, event


def _found(quote: str, text: str) -> Span | None:
    at = text.find(quote) if quote.strip() else -1
    return Span(at, at + len(quote)) if at >= 0 else None


def _question(text: str) -> str:
    kinds = "every meeting, agreement, exercise and incident"
    return (
        f"ARTICLE\n{text}\nEND OF ARTICLE\n\nList {kinds} of this article. Answer with JSON only."
    )


def _system_message() -> str:
    quote = "- quote: the words of the article that say so, word for word"
    parts = (guideline.INSTRUCTIONS, guideline.fields(evidence=quote))
    return "\n\n".join([*parts, f"An example:\n{_question(guideline.EXAMPLE_TEXT)}\n{_answer()}"])


def _answer() -> str:
    events = {
        event_type(kind): [_told(draft) for draft in drafts]
        for kind, drafts in worked_example.ANSWERS.items()
    }
    return json.dumps(Events.model_validate(events).model_dump())


def _told(draft: EventDraft) -> dict[str, object]:
    who: Sequence[ParticipantDraft] = getattr(draft, "participants", [])
    participants = [one.model_dump() for one in who]
    return draft.model_dump() | {"quote": guideline.phrase(draft), "participants": participants}
