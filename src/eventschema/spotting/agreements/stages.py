"""How far a sentence says that an agreement has come.

Each turn of phrase belongs to the name after it ("signed the pact") or before it ("the pact was
signed", "the pact expired"). What is denied, conditional or ahead counts as an earlier stage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

from eventschema.span import Span
from eventschema.spotting.agreements import phrases as names_of
from eventschema.spotting.agreements import stage_phrases as phrases
from eventschema.vocabularies import AgreementStatus, Modality

_REACH = 90
_BACK = 160
_CONTEXT = 120
_BEFORE_NAME = 60
"""How many characters between a name and its verb, and before a verb, can tell."""
_CLAUSE = re.compile(r"[,;:]\s|\bbut\b")
_LATEST: Sequence[AgreementStatus] = tuple(phrases.STAGES)
_DONE: frozenset[AgreementStatus] = frozenset(
    {"rejected", "terminated", "suspended", "in_force", "ratified", "signed", "agreed"}
)
_BY_DECIDING = _DONE - {"signed", "rejected"}


@dataclass(frozen=True, slots=True)
class Cue:
    """A turn of phrase that tells the stage of an agreement, and where it stands.

    It is `implied` where the words tell something else, from which the stage follows.
    """

    sentence: int
    span: Span
    stage: AgreementStatus
    modality: Modality
    implied: bool = False

    @property
    def rank(self) -> tuple[bool, int, bool]:
        """The lower, the later the stage and the surer."""
        return self.implied, _LATEST.index(self.stage), self.modality != "happened"


def cues(number: int, text: str, names: Sequence[Span]) -> Iterator[tuple[int, Cue]]:
    """The stages that a sentence reports, each with the index of the name that it belongs to."""
    found = [
        match
        for match in phrases.CUE.finditer(text)
        if not any(name.overlaps(Span(*match.span())) for name in names)
    ]
    for match in found:
        index = _owner(text, match, names, found)
        cue = None if index is None else _cue(number, text, match)
        if index is not None and cue is not None:
            cue = _sought(cue, text[max(0, names[index].start - _BEFORE_NAME) : names[index].start])
            yield index, cue
            for other in _coordinated(text, names, index, ahead=cue.span.end <= names[index].start):
                yield other, cue


def _sought(cue: Cue, before: str) -> Cue:
    """The cue of an agreement after the words before its name: talks on it that break down."""
    if cue.stage in {"terminated", "suspended", "in_force"} and phrases.TALKS_ON.search(before):
        return replace(cue, stage="under_negotiation", modality="ongoing")
    return cue


def _coordinated(text: str, names: Sequence[Span], index: int, *, ahead: bool) -> Iterator[int]:
    """The names that "and" joins to the one at `index`, on its far side from the verb."""
    step = 1 if ahead else -1
    while 0 <= index + step < len(names):
        first, second = sorted((names[index], names[index + step]))
        if not phrases.JOINED.fullmatch(text[first.end : second.start]):
            return
        index += step
        yield index


def _owner(
    text: str, match: re.Match[str], names: Sequence[Span], found: Sequence[re.Match[str]]
) -> int | None:
    before = max((i for i, name in enumerate(names) if name.end <= match.start()), default=None)
    after = min((i for i, name in enumerate(names) if name.start >= match.end()), default=None)
    behind = before is not None and _follows(text, match, names[before])
    if behind and not _is_nominal(text, match, names, after):
        return before
    if after is None or phrases.INTRANSITIVE.fullmatch(match[0]):
        return after if _is_nominal(text, match, names, after) else None
    gap = text[match.end() : names[after].start]
    parted = any(
        match.end() <= other.start() < names[after].start
        for other in found
        if not phrases.THIN.fullmatch(other[0])
    )
    if len(gap) > _REACH or phrases.CLAUSE_END.search(gap) or parted:
        return None
    return after


def _is_nominal(text: str, match: re.Match[str], names: Sequence[Span], after: int | None) -> bool:
    """Whether "of" joins the words to the name after them: "entry into force, on 1 May, of"."""
    if after is None:
        return False
    gap = text[match.end() : names[after].start]
    return (
        len(gap) < _REACH
        and bool(re.search(r"\b(?:of|for|to)\s+(?:(?:the|a|an|its|their)\s+)?(?:\w+\s+)?$", gap))
        and bool(
            re.match(
                r"(?:entry|entrance|coming|signing|signature|ratification|conclusion|renewal"
                r"|extension|suspension|termination|expiry|implementation)",
                match[0],
                re.IGNORECASE,
            )
        )
    )


def _follows(text: str, match: re.Match[str], name: Span) -> bool:
    """Whether the words belong to the name before them."""
    gap = text[name.end : match.start()]
    if len(gap) > _BACK or ";" in gap or names_of.PLURAL.search(gap):
        return False
    if phrases.PASSIVE.search(text[: match.start()][-40:]) or phrases.INTRANSITIVE.fullmatch(
        match[0]
    ):
        return True
    if phrases.BESIDE.fullmatch(gap) and not match[0].split()[0].endswith(("s", "ing")):
        return True
    return bool(re.match(r",?\s*(?:which|that)\b", gap)) and not phrases.TAKES_OBJECT.fullmatch(
        match[0]
    )


def _cue(number: int, text: str, match: re.Match[str]) -> Cue | None:
    span = Span(*match.span())
    if match.lastgroup == "binding":
        return Cue(number, span, "in_force", "happened", implied=True)
    if phrases.UNTRUE.search(text, 0, span.start):
        return None
    stage = cast("AgreementStatus", match.lastgroup)
    cue = Cue(number, span, stage, _modality(stage, match[0]))
    before = text[max(0, span.start - _CONTEXT) : span.start]
    qualified = _qualified(cue, before, clause=_CLAUSE.split(before)[-1])
    if qualified and qualified.modality == "planned" and phrases.DEPENDS.match(text, span.end):
        return _earlier(cue, "planned")
    return qualified


def _qualified(cue: Cue, before: str, *, clause: str) -> Cue | None:
    """What a cue amounts to after the words before it, those of its own clause above all."""
    if phrases.RESOLVED.search(clause) and cue.stage in _BY_DECIDING:
        return cue
    if phrases.DENIED.search(before):
        return replace(cue, modality="denied") if cue.stage in _DONE else None
    if phrases.NEVER.search(before) and cue.stage == "signed":
        return replace(cue, stage="rejected", modality="happened")
    return _unmet(cue, before, clause=clause)


def _unmet(cue: Cue, before: str, *, clause: str) -> Cue | None:
    """What a cue amounts to where it is only proposed, still lacking, conditional or ahead."""
    if cue.stage in {"signed", "agreed"} and phrases.PROPOSING.search(clause):
        return replace(cue, stage="proposed", modality="hypothetical")
    if phrases.NEGATED.search(clause) or phrases.NEARING.search(before):
        return _earlier(cue, "ongoing")
    if phrases.CONDITION.search(clause):
        return _earlier(cue, "hypothetical")
    is_ahead = phrases.AHEAD.search(before) and cue.stage != "proposed"
    return _planned(cue) if is_ahead else cue


def _modality(stage: AgreementStatus, words: str) -> Modality:
    if stage == "agreed" and phrases.READY.fullmatch(words):
        return "planned"
    if stage in _DONE:
        return "happened"
    return "hypothetical" if stage == "proposed" else "ongoing"


def _earlier(cue: Cue, modality: Modality) -> Cue | None:
    """What is true where the stage has not been reached."""
    if cue.stage in {"signed", "agreed"}:
        return replace(cue, stage="under_negotiation", modality=modality)
    if cue.stage in {"ratified", "in_force"}:
        return replace(cue, stage="signed", modality="happened", implied=True)
    if cue.stage in {"terminated", "suspended"}:
        return replace(cue, stage="in_force", modality="happened", implied=True)
    return cue if cue.stage == "under_negotiation" else None


def _planned(cue: Cue) -> Cue | None:
    """What is true where the stage lies ahead."""
    if cue.stage == "signed":
        return replace(cue, stage="agreed", modality="planned")
    if cue.stage in {"agreed", "under_negotiation"}:
        return replace(cue, stage="under_negotiation", modality="planned")
    return _earlier(cue, "planned")
