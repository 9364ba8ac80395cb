"""Given names that newspapers of the world print often, as one sign among others of a person.

Written down from general knowledge, culture by culture, without accents. Words that are as often
something else (Will, Mark, Hope, Chase, Grant) are left out, as are names of countries and cities.
"""

from __future__ import annotations

import unicodedata

_ENGLISH = """
    aaron abel abigail adam adrian alan albert alex alexander alexandra alfred alice alison allan
    allison amanda amelia amy andrea andrew angela angus ann anna anne anthony antony april arnold
    arthur ashley audrey barbara barry beatrice ben benjamin bernard beth betty beverly billy bob
    bobby boris brandon brenda brent brian bridget bruce bryan caitlin calvin cameron carl carla
    carol caroline carolyn catherine cathy cecil charles charlotte cheryl chris christian christina
    christine christopher claire clara clarence claude clifford clive colin connor craig curtis
    cynthia cyril daisy damian daniel danielle danny darren dave david deborah declan denis dennis
    derek diana diane dominic don donald donna dora doris dorothy doug douglas duncan dylan edgar
    edith edmund edward edwin eileen elaine eleanor elizabeth ella ellen elliott elsie emily emma
    eric erica ernest esther ethan eugene eva evan evelyn fergus fiona frances francis frank fred
    frederick gareth gary gavin geoff geoffrey george gerald gerard gilbert gillian gladys glen
    glenn gloria gordon grace graham greg gregory hannah harold harriet harriett harry harvey hayley
    heather heidi helen henry herbert hilary horace howard hubert hugh hugo ian irene iris isaac
    isabel isobel ivan ivor jack jackie jacob jacqueline jake james jamie jane janet janice jasmine
    jason jean jeff jeffrey jennifer jenny jeremy jerome jerry jesse jessica jill jim jimmy joan
    joanna joanne joe joel john johnny jonathan joseph josephine josh joshua joyce judith judy julia
    julian julie june justin karen kate katherine kathleen kathryn katie keith kelly ken kenneth
    kerry kevin kieran kimberly kirk kristen kyle larry laura lauren laurence lawrence leah lee leo
    leon leonard leroy leslie lewis liam lillian linda lindsay lisa liz lloyd lois lorraine louis
    louise lucas lucy luke lydia lynn mabel madeleine malcolm marcia marcus margaret marian marie
    marilyn marion marjorie martha martin marvin mary mathew matthew maureen maurice maxine megan
    melanie melissa michael michelle miguel mike mildred miles miranda mitchell moira molly monica
    morgan muriel murray nancy naomi natalie nathan nathaniel neil nelson nicholas nick nicola
    nicole nigel noah noel nora norma norman oliver olivia oscar owen pamela patricia patrick paul
    paula pauline peggy penelope percy peter phil philip phillip phoebe phyllis polly quentin rachel
    ralph raymond rebecca reginald rhys richard rick robert roberta robin rod roderick rodney roger
    roland ron ronald rory rosemary ross roy rupert russell ruth ryan sally sam samantha samuel
    sandra sara sarah scott sean sharon sheila sheldon shirley sidney simon sophia sophie stanley
    stella stephanie stephen steve steven stewart stuart susan suzanne sylvia tara ted terence
    teresa terry theodore theresa thomas tim timothy tina toby todd tom tommy tony tracy travis
    trevor valerie vanessa vera vernon veronica victor vincent viola violet vivian wallace walter
    warren wayne wendy wilfred william winifred winston yvonne zachary zoe
"""
_ROMANCE = """
    adelina adriana adriano agustin alain alberto alejandra alejandro alessandra alessandro
    alexandre alfonso alfredo alicia alvaro amparo ana anabel andre andres anibal anita antoine
    antonella antonia antonio armando arnaud arturo augusto aurelie aurora baptiste beatriz benito
    bernardo bertrand bianca blanca bruno camila camille carlo carlos carmen catalina cecile cecilia
    celine cesar chantal chiara christophe claudia claudine claudio clement cristian cristiano
    cristina cristobal damien daniela daniele danilo dario delphine denise diego dolores domingos
    dominique edouard eduardo elena eliana elisa eloise emanuele emilia emiliano emilie emilio
    emmanuel enrique enzo ernesto esperanca esteban etienne eugenia eugenio fabien fabienne fabio
    fabrice facundo federica federico felipe felix fernanda fernando filipe filippo flavia flavio
    florian francesca francesco francisca francisco franco francois francoise gabriel gabriela
    gabriele gael genevieve geraldine gerardo giacomo gianni gilberto gilles giorgia giorgio
    giovanna giovanni giulia giuseppe gonzalo graciela gregoire guido guilherme guillaume guillermo
    gustavo hector herve hugues ignacio ines inigo irina isabela isabella isabelle isidro ismael
    jacinto jacques jaime javier jean-baptiste jean-claude jean-luc jean-marie jean-michel jean-paul
    jean-pierre jerome joao joaquim joaquin jordi jorge jose josefina juan juana julien julieta
    juliette julio laetitia laurent leandro leonardo leonel leonor leopoldo lionel lorena lorenzo
    luca lucia luciana luciano luis luisa manuel manuela marc marcel marcela marcelle marcello
    marcelo marco marcos margarita maria mariana mariano marina mario marisol marta massimo mateo
    mateus mathieu matias matteo mauricio mauro maximo melchor mercedes michel michele miguel
    mireille monique montserrat morgane natalia nathalie nelson nestor nicolas nina noelia norberto
    nuno octavio odile olivier orlando osvaldo otavio pablo paolo pascal pascale patrice patricio
    paulo pedro philippe pierre pietro rafael ramiro ramon raphael raul renato rene ricardo rita
    roberto rocio rodolfo rodrigo rogelio rolando romain rosa rosario ruben rui sabrina salvador
    sandrine santiago sebastian sebastien sergio silvia silvio simone sofia soledad sonia stefania
    stefano susana sylvain sylvie tatiana thiago thierry tomas umberto valentina valeria vicente
    viktor vincenzo virginie viviana xavier ximena yolanda yves
"""
_EASTERN_EUROPE = """
    adrian agnieszka akos aleksandar aleksander aleksandr aleksandra aleksei aleksey alena ales
    alexandru alexei alexey alina alisher alla ana-maria anastasia anatol anatoly andras andrei
    andrej andriy andrzej anton aram arben ardian armen arsen artem artur aurel aylin balazs bartosz
    bela bogdan bohdan bojan boyko branko catalin cezary cristian csaba damir danylo daria
    darko davit denys dimitar dimitri dimitris dmitri dmitriy dmitry dmytro doina dragan dusan
    dzmitry eduard egor ekaterina elena elina emil erzsebet evgeni evgenia evgeny fatmir ferenc
    filip gabor galina garik gennady georgi georgios gergely giorgi gjorge goran grigore grzegorz
    gyorgy henryk hrant hristo igor ihor ilham ilia ilie ilir ilya inga ioan ioana ion ionut irakli
    irina iryna istvan iulia ivana ivo iwona jacek jadwiga jan janez janos janusz jaroslav jaroslaw
    jelena jerzy jiri joanna jonas josip jovan jozef jurgen juri justyna kaja karel karol katarzyna
    kateryna kestutis kira kiril kirill klara konstantin konstantinos kostas krisztina krzysztof
    ksenia kyriakos laszlo lech leonid leszek lev levan lidia liudmila ljubica lubos lucjan lukas
    lukasz lyudmila maciej magdalena maia maja maksim maksym malgorzata marcin marek marian marija
    marius mariya marko marta matej mateusz maxim mihai mihail mikhail mikola mikolaj mikulas milan
    milena milos mircea mirjana miroslav mladen monika mykhailo mykola nadezhda narek nataliia
    nataliya natasha nebojsa nicolae nikol nikola nikolai nikolay nikos oksana olaf oleg oleh
    oleksandr oleksii oleksiy olena olga olha ondrej ovidiu pavel pavlo pawel petar peteris petr
    petra petro petru piotr plamen polina radek radim rados radoslaw radu raisa rashad ratko roman
    ruslan ruxandra ryszard sandor sasha sergei sergey serghei sergiu serhii serhiy simona slavko
    slobodan snezana sofiya sorin stanislav stanislaw stavros stefan stepan svetlana sviatoslav
    tadas taras tatyana teodor tetiana tibor tihomir tomasz tomislav traian tudor vaclav vadim vadym
    valentin valentyna valeriy valery vanja vasil vasile vasily vasyl vesna viacheslav viktor
    viktoria vitali vitaliy vitaly vjosa vlad vladimir vladislav vojtech volodymyr vuk vyacheslav
    waclaw waldemar wieslaw wladyslaw wojciech yana yaroslav yekaterina yelena yevgeny yevhen yulia
    yuliia yuri yuriy yury zbigniew zdenek zeljko zhanna zlatko zofia zoltan zoran zsolt
    zuzana zuzanna
"""
_NORTHERN_EUROPE = """
    aksel alva anders andreas anja anke anneli annika arne arto astrid axel benedikt bengt bernd
    birgit birgitta bjarne bjorn brigitte carsten christoph claus dieter dirk ebba eero einar eirik
    elke elsa erik erika erkki ernst espen ewa franz frederik fredrik frida friedrich fritz gerd
    gerhard gert gertrud gisela giske greta gudrun gunnar gunther gustav guus haakon halvard hannes
    hans harald hege heikki heiko heinrich helga helle helmut hendrik henk henrik herman hildegard
    holger horst inger ingrid jaakko jaap jens jeroen joachim jochen johan johanna johannes jonas
    joost jorg jorma josef jukka jurgen jussi kaarina karin karl karl-heinz karsten kersti kirsten
    kjell klaus kristian kristina kristjan kurt lars lasse leif lena lennart liv ludwig lutz maarten
    maike manfred mareike margot margrethe marit markku markus martina martti mathias mats matthias
    matti mette mikael mikko morten nele niels niklas nils ola olav ole oskar otto outi paavo peer
    pekka per petteri piet pieter poul ragnar rainer reinhard riitta rolf rudolf ruud sabine sander
    sebastiaan sigrid silke silvana sjoerd solveig stefanie steffen sten stig susanne svein sven
    tanja tapio tarja tarmo thorsten tiina timo tobias tore torsten trine tuula ulf ulla ulrich
    ulrike urho ursula uwe ville wilhelm willem wim wolfgang wopke wouter yngve
"""
_MIDDLE_EAST = """
    abbas abdallah abdel abdelaziz abdelkader abdelmadjid abdou abdoulaye abdul abdulaziz abdulhamid
    abdulkadir abdullah abdullahi abdulrahman abdurrahman adel adem adnan afshin ahmad ahmed ahmet
    aida aisha akbar alaa ali alireza aliyu amal amin amina amir amjad ammar anas anwar arash arif
    asad asghar ashraf asif asma assad atif avi ayaan ayelet ayesha ayman aysha aziz bachir badr
    bahaa bahram bakir bashar bashir basil bassem behzad bekir benny bilal binyamin boutros bulent
    burak cem cemal danish davut dawood dina djamel ebrahim ehsan ehud ekrem elham eli eliyahu emine
    emre engin erdal fadi fahad fahd faisal faiz farah fareed farid farida farooq farouk faruk
    fatemeh fathi fatima fatma fawzi fayez faysal ferhat feridun fuad gadi gamal ghada ghassan
    gholam gideon habib hadi hafez haidar haider hakan hakim halil hamad hamdi hamed hamid hamza
    hana hanan hani haroon hasan hashem hashim hassan hatem hayder haytham hazem hesham hicham
    hisham hosni hossein huda hulusi huseyin hussain hussein ibrahim idris ihab ilham imad iman
    imran inas iqbal irfan ishaq ismail israa issa issam iyad jabbar jaber jafar jalal jamal jamil
    jamila javad javed jawad kadir kamal kamel kareem karim karima kassem kemal khadija khaled
    khalid khalifa khalil laila latif layla leila levent luay lubna lutfi maha mahdi mahmoud mahmud
    majed majid manal mansour marwan maryam masoud massoud mehdi mehmet melih menachem mesut miri
    mohamad mohamed mohammad mohammed mohsen mona moncef mordechai moshe mostafa mourad muhammad
    muhammadu mujahid mukhtar munir murat musa mustafa nabil nabila nadia nadim naftali naim naji
    najib najla naser nasir nasser nawaf nawaz nayef nazar nechirvan nihad nizar noura nuri omar
    omer orhan osama osman othman ozan ozgur parviz qasim qassem rachid rafiq rahim rami rana rania
    rashid rasul recep reem reza riad riyad riyadh rouhollah ruhollah saad sabah saddam sadiq saeed
    safa sajjad salah saleh salem salim salma salman sami samir samira sana sayed selim selma serhat
    shahbaz shahid shakir sharif shaul shimon shirin shlomo sinan sohail soheil suleiman suleyman
    taha taher tahir talal tamer tamim tarek tariq tawfik tayyip tunc turki tzipi ugur umar umer
    usman uzi vahid wael wahid waleed walid waqar waseem wissam yahya yair yaser yasir yasmin yasser
    yoav yosef yossi younis yousef youssef yousuf yusuf zafar zahid zahra zaid zainab zakaria zaki
    zeynep zia ziad zubair
"""
_SOUTH_ASIA = """
    abhijit abhishek aditi aditya ajay ajit akash akhilesh akshay alok amar amarinder amit amitabh
    amrit anand ananya anil anindita anita anjali anju ankit anup anupam anura anurag aparna
    arjun arun aruna arunava arvind asha ashish ashok ashwin ashwini atul avinash babar babu bandula
    bhim bhupesh bijay biman binod bipin chandan chandra chandrika charith chetan darshan deepa
    deepak dev devendra dhananjaya dharmendra dilip dinesh dipu divya dushmantha farhan
    ganesh gaurav gautam geeta girish gita gopal gotabaya govind hari harini harish harjit harsh
    harsha harshavardhan hasina hemant indira indra indrajit ishaan jagat jagdeep jaishankar janaka
    jaya jayant jitendra jyoti kabir kailash kamala kanak kapil karan karthik kavita keshav khadga
    khaleda kiran kishore krishna kriti kunal lakshmi lalit lalith lata madhav madhu mahesh mahinda
    maithripala mallika mamata mamnoon mangala manish manjula manmohan manoj maya meena meera milind
    mira mohan mukesh murali nagma namal nandini narayan narendra naresh naveen navin navjot neelam
    neeraj neha nikhil nimal nirmala nishant nitin nitish om padma palitha pallavi pankaj parvathi
    pawan piyush prabhat prabodh pradeep prakash pramod pranab prasad prasanna prashant pratap
    pratibha praveen preeti prithvi priya priyanka punit purnima pushpa radha raghav rahul raj raja
    rajan rajapaksa rajat rajendra rajesh rajiv rajnath raju rakesh ramesh ranil ranjan ranjith
    rashmi ravi ravindra ravish rekha renuka rishi ritu rohan rohini rohit roshan ruchi runa sachin
    sajith samantha sameer sandeep sandhya sangeeta sanjay sanjeev santosh sarath sarita saroj
    satish satya saurabh seema shankar shanti sharad sharath shashi shavendra shekhar sher
    shivshankar shreya shruti shyam siddharth sita smriti sneha somnath sonali sonam subhas
    subramanyam sudha sudhir sujata sukumar suman sumit sundar sunil sunita suraj suresh surya
    sushil sushma swati tarun tejas tejashwi uday uma upendra usha vandana varun vasundhara venkat
    vidya vijay vijaya vikas vikram vinay vineet vinod viraj vishal vishnu vivek yash yogesh yogi
    zeenat
"""
_EAST_ASIA = """
    akihiko akihito akiko akio akira anh aoi asako asuka atsushi ayako ayame baek bao binh bolin
    changyi chao cheol chieko chihiro choi chul chung cuong dae-jung daisuke daming dawei deming
    dong duc eiji eun feng fumihiko fumiko fumio goro gota guang guoqiang hae-in haitao hajime
    haruka haruki haruko haruto hayato hideaki hideki hideo hidetoshi hien hikaru hirofumi hirokazu
    hiroki hiroko hiromi hiroshi hiroyuki hisashi hitoshi hoa hoang huan hui hung huong huy hye hyun
    ichiro isamu itsunori jae-in jae-myung ji-hoon ji-won jiajun jianguo jianming jie jing jingtai
    jinping jintao jiro jong-un jun junichi junichiro junji kaori kaoru katsunobu katsuya kazuhiko
    kazuhiro kazuki kazuko kazuo kazuya kei keiichi keiji keiko keisuke kenichi kenji kenta kentaro
    keqiang khanh ki-moon kimiko kiyoshi koichi koji kosuke kotaro kyoko kyung lei liang lieu lijun
    ling linh liu loc mai makoto mamoru manabu mariko masaaki masaharu masahiko masahiro masaki
    masako masami masaru masashi masato masatoshi masayoshi masayuki mayumi megumi meng michiko
    midori mieko min-seok minh minoru mitsuko mitsuo miyuki myung-bak naoki naoko naoto naruhito
    natsuki natsuko ngoc nguyen nhung noboru nobuko nobuo nobuyuki norihiko noriko osamu peng phuc
    phuong qiang qin qing quan quang quynh reiko rie rui ryo ryoichi ryoko ryosuke ryota ryuichi
    sachiko sadako sakura sanae satoko satoru satoshi satsuki seiichi seiji seok seok-yeol seong
    seung shaoqi sheng shi shigeki shigeru shingo shinichi shinji shinjiro shinzo shiro shizuka
    shohei shoichi shota shu shuichi shuji shunichi soo-jin sung-min susumu tadashi tae-yong tae-yul
    taisuke takahiro takako takashi takayuki takeo takeshi takuya taro tatsuo tatsuya teruo tetsuo
    tetsuya thang thanh thao thi thu thuy ting tomohiro tomoko tomoyuki toru toshiaki toshihiro
    toshiko toshimitsu toshio toshiyuki tran trang tsai tsutomu tsuyoshi tuan tuyen van viet vinh
    wang wataru wei wen wenbin wu xi xiang xiao xiaoming xiaoping xin xing xu xue yan yasuhiro
    yasuko yasuo yasushi yeo-jong yeon yi ying yoichi yoji yoko yong yoshiaki yoshie yoshihide
    yoshihiko yoshihiro yoshiko yoshimasa yoshinori yoshio yoshiro yosuke young-sam yuan yuichi yuji
    yuka yukari yuki yukihiro yukiko yukio yuko yumi yumiko yun yuriko yusuke yutaka zedong zhang
    zhao zhen zheng zhi zhigang zhiyuan zhou
"""
_SOUTH_EAST_ASIA = """
    abhisit achmad adi agus airlangga aldo alfonso alun amalia amphon andika anies antasari anutin
    anwar apirat arief ariel arthit aung bambang basuki benigno bongbong budi cesar chaiwat
    charnvirakul chito datuk delfin dewi dian djoko dwi eko erick fadillah ferdinand gatot gilbert
    ginandjar hadi hasto hatta hendra hendro heng hishammuddin hla htin htun imelda indah inday
    ismail iwan joko jose josefino juliari juwono khin kittiratt kyaw leni lestari listyo luhut luz
    mahathir manet marty maung moe mohamad muhyiddin myint najib noppadon nyan ohn paetongtarn
    panglima pita prabowo prawit prayut prayuth puan purnama purnomo rahmat ratna retno rizal
    rodrigo ryamizard saifuddin salvador setya sihasak soe soeharto somchai sontaya srettha sri
    sufian sugiono supachai surayud suryo susilo sutarto teodoro thein thida thongloun tito tran tri
    tun tutut wahyu widodo wirachai wiranto yanuar yingluck yudhoyono yudi zaw zeya
"""
_AFRICA = """
    abeba abebe abena abiodun abiy aboubacar adama ade adebayo aderito adewale adwoa afua
    agnes aicha aissatou akinwumi akosua akua alassane alhaji almaz alpha ama amadou amadu amara
    ambrose aminata amos anani andile angele ansumana asamoah assimi awa ayo ayodele azali babatunde
    bakary bazoum bello bernadette biram biya bola boubacar bukola bulelani bwalya cabral cellou
    cheikh chidi chika chike chima chinedu chinwe chioma chukwuma cyprien cyrille dambudzo daouda
    demeke deng denis desta diallo dieudonne djibril djimmy dlamini doumbouya ebele edem efua ekow
    elhadj ellen emeka emmerson eshetu esi essien etienne evariste fatou faure femi fikile filipe
    folake francois-xavier garba gbenga gideon gilbert grace habiba hage hailemariam hakainde
    hamidou haruna hassoumi hawa ibrahima idriss idrissa ifeanyi ifeoma isaias issaka issoufou
    itumeleng jakaya joice jomo josaia joseph joyce juliet kabiru kaguta kamau kamuzu kayode kelechi
    khadijatou khumbo kipchoge kizza koffi kofi kojo kondi kwabena kwaku kwame kwasi kwesi lamine
    lazarus lerato lesego lindiwe lwazi macky mahamadou mahamat maimouna mamadou mamady mandla
    mariam mariama mbali melaku meles mfundo modibo moeketsi mohamadou moise mokgweetsi morgan
    mosisili moussa mpho mthuli muhoozi musa mwai naledi nangolo ndaba ngozi nkosazana nomvula
    nthabiseng nuhu nyasha obiageli okechukwu olufemi olusegun oluwaseun ondimba oumar ousmane
    palesa paulin phumzile raila roch rohey rotimi sadio sahle salou salva samia samora samuel sani
    sarafina sekou seretse seydou sibusiso sindiso siphiwe sipho solomon souleymane taban tadesse
    tafari tendai tesfaye thabo thandeka thandi thandiwe themba tidjane tomaz tshepo tunde uhuru
    umaru uzoma wafula wangari welile william yaa yacouba yahaya yao yaw yayi yemi yemisi yoweri
    zainab zanele zeinab zewde zodwa zuberi zulu
"""
_CENTRAL_ASIA_AND_PACIFIC = """
    aibek aigul ainura akylbek alikhan almazbek anara anote apisai ariki asel askar askhat azamat
    azimjon bakhytzhan bakyt baron batbold baurzhan berdimuhamed bikenibeu bolat charlot cristelle
    daniyar dastan dinara emomali epeli erlan fekitamoeloa fiame frank ganbold gulnara gulnora
    gurbanguly hemi hone inia iti jamshid jeremiah jioji joape john-frank josaia kairat kanat
    kassym-jomart kausea kerekere khaltmaagiin kuanysh kubatbek kurmanbek litia lolo losalini mahuta
    manasseh marape marat mirziyo moana nanaia nargiza nazarbay nurlan nursultan omurbek otabek
    oyuun pita rabuka rahmon ratu rimbink roza rustam sadyr saparmurat sardor satyendra semi
    serdar serik shavkat sherali siaosi sirojiddin sitiveni sooronbay sosaia taito talant taneti
    tangariki tavita temir teuila timur tsakhia tuilaepa turgunbek ukhnaa ulugbek viliame
    voreqe wiremu yerlan yerzhan zhanar zhandos zhaparov
"""


_FAMILY = """
    abe aso bae baek bui cao chang chen cheng cho choi chu deng duong fujita fukuda gao goto guo
    hasegawa hashimoto hatoyama hayashi hirano hoang huang hwang ikeda inoue ishiba ishii ishikawa
    ito iwaya jang jeon jeong jiang jung kamikawa kang kato kihara kikuchi kim kimura kishi kishida
    kobayashi koizumi kondo kono kwon lai lee li liang lim lin liu luo luong ly matsumoto matsuno
    mori motegi murakami nakagawa nakajima nakamura nakatani ngo nguyen nishimura noda ogawa ohno
    okada onodera ozawa peng pham phan ryu saito sakamoto sakurai sasaki sato seko seo shen shimizu
    shin shirakawa suga sugiyama suzuki takagi takahashi takaichi takeda tanaka tang tran trinh
    truong tsai tsukada ueda vo vu wada wang watanabe wong wu xi xie xu yamada yamaguchi yamamoto
    yamasaki yang yoo yoon yoshida yun zhang zhao zheng zhou zhu
"""
_LETTERS = str.maketrans(
    {"\u2019": "'", "\u0142": "l", "\u0111": "d", "\u00f8": "o", "\u0131": "i"}
)


def _names(*cultures: str) -> frozenset[str]:
    return frozenset(name for culture in cultures for name in culture.split())


_GIVEN = _names(
    _ENGLISH,
    _ROMANCE,
    _EASTERN_EUROPE,
    _NORTHERN_EUROPE,
    _MIDDLE_EAST,
    _SOUTH_ASIA,
    _EAST_ASIA,
    _SOUTH_EAST_ASIA,
    _AFRICA,
    _CENTRAL_ASIA_AND_PACIFIC,
)


_FAMILY_FIRST = _names(_FAMILY)
_LAST = _names(_EAST_ASIA)


def is_given(word: str) -> bool:
    """Whether a word is a frequent given name, whatever its case and accents."""
    return _plain(word) in _GIVEN


def is_given_last(word: str) -> bool:
    """Whether a word is a given name of a language that has it behind the family name."""
    return _plain(word) in _LAST


def is_family_first(word: str) -> bool:
    """Whether a word is a frequent family name that stands before the given name."""
    return _plain(word) in _FAMILY_FIRST


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
    return "".join(char for char in decomposed if not unicodedata.combining(char))
