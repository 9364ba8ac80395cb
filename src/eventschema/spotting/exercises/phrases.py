"""How news names exercises: what stands before, in and behind their names."""

from __future__ import annotations

import re

from eventschema.language.sought import Sought

UPPER = r"[^\W\d_a-z\u00df-\u00f6\u00f8-\u00ff]"
"""A capital letter, or one of a script without case. The lower-case letters beyond Latin-1 pass as
well: no English word begins with one."""

NOUN = r"(?:exercises?|drills?|war[\s-]?gam(?:es?|ing)|man(?:oe|e|\u0153)uv(?:re|er)s?)"
"""What named exercises are called."""

_ADJECTIVES = (
    "naval|military|maritime|joint|air|aerial|field|land|ground|army|navy|bilateral|trilateral"
    "|quadrilateral|multilateral|multinational|multi-national|multi-domain|international|regional"
    "|annual|biennial|biannual|combined|live[-\\s]fire|amphibious|command[-\\s]post|table-?top|cyber"
    "|training|field[-\\s]training|counter-?terror(?:ism|ist)?|anti-?terror(?:ism|ist)?|airborne"
    "|anti-submarine|anti-piracy|mine|countermeasures?|counter-?measures|war|warfare|defen[cs]e"
    "|sea|large-scale|major|massive|full-scale|strategic|nuclear|missile|air-defen[cs]e|special"
    "|forces|peacekeeping|disaster|relief|humanitarian|assistance|search|and|rescue|parachute"
    "|security|interoperability|tri-service|tri-services|coast\\s?guard|computer-simulated|simulated"
    "|winter|arctic|jungle|desert|mountain|week-?long|month-?long|[\\w-]+-(?:day|week|month)(?:-long)?"
    "|alliance|planned|forthcoming|upcoming|ongoing|recent|current|latest|flagship|naval-air|snap"
    "|military-technical|bi-annual|defensive|mobilization|mobilisation|readiness|yearly|traditional"
)
ADJECTIVES = rf"(?:(?:{_ADJECTIVES})\s+){{0,5}}"
"""What stands between a name and its noun: "the Iron Crane combined air exercise"."""

_WORD = rf"{UPPER}[\w]*(?:['\u2019](?!s\b)\w+)*(?:-\w+)*"
_LINK = r"\s+(?:(?:of|the|in|de|del|da|do|dos|la|el|al|e|y|i|ve|und|an|on)\s+){0,2}"
_EDITION = (
    r"(?:[\s-]+(?:\d{1,4}(?:[./-]\d{1,4})?[A-Z]?(?![\w%,.]\d|\w)|[IVX]{1,5}\b)"
    r"|\s+[\u2019']\d{2}\b)"
)
NAME = rf"{_WORD}(?:{_LINK}{_WORD}){{0,4}}?"
EDITION = re.compile(rf"{_EDITION}{{1,2}}\Z")
"""What closes the name of one edition: "3", "2025", "6/2025", "IV"."""

LONG_NAME = re.compile(rf"{_WORD}(?:{_LINK}{_WORD}){{0,4}}{_EDITION}{{0,2}}")
"""A run of capitalized words, and the number of the edition behind it."""

_BRACKETS = r"(?:\s*\([^()]{1,40}\))?"
_QUOTE = r"['\"\u2018\u201c\u201d\u2019]?"
_CALLED = (
    r"(?:,?\s+(?:called|dubbed|code-?\s?named|named|known\s+as|titled|entitled|nicknamed"
    r"|designated|christened|such\s+as|like|including|namely|under\s+the\s+(?:code\s*)?name(?:\s+of)?|under\s+the\s+codename)"
    r"|:|,|\s[\u2013\u2014-])?"
)
_DUBBED = r"(?:called|dubbed|code-?\s?named|named|known\s+as|titled|entitled|nicknamed)"
BEHIND_NOUN = Sought(
    rf"(?:\b[Ee]xercise|\bEXERCISE|\bEx\.?|\b(?i:{NOUN}){_CALLED}"
    rf"|\b(?i:{NOUN}|training|simulations?|war-?gaming|rehearsals?|trials)(?:\s+[\w-]+){{0,8}}?,?\s+{_DUBBED})\s+(?:the\s+)?(?={_QUOTE}{UPPER}){_QUOTE}"
)
"""What stands before a name: "Exercise", "the naval exercise", "drills dubbed"."""

AFTER_NOUN = Sought(
    rf"\b{NOUN}(?:\s+(?:of|this|in|for|since|on|the|a|its|their|[a-z]{{3,}})){{1,6}}?,\s+{_QUOTE}(?={UPPER})"
)
"""What stands before a name between commas: "its main exercise of the autumn, "."""

_ENDS = r"\s*(?:[,.;)]|\Z)"
ENDS_APPOSITION = re.compile(rf"{_QUOTE}{_ENDS}")
"""What stands behind such a name."""

OF_OWN = Sought(
    rf"\b(?:one|{NOUN})\s+of\s+(?:its|their|his|her)\s+own\s*[,:\u2013\u2014-]\s+{_QUOTE}(?={UPPER})"
)
"""What stands before a name of a second exercise: "began one of its own, "."""

EDITION_OF = Sought(
    r"\b(?:edition|iteration|round|running|instal?lment|phase|version|part|leg|stage)\s+of\s+(?:the\s+)?"
    r"(?:(?i:exercise)\s+)?(?:(?:[a-z]+(?:-[a-z]+)?)\s+){0,2}"
    rf"{_QUOTE}(?={UPPER})"
)
"""What stands before a name: "the ninth edition of"."""

BEFORE_NOUN = re.compile(
    rf"{_QUOTE}(?:\s*\([A-Z\d ]+\))?\s+{ADJECTIVES}{NOUN}\b"
    r"(?!\s+(?:director|planner|control|area)s?\b)"
)
"""What stands behind a name: "naval exercise"."""

_NO_DESCRIPTION = r"(?:in|at|during|for|after|before|said|who|when|where|which|that)\b"
_DESCRIBED = rf"(?:(?!{_NO_DESCRIPTION})[\w'\u2019-]+\s+){{0,9}}?"
APPOSITION = re.compile(
    rf"{_QUOTE}(?:\s*\([^()]{{1,40}}\))?\s*[,(\u2013\u2014-]\s*(?:an?|the|its|their|one\s+of)\s+"
    rf"{_DESCRIBED}{NOUN}\b(?!\s+(?:director|planner)s?\b)"
)
"""What stands behind a name: ", a bilateral field exercise"."""

OWNED = re.compile(
    rf"{_QUOTE},\s+(?:\w+\s)?\w+['\u2019]s\s+{_DESCRIBED}{NOUN}\b(?!\s+(?:director|planner)s?\b)"
)
"""What stands behind a name that is no town's: ", Africa's biggest military exercise"."""

IS_ONE = re.compile(
    rf"{_QUOTE}{_BRACKETS}\s+(?:is|was|are|were|will\s+be|has\s+been|remains|became)\s+"
    rf"(?:an?|the|one\s+of|its|their)\s+{_DESCRIBED}{NOUN}\b"
)
"""What stands behind a name: "is the largest naval exercise"."""

ALSO = re.compile(
    r"(?:,|\band|,\s*and|\bor|\bplus|\bas\s+well\s+as|\bwhile|\balongside)\s+(?:the\s+|exercises?\s+)?"
    + _QUOTE
    + rf"(?={UPPER})"
)
"""What joins a further name: "X between navies and Y between air forces"."""

BETWEEN = re.compile(
    rf"{_QUOTE}\s+(?:between|with|for|among|involving|by|of)\b|{_QUOTE}\s*(?:[.;,)]|\band\b|\Z)"
)
"""What follows a further name."""

_AROUND_NAMES = (
    "the a an this that these those it its he she they we i in on at of to for from with and or but"
    " as by after before during while when if no not all both some any each every his her their our"
    " monday tuesday wednesday thursday friday saturday sunday january february march april may"
    " june july august september october november december is are was were will has had"
    " exercise exercises drill drills begins starts ends opens kicks"
)
AROUND_NAMES = frozenset(_AROUND_NAMES.split())
"""Words that may stand beside a name in capitals and are no part of it."""

_BEFORE_NAMES = (
    "mr mrs ms dr gen general colonel captain admiral major commander lieutenant president minister"
    " prime secretary ambassador king queen sir director directors operation phase meanwhile"
    " however also photo photos read more watch closing opening ceremony unlike like"
)
BEFORE_NAMES = frozenset(_BEFORE_NAMES.split()) | AROUND_NAMES
"""Words that may stand before a name in capitals and are no part of it."""

_GENERIC = (
    "military naval joint navy army air sea land force forces armed defence defense ministry new"
    " last next first second third final annual latest special spring summer autumn winter field"
    " training cyber bilateral multinational maritime combined live fire live-fire amphibious war"
    " games and for with caution restraint right rights control care power powers discretion option"
    " options vigilance judgment judgement authority"
)
GENERIC = frozenset(_GENERIC.split())
"""Words of which no name consists alone: "Joint Warrior" is one, "Joint Naval" is none."""

BODIES = re.compile(
    r"(?:NATO|PLA|PLAN|EU|UN|AU|ASEAN|SCO|CSTO|ECOWAS|IDF|AUKUS|QUAD|Quad|USA|US|UK|UAE|DPRK|ROK"
    r"|MSDF|JMSDF|SDF|JSDF|ADF|RAF|RAN|USAF|IRGC|FBI|CIA|G7|G20|BRICS|Army|Navy|Forces?|Guards?"
    r"|Corps|Fleet|Command|Ministry|Alliance|Union|Marines|Ocean|Sea|Gulf|Strait|Straits|Peninsula"
    r"|Coast|Islands?|Pacific|Atlantic|Arctic|Baltic|Mediterranean|Caribbean|Asia|Europe|Africa"
    r"|America|Police|Brigade|Division|Battalion|Regiment|Parliament|Congress|Government|Kremlin"
    r"|Pentagon|Province|Region|City|River|Bay|Base|Airport|Port|Cent(?:er|re)|Headquarters|Staff"
    r"|Group|School|Area|Range|Ground)\Z"
)
"""The last word of a name that is a body's or a region's."""

GROUNDS = re.compile(
    r"\b(?:Plains?|Island|Islands|Base|Range|Area|Sea|Bay|Gulf|Hills?|Valley|Mountains?|Desert|Province"
    r"|Region|Beach|Strait|Peninsula|Barracks|Airfield|Lake|River|Forest|Camp|County|District)\Z"
)
"""What closes the name of the ground on which an exercise is held."""

LIKENESS = re.compile(r"-(?:style|like|type|class|led|based|era|run|hosted|backed)\Z")
"""What closes an adjective in capitals: "Pitch Black-style"."""

CONDUCT_OF = Sought(
    r"\b(?:(?:conduct|holding|hosting|staging|completion|conclusion|execution|launch|opening|running"
    r"|start|end|close|ceremony|day|week|phase|stage|part|framework|context|participants|eve)\s+of"
    r"|(?:part|participat\w+|engaged|involved)\s+in|during|ahead\s+of|curtains?(?:,\s[^,]{1,40},)?\s+"
    r"(?:on|for|from)|(?:return\w*|back|home)\s+from|(?:trains?|training|rehears\w+|preparations?|(?:gather|assembl|converg|mass)\w+\b[^.;]{0,60}?"
    r"|prepar\w+|here|deploy\w*|bound|up|left|sailed|arrived|arrive)\s+for|[Jj]oin(?:s|ed|ing)?"
    r"|held|holds?|hosts?|hosted|conduct(?:s|ed)|stag(?:es|ed)|via|under)"
    rf"\s+(?:the\s+)?(?:[\w-]+-led\s+)?{_QUOTE}(?={UPPER})"
)
"""What stands before a name: "the successful conduct of"; an army must be near, and an edition."""

HOLDING = Sought(
    r"\b(?:h[eo]ld|holds|holding|conduct(?:s|ed|ing)?|stag(?:es|ed|ing)|host(?:s|ed|ing)?|conclud(?:e|ed|ing)"
    r"|wrapp?(?:ed|ing)\s+up|kick(?:ed|ing)\s+off|complet(?:ed|ing)|(?:take|takes|took|taking|taken)\s+part\s+in"
    r"|participat(?:e|es|ed|ing)\s+in|conduct\s+of|(?:called|calling)\s+off|cancel\w+|postpon\w+)"
    rf"\s+(?:the\s+|its\s+|their\s+)?(?:(?:annual|biennial|yearly|joint)\s+)?{_QUOTE}(?={UPPER})"
)
"""What stands before a name of more words without a number, where the article speaks of armies and
of exercises: "The marines held"."""

GOES_BEHIND = re.compile(
    rf"{_QUOTE}\s*(?:[.;)]|\Z|,\s+(?:which|held|with|involving|a|an|the|its|their|now|and)\b"
    r"|\s+(?:in|on|at|near|off|with|between|from|for|again|once|last|next|this|every|and|since|until"
    r"|alongside|together|by|as|over|after|before|because|amid|across|around|despite|to|when|under)\b)"
)
"""What follows such a name."""

WHICH = re.compile(
    rf"{_QUOTE}{_BRACKETS},\s+(?:which|held|hosted|conducted|staged|involving|now\s+in)\s+(?:\w+\s+){{0,6}}?"
    r"(?:bring|brought|gather|involv|includ|featur|pit|test|run|ran|beg[aiu]n|start|end|conclud|held|stag"
    r"|conduct|host|see|draw|drew|unit|simulat|rehears|practis|practic|train|week|year|day|annual)\w*\b"
)
"""What follows such a name: ", which brings together"."""

NO_EXERCISE = re.compile(
    r"(?:Operation|War|Task|Camp|Fort|Port|Lake|Mount|HM[A-Z]*S|USS|INS|Battle|World|Project|Resolution"
    r"|State|Independence|Republic|Victory|Armed|Chinese|Cold|First|Second|Third|Special|Black|Red\s+Cross)\b"
    r"(?!\s+\w+\s+(?:Shield|Spear|Sword))"
)
"""How a name opens that is no exercise's, unless something says that it is one."""

HELD = re.compile(
    rf"{_QUOTE}{_BRACKETS},?\s+(?:which\s+)?(?:(?:is|are|was|were|will|has|have|had|to|be|been|being)\s+)*"
    r"(?:held|conducted|hosted|staged|under\s*way|kick(?:s|ed)\s+off|began|begins|starts|started"
    r"|wrapped\s+up|wraps\s+up|concluded|concludes|ended|ends|gets?\s+under|got\s+under|opened|opens"
    r"|(?:runs|ran)\s+(?:from|until|till|through|to)|lasts|goes\s+ahead|takes\s+place|took\s+place|taking\s+place|brings?|brought|involve[sd]?"
    r"|involving|features?|featured|draws|drew|includes?|included|sees|saw|now\s+in|due|set|scheduled"
    r"|planned|is\s+the|was\s+the|will\s+be|which|cancelled|postponed|called\s+off)\b"
    rf"|{_QUOTE}:\s|{_QUOTE}{_BRACKETS},\s+(?:now|currently)\s"
)
"""What stands behind a name: ", held at"; an army must be near, and an edition."""

ARMY = Sought(
    r"\b(?:soldiers|troops|personnel|nav(?:y|ies)|arm(?:y|ies)|air\s+forces?|armed\s+forces|warships|marines"
    r"|training\s+(?:area|ground|range)|live-fire|man(?:oe|e)uvres?|battalion|brigade|military|naval"
    r"|mine\s+(?:countermeasures|clearance|hunting)|minehunters?|minesweepers?|submarines?|destroyers?"
    r"|sailors|airmen|paratroop\w*|reservists|conscripts|fighter\s+(?:jets|aircraft)|commandos|squadrons?"
    r"|gunnery|war-?fighting|allies|convoys"
    r"|forces|defen[cs]e|marine\s+corps|coast\s?guard|warplanes|frigates?|nato|air\s+base)\b",
    re.IGNORECASE,
)
"""What an exercise has and a fair has not."""

FAIR = re.compile(
    r"\b(?:Show|Expo|Exhibition|Fair|Forum|Summit|Dialogue|Conference|Festival|Week|Games|Cup|Treaty"
    r"|Championships?|Marathon|Report|Plan|Vision|Agenda|Symposium|Seminar|Parade|Day|Pact|Accord"
    r"|Agreement|Protocol|Convention|Resolution|Act|Mission)\b"
)
"""What a name with a year may have that is no exercise's."""

SETTING = Sought(
    rf"{ARMY.pattern}|\b(?:drills|war[\s-]?games|ministers?|police|commanders?|admiral|missiles?"
    r"|conscripts|reservists|helicopters?|fleet|guards|alliance"
    rf"|(?:joint|field|bilateral|maritime|annual|air)\s+{NOUN})\b",
    re.IGNORECASE,
)
"""What an article on exercises speaks of, unless it names several states."""

LONGEST_SENTENCE = 3000
"""In code points; what is longer is a list or a table, and is not read."""
