"""When two mentions of MUC-4 are the same string."""

from __future__ import annotations

import re
import string

_NO_PUNCTUATION = str.maketrans("", "", string.punctuation)
_ARTICLE = re.compile(r"\b(?:a|an|the)\b")


def normalized(mention: str) -> str:
    """Lower case, without ASCII punctuation (nothing in its place) and the words a, an, the.

    As in the scorers that GTT and IterX released.
    """
    return " ".join(_ARTICLE.sub(" ", mention.lower().translate(_NO_PUNCTUATION)).split())
