import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../platform/context.ts';

/** Whom something touches: who wrote on a channel, in a period, with these words, or whose data an activity used. */
export interface Touching {
  channel?: string;
  /** ISO instants. */
  from?: string;
  until?: string;
  activity?: string;
  words?: string;
}

/**
 * How many people, and the first of them by number. For a breach: nobody's permission counts, because everybody who is
 * touched has a right to know. Runs under `legal`; one statement.
 */
export async function whoIsTouched(
  ctx: Context,
  scope: Touching,
  most = 1000,
): Promise<{ count: number; first: string[] }> {
  const found = await sql<{ count: string; first: string[] | null }>`
    with touched as (${touchedBy(scope)})
    select count(*) as count, (select array_agg(p.public_id) from (
      select t.person_id from touched t order by t.person_id limit ${most}) f join person p on p.id = f.person_id) as first
    from touched`.execute(ctx.database);
  const [row] = found.rows;
  return { count: Number(row?.count ?? 0), first: row?.first ?? [] };
}

/** Both where both are asked; nothing asked is everybody who wrote. */
function touchedBy(scope: Touching): RawBuilder<unknown> {
  const used = sql`select distinct u.person_id from data_use u
    where u.activity = ${scope.activity ?? ''} and ${within(sql`u.at`, scope)}`;
  const wrote = sql`select distinct m.person_id from message m
    ${scope.channel ? sql`join channel_account a on a.id = m.channel_account_id and a.channel = ${scope.channel}` : sql``}
    where m.person_id is not null and ${within(sql`m.sent_at`, scope)}
      and ${scope.words ? sql`m.text ilike ${`%${scope.words.replaceAll(/[\\%_]/g, '\\$&')}%`}` : sql`true`}`;
  if (!scope.activity) return wrote;
  return scope.channel || scope.words ? sql`${used} intersect ${wroteAnyTime(scope)}` : used;
}

/** The period is that of the use; what somebody wrote may be older. */
function wroteAnyTime({ channel, words }: Touching): RawBuilder<unknown> {
  const { from: _, until: __, activity: ___, ...rest } = { channel, words } as Touching;
  return touchedBy(rest);
}

function within(at: RawBuilder<unknown>, { from, until }: Touching): RawBuilder<boolean> {
  return sql<boolean>`${at} >= ${from ?? '-infinity'}::timestamptz and ${at} < ${until ?? 'infinity'}::timestamptz`;
}
