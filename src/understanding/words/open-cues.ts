import type { CueTable } from '../cues.ts';

/** The broad intents of people who want something, and of those who want nothing of us. */
export const openCues: CueTable = [
  [
    'question',
    2.5,
    `vraag; vraagje; vragen jullie; vroeg me af; vraag me af; ben benieuwd; benieuwd of; weet iemand; weten jullie; weet u; weet je; klopt het; is het mogelijk; is het waar; mag ik; mag je; mag dat; mogen wij/we; moet ik; moet je; moeten wij/we; kan ik; kan je; kan dat; kunnen wij/we; kan men
    hoe lang; hoelang; hoeveel; hoe werkt; hoe kan; hoe moet; hoe doe; hoe zit; hoe krijg; hoe kom; hoe laat; wat is; wat zijn; wat moet; wat kost; wat gebeurt; wat doen; wanneer; vanaf wanneer; vanaf welke; waar kan; waar vind; waar moet; waar blijft; wie kan; wie is; welke; waarvoor; is er; zijn er; hebben jullie; heeft u; komt er; komen er; geldt; gelden; is dit; is dat; iemand ervaring; iemand hier
    nergens vinden; kan .. niet vinden; weet niet of; weet niet hoe; zou .. willen weten; wil .. weten; wilde .. weten; info over; informatie; uitleg; advies; tips; graag weten; nog geen .. bevestiging/bericht/antwoord/mail; nog steeds geen .. bevestiging/bericht/mail; staat al .. op; nog niet .. ontvangen/binnen
    how do i; how do we; how can; how long; how much; how many; how does; what is; what's; what are; what do; what happens; what can; when will; when does; when is; when are; where can; where do; where is; which; who do; can i; can we; can you tell; could you tell; may i; do i; do we; do you; does it; does your; is it; is there; are there; is that; is this; are you; am i; will there; any idea; any update; wondering; does anyone; anyone know; has anyone; i'd like to know; question; possible to
    kann ich; wie kann; gibt es; wann; wo kann; comment; est-ce que; peut-on; où; puedo; cómo; cuándo; dónde; hay alguna`,
  ],
  [
    'request',
    3,
    `kunt u .. sturen/aanpassen/wijzigen/veranderen/regelen/terugbellen/bellen/mailen/maken/zetten/doorgeven/omzetten/verwijderen/blokkeren/deblokkeren/repareren/doorsturen/opsturen/laten/controleren/nakijken/corrigeren; kunnen jullie .. sturen/aanpassen/wijzigen/veranderen/regelen/terugbellen/bellen/maken/zetten/omzetten/blokkeren/repareren/doorsturen/opsturen/laten/controleren/nakijken/langskomen; kan/kun je .. sturen/aanpassen/wijzigen/regelen/zetten/omzetten/opsturen/doorsturen
    wilt u; willen jullie; wil je; zou u; zouden jullie .. kunnen/willen; zou je; graag .. wijzigen/aanpassen/veranderen/terugbellen/contact/bellen/ontvangen/afspraak/sturen/blokkeren/omzetten/doorgeven/regelen/gebeld/teruggebeld; graag een; graag nieuwe; svp; s.v.p; aub; a.u.b; alstublieft; alsjeblieft
    verzoek; verzoekje; doorgeven; aanvragen; afspraak .. maken/verzetten/wijzigen; verzetten; nieuw nummer; nieuw adres; nieuwe pas; nieuwe sleutel; wijzig~; wijziging doorgeven; adreswijziging; verhuizing doorgeven; verander~; aanpassen; aangepast .. worden; omzetten; overzetten; op naam; blokkeren; blokkeer; deblokkeren; vervangen; vervanging; repareren; reparatie; monteur .. sturen/langs; langskomen; komt er iemand; bel me; bel mij; bel mij .. terug; terugbellen; stuur .. mij/me/ons/maar/een; zet .. mijn/mij/me/maar; vergeten .. in de; verloren; liggen laten; laten liggen; gejat; gestolen
    kan mn .. naar; kan mijn .. naar; mag .. naar; van .. naar .. euro; kapot .. vervangen; stoeptegel; putdeksel; lantaarnpaal; ophalen; laten ophalen; opsturen; toesturen; nasturen; uitbetalen; terugstorten; restitutie
    please .. send/change/update/call/block/move/put/add/arrange/pay/fix/repair/replace/post/resend/issue/transfer/switch/forward/remove/book; could you .. send/change/update/call/block/move/put/add/arrange/pay/fix/repair/replace/resend/issue/transfer/switch/please; can you .. send/change/update/call/block/move/put/add/arrange/pay/fix/repair/replace/resend/issue/transfer/switch/please; could someone; can someone; would you; i need .. new/replacement/copy/letter/change; need to change; i'd like to .. change/move/book/arrange/request/add; request; reschedule; call me; call back; send me; send someone; help me; change my; update my; lost my; left my; seat .. change; wheelchair assistance; on my name; in my name; pay out
    könnten sie; bitte .. schicken/ändern/senden; pourriez-vous; podrían; pueden .. enviar/cambiar; necesito`,
  ],
  [
    'request',
    1.5,
    `kunt u; kunnen jullie; kun je; could you; can you; please; graag; nodig; i need; regelen; wilde graag; wil graag; zou graag; hulp`,
  ],
  [
    'idea',
    4,
    `idee; ideetje; voorstel; suggestie; tip .. voor/van; tipje; waarom .. geen; waarom niet .. gewoon; zou .. mooi/handig/fijn/leuk/tof/top/helpen/schelen/slim zijn; zou .. mooi zijn; zou .. handig zijn; zou .. helpen; zou het niet; is het geen idee; wat als; misschien .. een idee; stel .. voor; wat ik mis; wat nog zou; wat zou helpen; zouden jullie .. ook; kunnen jullie niet .. gewoon; bied .. aan; denk eens aan; hebben jullie .. overwogen; overweeg; proefdraaien; pilot; poll; in plaats van .. als eerste; optie .. om; knop; functie; filter; een app die; zou toch
    idea; suggestion; suggest; feature request; would be .. great/nice/helpful/good/lovely/useful/handy; wouldn't it; how about; what if; why not; have you .. considered/thought; consider .. adding/making/offering/a; you could; you should .. add/offer/make/let; could .. some/you .. add; please add; would love .. to see/if/an option; wish .. app/you/there; it would help; an option; idee .. für; sugerencia`,
  ],
  [
    'idea',
    1.5,
    `mis ik; missen; voor iedereen; andere .. klanten/gebruikers/leden; ook voor; stemmen; download~`,
  ],
  [
    'smalltalk',
    3,
    `gelukkig nieuwjaar; fijne .. dag/avond/dagen/feestdagen/weekend/kerst/vakantie; prettig~ .. dag/weekend/feestdagen/kerst; goedemorgen; goeiemorgen; goedenavond; hoe gaat het; hoe is het; alles goed; happy .. new/birthday/friday/holidays/christmas/easter; merry christmas; good morning; good night; gefeliciteerd; proficiat; congrats; congratulations; hartelijk gefeliciteerd; beterschap; welterusten; succes .. vandaag/allemaal/ermee; haha; hahaha; 😂; 🤣; lol; grapje; mop; sorry dat ik; sorry voor .. net; excuses dat ik; geen probleem; no worries; have a .. good/nice/great/lovely; enjoy .. weekend/day; koffie; collega's daar; mascotte; werk ze; fijn weekend; trusten; kusje; jullie zijn .. grappig; is .. ok; are you a robot; ben jij .. robot/mens; ben je .. robot/mens`,
  ],
  [
    'spam',
    5,
    `bitcoin; crypto; gratis iphone; klik hier; click here; klik op; link in bio; volg .. terug; follow back; verdien; thuiswerk~; lening; krediet; winnaar; gewonnen; you won; have won; winner; giveaway; moq; whatsapp; catalog; catalogue; backlinks; seo; pagina 1; google ranking; onvindbaar; fouten gevonden .. website; eigenaar van de website; website owner; your website; vrijblijvende scan; doneer nu; ontvang 2x; forex; invest~ .. profit/return; earn .. day/week/money; passive income; passief inkomen; dm voor; dm for; dm me; onlyfans; casino; viagra; kettingbrief; deel dit; stuur dit door; share this; suspended; suspend; account .. geblokkeerd .. link; verifieer; verify .. identity/account; within .. to avoid; binnen .. uur .. rekening; zonder bkr; negatieve codering; dear friend; hello dear; best price; good price; factory; leads; aanbod .. exclusief; act now; limited offer; reageer met ja; antwoord met ja; privébericht; 100% .. free/gratis; betaalt niets; inheritance; erfenis; ~volgers; followers; ➡️; likes .. kopen; cheap`,
  ],
  [
    'other',
    4,
    `stage; stageplek; stageplaats; stagiair~; scriptie; afstudeer~; enquête; vragenlijst; onderzoek .. voor; mijn opleiding; voor mijn studie; solliciteer; sollicitatie; sollicitatiebrief; vacature; vacatures; cv; mijn cv; bijbaan; open sollicitatie; journalist; redactie; persvraag; persvoorlichter; persbericht; interview; artikel .. over; samenwerk~; partnerschap; sponsoring; sponsor; namens .. bedrijf/gemeente/stichting/vereniging; wij zijn .. bedrijf/bureau/school; uitnodiging; toezichthouder; meldt; aldus; volgens .. krant/nieuws; beurs; eredivisie; persbureau; te koop; selling; for sale
    thesis; survey .. for; my studies; research .. project; internship; apply .. job/position; job application; vacancy; press; journalist; reporter; writing .. piece/article; deadline; partnership; partner with; collaborate; collaboration; business proposal; sponsor; podcast; resume; student .. at; wrong account; verkeerde account; bedoelde .. ander~; moest .. andere; reports; announces; shares; ceo`,
  ],
];

/** Turns of phrase per intent that no single word gives away. */
export const moreCues: CueTable = [
  [
    'idea',
    4,
    `idee voor; ideetje voor; tip voor; tip: ; gouden tip; kleine tip; suggestie~; voorstel~; zou .. kunnen @we; misschien .. kunnen/kan .. @we; kunnen @we .. niet/misschien .. een; kan/kunnen .. er niet .. een/komen; kan er .. geen; waarom .. hebben/kan/kunnen/is/maken @we .. geen/niet; als @we .. nou eens; als @we .. nu eens; wat dacht @we van; hoe leuk/fijn/handig/mooi; zou .. leuk/fijn/handig/mooi/top/helpen/slim/schelen/welkom/wenselijk/geweldig/ideaal; zou .. vinden als; zou het .. idee; leuk als; fijn als; handig als; mooi als; scheelt .. papier/afval/tijd/energie; gemiste kans; graag .. optie/mogelijkheid/knop/filter/functie/instelling; mis .. een/optie/knop; mogelijkheid om; mogelijkheid .. toevoegen; toevoegen .. app/site; voeg .. toe; maak er .. van; zet .. neer; plaats .. eens/banken/bankjes; denk .. eens aan; begin eens; doe eens; neem .. voorbeeld aan; andere bedrijven/banken/steden/gemeenten .. doen/hebben; in andere landen; in het buitenland; zoals in; had .. eens; voor de volgende keer; bankje~ .. extra/meer; donkere modus; dark mode
    any chance .. adding/you; could you .. add/offer/make/introduce/think/consider; maybe/perhaps you/we could; it'd be/would be .. to have/if you; would it be an idea; would be .. if/to; imagine if; please consider; consider a; consider having; feature idea; a small idea; small suggestion; one suggestion; my suggestion; an idea; wishlist; wish list; let us .. choose/pick; let people; let customers; instead of .. why not; other .. banks/airlines/shops do/have; ever thought; ever considered; thought about`,
  ],
  [
    'smalltalk',
    4,
    `fijne .. dag/avond/weekend/feestdagen/kerst/vakantie/pasen; prettig~ .. dag/weekend/feestdagen/kerst/avond; goede morgen; goedemorgen; goeiemorgen; goedenavond; goeienavond; hoe gaat het; hoe is het met; hoe is 't; alles goed; alles kits; fijn weekend; lekker weer; lekker weertje; gelukkig nieuwjaar; beste wensen; vrolijk kerstfeest; vrolijke kerst; vrolijk pasen; gefeliciteerd; proficiat; hartelijk gefeliciteerd; hieperdepiep; beterschap; welterusten; slaap lekker; succes .. vandaag/allemaal/ermee; werkse; tot ziens; doei; doeg; groetjes terug; jij ook; jullie ook; insgelijks; graag gedaan; geen dank; geeft niks; geeft niet; geen probleem; sorry voor .. net/daarnet/zojuist; excuses voor .. net; grapje; geintje; mopje; raadsel; knipoog; mascotte; wie van jullie .. koffie/taart/dienst; koffie .. jullie/klaar/zin; ben je een robot; ben jij een robot; echt mens; een mens of; is dit een bot; wie is .. admin; wie tweet; van de kat; 1 april; eerste april; toi toi; oké; oke dan; prima zo; okidoki; dankjewel; dank je; dank u; dankuwel; bedankt; thanks; thank you; thx; cheers
    good morning; good evening; good night; have a .. good/nice/great/lovely/day/weekend/one; enjoy .. weekend/day/evening; happy .. new/birthday/friday/holidays/christmas/easter/monday; merry christmas; season's greetings; congrats; congratulations; you too; no worries; no problem; my bad; just kidding; kidding; haha; lol; is it .. friday; how are you; how's it going; how is your day; who runs this account; who's behind; are you .. robot/bot/human/real/person; tea or coffee; bye; goodbye; see you; sorry for .. earlier; well played; guten morgen; schönen tag; bonne journée; feliz`,
  ],
  [
    'trust_statement',
    4,
    `vertrouw .. @we/volledig/blind/op/erop/ze/hen; vertrouwen .. in/volledig/volste; alle vertrouwen; volste vertrouwen; vol vertrouwen; ik vertrouw erop; gerust hart; met een gerust; gerust .. over; durf .. te laten; durf .. toe te vertrouwen; toevertrouw~; blindelings; blind op; blind .. tekenen/overmaken/akkoord; laat .. aan @we over; laat .. aan jullie; laat het .. over; laat .. graag .. over; jullie/u weten/weet .. beter/best/wel; doe .. wat jullie/u; wat jullie/u .. goed lijkt/besluiten/kiezen/adviseren/voorstellen/zeggen/verstandig; kies .. maar voor; beslis .. maar; jullie zullen .. wel weten; op jullie woord; op je woord; geloof jullie; woord houden; houden .. woord; komen .. afspraken na; afspraak is afspraak; nog nooit .. laten zitten/teleurgesteld/bedrogen/laten vallen/gelogen; nooit .. getwijfeld; nooit .. zorgen; geen seconde; zonder .. lezen/kijken/nakijken/nadenken/twijfel/vragen; ongezien; ongelezen; hoef .. niet/niks/niets .. na/controleren/lezen/zien/weten/vergelijken/uitleg/bewijs; kijk .. niet .. na/naar; lees .. niet .. door; slaap .. rustig; slapen .. rustig; in goede handen; goede handen; veilig gevoel; veilig bij; kan .. op @we .. rekenen/bouwen; rekenen op; bouwen op; al .. jaar .. klant/lid/donateur; blijf .. klant/lid; ga .. nergens anders; nooit .. overstappen; zou .. niet .. overstappen; eerlijk tegen; doen wat ze zeggen; als jullie zeggen; als .. jullie/ze/zij .. zeggen/zegt; ik teken; mogen jullie .. beslissen; carte blanche; machtig .. jullie; betrouwbaarste; enige .. die ik vertrouw
    trust you; i trust; we trust; trust .. completely/blindly/them/your/fully/this; in good hands; good hands; safe hands; leave it .. to you; leave it to; leave that to; leave .. up to you; leave .. in your hands; up to you; just let .. you/them; whatever you .. think/decide/suggest/advise/recommend; you know .. best/better; never .. cheated/doubted/worried/lied/let; rely on; count on; counting on you; sign .. without/whatever/blind; without .. reading/looking/checking/comparing/hesitation; don't .. need to .. check/compare/read/see; no need to check; wouldn't go; faith in; peace of mind; sleep .. well/soundly; take your word; your word; honest with me/us; would trust; always .. been straight/honest; stick/sticking with you; carte blanche`,
  ],
  [
    'anticipation_praise',
    4,
    `nog voor ik; nog voor wij; nog voor we; nog voordat; voordat .. ik/wij/we .. zelf/wist/kon/belde/vroeg/had/doorhad/merkte; voor .. ik/wij/we .. erom/erover/kon/konden/belde/wist/vroeg/doorhad/het wist; voor ik er; zonder dat .. ik/wij/we/iemand; zonder .. te vragen/gevraagd; zonder iets; uit zichzelf; uit jezelf; uit eigen beweging; ongevraagd; spontaan; op eigen initiatief; hoe wisten @we; wisten jullie; wist .. al; jullie wisten; al geregeld; alles .. al .. geregeld/klaar; stond/lag/zat/stonden/lagen/hing .. al .. klaar/in/op/bij; al klaar; kreeg .. al .. bericht/mail/appje/sms/belletje; zelf al; al omgeboekt/omgezet/aangepast; meegedacht; vooruitgedacht; vooruit gedacht; vooruitdenk~; meedenk~; denken/denkt/dachten .. mee/vooruit; denken .. aan alles; dachten .. eraan; gedacht aan; aan gedacht; daar had ik; hoefde/hoefden/hoef .. niet/niks/niets .. bellen/vragen/doen/zelf/eens; niet eens .. bellen/vragen; niks .. hoeven; niets .. hoeven; seintje; tijdig gewaarschuwd; op tijd gewaarschuwd; vooraf gewaarschuwd; van tevoren .. gewaarschuwd/gebeld/bericht; waarschuwden .. al/ons/mij; precies wat ik/we nodig; gedachten lezen; gedachtelez~; lezen .. gedachten; glazen bol; helderziend; net toen ik .. wilde; wilde net bellen; wou net bellen; alvast .. gestuurd/klaargezet/geregeld/omgezet; onthouden .. dat; onthielden; jullie vroegen of; attent
    before i; before we; before we'd; before i'd; without .. asking/me/us; without being asked; didn't even .. ask/have/need; didn't have to ask; never had to ask; proactive~; how did you know; how did they know; you knew; you think of everything; thought of everything; thinking ahead; thought ahead; think ahead; you remembered; remembered .. my/that/our; anticipated; anticipat~; already .. rebooked/arranged/sorted/waiting/there/done/booked; heads up; heads-up; unasked; unprompted; on your own initiative; warned .. me/us/in; reminded me/us; nudge; in advance; mind reader; mind-reader; read my mind; reading my mind; crystal ball; psychic; just when i; exactly what i needed; saved me .. before`,
  ],
  [
    'spam',
    5,
    `investeer~; rendement; beleg nu; verdubbel .. geld/inleg; verdien .. per/€/thuis/snel/tot; vanuit huis; vanuit je luie stoel; geheim .. rijk/geld; rijk worden; afvallen; afslanken; kilo in; horloges; replica; check .. profiel; bekijk .. profiel; volg mij; volg ons; mijn kanaal; abonneer; bezoek .. site/website/link; klik .. link/hier/snel; via .. link; onderstaande link; link hieronder; uw account .. geblokkeerd/verloopt/opgeschort/beperkt; bevestig .. uw/je .. gegevens/account; log in via; update uw; pincode; u bent .. geselecteerd/winnaar/gekozen; je bent .. geselecteerd/winnaar/gekozen; gefeliciteerd u; win .. iphone/reis/kans/cadeaukaart; gratis .. iphone/reis/proberen/tickets/bitcoin; deel dit .. met; stuur .. dit .. door; kopieer en plak; kopieer; 10 vrienden; brengt geluk; ketting~; goedkope .. volgers/likes/medicijnen; onze diensten; vrijblijvend; offerte; bel nu; bestel nu; nu .. slechts; alleen vandaag; op=op; laatste kans; exclusief .. aanbod; zoekmachine; meer klanten; meer omzet; leads; webdesign; websitebouw; dakreiniging; zonnepanelen .. gratis; spirituele; medium; liefdesbezwering
    make money; earn .. from/per/a/extra; from home; guaranteed .. profit/returns/results; trader; trading; recover .. funds/account; wealth; click .. here/link/below; visit .. our/site/my; check out my; my profile; my channel; our services; we offer; we provide; boost .. your; increase .. traffic/sales/followers; rank .. your; first page; top of google; supplier; manufacturer; wholesale; bulk; dear sir; dear friend; greetings of the day; god bless; i am .. prince/widow/barrister/lawyer; million .. dollars/usd/euros; next of kin; beneficiary; loan; loans; urgent .. verify; has been .. suspended/limited/locked; verify your; confirm your .. identity/account; you have been .. selected/chosen; you've been .. selected/chosen; free .. iphone/gift/spins/crypto; limited time; hot singles; meet singles; forward this; send this to; retweet to win; tag .. friends; followers; airdrop; nft; pharmacy; pills; hurry; telegram`,
  ],
  [
    'other',
    4,
    `solliciter~; werken bij; baan bij; vacatur~; stage~; scriptie~; afstudeer~; enquête; hogeschool; universiteit; mbo; hbo; student; studente; voor mijn studie; voor school; werkstuk; spreekbeurt; profielwerkstuk; journalist~; redacteur; krant; omroep; podcast; documentaire; interview~; woordvoerder; persvoorlicht~; persbericht; samenwerk~; kennismak~; ons bedrijf; ons bureau; wij leveren; wij zijn een; sponsor~; loterij .. vereniging; verkeerde account; verkeerde bedrijf; bedoelde .. andere/niet; niet voor jullie; was voor .. bedoeld; sorry verkeerde; verkeerde chat; meldt; aldus; benoemt; benoemd; directeur; overname; fuseert; fusie; jaarcijfers; kwartaalcijfers; miljoen; wethouder; gemeenteraad; raadslid; toezichthouder; aandeelhouders; beurs; nieuwe ceo; opent .. vestiging/kantoor; bericht over; in het nieuws; te koop; gezocht; zoek .. kamergenoot/stage/baan; oppas gezocht; wedstrijd; stadion; tv-programma; prijs gewonnen; genomineerd
    thesis; dissertation; survey; my studies; school project; student at; internship; intern; apply .. job/position/role; applying; application .. role/job; vacancy; job opening; open positions; my cv; resume; press; journalist; reporter; article; magazine; newspaper; interview; partnership; partner; collaborate; collaboration; sponsor~; wrong account; wrong number; wrong company; meant for; not meant; announces; announced; appoints; shares; quarterly; revenue; acquisition; merger; spokesperson; ceo; for sale; selling`,
  ],
  [
    'request',
    3,
    `kunt/kunnen/kun/kan/wilt/willen/wil/zou/zouden @we .. @act; could/can/would/will you .. @act; graag .. @act; please @act; please .. @act; i'd/i would like to; want to .. @act; need to .. @act; ik wil .. @act; wil graag; zou graag .. @act; wij willen .. @act; heb .. nodig; hebben .. nodig; i need; we need; nieuwe .. nodig/aanvragen/aangevraagd; mag ik .. nieuwe; op mijn/onze naam; op naam; haal .. op; verwijder; verander; wijzig; schrap; plaats; stuur; zorg dat; laat .. weten als; laat iemand; stuur iemand; laten .. maken/komen/weten/plaatsen; kan iemand; kan er iemand; is er iemand die; can someone; could someone; could anyone; i'd appreciate; would appreciate; requesting; om .. te laten; gestolen; gejat; kwijtgeraakt; verloren .. pas/kaart/sleutel; lost my .. card/key/phone/wallet`,
  ],
  [
    'complaint',
    2.5,
    `al # @time; sinds # @time; na # @time; # @time .. gewacht/wachten/later/verder/verder; # keer; voor de # keer; vierde keer; vijfde keer; derde keer; tiende keer; al weken; al maanden; al dagen; al een week; al een maand; elke dag; elke week; iedere dag; elke ochtend; iedere ochtend; elke avond; altijd hetzelfde; weer hetzelfde; weer zo; alweer; en weer; steeds weer; telkens weer; nooit .. op tijd; nooit .. bereikbaar; komen niet; kwam niemand; niemand .. op; zonder bericht; zonder uitleg; zonder waarschuwing; krijg .. geen; geen enkele; niet te bereiken; niet bereikbaar; uren; hangt op; opgehangen; standaardantwoord; standaard antwoord; bot; afspraak; vriendelijkheid; respect; service; in de kou; laten .. in de kou; lachwekkend; ongehoord; belachelijk; bespottelijk; schamen; schaam; wanhopig; moedeloos; vertrouwen .. weg/kwijt/verloren; # minutes; # hours; # weeks; # months; for # @time; after # @time; # times; every day; every time; every morning; every single; once again; yet again; no explanation; no warning; without explanation; without warning; excuses; copy-paste; script; robot .. antwoord; nobody; how dare; unbelievable; shocking; ashamed`,
  ],
  [
    'outage',
    4,
    `krijg .. niet aan/open/geladen/ingelogd; gaat niet open; gaat .. niet meer aan; valt steeds; valt telkens; time-out; timeout; al de hele ochtend/dag/avond/nacht; sinds vanochtend; sinds vanmorgen; sinds vannacht; sinds gisteravond; geen beeld; geen geluid; geen ontvangst; geen verbinding; geen bereik; alles plat; alles uit; alles ligt; niets doet het; niks doet het; ligt plat; ligt eruit; ligt uit; ligt stil; zijn jullie .. plat/down; is er .. storing; melding .. storing; code .. scherm; loading; spinning wheel; won't load; won't let me; white screen; black screen; error code; error message; since this morning; since last night; no signal; no picture; completely dead; gone dark; went dark; all down; server error; gateway`,
  ],
  [
    'invoice_question',
    3,
    `waarom .. # euro; waarom # ; # euro .. meer/hoger/duurder/extra/per; opeens/ineens/plotseling .. euro; # cent; van .. euro naar; euro .. afgeschreven/betaald/betalen/in rekening; in rekening; rekening .. voor; kosten .. voor; betaal .. voor; betalen .. voor; hoeveel .. betalen; wanneer .. afgeschreven/geld; teveel; te veel; terugkrijgen .. betaald; why .. more/higher/paying; what .. for; paid .. already; already paid; already .. paid`,
  ],
  [
    'idea',
    1.2,
    `zou; zouden; waarom; misschien; could; maybe; perhaps; why; voortaan; ook; liever; extra; meer; more; instead; would`,
  ],
  [
    'anticipation_praise',
    1.2,
    `al; alvast; vast; meteen; zelf; wisten; dachten; voordat; already; before; ahead; knew; even; ineens`,
  ],
  ['trust_statement', 1, `nooit; altijd; gewoon; jaar; never; always; years; zonder`],
];
