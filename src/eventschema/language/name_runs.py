"""A sentence in words, and the runs of capitalized words in it that may be names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from eventschema.language import countries, names
from eventschema.language.name_tokens import tokens
from eventschema.language.name_words import (
    FUNCTION_WORDS,
    INNER_PARTICLES,
    MONTHS_AND_DAYS,
    PARTICLES,
    THINGS,
)
from eventschema.language.person_words import (
    DOUBTFUL_ROLES,
    HONORIFICS,
    MODIFIERS,
    RANK_WORDS,
    RANKS,
    is_role,
)
from eventschema.span import Span

_ABBREVIATION = re.compile(
    r"(?:[^\W\d_]|mr|mrs|ms|dr|prof|hon|gen|lt|col|maj|capt|cpt|sgt|brig|adm|cdr|cmdr|cdre|supt"
    r"|insp|sr|sra|fr|rev|st|sen|rep|gov|pres|amb|engr|atty|smt|retd|ret|messrs|cpl|pvt|pte|jr"
    r"|msgr|mx|mme|ste|sgt|hon'ble|wm|thos|ust|ret)\Z",
    re.IGNORECASE,
)
_RETIRED = re.compile(r"\.?\s*\((?:retd|ret|rtd|retired)\.?\)\s*\Z", re.IGNORECASE)
_NICKNAME = re.compile(
    r"\s+(?:[\"\u201c][^\W\d_][\w -]{1,20}[\"\u201d]|\([^\W\d_][\w-]{2,15}\))\s+\Z"
)
_TITLE = re.compile(rf"(?:{HONORIFICS}|{RANKS})(?=[\s,])[\s,]*", re.IGNORECASE)
_GEN = re.compile(r"(?:Gen|Maj)\s+(?=\S+\s+\S)")
_LONGEST_RUN = 12  # words, of "First Admiral Dato Seri Pahlawan Haji X bin Haji Y"
_MOST_PARTICLES = 3  # in a row: "de la O", "van der", "bin al"
_LONGEST_INSERTION = 4  # tokens of "(retd.)" or a nickname in quotation marks
_SHORT_WORD = 3  # letters: what is longer is capitalized in most headlines in title case
_FEW = 2  # longer words do not make a headline
_MOST = 0.7
_NO_OPENING = DOUBTFUL_ROLES | RANK_WORDS
_BEFORE_RANK = MODIFIERS - RANK_WORDS
_COMPLEMENTS = MODIFIERS | THINGS


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a sentence that may be a name: tokens `first` to `last`, of which the name proper
    begins at `core`; `titles` are the words before it.
    """

    first: int
    core: int
    last: int
    titles: str
    rank: str | None
    name: str
    span: Span


class Sentence:
    """A sentence's tokens and the runs of capitalized words in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.countries = [span for _, span in countries.mentioned(text)]
        self.countries = sorted({*self.countries, *countries.demonyms(text)})
        self.tokens = list(tokens(text, self.countries))

    def gap(self, at: int) -> str:
        """What stands between a token and the one before it."""
        start = self.tokens[at - 1].span.end if at else 0
        return self.text[start : self.tokens[at].span.start]

    def country(self, index: int) -> str:
        """The words of one of the sentence's countries."""
        span = self.countries[index]
        return self.text[span.start : span.end]

    @cached_property
    def is_title(self) -> bool:
        """Whether most words are capitalized, as in a headline."""
        words = [t for t in self.tokens if t.is_word and len(t.text) > _SHORT_WORD]
        capital = sum(t.text[0].isupper() for t in words)
        is_sentence = self.text.rstrip().endswith((".", '."', ".\u201d"))
        return not is_sentence and len(words) > _FEW and capital > _MOST * len(words)

    @cached_property
    def runs(self) -> list[Run]:
        """The runs in their order."""
        found = []
        at = 0
        while at < len(self.tokens):
            end = self._end_of_run(at)
            if end is None:
                at += 1
                continue
            run = self._run(at, end)
            if run is not None:
                found.append(run)
            at = end + 1
        return found

    def _opens(self, at: int) -> bool:
        token = self.tokens[at]
        is_common = token.key in FUNCTION_WORDS and token.country is None
        return token.is_capitalized and not is_common

    def _end_of_run(self, at: int) -> int | None:
        """The last token of the run that begins at a token, None where none does."""
        start = at
        while (
            at < len(self.tokens) - 1
            and at - start < _MOST_PARTICLES
            and self.tokens[at].key in PARTICLES
            and not self.tokens[at].is_capitalized
        ):
            at += 1
        if not self._opens(at) or self.tokens[at].key in MONTHS_AND_DAYS:
            return None
        end = at
        while end - start < _LONGEST_RUN and not self.tokens[end].possessive:
            step = self._next_of_run(end)
            if step is None:
                break
            end = step
        return end

    def _next_of_run(self, at: int) -> int | None:
        """The next capitalized word of a run, over particles and full stops of abbreviations."""
        step = at + 1
        if step < len(self.tokens) and self.tokens[step].text == "." and not self.gap(step):
            if not _ABBREVIATION.match(self.tokens[at].text):
                return None
            step += 1
        if step < len(self.tokens) and self.tokens[step].text in '("\u201c':
            return self._over_insertion(at, step)
        particles = 0
        while step < len(self.tokens) and particles < _MOST_PARTICLES:
            token = self.tokens[step]
            if self.gap(step).strip() or "\n\n" in self.gap(step) or not token.is_word:
                return None
            if self._opens(step):
                return step
            if token.key not in INNER_PARTICLES:
                return None
            particles += 1
            step += 1
        return None

    def _over_insertion(self, at: int, step: int) -> int | None:
        """The word behind "(Retd.)" or a nickname within a name."""
        close = step + 1
        while close < len(self.tokens) and close - step < _LONGEST_INSERTION:
            if self.tokens[close].text in ')"\u201d':
                break
            close += 1
        if close + 1 >= len(self.tokens) or not self._opens(close + 1):
            return None
        inside = self.text[self.tokens[at].span.end : self.tokens[close + 1].span.start]
        is_joint = _RETIRED.match(inside) or _NICKNAME.match(inside)
        return close + 1 if is_joint else None

    def _run(self, first: int, last: int) -> Run | None:
        skipped = self._skipped(first, last)
        start, end = self.tokens[first].span.start, self.tokens[last].span.end
        if self.text[end : end + 1] == "." and len(self.tokens[last].text) == 1:
            end += 1  # the initial that a name ends with
        words = self.text[self.tokens[skipped].span.start : end]
        name = bare(words)
        if not name[0].isalpha():
            return None
        proper = end - len(words) + words.rfind(name)
        inside = range(skipped, last + 1)
        core = next((at for at in inside if self.tokens[at].span.start >= proper), last)
        titles = self.text[self.tokens[self._after_complement(first, last)].span.start : proper]
        titles = titles.strip()
        return Run(first, core, last, titles, _rank(titles), name, Span(start, end))

    def _skipped(self, first: int, last: int) -> int:
        """The word of a run where a name can begin: behind the end of "the Secretary of" State, and
        behind a common noun that opens the sentence, "Witness".
        """
        at = self._after_complement(first, last)
        role = self.tokens[at].key
        is_common = is_role(role) and role not in _NO_OPENING
        if at < last and is_common and self._opens_sentence(at):
            return at + 1
        is_before_rank = at < last and self.tokens[at + 1].key in RANK_WORDS
        return at + (role in _BEFORE_RANK and is_before_rank)

    def _after_complement(self, first: int, last: int) -> int:
        at, above = first, first - 1 - (first > 0 and self.tokens[first - 1].key == "the")
        if above >= 0 and self.tokens[above].key in {"of", "for", "and"}:
            while at < last and self._completes(at):
                at += 1
        while at < last and self.tokens[at].country is not None and self._titles(at, last):
            at += 1
        return at

    def _titles(self, at: int, last: int) -> bool:
        """Whether a title follows within two words: "Saudi Crown Prince"."""
        return any(is_role(token.key) for token in self.tokens[at + 1 : min(at + 3, last)])

    def _completes(self, at: int) -> bool:
        token = self.tokens[at]
        return token.country is not None or token.key in _COMPLEMENTS

    def _opens_sentence(self, at: int) -> bool:
        return at <= self._first_word

    @cached_property
    def _first_word(self) -> int:
        words = (at for at, token in enumerate(self.tokens) if token.text[0].isalnum())
        return next(words, 0)


def _rank(titles: str) -> str | None:
    """The rank at the end of titles: "Rear Admiral" of "H.E. Rear Admiral"."""
    words = list(re.finditer(r"[^\s,]+", titles))
    ranks = takewhile(
        lambda word: word.group().casefold().strip(".") in RANK_WORDS, reversed(words)
    )
    starts = [word.start() for word in ranks]
    return titles[starts[-1] :].strip() if starts else None


def bare(words: str) -> str:
    """The name in words that may begin with titles and offices."""
    rest = words.strip()
    while True:
        shorter = rest
        for title in (_TITLE, _GEN):
            found = title.match(shorter)
            if found and found.end() < len(shorter):
                shorter = shorter[found.end() :]
        shorter = names.bare(shorter)
        if shorter == rest:
            return rest
        rest = shorter
