import { pluralFor } from '../plural.ts';

const plural = pluralFor('nl');

/** Zoeken in gesprekken. */
export const searching = {
  title: 'Zoeken in gesprekken',
  lead: 'In alles wat klanten schreven, wat wij antwoordden en wat collega’s noteerden. Ook wat al klaar is.',
  label: 'Zoek in gesprekken',
  placeholder: 'Woorden, naam of nummer',
  hint: 'Woorden vinden ook hun andere vormen. Zet woorden tussen aanhalingstekens als ze naast elkaar moeten staan, en een min voor wat er niet in mag.',
  submit: 'Zoek',
  found: (n: number, more: boolean) =>
    more ? `${n} of meer gesprekken` : plural(n, '# gesprek', '# gesprekken'),
  none: {
    title: 'Niets gevonden',
    next: 'Probeer minder woorden, een andere spelling, of zoek zonder filter. Wie om beperking vroeg, wordt niet gevonden.',
  },
  begin: {
    title: 'Waar zoek je naar?',
    next: 'Bijvoorbeeld: factuur dubbel, een naam, een klantnummer of een bestelling.',
  },
  narrow: 'Verfijnen',
  clear: 'Zonder filter',
  any: 'alles',
  channel: 'Kanaal',
  queue: 'Wachtrij',
  labelled: 'Label',
  state: 'Hoe het staat',
  states: { open: 'nog niet klaar', snoozed: 'weggelegd', done: 'klaar' },
  from: 'Vanaf',
  until: 'Tot en met',
  colleague: 'Collega',
  colleagueHint: 'Schreef het, of had het gesprek.',
  me: 'ik',
  byName: 'op naam',
  kinds: { in: 'klant', reply: 'antwoord', post: 'eigen bericht', note: 'notitie' },
  saved: {
    label: 'Bewaarde zoekopdrachten',
    open: 'Deze zoekopdracht bewaren',
    name: 'Naam',
    submit: 'Bewaren',
    end: (name: string) => `Zoekopdracht ${name} weghalen`,
  },
};
