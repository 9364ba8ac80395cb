"""Which exercises sentences name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from eventschema.language import countries, gazetteer, titles
from eventschema.span import Span
from eventschema.spotting.exercises import phrases
from eventschema.spotting.scene import Scene


@dataclass(frozen=True, slots=True)
class Name:
    """The name of an exercise in a sentence; `edition` is the number or year that closes it, and
    `short_for` the series whose initials it is ("MA25").
    """

    words: str
    span: Span
    edition: str = ""
    short_for: str = ""

    @property
    def series(self) -> str:
        """The name without the edition."""
        own = self.words[: len(self.words) - len(self.edition)].rstrip(" -\u2019'")
        return self.short_for or own

    @property
    def number(self) -> str:
        """The edition as it is compared: "25" for "-2025"."""
        return _CENTURY.sub("", self.edition.strip(" -\u2019'"))


_ANY_NOUN = re.compile(phrases.NOUN, re.IGNORECASE)
_A_NOUN = re.compile(rf"\b{phrases.NOUN}\b", re.IGNORECASE)
_DATED = re.compile(r"\w-20\d\d\Z")
_NEAR = 60
_CENTURY = re.compile(r"\A20(?=\d\d\Z)")
_INITIALS = re.compile(
    r"['\"\u2019\u201d]?\s+\((?:or\s+)?['\"]?(?P<letters>[A-Z]{2,6})[\s-]?(?:\d{2,4})?\)"
)
_PICTURE = re.compile(r"\s*\[(?:img|image|photo|picture|video|caption|ad|alt)\b", re.IGNORECASE)
_PLACED = re.compile(r"\s(?:in|on|at|near)\s(?:the\s)?(?P<place>\S.*)\Z")
_DETERMINED = re.compile(
    r"\b(?:the|an?|its|their|annual|biennial|\w+al|\w+est|top-tier|year['\u2019]s)"
    r"\s*['\"\u2018\u201c]?\Z",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"\b(?:exercises|drills|man\w+s)(?:,?\s+(?:such\s+as|like|including|namely|called|dubbed))?[:,]?"
    r"\s*['\"\u2018\u201c]?\Z",
    re.IGNORECASE,
)


def find(scene: Scene) -> Mapping[int, Sequence[Name]]:
    """The names of exercises in each sentence of an article, in their order.

    A name is one where some sentence says that it is an exercise's; it is then found in the others
    as well, where it has more than one word, or a number behind it. An article that names
    no states and has no word of armed forces names no exercises.
    """
    if not _speaks_of_armies(scene):
        return {number: [] for number in scene.sentences}
    told = {number: list(_told(scene, number)) for number in scene.sentences}
    known = {_key(name): name.series for names in told.values() for name in names}
    again = re.compile("|".join(map(_again, sorted(known.values(), key=len, reverse=True))))
    short = _initials(scene, again) if known else {}
    return {
        number: _distinct(
            [*told[number], *(_mentioned(again, text) if known else ()), *_short(short, text)]
        )
        for number, text in scene.sentences.items()
    }


def _initials(scene: Scene, again: re.Pattern[str]) -> Mapping[str, str]:
    """The series by the initials that stand in brackets behind their names."""
    found: dict[str, str] = {}
    for text in scene.sentences.values():
        for name in again.finditer(text):
            brackets = _INITIALS.match(text, name.end())
            if brackets:
                found[brackets["letters"]] = _name(name.group(), name.start()).series
    return found


def _short(initials: Mapping[str, str], text: str) -> Iterator[Name]:
    """The mentions of editions by initials and number: "MA24", "UL 26"."""
    for letters, series in initials.items():
        for found in re.finditer(rf"\b{letters}(?:[\s-]?(\d{{2,4}}))?\b", text):
            is_explained = text[: found.start()].endswith("(")
            if not is_explained:
                yield Name(found.group(), Span(*found.span()), found[1] or "", series)


def _speaks_of_armies(scene: Scene) -> bool:
    states = {state.code for number in scene.sentences for state in scene.states(number)}
    return len(states) > 1 or any(map(phrases.SETTING.search, scene.sentences.values()))


def _key(name: Name) -> str:
    return name.series.casefold()


def _again(series: str) -> str:
    """A pattern of further mentions of a series, in its own letters or in capitals."""
    forms = "|".join(re.escape(form) for form in dict.fromkeys((series, series.upper())))
    number = r"(?:[\s-]+\d{1,4}(?:[./-]\d{1,4})?(?![\w%]|[.,]\d))"
    is_distinctive = " " in series or series.isupper()
    return rf"(?<![\w-])(?:{forms}){number}{'?' if is_distinctive else ''}(?!\w)"


def _mentioned(again: re.Pattern[str], text: str) -> Iterator[Name]:
    for found in again.finditer(text):
        yield _name(found.group(), found.start())


def _distinct(names: Sequence[Name]) -> list[Name]:
    """The names in the order of the sentence, of overlapping ones the longest."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda name: -len(name.words)):
        if not any(name.span.overlaps(other.span) for other in kept):
            kept.append(name)
    return sorted(kept, key=lambda name: name.span.start)


def _told(scene: Scene, number: int) -> Iterator[Name]:
    """The names of which the sentence itself says that they are exercises'."""
    text = scene.sentences[number]
    if len(text) > phrases.LONGEST_SENTENCE or _PICTURE.match(text):
        return
    people = [person.span for person in scene.people(number)]
    before = scene.sentences.get(number - 1, "")[-phrases.LONGEST_SENTENCE :]
    spans = (*_behind(text), *_before(text), *_editions(text, before), *_held(scene, number))
    for span in spans:
        name = _trimmed(text, span)
        if name and not any(name.span.overlaps(person) for person in people):
            yield name
            yield from _joined(text, name)


def _behind(text: str) -> Iterator[Span]:
    """The names behind the words that announce one."""
    openings = [phrases.BEHIND_NOUN, phrases.OF_OWN]
    if re.search(rf"\b(?:{phrases.NOUN}|navies|troops|armies)\b", text, re.IGNORECASE):
        openings.append(phrases.EDITION_OF)
    for opening in openings:
        for found in opening.finditer(text):
            name = phrases.LONG_NAME.match(text, found.end())
            if name:
                yield Span(*name.span())
    for found in phrases.AFTER_NOUN.finditer(text):
        name = phrases.LONG_NAME.match(text, found.end())
        if name and phrases.ENDS_APPOSITION.match(text, name.end()):
            yield Span(*name.span())


def _editions(text: str, before: str) -> Iterator[Span]:
    """The names with a number or a year that are held or conducted where the sentence or the one
    before it speaks of armies; of a list of names with years, all.
    """
    if not phrases.ARMY.search(text) and not _A_NOUN.search(before):
        return
    openings = (phrases.CONDUCT_OF, phrases.HOLDING)
    starts = {found.end() for opening in openings for found in opening.finditer(text)}
    names = [name for name in phrases.LONG_NAME.finditer(text) if _is_edition(name.group())]
    held = [n for n in names if phrases.HELD.match(text, n.end()) or n.start() in starts]
    listed = names if any(_DATED.search(name.group()) for name in held) else held
    yield from (Span(*name.span()) for name in listed)


def _held(scene: Scene, number: int) -> Iterator[Span]:
    """The names of several words that armies hold, in a sentence beside one that speaks of an
    exercise or in it: "The marines held", ", which brings together 900 troops".
    """
    text = scene.sentences[number]
    beside = " ".join(scene.sentences.get(n, "") for n in (number - 1, number, number + 1))
    if not phrases.ARMY.search(text) or not _A_NOUN.search(beside):
        return
    starts = {found.end() for found in phrases.HOLDING.finditer(text)}
    for name in phrases.LONG_NAME.finditer(text):
        words = name.group()
        is_held = name.start() in starts and phrases.GOES_BEHIND.match(text, name.end())
        if not (is_held or phrases.WHICH.match(text, name.end())):
            continue
        if " " in words and not (phrases.NO_EXERCISE.match(words) or phrases.FAIR.search(words)):
            places = [place.span for place in scene.places(number)]
            if not any(place.start <= name.start() < place.end for place in places):
                yield Span(*name.span())


def _is_edition(words: str) -> bool:
    edition = phrases.EDITION.search(words)
    is_long = bool(edition and " " in words[: edition.start()] and edition.group()[-1].isdigit())
    return (is_long or bool(_DATED.search(words))) and not phrases.FAIR.search(words)


def _before(text: str) -> Iterator[Span]:
    """The names before the words that say what they are."""
    for name in phrases.LONG_NAME.finditer(text):
        bare = phrases.BEFORE_NOUN.match(text, name.end()) and _stands_alone(text, name)
        signs = [phrases.APPOSITION, phrases.IS_ONE]
        if " " in name.group():
            signs.append(phrases.OWNED)
        if bare or any(sign.match(text, name.end()) for sign in signs):
            yield Span(*name.span())


def _stands_alone(text: str, name: re.Match[str]) -> bool:
    """Whether a name before "exercise" is one: of two words, an acronym, or behind an article."""
    words = name.group()
    return (
        " " in words
        or words.isupper()
        or bool(_DETERMINED.search(_before_name(text, name.start())))
    )


def _before_name(text: str, start: int) -> str:
    return text[max(start - _NEAR, 0) : start]


def _joined(text: str, name: Name) -> Iterator[Name]:
    """The further names that a list adds: "X between armies, Y between navies and Z"."""
    is_list = re.match(
        rf"{phrases.BEFORE_NOUN.pattern}?\s+(?:between|with)\b|['\"\u2019\u201d]?\s*(?:,|and\b)",
        text[name.span.end :],
    )
    if not is_list:
        return
    for found in phrases.ALSO.finditer(text, name.span.end):
        other = phrases.LONG_NAME.match(text, found.end())
        if other is None or not phrases.BETWEEN.match(text, other.end()):
            return
        further = _trimmed(text, Span(*other.span()))
        if further is None or not _is_joined(text, name, further):
            return
        yield further


def _is_joined(text: str, name: Name, further: Name) -> bool:
    """Whether both names are followed by "between", or both stand behind "exercises"."""
    follows = re.match(
        r"['\"\u2019\u201d]?\s+(?:between|with|for|among)\b", text[further.span.end :]
    )
    is_plural = _PLURAL.search(_before_name(text, name.span.start))
    return bool(follows or is_plural)


def _trimmed(text: str, span: Span) -> Name | None:
    """The name at `span` without the words before and behind it that are none; null where none is
    left, or where it is a country's, a nationality's, an office's or a body's.
    """
    words = list(re.finditer(r"\S+", text[span.start : span.end]))
    while words and _plain(words[0].group()) in phrases.BEFORE_NAMES:
        del words[0]
    while words and _plain(words[-1].group()) in phrases.AROUND_NAMES:
        del words[-1]
    if not words:
        return None
    start, end = span.start + words[0].start(), span.start + words[-1].end()
    placed = _PLACED.search(text[start:end])
    if placed and _is_place(placed["place"]):
        end = start + placed.start()
    name = _name(text[start:end], start)
    return name if _can_be_name(name.series, has_number=bool(name.number)) else None


def _is_place(name: str) -> bool:
    return bool(countries.code(name) or gazetteer.is_known(name) or phrases.GROUNDS.search(name))


def _plain(word: str) -> str:
    return word.casefold().strip(".,")


def _can_be_name(series: str, *, has_number: bool) -> bool:
    words = series.split()
    if not words or not re.search(r"[^\W\d_]{2}", series) or phrases.LIKENESS.search(words[-1]):
        return False
    if phrases.BODIES.search(words[-1]) and not (has_number and len(words) > 1):
        return False
    if any(map(titles.is_office, words)) or phrases.GENERIC.issuperset(series.casefold().split()):
        return False
    if any(map(_ANY_NOUN.fullmatch, words)):
        return False
    spans = [span for _, span in countries.mentioned(series)] + list(countries.demonyms(series))
    covered = sum(span.end - span.start for span in set(spans))
    is_capital = " " not in series and countries.of_place(series) is not None
    return covered < len(series.replace("-", "")) - len(words) and not is_capital


def _name(words: str, start: int) -> Name:
    edition = phrases.EDITION.search(words)
    return Name(words, Span(start, start + len(words)), edition.group() if edition else "")
