import { Worker } from 'node:worker_threads';
import type { Unlabelled } from '../../understanding/learned/leaning.ts';
import type { Example } from '../../understanding/learned/model.ts';
import type { Head } from '../heads/head.ts';
import type { Figures } from './figures.ts';

/** All that the thread needs; nothing of it is looked up there. */
export interface TrainingTask {
  readonly head: Head;
  /** Of persons who let their messages be learned from; of each message what colleagues said last. */
  readonly examples: readonly Example[];
  /** What is said to the organisation, labelled or not, newest first: which words are rare. Of the same persons only. */
  readonly stream: readonly Unlabelled[];
  /** The file of the model that answers now, to compare with. */
  readonly current: Uint8Array | null;
  /** ISO instant, for the model's header. */
  readonly when: string;
}

export type Trained = Learned | { readonly learned: false; readonly why: string };

export interface Learned {
  readonly learned: true;
  readonly file: Uint8Array;
  readonly figures: Figures;
  readonly examples: number;
  readonly persons: readonly string[];
  /** Not worse than the model that answers now, on the messages that are kept apart. */
  readonly notWorse: boolean;
}

/** Trains in a thread of its own, so that meanwhile everything else goes on. */
export function trainApart(task: TrainingTask): Promise<Trained> {
  const worker = new Worker(new URL('./training-worker.ts', import.meta.url), { workerData: task });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the training stopped with ${code}`)));
  });
}
