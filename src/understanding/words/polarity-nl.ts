/** Dutch service words by what they say about the organisation. Written for Polder. */
export const polarityNl = {
  strongNegative: `slecht slechte slechter slechtste belachelijk belachelijke schandalig schandalige schande waardeloos
    waardeloze beroerd beroerde verschrikkelijk verschrikkelijke vreselijk vreselijke afschuwelijk afschuwelijke
    walgelijk walgelijke bagger rommel troep prut rotzooi puinhoop chaos drama dramatisch dramatische ramp rampzalig
    rampzalige bedroevend bedroevende triest trieste schofterig asociaal asociale onbeschoft onbeschofte
    onfatsoenlijk oplichters oplichting oplichterij bedrog bedrogen bedriegers leugens leugen leugenaars gelogen liegen
    liegt dieven diefstal zwendel frauduleus walg haat kotsmisselijk woedend woest razend boos kwaad spuugzat zat
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
    origineelste  gelukkig kwaliteit trots  welkom`,
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
