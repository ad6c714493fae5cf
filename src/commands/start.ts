import { readArguments } from './arguments.ts';
import { serveUntilStopped } from './serving.ts';

const usage = 'polder start [--data DIR]    (PORT sets the port, 4400 without it)';

/** `polder start`: runs until it is told to stop. */
export async function run(args: string[]): Promise<number> {
  const { config } = readArguments(args, { usage, options: {} });
  return serveUntilStopped(config, {
    greet: (address, { setupPath }) => {
      process.stderr.write(`Polder is ready: ${address}\n`);
      if (!setupPath) return;
      process.stderr.write(
        'Nobody is in charge yet. Become the first administrator (this link works once):\n',
      );
      process.stderr.write(`${address}${setupPath}\n`);
    },
  });
}
