import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { Place } from '../../platform/personal-place.ts';

/** Why rules held for somebody's conversations, and what they did. */
export const rulingPlace: Place = {
  name: 'ruling',
  columns: ['ruling.*'],
  mode: { kind: 'delete' },
  order: 31,
  find: async (ctx, personId) => {
    const found = await sql<{ row: unknown }>`
      select json_build_object('conversation', c.public_id, 'at', r.at, 'because', r.because, 'acts', r.acts) as row
      from ruling r join conversation c on c.id = r.conversation_id
      where c.person_id = ${personId}::bigint order by r.id`.execute(ctx.database);
    return found.rows.map(({ row }) => row);
  },
  erase: async (ctx, personId) => {
    const gone = await sql`delete from ruling where ${ofPerson(personId)}`.execute(ctx.database);
    return Number(gone.numAffectedRows ?? 0);
  },
  verify: (ctx, personId) => count(ctx, personId),
};

function ofPerson(personId: string) {
  return sql`conversation_id in (select id from conversation where person_id = ${personId}::bigint)`;
}

async function count(ctx: Context, personId: string): Promise<number> {
  const left = await sql<{ n: string }>`select count(*) as n from ruling where ${ofPerson(personId)}`.execute(
    ctx.database,
  );
  return Number(left.rows[0]?.n ?? 0);
}
