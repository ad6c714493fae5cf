import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase, withAdmin } from '../../test/database.ts';
import { hirePeople, type People } from '../../test/people.ts';
import { type Plan, plansOf as plansAsked } from '../../test/plans.ts';
import { type Context, transact } from '../platform/context.ts';
import { decide } from '../privacy/deciding.ts';
import { listInbox } from './inbox.ts';
import { filterable, noFilter } from './listing/filter.ts';
import { type View, views } from './listing/row.ts';
import { openThread } from './thread.ts';

let polder: TestDatabase;
let people: People;

/** 20,000 open and 20,000 closed conversations in eight queues, of 5,000 people, of whom 40 restricted their data. */
beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
  await withAdmin(polder.ownerUrl, async (owner) => {
    await owner.query(seed);
    for (const table of ['conversation', 'conversation_open', 'person', 'permission'])
      await owner.query(`vacuum (analyze) ${table}`);
  });
  await transact(polder.context, 'service', async (ctx) => {
    for (let n = 1; n <= 40; n += 1)
      await decide(ctx, String(n * 100), { purpose: 'service', act: 'restrict', strength: 0 });
  });
}, 120_000);
afterAll(() => polder?.close());

const seed = `
  do $$ begin
    insert into queue (key, name, calendar_id) select 'q' || n, 'Rij ' || n, 1 from generate_series(2, 8) n;
    insert into channel_account (public_id, channel, name, connector, audience, created_at)
      values ('ac_1', 'x', '@waterkracht', 'file', 'public', '2026-11-01');
    insert into person (public_id, name, created_at)
      select 'pe_' || n, 'Klant ' || n, '2026-11-01' from generate_series(1, 5000) n;
    insert into conversation (public_id, channel_account_id, person_id, queue_id, started_by, state, created_at,
        first_message_at, last_message_at, last_direction, seq, inbound_seq, preview, closed_at)
      select 'cv_' || n, 1, 1 + n % 5000, 1 + n % 8, 'customer', case when n > 20000 then 'done' else 'open' end,
        '2026-11-01', timestamptz '2026-11-01' + n * interval '1 minute',
        timestamptz '2026-11-01' + n * interval '1 minute', 'in', 1, 1, 'Waar blijft mijn factuur?',
        case when n > 20000 then timestamptz '2026-11-01' + n * interval '1 minute' end
      from generate_series(1, 40000) n;
    insert into conversation_open (conversation_id, public_id, queue_id, state, assignee_id, person_id, person_name,
        channel, audience, last_message_at, inbound_seq, preview, snoozed_until)
      select c.id, c.public_id, c.queue_id, (array['new', 'open', 'waiting'])[1 + c.id % 3],
        case when c.id % 7 = 0 then (select min(id) from employee) end, c.person_id, 'Klant', 'x', 'public',
        c.last_message_at, 1, c.preview, case when c.id % 11 = 0 then timestamptz '2026-12-24' end
      from conversation c where c.state <> 'done';
    update conversation_open set due_at = last_message_at + interval '1 hour', due_kind = 'first', norm = 'Gewoon'
      where conversation_id % 2 = 0;
  end $$`;

const plansOf = (act: (ctx: Context) => Promise<unknown>) =>
  plansAsked(
    {
      appUrl: polder.appUrl,
      context: people.els.context,
      purpose: 'service',
      matching: /from conversation/,
      often: true,
    },
    act,
  );

const big = new Set(['conversation', 'conversation_open']);
const indexes: Record<View, string> = {
  open: 'conversation_open_todo',
  mine: 'conversation_open_mine',
  unassigned: 'conversation_open_unassigned',
  waiting: 'conversation_open_waiting',
  snoozed: 'conversation_open_snoozed',
  due: 'conversation_open_due',
  done: 'conversation_done',
};
/** What stands folded is read apart; only where nobody has taken anything up. */
const indexesOf = (view: View) =>
  view === 'open' || view === 'unassigned' ? [indexes[view], 'conversation_open_folded'] : [indexes[view]];
const read = (node: Plan) =>
  (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];

describe('the list under row-level security, over 20,000 open conversations in eight queues,', () => {
  test.each(views)(
    'reads view %s by its own index, a page per queue, and sorts nothing else',
    async (view) => {
      // Of one's own, which are few, those of another queue are passed over.
      const most = view === 'mine' ? 20_000 / 7 : 8 * 30;
      for (const page of ['first', 'next'] as const) {
        const after = page === 'next' ? (await listInbox(people.els.context, { view })).next : undefined;
        expect(page === 'next' && after === undefined).toBe(false);
        const [list = []] = await plansOf((ctx) => listInbox(ctx, { view, after }));
        const scans = list.filter((node) => big.has(node['Relation Name'] ?? ''));
        expect(scans.map((node) => node['Index Name'])).toEqual(indexesOf(view));
        expect(
          list.filter((node) => node['Node Type'] === 'Seq Scan' && big.has(node['Relation Name'] ?? '')),
        ).toEqual([]);
        expect(Math.max(...scans.map(read))).toBeLessThanOrEqual(most);
        const sorted = list
          .filter((node) => /Sort/.test(node['Node Type']))
          .flatMap((node) => node.Plans ?? []);
        expect(Math.max(0, ...sorted.map(read))).toBeLessThanOrEqual(8 * 30);
      }
    },
  );

  test('counts each view by its index and stops at a thousand', async () => {
    const plans = await plansOf((ctx) => listInbox(ctx, { view: 'open' }));
    const counting = plans.at(-1) ?? [];
    const scans = counting.filter(
      (node) =>
        node['Relation Name'] === 'conversation_open' || node['Index Name']?.startsWith('conversation_open'),
    );
    expect(scans.filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([]);
    // Where few stand in an index, PostgreSQL 15 reads a bitmap of it, whose heap node names no index.
    const named = scans.filter((node) => node['Node Type'] !== 'Bitmap Heap Scan');
    // Both hold what stands folded and nothing else; while that is nothing, 15 takes either.
    const nameOf = (node: Plan) => node['Index Name']?.replace(/_fold$/, '_folded');
    expect(new Set(named.map(nameOf))).toEqual(
      new Set([
        indexes.open,
        indexes.mine,
        indexes.unassigned,
        indexes.waiting,
        indexes.snoozed,
        indexes.due,
        'conversation_open_folded',
      ]),
    );
    // The bitmap does not stop at a thousand: on 15 what is due is read whole, of one index.
    const stopping = scans.filter((node) => !node['Node Type'].startsWith('Bitmap'));
    expect(Math.max(...stopping.map(read))).toBeLessThanOrEqual(1100);
    expect(scans.length - stopping.length).toBeLessThanOrEqual(2);
    const { counts } = await listInbox(people.els.context, { view: 'open' });
    expect(counts.open).toEqual({ n: 1000, more: true });
  });

  test('shows no conversation of somebody who restricted their data', async () => {
    const ids = new Set<string>();
    let after: string | undefined;
    do {
      const page: Awaited<ReturnType<typeof listInbox>> = await listInbox(people.els.context, {
        view: 'mine',
        after,
        limit: 500,
      });
      for (const row of page.rows) ids.add(row.publicId);
      after = page.next;
    } while (after !== undefined);
    const restricted = await withAdmin(polder.ownerUrl, (owner) =>
      owner.query(
        `select o.public_id from conversation_open o join permission p using (person_id) where o.assignee_id is not null and o.snoozed_until is null`,
      ),
    );
    expect(restricted.rows.length).toBeGreaterThan(5);
    expect(restricted.rows.filter(({ public_id }) => ids.has(public_id))).toEqual([]);
    expect(ids.size).toBe(Math.floor(20000 / 7) - Math.floor(20000 / 77) - restricted.rows.length);
  });
});

describe('narrowed to a label that a thousand of them have,', () => {
  beforeAll(async () => {
    await withAdmin(polder.ownerUrl, async (owner) => {
      await owner.query(
        `insert into inbox_label (public_id, name, made_at) values ('lb_1', 'Levering', '2026-11-01')`,
      );
      await owner.query(`update conversation_open set label_ids = array(select id from inbox_label)
        where conversation_id % 20 = 0`);
      await owner.query('vacuum (analyze) conversation_open');
    });
  });

  test.each(filterable)('view %s reads no table from end to end', async (view) => {
    const filter = { ...noFilter, label: 'lb_1' };
    const [list = []] = await plansOf((ctx) => listInbox(ctx, { view, filter }));
    expect(
      list.filter((node) => node['Node Type'] === 'Seq Scan' && big.has(node['Relation Name'] ?? '')),
    ).toEqual([]);
    expect(
      (await listInbox(people.els.context, { view, filter })).rows.every(
        ({ labels }) => labels[0] === 'Levering',
      ),
    ).toBe(true);
  });
});

describe('a campaign of 5,000 copies on top of the list, and 300 smaller ones,', () => {
  beforeAll(async () => {
    await withAdmin(polder.ownerUrl, async (owner) => {
      await owner.query(campaigns);
      for (const table of ['conversation_open', 'conversation_fold', 'alike_group'])
        await owner.query(`vacuum (analyze) ${table}`);
    });
  });

  test.each(['open', 'unassigned'] as const)('costs view %s a row each and a bounded count', async (view) => {
    for (const page of ['first', 'next'] as const) {
      const after =
        page === 'next' ? (await listInbox(people.els.context, { view, folded: true })).next : undefined;
      const [list = []] = await plansOf((ctx) => listInbox(ctx, { view, after, folded: true }));
      const scans = list.filter((node) => big.has(node['Relation Name'] ?? ''));
      expect(scans.filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([]);
      // Of 26 rows at most five hundred each are counted.
      expect(Math.max(...scans.map(read))).toBeLessThanOrEqual(26 * 500);
      const folds = list.filter((node) => node['Relation Name'] === 'conversation_fold');
      expect(folds.map((node) => node['Index Name'])).toEqual(['conversation_fold_newest']);
      expect(Math.max(...folds.map(read))).toBeLessThanOrEqual(8 * 30);
    }
  });

  test('walks through all of them, each row once', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    for (let page = 0; page < 12; page += 1) {
      const found = await listInbox(people.els.context, { view: 'open', after, folded: true });
      seen.push(...found.rows.map(({ publicId }) => publicId));
      after = found.next;
    }
    expect(seen.length).toBe(12 * 25);
    expect(new Set(seen).size).toBe(seen.length);
    const first = await listInbox(people.els.context, { view: 'open', folded: true });
    expect(first.rows.find(({ fold }) => fold !== null)?.fold?.conversations).toEqual({ n: 500, more: true });
  });
});

/** The newest 5,000 of queue 1 and 2 that nobody has are copies of one text; of the rest some three by three. */
const campaigns = `
  do $$ begin
    insert into alike_group (public_id, size, first_at, last_at)
      select 'al_' || n, 3, '2026-11-01', '2026-11-01' from generate_series(0, 299) n;
    insert into conversation_fold (queue_id, group_id, last_message_at)
      select 1 + n % 8, n + 1, '2026-11-30' from generate_series(0, 299) n;
    update conversation_open o set fold_id = f.id, queue_id = f.queue_id from conversation_fold f
      where o.assignee_id is null and o.state <> 'waiting' and f.group_id = case
        when o.conversation_id > 11000 then 1
        when o.conversation_id > 9000 then 2 + o.conversation_id % 299 end;
    update conversation_fold f set last_message_at = n.at from (
      select fold_id, max(last_message_at) as at from conversation_open group by fold_id) n where n.fold_id = f.id;
  end $$`;

describe('statements', () => {
  test('of one page of the list are three, with all that stands beside it, in every view', async () => {
    for (const view of views) {
      polder.statements();
      await listInbox(people.els.context, { view, folded: true, around: true });
      expect(polder.statements().length).toBeLessThanOrEqual(3);
    }
  });

  test('of opening a conversation are eight at most', async () => {
    const { rows } = await listInbox(people.els.context, { view: 'open' });
    polder.statements();
    await openThread(people.els.context, rows[0]?.publicId ?? '');
    expect(polder.statements().length).toBeLessThanOrEqual(8);
  });
});
