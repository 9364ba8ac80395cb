"""What kind of participant words name: a person, a state, a ministry, an army, a crowd."""

from __future__ import annotations

import re

from eventschema.language import countries, names
from eventschema.schema import ParticipantKind

_NOUNS: dict[ParticipantKind, str] = {
    "armed_group": (
        "gunm[ae]n|militants?|rebels?|insurgents?|jihadists?|terrorists?|fighters?|militias?"
        "|guerrillas?|separatists?|bandits?|pirates?|attackers?|assailants?|hijackers?"
        "|kidnappers?|robbers?|extremists?|liberation front|liberation army|cartel|gang"
    ),
    "armed_force": (
        "army|navy|air force|armed forces|forces?|marines?|coast ?guard|troops|soldiers?"
        "|military|brigade|regiment|battalion|fleet|squadron|paratroopers|general staff"
        "|border guards?|gendarmerie|command"
    ),
    "government_body": (
        "ministry|government|cabinet|parliament|congress|senate|police|embassy|presidency"
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
_HEADS = tuple(
    (kind, re.compile(rf"\b(?:{nouns})\b", re.IGNORECASE)) for kind, nouns in _NOUNS.items()
)


def kind(name: str, *, office: str | None = None) -> ParticipantKind | None:
    """The kind that the words of `name` tell, null where they tell none.

    A function ("Foreign Minister") makes its holder a person; otherwise the name's own nouns
    decide, and a proper name without any such noun is a person's.
    """
    if countries.is_country(name):
        return "country"
    if office is None or names.is_placeholder(office):
        for found, nouns in _HEADS:
            if nouns.search(name):
                return found
    return "person" if names.is_name(name) else None
