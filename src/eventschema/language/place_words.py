"""The words by which English says where: prepositions, nouns of places, and what is no place.

Compiled from the language of news; each table is a regular expression's alternatives.
"""

from __future__ import annotations


def _either(words: str) -> str:
    return "|".join(word.replace("_", r"\s+") for word in words.split())


LOCATIVE = _either(
    "in at near off outside inside within around across throughout along over"
    " close_to next_to through into via towards?"
)
"""What stands before a place and before few other names."""

OF_PLACES = _either(
    "north south east west north-?east north-?west south-?east south-?west northern southern"
    " eastern western central north[-\\s]of outskirts suburbs? coast waters? vicinity"
    " cent(?:er|re) heart streets? edge gates? parts? section stretch shores? banks? mouth tip"
    " city town village hamlet settlement municipality commune port harbou?r capital seat"
    " province region district state county prefecture governorate department territory oblast"
    " republic canton division sub-?district township borough ward quarter neighbou?rhood area"
    " island islands isle archipelago peninsula valley strip enclave exclave resort base site"
    " airport bridge crossing checkpoint camp skies airspace frontier environs miles km kilomet\\w+"
    " (?:held|staged|run|based|operat\\w+|work\\w+|sail\\w+|fl(?:ew|ying))_out"
    " metropolis stronghold slum zone crossroads cove fort island-state nation country coastline"
)
"""What stands before "of" and a place: "the port of", "north of", "off the coast of"."""

KINDS = _either(
    "city town village hamlet settlement municipality commune port harbou?r province region"
    " district sub-?district state county prefecture governorate department territory oblast"
    " krai raion canton division township borough ward quarter neighbou?rhood suburb area zone"
    " sector section locality constituency island islands isles archipelago peninsula valley"
    " river rivers creek lake lagoon estuary canal reservoir dam bay gulf strait straits sea ocean"
    " channel basin delta shoal reef atoll cape coast coastline beach cove hill hills mountain"
    " mountains range ridge plateau plain desert forest jungle oasis pass tunnel glacier glen"
    " border frontier crossing checkpoint corridor line bridge road highway motorway expressway"
    " street avenue boulevard square roundabout junction intersection crossroads"
    " airport airfield airstrip aerodrome airbase base barracks garrison fort fortress outpost"
    " camp compound range ground grounds facility complex centre center plant refinery"
    " shipyard dockyard shipyards terminal depot station substation mine oilfield field farm"
    " headquarters embassy consulate mission palace castle villa residence mansion hotel resort"
    " hospital clinic school university college campus academy mosque church cathedral temple"
    " monastery shrine cemetery prison jail stadium arena theatre theater museum market bazaar"
    " mall park garden gardens zoo tower building gate enclave pier wharf jetty quay marina"
    " airspace waters seas skies"
)
"""Nouns that close the name of a place: "the Poltava region", "the Aswa bridge"."""

KINDS_BEFORE = _either(
    "training toll military naval air army navy refugee displacement border police bus train"
    " railway railroad metro coach fire power gas oil nuclear petrol ferry cargo container"
    " passenger conference convention cultural exhibition shopping business industrial"
    " government presidential state guest royal national international city town livestock"
    " cattle fish vegetable wholesale central main market prayer district regional provincial"
    " customs diamond gold coal copper iron salt firing shooting artillery missile testing test"
    " launch space exercise manoeuvre maneuver proving"
)
"""What may stand before such a noun in lower case: "Five Hills training area"."""

VENUES = _either(
    "Palace House Hall Hotel Centre Center Building Base Airport Airfield Port Harbou?r Barracks"
    " Garrison Headquarters HQ Residence Palace Castle Villa Club Resort University College School"
    " Academy Institute Museum Theatre Theater Library Stadium Arena Square Park Garden Gardens"
    " Hospital Mosque Church Cathedral Temple Bridge Tower Station Terminal Ministry Secretariat"
    " Embassy Consulate Chancery Kremlin Elysee Élysée Parliament Mission Camp Fort Gate Plaza"
    " Pavilion Lodge Estate Mansion Bhavan Bhawan Sadan Shipyard Dockyard Yard Pier Wharf Market"
    " Prison Road Street Avenue Highway"
)
"""The last word of the name of a building or a ground, which may house a body's name."""

NAMED_OF = _either(
    "Gulf Bay Strait Straits Sea Isle Island Islands Cape Horn Gate Mouth Lake Mount Valley City"
    " Port Province Region State Republic Kingdom Ministry Palace House University Hall Museum"
    " Institute Academy Court Department Church Cathedral Temple Rock Bight Plain Pass Tomb"
    " Heights District Territory Commonwealth Coast Archipelago Firth Sound"
)
"""A name's word behind which "of" goes on with the name: "Gulf of Guinea"."""

PARTICLES = _either(
    "de del della di do da dos das du la las le les los el al es en an am auf der den sur sous"
    " upon und y e bin ibn ad ar as ash az ed er"
)
"""The small words inside names: "Rio de Janeiro", "Dar es Salaam"."""

DIRECTIONS = _either(
    "north-?eastern north-?western south-?eastern south-?western northern southern eastern western"
    " central upper lower inner outer mainland coastal north-?east north-?west south-?east"
    " south-?west north south east west far_northern far_western far_eastern"
)
"""What stands before a name and tells which part of it."""

SURE_PLACES = _either(
    "river rivers road highway motorway street avenue island islands coast border frontier"
    " peninsula plateau front line bridge lake mountain mountains hill hills ridge canal outskirts"
    " railway motorway expressway beach waters shoal reef strip archipelago base shore shores"
)
"""What makes a place of a name behind "on the"."""

ISLANDS = _either(
    "Okinawa Honshu Hokkaido Kyushu Shikoku Ishigaki Miyako Yonaguni Luzon Mindanao Palawan Batanes"
    " Basilan Jolo Java Sumatra Bali Borneo Sulawesi Lombok Timor Crete Rhodes Lesbos Samos Chios"
    " Corfu Lemnos Sicily Sardinia Corsica Lampedusa Mallorca Majorca Ibiza Menorca Tenerife"
    " Lanzarote Fuerteventura Gran_Canaria Madeira Gotland Öland Bornholm Saaremaa Hiiumaa Svalbard"
    " Jan_Mayen Zealand Funen Skye Orkney Shetland Anglesey Guernsey Jersey Guam Tinian Saipan Oahu"
    " Maui Kodiak Zanzibar Pemba Unguja Tasmania Bougainville Guadalcanal Malaita Viti_Levu"
    " Vanua_Levu Tongatapu Upolu Espiritu_Santo Jeju Baengnyeong Yeonpyeong Kinmen Matsu Penghu"
    " Hainan Mayotte Diego_Garcia Socotra Kish Qeshm Kharg Abu_Musa Sakhalin Iturup Kunashir Phuket"
    " Langkawi Labuan Penang Batam Natuna Djerba Lamu Bioko Annobón Príncipe Anjouan Hispaniola"
    " Tobago Vieques Chiloé"
)
"""Islands behind "on" that no noun marks: "on Okinawa"."""

STRUCK = _either(
    "hit hits hitting struck strikes? shelled shelling bombed bombing rocked rocks shook shaken"
    " pounded raided stormed entered captured seized overran reached reaching visited visiting"
    " visits? toured left leaving besieged bombarded targeted? attacked"
)
"""Verbs whose object may be a place, if the name is known as one."""

ARRIVED = _either(
    "travel(?:s|led|ed|ling|ing)? fl(?:y|ies|ew|own|ying) go(?:es|ing)? went returned? returning"
    " head(?:s|ed|ing)? sail(?:s|ed|ing)? trips? visits? journeys? mov(?:e|es|ed|ing) rush(?:ed)?"
    " deployed dispatched road route way highway railway flights? flight transferred taken"
    " evacuated withdrew withdrawn fled bound driving drove train bus ferry ship"
    " (?:invit\\w+|brought|brings?)(?:_[\\w.'\u2019-]+){1,12}?"
)
"""What stands before "to" and a place; before other names "to" has them as persons."""

ROUTES = _either(
    "road roads highway motorway railway line route border frontier stretch area halfway midway"
    " somewhere travell?ing sailing pass waters sea strait crossing way corridor driving flight"
    " train ferry bus track"
)
"""What stands before "between" and two places; before other names it has persons and states."""

EVENTS = _either(
    "attack attacks assault bombing bombings bomb blast blasts explosion massacre shooting siege"
    " killings? strike strikes raid clash clashes incident riots? crash collision summit talks"
    " meeting conference standoff ambush hijacking kidnapping fire flood floods earthquake carnage"
    " protests? truce dialogue forum"
)
"""Nouns of events, before which a place may stand: "the Busan summit"."""

TITLES = _either(
    "Exercise Operation Article Section Chapter Resolution Protocol Phase Annex Appendix Table"
    " Figure Mr Mrs Ms Dr Sir Lord Gen Col Lt Maj Capt Adm President Minister King Queen Prince"
    " Princess Chancellor Premier Secretary Ambassador General Colonel Admiral Captain Major"
    " Pope Bishop Sheikh Ayatollah Senator Vice-President Deputy Foreign Defen[cs]e Prime HMS HMAS"
    " USS INS KDB KRI BRP HMNZS HMCS SS MV MT MS KD TCG HDMS HNoMS"
)
"""What opens something that is no place: an office, an exercise, a ship."""

NO_PLACES = _either(
    "Reuters AFP AP Xinhua TASS Kyodo Yonhap Bloomberg ANI PTI CNN BBC Facebook Twitter Telegram"
    " Instagram WhatsApp YouTube TikTok X God Parliament Congress Islam Christianity Ramadan Eid"
    " Christmas Easter New_Year COVID Covid COVID-19 Brief"
    " Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May"
    " June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct"
    " Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Spring Summer Autumn Winter"
    " I We He She It They This That These Those The A An His Her Its Their Our My Your All Some"
    " Both Many Most If When While As But And Or Yet So No Not Also Later Earlier Meanwhile"
    " What Who Which Where Why How There Here Part Line Time Times East West North South Photos?"
)
"""Single words that begin with a capital and are no place."""

BODIES = _either(
    "Union Nations NATO League Organi[sz]ation Company Bank Airlines Airways Corporation Committee"
    " Federation Association Movement Party Foundation Group Alliance Front Council Commission"
    " Assembly Agency Authority Government Cabinet Senate Force Forces Army Navy Guard Guards"
    " Police Brigade Battalion Regiment Squadron Fleet Command Corps Command Court Treaty Pact"
    " Accord Accords Agreement Agreements Convention Protocol Memorandum Declaration Charter"
    " Partnership Framework Initiative Process Plan Programme Program Dialogue Summit Conference"
    " Forum Meeting Talks Exercise Exercises Act Law Bill Constitution Code Times Post News"
    " Television TV Radio Cup Games Olympics League Championship Award Prize Ltd Inc plc GmbH"
    " Service Services Ministers Leaders Week Day Month Year Festival War Wars Revolution"
)
"""The last word of what is no place: bodies, agreements, occasions, media."""
