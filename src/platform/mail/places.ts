import { sql } from 'kysely';
import type { Place } from '../personal-place.ts';

/**
 * Mails to somebody: what was sent and when, and for a week the words. Without links: one that still opens something
 * is of whoever has the mail, not of whoever has the copy.
 */
export const places: readonly Place[] = [
  {
    name: 'mail',
    columns: ['mail.*'],
    mode: { kind: 'delete' },
    find: async (ctx, personId) => {
      const found = await sql<{ row: unknown }>`
        select json_build_object('kind', kind, 'purpose', purpose, 'to', recipient, 'subject', subject, 'state', state,
          'reason', reason, 'words', regexp_replace(body, 'https?://\\S+', '[…]', 'g'), 'madeAt', created_at,
          'endedAt', ended_at) as row
        from mail where person_id = ${personId}::bigint order by id`.execute(ctx.database);
      return found.rows.map(({ row }) => row);
    },
    erase: async (ctx, personId) => {
      const gone = await sql`delete from mail where person_id = ${personId}::bigint`.execute(ctx.database);
      return Number(gone.numAffectedRows ?? 0);
    },
  },
];
