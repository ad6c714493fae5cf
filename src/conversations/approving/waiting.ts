import { sql } from 'kysely';
import { enterListUse, personAllows } from '../../customers/using.ts';
import { may } from '../../organisation/authority.ts';
import { type Context, transact } from '../../platform/context.ts';
import { employeeOf } from '../closing.ts';
import type { Needs } from '../composing/reply.ts';
import { mayApprove } from './who.ts';

/** An answer that waits for a second person, with what it answers. */
export interface Waiting {
  publicId: string;
  conversation: string;
  version: number;
  channel: string;
  queue: string;
  customer: string | null;
  /** What the customer wrote last, and what came in after the answer was handed in. */
  asked: string | null;
  askedSince: number;
  author: string;
  isMine: boolean;
  audience: 'public' | 'private';
  text: string;
  needs: Needs;
  because: readonly {
    kind: 'queue' | 'topic' | 'person' | 'mandate' | 'rule' | 'pilot';
    of: string;
    name: string | null;
  }[];
  madeAt: Date;
  /** The actor may decide about it. */
  mayDecide: boolean;
}

const most = 50;

interface Row extends Omit<Waiting, 'isMine' | 'mayDecide'> {
  conversationId: string;
  departmentId: string | null;
  authorId: string | null;
}

/**
 * Answers that wait for a second person, oldest first: all that the actor may decide about, and their own. Written
 * down as a list that was looked at. One statement, and one per mandate that must be asked.
 */
export async function listWaiting(ctx: Context): Promise<Waiting[]> {
  return transact(ctx, 'service', async (ctx) => {
    await enterListUse(ctx, 'inbox.listed');
    const me = employeeOf(ctx);
    const shown: Waiting[] = [];
    for (const { conversationId, departmentId, authorId, ...row } of await rowsOf(ctx)) {
      if (!may(ctx.actor, 'inbox.read', departmentId)) continue;
      const isMine = authorId !== null && authorId === me;
      const about = { id: conversationId, channel: row.channel, departmentId };
      const mayDecide = !isMine && (await mayApprove(ctx, about));
      if (isMine || mayDecide) shown.push({ ...row, isMine, mayDecide });
    }
    return shown;
  });
}

async function rowsOf(ctx: Context): Promise<Row[]> {
  const found = await sql<Row>`
    select r.public_id as "publicId", c.public_id as conversation, c.id as "conversationId", c.version, a.channel,
      q.name as queue, q.department_id as "departmentId", coalesce(i.name, i.handle) as customer, last.text as asked,
      c.inbound_seq - r.inbound_seq as "askedSince", r.author_name as author, r.author_id as "authorId", r.audience,
      r.text, r.needs, r.made_at as "madeAt",
      (select coalesce(jsonb_agg(jsonb_build_object('kind', w ->> 'kind', 'of', w ->> 'of', 'name', case w ->> 'kind'
          when 'queue' then (select name from queue where id = (w ->> 'of')::bigint)
          when 'person' then (select name from employee where id = (w ->> 'of')::bigint)
          when 'pilot' then (select title from pilot where id = (w ->> 'of')::bigint) end)), '[]')
        from jsonb_array_elements(r.because) w) as because
    from reply r
    join conversation c on c.id = r.conversation_id
    join channel_account a on a.id = c.channel_account_id
    join queue q on q.id = c.queue_id
    left join identity i on i.id = c.identity_id
    left join lateral (
      select left(m.text, 1000) as text from conversation_item t
      join message m on m.id = t.message_id and m.received_at = t.received_at
      where t.conversation_id = c.id and t.kind = 'in' order by t.sent_at desc, t.seq desc limit 1) last on true
    where r.state = 'waiting' and ${personAllows(sql`c.person_id`, 'service')}
    order by r.made_at, r.id limit ${most}`.execute(ctx.database);
  return found.rows;
}
