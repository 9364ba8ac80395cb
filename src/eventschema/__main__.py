"""`python -m eventschema`, and what the command `eventschema` runs."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from eventschema.cli import main
from eventschema.running.interruption import EXIT_CODES


def enter() -> None:
    """Run the command line, and end the process.

    An interrupted one ends at once: the interpreter would clean up tables of 100 MB first.
    """
    try:
        main()
    except SystemExit as ended:
        if ended.code in EXIT_CODES:
            with suppress(OSError):
                sys.stdout.flush()
                sys.stderr.flush()
            os._exit(int(ended.code))
        raise


if __name__ == "__main__":
    enter()
