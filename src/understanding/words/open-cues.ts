import type { CueTable } from '../cues.ts';

/** The broad intents of people who want something, and of those who want nothing of us. */
export const openCues: CueTable = [
  [
    'question',
    2.5,
    `vraag; vraagje; vragen jullie; vroeg me af; vraag me af; ben benieuwd; benieuwd of/naar; weet iemand; weten jullie; weet u; weet je; klopt het; is het mogelijk; is het waar; mag dat; kan dat; kan men; hoe lang; hoelang; hoeveel; hoe werkt; hoe laat; wat is; wat zijn; wat kost; wat gebeurt; vanaf wanneer; vanaf welke; waar blijft; iemand ervaring; iemand hier
    nergens vinden; kan .. niet vinden; weet niet of; weet niet hoe; weet niet wat/waar/wie; zou .. willen weten; wil .. weten; wilde .. weten; probeer uit te zoeken; niet wijs; info over; informatie over; uitleg over; advies; graag weten; nog geen .. bevestiging/bericht/mail; nog steeds geen .. bevestiging/bericht/mail; staat al .. op; nog niet .. ontvangen/binnen/doorgekomen; nog niks ontvangen; zie nog geen; twijfel .. of/tussen; begrijp ik goed; zie ik het goed; is dit normaal; is dat normaal; is het normaal; hoort dat; is dat erg; ik lees .. dat/over; ik las .. dat; snap .. niet; mogelijkheden; verstandig; wat raden; aan te raden
    how long; how much; how many; how does; any update; wondering; does anyone; anyone know; has anyone; i'd like to know; like to know; want to know; question; possible to; not sure if/whether/how/what; can't find; cannot find; curious; is that normal; is this normal; is this real; is that bad; any advice; can you tell; could you tell; kann ich; gibt es; est-ce que; peut-on; hay alguna`,
  ],
  [
    'request',
    3,
    `contact opnemen; neem contact; afspraak .. maken/verzetten/wijzigen/verzet; verzetten; nieuwe pas; nieuwe sleutel; andere pas; nieuw rekeningnummer; nieuw nummer; nieuw telefoonnummer; wijziging; wijziging doorgeven; adreswijziging; verhuizing doorgeven; aangepast .. worden; op naam van; op mijn/onze naam; komt er iemand; komt er .. langs; bel me; bel mij; bel even; terugbellen; stuur .. mij/me/ons/maar/een; zet .. mijn/mij/me/maar; vergeten .. in de; liggen laten; laten liggen; verloren .. trein/bus/tram/pas/kaart/sleutel; gejat; gestolen; kan mn .. naar; kan mijn .. naar; mag .. naar; van .. naar .. euro; kapot .. vervangen; stoeptegel; putdeksel; ophalen; laten ophalen; opsturen; toesturen; nasturen; uitbetalen; terugstorten; kopie van; afschrift; een brief nodig; verklaring nodig; aanvragen; verwerken; op de lijst; op een lijst; inschrijven voor; aanmelden voor; ingevuld .. moet; per ongeluk .. ingevuld; lekt; reparatie; doe mij; doe maar een; mag ik .. nieuwe; graag een; graag nieuwe; heeft iemand .. gevonden; blokkeren; blokkeer
    request; reschedule; call me; call back; send me; send someone; send it again; help me; change my; update my; lost my; left my; forgot my; wheelchair assistance; in my name; on my name; pay out; a copy of; resend; new .. number/address/account; have a look; can someone come; could someone; i'd appreciate; would appreciate; lost property; put .. on the list; sign me up; move my; can i move; can i change`,
  ],
  [
    'idea',
    6,
    `^ tip/idee/suggestie/voorstel voor/van/om/aan; ^ suggestion; ^ suggestie; ^ idea; ^ voorstel; ^ feature; ^ idee; ^ ideetje; ^ tip; ^ een idee; ^ klein idee; ^ an idea; ^ a suggestion; ^ small suggestion`,
  ],
  [
    'idea',
    4,
    `idee: ; idee om; idee voor; ideetje; een idee; geen idee zijn; goed idee; voorstel; suggestie~; voorstel~; ^ tip; ^ tipje; tip voor; tip van; gouden tip; kleine tip; waarom .. geen .. op/in/bij/met/voor; waarom geen; waarom niet .. gewoon; waarom zetten/maken/bieden/hebben/doen/geven jullie/u .. geen/niet; zou .. mooi/handig/fijn/leuk/tof/top/helpen/schelen/slim/prettig/ideaal/geweldig/welkom/wenselijk/nuttig/praktisch; zou .. geen luxe zijn; zou .. geen kwaad; zou het niet; is het geen idee; wat als; stel .. voor dat; wat ik mis; wat nog zou; wat zou helpen; ik mis .. een/in/knop/optie; mis .. knop/optie/filter/functie; zouden jullie .. ook/niet; kunnen jullie niet .. gewoon; misschien .. kunnen/kan/kunt .. @we; misschien .. eens; misschien een idee; kunnen @we .. niet/misschien .. een; kan/kunnen .. er niet .. een/komen; kan er .. geen; bied .. aan; denk .. eens aan; hebben jullie .. overwogen; overweeg; proefdraaien; pilot; poll; knopje; optie .. om; functie; filter; een app die; zou toch; als @we .. nou eens; als @we .. nu eens; wat dacht @we van; hoe leuk/fijn/handig/mooi zou; zou .. vinden als; leuk als; fijn als; handig als; mooi als; scheelt .. papier/afval/tijd/energie/een hoop/iedereen/veel; scheelt iedereen; gemiste kans; graag .. optie/mogelijkheid/knop/filter/functie/instelling; mogelijkheid om; mogelijkheid .. toevoegen; toevoegen .. app/site; voeg .. toe; maak er .. van; laat .. in de app; laat mensen/klanten/leden/reizigers/huurders; laat .. zelf kiezen; neem .. voorbeeld aan; andere .. bedrijven/banken/steden/gemeenten/landen .. doen/hebben/kan; in het buitenland; zoals in; voor de volgende keer; donkere modus; dark mode; geef bij; vermeld .. eens; zet .. er ook; zet op; meer .. zou .. helpen; zou .. gebruik van maken; op het platform
    idea: ; an idea; small idea; suggestion; suggest; feature request; ^ tip; would be .. great/nice/helpful/good/lovely/useful/handy/cool/brilliant; it'd be; wouldn't it; how about; what if; why not; why don't you .. offer/add/make/have; have you .. considered/thought; ever thought; ever considered; thought about; consider .. adding/making/offering/a; please consider; you could .. add/offer/make/use; you should .. add/offer/make/let; could .. some/you .. add; could some; please add; would love .. to see/if/an option; wish .. app/you/there; it would help; would help if; an option; any chance .. adding; could you .. add/offer/make/introduce; maybe/perhaps you/we could; would it be an idea; imagine if; feature idea; wishlist; wish list; let us .. choose/pick; let people; let customers; show in the app; idee .. für; sugerencia`,
  ],
  [
    'idea',
    1.5,
    `mis ik; missen; voor iedereen; andere .. klanten/gebruikers/leden; ook voor; stemmen; download~; idee; suggestie; idea; tip; zou; zouden; would; could; voortaan; liever; instead; misschien; maybe; perhaps; scheelt`,
  ],
  [
    'idea',
    -4,
    `geen idee; any idea; no idea; enig idee; geen flauw; had idea; if you would; kan ik; mag ik; mijn partner; van de dag; zou ik; zou willen weten; zou ik graag; would like; zou .. komen; zou .. krijgen; zou .. terug~; could i; would i; zou moeten; @promised .. krijgen; nog steeds; could you check; could you send; zou .. tussen`,
  ],
  [
    'smalltalk',
    4,
    `fijne .. dag/avond/dagen/feestdagen/weekend/kerst/vakantie/pasen; prettig~ .. dag/weekend/feestdagen/kerst/avond; goedemorgen; goeiemorgen; goede morgen; goedenavond; goeienavond; hoe gaat het met; hoe is het met; hoe is 't; alles goed; alles kits; fijn weekend; lekker weer; lekker weertje; lekker windje; gelukkig nieuwjaar; beste wensen; vrolijk kerstfeest; vrolijke kerst; vrolijk pasen; gefeliciteerd; proficiat; hieperdepiep; beterschap; welterusten; slaap lekker; succes .. vandaag/allemaal/ermee; succes daar; werkse; tot ziens; tot morgen bij; doei; doeg; groetjes terug; jij ook; insgelijks; graag gedaan; geen dank; geeft niks; geeft niet; sorry voor .. net/daarnet/zojuist; sorry dat ik; excuses voor .. net; grapje; geintje; mopje; raadsel; knipoog; mascotte; wie van jullie .. koffie/taart/dienst; koffie .. jullie/klaar/zin/sterk; ben je een robot; ben jij een robot; echt mens; een mens of; is dit een bot; wie is .. admin; wie tweet; 1 april; eerste april; toi toi; oké dan; oke dan; prima zo; okidoki; kusje; trusten; haha; hahaha; 😂; 🤣; lol; jarig; ooievaar~; kabouters; mijn kat; onze kat; de kat; mijn hond .. denkt/vindt/heeft; mijn hamster; mijn peuter denkt; peuter/kleuter/jongste/zwager/zoontje/dochtertje .. denkt/vraagt/vindt; vraagje tussendoor; nog .. wakker; getrouwd vandaag; groet van ons; denk ik even aan jullie; neem ik aan dat
    good morning; good evening; good night; have a .. good/nice/great/lovely/day/weekend/one; enjoy .. weekend/day/evening; happy .. new/birthday/friday/holidays/christmas/easter/monday; merry christmas; season's greetings; congrats; congratulations; you too; no worries; my bad; just kidding; kidding; haha; lol; is it .. friday; how are you; how's it going; how is your day; who runs this account; who's behind; are you .. robot/bot/human/real; tea or coffee; bye; goodbye; see you; sorry for .. earlier; well played; still awake; my cat; our cat; my dog thinks; my kid thinks; toddler thinks; apparently .. free; guten morgen; schönen tag; bonne journée; feliz`,
  ],
  [
    'smalltalk',
    2.5,
    `dankjewel; dank je; dank u; dankuwel; bedankt; thanks; thank you; thx; cheers; hoi; kerst; nieuwjaar; logo; 😉; 😄; 🎉; weekend; taart; grappig; merci`,
  ],
  [
    'smalltalk',
    -4,
    `uur .. gewacht; werkt niet; doet het niet; kapot; vergoed~; factuur; storing; contract; order; alvast bedankt; bij voorbaat; in advance; hoe gaat het nu; bedankt voor; dank voor; thanks for; thank you for; thanks to; thank you to; kan iemand; kunnen jullie; could you; can you; vraag mij`,
  ],
  [
    'spam',
    5,
    `bitcoin; crypto; gratis iphone; klik hier voor/om; klik hier .. voor/gratis; click here; klik op .. link; link in bio; volg .. terug; follow back; verdien; thuiswerk~; lening; leningen; geld lenen; zonder toetsing; krediet; winnaar; gewonnen; you won; have won; winner; giveaway; moq; catalogue; catalog; backlinks; linkbuilding; seo; pagina 1; bovenaan .. google; google ranking; onvindbaar; fouten gevonden .. website; eigenaar van de website; website owner; vrijblijvende scan; doneer nu; ontvang 2x; forex; invest~ .. profit/return; earn .. day/week/money; passive income; passief inkomen; dm voor; dm for; dm me; dm now; onlyfans; casino; viagra; kettingbrief; deel dit; deel en; like en; like dit; stuur dit door; share this; share and; suspended; suspend; account .. geblokkeerd .. link; verifieer; verify .. identity/account; within .. to avoid; zonder bkr; negatieve codering; dear friend; hello dear; best price; good price; factory; aanbod .. exclusief; act now; limited offer; reageer met ja; antwoord met ja; reageer op dit bericht; privébericht; 100% .. free/gratis; betaalt niets; inheritance; erfenis; ~volgers; followers; ➡️; likes .. kopen; betaal .. via .. link; via deze link; pakket kan niet .. bezorgd; win een; ^ win; investeer~; rendement; beleg nu; verdubbel .. geld/inleg; vanuit huis; geheim .. rijk/geld; rijk worden; afvallen; afslanken; kilo in; horloges; replica; check .. profiel; bekijk .. profiel; volg mij; mijn kanaal; bezoek .. site/website/link; onderstaande link; link hieronder; uw account .. verloopt/opgeschort/beperkt; bevestig .. uw/je .. gegevens/account; log in via; update uw; u bent .. geselecteerd/winnaar/gekozen; je bent .. geselecteerd/winnaar/gekozen; win .. iphone/reis/kans/cadeaukaart; stuur .. dit .. door; kopieer en plak; 10 vrienden; brengt geluk; goedkope .. volgers/likes/medicijnen; onze diensten; bestel nu; alleen vandaag; op=op; laatste kans; exclusief .. aanbod; zoekmachine; meer klanten; meer omzet; leads; webdesign; websitebouw; liefdesbezwering; uw bedrijf; your business
    make money; made .. dollars; from home; guaranteed .. profit/returns/results; trader; trading bot; trading; recover .. funds/account; wealth; click .. here/link/below; visit .. our/my .. site/profile/page; check out my; my profile; my channel; our services; boost .. your; increase .. traffic/sales/followers; grow your; rank .. your; first page; top of google; manufacturer; wholesale; dear sir; greetings of the day; god bless; i am .. prince/widow/barrister; million .. dollars/usd/euros; next of kin; beneficiary; loan; loans; urgent .. verify; has been .. suspended/limited/locked; verify your; confirm your .. identity/account; you have been .. selected/chosen; you've been .. selected/chosen; free .. iphone/gift/spins/crypto; limited time; hot singles; meet singles; forward this; send this to; retweet to win; tag .. friends; airdrop; nft; pharmacy; pills; hurry; telegram; whatsapp .. anytime/+/now; ask me how`,
  ],
  [
    'spam',
    -4,
    `heb .. ontvangen; echt van jullie; van jullie; is this real; mail .. krijg; is dit; phishing; waterspeelplaats; mijn contract; @own klantnummer; mijn lening; rente; ik wil; ik kan; kan ik; krijg ik; ik kreeg`,
  ],
  [
    'other',
    4,
    `stage; stageplek; stageplaats; stagiair~; scriptie~; afstudeer~; afstuderen; enquête; vragenlijst; onderzoek .. voor mijn; mijn opleiding; voor mijn studie; voor school; werkstuk; spreekbeurt; profielwerkstuk; solliciteer~; solliciter~; sollicitatie~; vacatur~; mijn cv; bijbaan; werken bij; baan bij; journalist~; redactie; redacteur; persvraag; persvoorlicht~; persbericht; woordvoerder; documentaire; interview~; interviewen; artikel .. over; samenwerk~; kennismak~; partnerschap; sponsor~; namens .. bedrijf/stichting/vereniging/school; wij zijn een .. bedrijf/bureau/school/vereniging; ons bureau; wij leveren; wij organiseren; uitnodiging; toezichthouder; , meldt; meldt .. omroep/krant/persbureau; aldus; volgens .. krant/nieuws; nieuwe directeur; benoemt; benoemd; overname; fuseert; fusie; jaarcijfers; kwartaalcijfers; gemeenteraad; raadslid; aandeelhouders; eredivisie; persbureau; te koop; gezocht; zoek .. kamergenoot; oppas gezocht; voetbal; wedstrijd; stadion; tv-programma; genomineerd; hogeschool; universiteit; mbo; hbo; verkeerde account; verkeerde bedrijf; verkeerde chat; niet voor jullie; was voor .. bedoeld; bedoelde .. andere/niet; moest .. andere
    thesis; dissertation; survey .. for; survey; my studies; research .. project; school project; internship; intern; apply .. job/position/role; applying; job application; vacancy; job opening; open positions; my cv; resume; press office; press desk; journalist; reporter; writing .. piece/article; article; magazine; podcast; interview; partnership; partner with; collaborate; collaboration; business proposal; student .. at; wrong account; wrong company; wrong chat; meant for; not meant; reports; announces; announced; appoints; shares; quarterly; acquisition; merger; spokesperson; ceo; for sale; selling`,
  ],
  [
    'other',
    -4,
    `stage .. storing; werkt samen; schade; factuur; rekening; nog steeds; contract; klantnummer; monteur; wedstrijdje; thermostaat`,
  ],
];
