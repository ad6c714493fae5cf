import { pluralFor } from '../plural.ts';

const plural = pluralFor('nl');

/** Wat wij klanten vragen als een gesprek klaar is. */
export const asking = {
  title: 'Vraag na afloop',
  lead: 'Een korte vraag per mail als een gesprek is afgehandeld. Alleen aan wie toestemt dat wij meten hoe tevreden juist zij zijn.',
  off: 'De vraag gaat pas uit als een pilot of besluit ‘peilingen’ aanzet. Instellen kan al.',
  queue: 'Wachtrij',
  kind: 'Welke vraag',
  kinds: { csat: 'tevredenheid, 1 tot 5', ces: 'gemak, 1 tot 7' },
  delay: 'Uren na het afhandelen',
  share: 'Van de honderd vragen we er',
  quiet: 'Niet opnieuw binnen, dagen',
  active: 'Vraag dit',
  isOff: 'niets',
  keep: 'Bewaar',
  summary: (kind: string, share: number) => `${kind}, ${share} van de 100`,
  last: 'De laatste 30 dagen',
  none: 'Er is nog niets gevraagd.',
  recent: 'De laatste antwoorden',
  asked: 'Gevraagd',
  answered: 'Antwoorden',
  content: 'Tevreden',
  mean: 'Gemiddeld',
  dropped: 'Niet gevraagd',
  why: {
    share: (n: number) => plural(n, '# viel buiten het deel', '# vielen buiten het deel'),
    recent: (n: number) =>
      plural(n, '# kreeg kort geleden al een vraag', '# kregen kort geleden al een vraag'),
    permission: (n: number) => plural(n, '# geeft geen toestemming', '# geven geen toestemming'),
    address: (n: number) => plural(n, '# heeft geen bevestigd adres', '# hebben geen bevestigd adres'),
    reopened: (n: number) => plural(n, '# ging weer open', '# gingen weer open'),
    off: (n: number) => plural(n, '# omdat het uit stond', '# omdat het uit stond'),
  },
  page: {
    title: 'Uw oordeel',
    csat: (name: string) => `Hoe tevreden bent u over hoe ${name} u hielp?`,
    ces: (name: string) => `${name} maakte het mij makkelijk om mijn vraag te regelen.`,
    csatSteps: {
      1: 'heel ontevreden',
      2: 'ontevreden',
      3: 'niet tevreden, niet ontevreden',
      4: 'tevreden',
      5: 'heel tevreden',
    },
    cesSteps: {
      1: 'helemaal niet mee eens',
      2: 'niet mee eens',
      3: 'een beetje niet mee eens',
      4: 'niet eens, niet oneens',
      5: 'een beetje mee eens',
      6: 'mee eens',
      7: 'helemaal mee eens',
    },
    remark: 'Wilt u er iets bij zeggen?',
    remarkHint: 'Onze medewerkers lezen dit bij uw gesprek.',
    send: 'Verstuur',
    change: 'Verander mijn antwoord',
    thanks: 'Dank u wel',
    thanksWhy: (day: string) => `Uw antwoord is bewaard. U kunt het tot ${day} veranderen.`,
    private: 'U hoeft niet in te loggen. Alleen deze link geeft uw antwoord.',
    choose: 'Kies een antwoord.',
  },
  here: {
    title: 'Oordeel van de klant',
    waiting: (kind: string, at: string) => `Vraag over ${kind} gaat uit op ${at}`,
    asked: (kind: string) => `Gevraagd naar ${kind}, nog geen antwoord`,
    score: (kind: string, score: number, most: number) => `${kind}: ${score} van ${most}`,
    short: { csat: 'tevredenheid', ces: 'gemak' },
  },
  remarkBy: 'Oordeel van de klant',
  remark: {
    csat: (score: number, text: string) => `Tevredenheid ${score} van 5. De klant schreef erbij:\n\n${text}`,
    ces: (score: number, text: string) => `Gemak ${score} van 7. De klant schreef erbij:\n\n${text}`,
  },
  mail: {
    subject: (name: string) => `Hoe hielp ${name} u?`,
    text: (link: string, stop: string) =>
      `U stelde ons een vraag en die is nu afgehandeld. Wij willen graag weten hoe dat ging. Het is één vraag.\n\n${link}\n\nWilt u deze vragen niet meer? Dan stopt u ze hier:\n${stop}\n`,
  },
};
