"""The words inside and around a capitalized name that tell whether a person bears it.

Compiled from the language of news; all in lower case.
"""

from __future__ import annotations


def table(words: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(words.split())


THINGS = table(
    """
    academy accord accords act ad administration affairs africa african agence agencia agency
    agency's agreement air airbase aircraft airfield airline airlines airport airways al-qaeda
    al-shabaab alliance am amendment america annex annual antarctic anti arab arabiya
    archdiocese archipelago arctic area arena army arrangement arsenal article asia asian
    assembly associates association atlantic atomics authority avenue awards axis balkan baltic
    bank barracks base basin battalion battery bay bc beach belt bilateral bill bloc block
    bloomberg board boko boulevard bourse branch bridge briefing brigade broadcasting buddhist
    budget building bulletin bureau business cabinet caliphate camp campaign canal cape capital
    caribbean catholic caucasus caucus census center central centre ceremony cet chamber channel
    chapter charter chinese christian christmas chronicle church circle civil clause clinic club
    coalition coast coastguard cobra code college colony column command commission committee
    commonwealth community compact companies company concert confederation conference congress
    consortium constituency constitution constitutional continental convention convoy
    cooperation coral corp corporation corps corridor council council's county courier court
    covenant creek criminal crisis crossing cup cyclone daily dam database day deal declaration
    defence defense delegation delta department deputies deputy derby desert dialogue diet
    digest directorate district division diwali dock doctrine donbas duma dynamics earthquake
    east easter eastern echo economic edition eid election electric embassy emirates enterprise
    enterprises est eu europe european eve exchange exercise express facility faction factory
    fair falls family farc farm federal federation ferry festival field fighters file fjord
    fleet force forces foreign forest fort forum foundation framework freedom frigate front fund
    funds games garrison gate gazeta gazette globe gmbh gmt government governorate graphic group
    guard guardian guards guesthouse guild gulf hall halls hamas haram harbor harbour
    headquarters heights herald heritage hezbollah highlands highway hill hills hindu holdings
    hospital hotel house house's houthi houthis hub human hurricane inc independence independent
    index indo-pacific industries initiative inlet inquirer institute insurance intelligence
    international investment iron isis islamic island islands isles ist japanese jazeera jewish
    jihad joint journal junction jungle khural kingdom knesset kremlin laboratory lagoon lake
    land lashkar-e-taiba law league ledger legion legislature lent levant liberation library
    limited line lines llc lodge lok lower loya ltd magazine maghreb mail mall mansion maoist
    maoists marine marines maritime market masjid mazhilis media mediterranean meeting
    memorandum memorial mercury messenger metro militants military militia mill mine minister's
    ministry missile mission monastery monetary monitor monument mosque motors motorway mount
    mountain mountains mouth movement multilateral museum muslim mutual national nations nato
    navy neck news newspaper newswire nobel non-aligned nordic north northeast northern
    northwest observer ocean oceania office olympic olympics operation operations opposition
    order organisation organization orthodox outpost pacific pact page palace par para parade
    park parliament parties partners partnership party pass passover patriots peace peak
    peninsula pentagon petroleum phase photo pipeline plain plan plateau plaza plc pm point
    police policy politburo polytechnic port post powers prefecture premiership presidency press
    prime prison prize program programme project protest protocol province provinces publishing
    qaeda quad quarter quay rada radio railway railways rally ramadan range rebels record reef
    referendum refinery reform refuge regiment region regional register registry relations
    republic reserve reservoir resolution resort reuters review revolution rica ridge rig river
    rivers road rockets roundtable route royal sabha saharan sahel sanctuary savings school sea
    seas secretariat section sector securities security sejm self-defence self-defense senate
    sentinel series service services session shabaab shield shipmanagement shipping shipyard
    shoal shore shura sitting society solutions south southeast southern southwest special
    sporting squadron square stadium standard star state statement states station steel steppe
    stock stores storm strait straits strategic strategy stream street street's strip summit
    supply supreme survey system systems taliban tanker task team technologies tehreek-e-taliban
    telecom telegraph television temple temples terminal territories territory theater theatre
    tigers times today tourism tower towers town township trade tradition transport treasury
    treaty trial tribunal tribune trilateral truce trust tv typhoon un understanding unicef
    union unit united unity universal university upper utc valley vessel vessels veterans vice
    video view village volcano vote wall war ward warriors watch water waters way week west
    western wharf white wing wire workers works world yacht yard year youth zakat zone
    """
)
"""Words inside the names of bodies, places, events and things."""
FUNCTION_WORDS = table(
    """
    a about above according across acting addressing after again against ahead all along also
    although always amid among amongst an analysis and another any are army around as asked at
    away background be because been before behind being below beneath beside besides best
    between beyond both breaking but by can clarification concerning correction could dear
    despite did do does don't down dozens during each earlier editorial eight either eleven
    enquiries even ever every except exclusive explainer few first five follow following for
    former four fresh from furthermore given good gunmen had has have he he's hence her here him
    his how however hundreds i i'm if image in including incoming inside instead interim into is
    it it's its just last late later less let like live many may maybe me meanwhile might
    militants more moreover most much must my near neither never new next nine no nobody none
    nor not note nothing now of off officials often old on once one only onto opinion or other
    others our out outgoing outside over past per perhaps photo picture please police
    president's previous protesters read rebels regarding residents said same says second see
    separately seven several shall share she she's should since six so soldiers some sometimes
    soon sources speaking still such talks ten thank thanks that that's the their them then
    there there's these they they're third this those though thousands three through throughout
    thus till to today told tomorrow tonight too toward towards troops truce twelve twice two
    under underneath unlike until up update updated upon us versus very via video was watch we
    we're welcome were what when where which while who whom whose why will with within without
    witnesses would yes yesterday yet you your
    """
)
"""What is no part of a name, even in upper case: words that open a sentence."""
PARTICLES = table(
    """
    abu ag al ap ben bin bint binti da das de del della den der di dos du el ibn la le mac ould
    ten ter uld van von walet zu
    """
)
"""Small words that may begin a family name."""
INNER_PARTICLES = table(
    """
    abu ag al ap ben bin bint binti da das de del della den der di dos du e el i ibn la le mac
    ould ten ter uld und van von wa walet y zu
    """
)
"""Small words inside a name."""
MONTHS_AND_DAYS = table(
    """
    apr april aug august dec december feb february fri friday jan january jul july jun june mar
    march may mon monday nov november oct october sat saturday sep sept september sunday thu
    thurs thursday tue tues tuesday wed wednesday
    """
)
"""Months and weekdays."""
SHIPS = table(
    """
    ara bns boat brp carrier cgc corvette cruiser cutter destroyer ferry fgs freighter frigate
    fs hmas hmcs hmnzs hms ins its jds js kd kdb kri ms mt mv orp plans pns rfa rfs roks ship
    sls ss submarine tanker tcg trawler tug tugboat uscgc usns uss vessel warship
    """
)
"""What stands before a ship's name."""
PLACE_PREPOSITIONS = table(
    """
    across along around at beyond in inside into near off onto outside throughout toward towards
    via within
    """
)
"""What stands before a place and before few persons."""
ORGANIZATION_NOUNS = table(
    """
    accord agency band bank brand broadcaster called chain channel charity city club company
    daily district drill exercise firm group island magazine maker network newspaper ngo
    operation operator organisation organization pact party platform port province region river
    state station team town treaty union village website
    """
)
"""What stands before the name of a body or a place."""
PLACE_NOUNS = table(
    """
    accord administration agreement airport area attack base bombing border bridge camp city
    clan county crossing dialogue district drill drone exercise faction festival forum
    government group highway hospital hotel island market massacre military missile movement
    naval neighborhood neighbourhood network pact party plant port protocol province regime
    region river road school shipyard stadium suburb summit system talks town treaty tribe
    university valley village
    """
)
"""What stands behind the name of a place, a body or a thing."""
SPEAKING = table(
    """
    acknowledged added adds admitted alleged alleges announced appealed argued asked believes
    claimed claims commented conceded confirmed counted declared declined denied estimated
    explained insisted joked noted posted put quipped recalled remarked replied reported reports
    said saying says stated stressed tells thinks told tweeted tweets warned wrote
    """
)
"""What a person does who merely speaks."""
VERBS = table(
    """
    accompanied acknowledged added adds admitted alleged announced announces apologised
    apologized appealed appreciated argued arrived arrives asked asks assured attended attends
    believes born briefed called chaired chairs claimed claims conceded condemned confirmed
    conveyed declared denied denies departs died discussed emphasised emphasized explained
    expressed fled flew greeted had hailed handed has headed heads held highlighted holds hopes
    hosted hosts initialled inked insisted invited is joined joked knows laid leads led left
    lives lost married meet meeting meets met noted paid plans pleaded pledged posted praised
    presided quipped recalled received receives reiterated remarked replaced replied represented
    resigned retired said saying says signed signs speaks spoke stated stepped stressed
    succeeded surrendered survived takes teaches tells testified testifies thanked thanks thinks
    told took traveled travelled travels tweeted underlined underscored urged urges visited
    visits vowed vows wants warned was welcomed were will won works would wrote
    """
)
"""What people do, behind their names."""
DONE_TO = table(
    """
    abducted accused appointed arrested asked assassinated between by charged congratulated
    detained elected freed greeted host hosted hosting identified including invited kidnapped
    killed killing meet meeting meets met murdered named quoted receive received receives
    receiving released replace replaced said says succeed succeeded summoned tell thanked told
    visit welcome welcomed welcoming
    """
)
"""What is done to people, before their names."""
