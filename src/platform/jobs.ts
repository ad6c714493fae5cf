import { fromKysely, PgBoss } from 'pg-boss';

import type { Context } from './context.ts';
import type { Log } from './log.ts';

export interface Jobs {
  /** Stops taking jobs and waits for those that run. */
  stop(): Promise<void>;
}

export interface Timed {
  /** Queue and name of the job. */
  name: string;
  /** When, as a cron line in UTC; absent for jobs that only run when asked for. */
  cron?: string;
  run(ctx: Context, data: Readonly<Record<string, string>>): Promise<void>;
}

const options = { schema: 'pgboss', migrate: false, createSchema: false, reindex: false } as const;

/** Runs the jobs of schedule.ts. One that fails is tried again, three times, with growing pauses. */
export async function startJobs(
  ctx: Context,
  url: string,
  { timed, log }: { timed: readonly Timed[]; log: Log },
): Promise<Jobs> {
  // How often is looked for jobs whose process died.
  const watch = { superviseIntervalSeconds: 15, monitorIntervalSeconds: 15 };
  const boss = new PgBoss({ connectionString: url, ...options, ...watch, max: 4 });
  boss.on('error', (error) => log.error({ err: error }, 'jobs'));
  await boss.start();
  for (const { name, cron, run } of timed) {
    await boss.work<Record<string, string>>(name, { pollingIntervalSeconds: 1 }, async ([job]) => {
      try {
        if (job) await run(ctx, job.data);
      } catch (error) {
        // The queue keeps it too, but nobody looks there first.
        log.error({ err: error, job: name }, 'bug');
        throw error;
      }
    });
    if (cron) await boss.schedule(name, cron);
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 10_000 }) };
}

/** Asks for a job in the transaction of `ctx`: it runs when that commits, and not at all when it does not. */
export async function sendJob(
  ctx: Context,
  name: string,
  data: Readonly<Record<string, string>>,
): Promise<void> {
  await askFor(ctx, { name, data, startAfter: 0 });
}

/** The same for a job that needs nothing to know, `seconds` after the commit at the earliest. */
export async function sendJobLater(ctx: Context, name: string, seconds: number): Promise<void> {
  await askFor(ctx, { name, data: {}, startAfter: seconds });
}

interface Asked {
  name: string;
  data: Readonly<Record<string, string>>;
  startAfter: number;
}

async function askFor(ctx: Context, { name, data, startAfter }: Asked): Promise<void> {
  const boss = new PgBoss({ db: fromKysely(ctx.database), ...options, supervise: false, schedule: false });
  // A process that dies in the middle sends no heartbeat any more; then the job is taken up again.
  await boss.send(name, data, {
    retryLimit: 3,
    retryBackoff: true,
    expireInSeconds: 6 * 3600,
    heartbeatSeconds: 30,
    startAfter,
  });
}
