"""The input: one news article."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from eventschema.errors import ArticleError

_Unicode = Annotated[str, Field(min_length=0)]  # pydantic looks for lone surrogates in these only


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _id_from_text(fields: Mapping[str, object]) -> str:
    return "article-" + _digest(str(fields.get("text", "")))[:10]


class Article(BaseModel):
    """A news article as it was read.

    Every offset in every record counts code points of `text`, which is never altered.
    `published` is the reference for relative dates ("on Monday"); without it they stay unresolved.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    text: str
    id: str = Field(default_factory=_id_from_text, min_length=1)
    title: _Unicode | None = None
    url: _Unicode | None = None
    source: _Unicode | None = None
    published: date | None = None
    language: _Unicode | None = None

    @property
    def sha256(self) -> str:
        """Hexadecimal SHA-256 of the text in UTF-8."""
        return _digest(self.text)

    @property
    def fingerprint(self) -> str:
        """Hexadecimal SHA-256 of all that is known of the article, its text included."""
        return _digest(self.model_dump_json(exclude={"text"}) + self.sha256)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What stands in the place of an input that is no article, so that it is counted and named."""

    id: str
    path: str
    error: ArticleError

    @property
    def fingerprint(self) -> str:
        """Hexadecimal SHA-256 of what is known of it."""
        return _digest(f"{self.id}\n{self.error}")
