import { pluralFor } from '../plural.ts';

const plural = pluralFor('nl');

/** Mails about bounds of pilots that are reached. */
export const pilotLimits = {
  'nearly-used': {
    subject: (title: string) => `Pilot “${title}” komt bij zijn grens`,
    text: (title: string, bound: string, link: string) =>
      `De pilot “${title}” heeft meer dan 80% gebruikt van zijn grens: ${bound}. Is de grens bereikt, dan staat de pilot stil.\n\nBekijk de pilot:\n${link}\n`,
  },
  'used-up': {
    subject: (title: string) => `Pilot “${title}” heeft zijn grens bereikt`,
    text: (title: string, bound: string, link: string) =>
      `De pilot “${title}” heeft zijn grens bereikt: ${bound}. Wat hij aanzet, staat nu uit.\n\nBekijk de pilot:\n${link}\n`,
  },
  bounds: {
    day: (n: string) => `${n} per dag`,
    week: (n: string) => `${n} per week`,
    month: (n: string) => `${n} per maand`,
    eur: (n: string) => `€ ${n}`,
    hours: (n: string) => `${n} uur werk`,
  },
  used: 'Verbruikt',
  usedOf: (used: string, bound: string) => `${used} van ${bound}`,
};

/** Mails about the journey, to those who steer it. */
export const journeyMail = {
  wavering: {
    subject: (_from: number, _to: number) => 'De reis: er wankelt iets',
    text: (day: string, points: string, link: string) =>
      `Gemeten tot ${day} zakt dit onder de drempel, al weken achter elkaar:\n\n${points}\n\nBlijft dat zo, dan is het punt na acht weken verloren. Er is nu nog niets verloren.\n\nBekijk waar het aan ligt:\n${link}\n`,
  },
  stage_lost: {
    subject: (from: number, to: number) => `De reis: teruggevallen van reisfase ${from} naar ${to}`,
    text: (day: string, points: string, link: string) =>
      `Gemeten tot ${day} is een reisfase verloren, door:\n\n${points}\n\nPolder stelt per punt het kleinste herstel voor: wat eerder genoeg was.\n\nBekijk het herstelplan:\n${link}\n`,
  },
  stage_gained: {
    subject: (_from: number, to: number) => `De reis: reisfase ${to} is aangetoond`,
    text: (day: string, _points: string, link: string) =>
      `Gemeten tot ${day} is een reisfase aangetoond.\n\nBekijk de reis:\n${link}\n`,
  },
  source_lost: {
    subject: (_from: number, _to: number) => 'De reis: een bron is stilgevallen',
    text: (day: string, _points: string, link: string) =>
      `Sinds de week tot ${day} komt uit een bron bijna niets meer binnen. Zolang dat zo is, staat de meting stil: dat telt niet als terugval.\n\nKijk of de koppeling nog werkt:\n${link}\n`,
  },
  review: {
    subject: 'De ambitie: willen jullie daar nog heen?',
    text: (link: string) =>
      `De dag om de ambitie opnieuw te bekijken is aangebroken. Vasthouden is net zo goed als groeien.\n\nBekijk de ambitie:\n${link}\n`,
  },
};

/** The page with the way back. */
export const recovery = {
  title: 'Herstelplan',
  lead: (from: number, to: number, day: string) =>
    `Reisfase ${from} is verloren op ${day}; reisfase ${to} staat nog. Per punt het kleinste herstel: wat eerder genoeg was.`,
  none: 'Er is niets te herstellen',
  noneNext: 'Er is geen reisfase verloren, of wat verloren was is teruggewonnen.',
  lastGood: 'Laatste week boven de drempel',
  never: 'nooit gemeten boven de drempel',
  value: (value: string) => `met ${value}`,
  before: 'Kleinste bereik waarin het lukte',
  ofPilot: (title: string) => `van de pilot “${title}”`,
  noScope: 'er was geen bereik afgesproken',
  helps: 'Wat helpt',
  pilots: 'Pilots die dit deden',
  on: 'loopt',
  off: 'loopt niet meer',
  plan: 'Maak hier een plan van',
  goal: (criterion: string) => `Herstellen: ${criterion}`,
  link: 'Naar het herstelplan',
  needs: (n: number) => plural(n, '# punt te herstellen', '# punten te herstellen'),
};

/** What somebody says is wrong in a text of the house. */
export const remarks = {
  title: 'Opmerkingen',
  lead: 'Klopt er iets niet in een tekst of definitie? Wie erover gaat krijgt het te horen, en jij hoort wat ermee is gedaan.',
  link: 'Klopt hier iets niet?',
  about: (kind: string, name: string) => `${kind}: ${name}`,
  kinds: {
    criterion: 'Punt van de reis',
    template: 'Sjabloon',
    rule: 'Huisregel',
    course: 'Training',
    lesson: 'Les',
  },
  said: 'Wat klopt er niet?',
  send: 'Meld het',
  sent: 'Gemeld. Je krijgt bericht zodra iemand ernaar heeft gekeken.',
  open: 'Nog te bekijken',
  done: 'Afgehandeld',
  none: 'Er is niets gemeld.',
  by: (name: string, day: string) => `${name}, ${day}`,
  mended: 'aangepast',
  kept: 'bleef zoals het was',
  answer: 'Antwoord aan de melder',
  mend: 'Aangepast, bedankt',
  keep: 'Blijft zo, met uitleg',
  mail: {
    subject: (name: string) => `Opmerking over “${name}”`,
    text: (said: string, link: string) =>
      `Een collega meldt dat er iets niet klopt:\n\n${said}\n\nBekijk het:\n${link}\n`,
  },
  thanks: {
    subject: (name: string) => `Bedankt voor je opmerking over “${name}”`,
    mended: (answer: string) => `Dank je wel: de tekst is aangepast.\n\n${answer}\n`,
    kept: (answer: string) => `Dank je wel voor het melden. De tekst blijft zoals hij is:\n\n${answer}\n`,
  },
};
