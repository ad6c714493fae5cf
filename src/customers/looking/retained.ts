import { sql } from 'kysely';
import { pastOf, type Retained } from '../../platform/retained.ts';
import { isHeld } from '../../privacy/holding/held.ts';

/** Why somebody was looked at: as long as the ledger tells that they were. */
export const retained: readonly Retained[] = [
  {
    key: 'look',
    past: async (ctx, before) => {
      const found = await sql<{ due: string; held: string; oldest: Date | null }>`
        select count(*) filter (where not held) as due, count(*) filter (where held) as held,
          min(at) filter (where not held) as oldest
        from (select l.at, ${isHeld(sql`l.person_id`)} as held from customer_look l where l.at < ${before}) t`.execute(
        ctx.database,
      );
      return pastOf(found.rows[0]);
    },
    remove: async (ctx, before, most) => {
      const gone = await sql`
        delete from customer_look where id in (select l.id from customer_look l
          where l.at < ${before} and not ${isHeld(sql`l.person_id`)} order by l.id limit ${most})`.execute(
        ctx.database,
      );
      return Number(gone.numAffectedRows ?? 0);
    },
  },
];
