"""Who merely speaks in a sentence, to the press or in a statement, and has no part in an event."""

from __future__ import annotations

import re

from eventschema.language.name_words import SPEAKING
from eventschema.span import Span

_VERBS = "|".join(sorted(SPEAKING - {"told", "tells"}, key=len, reverse=True))
_ADVERBS = (
    r"(?:(?:also|later|earlier|then|further|separately|meanwhile|still|has|had|have|since)\s+)*"
)
_APPOSITION = r"(?:,[^,;.\"\u201c]{1,120},)?"
_ASIDE = r"(?:\s*\([^)]{1,60}\))?"
_SAYS = re.compile(
    rf"{_ASIDE}{_APPOSITION}\s+{_ADVERBS}(?:{_VERBS}|(?:was|is|were) quoted|(?:could|would) not say"
    r"|(?:declined|refused) to (?:comment|say|give|name))\b"
)
_TELLS = re.compile(
    rf"{_ASIDE}{_APPOSITION}\s+{_ADVERBS}(?:told|tells)\s+(?P<whom>[^.;:\"\u201c]{{1,60}})"
)
_PRESS = re.compile(
    r"(?:(?:a|an|the|his|her|this|that|our|local|state|foreign|accompanying|national|public|several"
    r"|assembled|visiting)\s+)*(?:\w+\s+)?"
    r"(?:reporters?|journalists?|media|press|newspapers?|daily|paper|radio|television|tv|broadcaster"
    r"|channel|station|agency|news|briefing|conference|newsmen|newspersons|correspondents?|outlets?"
    r"|magazine|website|parliament|lawmakers|mps|deputies|senators|legislators|court|inquiry"
    r"|audience|crowd|rally|supporters|gathering|seminar|forum|committee|hearing|interviewer)\b"
    r"|(?:AFP|AP|Reuters|ANI|PTI|TOI|Xinhua|TASS|Interfax|Kyodo|Yonhap|NHK|BBC|CNN|DPA|EFE|ANSA"
    r"|Anadolu|Bloomberg|Al Jazeera|The [A-Z])",
    re.IGNORECASE,
)
_ACCORDING = re.compile(
    r"\b(?:according to|in the words of|quoted|quoting|citing)\s+"
    r"(?:[^,.;:\"\u201c\u201d]{0,80},\s*)?[^,.;:\"\u201c\u201d]{0,80}\Z",
    re.IGNORECASE,
)
# Only behind a comma or a quotation mark is the speaker behind the verb: "..., said X".
_SAID = re.compile(
    r"(?:\A|[,.!?\"\u201d'\u2019])\s*"
    r"(?:said|says|added|adds|explained|noted|recalled|warned|joked|insisted|argued|declared|stated"
    r"|remarked|asked|wrote|laughed|according to)\s+"
    r"(?:(?:the|a|an|its|his|her|their)\s+)?"
    r"(?:[^,.;:\"\u201c\u201d]{0,80},\s*)?[^,.;:\"\u201c\u201d]{0,80}\Z"
)
_CLAUSE = re.compile(
    r"\b(?:was|were|is|are|had|has|have|will|would|met|with|that|if|whether|when)\b"
)
_SPOKES = re.compile(r"\bspokes\w+|\bpress secretary\b|\banalyst\b|\bcommentator\b", re.IGNORECASE)
_ACTS = re.compile(
    r"\b(?:he|she|they|we|I)\s+(?:(?:had|has|have|would|will|was|is|are|were|also|just|to|both|and"
    r"|his|her|counterpart)\s+)*"
    r"(?:met|meet|meeting|spoken?|signed?|discuss(?:ed)?|visit(?:ed|ing)?|travel(?:led|ed|ling)?"
    r"|host(?:ed)?|receive[d]?|called|phoned|held|hold|talked|flew|fly|raised?|invited?|agreed?"
    r"|initialled|attend(?:ed)?|join(?:ed)?)\b"
)


def merely_speaks(text: str, span: Span, *, office: str | None, others: bool) -> bool:
    """Whether the person named at `span` of a sentence only says something in it.

    "X said", "X told reporters", "according to X" and spokespersons; not "X told Y" (`others`: that
    another person is named behind), nor "X said he had met Y".
    """
    left, right = text[: span.start][-200:], text[span.end :]
    if office and _SPOKES.search(office):
        return True
    if _ACTS.search(right):
        return False
    named = _SAID.search(left) or _ACCORDING.search(left)
    if named and not _CLAUSE.search(left, named.start()):
        return True
    if _SAYS.match(right):
        return True
    tells = _TELLS.match(right)
    return bool(tells and (_PRESS.match(tells["whom"]) or not others))
