import { sql } from 'kysely';
import { personAllows } from '../../customers/using.ts';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { agreement, type Signature, signatureOf } from '../../understanding/comparing/duplicates.ts';
import { sameEnough } from './remembering.ts';
import type { Labelled } from './seeing.ts';

const days = 28;
/** A campaign of copies comes within days; further back nobody is waiting for an answer. */
const mostLookedAt = 2000;

export interface Copy {
  readonly id: string;
  readonly receivedAt: Date;
  readonly agreement: number;
}

/** Messages of the last weeks that say nearly the same, and of which no colleague said anything himself. */
export async function findAlike(
  ctx: Context,
  message: Labelled,
  { head, signature }: { head: string; signature: Signature },
): Promise<Copy[]> {
  // What is alike is about as long; mentions and links, which do not count, take the rest.
  const length = Buffer.byteLength(message.text);
  const since = asDate(ctx.clock.now().subtract({ hours: 24 * days }));
  // Signatures of the last weeks are kept; only what has none is read and looked at here, which takes far longer.
  const found = await sql<{ id: string; receivedAt: Date; text: string | null; kept: Signature | null }>`
    select m.id, m.received_at as "receivedAt", case when s.signature is null then m.text end as text,
      s.signature as kept
    from message m left join alike s on s.message_id = m.id
    where m.sent_at >= ${since} and m.direction = 'in' and m.id <> ${message.id}
      and octet_length(m.text) between ${Math.floor(length / 2) - 60} and ${length * 2 + 120}
      and m.intent is not null and ${personAllows(sql`m.person_id`, 'service')}
    order by m.sent_at desc limit ${mostLookedAt}`.execute(ctx.database);
  const copies = found.rows
    .map(({ text, kept, ...key }) => ({
      ...key,
      agreement: agreement(signature, kept ?? signatureOf(text ?? '')),
    }))
    .filter((one) => one.agreement >= sameEnough);
  if (copies.length === 0) return [];
  const said = await ctx.database
    .selectFrom('correction')
    .select('message_id')
    .where('head', '=', head)
    .where((where) => where('message_id', '=', where.fn.any(where.val(copies.map(({ id }) => id)))))
    .execute();
  const own = new Set(said.map((row) => row.message_id));
  return copies
    .filter(({ id }) => !own.has(id))
    .sort((one, other) => Number(BigInt(one.id) - BigInt(other.id)));
}
