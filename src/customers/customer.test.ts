import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { hirePeople, type People } from '../../test/people.ts';
import { type Context, transact } from '../platform/context.ts';
import { isRefusal } from '../platform/refusal.ts';
import { decide, stateOf } from '../privacy/deciding.ts';
import { recordUse } from '../privacy/ledger.ts';
import { openCustomer } from './customer.ts';
import { listCustomers } from './customers.ts';
import { recognise } from './recognising.ts';
import { personAllows } from './using.ts';

let polder: TestDatabase;
let people: People;

beforeAll(async () => {
  polder = await testDatabase({ size: 16 });
  people = await hirePeople(polder.context);
});
afterAll(() => polder?.close());

interface Somebody {
  id: string;
  publicId: string;
}

async function meet(name: string): Promise<Somebody> {
  const found = await transact(polder.context, 'listen', async (ctx) => {
    const sighting = { network: 'x', externalId: name, name, unnamedKey: name };
    const { recognised } = await recognise(ctx, 'x', [sighting]);
    return sql<Somebody>`select id, public_id as "publicId" from person where id = ${recognised[0]?.personId}`.execute(
      ctx.database,
    );
  });
  return found.rows[0] as Somebody;
}

const usesOf = async (person: Somebody) =>
  transact(polder.context, 'security', async (ctx) => {
    const found = await sql<{ activity: string; department: string | null }>`
      select activity, department_id as department from data_use where person_id = ${person.id} order by id`.execute(
      ctx.database,
    );
    return found.rows;
  });

const restrict = (ctx: Context, person: Somebody) =>
  transact(ctx, 'service', (ctx) =>
    decide(ctx, person.id, { purpose: 'service', act: 'restrict', strength: 0 }),
  );

describe('opening a customer', () => {
  test('writes one row in the customer’s ledger, with the department and not the colleague', async () => {
    const fatima = await meet('fatima');
    const seen = await openCustomer(
      people.els.context,
      { id: fatima.publicId, purpose: 'service' },
      async (_, customer) => customer,
    );
    expect(seen.person.name).toBe('fatima');
    expect(seen.ledger.map(({ activity, department }) => [activity, department])).toEqual([
      ['customer.opened', 'Klantenservice'],
    ]);
    expect(JSON.stringify(seen.ledger)).not.toContain('Els');
    expect(await usesOf(fatima)).toEqual([{ activity: 'customer.opened', department: people.departmentId }]);
  });

  test('that fails afterwards leaves no row and no data: both stand in one transaction', async () => {
    const fatima = await meet('fatima-2');
    const asked = { id: fatima.publicId, purpose: 'service' } as const;
    const broken = openCustomer(people.els.context, asked, () => Promise.reject(new Error('power cut')));
    await expect(broken).rejects.toThrow('power cut');
    expect(await usesOf(fatima)).toEqual([]);
  });

  test('for another purpose than its activity stands for is refused before anything is read', async () => {
    const fatima = await meet('fatima-3');
    for (const purpose of ['listen', 'train', 'security'] as const) {
      let read = false;
      const opened = openCustomer(people.els.context, { id: fatima.publicId, purpose }, async () => {
        read = true;
      });
      await expect(opened).rejects.toThrow(/runs under service/);
      expect(read).toBe(false);
    }
    expect(await usesOf(fatima)).toEqual([]);
  });

  test('somebody who had their data restricted is refused, and stands in no list', async () => {
    const henk = await meet('henk');
    expect((await listCustomers(people.els.context, { search: 'henk' })).rows).toHaveLength(1);
    await restrict(polder.context, henk);
    const asked = { id: henk.publicId, purpose: 'service' } as const;
    await expect(openCustomer(people.els.context, asked, async () => 1)).rejects.toMatchObject({
      code: 'forbidden.purpose',
      details: { purpose: 'service', state: 'restricted' },
    });
    expect((await listCustomers(people.els.context, { search: 'henk' })).rows).toEqual([]);
    expect(await usesOf(henk)).toEqual([]);
  });

  test('somebody who does not exist is not found', async () => {
    const asked = { id: 'pe_nobody', purpose: 'service' } as const;
    await expect(openCustomer(people.els.context, asked, async () => 1)).rejects.toMatchObject({
      code: 'not-found.person',
    });
  });
});

describe('an objection', () => {
  const allowed = (purpose: 'listen' | 'train', person: Somebody) =>
    transact(polder.context, 'listen', async (ctx) => {
      const found = await sql`select from person p where p.id = ${person.id}
        and ${personAllows(sql`p.id`, purpose)}`.execute(ctx.database);
      return found.rows.length === 1;
    });

  test('to listening takes the person out of every query for listening, and of no other', async () => {
    const fatima = await meet('fatima-4');
    expect(await allowed('listen', fatima)).toBe(true);
    await transact(polder.context, 'listen', (ctx) =>
      decide(ctx, fatima.id, { purpose: 'listen', act: 'object', strength: 0 }),
    );
    expect([await allowed('listen', fatima), await allowed('train', fatima)]).toEqual([false, true]);
  });

  test('is lifted only by somebody who proved who they are', async () => {
    const fatima = await meet('fatima-5');
    const act = (act: 'object' | 'lift', strength: number) =>
      transact(polder.context, 'listen', (ctx) =>
        decide(ctx, fatima.id, { purpose: 'listen', act, strength }),
      );
    await act('object', 0);
    await expect(act('lift', 1)).rejects.toMatchObject({ code: 'forbidden.loosening' });
    expect(await allowed('listen', fatima)).toBe(false);
    expect(await act('lift', 2)).toBe('allowed');
    expect(await allowed('listen', fatima)).toBe(true);
  });

  test('to being answered is not possible while there is a case, only restriction is', async () => {
    const fatima = await meet('fatima-6');
    const objected = transact(polder.context, 'service', (ctx) =>
      decide(ctx, fatima.id, { purpose: 'service', act: 'object', strength: 4 }),
    );
    await expect(objected).rejects.toMatchObject({ code: 'invalid.objection' });
  });
});

/** One way of using and one way of deciding, that are to hold against each other. */
interface Doors {
  open(ctx: Context, person: Somebody, read: () => Promise<void>): Promise<void>;
  restrict(ctx: Context, person: Somebody): Promise<unknown>;
}

const real: Doors = {
  open: (ctx, person, read) => openCustomer(ctx, { id: person.publicId, purpose: 'service' }, read),
  restrict,
};

const checked = async (ctx: Context, person: Somebody) => {
  if ((await stateOf(ctx, person.id, 'service')) !== 'allowed') throw new Error('refused');
};
const writeUse = (ctx: Context, person: Somebody) =>
  sql`insert into data_use (person_id, at, activity, purpose, basis, effect, contract_version, actor_kind)
    values (${person.id}, now(), 'customer.opened', 'service', 'contract', 'read', 1, 'system')`.execute(
    ctx.database,
  );

/** What each of these forgets is a bug that was really made somewhere. */
const mutants: Record<string, Doors> = {
  'a use that takes no lock': {
    ...real,
    open: (ctx, person, read) =>
      transact(ctx, 'service', async (ctx) => {
        await checked(ctx, person);
        await writeUse(ctx, person);
        await read();
      }),
  },
  'a check in a transaction before the use': {
    ...real,
    open: async (ctx, person, read) => {
      await transact(ctx, 'service', (ctx) => checked(ctx, person));
      await transact(ctx, 'service', async (ctx) => {
        await writeUse(ctx, person);
        await read();
      });
    },
  },
  'reading after the use was committed': {
    ...real,
    open: async (ctx, person, read) => {
      await transact(ctx, 'service', (ctx) => recordUse(ctx, person.id, { activity: 'customer.opened' }));
      await read();
    },
  },
  'a ledger that is written after the reading': {
    ...real,
    open: async (ctx, person, read) => {
      await transact(ctx, 'service', async (ctx) => {
        await sql`select pg_advisory_xact_lock_shared(${person.id}::bigint)`.execute(ctx.database);
        await checked(ctx, person);
        await read();
      });
      if (Number(person.id) % 3 !== 0) await transact(ctx, 'service', (ctx) => writeUse(ctx, person));
    },
  },
  'a decision that takes no lock': {
    ...real,
    restrict: (ctx, person) =>
      transact(ctx, 'service', async (ctx) => {
        const made = await sql<{ id: string }>`
          insert into decision (person_id, purpose, act, contract_version, strength, at)
          values (${person.id}, 'service', 'restrict', 1, 0, now()) returning id`.execute(ctx.database);
        await sql`insert into permission (person_id, purpose, state, decision_id, changed_at)
          values (${person.id}, 'service', 0, ${made.rows[0]?.id}, now())`.execute(ctx.database);
      }),
  },
};

/** When each use starts, how long it reads, and when the customer restricts; milliseconds. */
const interleaving = fc.record({
  uses: fc.array(fc.record({ at: fc.nat(8), reads: fc.nat(6) }), { minLength: 1, maxLength: 5, size: 'max' }),
  restrictAt: fc.nat(10),
});

/**
 * Several uses and one restriction at once, on connections of their own. A use may be early or refused, but none
 * is still reading when the restriction is acknowledged, and the ledger holds each use that was not refused.
 */
async function holds(doors: Doors, rounds: number): Promise<string | undefined> {
  const name = `race-${Math.random()}`;
  for (const [round, { uses, restrictAt }] of fc.sample(interleaving, { numRuns: rounds }).entries()) {
    const person = await meet(`${name}-${round}`);
    let acknowledged = false;
    let late = 0;
    let done = 0;
    const using = uses.map(async ({ at, reads }) => {
      await wait(at);
      const opened = doors.open(polder.context, person, async () => {
        await wait(reads);
        if (acknowledged) late += 1;
      });
      await opened.then(
        () => (done += 1),
        (error) => {
          if (!isRefusal(error) && error.message !== 'refused') throw error;
        },
      );
    });
    await wait(restrictAt);
    await doors.restrict(polder.context, person);
    acknowledged = true;
    await Promise.all(using);
    if (late > 0) return `round ${round}: ${late} still reading after the restriction was acknowledged`;
    const written = (await usesOf(person)).length;
    if (written !== done) return `round ${round}: ${done} uses, ${written} in the ledger`;
  }
  return undefined;
}

describe('a restriction and uses at the same time', () => {
  test('a use comes before it, and is in the ledger, or does not happen', async () => {
    expect(await holds(real, 100)).toBeUndefined();
  });

  test.each(Object.keys(mutants))('%s would be noticed', async (name) => {
    expect(await holds(mutants[name] as Doors, 100)).toBeDefined();
  });
});
