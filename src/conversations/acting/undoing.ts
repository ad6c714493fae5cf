import { sql } from 'kysely';
import { requires } from '../../organisation/authority.ts';
import { doneBy } from '../../organisation/done-by.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { told } from '../events.ts';
import { whileJoining } from '../joining/joining-lock.ts';
import { moveBack } from '../joining/moving.ts';
import { putApart } from '../joining/parting.ts';
import { put, take } from '../labelling/labelling.ts';
import { call } from '../resting/naming.ts';
import { endSnoozes, hide, resumeSnooze } from '../resting/snoozing.ts';
import type { ActKind, Part } from './act.ts';
import { type Deed, deedActions, giveTo } from './doing.ts';
import { countVersions, type Locked, lockAll } from './locking.ts';
import { prioritiseAll } from './prioritising.ts';
import { closeAsItWas, reopenAsItWas } from './reopening.ts';

/**
 * Takes an act back, whoever did it: each conversation that still stands as the act left it stands again as it stood
 * before. Those that changed since stay as they are. Gives how many were put back.
 * @throws Refusal `not-found.act`, `conflict.act-undone`, `conflict.act-overtaken` when nothing stands as it was left
 */
export async function undoAct(ctx: Context, publicId: string): Promise<number> {
  return transact(ctx, 'service', async (ctx) => {
    const { kind } = await findAct(ctx, publicId);
    // Locks are taken in the same order as by whoever acts: joining, conversations, then the act itself.
    if (kind === 'merge' || kind === 'split') await whileJoining(ctx);
    requires(ctx.actor, actionOf(kind));
    const parts = await partsOf(ctx, publicId);
    const locked = await lockAll(
      ctx,
      parts.map((part) => part.publicId),
      { action: actionOf(kind), merged: kind === 'merge' || kind === 'split' },
    );
    const act = await lockAct(ctx, publicId);
    const back = await putBack(ctx, { ...act, parts: parts.filter(within(locked)), locked });
    if (back.length === 0) throw new Refusal('conflict.act-overtaken', { id: publicId });
    await sql`update conversation_act_part set undone = conversation_id = any(${back}::bigint[])
      where act_id = ${act.id}`.execute(ctx.database);
    await sql`update conversation_act set undone_at = ${asDate(ctx.clock.now())}, undone_by = ${doneBy(ctx)}
      where id = ${act.id}`.execute(ctx.database);
    await countVersions(ctx, back);
    await ctx.emit(back.map((id) => told('undone', id, { kind })));
    return back.length;
  });
}

function actionOf(kind: ActKind): (typeof deedActions)[Deed['kind']] {
  if (kind === 'merge' || kind === 'split') return 'conversation.assign';
  return kind === 'reopen' ? 'conversation.close' : deedActions[kind];
}

interface Act {
  id: string;
  kind: ActKind;
  at: Date;
}

interface Undoing extends Act {
  parts: readonly Part[];
  locked: readonly Locked[];
}

async function findAct(ctx: Context, publicId: string): Promise<{ kind: ActKind }> {
  const found = await sql<{ kind: ActKind }>`
    select kind from conversation_act where public_id = ${publicId}`.execute(ctx.database);
  const [act] = found.rows;
  if (!act) throw new Refusal('not-found.act', { id: publicId });
  return act;
}

async function lockAct(ctx: Context, publicId: string): Promise<Act> {
  const found = await sql<Act & { undoneAt: Date | null }>`
    select id, kind, at, undone_at as "undoneAt" from conversation_act where public_id = ${publicId} for update`.execute(
    ctx.database,
  );
  const [act] = found.rows;
  if (!act) throw new Refusal('not-found.act', { id: publicId });
  if (act.undoneAt) throw new Refusal('conflict.act-undone', { id: publicId });
  return act;
}

type NamedPart = Part & { publicId: string };

async function partsOf(ctx: Context, act: string): Promise<NamedPart[]> {
  const found = await sql<NamedPart & { otherId: string | null }>`
    select p.conversation_id as "conversationId", p.other_id as "otherId", p.before, p.after, c.public_id as "publicId"
    from conversation_act a join conversation_act_part p on p.act_id = a.id
    join conversation c on c.id = p.conversation_id where a.public_id = ${act} order by p.id`.execute(
    ctx.database,
  );
  return found.rows.map(({ otherId, ...part }) => ({ ...part, ...(otherId === null ? {} : { otherId }) }));
}

const within = (locked: readonly Locked[]) => (part: Part) =>
  locked.some(({ id }) => id === part.conversationId);

/** Numbers of those that stand again as they stood. */
function putBack(ctx: Context, undoing: Undoing): Promise<string[]> {
  const { kind, parts, locked } = undoing;
  switch (kind) {
    case 'merge':
    case 'split':
      return putApart(ctx, undoing);
    case 'queue':
      return moveBack(ctx, parts, locked);
    case 'snooze':
      return unsnooze(ctx, undoing);
    case 'wake':
      return letSleep(ctx, undoing);
    case 'assign':
      return giveBack(ctx, undoing);
    case 'close':
      return reopenAsItWas(ctx, undoing);
    case 'reopen':
      return closeAsItWas(ctx, undoing);
    case 'label':
      return each(parts, (ids, label) => take(ctx, ids, label), 'after');
    case 'unlabel':
      return each(parts, (ids, label) => put(ctx, ids, label), 'before');
    case 'substate':
      return nameAsBefore(ctx, undoing);
    case 'priority':
      return putBefore(ctx, undoing);
  }
}

/** Those whose snooze is still the one that the act began; the one before it, when there was one, runs on. */
async function unsnooze(ctx: Context, { parts, locked }: Undoing): Promise<string[]> {
  const still = parts.filter(({ conversationId, after }) =>
    locked.some((one) => one.id === conversationId && one.snoozeId !== null && one.snoozeId === after.snooze),
  );
  const ids = still.map(({ conversationId }) => conversationId);
  if (ids.length === 0) return [];
  await endSnoozes(ctx, ids, 'colleague');
  await resumeSnooze(ctx, numbersOf(still, 'snooze'));
  await hide(ctx, ids);
  return ids;
}

/** Those that are still awake and not done sleep on, when there is something left to wait for. */
async function letSleep(ctx: Context, { parts, locked }: Undoing): Promise<string[]> {
  const awake = parts.filter(({ conversationId }) =>
    locked.some((one) => one.id === conversationId && one.snoozeId === null && one.state !== 'done'),
  );
  const snoozes = numbersOf(awake, 'snooze');
  const left = await sql<{ id: string; conversation: string }>`
    select s.id, s.conversation_id as conversation from snooze s
    where s.id = any(${snoozes}::bigint[]) and coalesce(s.until_at, 'infinity') > ${asDate(ctx.clock.now())}
      and not exists (select from conversation_item i
        where i.conversation_id = s.conversation_id and i.kind = 'in' and i.seq > s.seq_then)`.execute(
    ctx.database,
  );
  await resumeSnooze(
    ctx,
    left.rows.map(({ id }) => id),
  );
  const ids = left.rows.map(({ conversation }) => conversation);
  await hide(ctx, ids);
  return ids;
}

async function giveBack(ctx: Context, { parts, locked }: Undoing): Promise<string[]> {
  const back: string[] = [];
  for (const { conversationId, before, after } of parts) {
    const here = locked.find(({ id }) => id === conversationId);
    if (!here || here.state === 'done' || here.assigneeId !== after.assignee) continue;
    await giveTo(ctx, conversationId, before.assignee === null ? null : String(before.assignee));
    back.push(conversationId);
  }
  return back;
}

async function nameAsBefore(ctx: Context, { parts, locked }: Undoing): Promise<string[]> {
  const back: string[] = [];
  for (const { conversationId, before, after } of parts) {
    const here = locked.find(({ id }) => id === conversationId);
    if (!here || here.substateId !== after.substate) continue;
    await call(ctx, [conversationId], before.substate === null ? null : String(before.substate));
    back.push(conversationId);
  }
  return back;
}

/** Those that still have the priority that the act gave. */
async function putBefore(ctx: Context, { parts, locked }: Undoing): Promise<string[]> {
  const before = parts[0]?.before.priority === 1 ? 1 : 0;
  const done = await prioritiseAll(
    ctx,
    parts.flatMap(({ conversationId }) => locked.filter(({ id }) => id === conversationId)),
    before,
  );
  return done.map(({ conversationId }) => conversationId);
}

/** One label for all of them: those that have it, or have it not, as the act left it. */
async function each(
  parts: readonly Part[],
  change: (ids: readonly string[], label: string) => Promise<Part[]>,
  where: 'before' | 'after',
): Promise<string[]> {
  const label = parts[0]?.[where].label;
  if (typeof label !== 'string') return [];
  const done = await change(
    parts.map(({ conversationId }) => conversationId),
    label,
  );
  return done.map(({ conversationId }) => conversationId);
}

function numbersOf(parts: readonly Part[], key: string): string[] {
  return parts.flatMap(({ before }) => (typeof before[key] === 'string' ? [before[key]] : []));
}
