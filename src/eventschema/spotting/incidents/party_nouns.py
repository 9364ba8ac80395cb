"""The nouns by which news names people, forces, armed organizations, things and weapons.

They stand in the singular. Compiled from MUC-4's roles and from general knowledge of news; the
armed organizations are those that the press named most from the 1970s on.
"""

from __future__ import annotations

import re
from typing import Literal

from eventschema.language.armed_groups import GROUPS

Sort = Literal["person", "people", "body", "group", "thing", "weapon", "other"]
"""What a noun phrase names: a person by name, people, a force or authority, an armed organization,
a thing that can be attacked, a weapon, anything else."""


def listed(words: str) -> frozenset[str]:
    """The words, as a set."""
    return frozenset(words.split())


DOERS = listed(
    "assailant assassin attacker bandit bomber commando commandoe criminal extremist fighter"
    " gangster guerrilla guerilla gunman hijacker hitman insurgent jihadist jihadi kidnapper"
    " killer looter militant militiaman murderer narcoterrorist paramilitary pirate raider"
    " rebel robber saboteur separatist sniper subversive terrorist thief thug trafficker"
    " insurrectionist mercenary perpetrator rioter arsonist hacker sicario"
)
"""People who are called after what they do."""
PEOPLE = DOERS | listed(
    "man woman child boy girl person people individual civilian peasant farmer worker laborer"
    " soldier policeman policewoman officer agent guard bodyguard priest nun bishop archbishop"
    " cardinal jesuit missionary clergyman pastor mayor judge magistrate lawyer attorney"
    " prosecutor governor senator congressman congresswoman deputy minister president leader"
    " politician candidate councilman councillor official ambassador diplomat consul attache"
    " teacher professor student pupil rector journalist reporter correspondent photographer"
    " cameraman editor doctor nurse engineer technician businessman industrialist banker"
    " merchant trader rancher landowner cattleman contractor driver passenger pilot sailor"
    " fisherman seaman crewman tourist foreigner citizen national resident villager neighbor"
    " refugee migrant settler indian native youth teenager baby infant adult wife husband son"
    " daughter brother sister father mother parent family relative friend colleague victim"
    " hostage prisoner captive inmate activist unionist member militant sympathizer supporter"
    " demonstrator protester marcher striker trooper sergeant corporal lieutenant captain"
    " major colonel general admiral commander serviceman conscript recruit ranger marine cadet"
    " gendarme constable inspector detective marshal sentry watchman employee executive"
    " manager director secretary adviser aide spokesman chief inspector caretaker maid servant"
    " cook gardener janitor escort envoy advisor cleric imam monk pilgrim worshiper worshipper"
    " shopper bystander pedestrian passer-by motorist commuter miner nomad herder trainee"
    " shepherd artist singer writer actor player fan scientist volunteer paramedic firefighter"
    " rescuer ringleader culprit suspect troop personnel patient professional veteran"
    " customs-officer wounded one element male female"
)
BODIES = listed(
    "army navy police military militia battalion brigade regiment patrol column squad"
    " squadron unit gang cell cartel mafia band group organization organisation movement front"
    " party commando government regime authority junta state force corps guard convoy platoon"
    " garrison ministry embassy union federation association company faction wing command"
    " network syndicate contingent detachment self-defense mob crowd troops forces gendarmerie"
    " marines tribunal committee committees secret service agency administration high-command"
    " left right"
)
COLLECTIVES = listed(
    "group band gang column squad number member cell crowd mob unit contingent bunch trio"
    " pair team detachment commando element dozen hundred thousand scores dozens hundreds"
    " thousands platoon patrol battalion force leader follower supporter remnant militant"
    " faction"
)
"""Nouns whose people are told behind "of"."""
THINGS = listed(
    "airport airline airfield airstrip airplane aircraft plane helicopter jet airliner bus"
    " minibus truck car vehicle van jeep taxi motorcycle train railroad railway locomotive"
    " tanker ship boat vessel ferry trailer ambulance automobile pickup bicycle subway metro"
    " building office headquarters house home residence mansion apartment hotel hostel inn"
    " restaurant bar cafe discotheque nightclub brothel store shop supermarket market mall"
    " warehouse depot factory plant mill mine refinery farm ranch hacienda estate plantation"
    " property installation facility structure premise premises base barracks barrack garrison"
    " post outpost checkpoint station precinct fort fortress camp encampment prison jail"
    " penitentiary court courthouse palace parliament capitol embassy consulate ministry"
    " mission chancery church cathedral temple mosque synagogue chapel convent monastery"
    " seminary school university college campus institute library museum theater theatre"
    " cinema stadium hospital clinic bank agency bridge highway road tunnel street dam pier"
    " dock port wharf tower pylon pole post line cable transformer substation powerplant power"
    " electricity pipeline oleoduct aqueduct reservoir tank pump well antenna transmitter"
    " radio television newspaper telephone exchange booth monument statue bust plaza park"
    " square kiosk stand table polling ballot poll town village hamlet city settlement"
    " neighborhood district crop field cargo equipment machinery gas-station parking_lot"
    " garage workshop laboratory studio club center centre complex compound hall dormitory"
    " shelter kitchen wall door window gate fence roof room yard tree transportation"
    " infrastructure utility utilities service services generator turbine branch subsidiary"
    " dealership pharmacy bakery grocery delegation shrine cemetery grave archive archives"
    " container cistern silo enterprise corporation company foundation ground food money"
    " document weapon cattle"
)
PREMISES = listed(
    "office headquarters house home residence branch subsidiary building embassy facility"
    " installation premises property vehicle car ministry bank faculty"
)
"""Things that are named by whose they are, behind "of"."""
AREAS = listed(
    "city town village street avenue neighborhood district area zone road highway capital"
    " settlement hamlet park square plaza center country field ground yard"
)
"""Things that are places rather than targets where a bomb goes off in them."""
VAGUE = listed(
    "group organization people person one individual victim spokesman force service unit"
)
"""Nouns that alone tell of nobody in particular."""
NAMELESS = listed(
    "perpetrator murderer killer assassin criminal culprit attacker kidnapper thief hijacker"
)
"""Doers who are called so after the deed, in sentences on its aftermath too."""
NUMBERS = listed(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty"
    " ninety hundred thousand million dozen dozens hundreds thousands scores first second"
    " third alleged presumed suspected self-styled so-called self-named self-described"
)
"""Numbers, and what doubts a name: a noun phrase goes without them."""
WEAPON_NOUNS = listed(
    "bomb car-bomb dynamite explosive explosives grenade mine landmine rocket missile mortar"
    " shell bazooka cannon rifle carbine machinegun machine-gun gun submachinegun"
    " submachine-gun pistol revolver shotgun handgun firearm knife machete axe dagger sword"
    " bayonet club stone rock stick bullet bullets cocktail charge device tnt c-4 anfo"
    " gelignite torpedo drone launcher catapult firebomb petrol gasoline ak-47 m-16 rpg rpg-7"
    " uzi fusil booby-trap trap howitzer projectile poison acid arrow artillery warhead packet"
    " detonator weapon arms arm"
)
_IRREGULAR = {
    "men": "man",
    "children": "child",
    "buses": "bus",
    "knives": "knife",
    "wives": "wife",
    "thieves": "thief",
}
_ENDINGS = (("ies", "y"), ("ches", "ch"), ("shes", "sh"), ("sses", "ss"))
_SHORTEST = 4
_SORTS: tuple[tuple[frozenset[str], Sort], ...] = (
    (PEOPLE, "people"),
    (WEAPON_NOUNS, "weapon"),
    (BODIES, "body"),
    (THINGS, "thing"),
)


def singular(noun: str) -> str:
    """The noun in lower case and the singular, by rule: "buses" is "bus", "women" is "woman"."""
    noun = noun.casefold()
    for plural, one in _IRREGULAR.items():
        if noun.endswith(plural):
            return noun.removesuffix(plural) + one
    for ending, one in _ENDINGS:
        if noun.endswith(ending) and len(noun) > len(ending):
            return noun.removesuffix(ending) + one
    is_plural = noun.endswith("s") and not noun.endswith("ss") and len(noun) >= _SHORTEST
    return noun[:-1] if is_plural else noun


def head(words: str) -> str:
    """The last word of a noun phrase, in the singular."""
    return singular(words.rsplit(maxsplit=1)[-1].strip("\"'\u201c\u201d\u2019"))


def sort_of(words: str) -> Sort:
    """What a noun phrase names, by a known name at its end, else by its last word."""
    last = words.rsplit(maxsplit=1)[-1].strip("\"'\u201c\u201d\u2019")
    known = [found.end() for found in GROUPS.finditer(words)]
    if known and known[-1] == len(words):
        return "group"
    forms = {last.casefold(), singular(last), singular(last.rpartition("-")[2])}
    for nouns, sort in _SORTS:
        if forms & nouns:
            return sort
    return "group" if _ACRONYM.fullmatch(last) else "other"


_ACRONYM = re.compile(r"[A-Z]{3,}")
