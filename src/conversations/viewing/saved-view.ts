import { type RawBuilder, sql } from 'kysely';
import { personAllows } from '../../customers/using.ts';
import { requires, requiresEverywhere } from '../../organisation/authority.ts';
import type { Reading } from '../../organisation/mandates/reading.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import { ofHead } from '../listing/columns.ts';
import { countedUpTo } from '../listing/counting.ts';
import { type Filter, type FilterableView, filterCondition, viewParts } from '../listing/filter.ts';
import type { Count } from '../listing/row.ts';
import { checkName } from '../naming-rule.ts';

export type ViewAudience = 'own' | 'team' | 'all';

/** A narrowed view under a name: one's own, of the department, or of everybody. */
export interface SavedView {
  publicId: string;
  name: string;
  audience: ViewAudience;
  view: FilterableView;
  filter: Filter;
  /** Made by whoever asks: they may take it away. */
  mine: boolean;
}

export interface CountedView extends SavedView {
  count: Count;
}

const most = 20;

interface Row {
  publicId: string;
  name: string;
  audience: ViewAudience;
  filter: Filter & { view: FilterableView };
  mine: boolean;
}

/** Those that the actor sees, own ones first, as `jsonb`: read along with the counts of the list. */
export function savedViewsOf({ actor }: Context): RawBuilder<unknown> {
  if (actor.kind !== 'employee') return sql`null::jsonb`;
  return sql`(select jsonb_agg(v) from (
    select public_id as "publicId", name, audience, filter, employee_id = ${actor.employeeId} as mine from saved_view
    where ended_at is null and (employee_id = ${actor.employeeId} or audience = 'all'
      or audience = 'team' and department_id = ${actor.departmentId}::bigint)
    order by array_position(array['own', 'team', 'all'], audience), lower(name), id limit ${most}) v)`;
}

/** What `savedViewsOf` gave. */
export function asSavedViews(found: unknown): SavedView[] {
  return ((found as Row[] | null) ?? []).map(({ filter: { view, ...filter }, ...row }) => ({
    ...row,
    view,
    filter,
  }));
}

/** Those that the actor sees. One statement. */
export async function listSavedViews(ctx: Context): Promise<SavedView[]> {
  const found = await sql<{ views: unknown }>`select ${savedViewsOf(ctx)} as views`.execute(ctx.database);
  return asSavedViews(found.rows[0]?.views);
}

/**
 * How many conversations each holds, as far as the actor may see them: an expression, as `jsonb`, to be read along with
 * the counts of the list. `withCounts` reads it.
 */
export function countsOfViews(
  ctx: Context,
  { queues, mayRead }: Reading,
  views: readonly SavedView[],
): RawBuilder<unknown> {
  const part = (filter: Filter) => (condition: RawBuilder<unknown>) =>
    sql`(
    select from conversation_open o where o.queue_id = any(${queues}::bigint[]) and ${condition}
      and ${filterCondition(ctx, filter)} and ${personAllows(sql`o.person_id`, 'service')}
      and ${mayRead(ofHead)} limit ${countedUpTo})`;
  const count = ({ view, filter }: SavedView) => sql`least(${countedUpTo}::integer, (select count(*)::integer
    from (${sql.join(viewParts(ctx, view).map(part(filter)), sql` union all `)}) counted))`;
  return views.length === 0 ? sql`null::jsonb` : sql`jsonb_build_array(${sql.join(views.map(count))})`;
}

export function withCounts(views: readonly SavedView[], found: unknown): CountedView[] {
  const counts = (found as number[] | null) ?? [];
  return views.map((view, n) => ({
    ...view,
    count: { n: counts[n] ?? 0, more: (counts[n] ?? 0) >= countedUpTo },
  }));
}

export interface NewView {
  name: string;
  audience: ViewAudience;
  view: FilterableView;
  filter: Filter;
}

/**
 * Keeps a narrowed view under a name. One for the department is of the maker's own; one for everybody may be made by
 * whoever arranges the organisation.
 * @throws Refusal `invalid.name`, `conflict.view-no-team`, `forbidden.action`
 */
export async function saveView(ctx: Context, { name, audience, view, filter }: NewView): Promise<string> {
  const { actor } = ctx;
  requires(actor, 'inbox.read');
  if (actor.kind !== 'employee') throw new Refusal('forbidden.action', { action: 'inbox.read' });
  if (audience === 'all') requiresEverywhere(actor, 'organisation.manage');
  if (audience === 'team' && actor.departmentId === null) throw new Refusal('conflict.view-no-team');
  const clean = checkName(name);
  const at = asDate(ctx.clock.now());
  const made = await sql<{ publicId: string }>`
    insert into saved_view (public_id, name, audience, employee_id, department_id, filter, made_at)
    values (${publicId('sv', at.getTime())}, ${clean}, ${audience}, ${actor.employeeId},
      ${audience === 'team' ? actor.departmentId : null}, ${JSON.stringify({ view, ...filter })}::jsonb, ${at})
    returning public_id as "publicId"`.execute(ctx.database);
  return made.rows[0]?.publicId ?? '';
}

/** Takes a view away: its maker may, and for those of others whoever arranges the organisation. */
export async function endView(ctx: Context, id: string): Promise<void> {
  await transact(ctx, null, async (ctx) => {
    const views = await listSavedViews(ctx);
    const view = views.find(({ publicId }) => publicId === id);
    if (!view) throw new Refusal('not-found.view', { id });
    if (!view.mine) requiresEverywhere(ctx.actor, 'organisation.manage');
    await sql`update saved_view set ended_at = ${asDate(ctx.clock.now())},
        ended_by = ${ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null}
      where public_id = ${id} and ended_at is null`.execute(ctx.database);
  });
}
