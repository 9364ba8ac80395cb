"""What uses the words of a meeting for something else: targets met, matches, speeches, wishes."""

from __future__ import annotations

import re

from eventschema.spotting.meetings.phrases import any_of

SITTING = any_of(
    "parliament|congress|senate|court|jury|legislature|assembly|lawmakers|mps|tribunal|duma|rada"
    "|shareholders|fans|residents|protesters|rivals|crowds?|people|supporters|mourners|worshippers"
    "|demonstrators|thousands|hundreds|dozens|famil(?:y|ies)|relatives|students|workers|soldiers"
    "|firefighters|villagers|tourists|pilgrims|voters|activists|friends"
)
"""Who sits, plays or gathers where the same verb would be a meeting of others."""
_SPORT = any_of(
    "semi-?finals?|quarter-?finals?|football|soccer|rugby|cricket|kick-?off|derby|world cup"
    "|tournament|championships?|fixtures?|league match|cup final|playoffs?|knockout"
    r"|in a friendly|qualifiers?|(?:won|lost|drew|beat) (?:[\w-]+ ){0,3}?\d-\d"
)
_FULFILLED = (
    r"demands?|targets?|goals?|deadlines?|needs?|criteri\w+|conditions|standards?|requirements?"
    r"|obligations?|expectations?|commitments|costs?|challenges?|objectives?|criticism|resistance"
    r"|opposition(?! (?:leader|figure|politician|part|lawmaker|mp|chief|member))|silence|approval"
    r"|applause|sk?[ck]eptic\w+|outrage|failure|success|death|fate"
    "|force|fire|refusal|anger|condemnation|protests?|bills?|thresholds?|benchmarks?|cheers"
    "|quotas?|payments?"
)
_PRESS = (
    "reporters?|journalists?|media|press|newspaper|paper|radio|television|tv|broadcaster"
    "|correspondents?|crowds?|agency|news|channel|magazine|daily|website|station|supporters"
    "|residents|nation|investigators"
)
_LOOKALIKE = any_of(
    rf"(?:met|meets?|meeting) (?:with )?(?:[\w'\u2019-]+ ){{0,3}}?(?:{_FULFILLED})",
    "meeting (?:point|place|room|hall|house|ground)s?",
    "(?:press|news|media|football|eastern|western|party) conferences?",
    r"(?:trading|training|court|parliament\w*|photo|plenary|therapy|recording|practice|question"
    "|jam|legislative|harbou?r|single|drawing) sessions?",
    "rounds? of (?:applause|ammunition|golf|drinks|sanctions|funding|fire|voting|layoffs|cuts"
    "|shelling|strikes|fighting|violence|bidding|balloting|elections?|the)",
    r"round(?:s|ed)? (?:table|up|off|the)|rounds? (?:were |was )?(?:fired|from)|\d[\d,]* rounds",
    "(?:final|knockout|qualifying|run-?off|mortar|artillery|all|year|live|blank) rounds?",
    r"(?:talk(?:s|ed|ing)?|spoke|spoken|speak(?:s|ing)?|told) (?:\w+ )?(?:to |with )?"
    rf"(?:[\w'\u2019-]+ ){{0,3}}?(?:{_PRESS})",
    "talk(?:s|ed|ing)? of|(?:target|television|tv|live|world|studio) audiences?",
    "audience (?:of|in|figures|members?|share)|(?:political|armed|deadly|chance) encounter",
    r"call(?:ed|s|ing)? (?:up)?on (?:(?!(?:before|after|on|where)\b)[\w'\u2019-]+ ){1,10}?"
    "to (?!discuss)[a-z]+",
    "(?:emergency|distress|wake-up|robo|curtain|close|roll|911|999) calls?|on call",
    "(?<!phone )calls? (?:for|to|from|it|him|her|them|off|itself|that|this|the)",
    "contacts? (?:with the|was lost|tracing|person|details|group|us)",
    "(?:lost|losing|eye|body|emergency|people-to-people) contacts?",
    r"hold (?:annual|regular|periodic|monthly|yearly|further|more|joint) (?:[\w-]+ )?"
    "(?:consultations|talks|meetings|sessions)",
    "(?:come|came|comes|coming|in|into|made|make|no) (?:close |direct )?contact",
    r"(?:on|at|in) the (?:sidelines|margins|fringes) of (?:the|an?|its|their)"
    r"(?: [\w'\u2019-]+){0,6}? (?:summit|session|meeting|conference|forum|gathering"
    "|talks|assembly|dialogue)",
    "(?:summits|meetings|sessions|conferences|gatherings)"
    "(?: (?:of|between) [^.;,]{1,40}?)? (?:began|started|date back|go back"
    "|(?:have been|are|were) (?:held|launched))",
    r"(?:correspondents?|reporters?|newspaper|paper|was|be) (?:has |had |\w+ly )?gathered",
    r"(?:hospital|family|site|home) visits?|invit\w+ (?:[\w'\u2019.-]+ ){1,8}?to visit",
)
HABIT = any_of(
    "regularly|usually|routinely|frequently|often|traditionally|habitually|from time to time",
    r"every (?:day|week|month|year|two|three|four|six|few|\w+day)|each (?:year|month|week|spring)",
    "once a (?:year|month|week)|over the years|annually|throughout the year|exchanges? of visits",
)
"""What tells that a thing is done again and again, on no occasion of its own."""
_WISHED = re.compile(
    r"\b(?:call(?:ed|s|ing)? for|appeal(?:ed|s)? for|urg(?:ed|es|ing)|ready (?:for|to)|open to"
    r"|readiness (?:for|to)|willing\w* (?:for|to)|commit\w+ to|importance of|need for"
    "|want(?:s|ed)?(?: to)?|demand(?:ed|s)?|push(?:ed|ing)? for|through|encourage"
    r"|support(?:ed|s)? for|return to|offer(?:ed|s)?|favou?r(?:ed|s)?|refus\w+|reject\w*"
    "|no (?:further|more)|(?:years?|months?) after(?! (?:an?|the|their|his|her))|stalling"
    r"|prospects? (?:of|for)|possibility of"
    r"|hopes? (?:of|for)) (?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
_TARGET = re.compile(
    "\\b(?:hit|struck|bombed|attack(?:ed)? on|attacked|targeted|stormed|raided|shelled) (?:an?|the)"
    ' ["\u201c]?$',
    re.IGNORECASE,
)
_SPOKE_AT = re.compile(
    r"\b(?:told|address(?:ed|es)?|speaking (?:at|to|in)|spoke (?:at|to)|speech (?:at|to)"
    r"|remarks (?:at|to)|said (?:at|in)|lecture) (?:an?|the|his|her) (?:[\w'\u2019-]+ ){0,4}$",
    re.IGNORECASE,
)
_ASSEMBLY = any_of(r"[\w ]*(?:conference|forum|session|gathering|audience|dialogue)s?")
_WE = re.compile(r"\b(?:we|i) (?:have |had |also |just )*$", re.IGNORECASE)
_REACH = 60
"""How many characters before a sign tell what it means."""


def lookalikes(text: str) -> list[re.Match[str]]:
    """The words of a sentence that look like signs of a meeting and mean something else; all of
    it where it tells of sport.
    """
    if _SPORT.search(text):
        return list(re.finditer(r"\A.*\Z", text, re.DOTALL))
    return list(_LOOKALIKE.finditer(text))


def is_meant(before: str, sign: str, *, is_noun: bool) -> bool:
    """Whether a sign with this text before it is neither wished for, nor a target, nor an
    audience of a speech, nor quoted; the speaker's own "we met" is meant.
    """
    near = before[-_REACH:]
    if _TARGET.search(near) or (is_noun and _WISHED.search(near)):
        return False
    if _ASSEMBLY.fullmatch(sign) and _SPOKE_AT.search(near):
        return False
    is_quoted = before.count('"') % 2 == 1 or before.count("\u201c") > before.count("\u201d")
    return not is_quoted or _WE.search(near) is not None
