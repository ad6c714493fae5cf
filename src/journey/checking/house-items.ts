import type { OwnItems } from './checklist.ts';

/** What must be in order of the network, figures, surveys, policy and the house itself, besides what holds for all. */
export const houseItems = {
  'network.graph': {
    process: {
      nl: 'De instemming van de ondernemingsraad heeft een datum',
      en: 'The consent of the works council has a date',
    },
    people: { nl: 'Wie erin staat, weet dat en kan eruit', en: 'Whoever stands in it knows, and can leave' },
    technology: {
      nl: 'De groepen kloppen volgens twee mensen die ze kennen',
      en: 'The groups are right according to two people who know them',
    },
  },
  ambassadors: {
    process: {
      nl: 'Ambassadeurs krijgen feiten, nooit een tekst om te plaatsen',
      en: 'Ambassadors get facts, never a text to post',
    },
    people: { nl: 'Iemand bedankt en houdt contact', en: 'Somebody thanks and keeps in touch' },
    technology: { nl: 'Aanmelden en afmelden zijn geprobeerd', en: 'Joining and leaving were tried' },
  },
  'crisis.room': {
    process: {
      nl: 'Het plan zegt wie spreekt, wie meeleest en wie beslist',
      en: 'The plan says who speaks, who reads along and who decides',
    },
    people: {
      nl: 'Er is dit jaar geoefend, met naam en rol',
      en: 'There was an exercise this year, with name and role',
    },
    technology: { nl: 'De melding gaat ook ’s avonds af', en: 'The alarm also goes off in the evening' },
  },
  'loyalty.share': {
    process: {
      nl: 'De puntenregel en het budget staan vast',
      en: 'The rule for points and the budget are settled',
    },
    people: { nl: 'Een jurist las de voorwaarden', en: 'A lawyer read the terms' },
    technology: { nl: 'Een annulering haalt de punten terug', en: 'A cancellation takes the points back' },
  },
  'insights.live': {
    process: {
      nl: 'Elk cijfer heeft een eigenaar en een afspraak wat te doen als het zakt',
      en: 'Each figure has an owner and an agreement what to do when it drops',
    },
    people: { nl: 'Teamleiders openen de cijfers elke week', en: 'Team leaders open the figures every week' },
    technology: {
      nl: 'De ouderdom van het cijfer staat erbij en klopt',
      en: 'The age of the figure stands beside it and is right',
    },
  },
  'insights.digest': {
    process: {
      nl: 'Vast ritme: wie maakt de samenvatting, op welke dag',
      en: 'A fixed rhythm: who makes the digest, on which day',
    },
    people: {
      nl: 'De directie bespreekt elke maand één besluit eruit',
      en: 'The board discusses one decision from it every month',
    },
    technology: { nl: 'Wie hem opende, is te zien', en: 'One can see who opened it' },
  },
  'plan.forecast': {
    process: {
      nl: 'Elk kwartaal wordt de prognose bevestigd of herzien',
      en: 'Every quarter the forecast is confirmed or revised',
    },
    people: {
      nl: 'Financiën en de eigenaar van het doel spreken elkaar',
      en: 'Finance and the owner of the goal talk to each other',
    },
    technology: {
      nl: 'Werkelijke cijfers komen vanzelf naast de prognose',
      en: 'Actual figures come beside the forecast by themselves',
    },
  },
  'survey.feedback': {
    process: { nl: 'Niemand wordt te vaak gevraagd', en: 'Nobody is asked too often' },
    people: {
      nl: 'Iemand leest wat klanten erbij schrijven en doet er iets mee',
      en: 'Somebody reads what customers add and acts on it',
    },
    technology: { nl: 'De link is geprobeerd op een telefoon', en: 'The link was tried on a phone' },
  },
  'survey.maturity': {
    process: {
      nl: 'Elk half jaar een ronde, met een dag waarop de uitslag besproken wordt',
      en: 'A round every half-year, with a day on which the result is discussed',
    },
    people: {
      nl: 'Directie, leidinggevenden en klantcontact doen mee',
      en: 'Directors, managers and front line take part',
    },
    technology: { nl: 'De mail met de link komt aan', en: 'The mail with the link arrives' },
  },
  'policy.rules': {
    process: {
      nl: 'Elke regel heeft een eigenaar en een dag om hem opnieuw te bekijken',
      en: 'Each rule has an owner and a day on which to look at it again',
    },
    people: {
      nl: 'Nieuwe collega’s lezen de regels in hun eerste week',
      en: 'New colleagues read the rules in their first week',
    },
    technology: {
      nl: 'Een nieuwe versie vraagt iedereen opnieuw om akkoord',
      en: 'A new version asks everybody to agree again',
    },
  },
  'learn.training': {
    process: {
      nl: 'Een certificaat loopt af en de herhaling is gepland',
      en: 'A certificate ends and the repetition is planned',
    },
    people: {
      nl: 'Er is een trainer, en tijd in het rooster',
      en: 'There is a trainer, and time on the rota',
    },
    technology: { nl: 'De toets is geprobeerd: zakken kan', en: 'The test was tried: one can fail' },
  },
  'work.communities': {
    process: {
      nl: 'Elke community heeft een gastheer en een doel',
      en: 'Each community has a host and a purpose',
    },
    people: { nl: 'Er is een uur per week voor', en: 'There is an hour a week for it' },
    technology: {
      nl: 'Besloten is echt besloten: met een vreemde geprobeerd',
      en: 'Closed is really closed: tried with an outsider',
    },
  },
  'team.multi': {
    process: {
      nl: 'Het team beslist elke maand, en schrijft op waarom',
      en: 'The team decides every month, and writes down why',
    },
    people: {
      nl: 'Minstens drie afdelingen doen mee, met mandaat',
      en: 'At least three departments take part, with a mandate',
    },
    technology: { nl: 'De voorraad pilots staat op één bord', en: 'The stock of pilots stands on one board' },
  },
  'pilot.engine': {
    process: {
      nl: 'Op de einddatum wordt besloten, niet later',
      en: 'The decision is made on the last day, not later',
    },
    people: {
      nl: 'Elke pilot heeft een eigenaar en een opdrachtgever',
      en: 'Each pilot has an owner and a sponsor',
    },
    technology: {
      nl: 'Buiten het bereik gebeurt niets: met een bericht geprobeerd',
      en: 'Outside the scope nothing happens: tried with a message',
    },
  },
  'journey.engine': {
    process: {
      nl: 'De uitkomst staat elk kwartaal op de agenda van de directie',
      en: 'The result is on the agenda of the board every quarter',
    },
    people: {
      nl: 'Iemand kan elk cijfer uitleggen tot op de rij',
      en: 'Somebody can explain each figure down to the row',
    },
    technology: {
      nl: 'Bronnen zijn aangesloten; wat stilvalt geeft een melding',
      en: 'Sources are connected; what falls silent gives a notice',
    },
  },
} as const satisfies Readonly<Record<string, OwnItems>>;
