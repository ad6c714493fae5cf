import { rm } from 'node:fs/promises';
import { sql } from 'kysely';
import { pastOf, type Retained } from '../platform/retained.ts';

/** Files that somebody uploaded and never imported; what was wrong with their rows goes with them. */
const uploads: Retained = {
  key: 'upload',
  past: async (ctx, before) => {
    const found = await sql<{ due: string; held: string; oldest: Date | null }>`
      select count(*) as due, 0 as held, min(created_at) as oldest from import
      where path is not null and state in ('preview', 'failed') and created_at < ${before}`.execute(
      ctx.database,
    );
    return pastOf(found.rows[0]);
  },
  remove: async (ctx, before, most) => {
    const found = await sql<{ id: string; path: string }>`
      select id, path from import where path is not null and state in ('preview', 'failed')
        and created_at < ${before} order by id limit ${most} for update`.execute(ctx.database);
    for (const { id, path } of found.rows) {
      await rm(path, { force: true });
      await sql`delete from import_rejection where import_id = ${id}`.execute(ctx.database);
      await sql`update import set path = null, state = 'failed', error = '{"code":"not-found.file","details":{}}'
        where id = ${id}`.execute(ctx.database);
    }
    return found.rows.length;
  },
};

export const retained: readonly Retained[] = [uploads];
