import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { Burst } from '../../understanding/comparing/bursts.ts';
import {
  followKnown,
  type Known,
  type KnownBurst,
  keepBurst,
  knownAround,
  readKnown,
  writeFollowed,
} from './keeping.ts';
import { everywhere, hearAll, readHours, readSaid, type SaidMessage } from './sitting.ts';
import { hour, keepWatch, openWatch, takeWatch, type Watch } from './watch.ts';

/** After so long there is nothing left to compare with: everything would be new. A day of learning goes before. */
const longSilence = 48 * hour;
/** What was said in an hour is heard by then. */
const lateness = 2 * 60_000;

/**
 * Looks for new topics in all that was said since the last time, hour by hour, by when it was said; so an import is
 * judged as if it had come in at the time. The hour that is not over is looked at too, but counts only when it is.
 * What is remembered lies in the database, under a lock: any process may go on.
 */
export async function watchBursts(ctx: Context): Promise<void> {
  for (;;) {
    const isDone = await transact(ctx, 'listen', watchSome);
    if (isDone) return;
  }
}

/** As many hours as are read at once, in one transaction: a quiet year costs no more statements than a busy day. */
async function watchSome(ctx: Context): Promise<boolean> {
  const watch = await takeWatch(ctx);
  if (!watch) return true;
  const now = ctx.clock.now().epochMilliseconds;
  const open = Math.max(watch.heardTo, Math.floor((now - lateness) / hour) * hour);
  const manyAccounts = await hasManyAccounts(ctx);
  const { hours, to } = await readHours(ctx, watch.heardTo, open);
  const known = await readKnown(ctx, watch.heardTo, to);
  for (const { from, said } of hours) {
    passQuiet(watch, from);
    await hearHour(ctx, watch, { said, manyAccounts, known });
    watch.heardTo = from + hour;
  }
  passQuiet(watch, to);
  await writeFollowed(ctx, known);
  await keepWatch(ctx, watch);
  if (to < open) return false;
  await lookAhead(ctx, watch, { now, manyAccounts, known });
  return true;
}

/** Over hours in which nobody said anything. */
function passQuiet(watch: Watch, to: number): void {
  const silent = to - watch.heardTo;
  if (silent <= 0) return;
  watch.heardTo = to;
  if (silent < longSilence) watch.bursts.close(to);
  else watch.bursts = openWatch(to);
}

interface Hour {
  said: readonly SaidMessage[];
  manyAccounts: boolean;
  known: Known;
}

async function hearHour(ctx: Context, { bursts, heardTo }: Watch, { said, manyAccounts, known }: Hour) {
  hearAll(bursts, said, manyAccounts);
  const found = bursts.close(heardTo + hour);
  const before = knownAround(known, heardTo);
  followKnown(known, before, said);
  for (const burst of withoutParts(found, before)) await keepBurst(ctx, burst, { known, before, said });
}

/** What is risen already in the hour that is open. The memory was kept before, so this leaves no trace in it. */
async function lookAhead(
  ctx: Context,
  watch: Watch,
  { now, manyAccounts, known }: { now: number; manyAccounts: boolean; known: Known },
) {
  const said = await readSaid(ctx, { from: watch.heardTo, to: Math.min(now, watch.heardTo + hour) });
  if (said.length === 0) return;
  await hearHour(ctx, watch, { said, manyAccounts, known });
  await writeFollowed(ctx, known);
}

/** What rises on all accounts together is not told once more for one of them. */
function withoutParts(found: readonly Burst[], known: readonly KnownBurst[]): Burst[] {
  const whole = [
    ...found.filter(({ scope }) => scope === everywhere),
    ...known.filter(({ accountId }) => accountId === null),
  ];
  return found.filter(
    (burst) =>
      burst.scope === everywhere ||
      !whole.some(
        ({ language, terms }) =>
          language === burst.language && terms.some((term) => burst.terms.includes(term)),
      ),
  );
}

async function hasManyAccounts(ctx: Context): Promise<boolean> {
  const found = await sql<{ n: number }>`
    select count(*)::integer as n from (select from channel_account limit 2) a`.execute(ctx.database);
  return (found.rows[0]?.n ?? 0) > 1;
}

/** How long ago something may have been noticed to be a signal still. */
export function stillRising(ctx: Context): { began: Date; heard: Date } {
  const now = ctx.clock.now();
  return { began: asDate(now.subtract({ hours: 24 })), heard: asDate(now.subtract({ hours: 3 })) };
}
