import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { adminUrlOf, type TestDatabase, testDatabase, withAdmin } from '../../test/database.ts';
import { type Context, transact } from './context.ts';
import type { Event } from './events.ts';
import {
  followAll,
  followOnce,
  type Reaction,
  settledEnd,
  settledEvents,
  settledVerbs,
} from './following.ts';
import { silentLog } from './log.ts';

let polder: TestDatabase;
let ctx: Context;

beforeAll(async () => {
  polder = await testDatabase({ founded: false });
  ctx = polder.context;
});
beforeEach(async () => {
  await withAdmin(polder.ownerUrl, (owner) =>
    owner.query('delete from event; delete from event_cursor; delete from event_failure'),
  );
});
afterAll(() => polder?.close());

const tellOne = (n: number) => [
  { verb: 'pump.started', subject: { kind: 'pump', id: String(n) }, data: { n } },
];
const tell = (n: number) => transact(ctx, null, (ctx) => ctx.emit(tellOne(n)));
const numbers = (events: readonly Event[]) => events.map((event) => event.data.n);

/** Waits for transactions of other databases on this server, which hold back what counts as settled. */
async function settle(): Promise<void> {
  for (;;) {
    const open = await sql<{ n: number }>`
      select count(*)::int as n from event where xid >= pg_snapshot_xmin(pg_current_snapshot())`.execute(
      ctx.database,
    );
    if (open.rows[0]?.n === 0) return;
    await wait(5);
  }
}

/** Follows when everything that was told can be read. */
async function follow(reacting: Reaction): Promise<void> {
  await settle();
  await followAll(ctx, [reacting], silentLog);
}

/** A transaction that has told `n` and commits when asked. */
async function open(n: number): Promise<{ xid: string; commit(): Promise<void>; rollBack(): Promise<void> }> {
  const gate = Promise.withResolvers<boolean>();
  const told = Promise.withResolvers<string>();
  const running = transact(ctx, null, async (ctx) => {
    await ctx.emit(tellOne(n));
    const own = await sql<{ xid: string }>`select pg_current_xact_id()::text as xid`.execute(ctx.database);
    told.resolve(own.rows[0]?.xid ?? '');
    if (!(await gate.promise)) throw new Error('rolled back');
  });
  const xid = await told.promise;
  return {
    xid,
    commit: async () => {
      gate.resolve(true);
      await running;
    },
    rollBack: async () => {
      gate.resolve(false);
      await running.catch(() => undefined);
    },
  };
}

function reaction(handle: (ctx: Context, n: number) => Promise<void>): Reaction {
  return {
    name: 'keep-count',
    verb: 'pump.started',
    purpose: 'service',
    handle: (ctx, event) => handle(ctx, event.data.n as number),
  };
}

/** What handling leaves behind, in the transaction of the handling. */
const count = (ctx: Context, n: number) =>
  sql`insert into event_failure (reaction, event_seq, error, failed_at) values ('handled', ${n}, '', now())
    on conflict (reaction, event_seq) do update set error = event_failure.error || '+'`.execute(ctx.database);
const handled = async () => {
  const found = await sql<{ n: string; times: number }>`
    select event_seq as n, length(error) + 1 as times from event_failure where reaction = 'handled' order by 1`.execute(
    ctx.database,
  );
  return found.rows.map(({ n, times }) => [Number(n), times]);
};

describe('telling', () => {
  test('outside a transaction is a bug and says so', async () => {
    expect(() => ctx.emit(tellOne(1))).toThrow(/outside a transaction/);
  });

  test('stands or falls with the change', async () => {
    const broken = transact(ctx, null, async (ctx) => {
      await ctx.emit(tellOne(1));
      throw new Error('broken off');
    });
    await expect(broken).rejects.toThrow('broken off');
    await tell(2);
    await settle();
    expect(numbers(await settledEvents(ctx, { xid: '0', seq: '0' }, 10))).toEqual([2]);
  });

  test('runs what must happen at once in the same transaction: both happen or neither', async () => {
    const failing: Context = {
      ...ctx,
      now: {
        'pump.started': async (ctx) => {
          await count(ctx, 1);
          throw new Error('no room');
        },
      },
    };
    await expect(transact(failing, null, (ctx) => ctx.emit(tellOne(1)))).rejects.toThrow('no room');
    expect(await handled()).toEqual([]);
    expect(await settledEvents(ctx, { xid: '0', seq: '0' }, 10)).toEqual([]);
  });

  test('gives what must happen at once all events of its verb together, and no other', async () => {
    const given: number[][] = [];
    const grouping: Context = {
      ...ctx,
      now: {
        'pump.started': async (_, events) => void given.push(events.map((e) => e.data?.n as number)),
      },
    };
    const other = { verb: 'pump.stopped', subject: { kind: 'pump', id: '9' } };
    await transact(grouping, null, (ctx) => ctx.emit([...tellOne(1), other, ...tellOne(2)]));
    expect(given).toEqual([[1, 2]]);
  });
});

describe('reading the log', () => {
  test('stops before an event whose number is lower but which commits later', async () => {
    const slow = await open(1);
    await tell(2);
    const start = { xid: '0', seq: '0' };
    expect(await settledEvents(ctx, start, 10)).toEqual([]);
    expect(await settledEnd(ctx)).toEqual(start);
    await slow.commit();
    await settle();
    expect(numbers(await settledEvents(ctx, start, 10))).toEqual([1, 2]);
  });

  test('goes past one that was rolled back', async () => {
    const slow = await open(1);
    await tell(2);
    await slow.rollBack();
    await settle();
    expect(numbers(await settledEvents(ctx, { xid: '0', seq: '0' }, 10))).toEqual([2]);
  });

  test('takes transactions in the order of their numbers, not of their letters', async () => {
    await withAdmin(polder.ownerUrl, async (owner) => {
      for (const [xid, n] of [
        [99, 1],
        [100, 2],
        [101, 3],
      ])
        await owner.query(
          `insert into event (at, xid, verb, actor_kind, subject_kind, data)
           values ('2026-11-24', $1::text::xid8, 'pump.started', 'system', 'pump', jsonb_build_object('n', $2::int))`,
          [xid, n],
        );
    });
    const first = await settledEvents(ctx, { xid: '0', seq: '0' }, 2);
    expect(numbers(first)).toEqual([1, 2]);
    expect((await settledEnd(ctx)).xid).toBe('101');
  });

  /** Opens and ends transactions in any order, reading in between: every event is read once and none is missed. */
  const steps = fc.array(fc.tuple(fc.nat(5), fc.constantFrom('open', 'commit', 'roll back', 'read')), {
    minLength: 10,
    maxLength: 30,
    size: 'max',
  });
  type Read = (ctx: Context, from: { xid: string; seq: string }) => Promise<Event[]>;

  /** Waits until all but the transactions that `running` has open count as settled, whatever other databases do. */
  async function settleBefore(running: ReadonlyMap<number, { xid: string }>): Promise<void> {
    const oldest = [...running.values()].map(({ xid }) => BigInt(xid)).sort((a, b) => (a < b ? -1 : 1))[0];
    for (;;) {
      const held = await sql<{ n: number }>`
        select count(*)::int as n from event
        where xid >= pg_snapshot_xmin(pg_current_snapshot()) and (${String(oldest ?? '')} = '' or xid::text::numeric < ${String(oldest ?? 0)}::numeric)`.execute(
        ctx.database,
      );
      if (held.rows[0]?.n === 0) return;
      await wait(5);
    }
  }

  /** A patient reader gives what is not of this database time to end before it reads. */
  async function misses(
    read: Read,
    script: readonly (readonly [number, string])[],
    patient = false,
  ): Promise<boolean> {
    const running = new Map<
      number,
      { n: number; xid: string; transaction: Awaited<ReturnType<typeof open>> }
    >();
    let [next, from] = [1, await settledEnd(ctx)];
    const committed: number[] = [];
    const seen: number[] = [];
    const readOn = async () => {
      if (patient) await settleBefore(running);
      const events = await read(ctx, from);
      seen.push(...(numbers(events) as number[]));
      const last = events.at(-1);
      if (last) from = { xid: last.xid, seq: last.seq };
    };
    const end = async (slot: number, how: string) => {
      const one = running.get(slot);
      running.delete(slot);
      if (!one) return;
      if (how === 'commit') committed.push(one.n);
      await (how === 'commit' ? one.transaction.commit() : one.transaction.rollBack());
    };
    for (const [slot, step] of script) {
      if (step === 'read') await readOn();
      else if (step !== 'open') await end(slot, step);
      else if (!running.has(slot)) {
        const transaction = await open(next);
        running.set(slot, { n: next++, xid: transaction.xid, transaction });
      }
    }
    for (const slot of [...running.keys()]) await end(slot, 'commit');
    await settle();
    await readOn();
    return String(seen.toSorted((a, b) => a - b)) !== String(committed.toSorted((a, b) => a - b));
  }

  const mutants: Record<string, Read> = {
    'going by number alone': async (ctx, from) => {
      const found = await sql<Event>`select seq, xid::text as xid, data from event where seq > ${from.seq}
        order by seq`.execute(ctx.database);
      return found.rows;
    },
    'going by transaction without waiting for the older ones': async (ctx, from) => {
      const found = await sql<Event>`select seq, xid::text as xid, data from event
        where (xid, seq) > (${from.xid}::xid8, ${from.seq}::bigint) order by event.xid, event.seq`.execute(
        ctx.database,
      );
      return found.rows;
    },
    'waiting for the older ones, but going by number': async (ctx, from) => {
      const found = await sql<Event>`select seq, xid::text as xid, data from event
        where seq > ${from.seq} and xid < pg_snapshot_xmin(pg_current_snapshot()) order by event.xid desc, event.seq desc`.execute(
        ctx.database,
      );
      return found.rows;
    },
    'going by the letters of the transaction': async (ctx, from) => {
      const found = await sql<Event>`select seq, xid::text as xid, data from event
        where (xid, seq) > (${from.xid}::xid8, ${from.seq}::bigint) and xid < pg_snapshot_xmin(pg_current_snapshot())
        order by event.xid::text desc, seq desc`.execute(ctx.database);
      return found.rows;
    },
    'going by when it was told': async (ctx, from) => {
      const found = await sql<Event>`select seq, xid::text as xid, data from event
        where xid > ${from.xid}::xid8 and xid <= pg_snapshot_xmax(pg_current_snapshot()) order by at, event.xid, event.seq`.execute(
        ctx.database,
      );
      return found.rows;
    },
  };
  const real: Read = (ctx, from) => settledEvents(ctx, from, 1000);
  const scripts = fc.sample(steps, { numRuns: 30 });

  test('misses nothing and repeats nothing, however transactions overlap', async () => {
    for (const script of scripts) expect(await misses(real, script)).toBe(false);
  });

  test.each(Object.keys(mutants))('%s would miss some', async (name) => {
    for (const script of scripts) if (await misses(mutants[name] as Read, script, true)) return;
    expect.unreachable();
  });
});

describe('one look for all reactions', () => {
  test('says which verbs have settled since, and how far that is', async () => {
    await tell(1);
    await settle();
    const before = await settledEnd(ctx);
    expect(await settledVerbs(ctx, before)).toEqual({ end: before, verbs: new Set() });
    const slow = await open(2);
    await transact(ctx, null, (ctx) =>
      ctx.emit([{ verb: 'pump.stopped', subject: { kind: 'pump', id: '9' } }]),
    );
    expect(await settledVerbs(ctx, before)).toEqual({ end: before, verbs: new Set() });
    await slow.commit();
    await settle();
    const after = await settledVerbs(ctx, before);
    expect(after).toEqual({ end: await settledEnd(ctx), verbs: new Set(['pump.started', 'pump.stopped']) });
    expect(await settledVerbs(ctx, after.end)).toEqual({ end: after.end, verbs: new Set() });
  });
});

describe('a reaction', () => {
  test('handles each event and moves its place in the transaction of the handling', async () => {
    for (const n of [1, 2, 3]) await tell(n);
    const reacting = reaction(async (ctx, n) => void (await count(ctx, n)));
    await follow(reacting);
    await follow(reacting);
    expect(await handled()).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
    ]);
  });

  test('that loses its connection between handling and commit handles the event again', async () => {
    await tell(1);
    await tell(2);
    let crashes = 2;
    let begun = 0;
    const admin = await adminUrlOf(polder.appUrl);
    const crashing = reaction(async (ctx, n) => {
      begun += 1;
      await count(ctx, n);
      if (crashes-- <= 0) return;
      const pid = (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(ctx.database)).rows[0]
        ?.pid;
      await withAdmin(admin, (client) => client.query('select pg_terminate_backend($1)', [pid]));
      await wait(50);
    });
    await settle();
    await expect(followOnce(ctx, crashing, silentLog)).rejects.toThrow();
    await expect(followOnce(ctx, crashing, silentLog)).rejects.toThrow();
    expect(await handled()).toEqual([]);
    await follow(crashing);
    expect(await handled()).toEqual([
      [1, 1],
      [2, 1],
    ]);
    expect(begun).toBe(4);
  });

  test('in two workers at once handles nothing twice', async () => {
    for (let n = 1; n <= 30; n += 1) await tell(n);
    let inside = 0;
    const slow = reaction(async (ctx, n) => {
      inside += 1;
      expect(inside).toBe(1);
      await count(ctx, n);
      await wait(2);
      inside -= 1;
    });
    for (let round = 0; round < 3; round += 1) await Promise.all([1, 2, 3, 4].map(() => follow(slow)));
    expect((await handled()).map(([, times]) => times)).toEqual(Array(30).fill(1));
  });

  test('that fails on one event puts it aside with its error, undoes its half, and goes on with the rest', async () => {
    for (const n of [1, 2, 3]) await tell(n);
    const failing = reaction(async (ctx, n) => {
      await count(ctx, n);
      if (n === 2) await sql`select 1 / 0`.execute(ctx.database);
    });
    await follow(failing);
    expect((await handled()).map(([n]) => n)).toEqual([1, 3]);
    const aside = await sql<{ error: string; settled: Date | null }>`
      select error, settled_at as settled from event_failure where reaction = 'keep-count'`.execute(
      ctx.database,
    );
    expect(aside.rows).toEqual([{ error: 'division by zero', settled: null }]);
  });

  test('hears nothing of other verbs and still gets past them', async () => {
    await transact(ctx, null, (ctx) =>
      ctx.emit(
        Array.from({ length: 450 }, (_, i) => ({
          verb: 'pump.stopped',
          subject: { kind: 'pump', id: `${i}` },
        })),
      ),
    );
    await tell(1);
    const reacting = reaction(async (ctx, n) => void (await count(ctx, n)));
    await follow(reacting);
    expect(await handled()).toEqual([[1, 1]]);
    expect(await followOnce(ctx, reacting, silentLog)).toBe(0);
  });

  test('says so when another worker holds its place', async () => {
    await tell(1);
    await settle();
    const reacting = reaction(async () => {});
    await followOnce(ctx, reacting, silentLog);
    const told = await transact(ctx, null, async (holding) => {
      await sql`select from event_cursor where reaction = 'keep-count' for update`.execute(holding.database);
      return followOnce(ctx, reacting, silentLog);
    });
    expect(told).toBeUndefined();
    expect(await followOnce(ctx, reacting, silentLog)).toBe(0);
  });

  test('does not wait for the commit it was woken by: listeners are told when it is there', async () => {
    const client = new pg.Client({ connectionString: polder.appUrl });
    await client.connect();
    const woken = Promise.withResolvers<void>();
    client.on('notification', () => woken.resolve());
    await client.query('listen polder_event');
    await tell(1);
    await woken.promise;
    await settle();
    expect(numbers(await settledEvents(ctx, { xid: '0', seq: '0' }, 10))).toEqual([1]);
    await client.end();
  });
});
