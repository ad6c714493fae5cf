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
