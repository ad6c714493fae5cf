import { sql } from 'kysely';
import { personAllows } from '../../customers/using.ts';
import type { Context } from '../../platform/context.ts';
import type { Event } from '../../platform/events.ts';
import { followInBulk } from '../../platform/following.ts';
import { signatureOf } from '../../understanding/comparing/duplicates.ts';
import type { Recalling } from '../../understanding/comparing/recalling.ts';
import { keepGroups, type Sorted } from './groups.ts';
import { type Noticer, noticerOf } from './noticer.ts';
import { recallingFrom } from './remembering.ts';
import { heedLate } from './watch.ts';

/** Events read at once: a heard message is one of them. */
const batch = 2000;
/** A longer text is compared up to here. */
const longest = 20_000;

/**
 * Puts messages that say nearly the same into groups, for all that was heard since the last time. One process at a
 * time, under a lock on the place in the log; another may go on where it stopped. Gives how many it read.
 */
export async function groupHeard(ctx: Context): Promise<number> {
  const noticer = noticerOf(ctx);
  let read = 0;
  for (;;) {
    const events = await followInBulk(ctx, {
      name: 'group-heard',
      verb: 'message.heard',
      purpose: 'service',
      limit: batch,
      handle: (ctx, events, place) => groupBatch(ctx, events, { noticer, ...place }),
    });
    read += events;
    if (events === 0) return read;
  }
}

interface Where {
  noticer: Noticer;
  from: string;
  to: string;
}

async function groupBatch(
  ctx: Context,
  events: readonly Event[],
  { noticer, from, to }: Where,
): Promise<void> {
  const holds = noticer.upTo === from;
  // Until this batch is safe, what is remembered holds nowhere: a roll-back must not leave half of it.
  noticer.upTo = '';
  const heard = events.length === 0 ? [] : await readHeard(ctx, events);
  if (heard.length > 0) {
    const recalling = holds && noticer.recalling ? noticer.recalling : await recallingFrom(ctx);
    noticer.recalling = recalling;
    const numbers = await newNumbers(ctx, heard.length);
    await keepGroups(
      ctx,
      heard.map((message) => sort(recalling, message, numbers)),
    );
    await heedLate(ctx, heard);
    noticer.upTo = to;
  } else if (holds) noticer.upTo = to;
}

export interface HeardMessage {
  id: string;
  receivedAt: Date;
  sentAt: Date;
  personId: string | null;
  text: string;
}

/** What customers wrote; not of persons whose data may only lie there (GDPR art. 18). */
async function readHeard(ctx: Context, events: readonly Event[]): Promise<HeardMessage[]> {
  const found = await sql<HeardMessage>`
    select m.id, m.received_at as "receivedAt", m.sent_at as "sentAt", m.person_id as "personId",
      left(m.text, ${longest}) as text
    from unnest(${events.map(({ subjectId }) => subjectId)}::bigint[],
      ${events.map(({ data }) => data.receivedAt)}::timestamptz[]) as t (id, received_at)
    join message m on m.id = t.id and m.received_at = t.received_at
    where m.direction = 'in' and m.text <> '' and ${personAllows(sql`m.person_id`, 'service')}
      and not exists (select from alike a where a.message_id = m.id)
    order by m.id`.execute(ctx.database);
  return found.rows;
}

/** Numbers for as many new groups as there can be; taken from the end. */
async function newNumbers(ctx: Context, most: number): Promise<string[]> {
  const found = await sql<{ ids: string[] }>`
    select array(select nextval('alike_group_id_seq') from generate_series(1, ${most})) as ids`.execute(
    ctx.database,
  );
  return (found.rows[0]?.ids ?? []).reverse();
}

function sort(recalling: Recalling, message: HeardMessage, numbers: string[]): Sorted {
  const signature = signatureOf(message.text);
  const [id, at] = [Number(message.id), message.sentAt.getTime()];
  const found = recalling.find({ signature, at });
  if (found === undefined) {
    recalling.remember({ id, at, tag: 0, signature });
    return { message, signature, groupId: null, beside: null };
  }
  const isNew = found.tag === 0;
  const tag = isNew ? Number(numbers.pop()) : found.tag;
  recalling.retag(found.place, { tag, at });
  return { message, signature, groupId: String(tag), beside: isNew ? String(found.id) : null };
}
