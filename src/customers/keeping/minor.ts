import { sql } from 'kysely';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { ofAgeOn } from '../../privacy/coming-of-age.ts';
import { setMinor } from '../../privacy/minority.ts';
import { getPerson } from '../customer.ts';

/** That somebody is treated as a minor, since when, by whom and why; null for everybody else. */
export interface Minority {
  at: Date;
  by: string | null;
  evidence: string | null;
  /** When it ends by itself, `2027-03-01`; null: nobody knows. */
  ofAgeOn: string | null;
}

/** The newest word on each name under which we know somebody; a minor under one name is one. One statement. */
export async function minorityOf(ctx: Context, personIds: readonly string[]): Promise<Minority | null> {
  const found = await sql<Minority>`
    select f.at, f.evidence, e.name as by, f.of_age_on::text as "ofAgeOn" from (
      select distinct on (person_id) id, act, at, evidence, captured_by, of_age_on from person_flag
      where person_id = any(${personIds}::bigint[]) and flag = 'minor' order by person_id, id desc) f
    left join employee e on e.id = f.captured_by
    where f.act = 'set' order by f.id limit 1`.execute(ctx.database);
  return found.rows[0] ?? null;
}

/**
 * A colleague read or heard that somebody is a child: everything that rests on a yes is off from now on. A colleague
 * cannot take it back by themselves, for nobody proves their age on the telephone: whoever is of age asks for it in their
 * own data, and a colleague sees what shows it.
 * `born`: only where that was shown; kept is the day on which it ends, and not the birthday.
 * @throws Refusal `not-found.person`, `invalid.of-age` for who is no child by that day
 */
export async function treatAsMinor(
  ctx: Context,
  id: string,
  { evidence, born }: { evidence: string; born?: Temporal.PlainDate | undefined },
): Promise<void> {
  const ends = born && ofAgeOn(born);
  const today = ctx.clock.now().toZonedDateTimeISO('UTC').toPlainDate();
  if (ends && Temporal.PlainDate.compare(ends, today) <= 0) throw new Refusal('invalid.of-age');
  await transact(ctx, 'service', async (ctx) => {
    const person = await getPerson(ctx, id);
    await setMinor(ctx, person.id, { strength: 1, evidence, ofAgeOn: ends?.toString() ?? null });
  });
}
