"""Gold: what people found in an article, and what they will accept in a record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, get_args

from pydantic import BaseModel, ConfigDict, Field

from eventschema.article import Article
from eventschema.scoring.files import ScoringError, contents, parsed, rows, validated
from eventschema.span import Span
from eventschema.vocabularies import AgreementStatus, IncidentCategory, Modality

Anchor = Annotated[str, Field(min_length=1)]


class GoldEvent(BaseModel):
    """One event that the article reports, and every value of it that is right.

    `anchors` are verbatim snippets of the sentences that report it, and `names` what an agreement
    or an exercise may be called. `date` lists the acceptable EDTF values; an empty list asks for
    null. `status` and `category` list the acceptable words. `killed` and `injured` are a number, or
    a pair (low, high) within which every bound must lie; null asks for null. Keys that end in
    `_optional` or `_ok` accept more, and ask for nothing. An `optional` event costs nothing when it
    is missed and nothing when it is found.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    type: str
    anchors: list[Anchor] = Field(min_length=1)
    names: list[str] = []
    date: list[str]
    date_null_ok: bool = False
    people: list[str] = []
    people_optional: list[str] = []
    countries: list[str] = []
    countries_optional: list[str] = []
    places: list[str] = []
    place_null_ok: bool = False
    place_country: str | None = None
    place_country_ok: list[str | None] = []
    modality: str
    modality_ok: list[str] = []
    status: list[str] = []
    category: list[str] = []
    killed: int | tuple[int, int] | None = None
    injured: int | tuple[int, int] | None = None
    casualties_null_ok: bool = False
    optional: bool = False

    @property
    def label(self) -> str:
        """What a person finds it by: its name, or else its first anchor."""
        return (self.names or self.anchors)[0]

    def spans_in(self, text: str) -> list[Span]:
        """Everywhere that an anchor stands in `text`, in code points."""
        return [
            Span(start, start + len(anchor))
            for anchor in self.anchors
            for start in _occurrences(anchor, text)
        ]

    def doubts(self, text: str) -> Iterator[str]:
        """What looks like a slip of the annotator, each in a few words."""
        yield from (f"unknown key {key!r}" for key in self.model_extra or {})
        yield from (f"anchor not in the text: {a!r}" for a in self.anchors if a not in text)
        yield from _unknown("modality", [self.modality, *self.modality_ok], get_args(Modality))
        yield from _unknown("status", self.status, get_args(AgreementStatus))
        yield from _unknown("category", self.category, get_args(IncidentCategory))


class GoldArticle(BaseModel):
    """An article and all events that it reports.

    Offsets count code points of `text`. `forbidden` are values that no record of the article may
    have, such as the dateline's place; they are compared with whole values, never with quotes.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str = Field(min_length=1)
    title: str | None = None
    source: str | None = None
    published: date | None = None
    text: str
    events: list[GoldEvent]
    forbidden: list[str] = []

    @property
    def article(self) -> Article:
        """The article as a reader is given it."""
        return Article(
            id=self.id,
            text=self.text,
            title=self.title,
            source=self.source,
            published=self.published,
        )

    def doubts(self) -> Iterator[tuple[GoldEvent, str]]:
        """What looks like a slip of the annotator, with the event that it concerns."""
        return ((event, doubt) for event in self.events for doubt in event.doubts(self.text))


def read_gold(path: Path) -> list[GoldArticle]:
    """The gold of a folder, one .json file an article, or of a .jsonl file, one line an article.

    In a folder, a .json file that holds no object with "events" is not gold and is passed over.

    Raises:
        ScoringError: there is none, a file or line is malformed, or two articles have one id.

    """
    articles = [
        validated(GoldArticle, value, place)
        for place, value in (_folder(path) if path.is_dir() else rows(path))
    ]
    if not articles:
        raise ScoringError(f"{path} holds no gold article")
    if twice := _first_duplicate([article.id for article in articles]):
        raise ScoringError(f"{path} has two gold articles with the id {twice!r}")
    return articles


def _folder(folder: Path) -> Iterator[tuple[str, object]]:
    for path in sorted(folder.glob("*.json")):
        value = parsed(contents(path), str(path))
        if isinstance(value, dict) and "events" in value:
            yield str(path), value


def _first_duplicate(ids: Sequence[str]) -> str | None:
    return next((name for i, name in enumerate(ids) if name in ids[:i]), None)


def _occurrences(part: str, text: str) -> Iterator[int]:
    start = text.find(part)
    while start >= 0:
        yield start
        start = text.find(part, start + 1)


def _unknown(field: str, words: Sequence[str], known: Sequence[str]) -> Iterator[str]:
    return (f"{word!r} is no {field}" for word in words if word not in known)
