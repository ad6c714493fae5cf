import { sql } from 'kysely';
import { type Context, transact } from './platform/context.ts';
import { askErasure, confirmErasure } from './privacy/erasing/asking.ts';
import { proofToErase } from './privacy/erasing/erasure.ts';
import { membersOf } from './privacy/locking.ts';
import { thoseToForget } from './privacy/terms/terming.ts';

/**
 * Every night: whoever asked to be forgotten so many months after the last contact, and whose last contact is so long
 * ago, is erased. Nobody while a conversation with them is open. They said yes when they set the term, so there is
 * nothing more to confirm: the scope is counted one night, and the erasure goes on the next.
 */
export async function forgetQuiet(ctx: Context): Promise<void> {
  await confirmOwn(ctx);
  const persons = await transact(ctx, 'legal', thoseToForget);
  for (const { personId, months } of persons) {
    await transact(ctx, 'legal', async (ctx) => {
      const personIds = await membersOf(ctx, [personId]);
      if (await isQuiet(ctx, personIds, months)) await askErasure(ctx, { personIds, strength: proofToErase });
    });
  }
}

async function isQuiet(ctx: Context, personIds: readonly string[], months: number): Promise<boolean> {
  const now = new Date(ctx.clock.now().epochMilliseconds);
  const found = await sql<{ quiet: boolean }>`
    select coalesce((select max(m.sent_at) from message m where m.person_id = any(${personIds}::bigint[])),
        (select max(p.created_at) from person p where p.id = any(${personIds}::bigint[])))
      < ${now}::timestamptz - make_interval(months => ${months}::int)
      and not exists (select from conversation_open o where o.person_id = any(${personIds}::bigint[]))
      and not exists (select from erasure e where e.person_ids && ${personIds}::bigint[]
        and e.state not in ('certified', 'withdrawn')) as quiet`.execute(ctx.database);
  return found.rows[0]?.quiet ?? false;
}

/** Erasures that no request stands behind are of such a term. */
async function confirmOwn(ctx: Context): Promise<void> {
  const shown = await transact(ctx, 'legal', ({ database }) =>
    database
      .selectFrom('erasure')
      .select('public_id')
      .where('state', '=', 'shown')
      .where('request_id', 'is', null)
      .where('made_by', 'is', null)
      .execute(),
  );
  for (const { public_id } of shown) await confirmErasure(ctx, public_id, 0);
}
