import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople } from '../../../test/people.ts';
import { type Context, transact } from '../../platform/context.ts';
import { rebuildPermissions } from '../rebuilding.ts';
import { modelOf, realParts } from './model.ts';
import { houseOf } from './postgres.ts';
import type { System } from './system.ts';
import { commands, obey } from './trying.ts';

let polder: TestDatabase;
let colleagues: [Context, Context];
let persons = 1000;

beforeAll(async () => {
  polder = await testDatabase();
  const { els, joost } = await hirePeople(polder.context);
  colleagues = [els.context, joost.context];
});
afterAll(() => polder?.close());

/** Does everything to both, and says where they answer differently. */
function both(model: System, house: System): System {
  const same = async <T>(what: string, one: Promise<T>, other: Promise<T>): Promise<T> => {
    const [asModel, asHouse] = [await one, await other];
    expect(asHouse, what).toEqual(asModel);
    return asHouse;
  };
  return {
    decide: (person, told) => same('decide', model.decide(person, told), house.decide(person, told)),
    publish: (material) => same('publish', model.publish(material), house.publish(material)),
    join: (one, other) => same('join', model.join(one, other), house.join(one, other)),
    part: (one, other) => same('part', model.part(one, other), house.part(one, other)),
    setMinor: (person) => same('minor', model.setMinor(person), house.setMinor(person)),
    clearMinor: (person, strength) =>
      same('of age', model.clearMinor(person, strength), house.clearMinor(person, strength)),
    use: (person, use) => same('use', model.use(person, use), house.use(person, use)),
    enqueue: (person, use) => same('queue', model.enqueue(person, use), house.enqueue(person, use)),
    run: () => same('run', model.run(), house.run()),
    state: (person, purpose) =>
      same(`state ${purpose}`, model.state(person, purpose), house.state(person, purpose)),
  };
}

test('PostgreSQL keeps the laws, does what the rules in memory do, and rebuilds to the same table', async () => {
  const trial = fc.integer({ min: 2, max: 4 }).chain((n) => fc.tuple(fc.constant(n), commands(n, 25)));
  const property = fc.asyncProperty(trial, async ([n, list]) => {
    persons += 10;
    const house = houseOf(polder.context, { first: persons, colleagues });
    await obey(both(modelOf(realParts, n), house), n, list);
  });
  await fc.assert(property, { numRuns: 24, endOnFailure: true });
  const table = () =>
    transact(polder.context, 'legal', async (ctx) => [
      ...(
        await sql`select person_id, purpose, state, given, decision_id from permission order by 1, 2`.execute(
          ctx.database,
        )
      ).rows,
      ...(await sql`select * from permission_category order by 1, 2, 3`.execute(ctx.database)).rows,
    ]);
  const before = await table();
  expect(before.length).toBeGreaterThan(50);
  expect((await rebuildPermissions(polder.context, 7)).changed).toBe(0);
  expect(await table()).toEqual(before);
  await transact(polder.context, 'legal', (ctx) =>
    sql`update permission set state = 5, given = true`.execute(ctx.database),
  );
  expect((await rebuildPermissions(polder.context, 100)).changed).toBeGreaterThan(10);
  expect(await table()).toEqual(before);
}, 240_000);
