import { afterAll, beforeAll, expect, test } from 'vitest';
import { en } from '../../locales/en/catalogue.ts';
import { nl } from '../../locales/nl/catalogue.ts';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { collect } from './collecting.ts';
import type { Measured } from './measured.ts';

/**
 * The thirty-three indicators of the model: thirty by their codes, of which two are two figures (anticipation helps, and
 * is clear), one has a clock beside it, and one is shown a second time for what was said to us alone.
 */
const census = ['DA', 'MI', 'CN', 'PO', 'TR', 'KC', 'KF', 'LI', 'EXO', 'EXI', 'PC', 'PV', 'EIX'] as const;
const process = [
  ...(['RR', 'RR_ADDRESSED', 'TW', 'DEP', 'FRT', 'FRT_CLOCK', 'SL60', 'MV', 'PL', 'UT', 'EM'] as const),
  ...(['AC', 'ACQ_HELPFUL', 'ACQ_UNCLEAR', 'NL', 'QA', 'PA', 'TFA', 'MAU', 'BL'] as const),
] as const;
/** Their module is not in the house yet; they light up when it reports. */
const waiting = ['AC', 'ACQ_HELPFUL', 'ACQ_UNCLEAR', 'NL', 'QA', 'PA', 'TFA', 'MAU'] as const;

let polder: TestDatabase;
let measured: readonly Measured[];
beforeAll(async () => {
  polder = await testDatabase();
  measured = await collect(polder.context, polder.context.clock.now());
});
afterAll(() => polder?.close());
const of = (code: string) => measured.filter((figure) => figure.code === code);

test('all thirty-three are registered, each with what it is a count or a sample of', () => {
  expect(census.length + process.length).toBe(33);
  for (const code of census) expect([code, of(code)[0]?.population]).toEqual([code, 'census']);
  for (const code of process) expect([code, of(code)[0]?.population]).toEqual([code, 'process']);
});

test('each says what it is called and how it is counted, in both languages', () => {
  for (const code of [...census, ...process])
    for (const { measures } of [nl, en]) {
      expect(Object.hasOwn(measures.names, code), `name of ${code}`).toBe(true);
      expect(Object.hasOwn(measures.definitions, code), `definition of ${code}`).toBe(true);
    }
});

test('one without its module is unknown, never nought, and says why', () => {
  for (const code of waiting)
    for (const figure of of(code)) {
      expect([code, figure.value, figure.n]).toEqual([code, null, 0]);
      expect(figure.reason, code).toMatch(/^no-/);
    }
});
