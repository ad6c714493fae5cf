import { sql } from 'kysely';
import { countRows, foundRows } from '../../platform/making-places.ts';
import type { Place } from '../../platform/personal-place.ts';

/** That somebody was asked about the relation, and whether they answered. What they said has no name on it anywhere. */
export const surveyPlace: Place = {
  name: 'customer-survey',
  columns: ['customer_survey_invitation.*'],
  mode: { kind: 'detach' },
  order: 31,
  find: (ctx, personId) =>
    foundRows(
      ctx,
      sql`
      select json_build_object('question', 'relation', 'askedAt', asked_at, 'answeredOn', answered_on) as row
      from customer_survey_invitation
      where person_id = ${personId}::bigint and asked_at is not null order by id`,
    ),
  erase: async (ctx, personId) => {
    const gone = await sql`
      update customer_survey_invitation set person_id = null, token_hash = null,
        state = case when state = 'waiting' then 'dropped' else state end
      where person_id = ${personId}::bigint`.execute(ctx.database);
    return Number(gone.numAffectedRows ?? 0);
  },
  verify: (ctx, personId) =>
    countRows(ctx, sql`customer_survey_invitation where person_id = ${personId}::bigint`),
};
