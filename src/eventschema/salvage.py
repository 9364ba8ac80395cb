"""What can be read of an answer that is not the JSON that was asked for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from pydantic_core import from_json

from eventschema.answer import InvalidDraft, read_draft
from eventschema.draft import DRAFTS, EventDraft, event_type

MOST_STARTS = 200
"""So often at most a text is looked at for the beginning of its JSON."""

DEEPEST = 3
"""How deep an answer may be wrapped, as in {"answer": {"events": {"meeting": []}}}."""

_START = re.compile(r'\{\s*["}]|\[\s*[{\]]')
_BETWEEN = re.compile(r"[\s,:]*")
_BUILT_IN = frozenset(map(event_type, DRAFTS))
_TYPE_WORDS = ("event_type", "type")


def _joined(members: Sequence[tuple[str, object]]) -> dict[str, object]:
    """An object; lists under the same name are one."""
    joined: dict[str, object] = {}
    for name, value in members:
        earlier = joined.get(name)
        if isinstance(earlier, list) and isinstance(value, list):
            joined[name] = [*earlier, *value]
        else:
            joined[name] = value
    return joined


_JSON = json.JSONDecoder(strict=False, object_pairs_hook=_joined)


def repeats_a_name(text: str) -> bool:
    """Whether an object in a JSON text has two values of one name: parsers take the last alone."""
    repeated = False

    def look(members: Sequence[tuple[str, object]]) -> None:
        nonlocal repeated
        repeated |= len({name for name, _ in members}) < len(members)

    with suppress(ValueError, RecursionError):
        json.loads(text, object_pairs_hook=look)
    return repeated


@dataclass(frozen=True, slots=True)
class Salvage:
    """The drafts of a text; `whole` unless no answer was in it, or only pieces of one."""

    drafts: Sequence[EventDraft | InvalidDraft]
    whole: bool


def salvage(text: str, types: Sequence[type[EventDraft]], *, truncated: bool) -> Salvage:
    """What a text says of `types`: in a fence, among prose, under other names, or as a bare list.

    Of an answer that was cut off, every complete record is read; of one whose JSON is broken, those
    which tell their type.
    """
    sorting = _Sorting({event_type(kind): kind for kind in types})
    for found in _found(text, truncated=truncated):
        sorting.take(found)
    return Salvage(sorting.drafts or sorting.fragments, sorting.is_whole)


@dataclass(frozen=True, slots=True)
class _Found:
    """A value in a text; perhaps after, and then inside, a broken one; perhaps cut off itself."""

    value: object
    after_broken: bool
    is_cut: bool = False


def _found(text: str, *, truncated: bool) -> Iterator[_Found]:
    at, broken = 0, False
    for _ in range(MOST_STARTS):
        start = _START.search(text, at)
        if start is None:
            return
        try:
            value, at = _decoded(text, start.start())
            yield _Found(value, broken)
        except ValueError:
            beginning = _beginning(text, start.start()) if truncated else None
            if _holds_a_list(beginning):
                yield _Found(beginning, after_broken=False, is_cut=True)
                return
            at, broken = start.start() + 1, True


def _decoded(text: str, at: int) -> tuple[object, int]:
    """The value that begins there, and where it ends.

    What passes pydantic's parser is not nested too deep, and can be written as UTF-8.
    """
    try:
        value, end = _JSON.raw_decode(text, at)
        plain = json.dumps(value, ensure_ascii=False).encode(errors="replace")
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    return from_json(plain), end


def _beginning(text: str, at: int, depth: int = 0) -> object:
    """What is complete of a list or an object that the text's end cuts off."""
    if depth > DEEPEST:
        return None
    match text[at : at + 1]:
        case "[":
            return _first_items(text, at + 1)
        case "{":
            return _first_members(text, at + 1, depth)
        case _:
            return None


def _first_items(text: str, at: int) -> list[object]:
    items = []
    with suppress(ValueError):
        while True:
            item, at = _decoded(text, _next(text, at))
            items.append(item)
    return items


def _first_members(text: str, at: int, depth: int) -> dict[str, object]:
    members: dict[str, object] = {}
    with suppress(ValueError):
        while True:
            name, at = _decoded(text, _next(text, at))
            at = _next(text, at)
            members[str(name)] = None
            try:
                members[str(name)], at = _decoded(text, at)
            except ValueError:
                members[str(name)] = _beginning(text, at, depth + 1)
                break
    return members


def _next(text: str, at: int) -> int:
    between = _BETWEEN.match(text, at)
    return between.end() if between else at


def _holds_a_list(value: object) -> bool:
    if isinstance(value, dict):
        return any(map(_holds_a_list, value.values()))
    return isinstance(value, list) and bool(value)


@dataclass(slots=True)
class _Sorting:
    """Finds the type of each record.

    `fragments` are records in an answer whose JSON is broken: only what is surely one counts.
    """

    types: Mapping[str, type[EventDraft]]
    drafts: list[EventDraft | InvalidDraft] = field(default_factory=list)
    fragments: list[EventDraft | InvalidDraft] = field(default_factory=list)
    is_whole: bool = False

    def take(self, found: _Found) -> None:
        """Take the records of a value."""
        value = found.value
        is_answer = isinstance(value, dict) and not self.types.keys().isdisjoint(value)
        if found.after_broken and not is_answer:
            records = value if isinstance(value, list) else [value]
            kinds = [(record, self._kind(record, exactly=True)) for record in records]
            self.fragments += [self._read(record, kind) for record, kind in kinds if kind]
        elif isinstance(value, list):
            self.is_whole |= self._take_bare(value)
        elif isinstance(value, dict):
            self.is_whole |= not value or self._take_object(value, is_cut=found.is_cut)

    def _take_bare(self, records: list[object]) -> bool:
        """The records of a list without a name; those of the only type that is asked."""
        if len(self.types) > 1:
            return not records or self._take_stray(records, exactly=True)
        (kind,) = self.types
        if records and not any(isinstance(record, dict) for record in records):
            return False
        self.drafts += [self._read(record, kind) for record in records]
        return True

    def _take_object(self, said: Mapping[str, object], *, is_cut: bool, depth: int = 0) -> bool:
        """The records under the asked names, then those under others; else the object is one."""
        own = [self._take_own(said[kind], kind) for kind in self.types if kind in said]
        if not own and not is_cut and (kind := self._kind(said, exactly=True)):
            self.drafts.append(self._read(said, kind))
            return True
        exactly = bool(own) or len(self.types) > 1
        taken = own
        for name, value in said.items():
            if name in self.types or name.casefold() in _BUILT_IN:
                continue
            if isinstance(value, list):
                empty = len(said) == 1 and not value
                taken.append(empty or self._take_stray(value, exactly=exactly))
            elif isinstance(value, dict) and depth < DEEPEST:
                taken.append(self._take_object(value, is_cut=is_cut, depth=depth + 1))
        return any(taken)

    def _take_own(self, said: object, kind: str) -> bool:
        records = [said] if isinstance(said, dict) else said
        if records is not None and not isinstance(records, list):
            return False
        self.drafts += [self._read(record, kind) for record in records or []]
        return True

    def _take_stray(self, records: list[object], *, exactly: bool) -> bool:
        """The records of a list that does not say their type, if one of them does."""
        kinds = [self._kind(record, exactly=exactly) for record in records]
        if not any(kinds):
            return False
        self.drafts += [
            self._read(record, kind) for record, kind in zip(records, kinds, strict=True)
        ]
        return True

    def _read(self, record: object, kind: str | None) -> EventDraft | InvalidDraft:
        if kind is None:
            return InvalidDraft(" or ".join(self.types), record, (_OF_NO_TYPE,))
        return read_draft(record, self.types[kind])

    def _kind(self, record: object, *, exactly: bool) -> str | None:
        """The type that the record names, or the only one whose draft it can be.

        `exactly` also counts the fields that such a draft does not have.
        """
        if not isinstance(record, dict):
            return None
        for word in _TYPE_WORDS:
            named = str(record.get(word)).casefold()
            if named in self.types:
                return named
            if named in _BUILT_IN:
                return None
        fitting = [name for name in self.types if self._fits(record, name, exactly=exactly)]
        return fitting[0] if len(fitting) == 1 else None

    def _fits(self, record: Mapping[str, object], kind: str, *, exactly: bool) -> bool:
        draft = self.types[kind]
        known = set(draft.model_fields) | {field.alias for field in draft.model_fields.values()}
        if exactly and not record.keys() <= known | {*_TYPE_WORDS}:
            return False
        return isinstance(read_draft(record, draft), EventDraft)


_OF_NO_TYPE = 'it does not say which event it is: put it under its own name, or add "event_type"'
