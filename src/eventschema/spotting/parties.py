"""Who did what to whom, with what: the participants and weapons of an incident, from its sentences.

Deeds are read with what stands around them: the doer before an active verb and behind "by", those
to whom it was done behind the verb, before a passive and behind "the murder of". What a noun phrase
names decides whether it can be a doer, a victim, a target or a weapon at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from eventschema.draft import MAX_PARTICIPANTS, MAX_VALUES, IncidentDraft, IncidentParticipantDraft
from eventschema.schema import IncidentCategory, IncidentRole
from eventschema.span import Span
from eventschema.spotting.party_clauses import Piece, pieces, singular
from eventschema.spotting.party_phrases import (
    ACCUSED,
    BLAMED,
    CLAIMED,
    COLLECTIVES,
    DOERS,
    GROUPS,
    PREMISES,
    WEAPONS,
    Deed,
)
from eventschema.spotting.scene import Scene


@dataclass(frozen=True, slots=True)
class Party:
    """A participant: its part, its words, its other name, whether a person's name it is."""

    role: IncidentRole
    words: str
    alias: str | None = None
    is_person: bool = False
    office: str | None = None
    country: str | None = None
    evident: bool = False


_OF_CATEGORY: dict[IncidentCategory, frozenset[Deed]] = {
    "kidnapping": frozenset(("kidnap",)),
    "hijacking": frozenset(("hijack", "kidnap")),
    "arson": frozenset(("burn", "damage")),
    "robbery": frozenset(("rob",)),
    "bombing": frozenset(("bomb", "kill", "damage", "attack", "burn")),
    "sabotage": frozenset(("damage", "bomb", "attack", "burn")),
}
_VIOLENT: frozenset[Deed] = frozenset(("kill", "attack", "damage", "bomb"))
"""Deeds of which a report of each category tells; those of the others are violent ones."""

_BE = ("was", "were", "been", "being", "be", "is", "are")
_RELATIVES = ("who", "which", "that")
_PREPOSITIONS = tuple(
    "of in on at by for with from to into onto upon against near beside between among under over"
    " behind inside outside through throughout across along around about after before during since"
    " until toward towards without despite as than like following via".split()
)
_LINKS = (",", "and", "or", "&", "plus")
_OPEN, _CLOSE = ("(", "["), (")", "]")
_STOPS = (";", ":", "-", "\u2013", "\u2014", ".")
_PLACES = tuple(
    "at|in|inside|outside|near|against|under|of|on|to|into|between|beside|behind|in front of|next to"
    "|close to|outside of|inside of|on top of|in the vicinity of|in the middle of|beneath|opposite"
    "".split("|")
)
_ABOUT: dict[str, tuple[str, ...]] = {
    "noun": ("of", "against", "on", "at", "upon"),
    "burst": _PLACES,
    "put": _PLACES,
}
_AREAS = frozenset(
    "city town village street avenue neighborhood district area zone road highway capital settlement"
    " hamlet park square plaza center country field ground yard".split()
)
_REACH = 14
"""How many pieces away from its deed a doer behind "by" is sought."""


class _Clauses:
    """The pieces of a sentence, and what they are to each other."""

    def __init__(self, scene: Scene, number: int) -> None:
        self.text = scene.sentences[number]
        self.pieces: Sequence[Piece] = pieces(scene, number)

    def deeds(self) -> list[int]:
        """Where deeds are told."""
        return [at for at, piece in enumerate(self.pieces) if piece.kind == "deed"]

    def is_passive(self, at: int) -> bool:
        """Whether the verb at `at` is in the passive voice, or a participle behind its noun."""
        if any(piece.says(*_BE) for piece in self.pieces[max(0, at - 3) : at]):
            return True
        following = self._skipped(at + 1)
        return following is not None and following.says("by")

    def subject(self, at: int) -> list[int]:
        """The nouns before the verb at `at` of which it tells."""
        i, comma = at - 1, False
        while i >= 0:
            piece = self.pieces[i]
            if piece.kind == "deed":
                return self._shared(i)
            if piece.kind == "mark":
                if piece.words != "," and piece.words not in _CLOSE:
                    return []
                comma = comma or piece.words == ","
            elif piece.kind == "noun":
                head = self._preposition(i)
                if head is None:
                    return self._before_apposition(i) if comma else self._joined_left(i)
                i = head
            i -= 1
        return []

    def _shared(self, at: int) -> list[int]:
        told = self.pieces[at].told
        return self.subject(at) if told and told.form == "verb" else []

    def _before_apposition(self, at: int) -> list[int]:
        """The noun before the comma that opens the apposition in which the one at `at` stands."""
        first = at
        for i in range(at, -1, -1):
            piece = self.pieces[i]
            if piece.kind == "deed" or piece.words in (*_STOPS, *_CLOSE) or piece.says("that"):
                break
            is_host = piece.kind == "noun" and piece.sort != "other"
            if is_host and self.pieces[i + 1].words == "," or is_host and i + 1 < len(self.pieces) and self.pieces[i + 1].says(*_PREPOSITIONS):
                first = i if self._preposition(i) is None else first
        return self._joined_left(first)

    def _preposition(self, at: int) -> int | None:
        """Where the preposition of the noun at `at` stands."""
        i = at - 1
        while i >= 0 and self.pieces[i].kind == "word" and not self.pieces[i].says(*_RELATIVES):
            if self.pieces[i].says(*_PREPOSITIONS):
                return i
            if not _is_determiner(self.pieces[i]):
                return None
            i -= 1
        return None

    def _joined_left(self, at: int) -> list[int]:
        found, i = [at], at - 1
        while i > 0 and (self.pieces[i].says("and", ",") or _is_determiner(self.pieces[i])):
            if self.pieces[i - 1].kind == "noun" and self.pieces[i].says("and", ","):
                if self._preposition(i - 1) is not None or self.pieces[i].says(","):
                    break
                found.append(i - 1)
                i -= 1
            i -= 1
        return found

    def objects(self, at: int) -> list[int]:
        """The nouns behind the piece at `at`, joined to each other, before anything else comes."""
        found: list[int] = []
        i = at + 1
        while i < len(self.pieces):
            piece = self.pieces[i]
            if piece.kind == "noun":
                found.append(i)
                i = self.end(i)
            elif piece.words in _OPEN:
                i = self._closing(i)
            elif piece.says("of") and self.pieces[i - 1].says(*_LINKS):
                pass
            elif not (piece.says(*_LINKS) or _is_determiner(piece)):
                break
            elif not found and piece.says(*_LINKS):
                break
            i += 1
        return self._own(found)

    def _own(self, found: list[int]) -> list[int]:
        """The nouns without a last one that begins the next clause, and without appositions."""
        if len(found) > 1 and self._opens_clause(found[-1]):
            found = found[:-1]
        return [
            at
            for before, at in zip([None, *found], found, strict=False)
            if before is None or not self._describes(before, at)
        ]

    def _opens_clause(self, at: int) -> bool:
        end = self.end(at) + 1
        following = self.pieces[end : end + 2]
        return any(
            one.says(*_BE, "has", "have", "had") or (one.told and one.told.form == "verb")
            for one in following[:1]
        )

    def _describes(self, before: int, at: int) -> bool:
        one, other = self.pieces[before], self.pieces[at]
        between = self.text[one.span.end : other.span.start]
        return one.sort == "person" and other.sort == "people" and between.strip() in (", the", ", a", ",")

    def end(self, at: int) -> int:
        """Where the noun phrase at `at` ends, with those joined to it by "of"."""
        while at + 1 < len(self.pieces) and self.pieces[at + 1].says("of"):
            i = at + 2
            while i < len(self.pieces) and _is_determiner(self.pieces[i]):
                i += 1
            if i >= len(self.pieces) or self.pieces[i].kind != "noun":
                break
            at = i
        return at

    def words(self, at: int, *, whole: bool) -> str:
        """The words of the noun phrase at `at`, with its complement if `whole`."""
        end = self.end(at) if whole else at
        return self.text[self.pieces[at].span.start : self.pieces[end].span.end]

    def doers_behind(self, at: int) -> list[int]:
        """The nouns behind "by", after the deed at `at`."""
        for i in range(at + 1, min(at + _REACH, len(self.pieces))):
            piece = self.pieces[i]
            if piece.words in _STOPS or (piece.told and piece.told.form in ("verb", "burst")):
                return []
            if piece.says("by"):
                return self.objects(i)
        return []

    def about(self, at: int, prepositions: Sequence[str]) -> list[int]:
        """The nouns behind the first of the `prepositions` after the deed at `at`."""
        for i in range(at + 1, min(at + _REACH, len(self.pieces))):
            piece = self.pieces[i]
            if piece.words in (*_STOPS, ",") or piece.kind == "deed":
                return []
            if piece.says(*prepositions):
                found = self.objects(i)
                if found:
                    return found
        return []

    def owner(self, at: int) -> list[int]:
        """The noun whose deed or fate it is: "X's murder"."""
        is_owned = at > 1 and self.pieces[at - 1].words in ("'s", "\u2019s")
        return [at - 2] if is_owned and self.pieces[at - 2].kind == "noun" else []

    def is_attribute(self, at: int) -> bool:
        """Whether the noun at `at` says of what kind the next one is: "a terrorist attack"."""
        following = self.pieces[at + 1 : at + 2]
        return bool(following) and following[0].told is not None and following[0].told.form == "noun"

    def _skipped(self, at: int) -> Piece | None:
        """The next piece that is no time or adverb."""
        for piece in self.pieces[at : at + 3]:
            if piece.kind != "word" or piece.says(*_PREPOSITIONS) or _is_determiner(piece):
                return piece
        return None

    def _closing(self, at: int) -> int:
        marks = (i for i in range(at, len(self.pieces)) if self.pieces[i].words in _CLOSE)
        return next(marks, at)


_DETERMINER_WORDS = frozenset(
    "the a an this that these those his her its their our my another other others some any all both"
    " several every each many few most more at least about approximately nearly almost also one two"
    " three four five six seven eight nine ten eleven twelve alleged presumed suspected dozens".split()
)


def _is_determiner(piece: Piece) -> bool:
    words = piece.words.casefold().split()
    return piece.kind == "word" and all(w in _DETERMINER_WORDS or w[0].isdigit() for w in words)


def parties(
    scene: Scene, number: int, trigger: Span, category: IncidentCategory | None
) -> list[IncidentParticipantDraft]:
    """Those who take part in the incident of which the words at `trigger` tell.

    The deeds of the sentence count that overlap the trigger or are of the category.
    """
    clauses = _Clauses(scene, number)
    deeds = _OF_CATEGORY.get(category, _VIOLENT) if category else _VIOLENT
    chosen = [
        at
        for at in clauses.deeds()
        if clauses.pieces[at].span.overlaps(trigger) or _is_of(clauses.pieces[at], deeds)
    ]
    return _drafts(_parties(clauses, chosen))


def weapons(scene: Scene, number: int) -> list[str]:
    """The weapons that a sentence names, in its order."""
    found = (match.group() for match in WEAPONS.finditer(scene.sentences[number]))
    return list(dict.fromkeys(found))


def complete(draft: IncidentDraft, scene: Scene) -> IncidentDraft:
    """The draft with the participants and weapons that its sentences name."""
    deeds = _OF_CATEGORY.get(draft.category, _VIOLENT) if draft.category else _VIOLENT
    found: list[Party] = []
    armed: list[str] = []
    for number in draft.sentences:
        if number not in scene.sentences:
            continue
        clauses = _Clauses(scene, number)
        chosen = [at for at in clauses.deeds() if _is_of(clauses.pieces[at], deeds)]
        found += _parties(clauses, chosen)
        armed += weapons(scene, number)
    found = _choose(found)
    if "a" not in os.environ.get("CH", ""):
        found = list(_aliased(found, scene))
    if "i" in os.environ.get("CH", "") and not any(p.role == "perpetrator" for p in found):
        found += _elsewhere(scene, deeds, draft)
    return draft.model_copy(
        update={
            "participants": _drafts(found)[:MAX_PARTICIPANTS],
            "weapons": list(dict.fromkeys(armed))[:MAX_VALUES],
        }
    )


def _is_of(piece: Piece, deeds: frozenset[Deed]) -> bool:
    return piece.told is not None and piece.told.deed in deeds


def _drafts(found: Iterable[Party]) -> list[IncidentParticipantDraft]:
    first: dict[str, IncidentParticipantDraft] = {}
    for party in found:
        for words in (party.words, party.alias):
            if words:
                first.setdefault(
                    words.casefold(),
                    IncidentParticipantDraft(
                        name=words, role=party.role, office=party.office, country=party.country
                    ),
                )
    return list(first.values())


def _parties(clauses: _Clauses, deeds: Sequence[int]) -> Iterator[Party]:
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
    yield from _evident(clauses, suffering)


def _sides(clauses: _Clauses, at: int) -> tuple[list[int], list[int]]:
    """The nouns of those who did the deed at `at`, and of those to whom it was done."""
    told = clauses.pieces[at].told
    form = told.form if told else "noun"
    if form == "verb" and clauses.is_passive(at):
        return clauses.doers_behind(at), clauses.subject(at)
    if form == "verb":
        return clauses.subject(at), clauses.objects(at)
    if form == "light":
        passive = any(piece.says(*_BE) for piece in clauses.pieces[max(0, at - 3) : at])
        return clauses.doers_behind(at) if passive else clauses.subject(at), []
    if form == "died":
        return [], clauses.subject(at)
    if form == "doing":
        return [], clauses.objects(at) or clauses.about(at, ("of",))
    owner = clauses.owner(at)
    is_blast = told is not None and told.deed == "bomb"
    about = clauses.about(at, _PLACES if is_blast else _ABOUT[form])
    if form == "noun":
        is_fate = told is not None and told.deed in ("kill", "kidnap")
        if is_blast:
            about = [i for i in about if not _is_area(clauses.pieces[i])]
        return clauses.doers_behind(at) + ([] if is_fate else owner), about + (owner if is_fate else [])
    doers = clauses.doers_behind(at)
    if form == "put" and not doers:
        doers = clauses.subject(at)
    return doers, [i for i in about if not _is_area(clauses.pieces[i])]


def _is_area(piece: Piece) -> bool:
    return piece.sort != "thing" or singular(piece.words.split()[-1]) in _AREAS


_VAGUE = frozenset("group organization people person one individual victim spokesman force service unit".split())
_NAMELESS = frozenset("perpetrator murderer killer assassin criminal culprit attacker kidnapper thief hijacker".split())
def _doer(clauses: _Clauses, at: int) -> Iterator[Party]:
    piece = clauses.pieces[at]
    if singular(piece.words) in _VAGUE and clauses.end(at) == at:
        return
    if piece.sort == "person" and piece.person:
        yield Party("perpetrator", piece.person.name, office=piece.person.office)
    elif piece.sort in ("people", "body"):
        head = singular(piece.words.split()[-1])
        yield Party("perpetrator", clauses.words(at, whole=head in COLLECTIVES))
        yield from _group_in(clauses.words(at, whole=True))
        if head in COLLECTIVES:
            yield from _body_behind(clauses, at)
    elif piece.sort == "group":
        yield Party("perpetrator", piece.words, alias=piece.alias, evident=True)


def _body_behind(clauses: _Clauses, at: int) -> Iterator[Party]:
    """The force or group that people are of: "members of the army"."""
    end = clauses.end(at)
    piece = clauses.pieces[end]
    if end > at and piece.sort in ("body", "group") and singular(piece.words.split()[-1]) not in COLLECTIVES:
        yield Party("perpetrator", piece.words, alias=piece.alias, evident=True)


def _group_in(words: str) -> Iterator[Party]:
    for found in GROUPS.finditer(words):
        yield Party("perpetrator", found.group())


def _sufferer(clauses: _Clauses, at: int, deed: Deed) -> Iterator[Party]:
    piece = clauses.pieces[at]
    if piece.sort == "person" and piece.person:
        yield Party(
            "victim",
            piece.person.name,
            office=piece.person.office,
            country=piece.person.country,
            is_person=True,
        )
    elif piece.sort == "people":
        if singular(piece.words.split()[-1]) not in DOERS:
            yield Party("victim", clauses.words(at, whole=False))
    elif piece.sort in ("thing", "body") and deed != "kill":
        head = singular(piece.words.split()[-1])
        yield Party("target", clauses.words(at, whole=head in PREMISES))


def _blamed(clauses: _Clauses) -> Iterator[Party]:
    for at, piece in enumerate(clauses.pieces):
        if piece.kind != "noun":
            continue
        if piece.sort in ("group", "body", "other") and CLAIMED.match(clauses.text, piece.span.end):
            if piece.sort != "other" or piece.words[0].isupper():
                yield Party("claimant", piece.words, alias=piece.alias)
            continue
        if piece.sort not in ("group", "body", "people", "person"):
            continue
        if ACCUSED.match(clauses.text, piece.span.end) and piece.sort != "group":
            yield from _doer(clauses, at)
        elif BLAMED.search(clauses.text, 0, piece.span.start):
            yield from _doer(clauses, at)


import os
_EV = os.environ.get("EV", "12")
def _evident(clauses: _Clauses, suffering: set[int]) -> Iterator[Party]:
    """Those whom the words themselves make doers, where nothing was done to them."""
    for at, piece in enumerate(clauses.pieces):
        if piece.kind != "noun" or at in suffering or clauses.is_attribute(at):
            continue
        if "1" in _EV and piece.sort == "people" and singular(piece.words.split()[-1]) in DOERS - _NAMELESS:
            for one in _doer(clauses, at):
                yield replace(one, evident=True)
        elif "2" in _EV and GROUPS.fullmatch(piece.words):
            yield Party("perpetrator", piece.words, alias=piece.alias, evident=True)

def _choose(found: list[Party]) -> list[Party]:
    mode = os.environ.get("CH", "")
    inds = [p for p in found if p.role == "perpetrator" and not GROUPS.fullmatch(p.words)]
    orgs = [p for p in found if p.role == "perpetrator" and GROUPS.fullmatch(p.words)]
    if "f" in mode and any(not p.evident for p in inds):
        found = [p for p in found if not (p in inds and p.evident)]
    if "g" in mode and any(not p.evident for p in orgs):
        found = [p for p in found if not (p in orgs and p.evident)]
    inds = [p for p in inds if p in found]
    if "1" in mode and inds:
        found = [p for p in found if p not in inds or p.words == inds[0].words]
    if "2" in mode and inds:
        keep = list(dict.fromkeys(p.words for p in inds))[:2]
        found = [p for p in found if p not in inds or p.words in keep]
    return found

def _elsewhere(scene, deeds, draft):
    for number in sorted(scene.sentences, key=lambda n: abs(n - draft.sentences[0])):
        if abs(number - draft.sentences[0]) > int(os.environ.get("FAR", "3")): continue
        clauses = _Clauses(scene, number)
        got = [p for p in _parties(clauses, [a for a in clauses.deeds() if _is_of(clauses.pieces[a], deeds)]) if p.role == "perpetrator"]
        if got:
            return list(_aliased(_choose(got), scene))
    return []

_BRACKETS = re.compile(r"[(\[]\s*[\w\s'-]{2,70}?\s*[)\]]")
def _aliased(found: Sequence[Party], scene: Scene) -> Iterator[Party]:
    """The parties with the other names that the article has for them, in brackets."""
    known: dict[str, str] = {}
    for number, text in scene.sentences.items():
        if _BRACKETS.search(text):
            for piece in pieces(scene, number):
                if piece.alias:
                    known.setdefault(piece.words, piece.alias)
                    known.setdefault(piece.alias, piece.words)
    for party in found:
        yield replace(party, alias=party.alias or known.get(party.words))
