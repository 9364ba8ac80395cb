"""What stands around the words of an article: their sentence, and the whole expression."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from eventschema.language import countries, dates, home_country
from eventschema.span import Quote, Span

_STOPS = ("\n", ". ")
_FARTHEST = 2000
"""Code points on either side in which a stop is sought; sentences have at most half as many."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """An article's text, asked about quotes of it."""

    text: str

    def sentence(self, words: Quote) -> Quote:
        """The line or the sentence in which `words` stand, without its full stop; of one without
        end, what is near.
        """
        start, end = words.span.start, words.span.end
        least, most = max(0, start - _FARTHEST), min(end + _FARTHEST, len(self.text))
        found = [self.text.rfind(stop, least, start) + 1 for stop in _STOPS]
        stops = [stop for stop in (self.text.find(stop, end, most) for stop in _STOPS) if stop >= 0]
        return Quote.cut(self.text, Span(max(*found, least), min(stops, default=most)))

    def whole_date(self, words: Quote) -> Quote:
        """The whole date expression that `words` are a part of: not "year" of "May next year"."""
        sentence = self.sentence(words)
        for found in dates.find(sentence.text):
            span = found.shifted(sentence.span.start)
            if span.overlaps(words.span):
                both = (min(words.span.start, span.start), max(words.span.end, span.end))
                return Quote.cut(self.text, Span(*both))
        return words

    def with_country(self, words: Quote) -> Quote:
        """The words with the whole country name that they are a part of: "South Sudan"."""
        sentence = self.sentence(words)
        whole = countries.whole(sentence.text, words.span.shifted(-sentence.span.start))
        return Quote.cut(self.text, whole.shifted(sentence.span.start))

    @property
    def countries(self) -> frozenset[str]:
        """The alpha-3 codes of all countries that the article names."""
        return _countries(self.text)

    def home(self) -> str | None:
        """The alpha-3 code of the country that the article is about, where one stands out."""
        return _home(self.text)


@lru_cache(maxsize=16)
def _countries(text: str) -> frozenset[str]:
    return frozenset(countries.all_named(text))


@lru_cache(maxsize=16)
def _home(text: str) -> str | None:
    return home_country.home(text)
