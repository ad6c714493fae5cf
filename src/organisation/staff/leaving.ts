import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { endSessions } from '../../platform/session.ts';
import { requiresEverywhere } from '../authority.ts';
import { doneBy } from '../done-by.ts';
import { endPasswordLinks } from '../entering/password-link.ts';
import { lockColleague } from './colleague.ts';
import { endRoles, holdAdministrators, requireAdministrator } from './granting.ts';

/**
 * Somebody leaves: signed out at once everywhere, roles and mandates end, an open invitation too, and the keys for
 * programs that they made, for they know them. What they did stays under their name; what they had to do goes to
 * others (src/reactions.ts). @throws Refusal `conflict.last-administrator`
 */
export async function leave(ctx: Context, publicId: string): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  await transact(ctx, null, async (ctx) => {
    await holdAdministrators(ctx);
    const id = await lockColleague(ctx, publicId);
    const now = asDate(ctx.clock.now());
    const left = await sql<{ userId: string | null }>`
      update employee set left_at = ${now} where id = ${id} returning user_id as "userId"`.execute(
      ctx.database,
    );
    const [{ userId } = { userId: null }] = left.rows;
    const ended = await endRoles(ctx, id);
    await sql`update mandate set ended_at = ${now}, ended_by = ${doneBy(ctx)}
      where employee_id = ${id} and ended_at is null`.execute(ctx.database);
    await sql`update invitation set ended_at = ${now}
      where employee_id = ${id} and used_at is null and ended_at is null`.execute(ctx.database);
    await endPasswordLinks(ctx, id);
    await sql`update api_key set revoked_at = ${now} where created_by = ${id} and revoked_at is null`.execute(
      ctx.database,
    );
    if (userId) await endSessions(ctx, userId);
    if (ended.includes('administrator')) await requireAdministrator(ctx);
    await ctx.emit([{ verb: 'employee.left', subject: { kind: 'employee', id } }]);
  });
}
