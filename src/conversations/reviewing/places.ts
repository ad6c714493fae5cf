import { sql } from 'kysely';
import type { Place } from '../../platform/personal-place.ts';

const theirs = (personId: string) => sql`
  select i.id from quality_item i join conversation c on c.id = i.conversation_id where c.person_id = ${personId}::bigint`;

/** What two colleagues said about an answer to this person; the marks stay, as numbers about our work. */
const talkPlace: Place = {
  name: 'quality talk',
  columns: ['quality_talk.*'],
  mode: { kind: 'delete' },
  // Before the conversation lets go of the person.
  order: 40,
  find: async (ctx, personId) => {
    const found = await sql<{ row: unknown }>`
      select json_build_object('saidAt', t.said_at, 'text', t.text) as row from quality_talk t
      where t.item_id in (${theirs(personId)}) order by t.id`.execute(ctx.database);
    return found.rows.map(({ row }) => row);
  },
  erase: async (ctx, personId) => {
    const gone = await sql`delete from quality_talk where item_id in (${theirs(personId)})`.execute(
      ctx.database,
    );
    return Number(gone.numAffectedRows ?? 0);
  },
};

/** Which answers were drawn and what marks they got: numbers about our own work, and colleagues. */
const marksPlace: Place = {
  name: 'quality marks',
  columns: ['quality_item.*', 'quality_score.*'],
  mode: {
    kind: 'keep',
    reason: 'colleagues, no customers; marks of answers, without a word of them',
    until: 'as long as reports are kept',
  },
  find: async () => [],
  erase: async () => 0,
  verify: async () => 0,
};

export const places: readonly Place[] = [talkPlace, marksPlace];
