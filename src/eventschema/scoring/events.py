"""Stage: compare records with gold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from eventschema.schema import BaseEvent
from eventschema.scoring.figures import Figures
from eventschema.scoring.gold import GoldArticle
from eventschema.scoring.likeness import plain
from eventschema.scoring.matching import Matching, match
from eventschema.scoring.predicted import PredictedRecord
from eventschema.scoring.report import Bin, Problem, Report, Share, short

_BINS = 10


@dataclass(frozen=True, slots=True)
class _Scored:
    """One article, its records and their matching."""

    article: GoldArticle
    records: Sequence[PredictedRecord]
    matching: Matching


def score(gold: Iterable[GoldArticle], records: Iterable[PredictedRecord | BaseEvent]) -> Report:
    """How well `records` agree with `gold`; records name their article by `article.id`.

    Precision counts the records that match an event, recall the events that a record matches, one
    to one (`match` says when). Optional events and what matches them count for neither. Slots are
    counted over matched records, optional ones included; evidence and values over all of them.

    Raises:
        ConfigurationError: scipy is not installed.

    """
    by_article: dict[str, list[PredictedRecord]] = defaultdict(list)
    for record in map(_predicted, records):
        by_article[record.article.id].append(record)
    scored = [_scored(article, by_article.pop(article.id, [])) for article in gold]
    strays = [record for left in by_article.values() for record in left]
    known = [record for one in scored for record in one.records]
    return Report(
        articles=len(scored),
        by_type=_figures(scored),
        slots=_slots(scored),
        evidence=_total(_evidence(one) for one in scored),
        values=_total(_values(one) for one in scored),
        no_evidence=sum(not record.evidence for record in known),
        forbidden=sum(1 for one in scored for _ in _forbidden(one)),
        without_gold=len(strays),
        calibration=_calibration(scored),
        problems=[problem for one in scored for problem in _problems(one)]
        + [Problem(r.article.id, r.event_type, "without_gold", short(r.label)) for r in strays],
    )


def _predicted(record: PredictedRecord | BaseEvent) -> PredictedRecord:
    if isinstance(record, PredictedRecord):
        return record
    return PredictedRecord.model_validate(record.model_dump(mode="json"))


def _scored(article: GoldArticle, records: Sequence[PredictedRecord]) -> _Scored:
    return _Scored(article, records, match(article, records))


def _figures(scored: Iterable[_Scored]) -> Mapping[str, Figures]:
    figures: dict[str, Figures] = defaultdict(Figures)
    for matching in (one.matching for one in scored):
        for found in matching.matches:
            figures[found.event.type] += Figures() if found.event.optional else Figures(1, 1, 1, 1)
        for record in matching.spurious:
            figures[record.event_type] += Figures(predicted=1)
        for event in matching.missed:
            figures[event.type] += Figures(wanted=0 if event.optional else 1)
    return dict(sorted(figures.items()))


def _slots(scored: Iterable[_Scored]) -> Mapping[str, Share]:
    shares: dict[str, Share] = defaultdict(Share)
    for slot in (s for one in scored for found in one.matching.matches for s in found.slots):
        shares[slot.name] += Share(int(slot.right), 1)
    return dict(sorted(shares.items()))


def _total(shares: Iterable[Share]) -> Share:
    return sum(shares, Share())


def _evidence(one: _Scored) -> Share:
    text = one.article.text
    quotes = [e for record in one.records for e in record.evidence]
    return Share.of(text[e.start : e.end] == e.quote for e in quotes)


def _values(one: _Scored) -> Share:
    text = plain(one.article.text)
    return Share.of(plain(value) in text for record in one.records for value in record.texts)


def _forbidden(one: _Scored) -> Iterator[tuple[PredictedRecord, str]]:
    for record in one.records:
        values = {plain(value) for value in record.whole_values}
        for word in one.article.forbidden:
            if plain(word) in values:
                yield record, word


def _calibration(scored: Iterable[_Scored]) -> list[Bin]:
    marks: dict[int, list[bool]] = defaultdict(list)
    for matching in (one.matching for one in scored):
        judged = [(found.record, True) for found in matching.matches]
        judged += [(record, False) for record in matching.spurious]
        for record, right in judged:
            if record.confidence is not None:
                marks[min(int(record.confidence * _BINS), _BINS - 1)].append(right)
    return [
        Bin(
            low=number / _BINS,
            records=Share.of(marks[number]),
            upward=_total(Share.of(marks[above]) for above in marks if above >= number),
        )
        for number in sorted(marks)
    ]


def _problems(one: _Scored) -> Iterator[Problem]:
    article, matching = one.article, one.matching
    for event, doubt in article.doubts():
        yield Problem(article.id, event.type, "doubtful_gold", f"{doubt} ({short(event.label)})")
    for event in matching.missed:
        if not event.optional:
            yield Problem(article.id, event.type, "missed", short(event.label))
    for record in matching.spurious:
        yield Problem(article.id, record.event_type, "spurious", _shown(record))
    for found in matching.matches:
        for slot in (slot for slot in found.slots if not slot.right):
            detail = f"{slot.name}: wanted {slot.wanted}; found {slot.found}"
            detail += f" ({short(found.event.label)})"
            yield Problem(article.id, found.event.type, "slot", detail)
    yield from _groundless(one)
    for record, word in _forbidden(one):
        detail = f"{word!r} ({short(record.label)})"
        yield Problem(article.id, record.event_type, "forbidden", detail)


def _groundless(one: _Scored) -> Iterator[Problem]:
    article, text = one.article, plain(one.article.text)
    for record in one.records:
        label = short(record.label)
        if not record.evidence:
            yield Problem(article.id, record.event_type, "evidence", f"none ({label})")
        for e in record.evidence:
            if article.text[e.start : e.end] != e.quote:
                detail = f"{short(e.quote)} is not at {e.start}-{e.end} ({label})"
                yield Problem(article.id, record.event_type, "evidence", detail)
        for value in record.texts:
            if plain(value) not in text:
                detail = f"{value!r} is not in the text ({label})"
                yield Problem(article.id, record.event_type, "value", detail)


def _shown(record: PredictedRecord) -> str:
    quoted = short(record.evidence[0].quote) if record.evidence else "no evidence"
    return f"{short(record.label)} from {quoted}"
