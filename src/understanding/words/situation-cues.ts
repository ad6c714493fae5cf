import type { CueTable } from '../cues.ts';

/** How soon somebody must act, who is spoken to, and who is ill. */
export const situationCues: CueTable = [
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
  [
    'soon',
    1,
    `vandaag; vanavond; vanmiddag; vannacht; morgen; morgenochtend; straks; over een uur; over # uur; over # minuten; zo meteen; nu meteen; direct nodig; nu nodig; today; tonight; tomorrow; this afternoon; this evening; within the hour; in an hour; in # hours; in # minutes; right now; hjoed; heute; hoy; aujourd'hui; demain; mañana`,
  ],
  [
    'manyHit',
    2,
    `alle/all @facility; alle bewoners/klanten/huizen/huurders/reizigers/kassa's/winkels/terminals; iedereen hier; niemand kan; tientallen; honderden; dozens; hundreds; everybody here; everyone here; nobody can; half the; halve straat/wijk/stad/dorp; winkel/zaak/kassa/restaurant/praktijk/café/salon/bakkerij/apotheek & pin~/betaal~/internet/stroom/terminal/kassasysteem; shop/store/café/restaurant/salon/clinic & card/payment/payments/terminal/internet/power; queue at the door; rij voor de; rij .. buiten; personeel .. wacht; staff .. waiting`,
  ],
];
