import { sql } from 'kysely';
import { type Context, transact } from '../platform/context.ts';
import { personOfAge } from './events.ts';
import { membersOf } from './locking.ts';
import { clearMinor } from './minority.ts';
import { ruleOf } from './purpose.ts';

/** From which birthday on somebody decides themselves (UAVG art. 5). */
export const ageOfConsent = ruleOf('offers').minimumAge ?? 16;

/** The day on which somebody who was born on `born` comes of age; who was born on a leap day, on the first of March. */
export function ofAgeOn(born: Temporal.PlainDate): Temporal.PlainDate {
  const birthday = born.add({ years: ageOfConsent });
  return birthday.day === born.day ? birthday : birthday.add({ days: 1 });
}

/**
 * Every night: whoever came of age by the day that was kept is treated as a minor no longer. What they said as a child
 * does not come back: everything that rests on a yes stands as if it was never asked. A transaction for each.
 */
export async function endMinorities(ctx: Context): Promise<number> {
  const today = ctx.clock.now().toZonedDateTimeISO('UTC').toPlainDate().toString();
  const due = await transact(ctx, 'legal', async (ctx) => {
    const found = await sql<{ id: string }>`
      select f.person_id as id from (${standing}) f where f.act = 'set' and f.of_age_on <= ${today}::date
      order by f.person_id`.execute(ctx.database);
    return found.rows;
  });
  let ended = 0;
  for (const { id } of due) ended += await transact(ctx, 'legal', (ctx) => endOne(ctx, id, today));
  return ended;
}

/** The newest word on each name. */
const standing = sql`select distinct on (person_id) person_id, act, of_age_on from person_flag
  where flag = 'minor' order by person_id, id desc`;

/** Of somebody whom we know under several names, the day must have come for each that is a minor's. */
async function endOne(ctx: Context, personId: string, today: string): Promise<number> {
  const members = await membersOf(ctx, [personId]);
  const waiting =
    await sql`select from (${standing}) f where f.person_id = any(${members}::bigint[]) and f.act = 'set'
    and (f.of_age_on is null or f.of_age_on > ${today}::date)`.execute(ctx.database);
  if (waiting.rows.length > 0) return 0;
  const evidence = `${ageOfConsent}+ (${today})`;
  if (!(await clearMinor(ctx, personId, { strength: 3, evidence }))) return 0;
  await ctx.emit([personOfAge(personId)]);
  return 1;
}
