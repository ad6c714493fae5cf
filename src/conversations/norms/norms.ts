import { sql } from 'kysely';
import { requiresEverywhere } from '../../organisation/authority.ts';
import { doneBy } from '../../organisation/done-by.ts';
import { listQueues } from '../../organisation/queues.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Norm } from './norm.ts';

export interface NormsVersion {
  id: string;
  norms: readonly Norm[];
  madeAt: Date;
  madeBy: string | null;
}

/** All versions, newest first, at most a hundred. One statement. */
export async function normsVersions(ctx: Context): Promise<NormsVersion[]> {
  const found = await sql<NormsVersion>`
    select v.id, v.norms, v.made_at as "madeAt", e.name as "madeBy"
    from norm_version v left join employee e on e.id = v.made_by order by v.id desc limit 100`.execute(
    ctx.database,
  );
  return found.rows;
}

const mostNorms = 100;

/**
 * From now on these norms hold, in this order, also for what waits already; what was answered stays judged by what held
 * then. @throws Refusal `invalid.norms` when one has no name, promises nothing, or names a queue that is not there
 */
export async function publishNorms(ctx: Context, norms: readonly Norm[]): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  await transact(ctx, null, async (ctx) => {
    const queues = new Set((await listQueues(ctx)).map(({ key }) => key));
    const wrong = norms.filter((norm) => !isWhole(norm) || norm.queues.some((key) => !queues.has(key)));
    const keys = new Set(norms.map(({ key }) => key));
    if (wrong.length > 0 || norms.length > mostNorms || keys.size < norms.length)
      throw new Refusal('invalid.norms', { norms: wrong.map(({ name }) => name) });
    const made = await sql<{ id: string }>`
      insert into norm_version (norms, made_at, made_by)
      values (${JSON.stringify(norms)}, ${asDate(ctx.clock.now())}, ${doneBy(ctx)}) returning id`.execute(
      ctx.database,
    );
    await ctx.emit(
      made.rows.map(({ id }) => ({ verb: 'norms.published', subject: { kind: 'norm_version', id } })),
    );
  });
}

function isWhole({ name, first, next, resolution }: Norm): boolean {
  const promised = [first, next, resolution].filter((seconds) => seconds !== null);
  return name.trim() !== '' && promised.length > 0 && promised.every((seconds) => seconds > 0);
}
