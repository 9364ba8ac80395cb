"""What was attacked, in the words around it: "stormed the police station", "a bus was torched"."""

from __future__ import annotations

from eventschema.language.sought import Sought

_STOP = (
    r"(?:in|at|on|by|near|from|after|off|outside|inside|when|with|for|to|as|during|before|and|while"
    r"|since|who|which|that|where|over|into|because|until|is|was|were|are|had|has|have|early|late"
    r"|last"
    r"|yesterday|today|this|killing|wounding|injuring|kill\w*|said|located|using|but|or|causing"
    r"|leaving|setting|against|between|under|through|owned|\w+day|overnight)\b"
)
_OF = r"(?:\s+of\s+(?:the\s+)?[\w'\u2019-]+(?:\s+[A-Z][\w'\u2019-]+){0,3})?"
_DETERMINER = (
    r"(?:the|an?|two|three|four|five|six|several|some|various|many|his|her|its|their|\d+|at least"
    r" \w+)\s+"
)
_NOUNS = rf"(?:(?!{_STOP})[\w'\u2019\"-]++\s*){{1,6}}"
_THING = rf"(?P<target>{_DETERMINER}{_NOUNS}{_OF})"
_HITTING = (
    r"(?:attack(?:ed|s|ing)?(?:\s+(?:on|against))?|stormed|raid(?:ed|s)?|ambush(?:ed|es|ing)"
    r"|dynamit"
    r"(?:ed|ing)|bomb(?:ed|ing)|blew\s+up|blowing\s+up|blown\s+up|(?:set|setting)\s+fire\s+to"
    r"|burn(?:ed|ing)|torch(?:ed|ing)|robb(?:ed|ing)|held\s+up|loot(?:ed|ing)|destroy(?:ed|ing|s)"
    r"|damag(?:ed|ing|es)|shell(?:ed|ing)|hit|hits|struck|strikes|target(?:ed|ing)|overran|seized"
    r"|hijack(?:ed|ing)|ramm(?:ed|ing)|sank|sabotag(?:ed|ing)|hacked|machine-?gunned|demolished"
    r"|landed\s+on|fell\s+on|slammed\s+into|fired\s+(?:at|on|upon)|opened\s+fire\s+(?:at|on)"
    r"|(?:explo(?:ded|sion|des)|blast|bombs?|went\s+off|detonated|placed|planted)\s+"
    r"(?:at|in|inside|outside|near|under|against|in\s+front\s+of|next\s+to))"
)
_HIT = (
    r"(?:attacked|dynamited|bombed|burned|burnt|destroyed|damaged|stormed|raided|robbed|ambushed"
    r"|torched|set\s+on\s+fire|set\s+ablaze|blown\s+up|shelled|hijacked|rammed|hacked|looted|hit"
    r"|sabotaged|overrun|targeted|gutted)"
)

_WAS_HIT = rf"(?:was|were|been|being)\s+(?:[a-z]+ly\s+|also\s+)*{_HIT}\b"

TARGETS = (
    Sought(rf"\b{_HITTING}\s+{_THING}"),
    Sought(rf"(?<![\w-]){_THING}(?:\s*,[^,]{{1,60}},)?\s*{_WAS_HIT}", needs=_WAS_HIT),
)
"""How news says what was hit; the group `target` is the thing, with its article or number."""
