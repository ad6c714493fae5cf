import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Scored } from './transformer.ts';

/** Where the package begins, and the folder of the model. */
export interface WorkerTask {
  readonly entry: string;
  readonly folder: string;
}

export interface ToClassify {
  readonly number: number;
  readonly text: string;
}

export type FromWorker =
  | { readonly ready: true }
  | { readonly broken: string }
  | { readonly number: number; readonly scores: readonly Scored[] | null };

/** What of the package is used; it is not installed here, so its own types are not at hand. */
interface Package {
  env: Record<'allowRemoteModels' | 'allowLocalModels' | 'useFSCache' | 'useBrowserCache', boolean> & {
    localModelPath: string;
  };
  pipeline(task: string, model: string, options: object): Promise<Classify>;
}
type Classify = (text: string, options: { top_k: null }) => Promise<Scored[]>;

const refuseFetch = () => Promise.reject(new Error('a transformer fetches nothing'));

async function load({ entry, folder }: WorkerTask): Promise<Classify> {
  // Twice: the package is told to stay here, and could not leave if it forgot.
  globalThis.fetch = refuseFetch;
  const { env, pipeline } = (await import(entry)) as Package;
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.useFSCache = false;
  env.useBrowserCache = false;
  env.localModelPath = path.dirname(folder);
  return pipeline('text-classification', path.basename(folder), {
    dtype: 'fp32',
    device: 'cpu',
    local_files_only: true,
    session_options: { intraOpNumThreads: 1, interOpNumThreads: 1 },
  });
}

async function answer(classify: Classify, { number, text }: ToClassify): Promise<FromWorker> {
  try {
    const scores = await classify(text, { top_k: null });
    return { number, scores: scores.map(({ label, score }) => ({ label, score })) };
  } catch {
    // Its error may repeat the text.
    return { number, scores: null };
  }
}

function tell(message: FromWorker): void {
  parentPort?.postMessage(message);
}

try {
  const classify = await load(workerData as WorkerTask);
  parentPort?.on('message', (one: ToClassify) => {
    answer(classify, one).then(tell);
  });
  tell({ ready: true });
} catch (error) {
  tell({
    broken: error instanceof Error ? (error.message.split('\n')[0]?.slice(0, 200) ?? '') : String(error),
  });
}
