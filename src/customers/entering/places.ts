import { sql } from 'kysely';
import type { Place } from '../../platform/personal-place.ts';

function deleting(name: string, shown: string): Place {
  const table = sql.table(name);
  return {
    name,
    columns: [`${name}.*`],
    mode: { kind: 'delete' },
    find: async (ctx, personId) => {
      const found = await sql<{ row: unknown }>`
        select ${sql.raw(shown)} as row from ${table} where person_id = ${personId}::bigint`.execute(
        ctx.database,
      );
      return found.rows.map(({ row }) => row);
    },
    erase: async (ctx, personId) => {
      const gone = await sql`delete from ${table} where person_id = ${personId}::bigint`.execute(
        ctx.database,
      );
      return Number(gone.numAffectedRows ?? 0);
    },
  };
}

const typed = (personId: string) => sql`given in (
  select address from identity where person_id = ${personId}::bigint and address is not null
  union select external_id from identity where person_id = ${personId}::bigint)`;

/** Links, sessions, and what somebody typed to get a link and was not answered yet. */
export const places: readonly Place[] = [
  deleting(
    'person_link',
    `json_build_object('kind', kind, 'stops', stops, 'madeAt', made_at, 'usedAt', used_at)`,
  ),
  deleting('person_session', `json_build_object('madeAt', made_at, 'seenAt', seen_at)`),
  {
    name: 'link_request',
    columns: ['link_request.*'],
    mode: { kind: 'delete' },
    find: async (ctx, personId) => {
      const found = await sql<{ row: unknown }>`
        select json_build_object('given', given, 'madeAt', made_at) as row from link_request
        where ${typed(personId)}`.execute(ctx.database);
      return found.rows.map(({ row }) => row);
    },
    erase: async (ctx, personId) => {
      const gone = await sql`delete from link_request where ${typed(personId)}`.execute(ctx.database);
      return Number(gone.numAffectedRows ?? 0);
    },
  },
];
