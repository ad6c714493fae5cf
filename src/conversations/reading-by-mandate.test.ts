import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { hirePeople, type People } from '../../test/people.ts';
import { settled } from '../../test/settled.ts';
import { endMandate, giveMandate, type NewMandate, release } from '../organisation/mandates/mandating.ts';
import { transact } from '../platform/context.ts';
import { followAll } from '../platform/following.ts';
import { silentLog } from '../platform/log.ts';
import { reactions } from '../reactions.ts';
import { note } from './answering.ts';
import { close, reopen } from './closing.ts';
import { type Talk, talk } from './fixtures/talk.ts';
import { listInbox } from './inbox.ts';
import { conversationsOf } from './listing/conversations-of.ts';
import { views } from './listing/row.ts';
import { conversationTimeline } from './showing/entries.ts';
import { openThread } from './thread.ts';

let polder: TestDatabase;
let people: People;
/** About deliveries, about a bill, and about nothing that has a name. */
let delivery: Talk;
let bill: Talk;
let plain: Talk;

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
  delivery = await talk(polder.context, 'Waar blijft mijn pakket?');
  bill = await talk(polder.context, 'Klopt mijn rekening?');
  plain = await talk(polder.context, 'Goedemorgen, een vraag?');
  await about(delivery, 'levering');
  await about(bill, 'rekening', 'levering');
  await settled(polder.context);
  await followAll(
    polder.context,
    reactions.filter(({ name }) => name === 'keep-due'),
    silentLog,
  );
});
beforeEach(() => release(polder.context, people.els.employee.publicId));
afterAll(() => polder?.close());

const els = () => people.els.context;
const give = (mandate: Partial<NewMandate>) =>
  giveMandate(people.ravi.context, {
    ...{ employee: people.els.employee.publicId, channel: null, topic: null, right: 'read' as const },
    ...{ fromOn: '2026-11-01', untilOn: null },
    ...mandate,
  });

async function about(said: Talk, ...topics: string[]): Promise<void> {
  await transact(polder.context, 'listen', ({ database }) =>
    sql`insert into label (message_id, received_at, head, by, labels, confidence, automatic, at)
      select id, received_at, 'topic', 'person', ${topics}::text[], 1, true, received_at
      from message where public_id = ${said.messageId}`.execute(database),
  );
}

/** Every door through which a colleague can see a conversation, and which of the three it shows. */
async function seen(): Promise<Record<string, string[]>> {
  const all = [delivery, bill, plain];
  const names = new Map([
    [delivery.id, 'delivery'],
    [bill.id, 'bill'],
    [plain.id, 'plain'],
  ]);
  const found = async (door: (one: Talk) => Promise<unknown>) => {
    const open: string[] = [];
    for (const one of all)
      if (
        await door(one).then(
          () => true,
          () => false,
        )
      )
        open.push(names.get(one.id) ?? '');
    return open;
  };
  const list = await listInbox(els(), { view: 'open' });
  const entries = await transact(els(), 'service', async (ctx) => {
    const shown: string[] = [];
    for (const { personId } of all)
      for (const { key } of await conversationTimeline.entries(ctx, [personId], { before: null, limit: 5 }))
        shown.push(names.get(key) ?? '');
    return shown;
  });
  const rows = await conversationsOf(
    els(),
    all.map(({ messageId }) => messageId),
  );
  return {
    list: list.rows.map(({ publicId }) => names.get(publicId) ?? '').toSorted(),
    count: [String(list.counts.open.n)],
    thread: (await found((one) => openThread(els(), one.id))).toSorted(),
    lock: (await found((one) => note(els(), one.id, 'Gezien.'))).toSorted(),
    timeline: entries.toSorted(),
    evidence: [...rows.values()].map((id) => names.get(id) ?? '').toSorted(),
  };
}

const only = (...names: string[]) => ({
  ...{
    list: names,
    count: [String(names.length)],
    thread: names,
    lock: names,
    timeline: names,
    evidence: names,
  },
});

describe('what a colleague reads', () => {
  test('goes by roles for whoever is not in the matrix', async () => {
    expect(await seen()).toEqual(only('bill', 'delivery', 'plain'));
  });

  test('is on every door what the mandate names: a channel, a topic, all topics of it', async () => {
    await give({ channel: 'x' });
    expect(await seen()).toEqual(only());
    await give({ channel: 'mail', topic: 'levering' });
    expect(await seen()).toEqual(only('delivery'));
    await give({ topic: 'rekening', right: 'send' });
    expect(await seen()).toEqual(only('bill', 'delivery'));
    await give({ channel: 'mail' });
    expect(await seen()).toEqual(only('bill', 'delivery', 'plain'));
  });

  test('ends with the mandate and begins on its day', async () => {
    await give({ fromOn: '2026-11-25' });
    await give({ untilOn: '2026-11-23' });
    expect(await seen()).toEqual(only());
    const id = await give({});
    expect((await seen()).list).toHaveLength(3);
    await endMandate(people.ravi.context, id);
    expect(await seen()).toEqual(only());
  });

  test('is the same for what is done, and costs the lists no statement more', async () => {
    await close(people.joost.context, delivery.id, 'answered');
    await give({ topic: 'levering' });
    expect((await listInbox(els(), { view: 'done' })).rows.map(({ publicId }) => publicId)).toEqual([
      delivery.id,
    ]);
    await release(polder.context, people.els.employee.publicId);
    await give({ topic: 'rekening' });
    expect((await listInbox(els(), { view: 'done' })).rows).toEqual([]);
    await reopen(people.joost.context, delivery.id);
    for (const view of views) {
      polder.statements();
      await listInbox(els(), { view, folded: true });
      expect(polder.statements().length).toBeLessThanOrEqual(6);
    }
  });
});
