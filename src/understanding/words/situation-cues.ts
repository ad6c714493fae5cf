import type { CueTable } from '../cues.ts';

/** How soon somebody must act, who is spoken to, and who is ill. */
export const situationCues: CueTable = [
  [
    'danger',
    3,
    `gaslucht; gas .. ruik~/ruiken/stinkt/lucht; ruik .. gas; ruiken .. gas; gaslek; brandlucht; brand; vlammen; rook uit; zwarte rook; koolmonoxide; co-melder; co .. alarm/melder/vergiftiging; vonken; vonkt; blote draden; kortsluiting; onder spanning; explosie; instort~; vast in de lift; vast .. lift; zit .. vast; zitten .. vast; opgesloten; loopt .. spoor; op het spoor; levensgevaar~; gevaarlijk~; gevaar; putdeksel; elk moment; ongeluk gebeurd; ongeluk op; gewond~; bewusteloos; doet .. niet open; reageert niet .. buurvrouw/buurman; niet meer .. gezien .. dagen; ambulance; 112; verdrink~; kind .. alleen
    gas smell; smell~ .. gas; gas leak; carbon monoxide; fire; flames; smoke; sparks; sparking; burning; live wire~; exposed wire~; stuck in .. lift/elevator; trapped; locked in; on the tracks; dangerous; danger; explosion; collapsed; injured; unconscious; emergency; drowning`,
  ],
  [
    'vulnerable',
    3,
    `insuline~; beademing~; zuurstof~; dialyse~; hartpatiënt; copd; alarmknop; traplift; thuiszorg; palliatief; stervend~; pasgeboren; baby; newborn; zuigeling; couveuse; chemo~; insulin~; oxygen; dialysis; ventilator; nebuli~; epilep~; hartbewaking; medicijnen .. koelkast/op/koffer; medicatie .. op/koffer/koelkast; terminaal; stair lift; stairlift; infant; sondevoeding; anafyla~; epipen`,
  ],
  [
    'vulnerable',
    1.5,
    `bejaard~; hoogzwanger; zwanger; dementie; dement; rolstoel; wheelchair; pregnant; elderly; oude moeder; oude vader; hartziekte; patiënt; invalide; gehandicapt~; kindje; kleintje; ziek kind; disabled; woont alleen; lives alone`,
  ],
  [
    'crime',
    3,
    `gehackt; wordt .. leeggehaald; leeggehaald; leeg .. gehaald; bankhelpdesk; nu .. opgelicht; opgelicht; aan de lijn .. bank; geld .. verdwijnt; verdwijnt .. geld; onbekende .. afschrijving~/transactie/overboeking; fraude; hacked; being drained; draining; unauthorised .. now; fraud; someone .. using my; phished; op de link geklikt; geklikt op .. link; code gegeven; inbreker; inbraak; dief; stolen .. card/phone; skimm~; afpers~`,
  ],
  [
    'cutOff',
    2,
    `geen/zonder/gjin .. @utility; @utility .. @failing; @failing .. @utility; @utility .. doet/doen/werkt .. niet/niks; no/without .. @utility; kan .. nergens heen; kom .. thuis; niet thuis komen; nergens slapen; slaap .. op straat; op het station .. gestrand/sta/vast; op de luchthaven; op schiphol; at the airport; at the gate; at the station; can't get home; nowhere to; nowhere to sleep; geen .. stroom/internet/water/gas/verwarming/bereik; zonder .. stroom/internet/water/gas/verwarming/elektriciteit; internet .. eruit/uit/plat/weg/storing; stroom .. uit/uitgevallen/weg; stroomstoring; stroomuitval; geen warm water; warm water; cv .. niet/uit; gestrand; strand~; sta .. voor .. dichte; voor een dichte deur; buitengesloten; kan .. niet naar binnen; kan .. huis niet in; sta .. kassa; staan .. stil; staan hier; sta hier; sta nu; zitten hier; laatste trein; laatste bus; no .. power/internet/water/gas/heating/electricity/heat; internet .. down/out/dead; power .. out/cut; without .. power/internet/water/gas/heating/electricity; stranded; stuck .. at/on/in; locked out; standing here; hasn't moved; we're standing; can't get .. home/in/inside; pinnen lukt; betaalautomaat; terminals; kein strom; kein wasser; sans électricité; sin luz; sin agua; gjin ynternet; simkaart .. blokkeren; sim .. blokkeren; telefoon .. gestolen/gejat; pas .. gestolen/kwijt/ingeslikt; card .. stolen/swallowed/eaten`,
  ],
  [
    'deadline',
    2,
    `voor vanavond; nog vandaag; vandaag nog; uiterlijk vandaag; uiterlijk morgen; vanmiddag; vanavond; morgen .. vlieg/vertrek~/komt/deadline/afspraak/verhuis~/moet/reis/weg/ochtend/operatie/sleutel~/begrafenis; morgenochtend; morgenvroeg; vlieg morgen; vertrek~ .. morgen/vandaag/straks/over .. uur; over een uur; over .. uur; t/m vandaag; laatste dag; geldig .. vandaag; deurwaarder; afgesloten .. morgen/vandaag; vandaag .. moet/nodig/afspraak/laatste/vertrek~/vlieg/vliegen; morgen .. nodig/weg/vliegen/naar/gaan; straks .. nodig/moet/vlieg~; over # uur; over # minuten; binnen # uur; in # hours; in # minutes; vanavond .. vertrek~/nodig/bezoek/feest; zou .. tussen; zou vandaag; zou vanmorgen; zou vanochtend; monteur .. niet; niet komen opdagen; vandaag .. niet gekomen; vandaag .. voor niks; today .. deadline; by tonight; by tomorrow; by today; tonight; tomorrow .. flight/morning/fly/deadline/move/appointment/at; flight .. tomorrow/tonight/hours/today; flying .. tomorrow/today; leave~ .. tomorrow/in .. hours; in an hour; within the hour; until today; last day; expires today; ends today; urgent; spoed; asap; dringend; met spoed; zo snel mogelijk; heute noch; morgen früh; hoy mismo`,
  ],
  [
    'draining',
    2,
    `wordt .. afgeschreven .. nu; blijft .. afschrijven; elke dag .. afgeschreven; nu al .. afgeschreven; dubbel afgeschreven .. vandaag; keeps .. charging; being charged .. every; ten onrechte .. afgeschreven; salaris .. niet; loon .. niet; nep; pas .. blokkeren; kaart .. blokkeren; pinpas .. kwijt/gestolen`,
  ],
  [
    'manyHit',
    2,
    `hele straat; heel de straat; hele wijk; hele dorp; heel het dorp; hele buurt; hele flat; hele gebouw; iedereen .. zonder; alle winkels; whole street; entire street; whole neighbourhood; whole village; whole building; everyone .. without; about # of us; staan er nog; heel .. plat; overal; landelijk`,
  ],
  [
    'manyHit',
    2,
    `lekkage; lekt; lek .. plafond/dak/leiding; water .. plafond/muur/loopt/stroomt/druppelt; gesprongen .. leiding; onder water; leak; leaking; flood~; burst pipe; dripping; ceiling .. water; overstrom~`,
  ],
  [
    'spokenTo',
    1,
    `jullie; jou; jouw; u; uw; je; jij; ulder; ulle; gij; ge; you; your; you're; you've; yours; u're; ihr; euch; sie; ihre; vous; votre; vos; usted~; vosotros; su equipo; jim; jimme; kunt; please; graag; svp; aub; geachte; beste; dag; hallo; hoi; hello; hi; dear; bedankt; merci; thanks; geef; geeft; stuur; zet; bel; doe; maak; leg; kijk; stop; laat; wilt; komen jullie; team`,
  ],
  [
    'spokenAbout',
    1,
    `hun; zij; ze; hen; they; their; them; heeft ons; hebben ons; die lui; dat bedrijf; deze bank; deze winkel; personeel; medewerkers; this company; this place; the staff; the team; we were`,
  ],
  [
    'amongOthers',
    2,
    `iemand hier; weet iemand; heeft iemand; hebben jullie weleens; iemand ervaring; iemand tips; anyone here; does anyone; has anyone; anyone else; hoi allemaal; iedereen hier; hallo allemaal; medereizigers; buurtgenoten; wie van jullie; wie herkent; hoe lang duurde; fellow; hier weleens; te koop; selling`,
  ],
  [
    'settled',
    3,
    `laat maar; al opgelost; is opgelost; opgelost inmiddels; werkt weer; doet het weer; weer aan; hoeft niet meer; niet meer nodig; is gelukt; al gelukt; toch gelukt; gevonden al; already fixed; works again; working again; never mind; nevermind; sorted now; all good now; is back; no need anymore; no reply needed; geen antwoord nodig; hoeft geen reactie; hoef geen antwoord`,
  ],
  [
    'self',
    1,
    `ik; 'k; mij; me; mijn; m'n; mn; wij; we; ons; onze; i; i'm; i've; i'd; my; mine; we're; our; us; ich; mein~; wir; je; mon; ma; mes; nous; yo; mi; mis; nosotros`,
  ],
  [
    'health',
    1,
    `copd; astma; asthma; kanker; cancer; chemo~; diabetes; diabet~; suikerziekte; insuline~; insulin~; epilep~; hartpatiënt; hartinfarct; hartziekte; beroerte; dialyse; dialysis; dement~; alzheimer; parkinson; reuma; rheuma; ms-patiënt; ~allergie; allergie; allergisch; allergy; allergic; coeliakie; zwanger; zwangerschap; pregnant; pregnancy; bevallen; rolstoel; wheelchair; scootmobiel; rollator; krukken; crutches; prothese; pacemaker; zuurstof~; oxygen; beademing~; ziekenhuis; hospital; operatie; geopereerd; surgery; revalid~; burn-out; burnout; depressie; depressief; depressed; migraine; autis~; adhd; slechthorend; slechtziend; doof; deaf; gehoorapparaat; hearing aid; hulphond; invalide; gehandicapt; disabled; disability; ziekte; ziek; ongeneeslijk; palliatief; longziekte; gebroken .. been/arm/heup/enkel/pols; miskraam; alarmknop; traplift; thuiszorg; medicijnen; medicatie; medication; epipen; psychose; ptss; ptsd; hernia`,
  ],
];
