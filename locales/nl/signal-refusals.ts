/** Refusals about signals and groups of messages. */
export const signalRefusals = {
  'not-found.alike': {
    title: 'Deze groep berichten is er niet meer',
    next: 'De berichten zijn gewist, of het zijn er minder dan drie.',
  },
  'not-found.signal': { title: 'Dit signaal is er niet meer', next: 'Kijk in de lijst met signalen.' },
  'invalid.message-set': { title: 'Deze keuze kan niet', next: 'Kijk of de datums kloppen en kies opnieuw.' },
};
