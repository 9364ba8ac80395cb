"""The words by which news reports incidents, by category.

Compiled from the definitions of the categories and from the habits of wire copy, read-outs and
local papers. A trigger of the kind `act` reports an incident by itself ("gunmen opened fire"); a
trigger of the kind `name` only names one ("the attack"), and reports it where a place, a day or a
toll is with it.
"""

from __future__ import annotations

from eventschema.spotting.incidents.assaults import ASSAULTS
from eventschema.spotting.incidents.mishaps import MISHAPS

TRIGGERS = ASSAULTS + MISHAPS
"""All triggers; which of them is told first does not matter."""
