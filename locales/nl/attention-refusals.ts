import type { RefusalWords } from '../refusals.ts';

/** Refusals around noemen, volgen en meldingen. */
export const attentionRefusals: Record<string, RefusalWords> = {
  'conflict.mention-no-right': {
    title: 'Een collega die je noemt mag dit gesprek niet lezen',
    next: 'Haal het apenstaartje voor die naam weg, of vraag de andere afdeling iets met ‘Vraag een afdeling’.',
  },
  'invalid.quiet-time': { title: 'Dit is geen tijd', next: 'Geef een tijd, zoals 20:00.' },
  'invalid.push-address': {
    title: 'Deze browser is niet te bereiken',
    next: 'Zijn dienst voor meldingen is bij Polder niet bekend. Probeer een andere browser.',
  },
  'conflict.too-many-devices': {
    title: 'Je hebt al tien apparaten',
    next: 'Haal er een weg die je niet meer gebruikt.',
  },
  'invalid.search-empty': {
    title: 'Er is niets om te bewaren',
    next: 'Zoek eerst naar iets.',
  },
  'not-found.search': {
    title: 'Deze zoekopdracht is er niet',
    next: 'Misschien haalde iemand haar weg.',
  },
};
