import { sql } from 'kysely';
import { personLets } from '../../customers/using.ts';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import type { Figures } from './figures.ts';
import type { Learned } from './training.ts';

export type ModelState = 'current' | 'former' | 'refused';
/** Why a model is what it is: screens have the words. */
export type Why =
  | 'first'
  | 'not-worse'
  | 'worse'
  | 'worse-than-rules'
  | 'forgotten'
  | 'rolled-back'
  | 'replaced'
  | 'nothing-left';

/** So many earlier models keep their file, to be put back. */
const mostKept = 10;

export interface NewModel {
  readonly head: string;
  readonly learned: Learned;
  readonly learnedTo: string;
  readonly state: 'current' | 'refused';
  readonly why: Why;
  /** Row number of the colleague who asked for it; null: Polder by itself. */
  readonly by: string | null;
}

/** Writes a model down; one that is refused without its file. Gives its version. */
export async function keepModel(ctx: Context, made: NewModel): Promise<number> {
  const { head, learned, state, why } = made;
  const isCurrent = state === 'current';
  if (isCurrent) await retireModel(ctx, head, 'replaced');
  const row = await sql<{ version: number }>`
    insert into model (head, version, file, figures, examples, persons, learned_to, state, why, made_at, made_by)
    select ${head}, coalesce(max(version), 0) + 1, ${isCurrent ? Buffer.from(learned.file) : null},
      ${JSON.stringify(learned.figures satisfies Figures)}::jsonb, ${learned.examples},
      ${isCurrent ? learned.persons : []}::bigint[], ${made.learnedTo}, ${state}, ${why},
      ${asDate(ctx.clock.now())}, ${made.by}
    from model where head = ${head}
    returning version`.execute(ctx.database);
  await sql`
    update model set file = null, persons = '{}' where head = ${head} and state = 'former' and file is not null
      and version <= (select version from model where head = ${head} and state = 'former' and file is not null
        order by version desc offset ${mostKept} limit 1)`.execute(ctx.database);
  return row.rows[0]?.version ?? 0;
}

/** The model that answers is the former one from now on. */
export async function retireModel(ctx: Context, head: string, why: Why): Promise<void> {
  await ctx.database
    .updateTable('model')
    .set({ state: 'former', why })
    .where('head', '=', head)
    .where('state', '=', 'current')
    .execute();
}

/** True for models `m` in which somebody is who does not let their messages be learned from. */
export const holdsObjector = sql<boolean>`m.file is not null and exists (
  select from unnest(m.persons) as p (id) where not ${personLets(sql`p.id`, 'model.trained')})`;

/** Throws the files away of earlier models in which somebody is who objected: they cannot be put back any more. */
export async function forgetFormer(ctx: Context, head: string): Promise<void> {
  await sql`
    update model m set file = null, persons = '{}', why = 'forgotten'
    where m.head = ${head} and m.state = 'former' and ${holdsObjector}`.execute(ctx.database);
}

/** Those among `persons` who are in no earlier model of this head. */
export async function newcomers(ctx: Context, head: string, persons: readonly string[]): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select t.id from unnest(${persons}::bigint[]) as t (id)
    where not exists (select from model m where m.head = ${head} and t.id = any(m.persons))`.execute(
    ctx.database,
  );
  return found.rows.map(({ id }) => id);
}
