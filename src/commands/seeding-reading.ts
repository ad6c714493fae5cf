import { sql } from 'kysely';
import { openThread } from '../conversations/thread.ts';
import { asDate, asInstant } from '../platform/clock.ts';
import { type Context, transact } from '../platform/context.ts';

const weeks = 12;

/** Pioniers without a plan read along: two of every three questions that stay without an answer, the day after. */
export async function readAlong(pionier: Context): Promise<void> {
  const since = asDate(pionier.clock.now().subtract({ hours: weeks * 7 * 24 }));
  const until = asDate(pionier.clock.now().subtract({ hours: 24 }));
  const found = await transact(pionier, 'service', ({ database }) =>
    sql<{ id: string; at: Date }>`select public_id as id, first_message_at as at from conversation
      where replies = 0 and started_by = 'customer' and first_message_at >= ${since} and first_message_at < ${until}
      order by id`.execute(database),
  );
  for (const [i, { id, at }] of found.rows.entries()) {
    if (i % 3 === 0) continue;
    const dayAfter = asInstant(at).add({ hours: 20 });
    await openThread({ ...pionier, clock: { now: () => dayAfter } }, id);
  }
}
