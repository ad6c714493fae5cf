import { sql } from 'kysely';
import { countRows, foundRows } from '../../platform/making-places.ts';
import type { Place } from '../../platform/personal-place.ts';

/** What somebody was asked after closing. A score stays as a number of nobody; who it was, and what they wrote, goes. */
export const questionPlace: Place = {
  name: 'question',
  columns: ['question.*'],
  mode: { kind: 'detach' },
  order: 31,
  find: (ctx, personId) =>
    foundRows(
      ctx,
      sql`
      select json_build_object('question', kind, 'askedAt', asked_at, 'score', score, 'remark', remark,
        'answeredAt', answered_at) as row
      from question where person_id = ${personId}::bigint and state <> 'dropped' order by id`,
    ),
  erase: async (ctx, personId) => {
    const gone = await sql`
      update question set person_id = null, remark = null, token_hash = null,
        dropped = case when state = 'waiting' then 'permission' end,
        state = case when state = 'waiting' then 'dropped' else state end
      where person_id = ${personId}::bigint and state <> 'dropped'`.execute(ctx.database);
    const rest =
      await sql`update question set person_id = null where person_id = ${personId}::bigint`.execute(
        ctx.database,
      );
    return Number(gone.numAffectedRows ?? 0) + Number(rest.numAffectedRows ?? 0);
  },
  verify: (ctx, personId) => countRows(ctx, sql`question where person_id = ${personId}::bigint`),
};
