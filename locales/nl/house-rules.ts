import { pluralFor } from '../plural.ts';

const plural = pluralFor('nl');

/** Spelregels: documenten met versies, en wie ze gelezen heeft. */
export const houseRules = {
  title: 'Spelregels',
  lead: 'Hoe wij met klanten omgaan. Lees ze, en zeg dat je ze gelezen hebt.',
  manageLead: 'Documenten met versies. Van elke versie is te zien wie haar gelezen heeft.',
  waiting: {
    title: (n: number) =>
      plural(n, 'Er is # spelregel die je nog niet las.', 'Er zijn # spelregels die je nog niet las.'),
    read: 'Lezen',
  },
  empty: { title: 'Nog geen spelregels', next: 'Zodra een beheerder ze bewaart, staan ze hier.' },
  none: {
    title: 'Nog geen spelregels',
    next: 'Begin met één bladzijde. Een voorbeeld staat klaar om aan te passen.',
  },
  document: 'Document',
  name: 'Titel',
  text: 'Tekst',
  textHint: 'Gewone tekst. Een lege regel begint een nieuwe alinea.',
  version: 'Versie',
  versions: 'Versies',
  versionFrom: (version: number, day: string) => `Versie ${version}, vanaf ${day}`,
  comes: (version: number, day: string) => `Versie ${version} gaat gelden op ${day}`,
  by: (name: string, day: string) => `${name} op ${day}`,
  holdsFrom: 'Geldt vanaf',
  holdsFromHint: 'Vanaf die dag vraagt Polder iedereen haar te lezen.',
  reviewOn: 'Opnieuw bekijken voor',
  reviewHint: 'Beleid dat ouder is dan een jaar telt niet meer mee.',
  reviewDue: 'nu bekijken',
  state: 'Gelezen',
  toRead: 'nog te lezen',
  readOn: (day: string) => `gelezen op ${day}`,
  acknowledge: 'Gelezen en akkoord',
  acknowledged: 'Gelezen',
  of: (n: number, all: number) => `${n} van ${all}`,
  who: 'Wie heeft het gelezen',
  colleague: 'Collega',
  department: 'Afdeling',
  notYet: 'nog niet',
  make: 'Nieuw document',
  makeLead: 'Pas het voorbeeld aan tot het van jullie is.',
  newVersion: 'Nieuwe versie',
  newVersionWhy: 'De oude versie blijft bewaard. Iedereen leest de nieuwe opnieuw.',
  publish: 'Bewaar deze versie',
  end: 'Dit document geldt niet meer',
  endWhy: 'Niemand hoeft het nog te lezen. Wie het gelezen had, blijft bewaard.',
};
