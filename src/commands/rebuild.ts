import { type Kept, kept, rebuild } from '../insights/rebuilding.ts';
import { Refusal } from '../platform/refusal.ts';
import { openFromArguments } from './arguments.ts';

const usage = `polder rebuild ${kept.join('|')} [--data DIR]`;

/**
 * `polder rebuild`: counts anew what is kept as counts, from the messages and answers themselves. Needed after rows were
 * changed by hand, or a restore; harmless at any time.
 */
export async function run(args: string[]): Promise<number> {
  const { polder, positionals } = await openFromArguments(args, { usage, options: {}, positionals: 1 });
  try {
    const what = kept.find((one) => one === positionals[0]) as Kept | undefined;
    if (!what) throw new Refusal('usage', { problem: `Say what: ${kept.join(' or ')}.`, usage });
    const days = await rebuild(polder.context, what);
    process.stdout.write(`${days} days counted\n`);
    return 0;
  } finally {
    await polder.close();
  }
}
