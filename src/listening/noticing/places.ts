import { sql } from 'kysely';
import { foundRows } from '../../platform/making-places.ts';
import type { Place } from '../../platform/personal-place.ts';
import { recount } from './keeping.ts';

/** What their messages say, in numbers, and which others say nearly the same. */
const alikePlace: Place = {
  name: 'alike',
  columns: ['alike.*'],
  mode: { kind: 'delete' },
  order: 40,
  file: 'labels',
  find: (ctx, personId) =>
    foundRows(
      ctx,
      sql`
      select json_build_object('message', m.public_id, 'about', 'says nearly the same as', 'group', g.public_id,
        'messages', g.size) as row
      from alike a left join alike_group g on g.id = a.group_id
      left join message m on m.id = a.message_id and m.received_at = a.received_at
      where a.person_id = ${personId}::bigint order by a.message_id`,
    ),
  erase: async (ctx, personId) => {
    const gone = await sql<{ group_id: string | null }>`
      delete from alike where person_id = ${personId}::bigint returning group_id`.execute(ctx.database);
    const groups = [...new Set(gone.rows.flatMap((row) => row.group_id ?? []))];
    await sql`
      update alike_group g set size = (select count(*) from alike a where a.group_id = g.id)
      where g.id = any(${groups}::bigint[])`.execute(ctx.database);
    return gone.rows.length;
  },
};

/** That their message belonged to a topic that was suddenly spoken about. */
const burstPlace: Place = {
  name: 'burst_message',
  columns: ['burst_message.*'],
  mode: { kind: 'delete' },
  order: 40,
  file: 'labels',
  find: (ctx, personId) =>
    foundRows(
      ctx,
      sql`
      select json_build_object('message', m.public_id, 'about', 'topic that rose', 'signal', b.public_id,
        'terms', b.terms) as row
      from burst_message t join burst b on b.id = t.burst_id
      left join message m on m.id = t.message_id and m.received_at = t.received_at
      where t.person_id = ${personId}::bigint order by t.burst_id, t.message_id`,
    ),
  erase: async (ctx, personId) => {
    const gone = await sql<{ burst_id: string }>`
      delete from burst_message where person_id = ${personId}::bigint returning burst_id`.execute(
      ctx.database,
    );
    await recount(ctx, [...new Set(gone.rows.map((row) => row.burst_id))]);
    return gone.rows.length;
  },
};

export const places: readonly Place[] = [alikePlace, burstPlace];
