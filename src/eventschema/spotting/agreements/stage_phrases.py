"""The turns of phrase by which news tells how far an agreement has come.

Compiled from the schema's `AgreementStatus` and the usage of wire copy, read-outs and local papers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from eventschema.language.sought import Sought
from eventschema.vocabularies import AgreementStatus

_SIGNED = (
    r"(?:co-?|counter-?)?sign(?:s|ed|ing)?(?! up| off| on to)|signature of|signatories? (?:to|of)"
    r"|ink(?:s|ed|ing)?"
    r"|penned|put(?:s|ting)? (?:their|his|her|its) (?:signatures?|names?|pens?) (?:to|on|under)"
    r"|put(?:s|ting)? pen to paper on|append(?:ed)? (?:their|his|her) signatures? to"
    r"|affix(?:ed)? (?:their|his|her) signatures? to"
    r"|exchanged (?:copies of|documents of|signed copies of)|exchanged(?= (?:\w+ ){0,2}(?:letters"
    r"|notes|memorand|mous))"
)
_AGREED = (
    r"initial(?:l?ed|l?ing)|conclu(?:de[sd]?|ding|sion of)|finali[sz](?:e[sd]|ing)|reach(?:ed|es)?"
    r"|agree[sd]?|struck|strikes?(?= (?:a|an|the|\w+ (?:deal|pact|accord|truce)))|seal(?:s|ed)"
    r"|clinch(?:es|ed)?|hammer(?:s|ed)? out|arriv(?:e|ed) at|broker(?:s|ed)?|adopt(?:s|ed)|secured"
    r"|shook hands on|settl(?:e[sd]|ing) (?:on|the (?:terms|text|wording) of)|came to terms on"
    r"|nailed down|wrapped up|thrashed out|put(?:s|ting)? (?:their|his|her|its) initials to"
    r"|elevat(?:e[sd]?|ing)|upgrad(?:e[sd]?|ing)|announc(?:es|ed)|declar(?:es|ed)|came to|accepted"
    r"|entered into(?! force| effect)|established|launched|set up"
)
_READY = (
    r"(?:ready|open(?:ed)?|due|set|scheduled) for (?:signature|signing|approval)"
    r"|text (?:is|has been|was) (?:ready|final|complete)|(?:is|has been|was) ready"
    r"|awaits? (?:signature|signing)"
)
_UNDER_NEGOTIATION = (
    r"(?:re-?)?negotiat(?:e[sd]?|ing|ions?)(?: (?:on|over|about|of|for|towards?))?"
    r"|(?:talks|consultations|discussions|work) (?:on|over|about|for|towards?)|discuss(?:ed|es|ing)"
    r"|consult(?:s|ed|ing) (?:on|over|about)|haggl(?:e[sd]?|ing) over|progress (?:on|towards?)"
    r"|sent back to|referred (?:back )?to|return(?:ed|s) to (?:\w+ ){0,2}(?:experts|committee"
    r"|drafters|lawyers|working group)|in the (?:works|pipeline|making)|on the (?:table|anvil)"
    r"|bogged down|hit (?:a )?snags?|hangs? fire|at an? (?:advanced|early|final) stage"
    r"|deliberat(?:e|es|ed|ing) (?:up)?on|working (?:on|towards?|out)|(?:being|be) (?:drafted"
    r"|vetted|finali[sz]ed|considered|worked out|discussed|reviewed|translated)|draft(?:s|ed|ing)?"
    r"|still (?:with|before|at|being|under|in)\b|under (?:negotiation|discussion|consideration"
    r"|review|study)|edg(?:e[sd]?|ing) (?:closer|nearer) to|close to|mov(?:e[sd]?|ing) (?:closer to"
    r"|towards?)|near(?:s|ed|ing)|explor(?:e[sd]?|ing)|stalled|thrash(?:ing)? out|yet to be"
    r" (?:signed|concluded|agreed|finali[sz]ed)|expedit\w+|early (?:conclusion|signing) of"
)
_PROPOSED = (
    r"propos(?:e[sd]?|ing|als? (?:for|of))|moot(?:s|ed|ing)?|float(?:s|ed|ing)?"
    r"|suggest(?:s|ed|ing)?|offer(?:s|ed|ing)?|put forward|tabled|sought|circulat(?:es|ed)"
    r"|seek(?:s|ing)?|push(?:es|ed|ing)? for|mull\w*"
    r"|consider(?:s|ed|ing)|pitched|idea of"
)
_ASSEMBLY = (
    r"(?:parliament|senate|congress|assembly|lawmakers|legislators|legislature|deputies|senators"
    r"|mps"
    r"|house|chamber|cabinet|duma|knesset|diet|bundestag|bundesrat|seimas|saeima|sejm|riigikogu"
    r"|riksdag|storting|folketing|rada|majlis|mazhilis|shura council|national council|cortes)"
)
_APPROVES = (
    r"(?:approv(?:es?|ed|ing)|back(?:s|ed)|pass(?:es|ed)|endors(?:es?|ed|ing)|adopt(?:s|ed)"
    r"|clear(?:s|ed)|gr[ae]e?n-?lit|waved through|rubber-stamped|vot(?:es?|ed) (?:for|in favou?r of"
    r"|to (?:approve|adopt|endorse|accept)))"
)
_RATIFIED = (
    r"ratif(?:y|ies|ied|ying|ication of)|acced(?:e[sd]?|ing) to|accession to"
    rf"|{_ASSEMBLY} (?:(?!not |never |which |to )[\w.-]+ ){{0,5}}?{_APPROVES}"
    r"|(?:decree(?:-law)?|legislation|bill|law) (?:[\w.-]+ ){0,5}?(?:approv|endors|authori[sz])ing"
    rf"|(?:approved|endorsed|cleared|passed|adopted"
    rf"|backed) by (?:the )?(?:[\w-]+ ){{0,3}}{_ASSEMBLY}"
    r"|(?:gave|given) (?:its|their) (?:consent|assent|approval|blessing) to"
    r"|(?:gave|given) (?:the )?green light to|won (?:\w+ ){0,3}approval|royal assent|promulgat\w+"
    r"|instruments? of (?:ratification|accession|acceptance)"
)
_IN_FORCE = (
    r"(?:enter(?:s|ed)?|came|comes?|went|goes|put|entry|entering|entrance|coming|bring|brought)"
    r" into (?:force|effect|operation)|t(?:ook|akes?|aken|aking) effect|in (?:force|effect)\b"
    r"|(?:be)?c[oa]mes? effective|effective (?:from|since|as of)|operationali[sz](?:e[sd]?|ing"
    r"|ation of)|(?:remain(?:s|ed)?|still|continues to be) (?:valid|binding|applicable|operative)"
    r"|(?:is|are|was|were|still|largely|be|been|mostly) holding|(?:already|now|fully|is|been"
    r"|become)"
    r" operational|in (?:place|operation)(?= (?:since|from|for)\b)|t(?:ook|akes?|aken) hold"
    r"|kick(?:s|ed) in|went live|(?:began|starts?|begins?|started|commences?|commenced)(?= (?:at|on"
    r"|from|early|late|shortly|overnight|midnight|today|yesterday|this)\b)"
    r"|been (?:largely |mostly |broadly )?(?:respected|observed|honou?red)"
    r"|(?:largely|mostly|broadly|has|have) held\b(?! talks| a\b| the\b| its)"
    r"|holds\b|held (?:firm|on\b|overnight|up\b|through|for|until|since|so far)|renew(?:s|ed|al of"
    r"|ing)?|extend(?:s|ed|ing)?|extension of|prolong(?:s|ed|ing)?|invok(?:e|es|ed|ing)"
    r"|activat(?:e|es|ed|ing)|continues? to be (?:implemented|observed|applied|in force)"
)
_BINDING = (
    r"implement(?:s|ed|ing|ation of)?|stands? by|stood by|abid(?:e|es|ed|ing) by"
    r"|adher(?:e|es|ed|ing|ence) to"
    r"|violat(?:e[sd]?|ing|ions? of)|breach(?:es|ed|ing)?(?: of)?|in breach of"
    r"|br(?:oke|oken|eaks?|eaking)\b(?! down| off| through| ground)|shar(?:e|es|ed|ing)"
    r"|obliges?|governs?|silenced|fray(?:s|ed|ing)?|provid(?:es|ed) for|ha(?:ve|s) had|pillars of"
    r"|dates (?:from|back to)|(?:is|was|came|already) (?:in tatters|bleeding|coming apart"
    r"|unravell?ing|under strain)"
)
_SUSPENDED = (
    r"(?:suspend|halt|paus|freez)(?:ed|ing) (?:its|their|the|all) (?:implementation|application"
    r"|operation|effects?)(?! of| in)|suspen(?:d(?:s|ed|ing)?|sion of)|fr(?:eez(?:e|es|ing)|oze"
    r"|ozen)|put(?:s|ting)?"
    r" (?:\w+ ){0,6}?on (?:hold|ice)|paus(?:e[sd]|ing)|halt(?:s|ed|ing)|in abeyance|shelved?"
    r"|on hold|on ice"
)
_TERMINATED = (
    r"terminat(?:e[sd]?|ing|ion of)|denounc(?:e[sd]?|ing)(?= (?:the|its|a)\b)"
    r"|with(?:draws?|drew|drawn|drawing|drawal) from|pull(?:s|ed|ing)? out of|quit(?:s|ting)?"
    r"|abrogat(?:e[sd]?|ing|ion of)|annul(?:s|led|ling)?|scrap(?:s|ped|ping)?|t(?:ore|orn|ears?"
    r"|earing) up|expir(?:e[sd]?|ing|y of)|laps(?:e[sd]?|ing)|ceas(?:e[sd]?|ing) to (?:apply|exist"
    r"|be|have effect)|collaps(?:e[sd]?|ing|e of)|brok(?:e|en) down|f(?:ell|all(?:s|en|ing)?) apart"
    r"|br(?:eaks?|eaking) down|rescind(?:s|ed|ing)?|revok(?:e[sd]?|ing)|repudiat(?:e[sd]?|ing)"
    r"|cancel(?:s|l?ed|l?ing)"
    r"|no longer (?:applies|in force|valid|bound by|exists)|walk(?:s|ed|ing)? (?:out|away) (?:of"
    r"|from)|leav(?:e|es|ing)"
    r"|(?:ended|ends)(?= (?:on|in|at|last|this|when|after|with)\b|[.,;])"
    r"|end(?:s|ed|ing)? (?:the|its|their|an?)(?= (?:(?!talks|with|by|in|on|at)[\w'-]+ ){0,6}?"
    r"(?:treaty|pact|accord|agreement|protocol|convention|ceasefire|cease-fire|truce|deal"
    r"|arrangement|memorandum)\b)"
    r"|disown(?:s|ed|ing)?|(?:distanc|dissociat|disassociat)(?:es?|ed|ing) (?:him|her|it"
    r"|them)sel(?:f"
    r"|ves) from|renounc(?:e[sd]?|ing)|reneg(?:e[sd]?|ing) on|ditch(?:es|ed|ing)?"
    r"|abandon(?:s|ed|ing)?|dump(?:s|ed|ing)?|ax(?:e[sd]?|ing)|call(?:s|ed|ing)? off"
    r"|exit(?:s|ed|ing)?|opt(?:s|ed|ing)? out of|tur(?:n|ns|ned|ning) (?:its|their) backs? on"
    r"|walk(?:s|ed) out on|ran out|run(?:s|ning)? out|came to an end|comes to an end|at an end"
    r"|crumbled|disintegrated|fizzled out|(?:is|was|as good as|now|effectively|officially|it) "
    r"(?:dead|over|finished|buried)\b|declar(?:e[sd]?|ing) (?:it|this|that) (?:null and )?(?:void"
    r"|invalid|dead|over|at an end)|null and void|void|dead letter|defunct|unravel(?:l?ed|s)"
)
_REJECTED = (
    r"(?:refus(?:e[sd]?|ing|al)|declin(?:e[sd]?|ing)|fail(?:s|ed|ure)?)"
    r" to (?:sign|ink|join|accept|approve|endorse|initial)"
    r"|reject(?:s|ed|ing|ion of)?|vot(?:es?|ed|ing) (?:down|against)|turn(?:s|ed|ing)? down"
    r"|veto(?:es|ed|ing)?|threw out|thrown out|rebuff(?:s|ed|ing)?|spurn(?:s|ed|ing)?"
    r"|vot(?:es?|ed|ing) (?:\w+ ){0,6}?down|sa(?:y|ys|id) no to|rul(?:e[sd]?|ing) out|shot down"
    r"|dismiss(?:es|ed|ing)?|balk(?:s|ed) at|baulk(?:s|ed) at|snub(?:s|bed)"
    r"|(?:(?:do|does|did|will|would|can|could)(?: not| never|n['\u2019]t)|cannot|won['\u2019]t) "
    r"(?:\w+ly )?(?:accept|agree to|endorse|entertain|recogni[sz]e|put its name to|be party to)"
    r"|(?:declar|brand|call|deem)(?:e[sd]|ed|s) (?:\w+ ){0,6}?unacceptable|unacceptable"
)

STAGES: Mapping[AgreementStatus, str] = {
    "rejected": _REJECTED,
    "terminated": _TERMINATED,
    "suspended": _SUSPENDED,
    "in_force": _IN_FORCE,
    "ratified": _RATIFIED,
    "signed": _SIGNED,
    "agreed": f"{_READY}|{_AGREED}",
    "under_negotiation": _UNDER_NEGOTIATION,
    "proposed": _PROPOSED,
}
"""How each stage is reported; the latest stages first."""
BINDING = re.compile(_BINDING, re.IGNORECASE)
"""What is said of an agreement that binds, whatever its stage."""
CUE = Sought(
    r"(?<![\w-])(?:"
    + "|".join(f"(?P<{stage}>{words})" for stage, words in [*STAGES.items(), ("binding", _BINDING)])
    + r")(?![\w-])",
    re.IGNORECASE,
)
READY = re.compile(_READY, re.IGNORECASE)
TAKES_OBJECT = re.compile(
    r"(?:announc|declar|discuss|deliberat|negotiat|propos|seek|sought|consider|offer|shar|elevat"
    r"|upgrad|establish|launch|set up|came to|secured|suggest|mull|float|moot|edg|near|close to"
    r"|explor|reach|agree|br(?:oke|eak)|accept|push|adopt|stood|stand|extend|renew|prolong).*"
    r"|.*\b(?:of|to|on|from|by|for"
    r"|about|over|towards?|at)",
    re.IGNORECASE,
)
"""Stages whose agreement follows, unless it is their passive subject."""
INTRANSITIVE = re.compile(
    r"(?:expir|laps|ceas|collaps(?!e of)|br\w+ down|f(?:ell|all(?:s|en|ing)?) apart|(?:enter|came"
    r"|comes"
    r"|went|goes|coming).* into|t(?:ook|akes|aken|aking) effect|in force|in effect|holds|held"
    r"|.*holding|still|under|ready|open for|due for|set for|text|await|dead letter|defunct|null"
    r"|no longer(?! bound)|(?:suspend|halt|paus|freez)\w+ (?:its|their|the|all) (?:implem|applic"
    r"|operation|effect)|declar\w+ (?:it|this|that) |void|ran out|run|comes to an|came to an"
    r"|crumbled|disintegrated|fizzled|(?:is|was|now|effectively|officially|it|as good as) (?:dead"
    r"|over|fin|buried)|.* operational|in place|in operation|took hold|takes hold|taken hold|kick"
    r"|went live|began|start|begin|commence|been|(?:largely|mostly|broadly|has|have) held"
    r"|sent back|referred|return|in the|on the|bogged|hit|hang|at an?|won|unacceptable"
    r"|on hold|on ice|in abeyance|unravel|fray|(?:ended|ends)(?! (?:the|its|their|an?)\b)"
    r"|.*effective|remain|obliges|governs"
    r"|silenced|provid|dates|(?:is|was|came|already) ).*",
    re.IGNORECASE,
)
"""Stages whose agreement comes before."""
PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|gets?|got)\s+(?:(?:\w+ly|also|never|not|yet|still|since"
    r"|first|finally|both|now|then)\s+){0,2}$",
    re.IGNORECASE,
)
JOINED = re.compile(
    r",?\s+(?:and|as well as)\s+(?:(?:also|the|an?|its|their)\s+){0,2}|,\s+(?:the|an?)\s+"
)
"""What joins two names that one verb goes with."""
BESIDE = re.compile(
    r"[\s,'\u2019\"\u201d)]*(?:(?:and|which|that|already|previously|recently|formally|finally|once"
    r"|first|originally|just|newly|only|never|long|\w+ly|with [A-Z][\w-]+"
    r"|(?:in|on) [A-Z]\w+)[\s,]+){0,3}",
)
"""What may stand between a name and the participle that belongs to it."""
CLAUSE_END = re.compile(
    r"[;\u201d]|\b(?:which|who|that|whether|because|but|while|after|before|although|when|if"
    r"|said(?!:)|says|told|according)\b"
)
"""What parts a verb from what comes after it."""
NEVER = re.compile(
    r"\b(?:(?:will|would|shall) (?:not|never)|won['\u2019]t|wouldn['\u2019]t)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
"""What makes a signing one that is refused."""
NEGATED = re.compile(
    r"(?:\b(?:not|never|no|nobody|none|cannot|yet to|without|neither|nor|fail(?:s|ed|ing)? to"
    r"|den(?:y|ied|ies)|stop(?:s|ped)? short of)|n['\u2019]t)\b(?:\s+[\w'\u2019]+){0,4}\s*$",
    re.IGNORECASE,
)
DENIED = re.compile(
    r"\b(?:(?:den(?:y|ied|ies|ying)|refut(?:es|ed)|dismiss(?:es|ed))\b(?! (?:the|it)\b)"
    r"|reject(?:s|ed) (?:that|reports?|claims?|suggestions?|allegations?)\b)[^.;]{0,100}$",
    re.IGNORECASE,
)
UNTRUE = re.compile(
    r"\b(?:(?:described|reported|portrayed|given) as having|wrong(?:ly)?|incorrect\w*"
    r"|erroneous\w*|mistaken\w*|false\w*|contradict\w*|untrue|rumou?rs?"
    r"|in error)\b",
    re.IGNORECASE,
)
CONDITION = re.compile(
    r"\b(?:if|unless|once|provided|could|may|might|can|whether|until|should)\b[^;.]{0,80}$"
    r"|\b(?:when|as soon as)\s+(?:it|they)(?:\s+(?:is|are)\b[^;.]{0,40})?\s*$",
    re.IGNORECASE,
)
AHEAD = re.compile(
    r"(?:\b(?:to|will|shall|would)|['\u2019]ll)\s+(?:(?:be|have|been|also|soon|then|now|next|remain"
    r"|open|begin|start|launch|resume|hold|complete|\w+ly)\s+){0,3}$"
    r"|\b(?:is|are|was|were|due|set|expected|scheduled) to (?:have )?[^.;]{0,80}\band\s+$"
    r"|\b(?:discuss\w*|propos\w*|consider\w*|plan\w*|explor\w*|delay\w*|postpon\w*|towards?|before"
    r"|ahead of|pending|invit\w+|prospects?|possible|early|hope\w*|urge\w*|upcoming|for|await\w*"
    r"|expedit\w+|instruct\w+)\s+(?:(?:of|the|a|an|its|their|formal)\s+){0,3}$",
    re.IGNORECASE,
)
"""What stands before a stage that is still to come."""
TALKS_ON = re.compile(
    r"\b(?:talks|negotiations|consultations|work|drafting|hopes?|efforts?|bid"
    r"|discussions)\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
"""What stands before an agreement that is sought: it is the talks that break down."""
DEPENDS = re.compile(r"\s+(?:only\s+)?(?:when|once|if|as soon as|provided|unless)\b")
"""What stands behind a stage that waits for something."""
NEARING = re.compile(
    r"(?:\b(?:closer?|nearer) to|\b(?:near|nears|nearing|discuss\w*|consider\w*|explor\w*"
    r"|negotiat\w*|propos\w*|mull\w*|talks (?:on|about|over)|towards?|possibility of"
    r"|prospects? of))\s+"
    r"(?:(?:the|a|an|its|their|early|possible)\s+){0,2}$",
    re.IGNORECASE,
)
"""What stands before a signing that is still being talked about."""
PROPOSING = re.compile(
    r"\b(?:propos(?:ed|es|ing|als? (?:for|to|of))|suggest(?:ed|s|ing)|moot(?:ed|s)|offer(?:ed|s"
    r"|ing)"
    r"|floated|idea of)\s+(?:to\s+|the\s+|that\s+(?:\w+\s+){1,3})?$",
    re.IGNORECASE,
)
"""What makes a signing one that somebody proposes."""
THIN = re.compile(r"draft|proposals? (?:for|of)|conclusion of|signing", re.IGNORECASE)
"""Between a verb and its agreement, what does not part them: "rejected the draft treaty"."""
RESOLVED = re.compile(
    r"\b(?:agreed|agrees?|decided|decides|voted|votes|moved|managed|went on)"
    r"\s+(?:\w+\s+){0,3}?to\s+$|\b(?:held|lasted|survived|stood)\b[^.;]{0,40}\bbefore\s+$",
    re.IGNORECASE,
)
"""What makes it as good as done, if it can be done by deciding."""
