import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Small evidence of change work: each is a dated note of a kind, about something. */
export const noteKinds = [
  'intake',
  'obstacle',
  'opportunity',
  'interview',
  'checklist',
  'introduction',
  'site',
  'outside',
] as const;
export type NoteKind = (typeof noteKinds)[number];

export interface Note {
  readonly publicId: string;
  readonly kind: NoteKind;
  readonly about: string;
  readonly said: Readonly<Record<string, unknown>>;
  readonly madeAt: Date;
  readonly by: string | null;
}

/** The notes that hold, the newest first; at most 200. */
export async function listNotes(ctx: Context, kinds: readonly NoteKind[]): Promise<Note[]> {
  const found = await sql<Note>`
    select n.public_id as "publicId", n.kind, n.about, n.said, n.made_at as "madeAt", e.name as by
    from journey_note n left join employee e on e.id = n.made_by
    where n.kind = any(${[...kinds]}::text[]) and n.ended_at is null order by n.id desc limit 200`.execute(
    ctx.database,
  );
  return found.rows;
}

/** Writes one down; what was noted of the same kind about the same thing stays to be read. @throws Refusal `invalid.note` */
export async function note(
  ctx: Context,
  { kind, about, said }: Pick<Note, 'kind' | 'about' | 'said'>,
): Promise<void> {
  if (about.trim() === '' || about.length > 300) throw new Refusal('invalid.note');
  const now = ctx.clock.now();
  await sql`insert into journey_note (public_id, kind, about, said, made_at, made_by)
    values (${publicId('jn', now.epochMilliseconds)}, ${kind}, ${about.trim()}, ${JSON.stringify(said)}, ${asDate(now)},
      ${ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null})`.execute(ctx.database);
}

/** One answer per thing: the new one stands in place of the old. */
export async function noteInstead(ctx: Context, given: Pick<Note, 'kind' | 'about' | 'said'>): Promise<void> {
  await transact(ctx, null, async (ctx) => {
    // Two who answer at once leave one answer, that of the later.
    await sql`select pg_advisory_xact_lock(hashtext(${`journey note ${given.kind} ${given.about}`}))`.execute(
      ctx.database,
    );
    await sql`update journey_note set ended_at = ${asDate(ctx.clock.now())}
      where kind = ${given.kind} and about = ${given.about} and ended_at is null`.execute(ctx.database);
    await note(ctx, given);
  });
}

export async function endNote(ctx: Context, id: string): Promise<void> {
  await sql`update journey_note set ended_at = ${asDate(ctx.clock.now())}
    where public_id = ${id} and ended_at is null`.execute(ctx.database);
}
