"""Lists of other stories on a page: a head ("You may also like") and the headlines under it.

Headlines and teasers may end in a full stop, so below the article's first prose a full stop alone
does not end a list. What does is a long line, a line that runs on, or a short one that shows that
it belongs to a report: a dateline, an opening pronoun or quotation, or what somebody said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from eventschema.language import datelines

_LONGEST_HEADLINE = 160  # code points: a longer line is a paragraph, with or without a bullet
_SHORTEST_REPORT = 60  # code points: "Talks failed, minister said." may be a headline


def _is_all(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{'|'.join(patterns)})\W*\Z", re.IGNORECASE)


HEAD = _is_all(
    r"(?:also|must|now)[ -]read|read also|(?:what to )?read (?:this )?next|see also|read more",
    r"you (?:may|might)(?: also)? (?:like|have missed)|you'll also like|in case you missed it",
    r"(?:related|recommended|suggested|popular|featured|promoted|sponsored|trending|similar)"
    r"(?: (?:articles?|stor(?:y|ies)|news|topics?|posts?|content|coverage|links?|reading|videos?))?"
    r"(?: (?:for you|now|today|this week))?",
    r"(?:more|latest|top|other|today's) (?:news|stories|headlines|articles|videos)",
    r"more (?:from|on|in|about|by|like) [^.!?;:]{1,50}",
    r"most (?:read|popular|viewed|watched|shared|commented|recent)(?: (?:stories|articles|news))?",
    r"editor(?:s|'s|s')? (?:picks?|choice)|don't miss|up next|further reading|paid content",
    r"(?:watch|explore|discover) (?:more|next|now)|(?:around|from) the web",
)
"""A line that heads a list of other stories, in plain punctuation."""

BULLET = re.compile(r"[(\[]?(?:\d{1,3}|[ivx]{1,5}|[a-z])[.)\]]\s|[*\u2022\u2013\u2014-]\s")
"""How an item of a list begins."""

_LATIN = re.compile(r"[A-Za-z]")
_REFERS_BACK = re.compile(
    r"(?:he|she|it|they|but|however|meanwhile|according to|this|these|those|there"
    r"|his|her|its|their)\b",
    re.IGNORECASE,
)
_REPORTS = re.compile(r"[\"']|.*\b(?:said|told|added|according to)\b", re.IGNORECASE)


def marked(lines: Sequence[str], *, prose: Sequence[bool], marks: Sequence[bool]) -> list[bool]:
    """`marks`, and a mark for each line that stands in a list of other stories.

    A list reaches from its head to the article's text, or to a heading right above that. Above the
    article's first prose, where a menu stands, every line of prose ends it.
    """
    answers = list(marks)
    goes_on = [
        found and not mark and _goes_on(line, below)
        for line, below, found, mark in zip(lines, [*lines[1:], ""], prose, marks, strict=True)
    ]
    before_text = _before(goes_on, lines, marks)
    listing = packed = has_begun = False
    for index, line in enumerate(lines):
        above = lines[index - 1] if index else ""
        if marks[index]:
            listing, packed = (True, False) if HEAD.match(line) else (listing, packed)
        elif line and listing:
            lead = prose[index] and not has_begun and not BULLET.match(line)
            heading = packed and not above and before_text[index] and not prose[index]
            listing = not (goes_on[index] or lead or heading)
            packed = packed or bool(above)
            answers[index] = listing
        has_begun = has_begun or (prose[index] and not answers[index])
    return answers


def _goes_on(line: str, below: str) -> bool:
    """Whether a line of prose is more than a headline with a full stop."""
    if len(line) > _LONGEST_HEADLINE:
        return True
    if BULLET.match(line):
        return False
    reports = len(line) >= _SHORTEST_REPORT and _REPORTS.match(line)
    return bool(
        reports
        or _REFERS_BACK.match(line)
        or below[:1].islower()
        or not _LATIN.search(line)
        or line[-1].isalpha()
        or line.endswith(",")
        or datelines.length(line)
    )


def _before(goes_on: Sequence[bool], lines: Sequence[str], marks: Sequence[bool]) -> list[bool]:
    """Whether the next line that is neither blank nor debris goes on with the article."""
    answers = [False] * len(lines)
    upcoming = False
    for index in reversed(range(len(lines))):
        answers[index] = upcoming
        if lines[index] and not marks[index]:
            upcoming = goes_on[index]
    return answers
