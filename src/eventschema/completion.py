"""Stage: ask the model, keep the drafts that are valid, and ask again for those that are not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import BaseModel, Field, ValidationError, ValidatorFunctionWrapHandler, WrapValidator
from pydantic import create_model as new_model
from pydantic_core import from_json

from eventschema.draft import EventDraft, event_type
from eventschema.models.port import Complete, Message, Reply, Usage
from eventschema.schema import ValueWarning
from eventschema.wire import AS_ASKED

MAX_RECORDS = 12

Check = Callable[[EventDraft], Sequence[str]]
"""What is wrong with a well-formed draft, in sentences that the model can act upon."""


@dataclass(frozen=True, slots=True)
class InvalidDraft:
    """What the model said where a draft belongs, and what is wrong with it."""

    event_type: str
    said: object
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposals:
    """What one question brought, every reask included, and what it cost.

    `drafts` are well-formed, whether or not they passed the check. `unread` tells what of the
    answers could not be read, so that drafts may be missing.
    """

    drafts: tuple[EventDraft, ...] = ()
    invalid: tuple[InvalidDraft, ...] = ()
    unread: tuple[str, ...] = ()
    attempts: int = 1
    usage: Usage = field(default_factory=Usage)

    def __add__(self, later: Proposals) -> Proposals:
        """Everything that both brought; a later answer takes the place of an unread one."""
        return Proposals(
            drafts=self.drafts + later.drafts,
            invalid=self.invalid + later.invalid,
            unread=later.unread,
            attempts=self.attempts + later.attempts,
            usage=self.usage + later.usage,
        )


@dataclass(frozen=True, slots=True)
class Reasks:
    """How often invalid drafts are asked again, and what counts as invalid beside their shape."""

    limit: int
    check: Check


def complete(
    ask: Complete,
    messages: Sequence[Message],
    *,
    types: Sequence[type[EventDraft]],
    reasks: Reasks,
    most: int = MAX_RECORDS,
) -> Proposals:
    """What the model proposes of `types` in answer to `messages`.

    `most` bounds the drafts of each type. What is valid in an answer is kept. A reask quotes what
    is invalid, says what to mend, and asks for those drafts alone. It ends when nothing is invalid,
    when the same problems come back, when an answer is cut off, or at the limit.

    Raises:
        CompletionError: the endpoint failed; see `eventschema.models.port.Complete`.

    """
    answer = answer_type(types, most=most)
    reply = ask(messages, answer)
    proposals = _read(reply, answer)
    problems = _problems(proposals, reasks.check)
    for _ in range(reasks.limit):
        if not problems or reply.truncated:
            break
        reply = ask([*messages, *_reask(reply.text, problems)], answer)
        mended = _read(reply, answer)
        proposals, before, problems = proposals + mended, problems, _problems(mended, reasks.check)
        if problems == before:
            break
    return proposals


def answer_type(types: Sequence[type[EventDraft]], *, most: int = MAX_RECORDS) -> type[BaseModel]:
    """The answer's shape: one list of at most `most` drafts for each type, under its name.

    The bound is for the grammar that the model writes by; a longer list is read all the same.
    """
    lists = {event_type(draft): _list_of(draft, most) for draft in types}
    answer: type[BaseModel] = new_model("Events", __config__=AS_ASKED, **lists)  # type: ignore[call-overload]
    return answer


def _list_of(draft: type[EventDraft], most: int) -> tuple[object, object]:
    def lenient(said: object, validate: ValidatorFunctionWrapHandler) -> object:
        try:
            return validate(said)
        except ValidationError as error:
            mended = _without_unknown_words(said, error)
            if mended is None:
                return InvalidDraft(event_type(draft), said, _sentences(error))
            kept: EventDraft = validate(mended)
            kept.unknown_words.extend(_unknown_words(error))
            return kept

    item = Annotated[draft, WrapValidator(lenient)]  # type: ignore[valid-type]
    return (list[item], Field(default=[], json_schema_extra={"maxItems": most}))


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


def _read(reply: Reply[BaseModel], answer: type[BaseModel]) -> Proposals:
    value = reply.answer or _salvaged(reply, answer)
    lists = [] if value is None else [getattr(value, name) for name in answer.model_fields]
    items = [item for proposed in lists for item in proposed]
    return Proposals(
        drafts=tuple(item for item in items if isinstance(item, EventDraft)),
        invalid=tuple(item for item in items if isinstance(item, InvalidDraft)),
        unread=() if value and not reply.truncated else (_UNREADABLE[reply.truncated],),
        usage=reply.usage,
    )


def _salvaged(reply: Reply[BaseModel], answer: type[BaseModel]) -> BaseModel | None:
    """The drafts of an answer in a code fence, or of one that was cut off.

    The last draft of the latter may be incomplete, so it is left out.
    """
    try:
        lists = from_json(_outermost(reply), allow_partial=reply.truncated)
    except ValueError:
        return None
    if not reply.truncated:
        return _validated(lists, answer)
    filled = [name for name, drafts in lists.items() if drafts] if isinstance(lists, dict) else []
    if not filled or not isinstance(lists[filled[-1]], list):
        return None
    lists[filled[-1]].pop()
    return _validated(lists, answer)


def _outermost(reply: Reply[BaseModel]) -> str:
    """The JSON object in the text, without the code fence or the words around it."""
    start = max(reply.text.find("{"), 0)
    return reply.text[start:] if reply.truncated else reply.text[start : reply.text.rfind("}") + 1]


def _validated(lists: object, answer: type[BaseModel]) -> BaseModel | None:
    try:
        return answer.model_validate(lists)
    except ValidationError:
        return None


def _problems(proposals: Proposals, check: Check) -> tuple[str, ...]:
    unfit = [
        *((draft.model_dump(exclude_none=True), check(draft)) for draft in proposals.drafts),
        *((draft.said, draft.problems) for draft in proposals.invalid),
    ]
    return (
        *(f"{_label(said)}: {'; '.join(problems)}" for said, problems in unfit if problems),
        *proposals.unread,
    )


def _label(said: object) -> str:
    if not isinstance(said, dict):
        return "a record that is no JSON object"
    return str(said.get("name") or f"the record of the sentences {said.get('sentences')}")


def _reask(text: str, problems: Sequence[str]) -> list[Message]:
    mend = "\n".join(f"- {problem}" for problem in problems)
    return [
        {"role": "assistant", "content": text},
        {"role": "user", "content": f"{_REASK}\n{mend}"},
    ]


_UNREADABLE = {True: "the answer was cut off", False: "the answer is not JSON of the asked shape"}
_REASK = (
    "These records cannot be used. Answer again in the same JSON form, with these records alone, "
    "mended; leave out those that the article does not support."
)
