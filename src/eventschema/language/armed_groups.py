"""Armed organizations that the press knows by name; those that it named most from the 1970s on."""

from __future__ import annotations

import re

GROUPS = re.compile(
    r"\b(?:FMLN|ELN|UC-ELN|FARC|EPL|M-19|MRTA|URNG|ERP|FPL|FPMR|FSLN|PKK|ETA|IRA|TTP|LTTE|AQAP|AQIM"
    r"|ISIS|ISIL|ISWAP|JNIM|ADF|FDLR|LRA|M23|RSF|ULFA|NSCN|NPA|MILF|MNLF|BRI|PLO|PFLP|GIA|RUF|UNITA"
    r"|RENAMO|FLQ|RAF|UVF|UDA|INLA|BLA|TPLF|OLA|SPLA|MNDAA|DKBA|KNLA|AUC"
    r"|(?i:shining path|sendero luminoso|t[uú]pac amaru revolutionary movement"
    r"|farabundo mart[ií] (?:national liberation front|front for national liberation)"
    r"|army of national liberation|national liberation army|revolutionary armed forces of colombia"
    r"|manuel rodr[ií]guez patriotic front|popular liberation army|people's liberation army"
    r"|people's revolutionary army|popular liberation forces|people's liberation forces"
    r"|guatemalan national revolutionary unity|the extraditables|medell[ií]n cartel|cali cartel"
    r"|sinaloa cartel|red brigades|red army faction|basque homeland and freedom"
    r"|irish republican army|tamil tigers|liberation tigers of tamil eelam|khmer rouge"
    r"|hezbollah|hizbullah|hizballah|hamas|islamic jihad|taliban|al-qaeda|al-qaida|al qaeda"
    r"|al-shabaab|al-shabab|boko haram|islamic state|lashkar-e-taiba|jaish-e-mohammed|abu sayyaf"
    r"|jemaah islamiyah|new people's army|moro islamic liberation front|haqqani network"
    r"|kurdistan workers' party|ansar allah|houthis?|janjaweed|rapid support forces"
    r"|lord's resistance army|allied democratic forces|balochistan liberation army|contras"
    r"|nationalist republican alliance|death squads?))\b"
)
"""Names that tell nothing by their nouns, and acronyms."""
