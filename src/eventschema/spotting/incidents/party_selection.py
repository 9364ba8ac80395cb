"""Which of the parties that grammar offers are worth a place in a record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eventschema.draft import IncidentParticipantDraft
from eventschema.language import actors
from eventschema.language.armed_groups import GROUPS
from eventschema.spotting.incidents.party_nouns import DOERS, singular
from eventschema.spotting.scene import Scene

_ARMED = ("armed_group", "armed_force")
_ARMED_LOOK = re.compile(
    r"\b(?:armed|hooded|masked|unidentified|unknown|suspected|uniformed|disguised)\b", re.IGNORECASE
)


def selected(
    drafts: Sequence[IncidentParticipantDraft], scene: Scene
) -> Iterator[IncidentParticipantDraft]:
    """The participants that say something, in their order.

    Persons are those that the scene knows. A doer is armed, is called after what it does, or is a
    body with a name. Nouns that stand alone ("people", "a village") tell nothing, save things as
    targets ("a bus") and names of claimants ("FMLN"); nor does one that another name contains.
    """
    known = {person.name for number in scene.sentences for person in scene.people(number)}
    names = [draft.name.casefold() for draft in drafts]
    for draft in drafts:
        contained = any(draft.name.casefold() in name.split() for name in names if " " in name)
        if not contained and _says_something(draft, known):
            yield draft


def _says_something(draft: IncidentParticipantDraft, known: set[str]) -> bool:
    kind = actors.kind(draft.name, office=draft.office)
    if kind == "person":
        return draft.name in known
    if draft.country is not None or kind == "country":
        return kind != "population" or draft.role != "perpetrator"
    if draft.role == "perpetrator":
        return _is_doer(draft.name, armed=kind in _ARMED)
    if draft.role == "claimant" and not draft.name.islower():
        return True
    return " " in draft.name or (draft.role == "target" and kind == "facility")


def _is_doer(name: str, *, armed: bool) -> bool:
    head = name.rsplit(maxsplit=1)[-1]
    if head.islower():
        return armed or singular(head) in DOERS or bool(_ARMED_LOOK.search(name))
    return armed or bool(GROUPS.search(name)) or actors.kind(name) is not None
