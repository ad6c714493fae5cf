import type { RefusalWords } from '../refusals.ts';

/** Refusals around queues, routing, norms, hand-overs and practice. */
export const routingRefusals: Record<string, RefusalWords> = {
  'conflict.queue-name': { title: 'Er is al een wachtrij met deze naam', next: 'Kies een andere naam.' },
  'conflict.queue-default': {
    title: 'Deze wachtrij kan niet weg',
    next: 'Hier komt wat bij geen regel past.',
  },
  'invalid.routing-rules': {
    title: 'Een regel klopt niet',
    next: 'Elke regel heeft een naam en een wachtrij die er is.',
  },
  'invalid.norms': {
    title: 'Een norm klopt niet',
    next: 'Elke norm heeft een naam en ten minste één tijd, en alleen wachtrijen die er zijn.',
  },
  'invalid.reason-missing': { title: 'De reden ontbreekt', next: 'Schrijf in een paar woorden waarom.' },
  'invalid.reason-long': { title: 'De reden is te lang', next: 'Houd het bij 500 tekens.' },
  'not-found.rule': { title: 'Deze regel is er niet meer', next: 'Kijk in de lijst wat er nu staat.' },
  'conflict.at-capacity': {
    title: 'Je hebt al zoveel als je aankunt',
    next: 'Beantwoord of sluit eerst iets van wat je hebt.',
  },
  'conflict.handed-over': {
    title: 'Deze afdeling heeft al een vraag over dit gesprek',
    next: 'Vraag door bij de vraag die er ligt.',
  },
  'conflict.hand-over-ended': {
    title: 'Deze vraag is al afgerond',
    next: 'Stel een nieuwe vraag als er nog iets nodig is.',
  },
  'not-found.hand-over': {
    title: 'Deze vraag is er niet',
    next: 'Hij is er niet, of hij is aan een andere afdeling gesteld.',
  },
  'not-found.practice': { title: 'Deze oefening is er niet', next: 'Kies een van de oefeningen.' },
};
