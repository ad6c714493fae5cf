import { sql } from 'kysely';
import { actAs, type Context } from '../../platform/context.ts';
import type { Event } from '../../platform/events.ts';
import type { Moment } from './rule.ts';

/** Something that happened to a conversation, as rules hear it. */
export interface Happening {
  conversationId: string;
  /** All that it is: a new conversation is also a message. */
  on: readonly Moment[];
  /** Names it for ever, so that it makes a rule hold once. */
  trigger: string;
  /** When, in epoch milliseconds. */
  at: number;
  /** How many rules one after another led to it; 0: none. */
  depth: number;
}

/** What is told, and what that is to rules. */
const told: Readonly<Record<string, readonly Moment[]>> = {
  'conversation.opened': ['opened', 'heard'],
  'conversation.continued': ['heard'],
  'conversation.answered': ['answered'],
  'conversation.marked': ['marked'],
  'conversation.routed': ['moved'],
  'conversation.assigned': ['assigned'],
  'conversation.snoozed': ['snoozed'],
  'conversation.woken': ['woken'],
  'conversation.closed': ['closed'],
  'conversation.reopened': ['reopened'],
  'conversation.rated': ['rated'],
  'label.corrected': ['corrected'],
};

export const whatRulesHear: readonly string[] = Object.keys(told);

/** The name under which rules act, so that what they set off is known as theirs. */
const acting = 'rule:';

export function asRun(ctx: Context, id: string): Context {
  return actingAs(ctx, `${acting}${id}`);
}

export function actingAs(ctx: Context, name: string): Context {
  return actAs(ctx, { kind: 'system', name });
}

/** Events as rules hear them, in their order; those that no rule of `heard` listens to are left out. */
export async function happeningsIn(
  ctx: Context,
  events: readonly Event[],
  heard: ReadonlySet<Moment>,
): Promise<Happening[]> {
  const wanted = events.filter(({ verb, subjectId }) => subjectId && told[verb]?.some((on) => heard.has(on)));
  if (wanted.length === 0) return [];
  const found = await sql<{ seq: string; conversation: string; inbound: boolean; depth: number | null }>`
    select e.seq, c.id as conversation, r.depth,
      e.verb not in ('conversation.opened', 'conversation.continued') or c.last_direction = 'in' as inbound
    from event e
    join conversation c on c.id = case when e.subject_kind = 'conversation' then e.subject_id else (
      select i.conversation_id from conversation_item i where i.message_id = e.subject_id limit 1) end
    left join ruling r on e.actor_kind = 'system'
      and r.id = substring(e.actor_id from ${`^${acting}([0-9]{1,18})$`})::bigint
    where e.seq = any(${wanted.map(({ seq }) => seq)}::bigint[]) and c.merged_into_id is null`.execute(
    ctx.database,
  );
  const rows = new Map(found.rows.map((row) => [row.seq, row]));
  return wanted.flatMap(({ seq, verb, at }) => {
    const row = rows.get(seq);
    if (!row) return [];
    // A message that came in later but was older, or words of ours from elsewhere, is no message of the customer.
    const on = (told[verb] ?? []).filter((one) => row.inbound || one !== 'heard');
    const depth = row.depth === null ? 0 : row.depth + 1;
    return on.some((one) => heard.has(one))
      ? [{ conversationId: row.conversation, on, trigger: `event:${seq}`, at: at.getTime(), depth }]
      : [];
  });
}
