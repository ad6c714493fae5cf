import { sql } from 'kysely';
import type { Place } from '../../platform/personal-place.ts';

/** What a customer system was told, or is to be told, of conversations and corrections. What waits is told no more once it is gone. */
export const places: readonly Place[] = [
  {
    name: 'backoffice_share',
    columns: ['backoffice_share.*'],
    mode: { kind: 'delete' },
    find: async (ctx, personId) => {
      const found = await sql<{ row: unknown }>`
        select json_build_object('to', b.name, 'what', s.what, 'told', s.interaction, 'state', s.state, 'reason', s.reason,
          'madeAt', s.made_at, 'endedAt', s.ended_at) as row
        from backoffice_share s join backoffice b on b.id = s.backoffice_id
        where s.person_id = ${personId}::bigint order by s.id`.execute(ctx.database);
      return found.rows.map(({ row }) => row);
    },
    erase: async (ctx, personId) => {
      const gone = await sql`delete from backoffice_share where person_id = ${personId}::bigint`.execute(
        ctx.database,
      );
      return Number(gone.numAffectedRows ?? 0);
    },
  },
];
