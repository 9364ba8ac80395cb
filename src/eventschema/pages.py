"""Pages in HTML: what trafilatura finds of an article on them."""

from __future__ import annotations

import re
from datetime import date

from eventschema.article import Article
from eventschema.errors import ArticleError, ConfigurationError

LONGEST = 20_000_000
"""Bytes of a page: the limit that trafilatura sets itself."""

_MOST_UNDECODABLE = 0.1  # of a page's characters; a stray byte or two does not make it binary
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")  # byte order marks of the one encoding of pages with NULs
_VALUE = rb"""(?:"[^"]*+"|'[^']*+'|[^\s>"']*+)"""
_BRISTLING = re.compile(
    rb"<\x00?[A-Za-z][\w:.\x00-]*+(?:[\s/]++[^\s\"'<>/=]++(?:\s*+=\s*+" + _VALUE + rb")?+){1000}"
)
"""A tag with a thousand attributes, for which libxml2 takes the square of their number."""


def require() -> None:
    """Nothing, where pages can be read.

    Raises:
        ConfigurationError: the `html` extra is missing.

    """
    try:
        import trafilatura  # noqa: F401, PLC0415 - an extra, and 0.2 s to import
    except ImportError as error:
        raise ConfigurationError(
            f"reading HTML needs trafilatura ({error}); pip install 'eventschema[html]'"
        ) from error


def extracted(raw: bytes) -> Article:
    """The article on a page, with what the page tells of it.

    Raises:
        ArticleError: there is none, or the page is none.

    """
    from trafilatura import bare_extraction  # noqa: PLC0415 - an extra, and 0.2 s to import
    from trafilatura.settings import Document  # noqa: PLC0415

    _check(raw)
    # An extensive search would take the year of the copyright line for the date of publication.
    dates = {"original_date": True, "extensive_search": False, "max_date": "9999-12-31"}
    page = bare_extraction(
        raw, with_metadata=True, include_comments=False, date_extraction_params=dates
    )
    if not isinstance(page, Document) or not (text := (page.text or "").strip()):
        raise ArticleError("no article text was found on the page")
    if text.count("\ufffd") > _MOST_UNDECODABLE * len(text):
        raise ArticleError("not a page: its bytes are not characters of any known encoding")
    return Article(
        text=text,
        title=page.title or None,
        url=page.url or None,
        source=page.sitename or None,
        published=day(page.date or ""),
        language=page.language or None,
    )


def _check(raw: bytes) -> None:
    if len(raw) > LONGEST:
        raise ArticleError(f"the page is too long: at most {LONGEST:,} bytes")
    if (offset := raw.find(b"\0")) >= 0 and not raw.startswith(_UTF_16):
        raise ArticleError(f"not a page: byte {offset} is NUL, as in binary files")
    if found := _BRISTLING.search(raw):
        raise ArticleError(f"not a page: the tag at byte {found.start()} has 1,000 attributes")


def day(iso: str) -> date | None:
    """The day that an ISO date names, null where it is none."""
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None
