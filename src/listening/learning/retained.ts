import { sql } from 'kysely';
import { personHeld } from '../../customers/using.ts';
import { pastOf, type Retained } from '../../platform/retained.ts';

const heldMessage = sql`exists (select from message m where m.id = l.message_id and m.received_at = l.received_at
  and ${personHeld(sql`m.person_id`)})`;

/** Whole months first: they go without a trace and without being read row by row. */
const labels: Retained = {
  key: 'label',
  past: async (ctx, before) => {
    const found = await sql<{ due: string; held: string; oldest: Date | null }>`
      select count(*) filter (where not held) as due, count(*) filter (where held) as held,
        min(at) filter (where not held) as oldest
      from (select l.at, ${heldMessage} as held from label l where l.at < ${before}) t`.execute(ctx.database);
    return pastOf(found.rows[0]);
  },
  remove: async (ctx, before, most) => {
    const dropped = await sql<{ n: string }>`select drop_label_months(${before}) as n`.execute(ctx.database);
    const months = Number(dropped.rows[0]?.n ?? 0);
    if (months > 0) return months;
    const gone = await sql`
      delete from label l using (
        select l.message_id, l.received_at, l.head, l.by from label l
        where l.at < ${before} and not ${heldMessage} order by l.at limit ${most}) t
      where l.message_id = t.message_id and l.received_at = t.received_at and l.head = t.head and l.by = t.by`.execute(
      ctx.database,
    );
    return Number(gone.numAffectedRows ?? 0);
  },
};

const corrections: Retained = {
  key: 'correction',
  past: async (ctx, before) => {
    const found = await sql<{ due: string; held: string; oldest: Date | null }>`
      select count(*) filter (where not held) as due, count(*) filter (where held) as held,
        min(at) filter (where not held) as oldest
      from (select c.at, coalesce(${personHeld(sql`c.person_id`)}, false) as held from correction c
        where c.at < ${before}) t`.execute(ctx.database);
    return pastOf(found.rows[0]);
  },
  remove: async (ctx, before, most) => {
    const gone = await sql`
      delete from correction where id in (
        select c.id from correction c where c.at < ${before}
          and not coalesce(${personHeld(sql`c.person_id`)}, false) order by c.id limit ${most})`.execute(
      ctx.database,
    );
    return Number(gone.numAffectedRows ?? 0);
  },
};

export const retained: readonly Retained[] = [labels, corrections];
