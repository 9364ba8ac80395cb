"""The words by which news reports accidents, sabotage, fires, thefts and trouble at sea."""

from __future__ import annotations

from eventschema.spotting.incidents.vocabulary import (
    AIRCRAFT,
    PEOPLE,
    UP_TO_4,
    UP_TO_6,
    VEHICLE,
    VESSEL,
    trigger,
)

_LOOT = (
    r"(?:cash|money|bags?|phones?|purses?|handbags?|wallets?|weapons?|rifles?|necklaces?|chains?"
    r"|jewel\w*|diamonds?|gold|cattle|livestock|(?:[$\u20ac\u00a3]|Rs\.? ?|N|USD ?)\d[\w.,]*)"
)
_CABLE = r"(?:cables?|wires?|pipelines?|power lines?|fib(?:er|re)s?|pylons?|rails?|tracks?)"

MISHAPS = (
    trigger(
        "maritime_incident",
        "act",
        rf"rammed|(?:trained|fired|used|turned) (?:\w+ ){{0,2}}water cannons?"
        r"|(?:ran|runs|running|run|went|gone) (?:hard )?aground|grounded (?:on|off)"
        rf"|{VESSEL}[^.;]{{0,80}} came into contact|cut the anchor|(?:was|were|been) boarded"
        rf"|boarded (?:the|an?) (?:\w+ )?{VESSEL}"
        rf"|(?:seized|intercepted|detained|captured|impounded) (?:the |an? )?{UP_TO_4}{VESSEL}"
        r"|(?:struck|hit|strikes|hits) (?:a|the|an) (?:\w+ )?(?:reef|rocks?|sandbank|iceberg|shoal)"
        rf"|(?:was|were) (?:approached|followed|shadowed|chased|fired upon) by"
        rf" (?:[\w-]+ ){{0,5}}{VESSEL}|suspicious approach"
        rf"|{VESSEL} (?:[\w-]+ ){{0,4}}(?:approached|shadowed|harassed|chased) (?:the|an?|\w+)"
        r"|grazed the|blocked (?:the|an?) (?:\w+ )?" + VESSEL + "|shouldered",
    ),
    trigger("maritime_incident", "name", r"suspicious approach|boarding incident"),
    trigger(
        "cyber_attack",
        "act",
        r"hacked(?! to death| (?:\w+ ){1,4}to death)|hackers|cyber[- ]?(?:attacks?|assault"
        r"|incidents?|intrusion)|ransomware|malware|spyware|denial[- ]of[- ]service"
        r"|DDoS|locked by|knocked (?:\w+ ){0,4}(?:offline|out the (?:website|network|systems?))"
        r"|defaced|data breach|phishing (?:attack|campaign)|(?:having |had |were |was )?encrypted"
        r"(?: (?:it|them|the|its|files|data|by))|hack(?:ing)? (?:of|into|attack)|data (?:\w+ )?"
        r"(?:were |was )?(?:stolen|leaked)|computer (?:\w+ )?(?:virus|worm)"
        r"|(?:intruders|attackers) (?:\w+ ){0,3}(?:encrypt\w+|server|network|system)s?"
        r"|(?:GPS|GNSS|satellite navigation|signals?) (?:was |were )?(?:jammed|spoofed)",
    ),
    trigger(
        "sabotage",
        "act",
        rf"sabotag(?:ed|ing|e of)|saboteurs|(?:cut|severed|slashed|damaged|sliced|dug up|ripped up)"
        rf"\s+(?:through\s+)?{UP_TO_4}{_CABLE}"
        rf"|{_CABLE} (?:\w+ ){{0,4}}(?:was|were|been) (?:\w+ )?(?:cut|severed|damaged|slashed"
        rf"|blown)"
        r"|tampered with|(?:brought|pulled|knocked) down (?:\w+ ){0,3}pylons?|deliberate damage"
        r"|dragg(?:ed|ing) (?:its|an|the) anchor|loosened (?:\w+ ){0,3}(?:bolts|rails)",
    ),
    trigger("sabotage", "name", r"sabotage"),
    trigger(
        "other",
        "act",
        r"came within \w+ (?:metres?|meters?|feet|yards)|locked (?:its|their) (?:\w+-?\w* )?radar"
        r"|(?:shot|shoots?) down (?:a|an|the) (?:\w+ ){0,4}(?:jet|plane|aircraft|helicopter"
        r"|balloon)|airport (?:was|were|had been) (?:\w+ )?(?:closed|shut)(?! for)"
        r"|self-immolat\w+|jail ?break|prison ?break|broke out of (?:the )?(?:jail|prison)"
        r"|set (?:himself|herself) (?:on fire|alight)",
    ),
    trigger(
        "arson",
        "act",
        rf"(?:set|sets|setting) (?:fire|light) to|(?:set|sets|setting) {UP_TO_6}(?:on fire|alight"
        r"|ablaze|aflame)"
        rf"|torch(?:ed|es|ing)|arson(?:ists?)?(?: attack)?|fire-?bomb(?:ed|ing)?|petrol bombs?"
        r"|burn(?:ed|t) (?:\w+ ){1,3}(?:houses?|homes?|huts?|vehicles?|villages?|cars?|buses"
        r"|trucks?"
        r"|churches|mosques?|crops)"
        r"|treated as (?:deliberate|suspicious|arson)|deliberately (?:set|lit|started|torched)"
        r"|(?:petrol|gasoline|accelerants?|kerosene) (?:was|were|had been) (?:\w+ )?(?:used|found"
        r"|poured)|to have been (?:lit|set)|(?:gone|went|go) up in flames after (?:men|youths)",
    ),
    trigger(
        "accident",
        "act",
        r"(?:burned|burnt|burns) (?:down|to the ground|out)|(?:went up|go up|engulfed|burst)"
        r" in(?:to)? flames|gutted|(?:caught|catches|catching) (?:fire|alight)"
        r"|(?:fire|blaze|flames) (?:\w+ )?(?:broke out|swept|ripped|raged|engulfed|claimed|killed"
        r"|kills|tore|destroyed|destroys|gutted|guts|at|aboard)"
        r"|outbreak (?:[\w-]+ ){0,3}of (?:a )?fire",
    ),
    trigger(
        "accident",
        "name",
        r"blaze|(?:an?|the|this|that|major|huge|massive|big|fierce|deadly|overnight|house|forest"
        r"|warehouse|factory|market|hotel) fire(?! (?:fighter|service|fight))",
    ),
    trigger(
        "robbery",
        "act",
        r"rob(?:bed|s|bing)|robbery (?:at|of|in|on)|(?:held|hold|holding|holds) up (?:a|an|the|two"
        r"|(?-i:[A-Z])\w*)|stole|stolen from|steals?|heist|burgled|burgl(?:ary|aries) (?:at|of|in)"
        r"|broke(?:n)? into|stick-?up|hold-?up|mugg(?:ed|ing)|pilfered|theft (?:[\w-]+ )?(?:of"
        r"|from)"
        rf"|(?:made|makes?|making|got|gets?|fled|escaped|drove|ran) (?:off|away)? ?with (?:the "
        rf"|an? "
        rf"|some |their |his |her |about |\w+ )?(?:[\w-]+ ){{0,2}}{_LOOT}"
        rf"|relieved (?:the|a|an|his|her|\w+) [^.;]{{1,60}}? of (?:[\w-]+ ){{0,3}}{_LOOT}"
        rf"|snatched (?:an? |the |his |her |their )(?:\w+ )?{_LOOT}|(?:cattle )?rustled|shoplift\w+"
        r"|demanded (?:cash|money)|ram-?raid(?:ed|ers)?|pickpocket\w*"
        r"|raid(?:ed|s) (?:a|an|the) (?:\w+ ){0,4}(?:shops?|banks?|stores?|jewell?er\w*|offices?)",
    ),
    trigger(
        "robbery", "name", r"robber(?:y|ies)|theft|burglar(?:y|ies)|ma(?:de|king) (?:off|away) with"
    ),
    trigger(
        "accident",
        "act",
        r"collid(?:ed|es?|ing)|collisions?|crash(?:ed|es|-landed|-lands)|crash (?:of|in|at|on|near"
        r"|killed|kills)|derail(?:ed|s|ment)|overturn(?:ed|s)(?! (?:the|an?|his|her|their|its"
        r"|that|this|by|previous)\b)|capsiz(?:ed|es|ing)"
        r"|plung(?:ed|es) (?:into|off|from|down|over|\w+ (?:feet|metres|meters))"
        r"|ditched|ran into (?:the|an?|each other|one another)|(?:was|were) knocked down|sank|sunk"
        r"|sinks?(?= (?:off|in|near|after))"
        r"|knocked (?:over|down|his|her|the|a|into)|fire (?:broke out|swept|at|ripped"
        r"|tore|destroyed|gutted)|(?:building|bridge|mine|roof|crane|wall|scaffold\w*|stand|tower"
        r"|dam|shaft|tunnel|ceiling|balcony|jetty|pier) (?:[\w'\u2019-]+ ){0,5}?(?:collapse[ds]?"
        r"|caved in|gave way"
        r"|fell|came down)|collapse of (?:a|the)|gas leak|head-on|(?:ploughed|plowed|slammed"
        r"|smashed"
        r"|skidded|careered|veered|drove|rolled|tumbled|crashed|ran) (?:into|off|across)|swerved"
        r"|hit-and-run|(?:was|were) (?:run over|electrocuted|buried|crushed|swept away|mown down)"
        rf"|{VEHICLE} (?:[\w'\u2019-]+ ){{0,5}}(?:came off|left|leaves|leave|flipped|skidded|veered"
        r"|overshot|rolled over|ran over|jumped the|mounted the|flattened|crossed the line)"
        rf"|{AIRCRAFT} (?:[\w'\u2019-]+ ){{0,4}}(?:came down|comes down|come down|went down"
        rf"|goes down"
        r"|crash-?land\w*|lost contact|disappeared|fell|overshot|skidded|overran|belly-landed)"
        rf"|{VEHICLE} (?:[\w'\u2019-]+ ){{0,4}}(?:struck|hit|strikes|hits) (?:the|an?"
        rf"|\w+) (?:\w+ )?"
        rf"(?:{VEHICLE}|{PEOPLE}|pedestrians?|trees?|walls?|cyclists?|police mobile)"
        r"|stampede|crush (?:at|in|killed|outside)|fell (?:to (?:his|her|their) deaths?|overboard"
        r"|from (?:a|the) (?:\w+ )?(?:roof|scaffold\w*|crane|bridge|cliff|height))"
        r"|(?:chemical|toxic|ammonia|chlorine) (?:leak|spill)|drowned",
    ),
    trigger("accident", "name", r"accidents?|crash|mishap|pile-?up|wreck|shipwreck|stampede"),
)
