import { pluralFor } from '../plural.ts';

const plural = pluralFor('nl');

const moods: Readonly<Record<string, string>> = {
  positive: 'positief',
  neutral: 'neutraal',
  negative: 'negatief',
  mixed: 'gemengd',
};

export const backoffice = {
  title: 'Klantsystemen',
  lead: 'Waar klanten, bestellingen en rekeningen bijgehouden worden. Polder leest mee en meldt wat klanten zeiden.',
  connect: 'Verbind een klantsysteem',
  all: 'Alle klantsystemen',
  empty: {
    title: 'Nog geen klantsysteem verbonden',
    next: 'Verbind het systeem waarin klanten en bestellingen staan. Polder verandert daar niets aan; het zet erbij dat een klant iets te melden had, en verbetert gegevens alleen waar je dat kiest.',
  },
  list: { caption: 'Klantsystemen', name: 'Naam', state: 'Stand', read: 'Laatst gelezen' },
  states: { paused: 'staat stil', on: 'aan', ended: 'beëindigd' },
  never: 'nog nooit',
  form: {
    name: 'Naam',
    nameHint: 'Zoals collega’s het noemen.',
    system: 'Systeem',
    url: 'Adres',
    urlHint: 'Waar het systeem antwoordt, bijvoorbeeld https://erp.waterkracht.example.',
    database: 'Database',
    user: 'Gebruiker',
    userHint:
      'Neem een eigen gebruiker voor Polder, die klanten, verkopen, rekeningen en leveringen mag lezen en klachten mag maken. Alleen als verbeteringen daarheen gaan, moet hij klanten mogen wijzigen.',
    password: 'Wachtwoord',
    passwordKept: 'Leeg laten om het huidige te houden.',
    save: 'Bewaar',
    door: 'Toegang',
  },
  systems: { tryton: 'Tryton' },
  steps: {
    title: 'Zo gaat het aan',
    try: 'Probeer',
    tryAgain: 'Probeer opnieuw',
    tryWhy:
      'Polder kijkt of het systeem antwoordt en wat de eerste twintig van elk soort hier zouden worden. Er wordt niets opgeslagen.',
    running: 'Het wordt geprobeerd. Laad de pagina over een paar tellen opnieuw.',
    failed: 'Het lukte niet',
    good: 'Het antwoordt',
    on: 'Zet aan',
    pause: 'Zet stil',
    end: 'Verbreek',
    endWhy:
      'Verbreken gooit het wachtwoord weg. Klanten, bestellingen en rekeningen die gelezen zijn, blijven staan.',
  },
  trial: {
    caption: 'Wat de eerste twintig van elk soort zouden worden',
    new: 'nieuw',
    changed: 'gewijzigd',
    unchanged: 'gelijk',
    aside: 'apart',
  },
  kinds: { customers: 'Klanten', orders: 'Bestellingen', invoices: 'Rekeningen', deliveries: 'Leveringen' },
  readings: {
    title: 'Lezen',
    caption: 'Per soort',
    kind: 'Soort',
    read: 'Laatst gelezen',
    new: 'Nieuw',
    changed: 'Gewijzigd',
    problem: 'Hapert',
  },
  aside: {
    title: 'Apart gezet',
    lead: 'Dit kon niet gelezen worden. Verbeter het daar, dan komt het vanzelf alsnog binnen. De rest wacht er niet op.',
    caption: 'Apart gezet',
    key: 'Nummer daar',
    why: 'Waarom',
  },
  shares: {
    title: 'Gemeld',
    lead: 'Van elk afgesloten gesprek met een bekende klant: waarover het ging en hoe het liep. Nooit wat er gezegd is.',
    count: (n: number) => plural(n, '# gesprek', '# gesprekken'),
    states: {
      waiting: 'wacht',
      shared: 'gemeld',
      refused: 'geweigerd door het systeem',
      cancelled: 'niet gemeld: de klant staat het niet toe',
    },
  },
  corrections: {
    title: 'Verbeterd',
    lead: 'Wat een collega of de klant hier verbeterde aan naam, adres, telefoon of e-mailadres, en waar ons woord daar telt.',
    count: (n: number) => plural(n, '# klant', '# klanten'),
    states: {
      waiting: 'wacht',
      shared: 'daar verbeterd',
      refused: 'geweigerd door het systeem',
      cancelled: 'niet verstuurd',
    },
  },
  fields: {
    title: 'Wat meekomt',
    lead: 'Neem alleen wat collega’s nodig hebben. Waar hier verbeterd mag worden, gaat de verbetering ook daarheen.',
    save: 'Bewaar wat meekomt',
    rulings: {
      theirs: 'zoals het daar staat',
      newest: 'wat het laatst veranderd is',
      ours: 'zoals het hier staat',
      never: 'niet',
    },
    names: {
      name: 'naam',
      mail: 'e-mailadres',
      phone: 'telefoon',
      street: 'straat',
      postcode: 'postcode',
      town: 'plaats',
      country: 'land',
      since: 'klant sinds',
      number: 'nummer',
      state: 'stand',
      total: 'bedrag',
      what: 'wat er besteld is',
      quantity: 'aantal',
      lineTotal: 'bedrag per regel',
      order: 'bij welke bestelling',
      due: 'vervaldag',
      paid: 'betaald op',
      carrier: 'vervoerder',
      promised: 'beloofd op',
      delivered: 'geleverd op',
    },
  },
  anything: 'Gesprek',
  /** What the other system reads, after these: where the conversation stands. */
  summary: (channel: string, said: number, replies: number) =>
    `Gesprek via ${channel}: ${plural(said, '# bericht', '# berichten')} van de klant, ${plural(replies, '# antwoord', '# antwoorden')}.`,
  mood: (mood: string) => `Stemming: ${moods[mood] ?? mood}.`,
};
