"""Who did what to whom, with what: the participants and weapons of an incident, from its sentences.

Deeds are read with what stands around them: the doer before an active verb and behind "by", those
to whom it was done behind the verb, before a passive and behind "the murder of". What a noun phrase
names decides whether it can be a doer, a victim, a target or a weapon at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from eventschema.draft import (
    MAX_PARTICIPANTS,
    MAX_VALUES,
    IncidentDraft,
    IncidentParticipantDraft,
)
from eventschema.language import actors
from eventschema.language.armed_groups import GROUPS
from eventschema.span import Span
from eventschema.spotting.incidents.party_clauses import Piece
from eventschema.spotting.incidents.party_nouns import (
    AREAS,
    COLLECTIVES,
    DOERS,
    NAMELESS,
    PREMISES,
    VAGUE,
    head,
    singular,
    sort_of,
)
from eventschema.spotting.incidents.party_phrases import ACCUSED, BLAMED, CLAIMED, WEAPONS, Deed
from eventschema.spotting.incidents.party_selection import selected
from eventschema.spotting.incidents.party_syntax import PLACES, Clauses
from eventschema.spotting.scene import Scene
from eventschema.vocabularies import IncidentCategory, IncidentRole


@dataclass(frozen=True, slots=True)
class Party:
    """Who or what takes part: as what, in which words, under which other name.

    One that is merely `likely` is told by what it is called, not by what it did.
    """

    role: IncidentRole
    words: str
    alias: str | None = None
    office: str | None = None
    country: str | None = None
    likely: bool = False


_OF_CATEGORY: dict[IncidentCategory, frozenset[Deed]] = {
    "kidnapping": frozenset(("kidnap",)),
    "hijacking": frozenset(("hijack", "kidnap")),
    "arson": frozenset(("burn", "damage")),
    "robbery": frozenset(("rob",)),
    "bombing": frozenset(("bomb", "kill", "damage", "attack", "burn")),
    "sabotage": frozenset(("damage", "bomb", "attack", "burn")),
}
_VIOLENT: frozenset[Deed] = frozenset(("kill", "attack", "damage", "bomb"))
"""Deeds of which the reports of all other categories tell."""
_DOERLESS: frozenset[IncidentCategory] = frozenset(
    ("accident", "weapons_test", "maritime_incident")
)
"""Categories whose doers, if any, no such deed tells."""
_FATES: frozenset[Deed] = frozenset(("kill", "kidnap"))
"""Deeds that are done to people, and whose nouns belong to these: "X's murder"."""
_OF_NOUN = ("of", "against", "on", "at", "upon")
_LOOK_BACK = 60
"""How many characters before a noun may tell that a deed is laid to it."""


def parties(
    scene: Scene, number: int, trigger: Span, category: IncidentCategory | None
) -> list[IncidentParticipantDraft]:
    """Those who take part in the incident of which the words at `trigger` tell in a sentence.

    The deeds of the sentence count that overlap the trigger or that such reports tell of.
    """
    clauses, deeds = Clauses(scene, number), _deeds_of(category)
    chosen = [
        at
        for at in clauses.deeds()
        if clauses.pieces[at].span.overlaps(trigger) or _is_of(clauses.pieces[at], deeds)
    ]
    return _drafts(_chosen(list(_parties(clauses, chosen)), category))


def weapons(scene: Scene, number: int) -> list[str]:
    """The weapons that a sentence names, in its order."""
    found = (match.group() for match in WEAPONS.finditer(scene.sentences[number]))
    return list(dict.fromkeys(found))


def complete(draft: IncidentDraft, scene: Scene) -> IncidentDraft:
    """The draft with the participants and weapons that its sentences name.

    Of its own participants it keeps the persons and those of a country, behind the others.
    """
    deeds = _deeds_of(draft.category)
    found: list[Party] = []
    armed: dict[str, None] = {}
    for number in (number for number in draft.sentences if number in scene.sentences):
        clauses = Clauses(scene, number)
        chosen = [at for at in clauses.deeds() if _is_of(clauses.pieces[at], deeds)]
        found += _parties(clauses, chosen)
        armed |= dict.fromkeys(weapons(scene, number))
    drafts = [one for one in _drafts(_chosen(found, draft.category)) if not _suffered(one, draft)]
    known = {one.name.casefold() for one in drafts}
    kept = [one for one in draft.participants if one.name.casefold() not in known and _stays(one)]
    return draft.model_copy(
        update={
            "participants": [*selected(drafts, scene), *kept][:MAX_PARTICIPANTS],
            "weapons": list(armed)[:MAX_VALUES],
        }
    )


def _suffered(participant: IncidentParticipantDraft, draft: IncidentDraft) -> bool:
    """Whether the toll counts those who are taken for doers: "12 rebel fighters were killed"."""
    tolls = " ".join(filter(None, (draft.killed, draft.injured))).casefold()
    return participant.role == "perpetrator" and participant.name.casefold() in tolls


def _stays(participant: IncidentParticipantDraft) -> bool:
    return participant.country is not None or actors.kind(participant.name) == "person"


def _deeds_of(category: IncidentCategory | None) -> frozenset[Deed]:
    return _OF_CATEGORY.get(category, _VIOLENT) if category else _VIOLENT


def _is_of(piece: Piece, deeds: frozenset[Deed]) -> bool:
    return piece.told is not None and piece.told.deed in deeds


def _chosen(found: Sequence[Party], category: IncidentCategory | None) -> list[Party]:
    """The parties that count: the likely doers where no other people are said to have done it."""
    if category in _DOERLESS:
        return [party for party in found if party.role == "victim"]
    is_told = any(_is_doer(party) and not party.likely for party in found)
    return [party for party in found if not (is_told and party.likely and _is_doer(party))]


def _is_doer(party: Party) -> bool:
    return party.role == "perpetrator" and not GROUPS.fullmatch(party.words)


def _drafts(found: Iterable[Party]) -> list[IncidentParticipantDraft]:
    first: dict[str, IncidentParticipantDraft] = {}
    for party in found:
        for name in filter(None, (party.words, party.alias)):
            first.setdefault(
                name.casefold(),
                IncidentParticipantDraft(
                    name=name, role=party.role, office=party.office, country=party.country
                ),
            )
    return list(first.values())


def _parties(clauses: Clauses, deeds: Sequence[int]) -> Iterator[Party]:
    suffering: set[int] = set()
    for at in deeds:
        doers, sufferers = _sides(clauses, at)
        told = clauses.pieces[at].told
        suffering.update(sufferers)
        for i in doers:
            yield from _doer(clauses, i)
        for i in sufferers:
            yield from _sufferer(clauses, i, told.deed if told else "attack")
    yield from _blamed(clauses)
    yield from _likely(clauses, suffering)


def _sides(clauses: Clauses, at: int) -> tuple[list[int], list[int]]:
    """The nouns of those who did the deed at `at`, and of those to whom it was done."""
    told = clauses.pieces[at].told
    doers, sufferers = clauses.doers_behind(at), list[int]()
    match told.form if told else "noun":
        case "verb" if clauses.is_passive(at):
            sufferers = clauses.subject(at)
        case "verb":
            doers, sufferers = clauses.subject(at), clauses.objects(at)
        case "light":
            doers = doers if clauses.has_auxiliary(at) else clauses.subject(at)
        case "died":
            doers, sufferers = [], clauses.subject(at)
        case "doing":
            doers, sufferers = [], clauses.objects(at) or clauses.about(at, ("of",))
        case "put":
            doers, sufferers = doers or clauses.subject(at), _struck(clauses, at)
        case "burst":
            sufferers = _struck(clauses, at)
        case "noun":
            doers, sufferers = _sides_of_noun(clauses, at, told.deed if told else "attack")
    return doers, sufferers


def _sides_of_noun(clauses: Clauses, at: int, deed: Deed) -> tuple[list[int], list[int]]:
    doers, owner = clauses.doers_behind(at), clauses.owner(at)
    about = _struck(clauses, at) if deed == "bomb" else clauses.about(at, _OF_NOUN)
    return (doers, about + owner) if deed in _FATES else (doers + owner, about)


def _struck(clauses: Clauses, at: int) -> list[int]:
    """The things at which a bomb went off or was left; no whole towns."""
    found = clauses.about(at, PLACES)
    return [i for i in found if clauses.pieces[i].sort == "thing" and not _is_area(clauses, i)]


def _is_area(clauses: Clauses, at: int) -> bool:
    return head(clauses.pieces[at].words) in AREAS


def _doer(clauses: Clauses, at: int) -> Iterator[Party]:
    piece = clauses.pieces[at]
    if piece.person is not None:
        person = piece.person
        yield Party("perpetrator", person.name, office=person.office, country=person.country)
    elif piece.sort == "group":
        yield Party("perpetrator", piece.words, alias=piece.alias)
    elif piece.sort in ("people", "body"):
        is_collective = head(piece.words) in COLLECTIVES
        if singular(piece.words) not in VAGUE or clauses.end(at) > at:
            yield Party("perpetrator", clauses.words(at, whole=is_collective))
        yield from _groups_in(clauses.words(at, whole=True))
        if is_collective:
            yield from _body_behind(clauses, at)


def _groups_in(words: str) -> Iterator[Party]:
    """The armed organizations that the words name: of "the guerrillas of the ELN", the ELN."""
    return (Party("perpetrator", found.group()) for found in GROUPS.finditer(words))


def _body_behind(clauses: Clauses, at: int) -> Iterator[Party]:
    """The force that people are of: "members of the army"."""
    end = clauses.end(at)
    piece = clauses.pieces[end]
    is_force = end > at and piece.sort in ("body", "group")
    if is_force and head(piece.words) not in COLLECTIVES:
        yield Party("perpetrator", piece.words, alias=piece.alias)


def _sufferer(clauses: Clauses, at: int, deed: Deed) -> Iterator[Party]:
    piece = clauses.pieces[at]
    if piece.person is not None:
        person = piece.person
        yield Party("victim", person.name, office=person.office, country=person.country)
    elif piece.sort == "people" and head(piece.words) not in DOERS:
        yield Party("victim", piece.words)
    elif piece.sort in ("thing", "body") and deed != "kill":
        yield Party("target", clauses.words(at, whole=head(piece.words) in PREMISES))


def _blamed(clauses: Clauses) -> Iterator[Party]:
    """Those to whom the sentence lays the deed, and the groups that claim it."""
    for at, piece in enumerate(clauses.pieces):
        if piece.kind != "noun":
            continue
        behind, before = piece.span.end, piece.span.start
        if piece.sort not in ("people", "person") and CLAIMED.match(clauses.text, behind):
            if sort_of(piece.words) in ("group", "body") or piece.words[0].isupper():
                yield Party("claimant", piece.words, alias=piece.alias)
        elif (piece.sort != "group" and ACCUSED.match(clauses.text, behind)) or BLAMED.search(
            clauses.text, max(0, before - _LOOK_BACK), before
        ):
            yield from _doer(clauses, at)


def _likely(clauses: Clauses, suffering: set[int]) -> Iterator[Party]:
    """Those whom the very words make doers, where nothing was done to them."""
    for at, piece in enumerate(clauses.pieces):
        if piece.kind != "noun" or at in suffering or clauses.is_attribute(at):
            continue
        is_called_so = piece.sort == "people" and head(piece.words) in DOERS - NAMELESS
        if is_called_so or GROUPS.fullmatch(piece.words):
            yield from (replace(party, likely=True) for party in _doer(clauses, at))
