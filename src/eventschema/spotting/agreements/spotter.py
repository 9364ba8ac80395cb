"""Spots agreements: which are named, which names are one, how far they have come."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from eventschema.draft import (
    MAX_PARTICIPANTS,
    MAX_SENTENCES,
    MAX_VALUES,
    AgreementDraft,
    AgreementParticipantDraft,
)
from eventschema.language.signs import MODALITIES
from eventschema.span import Span
from eventschema.spotting.agreements import blocs, circumstances, parties, phrases, signers
from eventschema.spotting.agreements.texts import AgreementText, texts
from eventschema.spotting.scene import Person, Scene
from eventschema.vocabularies import Modality

_PAIR = 2
_ELSEWHERE = re.compile(
    r"[;,]\s+(?:the|he|she|it|they|but|while|as|after|before|amid|said|according|with each"
    r"|a senior)\b"
)
_TOPIC = re.compile(r"\s(?:on|concerning|regarding)\s+(?P<topic>.+)")


def spot(scene: Scene) -> Iterator[AgreementDraft]:
    """The agreements that the sentences report, one draft each, in the order of their mention.

    A proper name is enough; what is merely described must be reported at some stage.
    """
    for text in texts(scene):
        if _counts(text, scene):
            yield _draft(text, scene)


def _counts(text: AgreementText, scene: Scene) -> bool:
    named, last = text.named, text.last
    before = scene.sentences[named.sentence][: named.span.start]
    if phrases.WORLD_LAW.search(named.name) or phrases.INFORMAL.search(before):
        return last is not None and not last.implied
    if named.kind == "proper":
        return True
    if named.kind == "bare" and phrases.CALLED_FOR.search(before) and len(text.cues) < _PAIR:
        return False
    return last is not None


def _draft(text: AgreementText, scene: Scene) -> AgreementDraft:
    named, last = text.named, text.last
    dated = circumstances.date(text, scene)
    numbers = [named.sentence, *(dated[:1] if dated else ()), *_numbers(text)]
    cited = list(dict.fromkeys(numbers))[:MAX_SENTENCES]
    shown = " ".join(scene.sentences[number] for number in cited)
    topic = _TOPIC.search(named.name)
    return AgreementDraft(
        sentences=cited,
        name=named.name,
        aliases=_aliases(text),
        instrument=phrases.HEADS.get(named.head),
        status=last.stage if last else "in_force",
        modality=_borne_out(last.modality if last else "happened", shown),
        when=dated[1] if dated else None,
        where=circumstances.place(text, scene),
        participants=_participants(text, scene),
        domains=[topic["topic"]] if topic else [],
    )


def _numbers(text: AgreementText) -> list[int]:
    """The sentences that speak of it, that of its name and those of its stages first."""
    told = [cue.sentence for cue in text.cues]
    mentioned = [mention.sentence for mention in text.mentions]
    return list(dict.fromkeys([text.named.sentence, *told, *mentioned]))


def _aliases(text: AgreementText) -> list[str]:
    names = [mention.acronym for mention in text.names if mention.acronym]
    names += [mention.name for mention in text.names if mention.kind != "bare"]
    others = [name for name in dict.fromkeys(names) if name != text.named.name]
    return others[:MAX_VALUES]


def _borne_out(modality: Modality, sentences: str) -> Modality | None:
    """The modality, or one like it that the sentences have a word for."""
    if modality == "happened":
        return modality
    alike: list[Modality] = ["hypothetical", "ongoing", "planned"]
    order = [modality, *(alike if modality in alike else [])]
    return next((word for word in order if MODALITIES[word].search(sentences)), None)


def _participants(text: AgreementText, scene: Scene) -> list[AgreementParticipantDraft]:
    bound = list(parties.named(scene, _bound(text, scene), text.named.sentence))
    bound += [AgreementParticipantDraft(name=name, role="party") for name in _unions(text, scene)]
    signed = [
        AgreementParticipantDraft(name=p.name, office=p.office, country=p.country, role="signatory")
        for p in _signers(text, scene)
    ]
    return [*bound, *signed][:MAX_PARTICIPANTS]


def _unions(text: AgreementText, scene: Scene) -> list[str]:
    """The unions of states among the parties, by the first of its sentences that has them."""
    if text.is_ceasefire:
        return []
    found = (list(blocs.unions(scene.sentences[number])) for number in _numbers(text))
    return list(dict.fromkeys(next(filter(None, found), [])))


def _bound(text: AgreementText, scene: Scene) -> Sequence[str]:
    """The states bound. A ceasefire with one state alone is one with armed groups."""
    number = text.named.sentence
    acting = _acting(text, scene)
    if text.is_ceasefire and not any(
        parties.THE_STATES.search(scene.sentences[n]) for n in _numbers(text)
    ):
        return acting
    if acting and _unions(text, scene):
        return acting
    bound = parties.bound(scene, number, acting)
    home = parties.home(scene, number)
    partners = parties.partners(scene, number)
    if home and home not in bound and acting and set(acting) <= set(partners):
        return [*acting, home]
    return bound


def _acting(text: AgreementText, scene: Scene) -> list[str]:
    """The states in its sentences, those of the first that has them; of several, two at most."""
    acting: list[str] = []
    for number in _numbers(text):
        part = _own_part(text, scene.sentences[number], number)
        more = [code for code in parties.codes(scene, number, part) if code not in acting]
        if acting and len(acting) + len(more) > _PAIR:
            break
        acting += more
    return acting


def _own_part(text: AgreementText, sentence: str, number: int) -> Span:
    """The sentence without the clause that goes on to something else."""
    end = max((m.span.end for m in text.mentions if m.sentence == number), default=0)
    other = _ELSEWHERE.search(sentence, end)
    return Span(0, other.start() if other else len(sentence))


def _signers(text: AgreementText, scene: Scene) -> Sequence[Person]:
    done = [cue for cue in text.ranked if cue.modality == "happened" and not cue.implied]
    told = [(cue.sentence, cue.span) for cue in done if cue.stage in {"signed", "agreed"}]
    named = (signers.signers(scene, *at) for at in told)
    meant = (signers.meant(scene, *at) for at in told)
    return next(filter(None, chain(named, meant)), [])
