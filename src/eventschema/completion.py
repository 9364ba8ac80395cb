"""Stage: ask the model, keep the drafts that are valid, and ask again for those that are not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from pydantic import BaseModel

from eventschema.answer import MAX_RECORDS, InvalidDraft, answer_type
from eventschema.draft import EventDraft, event_type
from eventschema.errors import CompletionError
from eventschema.models.port import Complete, Message, Reply
from eventschema.salvage import repeats_a_name, salvage
from eventschema.usage import Usage

QUOTED = 80
"""How many characters of an answer that cannot be read are told."""

REPEATED = 20_000
"""How many characters of an answer a reask repeats at most: no flood is paid for twice."""

Check = Callable[[EventDraft], Sequence[str]]
"""What is wrong with a well-formed draft, in sentences that the model can act upon."""


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
        """What both brought; a later answer takes the place of an unread one, and mends drafts."""
        return Proposals(
            drafts=(*(each for each in self.drafts if each not in later.drafts), *later.drafts),
            invalid=(
                *(each for each in self.invalid if not _is_mended(each, later)),
                *later.invalid,
            ),
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
    when the same problems come back, when an answer is cut off, when the endpoint fails, or at the
    limit.

    Raises:
        CompletionError: the endpoint failed at once; see `eventschema.models.port.Complete`.

    """
    answer = answer_type(types, most=most)
    reply = ask(messages, answer)
    proposals = _read(reply, types)
    problems = _problems(proposals, reasks.check)
    for _ in range(reasks.limit):
        if not problems or reply.truncated:
            break
        try:
            reply = ask([*messages, *_reask(reply.text, problems)], answer)
        except CompletionError as error:
            return replace(proposals, unread=(*proposals.unread, f"asked again: {error}"))
        mended = _read(reply, types)
        proposals, before, problems = proposals + mended, problems, _problems(mended, reasks.check)
        if problems == before:
            break
    return proposals


def _read(reply: Reply[BaseModel], types: Sequence[type[EventDraft]]) -> Proposals:
    if reply.answer is None or repeats_a_name(reply.text):
        salvaged = salvage(reply.text, types, truncated=reply.truncated)
        items, is_whole = salvaged.drafts, salvaged.whole
    else:
        lists = (getattr(reply.answer, event_type(kind)) for kind in types)
        items, is_whole = [item for proposed in lists for item in proposed], True
    return Proposals(
        drafts=tuple(item for item in items if isinstance(item, EventDraft)),
        invalid=tuple(item for item in items if isinstance(item, InvalidDraft)),
        unread=() if is_whole and not reply.truncated else (_unread(reply),),
        usage=reply.usage,
    )


def _unread(reply: Reply[BaseModel]) -> str:
    if reply.truncated:
        return "the answer was cut off"
    said = " ".join(reply.text.split())
    quote = said if len(said) <= QUOTED else f"{said[:QUOTED]}..."
    return f"the answer is not JSON of the asked shape: {quote}" if said else "the answer is empty"


def _is_mended(invalid: InvalidDraft, later: Proposals) -> bool:
    """Whether a later answer has the same record, valid or not: by name or else by sentences."""
    answers = [
        *((event_type(type(draft)), draft.model_dump()) for draft in later.drafts),
        *((draft.event_type, draft.said) for draft in later.invalid),
    ]
    kinds = invalid.event_type.split(" or ")
    return any(kind in kinds and _is_same(invalid.said, said) for kind, said in answers)


def _is_same(said: object, again: object) -> bool:
    names = [each.get("name") if isinstance(each, dict) else each for each in (said, again)]
    if all(isinstance(name, str) for name in names) or not isinstance(said, dict):
        return names[0] == names[1]
    return isinstance(again, dict) and said.get("sentences", 0) == again.get("sentences")


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


def _reask(text: str, problems: Sequence[str]) -> Iterator[Message]:
    said = text.strip()[:REPEATED]
    if said:
        yield {"role": "assistant", "content": said}
    mend = "\n".join(f"- {problem}" for problem in problems)
    yield {"role": "user", "content": f"{_REASK}\n{mend}"}


_REASK = (
    "These records cannot be used. Answer again in the same JSON form, with these records alone, "
    "mended; leave out those that the article does not support."
)
