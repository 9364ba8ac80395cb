"""A folder of articles in, a line an event out, and a line for everything that went wrong.

Run it with `python examples/as_library.py`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from eventschema import Extractor, read

ARTICLES = Path(__file__).parent / "articles"


def main() -> None:
    """Print the events of the example articles."""
    with Extractor() as extractor:
        for outcome in extractor.extract_many(read(ARTICLES)):
            for event in outcome.events:
                day = event.date.edtf if event.date else None
                print(outcome.article_id, event.event_type, day or "-", event.title, sep="\t")
            for problem in outcome.problems:
                print(f"{outcome.article_id}: {problem}", file=sys.stderr)


if __name__ == "__main__":
    main()
