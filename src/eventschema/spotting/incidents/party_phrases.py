"""The words by which news tells deeds, who is held to have done them, and with what.

Compiled from the definitions of the incident categories and from general knowledge of news.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from eventschema.language.sought import Sought

Deed = Literal["kill", "kidnap", "bomb", "burn", "rob", "hijack", "attack", "damage"]
Form = Literal["verb", "doing", "noun", "burst", "put", "light", "died"]
"""How a deed is told: by a verb; by its participle ("killing"); by a noun ("the murder of"); by
what a bomb does ("exploded at"); by what is done with a weapon ("planted a bomb in"); by a verb
that leaves the telling to a noun ("carried out an attack"); by what befell somebody ("died")."""

WEAPONS = Sought(
    r"\b(?:(?:remote-controlled|home-?made|powerful|high-?power(?:ed)?|time|car|truck|suicide"
    r"|roadside|parcel|letter|pipe|petrol|nail|fire|gas|fragmentation|hand|mortar|incendiary"
    r"|contact)[ -]){0,2}(?:bombs?(?! (?:attack|blast|explosion|threat|disposal|squad|scare))"
    r"|grenades?(?! launcher)|charges?(?= of dynamite))\b"
    r"|\b(?:dynamite|explosives?)(?: (?:charges?|sticks?|devices?|cartridges?|packs?))?\b"
    r"|\b(?:charges?|sticks?|kilos?|kg|pounds) of (?:dynamite|TNT|explosives?)\b"
    r"|\b(?:sub-?)?machine-? ?guns?\b|\b(?:assault |automatic |hunting )?rifles?\b"
    r"|\b(?:automatic|assault|heavy|light|blunt) weapons?\b|\bfirearms?\b"
    r"|\b(?:pistols?|revolvers?|shotguns?|handguns?|bazookas?|kn(?:ife|ives)|machetes?|axes?"
    r"|daggers?|catapults?|firebombs?|molotov cocktails?|petrol bombs?"
    r"|(?:land |anti-personnel |land)mines?|booby-? ?traps?)\b"
    r"|\b(?:grenade|rocket|missile|mortar)[ -]launchers?\b|\brocket-propelled grenades?\b"
    r"|\b(?:ballistic |cruise |anti-tank |anti-aircraft |surface-to-air )?missiles?\b|\brockets?\b"
    r"|\bmortars?\b|\bartillery shells?\b|\bcar bombs?\b|\bTNT\b|\b(?:RPG|AKM?)-\d+"
    r"|\bM-(?:16|60|67|79)\b"
    r"|\bdrones?\b|\bransomware\b|\bmalware\b|\bwater cannons?\b|\btear gas\b|\bhowitzers?\b",
    re.IGNORECASE,
)
"""What is used as a weapon, the longer name first."""


class DeedWords(NamedTuple):
    """Words that tell of a deed, and how."""

    deed: Deed
    form: Form
    pattern: Sought


def _told(deed: Deed, form: Form, words: str) -> DeedWords:
    return DeedWords(deed, form, Sought(rf"\b(?:{words})(?![\w-])", re.IGNORECASE))


DEEDS = (
    _told(
        "attack",
        "light",
        r"(?:carried out|conducted|staged|perpetrated|committed|launched|mounted|executed|made"
        r"|waged|planned)"
        r"(?=\s+(?:\S+\s+){0,4}?(?:attacks?|raids?|assaults?|ambush(?:es)?|bombings?|murders?"
        r"|massacres?|killings?|kidnappings?|abductions?|robbery|sabotage|crimes?|assassinations?"
        r"|explosions?|incursions?|action)\b)"
        r"|(?:is|are|was|were|be|being) (?:\w+ )?(?:responsible|to blame) for"
        r"|(?:was|were) (?:the )?(?:perpetrators?|authors?|ones who (?:murdered|killed|attacked)"
        r"|the work) of",
    ),
    _told(
        "kill", "died", r"died|was found dead|were found dead|lost (?:his|her|their) li(?:fe|ves)"
    ),
    _told(
        "kidnap",
        "verb",
        r"kidnapp?ed|abducted|(?:took|taken|takes|held|holding) hostage|captured|detained|seized"
        r"|(?:to )kidnap|hijacked and held",
    ),
    _told("kidnap", "doing", r"kidnapp?ing|abducting"),
    _told("kidnap", "noun", r"kidnapp?ings?|abductions?|capture|disappearance"),
    _told("hijack", "verb", r"hijacked|commandeered|skyjacked"),
    _told("hijack", "noun", r"hijackings?"),
    _told(
        "kill",
        "verb",
        r"(?:shot|hacked|stabbed|beaten|burned|burnt|tortured) (?:dead|to death)|shot and killed"
        r"|tortured and (?:killed|murdered)|killed|murdered|assassinated|slain|executed|massacred"
        r"|gunned down|mowed down|machine-?gunned|shot(?: at)?|stabbed|beheaded|decapitated|lynched"
        r"|strangled|tortured|poisoned|wounded|injured|kills|(?:to )(?:kill|murder|assassinate)"
        r"|beaten|beat|raped|riddled|finished off|eliminated|liquidated",
    ),
    _told("kill", "doing", r"killing|murdering|assassinating|wounding|injuring|shooting|executing"),
    _told(
        "kill",
        "noun",
        r"murders?|assassinations?|killings?|slayings?|massacres?|executions?|death|deaths"
        r"|shooting|stabbing|lynching|attempts? on the li(?:fe|ves)|assassination attempts?",
    ),
    _told(
        "bomb",
        "burst",
        r"explod(?:ed|es|ing)|went off|going off|(?:was|were) detonated|detonated",
    ),
    _told(
        "bomb",
        "put",
        r"(?:placed|planted|threw|thrown|hurled|hurling|throwing|placing|planting|tossed|lobbed"
        r"|dropped|left|launched|launching|fired|firing|set off|installed|hidden|exploding|used)"
        r"(?=\s+(?:\S+\s+){0,5}?(?:bombs?|grenades?|dynamite|explosives?|charges?|devices?|mines?"
        r"|rockets?|missiles?|mortars?|cocktails?|car-bombs?|shells?|bazookas?|sticks?)\b)"
        r"|(?:bombs?|grenades?|charges?|devices?|explosives?|mines?|rockets?|dynamite)\s+(?:\S+\s+)?"
        r"(?:(?:was|were|had been|has been)\s+)?(?:placed|planted|thrown|hurled|left|found|launched"
        r"|fired|set off|installed|hidden)",
    ),
    _told("bomb", "verb", r"bombed|dynamited|blown up|blasted|blew up|(?:to )blow up|strafed"),
    _told("bomb", "doing", r"bombing|dynamiting|blowing up|strafing"),
    _told(
        "bomb",
        "noun",
        r"(?:car[- ])?bomb(?:ing)? (?:attacks?|attempts?|blasts?|explosions?)|bombings?|explosions?"
        r"|blasts?|dynamite attacks?|bombardments?",
    ),
    _told(
        "burn",
        "verb",
        r"burned(?: down)?|burnt(?: down)?|torched|set fire to|set on fire|set afire|set ablaze"
        r"|set alight|(?:to )burn|firebombed",
    ),
    _told("burn", "doing", r"burning|torching|setting fire to"),
    _told("burn", "noun", r"arson attacks?|arson"),
    _told("rob", "verb", r"robbed|stole|stolen|looted|ransacked|sacked|plundered"),
    _told("rob", "doing", r"robbing|stealing|looting"),
    _told("rob", "noun", r"robbery|robberies|theft"),
    _told(
        "attack",
        "verb",
        r"attacked|raided|stormed|assaulted|ambushed|struck|targeted|shelled|harassed|overran"
        r"|overrun|took over|occupied|invaded|fired (?:at|on|upon|into)|opened fire (?:on|at)"
        r"|(?:to )attack|fired|machine-?gunned|hit|raped",
    ),
    _told("attack", "doing", r"attacking|raiding|storming|ambushing|hitting|shelling|occupying"),
    _told(
        "attack",
        "noun",
        r"attacks?|raids?|assaults?|ambush(?:es)?|attempts? against|strikes?(?= (?:on|against))",
    ),
    _told(
        "damage",
        "verb",
        r"damaged|destroyed|wrecked|sabotaged|knocked (?:down|out)|toppled|demolished|shattered"
        r"|derailed|downed|(?:to )destroy|cut off",
    ),
    _told("damage", "doing", r"damaging|destroying|toppling|sabotaging|knocking (?:down|out)"),
    _told("damage", "noun", r"destruction|sabotage|damage"),
)
"""The deeds, in the order in which overlapping words are read."""

ACCUSED = re.compile(
    r"\s*+(?:,\s*+)?(?:(?:who|that|which|were|was|are|is|has|have|had|been|allegedly|reportedly|presumably"
    r"|today|yesterday|later|now|also|formally)\s+)*"
    r"(?:suspected of|accused of|charged with|(?:is|are|was|were) believed to have|sought for"
    r"|wanted for|(?:arrested|detained|captured|held|convicted|sentenced|indicted|jailed)"
    r"(?: (?:in connection with|for|over|of|as suspects?))|confessed)\b",
    re.IGNORECASE,
)
"""What follows those who are held to have done a deed."""
CLAIMED = re.compile(
    r"\s*+(?:[(\[][^()\[\]]{1,60}[)\]]\s*+)?(?:,[^,;]{0,80},\s*+)?"
    r"(?:today |yesterday |later |also |has |have |had )*"
    r"(?:claim(?:ed|s|ing)?|took|taken|accept(?:ed|s)|assum(?:ed|es)|acknowledged|admitted)\s+"
    r"(?:\w+ ){0,2}?(?:responsibility|credit|authorship|(?:to )?having|carrying|killing)",
    re.IGNORECASE,
)
"""What follows a group that claims a deed."""
BLAMED = Sought(
    r"\b(?:attributed to|blamed on|blames?|blamed|accus(?:ed|es|ing)|responsibility of|charged"
    r"|suspects?|suspected|claimed by|perpetrated by|carried out by|committed by|staged by"
    r"|work of|conducted by|launched by|made by|presumably by|by alleged|by presumed|waged by"
    r"|executed by|planted by|placed by)\s+(?:to |the |an? |that |members of )*\Z",
    re.IGNORECASE,
)
"""What stands before those to whom a deed is laid."""
