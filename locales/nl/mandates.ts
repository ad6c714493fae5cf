import { pluralFor } from '../plural.ts';

const plural = pluralFor('nl');

/** De mandatenmatrix: wie wat mag, op welk kanaal, over welk onderwerp. */
export const mandates = {
  title: 'Mandaten',
  lead: 'Wie wat mag op welk kanaal en over welk onderwerp. Zonder mandaat gelden de rollen.',
  nobodyYet: 'Er is nog geen mandaat: overal gelden de rollen',
  nobodyYetNext: 'Geef hieronder een eerste collega een mandaat. Alleen voor die collega verandert er iets.',
  empty: { title: 'Niets te laten zien', next: 'Kies een ander filter, of haal eerst berichten binnen.' },
  department: 'Afdeling',
  colleague: 'Collega',
  channel: 'Kanaal',
  topic: 'Onderwerp',
  right: 'Recht',
  atLeast: 'Mag ten minste',
  on: 'Op de dag',
  show: 'Toon',
  all: 'Alle',
  anyRight: 'Maakt niet uit',
  everyChannel: 'elk kanaal',
  everyTopic: 'elk onderwerp',
  rights: { read: 'lezen', draft: 'concept maken', send: 'versturen', approve: 'goedkeuren' },
  role: 'rol',
  byRole: 'werkt volgens rol',
  nothing: 'niets',
  caption: (day: string) => `Wat mag op ${day}`,
  give: 'Geef een mandaat',
  giveWhy:
    'Wie een mandaat heeft, mag alleen nog wat in de mandaten staat. Goedkeuren houdt versturen in, versturen houdt concepten in.',
  from: 'Vanaf',
  until: 'Tot en met',
  when: 'Wanneer',
  since: (from: string) => `vanaf ${from}`,
  between: (from: string, until: string) => `${from} tot en met ${until}`,
  by: 'Gegeven door',
  end: 'Geëindigd',
  endNow: 'Beëindig',
  given: (n: number) => plural(n, '# mandaat', '# mandaten'),
  ended: (n: number) => plural(n, '# beëindigd mandaat', '# beëindigde mandaten'),
  release: 'Laat een collega weer volgens rol werken',
  releaseWhy: 'De mandaten eindigen. De rollen bepalen weer wat deze collega mag.',
  mayNotSend:
    'Je mandaat laat niet toe dat je hier antwoordt. Schrijf een notitie, of geef het gesprek aan een collega.',
};
