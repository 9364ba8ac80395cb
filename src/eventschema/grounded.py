"""A draft whose every string is found in the article: between what a model said and a record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from eventschema.draft import EventDraft
from eventschema.schema import ValueWarning
from eventschema.span import Quote
from eventschema.vocabularies import Proposer

Value = Quote | str | int | float | None | list["Value"] | dict[str, "Value"]
"""A draft's value after grounding: a quote, a word of a vocabulary, a number, or some of these."""


@dataclass(frozen=True, slots=True)
class GroundedDraft:
    """A draft whose every string is a quote of the article.

    `values` has the fields of a `draft`, with quotes for strings and null for what was left out.
    `support` are the sentences that report the event; the first is the core: the sentence that has
    the name or the sign. `warnings` tell what was left out, by its place in the record.
    `proposer` is who read the article so.
    """

    draft: type[EventDraft]
    values: Mapping[str, Value]
    support: tuple[Quote, ...]
    warnings: tuple[ValueWarning, ...]
    proposer: Proposer = "model"
