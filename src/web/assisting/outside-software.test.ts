import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { talk } from '../../conversations/fixtures/talk.ts';
import { turnedClock } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { makeLanguageModel } from '../../platform/language-model/asking.ts';
import { decide } from '../../privacy/deciding.ts';
import type { PurposeView } from '../mine/contract-view.ts';
import { withOutsideSoftware } from './outside-software.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const row: PurposeView = {
  purpose: 'ai_assist',
  sentence: 'software uw bericht laten lezen om een antwoord voor te bereiden',
  basis: 'legitimate_interest',
  state: 'allowed',
  decidedAt: null,
  act: 'object',
  mayAsk: false,
  retentionMonths: null,
  recipients: [],
};

const at = (place: 'local' | 'outside'): Context => ({
  ...database.context,
  languageModel: makeLanguageModel(
    { url: 'https://model.example/v1', name: 'm', key: null, place, perMinute: 1, perDay: 1 },
    { clock: turnedClock('2026-11-24T10:00:00Z') },
  ),
});

const shown = (place: 'local' | 'outside', personId: string) =>
  transact(at(place), 'legal', (ctx) => withOutsideSoftware(ctx, personId, [row]));

test('a customer is asked for a yes where the text would go to another company, and can take it back', async () => {
  const { personId } = await talk(database.context, 'Hallo');
  expect(await shown('local', personId)).toEqual([row]);
  expect(await shown('outside', personId)).toMatchObject([
    { basis: 'consent', state: 'unknown', act: 'give', recipients: ['model.example'] },
  ]);
  await transact(database.context, 'service', (ctx) =>
    decide(ctx, personId, { purpose: 'ai_assist', act: 'give', strength: 3 }),
  );
  expect(await shown('outside', personId)).toMatchObject([{ state: 'allowed', act: 'withdraw' }]);
});
