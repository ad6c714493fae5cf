import type { Channel } from './scene.ts';

export interface StoryLine {
  by: string;
  text: string;
  /** Days after the first one. */
  day?: number;
  /** Moves on to the next working day. */
  workday?: boolean;
  time: string;
  kind?: 'note' | 'assign' | 'close' | 'pionier';
}

export interface StoryScript {
  story: string;
  channel: Channel;
  daysBack: number;
  anyDay?: boolean;
  lines: readonly StoryLine[];
}

/** The conversations that show what Polder is for. Written out, because they must be found and told. */
export const fixedStories: readonly StoryScript[] = [
  {
    story: 'wrong_delivery',
    channel: 'x',
    daysBack: 24,
    lines: [
      {
        by: 'fatima',
        time: '10:12',
        text: '@waterkracht ik bestelde de slimme thermostaat voor stadswarmte (WK-550417) en er ligt er een voor een cv-ketel op de mat. Past voor geen meter. Wat nu?',
      },
      { by: 'els', time: '10:20', kind: 'assign', text: '' },
      {
        by: 'els',
        time: '10:31',
        text: 'Hoi Fatima, dat is het verkeerde model, dat zie ik ook in de bestelling. Ik vraag Noor van de storingsdienst, zij gaat over het magazijn. Je hoeft niets opnieuw te vertellen. ^Els',
      },
      { by: 'noor', time: '10:32', kind: 'assign', text: '' },
      {
        by: 'els',
        time: '10:34',
        kind: 'note',
        text: 'Order WK-550417: besteld TH-SW, gepakt TH-CV. Noor, kun jij direct ruilen? Ze heeft een baby en het is koud in huis.',
      },
      {
        by: 'noor',
        time: '11:48',
        text: 'Hoi Fatima, Noor van de storingsdienst. De goede thermostaat gaat vandaag met de koerier mee, morgen tussen 9 en 11 heb je hem. De verkeerde geef je aan hem terug, het kost je niets. ^Noor',
      },
      { by: 'fatima', time: '12:05', text: 'Kijk, dat is service. Tot morgen koerier!' },
      {
        by: 'fatima',
        day: 1,
        workday: true,
        time: '11:22',
        text: 'Hij hangt en het is warm. Dankjewel Els en Noor, ik hoefde het maar één keer te vertellen 💚 @waterkracht',
      },
      {
        by: 'noor',
        day: 1,
        workday: true,
        time: '11:40',
        text: 'Mooi! Zit je nog met een vraag over het programmeren, dan weet je ons te vinden. ^Noor',
      },
      { by: 'els', day: 1, workday: true, time: '13:02', kind: 'close', text: '' },
    ],
  },
  {
    story: 'promised_discount',
    channel: 'mail',
    daysBack: 40,
    lines: [
      {
        by: 'gerda',
        time: '09:14',
        text: 'Onderwerp: welkomstbonus van 150 euro ontbreekt\n\nBeste Waterkracht,\n\nToen ik in <maand> overstapte heeft uw collega Dennis mij aan de telefoon een welkomstbonus van 150 euro toegezegd op de eerste jaarrekening. Die rekening (F<jaar>-04418) heb ik nu, maar de bonus staat er niet op. Contract WKC-70331. Wilt u dit rechtzetten?\n\nMet vriendelijke groet,\nGerda Wolthuis',
      },
      { by: 'joost', time: '10:02', kind: 'assign', text: '' },
      {
        by: 'joost',
        time: '10:46',
        text: 'Beste mevrouw Wolthuis,\n\nIk heb het gesprek van 12 <maand> teruggezocht en Dennis heeft de bonus inderdaad toegezegd. Zelf kan ik geen bedragen crediteren, daarom vraag ik Hanneke van facturatie. Zij laat het u uiterlijk morgen weten.\n\nMet vriendelijke groet,\nJoost Hofman\nWaterkracht',
      },
      { by: 'hanneke', time: '10:47', kind: 'assign', text: '' },
      {
        by: 'joost',
        time: '10:49',
        kind: 'note',
        text: 'Toezegging staat in de gespreksnotitie van 12 <maand>: "150 euro, eerste jaarnota". Actie is toen niet gekoppeld.',
      },
      {
        by: 'hanneke',
        day: 1,
        workday: true,
        time: '14:20',
        text: 'Beste mevrouw Wolthuis,\n\nDe 150 euro is vandaag gecrediteerd met creditnota CN-<jaar>-1187 en staat binnen drie werkdagen op uw rekening. De bonus was bij het invoeren van uw contract vergeten, onze excuses.\n\nMet vriendelijke groet,\nHanneke Tromp\nWaterkracht',
      },
      {
        by: 'gerda',
        day: 5,
        workday: true,
        time: '19:31',
        text: 'Het staat erop. Beloofd is beloofd, dat zie je niet overal. Bedankt Joost en Hanneke.\n\nGerda Wolthuis',
      },
      { by: 'hanneke', day: 6, workday: true, time: '09:05', kind: 'close', text: '' },
    ],
  },
  {
    story: 'duplicate_answer',
    channel: 'x',
    daysBack: 17,
    lines: [
      {
        by: 'sjaak',
        time: '11:02',
        text: '@waterkracht ik krijg een aanmaning van 64 euro voor F<jaar>-03912, maar die heb ik op de 3e gewoon betaald. Trekken jullie hem in?',
      },
      {
        by: 'els',
        time: '11:09',
        text: 'Hoi Sjaak, ik zie je betaling staan en heb de aanmaning ingetrokken. Je hoeft niets te doen. ^Els',
      },
      {
        by: 'willem',
        time: '13:37',
        text: 'Beste Sjaak, de betaling is bij ons nog niet zichtbaar. Wil je een afschrift sturen? Tot die tijd blijft de aanmaning staan. ^Willem',
      },
      {
        by: 'sjaak',
        time: '13:51',
        text: 'Uw collega Els schrijft vanochtend precies het tegenovergestelde. Welke van de twee geldt nu @waterkracht? Praten jullie wel met elkaar?',
      },
      {
        by: 'els',
        time: '14:05',
        kind: 'note',
        text: 'Willem en ik zaten allebei in deze zonder het te weten. Betaling stond onder het oude kenmerk. Bespreken in het werkoverleg.',
      },
      {
        by: 'willem',
        time: '14:26',
        text: 'Terecht Sjaak, we hebben langs elkaar heen gewerkt. De betaling stond onder een ander kenmerk. De aanmaning is definitief van tafel, sorry voor de verwarring. ^Willem',
      },
      {
        by: 'sjaak',
        time: '14:40',
        text: 'Ok, dan laat ik het hierbij. Doe er wat aan, want zo weet je niet wie je moet geloven.',
      },
      { by: 'willem', time: '15:30', kind: 'close', text: '' },
    ],
  },
  {
    story: 'pionier',
    channel: 'x',
    daysBack: 12,
    lines: [
      {
        by: 'bo',
        time: '20:14',
        text: '@waterkracht waarom knipperen de straatlantaarns in de Molenwerfstraat al drie avonden precies om acht uur? Een kunstproject of is er iets stuk?',
      },
      {
        by: 'pieter',
        kind: 'pionier',
        time: '20:41',
        text: '@bo_hendrikse Hoi Bo, ik werk bij de storingsdienst van Waterkracht. Geen kunst: het schakelkastje op de hoek telt de tijd verkeerd sinds de klok verzet is. Ik was er vanmiddag toevallig, morgen zet een collega hem goed. Niets gevaarlijks dus.',
      },
      {
        by: 'bo',
        time: '20:48',
        text: 'Wat goed dat je dat even laat weten! Dat had ik van geen enkele klantenservice verwacht.',
      },
      {
        by: 'joost',
        day: 1,
        workday: true,
        time: '09:18',
        text: 'Goedemorgen Bo, we zoeken uit wat er met de lantaarns is en komen erop terug. ^Joost',
      },
      {
        by: 'bo',
        day: 1,
        workday: true,
        time: '09:25',
        text: 'Huh, jullie collega Pieter heeft het gisteravond al verteld 😄 @waterkracht',
      },
      {
        by: 'joost',
        day: 1,
        workday: true,
        time: '10:02',
        text: 'Dan was hij sneller en beter dan wij. Het klopt, het kastje wordt vanmiddag ingesteld. ^Joost',
      },
      {
        by: 'joost',
        day: 1,
        workday: true,
        time: '10:06',
        kind: 'note',
        text: 'Pieter antwoordt als @pieter_van_de_storing. Klanten zijn er blij mee. Zou hij niet gewoon mee mogen doen met webcare?',
      },
      {
        by: 'bo',
        day: 1,
        workday: true,
        time: '20:06',
        text: 'Acht uur geweest, geen geknipper meer. Doe Pieter de groeten!',
      },
      { by: 'joost', day: 2, workday: true, time: '09:10', kind: 'close', text: '' },
    ],
  },
  {
    story: 'pionier',
    channel: 'x',
    daysBack: 47,
    lines: [
      {
        by: 'energieke',
        time: '21:20',
        text: 'Iemand een idee waarom mijn omvormer op zonnige dagen om 13 uur afslaat? Hele straat heeft het. @waterkracht zwijgt.',
      },
      {
        by: 'pieter',
        kind: 'pionier',
        time: '21:52',
        text: '@energieke_eva De spanning in de straat loopt dan boven de 253 volt en de omvormer beschermt zichzelf. De trafo bij jullie staat op mijn lijst, in de winter gaat hij een trap lager. Zet tot die tijd de vaatwasser om een uur aan, helpt echt. Groet, Pieter (werk er, schrijf hier voor mezelf).',
      },
      {
        by: 'energieke',
        time: '22:03',
        text: 'Dit is het beste antwoord dat ik ooit van een energiebedrijf kreeg en het was niet eens officieel 😂',
      },
    ],
  },
  {
    story: 'vulnerable',
    channel: 'chat',
    daysBack: 21,
    anyDay: true,
    lines: [
      {
        by: 'leen',
        time: '16:52',
        text: 'wij zitten zonder stroom in de Rietlanden en mijn vrouw ligt aan een zuurstofapparaat. de accu houdt het nog ongeveer veertig minuten. kan er iemand helpen',
      },
      { by: 'noor', time: '16:53', kind: 'assign', text: '' },
      {
        by: 'noor',
        time: '16:53',
        text: 'Meneer Kortekaas, Noor van de storingsdienst. Ik stuur nu een wagen met een aggregaat naar u toe, die is er binnen twintig minuten. Wordt uw vrouw benauwd, bel dan meteen 112. Op welk nummer woont u?',
      },
      { by: 'leen', time: '16:54', text: 'Waterleliestraat 41, begane grond. de voordeur staat open' },
      {
        by: 'noor',
        time: '16:55',
        kind: 'note',
        text: 'Zuurstof thuis, accu 40 min. Aggregaat 3 onderweg. Adres op de lijst van kwetsbare aansluitingen gezet, mits meneer dat goed vindt.',
      },
      {
        by: 'noor',
        time: '17:09',
        text: 'Pieter staat bij u voor de deur met het aggregaat. Ik blijf in de chat tot het apparaat weer loopt.',
      },
      { by: 'leen', time: '17:16', text: 'het loopt weer. ik kan u niet zeggen hoe opgelucht wij zijn' },
      {
        by: 'noor',
        time: '17:18',
        text: 'Gelukkig. Het aggregaat blijft staan tot de stroom terug is. Zal ik noteren dat er bij u een zuurstofapparaat is, zodat we een volgende keer eerder bij u zijn dan u bij ons?',
      },
      { by: 'leen', time: '17:19', text: 'ja graag, dat mag' },
      {
        by: 'leen',
        day: 1,
        time: '10:04',
        text: 'de stroom is sinds gisteravond terug en Pieter heeft alles netjes opgehaald. hartelijk dank, ook namens mijn vrouw',
      },
      { by: 'noor', day: 1, time: '10:30', kind: 'close', text: '' },
    ],
  },
  {
    story: 'idea',
    channel: 'mastodon',
    daysBack: 61,
    anyDay: true,
    lines: [
      {
        by: 'nel',
        time: '21:08',
        text: '@waterkracht@sociaal.example Idee van de volkstuin: laat in de app per uur zien hoe groen de stroom is, met een blaadje dat verkleurt. Dan draaien wij de pomp als het blaadje groen is.',
      },
      {
        by: 'lieke',
        day: 1,
        workday: true,
        time: '09:40',
        text: 'Hoi Nel, wat een mooi beeld, dat blaadje! Ik heb het op het forum gezet zodat meer mensen kunnen meedenken. Mag je naam erbij? ^Lieke',
      },
      { by: 'nel', day: 1, workday: true, time: '12:15', text: 'Dat mag! Ik trommel de tuinders op.' },
      {
        by: 'lieke',
        day: 29,
        workday: true,
        time: '11:05',
        text: 'Even een bericht, Nel: 214 mensen steunen het blaadje en het app-team maakt een proefversie. Wil jij hem als eerste uitproberen? ^Lieke',
      },
      {
        by: 'nel',
        day: 29,
        workday: true,
        time: '19:44',
        text: 'Natuurlijk wil ik dat 🌱 Wat leuk dat er echt iets mee gebeurt.',
      },
      { by: 'lieke', day: 30, workday: true, time: '09:12', kind: 'close', text: '' },
    ],
  },
  {
    story: 'privacy',
    channel: 'mail',
    daysBack: 30,
    lines: [
      {
        by: 'oscar',
        time: '08:47',
        text: 'Onderwerp: inzageverzoek AVG\n\nGeachte heer, mevrouw,\n\nOp grond van artikel 15 van de AVG verzoek ik om inzage in alle persoonsgegevens die u van mij verwerkt, waaronder gespreksopnames, notities en de berichten die ik via sociale media heb gestuurd. Graag ook met welk doel en wie ze heeft ingezien. Klantnummer 3390412.\n\nHoogachtend,\nOscar Timmerije',
      },
      { by: 'mirjam', time: '09:20', kind: 'assign', text: '' },
      {
        by: 'mirjam',
        time: '09:33',
        text: 'Geachte heer Timmerije,\n\nWij hebben uw verzoek ontvangen en gaan ermee aan de slag. Om er zeker van te zijn dat u het bent, belt Yara Nijhof, onze datamanager, u op het nummer dat bij ons bekend is. U ontvangt de gegevens uiterlijk over een maand.\n\nMet vriendelijke groet,\nMirjam Stolk\nWaterkracht',
      },
      { by: 'yara', time: '09:34', kind: 'assign', text: '' },
      {
        by: 'yara',
        day: 8,
        workday: true,
        time: '15:10',
        text: 'Geachte heer Timmerije,\n\nZoals besproken vindt u uw gegevens klaarstaan in Mijn Waterkracht, met per gegeven het doel en een lijst van wie het wanneer heeft bekeken. U kunt daar ook zelf aangeven waarvoor we uw gegevens niet mogen gebruiken.\n\nMet vriendelijke groet,\nYara Nijhof\nWaterkracht',
      },
      {
        by: 'oscar',
        day: 9,
        workday: true,
        time: '07:58',
        text: 'Geachte mevrouw Nijhof,\n\nVolledig, leesbaar en drie weken eerder dan de wet voorschrijft. Ik had mij op een gevecht voorbereid. Dank.\n\nOscar Timmerije',
      },
      { by: 'yara', day: 9, workday: true, time: '10:00', kind: 'close', text: '' },
    ],
  },
  {
    story: 'ambassador',
    channel: 'forum',
    daysBack: 34,
    anyDay: true,
    lines: [
      {
        by: 'mirelle',
        time: '19:42',
        text: 'Hoi allemaal,\nMijn zolderkamer krijg ik niet warm met de hybride warmtepomp, beneden is het prima. Alle radiatoren staan open. Wie heeft een tip voordat ik een monteur laat komen?',
      },
      {
        by: 'henk',
        time: '20:27',
        text: 'Hoi Mirelle, had ik precies zo. De pomp duwt het water langs de makkelijkste weg, dus beneden langs. Draai de voetventielen beneden een kwartslag dicht en wacht een avond. Kost niets en je kunt het terugdraaien.',
      },
      {
        by: 'mirelle',
        day: 1,
        time: '21:15',
        text: 'Henk!! Zolder 20 graden. Ik had de afspraak voor de monteur al in mijn agenda, die kan eruit.',
      },
      {
        by: 'henk',
        day: 1,
        time: '21:40',
        text: 'Graag gedaan. Ik heb er een tekeningetje van gemaakt voor wie het ook wil proberen, staat in het topic over waterzijdig inregelen.',
      },
      {
        by: 'lieke',
        day: 2,
        workday: true,
        time: '09:50',
        text: 'Wat een mooie uitleg Henk, ik heb hem bovenaan gezet. Onze monteurs hadden het niet beter gezegd. ^Lieke',
      },
    ],
  },
  {
    story: 'anticipation',
    channel: 'facebook',
    daysBack: 9,
    anyDay: true,
    lines: [
      {
        by: 'truus',
        time: '17:25',
        text: 'Even kwijt: vorige week belde Joost van Waterkracht omdat mijn waterverwarmer ineens dag en nacht stroom vrat. Ik had er zelf niets van gemerkt en er ook niet om gevraagd. Element kapot, gisteren vervangen. Jullie wisten het eerder dan ik. Dank! 🌷',
      },
      {
        by: 'joost',
        day: 1,
        workday: true,
        time: '09:32',
        text: 'Wat fijn dat het op tijd was Truus, en lief dat je het laat weten. Geniet van de warme douche! ^Joost',
      },
    ],
  },
  {
    story: 'fatima_mail',
    channel: 'mail',
    daysBack: 15,
    lines: [
      {
        by: 'fatima',
        time: '21:36',
        text: 'Onderwerp: termijnbedrag na nieuwe thermostaat\n\nHallo Els,\n\nWe hadden elkaar op X over de thermostaat. Sinds hij hangt stoken we een stuk minder. Kan het termijnbedrag van 142 naar 120 euro, of is dat te vroeg gejuicht?\n\nGroetjes,\nFatima el Amrani',
      },
      {
        by: 'els',
        day: 1,
        workday: true,
        time: '09:41',
        text: 'Hoi Fatima,\n\nNiet te vroeg: je verbruikt sinds de wissel 19 procent minder. Ik heb het op 122 euro gezet, dan blijf je ook in een koude winter veilig.\n\nHartelijke groet,\nEls Brouwer\nWaterkracht',
      },
      { by: 'fatima', day: 1, workday: true, time: '12:20', text: 'Top, 122 is prima. Dankjewel!\n\nFatima' },
      { by: 'els', day: 1, workday: true, time: '15:00', kind: 'close', text: '' },
    ],
  },
];
