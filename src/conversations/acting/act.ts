import { sql } from 'kysely';
import { doneBy } from '../../organisation/done-by.ts';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';

/** What can be done with a conversation, or with many at once, and taken back at once. */
export const actKinds = [
  'merge',
  'split',
  'queue',
  'snooze',
  'wake',
  'assign',
  'close',
  'reopen',
  'label',
  'unlabel',
  'substate',
  'priority',
] as const;
export type ActKind = (typeof actKinds)[number];

/** Numbers and states, never words: what has to stand there for the act to be taken back, and what was before it. */
export type Facts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** What an act did with one conversation. */
export interface Part {
  conversationId: string;
  /** Of a merge where the messages went, of a split where they came from. */
  otherId?: string;
  before: Facts;
  after: Facts;
}

export interface DoneAct {
  id: string;
  publicId: string;
  conversations: number;
}

/** Keeps what was done, in the transaction of the act. Nothing was done: nothing is kept. */
export async function recordAct(
  ctx: Context,
  kind: ActKind,
  parts: readonly Part[],
): Promise<DoneAct | undefined> {
  if (parts.length === 0) return undefined;
  const at = asDate(ctx.clock.now());
  const found = await sql<{ id: string; publicId: string }>`
    with act as (
      insert into conversation_act (public_id, kind, conversations, at, by)
      values (${publicId('ca', at.getTime())}, ${kind}, ${parts.length}, ${at}, ${doneBy(ctx)})
      returning id, public_id)
    , parts as (
      insert into conversation_act_part (act_id, conversation_id, other_id, before, after)
      select act.id, t.* from act cross join unnest(
        ${parts.map((part) => part.conversationId)}::bigint[], ${parts.map((part) => part.otherId ?? null)}::bigint[],
        ${parts.map((part) => JSON.stringify(part.before))}::jsonb[],
        ${parts.map((part) => JSON.stringify(part.after))}::jsonb[]) as t)
    select id, public_id as "publicId" from act`.execute(ctx.database);
  const row = found.rows[0];
  if (!row) throw new Error('an act that was not kept');
  return { ...row, conversations: parts.length };
}

/** One line of what was done with a conversation. */
export interface ShownAct {
  publicId: string;
  kind: ActKind;
  at: Date;
  by: string | null;
  mine: boolean;
  undone: boolean;
  /** At the same moment with so many. */
  conversations: number;
  /** The other conversation of a merge or split, or the conversation itself seen from there. */
  other: string | null;
}

/** The newest acts on a conversation, for whoever opened it. One statement. */
export async function actsOn(ctx: Context, conversationId: string): Promise<ShownAct[]> {
  const found = await sql<ShownAct>`
    select a.public_id as "publicId", a.kind, a.at, e.name as by, a.by = ${doneBy(ctx)} as mine,
      a.undone_at is not null as undone, a.conversations, o.public_id as other
    from (
      (select act_id, other_id as other from conversation_act_part
        where conversation_id = ${conversationId} order by id desc limit 8)
      union
      (select act_id, conversation_id from conversation_act_part
        where other_id = ${conversationId} order by id desc limit 8)) p
    join conversation_act a on a.id = p.act_id
    left join employee e on e.id = a.by
    left join conversation o on o.id = p.other
    order by a.id desc limit 8`.execute(ctx.database);
  return found.rows.map((row) => ({ ...row, mine: row.mine ?? false }));
}

/** What was done in one act, for whoever did it; null for the acts of others. One statement. */
export async function actNamed(
  ctx: Context,
  publicId: string,
): Promise<{ publicId: string; conversations: number; undone: boolean } | null> {
  const found = await sql<{ publicId: string; conversations: number; undone: boolean }>`
    select public_id as "publicId", conversations, undone_at is not null as undone from conversation_act
    where public_id = ${publicId} and by = ${doneBy(ctx)}`.execute(ctx.database);
  return found.rows[0] ?? null;
}
