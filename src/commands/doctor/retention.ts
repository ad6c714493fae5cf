import { systemClock } from '../../platform/clock.ts';
import { makeContext } from '../../platform/context.ts';
import { openDatabase } from '../../platform/database.ts';
import { type PastDate, readPastDate, standsStill } from '../../privacy/retaining/retaining.ts';
import { good, note, type Verdict, wrong } from './verdict.ts';

/** The figure for the board: by how many days the oldest personal record is past its date. */
export async function examineRetention(appUrl: string): Promise<Verdict[]> {
  const { database, close } = openDatabase(appUrl, { size: 1 });
  try {
    const actor = { kind: 'system', name: 'doctor' } as const;
    const ctx = makeContext({ database, actor, clock: systemClock, now: {} });
    return [verdictOnRetention(await readPastDate(ctx), ctx.clock.now().epochMilliseconds)];
  } finally {
    await close();
  }
}

export function verdictOnRetention({ oldestDays, ranAt }: PastDate, now: number): Verdict {
  if (ranAt === null)
    return note('retention', 'What is past its date was not cleared yet; that happens every night.');
  if (oldestDays > 0)
    return wrong('retention', `The oldest personal record is ${oldestDays} days past its date.`);
  const last = ranAt.toISOString().slice(0, 16).replace('T', ' ');
  if (standsStill({ ranAt }, now))
    return wrong(
      'retention',
      `What is past its date was last cleared at ${last} UTC; that must happen every night.`,
    );
  return good('retention', `No personal record is past its date (0 days); last cleared at ${last} UTC.`);
}
