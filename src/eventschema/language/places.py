"""Where a sentence names places, and in which country a place lies.

A place is what stands behind the words that say where: "in Darwin", "off the port of Izmail", "at
the Ministry of Foreign Affairs", "on the Lune river". Its name goes on over the noun that says what
it is ("the Guliston checkpoint") and over the country behind a comma ("Darwin, Australia"). Behind
verbs and before nouns of events ("hit Kremenchuk", "the Busan summit") a name must be one that the
gazetteer knows. Persons are not told apart here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from eventschema.language import countries, gazetteer, place_words, titles
from eventschema.language.sought import Sought
from eventschema.span import Span

# A class of its own would be 700 letters long; no English word begins with the lower-case letters
# beyond Latin-1 that this lets pass.
_UPPER = r"[^\W\d_a-z\u00df-\u00f6\u00f8-\u00ff]"
_ARTICLE = r"(?:(?:[Aa][ldnsrz]|[Aa]sh|[Ee]l|[DdLl])[-'\u2019])?"
_WORD = rf"{_ARTICLE}{_UPPER}[\w-]*(?:['\u2019](?!s\b)[\w-]+)*"
_UNIT = (
    rf"(?:(?:{place_words.NAMED_OF})\s+(?:of|for)\s+(?:the\s+)?{_WORD}"
    rf"|(?:St|Ste|Mt|Ft|Pt|Sta|Sto)\.\s+{_WORD}|(?:Jammu|Bosnia|Trinidad|Antigua)\s+and\s+{_WORD}"
    rf"|{_WORD})"
)
_NAME = re.compile(
    rf"{_UNIT}(?:\s+(?:(?:{place_words.PARTICLES})\s+){{0,2}}{_UNIT}){{0,4}}(?P<number>\s+\d+\b)?"
)
_KIND = re.compile(
    rf"\s+(?:(?:{place_words.KINDS_BEFORE})\s+){{0,2}}(?:{place_words.KINDS}|capital)\b"
)
_ADJECTIVE = (
    rf"(?:{place_words.DIRECTIONS}|neighbou?ring|nearby|restive|volatile|troubled|remote|occupied"
    r"|downtown|historic|disputed|besieged|tiny|far|resort|landlocked|breakaway|[\w-]+-"
    r"(?:held|torn|hit|controlled|ruled|majority|occupied|administered|stricken|rich))"
)
_LEAD = re.compile(
    rf"(?:(?:the|a|an|its|their|his|her)\s+)?(?P<name>(?:(?:{_ADJECTIVE})\s+){{0,3}})(?=\S)"
)
_DIRECTION = re.compile(rf"(?:(?:{place_words.DIRECTIONS})\s+)+\Z")
_NOT_WHERE = "".join(
    rf"(?<!\b{verb} )"
    for verb in (
        *("part", "parts", "participate", "participated", "participating", "participates"),
        *("participation", "involved", "engaged", "interest", "interested", "trust", "confidence"),
        *("believe", "invest", "invested", "resulted", "resulting", "kick", "kicks", "kicked"),
        *("call", "called", "put", "set", "laid", "pulled", "took", "fended", "warded"),
    )
)
_TRIGGER = Sought(
    rf"(?<![\w-]){_NOT_WHERE}(?:(?P<at>at|outside)|(?P<where>{place_words.LOCATIVE})|(?P<on>on|onto)"
    rf"|(?:{place_words.OF_PLACES})\s+(?P<of>of)|(?P<route>from)"
    rf"|(?:{place_words.ARRIVED})\s+(?P<to>to)|(?:{place_words.ROUTES})\s+(?P<between>between)"
    rf"|(?P<struck>{place_words.STRUCK})|(?P<capital>capital(?:\s+city)?,?))\s+",
    re.IGNORECASE,
)
_NEXT = {"route": re.compile(r"\s+(?:to|and)\s+"), "between": re.compile(r"\s+and\s+")}
_EVENT = re.compile(
    rf"\s+(?:(?:terror|terrorist|car|bomb|peace|suicide)\s+)?(?:{place_words.EVENTS})\b"
)
_NOUN_OF_ANOTHER = re.compile(
    r"\s+(?:exercises?|drills?|agreements?|accords?|pacts?|treat(?:y|ies)|process|crisis|wars?"
    r"|conflict|case|trial|affair|government|administration|army|navy|military|forces?|troops"
    r"|soldiers|police|officials?|authorities|minist\w+|president|news(?:paper)?|magazine|daily|deal|plan"
    r"|framework|initiative|spokes\w+|air\s+force|coast\s?guard|rebels?|militants?|fighters"
    r"|operation|issue|question|policy|frigates?|warships?|vessels?|fire)\b"
)
_NO_PLACE = re.compile(rf"(?:{place_words.NO_PLACES})\Z")
_TITLE = re.compile(rf"(?:{place_words.TITLES})\Z")
_OPENING = re.compile(rf"(?:{place_words.NO_PLACES})\s+")
_OF_ANOTHER = re.compile(rf"\s+of\s+(?:the\s+)?{_UPPER}")
_BODY = re.compile(rf"(?:{place_words.BODIES})s?\Z")
_VENUE = re.compile(rf"\b(?:{place_words.VENUES})\b")
_SURE = re.compile(rf"\b(?:{place_words.SURE_PLACES})\b", re.IGNORECASE)
_ISLAND = re.compile(rf"(?:{place_words.ISLANDS})\Z")
_DERIVED = re.compile(r"-[a-z]{3,}")
_NUMBERED = re.compile(r"(?:Highway|Route|District|Camp|Road|Street|Zone|Area|Block|Pier|Sector)\b")
_AFTER_COUNTRY = re.compile(
    r"\s*(?:[.,;:)\u2013\u2014]|\Z|(?:on|in|at|from|by|last|during|for|to)\b)"
)
_ACRONYM = 5
_WIDE = re.compile(
    r"\b(?:Seas?|Oceans?|Gulf|Straits?|Channel|Bay|River|Sahara|Sahel|Lake|Mountains?|Alps|Desert|Basin"
    r"|Peninsula|Corridor|Asia|Africa|Europe|America|Americas|Pacific|Atlantic|Arctic|Antarctic|Baltic"
    r"|Balkans?|Caucasus|Mediterranean|Caribbean|Levant|Line|[Bb]order|[Ff]rontier|waters|airspace|East"
    r"|West|North|South|Horn|Space|Internet|Facebook|Zoom)\b"
)
"""What names no town or village, and lies in more countries than one as often as not."""


@lru_cache(maxsize=4096)
def find(text: str) -> tuple[Span, ...]:
    """Where the names of places stand in a sentence, in its order, without articles.

    Demonyms, languages, months, weekdays, bodies, agreements and exercises are none; a country is
    one behind "in" and its like, not behind "from" or "between".
    """
    spans = {*_behind_triggers(text), *_before_events(text)}
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or not kept[-1].overlaps(span):
            kept.append(span)
    return tuple(kept)


def country(
    name: str, *, around: frozenset[str], home: Callable[[], str | None] = lambda: None
) -> str | None:
    """The alpha-3 code of the country in which a place lies, null where the words do not tell.

    By the country, adjective or capital in its name; else by its towns and regions, the last first
    ("a school in Mae Sot"), as `gazetteer` tells them from their namesakes. `around` are the codes
    of the countries that the article names, `home` finds that of the one it speaks of: a
    town or village that no table has lies there.
    """
    code = countries.of_place(name)
    if code is not None or len({found for found, _ in countries.mentioned(name)}) > 1:
        return code
    for found in reversed(list(_NAME.finditer(name))):
        is_region = bool(_REGION.match(name, found.end()) or _REGION.search(found.group()))
        for words in _shortened(found.group()):
            code = _country(words, around, is_region=is_region)
            if code is not None:
                return code
    is_village = not (_WIDE.search(name) or any(map(gazetteer.is_known, _names(name))))
    return home() if is_village and _names(name) else None


def _names(name: str) -> list[str]:
    return [part for found in _NAME.finditer(name) for part in _shortened(found.group())]


_REGION = re.compile(
    r"\s+(?:regions?|provinces?|states?|district|oblast|county|prefecture|governorate|department"
    r"|canton|republic|krai)\b",
    re.IGNORECASE,
)
_KIND_OF_NAME = re.compile(
    rf"\s+(?:(?:Naval|Air|Army|Military|International|State)\s+)?(?:{place_words.VENUES}|City|Town"
    r"|Province|Region|State|District|Oblast|County|Prefecture|Governorate|Department|Island|Bay"
    r"|Islands|River|Township|Municipality|Area|Peninsula|Valley)\Z"
)


def _shortened(name: str) -> Iterator[str]:
    """The name, then what is left of it without the noun that says what it is."""
    yield name
    shorter = _KIND_OF_NAME.sub("", name)
    if shorter != name:
        yield shorter


def _country(name: str, around: frozenset[str], *, is_region: bool) -> str | None:
    """A region's country, where the name is called one; else a town's, or a region's that shares
    its name with no town.
    """
    region = gazetteer.region(name, around=around)
    if is_region and region is not None:
        return region
    town = gazetteer.town(name, around=around)
    if town is not None or (region not in around and gazetteer.is_town(name)):
        return town
    return region


def _behind_triggers(text: str) -> Iterator[Span]:
    for trigger in _TRIGGER.finditer(text):
        how = trigger.lastgroup or ""
        span = _place(text, trigger.end(), how)
        if how not in _NEXT:
            yield from (found for found in (span, _around_venue(text, span)) if found)
            continue
        link = _NEXT[how].match(text, span.end) if span else None
        other = _place(text, link.end(), how) if link else None
        if span and other:
            yield from (span, other)


def _around_venue(text: str, venue: Span | None) -> Span | None:
    """The town or the base behind a venue and a comma: "State House, Nairobi"."""
    if venue is None or not _VENUE.search(text[venue.start : venue.end]):
        return None
    name = _NAME.match(text, venue.end + 2) if text.startswith(", ", venue.end) else None
    if name is None or not _AFTER_COUNTRY.match(text, name.end()):
        return None
    is_place = _VENUE.search(name.group()) or gazetteer.is_town(name.group())
    return Span(*name.span()) if is_place else None


def _before_events(text: str) -> Iterator[Span]:
    """Towns before the noun of an event: "the Tavin terror attack"."""
    for name in _NAME.finditer(text):
        if _EVENT.match(text, name.end()):
            opening = _OPENING.match(name.group())
            start = name.start() + (opening.end() if opening else 0)
            if start > 0 and _is_known_town(text[start : name.end()]):
                yield Span(start, name.end())


def _is_known_town(name: str) -> bool:
    is_other = countries.demonyms(name) or countries.mentioned(name) or _NO_PLACE.match(name)
    return (
        not is_other and not _BODY.match(name.rsplit(maxsplit=1)[-1]) and gazetteer.is_known(name)
    )


def _place(text: str, start: int, how: str) -> Span | None:
    """The place that begins at `start`, behind the words of the trigger `how`."""
    lead = _LEAD.match(text, start)
    name = _NAME.match(text, lead.end()) if lead else None
    if lead is None or name is None:
        return None
    if text[name.end() : name.end() + 2] in ("'s", "\u2019s"):
        owned = re.compile(r"\s+").match(text, name.end() + 2)
        of_owner = _place(text, owned.end(), how) if owned else None
        if of_owner is not None:
            return of_owner
        return Span(*name.span()) if _is_own(name.group()) else None
    kind = _KIND.match(text, name.end())
    if kind and _OF_ANOTHER.match(text, kind.end()):
        return None
    if not _is_place(text, name, how, has_kind=kind is not None):
        return None
    direction = _DIRECTION.search(text, lead.start("name"), name.start())
    first = direction.start() if direction else name.start()
    return Span(first, _with_country(text, kind.end() if kind else name.end()))


def _is_own(name: str) -> bool:
    """Whether an owner's name is a place: "in Mali's north", not "in Orr's view"."""
    return countries.is_country(name) or countries.of_place(name) is not None


def _is_place(text: str, name: re.Match[str], how: str, *, has_kind: bool) -> bool:
    words = name.group().split()
    if _NO_PLACE.match(name.group()) or _TITLE.match(words[0]) or titles.is_office(words[-1]):
        return False
    if _DERIVED.search(name.group()):
        return False
    if name["number"] and not _NUMBERED.match(words[0]):
        return False
    if _is_nationality(name.group()) and not has_kind:
        return False
    is_venue = how == "at" and _VENUE.search(name.group()) is not None
    if not (has_kind or is_venue) and _names_a_body(text, name):
        return False
    return _suits(
        name.group(), how, has_kind=has_kind, following=text[name.end() : name.end() + 30]
    )


def _is_nationality(name: str) -> bool:
    return any(span.end == len(name) for span in countries.demonyms(name))


def _names_a_body(text: str, name: re.Match[str]) -> bool:
    """Whether the name is an acronym, ends like a body's, or belongs to a noun behind it."""
    words = name.group()
    if countries.is_country(words):
        return _NOUN_OF_ANOTHER.match(text, name.end()) is not None
    is_acronym = words.isupper() and len(words) <= _ACRONYM and not text.isupper()
    is_body = _BODY.match(words.split()[-1]) is not None
    return is_acronym or is_body or _NOUN_OF_ANOTHER.match(text, name.end()) is not None


def _suits(name: str, how: str, *, has_kind: bool, following: str) -> bool:
    """Whether such a name is a place behind such a trigger."""
    if how == "on":
        is_island = _ISLAND.match(name) is not None
        return (
            is_island
            or _SURE.search(name) is not None
            or (has_kind and _SURE.search(following) is not None)
        )
    if how in {"route", "between"}:
        return not countries.is_country(name)
    if how == "struck":
        return has_kind or countries.is_country(name) or gazetteer.is_known(name)
    return True


def _with_country(text: str, end: int) -> int:
    """The end of the country or the state of the USA that stands behind the place and a comma."""
    comma = re.compile(rf",\s+(?:(?:{place_words.DIRECTIONS})\s+)?").match(text, end)
    name = _NAME.match(text, comma.end()) if comma else None
    if name is None or not _AFTER_COUNTRY.match(text, name.end()):
        return end
    is_whole = countries.is_country(name.group()) or countries.of_place(name.group()) == "USA"
    return name.end() if is_whole else end
