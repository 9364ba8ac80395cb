"""What scoring templates found: as numbers, as a table, and as a list to work from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from eventschema.scoring.figures import HEAD, Figures
from eventschema.scoring.muc import (
    Document,
    Entity,
    Template,
    alignment,
    ceaf_ree,
    ceaf_rme_phi3,
    ceaf_rme_subset,
    documents,
)
from eventschema.scoring.muc_templates import ROLES, Templates


@dataclass(frozen=True, slots=True)
class MucReport:
    """How well templates agree with gold: CEAF-REE by role, and CEAF-RME.

    `problems` are lines for people, from the alignment of CEAF-REE. `without_gold` counts predicted
    templates of documents that have no gold, which are not scored.
    """

    documents: int
    ree: Mapping[str, Figures]
    rme_phi3: Figures
    rme_subset: Figures
    without_gold: int = 0
    problems: Sequence[str] = field(default=(), repr=False)

    @property
    def ree_micro(self) -> Figures:
        """All roles and the type together."""
        return sum(self.ree.values(), Figures())

    def as_json(self) -> dict[str, object]:
        """All numbers, for `json.dumps`; the problems are not among them."""
        return {
            "documents": self.documents,
            "ceaf_ree": self.ree_micro.as_json(),
            "ceaf_ree_by_role": {name: figures.as_json() for name, figures in self.ree.items()},
            "ceaf_rme_phi3": self.rme_phi3.as_json(),
            "ceaf_rme_subset": self.rme_subset.as_json(),
            "without_gold": self.without_gold,
        }

    def __str__(self) -> str:
        """The table for the terminal."""
        rows = [("CEAF-REE micro", self.ree_micro)]
        rows += [(f"  {name}", figures) for name, figures in self.ree.items()]
        rows += [("CEAF-RME phi3", self.rme_phi3), ("CEAF-RME subset", self.rme_subset)]
        lines = [HEAD, *(figures.as_row(name) for name, figures in rows)]
        lines += ["", f"{self.documents} documents"]
        if self.without_gold:
            lines += [f"without gold: {self.without_gold} (templates, not scored)"]
        return "\n".join(lines)


def score_muc(gold: Templates, predicted: Templates) -> MucReport:
    """How well the `predicted` templates of each document agree with its `gold` ones.

    Documents of the gold without predictions count.

    Raises:
        ConfigurationError: scipy is not installed.

    """
    scored = documents(gold, predicted)
    strays = {name: found for name, found in predicted.items() if found and name not in gold}
    problems = [line for document in scored for line in _problems(document)]
    problems += [
        f"{name}  without gold: {len(found)} (templates)" for name, found in strays.items()
    ]
    return MucReport(
        documents=len(scored),
        ree=ceaf_ree(scored),
        rme_phi3=ceaf_rme_phi3(scored),
        rme_subset=ceaf_rme_subset(scored),
        without_gold=sum(map(len, strays.values())),
        problems=problems,
    )


def _problems(document: Document) -> Iterator[str]:
    pairs = alignment(document)
    for i, j in pairs:
        for line in _differences(document.predicted[i], document.gold[j]):
            yield f"{document.id}  {document.gold[j].incident_type}  {line}"
    aligned, found = {i for i, _ in pairs}, {j for _, j in pairs}
    for j, template in enumerate(document.gold):
        if j not in found:
            yield f"{document.id}  {template.incident_type}  missed: {_shown(template)}"
    for i, template in enumerate(document.predicted):
        if i not in aligned:
            yield f"{document.id}  {template.incident_type}  spurious: {_shown(template)}"


def _differences(predicted: Template, gold: Template) -> Iterator[str]:
    for role in ROLES:
        ours, theirs = predicted.fills[role], gold.fills[role]
        for their in theirs:
            if not any(set(our) <= set(their) for our in ours):
                yield f"{role} missed: {_joined(their)}"
        for our in ours:
            if not any(set(our) <= set(their) for their in theirs):
                yield f"{role} wrong: {_joined(our)}"


def _shown(template: Template) -> str:
    filled = (
        f"{role} {', '.join(map(_joined, template.fills[role]))}"
        for role in ROLES
        if template.fills[role]
    )
    return "; ".join(filled) or "no fills"


def _joined(entity: Entity) -> str:
    return " = ".join(repr(mention) for mention in entity)
