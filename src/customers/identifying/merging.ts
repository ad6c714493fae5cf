import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import { stateOf } from '../../privacy/deciding.ts';
import { joinPermissions, partPermissions } from '../../privacy/joining/joining.ts';
import { rank } from '../../privacy/permission.ts';
import { getPerson } from '../customer.ts';
import { personMerged, personParted } from '../events.ts';
import type { Person } from '../person.ts';
import { type Line, shownByLines } from './grouping.ts';
import type { MergeReason } from './reason.ts';

/** Whoever merges or parts holds this: the outcome is derived from all lines of a group. Apart from the persons' own. */
const mergeLock = -4_400_112;

export interface NewLine {
  id: string;
  otherId: string;
  reasons?: readonly MergeReason[];
  evidence?: string;
}

/**
 * Two persons are one human from now on: one line between them, and nothing else of them moves. The stricter of their
 * permissions holds for both. Answers with the public id of the person as whom they are shown. Whoever is one already
 * stays so: two colleagues who do this at once are no error.
 * @throws Refusal `forbidden.link` when one of them does not want to be recognised across channels.
 */
export async function merge(ctx: Context, line: NewLine): Promise<string> {
  return transact(ctx, 'service', async (ctx) => {
    await lockMerging(ctx);
    const person = await getPerson(ctx, line.id);
    const other = await getPerson(ctx, line.otherId);
    if (person.id === other.id) return person.publicId;
    await refuseUnwanted(ctx, [person, other]);
    const id = await draw(ctx, line, { personId: other.id, intoId: person.id });
    const members = [...person.personIds, ...other.personIds];
    await writeShown(ctx, members);
    await joinPermissions(ctx, person.id, other.id);
    await ctx.emit([personMerged(person.id, { other: other.id, line: id })]);
    return BigInt(person.id) < BigInt(other.id) ? person.publicId : other.publicId;
  });
}

/**
 * They are not one after all: takes one line away. Each side is what it was, except that nobody gets back a permission;
 * and the pair is not suggested again. Can be done for ever; harmless to do twice.
 * @throws Refusal `not-found.merge`
 */
export async function part(ctx: Context, lineId: string, why: string | null = null): Promise<string> {
  return transact(ctx, 'service', async (ctx) => {
    await lockMerging(ctx);
    const found = await sql<Line & { id: string; publicId: string; undone: boolean }>`
      select a.id, a.person_id as "personId", a.into_id as "intoId", p.public_id as "publicId",
        a.undone_at is not null as undone
      from person_alias a join person p on p.id = a.into_id where a.public_id = ${lineId}`.execute(
      ctx.database,
    );
    const [line] = found.rows;
    if (!line) throw new Refusal('not-found.merge', { id: lineId });
    if (line.undone) return line.publicId;
    const { personIds } = await getPerson(ctx, line.publicId);
    await sql`update person_alias set undone_at = ${asDate(ctx.clock.now())}, undone_by = ${employeeOf(ctx)},
      undone_why = ${why} where id = ${line.id}`.execute(ctx.database);
    await writeShown(ctx, personIds);
    await partPermissions(ctx, line.personId, line.intoId);
    await keepApart(ctx, line);
    await ctx.emit([personParted(line.intoId, { other: line.personId, line: line.id })]);
    return line.publicId;
  });
}

async function lockMerging(ctx: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(mergeLock)})`.execute(ctx.database);
}

/** A clear no to being recognised elsewhere binds colleagues too; not having been asked yet does not. */
async function refuseUnwanted(ctx: Context, persons: readonly Person[]): Promise<void> {
  for (const { id } of persons)
    if (rank(await stateOf(ctx, id, 'link')) <= rank('denied')) throw new Refusal('forbidden.link');
}

async function draw(ctx: Context, { reasons = [], evidence }: NewLine, line: Line): Promise<string> {
  const at = ctx.clock.now();
  const made = await sql<{ id: string }>`
    insert into person_alias (public_id, person_id, into_id, reasons, evidence, made_at, made_by)
    values (${publicId('al', at.epochMilliseconds)}, ${line.personId}, ${line.intoId}, ${[...reasons]}::text[],
      ${evidence ?? null}, ${asDate(at)}, ${employeeOf(ctx)}) returning id`.execute(ctx.database);
  return made.rows[0]?.id ?? '';
}

/** Derives anew as whom each of `members` is shown. They must be whole groups. */
async function writeShown(ctx: Context, members: readonly string[]): Promise<void> {
  const lines = await sql<Line>`
    select person_id as "personId", into_id as "intoId" from person_alias
    where undone_at is null and person_id = any(${members}::bigint[])`.execute(ctx.database);
  const shown = [...shownByLines(lines.rows)];
  await sql`delete from person_shown where person_id = any(${members}::bigint[])`.execute(ctx.database);
  await sql`insert into person_shown (person_id, shown_id)
    select * from unnest(${shown.map(([id]) => id)}::bigint[], ${shown.map(([, as]) => as)}::bigint[])`.execute(
    ctx.database,
  );
}

async function keepApart(ctx: Context, { personId, intoId }: Line): Promise<void> {
  const at = ctx.clock.now();
  await sql`
    insert into merge_suggestion (public_id, person_id, other_id, reasons, score, found_at, dismissed_at, dismissed_by)
    values (${publicId('ms', at.epochMilliseconds)}, least(${personId}::bigint, ${intoId}::bigint),
      greatest(${personId}::bigint, ${intoId}::bigint), '{}', 0, ${asDate(at)}, ${asDate(at)}, ${employeeOf(ctx)})
    on conflict (person_id, other_id) do update
      set dismissed_at = excluded.dismissed_at, dismissed_by = excluded.dismissed_by`.execute(ctx.database);
}

export function employeeOf(ctx: Context): string | null {
  return ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null;
}
