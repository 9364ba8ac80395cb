"""Words of which a report of each event type contains at least one.

Wide nets: they are to let every report through, and to spare the model articles and sentences that
hold none. Compiled from the definitions of the event types and the vocabularies of the incident
categories.
"""

from __future__ import annotations

import re


def _any_of(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words.split())})", re.IGNORECASE)


MEETING = _any_of(
    "met\\b meet talk visit host receiv call phone telephon video online summit dialogue conferenc"
    " consult discuss deliberat conven sideline counterpart interact interview audience envoy spok"
    " speak exchang negotiat gather session forum stop invit round delegation confer welcom"
    " travel trip\\b arriv"
)
AGREEMENT = _any_of(
    "agreement accord\\b accords\\b pact treat protocol memorand mou\\b convention"
    " cease.?fire truce armistice partnership deal\\b deals\\b statement declaration charter"
    " contract compact"
    " understanding arrangement letters?.of.intent covenant settlement framework hotline"
)
EXERCISE = _any_of("exercis drill man(?:oe|e)uv war.?game training")
INCIDENT = _any_of(
    "attack strike struck bomb blast explo detonat kill slain shot\\b shots shoot fire\\b fires\\b"
    " fired firing gunm gunfire shell mortar missile rocket drone grenade kidnap abduct hostage"
    " hijack clash raid ambush assault assassinat murder stab wound injur hurt dead\\b died death"
    " casualt test\\b tests\\b tested testing incursion intru violat breach cyber hack ransom"
    " malware sabotag cut\\b cuts\\b arson burn blaze torch flames rob\\b robb loot steal stole"
    " theft riot unrest collision collid crash ran.into rammed sank sink derail accident capsiz"
    " seiz storm massacre landmine crossed.the.border maritime aground boarded"
    " intercept water.cannon"
)

INSTRUMENT = re.compile(
    r"\b(?:agreements?|accords?|pacts?|treaty|treaties|protocols?|memorand(?:um|a)|mous?"
    r"|conventions?|cease-?fires?|truces?|armistices?|partnerships?|deals?|joint statements?"
    r"|declarations?|charters?|frameworks?|contracts?|compacts?|understandings?|arrangements?"
    r"|letters? of intent|covenants?|settlements?|hotlines?|(?-i:[A-Z]{3,}))\b",
    re.IGNORECASE,
)
"""What an agreement's own name contains: the noun of the instrument, or an acronym."""
