import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import type { Burst } from '../../understanding/comparing/bursts.ts';
import { burstNoticed } from '../events.ts';
import { everywhere, type SaidMessage, sayingAny } from './sitting.ts';
import { tellable } from './telling.ts';

/** So long its terms are followed. */
const followedHours = 24;
/** Also among those whose messages hold the terms, and not only by the estimate of the sketch. */
const fewestPersons = 5;
const mostMessages = 5000;

/** A burst whose messages may still be added. */
export interface KnownBurst {
  id: string;
  accountId: string | null;
  language: string;
  terms: string[];
  fromAt: Date;
  messages: number;
}

/** The bursts of a stretch of hours, and what is to be added to them: written at its end, in one statement. */
export interface Known {
  bursts: KnownBurst[];
  /** By burst, then by message. */
  followed: Map<string, Map<string, SaidMessage>>;
}

const followed = followedHours * 3_600_000;

/** Those that began around these hours: a day before, or later when hours are heard again. */
export async function readKnown(ctx: Context, from: number, to: number): Promise<Known> {
  const found = await sql<KnownBurst>`
    select id, channel_account_id as "accountId", language, terms, from_at as "fromAt", messages from burst
    where from_at between ${new Date(from - followed)} and ${new Date(to + followed)} order by id`.execute(
    ctx.database,
  );
  return { bursts: found.rows, followed: new Map() };
}

/** Those that are followed at this moment. */
export function knownAround({ bursts }: Known, at: number): KnownBurst[] {
  return bursts.filter(({ fromAt }) => Math.abs(fromAt.getTime() - at) <= followed);
}

/** Adds what was said of topics that are known already. */
export function followKnown(known: Known, bursts: readonly KnownBurst[], said: readonly SaidMessage[]): void {
  for (const burst of bursts) {
    const later = said.filter(({ sentAt }) => sentAt >= burst.fromAt);
    follow(known, burst, sayingAny(later, burst));
  }
}

function follow({ followed }: Known, { id, messages }: KnownBurst, saying: readonly SaidMessage[]): void {
  const added = followed.get(id) ?? new Map<string, SaidMessage>();
  if (messages >= mostMessages || added.size >= mostMessages) return;
  for (const message of saying) added.set(message.id, message);
  followed.set(id, added);
}

interface Around {
  known: Known;
  /** What was known before this hour. */
  before: readonly KnownBurst[];
  said: readonly SaidMessage[];
}

/** Keeps a new burst and tells of it; one that is known already, or that too few people make, changes nothing. */
export async function keepBurst(ctx: Context, burst: Burst, { known, before, said }: Around): Promise<void> {
  const accountId = burst.scope === everywhere ? null : burst.scope;
  const saying = sayingAny(said, { ...burst, accountId });
  const persons = new Set(saying.map(({ personId, id }) => personId ?? `m${id}`)).size;
  if (persons < fewestPersons) return;
  const terms = tellable(
    burst.terms,
    saying.map(({ text }) => text),
  );
  if (before.some((one) => isSame(one, { ...burst, accountId, terms }))) return;
  const made = await sql<{ id: string }>`
    insert into burst (public_id, channel_account_id, language, terms, withheld, from_at, last_at, messages, persons,
      expected, z, noticed_at)
    values (${publicId('bu', ctx.clock.now().epochMilliseconds)}, ${accountId}, ${burst.language}, ${terms}::text[],
      ${burst.terms.length - terms.length}, ${new Date(burst.from)}, ${new Date(burst.from)}, 0, 0,
      ${burst.expected}, ${burst.z}, ${asDate(ctx.clock.now())})
    returning id`.execute(ctx.database);
  const id = made.rows[0]?.id ?? '';
  const { language } = burst;
  const kept = { id, accountId, language, terms, fromAt: new Date(burst.from), messages: 0 };
  known.bursts.push(kept);
  follow(known, kept, saying);
  const from = kept.fromAt.toISOString();
  await ctx.emit([burstNoticed(id, { language, accountId, from, messages: saying.length, persons })]);
}

/** Also when all its terms were left out: then that hour of that language is told once. */
function isSame(
  one: KnownBurst,
  other: { accountId: string | null; language: string; terms: readonly string[]; from: number },
): boolean {
  if (one.accountId !== other.accountId || one.language !== other.language) return false;
  if (other.terms.length === 0) return one.terms.length === 0 && one.fromAt.getTime() === other.from;
  return one.terms.some((term) => other.terms.includes(term));
}

/** Writes down what was added to all of them, and counts those anew that grew. Two statements. */
export async function writeFollowed(ctx: Context, { bursts, followed }: Known): Promise<void> {
  const rows = [...followed].flatMap(([burst, messages]) =>
    [...messages.values()].map((message) => ({ burst, ...message })),
  );
  followed.clear();
  if (rows.length === 0) return;
  const grown = await sql<{ id: string }>`
    with added as (
      insert into burst_message (burst_id, message_id, received_at, sent_at, person_id)
      select * from unnest(${rows.map(({ burst }) => burst)}::bigint[], ${rows.map(({ id }) => id)}::bigint[],
        ${rows.map(({ receivedAt }) => receivedAt)}::timestamptz[],
        ${rows.map(({ sentAt }) => sentAt)}::timestamptz[], ${rows.map(({ personId }) => personId)}::bigint[])
      on conflict do nothing returning burst_id)
    select burst_id as id from added group by burst_id`.execute(ctx.database);
  const ids = grown.rows.map(({ id }) => id);
  for (const { id, messages } of ids.length > 0 ? await recount(ctx, ids) : []) {
    const burst = bursts.find((one) => one.id === id);
    if (burst) burst.messages = messages;
  }
}

/** What the burst row says of its messages, counted anew. A message without a person is somebody of its own. */
export async function recount(
  ctx: Context,
  bursts: readonly string[],
): Promise<{ id: string; messages: number }[]> {
  const counted = await sql<{ id: string; messages: number }>`
    update burst b set messages = c.messages, persons = c.persons, last_at = coalesce(c.last_at, b.last_at)
    from (select t.id, count(m.message_id)::integer as messages, max(m.sent_at) as last_at,
        (count(distinct m.person_id) + count(m.message_id) filter (where m.person_id is null))::integer as persons
      from unnest(${bursts}::bigint[]) as t (id) left join burst_message m on m.burst_id = t.id group by t.id) c
    where b.id = c.id returning b.id, b.messages`.execute(ctx.database);
  return counted.rows;
}
