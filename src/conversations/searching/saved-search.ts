import { sql } from 'kysely';
import { requires, requiresEverywhere } from '../../organisation/authority.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import { checkName } from '../naming-rule.ts';
import type { ViewAudience } from '../viewing/saved-view.ts';
import { longestText, type Question } from './question.ts';

/** A search under a name: one's own, of the department, or of everybody. */
export interface SavedSearch {
  publicId: string;
  name: string;
  audience: ViewAudience;
  question: Question;
  /** Made by whoever asks: they may take it away. */
  mine: boolean;
}

/** As many as a list can show; who wants more takes one away first. */
const most = 50;

/** Those that the actor sees, own ones first. One statement; programs have none. */
export async function listSavedSearches(ctx: Context): Promise<SavedSearch[]> {
  return (await seenBy(ctx)).slice(0, 2 * most);
}

async function seenBy(ctx: Context): Promise<SavedSearch[]> {
  const { actor } = ctx;
  if (actor.kind !== 'employee') return [];
  const found = await sql<SavedSearch>`
    select public_id as "publicId", name, audience, question, employee_id = ${actor.employeeId} as mine from saved_search
    where ended_at is null and (employee_id = ${actor.employeeId} or audience = 'all'
      or audience = 'team' and department_id = ${actor.departmentId}::bigint)
    order by array_position(array['own', 'team', 'all'], audience), lower(name), id`.execute(ctx.database);
  return found.rows;
}

export interface NewSearch {
  name: string;
  audience: ViewAudience;
  question: Question;
}

/**
 * Keeps a search under a name. One for everybody may be made by whoever arranges the organisation.
 * @throws Refusal `invalid.name`, `invalid.search-empty`, `conflict.view-no-team`, `conflict.searches-many`,
 * `forbidden.action`
 */
export async function saveSearch(ctx: Context, { name, audience, question }: NewSearch): Promise<string> {
  const { actor } = ctx;
  requires(actor, 'inbox.read');
  if (actor.kind !== 'employee') throw new Refusal('forbidden.action', { action: 'inbox.read' });
  if (audience === 'all') requiresEverywhere(actor, 'organisation.manage');
  if (audience === 'team' && actor.departmentId === null) throw new Refusal('conflict.view-no-team');
  const text = question.text.trim().slice(0, longestText);
  if (text === '') throw new Refusal('invalid.search-empty');
  const clean = checkName(name);
  const own = (await seenBy(ctx)).filter(({ mine }) => mine).length;
  if (own >= most) throw new Refusal('conflict.searches-many', { most });
  const at = asDate(ctx.clock.now());
  const id = publicId('ss', at.getTime());
  await sql`
    insert into saved_search (public_id, name, audience, employee_id, department_id, question, made_at)
    values (${id}, ${clean}, ${audience}, ${actor.employeeId}, ${audience === 'team' ? actor.departmentId : null},
      ${JSON.stringify({ ...question, text })}::jsonb, ${at})`.execute(ctx.database);
  return id;
}

/** Takes a search away: its maker may, and for those of others whoever arranges the organisation. */
export async function endSearch(ctx: Context, id: string): Promise<void> {
  await transact(ctx, null, async (ctx) => {
    const search = (await seenBy(ctx)).find((one) => one.publicId === id);
    if (!search) throw new Refusal('not-found.search', { id });
    if (!search.mine) requiresEverywhere(ctx.actor, 'organisation.manage');
    await sql`update saved_search set ended_at = ${asDate(ctx.clock.now())},
        ended_by = ${ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null}
      where public_id = ${id} and ended_at is null`.execute(ctx.database);
  });
}
