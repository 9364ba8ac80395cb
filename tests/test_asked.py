"""What a run asks is told by names and values that change when the records may."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Literal

import pytest

from eventschema import prompting, verification
from eventschema.asked import asked
from eventschema.draft import AgreementDraft, EventDraft, MeetingDraft
from eventschema.plan import Plan
from eventschema.schema import BaseEvent
from tests.scripted import ScriptedModel

ROOT = Path(__file__).parent.parent
PLAN = Plan(types=[AgreementDraft, MeetingDraft]).fitting(small=True)
ELSEWHERE = """
import json
from eventschema.asked import asked
from eventschema.plan import Plan
from tests.scripted import ScriptedModel
print(json.dumps(dict(asked(ScriptedModel(), Plan().fitting(small=True)))))
"""


def changed(model: ScriptedModel, plan: Plan) -> set[str]:
    """The names of what is different from a run of PLAN."""
    before, after = asked(ScriptedModel(), PLAN), asked(model, plan)
    assert before.keys() == after.keys()
    return {name for name in before if before[name] != after[name]}


def forget_prompts() -> None:
    """Let prompts be made anew, which otherwise are made once for each choice of types."""
    for each in vars(prompting).values():
        if hasattr(each, "cache_clear"):
            each.cache_clear()


@pytest.mark.parametrize(
    ("plan", "names"),
    [
        (replace(PLAN), set()),
        (replace(PLAN, passes="single"), {"passes"}),
        (replace(PLAN, asks="everything"), {"asks"}),
        (replace(PLAN, reasks=2), {"reasks"}),
        (replace(PLAN, window=77), {"window"}),
        (replace(PLAN, reference_date=date(2024, 10, 3)), {"reference date"}),
        (replace(PLAN, spots=False), {"rules"}),
        (replace(PLAN, verifies=False), {"judging"}),
        (replace(PLAN, types=[AgreementDraft]), {"types", "prompt", "schema", "judging"}),
        (
            replace(PLAN, types=[MeetingDraft, AgreementDraft]),
            {"types", "prompt", "schema", "judging"},
        ),
    ],
)
def test_another_plan_asks_something_else(plan: Plan, names: set[str]) -> None:
    """Each of its fields is noticed by its name."""
    assert changed(ScriptedModel(), plan) == names


def test_another_model_is_noticed() -> None:
    """By its name or its settings; the order of these is nothing."""
    model = ScriptedModel()
    model.name = "another"
    assert changed(model, PLAN) == {"model"}
    first, second = ScriptedModel(), ScriptedModel()
    first.settings = {"temperature": 0, "max_tokens": 9}
    second.settings = {"max_tokens": 9, "temperature": 0}
    assert changed(first, PLAN) == {"settings"}
    assert asked(first, PLAN) == asked(second, PLAN)


def test_another_prompt_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """One word of the instructions is enough."""
    before = asked(ScriptedModel(), PLAN)
    monkeypatch.setattr(prompting, "INSTRUCTIONS", prompting.INSTRUCTIONS + " Hurry.")
    forget_prompts()
    after = asked(ScriptedModel(), PLAN)
    monkeypatch.undo()
    forget_prompts()
    assert {name for name in before if before[name] != after[name]} == {"prompt"}


def test_another_judging_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless nothing is judged."""
    before = asked(ScriptedModel(), PLAN)
    unjudged = asked(ScriptedModel(), replace(PLAN, verifies=False))
    monkeypatch.setattr(verification, "INSTRUCTIONS", verification.INSTRUCTIONS + " Hurry.")
    after = asked(ScriptedModel(), PLAN)
    assert {name for name in before if before[name] != after[name]} == {"judging"}
    assert asked(ScriptedModel(), replace(PLAN, verifies=False)) == unjudged


def test_a_type_of_ones_own_is_noticed() -> None:
    """One more field changes what is asked, under the same name."""

    class Strike(BaseEvent):
        """Work is stopped."""

        event_type: Literal["strike"] = "strike"

    class StrikeDraft(EventDraft):
        """Work is stopped."""

        record = Strike

    class LongerDraft(StrikeDraft):
        """Work is stopped."""

        sector: str | None = None

    plans = [replace(PLAN, types=[draft]) for draft in (StrikeDraft, LongerDraft)]
    one, other = (asked(ScriptedModel(), plan) for plan in plans)
    assert one["types"] == other["types"] == "strike"
    assert one["schema"] != other["schema"]


def test_another_process_says_the_same() -> None:
    """Nothing depends on the order of sets, so that a run can be resumed anywhere."""
    said = [
        subprocess.Popen(
            [sys.executable, "-c", ELSEWHERE],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
        )
        for seed in ("1", "2")
    ]
    first, second = (json.loads(process.communicate(timeout=30)[0]) for process in said)
    assert first == second == asked(ScriptedModel(), Plan().fitting(small=True))
