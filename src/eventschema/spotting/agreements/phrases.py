"""The words by which news names agreements.

Compiled from the schema's `Instrument` and the usage of wire copy, read-outs and local papers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from eventschema.language.sought import Sought
from eventschema.vocabularies import Instrument


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


HEADS: Mapping[str, Instrument] = {
    "memorandum of understanding": "memorandum",
    "memorandum of intent": "memorandum",
    "memorandum of cooperation": "memorandum",
    "memorandum of agreement": "memorandum",
    "memorandum": "memorandum",
    "mou": "memorandum",
    "letters of intent": "other",
    "letter of intent": "other",
    "cessation of hostilities": "ceasefire",
    "suspension of hostilities": "ceasefire",
    "silence of arms": "ceasefire",
    "humanitarian pause": "ceasefire",
    "treaty": "treaty",
    "pact": "agreement",
    "accords": "agreement",
    "accord": "agreement",
    "agreement": "agreement",
    "protocol": "protocol",
    "convention": "treaty",
    "cease-fire": "ceasefire",
    "ceasefire": "ceasefire",
    "truce": "ceasefire",
    "armistice": "ceasefire",
    "understanding": "agreement",
    "arrangement": "agreement",
    "declaration": "joint_statement",
    "charter": "treaty",
    "compact": "agreement",
    "covenant": "treaty",
    "partnership": "partnership",
    "deal": "agreement",
    "hotline": "other",
}
"""The noun of the instrument, and what the schema calls it; the longer ones first."""

HEAD = Sought(
    rf"(?<![\w-])(?:{'|'.join(re.escape(head) for head in HEADS)})(?![\w-])", re.IGNORECASE
)

PLURAL = re.compile(
    r"\b(?:treaties|pacts|accords|agreements|protocols|memoranda|conventions|deals|truces"
    r"|ceasefires"
    r"|arrangements)\b",
    re.IGNORECASE,
)
"""Several of them, which are no record."""
CEASEFIRES = frozenset(
    {head for head, instrument in HEADS.items() if instrument == "ceasefire"}
    | _words("hostilities hostilitie ceasefire cease-fire truce armistice")
)
"""Among the words of a name, what makes it a ceasefire's."""
CEASING = _words("cessation suspension end")
"""What "of hostilities" follows."""
ANY_TEXT = _words(
    "agreement accord pact deal text document memorandum protocol treaty understanding arrangement"
)
"""Nouns that take up an agreement by any other name: "the accord" of a treaty."""

WEAK = _words("understanding arrangement declaration charter compact covenant partnership")
"""Nouns that name an instrument only beside a topic or in a proper name."""

COMPOUND = re.compile(
    r"[ -](?:talks?|negotiat\w+|violations?|breach\w*|lines?|monitors?|monitoring|officers?|chief"
    r"|proposals?|efforts?|signing|department|system|plan|law|committee|division|ally|allies"
    r"|partners?|flights?|makers?|breakers?|obligations?|commitments?|bid|hopes)\b"
)
"""What makes the noun a mere part of another one: "ceasefire talks", "treaty ally"."""

GENERIC = _words(
    "new first second third last latest similar another such other further general formal final"
    " broad broader joint bilateral multilateral trilateral international verbal written separate"
    " same proposed draft landmark historic existing current so-called eventual possible future"
    " key major long-awaited long-standing previous earlier original initial recent potential"
    " envisaged planned expected actual own said whole entire best good bad tentative preliminary"
    " old real modest big legal binding signed fresh more important comprehensive proper"
)
"""Modifiers that single out no agreement."""
SHED = _words(
    "new proposed draft landmark historic existing current so-called eventual possible future key"
    " major long-awaited long-standing previous earlier original recent potential envisaged planned"
    " expected actual said whole entire latest first second third last same other further another"
    " such old tentative fresh signed sealed"
)
"""Modifiers that are left off the front of a name."""
NOT_OURS = re.compile(
    r"\b(?:gentlem[ae]n['\u2019]?s?|plea|user|licen[cs]e|rental|tenancy|prenuptial|non-disclosure"
    r"|confidentiality|bargaining|wage|pay|labou?r|data|book|film|record|transfer|sponsorship"
    r"|broadcast|tv|kit|takeover|merger|buyout|great|good|raw|health|safety|medical|clinical"
    r"|testing|sanitary|internet|network|diplomatic|party|annual|national|democratic|republican"
    r"|constitutional|palace|court|royal|amiri|emiri|business|public-private|un|living|seating"
    r"|flower|mutual|common|clear|better|deeper|full|price|price war|bread|supermarket)"
    r"\s+(?:agreement|deal|protocol|convention|partnership|understanding|charter|arrangement"
    r"|ceasefire|truce|armistice)$",
    re.IGNORECASE,
)
"""Agreements that are none between states, and figures of speech."""
WORLD_LAW = re.compile(
    r"\b(?:UN|United Nations|UNESCO) (?:Charter|Convention)|Charter of the United Nations"
    r"|(?:Geneva|Vienna|Hague|Genocide|Refugee) Conventions?|Law of the Sea"
    r"|(?:Paris|Schengen) (?:Climate )?Agreement|(?:Kyoto|Montreal) Protocol"
    r"|\bNPT\b|\bCTBT\b|Non-?Proliferation Treaty",
    re.IGNORECASE,
)
"""Law that binds nearly all: only what a state does about it is news."""
CEREMONY = re.compile(
    r"\b(?:chief|head|director|director[ -]general|master|office|department|dean|officer|service"
    r"|secretary|chamberlain) (?:of|for) (?:the )?(?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
"""What stands before the protocol that seats the guests."""
INFORMAL = re.compile(r"\bgentlem[ae]n['\u2019]?s?['\u2019]?\s+$", re.IGNORECASE)
ACRONYMS = _words(
    "ACSA GSOMIA SOFA LEMOA COMCASA BECA NPT CTBT JCPOA USMCA RCEP CPTPP EDCA RAA VFA CEPA AUKUS"
    " NAFTA TPNW"
)
"""Agreements that are often called by their acronym alone."""

NO_MODIFIER = _words(
    "a an the this that these those its their his her our your my of on in at to for from by with"
    " under over between among against into after before since until till during about as than"
    " and or but nor if when while whether which who whom whose that what where is are was were"
    " be been being has have had do does did will would shall should may might can could must not"
    " no any every each all both some several many most few two three four five six ten dozen"
    " sign signs signed signing ink inks inked inking ratify ratifies ratified ratifying seal"
    " seals sealed reach reaches reached strike strikes struck conclude concludes concluded"
    " initial initials initialled initialed suspend suspends suspended freeze freezes froze"
    " terminate terminates terminated reject rejects rejected propose proposes proposed discuss"
    " discusses discussed negotiate negotiates negotiated negotiating finalise finalize"
    " finalised finalized announce announces announced call calls called break breaks broke broken"
    " violate violates violated violating breach extend extends extended renew renews renewed"
    " implement implemented approve approves approved adopt adopts adopted agree"
    " agrees agreed make makes made give gives gave get gets got take takes took need needs"
    " needed want wants wanted seek seeks sought said says say include includes including"
    " welcomed welcome hailed hail follow following followed named dubbed known via per"
    " despite without within upon only also still just then there here now it they he she we you"
    " i us them him me operationalised operationalized scrap scraps scrapped quit quits leave"
    " leaves left join joins joined enter entered hold holds held set up establish establishes"
    " established edge closer nears near eye eyes mull mulls observe respect honour honor back"
    " backs clinch clinches clinched broker brokers brokered draft drafts abrogated denounced"
    " according accord push pushes offer offers offered accept accepts accepted want share shares"
    " upgrade upgraded elevate elevated supports supported through"
    " amid around so how why because though although unless once through nobody everyone"
    " exchange exchanges exchanged disown disowns disowned ditch ditches ditched dump dumps dumped"
    " axe axes axed bury buries"
    " abandon abandons abandoned renounce renounces renounced blocks blocked oppose opposes"
    " opposed exits exited debates debated reviewed tests tested"
    " hails hailing slam slams slammed snub snubs snubbed brand brands branded revive revives"
    " revived restore restores restored salvage saves undermine undermines threaten"
    " threatens threatened end ends ended ending begin begins began"
    " towards toward become became remains remain cover covers covered regarding"
    " concerning enough much little less finally recently already again together jointly today"
    " yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday"
)
"""What never stands between an article and the noun of the instrument."""

TOPIC = re.compile(
    r"(?:\s+in\s+principle)?\s+(?:on|of|for|concerning|regarding|governing|covering|regulating"
    r"|establishing|delimiting|banning|relating\s+to|against)\s+"
    r"(?=[\w\u201c\u2018'\"(])"
)
"""How the topic of an agreement is joined to its noun."""
PARTNER = re.compile(
    r"\s+(?:with|between)\s+(?:the\s+)?[A-Z][\w'\u2019-]+(?:\s+(?:and\s+)?[A-Z][\w'\u2019-]+){0,3}"
)
"""The party by which one tells an agreement that has no other name."""
TERM_LENGTH = re.compile(r"\w+-(?:year|month|week|day|hour|point|page|party|way)(?:-\w+)?")
"""A modifier that only tells how long it is."""
BY_PARTNER = _words("treaty pact accord agreement protocol")
AIM = re.compile(
    r"\s+to\s+(?!(?:the|a|an|be|strengthen|deepen|enhance|expand|boost|cooperate|work|continue"
    r"|further|hold|begin|start|seek|discuss|resume|have|do|make|take|set|meet|talk|which|date"
    r"|sign|develop|promote|improve|increase)\b)(?=[a-z])"
)
"""How its aim is, unless it is but a promise."""
AIMED = re.compile(r"\b(?:agreement|accord|pact|deal)$", re.IGNORECASE)

NO_TOPIC = _words(
    "which that who whom whose where whereby under between with by from since until till after"
    " before during when while as but or than is are was were be been being has have had will would"
    " shall should may might can could must not signed agreed reached concluded initialled"
    " initialed inked struck sealed negotiated brokered adopted ratified proposed drafted finalised"
    " finalized suspended terminated due pending said says told into in at to so if because"
    " although though including also last next this today yesterday tomorrow early late"
    " monday tuesday wednesday thursday friday saturday sunday january february march april june"
    " july august september october november december dating valid he she it they we expires"
    " expired runs ran entered enters took takes covers provides obliges remains continues came"
    " comes gave collapsed lapsed ceased began fell ended held however despite amid following"
    " sidelines margins fringes occasion allowing providing giving requiring involving aimed"
    " designed meant"
)
"""What ends the topic of an agreement."""
IN_TOPIC = re.compile(
    r"in\s+(?:the\s+(?:[Ff]ields?|[Aa]reas?|[Ss]pheres?|[Dd]omains?)\s+of\b|(?!the\b|a\b|an\b"
    r"|his\b|her\b|its\b"
    r"|their\b|principle|return|exchange|response|place|force|front|line|accord|early|late|mid"
    r"|which|order|turn)[a-z]{4,})"
)
"""An "in" that is part of the topic: "cooperation in the field of energy"."""
TERM = re.compile(r"for\s+(?:the\s+(?:period|next|first|coming)|an?\b|\d|(?:two|three|five|ten)\b)")
"""How long it runs, which is no part of its topic."""
TITLE_SMALL = _words("of the and for on in a an against or to its their de du la")
"""Words that are small even in a title."""

PARTNERSHIP = re.compile(r"\b(?:strategic|global|comprehensive|special|security)\b", re.IGNORECASE)
CALLED_FOR = re.compile(
    r"\b(?:call(?:s|ed|ing)?|appeal(?:s|ed)?|press(?:es|ed|ing)?|plea|demand(?:s|ed)?|urg\w+"
    r"|hopes?|pray(?:s|ed)?|need|case)\s+(?:\w+\s+){0,4}?(?:for|to)\s+(?:\w+\s+){0,4}?$"
    r"|\b(?:demand\w*|urg\w+|refus\w+|without|no|any|every|each|want(?:s|ed)?|observe|respect)"
    r"\s+(?:\w+\s+){0,2}?$",
    re.IGNORECASE,
)
"""What stands before a ceasefire that is only wished for."""
DAYS = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june"
    " july august september october november december"
)
"""Large words that are no part of a title."""
SUBJECTS = _words(
    "Defence Defense Education Science Culture Health Energy Trade Security Criminal Civil Customs"
    " Agriculture Transport Tourism Matters Space Nuclear Fisheries Research Technology Military"
)
"""What may follow "in" in a title: "Cooperation in Health"."""
TEXT = Sought(r"\bthe (?P<noun>text|document)\b(?! of\b)")
"""The agreement, called by what it is written as."""
IT = re.compile(
    r"\W*+(?:\d\.\W*+)?(?P<it>It)\s(?!(?:is|was|has been) \w+ (?:\w+ )?that\b|is (?:learnt"
    r"|understood|said|reported|believed|hoped|the)\b"
    r"|was (?:wrong|noted|the)\b)"
)
"""A pronoun that opens a sentence and stands for something."""
OBJECT_IT = Sought(
    r"\b(?:sign|signed|signing|ratify|ratified|ratifying|initial|initial?led|approve|approved"
    r"|endorse"
    r"|endorsed|reject|rejected|rejecting|accept|accepted|suspend|suspended|suspending|scrap"
    r"|scrapped"
    r"|scrapping|denounce|denounced|terminate|terminated|cancel|cancell?ed|renew|renewed|renewing"
    r"|extend|extended|extending|conclude|concluded|revoke|revoked|repudiate|repudiated|veto|vetoed"
    r"|finali[sz]e|finali[sz]ed|abrogate|abrogated|abandon|abandoned|froze|freeze|implement"
    r"|(?:put|take|took|pulled|withdrew|withdraw|bring|brought)(?: out of| from)?)"
    r"\s+(?P<it>it)\b(?!s|['\u2019])"
)
"""A pronoun that is what one signs or scraps."""
CHANGES = re.compile(
    r"\s+(?:extending|amending|renewing|replacing|supplementing|prolonging|updating|implementing)\s"
)
"""What tells an instrument by the older one that it is about."""
DEFINITE = re.compile(
    r"\b(?:the|this|that|its|their|both)\s+(?:same\s+|said\s+|new\s+)?$", re.IGNORECASE
)
AFRESH = re.compile(
    r"\b(?:(?P<other>an (?:earlier|older)|a (?:previous|prior|second|third|similar|separate"
    r"|further)"
    r"|another|(?:last|previous) (?:month|year|week)['\u2019]s)|an?)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
"""What brings in an agreement as if for the first time, or as another one than before."""
TAKEN_UP = _words("mou convention") | {head for head in HEADS if head.startswith("memorandum")}
TELLING = TAKEN_UP - {"memorandum", "convention"} | {"letter of intent", "hotline"}
"""Nouns that say enough without a topic, unless they take up another name."""
ONLY_PROPER = _words("declaration charter compact covenant convention")
"""Nouns that in lower case mostly mean something else."""
