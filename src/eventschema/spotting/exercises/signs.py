"""What sentences say of exercises: whether they lie ahead, of which edition, who and how many."""

from __future__ import annotations

import re

from eventschema.spotting.exercises.phrases import NOUN
from eventschema.vocabularies import ExerciseDomain, Modality

MARKERS: tuple[tuple[Modality, re.Pattern[str]], ...] = (
    (
        "planned",
        re.compile(
            r"\b(?:postponed|put\s+off|delayed|moved)\b[^.;]{0,90}?\s(?:to|until|till)\s+(?!fall\b|spring\s+up)"
            r"(?:(?:the|a|an|next|late|early|mid|this|at\s+least)[\s-]+)*(?:Jan|Feb|March|Apr|May|June?\b|July?\b|Aug|Sep|Oct"
            r"|Nov|Dec|week|month|year|spring|summer|autumn|fall|winter|later|\w+day|second|first|end|\d)",
            re.IGNORECASE,
        ),
    ),
    (
        "cancelled",
        re.compile(
            r"\b(?:cancel\w*|call(?:ed|s|ing)?\s+off|scrapp\w+|shelved|abandoned|postponed|put\s+off"
            r"|did\s+not\s+take\s+place|suspend\w+"
            r"|(?:will|would)\s+not\s+(?:be\s+held|take\s+place|go\s+ahead))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "happened",
        re.compile(
            r"\b(?:ended|concluded|concludes|wrapped\s+up|wound\s+(?:up|down)|came\s+to\s+an\s+end|finished"
            r"|completed|culminated|drew\s+to\s+a\s+close|clos(?:ing|e)\s+ceremony|successful(?:ly)?"
            r"|(?:was|were|been|be|being)\s+cut\s+short|curtains?\b[^.;]{0,60}?\s(?:on|for)|(?:return\w*|back|home)"
            r"\s+from|came\s+down|satisfaction|spoke\s+highly|over\s+and\s+done|final\s+salvo"
            r"|at\s+the\s+(?:end|close|conclusion)\s+of|took\s+place|packed\s+up|died\s+down)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "ongoing",
        re.compile(
            r"(?<!gets )(?<!get )\bunder\s*way\b|\b(?:ongoing|in\s+progress|at\s+the\s+start\s+of"
            r"|put\s+to\s+sea"
            r"|(?:its|the|their)\s+(?:first|second|third|fourth|final|last|closing|opening)\s+(?:day|week|phase)\s+of"
            r"|now\s+(?:in\s+)?its|(?:on|into|enter(?:s|ed|ing))\s+(?:its|the)\s+(?:\w+\s+)(?:day|week|phase)\b"
            r"|running\s+(?:to|until|till|through|from)|(?:do|does)(?:n['\u2019]t|\s+not)\s+(?:pack|wind|finish"
            r"|end|close|wrap)|until\s+it\s+ends|(?:have|has)\s+(?:had|seen|been)\b[^.;]{0,80}\bsince|so\s+far"
            r"|up\s+from\s+[A-Z]\w+\s+for"
            r"|(?:is|are)\s+being\s+(?:held|conducted|staged)"
            r"|(?:is|are|have\s+been|has\s+been)\s+(?:\w+\s+)?(?:taking\s+(?:part|place)|participating|testing"
            r"|involving|featuring|bringing|rehearsing|practi[sc]ing|gathering|running|simulating|seeing|pitting|holding"
            r"|conducting|staging|hosting|carrying\s+out|drilling|training)|(?:began|begun|started|commenced"
            r"|opened|launched|kicked\s+off|got\s+under\s*way)|(?:now|currently)\s+(?:in|taking|holding))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "planned",
        re.compile(
            r"\b(?:gets?\s+under\s*way|begins?|opens?|starts?|kicks?\s+off|commences?|upcoming|forthcoming"
            r"|planned|slated|set\s+for|due\s+(?:in|on|to|for|from)|scheduled\s+for|put\s+forward"
            r"|(?:agreed|decided|resolved|proposed)\b[^.;]{0,90}\b(?:be\s+(?:held|staged|conducted)|to\s+(?:hold|stage|conduct))"
            r"|pencilled\s+in|preparations\s+for|goes\s+to|moves\s+to|next\s+(?:week|month|year)|plans?\s+to|prepar\w+\s+(?:for|to)|ahead\s+of"
            r"|(?:will|shall|scheduled|due|set|expected|(?:is|are|was|were)\s+(?:\w+\s+)?to|would|to)\s+(?:also\s+)?"
            r"(?:be\s+(?:held|conducted|staged|hosted)|take\s+p(?:art|lace)|gather|begin|start|open|kick\s+off"
            r"|hosts?|hold|join|participate|feature|involve|go\s+ahead|commence|stage|conduct|send|launch"
            r"|deploy|carry\s+out|bring|get\s+under\s*way))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "ongoing",
        re.compile(
            r"\b(?:(?:are|is|due|set|scheduled|expected|will)\s+(?:to\s+)?(?:wrap\s+up|end|conclude|finish"
            r"|close|last|run|continue)|(?:runs?|lasts?|continues?|goes\s+on)\s+(?:until|through|till)|(?:ends|finishes|concludes|wraps\s+up)\s+"
            r"(?:on|in|this|next|today|tomorrow|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "happened",
        re.compile(
            r"\b(?:(?:was|were|has\s+been|had\s+been)\s+(?:\w+\s+)?(?:held|conducted|staged|hosted)"
            r"|took\s+p(?:art|lace)|participated)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "planned",
        re.compile(r"\b(?:will|shall|scheduled|due|(?:is|are)\s+(?:\w+\s+)?to)\b", re.IGNORECASE),
    ),
    (
        "hypothetical",
        re.compile(r"\b(?:may|might|could|would|considers?|considering|propos\w+)\b"),
    ),
)
"""What a sentence says of an exercise, and how it stands then; the first sign that it has decides:
"will end" is said of one that goes on, "will be held" of one that lies ahead."""

SUPERLATIVE = re.compile(
    r"\b(?:\w+est|first|most|only|main|premier|major)\b[^,.;]{0,60}\s(?:in|of|across)\s+(?:the\s+)?\Z"
)
"""What stands before a place that tells the rank of an exercise: "the largest in Asia"."""

HABIT = re.compile(
    r"\b(?:regularly|routinely|usually|annually|biennially|every\s+(?:\w+\s+)?years?|each\s+year"
    r"|(?:also|often|periodically)\s+(?:conducts?|holds?)|conducts?|holds?|takes?\s+part"
    r"|participates?|is\s+(?:conducted|held))\b",
    re.IGNORECASE,
)
"""What a sentence says of a series, not of an edition."""

EARLIER = re.compile(
    r"\b(?:(?:previous|last|preceding|earlier|most\s+recent|first|inaugural|maiden|debut|prior)"
    r"\s+(?:edition|iteration|round|time)|last\s+year['\u2019]s|for\s+the\s+(?:first|last)\s+time"
    r"|(?:was|were)\s+(?:first|last)\s+(?:held|conducted|staged)|first\s+held|last\s+held)\b",
    re.IGNORECASE,
)
"""What a sentence says of an earlier edition."""

_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d+(?:st|nd|rd|th)"
    r"|last|previous|next|preceding|following|inaugural)"
)
ANOTHER_EDITION = re.compile(
    rf"\b[Tt]he\s+{_ORDINAL}(?:,\s+(?:which\s+was\s+)?(?:held|hosted|staged|run|due|set|planned|in|to\s+be)"
    r"|\s+(?:one\s+)?in\s+the\s+series|\s+of\s+(?:the\s+series|these|its\s+kind)\b(?=[^.;]*\b(?:will|held|was)\b)"
    r"|\s+(?:exercise|drill)s?)\b|\b[Tt]he\s+(?:19|20)\d\d\s+(?:edition|iteration|exercise|drills?|round)\b|"
    r"\b(?:The|An?|Next\s+year['\u2019]s|Last\s+year['\u2019]s|the)\s+(?:\w+\s+){0,2}(?:edition|iteration)\s+"
    r"(?:planned|scheduled|due|held|set|slated|in|of)\b|\b(?:[Nn]ext|[Ll]ast)\s+year['\u2019]s\s+(?:edition|exercise|drill)"
    r"|\b[Tt]he\s+(?:next|previous|last|first|inaugural|preceding|following)\s+(?:edition|iteration)\b"
)
"""What opens a sentence on an edition without the name: "The edition planned for 2021"."""

ORIGIN = re.compile(
    r"\b(?:began|begun|started|launched|conceived|instituted|initiated|established|evolved|dates?\s+back"
    r"|since|first\s+held|inception|origins?|introduced)\b[^.;]{0,80}$",
    re.IGNORECASE,
)
"""What stands before the date on which a series began."""

AGAIN = re.compile(
    r"['\"\u2019\u201d]?\s+(?:once\s+(?:again|more)|again|anew|a\s+(?:second|third|fourth)\s+time)\b"
)
"""What stands behind the name of a further edition: "agreed to hold X once again"."""

_DIRECTING = (
    r"(?:direct(?:s|ed|ing)|command(?:s|ed|ing)|lead(?:s|ing)|led|head(?:s|ed|ing)|overs(?:ees|aw|eeing)"
    r"|runs|ran|running|(?:in\s+)?charge\s+of)\s+(?:the|this|these)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:exercise|drill|man\w+r|war-?game|serial|task\s+group|taskforce|task\s+force)s?\b"
)
DIRECTED = re.compile(rf"\b{_DIRECTING}", re.IGNORECASE)
"""What a sentence says that names who is in command."""
DIRECTS = re.compile(
    rf",?\s+(?:who\s+)?(?:(?:is|was|will\s+be|are|has\s+been)\s+)?{_DIRECTING}"
    r"|,\s+(?:the\s+)?(?:exercise|drill)(?:['\u2019]s)?\s+(?:director|commander)\b"
)
"""What stands behind the one who is in command: ", who is directing the exercise"."""

CONTINUES = re.compile(
    r"(?:It|They|Its|Their|The|This|These|That|Both|Also|Some|About|Around|Nearly|More|Over|Up|Ships"
    r"|Troops|Soldiers|Forces|Aircraft|Warships|Personnel|Observers|Participants|Participating|During"
    r"|A\s+total|At\s+least|Led|Hosted|Held|Involving|In\s+all|In\s+total|Activities|Opened|Launched|Running|Staged|Under|With|Now|Code-?named|Dubbed|Units|Crews|Warplanes"
    r"|Tanks|Destroyers|Frigates|Fighter|Commandos|Marines|Paratroopers|Sailors|Dozens|Hundreds|Thousands|[A-Z][a-z]+teen|Two|Three|Four|Five|Six|Seven|Eight|Nine"
    r"|Ten|Eleven|Twelve|Twenty|\d[\d,]*)\b"
)
"""How a sentence opens that may go on about the exercise before it."""

ABOUT_EXERCISE = re.compile(
    rf"\b(?:{NOUN}|edition|(?:annual|yearly|biennial)\s+series|brings|serials|observers?|participa\w+|tak(?:e|es|ing)\s+part|took\s+part|joins?"
    r"|joining|joined|involved|contribut\w+|(?:have|has|each|will|to)\s+(?:each\s+)?(?:send|sent|sending"
    r"|provide\w*|deploy\w*|commit\w*|field\w*)|limited\s+itself|watched|observed|(?:will|to)\s+join|personnel|troops|soldiers|sailors|servicemen"
    r"|commanded\s+by|led\s+by|phases?|force\s+will|will\s+last|lasts|runs|(?:had\s+)?started|ran"
    r"|began|ends|ended|concludes|opens|brought\s+together)\b",
    re.IGNORECASE,
)
"""What such a sentence speaks of."""

_GOES = (
    r"(?:will|is|are|was|were|has|had|runs?|ran|lasts?|lasted|began|begins|started|starts|opened|opens"
    r"|ended|ends|involve[sd]?|include[sd]?|feature[sd]?|brings?|brought|aims?|comes?|came|follows?"
    r"|takes?|took|commenced|concluded|kicked|gathers?|gathered)\b"
)
THE_EXERCISE = re.compile(
    rf"(?:Th(?:e|is|ese)\s+(?:[\w-]+\s+){{0,4}}?(?:{NOUN}|edition))\s+(?:\([^)]*\)\s+)?{_GOES}"
)
"""How a sentence opens that goes on about the exercise: "The ten-day drills will"."""

IT = re.compile(
    rf"(?:It(?!\s+(?:was|is|has\s+been)\s+\w+\s+(?:that|to)\b)|They|Its\s+\w+)\s+{_GOES}"
)
"""How a sentence opens that goes on about what the one before it speaks of."""

PERSONNEL = re.compile(
    r"(?:(?:some|about|around|nearly|almost|over|approximately|roughly|more\s+than|up\s+to|at\s+least"
    r"|as\s+many\s+as|an\s+estimated)\s+)?"
    r"(?:\d[\d,.]*(?:\s+(?:thousand|hundred))?|(?:\w+\s+)?(?:hundred|thousand)|(?:two|three|four|five|six"
    r"|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?)"
    r"(?:-strong)?\s+(?:(?!ships?|aircraft|vessels?)[\w-]+\s+){0,3}?"
    r"(?:personnel|troops|soldiers|sailors|marines|service(?:men|members|\s+members|\s+personnel)"
    r"|airmen|paratroopers|members|fighters|participants|men|cadets)\b"
    r"(?!\s+(?:\w+\s+){0,2}(?:killed|injured|wounded|hurt|died|dead|missing|drowned))",
    re.IGNORECASE,
)
"""How many take part: "some 3,100 military personnel"."""

DOMAINS: tuple[tuple[ExerciseDomain, re.Pattern[str]], ...] = (
    (
        "land",
        re.compile(
            r"\b(?:arm(?:y|ies)|field|land|ground|soldiers|infantry|tanks?|jungle|armou?red)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "air",
        re.compile(
            r"\b(?:air\s+forces?|aerial|air\s+(?:combat|exercise|drill)|jets?|fighters?|aircraft)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "sea",
        re.compile(
            r"\b(?:naval|maritime|nav(?:y|ies)|warships?|ships|frigates?|submarines?|sea\s+phase|at\s+sea)\b",
            re.IGNORECASE,
        ),
    ),
    ("amphibious", re.compile(r"\b(?:amphibious|marines)\b", re.IGNORECASE)),
    ("cyber", re.compile(r"\bcyber\w*\b", re.IGNORECASE)),
    ("space", re.compile(r"\bspace\b", re.IGNORECASE)),
)
"""What sentences say where an exercise is fought."""
