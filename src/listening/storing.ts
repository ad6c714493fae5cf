import { sql } from 'kysely';
import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import { publicId } from '../platform/public-id.ts';
import { Refusal } from '../platform/refusal.ts';
import type { ChannelAccount } from './account.ts';
import { labelsOf } from './learning/labelling.ts';
import type { JustHeard, NumberedUtterance, Utterance } from './message.ts';

/**
 * The gate against doubles: writes the key of every utterance and answers with the message number of those that
 * are new, numbered in the order of their keys. Of a message whose writer was erased the hash of its key is enough to
 * refuse it. Two callers with the same message wait for each other here, and only one gets a number.
 */
export async function passGate(
  ctx: Context,
  account: ChannelAccount,
  utterances: readonly Utterance[],
): Promise<Map<string, string>> {
  const received = asDate(ctx.clock.now());
  // Sorted, so that two batches that share keys take their locks in one order.
  const sorted = [...utterances].sort((a, b) => (a.externalId < b.externalId ? -1 : 1));
  const ids = sorted.map((u) => u.externalId);
  const passed = await sql<{ external_id: string; message_id: string }>`
    with gone as materialized (
      select external_id from message_key where channel_account_id = ${account.id}
        and external_id = any (array(select gone_key(said) from unnest(${ids}::text[]) said)))
    insert into message_key (channel_account_id, external_id, message_id, received_at, sent_at)
    select ${account.id}, t.external_id, nextval('message_id_seq'), ${received}, coalesce(t.sent_at, ${received})
    from (
      select * from unnest(${ids}::text[], ${sorted.map((u) => u.sentAt)}::timestamptz[])
        with ordinality as said (external_id, sent_at, place)
      where not exists (select from gone where gone.external_id = gone_key(said.external_id))
      order by place) t
    on conflict do nothing
    returning external_id, message_id`.execute(ctx.database);
  return new Map(passed.rows.map((row) => [row.external_id, row.message_id]));
}

/** Public id of a message that was heard before. */
export async function getHeard(ctx: Context, account: ChannelAccount, externalId: string): Promise<string> {
  const row = await ctx.database
    .selectFrom('message_key as k')
    .innerJoin('message as m', (join) =>
      join.onRef('m.id', '=', 'k.message_id').onRef('m.received_at', '=', 'k.received_at'),
    )
    .select('m.public_id')
    .where('k.channel_account_id', '=', account.id)
    .where('k.external_id', '=', externalId)
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found.message', { externalId });
  return row.public_id;
}

/** For utterances without a time: just after their parent, when it is known already. */
export async function parentTimes(
  ctx: Context,
  account: ChannelAccount,
  utterances: readonly Utterance[],
): Promise<Map<string, Date>> {
  const untimed = utterances.filter((u) => u.sentAt === null && u.replyTo !== null);
  if (untimed.length === 0) return new Map();
  const parents = await sql<{ external_id: string; sent_at: Date }>`
    select external_id, sent_at from message_key where channel_account_id = ${account.id}
      and external_id = any(${untimed.map((u) => u.replyTo)}::text[])`.execute(ctx.database);
  const known = new Map(parents.rows.map((row) => [row.external_id, row.sent_at]));
  return new Map(
    untimed.flatMap((u) => {
      const parent = known.get(u.replyTo ?? '');
      return parent ? [[u.externalId, new Date(parent.getTime() + 1)] as const] : [];
    }),
  );
}

/**
 * Writes the messages, and what was learned says of them, in one statement; unnest, because COPY is not for the weak
 * role. Gives their public ids, and each as its row says it.
 */
export async function storeMessages(
  ctx: Context,
  account: ChannelAccount,
  messages: readonly NumberedUtterance[],
): Promise<{ publicIds: string[]; rows: JustHeard[] }> {
  if (messages.length === 0) return { publicIds: [], rows: [] };
  const now = ctx.clock.now();
  const publicIds = messages.map(() => publicId('me', now.epochMilliseconds));
  const column = <T>(pick: (m: NumberedUtterance) => T): T[] => messages.map(pick);
  const receivedAt = asDate(now);
  const rows = messages.map((message) => rowOf(message, { account, receivedAt }));
  const columnOf = <T>(pick: (row: JustHeard) => T): T[] => rows.map(pick);
  const labels = messages.flatMap(({ messageId, labels }) =>
    labels.map((label) => ({ ...label, messageId, receivedAt })),
  );
  // Nothing is written of labels while nothing was learned.
  const labelled = labels.length > 0 ? sql`with labelled as (${labelsOf(ctx, labels)})` : sql``;
  await sql`${labelled}
    insert into message (id, received_at, public_id, channel_account_id, external_id, direction, audience,
      person_id, identity_id, employee_id, department_id, author, automatic, parent_external_id, thread,
      sent_at, time_known, text, language, sentiment, sentiment_score, intent, urgency, answerable, addressed,
      understanding)
    select t.id, ${receivedAt}, t.public_id, ${account.id}, t.external_id, t.direction, t.audience,
      t.person_id, t.identity_id, t.employee_id, t.department_id, t.author, t.automatic, t.parent, t.thread,
      t.sent_at, t.time_known, t.text, t.language, t.sentiment, t.score, t.intent, t.urgency, t.answerable,
      t.addressed, t.understanding
    from unnest(
      ${column((m) => m.messageId)}::bigint[], ${publicIds}::text[], ${column((m) => m.externalId)}::text[],
      ${column((m) => m.direction)}::text[], ${columnOf((row) => row.audience)}::text[],
      ${column((m) => m.personId)}::bigint[],
      ${column((m) => m.identityId)}::bigint[], ${column((m) => m.employeeId)}::bigint[],
      ${column((m) => m.departmentId)}::bigint[], ${column((m) => m.authorName ?? m.author)}::text[],
      ${column((m) => m.automatic)}::boolean[], ${column((m) => m.replyTo)}::text[],
      ${column((m) => m.thread)}::text[], ${column((m) => m.placedAt)}::timestamptz[],
      ${column((m) => m.timeKnown)}::boolean[], ${column((m) => m.text)}::text[],
      ${columnOf((row) => row.language)}::text[], ${columnOf((row) => row.sentiment)}::text[],
      ${column((m) => m.understanding?.sentiment.score ?? null)}::real[],
      ${columnOf((row) => row.intent)}::text[],
      ${column((m) => (m.direction === 'in' ? (m.understanding?.urgency ?? null) : null))}::smallint[],
      ${column(asksForAnswer)}::boolean[],
      ${column(speaksToUs)}::boolean[],
      ${column((m) => understandingOf(m))}::jsonb[]
    ) as t (id, public_id, external_id, direction, audience, person_id, identity_id, employee_id, department_id,
      author, automatic, parent, thread, sent_at, time_known, text, language, sentiment, score, intent, urgency,
      answerable, addressed, understanding)`.execute(ctx.database);
  return { publicIds, rows };
}

function rowOf(
  m: NumberedUtterance,
  { account, receivedAt }: { account: ChannelAccount; receivedAt: Date },
): JustHeard {
  const { direction, identityId, personId, personName, isNewWriter, thread, timeKnown, automatic } = m;
  const isIn = direction === 'in';
  return {
    ...{
      id: m.messageId,
      receivedAt,
      accountId: account.id,
      channel: account.channel,
      audience: m.audience ?? account.audience,
    },
    ...{ externalId: m.externalId, direction, identityId, personId, personName, isNewWriter },
    ...{ parent: m.replyTo, thread, sentAt: m.placedAt, timeKnown, automatic, text: m.text },
    answerable: asksForAnswer(m) ?? false,
    addressed: speaksToUs(m) ?? false,
    language: m.understanding?.language ?? null,
    sentiment: m.understanding?.sentiment.label ?? null,
    intent: isIn ? (m.understanding?.intent ?? null) : null,
    urgency: isIn ? (m.understanding?.urgency ?? 0) : 0,
    placedIn: null,
  };
}

function speaksToUs({ direction, understanding }: NumberedUtterance): boolean | null {
  return direction === 'in' ? (understanding?.addressed ?? true) : null;
}

/** Nobody waits for an answer to what a machine sent by itself. */
function asksForAnswer({ direction, automatic, understanding }: NumberedUtterance): boolean | null {
  if (direction !== 'in') return null;
  return !automatic && (understanding?.answerable ?? true);
}

/** What stands beside a message, as JSON; nothing beside what we said ourselves. */
export function understandingOf(
  message: Pick<NumberedUtterance, 'understanding' | 'direction'>,
): string | null {
  if (!message.understanding || message.direction === 'out') return null;
  const { keywords, references, personal, because } = message.understanding;
  return JSON.stringify({ keywords, references, personal, because });
}
