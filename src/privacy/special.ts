import { type RawBuilder, sql } from 'kysely';
import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import type { Purpose } from './purpose.ts';

/** Purposes that never see what somebody wrote about health, belief and the like, also not with a yes (art. 9). */
const neverFor: readonly Purpose[] = [
  'improve',
  'offers',
  'network',
  'train',
  'story',
  'invite',
  'claim_case',
];

export function seesSpecial(purpose: Purpose): boolean {
  return !neverFor.includes(purpose);
}

export interface Content {
  kind: 'message' | 'note' | 'post';
  id: string;
}

/** Marks content as of a special category. `found`: who saw it, `colleague` or the name of the rule. */
export async function markSpecial(
  ctx: Context,
  content: Content,
  { personId, found }: { personId: string | null; found: string },
): Promise<void> {
  const marked = { found, marked_by: employeeOf(ctx), marked_at: asDate(ctx.clock.now()) };
  await ctx.database
    .insertInto('special_content')
    .values({ kind: content.kind, subject_id: content.id, person_id: personId, ...marked })
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'subject_id'])
        .doUpdateSet({ ...marked, cleared_by: null, cleared_at: null })
        .where('special_content.cleared_at', 'is not', null),
    )
    .execute();
}

/** A colleague read it and says that it is not. A rule cannot take back what it found. */
export async function clearSpecial(ctx: Context, content: Content): Promise<void> {
  if (ctx.actor.kind !== 'employee')
    throw new Error('only a colleague says that content is not special after all');
  await ctx.database
    .updateTable('special_content')
    .set({ cleared_by: ctx.actor.employeeId, cleared_at: asDate(ctx.clock.now()) })
    .where('kind', '=', content.kind)
    .where('subject_id', '=', content.id)
    .where('cleared_at', 'is', null)
    .execute();
}

/** For a query: leaves out content of special categories where the purpose may never see it. */
export function withoutSpecial(
  kind: Content['kind'],
  subject: RawBuilder<unknown>,
  purpose: Purpose,
): RawBuilder<boolean> {
  if (seesSpecial(purpose)) return sql<boolean>`true`;
  return sql<boolean>`not exists (select from special_content s where s.kind = ${sql.lit(kind)}
    and s.subject_id = ${subject} and s.cleared_at is null)`;
}

function employeeOf(ctx: Context): string | null {
  return ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null;
}
