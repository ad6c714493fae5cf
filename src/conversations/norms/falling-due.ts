import { sql } from 'kysely';
import { type Context, transact } from '../../platform/context.ts';
import type { Event } from '../../platform/events.ts';
import { sendJob } from '../../platform/jobs.ts';
import { told } from '../events.ts';
import { type Known, loadFacts } from '../routing/facts.ts';
import { loadTargets, type QueueTarget, type Targets } from '../routing/targets.ts';
import { freezeResolutions } from './freezing.ts';
import { type Due, fallsDue, firstDue, type Norm, normFor } from './norm.ts';
import { type NormsVersion, normsVersions } from './norms.ts';

/** What changes when something falls due, told of a conversation. */
export const whatMovesDue = [
  'conversation.opened',
  'conversation.continued',
  'conversation.answered',
  'conversation.closed',
  'conversation.reopened',
  'conversation.routed',
  'conversation.rearranged',
  'conversation.woken',
] as const;

/** More rows than this changing together is a burst: then the lists hear of the messages themselves, not of this too. */
const burst = 20;

/**
 * The reaction to whatever happens to a conversation: when something falls due stands on its row. Worked out from how
 * it stands now, so it is harmless to do twice; soon after the message and not with it, so that hearing costs nothing.
 */
export async function keepDue(ctx: Context, events: readonly Event[]): Promise<void> {
  const ids = [...new Set(events.flatMap(({ subjectId }) => subjectId ?? []))];
  const changed = await countDue(ctx, ids);
  const closed = events.flatMap(({ verb, subjectId }) =>
    verb === 'conversation.closed' && subjectId ? [subjectId] : [],
  );
  await freezeResolutions(ctx, closed);
  if (changed.length < burst) await ctx.emit(changed.map((id) => told('due', id, null)));
}

/** The reaction to `label.corrected`: another topic may have another norm. */
export async function keepDueOf(ctx: Context, event: Event): Promise<void> {
  if (event.data.head !== 'topic') return;
  const found = await sql<{ id: string }>`
    select conversation_id as id from conversation_item where message_id = ${event.subjectId}`.execute(
    ctx.database,
  );
  await countDue(
    ctx,
    found.rows.map(({ id }) => id),
  );
}

export const dueAnewJob = 'due-anew';

/** The reaction to other norms or other hours: all that is open is worked out again, in the background. */
export function askDueAnew(ctx: Context): Promise<void> {
  return sendJob(ctx, dueAnewJob, {});
}

/** The job: all that is open, some at a time, each in a transaction of its own. Stops cleanly anywhere. */
export async function dueAnew(ctx: Context, step = 500): Promise<void> {
  let after = '0';
  for (;;) {
    const from = after;
    const ids = await transact(ctx, 'service', async (ctx) => {
      const found = await sql<{ id: string }>`
        select conversation_id as id from conversation_open where conversation_id > ${from}
        order by conversation_id limit ${step}`.execute(ctx.database);
      const here = found.rows.map(({ id }) => id);
      await countDue(ctx, here);
      return here;
    });
    const last = ids.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

interface Waiting {
  id: string;
  receivedAt: Date;
  conversationId: string;
  clock: 'first' | 'again';
  openedAt: Date;
  isOpen: boolean;
}

interface Standing {
  versions: readonly NormsVersion[];
  targets: Targets;
  since: ReadonlyMap<string, Date>;
  waiting: ReadonlyMap<string, readonly Waiting[]>;
}

/** Works out what falls due when, for these conversations. Gives those whose row says something else than before. */
export async function countDue(ctx: Context, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  // In the order in which hearing locks them.
  await sql`select from conversation where id = any(${ids}::bigint[]) order by id for update`.execute(
    ctx.database,
  );
  const facts = await loadFacts(ctx, ids);
  const versions = await normsVersions(ctx);
  const standing: Standing = {
    versions,
    targets: await loadTargets(ctx),
    since: await sinceWhen(ctx, ids),
    waiting: await waitingOf(ctx, ids),
  };
  const counted = facts.map((known) => ({ known, ...dueOf(known, standing) }));
  await freeze(
    ctx,
    counted.flatMap(({ frozen }) => frozen),
  );
  return keepRows(ctx, counted);
}

interface Frozen {
  waiting: Waiting;
  version: string;
  norm: string;
  at: number | null;
}

interface Counted {
  norm: Norm | undefined;
  due: Due | null;
  frozen: Frozen[];
}

function dueOf(known: Known, { versions, targets, since, waiting }: Standing): Counted {
  const target = targets.byId.get(known.queueId);
  const [newest] = versions;
  if (!target || !newest) return { norm: undefined, due: null, frozen: [] };
  const norm = normFor(newest.norms, target.key, known);
  const frozen = (waiting.get(known.id) ?? []).flatMap((one) => frozenOf(one, { known, target, versions }));
  const start = since.get(known.id);
  const resolved = norm && start ? fallsDue(norm, 'resolution', clockFrom(start, target)) : undefined;
  const answers = frozen.flatMap(({ waiting: one, at }): Due[] =>
    one.isOpen && at !== null ? [{ at, kind: one.clock === 'first' ? 'first' : 'next' }] : [],
  );
  return {
    norm,
    due: firstDue([...answers, resolved === undefined ? null : { at: resolved, kind: 'resolution' }]),
    frozen,
  };
}

/** What waits goes by the norms of now; what was answered already by those that held when it was asked. */
function frozenOf(
  waiting: Waiting,
  { known, target, versions }: { known: Known; target: QueueTarget; versions: readonly NormsVersion[] },
): Frozen[] {
  const version = waiting.isOpen ? versions[0] : versions.find(({ madeAt }) => madeAt <= waiting.openedAt);
  const norm = version && normFor(version.norms, target.key, known);
  if (!version || !norm) return [];
  const at = fallsDue(
    norm,
    waiting.clock === 'first' ? 'first' : 'next',
    clockFrom(waiting.openedAt, target),
  );
  return [{ waiting, version: version.id, norm: norm.name, at: at ?? null }];
}

function clockFrom(at: Date, { opening }: QueueTarget) {
  return { from: at.getTime() / 1000, timeline: opening.timeline };
}

/** Response clocks that still run, and those that ended before anybody looked at their norm. */
async function waitingOf(ctx: Context, ids: readonly string[]): Promise<Map<string, Waiting[]>> {
  const found = await sql<Waiting>`
    select id, received_at as "receivedAt", conversation_id as "conversationId", clock, opened_at as "openedAt",
      closed_at is null as "isOpen"
    from response_interval where conversation_id = any(${ids}::bigint[]) and clock <> 'more' and open_time_known
      and (closed_at is null or norm is null) order by opened_at, id`.execute(ctx.database);
  return Map.groupBy(found.rows, ({ conversationId }) => conversationId);
}

/** When the customer began to ask, since it was last closed. */
async function sinceWhen(ctx: Context, ids: readonly string[]): Promise<Map<string, Date>> {
  const found = await sql<{ id: string; since: Date | null }>`
    select o.conversation_id as id, (
      select min(w.opened_at) from response_interval w where w.conversation_id = o.conversation_id
        and w.opened_at > coalesce((select max(k.closed_at) from closure k where k.conversation_id = o.conversation_id),
          '-infinity')) as since
    from conversation_open o where o.conversation_id = any(${ids}::bigint[])`.execute(ctx.database);
  return new Map(found.rows.flatMap(({ id, since }) => (since ? [[id, since]] : [])));
}

async function freeze(ctx: Context, frozen: readonly Frozen[]): Promise<void> {
  if (frozen.length === 0) return;
  const pick = <T>(of: (one: Frozen) => T): T[] => frozen.map(of);
  await sql`
    update response_interval w set norm_version_id = t.version, norm = t.norm, due_at = t.due
    from unnest(${pick(({ waiting }) => waiting.id)}::bigint[],
      ${pick(({ waiting }) => waiting.receivedAt)}::timestamptz[], ${pick(({ version }) => version)}::bigint[],
      ${pick(({ norm }) => norm)}::text[], ${pick(({ at }) => dateOf(at))}::timestamptz[])
      as t (id, received, version, norm, due)
    where w.id = t.id and w.received_at = t.received
      and (w.norm_version_id, w.norm, w.due_at) is distinct from (t.version, t.norm, t.due)`.execute(
    ctx.database,
  );
}

async function keepRows(ctx: Context, counted: readonly (Counted & { known: Known })[]): Promise<string[]> {
  const pick = <T>(of: (one: Counted & { known: Known }) => T): T[] => counted.map(of);
  const topics = pick(({ known }) => JSON.stringify(known.own));
  const rows = sql`unnest(${pick(({ known }) => known.id)}::bigint[], ${topics}::jsonb[],
      ${pick(({ norm }) => norm?.name ?? null)}::text[], ${pick(({ due }) => dateOf(due?.at ?? null))}::timestamptz[],
      ${pick(({ due }) => due?.kind ?? null)}::text[]) as u (id, topics, norm, due, kind)`;
  const told = sql`(select id, array(select jsonb_array_elements_text(topics)) as topics, norm, due, kind from ${rows}) t`;
  await sql`update conversation c set topics = t.topics from ${told}
    where c.id = t.id and c.topics <> t.topics`.execute(ctx.database);
  const changed = await sql<{ id: string }>`
    update conversation_open o set topics = t.topics, norm = t.norm, due_at = t.due, due_kind = t.kind from ${told}
    where o.conversation_id = t.id and (o.topics, o.norm, o.due_at, o.due_kind) is distinct from
      (t.topics, t.norm, t.due, t.kind) returning o.conversation_id as id`.execute(ctx.database);
  return changed.rows.map(({ id }) => id);
}

function dateOf(epochSeconds: number | null): Date | null {
  return epochSeconds === null ? null : new Date(Math.round(epochSeconds * 1000));
}
