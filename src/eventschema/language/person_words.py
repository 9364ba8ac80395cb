"""The words of offices, trades and ranks: what tells a person beside a name.

Compiled from the language of news; all in lower case.
"""

from __future__ import annotations

from functools import lru_cache

from eventschema.language.name_words import table
from eventschema.language.titles import OFFICES, PORTFOLIOS

_TRADES = table(
    """
    abbot academic accountant activist actor actress administrator advocate agent aide airman
    analyst apparatchik applicant archaeologist architect artist assailant assassin assistant
    astronaut athlete attacker attendant auditor auditor-general aunt author baker banker barber
    baron bishop blogger bodyguard bomber boss boy boyfriend bride bridegroom brother builder
    businessman businesswoman butcher cadet campaigner candidate captain captain-general captor
    cardinal caretaker carpenter cashier celebrity chair champion charge chauffeur chef
    chieftain child citizen cleaner clergyman cleric clerk co-chair co-founder coach colleague
    columnist comedian commandant commentator composer comptroller conductor conscript consort
    constable contractor controller convict cook coordinator corporal correspondent councillor
    councilman councilor councilwoman counterpart courier cousin criminal critic customer
    cyclist d'affaires daughter deacon dealer dean defector defendant delegate deputy designer
    despot detainee detective developer dictator diplomat dissident doctor driver economist
    editor educator elder electrician emir emissary employee engineer entrepreneur ex-minister
    ex-president executive expert farmer father fighter filmmaker firefighter fireman fisherman
    footballer founder fugitive gardener gendarme geologist girl girlfriend goalkeeper goldsmith
    granddaughter grandfather grandmother grandson guard guerrilla guide gunman guru handler
    hawker healer heir herder herdsman hijacker historian hitman host hostage housewife hunter
    husband imam informant inmate inspector-general instructor interpreter investigator jeweler
    jeweller jihadist journalist judge justice kidnapper king laborer labourer lady lawyer
    lecturer legislator librarian lieutenant lobbyist logistician machinist magistrate magnate
    maid maker man marine mason master mastermind mechanic mediator medic member mercenary
    merchant messenger midwife migrant militant militiaman miner missionary mogul monarch monk
    monitor
    mother motorcyclist motorist musher musician nationalist navigator neighbor neighbour nephew
    niece novelist nun nurse officeholder officer official oligarch operative operator opponent
    organiser organizer outlaw owner painter paramedic parliamentarian participant partner
    passenger passerby pastor patient patriarch peacekeeper pensioner performer pharmacist
    philanthropist photographer physician pilgrim pilot pirate plaintiff planner player
    plenipotentiary plumber poet policeman policewoman politburo politician pope postman
    postmaster potter preacher predecessor priest prince princess principal prisoner private
    producer professor programmer propagandist proprietor protester provost psychologist
    publisher pupil queen rabbi ranger rapporteur rapporteur-general rebel recruit recruiter
    rector referee refugee registrar relative reporter representative rescuer researcher
    resident retiree rider ringleader robber ruler runner sailor scholar scientist sculptor
    seaman separatist sergeant serviceman servicewoman settler sheikh shepherd sheriff shooter
    shopkeeper singer sister skipper smuggler sniper soldier solicitor son specialist spy
    standard-bearer steward stewardess stockbroker storekeeper strategist strongman student
    successor suitor sultan superintendent supervisor surgeon surveyor survivor suspect swimmer
    tailor tanaiste taoiseach teacher technician teenager tenant terrorist thief tourist trader
    trainee trainer translator traveler traveller trustee tutor tycoon uncle under-secretary
    undersecretary undersecretary-general vendor vet veteran vicar vice-chair vice-minister
    vice-premier vice-president victim villager visitor volunteer waiter waitress warden warlord
    watchman weaver welder whip widow widower wife winner witness woman worker writer youngster
    youth zookeeper
    """
)
ROLES = _TRADES | OFFICES
"""The nouns of offices, trades and relations, in the singular."""
MODIFIERS = PORTFOLIOS | table(
    """
    agricultural agriculture aid airport anglican anti-corruption anti-terrorism arms associate
    bank boat border budget bus business campaign caretaker catholic central centrist
    chargé
    chief-of-staff church city civil clan climate club coalition coast college commanding
    commerce communications communist community company congress conservative counter-terrorism
    counterterrorism county cultural culture current customs cyber democratic deputy-chief
    designate digital diplomatic district drug elected election electoral environment executive
    factory far-left far-right farm federal first fisheries fishing food football gang
    government green guard guerrilla hardline head high honorary hospital house housing human
    humanitarian immigration incoming independent industrial industry information infrastructure
    intelligence international islamic joint junior junta labor labour land late law lead
    leading left-wing legal liberal local logistics long-serving longtime lorry maiden majority
    managing marine maritime media medical migration militant military militia mill mine
    minority mission moderate municipal muslim naval new newly non-resident nuclear oil
    operations opposition orthodox outgoing parliamentary party peace permanent petroleum plant
    policy political populist port power presidential press primary pro-government pro-russian
    pro-western provincial quarter rail railway re-elected rebel reformist refugee regional
    relief republican resident retired revenue right-wing rights royal ruling school science
    second secondary senate senior separatist ship shop socialist space special sport sports
    station supreme tanker tax taxi team technology telecommunications then third three-time top
    tourism town track traditional train trans-national transportation treasury tribal truck
    two-time un under-secretary union university us veteran vice-chief village visiting water
    weapons youth
    """
)
"""What stands before the noun of an office and belongs to it."""
RANK_WORDS = table(
    """
    acp adm admiral air asp brig brigadier capt captain cdr cdre chief cmdr col colonel
    colonel-general colonel-major commander commodore constable corporal cpl cpt csp dcp dig dsp
    ensign field first flight gen general group igp insp inspector lance lieutenant lt maj major
    marshal private rear sergeant sgt sp squadron ssp superintendent supt vice wing
    """
)
"""The words of ranks."""

RANKS = (
    r"(?:first|grand|chief|senior|master|staff|lance|junior|acting)[\s-]+(?=(?:admiral|sergeant"
    r"|corporal|cpl|constable|lieutenant|petty|warrant|private|sgt|inspector|superintendent))"
    r"|(?:chief\s+)?petty\s+officer|(?:chief\s+)?warrant\s+officer"
    r"|(?:rear|vice)\s+adm\.?|(?:brig|maj|lt)\.?\s+gen\.?|private|pte|pvt|lance\s+corporal|corporal|trooper|gunner|airman|seaman|ensign|cadet|constable"
    r"|generalissimo|hauptmann|(?:subedar|havildar|risaldar|regimental)[\s-]+major|havildar|(?:naib[\s-]+)?subedar|naik|sepoy|jawan|rifleman|guardsman|sapper"
    r"|(?-i:DSP|ASP|CSP|ACP|DCP|SSP|SP|DIG|IGP|IG|CDS|COAS|PC|DC|DI|DCI|PO|CPO|Rtd)"
    r"|senior\s+general|general|gen\.|lt\.?|lieutenant|maj\.|sergeant|field\s+marshal|air\s+marshal|admiral|commandant"
)
HONORIFICS = (
    r"(?:chief|mr\.?)\s+justice|madam|madame|mme|señora?|senora?|sr\.|sra\.|do[nñ]a|monsieur|frau|herr|signor|signora"
    r"|haji|hajji|hajjah|alhaji|alhaja|hajia|mullah|maulana|mawlana|ayatollah|grand\s+ayatollah"
    r"|sheikh|shaikh|imam|father|fr\.|sister|brother|rabbi|pastor|bishop|archbishop|cardinal"
    r"|patriarch|swami|acharya|pandit|begum|sayyid|comrade|barrister|advocate|engineer|engr\."
    r"|arch\.|atty\.|chief|oba|emir|nana|togbe|ratu|tan\s+sri|puan\s+sri|tun|toh\s+puan|datin"
    r"|dato['\u2019]?(?:\s+(?:seri|sri|paduka|setia))?|datuk(?:\s+seri)?|seri|paduka|pahlawan|pehin"
    r"|tengku|tunku|teuku|pak|ibu|bapak|daw|king|queen|prince|princess|sultan|emperor|empress"
    r"|crown\s+prince|pope|lord|lady|baroness|baron|viscount|count|countess|duke|duchess"
    r"|bapu|bhai|ji|hon\.?\s?ble"
)
"""Honorifics before a name, in the same way."""
WEAK_ROLES = table(
    """
    broker builder carrier champion contractor dealer developer host keeper leader maker
    neighbor neighbour operator owner partner player power producer publisher rival seller
    trader winner
    """
)
"""Nouns that companies and states have too: "a retailer, the biggest maker of meals"."""
DOUBTFUL_ROLES = table(
    """
    abbot baker barber baron baroness bishop butcher carpenter champion child cook deacon dean
    duke earl father fisher friend guard hunter judge justice khan king lady lord major marshal
    mason master monk noble page partner player pope porter potter power priest prince princess
    private queen sheikh shepherd sheriff singer son sultan taylor usher warden weaver wright
    """
)
"""Nouns that, in upper case, may be names."""
COUNTERPARTS = table(
    """
    colleague colleagues counterpart counterparts homologue
    """
)
"""Who has the office of somebody else."""
_MAKERS = table(
    """
    baker boy breeder broker builder dealer director driver editor engineer farmer fighter girl
    grower hand herder holder keeper leader maker man manager owner person player seller singer
    teacher trader woman worker writer
    """
)
_ENDINGS = tuple(_MAKERS)
_LONGEST_BARE = 6  # letters: what is longer and ends like a role is a compound, "schoolteacher"
_NOT_ROLES = table(
    """
    beforehand caiman firsthand german hand human layman norman oman ottoman roman secondhand
    shaman talisman
    """
)
_WORDS_KEPT = 8192
_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "wives": "wife",
    "thieves": "thief",
    "children": "child",
    "passersby": "passerby",
}


@lru_cache(maxsize=_WORDS_KEPT)
def singular(word: str) -> str:
    """The singular of a role's plural in lower case: "minister", "policeman"; else the word."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("men"):
        return f"{word[:-3]}man"
    for ending, replacement in (("ies", "y"), ("es", ""), ("s", "")):
        stem = word.removesuffix(ending) + replacement
        if word.endswith(ending) and (stem in ROLES or stem.endswith(_ENDINGS)):
            return stem
    return word


@lru_cache(maxsize=_WORDS_KEPT)
def is_role(word: str) -> bool:
    """Whether a word is a person's office, trade or relation, in the singular or the plural."""
    plain = singular(word.casefold())
    if plain in _NOT_ROLES:
        return False
    is_compound = len(plain) > _LONGEST_BARE and plain.endswith(_ENDINGS)
    first, _, last = plain.partition("-")
    return plain in ROLES or is_compound or first in OFFICES or last in ROLES


def is_plural(word: str) -> bool:
    """Whether a role's word is a plural."""
    return is_role(word) and singular(word.casefold()) != word.casefold()


def is_rank(words: str) -> bool:
    """Whether words are a rank and nothing else: "Rear Admiral"."""
    return all(word.casefold().strip(".") in RANK_WORDS for word in words.split())
