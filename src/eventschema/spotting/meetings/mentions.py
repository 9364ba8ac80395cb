"""What each sentence says of meetings: which signs it has, who met, when and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from eventschema.language.sought import Sieve
from eventschema.span import Span
from eventschema.spotting.meetings import circumstances, lookalikes
from eventschema.spotting.meetings.parties import BREAK, Parties, beside
from eventschema.spotting.meetings.phrases import FORMATS, HELD, NOUN, SIGNS, Kind, Sign
from eventschema.spotting.meetings.reality import modality
from eventschema.spotting.scene import Scene
from eventschema.vocabularies import MeetingFormat, Modality

_APART = re.compile(
    r"\b(?:since|(?:agreed|decided) to|and will|prior to|(?:after|following|before) (?:their|his"
    r"|her|its|an?|talks|meeting)|(?:before|after) \w+ing|ahead of (?:an?|his|her|their))\b"
    r"|\b(?:last|earlier|previous|next|then|later) (?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
"""What stands between two meetings of one sentence."""
_CLAUSE = re.compile(rf"{BREAK.pattern}|, |\band\b", re.IGNORECASE)
_PART = re.compile(r"[,;] |\b(?:since|after|before|and|where|which|but|is|are)\b", re.IGNORECASE)
_DEFINITE = re.compile(
    r"\b(?:the|that|this|these|those|their|its|his|her) (?:[\w-]+ ){0,3}$", re.IGNORECASE
)
_OTHER = re.compile(
    r"\b(?:previous(?:ly)?|most recent|latest|last|earlier|next|another|maiden"
    r"|subsequently|later|separate(?:ly)?"
    "|also|meanwhile|in the (?:morning|afternoon|evening)|fourth|third|second|fifth|\\d+th"
    r"|on the (?:sidelines|margins)(?=,))\b",
    re.IGNORECASE,
)
"""What tells that a meeting is not the one told of last."""
_SERIES = re.compile(
    r"\b(?:next|previous|last|latest|earlier|(?:most )?recent|following|preceded by|followed by"
    r"|first|second|third|fourth|fifth|sixth|seventh|\d+(?:st|nd|rd|th)) (?:[\w-]+ ){0,3}?"
    r"(?:session|summit|meeting|round|gathering|edition|conference|talks|consultations|one|forum"
    r"|\Z|,)",
    re.IGNORECASE,
)
"""What tells that a meeting is one of several of the same parties."""
_ELLIPSIS = re.compile(
    r"\A(?:The )?(?P<noun>(?:next|previous|last|latest|most recent|first|second|third|fourth|fifth)"
    r"(?: (?:one|such|edition))?)(?=,? (?:in|at|on|was (?:held|hosted)|took place|will be (?:held|"
    r"hosted)|is (?:due|to|scheduled|set|planned)|held|hosted)\b)"
)
_MEETINGS = re.compile(
    r"\b(?:summit|meeting|session|round|conference|gathering|forum|consultation)s?\b|\btalks\b",
    re.IGNORECASE,
)
_CONTEXT = 50
_SIGNS = Sieve(SIGNS, [sign.shape for sign in SIGNS])
_MOST_SIGNS = 12
"""What has more signs is a listing, and no sentence."""


@dataclass(frozen=True, slots=True)
class Found:
    """A sign of a meeting in a sentence: its words, and where they stand."""

    sign: Sign
    span: Span
    words: str


@dataclass(slots=True)
class Mention:
    """What one sentence, or a part of it, says of a meeting.

    `going_to` is a visit's goal. It `is_definite` where it means a meeting told of before ("the
    talks"), `is_other` where it means another one than was told of last.
    """

    number: int
    signs: Sequence[Found]
    modality: Modality
    parties: Parties
    when: str | None
    where: str | None
    going_to: str | None
    is_definite: bool
    is_other: bool
    format: MeetingFormat | None
    is_of_series: bool = False

    @property
    def kinds(self) -> set[Kind]:
        """What its signs are."""
        return {found.sign.kind for found in self.signs}

    @property
    def words(self) -> str:
        """The words of its signs."""
        return " ".join(found.words for found in self.signs)

    @property
    def noun(self) -> str | None:
        """The noun that names the meeting, if one does."""
        return next((found.words for found in self.signs if found.sign.kind == "noun"), None)

    @property
    def needs_partner(self) -> bool:
        """Whether one of its verbs reports a meeting only if somebody is met."""
        return any(found.sign.needs == "partner" for found in self.signs)

    @property
    def is_visit(self) -> bool:
        """Whether it tells of a visit alone."""
        return self.kinds == {"visit"}


def mentions(scene: Scene, number: int) -> Iterator[Mention]:
    """The meetings of which a sentence speaks, in its order."""
    text = scene.sentences[number]
    signs = _signs(text) + _ellipsis(scene, number)
    signs.sort(key=lambda found: found.span)
    if len(signs) > _MOST_SIGNS:
        return
    groups = list(_groups(text, signs))
    starts = [_beginning(text, one[-1].span.end, other[0]) for one, other in pairwise(groups)]
    bounds = [0, *starts, len(text)]
    before: Mention | None = None
    for group, start, end in zip(groups, bounds, bounds[1:], strict=False):
        mention = _mention(scene, number, group, Span(start, end))
        if mention is None:
            continue
        if before is not None and not mention.parties.has_subject:
            mention.parties.share(before.parties)
        yield mention
        before = mention


def _signs(text: str) -> list[Found]:
    """The signs in a sentence that mean a meeting, in its order."""
    taken = [Span(*found.span()) for found in lookalikes.lookalikes(text)]
    signs: list[Found] = []
    for sign in _SIGNS.likely(text):
        for found in sign.shape.finditer(text):
            span = Span(*found.span())
            if not any(span.overlaps(other) for other in taken):
                taken.append(span)
                signs.append(Found(sign, span, found.group()))
    return sorted(
        (
            one
            for one in signs
            if lookalikes.is_meant(
                text[: one.span.start], one.words, is_noun=one.sign.kind == "noun"
            )
        ),
        key=lambda one: one.span,
    )


def _ellipsis(scene: Scene, number: int) -> list[Found]:
    """The sign in "The next one will be held in Rome", where the sentence above tells of what."""
    found = _ELLIPSIS.match(scene.sentences[number])
    above = scene.sentences.get(number - 1, "")
    if found is None or not _MEETINGS.search(above):
        return []
    return [Found(NOUN, Span(*found.span("noun")), found["noun"])]


def _groups(text: str, signs: Sequence[Found]) -> Iterator[list[Found]]:
    """The signs of a sentence, those of one meeting together."""
    group: list[Found] = []
    for found in signs:
        if group and _is_apart(text, group[-1], found):
            yield group
            group = []
        group.append(found)
    if group:
        yield group


def _is_apart(text: str, one: Found, other: Found) -> bool:
    """Whether two signs report two meetings."""
    between = text[one.span.end : other.span.start]
    if _APART.search(between) and not (one.sign.kind == "visit" and "before" not in between):
        return True
    is_other_clause = _CLAUSE.search(between) is not None
    return is_other_clause and modality(text, one.span) != modality(text, other.span)


def _beginning(text: str, end: int, found: Found) -> int:
    """Where the part of a sentence begins that belongs to `found`, after a sign's `end`."""
    breaks = [part.start() for part in _PART.finditer(text, end, found.span.start)]
    return breaks[-1] if breaks else end


def _mention(scene: Scene, number: int, group: Sequence[Found], region: Span) -> Mention | None:
    """What a part of a sentence says of the meeting of these signs; null where there is none."""
    text = scene.sentences[number]
    words = text[region.start : region.end]
    first, last = group[0].span, group[-1].span
    meant = modality(text, first)
    parties = _parties(scene, number, group, region)
    if meant is None or parties.sits or lookalikes.HABIT.search(words):
        return None
    before = text[max(region.start, first.start - _CONTEXT) : first.start]
    visits = [found.span for found in group if found.sign.kind == "visit"]
    others = [found.span for found in group if found.sign.kind != "visit"]
    spoken = text[first.start : last.end]
    kinds = {found.sign.kind for found in group}
    return Mention(
        number=number,
        signs=group,
        modality=meant,
        parties=parties,
        when=circumstances.when(scene, number, region, [found.span for found in group]),
        where=circumstances.where(scene, number, region, others),
        going_to=circumstances.going_to(scene, number, region, visits),
        is_definite=_is_definite(group[0], before),
        is_other=bool(_OTHER.search(before + spoken)),
        is_of_series="noun" in kinds and bool(_SERIES.search(f"{before}{spoken} ,")),
        format=next((name for name, sign in FORMATS if sign.search(words)), None),
    )


def _is_definite(found: Found, before: str) -> bool:
    """Whether a noun means a meeting told of before: "the talks", but not "held talks"."""
    is_noun = found.sign.kind == "noun" and not HELD.match(found.words)
    return is_noun and _DEFINITE.search(before) is not None


def _parties(scene: Scene, number: int, group: Sequence[Found], region: Span) -> Parties:
    """Who stands beside any of the signs of one meeting."""
    parties, *others = [beside(scene, number, region, found.span) for found in group]
    for other in others:
        parties.join(other)
    return parties
