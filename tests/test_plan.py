"""What is asked, and how: chosen by the model's size unless the user says otherwise."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, asdict, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventschema.draft import DRAFTS, MeetingDraft
from eventschema.errors import ConfigurationError
from eventschema.plan import LARGE_WINDOW, SMALL_WINDOW, Plan

CHOSEN = Plan(
    types=[MeetingDraft],
    passes="single",
    asks="nothing",
    reasks=3,
    window=77,
    reference_date=date(2024, 10, 3),
    spots=False,
    verifies=False,
)
PLANS = st.builds(
    Plan,
    passes=st.sampled_from([None, "per_type", "single"]),
    asks=st.sampled_from([None, "everything", "gaps", "nothing"]),
    reasks=st.none() | st.integers(0, 5),
    window=st.none() | st.integers(1, 10**6),
)


def test_everything_is_sought_with_every_means() -> None:
    """A plan of nobody's seeks all built-in types, with the rules and with the judge."""
    plan = Plan()
    assert (plan.types, plan.spots, plan.verifies) == (DRAFTS, True, True)


def test_a_plan_fits_a_small_model() -> None:
    """It proposes only where there are no rules, type by type and once, and is shown little."""
    plan = Plan().fitting(small=True)
    assert (plan.passes, plan.asks, plan.reasks) == ("per_type", "nothing", 0)
    assert plan.window == SMALL_WINDOW


def test_a_plan_fits_a_large_model() -> None:
    """It is asked everything in one question, and once more about what is invalid."""
    plan = Plan().fitting(small=False)
    assert (plan.passes, plan.asks, plan.reasks) == ("single", "everything", 1)
    assert plan.window == LARGE_WINDOW > SMALL_WINDOW


@pytest.mark.parametrize("small", [True, False])
def test_what_was_chosen_stays(*, small: bool) -> None:
    """The model's size overrules nothing that the user has said, 0 reasks included."""
    assert CHOSEN.fitting(small=small) == CHOSEN
    assert replace(CHOSEN, reasks=0).fitting(small=small).reasks == 0


@given(PLANS, st.sampled_from([True, False]))
def test_a_fitted_plan_leaves_nothing_open(plan: Plan, small: bool) -> None:  # noqa: FBT001 - hypothesis passes it by place
    """Whatever was chosen, the rest is chosen too, and choosing again changes nothing."""
    fitted = plan.fitting(small=small)
    said, chosen = asdict(plan), asdict(fitted)
    assert [name for name, value in chosen.items() if value is None] == ["reference_date"]
    assert [name for name in said if said[name] not in (None, chosen[name])] == []
    assert fitted.fitting(small=not small) == fitted


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"passes": "both"}, "'per_type' or 'single'"),
        ({"passes": ""}, "'per_type' or 'single'"),
        ({"asks": "all"}, "'everything', 'gaps' or 'nothing'"),
        ({"asks": ""}, "'everything', 'gaps' or 'nothing'"),
        ({"window": 0}, "window"),
        ({"window": -5}, "window"),
        ({"reasks": -1}, "reasks"),
    ],
)
def test_a_plan_that_cannot_be_followed_is_refused(wrong: dict[str, object], named: str) -> None:
    """Bounds and words are checked when the plan is made, and the message says what there is."""
    with pytest.raises(ConfigurationError, match=named):
        Plan(**wrong)  # type: ignore[arg-type]


def test_a_plan_does_not_change_under_a_run() -> None:
    """Whoever wants another one makes another one."""
    with pytest.raises(FrozenInstanceError):
        CHOSEN.window = 5  # type: ignore[misc]
