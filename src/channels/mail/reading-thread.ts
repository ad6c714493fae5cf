import { parentPort, workerData } from 'node:worker_threads';
import { readMail } from './reading.ts';
import type { Task, Told } from './reading-apart.ts';

/** One heavy mail, in a thread of its own (`reading-apart.ts`). */
const { raw, us, arrivedAt } = workerData as Task;
const told: Told = await readMail(raw, us, arrivedAt).then(
  (happened) => ({ happened }),
  (error: unknown) => ({ why: error instanceof Error ? error.message.slice(0, 300) : 'unreadable' }),
);
parentPort?.postMessage(told);
