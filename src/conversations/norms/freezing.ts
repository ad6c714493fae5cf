import { sql } from 'kysely';
import { businessSeconds } from '../../organisation/calendar.ts';
import { inForceAt } from '../../organisation/opening/timeline.ts';
import type { Context } from '../../platform/context.ts';
import { type Known, loadFacts } from '../routing/facts.ts';
import { loadTargets, type QueueTarget } from '../routing/targets.ts';
import { fallsDue, normFor } from './norm.ts';
import { type NormsVersion, normsVersions } from './norms.ts';

interface Ended {
  id: string;
  conversationId: string;
  closedAt: Date;
  since: Date;
}

/**
 * How long conversations took that were closed, on the clock and in opening hours, with the version of the calendar and
 * the norm that held: frozen, whatever changes later. Done once for every closing.
 */
export async function freezeResolutions(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const found = await sql<Ended>`
    select k.id, k.conversation_id as "conversationId", k.closed_at as "closedAt", min(w.opened_at) as since
    from closure k join response_interval w on w.conversation_id = k.conversation_id and w.opened_at <= k.closed_at
    where k.conversation_id = any(${ids}::bigint[]) and k.clock_seconds is null
      and w.opened_at > coalesce((select max(b.closed_at) from closure b
        where b.conversation_id = k.conversation_id and b.id < k.id), '-infinity')
    group by k.id`.execute(ctx.database);
  if (found.rows.length === 0) return;
  const facts = await loadFacts(
    ctx,
    found.rows.map(({ conversationId }) => conversationId),
  );
  const byId = new Map(facts.map((known) => [known.id, known]));
  const [versions, targets] = [await normsVersions(ctx), await loadTargets(ctx)];
  const rows = found.rows.flatMap((ended) => {
    const known = byId.get(ended.conversationId);
    const target = known && targets.byId.get(known.queueId);
    return known && target ? [measured(ended, { known, target, versions })] : [];
  });
  const pick = <T>(of: (row: (typeof rows)[number]) => T): T[] => rows.map(of);
  await sql`
    update closure k set clock_seconds = t.clock, hours_seconds = t.hours, calendar_version_id = t.calendar,
      norm_version_id = t.version, norm = t.norm, due_at = t.due
    from unnest(${pick(({ id }) => id)}::bigint[], ${pick(({ clock }) => clock)}::bigint[],
      ${pick(({ hours }) => hours)}::bigint[], ${pick(({ calendar }) => calendar)}::bigint[],
      ${pick(({ version }) => version)}::bigint[], ${pick(({ norm }) => norm)}::text[],
      ${pick(({ due }) => due)}::timestamptz[]) as t (id, clock, hours, calendar, version, norm, due)
    where k.id = t.id`.execute(ctx.database);
}

function measured(
  { id, closedAt, since }: Ended,
  { known, target, versions }: { known: Known; target: QueueTarget; versions: readonly NormsVersion[] },
) {
  const [from, to] = [since.getTime() / 1000, closedAt.getTime() / 1000];
  const { timeline, versionAt } = target.opening;
  const version = versions.find(({ madeAt }) => madeAt <= closedAt);
  const norm = version && normFor(version.norms, target.key, known);
  const due = norm && fallsDue(norm, 'resolution', { from, timeline });
  // The version that holds when it is closed counts for all of it, as it does for an answer.
  const held = inForceAt(timeline, to);
  return {
    id,
    clock: Math.round(to - from),
    hours: held ? Math.round(businessSeconds(held.calendar, from, to)) : null,
    calendar: versionAt(to),
    version: norm ? version.id : null,
    norm: norm?.name ?? null,
    due: due === undefined ? null : new Date(Math.round(due * 1000)),
  };
}
