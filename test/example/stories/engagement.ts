import type { StoryScript } from './story.ts';

/** What a relation looks like: care, ideas, own data, members who help, a call before the question. */
export const engagementStories: readonly StoryScript[] = [
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
