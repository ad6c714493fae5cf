import type { RefusalWords } from '../refusals.ts';

/** Weigeringen rond automatische regels. */
export const rulingRefusals: Record<string, RefusalWords> = {
  'invalid.rules': {
    title: 'Een regel klopt niet',
    next: 'Elke regel heeft een naam, ten minste één actie, en noemt alleen wat er is. Bij ‘tijd verstreken’ hoort hoe lang.',
  },
  'invalid.macro-actions': {
    title: 'Wat meegaat is er niet meer',
    next: 'Kies een label, stand, collega of wachtrij die er nog is.',
  },
  'not-found.question': {
    title: 'Deze vraag is er niet meer',
    next: 'De link is oud, of hoort bij een andere vraag.',
  },
  'invalid.question': {
    title: 'De vraag klopt niet',
    next: 'Kijk naar de uren (0 tot 168), het deel (1 tot 100) en de dagen (0 tot 365).',
  },
  'invalid.score': { title: 'Dit antwoord kan niet', next: 'Kies een van de antwoorden.' },
  'not-found.webhook': { title: 'Deze webhook is er niet meer', next: 'Kijk in de lijst wat er nu is.' },
  'invalid.webhook': {
    title: 'De webhook klopt niet',
    next: 'Geef een naam, een adres met https dat buiten het eigen netwerk ligt, en kies soorten die er zijn.',
  },
  'conflict.webhook-off': { title: 'Deze webhook staat uit', next: 'Zet hem eerst aan.' },
  'not-found.delivery': { title: 'Deze melding is er niet meer', next: 'Meldingen bewaren we een maand.' },
  'invalid.range': { title: 'De tijden kloppen niet', next: 'Het begin ligt voor het einde.' },
  'conflict.rules-version': {
    title: 'Een ander veranderde de regels intussen',
    next: 'Kijk wat er nu staat, en doe je wijziging opnieuw.',
  },
  'conflict.rule-nobody': {
    title: 'Niemand heeft dit gesprek',
    next: 'Een concept komt bij wie het gesprek heeft. Wijs het eerst toe.',
  },
};
