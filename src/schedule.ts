import { closeQuiet } from './conversations/closing.ts';
import { runImport } from './import-job.ts';
import { retrain, retrainDue } from './listening/learning/learning.ts';
import { forgetOldKeys } from './platform/http/idempotency.ts';
import type { Timed } from './platform/jobs.ts';
import { makePartitions } from './platform/partitions.ts';

/** When it is time → do that. Times are UTC. */
export const schedule: readonly Timed[] = [
  { name: 'import', run: (ctx, data) => runImport(ctx, data.importId ?? '') },
  {
    name: 'retrain',
    run: async (ctx, data) => {
      await retrain(ctx, data.head ?? '');
    },
  },
  { name: 'retrain-due', cron: '* * * * *', run: retrainDue },
  { name: 'make-partitions', cron: '5 1 * * *', run: makePartitions },
  { name: 'close-quiet-conversations', cron: '15 1 * * *', run: closeQuiet },
  { name: 'forget-idempotency-keys', cron: '25 1 * * *', run: forgetOldKeys },
];

export const queues: readonly string[] = schedule.map((timed) => timed.name);
