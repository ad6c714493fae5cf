import { expect, test } from 'vitest';
import { privacy as en } from '../../../../locales/en/privacy.ts';
import { privacy as nl } from '../../../../locales/nl/privacy.ts';
import { places } from '../../../places.ts';

/** Of the others no row is ever shown: they stay, and belong to no customer. */
const shown = places.filter(({ mode }) => mode.kind !== 'keep').map(({ name }) => name);

test.each(Object.entries({ nl, en }))('every place that an erasure shows has a name in %s', (_, words) => {
  expect(shown.filter((name) => !words.places[name])).toEqual([]);
});
