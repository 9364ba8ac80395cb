"""CEAF-REE and CEAF-RME: how well templates agree with those of MUC-4.

CEAF-REE as GTT (Du, Rush and Cardie, 2021) scores it, with the incident type as a sixth role.
CEAF-RME as IterX (Chen et al., 2023) defines it, with its similarities phi3 and subset, and with
what its released script does beside its definition: see `_wanted_mentions`. All figures are micro
averages over the documents of the gold; identical gold templates of a document count once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from eventschema.scoring.assignment import best_pairs
from eventschema.scoring.figures import Figures
from eventschema.scoring.muc_mentions import normalized
from eventschema.scoring.muc_templates import ROLES, MucTemplate, Role, Templates

TYPE = "incident_type"
_MOST_ALIGNMENTS = 200_000  # above it, an alignment is sought that is best by right answers alone

Entity = tuple[str, ...]
Fills = Mapping[Role, Sequence[Entity]]
ByRole = dict[str, Figures]


@dataclass(frozen=True)
class Template:
    """A template with its mentions normalized."""

    incident_type: str
    fills: Fills

    @classmethod
    def of(cls, template: MucTemplate) -> Template:
        """Its empty entities are left out."""
        fills = {
            role: [tuple(map(normalized, entity)) for entity in template.entities(role) if entity]
            for role in ROLES
        }
        return cls(template.incident_type, fills)

    @property
    def types(self) -> list[str]:
        """The alternatives of "attack / bombing"."""
        return [alternative.strip() for alternative in self.incident_type.split("/")]

    @property
    def entities(self) -> list[Entity]:
        """Those of all roles."""
        return [entity for role in ROLES for entity in self.fills[role]]

    @property
    def mentions(self) -> int:
        """How many mentions its entities have."""
        return sum(map(len, self.entities))


@dataclass(frozen=True)
class Document:
    """The templates that one document should have, and those that were predicted."""

    id: str
    gold: Sequence[Template]
    predicted: Sequence[Template]


def documents(gold: Templates, predicted: Templates) -> list[Document]:
    """The documents of the gold; those without a prediction have no predicted templates."""
    return [
        Document(name, _distinct(templates), [Template.of(t) for t in predicted.get(name, [])])
        for name, templates in gold.items()
    ]


def _distinct(templates: Sequence[MucTemplate]) -> list[Template]:
    found: list[Template] = []
    for template in map(Template.of, templates):
        if template not in found:
            found.append(template)
    return found


def ceaf_ree(scored: Sequence[Document]) -> ByRole:
    """Figures by role and for the type; their sum is the "micro" that is published.

    Templates are aligned one to one, where the predicted type is a part of the gold type, so that
    the document's F1 is greatest. A predicted entity is right where one gold entity of its role has
    all its mentions, and a gold entity is found where some predicted one is right by it.
    """
    total = {name: Figures() for name in (TYPE, *ROLES)}
    for document in scored:
        for name, figures in _sizes(document).items():
            total[name] += figures
        for i, j in alignment(document):
            for name, figures in _agreement(document.predicted[i], document.gold[j]).items():
                total[name] += figures
    return total


def alignment(document: Document) -> list[tuple[int, int]]:
    """The pairs (predicted, gold) of templates that CEAF-REE aligns."""
    if not document.gold:
        return []
    rows = [[_pair(predicted, gold) for gold in document.gold] for predicted in document.predicted]
    if (len(document.gold) + 1) ** len(rows) > _MOST_ALIGNMENTS:
        return best_pairs(
            [[pair.right + pair.found if pair else 0 for pair in row] for row in rows]
        )
    sizes = sum(_sizes(document).values(), Figures())

    def f1(pairs: Sequence[tuple[int, int]]) -> float:
        return sum((rows[i][j] or Figures() for i, j in pairs), sizes).f1

    return max(_alignments(rows), key=f1)


def _alignments(rows: Sequence[Sequence[Figures | None]]) -> Iterator[list[tuple[int, int]]]:
    """Every one-to-one choice of pairs that may be aligned, those of the last row first."""
    if not rows:
        yield []
        return
    *before, last = rows
    for pairs in _alignments(before):
        taken = {column for _, column in pairs}
        for column, pair in enumerate(last):
            if pair and column not in taken:
                yield [*pairs, (len(before), column)]
        yield pairs


def _pair(predicted: Template, gold: Template) -> Figures | None:
    if predicted.incident_type not in gold.incident_type:
        return None
    return sum(_agreement(predicted, gold).values(), Figures())


def _agreement(predicted: Template, gold: Template) -> ByRole:
    agreed = {TYPE: Figures(right=1, found=1)}
    for role in ROLES:
        ours, theirs = predicted.fills[role], gold.fills[role]
        agreed[role] = Figures(
            right=sum(any(set(our) <= set(their) for their in theirs) for our in ours),
            found=sum(any(set(our) <= set(their) for our in ours) for their in theirs),
        )
    return agreed


def _sizes(document: Document) -> ByRole:
    sizes = {TYPE: Figures(predicted=len(document.predicted), wanted=len(document.gold))}
    for role in ROLES:
        sizes[role] = Figures(
            predicted=sum(len(template.fills[role]) for template in document.predicted),
            wanted=sum(len(template.fills[role]) for template in document.gold),
        )
    return sizes


Similarity = Callable[[Template, Template], Figures]


def ceaf_rme_phi3(scored: Sequence[Document]) -> Figures:
    """Mentions: templates and, within them, entities of a role are assigned one to one, so that
    most mentions are shared.
    """
    total = Figures()
    for document in scored:
        predicted = sum(template.mentions for template in document.predicted)
        total += Figures(predicted=predicted, wanted=_wanted_mentions(document))
        total += _best_agreement(document, _shared_mentions)
    return total


def ceaf_rme_subset(scored: Sequence[Document]) -> Figures:
    """Entities: a predicted one is right where it has a mention of a gold one of its role."""
    total = Figures()
    for document in scored:
        predicted = sum(len(template.entities) for template in document.predicted)
        wanted = sum(len(template.entities) for template in document.gold)
        total += Figures(predicted=predicted, wanted=wanted)
        total += _best_agreement(document, _touched_entities)
    return total


def _wanted_mentions(document: Document) -> int:
    """The released script counts a template once for each alternative of its type, in documents
    with a predicted mention; so do the published figures.
    """
    is_tried = any(template.mentions for template in document.predicted)
    return sum(t.mentions * (len(t.types) if is_tried else 1) for t in document.gold)


def _best_agreement(document: Document, similarity: Similarity) -> Figures:
    rows = [_row(gold, document.predicted, similarity) for gold in document.gold]
    pairs = best_pairs([[figures.right for figures in row] for row in rows])
    return sum((rows[i][j] for i, j in pairs), Figures())


def _row(gold: Template, predicted: Sequence[Template], similarity: Similarity) -> list[Figures]:
    """A gold template against every predicted one, under the alternative type that does best."""
    alternatives = [
        [similarity(gold, p) if p.incident_type == name else Figures() for p in predicted]
        for name in gold.types
    ]
    return max(alternatives, key=lambda row: sum(figures.right for figures in row))


def _shared_mentions(gold: Template, predicted: Template) -> Figures:
    shared = 0
    for role in ROLES:
        weights = [
            [sum(mention in theirs for mention in ours) for ours in predicted.fills[role]]
            for theirs in gold.fills[role]
        ]
        shared += sum(weights[i][j] for i, j in best_pairs(weights))
    return Figures(right=shared, found=shared)


def _touched_entities(gold: Template, predicted: Template) -> Figures:
    total = Figures()
    for role in ROLES:
        theirs = gold.fills[role]
        first = [_first_touched(entity, theirs) for entity in predicted.fills[role]]
        touched = [position for position in first if position is not None]
        total += Figures(right=len(touched), found=len(set(touched)))
    return total


def _first_touched(entity: Entity, others: Sequence[Entity]) -> int | None:
    hits = (i for mention in entity for i, other in enumerate(others) if mention in other)
    return next(hits, None)
