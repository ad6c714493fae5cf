import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { sendJob } from '../../platform/jobs.ts';
import { countRows, foundRows, rowsPlace } from '../../platform/making-places.ts';
import type { Place } from '../../platform/personal-place.ts';
import { modelSwapped } from '../events.ts';

/** What was concluded about their messages. */
const labelPlace = rowsPlace({
  name: 'label',
  order: 40,
  file: 'labels',
  whose: (personId) => sql`(label.message_id, label.received_at) in (
    select m.id, m.received_at from message m where m.person_id = ${personId}::bigint)`,
  shown: sql`json_build_object('message', m.public_id, 'about', label.head, 'by', label.by,
    'labels', label.labels, 'certainty', label.confidence, 'because', label.because, 'at', label.at)`,
  beside: sql`join message m on m.id = label.message_id and m.received_at = label.received_at`,
  by: sql`label.at, label.message_id, label.head, label.by`,
});

/** What colleagues said is right, with the signature by which near copies are known. */
const correctionPlace = rowsPlace({
  name: 'correction',
  order: 40,
  file: 'labels',
  shown: sql`json_build_object('message', m.public_id, 'about', correction.head, 'by', 'colleague',
    'labels', correction.labels, 'at', correction.at)`,
  beside: sql`left join message m on m.id = correction.message_id and m.received_at = correction.received_at`,
  by: sql`correction.id`,
});

/**
 * Models that learned from the person: their files go, and the heads are trained anew without. Until that is done
 * the rules answer. A model also counts words of messages that nobody corrected, so what was made after the first
 * message of the person is made anew as well.
 */
const modelPlace: Place = {
  name: 'model',
  columns: ['model.*'],
  mode: { kind: 'detach' },
  order: 30,
  file: 'models',
  find: (ctx, personId) =>
    foundRows(
      ctx,
      sql`
        select json_build_object('about', head, 'version', version, 'madeAt', made_at, 'examples', examples) as row
        from model where ${personId}::bigint = any(persons) order by id`,
    ),
  erase: async (ctx, personId) => {
    const held = await sql<{ head: string; state: string }>`
      update model set file = null, persons = '{}', why = 'forgotten',
        state = case when state = 'current' then 'former' else state end
      where file is not null and (${personId}::bigint = any(persons)
        or made_at >= (select min(received_at) from message where person_id = ${personId}::bigint))
      returning head, state`.execute(ctx.database);
    await trainAnew(ctx, new Set(held.rows.map(({ head }) => head)));
    return held.rows.length;
  },
  verify: (ctx, personId) => countRows(ctx, sql`model where ${personId}::bigint = any(persons)`),
};

async function trainAnew(ctx: Context, heads: ReadonlySet<string>): Promise<void> {
  for (const head of heads) {
    await ctx.emit([modelSwapped(head, null, 'forgotten')]);
    await sendJob(ctx, 'retrain', { head });
  }
}

export const places: readonly Place[] = [labelPlace, correctionPlace, modelPlace];
