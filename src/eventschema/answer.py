"""The shape of an answer, and the drafts in it: each valid, or invalid for a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Annotated

from pydantic import BaseModel, Field, GetCoreSchemaHandler, ValidationError, model_validator
from pydantic import create_model as new_model
from pydantic_core import CoreSchema, core_schema

from eventschema.draft import EventDraft, event_type
from eventschema.schema import ValueWarning
from eventschema.wire import AS_ASKED

MAX_RECORDS = 12


@dataclass(frozen=True, slots=True)
class InvalidDraft:
    """What the model said where a draft belongs, and what is wrong with it."""

    event_type: str
    said: object
    problems: tuple[str, ...]


def answer_type(types: Sequence[type[EventDraft]], *, most: int = MAX_RECORDS) -> type[BaseModel]:
    """The answer's shape: one list of at most `most` drafts for each type, under its name.

    The bound is for the grammar that the model writes by; a longer list is read all the same.
    """
    return _answer_type(tuple(types), most)


def read_draft(said: object, kind: type[EventDraft]) -> EventDraft | InvalidDraft:
    """The draft that was said; a word of no vocabulary costs its own field alone."""
    return _read(said, kind, kind.model_validate)


class _Lists(BaseModel):
    model_config = AS_ASKED

    @model_validator(mode="before")
    @classmethod
    def _has_no_other_list(cls, said: object) -> object:
        """Under a name that was not asked for, records would be overlooked."""
        if isinstance(said, dict) and not said.keys() <= cls.model_fields.keys():
            raise ValueError("an unknown list")
        return said

    @classmethod
    def model_json_schema(cls, *args: object, **settings: object) -> dict[str, object]:
        """The schema as it is asked; settings are of no effect. Not to be changed: it is shared."""
        del args, settings
        return _schema(cls)


@lru_cache(maxsize=256)
def _schema(answer: type[_Lists]) -> dict[str, object]:
    return super(_Lists, answer).model_json_schema()


@lru_cache(maxsize=256)
def _answer_type(types: tuple[type[EventDraft], ...], most: int) -> type[BaseModel]:
    lists = {event_type(kind): _list_of(kind, most) for kind in types}
    answer: type[BaseModel] = new_model("Events", __base__=_Lists, **lists)  # type: ignore[call-overload]
    return answer


def _list_of(kind: type[EventDraft], most: int) -> tuple[object, object]:
    item = Annotated[object, _Leniently(kind)]
    return (list[item], Field(default=[], json_schema_extra={"maxItems": most}))


@dataclass(frozen=True, slots=True)
class _Leniently:
    """Asks for a draft, and takes what is none for an invalid one."""

    kind: type[EventDraft]

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        del source
        read = partial(_read, kind=self.kind)
        return core_schema.no_info_wrap_validator_function(
            lambda said, validate: read(said, validate=validate),
            handler.generate_schema(self.kind),
        )


def _read(
    said: object, kind: type[EventDraft], validate: Callable[[object], EventDraft]
) -> EventDraft | InvalidDraft:
    try:
        return validate(said)
    except ValidationError as error:
        mended = _without_unknown_words(said, error)
        if mended is None:
            return InvalidDraft(event_type(kind), said, _sentences(error))
        kept = validate(mended)
        kept.unknown_words.extend(_unknown_words(error))
        return kept


def _without_unknown_words(said: object, error: ValidationError) -> object | None:
    """What was said without the words of no vocabulary; null where more than that is wrong."""
    problems = error.errors(include_url=False)
    if any(problem["type"] != "literal_error" for problem in problems):
        return None
    for problem in reversed(problems):
        said = _without(said, problem["loc"])
    return said


def _without(said: object, place: Sequence[str | int]) -> object:
    first, *rest = place
    if isinstance(said, dict):
        kept = {name: value for name, value in said.items() if name != first}
        return kept | {first: _without(said[first], rest)} if rest else kept
    if isinstance(said, list) and isinstance(first, int):
        inner = [_without(said[first], rest)] if rest else []
        return [*said[:first], *inner, *said[first + 1 :]]
    return said


def _unknown_words(error: ValidationError) -> Iterator[ValueWarning]:
    for problem in error.errors(include_url=False):
        path = "/".join(map(str, problem["loc"]))
        yield ValueWarning(path=f"/{path}", value=str(problem["input"]), reason="not_allowed")


def _sentences(error: ValidationError) -> tuple[str, ...]:
    return tuple(
        f"{'.'.join(map(str, problem['loc'])) or 'the record'}: {problem['msg']}"
        for problem in error.errors(include_url=False, include_context=False)
    )
