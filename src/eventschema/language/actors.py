"""What kind of participant words name: a person, a state, a ministry, an army, a crowd, a ship."""

from __future__ import annotations

import re

from eventschema.language import countries, names
from eventschema.language.armed_groups import GROUPS
from eventschema.vocabularies import ParticipantKind

_NOUNS: dict[ParticipantKind, str] = {
    "armed_group": (
        "gunm[ae]n|militants?|rebels?|insurgents?|jihadists?|terrorists?|fighters?|militias?"
        "|guerrillas?|separatists?|bandits?|pirates?|attackers?|assailants?|hijackers?"
        "|kidnappers?|robbers?|extremists?|liberation (?:front|army|movement)|cartels?|gangs?"
        "|mutineers?|dissidents|paramilitar(?:y|ies)|vigilantes?|smugglers|traffickers|poachers"
        "|mercenaries|islamists?|mujahid\\w+|maoists?|resistance (?:front|army|movement)"
        "|(?:an?sar|jaish|jaysh|lashkar|harakat|hizb|katibat|kata['\u2019]?ib|liwa|saraya"
        "|tehr\\w+)[ -]\\w+"
        "|al[ -]?shabaab|al[ -]?q(?:ae|a['\u2019]?i)da|al[ -]?nusra|boko haram|islamic state"
        "|hamas|taliban"
        "|he[sz]bollah|hizbullah|houthis?|janjaweed"
    ),
    "armed_force": (
        "arm(?:y|ies)|nav(?:y|ies)|air forces?|armed forces|forces?|marines?|coast ?guards?"
        "|troops|troopers?"
        "|soldiers?|militar(?:y|ies)|brigades?|regiments?|battalions?|fleets?|flotilla|squadrons?"
        "|paratroopers?"
        "|general staff|border guards?|gendarmerie|command|commandos?|airm[ae]n"
        "|service(?:wo)?m[ae]n"
        "|service members?|(?:military|naval|army|navy|air force|defen[cs]e) personnel"
        "|naval infantry"
        "|air defen[cs]es?|reservists?|conscripts?|recruits|peacekeepers?|blue helmets|contingents?"
        "|garrison|platoon|infantry|artillery|cadets?|bundeswehr|pla|idf"
    ),
    "government_body": (
        "ministr(?:y|ies)|governments?|cabinet|parliament|congress|senate|police(?:m[ae]n)?"
        "|embass(?:y|ies)|presidency"
        "|council of ministers|court|prosecutors?|authorit(?:y|ies)|department|agency|council"
        "|intelligence service|commission|delegation"
    ),
    "organization": (
        "union|united nations|nato|league|organi[sz]ation|company|bank|airlines?|airways|port"
        "|corporation|committee|federation|association|movement|party|foundation|institute"
        "|group|alliance|front|community|university|red cross|red crescent|un|eu|asean"
    ),
    "population": (
        "people|persons?|civilians?|residents?|villagers?|passengers?|protesters?|demonstrators?"
        "|workers?|students?|children|women|men|customers?|families|sailors?|migrants?|refugees?"
        "|crowds?|supporters?|guests?|pilgrims?|tourists?|miners?|crew|employees|staff|farmers?"
        "|traders?|fishermen|drivers?|victims?|guards?|boys?|girls?|pupils?|patients?"
    ),
}
_FACILITIES = (
    "ships?|vessels?|boats?|warships?|gunboats?|frigates?|corvettes?|destroyers?|submarines?"
    "|tankers?|ferry"
    "|ferries|trawlers?|freighters?|freighter|carriers?|dhows?|skiffs?|yachts?|tugs?|tugboats?"
    "|barges?|cutters?"
    "|minehunters?|minesweepers?|launch|launches|canoes?|aircraft|airplanes?|planes?|jets?"
    "|helicopters?"
    "|drones?|uavs?|airliners?|gliders?|balloons?|vehicles?|cars?|buses|bus|trucks?|lorry|lorries"
    "|trains?"
    "|vans?|tanks?|convoys?|motorcycles?|motorbikes?|pickups?|taxis?|trams?|ambulances?"
    "|minibus(?:es)?"
    "|buildings?|houses?|homes?|apartments?|offices?|hotels?|shops?|supermarkets?|malls?"
    "|restaurants?"
    "|markets?|schools?|hospitals?|clinics?|mosques?|church|churches|temples?|cathedrals?|monastery"
    "|synagogues?|warehouses?|depots?|factory|factories|plants?|refinery|refineries|mines?"
    "|stations?"
    "|substations?|power (?:plants?|lines?|grid)|pipelines?|cables?|dams?|bridges?|tunnels?"
    "|railways?"
    "|roads?|runways?|airports?|airfields?|air ?bases?|bases?|barracks|outposts?|checkpoints?"
    "|camps?|posts?"
    "|bunkers?|silos?|radars?|batter(?:y|ies)|platforms?|rigs?|terminals?|ports?|harbou?rs?"
    "|piers?|stadiums?"
    "|museums?|monuments?|statues?|prisons?|jails?|courthouses?|headquarters|facility|facilities"
    "|installations?|infrastructure|servers?|networks?|websites?|satellites?|towers?|antennas?"
    "|containers?"
    "|farms?|fields?|granary|granaries|dormitory|dormitories|kindergartens?|cafes?|bars?"
    "|nightclubs?"
)
_FACILITY = re.compile(rf"(?:\A|[\s-])(?:{_FACILITIES})\Z")
_FACILITY_NAMED = re.compile(
    r"\b(?:Base|Airbase|Airport|Airfield|Barracks|Hospital|Hotel|Refinery|Pipeline|Bridge|Prison|Station"
    r"|Shipyard|Stadium|Depot|Terminal|Checkpoint|Mosque|Cathedral|School|Supermarket|Clinic|Plant)\Z"
)
_SHIP = re.compile(
    r"(?:the\s+)?(?:HM[A-Z]{0,2}S|USS|INS|[MF]/?[VTS]|SS|BRP|TCG|KRI)\s+[A-Z]"
    r"|(?:[\w-]+\s+){0,4}(?:tanker|frigate|corvette|destroyer|trawler|freighter|ferry|submarine|dhow"
    r"|patrol boat|tug|carrier|cutter|minehunter|bulker|cargo ship|vessel|ship)\s+['\"\u201c]?[A-Z]"
)
_PREPOSITION = re.compile(
    r"\s+(?:of|in|at|on|near|from|for|with|belonging|carrying|off|called|named|that|which|by)\s"
)
_ACRONYM = re.compile(
    r"(?:the\s+)?(?:[A-Z]{2,5}|[A-Z]{2,4}-[A-Z]{1,4}|[A-Z]{1,3}-?\d{1,3})\Z", re.ASCII
)
_HEADS = tuple(
    (kind, re.compile(rf"\b(?:{nouns})\b", re.IGNORECASE)) for kind, nouns in _NOUNS.items()
)


def kind(name: str, *, office: str | None = None) -> ParticipantKind | None:
    """The kind that the words of `name` tell, null where they tell none.

    A function ("Foreign Minister") makes its holder a person; otherwise the name's own nouns
    decide, and a proper name without any such noun is a person's. What ends with a noun for a
    ship, a vehicle or a building is a facility, a word of a few capitals an organization.
    """
    if GROUPS.fullmatch(name):
        return "armed_group"
    if countries.is_country(name):
        return "country"
    if office is None or names.is_placeholder(office):
        return _by_nouns(name) or ("person" if names.is_name(name) else None)
    return "person" if names.is_name(name) else None


def _by_nouns(name: str) -> ParticipantKind | None:
    if _is_facility(name):
        return "facility"
    for found, nouns in _HEADS:
        if nouns.search(name):
            return found
    return "organization" if _ACRONYM.match(name) else None


def _is_facility(name: str) -> bool:
    """By its noun, in lower case where people have it as a surname as well."""
    head = _PREPOSITION.split(name, maxsplit=1)[0]
    return bool(_FACILITY.search(head) or _FACILITY_NAMED.search(head) or _SHIP.match(name))
