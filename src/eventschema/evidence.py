"""Values beside the words they come from, and the evidence that this makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from eventschema.grounded import Value
from eventschema.schema import Evidence
from eventschema.span import Quote


@dataclass(frozen=True, slots=True)
class Computed:
    """A value that code made of the article's words."""

    value: str
    words: Quote


Tree = Value | Computed | date | Mapping[str, "Tree"] | Sequence["Tree"]
"""A record on its way: quotes where it will have words, at the same places."""


def collected(tree: Tree, path: str) -> Iterator[Evidence]:
    """The evidence of every quote in `tree`, whose place in the record is `path`."""
    match tree:
        case Quote():
            yield evidence(path, tree)
        case Computed():
            yield evidence(path, tree.words)
        case dict():
            for key, value in tree.items():
                yield from collected(value, f"{path}/{key}")
        case list():
            for index, value in enumerate(tree):
                yield from collected(value, f"{path}/{index}")


def plain(tree: Tree) -> object:
    """The values alone, as the record holds them."""
    match tree:
        case Quote():
            return tree.text
        case Computed():
            return tree.value
        case dict():
            return {key: plain(value) for key, value in tree.items()}
        case list():
            return [plain(value) for value in tree]
        case _:
            return tree


def evidence(path: str, quote: Quote) -> Evidence:
    """The evidence for the value at `path` (a JSON Pointer)."""
    return Evidence(path=path, quote=quote.text, start=quote.span.start, end=quote.span.end)
