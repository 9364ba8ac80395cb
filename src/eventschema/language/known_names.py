"""Which of an article's names are one person's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from eventschema.language import names


def by_word(every: Iterable[str]) -> dict[str, set[str]]:
    """The names that have a word, by word."""
    index: dict[str, set[str]] = {}
    for name in set(every):
        for word in _words(name):
            index.setdefault(word, set()).add(name)
    return index


def sharing(name: str, known: Mapping[str, set[str]]) -> set[str]:
    """The known names of the person whom a name may mean."""
    near = {other for word in _words(name) for other in known.get(word, ())}
    return {other for other in near if names.same_person(name, other)}


def fullest(every: Iterable[str]) -> dict[str, str]:
    """The fullest name of each name's person; a name that fits two persons stands for itself."""
    distinct = sorted(set(every), key=lambda name: (-len(name.split()), -len(name), name))
    persons: dict[str, list[str]] = {}
    index = by_word(distinct)
    for name in distinct:
        fits = [head for head in sharing(name, index) if head in persons]
        if len(fits) == 1:
            persons[fits[0]].append(name)
        else:
            persons[name] = [name]
    return {name: names.fullest(same) for same in persons.values() for name in same}


def _words(name: str) -> list[str]:
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return re.findall(r"[^\W_]+", "".join(c for c in decomposed if not unicodedata.combining(c)))
