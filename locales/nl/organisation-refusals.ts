import type { RefusalWords } from '../refusals.ts';

/** Refusals around colleagues, departments, calendars, mandates, rules and training. */
export const organisationRefusals: Record<string, RefusalWords> = {
  'not-found.department': {
    title: 'Deze afdeling is er niet',
    next: 'Kijk bij de afdelingen hoe zij nu heet.',
  },
  'not-found.calendar': { title: 'Deze kalender is er niet', next: 'Kies een van de kalenders.' },
  'not-found.queue': { title: 'Deze wachtrij is er niet', next: 'Kies een andere wachtrij.' },
  'conflict.department-name': {
    title: 'Er is al een afdeling met deze naam',
    next: 'Een naam die een afdeling vroeger had telt ook. Kies een andere naam.',
  },
  'conflict.department-in-use': {
    title: 'Deze afdeling is nog in gebruik',
    next: 'Geef eerst haar collega’s en wachtrijen een andere afdeling.',
  },
  'conflict.last-administrator': {
    title: 'Dit is de laatste beheerder',
    next: 'Maak eerst een andere collega beheerder van de hele organisatie.',
  },
  'conflict.signs-in-already': {
    title: 'Deze collega kan al inloggen',
    next: 'Een uitnodiging is niet nodig.',
  },
  'conflict.calendar-name': { title: 'Er is al een kalender met deze naam', next: 'Kies een andere naam.' },
  'forbidden.invitation': {
    title: 'Deze uitnodiging werkt niet meer',
    next: 'Ze is al gebruikt, of ouder dan een week. Vraag een beheerder om een nieuwe.',
  },
  'invalid.calendar-past': {
    title: 'Uren van vroeger veranderen niet',
    next: 'Kies vandaag of een latere dag.',
  },
};
