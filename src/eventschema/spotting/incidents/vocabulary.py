"""The words of which the phrases for incidents are made, and what such a phrase stands for."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from eventschema.language.sought import Sought
from eventschema.vocabularies import IncidentCategory

Kind = Literal["act", "name"]

VESSEL = (
    r"(?:ships?|vessels?|boats?|ferry|ferries|tankers?|frigates?|trawlers?|tugs?|cutters?"
    r"|corvettes?|mother ?ships?"
    r"|freighters?|carriers?|yachts?|dhows?|skiffs?|barges?|patrol boats?|coast ?guards?|canoes?"
    r"|warships?|destroyers?|submarines?|dingh(?:y|ies)|outriggers?|fishermen|fisherman"
    r"|merchantm[ae]n"
    r"|feeders?|minehunters?|catamarans?|launches|trimarans?|schooners?|coasters?|naval auxiliary)"
)
AIRCRAFT = (
    r"(?:helicopters?|choppers?|gunships?|aeroplanes?|airplanes?|planes?|aircraft|airliners?|jets?"
    r"|gliders?|warplanes?|biplanes?|turboprops?|Cessnas?|Airbus|Boeing|Antonov|F-\d+"
    r"|MiG-\d+|Su-\d+|NH-?90|Mi-\d+|C-130|drones?|UAVs?)"
)
VEHICLE = (
    r"(?:cars?|lorry|lorries|trucks?|bus(?:es)?|coach(?:es)?|vans?|mini-?bus(?:es)?|pick-?ups?"
    r"|taxis?"
    r"|motorcycles?|motorbikes?|trains?|trams?|tractors?|jeeps?|vehicles?|fire engines?|ambulances?"
    r"|convoys?|tankers?|matatus?|rickshaws?|trailers?|locomotives?|cable cars?)"
)
PROTESTERS = (
    r"(?:protest\w*|demonstrat\w*|crowds?|mobs?|supporters|fans|students|strikers|marchers|rioters"
    r"|residents|youths?|looters|hooligans|tear ?gas|stones|pickets?|inmates|prisoners|activists"
    r"|villagers|settlers|hawkers)"
)
DOERS = (
    r"(?:gunm[ae]n|rebels?|insurgents?|militants?|jihadists?|terrorists?|guerrillas?|fighters"
    r"|bandits|raiders|attackers|assailants|armed men|militiamen|rustlers|pirates|extremists)"
)
PEOPLE = (
    r"(?:people|persons?|men|man|wom[ae]n|boys?|girls?|child(?:ren)?|civilians?|villagers?"
    r"|soldiers?"
    r"|police\w*|officers?|guards?|workers?|passengers?|students?|pupils?|tourists?|drivers?"
    r"|traders?|farmers?|fishermen|sailors?|crew\w*|others?|rangers?|patients?|journalists?)"
)
OFFICIAL = (
    r"(?:ambassador|envoy|consul|minister|president|judge|prosecutor|mayor|governor|senator"
    r"|lawmaker"
    r"|deputy|congressm[ae]n|candidate|party leader|attorney general|police chief|army chief)"
)
UP_TO_4 = r"(?:[\w'\u2019-]+\s+){0,4}"
UP_TO_6 = r"(?:[\w'\u2019.-]+\s+){0,6}"
OF = r"(?:,?\s+(?:[\w'\u2019.-]+,?\s+){0,9}?of)"
"""The "of" behind a noun, and what may come before it: "the killing three days earlier of X"."""
BOMB = (
    r"(?:bombs?|bomblets?|explosive(?: devices?| charges?|s)?|grenades?|hand grenades?"
    r"|I\.?E\.?D\.?s?"
    r"|charges?|device|booby.?traps?|(?:land)?mines?|dynamite|car packed with explosives|shrapnel"
    r"|parcel bombs?|booby-trapped \w+)"
)
WEAPON = (
    r"(?:missiles?|rockets?|torpedo(?:es)?|warheads?|weapons? system|missile system|projectiles?"
    r"|interceptors?|rocket engine|hypersonic\s+\w+|cruise\s+\w+|ICBM|SLBM|glide vehicle|artillery"
    r"\s+rounds|rocket launchers?)"
)
SHELL = r"(?:missiles?|rockets?|shells?|mortars?|mortar (?:bombs?|rounds?|shells?)|artillery)"
DRONE = (
    r"(?:drones?|UAVs?|UAS|quadcopters?|(?:unmanned|uncrewed|pilotless) (?:aerial|aircraft|air)"
    r"(?: \w+)?|loitering munitions?)"
)
HIT = (
    r"(?:hits?|struck|strikes?|landed|lands|fell|slammed|rained|pounded|kills?|killed|smashed"
    r"|ripped|damaged|wounded|wounds|injured|wounding|destroyed"
    r"|crashed into|tore|exploded|killing|hitting|striking|targeted|attack(?:ed|s)?)"
)


class Trigger(NamedTuple):
    """Words that report or name an incident of a category."""

    category: IncidentCategory
    kind: Kind
    pattern: Sought


def trigger(category: IncidentCategory, kind: Kind, words: str) -> Trigger:
    """The trigger that the words, a regular expression without regard to case, make."""
    return Trigger(category, kind, Sought(rf"\b(?:{words})(?!\w)", re.IGNORECASE))
