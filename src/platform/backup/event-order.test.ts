import fc from 'fast-check';
import type { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyDatabase, withAdmin } from '../../../test/database.ts';
import { type EventOrder, eventOrder } from './event-order.ts';

interface Place {
  xid: number;
  seq: number;
}

type Order = (cursors: readonly { xid: string; seq: string }[]) => EventOrder;

let database: Awaited<ReturnType<typeof emptyDatabase>>;
beforeAll(async () => {
  database = await emptyDatabase();
});
afterAll(() => database?.close());

const compare = (a: Place, b: Place) => a.xid - b.xid || a.seq - b.seq;

/** Events get their numbers in one order and their transactions in another, as with several writers. */
const logs = fc
  .uniqueArray(fc.record({ xid: fc.integer({ min: 3, max: 12 }), seq: fc.integer({ min: 1, max: 60 }) }), {
    selector: ({ seq }) => seq,
    maxLength: 25,
    size: 'max',
  })
  .chain((events) =>
    fc.record({
      events: fc.constant(events.toSorted((a, b) => a.seq - b.seq)),
      stand: fc.array(fc.nat({ max: events.length }), { maxLength: 4, size: 'max' }),
    }),
  );

/** Moves a log with its cursors as a backup does. Position 0 of `stand` is a cursor that has read nothing. */
async function moved(
  client: Client,
  order: Order,
  { events, cursors }: { events: Place[]; cursors: Place[] },
) {
  await client.query('truncate event; truncate event_cursor');
  for (const [table, rows] of [
    ['event', events],
    ['event_cursor', cursors],
  ] as const) {
    await client.query(
      `insert into ${table} (xid, seq) select x::text::xid8, s from unnest($1::bigint[], $2::bigint[]) as t (x, s)`,
      [rows.map(({ xid }) => xid), rows.map(({ seq }) => seq)],
    );
  }
  const different = [...new Map(cursors.map((c) => [`${c.xid}-${c.seq}`, c])).values()].sort(compare);
  const { ofEvent, ofCursor } = order(different.map(({ xid, seq }) => ({ xid: `${xid}`, seq: `${seq}` })));
  const read = async (sql: string) => {
    const found = await client.query<{ xid: string; seq: string }>(sql);
    return found.rows.map(({ xid, seq }) => ({ xid: Number(xid), seq: Number(seq) }));
  };
  return {
    events: await read(`select (${ofEvent})::text as xid, seq from event order by event.seq`),
    cursors: await read(
      `select (${ofCursor.xid})::text as xid, ${ofCursor.seq} as seq from event_cursor order by id`,
    ),
  };
}

/** True when, for every cursor, exactly what it had done stays done, and all is older than any new transaction. */
async function survives(order: Order): Promise<boolean> {
  return withAdmin(database.ownerUrl, async (client) => {
    await client.query(`create temporary table event (xid xid8, seq bigint);
      create temporary table event_cursor (id integer generated always as identity, xid xid8, seq bigint)`);
    const law = fc.asyncProperty(logs, async ({ events, stand }) => {
      const read = events.toSorted(compare);
      const cursors = stand.map((at) => read[at - 1] ?? { xid: 0, seq: 0 });
      const after = await moved(client, order, { events, cursors });
      if (after.events.some(({ xid }) => xid > cursors.length)) return false;
      return cursors.every((cursor, c) =>
        events.every((event, e) => {
          const [newEvent, newCursor] = [after.events[e], after.cursors[c]];
          if (!newEvent || !newCursor || newEvent.seq !== event.seq) return false;
          return compare(event, cursor) <= 0 === compare(newEvent, newCursor) <= 0;
        }),
      );
    });
    return !(await fc.check(law, { numRuns: 150, endOnFailure: true })).failed;
  });
}

test('what a reaction had done stays done, the rest is still to do, and all lies before what is new', async () => {
  expect(await survives(eventOrder)).toBe(true);
});

const untouched = { xid: 'xid', seq: 'seq' };
const broken: Record<string, Order> = {
  'transaction numbers of the old cluster are kept': () => ({ ofEvent: 'xid', ofCursor: untouched }),
  'all get one transaction number, and cursors keep their place': () => ({
    ofEvent: "'0'::xid8",
    ofCursor: { xid: "'0'::xid8", seq: 'seq' },
  }),
  'a cursor keeps its number within its stretch': (cursors) => {
    const order = eventOrder(cursors);
    return { ...order, ofCursor: { ...order.ofCursor, seq: 'seq' } };
  },
  'the event at the cursor falls into the next stretch': (cursors) => {
    const order = eventOrder(cursors);
    return { ...order, ofEvent: order.ofEvent.replaceAll('<=', '<') };
  },
  'only the foremost cursor counts': (cursors) => eventOrder(cursors.slice(-1)),
};

test.for(Object.entries(broken))('the law notices when %s', async ([, order]) => {
  expect(await survives(order)).toBe(false);
});
