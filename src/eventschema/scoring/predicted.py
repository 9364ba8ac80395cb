"""What scoring needs of a predicted record, whoever made it: eventschema or another tool."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from eventschema.scoring.files import rows, validated
from eventschema.span import Span

Item = TypeVar("Item")


def _empty_if_null(value: object) -> object:
    return [] if value is None else value


Items = Annotated[list[Item], BeforeValidator(_empty_if_null)]


class _Loose(BaseModel):
    """Other fields than these are nobody's business here."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class PredictedDate(_Loose):
    """When, in the article's words and as EDTF."""

    text: str | None = None
    edtf: str | None = None


class PredictedPlace(_Loose):
    """Where."""

    text: str | None = None
    country: str | None = None


class PredictedCount(_Loose):
    """How many."""

    low: int | None = None
    best: int | None = None
    high: int | None = None
    text: str | None = None

    @property
    def bounds(self) -> list[int]:
        """The numbers that are given."""
        return [bound for bound in (self.low, self.best, self.high) if bound is not None]


class PredictedParticipant(_Loose):
    """Who took part."""

    name: str | None = None
    kind: str | None = None
    role: str | None = None
    office: str | None = None
    country: str | None = None
    mentions: Items[str] = []


class PredictedEvidence(_Loose):
    """Where a value stands: `text[start:end] == quote` of the article, in code points."""

    path: str = ""
    quote: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Its place in the article."""
        return Span(self.start, self.end)


class PredictedArticle(_Loose):
    """The article that the record comes from."""

    id: str


class PredictedRecord(_Loose):
    """One record: every field but its type and its article may be missing."""

    event_type: str
    article: PredictedArticle
    id: str | None = None
    title: str | None = None
    name: str | None = None
    modality: str | None = None
    date: PredictedDate | None = None
    places: Items[PredictedPlace] = []
    participants: Items[PredictedParticipant] = []
    status: str | None = None
    category: str | None = None
    killed: PredictedCount | None = None
    injured: PredictedCount | None = None
    weapons: Items[str] = []
    evidence: Items[PredictedEvidence] = []
    confidence: float | None = Field(default=None, ge=0, le=1)

    @property
    def label(self) -> str:
        """What a person finds it by: its name or title, or else what it quotes first."""
        quoted = self.evidence[0].quote if self.evidence else "without evidence"
        return self.name or self.title or quoted

    @property
    def texts(self) -> list[str]:
        """The values that must stand in the article: names, offices, places, words of dates."""
        given = [p.name for p in self.participants] + [p.office for p in self.participants]
        given += [place.text for place in self.places]
        given += [value.text for value in (self.date, self.killed, self.injured) if value]
        return [text for text in given if text]

    @property
    def whole_values(self) -> list[str]:
        """The values that gold may forbid: names, offices, places, countries and dates."""
        given = [self.name]
        given += [value for p in self.participants for value in (p.name, p.country, p.office)]
        given += [value for place in self.places for value in (place.text, place.country)]
        given += [self.date.text, self.date.edtf] if self.date else []
        return [value for value in given if value]


def read_predicted(path: Path) -> Iterator[PredictedRecord]:
    """The records of a JSON lines file, or of standard input where `path` is "-".

    Raises:
        ScoringError: the file cannot be read, or a line is no record; the line is named.

    """
    return (validated(PredictedRecord, value, place) for place, value in rows(path))
