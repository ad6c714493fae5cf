import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { Place } from '../../platform/personal-place.ts';

/** What a colleague wrote to somebody and did not send. */
const draftPlace: Place = {
  name: 'draft',
  columns: ['draft.*'],
  mode: { kind: 'delete' },
  order: 33,
  find: async (ctx, personId) => {
    const found = await sql<{ row: unknown }>`
      select json_build_object('conversation', c.public_id, 'text', d.text, 'at', d.saved_at) as row
      from draft d join conversation c on c.id = d.conversation_id
      where c.person_id = ${personId}::bigint and d.mode <> 'note' order by d.saved_at`.execute(ctx.database);
    return found.rows.map(({ row }) => row);
  },
  erase: async (ctx, personId) => {
    const gone = await sql`delete from draft where conversation_id in (${conversationsOf(personId)})`.execute(
      ctx.database,
    );
    return Number(gone.numAffectedRows ?? 0);
  },
  verify: (ctx, personId) => count(ctx, sql`draft`, personId),
};

/** Answers on their way, and those that came to nothing. What was sent is a message and goes with those. */
const replyPlace: Place = {
  name: 'reply',
  columns: ['reply.*', 'rule_conflict.*'],
  mode: { kind: 'detach' },
  order: 32,
  find: async (ctx, personId) => {
    const found = await sql<{ row: unknown }>`
      select json_build_object('conversation', c.public_id, 'text', r.text, 'state', r.state, 'at', r.made_at) as row
      from reply r join conversation c on c.id = r.conversation_id
      where c.person_id = ${personId}::bigint and r.text <> '' order by r.made_at`.execute(ctx.database);
    return found.rows.map(({ row }) => row);
  },
  erase: async (ctx, personId) => {
    // One that has not left never will; of all of them no word stays.
    const emptied = await sql`
      update reply set text = '', proposed = null, reason = null,
        approved_text = case when approved_text is null then null else '' end,
        state = case when state in ('waiting', 'held') then 'refused' else state end
      where conversation_id in (${conversationsOf(personId)}) and text <> ''`.execute(ctx.database);
    await sql`update rule_conflict set reason = null, remark = null
      where conversation_id in (${conversationsOf(personId)})`.execute(ctx.database);
    return Number(emptied.numAffectedRows ?? 0);
  },
  verify: async (ctx, personId) => {
    const left = await sql<{ n: string }>`
      select count(*) as n from reply where text <> '' and conversation_id in (${conversationsOf(personId)})`.execute(
      ctx.database,
    );
    return Number(left.rows[0]?.n ?? 0);
  },
};

/** About colleagues: which paper lay on top, who was writing, whose answers are looked at. */
const habitPlace: Place = {
  name: 'composer-habits',
  columns: ['composer_mode.*', 'writing_claim.*', 'approval_rule.*'],
  mode: {
    kind: 'keep',
    reason: 'colleagues, no customers; why an answer was looked at must stay known',
    until: 'as long as the answers they gave are kept; who was writing for one day',
  },
  find: async () => [],
  erase: async () => 0,
  verify: async () => 0,
};

function conversationsOf(personId: string) {
  return sql`select id from conversation where person_id = ${personId}::bigint`;
}

async function count(ctx: Context, table: ReturnType<typeof sql>, personId: string): Promise<number> {
  const left = await sql<{ n: string }>`
    select count(*) as n from ${table} where conversation_id in (${conversationsOf(personId)})`.execute(
    ctx.database,
  );
  return Number(left.rows[0]?.n ?? 0);
}

export const places: readonly Place[] = [replyPlace, draftPlace, habitPlace];
