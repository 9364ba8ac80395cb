"""The garbage collector during a run."""

import gc

import pytest

from eventschema.running.collection import THRESHOLDS, tables_kept_aside


class FaultyRunError(Exception):
    """How the run of the test ends."""


def _faulty_run() -> None:
    with tables_kept_aside():
        assert gc.get_threshold() == THRESHOLDS
        assert gc.get_freeze_count()
        raise FaultyRunError


def test_the_collector_is_as_it_was_when_a_run_has_ended() -> None:
    """Thresholds and frozen objects are a run's alone, however it ends."""
    before = gc.get_threshold()
    with pytest.raises(FaultyRunError):
        _faulty_run()
    assert gc.get_threshold() == before
    assert not gc.get_freeze_count()
