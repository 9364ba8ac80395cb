"""The words by which news reports violence by people against people, by category."""

from __future__ import annotations

from eventschema.spotting.incidents.vocabulary import (
    BOMB,
    DOERS,
    DRONE,
    HIT,
    OF,
    OFFICIAL,
    PEOPLE,
    PROTESTERS,
    SHELL,
    UP_TO_4,
    UP_TO_6,
    VESSEL,
    WEAPON,
    trigger,
)

_LEFT = (
    r"(?:kill(?:ed|s|ing)|wound(?:ed|s|ing)|injur(?:ed|es|ing)|maim(?:ed|s)"
    rf"|left {UP_TO_4}(?:dead|hurt|wounded|injured))"
)

ASSAULTS = (
    trigger(
        "hijacking",
        "act",
        r"hijack(?:ed|s|ing)?|commandeered|hijackers?|skyjack(?:ed|ing)|carjack(?:ed|ing)?"
        rf"|pirates? (?:\w+ ){{0,2}}(?:seized|seize|captured|capture|took|boarded|board|raided)"
        rf"|(?:seized|captured|taken(?: over)?|boarded) by {UP_TO_4}pirates"
        rf"|seizure(?:{OF} (?:the|an?) {UP_TO_4}{VESSEL}| by (?:\w+ ){{0,2}}pirates)"
        rf"|{VESSEL}[^.;]{{0,60}} (?:was|were|been) (?:taken over|overpowered|overrun)",
    ),
    trigger("hijacking", "name", r"hijackings?|hijack"),
    trigger(
        "kidnapping",
        "act",
        rf"kidnapp?(?:ed|s|ing)\s+(?:of|\w+)|kidnapped|abduct(?:ed|ing|s)?"
        rf"|(?:abduction|kidnapping){OF}|abductors|kidnappers"
        rf"|(?:took|taken|takes?|taking|held|holding|holds)\s+{UP_TO_4}(?:hostages?|captive)"
        r"|taken ashore|carried off|(?:was|were|been) snatched|snatched (?:from|by|while|off|as)"
        r"|(?:were|was|been)\s+seized(?=\s+(?:on|by|in|at|near|from|when|while)\b)"
        r"|whisked (?:away|off)|led away at gunpoint|taken from (?:his|her|their) homes?"
        r"|taken away by|persons taken away|marched (?:\w+ ){0,3}into the (?:bush|forest)"
        r"|bundled (?:\w+ ){0,3}into|forced (?:\w+ ){0,4}into (?:a|their) (?:\w+ )?(?:car|van"
        r"|vehicle)"
        r"|in captivity|forcibly disappeared",
    ),
    trigger("kidnapping", "name", r"kidnappings?|abductions?|hostage[- ]taking"),
    trigger(
        "assassination",
        "act",
        rf"assassinat(?:ed|es|ing)|assassination{OF}|hit ?m[ae]n"
        rf"|(?:killing|murder|slaying|shooting){OF} {UP_TO_4}{OFFICIAL}"
        rf"|{OFFICIAL}(?:,? [\w'\u2019-]+){{0,5}},? (?:was |were |had been )?(?:shot dead"
        rf"|gunned down"
        rf"|murdered|killed by {UP_TO_4}(?:gunm[ae]n|a bomb))",
    ),
    trigger("assassination", "name", r"assassination"),
    trigger(
        "bombing",
        "act",
        r"(?:car|truck|suicide|roadside|parcel|letter|pipe|nail|time)?[- ]?bombs? (?:\w+ ){0,3}"
        r"(?:explod\w+|went off|kill(?:s|ed)|blew|ripped|tore|hits?|struck|rocked|rocks?|wounds?"
        r"|injures?|shatters?|damaged|destroyed|gutted)"
        r"|explod(?:ed|es)|blew (?:up|(?:himself|herself|themselves|itself) up)|blown up|blows up"
        r"|detonat(?:ed|es)|(?<!alarm )went off|dynamited|bombed|set off (?:\w+ ){0,3}(?:bombs?"
        r"|charge|explosives?|device)"
        r"|(?:suicide|car|truck) bomb(?:er|ers)?(?: (?:attack|kill\w*|struck))?|bomber kill\w*"
        r"|(?:threw|thrown|hurled|lobbed|tossed|throw|throwing) (?:\w+ ){0,3}(?:grenades?|bombs?"
        r"|dynamite)"
        r"|grenades? (?:\w+ ){0,2}(?:thrown|hurled|exploded|lobbed)"
        rf"|{BOMB} (?:[\w'\u2019-]+ ){{0,6}}?{_LEFT}"
        r"|(?:hit|struck|ran over|stepped on|drove over|trod on|striking|hitting) (?:\w+ ){0,2}"
        r"(?:land)?mines?"
        rf"|(?:hit|struck|targeted|blasted) by an? (?:\w+ ){{0,2}}{BOMB}"
        r"|(?:planted|placed|laid) (?:\w+ ){0,3}(?:bombs?|explosives?|dynamite|charges?|mines?)"
        r"|bomb attack|mine blast|landmine blast|bomb blast|explosion of (?:an?|the|two|three)"
        r"|rigged with explosives"
        r"|blew (?:the|an?|up) (?:\w+ ){0,4}(?:apart|to pieces|open)",
    ),
    trigger(
        "bombing", "name", r"bombings?|explosions?|blasts?|bombs?|car bomb|detonations?|grenades?"
    ),
    trigger(
        "air_or_drone_strike",
        "act",
        rf"(?:air[- ]?strikes?|drone (?:strikes?|attacks?|raids?)|air (?:raids?|attacks?))"
        rf"|{DRONE}\s+{UP_TO_4}{HIT}|(?:hit|struck|damaged|attacked|killed|wounded|targeted)"
        rf" (?:[\w-]+ ){{0,4}}?by {UP_TO_4}{DRONE}"
        rf"|(?:warplanes?|jets?|helicopters?|aircraft|planes?|gunships?) {UP_TO_4}"
        r"(?:bomb(?:ed|s)|struck|hit|attack(?:ed|s)|fired|strafed|pounded|raided)"
        r"|drone debris|bombed from the air|aerial bombardment"
        rf"|(?:attack|struck|hit|raid|pound|bombard|target)\w* {UP_TO_6}with {UP_TO_4}{DRONE}"
        rf"|{DRONE} (?:\w+ ){{0,3}}(?:dropped|dropping|rammed|dived|dove|diving|launched at)",
    ),
    trigger("air_or_drone_strike", "name", r"the strikes?|(?:by|with) an? (?:\w+ )?drone"),
    trigger(
        "missile_or_artillery_strike",
        "act",
        rf"{SHELL}\s+{UP_TO_4}{HIT}|(?:hit|struck|damaged|caused|killed) by {UP_TO_4}{SHELL}"
        r"|shelled|shelling (?:the|their|its|a)|(?:rocket|mortar|missile|artillery) (?:attacks?"
        r"|strikes?|fire|barrage)"
        rf"|(?:fired|launched|lobbed)\s+{UP_TO_4}(?:rockets?|missiles?|shells?|mortars?)\s+"
        r"(?:at|on|against|towards? (?:the )?(?:\w+ )?(?:city|town|village|base|capital))"
        r"|bombarded|bombardment of|shelling of|came under (?:\w+ )?(?:shelling|shell ?fire)"
        r"|(?:fresh|new|shell) craters|incoming rounds?",
    ),
    trigger("missile_or_artillery_strike", "name", r"shelling|shell ?fire|bombardment|barrage"),
    trigger(
        "weapons_test",
        "act",
        rf"(?:flight-|test-)(?:fired|fires|launched|launches|firing|flew)"
        rf"|(?:tested|tests?|testing|test of|trial of|test-firing of"
        rf"|launch of)\s+{UP_TO_6}{WEAPON}"
        rf"|(?:fired|fires|launched|launches|firing|launching)(?:\s+what\s+\w+\s+(?:called|said))?"
        rf"\s+{UP_TO_6}{WEAPON}"
        r"|(?:missile|rocket|nuclear|weapons?|underwater nuclear) (?:tests?|launch(?:es)?)"
        r"|nuclear detonation|(?:fires?|fired) (?:[\w-]+ ){1,5}(?:in)?to(?:wards?)? (?:the )?"
        r"(?:\w+ )?(?:sea|waters|ocean)",
    ),
    trigger(
        "weapons_test", "name", r"(?:latest |the |\w+day's )launch(?:es)?|test-firing|weapons? test"
    ),
    trigger(
        "armed_attack",
        "act",
        r"open(?:ed|s|ing)? (?:fire|up (?:on|at|with))|shot dead|shot (?:and|to death)|shot at"
        r"|gunned"
        r" down|fatally (?:shot|stabbed)|cut down by|shoots? dead|guns? down|mow(?:ed|s) down"
        r"|(?:was|were|been|being) (?:\w+ )?shot|fir(?:ed|ing|es) (?:\w+ )?(?:shots|into|on|at"
        r"|upon)"
        r"|shots (?:were |was )?fired|shots rang out|burst of gunfire|(?:hail|burst) of bullets"
        r"|bursts? of [\w-]+ fire|riddled with bullets|peppered with"
        r"|sprayed|stabbed|knifed|hacked to death|beheaded|decapitated|massacred?"
        r"|slaughter(?:ed|s)|slew|hit by (?:[\w-]+ ){0,3}(?:fire|gunfire|gunshots|bullets?)"
        r"|ambush(?:ed|es|ing)|(?:laid|lay|lying) (?:in )?(?:ambush|wait)|waylaid|way-?lay\w*"
        r"|storm(?:ed|s|ing) (?:the|an?|into|\w+ \w+)|over(?:ran|run)\b"
        r"|received .{1,40} with bullets"
        r"|(?:was|were|been|being) (?:\w+ )?attacked|attack(?:ed|s) (?:the|an?|by|on|at|in|with"
        r"|\w+)|set upon|beat(?:en|ing)? up|(?:was|were|been) (?:\w+ )?beaten|bludgeoned|strangled"
        r"|(?:stoned|lynched|clubbed|trampled|beaten|stabbed|burned alive|tortured)(?: to death)?"
        r"(?= by| to death)|lynch(?:ed|es)"
        rf"|murder(?:ed|s|ing)|(?:murder|killing|slaying|(?:fatal )?shooting|massacre|lynching"
        rf"|execution|(?:fatal )?stabbing|shooting death|beating up|beheading|ambush){OF}"
        r"|slain|raided|executed (?:by|in|at)"
        r"|(?:came|come|coming|comes) under (?:\w+ )?(?:attack|fire)"
        r"|victims? of an? (?:\w+ )?attack|attempt on (?:his|her|the|their) li(?:fe|ves)"
        r"|(?:gun|knife|terror|terrorist|armed|grenade|machete|arrow|guerrilla|militant|rebel|acid"
        r"|axe|sword) (?:attacks?|assaults?|ambush|rampage)"
        rf"|raid (?:\w+ ){{0,2}}{VESSEL}"
        rf"|{DOERS} (?:[\w'\u2019-]+ ){{0,6}}?(?:entered|invaded|descended on"
        r"|swept (?:into|through)"
        r"|came (?:through|into|to)|burst into|rode into|besieged|laid siege to|captured|seized"
        r"|took (?:control|over)|fell upon|struck|kill(?:ed|s|ing)|shoot|shot|assault(?:ed|s))"
        rf"|{PEOPLE} (?:were |was |had been )?killed by {UP_TO_4}{DOERS}"
        r"|car ramming|rammed (?:his|her|a|the) (?:car|van|truck|vehicle) into"
        r"|drove (?:\w+ ){0,4}into"
        r" (?:a|the) crowd|ploughed into (?:a|the) crowd|rampage",
    ),
    trigger(
        "armed_attack",
        "name",
        r"operation carried out|attacks?|assaults?|ambush(?:es)?|shootings?|raids?|massacres?"
        r"|stabbings?|murders?|slayings?|lynchings?|beheadings?"
        r"|killings?|gunfire|assassins|incursion|onslaught|siege|shoot-up",
    ),
    trigger(
        "armed_clash",
        "act",
        r"clash(?:ed|es)?|(?:exchang(?:ed|ing|e of|es of|es)|trad(?:ed|ing))\s+(?:\w+ ){0,2}"
        r"(?:fire|gunfire|shots|bullets)"
        r"|fire ?fights?|gun ?(?:battles?|fights?|duels?)|shoot-?outs?|skirmish(?:es|ed)?"
        r"|(?:heavy )?fighting (?:\w+ )?(?:broke out|erupted|raged|flared|resumed)|days of fighting"
        r"|fought (?:an? )?(?:\w+ )?(?:battles?|gun battles?)|combat (?:took place|broke out)"
        r"|engaged (?:\w+ ){0,4}(?:in (?:an? )?(?:\w+ )?(?:battle|combat|firefight)"
        r"|for (?:\w+ )?(?:an"
        r"|\w+) hours?)|returned fire|repelled|beat back|cross-?border fire"
        r"|received the (?:police|troops|soldiers|patrol) with",
    ),
    trigger(
        "border_incursion",
        "act",
        r"crossed (?:the|into|over) (?:\w+ ){0,3}?(?:border|frontier|line(?: of (?:control"
        r"|contact))?"
        r"|airspace|river into)(?! and struck)"
        r"|(?:troops|soldiers|forces|army|police|militia|fighters|guards|jawans|servicem[ae]n"
        r"|tanks|patrol) (?:\w+ ){0,4}(?:crossed (?:into|over)|trespassed|intruded)"
        r"|crossed the whole of|(?:entered|violated|intruded into|penetrated|encroached (?:on|into)"
        r"|strayed into|breached|infring(?:ed|ing)|violating"
        r"|entry of|entry into|entering|flew into|sailed into) (?:[\w'\u2019]+ ){0,3}"
        r"(?:airspace|territory|territorial (?:waters|sea)|waters|air space|frontier|border)"
        r"|(?:entry|intrusion|incursion|foray)s? (?:of|by|into) (?:[\w'\u2019]+ ){0,8}(?:waters"
        r"|airspace|territory)|trespass(?:ed|es|ing) (?:into|[\w ]{1,20} into)"
        r"|balloons? (?:\w+ ){0,3}(?:drift\w+|flew|crossed|flying|entered) (?:\w+ )?(?:in|into|over"
        r"|from|the)",
    ),
    trigger(
        "ceasefire_violation",
        "name",
        r"(?<!in )(?:breach|violation)(?:es|s)?(?! of (?!the (?:truce|cease))| between)",
    ),
    trigger(
        "ceasefire_violation",
        "act",
        r"(?:broke|broken|violated|breached|breaking|violating) (?:the|a|their) (?:\w+ ){0,2}"
        r"(?:truce|armistice|cease-?fire)"
        r"|(?:heard|recorded|observed|noted|registered) (?:[\w~-]+ ){1,3}(?:bursts?|explosions?"
        r"|shots?"
        r"|rounds?|undetermined)",
    ),
    trigger("border_incursion", "name", r"incursions?|intrusions?|airspace violations?|trespass"),
    trigger(
        "riot",
        "act",
        r"riot(?:s|ed|ing|ers)?|loot(?:ing|ers)|looted(?! (?:uniforms?|goods|weapons|property))"
        rf"|(?:police|soldiers) and {PROTESTERS} clash\w*"
        r"|fought (?:with )?(?:the )?(?:riot )?police|rampag(?:ed|e)|turned violent|ransacked"
        rf"|{PROTESTERS} (?:\w+ ){{0,3}}clash(?:ed|es)?|mutin(?:y|ied|ies|eers|ous)|vandali[sz]ed"
        rf"|{PROTESTERS} (?:[\w'\u2019-]+ ){{0,4}}(?:pelt(?:ed|ing)|hurl(?:ed|ing)|threw|smash(?:ed"
        r"|ing)|overturned|stormed|broke (?:down|through|windows))|brickbats|prison (?:revolt"
        r"|uprising)|(?:fired|used|lobbed) (?:\w+ )?tear ?gas|disperse (?:the|a) (?:mob|crowd"
        r"|protest\w*|demonstrators|rioters)",
    ),
    trigger("riot", "name", r"unrest|violence|disturbances?|disorder"),
)
