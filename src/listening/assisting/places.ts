import { sql } from 'kysely';
import type { Place } from '../../platform/personal-place.ts';

/** That a language model or transformer was asked about them; never what. */
const assistancePlace: Place = {
  name: 'assistance',
  columns: ['assistance.*'],
  mode: { kind: 'delete' },
  order: 35,
  find: async (ctx, personId) => {
    const found = await sql<{ row: unknown }>`
      select json_build_object('about', reference, 'for', kind, 'model', model, 'where', place, 'outcome', outcome,
        'takenOut', hidden, 'at', asked_at) as row
      from assistance where person_id = ${personId}::bigint order by id`.execute(ctx.database);
    return found.rows.map(({ row }) => row);
  },
  erase: async (ctx, personId) => {
    const gone = await sql`delete from assistance where person_id = ${personId}::bigint`.execute(
      ctx.database,
    );
    return Number(gone.numAffectedRows ?? 0);
  },
};

export const places: readonly Place[] = [assistancePlace];
