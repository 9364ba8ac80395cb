"""What stands before and behind a person's name: honorifics, ranks, offices, ages.

`after_title` and `before_suffix` take one such thing off; whoever calls them again and again ends
with the bare name. Words that are ranks and names too stay, unless the text shows that they are
ranks:

- "Gen." and "Maj." go when they have their full stop and at least two words follow; "Gen" and "Maj"
  stay, since Gen Nakatani is the man's name.
- "General" goes, since nobody is called so; not before a body's word ("General Staff").
- "Sergeant", "Constable", "Lord", "Lady", "Tun" and "Abbot" go when at least two words follow.
- "Major", "Marshal", "Dean", "Judge", "Justice", "Pope", "Bishop", "Earl", "Duke", "King" and
  "Prince" stay; "Major" goes where the text says that its bearer is retired.
- In a rank of two words ("Major General", "Air Marshal") they are no names.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from eventschema import countries

_HONORIFIC = (
    r"mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|shri|shrimati|smt|hon(?=\.)|the\s+hon"
    r"|(?:the\s+)?(?:(?:right|rt\.?)\s+)?honou?rable|h\.\s?e|(?-i:HE)|khun|dato'?|dato\u2019|datuk"
    r"|lyonpo|dasho|rev|reverend|msgr|monsignor|mme|monsieur"
    r"|(?:his|her|their)\s+(?:\w+\s+)?(?:excellency|majesty|highness|holiness|eminence|honou?r)"
)
_GENERAL = r"(?:general|gen)"
_RANK = (
    r"(?:vice|rear|fleet)[\s-]admiral|(?:air\s+chief|air\s+vice|air|field)[\s-]marshal"
    r"|(?:lieutenant|lt|major|maj|brigadier|brig|colonel|col|captain|capt|army|inspector|insp"
    rf"|adjutant|surgeon)\.?[\s-]+{_GENERAL}|{_GENERAL}[\s-]major|colonel[\s-]major"
    r"|(?:lieutenant|lt)\.?[\s-]+(?:colonel|col|commander|cdr|cmdr)|(?:sergeant|sgt)\.?[\s-]+major"
    r"|wing\s+commander|squadron\s+leader|group\s+captain|flight\s+lieutenant|air\s+commodore"
    r"|colonel|col|lieutenant|lt|captain|capt|cpt|brigadier|brig|admiral|adm|sgt|corporal|cpl"
    r"|commodore|cdre|commander|cmdr|cdr|inspector|insp|superintendent|supt|commissioner"
    rf"|{_GENERAL[3:-5]}(?!\s+(?:staff|motors|atomics|electric|assembly|command|secretariat"
    r"|directorate|council|fund|insurance|dynamics|elections?|prosecutor)\b)"
)
