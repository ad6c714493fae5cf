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

/** A burst of the last day, whose messages are still added. */
export interface KnownBurst {
  id: string;
  accountId: string | null;
  language: string;
  terms: string[];
  fromAt: Date;
}

/** Those that began in the day before `at`, or later when hours are heard again. */
export async function readKnown(ctx: Context, at: number): Promise<KnownBurst[]> {
  const [from, to] = [new Date(at - followedHours * 3_600_000), new Date(at + followedHours * 3_600_000)];
  const found = await sql<KnownBurst>`
    select id, channel_account_id as "accountId", language, terms, from_at as "fromAt" from burst
    where from_at between ${from} and ${to} order by id`.execute(ctx.database);
  return found.rows;
}

/** Adds what was said of topics that are known already. */
export async function followKnown(
  ctx: Context,
  known: readonly KnownBurst[],
  said: readonly SaidMessage[],
): Promise<void> {
  for (const burst of known) {
    const later = said.filter(({ sentAt }) => sentAt >= burst.fromAt);
    await addMessages(ctx, burst.id, sayingAny(later, burst));
  }
}

interface Around {
  known: readonly KnownBurst[];
  said: readonly SaidMessage[];
}

/** Keeps a new burst and tells of it; one that is known already, or that too few people make, changes nothing. */
export async function keepBurst(ctx: Context, burst: Burst, { known, said }: Around): Promise<void> {
  const accountId = burst.scope === everywhere ? null : burst.scope;
  const saying = sayingAny(said, { ...burst, accountId });
  const persons = new Set(saying.map(({ personId, id }) => personId ?? `m${id}`)).size;
  if (persons < fewestPersons) return;
  const terms = tellable(
    burst.terms,
    saying.map(({ text }) => text),
  );
  if (known.some((one) => isSame(one, { ...burst, accountId, terms }))) return;
  const made = await sql<{ id: string }>`
    insert into burst (public_id, channel_account_id, language, terms, withheld, from_at, last_at, messages, persons,
      expected, z, noticed_at)
    values (${publicId('bu', ctx.clock.now().epochMilliseconds)}, ${accountId}, ${burst.language}, ${terms}::text[],
      ${burst.terms.length - terms.length}, ${new Date(burst.from)}, ${new Date(burst.from)}, 0, 0,
      ${burst.expected}, ${burst.z}, ${asDate(ctx.clock.now())})
    returning id`.execute(ctx.database);
  const id = made.rows[0]?.id ?? '';
  await addMessages(ctx, id, saying);
  const { language } = burst;
  const from = new Date(burst.from).toISOString();
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

async function addMessages(ctx: Context, burstId: string, messages: readonly SaidMessage[]): Promise<void> {
  if (messages.length === 0) return;
  const added = await sql`
    insert into burst_message (burst_id, message_id, received_at, sent_at, person_id)
    select ${burstId}::bigint, t.* from unnest(${messages.map(({ id }) => id)}::bigint[],
      ${messages.map(({ receivedAt }) => receivedAt)}::timestamptz[],
      ${messages.map(({ sentAt }) => sentAt)}::timestamptz[],
      ${messages.map(({ personId }) => personId)}::bigint[]) as t
    where (select messages from burst where id = ${burstId}) < ${mostMessages}
    on conflict do nothing`.execute(ctx.database);
  if (Number(added.numAffectedRows ?? 0) === 0) return;
  await recount(ctx, [burstId]);
}

/** What the burst row says of its messages, counted anew. A message without a person is somebody of its own. */
export async function recount(ctx: Context, bursts: readonly string[]): Promise<void> {
  await sql`
    update burst b set messages = c.messages, persons = c.persons, last_at = coalesce(c.last_at, b.last_at)
    from (select t.id, count(m.message_id)::integer as messages, max(m.sent_at) as last_at,
        (count(distinct m.person_id) + count(m.message_id) filter (where m.person_id is null))::integer as persons
      from unnest(${bursts}::bigint[]) as t (id) left join burst_message m on m.burst_id = t.id group by t.id) c
    where b.id = c.id`.execute(ctx.database);
}
