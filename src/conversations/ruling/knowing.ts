import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { loadFacts, type Known as Routed } from '../routing/facts.ts';
import { loadTargets } from '../routing/targets.ts';
import type { Known } from './condition.ts';

/** A conversation with what rules can ask of it, and what the clock of a rule counts from. */
export interface Case extends Known {
  id: string;
  publicId: string;
  queueId: string;
  channel: string;
  topics: readonly string[];
  done: boolean;
  waitingSince: Date | null;
  lastMessageAt: Date;
  openedAt: Date;
  dueAt: Date | null;
  replied: boolean;
}

interface Row {
  id: string;
  publicId: string;
  queue: string;
  department: string | null;
  state: string;
  asleep: boolean;
  assignee: string | null;
  labels: string[];
  waitingSince: Date | null;
  lastMessageAt: Date;
  openedAt: Date;
  dueAt: Date | null;
  replies: number;
  text: string | null;
  score: number | null;
}

/** What is known of these conversations, by their numbers. Runs in a transaction for service. Six statements. */
export async function loadCases(ctx: Context, ids: readonly string[]): Promise<Map<string, Case>> {
  if (ids.length === 0) return new Map();
  const rows = new Map((await rowsOf(ctx, ids)).map((row) => [row.id, row]));
  const targets = await loadTargets(ctx);
  const now = ctx.clock.now().epochMilliseconds;
  const routed = await loadFacts(ctx, ids);
  return new Map(
    routed.flatMap((facts) => {
      const row = rows.get(facts.id);
      const open = targets.byId.get(facts.queueId)?.at(now / 1000).open;
      return row ? [[facts.id, caseOf({ facts, row, now, open: open ?? false })] as const] : [];
    }),
  );
}

interface Read {
  facts: Routed;
  row: Row;
  now: number;
  open: boolean;
}

function caseOf({ facts, row, now, open }: Read): Case {
  const { assignee, asleep, department, labels, openedAt, queue, score, state } = row;
  return {
    ...{ id: row.id, publicId: row.publicId, queueId: facts.queueId, channel: facts.channel },
    ...{ waitingSince: row.waitingSince, lastMessageAt: row.lastMessageAt, openedAt, dueAt: row.dueAt },
    topics: facts.topics,
    done: state === 'done',
    replied: row.replies > 0,
    text: row.text ?? '',
    lists: {
      channel: [facts.channel],
      account: [facts.account],
      audience: [facts.audience],
      language: listed(facts.language),
      topic: facts.topics,
      intent: listed(facts.intent),
      sentiment: listed(facts.sentiment),
      relation: facts.relations,
      attribute: Object.entries(facts.attributes).map(([key, value]) => `${key}: ${value}`),
      label: labels,
      queue: [queue],
      department: listed(department),
      state: asleep ? [state, 'snoozed'] : [state],
      assignee: assignee === null ? ['nobody'] : [assignee, 'somebody'],
      hours: [open ? 'open' : 'closed'],
    },
    numbers: {
      urgency: facts.urgency,
      followers: facts.followers,
      age: (now - openedAt.getTime()) / 3_600_000,
      score,
    },
  };
}

function listed(value: string | null): string[] {
  return value === null ? [] : [value];
}

/** One statement; each part by an index of its own. */
async function rowsOf(ctx: Context, ids: readonly string[]): Promise<Row[]> {
  const found = await sql<Row>`
    select c.id, c.public_id as "publicId", q.key as queue, d.key as department, c.state,
      o.snoozed_until is not null as asleep, e.public_id as assignee,
      array(select l.public_id from conversation_label t join inbox_label l on l.id = t.label_id
        where t.conversation_id = c.id and t.taken_at is null) as labels,
      o.waiting_since as "waitingSince", c.last_message_at as "lastMessageAt", c.first_message_at as "openedAt",
      o.due_at as "dueAt", c.replies, last.text, (select s.score from question s where s.conversation_id = c.id and s.score is not null
        order by s.answered_at desc limit 1) as score
    from conversation c
    join queue q on q.id = c.queue_id
    left join department d on d.id = q.department_id
    left join conversation_open o on o.conversation_id = c.id
    left join assignment a on a.conversation_id = c.id and a.ended_at is null
    left join employee e on e.id = a.employee_id
    left join lateral (
      select m.text from conversation_item n join message m on m.id = n.message_id and m.received_at = n.received_at
      where n.conversation_id = c.id and n.kind = 'in' order by n.sent_at desc, n.seq desc limit 1) last on true
    where c.id = any(${ids}::bigint[])`.execute(ctx.database);
  return found.rows;
}
