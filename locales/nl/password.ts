/** Een collega die het wachtwoord vergat: de weg terug. */
export const password = {
  forgotten: 'Wachtwoord vergeten?',
  page: {
    title: 'Wachtwoord vergeten',
    lead: 'Vul het adres in waarmee je inlogt. We mailen je een link om een nieuw wachtwoord te kiezen.',
    noMail:
      'Polder kan hier nog geen mail versturen. Een beheerder geeft je een link om een nieuw wachtwoord te kiezen.',
    submit: 'Mail me een link',
    asked: 'Kijk in je mail',
    askedWhat: (minutes: number) =>
      `Hoort dit adres bij een collega, dan is er een link onderweg. Hij werkt één keer, ${minutes} minuten lang.`,
    otherwise:
      'Komt er niets? Vraag een beheerder om een link. Ben je zelf de enige beheerder, dan kan degene die de server beheert er een maken, met het commando “polder password”.',
    back: 'Terug naar inloggen',
  },
  reset: {
    title: 'Kies een nieuw wachtwoord',
    lead: (email: string) => `Je logt in als ${email}.`,
    why: 'Overal waar je nu bent ingelogd, ga je meteen uit. Hier ga je verder.',
    submit: 'Bewaar en log in',
    gone: 'Deze link werkt niet meer',
    goneWhy: 'Hij is al gebruikt, ouder dan een half uur, of er is een nieuwere.',
    anew: 'Vraag een nieuwe link',
  },
  colleague: {
    send: 'Stuur een link voor een nieuw wachtwoord',
    why: (minutes: number) =>
      `Voor een collega die het wachtwoord kwijt is. De link werkt één keer, ${minutes} minuten lang. Het oude wachtwoord blijft werken tot er een nieuw is.`,
    byHand: 'Geef deze link aan je collega, en aan niemand anders',
    byHandNext: (minutes: number) =>
      `Polder kan nog geen mail versturen. De link werkt één keer, ${minutes} minuten lang, en is hierna niet meer te zien.`,
    links: 'Nieuw wachtwoord',
    by: {
      self: (at: string) => `Zelf gevraagd, ${at}.`,
      administrator: (at: string, name: string) => `Link gemaakt door ${name}, ${at}.`,
      server: (at: string) => `Link gemaakt op de server, ${at}.`,
    },
    used: (at: string) => `Gebruikt ${at}.`,
    unused: 'Niet gebruikt.',
  },
  mail: {
    link: {
      subject: 'Kies een nieuw wachtwoord voor Polder',
      text: (name: string, link: string, minutes: number) => `Dag ${name},

Met deze link kies je een nieuw wachtwoord voor Polder:

${link}

De link werkt één keer, ${minutes} minuten lang.

Heb je hier niet om gevraagd? Dan hoef je niets te doen. Je wachtwoord blijft zoals het is.`,
    },
    changed: {
      subject: 'Je wachtwoord voor Polder is veranderd',
      text: (name: string) => `Dag ${name},

Je wachtwoord voor Polder is net veranderd, met een link. Overal waar je was ingelogd, ben je nu uitgelogd.

Was jij dit niet? Zeg het meteen tegen een beheerder.`,
    },
  },
};
