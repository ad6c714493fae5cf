import type { RefusalWords } from '../refusals.ts';

/** Refusals around colleagues, departments, calendars, mandates, rules and training. */
export const organisationRefusals: Record<string, RefusalWords> = {
  'not-found.department': {
    title: 'Deze afdeling is er niet',
    next: 'Kijk bij de afdelingen hoe zij nu heet.',
  },
  'not-found.calendar': { title: 'Deze kalender is er niet', next: 'Kies een van de kalenders.' },
  'not-found.queue': { title: 'Deze wachtrij is er niet', next: 'Kies een andere wachtrij.' },
  'conflict.department-name': {
    title: 'Er is al een afdeling met deze naam',
    next: 'Een naam die een afdeling vroeger had telt ook. Kies een andere naam.',
  },
  'conflict.department-in-use': {
    title: 'Deze afdeling is nog in gebruik',
    next: 'Geef eerst haar collega’s en wachtrijen een andere afdeling.',
  },
  'conflict.last-administrator': {
    title: 'Dit is de laatste beheerder',
    next: 'Maak eerst een andere collega beheerder van de hele organisatie.',
  },
  'conflict.signs-in-already': {
    title: 'Deze collega kan al inloggen',
    next: 'Een uitnodiging is niet nodig. Wachtwoord kwijt? Stuur een link voor een nieuw wachtwoord.',
  },
  'conflict.not-signing-in': {
    title: 'Deze collega kan nog niet inloggen',
    next: 'Maak een nieuwe uitnodiging.',
  },
  'forbidden.password-link': {
    title: 'Deze link werkt niet meer',
    next: 'Hij is al gebruikt, ouder dan een half uur, of er is een nieuwere. Vraag een nieuwe.',
  },
  'conflict.calendar-name': { title: 'Er is al een kalender met deze naam', next: 'Kies een andere naam.' },
  'invalid.own-password': {
    title: 'Je wachtwoord van nu klopt niet',
    next: 'Vul het wachtwoord in waarmee je nu inlogt.',
  },
  'forbidden.invitation': {
    title: 'Deze uitnodiging werkt niet meer',
    next: 'Ze is al gebruikt, of ouder dan een week. Vraag een beheerder om een nieuwe.',
  },
  'invalid.calendar-past': {
    title: 'Uren van vroeger veranderen niet',
    next: 'Kies vandaag of een latere dag.',
  },
  'forbidden.mandate': {
    title: 'Je mandaat laat dit niet toe',
    next: 'Schrijf een notitie, of geef het gesprek aan een collega die hier wel mag antwoorden.',
  },
  'invalid.mandate-dates': {
    title: 'De laatste dag ligt voor de eerste',
    next: 'Kies een latere laatste dag, of laat haar leeg.',
  },
  'not-found.rule': {
    title: 'Deze spelregel is er niet',
    next: 'Zij geldt niet meer, of nog niet. Kijk bij de spelregels.',
  },
  'conflict.rule-changed': {
    title: 'Er is een nieuwere versie',
    next: 'Lees de versie die nu geldt.',
  },
  'invalid.rule-dates': {
    title: 'Deze dagen kunnen niet',
    next: 'Laat de versie gelden vanaf vandaag of later, en kies een latere dag om haar opnieuw te bekijken.',
  },
  'invalid.decision-tree': {
    title: 'Zo kan een collega vastlopen',
    next: 'Kijk na of elke weg bij een advies eindigt.',
  },
  'not-found.course': {
    title: 'Deze cursus is er niet',
    next: 'Zij wordt niet meer gegeven. Kijk bij training.',
  },
  'conflict.course-changed': {
    title: 'Er is een nieuwere versie',
    next: 'Laad de pagina opnieuw en doe de toets die nu geldt.',
  },
  'invalid.course-languages': {
    title: 'De talen vragen niet hetzelfde',
    next: 'Zet in beide talen evenveel vragen en antwoorden, met dezelfde goed.',
  },
  'invalid.capacity': {
    title: 'Zoveel gesprekken tegelijk kan niet',
    next: 'Geef een heel getal van 1 tot en met 500, of laat het leeg.',
  },
};
