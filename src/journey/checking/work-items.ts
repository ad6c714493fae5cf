import type { OwnItems } from './checklist.ts';

/** What must be in order of listening, answering, community, content and privacy, besides what holds for all. */
export const workItems = {
  'listen.sources': {
    process: {
      nl: 'Wie meeleest, weet op welke dag de lijst met trefwoorden wordt nagekeken',
      en: 'Whoever reads along knows on which day the list of keywords is looked at',
    },
    people: {
      nl: 'Eén collega leest mee en kan uitleggen wat er gezegd wordt',
      en: 'One colleague reads along and can explain what is said',
    },
    technology: {
      nl: 'Elke bron leverde vandaag berichten, of meldt waarom niet',
      en: 'Each source brought messages today, or says why not',
    },
  },
  'listen.classify': {
    process: {
      nl: 'Wat onzeker is, ziet iedere week een mens',
      en: 'What is uncertain is seen by a human every week',
    },
    people: {
      nl: 'Collega’s weten hoe zij een label verbeteren',
      en: 'Colleagues know how to correct a label',
    },
    technology: {
      nl: 'De uitslag op eigen voorbeelden is bekend en goed genoeg',
      en: 'The result on own examples is known and good enough',
    },
  },
  'crm.record': {
    process: {
      nl: 'Vastgelegd is wie dubbele klanten samenvoegt',
      en: 'It is laid down who merges double customers',
    },
    people: {
      nl: 'Na elk contact schrijft iemand in twee minuten op wat is afgesproken',
      en: 'After each contact somebody takes two minutes to write down what was agreed',
    },
    technology: {
      nl: 'De gegevenspoort is groen: weinig dubbelen, een adres, gekoppelde bestellingen',
      en: 'The data-quality gate is green: few doubles, an address, linked orders',
    },
  },
  'crm.backoffice': {
    process: {
      nl: 'Per soort vraag staat vast binnen hoeveel uur de backoffice antwoordt',
      en: 'Per kind of question it is agreed within how many hours the back office answers',
    },
    people: {
      nl: 'Logistiek en financiën hebben elk één vaste collega',
      en: 'Logistics and finance each have one fixed colleague',
    },
    technology: {
      nl: 'De leeskoppeling is getest en loopt niet achter',
      en: 'The read-only link is tested and does not lag behind',
    },
  },
  'inbox.webcare': {
    process: {
      nl: 'Openingstijden en belofte staan op de site en in de kalender',
      en: 'Opening hours and promise stand on the site and in the calendar',
    },
    people: {
      nl: 'Per dienst zijn er twee mensen, met verzendrecht en training',
      en: 'Each shift has two people, with send rights and training',
    },
    technology: {
      nl: 'Een proefbericht kwam aan en het antwoord ging eruit',
      en: 'A test message arrived and its answer left',
    },
  },
  'inbox.rules': {
    process: {
      nl: 'De beslisboom ‘reageren of niet’ is dit jaar bekeken',
      en: 'The decision tree for answering or not was looked at this year',
    },
    people: {
      nl: 'Iedereen die antwoordt, las de spelregels van nu',
      en: 'Everybody who answers read the rules of today',
    },
    technology: {
      nl: 'De toets bij het versturen is geprobeerd met een fout antwoord',
      en: 'The check on sending was tried with a wrong answer',
    },
  },
  'inbox.empower': {
    process: {
      nl: 'Per onderwerp staat wie zonder goedkeuring mag antwoorden',
      en: 'Per topic it says who may answer without approval',
    },
    people: {
      nl: 'Wie het mag, weet bij wie twijfel terechtkan',
      en: 'Whoever may, knows where to take doubt',
    },
    technology: {
      nl: 'Rechten lopen af op een datum en worden dan bekeken',
      en: 'Rights end on a date and are looked at then',
    },
  },
  'inbox.proactive': {
    process: {
      nl: 'Per signaal is afgesproken welke tekst, hoe vaak en wanneer niet',
      en: 'Per signal it is agreed which text, how often, and when not',
    },
    people: {
      nl: 'Iemand leest de reacties en mag het stilzetten',
      en: 'Somebody reads the reactions and may stop it',
    },
    technology: {
      nl: 'Het signaal is betrouwbaar: op oude gegevens nagerekend',
      en: 'The signal is reliable: computed on old data',
    },
  },
  'offer.best': {
    process: {
      nl: 'Vastgelegd is welke gegevens een voorstel mag gebruiken',
      en: 'It is laid down which data a proposal may use',
    },
    people: {
      nl: 'De collega kiest zelf en weet waarom iets wordt voorgesteld',
      en: 'The colleague chooses and knows why something is proposed',
    },
    technology: {
      nl: 'Wie geen aanbod wil, krijgt het aantoonbaar niet',
      en: 'Whoever wants no offer demonstrably gets none',
    },
  },
  'community.qa': {
    process: {
      nl: 'Een vraag zonder antwoord gaat na een dag naar een medewerker',
      en: 'A question without an answer goes to staff after a day',
    },
    people: { nl: 'Er is een communitymanager met uren', en: 'There is a community manager with hours' },
    technology: {
      nl: 'Aanmelden, melden en verbergen zijn geprobeerd',
      en: 'Joining, reporting and hiding were tried',
    },
  },
  'community.cocreate': {
    process: {
      nl: 'Vooraf staat vast wat er met ideeën gebeurt en wanneer deelnemers dat horen',
      en: 'It is settled beforehand what happens with ideas and when members hear of it',
    },
    people: { nl: 'De projectleider van R&D doet zelf mee', en: 'The project leader of R&D takes part' },
    technology: {
      nl: 'Toestemming voor gebruik van inbreng wordt vastgelegd',
      en: 'Permission to use input is recorded',
    },
  },
  'community.vote': {
    process: {
      nl: 'De regel, bindend of adviserend, staat vast vóór de stemming',
      en: 'The rule, binding or advisory, is settled before the vote',
    },
    people: {
      nl: 'Een team uit minstens drie afdelingen beslist over toelating',
      en: 'A team of at least three departments decides on admission',
    },
    technology: { nl: 'Eén mens, één stem is getest', en: 'One person, one vote is tested' },
  },
  'community.stories': {
    process: {
      nl: 'Intrekken haalt een verhaal binnen een dag weg',
      en: 'Withdrawing removes a story within a day',
    },
    people: { nl: 'Een redacteur helpt wie schrijft', en: 'An editor helps whoever writes' },
    technology: { nl: 'Toestemming staat bij elk verhaal', en: 'Permission stands with each story' },
  },
  'content.calendar': {
    process: {
      nl: 'Elke maand kiest de redactie uit vragen van klanten',
      en: 'Every month the editors choose from questions of customers',
    },
    people: {
      nl: 'Per onderwerp is er een eigenaar in een afdeling',
      en: 'Each subject has an owner in a department',
    },
    technology: {
      nl: 'Plannen, plaatsen en terughalen zijn geprobeerd',
      en: 'Planning, posting and taking back were tried',
    },
  },
  'content.campaign': {
    process: {
      nl: 'Vooraf staat wat er na de campagne doorloopt',
      en: 'It says beforehand what goes on after the campaign',
    },
    people: {
      nl: 'Wie reacties beantwoordt, is ingeroosterd',
      en: 'Whoever answers reactions is on the rota',
    },
    technology: {
      nl: 'Reacties komen in de inbox met het label van de campagne',
      en: 'Reactions come into the inbox with the label of the campaign',
    },
  },
  'privacy.contract': {
    process: {
      nl: 'Elk gebruik noemt een doel, en wie dat bewaakt',
      en: 'Each use names a purpose, and who guards it',
    },
    people: {
      nl: 'Collega’s kunnen aan een klant uitleggen wat hij kiest',
      en: 'Colleagues can explain to a customer what they choose',
    },
    technology: {
      nl: 'Intrekken werkt meteen, ook in lopende mail',
      en: 'Withdrawing works at once, also in mail under way',
    },
  },
} as const satisfies Readonly<Record<string, OwnItems>>;
