"""The words by which news says who did what to whom: people, forces, things, weapons, deeds.

Nouns stand in the singular. Compiled from the definitions of the incident categories and of MUC-4's
roles, and from general knowledge of news; the armed organizations are those that the press named
most from the 1970s on.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Sort = Literal["person", "people", "body", "group", "thing", "weapon", "other"]
"""What a noun phrase names: a person by name, people, a force or authority, an armed organization,
a thing that can be attacked, a weapon, anything else."""
Deed = Literal["kill", "kidnap", "bomb", "burn", "rob", "hijack", "attack", "damage"]
Form = Literal["verb", "doing", "noun", "burst", "put", "light", "died"]
"""How a deed is told: by a verb; by its participle ("killing"); by a noun ("the murder of"); by what
a bomb does ("exploded at"); by what is done with a weapon ("planted a bomb in"); by a verb that leaves
the telling to a noun ("carried out an attack", "is responsible for"); by what befell ("died")."""

DOERS = frozenset(
    "assailant assassin attacker bandit bomber commando commandoe criminal extremist fighter gangster"
    " guerrilla guerilla gunman hijacker hitman insurgent jihadist jihadi kidnapper killer looter"
    " militant militiaman murderer narcoterrorist paramilitary pirate raider rebel robber saboteur"
    " separatist sniper subversive terrorist thief thug trafficker insurrectionist mercenary"
    " perpetrator rioter arsonist hacker sicario".split()
)
"""People who are called after what they do."""
PEOPLE = DOERS | frozenset(
    "man woman child boy girl person people individual civilian peasant farmer worker laborer"
    " soldier policeman policewoman officer agent guard bodyguard priest nun bishop archbishop"
    " cardinal jesuit missionary clergyman pastor mayor judge magistrate lawyer attorney prosecutor"
    " governor senator congressman congresswoman deputy minister president leader politician"
    " candidate councilman councillor official ambassador diplomat consul attache teacher professor"
    " student pupil rector journalist reporter correspondent photographer cameraman editor doctor"
    " nurse engineer technician businessman industrialist banker merchant trader rancher landowner"
    " cattleman contractor driver passenger pilot sailor fisherman seaman crewman tourist foreigner"
    " citizen national resident villager neighbor refugee migrant settler indian native youth"
    " teenager baby infant adult wife husband son daughter brother sister father mother parent"
    " family relative friend colleague victim hostage prisoner captive inmate activist unionist"
    " member militant sympathizer supporter demonstrator protester marcher striker trooper sergeant"
    " corporal lieutenant captain major colonel general admiral commander serviceman conscript"
    " recruit ranger marine cadet gendarme constable inspector detective marshal sentry watchman"
    " employee executive manager director secretary adviser aide spokesman chief inspector"
    " caretaker maid servant cook gardener janitor escort envoy advisor cleric imam monk pilgrim"
    " worshiper worshipper shopper bystander pedestrian passer-by motorist commuter miner nomad"
    " herder trainee shepherd artist singer writer actor player fan scientist volunteer"
    " paramedic firefighter rescuer ringleader culprit suspect troop personnel patient"
    " professional veteran customs-officer wounded one element male female".split()
)
BODIES = frozenset(
    "army navy police military militia battalion brigade regiment patrol column squad squadron unit"
    " gang cell cartel mafia band group organization organisation movement front party commando"
    " government regime authority junta state force corps guard convoy platoon garrison ministry"
    " embassy union federation association company faction wing command network syndicate"
    " contingent detachment self-defense mob crowd troops forces gendarmerie marines tribunal"
    " committee committees secret service agency administration high-command left right".split()
)
COLLECTIVES = frozenset(
    "group band gang column squad number member cell crowd mob unit contingent bunch trio pair team"
    " detachment commando element dozen hundred thousand scores dozens hundreds thousands platoon"
    " patrol battalion force leader follower supporter remnant militant faction".split()
)
"""Nouns whose people are told behind "of"."""
THINGS = frozenset(
    "airport airline airfield airstrip airplane aircraft plane helicopter jet airliner bus minibus"
    " truck car vehicle van jeep taxi motorcycle train railroad railway locomotive tanker ship boat"
    " vessel ferry trailer ambulance automobile pickup bicycle subway metro building office"
    " headquarters house home residence mansion apartment hotel hostel inn restaurant bar cafe"
    " discotheque nightclub brothel store shop supermarket market mall warehouse depot factory plant"
    " mill mine refinery farm ranch hacienda estate plantation property installation facility"
    " structure premise premises base barracks barrack garrison post outpost checkpoint station"
    " precinct fort fortress camp encampment prison jail penitentiary court courthouse palace"
    " parliament capitol embassy consulate ministry mission chancery church cathedral temple mosque"
    " synagogue chapel convent monastery seminary school university college campus institute library"
    " museum theater theatre cinema stadium hospital clinic bank agency bridge highway road tunnel"
    " street dam pier dock port wharf tower pylon pole post line cable transformer substation"
    " powerplant power electricity pipeline oleoduct aqueduct reservoir tank pump well antenna"
    " transmitter radio television newspaper telephone exchange booth monument statue bust plaza"
    " park square kiosk stand table polling ballot poll town village hamlet city settlement"
    " neighborhood district crop field cargo equipment machinery gas-station parking_lot garage"
    " workshop laboratory studio club center centre complex compound hall dormitory shelter kitchen"
    " wall door window gate fence roof room yard tree transportation infrastructure utility"
    " utilities service services generator turbine branch subsidiary dealership pharmacy bakery"
    " grocery delegation shrine cemetery grave archive archives container cistern silo"
    " enterprise corporation company foundation ground food money document weapon cattle".split()
)
PREMISES = frozenset(
    "office headquarters house home residence branch subsidiary building embassy facility"
    " installation premises property vehicle car ministry bank faculty".split()
)
"""Things that are named by whose they are, behind "of"."""
WEAPON_NOUNS = frozenset(
    "bomb car-bomb dynamite explosive explosives grenade mine landmine rocket missile mortar shell"
    " bazooka cannon rifle carbine machinegun machine-gun gun submachinegun submachine-gun pistol"
    " revolver shotgun handgun firearm knife machete axe dagger sword bayonet club stone rock stick"
    " bullet bullets cocktail charge device tnt c-4 anfo gelignite torpedo drone launcher catapult"
    " firebomb petrol gasoline ak-47 m-16 rpg rpg-7 uzi fusil booby-trap trap howitzer projectile"
    " poison acid arrow artillery warhead packet detonator weapon arms arm".split()
)
WEAPONS = re.compile(
    r"\b(?:(?:remote-controlled|home-?made|powerful|high-?power(?:ed)?|time|car|truck|suicide"
    r"|roadside|parcel|letter|pipe|petrol|nail|fire|gas|fragmentation|hand|mortar|incendiary"
    r"|contact)[ -]){0,2}(?:bombs?(?! (?:attack|blast|explosion|threat|disposal|squad|scare))"
    r"|grenades?(?! launcher)|mines(?! and energy)|charges?(?= of dynamite))\b"
    r"|\b(?:dynamite|explosives?)(?: (?:charges?|sticks?|devices?|cartridges?|packs?))?\b"
    r"|\b(?:charges?|sticks?|kilos?|kg|pounds) of (?:dynamite|TNT|explosives?)\b"
    r"|\b(?:sub-?)?machine-? ?guns?\b|\b(?:assault |automatic |hunting )?rifles?\b"
    r"|\b(?:automatic|assault|heavy|light|blunt) weapons?\b|\bfirearms?\b"
    r"|\b(?:pistols?|revolvers?|shotguns?|handguns?|bazookas?|kn(?:ife|ives)|machetes?|axes?"
    r"|daggers?|catapults?|firebombs?|molotov cocktails?|petrol bombs?|land ?mines?|booby-? ?traps?)\b"
    r"|\b(?:grenade|rocket|missile|mortar)[ -]launchers?\b|\brocket-propelled grenades?\b"
    r"|\b(?:ballistic |cruise |anti-tank |anti-aircraft |surface-to-air )?missiles?\b|\brockets?\b"
    r"|\bmortars?\b|\bartillery shells?\b|\bcar bombs?\b|\bTNT\b|\b(?:RPG|AK|AKM?|M|G|FAL|C)-\d+\b"
    r"|\bdrones?\b|\bransomware\b|\bmalware\b|\bwater cannons?\b|\btear gas\b|\bhowitzers?\b",
    re.IGNORECASE,
)
"""What is used as a weapon, the longer name first."""
GROUPS = re.compile(
    r"\b(?:FMLN|ELN|UC-ELN|FARC|EPL|M-19|MRTA|URNG|ERP|FPL|FPMR|FSLN|PKK|ETA|IRA|TTP|LTTE|AQAP|AQIM"
    r"|ISIS|ISIL|ISWAP|JNIM|ADF|FDLR|LRA|M23|RSF|ULFA|NSCN|NPA|MILF|MNLF|BRI|PLO|PFLP|GIA|RUF|UNITA"
    r"|RENAMO|FLQ|RAF|UVF|UDA|INLA|BLA|TPLF|OLA|SPLA|MNDAA|DKBA|KNLA|AUC"
    r"|(?i:shining path|sendero luminoso|t[uú]pac amaru revolutionary movement"
    r"|farabundo mart[ií] (?:national liberation front|front for national liberation)"
    r"|army of national liberation|national liberation army|revolutionary armed forces of colombia"
    r"|manuel rodr[ií]guez patriotic front|popular liberation army|people's liberation army"
    r"|people's revolutionary army|popular liberation forces|people's liberation forces"
    r"|guatemalan national revolutionary unity|the extraditables|medell[ií]n cartel|cali cartel"
    r"|sinaloa cartel|red brigades|red army faction|basque homeland and freedom"
    r"|irish republican army|tamil tigers|liberation tigers of tamil eelam|khmer rouge"
    r"|hezbollah|hizbullah|hizballah|hamas|islamic jihad|taliban|al-qaeda|al-qaida|al qaeda"
    r"|al-shabaab|al-shabab|boko haram|islamic state|lashkar-e-taiba|jaish-e-mohammed|abu sayyaf"
    r"|jemaah islamiyah|new people's army|moro islamic liberation front|haqqani network"
    r"|kurdistan workers' party|ansar allah|houthis?|janjaweed|rapid support forces"
    r"|lord's resistance army|allied democratic forces|balochistan liberation army|contras"
    r"|nationalist republican alliance|death squads?))\b"
)
"""Armed organizations that are known by these names."""


class DeedWords(NamedTuple):
    """Words that tell of a deed, and how."""

    deed: Deed
    form: Form
    pattern: re.Pattern[str]


def _told(deed: Deed, form: Form, words: str) -> DeedWords:
    return DeedWords(deed, form, re.compile(rf"\b(?:{words})(?![\w-])", re.IGNORECASE))


DEEDS = (
    _told(
        "attack",
        "light",
        r"(?:carried out|conducted|staged|perpetrated|committed|launched|mounted|executed|made|waged"
        r"|planned|planned and carried out)"
        r"(?=\s+(?:\S+\s+){0,4}?(?:attacks?|raids?|assaults?|ambush(?:es)?|bombings?|murders?"
        r"|massacres?|killings?|kidnappings?|abductions?|robbery|sabotage|crimes?|assassinations?"
        r"|explosions?|incursions?|action)\b)"
        r"|(?:is|are|was|were|be|being) (?:\w+ )?(?:responsible|to blame) for"
        r"|(?:was|were) (?:the )?(?:perpetrators?|authors?|ones who (?:murdered|killed|attacked)"
        r"|the work) of",
    ),
    _told("kill", "died", r"died|was found dead|were found dead|lost (?:his|her|their) li(?:fe|ves)"),
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
    r"\s*,?\s*(?:(?:who|that|which|were|was|are|is|has|have|had|been|allegedly|reportedly|presumably"
    r"|today|yesterday|later|now|also|formally)\s+)*"
    r"(?:suspected of|accused of|charged with|(?:is|are|was|were) believed to have|sought for"
    r"|wanted for|(?:arrested|detained|captured|held|convicted|sentenced|indicted|jailed)"
    r"(?: (?:in connection with|for|over|of|as suspects?))|confessed)\b",
    re.IGNORECASE,
)
"""What follows those who are held to have done a deed."""
CLAIMED = re.compile(
    r"\s*(?:,[^,;]{0,80},)?\s*(?:today |yesterday |later |also |has |have |had )*"
    r"(?:claim(?:ed|s|ing)?|took|taken|accept(?:ed|s)|assum(?:ed|es)|acknowledged|admitted)\s+"
    r"(?:\w+ ){0,2}?(?:responsibility|credit|authorship|(?:to )?having|carrying|killing)",
    re.IGNORECASE,
)
"""What follows a group that claims a deed."""
BLAMED = re.compile(
    r"\b(?:attributed to|blamed on|blames?|blamed|accus(?:ed|es|ing)|responsibility of|charged"
    r"|suspects?|suspected|claimed by|responsibility was taken by|perpetrated by|carried out by|committed by|staged by"
    r"|work of|conducted by|launched by|made by|presumably by|by alleged|by presumed|waged by"
    r"|executed by|planted by|placed by)\s+(?:to |the |an? |that |members of )*\Z",
    re.IGNORECASE,
)
"""What stands before those to whom a deed is laid."""
