import { sql } from 'kysely';
import { type Context, transact } from '../../platform/context.ts';
import type { Reason } from './reading.ts';
import { newestCorrections } from './remembering.ts';

/** Who said last what one message is for one head, and how sure. */
export interface Verdict {
  readonly messageId: string;
  readonly head: string;
  readonly by: 'model' | 'alike' | 'person' | 'rules';
  readonly labels: readonly string[];
  /** 0–1; null for rules. */
  readonly confidence: number | null;
  /** As sure as the head promises; otherwise a person decides. */
  readonly automatic: boolean;
  /** A model that doubts, and yet is believed before the rules. */
  readonly spoke: boolean;
  /** As far as the model can see, the message belongs to none of the classes. */
  readonly outOfScope: boolean;
  /** The words that made it so; none of a person, nor of a model that doubts. */
  readonly because: readonly Reason[];
  /** Of a colleague: that it was right already. */
  readonly confirms: boolean;
  readonly colleague: { readonly name: string; readonly isMe: boolean } | null;
}

/**
 * What was said about messages, for whoever reads their conversation: of each message and head what holds, in the
 * classes of now. A colleague stands before a near copy, that before a model that is sure or beats the rules, that
 * before the rules, and another model that doubts comes last. By public id; the caller has seen them.
 */
export async function verdictsOn(ctx: Context, messagePublicIds: readonly string[]): Promise<Verdict[]> {
  if (messagePublicIds.length === 0) return [];
  const me = ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null;
  return transact(ctx, 'service', async (ctx) => {
    const found = await sql<Omit<Verdict, 'colleague'> & { name: string | null; isMe: boolean | null }>`
      select distinct on (m.id, l.head) m.public_id as "messageId", l.head, l.by, l.labels, l.confidence, l.automatic, l.spoke,
        l.out_of_scope as "outOfScope", l.because, coalesce(c.confirms, false) as confirms, e.name,
        e.id = ${me}::bigint as "isMe"
      from message m
      join label_now l on l.message_id = m.id and l.received_at = m.received_at
        and l.by in ('person', 'alike', 'model', 'rules')
      left join lateral (
        select confirms, employee_id from correction c where c.message_id = m.id and c.head = l.head
        order by c.id desc limit 1) c on l.by = 'person'
      left join employee e on e.id = c.employee_id
      where m.public_id = any(${messagePublicIds}::text[])
      order by m.id, l.head, ${holding}`.execute(ctx.database);
    return found.rows.map(({ name, isMe, ...verdict }) => ({
      ...verdict,
      colleague: name === null ? null : { name, isMe: isMe ?? false },
    }));
  });
}

/** Of labels `l` about one message and head: the lowest holds. */
export const holding = sql<number>`
  case l.by when 'person' then 0 when 'alike' then 1 when 'rules' then 3 else case when l.automatic or l.spoke then 2 else 4 end end`;

/** How many messages colleagues labelled for a head, of persons who let it be learned from. */
export async function labelledCount(ctx: Context, head: string): Promise<number> {
  return transact(ctx, 'train', async (ctx) => {
    const found = await sql<{ n: number }>`
      select count(*)::int as n from (${newestCorrections(head)}) c`.execute(ctx.database);
    return found.rows[0]?.n ?? 0;
  });
}
