import { pluralFor } from '../plural.ts';

const plural = pluralFor('nl');
const messages = (n: number) => plural(n, '# bericht', '# berichten');
const people = (n: number) => plural(n, '# mens', '# mensen');

/** What suddenly comes up, who says the same, and what one group says and another does not. */
export const signals = {
  title: 'Signalen',
  lead: 'Onderwerpen waar opeens veel mensen over schrijven. Polder kijkt elke minuut, per kanaal en per taal.',
  toWords: 'Groepen vergelijken',
  rising: {
    label: 'Wat nu opkomt',
    title: 'Komt nu op',
    unnamed: 'een onderwerp zonder woorden die getoond mogen worden',
    size: (n: number, persons: number, hours: number) =>
      `${messages(n)} van ${people(persons)} in ${plural(hours, '# uur', '# uur')}`,
    messages: 'Toon de berichten',
    dismiss: 'Gezien',
    dismissLabel: (terms: string) => `Gezien: ${terms} hoeft niet meer bovenaan de inbox`,
    all: 'Alle signalen',
  },
  empty: {
    title: 'Er kwam nog niets op',
    next: 'Zodra veel mensen opeens over hetzelfde schrijven, staat het hier en bovenaan de inbox. Een handvol berichten of een mens die veel schrijft is geen signaal.',
  },
  list: {
    caption: 'Onderwerpen die opkwamen, de nieuwste eerst',
    terms: 'Waarover',
    when: 'Begon',
    where: 'Waar',
    size: 'Berichten',
    persons: 'Mensen',
    expected: 'Verwacht',
    state: 'Stand',
    everywhere: 'alle kanalen',
    withheld: 'woorden niet getoond: ze lijken op een naam',
    now: 'nu',
    past: 'voorbij',
    dismissed: (by: string, at: string) => `gezien door ${by}, ${at}`,
    dismissedBySystem: (at: string) => `gezien, ${at}`,
    compare: 'Vergelijk',
    compareLabel: (terms: string) =>
      `Vergelijk de woorden in berichten over ${terms} met de andere berichten`,
  },
  howTitle: 'Wanneer is iets een signaal?',
  how: 'Een woord of woordpaar staat in een uur in minstens 6 berichten van minstens 5 mensen, minstens drie keer zo vaak als verwacht, en zo ver daarboven dat toeval het niet verklaart. Namen, telefoonnummers en adressen worden niet getoond.',
  alike: {
    others: (n: number, more: boolean) =>
      more
        ? `${n} anderen of meer schreven bijna hetzelfde`
        : plural(n, '# ander schreef bijna hetzelfde', '# anderen schreven bijna hetzelfde'),
    fold: (n: number, more: boolean) => `${more ? `${n}+` : n} × bijna hetzelfde`,
    foldLabel: (n: number, more: boolean) => `${more ? `${n}+` : n} × bijna hetzelfde: toon de gesprekken`,
    title: 'Bijna hetzelfde',
    topic: (terms: string) => `Over ${terms}`,
    back: 'Terug naar de inbox',
    empty: {
      title: 'Geen gesprekken die jij mag zien',
      next: 'De berichten liggen bij een andere afdeling, of zijn er niet meer.',
    },
    together: {
      close: (n: number, more: boolean) =>
        more ? `De eerste ${n} sluiten` : plural(n, '# sluiten', 'Alle # sluiten'),
      question: (n: number) =>
        plural(n, 'Waarom sluit je dit gesprek?', 'Waarom sluit je deze # gesprekken?'),
      which: 'Alleen wat nog niemand heeft opgepakt. Je kunt het ongedaan maken.',
      closed: (n: number) => plural(n, '# gesprek gesloten', '# gesprekken gesloten'),
      undo: 'Ongedaan maken',
    },
    states: {
      new: 'open',
      open: 'open',
      waiting: 'wacht op klant',
      snoozed: 'opzij gezet',
      done: 'afgehandeld',
    },
  },
  words: {
    title: 'Wat zegt de ene groep en de andere niet?',
    lead: 'Kies twee groepen berichten. Je ziet de woorden die in de ene groep veel vaker staan dan in de andere.',
    back: 'Terug naar signalen',
    one: 'Groep A',
    other: 'Groep B',
    account: 'Kanaal',
    from: 'Vanaf',
    until: 'Tot en met',
    language: 'Taal',
    sentiment: 'Sentiment',
    intent: 'Bedoeling',
    topic: 'Onderwerp',
    relation: 'Wie schrijft',
    signal: 'Signaal',
    alike: 'Bijna hetzelfde',
    any: 'alle',
    relations: {
      unknown: 'onbekend',
      customer: 'klant',
      prospect: 'mogelijke klant',
      partner: 'partner',
      influencer: 'influencer',
    },
    submit: 'Vergelijken',
    swap: 'A en B omdraaien',
    otherGroups: 'Vergelijk andere groepen',
    start: {
      title: 'Kies wat je wilt vergelijken',
      next: 'Bijvoorbeeld boze berichten naast alle berichten, of deze maand naast de vorige. Wat in beide groepen valt telt alleen voor de kleinste.',
    },
    size: (n: number, persons: number, isSample: boolean) =>
      `${messages(n)} van ${people(persons)}${isSample ? ' (de nieuwste; er zijn er meer)' : ''}`,
    tooSmall: {
      title: 'Deze groep is te klein om te tonen',
      next: 'Van minder dan 10 mensen tonen we niets: dan zou je kunnen zien wie wat schreef. Kies een langere periode of minder voorwaarden.',
    },
    more: 'A zegt vaker dan B',
    fewer: 'B zegt vaker dan A',
    nothing: 'Geen woord staat zoveel vaker in de ene groep dat het geen toeval kan zijn.',
    picture:
      'Woorden die de groepen onderscheiden: naar rechts A, naar links B; hoe langer de balk, hoe vaker',
    term: 'Woord',
    group: 'Groep',
    times: 'Zo vaak',
    timesOf: (times: string) => `${times} ×`,
    timesAtLeast: (times: string) => `minstens ${times} ×`,
    chance: 'Toeval',
    chanceUnder: (odds: string) => `1 op ${odds} of minder`,
    here: 'In de groep',
    there: 'In de andere',
    persons: 'Mensen',
    examples: 'Voorbeelden',
    example: (n: number) => `voorbeeld ${n}`,
    caption: 'Woorden die in de ene groep vaker staan dan in de andere',
    privacy:
      'Woorden van minder dan 5 mensen, en woorden die op een naam of adres lijken, staan er niet bij.',
  },
};
