"""A report: a table for people, numbers for programs."""

from __future__ import annotations

import json

from eventschema.scoring import Problem, Report, score
from eventschema.scoring.figures import Figures
from eventschema.scoring.report import Bin, Share, short
from tests.scoring.invented import ARTICLE, records

REPORT = Report(
    articles=2,
    by_type={"meeting": Figures(1, 2, 1, 1), "strike": Figures(wanted=1)},
    slots={"date": Share(1, 2), "place": Share(0, 1)},
    evidence=Share(3, 4),
    values=Share(5, 5),
    no_evidence=1,
    forbidden=2,
    without_gold=3,
    calibration=[Bin(0.5, Share(1, 2), Share(2, 3)), Bin(0.9, Share(1, 1), Share(1, 1))],
    problems=[Problem("a", "meeting", "missed", "'x'")],
)

TABLE = """\
                 precision   recall       F1   right  spurious  missed
meeting              0.500    1.000    0.667       1         1       0
strike               0.000    0.000    0.000       0         0       1
all                  0.500    0.500    0.500       1         1       1

slots of matched records
date             0.500  1 of 2
place            0.000  0 of 1
all              0.333  1 of 3

quotes in place  0.750  3 of 4
values in text   1.000  5 of 5
no evidence      1  (records)
forbidden        2  (values)
without gold     3  (records, not scored)

confidence from  matched, in the bin  from here upward
0.5              0.500  1 of 2        0.667  2 of 3
0.9              1.000  1 of 1        1.000  1 of 1"""


def test_the_table() -> None:
    """Types, slots, evidence and calibration, each with its counts."""
    assert str(REPORT) == TABLE


def test_what_does_not_occur_has_no_line() -> None:
    """No confidence, no calibration; nothing stray, no line that says so."""
    table = str(score([ARTICLE], records()))
    assert "confidence" not in table
    assert "without gold" not in table


def test_json_has_every_number() -> None:
    """Shares with their counts, without the problems."""
    told = json.loads(json.dumps(REPORT.as_json()))
    assert told["events"]["f1"] == 0.5
    assert told["by_type"]["meeting"]["precision"] == 0.5
    assert told["slot_accuracy"] == {"share": 0.3333, "right": 1, "all": 3}
    assert told["calibration"][0] == {
        "low": 0.5,
        "records": {"share": 0.5, "right": 1, "all": 2},
        "upward": {"share": 0.6667, "right": 2, "all": 3},
    }
    assert (told["ungrounded"], told["forbidden"], told["without_gold"]) == (2, 2, 3)
    assert "problems" not in told


def test_a_label_is_one_short_line() -> None:
    """Cut where it is long, so that a list stays a list."""
    assert short("two\n  lines") == "'two lines'"
    assert short("x" * 100) == repr("x" * 90 + "...")
