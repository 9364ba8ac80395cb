"""A report on templates: a table for people, numbers for programs, lines to work from."""

from __future__ import annotations

import json

from eventschema.scoring.figures import Figures
from eventschema.scoring.muc_report import score_muc
from eventschema.scoring.muc_templates import MucTemplate

GOLD = MucTemplate(incident_type="bombing", perp_org=[["Grey Seals", "GS"]], victim=[["Ilo"]])
ARSON = MucTemplate(incident_type="arson")
REPORT = score_muc(
    {"d1": [GOLD], "d2": [ARSON]},
    {
        "d1": [GOLD.model_copy(update={"victim": [["guards"]]}), ARSON],
        "d3": [ARSON],
        "d4": [],
    },
)

TABLE = """\
                 precision   recall       F1   right  spurious  missed
CEAF-REE micro       0.500    0.500    0.500       2         2       2
  incident_type      0.500    0.500    0.500       1         1       1
  perp_ind           0.000    0.000    0.000       0         0       0
  perp_org           1.000    1.000    1.000       1         0       0
  target             0.000    0.000    0.000       0         0       0
  victim             0.000    0.000    0.000       0         1       1
  weapon             0.000    0.000    0.000       0         0       0
CEAF-RME phi3        0.667    0.667    0.667       2         1       1
CEAF-RME subset      0.500    0.500    0.500       1         1       1

2 documents
without gold: 1 (templates, not scored)"""


def test_the_table() -> None:
    """The published figures, and CEAF-REE by role."""
    assert str(REPORT) == TABLE


def test_json_has_every_number() -> None:
    """Without the problems."""
    told = json.loads(json.dumps(REPORT.as_json()))
    assert (told["documents"], told["without_gold"]) == (2, 1)
    assert told["ceaf_ree"] == Figures(2, 4, 2, 4).as_json()
    assert told["ceaf_rme_phi3"]["f1"] == 0.6667
    assert set(told["ceaf_ree_by_role"]) == set(REPORT.ree)


def test_the_problems_follow_the_alignment() -> None:
    """Fills of aligned templates first, then templates that stand alone."""
    assert REPORT.problems == [
        "d1  bombing  victim missed: 'ilo'",
        "d1  bombing  victim wrong: 'guards'",
        "d1  arson  spurious: no fills",
        "d2  arson  missed: no fills",
        "d3  without gold: 1 (templates)",
    ]
    (missed,) = score_muc({"d": [GOLD]}, {}).problems
    assert missed == "d  bombing  missed: perp_org 'grey seals' = 'gs'; victim 'ilo'"
