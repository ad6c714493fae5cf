import { sql } from 'kysely';
import { personAllows } from '../../customers/using.ts';
import { type Context, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Signature } from '../../understanding/comparing/duplicates.ts';
import { alikeFound } from '../events.ts';
import type { HeardMessage } from './grouping.ts';

/** From this size on it is told and shown: two people say the same by chance. */
export const fewestAlike = 3;
/** People say nothing of a smaller one: see contrasting.ts. */
const fewestChosen = 10;
const mostChosen = 25;
/** Ids in one event. */
const mostTold = 500;

/** A message with its place: alone, in a group, or (`beside`) the second one of a new group. */
export interface Sorted {
  message: HeardMessage;
  signature: Signature;
  groupId: string | null;
  beside: string | null;
}

/** Writes what a batch of messages says, the groups they are in, and tells of those that are large enough. */
export async function keepGroups(ctx: Context, sorted: readonly Sorted[]): Promise<void> {
  const grouped = sorted.filter(({ groupId }) => groupId !== null);
  if (grouped.length > 0) await makeGroups(ctx, sorted);
  const pick = <T>(of: (one: Sorted) => T): T[] => sorted.map(of);
  await sql`
    insert into alike (message_id, received_at, sent_at, person_id, group_id, signature)
    select * from unnest(${pick((s) => s.message.id)}::bigint[], ${pick((s) => s.message.receivedAt)}::timestamptz[],
      ${pick((s) => s.message.sentAt)}::timestamptz[], ${pick((s) => s.message.personId)}::bigint[],
      ${pick((s) => s.groupId)}::bigint[], ${pick((s) => Buffer.from(s.signature))}::bytea[])`.execute(
    ctx.database,
  );
  if (grouped.length > 0) await growGroups(ctx, sorted);
}

async function makeGroups(ctx: Context, sorted: readonly Sorted[]): Promise<void> {
  const made = sorted.filter(({ beside }) => beside !== null);
  if (made.length === 0) return;
  const at = ctx.clock.now().epochMilliseconds;
  await sql`
    insert into alike_group (id, public_id, first_at, last_at)
    select * from unnest(${made.map(({ groupId }) => groupId)}::bigint[],
      ${made.map(() => publicId('al', at))}::text[], ${made.map(({ message }) => message.sentAt)}::timestamptz[],
      ${made.map(({ message }) => message.sentAt)}::timestamptz[])`.execute(ctx.database);
}

/** The first message of a new group joins it; then every group that grew is counted anew. */
async function growGroups(ctx: Context, sorted: readonly Sorted[]): Promise<void> {
  const made = sorted.filter(({ beside }) => beside !== null);
  await sql`
    update alike a set group_id = t.group_id
    from unnest(${made.map(({ beside }) => beside)}::bigint[], ${made.map(({ groupId }) => groupId)}::bigint[])
      as t (id, group_id) where a.message_id = t.id`.execute(ctx.database);
  const groups = [...new Set(sorted.flatMap(({ groupId }) => groupId ?? []))];
  const grown = await sql<{ id: string; size: number; before: number }>`
    with counted as (
      select group_id, count(*)::integer as n, min(sent_at) as first_at, max(sent_at) as last_at
      from alike where group_id = any(${groups}::bigint[]) group by group_id)
    , former as (select id, size from alike_group where id = any(${groups}::bigint[]) order by id for update)
    update alike_group g set size = c.n, first_at = c.first_at, last_at = c.last_at
    from counted c join former f on f.id = c.group_id where g.id = c.group_id
    returning g.id, g.size, f.size as before`.execute(ctx.database);
  const large = grown.rows.filter(({ size }) => size >= fewestAlike);
  const crossed = large.filter(({ before }) => before < fewestAlike).map(({ id }) => id);
  const told = new Map(large.map(({ id }) => [id, new Set<string>()]));
  for (const { groupId, message } of sorted) told.get(groupId ?? '')?.add(message.id);
  for (const [id, message] of await membersOf(ctx, crossed)) told.get(id)?.add(message);
  await ctx.emit(
    [...told].flatMap(([id, messages]) => inPieces([...messages]).map((ids) => alikeFound(id, ids))),
  );
}

async function membersOf(ctx: Context, groups: readonly string[]): Promise<[string, string][]> {
  if (groups.length === 0) return [];
  const found = await sql<{ group_id: string; message_id: string }>`
    select group_id, message_id from alike where group_id = any(${groups}::bigint[])`.execute(ctx.database);
  return found.rows.map((row) => [row.group_id, row.message_id]);
}

function inPieces(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / mostTold) }, (_, at) =>
    ids.slice(at * mostTold, (at + 1) * mostTold),
  );
}

/** How many say nearly the same, of those whose messages may be shown; counted up to a thousand. */
export interface Alike {
  publicId: string;
  /** The message itself too. */
  messages: number;
  more: boolean;
}

const countedUpTo = 1000;

/** @throws Refusal `not-found.alike` */
export async function getGroup(ctx: Context, id: string): Promise<Omit<Alike, 'publicId'>> {
  return transact(ctx, 'service', async (ctx) => {
    const found = await sql<{ messages: number }>`
      select count(a.message_id)::integer as messages from alike_group g cross join lateral (
        select message_id from alike o where o.group_id = g.id and ${personAllows(sql`o.person_id`, 'service')}
        limit ${countedUpTo}) a
      where g.public_id = ${id}`.execute(ctx.database);
    const messages = found.rows[0]?.messages ?? 0;
    if (messages < fewestAlike) throw new Refusal('not-found.alike', { id });
    return { messages, more: messages >= countedUpTo };
  });
}

/** Per public id of a message its group, when that is large enough. One statement. */
export async function findAlikeOf(ctx: Context, messages: readonly string[]): Promise<Map<string, Alike>> {
  if (messages.length === 0) return new Map();
  return transact(ctx, 'service', async (ctx) => {
    const found = await sql<{ id: string; publicId: string; messages: number }>`
    select m.public_id as id, g.public_id as "publicId", c.n as messages
    from message m
    join alike a on a.message_id = m.id
    join alike_group g on g.id = a.group_id and g.size >= ${fewestAlike}
    cross join lateral (select count(*)::integer as n from (
      select from alike o where o.group_id = g.id and ${personAllows(sql`o.person_id`, 'service')}
      limit ${countedUpTo}) counted) c
    where m.public_id = any(${messages}::text[])`.execute(ctx.database);
    return new Map(
      found.rows
        .filter((row) => row.messages >= fewestAlike)
        .map(({ id, publicId, messages }) => [id, { publicId, messages, more: messages >= countedUpTo }]),
    );
  });
}

/** The largest groups, for who chooses one; those with fewer people than are ever shown are left out. */
export async function listLargeGroups(
  ctx: Context,
): Promise<{ publicId: string; messages: number; lastAt: Date }[]> {
  const found = await sql<{ publicId: string; messages: number; lastAt: Date }>`
    select public_id as "publicId", size as messages, last_at as "lastAt" from alike_group
    where size >= ${fewestChosen} order by size desc, id desc limit ${mostChosen}`.execute(ctx.database);
  return found.rows;
}
