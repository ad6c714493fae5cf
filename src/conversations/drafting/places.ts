import { sql } from 'kysely';
import type { Place } from '../../platform/personal-place.ts';

/** Answers that were prepared and not sent. Erased before `assistance`, which they point at. */
const draftPlace: Place = {
  name: 'reply_draft',
  columns: ['reply_draft.*'],
  mode: { kind: 'delete' },
  order: 34,
  find: async (ctx, personId) => {
    const found = await sql<{ row: unknown }>`
      select json_build_object('conversation', c.public_id, 'text', d.text, 'at', d.made_at) as row
      from reply_draft d join conversation c on c.id = d.conversation_id
      where d.person_id = ${personId}::bigint order by d.made_at`.execute(ctx.database);
    return found.rows.map(({ row }) => row);
  },
  erase: async (ctx, personId) => {
    const gone = await sql`delete from reply_draft where person_id = ${personId}::bigint`.execute(
      ctx.database,
    );
    return Number(gone.numAffectedRows ?? 0);
  },
};

export const places: readonly Place[] = [draftPlace];
