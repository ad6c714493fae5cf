import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase, withAdmin } from '../../../test/database.ts';
import { frameOf } from './frame.ts';
import { wholeFigures } from './whole.ts';

let polder: TestDatabase;

/** Forty who say how content they are and thirty how easy it was, in the last week; and one of each long ago. */
beforeAll(async () => {
  polder = await testDatabase();
  await withAdmin(polder.ownerUrl, (owner) => owner.query(seed));
});
afterAll(() => polder?.close());

const seed = `
  do $$ begin
    insert into channel_account (public_id, channel, name, connector, audience, created_at)
      values ('ac_1', 'x', '@waterkracht', 'file', 'public', '2026-11-01');
    insert into conversation (public_id, channel_account_id, queue_id, started_by, state, created_at, first_message_at,
        last_message_at, last_direction, seq, inbound_seq, preview, closed_at)
      select 'cv_' || n, 1, 1, 'customer', 'done', '2026-11-01', '2026-11-01', '2026-11-01', 'in', 1, 1, 'Dank', '2026-11-18'
      from generate_series(1, 72) n;
    insert into closure (conversation_id, closed_at, reason) select id, '2026-11-18', 'answered' from conversation;
    insert into question (public_id, closure_id, conversation_id, queue_id, state, kind, due_at, asked_at, answered_at, score)
      select 'qu_' || c.id, k.id, c.id, 1, 'answered', case when c.id <= 41 then 'csat' else 'ces' end, at, at, at,
        case when c.id <= 32 then 4 when c.id <= 41 then 2 when c.id <= 62 then 6 else 3 end
      from conversation c join closure k on k.conversation_id = c.id cross join lateral (
        select case when c.id in (1, 42) then timestamptz '2026-02-01' else '2026-11-20' end as at) t;
  end $$`;

async function figures() {
  const now = polder.context.clock.now();
  const found = await wholeFigures(polder.context, frameOf(now, 'Europe/Amsterdam'), '2026-11-24');
  return (code: string) => found.find((one) => one.code === code && one.window === 28);
}

test('how content customers are, and how easy it was for them, are figures', async () => {
  const of = await figures();
  expect(of('CSAT')).toMatchObject({ unit: 'share', k: 31, n: 40, value: 31 / 40, population: 'process' });
  expect(of('CES')).toMatchObject({ unit: 'share', k: 20, n: 30, value: 20 / 30 });
  const mean = of('CES_MEAN');
  expect(mean).toMatchObject({ unit: 'index', n: 30, value: 5 });
  // Twenty times 6 and ten times 3: a deviation of the square root of 60 by 29, of which the thirtieth part.
  const half = 1.64485 * Math.sqrt(60 / 29 / 30);
  expect(mean?.low).toBeCloseTo(5 - half, 9);
  expect(mean?.high).toBeCloseTo(5 + half, 9);
});

test('nobody asked is unknown, not nought', async () => {
  await withAdmin(polder.ownerUrl, (owner) => owner.query(`update question set answered_at = '2026-03-01'`));
  const of = await figures();
  for (const code of ['CSAT', 'CES', 'CES_MEAN'])
    expect(of(code)).toMatchObject({ value: null, n: 0, reason: 'no-surveys' });
});
