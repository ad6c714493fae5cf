import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { meetByMail } from '../../customers/fixtures/mailing-people.ts';
import { actAs, type Context, transact } from '../../platform/context.ts';
import { decide, stateOf } from '../deciding.ts';
import { rebuildPermissions } from '../rebuilding.ts';
import { joinPermissions, partPermissions } from './joining.ts';
import { giveTogether } from './together.ts';

let polder: TestDatabase;
beforeAll(async () => {
  polder = await testDatabase();
});
afterAll(() => polder?.close());

const shown = { textHash: '', language: 'nl', surface: 'mine/contract' };
const give = { purpose: 'offers', act: 'give', strength: 3, shown } as const;
let met = 0;

/** Somebody known by two names, who says yes under the first, and whom a colleague then parts again. */
async function partedAfterYes(say: typeof giveTogether): Promise<{ together: string[]; apart: string[] }> {
  const ctx = polder.context;
  const [one, other] = [await meetByMail(ctx, `fatima-${++met}`), await meetByMail(ctx, `faat-${met}`)];
  const states = () =>
    transact(ctx, 'legal', async (ctx) => [
      await stateOf(ctx, one.id, 'offers'),
      await stateOf(ctx, other.id, 'offers'),
    ]);
  await transact(ctx, 'service', (ctx) => joinPermissions(ctx, one.id, other.id));
  await transact(ctx, 'legal', (ctx) => say(as(ctx, one.id), one.id, give));
  const together = await states();
  await transact(ctx, 'service', (ctx) => partPermissions(ctx, one.id, other.id));
  return { together, apart: await states() };
}

const as = (ctx: Context, personId: string) => actAs(ctx, { kind: 'person', personId, strength: 3 });

const right = { together: ['allowed', 'allowed'], apart: ['allowed', 'unknown'] };

describe('a yes of somebody with two names', () => {
  test('counts for both, and no longer for the other when they turn out to be two', async () => {
    expect(await partedAfterYes(giveTogether)).toEqual(right);
    expect(await rebuildPermissions(polder.context)).toMatchObject({ changed: 0 });
  });

  const broken: Record<string, typeof giveTogether> = {
    'says it for one name only': (ctx, personId, decision) => decide(ctx, personId, decision).then(() => {}),
    'says it for the other without a mark': async (ctx, personId, decision) => {
      await decide(ctx, personId, decision);
      await decide(ctx, String(Number(personId) + 1), decision);
    },
    'says nothing': async () => {},
  };
  test.for(Object.entries(broken))('is noticed to be wrong by code that %s', async ([, say]) => {
    expect(await partedAfterYes(say)).not.toEqual(right);
  });
});
