import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

export interface HandOvers {
  /** Opening hours from asking the back office until its answer, in seconds, ascending. */
  readonly sorted: number[];
  /** Of those asked at least 72 hours before the end, how many were answered by then. */
  readonly k: number;
  readonly n: number;
}

/** Counted by when they were asked. Runs in a transaction with a purpose. */
export async function measureHandOvers(
  ctx: Context,
  { after, until }: { after: Date; until: Date },
): Promise<HandOvers> {
  const found = await sql<{ seconds: string | null; answered: boolean; old: boolean }>`
    select hours_seconds as seconds, coalesce(outcome = 'answered' and ended_at <= ${until}, false) as answered,
      asked_at <= ${until}::timestamptz - interval '72 hours' as old
    from hand_over where asked_at > ${after} and asked_at <= ${until} and outcome is distinct from 'withdrawn'
    order by hours_seconds`.execute(ctx.database);
  const answered = found.rows.filter((row) => row.answered && row.seconds !== null);
  const old = found.rows.filter((row) => row.old);
  return {
    sorted: answered.map(({ seconds }) => Number(seconds)),
    k: old.filter((row) => row.answered).length,
    n: old.length,
  };
}
