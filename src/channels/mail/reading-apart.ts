import { Worker } from 'node:worker_threads';
import type { Happened } from '../connection.ts';
import { NoMail, readMail, type Us } from './reading.ts';

/** Mails up to this size are read where they are; a thread costs more than they do. Bytes. */
const small = 2_000_000;
/** Milliseconds that one mail may take, and megabytes that it may need. */
const longest = 10_000;
const mostMegabytes = 256;

/** What the thread gets, and what it gives back. */
export interface Task {
  readonly raw: Uint8Array;
  readonly us: Us;
  readonly arrivedAt: Date;
}
export type Told = { readonly happened: Happened[] } | { readonly why: string };

/**
 * Reads a mail, a heavy one in a thread of its own: what never ends, or needs more than there is, ends there and is put
 * aside, and nothing else waits for it. @throws as `readMail`; NoMail `too-heavy`
 */
export async function readApart(task: Task, { most = small } = {}): Promise<readonly Happened[]> {
  if (task.raw.byteLength <= most) return readMail(task.raw, task.us, task.arrivedAt);
  const told = await inThread(task);
  if ('why' in told) throw new NoMail(told.why);
  return told.happened;
}

function inThread(task: Task): Promise<Told> {
  const thread = new Worker(new URL('./reading-thread.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes, maxYoungGenerationSizeMb: 32 },
  });
  const enough = AbortSignal.timeout(longest);
  return new Promise<Told>((resolve) => {
    const heavy = () => resolve({ why: 'too-heavy' });
    enough.addEventListener('abort', heavy, { once: true });
    thread.once('message', (told: Told) => resolve(told));
    thread.once('error', heavy);
    thread.once('exit', heavy);
  }).finally(() => thread.terminate());
}
