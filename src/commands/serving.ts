import { type OpenPolder, openPolder } from '../opening.ts';
import type { Config } from '../platform/config.ts';
import { hold, openDataFolder } from '../platform/data-folder.ts';
import { Refusal } from '../platform/refusal.ts';
import { listen, openServer, type Served } from '../server.ts';

export interface Serving {
  /** What must be there before the first page is answered. */
  prepare?(polder: OpenPolder): Promise<void>;
  /** Told once, when the address answers. */
  greet(address: string, served: Served): void;
}

/** Holds the data folder and serves until a signal says stop. Listens at once; requests wait until all is ready. */
export async function serveUntilStopped(config: Config, { prepare, greet }: Serving): Promise<number> {
  const held = hold(openDataFolder(config.dataFolder), 'start');
  const stopped = untilStopped();
  let closePolder = async () => {};
  try {
    const ready = open();
    // Whoever waits for it is told below; without a handler here Node would end the process first.
    ready.catch(() => {});
    const listening = await listen(ready, config).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EADDRINUSE' ? portTaken(config.port) : error;
    });
    const served = await ready;
    const address = `http://localhost:${listening.port}`;
    held.announce(address);
    greet(address, served);
    await stopped;
    await listening.close();
    await served.close();
    return 0;
  } finally {
    await closePolder();
    held.release();
  }

  async function open(): Promise<Served> {
    const polder = await openPolder(config);
    closePolder = polder.close;
    await prepare?.(polder);
    return openServer(polder);
  }
}

function portTaken(port: number): Refusal {
  const sentence = `Port ${port} is taken. Stop what uses it, or choose another: PORT=4500 npm start`;
  return new Refusal('config.port-taken', { port, sentence });
}

/** The first signal stops; a second one of an impatient terminal changes nothing. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}
