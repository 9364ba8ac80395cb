"""The words by which news tells that people or bodies met.

Compiled from the ways in which wire copy, read-outs and local papers report talks, audiences,
sessions, calls and visits. What only looks like them is in `meeting_lookalikes`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from eventschema.language.sought import Sought
from eventschema.vocabularies import MeetingFormat

Kind = Literal["talk", "receive", "received", "call_on", "visit", "noun"]
Needs = Literal["partner", "party"]


def any_of(*alternatives: str) -> Sought:
    """Whole words of any of the alternatives, in upper or lower case."""
    return Sought(rf"\b(?:{'|'.join(alternatives)})\b", re.IGNORECASE)


_OFFICES = (
    "ministers?|presidents?|premiers?|chancellors?|secretar(?:y|ies)|kings?|queens?|emir|sultan"
    "|(?:crown )?princes?|princess|pope|ambassadors?|envoys?|counterparts?|colleagues?"
    "|opposite numbers?|chiefs?|charg[eé]s? d.affaires|commanders?|leaders?|delegations?"
    "|delegates?|officials?|governors?|mayors?|chair(?:man|woman|person)?|speakers?"
    "|representatives?|negotiators?|mediators?|diplomats?|generals?|admirals?|guests?"
    "|dignitar(?:y|ies)|heads?|attach[eé]s?|advis[eo]rs?|consuls?|commissioners?|directors?"
    "|senators?|elders?|deput(?:y|ies)|monarch|experts?|parliamentarians?|sides?|teams?|rulers?"
    "|sherpas?|emissar(?:y|ies)"
)
OFFICE = any_of(rf"(?:{_OFFICES})(?:-general)?")
"""What people are called who meet for a state or a body."""
OFFICE_OR_TALKS = any_of(
    rf"(?:{_OFFICES})(?:-general)?", "talks|summit|meeting|dialogue|negotiations|session"
)
_PORTFOLIOS = (
    "transport|foreign|defen[cs]e|trade|finance|energy|interior|health|labou?r|justice"
    "|agriculture|environment|home|culture|education"
)
BODY = re.compile(
    r"\b(?:(?!\d|(?:the|an?|their|its|his|her|of|by|with|and|to|in|at|for|from|will|was|were"
    r"|has)\b)"
    r"[\w'\u2019+.-]+\s+){0,4}"
    r"(?i:committees?|councils?|commissions?|cabinet|boards?|panel|task force|working group"
    r"|secretariat|governments?|federations?|unions?|fronts?|bloc|authority|ministries|ministry"
    r"|(?:chiefs|heads) of [\w ]{3,20}?(?:staff|state|mission)|contact group|alliance|rebels"
    rf"|(?:{_PORTFOLIOS}) (?:ministers|chiefs|officials)|companies|quartet|troika)\b"
    r"(?: (?:of|on|for) (?:[A-Z][\w-]+|[a-z]+ [a-z]+))?"
)
"""A body that can meet, with what tells it apart."""

_TALKS = "talks|negotiations|consultations|discussions|dialogue|meetings"
_WHICH = (
    r"next|previous|last|latest|new|fresh|another|first|second|third|fourth|fifth|sixth"
    r"|\d+(?:st|nd|rd|th)"
)
_NOUNS = (
    "talks|meetings?|discussions|consultations|deliberations|summits?|sessions?|dialogues?",
    rf"rounds? of (?:[\w-]+ ){{0,4}}?(?:{_TALKS})|(?:{_WHICH}) rounds?(?! of)",
    r"(?:\w+ )?conferences?|conversations?|(?:tele|video) ?-?(?:conferences?|calls?|links?)",
    "(?:phone|telephone|video|conference|minute|hour|three-way) (?:calls?|conversations?)",
    "audience|t[eê]te-[aà]-t[eê]te|interactions?|encounter|get-together|gathering|one-on-one",
    r"2 ?\+ ?2|contacts?|forum|(?<=the )call",
    "call(?= (?:with|between|was|lasted|came|followed|ended|planned|scheduled|due|set|is|will))",
    r"parleys?|(?:binational|bilateral|joint) cabinet(?=[^.;]{0,60}\b(?:held|take place|took)\b)",
    "negotiations(?= (?:between|broke|collapsed|resumed|opened|began|ended|will|are due))",
)
_ADJECTIVES = r"(?:[\w-]+ ){0,4}?"
_HELD = (
    "(?:h[eo]ld|holds|holding|had|ha(?:ve|s|d)(?! been)|having|opened?|began|begin|resumed?"
    f"|concluded?|ended|conduct(?:ed|s)?|wound up|wraps? up|wrapped up|closed?) {_ADJECTIVES}"
)
_BY_PHONE = (
    r"(?:by|via|over|on|through) (?:the |an? )?(?:secure )?(?:tele\w*|phone|video ?link|video"
    "|hotline|line)"
)
_ADVERB = (
    rf"(?:separately|again|directly|briefly|late|{_BY_PHONE}|on \w+day"
    r"|(?:earlier |late )?(?:today|yesterday)|this \w+)"
)
_SPOKE = "(?:spoke|spoken|speaks?|talked|talks?)"
_SEVERAL_WORDS = r"(?:[\w'\u2019-]+ ){1,12}?"

_TALKED_WITH = any_of(
    r"(?:met|meets?|meeting)(?: up)?(?: (?:again|also|\w+ly))? with",
    r"(?:sat|sits?|sitting) down (?:\w+ )?(?:with|across)",
    "(?:confer(?:red|s|ring)?|huddled?|parley(?:ed)?|consult(?:ed|s)?|interact(?:ed|s)?) with",
    f"{_SPOKE}(?: {_ADVERB})* (?:with|to)",
    "(?:tele)?phoned|rang up",
    r"(?:receiv\w+|got|took|takes) (?:[\w-]+ ){0,4}?(?:call|conversation)(?: [\w-]+){0,2}? from",
    r"(?:made|placed|makes|had) (?:[\w-]+ ){0,3}?(?:phone|telephone) call to",
    "(?:(?<=to )|(?<=will )|(?<=would ))see (?=(?:his|her|their|the) )",
    r"(?:raise[sd]?|raising) (?:it|this|that|them|the(?: [\w-]+){1,5}?) with",
    r"(?:tak(?:e|es|ing)|took|br(?:ing|ought)) (?:up (?:\w+ ){0,6}?|(?:\w+ ){1,6}?up )with",
    f"(?:discuss(?:ed|es)?|review(?:ed|s)?|explored?) {_SEVERAL_WORDS}with",
    rf"exchang(?:ed?|ing) views (?:(?:on|about) {_SEVERAL_WORDS})?with",
    r"(?:he|she) and(?= (?:his|her) [^;.]{3,80}?\b(?:discuss|review|talk|agree|spoke|held))",
    "(?:told|assured|informed|thanked|warned|urged) (?=(?:his|her|their) )",
)
_TALKED = any_of(
    f"{_SPOKE} (?:again |briefly )?{_BY_PHONE}",
    "(?:been|was|were|got|are|is) on the (?:tele)?phone",
    f"(?:discuss(?:ed|es)?|review(?:ed|s)?) {_SEVERAL_WORDS}{_BY_PHONE}",
    "exchang(?:ed?|ing) views|(?:sat|sit|sits) down|came face to face|came together",
    r"sat (?:until|till|through|late|for (?:[\w-]+ ){1,2}hours)"
    "|(?:went|goes|was|were|is) (?:in|into)"
    " (?:(?:emergency|closed|special|joint|extraordinary) )?session"
    "|brought together",
    "met|meets?|meeting|convened?|convenes|convening|gather(?:ed|s)?|assembled?|conferred"
    "|huddled|reconvened?",
)
_RECEIVED = any_of(
    r"(?:was|were|been|is|are|be|being)(?: (?:\w+ly|also|then|later|to be))? (?:received|hosted"
    r"|welcomed|summoned|called in|greeted)(?= [\w ]{0,25}?(?:by|at|in|on|for|to)\b)"
)
_RECEIVE = any_of(
    r"(?<!\bher )(?<!\bhis )(?<!\bthe )(?<!\ba )(?:receiv(?:ed?|es|ing)|host(?:ed|s|ing)?"
    "|welcom(?:ed?|es)|summon(?:ed|s)?|call(?:ed|s) in|played host to|greeted"
    "|(?:granted|gave) an audience to)"
)
_CALL_ON = any_of(
    "(?<!phone )(?<!video )(?<!way )(?<!ence )call(?:ed|s|ing)? (?:up)?on",
    r"(?:paid?|pays|paying|made) (?:an?|his|her|their) (?:[\w-]+ ){0,3}?(?:(?:call|visit) (?:up)?on"
    "|courtesy (?:call|visit) to)",
    "(?:had|was granted) an audience (?:by|with)",
)
_VISIT = any_of(
    "(?:visit(?:s|ed)?|(?:is|are|was|were|been|while|after|before|by) visiting)"
    "(?= (?:the )?(?-i:[A-Z]))",
    "(?:paid?|pays|paying|ma[dk]es?|began|begins?|concluded|ended|wrapped up|calls? off|called off)"
    f" (?:an?|his|her|their) {_ADJECTIVES}(?:visit|trip|tour)(?: to)?",
    "(?:visits?|trips?|journey|stop-?over) to",
    r"(?<!every )(?<!each )visits? by(?= [^.;,]{3,90}? to (?-i:[A-Z]))",
    "com(?:e|ing) to(?= (?-i:[A-Z])[^.;]{0,40}(?:talks|consultations|visit|meeting|summit))",
    r"(?:arriv(?:ed?|es|ing)|landed) in(?=[^.;]{0,70}\b(?:visit|talks|summit|meeting|trip"
    r"|to (?:meet|see))\b)",
    "(?:travel(?:l?ed|s)?|fl(?:y|ew|ies)|head(?:ed|s)?)(?: [a-z-]+){0,4}? to(?= (?-i:[A-Z]))",
    "(?:stop(?:ped|s|ping)? (?:over|off)|make a stop) in",
)


@dataclass(frozen=True, slots=True)
class Sign:
    """A turn of phrase that reports a meeting.

    It `needs` a partner right behind it, or a party on either side of it.
    """

    kind: Kind
    needs: Needs
    shape: Sought


NOUN = Sign("noun", "party", any_of(f"{_HELD}(?:negotiations|{'|'.join(_NOUNS)})", *_NOUNS))
SIGNS: tuple[Sign, ...] = (
    Sign("talk", "partner", _TALKED_WITH),
    Sign("received", "party", _RECEIVED),
    Sign("receive", "partner", _RECEIVE),
    Sign("call_on", "partner", _CALL_ON),
    Sign("visit", "party", _VISIT),
    NOUN,
    Sign("talk", "party", _TALKED),
)
"""The signs; of two that overlap the one that comes first in the table counts."""

HELD = any_of(
    "held|hold|holds|holding|had|have|has|having|open(?:ed)?|beg[ai]n|resumed?|conclude|end"
)
"""How a noun's sign begins where a verb says that it is a new one: "held talks"."""
MOTION = any_of("(?:travel|fl(?:y|ew|ies)|head).*")
"""Verbs of travel, which report a visit only if it goes to another state."""
ATTENDED = any_of(
    "attended (?:the|by)|in attendance|also present|present (?:on|at|during) (?:the|this)",
    "accompanied by|took part in the|(?:was|were) (?:also )?present|joined the|(?:was|were) joined",
    "represented by|(?:take|took|in) the chair|presided|chaired (?:by|the)|led by|headed by",
    r"(?:led|headed|represented) (?:the|a) (?:[\w-]+ ){0,3}?(?:delegation|side|team|party)",
)
"""What tells who else was there."""

FORMATS: tuple[tuple[MeetingFormat, Sought], ...] = (
    ("sidelines", any_of("sidelines|margins|fringes")),
    (
        "call",
        any_of(
            r"(?:tele)?phone\w*|video ?-?(?:conference|call|link)|teleconference|conference call",
            r"minute call|three-way call|(?:took|received|got|takes|receives) (?:[\w-]+ ){0,3}call",
            "virtual(?:ly)?",
            "(?:met|meet|held|talks|place) online|online (?:meeting|talks|summit|session|round)",
        ),
    ),
    ("summit", any_of("summit")),
    ("multilateral", any_of("trilateral|multilateral|quadrilateral")),
    ("bilateral", any_of("bilateral|one-on-one|counterpart|opposite number|delegation-level")),
)
"""The words that tell how people met, those that outrank others first."""
DELEGATIONS = any_of(
    r"(?:led|headed|represented) (?:the|an?) (?:[\w-]+ ){0,3}?(?:delegation|side|team|party)",
    r"represented (?:the )?(?-i:[A-Z])[\w-]+ (?:at|in|during)|(?:led|headed|represented) by",
)
"""What tells who spoke for either side."""
WAS_THERE = any_of("was|were|led|headed|represented|attended|chaired|took|presided|accompanied")
SIGNATURE = any_of("sign(?:ed|ing|s)?|signator(?:y|ies)|initialled|witnessed")
"""What tells of a signature, and not of who was at the talks."""
