import type { CueTable } from '../cues.ts';

/** What a message is about and what happens in it, word by word. Two that meet speak for an intent (`meetings`). */
export const topicCues: CueTable = [
  [
    'facility',
    1,
    `@facility; ~automaat; ~pomp; ~paal; ~lift; ~net; ~verlichting; perron; station; portiek; spoor; lijn; kraan; oplaadpunt; simkaart; esim; online; ideal; inchecken; check-in; ticketautomaat; wasmachineruimte; galerij`,
  ],
  [
    'fails',
    1,
    `@broken; werkt niet; werken niet; werkt .. niet; doet .. niet; doen .. niet; doet niks; doet .. niks; niks meer; niets meer; lukt niet; lukt .. niet; gaat niet; gaat .. niet; wil niet; wil .. niet; kan niet; kan .. niet .. in/op/bij; storing~; hapert; valt .. uit/weg; uitval; reageert niet; laadt niet; ligt eruit; ligt .. uit; weer uit; nog steeds uit; weigert; blijft .. dicht/uit/hangen/zwart; bevriest; foutcode~; foutmelding; error; time-out; iets mis; iets misgegaan; ging .. mis; gaat .. mis; not work~; doesn't work; won't; stopped; fails; failing; glitch; bug; crash~; freezes; timed out; went wrong; out of service; buiten dienst; buiten gebruik; buiten werking; stilgevallen; stil; slikt; ingeslikt; sinds .. update; rijdt niet; rijden niet; niet .. inloggen; geen beeld; geen geluid; geen bereik; geen verbinding`,
  ],
  [
    'goods',
    1,
    `@goods; ~doos; ~kast; ~pakket; ~pakje; ~stoel; ~tafel; ~lamp; ~jas; ~kaart; bestelling; zending; order; levering; delivery; maat; kleur; size; colour`,
  ],
  [
    'wrong',
    1,
    `@wrongness; verkeerds; fout; foute; niet .. besteld; niet wat ik; iets anders; heel iets; ander model; te groot; te klein; past niet; ontbreekt; miste; missing; not what; different from; neither; nergens; nowhere; zoek; spoorloos; buren; neighbour~; scherven; gaatje; gat; kras; krassen; vlek; vlekken; scheef`,
  ],
  [
    'arrives',
    1,
    `@arrived; bezorgen; bezorger; koerier; besteld; bestelde; ordered; parcel; pakket~; bezorging; uitgepakt; opengemaakt; unpacked; opened`,
  ],
  [
    'bill',
    1,
    `@bill; factu~; ~nota; ~afrekening; ~aanslag; ~premie; ~kosten; ~heffing; ~belasting; ~incasso; tarief; tarieven; prijs; maandlasten; bon; bonnetje; price; amount; statement; energiebelasting`,
  ],
  [
    'pays',
    1,
    `@billVerb; betaal; betaalde; kost; kostte; afgeboekt; ingehouden; gerekend; berekend; verrekend; duurder; goedkoper; verschil; meer; minder; extra; dubbel; plotseling; ineens; opeens; zomaar; waarom; why; suddenly; more; euro; euros; €; %`,
  ],
  [
    'contract',
    1,
    `@contract; lid; klant; donateur; abonnee; member; customer; donor; subscriber; contract~; ~abonnement; ~verzekering; ~contract; plan; deal`,
  ],
  [
    'ends',
    1,
    `@ending; opzeg~; annul~; stoppen; gestopt; eruit; ervanaf; weg bij; kwijt; overstappen; cancel~; terminate; quit; leaving; einde; eindigen; niet verlengen; niet meer; niet langer; no longer; not anymore; terugdraaien`,
  ],
  [
    'decision',
    1,
    `@decision; ~boete; ~claim; ~schade; ~vergoeding; expert; deskundige; taxateur; commissie; voorwaarden; polisvoorwaarden; garantie; coulance; borg; waarborgsom; eigen risico; terms; assessor; adjuster; deposit; bewijs; foto's; evidence; proof`,
  ],
  [
    'refuses',
    1,
    `@refusing; weiger~; afgewezen; afwijz~; wijst; wijzen; niet eens; oneens; bezwaar~; onterecht~; onredelijk; klopt niet; klopt .. niks; niet akkoord; niet gedekt; niet vergoed; vergoed; volgens jullie; volgens u; volgens uw; jullie zeggen; u zegt; u schrijft; u stelt; you say; you claim; your letter; not covered; reject~; refus~; denied; unfair; wrongly; herzien; opnieuw naar; beroep; terwijl; maar ik had; wel degelijk; nooit gedaan; slijtage; schuld; nalatig~; te laat ingediend`,
  ],
  [
    'extra',
    1,
    `@extra; ~korting; ~bonus; ~voordeel; ~actie; ~aanbieding; ~punten; ~bon; ~cadeau; gratis; procent; reward; loyalty; spaar~; zegel~; tegoed`,
  ],
  [
    'promises',
    1,
    `@promised; beloofd~; beloft~; toezeg~; toegezegd; beweerd; letterlijk; stond in; volgens .. folder/reclame/advertentie/mail/site/actie; zouden; zou; mail .. stond; promis~; guarantee~; said; told; claimed; supposed; ad; campaign; flyer; folder; reclame; poster; advertentie; verkoper; salesman`,
  ],
  [
    'data',
    1,
    `@data; gegevens; persoonlijk~; privé~; privacy; bsn; dossier; account; mijn naam; mijn foto; camera~; opname~; nieuwsbrief; mailing~; cookies; data; profiel; kopie; medisch dossier; newsletter; records`,
  ],
  [
    'handles',
    1,
    `@dataVerb; verwijder~; wis; wissen; delen; delete~; erase~; inzien; inzage; doorgegeven; verkocht; gelekt; bewaart; bewaren; bewaard; weten; toestemming; consent; recht; ongevraagd; zonder .. gevraagd; zomaar; derden; third; hoe komen; hoe kom; hoe komt; stop; afmelden; afgemeld; uitschrijven; vergeten te worden; zichtbaar; openbaar; iedereen .. zien; ander .. ingelogd`,
  ],
];
