import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { Place } from '../../platform/personal-place.ts';

/** What came along with what somebody wrote; it also goes with the words of its message, by the database. */
const sourcePlace: Place = {
  name: 'message source',
  columns: ['message_source.*'],
  mode: { kind: 'delete' },
  order: 68,
  find: async (ctx, personId) => {
    const found = await sql<{ row: unknown }>`
      select json_build_object('message', m.public_id, 'facts', s.facts, 'quoted', s.quoted) as row
      from message_source s join message m on m.id = s.message_id and m.received_at = s.received_at
      where s.person_id = ${personId}::bigint order by s.message_id`.execute(ctx.database);
    return found.rows.map(({ row }) => row);
  },
  erase: (ctx, personId) => drop(ctx, 'message_source', personId),
};

const attachmentPlace: Place = {
  name: 'message attachment',
  columns: ['message_attachment.*'],
  mode: { kind: 'delete' },
  order: 68,
  find: async (ctx, personId) => {
    const found = await sql<{ row: unknown }>`
      select json_build_object('message', m.public_id, 'name', a.name, 'type', a.media_type, 'bytes', a.bytes,
        'content', encode(a.content, 'base64')) as row
      from message_attachment a join message m on m.id = a.message_id and m.received_at = a.received_at
      where a.person_id = ${personId}::bigint order by a.id`.execute(ctx.database);
    return found.rows.map(({ row }) => row);
  },
  erase: (ctx, personId) => drop(ctx, 'message_attachment', personId),
};

async function drop(
  ctx: Context,
  table: 'message_source' | 'message_attachment',
  personId: string,
): Promise<number> {
  const gone = await sql`delete from ${sql.table(table)} where person_id = ${personId}::bigint`.execute(
    ctx.database,
  );
  return Number(gone.numAffectedRows ?? 0);
}

/** Nobody could read it, so nobody can say whose it is. */
const asidePlace: Place = {
  name: 'channel aside',
  columns: ['channel_aside.*'],
  mode: {
    kind: 'keep',
    reason: 'a message as it came, that nobody could read: whose it is, is not known',
    until: 'it was read after all, or thirty days',
  },
  find: async () => [],
  erase: async () => 0,
  verify: async () => 0,
};

export const connectingPlaces: readonly Place[] = [sourcePlace, attachmentPlace, asidePlace];
