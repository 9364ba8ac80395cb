"""From files, folders and pipes to articles: text as it stands, and what is known about it."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from io import BytesIO
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO

from eventschema import pages
from eventschema.article import Article, Unreadable
from eventschema.errors import ArticleError
from eventschema.pages import day
from eventschema.sources import PAGES, ROWS, STDIN, Ids, Source, sources

LONGEST_TEXT = 2_000_000
"""Code points of an article; a wire report has some 3,000, "War and Peace" 3,200,000."""

_LONGEST_FILE = 4 * LONGEST_TEXT + 3  # bytes: UTF-8 takes up to four a code point; a BOM is three
_LONGEST_LINE = 8 * LONGEST_TEXT  # bytes: JSON takes six for most escaped letters; plus metadata
_DATE_LINES = 8  # a date below a site's name, a headline and a byline still stands among these

_BOM = b"\xef\xbb\xbf"

_LEADING_DATE = re.compile(r"\s*date (\d{4}-\d{2}-\d{2})\b", re.IGNORECASE)
_LINE = re.compile(r"\S[^\r\n]*")
_DATE_LINE = re.compile(
    r"(?:(?:published|publication date|date)(?: on)?\s*:?\s*)?(\d{4}-\d{2}-\d{2})"
    r"(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?)?\s*",
    re.IGNORECASE,
)
_DATE_VALUE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}.*)?", re.ASCII)
_UNUSABLE = re.compile(r"[\x00\ud800-\udfff]")


def read(
    paths: Path | str | Iterable[Path | str],
    *,
    stdin: BinaryIO | None = None,
    written: Iterable[Path] = (),
) -> Iterator[Article | Unreadable]:
    """The articles of all `paths`, one after the other; nothing is read before it is asked for.

    A path is a file, a folder (searched with its subfolders for .txt, .html, .htm, .jsonl and
    .ndjson; hidden ones are left out, links to folders not followed), or "-" for standard input:
    JSON lines where its first line is a JSON object with "text", else one text. A file of another
    suffix is read as text. What is named twice is read once, and the files that are `written` in
    the same run, never.

    Text is UTF-8 and is kept as it stands, newlines included; a byte order mark is not part of it,
    so offsets count from after it. `published` is taken from metadata, or, in a text, from a
    leading `date 2025-05-05` or an ISO date on a line of its own near the top: the date as printed,
    never one that is written out in the report itself.

    Ids are JSON "id"s, or file stems, made unique by their folders; a JSON line without one has its
    file's and its line number. What cannot be read, or is longer than LONGEST_TEXT, or is a page
    with content but no article text, comes as an Unreadable: every file, and every line that is not
    blank, yields exactly one thing.

    Raises:
        ArticleError: at once, where a path does not exist, or is written.
        ConfigurationError: at once, where a page is to be read and the `html` extra is missing.

    """
    given = [paths] if isinstance(paths, (str, Path)) else paths
    found = sources(given, written=written)
    if any(source.suffix in PAGES for source in found):
        pages.require()
    ids = Ids(source.id for source in found if source.suffix not in ROWS)
    return chain.from_iterable(_articles(source, ids, stdin) for source in found)


def _articles(source: Source, ids: Ids, stdin: BinaryIO | None) -> Iterator[Article | Unreadable]:
    try:
        if str(source.path) == STDIN:
            yield from _standard_input(stdin or sys.stdin.buffer, source, ids)
            return
        with source.path.open("rb") as stream:
            if source.suffix in ROWS:
                yield from _rows(_lines(stream), source, ids)
            elif source.suffix in PAGES:
                yield _page(stream.read(pages.LONGEST + 1), source)
            else:
                yield _text_file(stream.read(_LONGEST_FILE + 1), source)
    except OSError as error:
        yield source.unreadable(f"cannot be read: {error.strerror or error}")


def _standard_input(stream: BinaryIO, source: Source, ids: Ids) -> Iterator[Article | Unreadable]:
    head = bytearray()
    line = b"\n"
    while line and not line.strip() and len(head) <= _LONGEST_FILE:
        line = stream.readline(_LONGEST_LINE + 1)
        head += line
    if _has_text(line.removeprefix(_BOM)):
        yield from _rows(chain(_lines(BytesIO(head)), _lines(stream)), source, ids)
    else:
        rest = stream.read(max(0, _LONGEST_FILE + 1 - len(head)))
        yield _text_file(bytes(head) + rest, source)


def _has_text(line: bytes) -> bool:
    try:
        return "text" in _fields(line)
    except ArticleError:
        return False


def _text_file(raw: bytes, source: Source) -> Article | Unreadable:
    try:
        text = _decoded(raw)
    except ArticleError as error:
        return source.unreadable(str(error))
    return Article(id=source.id, text=text, published=_published_in(text))


def _decoded(raw: bytes) -> str:
    if len(raw) > _LONGEST_FILE:
        raise ArticleError(_too_long("text"))
    if (offset := raw.find(b"\0")) >= 0:
        raise ArticleError(f"not a text: byte {offset} is NUL; if it is UTF-16, use iconv -t UTF-8")
    try:
        text = raw.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        offset = error.start + len(raw) - len(raw.removeprefix(_BOM))
        raise ArticleError(
            f"not UTF-8: byte {offset} is 0x{raw[offset]:02x}; convert the file, for instance with "
            "iconv -f WINDOWS-1252 -t UTF-8"
        ) from error
    return _within_limit(text)


def _too_long(what: str) -> str:
    return f"the {what} is too long: an article has at most {LONGEST_TEXT:,} characters; split it"


def _within_limit(text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise ArticleError(_too_long("text"))
    return text


def _published_in(text: str) -> date | None:
    leading = _LEADING_DATE.match(text)
    lines = (found[0] for found in islice(_LINE.finditer(text), _DATE_LINES))
    dated = (_DATE_LINE.fullmatch(line) for line in lines)
    days = (day(found[1]) for found in chain([leading], dated) if found)
    return next((day for day in days if day), None)


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """The lines of a stream, null in the place of each that is too long to be held."""
    while line := stream.readline(_LONGEST_LINE + 1):
        if len(line) <= _LONGEST_LINE or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_LONGEST_LINE)
        yield None


def _rows(
    lines: Iterable[bytes | None], source: Source, ids: Ids
) -> Iterator[Article | Unreadable]:
    for number, line in enumerate(lines, start=1):
        content = line.removeprefix(_BOM) if line and number == 1 else line
        if content is None or content.strip():
            yield _row(content, number, source, ids)


def _row(line: bytes | None, number: int, source: Source, ids: Ids) -> Article | Unreadable:
    identity = f"{source.id}-{number}"
    try:
        fields = _fields(line)
        identity = _identity(fields) or identity
        article = _article(fields)
    except ArticleError as error:
        named = ArticleError(f"{source.name}, line {number}: {error}")
        return Unreadable(ids.claim(identity, within=source.id), source.name, named)
    return article.model_copy(update={"id": ids.claim(identity, within=source.id)})


def _fields(line: bytes | None) -> Mapping[str, object]:
    if line is None:
        raise ArticleError(_too_long("line"))
    try:
        fields: object = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ArticleError(f"not UTF-8: byte {error.start} of the line") from error
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"not JSON: {error}") from error
    if not isinstance(fields, dict):
        raise ArticleError("not a JSON object")
    return fields


def _identity(fields: Mapping[str, object]) -> str | None:
    value = fields.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _string(fields, "id")


def _article(fields: Mapping[str, object]) -> Article:
    text = fields.get("text")
    if not isinstance(text, str):
        raise ArticleError('"text" is missing' if text is None else '"text" is not a string')
    return Article(
        text=_within_limit(_string(fields, "text") or ""),
        title=_string(fields, "title"),
        url=_string(fields, "url"),
        source=_string(fields, "source"),
        published=_published_value(_string(fields, "published")),
        language=_string(fields, "language"),
    )


def _string(fields: Mapping[str, object], name: str) -> str | None:
    """The value of a field, null where it is absent or empty."""
    value = fields.get(name)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise ArticleError(f'"{name}" is not a string')
    if found := _UNUSABLE.search(value):
        raise ArticleError(
            f'"{name}" holds U+{ord(found[0]):04X} at character {found.start()}, '
            "which is no character of a text; remove it"
        )
    return value


def _published_value(value: str | None) -> date | None:
    if value is None:
        return None
    found = _DATE_VALUE.fullmatch(value.strip())
    try:
        return datetime.fromisoformat(found[0]).date() if found else date.fromisoformat("")
    except ValueError as error:
        raise ArticleError(
            f'"published" is {value!r}: give an ISO date such as "2025-05-05", or null'
        ) from error


def _page(raw: bytes, source: Source) -> Article | Unreadable:
    if not raw.removeprefix(_BOM).strip():
        return Article(id=source.id, text="")
    try:
        article = pages.extracted(raw)
        _within_limit(article.text)
    except ArticleError as error:
        return source.unreadable(str(error))
    return article.model_copy(update={"id": source.id})
