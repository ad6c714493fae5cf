import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople } from '../../../test/people.ts';
import { renameClass } from '../../listening/heads/changing.ts';
import { listHeads } from '../../listening/heads/head.ts';
import type { Locale } from '../../platform/words.ts';
import { classNamesOf } from './naming.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.close());

const named = async (locale: Locale) =>
  classNamesOf(
    Object.fromEntries((await listHeads(database.context)).map((head) => [head.key, head])),
    locale,
  );

test('Polder calls every class the same in the inbox and in the heads, until an organisation calls it otherwise', async () => {
  const { context } = database;
  for (const locale of ['nl', 'en'] as const)
    expect(await named(locale)).toEqual({ intent: {}, sentiment: {}, urgency: {} });
  const { ravi } = await hirePeople(context);
  const said = { nl: 'reclame', en: 'advertising', parent: null, words: [] };
  await renameClass(ravi.context, 'intent', { key: 'spam', said });
  expect(await named('nl')).toMatchObject({ intent: { spam: 'reclame' } });
});
