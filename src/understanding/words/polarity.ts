/** Dutch service words by what they say about the organisation. Written for Polder. */
export const polarityNl = {
  strongNegative: `slecht slechte slechter slechtste belachelijk belachelijke schandalig schandalige schande waardeloos
    waardeloze beroerd beroerde verschrikkelijk verschrikkelijke vreselijk vreselijke afschuwelijk afschuwelijke
    walgelijk walgelijke bagger rommel troep prut rotzooi puinhoop chaos drama dramatisch dramatische ramp rampzalig
    rampzalige bedroevend bedroevende triest trieste schofterig asociaal asociale onbeschoft onbeschofte
    onfatsoenlijk oplichters oplichting oplichterij bedrog bedrogen bedriegers leugens leugen leugenaars gelogen liegen
    liegt dieven diefstal zwendel frauduleus walg haat kotsmisselijk woedend woest razend boos kwaad spuugzat
    beu schandelijk wanprestatie wanbeleid wanvertoning minachting arrogant arrogante ondermaats ondermaatse
    onacceptabel onacceptabele onaanvaardbaar onvoorstelbaar ongehoord bizar krankzinnig idioot idioten idiote
    achterlijk achterlijke stom stomme dom domme sukkels prutsers knoeiers amateurs amateuristisch hopeloos hopeloze
    kut klote verdomme godver fuck shit tering flikker rot vies vieze smerig smerige goor ranzig ranzige walgde oneetbaar
    kansloos nutteloos nutteloze flut flutboek pulp tijdverspilling geldverspilling weggegooid zonde afrader
    mensonterend schaamteloos schaamteloze geldklopperij afzetters afzetterij afgezet nep minachtend respectloos
    wanhopig ergste pauper treurig treurige`,
  negative: `onterecht teleurgesteld teleurstellend teleurstellende teleurstelling jammer helaas mislukt moeizaam
    onduidelijk onduidelijke verwarrend onhandig irritant irritante ergerlijk ergernis erger ergeren
    vervelend vervelende hinderlijk herrie traag trage langzame eindeloos eindeloze wekenlang maandenlang
    urenlang onbereikbaar afgewezen weigert weigeren geweigerd weigering genegeerd negeren negeert kluitje
    verbroken afgepoeierd afgescheept gezeur gedoe gezeik gemopper dure duurder prijzig schandaalprijs vuil
    vuile vlekken stinkt stank lauw lauwe taai taaie zout zoute smakeloos smakeloze flauw flauwe aangebrand
    verbrand rauw vet vette saai saaie langdradig langdradige voorspelbaar voorspelbare oppervlakkig
    oppervlakkige ongeloofwaardig ongeloofwaardige cliché clichés tegenvallend tegenvallende tegenvaller
    tegengevallen tegenviel valt-tegen viel-tegen verveeld verveelde vervelen verveel matig matige
    middelmatig middelmatige zwak zwakke mager magere onvoldoende gebrekkig gebrekkige slordig slordige
    onvriendelijk onvriendelijke onbeleefd onbeleefde nors norse kortaf chagrijnig ongeïnteresseerd
    ongeïnteresseerde onverschillig onverschillige onprofessioneel onprofessionele onbetrouwbaar
    onbetrouwbare onbekwaam onkundig onlogisch onzin onzinnig onzinnige nonsens warrig chaotisch chaotische
    rommelig rommelige rumoerig lawaaierig krap ongezellig ongezellige afzeggen tevergeefs onnodig onnodige
    zinloos zinloze gefrustreerd frustrerend frustratie machteloos ontevreden misleidend misleidende misleid
    onbegrijpelijk onbegrijpelijke bot wantrouwen smoes smoesjes hebberig schandvlek afknapper afgeknapt
    miskoop stinkend opgelicht overgewaardeerd overschat dreigen dreigt gedreigd dreigbrief ongegrond
    nalatig`,
  /** Names a problem without judging anybody: a calm report of it stays neutral. */
  matter: `storing vertraging vertraagd wachten wacht wachttijd kwijt kapot niemand probleem problemen klacht
    klachten fout foute fouten verkeerd verkeerde mis misgegaan moeilijk lastig overlast lawaai langzaam
    uren afwezig doorverbonden duur incasso aanmaning boete deurwaarder ontbreekt ontbreken mist missen
    gemist missende beschadigd beschadigde schade stuk gebroken defect defecte lek lekkage koud koude droog
    droge druk klein vergeten vergat vergeet afgezegd geannuleerd uitgevallen uitval onverwacht beloofde
    excuus spijt geweld`,
  positive: `goed goede goeie beter prima fijn fijne leuk leuke mooi mooie lekker lekkere vriendelijk vriendelijke aardig
    aardige netjes nette keurig keurige snel snelle vlot vlotte handig handige duidelijk duidelijke helder heldere
    behulpzaam behulpzame attent attente beleefd beleefde correct correcte betrouwbaar betrouwbare eerlijk eerlijke
    geduldig geduldige zorgvuldig deskundig deskundige professioneel professionele vakkundig kundig kundige gezellig
    gezellige sfeervol sfeervolle ruim ruime rustig rustige schoon schone vers verse warm warme smaakvol smaakvolle
    smakelijk smakelijke verzorgd verzorgde gastvrij gastvrije hartelijk hartelijke sympathiek sympathieke lief lieve
    tevreden blij blije opgelucht bedankt dank dankjewel dankuwel merci thanks opgelost geholpen gelukt  gewaardeerd
    waardeer waarderen fan complimenten compliment hulde slim slimme interessant interessante boeiend boeiende
    spannend spannende leerzaam leerzame leesbaar vermakelijk vermakelijke grappig grappige humor humoristisch origineel
    originele verrassend verrassende ontroerend ontroerende   vloeiend meeslepend meeslepende
    geslaagd geslaagde aangenaam aangename plezier plezierig genieten genoten geniet voordelig voordelige goedkoop goedkope
    betaalbaar   correcte stipt soepel soepele moeiteloos vertrouwen vertrouw vertrouwd aanbevolen
    aanbevelen aangeraden lach lachen gelachen blijft-boeien waardevol waardevolle nuttig nuttige praktisch praktische
    creatief creatieve uitgebreid uitgebreide gul gulle royaal royale charmant charmante knus knusse uitnodigend
    origineelste  kwaliteit trots  welkom`,
  strongPositive: `geweldig geweldige fantastisch fantastische super superblij superfijn superlief uitstekend uitstekende
    perfect perfecte top topper toppers topservice topdag topprestatie toppie subliem sublieme schitterend schitterende
    prachtig prachtige heerlijk heerlijke voortreffelijk voortreffelijke magnifiek briljant briljante geniaal geniale
    grandioos onovertroffen ongeëvenaard zalig zalige verrukkelijk verrukkelijke overheerlijk overheerlijke
    uitmuntend uitmuntende excellent excellente fenomenaal indrukwekkend indrukwekkende meesterwerk meesterlijk
    meesterlijke meesterstuk aanrader aanraders klasse chapeau petje bravo hulde wauw wow lof dolblij dolgelukkig
     verliefd liefde onvergetelijk onvergetelijke adembenemend adembenemende fabelachtig wereldklasse
    allerbeste beste-ooit helden held toegewijd uitzonderlijk buitengewoon tof toffe gaaf gave vet-gaaf kei
    kanjers kanjer engelen love amazing great lovely`,
} as const;

/** English service words by what they say about the organisation. Written for Polder. */
export const polarityEn = {
  strongNegative: `worst terrible horrible awful disgusting disgusted disgrace disgraceful pathetic ridiculous unacceptable
    appalling atrocious abysmal shameful shame useless worthless garbage trash crap crappy shit shitty bullshit bs fuck
    fucking fuckin fucked damn hell hate hated hates sucks suck sucked sucking stupid idiots idiot incompetent incompetence
    clueless joke scam scammed scammers fraud thieves thief steal stole robbed robbery ripoff liars liar lied lies lying
    dishonest rude rudest nasty disrespectful insulting insult offensive outrageous outraged furious angry livid pissed
    fuming nightmare disaster fiasco mess shambles fail failed failing fails failure failures inexcusable
    unprofessional unbelievable ludicrous absurd insane crazy wtf ffs poor poorly dreadful horrendous horrid
    inhumane inept lousy abuse boycott deplorable criminal laughable mad bad`,
  negative: `delay delays delayed delaying cancels cancelled canceled cancelling cancellation cancellations holding
    hours waited waits stuck stranded lose losing missed miss broke break breaks damage nobody refused
    refuse refuses refusing denied deny ignored ignore ignoring unhelpful unresponsive unable rebook
    rebooked rebooking overbooked bumped grounded tarmac sitting sat nothing disappointed disappointing
    disappointment disappoint disappoints frustrated frustrating frustration annoyed annoying annoyance
    confused confusing upset unhappy trouble wrong mistake complaint complaints complain hung hang
    disconnected disconnect slow slowest slower forever endless overcharged expensive overpriced costs dirty
    filthy uncomfortable cramped crashed crash crashing glitch glitches outage unreachable impossible
    inconvenience inconvenient inconvenienced unfortunately sadly excuses blame lack lacking lacks fault fix
    apology apologize lawsuit exhausted mechanical supposedly misleading misled forced unfair awkward
    screwed screw mishandled mishap unorganized disorganized understaffed unanswered overnight worse dies
    died unplayable tacky ruined ruin ruining ruins seriously smh ugh never luck poorest cancel late hold
    waiting wait lost broken damaged refund charged down sorry excuse tired without zero won't couldn't why
    yet again another still told`,
  /** Names a problem without judging anybody. */
  matter: `hour hrs hr missing refunds problem problems issue issues error errors busy charge charging fee fees
    cold difficult compensation compensate voucher sick hungry baggage luggage bag bags weather sleep
    minutes mins dead doesn't didn't can't wouldn't isn't wasn't haven't hasn't cannot phone call calls
    called supervisor rep reps agents answer response reply explain elsewhere no`,
  positive: `good better nice kind friendly helpful helped polite pleasant courteous attentive caring patient
    professional efficient quick quickly fast prompt promptly smooth smoothly easy clean comfortable comfy reliable
    honest fair clear glad happy pleased satisfied relieved thank thanks thankyou thx ty appreciate appreciated
    appreciates appreciation grateful kudos props enjoy enjoyed enjoying fun funny cool sweet solved resolved
    fixed works worked upgrade upgraded early ontime on-time recommend recommended welcome welcoming
    cheerful warm generous tasty delicious fresh cute interesting useful improved improvement smart thoughtful hero heroes
    win winning yay yes lol haha hopefully congrats congratulations cheers loyal safe trust trusted thrilled`,
  strongPositive: `great excellent amazing awesome fantastic wonderful perfect perfectly brilliant outstanding superb
    exceptional incredible love loved loves loving lovely best beautiful fabulous phenomenal terrific delightful
    delighted impressed impressive impeccable stellar flawless spectacular gorgeous rock rocks rocked rockstar
    rockstars bravo wow fab thankful lifesaver saviour saved blessed magical magnificent favorite favourite bestie
    greatest finest happiest unforgettable applause`,
} as const;

/** A first handful for the other languages, so that plain praise and plain blame are seen. */
export const polarityDe = {
  strongNegative: `schrecklich furchtbar katastrophe unverschämt unverschämtheit frechheit betrug betrüger abzocke mies
    miese miserabel lächerlich wütend hasse peinlich skandal unmöglich schlimmste grauenhaft`,
  negative: `schlecht schlechte schlechter schlechten verspätung verspätet warten warte leider problem probleme fehler kaputt defekt
    enttäuscht enttäuschend enttäuschung teuer langsam langweilig falsch verloren niemand beschwerde ärgerlich
    ärger beschädigt unfreundlich störung schade`,
  positive: `gut gute guter gutes besser nett nette freundlich freundliche schnell hilfsbereit danke dankeschön zufrieden
    froh schön schöne angenehm sauber lecker einfach zuverlässig gelungen spannend interessant lustig`,
  strongPositive: `super toll tolle großartig wunderbar perfekt hervorragend ausgezeichnet fantastisch klasse liebe beste
    besten spitze genial begeistert empfehlenswert`,
} as const;

export const polarityFr = {
  strongNegative: `horrible affreux affreuse honteux honte nul nulle inadmissible inacceptable scandaleux arnaque arnaqueurs
    voleurs catastrophe catastrophique lamentable déteste pire merde dégueulasse furieux`,
  negative: `mauvais mauvaise retard retards attente attendre déçu déçue décevant malheureusement problème problèmes erreur panne
    cassé cher chère lent lente perdu perdue personne plainte annulé annulée impossible désagréable dommage`,
  positive: `bon bonne bien gentil gentille aimable rapide efficace merci content contente satisfait satisfaite agréable
    propre facile utile beau belle sympa drôle intéressant`,
  strongPositive: `excellent excellente super parfait parfaite génial géniale magnifique formidable adore bravo meilleur
    meilleure fantastique merveilleux`,
} as const;

export const polarityEs = {
  strongNegative: `horrible terrible pésimo pésima vergüenza vergonzoso inaceptable estafa estafadores ladrones desastre asco
    asqueroso odio peor mierda fatal lamentable`,
  negative: `malo mala mal retraso retrasado esperar esperando decepcionado decepcionada desgraciadamente problema problemas error
    averiado roto caro cara lento lenta perdido perdida nadie queja cancelado sucio incómodo`,
  positive: `bueno buena bien mejor amable rápido rápida eficaz gracias contento contenta satisfecho agradable limpio fácil
    útil bonito bonita simpático divertido interesante`,
  strongPositive: `excelente genial perfecto perfecta maravilloso maravillosa increíble fantástico encanta amo bravo
    estupendo estupenda`,
} as const;
