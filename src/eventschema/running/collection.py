"""Garbage collection in a long run: without the tables, which are half a million objects."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from eventschema.language import gazetteer


@contextmanager
def tables_kept_aside() -> Iterator[None]:
    """Read the tables of places, and keep all that is there by now from being collected.

    Going through them again and again takes the collector some 3 % of a run's time, and would copy
    them into every fork.
    """
    gazetteer.read()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
