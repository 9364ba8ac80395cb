"""The garbage collector during a run."""

import gc

import pytest

from eventschema.running.collection import THRESHOLDS, tables_kept_aside


def test_the_collector_is_as_it_was_when_a_run_has_ended() -> None:
    """Thresholds and frozen objects are a run's alone, however it ends."""
    before = gc.get_threshold()
    with pytest.raises(RuntimeError), tables_kept_aside():
        assert gc.get_threshold() == THRESHOLDS
        assert gc.get_freeze_count()
        raise RuntimeError
    assert gc.get_threshold() == before
    assert not gc.get_freeze_count()
