import { type OpenPolder, openPolder } from '../opening.ts';
import type { Config } from '../platform/config.ts';
import { hold, openDataFolder } from '../platform/data-folder.ts';
import { Refusal } from '../platform/refusal.ts';
import { type Listening, listen, openServer, type Served } from '../server.ts';

export interface Serving {
  /** What must be there before the first page is answered. */
  prepare?(polder: OpenPolder): Promise<void>;
  /** Told once, when the address answers. */
  greet(address: string, served: Served): void;
}

type Closing = () => Promise<void>;

/**
 * Holds the data folder and serves until a signal says stop. Listens at once; requests wait until all is ready. What
 * was opened is closed again in reverse order, the address first, also when something on the way is refused.
 */
export async function serveUntilStopped(config: Config, serving: Serving): Promise<number> {
  const held = hold(openDataFolder(config.dataFolder), 'start');
  const stopped = untilStopped();
  const opened: Closing[] = [async () => held.release()];
  let listening: Listening | undefined;
  try {
    const ready = open(config, serving, opened);
    // Whoever waits for it is told below; without a handler here Node would end the process first.
    ready.catch(() => {});
    listening = await listenFor(ready, config);
    const served = await Promise.race([ready, stopped]);
    if (!served) return 0;
    const address = `http://localhost:${listening.port}`;
    held.announce(address);
    serving.greet(address, served);
    await stopped;
    return 0;
  } finally {
    await listening?.close();
    for (const close of opened.reverse()) await close();
  }
}

async function open(config: Config, { prepare }: Serving, opened: Closing[]): Promise<Served> {
  const polder = await openPolder(config);
  opened.push(polder.close);
  await prepare?.(polder);
  const served = await openServer(polder);
  opened.push(served.close);
  return served;
}

async function listenFor(ready: Promise<Served>, config: Config): Promise<Listening> {
  try {
    return await listen(ready, config);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? portTaken(config.port) : error;
  }
}

function portTaken(port: number): Refusal {
  const sentence = `Port ${port} is taken. Stop what uses it, or choose another: PORT=4500 npm start`;
  return new Refusal('config.port-taken', { port, sentence });
}

/** The first signal stops; a second one of an impatient terminal changes nothing. */
function untilStopped(): Promise<undefined> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => resolve(undefined));
  });
}
