"""What a run asks of its model: all that its records depend on, beside the articles."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from importlib.metadata import version

from eventschema import prompting, verification
from eventschema.answer import answer_type
from eventschema.draft import event_type
from eventschema.models.port import Model
from eventschema.plan import Plan


def asked(model: Model, plan: Plan) -> Mapping[str, str]:
    """Names and values; two runs in which all of them are the same can be taken for one.

    Prompts and schemas are given by their digests.
    """
    judged = [verification.render("", draft) for draft in plan.types]
    return {
        "model": model.name,
        "settings": json.dumps(dict(model.settings), sort_keys=True),
        "types": ",".join(map(event_type, plan.types)),
        "prompt": prompting.digest(plan.types, known=plan.types)[:_SHOWN],
        "schema": _digest(answer_type(plan.types).model_json_schema()),
        "judging": _digest(judged if plan.verifies else None),
        "passes": str(plan.passes),
        "asks": str(plan.asks),
        "reasks": str(plan.reasks),
        "window": str(plan.window),
        "reference date": str(plan.reference_date),
        "rules": str(plan.spots),
        "eventschema": version("eventschema"),
    }


def _digest(value: object) -> str:
    return sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:_SHOWN]


_SHOWN = 16
"""Hexadecimal digits of a digest: enough to tell prompts apart, and to be read in a message."""
