import { type RawBuilder, sql } from 'kysely';
import { type Context, transact } from '../../platform/context.ts';
import { employeeOf } from '../closing.ts';
import { told } from '../events.ts';
import { requireConversation } from '../opened.ts';

/** Without a sign of life for so long somebody looks no more; the page gives one every thirty. Seconds. */
const lease = 75;

/** Another colleague who has the conversation before them. */
export interface Present {
  name: string;
  writing: boolean;
}

/**
 * Who else looks at a conversation or writes in it, by the leases they hold; those who write first. An expression, as
 * `jsonb`: null when there is nobody.
 */
export function presentAt(ctx: Context, conversation: RawBuilder<unknown>): RawBuilder<Present[] | null> {
  return sql<Present[] | null>`(
    select jsonb_agg(jsonb_build_object('name', e.name, 'writing', p.writing) order by p.writing desc, e.name)
    from (select employee_id, bool_or(writing) as writing from (
      select employee_id, true as writing from writing_claim where conversation_id = ${conversation} and until > clock_timestamp()
      union all
      select employee_id, false from looking where conversation_id = ${conversation} and until > clock_timestamp()) t
      group by employee_id) p
    join employee e on e.id = p.employee_id where p.employee_id <> coalesce(${employeeOf(ctx)}::bigint, 0))`;
}

export async function presentIn(ctx: Context, conversationId: string): Promise<Present[]> {
  const found = await sql<{ present: Present[] | null }>`
    select ${presentAt(ctx, sql`${conversationId}::bigint`)} as present`.execute(ctx.database);
  return found.rows[0]?.present ?? [];
}

/**
 * The actor has it before them, for a while; `gone`: no longer. Who comes and who goes is told to whoever watches the
 * list; staying is not. Answers with the others. Programs look at nothing.
 */
export async function look(ctx: Context, publicId: string, { gone = false } = {}): Promise<Present[]> {
  const me = employeeOf(ctx);
  if (me === null) return [];
  return transact(ctx, 'service', async (ctx) => {
    const { id } = await requireConversation(ctx, publicId);
    const changed = gone ? await goAway(ctx, id, me) : await stay(ctx, id, me);
    if (changed) await ctx.emit([told('looked-at', id, null)]);
    return presentIn(ctx, id);
  });
}

async function stay(ctx: Context, id: string, me: string): Promise<boolean> {
  const ending = sql`clock_timestamp() + make_interval(secs => ${lease})`;
  const held =
    await sql`update looking set until = ${ending} where conversation_id = ${id} and employee_id = ${me}
    and until > clock_timestamp() returning employee_id`.execute(ctx.database);
  if (held.rows.length > 0) return false;
  await sql`insert into looking (conversation_id, employee_id, until) values (${id}, ${me}, ${ending})
    on conflict (conversation_id, employee_id) do update set until = excluded.until`.execute(ctx.database);
  return true;
}

async function goAway(ctx: Context, id: string, me: string): Promise<boolean> {
  const gone = await sql<{
    held: boolean;
  }>`delete from looking where conversation_id = ${id} and employee_id = ${me}
    returning until > clock_timestamp() as held`.execute(ctx.database);
  return gone.rows[0]?.held ?? false;
}

/** Every hour: leases that ran out are nobody's business any more. */
export async function forgetLooking(ctx: Context): Promise<void> {
  await sql`delete from looking where until < clock_timestamp()`.execute(ctx.database);
}
