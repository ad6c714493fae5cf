import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import { getPerson } from '../customer.ts';
import { kept } from '../events.ts';
import { employeeOf } from '../identifying/merging.ts';

export const longestNote = 10_000;

export interface Note {
  publicId: string;
  text: string;
  writtenAt: Date;
  writtenBy: string | null;
  editedAt: Date | null;
  /** The reader wrote it, and may change it or take it away. */
  mine: boolean;
}

/** Notes about a person, newest first. Runs under the purpose that opened the person. */
export async function notesOf(ctx: Context, personIds: readonly string[], limit = 50): Promise<Note[]> {
  const found = await sql<Note>`
    select n.public_id as "publicId", n.text, n.written_at as "writtenAt", e.name as "writtenBy",
      n.edited_at as "editedAt", n.written_by = ${employeeOf(ctx) ?? '0'} as mine
    from customer_note n left join employee e on e.id = n.written_by
    where n.person_id = any(${personIds}::bigint[]) order by n.written_at desc, n.id desc limit ${limit}`.execute(
    ctx.database,
  );
  return found.rows.map((row) => ({ ...row, mine: row.mine ?? false }));
}

export async function writeNote(ctx: Context, id: string, text: string): Promise<string> {
  return transact(ctx, 'service', async (ctx) => {
    const person = await getPerson(ctx, id);
    const at = ctx.clock.now();
    const noteId = publicId('nt', at.epochMilliseconds);
    await sql`insert into customer_note (public_id, person_id, text, written_at, written_by)
      values (${noteId}, ${person.id}, ${text}, ${asDate(at)}, ${employeeOf(ctx)})`.execute(ctx.database);
    await ctx.emit([kept('note.written', person.id, noteId)]);
    return noteId;
  });
}

/**
 * Only whoever wrote a note changes it.
 * @throws Refusal `not-found.note`, also for a note of somebody else or about somebody else
 */
export async function changeNote(ctx: Context, note: NoteOf, text: string): Promise<void> {
  await own(ctx, note, [
    'note.changed',
    (personIds) =>
      sql<{ person_id: string }>`
      update customer_note set text = ${text}, edited_at = ${asDate(ctx.clock.now())}
      where public_id = ${note.note} and written_by = ${employeeOf(ctx)} and person_id = any(${personIds}::bigint[])
      returning person_id`,
  ]);
}

/** Taken away for good: a note that was wrong about somebody is not kept. */
export async function removeNote(ctx: Context, note: NoteOf): Promise<void> {
  await own(ctx, note, [
    'note.removed',
    (personIds) =>
      sql<{ person_id: string }>`
      delete from customer_note
      where public_id = ${note.note} and written_by = ${employeeOf(ctx)} and person_id = any(${personIds}::bigint[])
      returning person_id`,
  ]);
}

export interface NoteOf {
  /** Public id of the person. */
  id: string;
  note: string;
}

type Change = (personIds: readonly string[]) => ReturnType<typeof sql<{ person_id: string }>>;

async function own(
  ctx: Context,
  { id, note }: NoteOf,
  [verb, change]: ['note.changed' | 'note.removed', Change],
): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const { personIds } = await getPerson(ctx, id);
    const [row] = (await change(personIds).execute(ctx.database)).rows;
    if (!row) throw new Refusal('not-found.note', { id: note });
    await ctx.emit([kept(verb, row.person_id, note)]);
  });
}
