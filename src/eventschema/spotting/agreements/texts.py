"""Which mentions are of one agreement, with all the stages that they report.

A name is taken up by its acronym, by a name whose telling words are among its own ("Dniester
treaty"), by its noun ("the pact"), or by an "it" that opens the next sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from eventschema.spotting.agreements import phrases
from eventschema.spotting.agreements.names import Mention, mentions
from eventschema.spotting.agreements.stages import Cue, cues
from eventschema.spotting.scene import Scene

_INTENT = "letter of intent"
_AFAR = 3
"""How many sentences on "a truce" is another one than that before."""
_HEADLINES = 4
"""Among how many first sentences headlines are sought."""
_CALLED = r"(?:also\s+)?(?:called|named|dubbed|known as|titled|entitled|or|the so-called)"
_APPOSED = re.compile(
    rf"(?:\s*[,(\u2013\u2014]\s*(?:{_CALLED}\s+)?|\s+{_CALLED}\s+)(?:(?:the|an?|its|their)\s+)?"
    r"[\"'\u201c\u2018]?"
)
_STOPS = (".", "!", "?")
_WORTH = {"proper": 2, "described": 1}


@dataclass(slots=True)
class AgreementText:
    """One agreement: its mentions, one that is no reference among them, and its stages."""

    mentions: list[Mention] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)

    @property
    def names(self) -> list[Mention]:
        """The mentions that name it."""
        return [mention for mention in self.mentions if mention.kind != "reference"]

    @property
    def named(self) -> Mention:
        """The mention that names it best: a proper name, and the longest."""
        return max(
            self.names, key=lambda m: (_WORTH.get(m.kind, 0), m.head != "acronym", len(m.topic))
        )

    @property
    def ranked(self) -> list[Cue]:
        """What tells its stages, the latest first."""
        return sorted(self.cues, key=lambda cue: cue.rank)

    @property
    def last(self) -> Cue | None:
        """What tells the latest stage."""
        return next(iter(self.ranked), None)

    @property
    def is_ceasefire(self) -> bool:
        """Whether it is called a ceasefire somewhere."""
        return any(mention.is_ceasefire for mention in self.mentions)


def texts(scene: Scene) -> list[AgreementText]:
    """The agreements that the sentences name, in the order of their first mention."""
    found = mentions(scene.sentences)
    known: list[AgreementText] = []
    homes: dict[int, AgreementText] = {}
    for index, mention in enumerate(found):
        apposed = index - 1 in homes and _apposed(found[index - 1], mention, scene)
        text = homes[index - 1] if apposed else _home(mention, known)
        if text is not None:
            text.mentions.append(mention)
        elif first := _first(mention):
            text = AgreementText([first])
            known.append(text)
        if text is not None:
            homes[index] = text
    _tell_stages(scene, found, homes)
    return _without_headlines(known, scene)


def _first(mention: Mention) -> Mention | None:
    """The mention as the first of its agreement: "the ceasefire" needs none before it."""
    if mention.kind != "reference":
        return mention
    return replace(mention, kind="bare") if mention.is_ceasefire else None


def _tell_stages(
    scene: Scene, found: Sequence[Mention], homes: Mapping[int, AgreementText]
) -> None:
    for number, sentence in scene.sentences.items():
        here = [index for index, mention in enumerate(found) if mention.sentence == number]
        for at, cue in cues(number, sentence, [found[index].span for index in here]):
            if here[at] in homes:
                homes[here[at]].cues.append(cue)


def _without_headlines(known: Sequence[AgreementText], scene: Scene) -> list[AgreementText]:
    """The agreements; what only a headline describes is the next one that the article names."""
    kept: list[AgreementText] = []
    heads: list[AgreementText] = []
    for text in known:
        if all(_is_in_headline(mention, scene) for mention in text.mentions):
            heads.append(text)
            continue
        for head in [head for head in heads if head.is_ceasefire == text.is_ceasefire]:
            text.mentions += [replace(mention, kind="reference") for mention in head.mentions]
            text.cues += head.cues
            heads.remove(head)
        kept.append(text)
    return [*heads, *kept]


def _is_in_headline(mention: Mention, scene: Scene) -> bool:
    """Whether a mention that is no proper name stands in a line without a full stop."""
    sentence = scene.sentences[mention.sentence].rstrip(" \"'\u201d)")
    opens = mention.sentence <= _HEADLINES and not sentence.endswith(_STOPS)
    return opens and mention.kind in {"described", "bare"}


def _apposed(one: Mention, other: Mention, scene: Scene) -> bool:
    """Whether the second mention explains the first: "the accord, called the Lake Compact"."""
    if one.sentence != other.sentence or one.span.end > other.span.start or one.head == "it":
        return False
    gap = scene.sentences[one.sentence][one.span.end : other.span.start]
    return bool(_APPOSED.fullmatch(gap))


def _home(mention: Mention, known: Sequence[AgreementText]) -> AgreementText | None:
    """The agreement that a mention speaks of again, if it is one already mentioned."""
    if mention.kind == "reference":
        return _taken_up(mention, known)
    another = mention.is_ceasefire and _is_another(mention, known)
    if another and mention.kind == "bare":
        return None
    for text in reversed(known):
        if any(_is_same(mention, other) for other in text.mentions):
            return text
    if mention.is_ceasefire and not another:
        nameless = (text for text in reversed(known) if text.is_ceasefire and _fits(mention, text))
        return next(nameless, None)
    return None


def _is_another(mention: Mention, known: Sequence[AgreementText]) -> bool:
    """Whether a ceasefire comes in as one that the article has not spoken of yet."""
    last = max((_place(text.mentions[-1]) for text in known if text.is_ceasefire), default=(0, 0))
    far = mention.sentence > last[0] + _AFAR
    return mention.afresh == "other" or (mention.afresh == "new" and far)


def _is_aside(text: AgreementText, mention: Mention) -> bool:
    """Whether a text is another one, of which only one sentence has spoken, before the last."""
    spoken = {other.sentence for other in text.mentions}
    other = text.mentions[0].afresh == "other"
    return other and len(spoken) == 1 and mention.sentence > max(spoken) + 1


def _fits(mention: Mention, ceasefire: AgreementText) -> bool:
    """Whether one of the two is nothing but a ceasefire."""
    return mention.kind == "bare" or ceasefire.named.kind == "bare"


def _taken_up(mention: Mention, known: Sequence[AgreementText]) -> AgreementText | None:
    """The agreement to which "the pact" or "it" refers: the last one that the noun fits."""
    spoken_of = [text for text in known if not _is_aside(text, mention)]
    recent = sorted(spoken_of, key=lambda text: _place(text.mentions[-1]), reverse=True)
    if mention.head == "it":
        near = (t for t in recent if t.mentions[-1].sentence >= mention.sentence - 1)
        return next(near, None)
    if mention.is_ceasefire:
        return next((text for text in recent if text.is_ceasefire), None)
    alike = (text for text in recent if any(_is_called(other, mention) for other in text.mentions))
    last = recent[0] if recent and mention.head in phrases.ANY_TEXT else None
    return next(alike, last)


def _place(mention: Mention) -> tuple[int, int]:
    return mention.sentence, mention.span.start


def _is_called(one: Mention, other: Mention) -> bool:
    """Whether the noun of the second is the first's, or its acronym."""
    is_acronym = one.acronym is not None and one.acronym.casefold() == other.head
    return is_acronym or one.head.split()[0] == other.head.split()[0]


def _is_same(one: Mention, other: Mention) -> bool:
    """Whether two names are one agreement's: what singles out one singles out the other."""
    if one.acronym and (one.acronym == other.acronym or one.acronym in other.initials):
        return True
    if other.acronym and other.acronym in one.initials:
        return True
    if (
        not one.topic
        or not other.topic
        or (one.head != other.head and _INTENT in (one.head, other.head))
    ):
        return False
    return one.topic <= other.topic or other.topic <= one.topic
