import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { Burst } from '../../understanding/comparing/bursts.ts';
import { followKnown, type KnownBurst, keepBurst, readKnown } from './keeping.ts';
import { everywhere, hearAll, readSaid, type SaidMessage } from './sitting.ts';
import { hour, keepWatch, nextHour, openWatch, takeWatch, type Watch } from './watch.ts';

/** Messages in one transaction; the rest follows in the next. */
const mostAtOnce = 20_000;
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

async function watchSome(ctx: Context): Promise<boolean> {
  const watch = await takeWatch(ctx);
  if (!watch) return true;
  const now = ctx.clock.now().epochMilliseconds;
  const manyAccounts = await hasManyAccounts(ctx);
  let read = 0;
  while (watch.heardTo + hour + lateness <= now) {
    if (read >= mostAtOnce) {
      await keepWatch(ctx, watch);
      return false;
    }
    const said = await readSaid(ctx, watch.heardTo, watch.heardTo + hour);
    read += said.length;
    if (said.length === 0) {
      await passQuiet(ctx, watch, now);
      continue;
    }
    await hearHour(ctx, watch, { said, manyAccounts });
    watch.heardTo += hour;
  }
  await keepWatch(ctx, watch);
  await lookAhead(ctx, watch, { now, manyAccounts });
  return true;
}

/** Over hours in which nobody said anything, to the next that somebody did or to the one that is open. */
async function passQuiet(ctx: Context, watch: Watch, now: number): Promise<void> {
  const open = Math.floor((now - lateness) / hour) * hour;
  const next = await nextHour(ctx, watch.heardTo + hour);
  const silentFrom = watch.heardTo;
  watch.heardTo = Math.max(watch.heardTo + hour, Math.min(next ?? open, open));
  if (watch.heardTo - silentFrom < longSilence) watch.bursts.close(watch.heardTo);
  else watch.bursts = openWatch(watch.heardTo);
}

interface Hour {
  said: readonly SaidMessage[];
  manyAccounts: boolean;
}

async function hearHour(ctx: Context, { bursts, heardTo }: Watch, { said, manyAccounts }: Hour) {
  hearAll(bursts, said, manyAccounts);
  const found = bursts.close(heardTo + hour);
  const known = await readKnown(ctx, heardTo);
  await followKnown(ctx, known, said);
  for (const burst of withoutParts(found, known)) await keepBurst(ctx, burst, { known, said });
}

/** What is risen already in the hour that is open. The memory was kept before, so this leaves no trace in it. */
async function lookAhead(
  ctx: Context,
  watch: Watch,
  { now, manyAccounts }: { now: number; manyAccounts: boolean },
) {
  const said = await readSaid(ctx, watch.heardTo, Math.min(now, watch.heardTo + hour));
  if (said.length > 0) await hearHour(ctx, watch, { said, manyAccounts });
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
