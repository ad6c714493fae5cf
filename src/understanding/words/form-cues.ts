import type { CueTable } from '../cues.ts';

/** Sentence forms: how somebody asks, bids or reports, whatever the matter. `^` = where a clause begins. */
export const formCues: CueTable = [
  [
    'question',
    3,
    `^ hoe/hoelang/hoeveel/hoever/waar/waarheen/waarmee/waarom/wanneer/wie/wat/welk/welke/waarvoor/waaraan/waarop/waarvan/hoezo; ^ tot/vanaf/voor/met/bij/naar/in/op/per/van wie/welk/welke/wanneer/hoeveel/hoelang; ^ tot hoe laat
    ^ kan/mag/moet/zal/krijg/heb/ben/betaal/zit/ga/kom/hoef/loop/sta/val ik; ^ kunnen/mogen/moeten/krijgen/hebben/zijn/betalen/zitten/gaan/komen/hoeven/vallen wij/we; ^ kan/mag/moet/krijg je/men; ^ kan/mag/moet/wil/telt/valt/vervalt/dekt/vergoedt/rijdt/vliegt/levert/verkoopt/rekent mn/m'n/mijn/ons/onze/een/de/het/die/dit/dat/zo'n/jullie/waterkracht; ^ kan/mag/moet/is/wordt/gaat/komt/klopt/geldt/werkt/hoort/kost/telt/bestaat/betekent/duurt/zit/staat/blijft/geeft/heeft/doet/loopt/ligt/stopt/rijdt/vervalt/scheelt het/dat/dit/er/die/deze/de/een/mijn/m'n/onze/ook/zo'n; ^ is/zijn/was/waren/worden/gelden/komen/gaan/staan/zitten/rijden/lopen/werken/hebben/tellen/vallen/blijven/passen/mogen/kunnen/moeten de/er/die/deze/mijn/onze/dat/hier/ook/het/alle; ^ is # ; ^ heeft/hebben/weet/weten/doen/rijden/leveren/verkopen/bieden/accepteren/vergoeden/verzekeren/geven/bezorgen iemand/jullie/u
    ^ what/when/where/who/which/why/how/whose/whom; ^ can/may/could/should/must/do/did/am/will/would/have/shall/might i/we/one/my/our/he/she/they; ^ does/has/is/was he/she/they; ^ are/were/do/did/have they; ^ is/are/was/were/does/do/did/has/have/will/would/can/could/should it/there/this/that/these/those/my/our/the/a/an/your/you/anyone/somebody/someone/everyone/the; ^ any idea/update/news/chance/way; ^ does/has/is anyone
    ^ kann/können/gibt/ist/wo/wann/wie/warum ich/wir/es/das/man; ^ où/quand/comment/pourquoi/combien/est-ce; ^ dónde/cuándo/cómo/cuánto/puedo/hay`,
  ],
  [
    'question',
    -3,
    `hoe lang nog; hoelang nog; hoe lang .. nog wachten; wie vergoedt; kan dat niet anders; is daar iemand; is er iemand wakker; wanneer houdt; hoe nu verder; wie werkt; who can help; is anyone there; moest ik; mens .. spreken; gewoon bellen; wat is dat voor; moet ik nu; hoe vaak; hoe moeilijk; how hard; how many times; how much longer; lezen jullie; luisteren jullie; praten jullie; wat moet er nog; wie verzint; wie bedenkt; waarvoor betaal; waar betaal ik .. voor; hoe dan; how is that possible; hoe is het mogelijk; hoe kan het dat; schaam`,
  ],
  [
    'request',
    3.5,
    `^ kunt/kunnen/kun/kan/wilt/willen/wil/zou/zouden @we .. @act; kunt/kunnen/kun/wilt/willen/zou/zouden u/jullie/je/gij/ge .. @act; kunt ge; could/can/would/will you .. @act; could/can someone .. @act; kan/kunnen .. iemand .. @act; wil iemand; graag .. @act; please @act; please .. @act; @act graag; @act aub/a.u.b/svp; gaarne; @act jullie; @act u; @act jullie .. eens; i'd/i would like to .. @act; i want to .. @act; ik wil .. @act; ik wil graag; ik zou graag; wij willen graag; we zouden graag; ik wil .. aanvragen
    ^ stuur/zet/bel/haal/geef/regel/plaats/pas/maak/zorg/schrap/verwijder/wijzig/verander/corrigeer/blokkeer/laat/schrijf/voeg/breng/mail/app/neem/leg/doe/boek/stort/betaal/vervang/repareer/herstel .. mij/me/mijn/m'n/mn/ons/onze/dit/deze/dat/die/het/de/een/even/er/maar/contact/alstublieft/alsjeblieft/aub; ^ send/put/call/give/change/update/fix/remove/add/move/take/let/tell/help/replace/refund/block/check/book/mail/email/ring me/my/us/our/this/that/the/it/a/an/someone/somebody`,
  ],
  [
    'request',
    2,
    `kunt u; kunnen jullie; kun je; wilt u; willen jullie; wil je; zou u; zouden jullie; zou je; could you; can you; would you; can someone; could someone; could somebody; kan iemand; kan er .. iemand; please; graag; svp; s.v.p; aub; a.u.b; alstublieft; alsjeblieft; heb .. nodig; i need; we need; verzoek; verzoekje; moet .. worden .. aangepast/gewijzigd/gecorrigeerd; moet .. aangepast/gewijzigd/veranderd worden`,
  ],
  [
    'polite',
    1,
    `please; kindly; could you; would you; can you; could someone; can someone; could anyone; i would like; i'd like; we would like; we'd like; how do i/we; how can i/we; can i; can we; could i; may i; do you; does it; is there; are there; what happens; wondering; i wonder; hello; good morning; good afternoon; dear; regards
    kunt u; kunnen jullie; kun je; wilt u; willen jullie; zou u; zouden jullie; graag; alstublieft; alsjeblieft; aub; svp; alvast; hoe kan ik; kan ik; kunnen wij/we; mag ik; mogen wij/we; moet ik; heb ik; is er; zijn er; weet iemand; weten jullie; geldt; klopt het; is het mogelijk; wat kost; hoe lang; hoeveel; vraag; vraagje; groet; groeten; groetjes; beste; geachte; hallo; goedemorgen; goedemiddag; goedendag; hoi; idee; tip; voorstel; suggestie; suggestion; idea`,
  ],
  [
    'trouble',
    1,
    `nergens; nowhere; overal .. geweigerd; elke keer; iedere keer; every time; telkens; zero; @own .. @not; @me .. @not; @not .. @me; niemand; nobody; no one; nog steeds; nog altijd; nog niks; nog niets; nog niet; nog geen; still no; still not; still .. not; still waiting; never .. arrive~/came/come~/showed/called/received/get~/got/answer~/reply/replied/work~; doet niks; doet niets; doet .. het niet; doen het niet; doet .. niet; werkt niet; werken niet; does not; doesn't; do not .. work/see; did not; didn't; will not; won't; is not; isn't; are not; cannot; can't; can not; could not; couldn't; has not; hasn't; have not; haven't; was not; wasn't; kan niet; kan .. niet; lukt niet; lukt .. niet; lukt .. maar niet; gaat niet; gaat .. niet; komt niet; komt .. niet; kwam niet; kom .. niet; krijg .. niet; krijg .. geen; wil .. niet; laat .. niet; zie .. niet; zie .. niks; zie .. geen; staat niet; staat .. niet; past niet; past .. niet; ging niet; reageert niet; klopt niet; klopt .. niet; mis; misgegaan; fout; verkeerd~; kwijt; weg; zoek; kapot; stuk; lek; wrong; missing; lost; broken; problem~; probleem; issue; error; foutmelding; foutcode; zero; nul; vergeten; forgot; te laat; too late; op nul; verdwenen; disappeared; gone; gemist; missed; dubbel; twice; weigert; refuses; refused; geweigerd; stopped; gestopt; vast; stuck; ineens; opeens; suddenly; keeps; blijft; alweer; again; ondersteboven; upside`,
  ],
];
