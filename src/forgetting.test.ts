import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../test/database.ts';
import { settled } from '../test/settled.ts';
import { forgetQuiet } from './forgetting.ts';
import { places } from './places.ts';
import { transact } from './platform/context.ts';
import { followAll } from './platform/following.ts';
import { silentLog } from './platform/log.ts';
import { advanceErasures } from './privacy/erasing/advancing.ts';
import { setTerm } from './privacy/terms/terming.ts';
import { reactions } from './reactions.ts';
import { say } from './web/inbox/fixtures/saying.ts';

let polder: TestDatabase;
beforeAll(async () => {
  polder = await testDatabase();
});
afterAll(() => polder?.close());

const personNamed = (name: string) =>
  transact(polder.context, 'service', ({ database }) =>
    database.selectFrom('person').select('id').where('name', '=', name).executeTakeFirst(),
  );

test('who asked to be forgotten after some months is, once it is so long ago and nothing is open', async () => {
  const ctx = polder.context;
  await say(ctx, [
    { author: 'Fatima', text: '@waterkracht dank voor alles', ago: 100 },
    { author: 'Henk', text: '@waterkracht dank voor alles', ago: 100 },
    { author: 'Joris', text: '@waterkracht waar blijft mijn rekening?', ago: 100 },
  ]);
  for (const name of ['Fatima', 'Joris']) {
    const { id } = (await personNamed(name)) ?? { id: '' };
    await transact(ctx, 'service', (ctx) => setTerm(ctx, id, { key: 'forget_after', value: 6, strength: 3 }));
  }
  await transact(ctx, 'service', async ({ database }) => {
    const { id } = (await personNamed('Fatima')) ?? { id: '' };
    await database.deleteFrom('conversation_open').where('person_id', '=', id).execute();
    await database
      .updateTable('conversation')
      .set({ state: 'done', closed_at: new Date() })
      .where('person_id', '=', id)
      .execute();
  });
  const nights = async () => {
    for (let night = 0; night < 3; night += 1) {
      await forgetQuiet(ctx);
      await advanceErasures(ctx, places);
      polder.turn.forward({ hours: 24 });
    }
    await advanceErasures(ctx, places);
  };
  await nights();
  expect(await personNamed('Fatima')).toBeDefined();
  polder.turn.forward({ hours: 24 * 200 });
  await nights();
  expect(await personNamed('Fatima')).toBeUndefined();
  expect(await personNamed('Henk')).toBeDefined();
  expect(await personNamed('Joris')).toBeDefined();
});

test('who asks in a message what we know, or to be forgotten, has a request with its month', async () => {
  const ctx = polder.context;
  await say(ctx, [{ author: 'Anna', text: 'Wat weten jullie van mij? Verwijder al mijn gegevens.' }]);
  for (let turn = 0; turn < 3; turn += 1) {
    await settled(ctx);
    await followAll(ctx, reactions, silentLog);
  }
  const { id = '' } = (await personNamed('Anna')) ?? {};
  const requests = await transact(ctx, 'legal', ({ database }) =>
    database
      .selectFrom('privacy_request')
      .select(['kind', 'via'])
      .where('person_id', '=', id)
      .orderBy('kind')
      .execute(),
  );
  expect(requests).toEqual([
    { kind: 'access', via: 'message' },
    { kind: 'erase', via: 'message' },
  ]);
});
