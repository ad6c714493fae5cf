import { sql } from 'kysely';
import { personAllows } from '../../customers/using.ts';
import { onAmong } from '../../pilots/granting.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { sendJob } from '../../platform/jobs.ts';
import { type NewLabel, writeLabels } from '../learning/labelling.ts';
import { makeReader } from '../learning/reader.ts';
import type { Classes } from './classes.ts';
import type { Head } from './head.ts';

export const rereadJob = 'reread-head';

/** The newest of a quarter: what is older is history, and is only read in the classes of now. */
const mostRead = 10_000;
const windowDays = 91;
/** Messages in one transaction; the rest follows in the next job, which goes on where this one ended. */
const batch = 1000;

/** What the job goes on with. `changed`: how the head was when it was asked for. */
interface Rereading {
  head: string;
  changed: string;
  /** The last message that was read; empty at the beginning. */
  at: string;
  id: string;
  /** How many were read. */
  read: string;
}

/** Whether the rules would answer otherwise: another word, another place in the tree, a class more or less. */
export function answersOtherwise(before: Classes, after: Classes): boolean {
  const rules = ({ classes }: Classes) =>
    JSON.stringify(classes.map(({ key, parent, words, pole }) => [key, parent, words, pole]));
  return rules(before) !== rules(after);
}

/** Asks, in the transaction of a change, that the newest messages are read again by the rules of this head. */
export async function orderRereading(
  ctx: Context,
  { key, rules }: Pick<Head, 'key' | 'rules'>,
): Promise<void> {
  if (rules !== 'words' && rules !== 'aspects' && rules !== 'relation') return;
  const changed = await changeOf(ctx, key);
  if (changed === undefined) return;
  const data: Rereading = { head: key, changed, at: '', id: '', read: '0' };
  await sendJob(ctx, rereadJob, { ...data });
}

/**
 * The job: reads one batch again, from the newest on, writes down what the rules of the head find now, and asks for
 * the next batch in the same transaction. It stops by itself when the head was changed again, because then another
 * one runs; and it reads nothing of who may not be listened to. What models and colleagues said stays. Gives how
 * many messages it read.
 */
export async function rereadSome(ctx: Context, data: Readonly<Record<string, string>>): Promise<number> {
  const { head = '', changed = '', at = '', id = '' } = data;
  const reader = ctx.reader ?? makeReader();
  return transact(ctx, 'listen', async (ctx) => {
    if ((await changeOf(ctx, head)) !== changed) return 0;
    const read = Number(data.read ?? 0);
    const found = await readNewest(ctx, { at, id, most: Math.min(batch, mostRead - read) });
    reader.stale();
    await reader.refresh(ctx);
    await keep(
      ctx,
      head,
      found.map(({ id, receivedAt, text, channel }) => {
        const label = reader
          .read(text, { channel })
          .labels.find((one) => one.head === head && one.by === 'rules');
        return { messageId: id, receivedAt, label };
      }),
    );
    const last = found.at(-1);
    const next: Rereading = {
      head,
      changed,
      at: last?.at ?? '',
      id: last?.id ?? '',
      read: String(read + found.length),
    };
    if (found.length === batch && read + batch < mostRead) await sendJob(ctx, rereadJob, { ...next });
    return found.length;
  });
}

/** When the head was changed last; undefined while it is off, or when there is none. */
async function changeOf(ctx: Context, key: string): Promise<string | undefined> {
  const found = await sql<{ changed: string }>`
    select coalesce(changed_at::text, '') as changed from head where key = ${key} and enabled`.execute(
    ctx.database,
  );
  return found.rows[0]?.changed;
}

interface OldMessage {
  id: string;
  receivedAt: Date;
  /** As PostgreSQL writes it, with microseconds. */
  at: string;
  text: string;
  channel: string;
}

async function readNewest(
  ctx: Context,
  { at, id, most }: { at: string; id: string; most: number },
): Promise<OldMessage[]> {
  const channels = await classifiedChannels(ctx);
  const oldest = asDate(ctx.clock.now().subtract({ hours: 24 * windowDays }));
  const from = at ? sql`and (m.sent_at, m.id) < (${at}::timestamptz, ${id}::bigint)` : sql``;
  const found = await sql<OldMessage>`
    select m.id, m.received_at as "receivedAt", m.sent_at::text as at, m.text, a.channel
    from message m join channel_account a on a.id = m.channel_account_id
    where m.sent_at >= ${oldest} ${from} and m.direction = 'in' and m.understanding is not null and m.text <> ''
      and a.channel = any(${channels}::text[])
      and ${personAllows(sql`m.person_id`, 'listen')} and ${personAllows(sql`m.person_id`, 'service')}
    order by m.sent_at desc, m.id desc limit ${most}`.execute(ctx.database);
  return found.rows;
}

/** Where understanding is on now. */
async function classifiedChannels(ctx: Context): Promise<string[]> {
  const found = await sql<{ channel: string }>`select distinct channel from channel_account`.execute(
    ctx.database,
  );
  const on: string[] = [];
  for (const { channel } of found.rows)
    if ((await onAmong(ctx, ['listen.classify'], { channel })).has('listen.classify')) on.push(channel);
  return on;
}

interface Reread {
  messageId: string;
  receivedAt: Date;
  label: Omit<NewLabel, 'messageId' | 'receivedAt'> | undefined;
}

/** What the rules find stands there anew; where they find nothing any more, what they said of it is emptied. */
async function keep(ctx: Context, head: string, reread: readonly Reread[]): Promise<void> {
  await writeLabels(
    ctx,
    reread.flatMap(({ label, ...message }) => (label ? [{ ...label, ...message }] : [])),
  );
  const empty = reread.filter(({ label }) => !label);
  // Rows of labels go only where a person's data go; an empty one says nothing.
  await sql`
    update label l set labels = '{}', because = '[]', at = ${asDate(ctx.clock.now())}
    from unnest(${empty.map((m) => m.messageId)}::bigint[], ${empty.map((m) => m.receivedAt)}::timestamptz[])
      as t (id, received_at)
    where l.message_id = t.id and l.received_at = t.received_at and l.head = ${head} and l.by = 'rules'
      and l.labels <> '{}'`.execute(ctx.database);
}
