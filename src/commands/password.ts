import { givePasswordLink } from '../organisation/entering/resetting.ts';
import { Refusal } from '../platform/refusal.ts';
import { openFromArguments } from './arguments.ts';

const usage = 'polder password EMAIL [--data DIR]';

/**
 * `polder password`: prints a link with which this colleague chooses another password. For whoever may work on the server:
 * the way back in when no administrator can sign in any more.
 */
export async function run(args: string[]): Promise<number> {
  const { polder, positionals } = await openFromArguments(args, { usage, options: {}, positionals: 1 });
  try {
    const [email] = positionals;
    if (!email) throw new Refusal('usage', { problem: 'Say whose password, by the mail address.', usage });
    process.stdout.write(`${await givePasswordLink(polder.context, email)}\n`);
    process.stderr.write('Shown once. It works once, for half an hour.\n');
    return 0;
  } finally {
    await polder.close();
  }
}
