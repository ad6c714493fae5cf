export const inbox = {
  title: 'Inbox',
  empty: {
    title: 'Nog geen gesprekken',
    next: 'Zodra een kanaal is aangesloten of een bestand is geïmporteerd, staan hier de gesprekken die op antwoord wachten.',
  },
};
