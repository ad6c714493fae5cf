import { sql } from 'kysely';
import { requiresEverywhere } from '../../organisation/authority.ts';
import { doneBy } from '../../organisation/done-by.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { sendJob } from '../../platform/jobs.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import { loadCases } from './knowing.ts';
import type { Rule } from './rule.ts';
import { rulesNow } from './rules.ts';
import { lock } from './ruling.ts';
import { runRules } from './running.ts';

/** More than this at once is asked for again. */
export const mostOnce = 1000;

/** Which conversations: named, or all that are open, of one queue or of every. */
export type Selection = { conversations: readonly string[] } | { queue: string | null };

export const onceJob = 'rule-once';

/**
 * Applies a rule to what lies there already, in the background; its event is not waited for, its conditions count.
 * Gives how many conversations it will look at.
 * @throws Refusal `not-found.rule`
 */
export async function runOnce(
  ctx: Context,
  key: string,
  selection: Selection,
): Promise<{ id: string; looksAt: number }> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  return transact(ctx, 'service', async (ctx) => {
    const { versionId, rules } = await rulesNow(ctx);
    if (versionId === null || !rules.some((rule) => rule.key === key))
      throw new Refusal('not-found.rule', { key });
    const ids = await selected(ctx, selection);
    const at = asDate(ctx.clock.now());
    const id = publicId('ro', at.getTime());
    await sql`
      insert into ruling_once_asked (public_id, version_id, rule, conversations, asked_at, asked_by)
      values (${id}, ${versionId}, ${key}, ${ids}::bigint[], ${at}, ${doneBy(ctx)})`.execute(ctx.database);
    await sendJob(ctx, onceJob, { id });
    await ctx.emit([
      {
        verb: 'rule.asked-once',
        subject: { kind: 'ruling_version', id: versionId },
        data: { rule: key, id },
      },
    ]);
    return { id, looksAt: ids.length };
  });
}

async function selected(ctx: Context, selection: Selection): Promise<string[]> {
  if ('conversations' in selection) {
    const found = await sql<{ id: string }>`
      select id from conversation where public_id = any(${selection.conversations.slice(0, mostOnce)}::text[])
        and merged_into_id is null order by id`.execute(ctx.database);
    return found.rows.map(({ id }) => id);
  }
  const found = await sql<{ id: string }>`
    select o.conversation_id as id from conversation_open o join queue q on q.id = o.queue_id
    where ${selection.queue}::text is null or q.key = ${selection.queue}
    order by o.last_message_at desc, o.conversation_id desc limit ${mostOnce}`.execute(ctx.database);
  return found.rows.map(({ id }) => id);
}

interface Asked {
  versionId: string;
  rule: string;
  rules: Rule[];
  conversations: string[];
}

/** The job. Each conversation in a transaction of its own; broken off, it goes on where it was. */
export async function doOnce(ctx: Context, id: string): Promise<void> {
  const asked = await sql<Asked>`
    select o.version_id as "versionId", o.rule, v.rules, o.conversations
    from ruling_once_asked o join ruling_version v on v.id = o.version_id
    where o.public_id = ${id} and o.done_at is null`.execute(ctx.database);
  const [row] = asked.rows;
  const rule = row?.rules.find(({ key }) => key === row.rule);
  if (!row || !rule) return;
  for (const conversationId of row.conversations) await one(ctx, { id, row, rule, conversationId });
  await transact(ctx, 'service', async ({ database }) => {
    await sql`update ruling_once_asked set done_at = ${asDate(ctx.clock.now())}, fitted = (
        select count(*) from ruling where rule = ${row.rule} and trigger = ${`once:${id}`} and held is null)
      where public_id = ${id}`.execute(database);
  });
}

interface One {
  id: string;
  row: Asked;
  rule: Rule;
  conversationId: string;
}

async function one(ctx: Context, { id, row, rule, conversationId }: One): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    await lock(ctx, [conversationId]);
    const found = (await loadCases(ctx, [conversationId])).get(conversationId);
    if (!found) return;
    const heard = { conversationId, trigger: `once:${id}`, depth: 0, found };
    await runRules(ctx, heard, { versionId: row.versionId, rules: [rule] });
  });
}
