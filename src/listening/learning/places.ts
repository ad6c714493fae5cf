import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { sendJob } from '../../platform/jobs.ts';
import type { Place } from '../../platform/personal-place.ts';
import { modelSwapped } from '../events.ts';

const theirs = (personId: string) => sql`
  select m.id, m.received_at from message m where m.person_id = ${personId}::bigint`;

/** What was concluded about their messages. */
const labelPlace: Place = {
  name: 'label',
  columns: ['label.*'],
  mode: { kind: 'delete' },
  order: 40,
  file: 'labels',
  find: async (ctx, personId) => {
    const found = await sql<{ row: unknown }>`
      select json_build_object('message', m.public_id, 'about', l.head, 'by', l.by, 'labels', l.labels,
        'certainty', l.confidence, 'because', l.because, 'at', l.at) as row
      from message m join label l on l.message_id = m.id and l.received_at = m.received_at
      where m.person_id = ${personId}::bigint order by l.at, l.message_id, l.head, l.by`.execute(
      ctx.database,
    );
    return found.rows.map(({ row }) => row);
  },
  erase: async (ctx, personId) => {
    const gone = await sql`delete from label l using (${theirs(personId)}) m
      where l.message_id = m.id and l.received_at = m.received_at`.execute(ctx.database);
    return Number(gone.numAffectedRows ?? 0);
  },
};

/** What colleagues said is right, with the signature by which near copies are known. */
const correctionPlace: Place = {
  name: 'correction',
  columns: ['correction.*'],
  mode: { kind: 'delete' },
  order: 40,
  file: 'labels',
  find: async (ctx, personId) => {
    const found = await sql<{ row: unknown }>`
      select json_build_object('message', m.public_id, 'about', c.head, 'by', 'colleague', 'labels', c.labels,
        'at', c.at) as row
      from correction c left join message m on m.id = c.message_id and m.received_at = c.received_at
      where c.person_id = ${personId}::bigint order by c.id`.execute(ctx.database);
    return found.rows.map(({ row }) => row);
  },
  erase: async (ctx, personId) => {
    const gone = await sql`delete from correction where person_id = ${personId}::bigint`.execute(
      ctx.database,
    );
    return Number(gone.numAffectedRows ?? 0);
  },
};

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
  find: async (ctx, personId) => {
    const found = await sql<{ row: unknown }>`
      select json_build_object('about', head, 'version', version, 'madeAt', made_at, 'examples', examples) as row
      from model where ${personId}::bigint = any(persons) order by id`.execute(ctx.database);
    return found.rows.map(({ row }) => row);
  },
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
  verify: async (ctx, personId) => {
    const left = await sql<{ n: string }>`
      select count(*) as n from model where ${personId}::bigint = any(persons)`.execute(ctx.database);
    return Number(left.rows[0]?.n ?? 0);
  },
};

async function trainAnew(ctx: Context, heads: ReadonlySet<string>): Promise<void> {
  for (const head of heads) {
    await ctx.emit([modelSwapped(head, null, 'forgotten')]);
    await sendJob(ctx, 'retrain', { head });
  }
}

export const places: readonly Place[] = [labelPlace, correctionPlace, modelPlace];
