"""News articles in, typed event records out, and evidence for every value."""

from eventschema.api import IncompleteWarning, aextract, extract, extract_many
from eventschema.article import Article, Unreadable
from eventschema.draft import EventDraft, NamedDraft, ParticipantDraft
from eventschema.errors import (
    ArticleError,
    CompletionError,
    ConfigurationError,
    EventSchemaError,
    RefusedError,
    SinkError,
    StoppedError,
    UnavailableError,
)
from eventschema.extractor import Extractor
from eventschema.outcome import Outcome
from eventschema.plan import Plan
from eventschema.reading import read
from eventschema.schema import (
    Agreement,
    BaseEvent,
    Count,
    Event,
    EventDate,
    Evidence,
    Exercise,
    Incident,
    Meeting,
    Participant,
    Place,
    Rejection,
)
from eventschema.traffic import Limits

__all__ = [
    "Agreement",
    "Article",
    "ArticleError",
    "BaseEvent",
    "CompletionError",
    "ConfigurationError",
    "Count",
    "Event",
    "EventDate",
    "EventDraft",
    "EventSchemaError",
    "Evidence",
    "Exercise",
    "Extractor",
    "Incident",
    "IncompleteWarning",
    "Limits",
    "Meeting",
    "NamedDraft",
    "Outcome",
    "Participant",
    "ParticipantDraft",
    "Place",
    "Plan",
    "RefusedError",
    "Rejection",
    "SinkError",
    "StoppedError",
    "UnavailableError",
    "Unreadable",
    "aextract",
    "extract",
    "extract_many",
    "read",
]
