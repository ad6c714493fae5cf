import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Retained } from '../../platform/retained.ts';
import {
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
  const days = await transact(ctx, 'legal', retentionDays);
  if (!isRetentionKey(kind.key)) throw new Error(`${kind.key} has no retention`);
  const before = asDate(ctx.clock.now().subtract({ hours: 24 * days[kind.key] }));
  const { due } = await transact(ctx, 'legal', (ctx) => kind.past(ctx, before));
  let removed = 0;
  for (;;) {
    const gone = await transact(ctx, 'legal', (ctx) => kind.remove(ctx, before, step));
    removed += gone;
    if (gone === 0) break;
  }
  await transact(ctx, 'legal', async (ctx) => {
    const { due: remaining, held, oldest } = await kind.past(ctx, before);
    await ctx.database
      .insertInto('retention_run')
      .values({ key: kind.key, at: asDate(ctx.clock.now()), before, due, removed, remaining, held, oldest })
      .execute();
  });
}

export interface RetentionStanding {
  key: RetentionKey;
  days: number;
  defaultDays: number;
  reason: string | null;
  /** null: the worker has not run yet. */
  last: {
    at: Date;
    due: number;
    removed: number;
    remaining: number;
    held: number;
    overdueDays: number;
  } | null;
}

/** How long everything is kept, and what the last night proved. Runs under any purpose. */
export async function retentionStanding(ctx: Context): Promise<RetentionStanding[]> {
  const days = await retentionDays(ctx);
  const chosen = await ctx.database.selectFrom('retention_choice').select(['key', 'reason']).execute();
  const runs = await ctx.database
    .selectFrom('retention_run')
    .distinctOn('key')
    .selectAll()
    .orderBy('key')
    .orderBy('id', 'desc')
    .execute();
  return retentionKeys.map((key) => {
    const run = runs.find((one) => one.key === key);
    const { at, due, removed, remaining, held } = run ?? {};
    return {
      key,
      days: days[key],
      defaultDays: retentionDefaults[key],
      reason: chosen.find((one) => one.key === key)?.reason ?? null,
      last: run
        ? {
            at: at as Date,
            due: due ?? 0,
            removed: removed ?? 0,
            remaining: remaining ?? 0,
            held: held ?? 0,
            overdueDays: overdue(run),
          }
        : null,
    };
  });
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

/** What the organisation chooses instead of the default, and why. Holds from the next night. */
export async function chooseRetention(
  ctx: Context,
  { key, days, reason }: { key: string; days: number; reason: string },
): Promise<void> {
  if (!isRetentionKey(key)) throw new Refusal('not-found.retention', { key });
  if (!Number.isInteger(days) || days < 1 || days > 36_500) throw new Refusal('invalid.retention', { key });
  if (reason.trim().length < 5) throw new Refusal('invalid.reason');
  const changed = {
    days,
    reason: reason.trim(),
    changed_at: asDate(ctx.clock.now()),
    changed_by: ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null,
  };
  await ctx.database
    .insertInto('retention_choice')
    .values({ key, ...changed })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(changed))
    .execute();
}
