"""Stage: what several readers, or one in several sentences, say of one occasion becomes one draft.

Two records of an article are one occasion where they contradict each other in nothing that matters
and agree in enough. What the first says counts; what the others add is kept, and where they say
otherwise, a warning tells.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from eventschema.candidate import Candidate
from eventschema.draft import RECORD_FIELD
from eventschema.grounded import GroundedDraft, Value
from eventschema.schema import Agreement, BaseEvent, Incident, ValueWarning
from eventschema.span import Quote

ENOUGH = 2
"""Facts that two records from different sentences must share to be one occasion."""

_ITEM = re.compile(r"/(\w+)/(\d+)(.*)")


def unite(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    """The candidates in groups, each group being one occasion, in the order of their first.

    The rules make no two candidates of one occasion: theirs join those of the model only.
    """
    groups: list[list[Candidate]] = []
    of_model: list[list[Candidate]] = []
    for candidate in candidates:
        group = _home(candidate, of_model if _is_of_rules(candidate) else groups)
        if group is None:
            group = []
            groups.append(group)
            of_model.append(group)
        group.append(candidate)
        if _is_of_rules(candidate):
            of_model = [other for other in of_model if other is not group]
    return groups


def merged(group: Sequence[Candidate]) -> GroundedDraft:
    """One draft of all that a group says, the first's word counting where they differ."""
    first, *others = (candidate.grounded for candidate in group)
    for other in others:
        first = _joined(first, other)
    return first


def _joined(first: GroundedDraft, other: GroundedDraft) -> GroundedDraft:
    values = {name: _filled(value, other.values.get(name)) for name, value in first.values.items()}
    overruled = [
        ValueWarning(
            path=f"/{RECORD_FIELD.get(name, name)}", value=_words(said), reason="overruled"
        )
        for name, said in other.values.items()
        if _differs(values.get(name), said)
    ]
    support = dict.fromkeys([*first.support, *other.support])
    moved = [_moved(warning, other.values, values) for warning in other.warnings]
    warnings = dict.fromkeys([*first.warnings, *moved, *overruled])
    return GroundedDraft(first.draft, values, tuple(support), tuple(warnings), first.proposer)


def _filled(value: Value, more: Value) -> Value:
    if isinstance(value, list) and isinstance(more, list):
        return [*value, *(item for item in more if not _is_among(item, value))]
    return more if value is None else value


def _moved(
    warning: ValueWarning, was: Mapping[str, Value], now: Mapping[str, Value]
) -> ValueWarning:
    """The warning at the place that its participant has in the joined list."""
    found = _ITEM.match(warning.path)
    items, joined = (values.get(found[1]) if found else None for values in (was, now))
    if found is None or not isinstance(items, list) or not isinstance(joined, list):
        return warning
    place = joined.index(items[int(found[2])])
    return warning.model_copy(update={"path": f"/{found[1]}/{place}{found[3]}"})


def _is_among(item: Value, items: Sequence[Value]) -> bool:
    return any(_words(item) == _words(known) for known in items)


def _words(value: Value) -> str:
    return value.text if isinstance(value, Quote) else str(value)


def _differs(kept: Value, said: Value) -> bool:
    """Whether something else was said, and not only more or fewer words of the same."""
    if said is None or isinstance(said, list):
        return False
    one, other = _words(kept).casefold(), _words(said).casefold()
    return one not in other and other not in one


def _is_of_rules(candidate: Candidate) -> bool:
    return candidate.grounded.proposer == "rules"


def _home(candidate: Candidate, groups: Sequence[list[Candidate]]) -> list[Candidate] | None:
    """The group of whose occasion a candidate tells, the likest of several."""
    fitting = [group for group in groups if _is_one(candidate.event, group[0].event)]
    return max(fitting, key=lambda group: _likeness(candidate.event, group[0].event), default=None)


def _is_one(event: BaseEvent, other: BaseEvent) -> bool:
    """Whether two records of an article report one occasion."""
    if event.event_type != other.event_type:
        return False
    names, others = _names(event), _names(other)
    if names and others:
        return any(_is_name_of(name, one) for name in names for one in others)
    if _share_a_sentence(event, other):
        return not _contradict(event, other, at_least=1 if _same_reader(event, other) else ENOUGH)
    return _likeness(event, other) >= ENOUGH and not _contradict(event, other, at_least=1)


def _names(event: BaseEvent) -> list[str]:
    name = getattr(event, "name", None)
    aliases = event.aliases if isinstance(event, Agreement) else []
    return [_plain(each) for each in (name, *aliases) if isinstance(each, str)]


def _plain(name: str) -> str:
    words = name.casefold().replace("(", " ").replace(")", " ").split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def _is_name_of(name: str, other: str) -> bool:
    """Whether one name is the other, or the other with more words around it."""
    return name == other or f" {name} " in f" {other} " or f" {other} " in f" {name} "


def _share_a_sentence(event: BaseEvent, other: BaseEvent) -> bool:
    sentences, others = (
        {(each.start, each.end) for each in record.evidence if not each.path}
        for record in (event, other)
    )
    cores = [(record.evidence[0].start, record.evidence[0].end) for record in (event, other)]
    return cores[0] in others or cores[1] in sentences


def _same_reader(event: BaseEvent, other: BaseEvent) -> bool:
    return not set(event.extraction.proposers).isdisjoint(other.extraction.proposers)


def _facts(event: BaseEvent) -> Mapping[str, frozenset[object]]:
    """What tells one occasion from another; empty where a record does not say."""
    facts: dict[str, frozenset[object]] = {
        "date": frozenset([event.date.edtf] if event.date and event.date.edtf else []),
        "place": frozenset(place.text.casefold() for place in event.places),
        "people": frozenset(
            each.name.casefold() for each in event.participants if each.kind == "person"
        ),
        "states": frozenset(each.country for each in event.participants if each.country),
    }
    if isinstance(event, Incident):
        facts["category"] = frozenset([event.category] if event.category else [])
        facts["killed"] = frozenset([event.killed.best] if event.killed else [])
        facts["injured"] = frozenset([event.injured.best] if event.injured else [])
    return facts


def _likeness(event: BaseEvent, other: BaseEvent) -> int:
    """How many of the facts two records share."""
    facts, others = _facts(event), _facts(other)
    return sum(bool(facts[name] & others[name]) for name in facts)


def _contradict(event: BaseEvent, other: BaseEvent, *, at_least: int) -> bool:
    """Whether two records say different things of that many of the facts."""
    facts, others = _facts(event), _facts(other)
    different = [
        name
        for name in facts
        if facts[name] and others[name] and facts[name].isdisjoint(others[name])
    ]
    if event.modality and other.modality and event.modality != other.modality:
        different.append("modality")
    return len(different) >= at_least
