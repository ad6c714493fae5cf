import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { getPerson } from '../customer.ts';
import { relationChanged } from '../events.ts';
import { employeeOf } from '../identifying/merging.ts';
import type { Relation } from '../person.ts';

export interface RelationStanding {
  relation: Relation;
  at: Date;
  /** A colleague, or the system that told it. */
  by: string | null;
}

/** What a person is to us. The same again changes nothing. */
export async function relate(ctx: Context, id: string, relation: Relation): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const person = await getPerson(ctx, id);
    if (person.relation === relation) return;
    await sql`update person set relation = ${relation} where id = ${person.id}`.execute(ctx.database);
    await sql`insert into person_relation (person_id, relation, at, by_employee)
      values (${person.id}, ${relation}, ${asDate(ctx.clock.now())}, ${employeeOf(ctx)})`.execute(
      ctx.database,
    );
    await ctx.emit([relationChanged(person.id, relation)]);
  });
}

/** What they were to us, newest first. */
export async function relationsOf(ctx: Context, personIds: readonly string[]): Promise<RelationStanding[]> {
  const found = await sql<RelationStanding>`
    select r.relation, r.at, coalesce(e.name, r.source) as by from person_relation r
    left join employee e on e.id = r.by_employee
    where r.person_id = any(${personIds}::bigint[]) order by r.id desc limit 20`.execute(ctx.database);
  return found.rows;
}
