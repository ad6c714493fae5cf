import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase, withAdmin } from '../../../test/database.ts';
import { hirePeople } from '../../../test/people.ts';
import { type Context, transact } from '../../platform/context.ts';
import { noQuestion } from './question.ts';
import { searchConversations } from './searching.ts';

let polder: TestDatabase;
let els: Context;

beforeAll(async () => {
  polder = await testDatabase();
  els = (await hirePeople(polder.context)).els.context;
});
afterAll(() => polder?.close());

describe('at size, over 10,000 messages,', () => {
  beforeAll(async () => {
    await withAdmin(polder.ownerUrl, async (owner) => {
      await owner.query(seed);
      for (const table of ['message', 'conversation', 'conversation_item', 'conversation_open'])
        await owner.query(`vacuum (analyze) ${table}`);
    });
  });

  test.each(['zeldzaam', 'monteur', 'gewoon', 'Klant 777'])(
    '%s reads no table from end to end',
    async (text) => {
      const scans = await transact(els, 'service', async (ctx) => {
        const { hits } = await searchConversations(ctx, { question: { ...noQuestion, text } });
        expect(hits.length).toBeGreaterThan(0);
        const found = await sql<{ name: string; n: string }>`
        select relname as name, seq_scan as n from pg_stat_xact_user_tables
        where seq_scan > 0 and (relname like 'message%' or relname like 'conversation%' or relname in ('person', 'identity'))`.execute(
          ctx.database,
        );
        // What is small is read whole: that costs a page.
        const sizes = await sql<{ name: string }>`
        select relname as name from pg_class where reltuples > 200 and relname = any(${found.rows.map(({ name }) => name)})`.execute(
          ctx.database,
        );
        return sizes.rows;
      });
      expect(scans).toEqual([]);
    },
  );
});

const seed = `
  do $$ declare account bigint; begin
    insert into channel_account (public_id, channel, name, connector, audience, created_at)
      values ('ac_1', 'x', '@waterkracht', 'file', 'public', '2026-11-01') returning id into account;
    insert into person (public_id, name, created_at)
      select 'pe_g' || n, 'Klant ' || n, '2026-11-01' from generate_series(1, 1000) n;
    insert into conversation (id, public_id, channel_account_id, person_id, queue_id, started_by, state, created_at,
        first_message_at, last_message_at, last_direction, seq, inbound_seq, preview, closed_at)
      select 100000 + n, 'cv_g' || n, account, (select min(id) from person where public_id = 'pe_g1') + n % 1000, 1, 'customer',
        'done', '2026-11-01', t, t, 'in', 1, 1, 'x', t
      from generate_series(1, 10000) n cross join lateral (select timestamptz '2026-11-01' + n * interval '1 minute' as t) s;
    insert into message (id, received_at, public_id, channel_account_id, external_id, direction, audience, person_id, sent_at, text, language)
      select id, first_message_at, 'me_g' || id, account, 'g' || id, 'in', 'public', person_id, first_message_at,
        'Een gewoon bericht van klant ' || id || case when id % 50 = 0 then ' over de monteur' else '' end
          || case when id = 107700 then ' dat zeldzaam is' else '' end, 'nl'
      from conversation where id > 100000;
    insert into conversation_item (conversation_id, seq, message_id, received_at, sent_at, kind)
      select id, 1, id, first_message_at, first_message_at, 'in' from conversation where id > 100000;
  end $$`;
