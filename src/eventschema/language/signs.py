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
    " intercept water.cannon mutin burgl held.up hold.?up stick.?up mug carjack snatch rustl"
    " overturn"
    " overran overrun captur besieg balloon airspace trespass pirat taken.over collaps plung drown"
    " flipped skid veer pelt vandal deface encrypt denial.of.service jam(?:med"
    "|ming) spoof skiff dhow"
    " opened.up grenade gunn waylai lynch behead slaughter execut perish stamped crush electrocut"
    " came.into.contact came.down came.off ditched burned gutted tear.?gas skirmish fought fight"
    " aggress munition craters approach fallen martyr"
)

INSTRUMENT = re.compile(
    r"\b(?:agreements?|accords?|pacts?|treaty|treaties|protocols?|memorand(?:um|a)|mous?"
    r"|conventions?|cease-?fires?|truces?|armistices?|partnerships?|deals?|joint statements?"
    r"|declarations?|charters?|frameworks?|contracts?|compacts?|understandings?|arrangements?"
    r"|letters? of intent|covenants?|settlements?|hotlines?)\b|(?-i:^(?:[Tt]he )?[A-Z]{3,}$)",
    re.IGNORECASE,
)
"""What an agreement's own name contains: the noun of the instrument, or an acronym."""
BARE = re.compile(
    r"(?:an?|the|this|that|its|their)?\s*+(?:(?:new|bilateral|joint)\s*+)?(?:agreements?|accords?|pacts?"
    r"|treaty|treaties|protocols?|memorand(?:um|a)|conventions?|partnerships?|deals?"
    r"|joint statements?|declarations?|charters?|frameworks?|contracts?|compacts?|understandings?"
    r"|arrangements?|settlements?)|.*\b(?:treaty|pact|accord|agreement|protocol)\b.*\band the\b.*"
    r"\b(?:treaty|pact|accord|agreement|protocol)\b.*",
    re.IGNORECASE,
)
"""What names no instrument: the noun alone, or two of them in one."""

CLAUSE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|may|can|goes|went|says?|said|takes?|took)\b"
)
"""What a clause has and a name has not."""

MODALITIES: dict[str, re.Pattern[str]] = {
    "planned": re.compile(
        r"\b(?:will|shall|(?:is|are|was|were) (?:due |set |scheduled |expected |slated )?to"
        r"|due|scheduled|planned|plans?|planning|upcoming|next|tomorrow|invit\w+|intends?"
        r"|to (?:sign|meet|visit|host|hold|begin|start|take place|go ahead)|begins?|opens?"
        r"|starts?|expected|later|aims? to|ahead of|proposed?|negotiat\w+|draft\w*)\b",
        re.IGNORECASE,
    ),
    "hypothetical": re.compile(
        r"\b(?:if|would|could|may|might|proposed?|possible|possibly|potential|unless|provided"
        r"|negotiat\w+|draft\w*|talks on|under discussion)\b",
        re.IGNORECASE,
    ),
    "ongoing": re.compile(
        r"\b(?:continu\w+|still|ongoing|since|under ?way|remains?|regularly|also|is|are|now"
        r"|began|runs?|until|takes? part|conducts?|in force)\b",
        re.IGNORECASE,
    ),
    "denied": re.compile(
        r"\b(?:den(?:y|ies|ied|ial)|reject\w*|dismiss\w*|not|no|never|untrue|false|refut\w+)\b",
        re.IGNORECASE,
    ),
    "cancelled": re.compile(
        r"\b(?:cancel\w*|call(?:ed|s|ing)? off|postpon\w+|put off|scrapp\w+|now off|shelved"
        r"|did not take place|could not be held|suspend\w*|withdr[ae]wn?)\b",
        re.IGNORECASE,
    ),
}
"""What a sentence says of an event that did not simply happen."""

SUSPECTED = _any_of(
    "suspect arrest identif attacker accus blam charged claim responsib gunm hijacker perpetrat"
    " confess detain convict wanted opened.fire"
)
"""What a sentence that makes a person a perpetrator says of them."""

AHEAD = re.compile(
    r"\b(?:will|shall|(?:is|are) (?:due |set |scheduled |expected |slated )?to"
    r"|(?:was|were) to have been|to be (?:held|signed|opened)|plans? to|intends? to)\b",
    re.IGNORECASE,
)
"""What stands before a date that lies ahead of the report, in its own sentence."""

DEATHS = _any_of(
    "kill dead\\b death died dies\\b die\\b dying fatal slain murder bod(?:y"
    "|ies)\\b lives toll drown"
    " perish martyr loss\\b succumb lynch behead execut massacr slaughter hacked fell\\b assassin"
    " electrocut crush balance gunn shot\\b mown blown"
)
INJURIES = _any_of(
    "injur wound hurt hospital burn treat stab maim broke shot\\b"
    " bruis cuts\\b sore\\b intensive.care fractur concuss hit\\b lost broken airlift martyr"
)

CATEGORIES: dict[str, re.Pattern[str]] = {
    "ceasefire_violation": re.compile(
        r"\b(?:violat|breach|broke|broken)\w*\b.{0,60}\b(?:cease-?fire|truce|armistice)"
        r"|\b(?:cease-?fire|truce|armistice)\b.{0,60}\b(?:violat|breach|broke)",
        re.IGNORECASE,
    ),
    "hijacking": _any_of("hijack pirat taken.over carjack commandeer seiz"),
    "kidnapping": _any_of("kidnap abduct hostage seized.and took.away taken.away"),
    "assassination": _any_of("assassinat"),
    "cyber_attack": _any_of(
        "cyber hack ransomware malware phishing denial.of.service ddos encrypt deface data.breach"
        " jammed spoof website"
    ),
    "air_or_drone_strike": _any_of(
        "drone air.?strike air.?raid aircraft warplane helicopter jets?\\b"
    ),
    "missile_or_artillery_strike": re.compile(
        r"^(?!.*\btest(?:s|ed|ing|-)).*\b(?:missile|rocket|shell|mortar|artiller|howitzer)",
        re.IGNORECASE | re.DOTALL,
    ),
    "bombing": _any_of("bomb blast explo detonat grenade mine\\b mines\\b landmine suicide"),
    "border_incursion": _any_of(
        "incursion intru airspace cross(?:ed|ing|es)?.(?:the|into).\\w*.?border frontier"
        " border.post trespass balloon crossed territor"
    ),
    "maritime_incident": _any_of(
        "ship vessel boat ferry tanker frigate trawler tug\\b maritime coast.?guard aground capsiz"
        " sank harbou?r dhow skiff trawler vessels? reef feeder canoe sea\\b"
    ),
    "sabotage": _any_of("sabotag cut\\b cuts\\b severed damaged tamper derail"),
    "arson": _any_of(
        "arson torch(?:ed|ing) set.fire set.alight set.on.fire flames blaze petrol burn"
    ),
    "robbery": _any_of(
        "rob\\b robb loot steal stole theft heist burgl held.up hold.?up stick.?up mug snatch rustl"
        " made.off got.away broke.into relieved"
    ),
    "riot": _any_of(
        "riot unrest mob\\b crowds? loot protest clash mutin vandal tear.?gas picket disturbance"
        " pelt"
    ),
    "armed_clash": _any_of(
        "clash firefight gun.?battle exchang\\w+.(?:of.)?fire fought fighting shootout"
    ),
    "armed_attack": _any_of(
        "attack assault ambush raid shot shoot gunm fired stab kill storm massacre"
    ),
    "accident": _any_of(
        "accident collid collision crash fire\\b blaze derail capsiz sank overturn knocked ran.into"
        " explo collaps leak plung skid veer stampede came.down came.off ditched drown struck"
        " hit\\b"
        " sink sunk wreck aground flatten"
    ),
    "weapons_test": re.compile(
        r"\b(?:test(?:s|ed|ing|-)?|fired|launch(?:ed|es|ing)?)\b.{0,80}"
        r"\b(?:missiles?|rockets?|weapons?|torpedo(?:es)?|warheads?|system)\b"
        r"|\b(?:missile|rocket|weapons?|nuclear) (?:tests?|launch)",
        re.IGNORECASE,
    ),
}
"""What a report of each category says, the more telling words first; "other" needs none."""
