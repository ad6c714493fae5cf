import { sql } from 'kysely';
import { pastOf, type Retained } from '../../platform/retained.ts';
import { isHeld } from '../holding/held.ts';

const ledger: Retained = {
  key: 'ledger',
  past: async (ctx, before) => {
    const found = await sql<{ due: string; held: string; oldest: Date | null }>`
      select count(*) filter (where not held) as due, count(*) filter (where held) as held,
        min(at) filter (where not held) as oldest
      from (select u.at, ${isHeld(sql`u.person_id`)} as held from data_use u where u.at < ${before}) t`.execute(
      ctx.database,
    );
    return pastOf(found.rows[0]);
  },
  remove: async (ctx, before, most) => {
    const gone = await sql<{ n: string }>`select erase_uses_before(${before}, ${most}) as n`.execute(
      ctx.database,
    );
    return Number(gone.rows[0]?.n ?? 0);
  },
};

/** Requests that ended: who asked and what goes; that there was one, and how long it took, stays. */
const requests: Retained = {
  key: 'request',
  past: async (ctx, before) => {
    const found = await sql<{ due: string; held: string; oldest: Date | null }>`
      select count(*) filter (where not held) as due, count(*) filter (where held) as held,
        min(ended_at) filter (where not held) as oldest
      from (select r.ended_at, ${isHeld(sql`r.person_id`)} as held from privacy_request r
        where r.ended_at < ${before} and r.person_id is not null) t`.execute(ctx.database);
    return pastOf(found.rows[0]);
  },
  remove: async (ctx, before, most) => {
    const gone = await sql`
      update privacy_request set person_id = null, wish = null, proof = null where id in (
        select r.id from privacy_request r where r.ended_at < ${before} and r.person_id is not null
          and not ${isHeld(sql`r.person_id`)} order by r.id limit ${most})`.execute(ctx.database);
    return Number(gone.numAffectedRows ?? 0);
  },
};

/** Which lists colleagues looked at. */
const lists: Retained = {
  key: 'list',
  past: async (ctx, before) => {
    const found = await sql<{ due: string; held: string; oldest: Date | null }>`
      select count(*) as due, 0 as held, min(first_at) as oldest from list_use where first_at < ${before}`.execute(
      ctx.database,
    );
    return pastOf(found.rows[0]);
  },
  remove: async (ctx, before, most) => {
    const gone = await sql`
      delete from list_use where ctid = any(array(
        select ctid from list_use where first_at < ${before} order by first_at limit ${most}))`.execute(
      ctx.database,
    );
    return Number(gone.numAffectedRows ?? 0);
  },
};

export const retained: readonly Retained[] = [ledger, requests, lists];
