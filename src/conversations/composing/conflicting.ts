import { type RawBuilder, sql } from 'kysely';
import { personAllows } from '../../customers/using.ts';
import { may, requires, requiresEverywhere } from '../../organisation/authority.ts';
import { doneBy } from '../../organisation/done-by.ts';
import { rulesInForce } from '../../organisation/rules/in-force.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import { employeeOf } from '../closing.ts';
import { lockConversation } from '../opened.ts';
import { type CheckKey, isCheckKey, type Strictness } from './check.ts';

export interface Conflict {
  conversationId: string;
  keys: readonly CheckKey[];
  outcome: 'stopped' | 'sent';
  reason: string | null;
  replyId: string | null;
}

/**
 * Writes down that an answer and a house rule did not agree, with the version of the rule that held: so that the rule
 * can be talked about, not only the colleague. One that was stopped is written once an hour.
 */
export async function noteConflict(ctx: Context, conflict: Conflict): Promise<void> {
  const { conversationId, keys, outcome, reason, replyId } = conflict;
  if (keys.length === 0) return;
  const now = ctx.clock.now();
  const at = asDate(now);
  await sql`
    insert into rule_conflict (public_id, conversation_id, employee_id, check_key, version_id, outcome, reason, reply_id, at)
    select t.id, ${conversationId}::bigint, ${employeeOf(ctx)}::bigint, t.key, ${versionOf(ctx)}, ${outcome}, ${reason},
      ${replyId}::bigint, ${at}
    from unnest(${keys.map(() => publicId('rc', now.epochMilliseconds))}::text[], ${[...keys]}::text[]) as t (id, key)
    where ${outcome} = 'sent' or not exists (
      select from rule_conflict r where r.conversation_id = ${conversationId} and r.check_key = t.key
        and r.employee_id is not distinct from ${employeeOf(ctx)}::bigint and r.outcome = 'stopped'
        and r.at > ${at}::timestamptz - interval '1 hour')`.execute(ctx.database);
}

function versionOf(ctx: Context): RawBuilder<unknown> {
  return sql`(select v.id from house_check h join ${rulesInForce(ctx)} on d.id = h.document_id where h.key = t.key)`;
}

/** After an answer was refused, in a transaction of its own: the refusal took everything else back. */
export async function noteStopped(
  ctx: Context,
  conversation: string,
  keys: readonly string[],
): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const { id, departmentId } = await lockConversation(ctx, conversation);
    requires(ctx.actor, 'conversation.answer', departmentId);
    await noteConflict(ctx, {
      conversationId: id,
      keys: keys.filter(isCheckKey),
      ...{ outcome: 'stopped', reason: null, replyId: null },
    });
  });
}

export interface ShownConflict {
  publicId: string;
  conversation: string;
  employee: string | null;
  key: CheckKey;
  /** The document that held, and its version; null where none was named for this check. */
  rule: { publicId: string; version: number; title: Readonly<Record<string, string>> } | null;
  outcome: 'stopped' | 'sent';
  reason: string | null;
  at: Date;
  discussed: { at: Date; by: string | null; remark: string | null } | null;
}

const most = 100;

/** The newest conflicts, those that were talked about only with `all`. For who looks after rules or answers. */
export async function listConflicts(ctx: Context, { all = false } = {}): Promise<ShownConflict[]> {
  requires(ctx.actor, 'conversation.approve');
  return transact(ctx, 'service', async (ctx) => {
    const found = await sql<Omit<ShownConflict, 'rule' | 'discussed'> & Flat>`
      select r.public_id as "publicId", c.public_id as conversation, e.name as employee, r.check_key as key, r.outcome,
        r.reason, r.at, r.discussed_at as "discussedAt", b.name as "discussedBy", r.remark,
        d.public_id as "document", v.version, v.words, q.department_id as "departmentId"
      from rule_conflict r
      join conversation c on c.id = r.conversation_id join queue q on q.id = c.queue_id
      left join employee e on e.id = r.employee_id left join employee b on b.id = r.discussed_by
      left join rule_version v on v.id = r.version_id left join rule_document d on d.id = v.document_id
      where (${all} or r.discussed_at is null) and ${personAllows(sql`c.person_id`, 'service')}
      order by r.id desc limit ${most}`.execute(ctx.database);
    return found.rows
      .filter(({ departmentId }) => may(ctx.actor, 'conversation.approve', departmentId))
      .map(({ discussedAt, discussedBy, remark, document, version, words, departmentId: _, ...row }) => ({
        ...row,
        rule: document && version && words ? { publicId: document, version, title: titlesOf(words) } : null,
        discussed: discussedAt && { at: discussedAt, by: discussedBy, remark },
      }));
  });
}

interface Flat {
  discussedAt: Date | null;
  discussedBy: string | null;
  remark: string | null;
  document: string | null;
  version: number | null;
  words: Readonly<Record<string, { title: string }>> | null;
  departmentId: string | null;
}

function titlesOf(words: NonNullable<Flat['words']>): Record<string, string> {
  return Object.fromEntries(Object.entries(words).map(([locale, { title }]) => [locale, title]));
}

/** It was talked about, and what came of that. */
export async function discuss(ctx: Context, conflict: string, remark: string): Promise<void> {
  requires(ctx.actor, 'conversation.approve');
  await transact(ctx, 'service', async (ctx) => {
    const kept = await sql`
      update rule_conflict set discussed_at = ${asDate(ctx.clock.now())}, discussed_by = ${employeeOf(ctx)},
        remark = ${remark.trim().slice(0, 1000) || null}
      where public_id = ${conflict} and discussed_at is null`.execute(ctx.database);
    if (Number(kept.numAffectedRows ?? 0) === 0) throw new Refusal('not-found.conflict', { id: conflict });
  });
}

/** How strictly a check is taken, and which of the house rules it stands for. */
export async function setCheck(
  ctx: Context,
  key: CheckKey,
  { how, document }: { how: Strictness; document: string | null },
): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  await transact(ctx, null, async (ctx) => {
    await sql`
      insert into house_check (key, how, document_id, changed_at, changed_by)
      values (${key}, ${how}, (select id from rule_document where public_id = ${document} and ended_at is null),
        ${asDate(ctx.clock.now())}, ${doneBy(ctx)})
      on conflict (key) do update set how = excluded.how, document_id = excluded.document_id,
        changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(ctx.database);
  });
}

export async function listChecks(
  ctx: Context,
): Promise<Map<string, { how: Strictness; document: string | null }>> {
  const found = await sql<{ key: string; how: Strictness; document: string | null }>`
    select h.key, h.how, d.public_id as document from house_check h
    left join rule_document d on d.id = h.document_id and d.ended_at is null`.execute(ctx.database);
  return new Map(found.rows.map(({ key, ...row }) => [key, row]));
}
