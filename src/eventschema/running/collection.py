"""Garbage collection in a long run: seldom, and without the tables, half a million objects."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from eventschema.language import gazetteer

THRESHOLDS = (20_000, 20, 100)
"""So many objects more than before are looked through at once, and so many times, before the older
ones are: Python's own numbers (700, 10, 10) fit programs that keep little under way."""


@contextmanager
def tables_kept_aside() -> Iterator[None]:
    """Read the tables of places, and keep all that is there by now from being collected.

    Going through them again and again takes the collector some 3 % of a run's time, and would copy
    them into every fork. What a run makes is looked through less often than by Python's own
    thresholds, which took a tenth of the time of a run with many requests.
    """
    gazetteer.read()
    gc.freeze()
    before = gc.get_threshold()
    gc.set_threshold(*THRESHOLDS)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
