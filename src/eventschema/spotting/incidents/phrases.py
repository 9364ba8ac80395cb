"""What looks like a report of an incident and is none, and what sets one report apart from another.

Figures of speech, habits, threats, rumors, denials, withdrawn reports; the words for "the same
incident" and for "another one".
"""

from __future__ import annotations

import re

from eventschema.language.sought import Sought
from eventschema.vocabularies import Stage

FIGURES = Sought(
    r"\b(?:(?:price|trade|turf|bidding|culture|tariff|currency) wars?|war (?:on waste|of \w+)"
    r"|(?:surprise )?raid(?:s|ed|ing)? (?:on |the )?(?:\w+ ){0,2}(?:budgets?|funds?|pensions?"
    r"|savings"
    r"|treasury|fridge|larder|coffers|reserves|wallets?)"
    r"|(?:is|was|as|be|it|called it) an? (?:\w+ )?(?:assault|attack|raid) on"
    r"|(?:attack|assault|onslaught)(?:ed|s|ing)?(?: on)? (?:the |his |her |their |its |a )?"
    r"(?:[\w'\u2019-]+ ){0,2}(?:figures?|polic(?:y|ies)|plans?|decisions?|bills?|budget|record"
    r"|proposals?|reports?|ideas?|reforms?|laws?|rules?|speech|remarks|values?|rights|freedoms?"
    r"|press freedom|democracy|character|integrity|reputation|problem)"
    r"|attack(?:ed|s|ing) (?:the |his |her )?(?:referee|umpire|critics|media|press|opposition"
    r"|rivals?)"
    r"|fir(?:ed|es|ing) (?:back|(?:a |an )?(?:volley|salvo|barrage|broadside)|(?:the |his |her "
    r"|its )?"
    r"(?:coach|manager|ceo|staff|workers|employees|minister|starting|up|imagination))"
    r"|under fire (?:for|over|from (?:critics|the opposition|lawmakers|activists))|drew fire"
    r"|(?:hit|struck|battered|hammered|rocked) by (?:\w+ ){0,3}(?:inflation|strikes?|storms?"
    r"|cyclone"
    r"|hurricane|floods?|drought|recession|sanctions|tariffs|shortages?|scandals?|pandemic|crisis"
    r"|lightning|delays|earthquake|slump|cuts|costs|prices|allegations)"
    r"|(?:hunger|general|labou?r|transport|rail|teachers'?|doctors'?|nurses'?|wildcat|token|bus"
    r"|pilots'?|dock) strikes?|on strike|strike (?:action|ballot|call|by (?:\w+ )?(?:workers"
    r"|drivers"
    r"|nurses|doctors|teachers|pilots|staff))|(?:went|go|going|gone) on strike"
    r"|str(?:uck|ikes?|iking) (?:an? |the |up )?(?:\w+ )?(?:deals?|balance|chord|agreement|pose"
    r"|note"
    r"|tone|bargain|compromise|gold|oil|partnership|rich|conversation)"
    r"|shoot(?:s|ing)? (?:of )?(?:an? |the |his |her )?(?:\w+ )?(?:film|movie|video|scene|photos?"
    r"|photograph|series|documentary|commercial)|(?:film|photo|video) shoot(?:ing)?"
    r"|fire[- ]?(?:brigade|departments?|services?|stations?|fighters?|engines?|alarms?|drills?"
    r"|trucks?"
    r"|safety|control|sale|chiefs?|officers?|crews?|power|wood|works?|wall|arms?|investigators?)"
    r"|live[- ]fire|hold (?:their |its )?fire|friendly fire exercise"
    r"|kill(?:ed|s|ing)? off|kill(?:ed|s|ing)? (?:the )?(?:bill|motion|amendment|deal|proposal"
    r"|plan|time|project"
    r"|hopes?)"
    r"|clash(?:es|ed)? (?:of|over) (?:\w+ )?(?:views?|opinions?|cultures?|civili[sz]ations?|egos"
    r"|personalities|interests?|budget|wages|policy|schedul\w+|dates|style)"
    r"|(?:title|league|cup|derby|final|group|friendly|weekend|top|quarter-?final|semi-?final) clash"
    r"|(?:stock ?|market |share |price |currency |crypto |bond )(?:market )?crash(?:ed|es)?"
    r"|(?:prices?|exports|imports|output|revenues?|ratings|turnout|hearts?|hopes|talks|morale"
    r"|spirits|shares|markets?|stocks|futures|bitcoin|currency|rouble|lira|peso|profits?|sales)"
    r" (?:have |has |had )?(?:crashed|collapsed|plunged|sank|exploded)"
    r"|crash (?:course|diet|barrier|test|helmet)|(?:held|hold|hostage) hostage (?:by|to)"
    r"|(?:caught )?in the crossfire|storm(?:ed|s|ing)? (?:out|off|to|of|ahead|clouds?)"
    r"|heart attacks?"
    r"|asthma attacks?|panic attacks?|(?:time|bath|sex|cluster of) bomb|bomb ?shells?"
    r"|bomb (?:squad|disposal|shelter|threats?|scare|experts?|technicians?)"
    r"|(?:strike|attack|assault|carrier strike) (?:group|force|helicopters?|aircraft|craft|rifles?"
    r"|capabilit\w+|ships?|drones?|submarines?|lines?|squad|teams?)"
    r"|missile (?:defen[cs]e|range|technology|base|destroyer|frigate|programme|program|shield"
    r"|batter\w+|boat|forces?)|rocket (?:launchers?|force|science|scientist|engine maker)"
    r"|riot (?:police|gear|shields?|squad|control)|shooting range|firing (?:range|squad|line|pin)"
    r"|air[- ]raid (?:sirens?|alerts?|warnings?|shelters?)|war crimes?|sworn enemy|anti-\w+"
    r"|counter-?\w+|(?:flu|long|big|best|parting|mug|vaccine|booster|penalty|free) shots?"
    r"|open(?:ed|s|ing)? fire on (?:the |his |her |their )?(?:\w+ ){0,2}(?:plans?|polic(?:y|ies)"
    r"|bills?"
    r"|budgets?|government|proposals?|decisions?|coalition|cabinet|chancellor|premier)"
    r"|(?:murder|crime|homicide|accident|death|robbery|theft) (?:rates?|statistics|figures)"
    r"|shot (?:up|in the arm|of|a film|himself in the foot)|arson squad|(?:kidnapping|robbery"
    r"|murder"
    r"|bombing) (?:ring|unit|charges?|trials?|case|squad|department|gang)|blasted"
    r"|nuclear tests? ban"
    r"|test[- ]ban|death threats?|exchange of views|prisoner exchange|explosives? (?:experts?"
    r"|factory)"
    r"|dead(?:lock|line)|burst of laughter|burn(?:ing|t|ed)? (?:fuel|out|calories|issues?|question)"
    r"|accident[- ]prone|accident and emergency|industrial action|stolen (?:the show|base)"
    r"|stole (?:the show|hearts?|a march)|(?:days?|hours?|weeks?|months?|years?|minutes?"
    r"|the (?:day|"
    r"night|morning|week)) (?:before|after|since) (?:the|that|this) (?:\w+ )?(?:fire|attack|blast"
    r"|crash"
    r"|bombing|shooting|raid|explosion|strike|accident|clash(?:es)?))\b",
    re.IGNORECASE,
)
"""Figures of speech, institutions, and dates that count from an incident."""

GAMES = Sought(
    r"\b(?:match|goals?|league|cup|innings|wickets?|semi-?final|quarter-?final|striker|derby"
    r"|tournament|playoffs?|football|woodwork|crossbar|marksman|the (?:first|second) half(?! of)"
    r"|(?:his|her|their) team|skipper|coach said|(?-i:coach [A-Z])|halftime|championship"
    r"|midfielder|goalkeeper|batsman|shares?"
    r"|basis points"
    r"|stocks|margins?|price war|turnover|interest in|demand for|inflation|box office)\b",
    re.IGNORECASE,
)
"""Sport and business, in whose reports nearly all violence is a figure of speech."""
IN_EARNEST = re.compile(
    r"\b(?:killed|injured|wounded|hurt|police|dead|died|gunm[ae]n|bomb|arrest\w*|hospital|soldiers?"
    r"|troops|ransomware|torched|looted|explosives|missiles?)\b",
    re.IGNORECASE,
)
"""What shows that it is none."""
HABIT = Sought(
    r"\b(?:regularly|routinely|often|frequently|usually|habitually|every (?:few )?(?:years?|months?"
    r"|weeks?|days?)|(?:is|are) (?:so )?(?:common|frequent|rife|rare)|tends? to|from time to time"
    r"|still carry out|hardly a|in all its forms|in several countries|are caught|continues? to"
    r"|state policy|is a business|better than|commonplace|(?:daily|weekly|regular"
    r"|routine) (?:affair"
    r"|occurrence|event)|on the rise|rife|weekly affair|almost (?:daily|weekly|nightly)"
    r"|compared (?:with|to))\b",
    re.IGNORECASE,
)
UNREAL = re.compile(
    r"\b(?:if|could|would|might|should|can|unless|in case of|in the event of|threat(?:s|en(?:s|ed"
    r"|ing)?)?"
    r" (?:to|of)|fears? (?:of|that)|feared|risk of|possib(?:le|ility of)|potential|to (?:prevent"
    r"|deter"
    r"|repel|counter|combat|avert|avoid|resist|respond to)|prevent(?:ion|ing)?"
    r"|fight(?:ing)? against"
    r"|capable of|able to|ability to|right to|prepar(?:e|ed|ing|ation)s? (?:for|to)|warn(?:s|ed"
    r"|ing)?"
    r"|protect(?:ion)? (?:from|against)|refrain from|end to|halt to|stop(?:ping)?"
    r"|in response to any"
    r"|suspected of (?:planning|recruiting)|against (?:any|future|further|possible)|call(?:s"
    r"|ed) for"
    r"|vow(?:s|ed)? to|extends? to|let (?:it|them|us)|as a rehearsal for|next|when \w+ (?:is|are)"
    r"|defen[cs]e against|never|without|no (?:sign|evidence|indication|trace|question)s? of"
    r"|talk(?:s|ed|ing)? about|discuss(?:ed|es|ing)?)\W+(?:[\w'\u2019-]+\W+){0,5}\Z",
    re.IGNORECASE,
)
"""What stands before the words of an incident that is merely thought of."""
NOTICE = Sought(
    r"\b(?:AI (?:assistants?|models?|agents?|systems?)|language models?|LLMs|JSON"
    r"|output exactly)\b",
    re.IGNORECASE,
)
"""Text that speaks to a machine and reports nothing."""
FICTION = re.compile(
    r"\b(?:imagin(?:e|ed|ing) (?:that|if)|fiction(?:al)?|fictitious"
    r"|in (?:an?|the|his|her|their) (?:\w+ )?(?:novel|thriller|movie|video game|comic|opera)"
    r"|(?:novel|thriller|movie|video game|opera) (?:by|about|in which|where|set in))\b"
    r"|\{\s*\"\w+\"\s*:",
    re.IGNORECASE,
)
"""Sentences that tell of what nobody did, or quote data."""
NEW = Sought(
    r"\b(?:another|separately|unconnected|elsewhere|in a similar (?:case|incident|attack)"
    r"|a (?:second"
    r"|third) (?:attack|blast|incident)|in (?:a|another) separate|meanwhile|the last time"
    r"|in an earlier (?:attack|incident)|in the deadliest|the last time|earlier this (?:week"
    r"|month|year)"
    r"|on (?:its|their|his|her) way (?:here|there|back)|(?:this|the same) time last year|back in"
    r"|recall that|not the first time|in allusion to|in another development|unrelated|previously"
    r"|at this very"
    r"|(?:came|comes|coming|happened|occurred|took place|follows"
    r"|followed)(?: [\w'\u2019]+){1,4}? after)\b",
    re.IGNORECASE,
)
"""What opens the report of another incident than those before."""
DENIED = Sought(
    r"\b(?:den(?:y|ied|ies|ying)|dismiss(?:ed|es)?|reject(?:ed|s)?|refuted?|rubbish(?:ed|es))\s+"
    r"(?:as (?:an? )?\w+\s+)?"
    r"(?:[\w-]+\s+){0,3}(?:reports?|claims?|rumou?rs?|allegations?|accounts?)\b"
    r"|\b(?:was|were|is|are) (?:untrue|false|unfounded|baseless|a hoax|fake)\b"
    r"|\bno (?:such )?(?:shooting|attack|incident|explosion|kidnapping|abduction|clash|strike"
    r"|firing)"
    r" (?:had |has )?(?:took place|taken place|happened|occurred)|\bthere (?:was"
    r"|had been) no (?:\w+ )?"
    r"(?:shooting|attack|explosion|clash|kidnapping|incident|incursion|firing)"
    r"|\bon none after\b|\b(?:is|was|were|are) (?:an? )?(?:inventions?|fabrications?|hoax(?:es)?)\b"
    r"|\bnobody is missing\b|\bthat is not so\b|\bnothing of the kind\b",
    re.IGNORECASE,
)
"""What says of an incident that it did not take place."""
RUMOR = Sought(
    r"\b(?:rumou?rs?|posts? on social|social media (?:posts|claims|users)|unconfirmed"
    r"|claims? (?:that|on"
    r" social)|reports? (?:that|of)|quoted .{1,40} as saying)\b",
    re.IGNORECASE,
)
ACCIDENTAL = Sought(
    r"\b(?:gas (?:cylinder|leak|bottle|main|pipe|canister)|welding|short[- ]circuit|by accident"
    r"|accidental(?:ly)?|boiler|electrical fault|faulty|engine (?:failure|fire)|no bomb|fireworks"
    r" (?:factory|depot|warehouse)|ammunition (?:depot|dump)|mine (?:shaft|gallery)|coal mine"
    r"|(?:munitions?|arms|weapons|explosives|fuel|chemical|paint|gunpowder|fertili[sz]er|fireworks)"
    r" (?:plant|depot|dump|factory|store|warehouse|stockpile)|static electricity|unloading"
    r"|technical fault|overheat\w*)\b",
    re.IGNORECASE,
)
"""What makes an explosion or a fire an accident."""
ASHORE = Sought(
    r"\b(?:road|highway|junction|motorway|lorry|lorries|truck|bus(?:es)?|train|motorcycle|street"
    r"|cars?"
    r"|mini-?bus|taxi)\b",
    re.IGNORECASE,
)
"""What shows that a tanker or a carrier runs on wheels."""
WITHDRAWN = Sought(
    r"\b(?:under the headline|we (?:reported|wrote|said)|article (?:said|also said|quoted|stated)"
    r"|wrong to say|contained (?:an )?errors?|incorrectly|erroneously|mistakenly)\b",
    re.IGNORECASE,
)
"""What says that an earlier report was wrong."""
DISBELIEVED = Sought(
    r"\b(?:theor(?:y|ies)|conspiracy)\b[^.;]{0,40}\b(?:that|of)\b",
    re.IGNORECASE,
)
"""What is said of another's account of an incident, which the article does not share."""
DEFINITE = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts)\s+(?:[a-z-]+\s+){0,2}(?:attacks?|assault|ambush|shooting"
    r"|raid|blaze|fire|blast|explosion|bombing|strike|crash|accident|collision|clash(?:es)?"
    r"|fighting"
    r"|shelling|kidnapping|abduction|hijacking|robbery|launch(?:es)?|test|incident|sabotage"
    r"|killings?"
    r"|murder|massacre|riot|violence|bomb|incursion|breach|confrontation|robbery|heist|mutiny)\b"
    r"(?!(?:\s+[\w'\u2019-]+){0,3}?\s+of\s+(?:an?|two|three|four|five|six|\d+"
    r"|[A-Z][\w-]+['\u2019]s)\b)"
)
"""An incident of which the article has told before."""
CONFIRMED = re.compile(
    r"\b(?:confirm(?:ed|s|ing)|claim(?:ed|s|ing)|condemn(?:ed|s|ing)|deplor(?:ed|es"
    r"|ing)) the (?:incident|attack|ambush"
    r"|killings?|bombing|explosion|crash|abduction|kidnapping|raid|shooting|accident|fire|clash"
    r"|blast)\b"
    r"(?! (?:on|in|at|of|near) (?!\w+day))"
)
"""An authority's word on the incident that the article tells of."""
PRONOUN = re.compile(
    r"(?:They|He|She|It|The (?:two|three|four|five|men|man|women|woman|pair|group))\b"
)
STAGES: dict[Stage, Sought] = {
    "foiled": Sought(
        r"\b(?:foil(?:ed|s|ing)|thwart(?:ed|s|ing)|defused|averted|prevented an? (?:\w+ )?(?:attack"
        r"|bombing)|plot to)\b",
        re.IGNORECASE,
    ),
    "attempted": Sought(
        r"\b(?:attempted|attempt(?:s)? (?:on|to)|tried to|failed (?:attack|attempt|bombing|robbery)"
        r"|survived an?|escaped (?:unhurt|unharmed|an? \w+ attack)|failed to explode)\b",
        re.IGNORECASE,
    ),
}
"""What says of an act that it did not succeed."""
