import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Retained } from '../../platform/retained.ts';
import {
  isChannelled,
  isRetentionKey,
  type RetentionKey,
  retentionDays,
  retentionDefaults,
  retentionKeys,
} from './retention.ts';

const step = 1000;

/**
 * Every night: what is past its date goes, kind by kind, a thousand at a time with a transaction each. Of every kind a
 * row proves it: how much was due, how much went, how much is left.
 */
export async function retain(ctx: Context, retained: readonly Retained[]): Promise<void> {
  const failures: unknown[] = [];
  for (const kind of retained) {
    try {
      await retainKind(ctx, kind);
    } catch (error) {
      // One kind that cannot go must not keep the others.
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

async function retainKind(ctx: Context, kind: Retained): Promise<void> {
  const { key } = kind;
  if (!isRetentionKey(key)) throw new Error(`${key} has no retention`);
  const { days, channels } = (await transact(ctx, 'legal', retentionDays))[key];
  if (channels.length === 0 || !kind.byChannel) return retainPart(ctx, kind, { key, days, channel: '' });
  for (const { channel, days: own } of channels) {
    const some = kind.byChannel({ names: [channel], others: false });
    await retainPart(ctx, some, { key, days: own, channel });
  }
  const names = channels.map(({ channel }) => channel);
  await retainPart(ctx, kind.byChannel({ names, others: true }), { key, days, channel: '' });
}

interface Part {
  key: RetentionKey;
  days: number;
  /** '': every channel without a choice of its own. */
  channel: string;
}

async function retainPart(
  ctx: Context,
  kind: Pick<Retained, 'past' | 'remove'>,
  { key, days, channel }: Part,
): Promise<void> {
  const before = asDate(ctx.clock.now().subtract({ hours: 24 * days }));
  const { due } = await transact(ctx, 'legal', (ctx) => kind.past(ctx, before));
  let removed = 0;
  for (;;) {
    const gone = await transact(ctx, 'legal', (ctx) => kind.remove(ctx, before, step));
    removed += gone;
    if (gone === 0) break;
  }
  await transact(ctx, 'legal', async (ctx) => {
    const { due: remaining, held, oldest } = await kind.past(ctx, before);
    const at = asDate(ctx.clock.now());
    await ctx.database
      .insertInto('retention_run')
      .values({ key, channel, at, before, due, removed, remaining, held, oldest })
      .execute();
  });
}

interface Run {
  at: Date;
  due: number;
  removed: number;
  remaining: number;
  held: number;
  overdueDays: number;
}

export interface RetentionStanding {
  key: RetentionKey;
  days: number;
  defaultDays: number;
  reason: string | null;
  channels: { channel: string; days: number; reason: string }[];
  /** Over all channels; null: the worker has not run yet. */
  last: Run | null;
}

/** How long everything is kept, and what the last night proved. Runs under any purpose. */
export async function retentionStanding(ctx: Context): Promise<RetentionStanding[]> {
  const chosen = await retentionDays(ctx);
  const runs = await ctx.database
    .selectFrom('retention_run')
    .distinctOn(['key', 'channel'])
    .selectAll()
    .orderBy('key')
    .orderBy('channel')
    .orderBy('id', 'desc')
    .execute();
  return retentionKeys.map((key) => {
    const held = ['', ...chosen[key].channels.map(({ channel }) => channel)];
    const own = runs.filter((run) => run.key === key && held.includes(run.channel));
    return { key, defaultDays: retentionDefaults[key], ...chosen[key], last: together(own) };
  });
}

/** Of the parts of a kind: the oldest time, and all their numbers together. */
function together(
  runs: readonly (Omit<Run, 'overdueDays'> & { before: Date; oldest: Date | null })[],
): Run | null {
  const [first] = runs;
  if (!first) return null;
  const sum = (key: 'due' | 'removed' | 'remaining' | 'held') => runs.reduce((all, run) => all + run[key], 0);
  return {
    at: new Date(Math.min(...runs.map(({ at }) => at.getTime()))),
    due: sum('due'),
    removed: sum('removed'),
    remaining: sum('remaining'),
    held: sum('held'),
    overdueDays: Math.max(...runs.map(overdue)),
  };
}

function overdue({ before, oldest }: { before: Date; oldest: Date | null }): number {
  return oldest === null ? 0 : Math.max(0, Math.floor((before.getTime() - oldest.getTime()) / 86_400_000));
}

/** The figure for the board: by how many days the oldest personal record is past its date. Must be 0. */
export function oldestPastDate(standing: readonly RetentionStanding[]): number {
  return Math.max(0, ...standing.map(({ last }) => last?.overdueDays ?? 0));
}

export interface PastDate {
  /** Must be 0. */
  oldestDays: number;
  /** When the worker last looked, at the kind that it looked at longest ago; null: not yet at all of them. */
  ranAt: Date | null;
}

/** The same with what it rests on: a figure of a worker that stands still says nothing. Runs under any purpose. */
export async function readPastDate(ctx: Context): Promise<PastDate> {
  const standing = await retentionStanding(ctx);
  const ran = standing.map(({ last }) => last?.at.getTime() ?? null);
  const ranAt = ran.includes(null) ? null : new Date(Math.min(...ran.map(Number)));
  return { oldestDays: oldestPastDate(standing), ranAt };
}

/** The worker runs every night; after two nights without it somebody must look. */
export function standsStill({ ranAt }: { ranAt: Date }, now: number): boolean {
  return now - ranAt.getTime() > 49 * 3_600_000;
}

export interface RetentionChoice {
  key: string;
  days: number;
  reason: string;
  /** Absent: every channel without a choice of its own. */
  channel?: string | undefined;
}

/** What the organisation chooses instead of the default, and why. Holds from the next night. */
export async function chooseRetention(
  ctx: Context,
  { key, days, reason, channel = '' }: RetentionChoice,
): Promise<void> {
  if (!isRetentionKey(key)) throw new Refusal('not-found.retention', { key });
  if (!Number.isInteger(days) || days < 1 || days > 36_500) throw new Refusal('invalid.retention', { key });
  if (channel !== '' && !isChannelled(key)) throw new Refusal('invalid.retention-channel', { key, channel });
  if (reason.trim().length < 5) throw new Refusal('invalid.reason');
  const changed = {
    days,
    reason: reason.trim(),
    changed_at: asDate(ctx.clock.now()),
    changed_by: ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null,
  };
  await ctx.database
    .insertInto('retention_choice')
    .values({ key, channel, ...changed })
    .onConflict((conflict) => conflict.columns(['key', 'channel']).doUpdateSet(changed))
    .execute();
}

/** A channel is kept as long as all others again. */
export async function unchooseRetention(
  ctx: Context,
  { key, channel }: { key: string; channel: string },
): Promise<void> {
  await ctx.database
    .deleteFrom('retention_choice')
    .where('key', '=', key)
    .where('channel', '=', channel)
    .where('channel', '<>', '')
    .execute();
}
