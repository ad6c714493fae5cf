import { sql } from 'kysely';
import { type Context, transact } from '../../platform/context.ts';
import { setMinor } from '../../privacy/minority.ts';
import { getPerson } from '../customer.ts';

/** That somebody is treated as a minor, since when, by whom and why; null for everybody else. */
export interface Minority {
  at: Date;
  by: string | null;
  evidence: string | null;
}

/** The newest word on each name under which we know somebody; a minor under one name is one. One statement. */
export async function minorityOf(ctx: Context, personIds: readonly string[]): Promise<Minority | null> {
  const found = await sql<Minority>`
    select f.at, f.evidence, e.name as by from (
      select distinct on (person_id) id, act, at, evidence, captured_by from person_flag
      where person_id = any(${personIds}::bigint[]) and flag = 'minor' order by person_id, id desc) f
    left join employee e on e.id = f.captured_by
    where f.act = 'set' order by f.id limit 1`.execute(ctx.database);
  return found.rows[0] ?? null;
}

/**
 * A colleague read or heard that somebody is a child: everything that rests on a yes is off from now on. A colleague
 * cannot take it back by themselves, for nobody proves their age on the telephone: whoever is of age asks for it in their
 * own data, and a colleague sees what shows it.
 * @throws Refusal `not-found.person`
 */
export async function treatAsMinor(ctx: Context, id: string, evidence: string): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const person = await getPerson(ctx, id);
    await setMinor(ctx, person.id, { strength: 1, evidence });
  });
}
