import { sql } from 'kysely';
import { type Context, transact } from '../platform/context.ts';
import { settleAll } from './effective.ts';
import { lockForOffer } from './locking.ts';

/**
 * Makes `permission` anew from the decisions, flags, offers and groups, `step` persons at a time, and answers with the
 * rows that said something else. After a restore, and whenever somebody doubts the table. Uses and decisions wait.
 */
export async function rebuildPermissions(
  ctx: Context,
  step = 2000,
): Promise<{ persons: number; changed: number }> {
  return transact(ctx, 'legal', async (ctx) => {
    await lockForOffer(ctx);
    const done = { persons: 0, changed: 0 };
    for (let after = '0'; ; ) {
      const persons = await nextPersons(ctx, after, step);
      const last = persons.at(-1);
      if (last === undefined) return done;
      done.changed += (await settleAll(ctx, await groupsOf(ctx, persons))).length;
      done.persons += persons.length;
      after = last;
    }
  });
}

async function nextPersons(ctx: Context, after: string, step: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select person_id as id from decision where person_id > ${after}
    union select person_id from person_flag where person_id > ${after}
    union select person_id from permission where person_id > ${after}
    union select person_id from permission_group where person_id > ${after}
    order by id limit ${step}`.execute(ctx.database);
  return rows.map((row) => row.id);
}

/** Each group once, where its lowest number comes by; whoever is alone is a group of one. */
async function groupsOf(ctx: Context, persons: readonly string[]): Promise<string[][]> {
  const { rows } = await sql<{ members: string[] }>`
    select array_agg(m.person_id order by m.person_id)::text[] as members
    from unnest(${persons}::bigint[]) as t (id)
    left join permission_group g on g.person_id = t.id
    join lateral (select t.id as person_id where g.group_id is null
      union all select o.person_id from permission_group o where o.group_id = g.group_id) m on true
    where g.group_id is null or g.group_id = t.id
    group by t.id`.execute(ctx.database);
  return rows.map((row) => row.members);
}
