import type { RefusalWords } from '../refusals.ts';

export const channelRefusals: Record<string, RefusalWords> = {
  'not-found.channel-connection': { title: 'Dit kanaal is er niet', next: 'Misschien is het verbroken.' },
  'not-found.channel-aside': { title: 'Dit bericht is er niet meer', next: 'Het is gelezen of weggegooid.' },
  'not-found.attachment': {
    title: 'Deze bijlage is er niet',
    next: 'Misschien was zij te groot om te bewaren.',
  },
  'conflict.channel-connected': {
    title: 'Dit account is al verbonden',
    next: 'Open het in de lijst en verander daar de toegang.',
  },
  'forbidden.arrival': {
    title: 'Dit komt niet van wie het zegt',
    next: 'De handtekening klopt niet, of het bericht is te oud. Kijk het geheim aan beide kanten na.',
  },
  'too-many.arrivals': { title: 'Te vaak verkeerd geprobeerd', next: 'Wacht vijf minuten.' },
  'invalid.packed-body': {
    title: 'Ingepakte inhoud wordt niet aangenomen',
    next: 'Verstuur het bericht zonder Content-Encoding.',
  },
  'invalid.slow-body': { title: 'Het bericht kwam te langzaam', next: 'Verstuur het opnieuw.' },
  'conflict.channel-untried': { title: 'Dit is nog niet geprobeerd', next: 'Kies eerst Probeer.' },
  'conflict.answer-settled': {
    title: 'Over dit antwoord is al beslist',
    next: 'Laad het gesprek opnieuw om te zien wat ermee gebeurd is.',
  },
};
