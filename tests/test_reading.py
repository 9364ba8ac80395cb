from __future__ import annotations

import json
import sys
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventschema import pages, reading
from eventschema.article import Article, Unreadable
from eventschema.errors import ArticleError, ConfigurationError
from eventschema.reading import read

PAGE = """<!doctype html><html><head><title>Dam pact signed | The Lantern</title>
<meta charset="{charset}">
<meta property="og:title" content="Dam pact signed">
<meta property="og:site_name" content="The Lantern">
<meta property="article:published_time" content="2031-03-04T23:30:00+05:30">
<link rel="canonical" href="https://lantern.example/dam"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Dam pact signed</h1>
<p>The envoys of Freedonia and Sylvania signed the dam pact in the Café Roe, officials said.</p>
<p>Both sides will meet again in the spring, when the water is high, a spokesman told us.</p>
</article><footer>Copyright 2019 The Lantern</footer></body></html>"""


def rows(*values: object) -> bytes:
    """The values as JSON lines."""
    return b"".join(json.dumps(value).encode() + b"\n" for value in values)


def one(path: Path, content: bytes) -> Article | Unreadable:
    """What is read from a file with this content."""
    path.write_bytes(content)
    (found,) = read([path])
    return found


def complaint(found: Article | Unreadable) -> str:
    """Why it could not be read."""
    assert isinstance(found, Unreadable)
    return str(found.error)


def test_a_text_is_kept_as_it_stands(tmp_path: Path) -> None:
    """Newlines of every kind, blanks and emoji are the file's own."""
    text = "\r\nOne 😀\r\ntwo\rthree\u2028four\n\n"
    found = one(tmp_path / "x.txt", text.encode())
    assert found == Article(id="x", text=text)


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_every_text_survives_reading(text: str) -> None:
    """Whatever is UTF-8 without NUL is read back, code point by code point."""
    (found,) = read("-", stdin=BytesIO(b"# " + text.encode()))
    assert isinstance(found, Article)
    assert found.text == "# " + text


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    """Offsets count from after the mark; JSON lines may begin with one too."""
    assert one(tmp_path / "x.txt", b"\xef\xbb\xbfRoe") == Article(id="x", text="Roe")
    assert one(tmp_path / "y.jsonl", b"\xef\xbb\xbf" + rows({"text": "Roe"})) == Article(
        id="y-1", text="Roe"
    )


@pytest.mark.parametrize("content", [b"", b" \n\n"])
def test_blank_files_are_articles(tmp_path: Path, content: bytes) -> None:
    """An empty file is an article with an empty text, not an error."""
    assert one(tmp_path / "x.txt", content) == Article(id="x", text=content.decode())


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"Caf\xe9", "not UTF-8: byte 3 is 0xe9; convert the file"),
        (b"\xef\xbb\xbfCaf\xe9", "not UTF-8: byte 6 is 0xe9; convert the file"),
        (b"%PDF-1.7\0\0", "not a text: byte 8 is NUL"),
        ("Roe".encode("utf-16"), "not a text: byte 3 is NUL; if it is UTF-16, use iconv"),
    ],
)
def test_what_is_no_text_is_unreadable(tmp_path: Path, content: bytes, reason: str) -> None:
    """The message names the file, the byte and the cure; the suffix does not matter."""
    path = tmp_path / "x.doc"
    found = one(path, content)
    assert isinstance(found, Unreadable)
    assert (found.id, found.path) == ("x", str(path))
    assert complaint(found).startswith(f"{path}: {reason}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\n date 2031-03-04 Menu Explore\nRoe", date(2031, 3, 4)),
        ("The Lantern\nDam pact signed\n\n2031-03-04\n\nRoe", date(2031, 3, 4)),
        ("Published: 2031-03-04\r\nRoe", date(2031, 3, 4)),
        ("date: 2031-03-04", date(2031, 3, 4)),
        ("Published on 2031-03-04 23:59 UTC\nRoe", date(2031, 3, 4)),
        ("2031-03-04T23:08:00+05:30\nRoe", date(2031, 3, 4)),
        ("2031-02-30\n2031-03-04", date(2031, 3, 4)),
        ("date 2031-02-30 Menu", None),
        ("PORT ROE, March 4, 2031 - Roe", None),
        ("March 4, 2031\nRoe", None),
        ("Updated: 2031-03-04", None),
        ("2031-03-04 was a Tuesday.", None),
        ("Roe said\ndate 2031-03-04 is near", None),
        ("a\n" * 8 + "2031-03-04", None),
        ("", None),
    ],
)
def test_the_date_of_a_text(tmp_path: Path, text: str, expected: date | None) -> None:
    """Only a leading date or an ISO date line near the top is the date of publication."""
    found = one(tmp_path / "x.txt", text.encode())
    assert isinstance(found, Article)
    assert found.published == expected


def test_a_row_has_what_its_line_says(tmp_path: Path) -> None:
    """All fields are taken as they are, others are ignored, blank lines are none."""
    full = {"text": "Roe\n", "title": "T", "url": "u", "source": "S", "language": "en", "x": [1]}
    (tmp_path / "news.jsonl").write_bytes(
        b"\n" + rows({**full, "id": "a", "published": "2031-03-04"}, {"text": "", "id": 7})
    )
    assert list(read([tmp_path])) == [
        Article(
            id="a", text="Roe\n", title="T", url="u", source="S", language="en",
            published=date(2031, 3, 4),
        ),
        Article(id="7", text=""),
    ]  # fmt: skip


def test_rows_without_an_id_have_the_line_number(tmp_path: Path) -> None:
    """The number is the line's, blank lines counted; null and empty are absent."""
    (tmp_path / "news.ndjson").write_bytes(
        rows({"text": "a"})
        + b"\n"
        + rows({"text": "b", "id": None, "title": ""})
        + b'{"text": "c"}'
    )
    assert list(read([tmp_path])) == [
        Article(id="news-1", text="a"),
        Article(id="news-3", text="b"),
        Article(id="news-4", text="c"),
    ]


def test_ids_are_unique_across_the_run(tmp_path: Path) -> None:
    """A row whose id is taken, by a file or by another row, has its file's name before it."""
    (tmp_path / "a.jsonl").write_bytes(rows({"text": "1", "id": "x"}, {"text": "2", "id": "x"}))
    (tmp_path / "b.jsonl").write_bytes(rows({"text": "3", "id": "x"}, {"text": "4", "id": "b"}))
    (tmp_path / "x.txt").write_bytes(b"5")
    assert [found.id for found in read([tmp_path])] == ["a/x", "a/x-2", "b/x", "b", "x"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        ("", None),
        ("2031-03-04", date(2031, 3, 4)),
        (" 2031-03-04T23:59:00Z ", date(2031, 3, 4)),
        ("2031-03-04 00:01:00+05:30", date(2031, 3, 4)),
    ],
)
def test_the_date_of_a_row(tmp_path: Path, value: object, expected: date | None) -> None:
    """A date or a datetime counts as printed; its time zone does not move it."""
    found = one(tmp_path / "x.jsonl", rows({"text": "Roe", "published": value}))
    assert isinstance(found, Article)
    assert found.published == expected


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "not JSON: "),
        (b"[" * 100_000, "not JSON: "),
        (b'{"text": "\xe9"}', "not UTF-8: byte 10 of the line"),
        (b'["Roe"]', "not a JSON object"),
        (b"{}", '"text" is missing'),
        (b'{"text": null}', '"text" is missing'),
        (b'{"text": 5}', '"text" is not a string'),
        (b'{"text": "Roe \\ud800"}', '"text" holds U+D800 at character 4'),
        (b'{"text": "\\u0000"}', '"text" holds U+0000 at character 0'),
        (b'{"text": "Roe", "title": "\\udfff"}', '"title" holds U+DFFF'),
        (b'{"text": "Roe", "url": {}}', '"url" is not a string'),
        (b'{"text": "Roe", "id": true}', '"id" is not a string'),
        (b'{"text": "Roe", "id": 1.5}', '"id" is not a string'),
        (b'{"text": "Roe", "published": "4 March"}', "\"published\" is '4 March': give an ISO"),
        (b'{"text": "Roe", "published": "2031-02-30"}', '"published" is'),
        (b'{"text": "Roe", "published": "2031-03-04Tea"}', '"published" is'),
        (b'{"text": "Roe", "published": "20310304"}', '"published" is'),
        (b'{"text": "Roe", "published": 20310304}', '"published" is not a string'),
    ],
)
def test_a_bad_line_is_unreadable_and_alone(tmp_path: Path, line: bytes, reason: str) -> None:
    """The message names file and line, and its neighbors are read."""
    path = tmp_path / "news.jsonl"
    path.write_bytes(rows({"text": "a"}) + line + b"\n" + rows({"text": "b"}))
    before, found, after = read([path])
    assert isinstance(found, Unreadable)
    assert (before.id, found.id, after.id) == ("news-1", "news-2", "news-3")
    assert found.path == str(path)
    assert complaint(found).startswith(f"{path}, line 2: {reason}")


def test_a_bad_row_keeps_its_id(tmp_path: Path) -> None:
    """Where the id of a bad line can be read, it names the failure."""
    found = one(tmp_path / "x.jsonl", rows({"id": "roe", "text": "Roe", "published": "soon"}))
    assert found.id == "roe"


def test_long_inputs_are_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text, a line or a page beyond the limit says so, and the lines after it are read."""
    monkeypatch.setattr(reading, "LONGEST_TEXT", 10)
    monkeypatch.setattr(reading, "_LONGEST_FILE", 43)
    monkeypatch.setattr(reading, "_LONGEST_LINE", 40)
    monkeypatch.setattr(pages, "LONGEST", 10)
    (tmp_path / "a.txt").write_text("😀" * 10)
    (tmp_path / "b.txt").write_text("x" * 11)
    (tmp_path / "c.txt").write_text("x" * 44)
    (tmp_path / "d.jsonl").write_bytes(rows({"text": "x" * 11}, {"text": "x" * 99}, {"text": "x"}))
    (tmp_path / "e.jsonl").write_bytes(b" " * 99)
    (tmp_path / "f.html").write_text(PAGE)
    found = list(read([tmp_path]))
    assert [one.id for one in found if isinstance(one, Article)] == ["a", "d-3"]
    reasons = [complaint(one) for one in found if isinstance(one, Unreadable)]
    assert len(reasons) == 6
    assert all("is too long: " in reason for reason in reasons)


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
def test_a_page_gives_text_and_metadata(tmp_path: Path, charset: str) -> None:
    """Text, title, site, address and the date of publication come from the page itself."""
    found = one(tmp_path / "x.html", PAGE.format(charset=charset).encode(charset))
    assert isinstance(found, Article)
    assert (found.title, found.source) == ("Dam pact signed", "The Lantern")
    assert (found.published, found.url) == (date(2031, 3, 4), "https://lantern.example/dam")
    assert found.text.split("\n")[-2:] == [
        "The envoys of Freedonia and Sylvania signed the dam pact in the Café Roe, officials said.",
        "Both sides will meet again in the spring, when the water is high, a spokesman told us.",
    ]


def test_the_year_of_the_copyright_is_no_date(tmp_path: Path) -> None:
    """A page without metadata has no date of publication."""
    page = PAGE.replace("2031-03-04T23:30:00+05:30", "soon").encode()
    found = one(tmp_path / "x.htm", page)
    assert isinstance(found, Article)
    assert found.published is None


@pytest.mark.parametrize("page", [b"", b" \n", b"\xef\xbb\xbf"])
def test_a_blank_page_is_an_empty_article(tmp_path: Path, page: bytes) -> None:
    """A page without any content is an article without any text."""
    assert one(tmp_path / "x.html", page) == Article(id="x", text="")


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (b"<html><body></body></html>", "no article text was found on the page"),
        (b"garbage", "no article text was found on the page"),
        (bytes(range(128, 256)) * 9, "no article text was found on the page"),
        (b"\xff\0\x01", "byte 1 is NUL"),
        (bytes(range(256)) * 8, "byte 0 is NUL"),
        (b"<html><body><p>" + bytes([*range(97, 123), *range(128, 256)]) * 20, "any known"),
        (b"\xff\xfe" + bytes(range(1, 256)) * 8, "no article text was found on the page"),
    ],
)
def test_a_page_without_article_is_unreadable(tmp_path: Path, page: bytes, reason: str) -> None:
    """Binary files, and pages that trafilatura finds no text in, are no articles."""
    found = one(tmp_path / "x.html", page)
    assert isinstance(found, Unreadable)
    assert reason in complaint(found)


def test_a_page_may_be_utf_16(tmp_path: Path) -> None:
    """A byte order mark says that the NULs of a page are no sign of a binary file."""
    found = one(tmp_path / "x.html", PAGE.format(charset="utf-16").encode("utf-16"))
    assert isinstance(found, Article)
    assert "Café Roe" in found.text


def test_pages_need_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without trafilatura the error comes at once and names the extra; texts need none."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    (tmp_path / "x.txt").write_text("Roe")
    assert list(read([tmp_path])) == [Article(id="x", text="Roe")]
    (tmp_path / "y.html").write_text(PAGE)
    with pytest.raises(ConfigurationError, match=r"pip install 'eventschema\[html\]'"):
        read([tmp_path])


def test_standard_input_may_be_a_text() -> None:
    """One text has the id "stdin"; what begins like JSON and is no article is a text."""
    for text in ("\n\nRoe said\nso.", "", '{"a": 1}\n{"text": "b"}', '["text"]', "{broken"):
        assert list(read(["-"], stdin=BytesIO(text.encode()))) == [Article(id="stdin", text=text)]


def test_standard_input_may_be_rows() -> None:
    """A first line that is a JSON object with "text" makes JSON lines of all."""
    stream = BytesIO(b"\n \n" + rows({"text": "a"}, {"no": 1}, {"text": "b", "id": "x"}))
    found = list(read(["-"], stdin=stream))
    assert [(type(one), one.id) for one in found] == [
        (Article, "stdin-3"),
        (Unreadable, "stdin-4"),
        (Article, "x"),
    ]


def test_standard_input_is_the_process_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a stream, the process' own standard input is read."""

    class Stdin:
        buffer = BytesIO(b"Roe")

    monkeypatch.setattr(sys, "stdin", Stdin())
    assert list(read(["-"])) == [Article(id="stdin", text="Roe")]


def test_a_mistyped_path_is_an_error_before_anything_is_read(tmp_path: Path) -> None:
    """The call itself raises, not the first article."""
    with pytest.raises(ArticleError, match="nowhere"):
        read([tmp_path / "nowhere.txt"])


def test_what_the_run_writes_is_not_read(tmp_path: Path) -> None:
    """A folder's other files are."""
    (tmp_path / "a.txt").write_text("They met.", encoding="utf-8")
    output = tmp_path / "out.jsonl"
    output.write_text('{"text": "They met."}\n', encoding="utf-8")
    assert [article.id for article in read(tmp_path, written=[output])] == ["a"]
    with pytest.raises(ArticleError, match=r"out\.jsonl"):
        read([output], written=[output])


def test_a_file_that_vanishes_is_unreadable(tmp_path: Path) -> None:
    """What cannot be opened is named in its place, and reading goes on."""
    (tmp_path / "a.txt").symlink_to("nowhere")
    (tmp_path / "b.txt").write_text("Roe")
    first, second = read(tmp_path)
    assert complaint(first) == f"{tmp_path}/a.txt: cannot be read: No such file or directory"
    assert second == Article(id="b", text="Roe")


def test_reading_streams(tmp_path: Path) -> None:
    """An article is there before the next one is read."""
    (tmp_path / "a.txt").write_text("Roe")
    (tmp_path / "b.txt").write_text("Doe")
    articles = read([tmp_path])
    assert next(articles) == Article(id="a", text="Roe")
    (tmp_path / "b.txt").write_text("Poe")
    assert next(articles) == Article(id="b", text="Poe")


DEEP = 100_000
PACT = "The envoys of Freedonia and Sylvania signed the dam pact in the Café Roe, officials said."


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("<div>" * DEEP + PACT + "</div>" * DEEP, "no article text was found on the page"),
        ("<div>" * DEEP + PACT, "no article text was found on the page"),
        ("<html><body><p>" + "<b>" * DEEP + PACT, "no article text was found on the page"),
        ("<html><body><script>" + "x=1;" * DEEP + "</script>", "no article text was found"),
        ("<" * DEEP, "no article text was found on the page"),
        ("<p " + " ".join(f"a{n}=1" for n in range(DEEP)) + ">" + PACT, "has 1,000 attributes"),
        ("<p\n" + "a='<' b " * 500 + "/>" + PACT, "the tag at byte 0 has 1,000 attributes"),
    ],
    ids=["closed", "unclosed", "bold", "script", "brackets", "attributes", "bracketed attributes"],
)
def test_a_page_that_is_a_trap_is_unreadable(tmp_path: Path, page: str, reason: str) -> None:
    """A hundred thousand tags in one another, or attributes of one tag, stop nothing."""
    assert reason in complaint(one(tmp_path / "x.html", page.encode()))


@pytest.mark.parametrize(
    "trap",
    [
        "<p>" * 1000,
        f"<img src='data:{'x' * 1_000_000}'>",
        "<p>" + "&amp;&#x41;" * DEEP + "</p>",
        f"<img {' '.join(f'a{n}=1' for n in range(900))}>",
        "<!-- x -->" * DEEP,
    ],
    ids=["unclosed tags", "long attribute", "entities", "attributes", "comments"],
)
def test_a_page_beside_a_trap_is_read(tmp_path: Path, trap: str) -> None:
    """What is odd and harmless does not hide the article."""
    page = f"<html><meta charset=utf-8><body>{trap}<p>{PACT}</p></body></html>"
    found = one(tmp_path / "x.html", page.encode())
    assert isinstance(found, Article)
    assert PACT in found.text


def test_entities_of_a_page_are_not_looked_up(tmp_path: Path) -> None:
    """A page names no file of this machine, and no entity grows."""
    (tmp_path / "secret").write_text("swordfish")
    doctype = (
        f'<!DOCTYPE html [<!ENTITY a SYSTEM "file://{tmp_path}/secret"><!ENTITY b "Roe">'
        '<!ENTITY c "&b;&b;&b;">]>'
    )
    page = f"{doctype}<html><body><p>&a; &c; {PACT}</p></body></html>"
    found = one(tmp_path / "x.html", page.encode())
    assert isinstance(found, Article)
    assert "swordfish" not in found.text
    assert "RoeRoe" not in found.text


@given(st.binary(max_size=200), st.sampled_from(["x.txt", "x.html", "x.jsonl", "x"]))
def test_every_file_is_an_article_or_unreadable(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, name: str
) -> None:
    """Whatever bytes a file has, reading it raises nothing."""
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(content)
    assert all(isinstance(found, Article | Unreadable) for found in read([path]))
