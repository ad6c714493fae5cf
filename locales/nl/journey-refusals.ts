import type { RefusalWords } from '../refusals.ts';

export const journeyRefusals: Record<string, RefusalWords> = {
  'not-found.criterion': {
    title: 'Dit punt bestaat niet',
    next: 'Ga terug naar de reis en kies een punt uit de lijst.',
  },
  'not-found.goal': { title: 'Dit doel bestaat niet', next: 'Ga terug naar de doelen.' },
  'not-found.plan-line': { title: 'Deze planregel bestaat niet', next: 'Ga terug naar het jaarplan.' },
  'not-found.round': { title: 'Deze ronde bestaat niet', next: 'Ga terug naar de zelfbeoordeling.' },
  'not-found.invitation': {
    title: 'Deze link klopt niet',
    next: 'Kijk of je de hele link uit de mail hebt gebruikt.',
  },
  'not-found.remark': { title: 'Deze opmerking bestaat niet', next: 'Ga terug naar de opmerkingen.' },
  'invalid.survey': {
    title: 'Zoveel klanten kunnen niet gevraagd worden',
    next: 'Kies een aantal van 10 tot 100.000.',
  },
  'invalid.goal': {
    title: 'Een doel heeft een naam en een reden nodig',
    next: 'Vul beide in, in minstens drie letters.',
  },
  'invalid.goal-target': {
    title: 'Dit doel vraagt niet meer dan er al is',
    next: 'Kies een doel dat beter is dan de nulmeting.',
  },
  'conflict.goal-ended': { title: 'Dit doel is beëindigd', next: 'Stel een nieuw doel.' },
  'invalid.plan-line': {
    title: 'Een planregel heeft een naam, een eenheid en een jaar nodig',
    next: 'Vul ze alle drie in.',
  },
  'invalid.threshold': {
    title: 'Deze drempels kunnen niet',
    next: 'De drempel eruit ligt nooit aan de goede kant van de drempel erin.',
  },
  'invalid.freeze': { title: 'Deze periode kan niet', next: 'Geef een begin, een eind en een reden.' },
  'conflict.freeze-long': {
    title: 'Dat is te lang',
    next: 'In een half jaar kunnen hoogstens vier weken stilstaan.',
  },
  'invalid.ambition': {
    title: 'Deze ambitie kan niet',
    next: 'Kies een fase die niet lager is dan wat al is aangetoond.',
  },
  'invalid.ambition-review': {
    title: 'De ambitie moet binnen een jaar opnieuw bekeken worden',
    next: 'Kies een dag binnen twaalf maanden.',
  },
  'invalid.decision': {
    title: 'Een besluit heeft een reden nodig',
    next: 'Schrijf op wat er besloten is en waarom.',
  },
  'invalid.note': { title: 'Hier ontbreekt iets', next: 'Schrijf op waar het over gaat.' },
  'conflict.round-open': {
    title: 'Er loopt al een ronde',
    next: 'Sluit die eerst, of nodig er meer collega’s voor uit.',
  },
  'conflict.round-soon': {
    title: 'De vorige ronde is nog te vers',
    next: 'Wacht tot er een half jaar voorbij is.',
  },
  'conflict.round-closed': {
    title: 'Deze ronde is gesloten',
    next: 'Vraag wie je uitnodigde of er nog een komt.',
  },
  'conflict.answered': { title: 'Met deze link is al geantwoord', next: 'Je hoeft niets meer te doen.' },
};
