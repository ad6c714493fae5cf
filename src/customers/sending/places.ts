import { sql } from 'kysely';
import type { Place } from '../../platform/personal-place.ts';

/** For which mailings somebody was on the list, and why they did not get it. */
export const places: readonly Place[] = [
  {
    name: 'mailing_recipient',
    columns: ['mailing_recipient.*'],
    mode: { kind: 'delete' },
    find: async (ctx, personId) => {
      const found = await sql<{ row: unknown }>`
        select json_build_object('purpose', g.purpose, 'startedAt', g.started_at, 'skipped', r.skipped, 'at', r.at) as row
        from mailing_recipient r join mailing g on g.id = r.mailing_id
        where r.person_id = ${personId}::bigint order by g.id`.execute(ctx.database);
      return found.rows.map(({ row }) => row);
    },
    erase: async (ctx, personId) => {
      const gone = await sql`
        delete from mailing_recipient where person_id = ${personId}::bigint`.execute(ctx.database);
      return Number(gone.numAffectedRows ?? 0);
    },
  },
];
