import { pluralFor } from '../plural.ts';

const plural = pluralFor('nl');

export const signingIn = {
  title: 'Inloggen',
  lead: 'Welkom terug bij Polder.',
  email: 'E-mailadres',
  password: 'Wachtwoord',
  submit: 'Inloggen',
  account: {
    title: 'Je wachtwoord en sessies',
    lead: (email: string) => `Je logt in als ${email}.`,
    password: 'Ander wachtwoord',
    current: 'Wachtwoord van nu',
    next: 'Nieuw wachtwoord',
    change: 'Wachtwoord wijzigen',
    passwordWhy: 'Overal waar je nu bent ingelogd, ga je meteen uit. Hier blijf je aan het werk.',
    everywhere: 'Overal uitloggen',
    signedInAt: (n: number) => plural(n, 'Je bent op één plek ingelogd.', 'Je bent op # plekken ingelogd.'),
    everywhereWhy:
      'Doe dit als een apparaat kwijt is of als je iets niet vertrouwt. Ook hier log je daarna weer in.',
    keys: 'Trek ook de sleutels in die ik voor programma’s maakte',
  },
  setup: {
    title: 'Polder in gebruik nemen',
    lead: 'Je maakt de eerste beheerder aan. Daarna log je in en sluit je je eerste kanaal aan.',
    organisation: 'Naam van je organisatie',
    name: 'Je naam',
    nameHint: 'Zo zien collega’s je.',
    passwordHint: (least: number) => `Minstens ${least} tekens. Een zin die je onthoudt werkt het best.`,
    submit: 'Beheerder aanmaken',
    noToken: 'Deze link is niet compleet',
    noTokenWhy:
      'Polder schrijft bij de eerste start een link met een eenmalige code. Open die hele link, zoals hij in het startvenster staat.',
  },
};
