"""Half-open ranges of code points, and the words that stand in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from eventschema.span import Quote, Span

SPANS = st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda p: Span(p[0], p[0] + p[1]))


def positions(span: Span) -> set[int]:
    """The code points that a span covers."""
    return set(range(span.start, span.end))


@given(SPANS, SPANS)
def test_spans_overlap_where_they_share_a_code_point(one: Span, other: Span) -> None:
    """The end is not part of a span: neighbors that touch share nothing."""
    assert one.overlaps(other) == bool(positions(one) & positions(other))
    assert one.overlaps(other) == other.overlaps(one)


@given(SPANS, SPANS)
def test_a_span_contains_what_lies_wholly_inside(one: Span, other: Span) -> None:
    """Containing is covering every code point; each span contains itself."""
    assert one.contains(other) == (positions(other) <= positions(one))
    assert one.contains(one)


def test_spans_are_sorted_by_where_they_begin() -> None:
    """The earlier comes first, the shorter of two that begin together."""
    assert sorted([Span(2, 3), Span(0, 9), Span(0, 4)]) == [Span(0, 4), Span(0, 9), Span(2, 3)]


@given(st.text(min_size=1), st.data())
def test_a_part_of_a_quote_stands_in_the_text(text: str, data: st.DataObject) -> None:
    """A part counts from its quote's start, and its own span counts from the text's."""
    start = data.draw(st.integers(0, len(text)))
    quote = Quote.cut(text, Span(start, data.draw(st.integers(start, len(text)))))
    inner = data.draw(st.integers(0, len(quote.text)))
    part = quote.part(Span(inner, data.draw(st.integers(inner, len(quote.text)))))
    assert text[quote.span.start : quote.span.end] == quote.text
    assert text[part.span.start : part.span.end] == part.text
    assert quote.span.contains(part.span)
