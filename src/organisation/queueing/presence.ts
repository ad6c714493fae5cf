import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Presence } from './presences.ts';

/** Whoever forgets to say that they go home is taken to have gone after this. */
const longestDay = { hours: 12 };

/**
 * A colleague says where they are. Only what holds now is kept: it deals out work and watches nobody. Who goes home
 * may give back what still waits for an answer.
 * @throws Refusal `forbidden.action` for whoever is no colleague
 */
export async function setPresence(
  ctx: Context,
  state: Presence,
  { giveBack = false }: { giveBack?: boolean } = {},
): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'employee') throw new Refusal('forbidden.action', { action: 'presence' });
  await transact(ctx, null, async (ctx) => {
    const now = asDate(ctx.clock.now());
    if (state === 'home')
      await sql`delete from presence where employee_id = ${actor.employeeId}`.execute(ctx.database);
    else
      await sql`
        insert into presence (employee_id, state, since) values (${actor.employeeId}, ${state}, ${now})
        on conflict (employee_id) do update set state = excluded.state, since = excluded.since`.execute(
        ctx.database,
      );
    await ctx.emit([told(actor.employeeId, state, giveBack)]);
  });
}

export async function findPresence(ctx: Context, employeeId: string): Promise<Presence> {
  const found = await sql<{ state: Presence }>`
    select state from presence where employee_id = ${employeeId}
      and since > ${asDate(ctx.clock.now().subtract(longestDay))}`.execute(ctx.database);
  return found.rows[0]?.state ?? 'home';
}

/** Every minute: whoever was there for half a day and said nothing has gone home. */
export async function endDays(ctx: Context): Promise<void> {
  await transact(ctx, null, async (ctx) => {
    const gone = await sql<{ id: string }>`
      delete from presence where since <= ${asDate(ctx.clock.now().subtract(longestDay))}
      returning employee_id as id`.execute(ctx.database);
    await ctx.emit(gone.rows.map(({ id }) => told(id, 'home', true)));
  });
}

function told(employeeId: string, state: Presence, giveBack: boolean) {
  // Not about the employee: that would end their live screen, as a change of rights does.
  return {
    verb: 'presence.changed',
    subject: { kind: 'presence', id: employeeId },
    data: { state, giveBack },
  };
}
