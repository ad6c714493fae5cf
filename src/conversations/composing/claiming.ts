import { sql } from 'kysely';
import { requires } from '../../organisation/authority.ts';
import { type Context, transact } from '../../platform/context.ts';
import { employeeOf } from '../closing.ts';
import { told } from '../events.ts';
import { lockConversation } from '../opened.ts';

/** How long a claim holds without a sign of life; the page gives one every thirty. Seconds. */
const lease = 90;

export interface Claim {
  employeeId: string;
  /** Public id of the colleague. */
  publicId: string;
  name: string;
  since: Date;
}

/**
 * The first key that is pressed claims the conversation, and each further sign of life renews that. Somebody else's
 * claim stays, unless `over`: the page shows whose it is, and one may still take it over. Answers with who has it.
 * Time is that of the database, so that no two machines disagree.
 */
export async function claim(ctx: Context, publicId: string, { over = false } = {}): Promise<Claim | null> {
  const employeeId = employeeOf(ctx);
  if (employeeId === null) return null;
  return transact(ctx, 'service', async (ctx) => {
    const conversation = await lockConversation(ctx, publicId);
    requires(ctx.actor, 'conversation.answer', conversation.departmentId);
    const before = await findClaim(ctx, conversation.id);
    if (before && before.employeeId !== employeeId && !over) return before;
    await sql`
      insert into writing_claim (conversation_id, employee_id, since, until)
      values (${conversation.id}, ${employeeId}, clock_timestamp(), ${ending()})
      on conflict (conversation_id) do update set employee_id = excluded.employee_id, until = excluded.until,
        since = case when writing_claim.employee_id = excluded.employee_id and writing_claim.until > clock_timestamp()
          then writing_claim.since else excluded.since end`.execute(ctx.database);
    if (before?.employeeId !== employeeId) await ctx.emit([told('claimed', conversation.id, { employeeId })]);
    return (await findClaim(ctx, conversation.id)) ?? null;
  });
}

function ending() {
  return sql`clock_timestamp() + make_interval(secs => ${lease})`;
}

/** Who writes here puts the pen down. Of somebody else's claim nothing changes. */
export async function letGo(ctx: Context, publicId: string): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const conversation = await lockConversation(ctx, publicId);
    await endClaim(ctx, conversation.id);
  });
}

/** The same, in the transaction of an act that holds the lock of the conversation. */
export async function endClaim(ctx: Context, conversationId: string): Promise<void> {
  const employeeId = employeeOf(ctx);
  const gone = await sql<{ held: boolean }>`
    delete from writing_claim where conversation_id = ${conversationId} and employee_id = ${employeeId}
    returning until > clock_timestamp() as held`.execute(ctx.database);
  if (gone.rows[0]?.held) await ctx.emit([told('unclaimed', conversationId, null)]);
}

/** Who is writing here now, if anybody. */
export async function findClaim(ctx: Context, conversationId: string): Promise<Claim | undefined> {
  return (await claimsOn(ctx, [conversationId])).get(conversationId);
}

/** Who is writing where, of these conversations. One statement. */
export async function claimsOn(ctx: Context, ids: readonly string[]): Promise<Map<string, Claim>> {
  if (ids.length === 0) return new Map();
  const found = await sql<Claim & { conversationId: string }>`
    select w.conversation_id as "conversationId", w.employee_id as "employeeId", e.public_id as "publicId", e.name, w.since
    from writing_claim w join employee e on e.id = w.employee_id
    where w.conversation_id = any(${ids}::bigint[]) and w.until > clock_timestamp()`.execute(ctx.database);
  return new Map(found.rows.map(({ conversationId, ...row }) => [conversationId, row]));
}

/** Claims of colleagues who went away long ago. */
export async function forgetClaims(ctx: Context): Promise<void> {
  await sql`delete from writing_claim where until < clock_timestamp() - interval '1 day'`.execute(
    ctx.database,
  );
}
