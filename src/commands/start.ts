import { openPolder } from '../opening.ts';
import { hold, openDataFolder } from '../platform/data-folder.ts';
import { Refusal } from '../platform/refusal.ts';
import { listen, openServer, type Served } from '../server.ts';
import { readArguments } from './arguments.ts';

const usage = 'polder start [--data DIR]    (PORT sets the port, 4400 without it)';

/** `polder start`: runs until it is told to stop. */
export async function run(args: string[]): Promise<number> {
  const { config } = readArguments(args, { usage, options: {} });
  const held = hold(openDataFolder(config.dataFolder), 'start');
  const stopped = untilStopped();
  let closePolder = async () => {};
  try {
    const ready = open();
    // Whoever waits for it is told below; without a handler here Node would end the process first.
    ready.catch(() => {});
    const listening = await listen(ready, config).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EADDRINUSE'
        ? new Refusal('config.port-taken', {
            port: config.port,
            sentence: `Port ${config.port} is taken. Stop what uses it, or choose another: PORT=4500 npm start`,
          })
        : error;
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
    return openServer(polder);
  }
}

function greet(address: string, served: Served): void {
  process.stderr.write(`Polder is ready: ${address}\n`);
  if (served.setupPath) {
    process.stderr.write(
      `Nobody is in charge yet. Become the first administrator (works once):\n${address}${served.setupPath}\n`,
    );
  }
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
