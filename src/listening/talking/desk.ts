import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';

/** The other side of the account, where our answers are laid down: a guest sees them there. */
export function deskOf(ctx: Context, connectionId: string) {
  return {
    /** Under the same name a second time nothing is added. Whether there is a guest to see it. */
    lay: (line: { nonce: string; guest: string; text: string; at: string }) =>
      transact(ctx, 'service', async (ctx) => {
        const found = await sql<{ id: string }>`
          select id from site_guest where public_id = ${line.guest} and connection_id = ${connectionId}`.execute(
          ctx.database,
        );
        const [guest] = found.rows;
        if (!guest) return false;
        await sql`
          insert into site_line (public_id, guest_id, direction, text, at)
          values (${line.nonce}, ${guest.id}, 'out', ${line.text}, ${asDate(ctx.clock.now())})
          on conflict (public_id) do nothing`.execute(ctx.database);
        ctx.told();
        return true;
      }),
    holds: (nonce: string) =>
      transact(ctx, 'service', async ({ database }) => {
        const found =
          await sql`select from site_line where public_id = ${nonce} and direction = 'out'`.execute(database);
        return found.rows.length > 0;
      }),
  };
}
