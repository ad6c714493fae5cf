import { type RawBuilder, sql } from 'kysely';
import { personAllows } from '../../customers/using.ts';
import type { Reading } from '../../organisation/mandates/reading.ts';
import type { Context } from '../../platform/context.ts';
import { columns, marksOf, ofConversation, ofHead } from './columns.ts';
import { duePage } from './due-page.ts';
import { type Filter, isFilterable } from './filter.ts';
import { filterPage } from './filter-page.ts';
import { me } from './me.ts';
import type { Among, Position, View } from './row.ts';

export interface Asked {
  view: View;
  queues: readonly string[];
  position: Position | null;
  limit: number;
  /** One row for all that say nearly the same; without it each stands by itself. */
  folded: boolean;
  among: Among | null;
  /** What of the queues the mandate matrix lets the reader see. */
  reading: Reading;
  /** Narrows a view of what is open. */
  filter: Filter | null;
}

/** Of the conversations in one row, counted up to here. */
export const foldCountedUpTo = 500;

/** The statement that reads the rows of a page. */
export function pageOf(ctx: Context, asked: Asked): RawBuilder<unknown> {
  if (asked.among) return amongPage(ctx, asked, asked.among);
  if (asked.filter && isFilterable(asked.view))
    return filterPage(ctx, asked, { view: asked.view, filter: asked.filter });
  if (asked.view === 'due') return duePage(ctx, asked);
  return asked.view === 'done' ? donePage(ctx, asked) : openPage(ctx, asked);
}

/**
 * Per queue the first rows by its own index, then merged: the cost is the number of queues, not the number of
 * conversations. Written as one condition over all queues, the planner would sort everything that is open.
 */
function openPage(ctx: Context, asked: Asked): RawBuilder<unknown> {
  const { queues, position, limit, view } = asked;
  const { order } = way(position);
  const isFolded = asked.folded && (view === 'open' || view === 'unassigned');
  return sql`
    select h.*, ${isFolded ? foldColumns : sql`null as "foldGroup", null as "foldSize"`},
      e.public_id as "assigneePublicId", e.name as "assigneeName", coalesce(r.seen_seq, 0) < h.inbound_seq as unread,
      ${marksOf(ctx, 'h')}
    from (
      select h.* from unnest(${queues}::bigint[]) as q (id)
      cross join lateral (${sql.join(partsOf(ctx, asked), sql` union all `)}) h
      order by h.place ${order}, h.id ${order} limit ${limit}) h
    ${isFolded ? foldJoins(asked) : sql``}
    left join employee e on e.id = h.assignee_id
    left join read_mark r on r.conversation_id = h.conversation_id and r.employee_id = ${me(ctx)}
    order by h.place ${order}, h.id ${order}`;
}

const foldColumns = sql`g.public_id as "foldGroup", n.conversations as "foldSize"`;

/** Which group a row stands for, and how many conversations of it may be seen; only for the rows of the page. */
function foldJoins({ reading }: Asked): RawBuilder<unknown> {
  return sql`
    left join alike_group g on g.id = h.group_id
    left join lateral (select count(*)::integer as conversations from (
      select from conversation_open o where o.fold_id = h.fold_id and ${personAllows(sql`o.person_id`, 'service')}
        and ${reading.mayRead(ofHead)}
      limit ${foldCountedUpTo}) counted) n on h.group_id is not null`;
}

/** Each by an index that holds nothing else, so that ten thousand copies between two rows cost nothing. */
function partsOf(ctx: Context, asked: Asked): RawBuilder<unknown>[] {
  const single = (condition: RawBuilder<unknown>) => singles(asked, condition);
  const many = asked.folded ? folds(asked) : single(sql`o.fold_id is not null`);
  const awake = sql`o.snoozed_until is null`;
  const alone = sql`o.state <> 'waiting' and o.fold_id is null and ${awake}`;
  if (asked.view === 'open') return [single(alone), many];
  if (asked.view === 'unassigned') return [single(sql`${alone} and o.assignee_id is null`), many];
  if (asked.view === 'snoozed') return [single(sql`o.snoozed_until is not null`)];
  if (asked.view === 'waiting') return [single(sql`o.state = 'waiting' and ${awake}`)];
  return [single(sql`o.assignee_id = ${me(ctx)} and ${awake}`)];
}

function singles({ position, limit, reading }: Asked, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  const { beyond, order } = way(position);
  const from = position
    ? sql`and (o.last_message_at, o.conversation_id) ${beyond} (${position.at}::timestamptz, ${position.id}::bigint)`
    : sql``;
  return sql`(
    select o.conversation_id as id, o.last_message_at as place, o.last_message_at::text as at, null::bigint as group_id,
      null::bigint as fold_id, ${columns}
    from conversation_open o
    where o.queue_id = q.id and ${condition} and ${personAllows(sql`o.person_id`, 'service')}
      and ${reading.mayRead(ofHead)} ${from}
    order by o.last_message_at ${order}, o.conversation_id ${order} limit ${limit})`;
}

/** The newest that may be seen stands for all of them; the row has the place of the newest that there ever was. */
function folds({ position, limit, reading }: Asked): RawBuilder<unknown> {
  const { beyond, order } = way(position);
  const from = position
    ? sql`and (f.last_message_at, f.id) ${beyond} (${position.at}::timestamptz, ${position.id}::bigint)`
    : sql``;
  return sql`(
    select f.id, f.last_message_at as place, f.last_message_at::text as at, f.group_id, f.id as fold_id, ${columns}
    from conversation_fold f
    cross join lateral (select * from conversation_open o
      where o.fold_id = f.id and ${personAllows(sql`o.person_id`, 'service')} and ${reading.mayRead(ofHead)}
      order by o.last_message_at desc, o.conversation_id desc limit 1) o
    where f.queue_id = q.id ${from}
    order by f.last_message_at ${order}, f.id ${order} limit ${limit})`;
}

function way(position: Position | null): { beyond: RawBuilder<unknown>; order: RawBuilder<unknown> } {
  return position?.newer ? { beyond: sql`>`, order: sql`asc` } : { beyond: sql`<`, order: sql`desc` };
}

function donePage(ctx: Context, { queues, position, limit, reading }: Asked): RawBuilder<unknown> {
  const { beyond, order } = way(position);
  const from = position
    ? sql`and (c.closed_at, c.id) ${beyond} (${position.at}::timestamptz, ${position.id}::bigint)`
    : sql``;
  return sql`
    select h.id, h.public_id as "publicId", 'done' as state, coalesce(i.name, i.handle) as "personName",
      a.channel, a.audience, h.last_message_at as "lastMessageAt", h.closed_at::text as at,
      null::timestamptz as "waitingSince", 0 as urgency, null as sentiment, null as intent, h.language, h.preview,
      e.public_id as "assigneePublicId", e.name as "assigneeName", coalesce(r.seen_seq, 0) < h.inbound_seq as unread,
      (select s.name from substate s where s.id = h.substate_id) as substate, null::timestamptz as "snoozedUntil",
      array(select l.name from conversation_label p join inbox_label l on l.id = p.label_id
        where p.conversation_id = h.id and p.taken_at is null order by l.name) as labels,
      null::timestamptz as "dueAt", null as "dueKind", null as norm, 0 as priority, null::jsonb as present
    from unnest(${queues}::bigint[]) as q (id)
    cross join lateral (
      select c.* from conversation c
      where c.queue_id = q.id and c.closed_at is not null and ${personAllows(sql`c.person_id`, 'service')}
        and ${reading.mayRead(ofConversation)} ${from}
      order by c.closed_at ${order}, c.id ${order} limit ${limit}) h
    join channel_account a on a.id = h.channel_account_id
    left join identity i on i.id = h.identity_id
    left join assignment s on s.conversation_id = h.id and s.ended_at is null
    left join employee e on e.id = s.employee_id
    left join read_mark r on r.conversation_id = h.id and r.employee_id = ${me(ctx)}
    order by h.closed_at ${order}, h.id ${order} limit ${limit}`;
}

/** Every conversation with a message of the group, whatever its state; at the place of its newest one. */
function amongPage(
  ctx: Context,
  { queues, position, limit, reading }: Asked,
  { kind, id }: Among,
): RawBuilder<unknown> {
  const { beyond, order } = way(position);
  const from = position
    ? sql`and (m.sent_at, m.message_id) ${beyond} (${position.at}::timestamptz, ${position.id}::bigint)`
    : sql``;
  const members = kind === 'alike' ? sql`alike` : sql`burst_message`;
  const group =
    kind === 'alike'
      ? sql`group_id = (select id from alike_group where public_id = ${id})`
      : sql`burst_id = (select id from burst where public_id = ${id})`;
  return sql`
    select m.message_id as id, c.public_id as "publicId",
      case when o.snoozed_until is null then c.state else 'snoozed' end as state, coalesce(i.name, i.handle) as "personName",
      a.channel, a.audience, c.last_message_at as "lastMessageAt", m.sent_at::text as at,
      o.waiting_since as "waitingSince", coalesce(o.urgency, 0) as urgency, o.sentiment, o.intent, c.language,
      c.preview, e.public_id as "assigneePublicId", e.name as "assigneeName",
      coalesce(r.seen_seq, 0) < c.inbound_seq as unread, ${marksOf(ctx, 'o')},
      o.due_at as "dueAt", o.due_kind as "dueKind", o.norm, coalesce(o.priority, 0) as priority
    from ${members} m
    join conversation_item t on t.message_id = m.message_id
    join conversation c on c.id = t.conversation_id and c.queue_id = any(${queues}::bigint[])
    join channel_account a on a.id = c.channel_account_id
    left join conversation_open o on o.conversation_id = c.id
    left join identity i on i.id = c.identity_id
    left join assignment s on s.conversation_id = c.id and s.ended_at is null
    left join employee e on e.id = s.employee_id
    left join read_mark r on r.conversation_id = c.id and r.employee_id = ${me(ctx)}
    where m.${group} and ${personAllows(sql`c.person_id`, 'service')} and ${reading.mayRead(ofConversation)} ${from}
      and not exists (select from conversation_item l join ${members} n on n.message_id = l.message_id
        where l.conversation_id = c.id and n.${group} and (n.sent_at, n.message_id) > (m.sent_at, m.message_id))
    order by m.sent_at ${order}, m.message_id ${order} limit ${limit}`;
}
