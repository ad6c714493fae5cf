import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople } from '../../../test/people.ts';
import { renameClass } from '../../listening/heads/changing.ts';
import { readClassNames } from './naming.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.close());

test('Polder calls every class the same in the inbox and in the heads, until an organisation calls it otherwise', async () => {
  const { context } = database;
  for (const locale of ['nl', 'en'] as const)
    expect(await readClassNames(context, locale)).toEqual({ intent: {}, sentiment: {}, urgency: {} });
  const { ravi } = await hirePeople(context);
  const said = { nl: 'reclame', en: 'advertising', parent: null, words: [] };
  await renameClass(ravi.context, 'intent', { key: 'spam', said });
  expect(await readClassNames(context, 'nl')).toMatchObject({ intent: { spam: 'reclame' } });
});
