import type { RefusalWords } from '../refusals.ts';

/** Refusals to guests of the organisation's own site. */
export const talkingRefusals: Record<string, RefusalWords> = {
  'not-found.talk': { title: 'Hier kunt u niet schrijven', next: 'Kijk op de site van de organisatie.' },
  'not-found.proof': { title: 'Deze link werkt niet (meer)', next: 'Vraag in het gesprek een nieuwe.' },
  'conflict.address-proven': {
    title: 'U bent al herkend met een ander mailadres',
    next: 'Begin in een andere browser een nieuw gesprek om dit adres te gebruiken.',
  },
  'conflict.talk-off': { title: 'Hier kunt u nu niet schrijven', next: 'Probeer het later nog eens.' },
  'forbidden.origin': {
    title: 'Dit venster hoort niet op deze site',
    next: 'De beheerder kan de site toevoegen bij het kanaal.',
  },
  'forbidden.guest': { title: 'Dit gesprek is niet gevonden', next: 'Begin een nieuw gesprek.' },
  'invalid.line': { title: 'Dit bericht kon niet gelezen worden', next: 'Probeer het opnieuw.' },
  'invalid.line-empty': { title: 'Er staat nog niets', next: 'Schrijf uw vraag.' },
  'too-large.file': { title: 'Dit bestand is te groot', next: 'Stuur een kleiner bestand, tot 5 MB.' },
  'too-many.lines': { title: 'Dit gaat te snel', next: 'Wacht een paar minuten en probeer het opnieuw.' },
};
