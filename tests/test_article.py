"""An article keeps its text as it was read."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from eventschema.article import Article, Unreadable
from eventschema.errors import ArticleError


@given(st.text())
def test_the_text_is_never_altered(text: str) -> None:
    """Blanks, newlines and rare characters stay, or the offsets of records would not hold."""
    assert Article(text=text).text == text


@given(st.text(), st.text())
def test_an_id_of_its_own_comes_from_the_text(one: str, other: str) -> None:
    """Without an id the text gives one: the same for the same text, another for another."""
    assert (Article(text=one).id == Article(text=other).id) == (one == other)


def test_a_given_id_is_kept() -> None:
    """The id is the user's where there is one, and it is not empty."""
    assert Article(text="x", id="wire-7").id == "wire-7"
    with pytest.raises(ValidationError):
        Article(text="x", id="")


def test_the_digest_is_that_of_the_text_alone() -> None:
    """SHA-256 of the UTF-8 text, whatever is known about the article beside it."""
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert Article(text="", title="t", published=date(2024, 5, 1)).sha256 == empty
    assert Article(text="é").sha256 != Article(text="e\u0301").sha256


def test_an_article_with_another_text_has_another_digest() -> None:
    """Though it is made of one whose digest was taken."""
    article = Article(text="one")
    digests = {article.sha256, article.model_copy(update={"text": "two"}).sha256}
    assert len(digests) == 2


def test_a_text_that_utf_8_cannot_write_has_a_digest() -> None:
    """A lone surrogate, which a careless scraper leaves, stops nothing here."""
    assert len(Article(text="met \ud800").sha256) == 64


def test_fields_that_are_not_ours_are_left_out() -> None:
    """A feed's other columns do no harm; an article cannot be changed once made."""
    article = Article.model_validate({"text": "x", "language": "en", "editor": "somebody"})
    assert "editor" not in article.model_dump()
    with pytest.raises(ValidationError, match="frozen"):
        article.text = "y"  # type: ignore[misc]


def test_a_timestamp_that_is_no_day_is_refused() -> None:
    """`published` is a day: a time of day would have to be moved between zones."""
    with pytest.raises(ValidationError):
        Article.model_validate({"text": "x", "published": "2024-05-01T23:30:00Z"})
    assert Article.model_validate({"text": "x", "published": "2024-05-01"}).published == date(
        2024, 5, 1
    )


def test_what_is_no_article_has_a_name_and_a_reason() -> None:
    """An Unreadable says which input it stands for, and what is wrong with it."""
    unreadable = Unreadable("a", "news/a.txt", ArticleError("news/a.txt: no text"))
    assert (unreadable.id, str(unreadable.error)) == ("a", "news/a.txt: no text")


@pytest.mark.parametrize("field", ["id", "title", "url", "source", "language"])
def test_what_a_record_repeats_can_be_written(field: str) -> None:
    """A lone surrogate is refused where every record would hold it."""
    with pytest.raises(ValidationError, match="unicode"):
        Article.model_validate({"text": "x", field: "Roe \udce9"})


def test_articles_that_differ_have_other_fingerprints() -> None:
    """In their text, which may hold anything, or in what is known of them."""
    made = [Article(text=text, id="a", title=title) for text in "xy\ud800" for title in (None, "")]
    assert len({article.fingerprint for article in made}) == len(made)
