import { Worker } from 'node:worker_threads';
import { findPackage, readFolder, wrong } from './folder.ts';
import type { Classified, Transformer } from './transformer.ts';
import type { FromWorker, ToClassify, WorkerTask } from './transformer-worker.ts';

const longestText = 4000;

interface Options {
  /** A file from which the package is looked for; this one when absent. */
  from?: string;
  /** Milliseconds for loading the model, and for one text. */
  loading?: number;
  timeout?: number;
}

interface Thread {
  ready: Promise<string | null>;
  ask(text: string): Promise<Classified>;
  end(): Promise<void>;
}

/**
 * A transformer from a folder, in a thread of its own that is started with the first text. Nothing is ever fetched.
 * @throws Refusal `config.transformer` when the package or a file is missing or damaged, as far as can be seen now;
 * `load` finds the rest.
 */
export function openTransformer(folder: string, options: Options = {}): Transformer {
  const { path, name, labels } = readFolder(folder);
  const entry = findPackage(options.from ?? import.meta.filename);
  let thread: Thread | undefined;
  const running = () => {
    thread ??= startThread({ entry, folder: path }, options, () => {
      thread = undefined;
    });
    return thread;
  };
  return {
    name,
    labels,
    load: async () => {
      const broken = await running().ready;
      if (broken !== null) throw wrong(`the model in ${path} does not load: ${broken}`);
    },
    classify: async (text) => {
      const asked = running();
      if ((await asked.ready) !== null) return { outcome: 'failed' };
      return asked.ask(text.slice(0, longestText));
    },
    close: async () => {
      await thread?.end();
    },
  };
}

/** One thread with its model; what it was asked is answered by `failed` when it ends. */
function startThread(task: WorkerTask, options: Options, ended: () => void): Thread {
  const { loading = 120_000, timeout = 10_000 } = options;
  const worker = new Worker(new URL('./transformer-worker.ts', import.meta.url), { workerData: task });
  worker.unref();
  const waiting = new Map<number, (answer: Classified) => void>();
  const { promise: ready, resolve: settle } = Promise.withResolvers<string | null>();
  const late = setTimeout(() => settle('it took too long'), loading);
  let asked = 0;
  worker.on('message', (message: FromWorker) => {
    if ('ready' in message) settle(null);
    else if ('broken' in message) settle(message.broken);
    else waiting.get(message.number)?.(scored(message.scores));
  });
  worker.on('error', (error: unknown) => settle(String(error)));
  worker.on('exit', () => {
    settle('its thread ended');
    for (const answer of waiting.values()) answer({ outcome: 'failed' });
    ended();
  });
  ready.then(() => clearTimeout(late));
  const end = async () => {
    await worker.terminate();
  };
  return {
    ready,
    end,
    ask: async (text) => {
      const number = asked++;
      const { promise, resolve } = Promise.withResolvers<Classified>();
      waiting.set(number, resolve);
      // A thread that hangs is no use to the next text either.
      const timer = setTimeout(() => {
        resolve({ outcome: 'timed-out' });
        end();
      }, timeout);
      worker.postMessage({ number, text } satisfies ToClassify);
      try {
        return await promise;
      } finally {
        clearTimeout(timer);
        waiting.delete(number);
      }
    },
  };
}

function scored(scores: Extract<FromWorker, { number: number }>['scores']): Classified {
  if (scores === null || scores.length === 0) return { outcome: 'failed' };
  return { outcome: 'answered', scores: scores.toSorted((a, b) => b.score - a.score) };
}
