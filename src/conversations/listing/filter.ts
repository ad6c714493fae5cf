import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { me } from './me.ts';
import type { View } from './row.ts';

/** What a list of open conversations can be narrowed to; null or false: not asked. */
export interface Filter {
  /** Key of the queue. */
  queue: string | null;
  /** Public id; those under it count too. */
  label: string | null;
  /** `me`, `nobody`, or the public id of a colleague. */
  assignee: string | null;
  channel: string | null;
  sentiment: string | null;
  language: string | null;
  unread: boolean;
}

export const noFilter: Filter = {
  queue: null,
  label: null,
  assignee: null,
  channel: null,
  sentiment: null,
  language: null,
  unread: false,
};

/** The views that can be narrowed: those of what is open, in the order of the last message. */
export const filterable = ['open', 'mine', 'unassigned', 'waiting', 'snoozed'] as const satisfies View[];
export type FilterableView = (typeof filterable)[number];

export function isFilterable(view: View): view is FilterableView {
  return (filterable as readonly View[]).includes(view);
}

export function isFiltering(filter: Filter): boolean {
  return Object.values(filter).some((value) => value !== null && value !== false);
}

/**
 * What makes a row `o` belong to a view: of some views in two parts, each with an index of its own, because what stands
 * folded belongs to it too.
 */
export function viewParts(ctx: Context, view: FilterableView): RawBuilder<unknown>[] {
  const awake = sql`o.snoozed_until is null`;
  if (view === 'snoozed') return [sql`o.snoozed_until is not null`];
  if (view === 'waiting') return [sql`o.state = 'waiting' and ${awake}`];
  if (view === 'mine') return [sql`o.assignee_id = ${me(ctx)} and ${awake}`];
  const folded = sql`o.fold_id is not null`;
  const single = sql`o.state <> 'waiting' and o.fold_id is null and ${awake}`;
  return [view === 'open' ? single : sql`${single} and o.assignee_id is null`, folded];
}

/** The filter as a condition on a row `o`. */
export function filterCondition(ctx: Context, filter: Filter): RawBuilder<unknown> {
  const { queue, label, assignee, channel, sentiment, language, unread } = filter;
  const parts: RawBuilder<unknown>[] = [sql`true`];
  if (queue) parts.push(sql`o.queue_id = (select id from queue where key = ${queue})`);
  if (label) parts.push(sql`o.label_ids <> '{}' and o.label_ids && ${labelsUnder(label)}`);
  if (assignee) parts.push(assigneeCondition(ctx, assignee));
  if (channel) parts.push(sql`o.channel = ${channel}`);
  if (sentiment) parts.push(sql`o.sentiment = ${sentiment}`);
  if (language) parts.push(sql`o.language = ${language}`);
  if (unread)
    parts.push(sql`o.inbound_seq > coalesce((select r.seen_seq from read_mark r
      where r.conversation_id = o.conversation_id and r.employee_id = ${me(ctx)}), 0)`);
  return sql.join(parts, sql` and `);
}

function assigneeCondition(ctx: Context, assignee: string): RawBuilder<unknown> {
  if (assignee === 'nobody') return sql`o.assignee_id is null`;
  if (assignee === 'me') return sql`o.assignee_id = ${me(ctx)}`;
  return sql`o.assignee_id = (select id from employee where public_id = ${assignee})`;
}

/** Numbers of a label and of all under it, as an array. */
export function labelsUnder(label: string): RawBuilder<unknown> {
  return sql`array(
    with recursive under as (
      select id from inbox_label where public_id = ${label}
      union all select l.id from inbox_label l join under u on l.parent_id = u.id)
    select id from under)`;
}
