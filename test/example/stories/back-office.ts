import type { StoryScript } from './story.ts';

/** Delivery, discount, two departments at once, and a colleague who answers on his own. */
export const backOfficeStories: readonly StoryScript[] = [
  {
    story: 'wrong_delivery',
    channel: 'x',
    daysBack: 24,
    lines: [
      {
        by: 'fatima',
        time: '10:12',
        text: '@waterkracht ik bestelde de slimme thermostaat voor stadswarmte (WK-550417) en kreeg er een voor een cv-ketel. Verkeerd model geleverd dus, past voor geen meter. Wat nu?',
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
        text: '@energieke_eva De spanning in de straat loopt dan boven 253 volt, de omvormer beschermt zichzelf. Jullie trafo gaat in de winter een trap lager. Zet tot die tijd om een uur de vaatwasser aan, helpt echt. Groet, Pieter (werk er, schrijf hier voor mezelf).',
      },
      {
        by: 'energieke',
        time: '22:03',
        text: 'Dit is het beste antwoord dat ik ooit van een energiebedrijf kreeg en het was niet eens officieel 😂',
      },
    ],
  },
];
