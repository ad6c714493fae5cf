import { pluralFor } from '../plural.ts';

const plural = pluralFor('nl');

/** Wie hier werkt: collega's, afdelingen, rollen. */
export const organisation = {
  sections: 'Onderdelen van Organisatie',
  nav: {
    colleagues: 'Collega’s',
    departments: 'Afdelingen',
    calendars: 'Kalenders',
    mandates: 'Mandaten',
    rules: 'Spelregels',
    tree: 'Reageren of niet',
    training: 'Training',
  },
  none: 'geen',
  everywhere: 'overal',
  system: 'Polder',
  roles: {
    colleague: 'collega',
    community_manager: 'communitymanager',
    director: 'directielid',
    data_manager: 'datamanager',
    administrator: 'beheerder',
  },
  scopes: { within: 'Alleen in de eigen afdeling', everywhere: 'In de hele organisatie' },
  languages: {
    nl: 'Nederlands',
    en: 'Engels',
    de: 'Duits',
    fr: 'Frans',
    es: 'Spaans',
    tr: 'Turks',
    ar: 'Arabisch',
    pl: 'Pools',
    uk: 'Oekraïens',
  },
  colleagues: {
    title: 'Collega’s',
    lead: 'Wie hier werkt, met welke rol en op welke afdeling.',
    caption: (n: number) => plural(n, '# collega', '# collega’s'),
    empty: {
      title: 'Niemand gevonden',
      next: 'Zoek iets anders, of nodig hieronder een collega uit.',
    },
    search: 'Naam, taal of kennis',
    find: 'Zoek',
    allDepartments: 'Alle afdelingen',
    name: 'Naam',
    email: 'E-mailadres',
    department: 'Afdeling',
    roles: 'Rollen',
    role: 'Rol',
    scope: 'Waar geldt de rol',
    languages: 'Talen',
    skills: 'Kennis',
    locale: 'Taal van Polder',
    invited: 'uitgenodigd',
    invite: 'Collega uitnodigen',
    submit: 'Nodig uit',
  },
  colleague: {
    since: 'Hier sinds',
    left: 'Vertrokken op',
    entry: 'Inloggen',
    signsIn: 'Kan inloggen.',
    invitedUntil: (day: string) => `Uitgenodigd; de link werkt tot ${day}.`,
    notInvited: 'Kan niet inloggen. Nodig de collega uit.',
    change: 'Gegevens',
    capacity: 'Gesprekken tegelijk',
    capacityHint: 'Zo veel krijgt deze collega er hooguit uit de wachtrij. Leeg: geen grens.',
    skillsHint: 'Waar deze collega veel van weet, met komma’s ertussen: facturen, zonnepanelen.',
    keep: 'Bewaar',
    roles: 'Rollen',
    noRoles: 'Nog geen rol: deze collega mag niets.',
    giveRole: 'Geef een rol',
    where: 'Waar',
    given: 'Gegeven',
    ended: 'Geëindigd',
    end: 'Beëindig',
    byOn: (name: string, day: string) => `${name}, ${day}`,
    inviteAgain: 'Maak een nieuwe uitnodiging',
    leave: 'Deze collega gaat weg',
    leaveWhy:
      'De collega is direct overal uitgelogd. Rollen en mandaten eindigen. Wat de collega deed, blijft op naam staan.',
  },
  departments: {
    title: 'Afdelingen',
    lead: 'Een afdeling is aan boord als zij meedoet met praten met klanten.',
    empty: { title: 'Nog geen afdelingen', next: 'Maak hieronder de eerste.' },
    name: 'Naam',
    add: 'Nieuwe afdeling',
    rename: 'Andere naam',
    board: 'Aan boord',
    boardOn: 'Aan boord sinds',
    boardHint: 'Leeg: nog niet aan boord.',
    end: 'Beëindig',
    endWhy: 'Kan als er geen collega’s en wachtrijen meer bij horen. Cijfers van vroeger houden de naam.',
    aboardSince: (day: string) => `aan boord sinds ${day}`,
    notAboard: 'nog niet aan boord',
    holds: (employees: number, queues: number) =>
      `${plural(employees, '# collega', '# collega’s')}, ${plural(queues, '# wachtrij', '# wachtrijen')}`,
  },
  invitation: {
    byHand: {
      title: 'Geef deze link aan je collega',
      next: 'Polder kan nog geen mail versturen. De link werkt één keer, zeven dagen lang, en is hierna niet meer te zien.',
    },
    page: {
      title: (name: string) => `Welkom, ${name}`,
      lead: (email: string) => `Kies een wachtwoord. Je logt straks in met ${email}.`,
      submit: 'Begin',
      gone: 'Deze uitnodiging werkt niet meer',
      goneWhy: 'Ze is al gebruikt, of ouder dan een week. Vraag een beheerder om een nieuwe.',
    },
    mail: {
      subject: 'Je uitnodiging voor Polder',
      text: (name: string, link: string, days: number) => `Dag ${name},

Je collega’s praten met klanten in Polder, en jij doet mee. Kies een wachtwoord en begin:

${link}

De link werkt één keer, ${days} dagen lang.`,
    },
  },
};
