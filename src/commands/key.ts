import { keyScopes } from '../organisation/authority.ts';
import { makeKey } from '../organisation/keys.ts';
import { Refusal } from '../platform/refusal.ts';
import { openFromArguments } from './arguments.ts';

const usage = `polder key NAME --scopes ${keyScopes.join(',')} [--data DIR]`;

/** `polder key`: makes a bearer key for the API and prints it once. */
export async function run(args: string[]): Promise<number> {
  const asked = { usage, options: { scopes: 'value' } as const, positionals: 1 };
  const { polder, values, positionals } = await openFromArguments(args, asked);
  try {
    const [name] = positionals;
    if (!name)
      throw new Refusal('usage', { problem: 'Give the key a name, so that you know it again.', usage });
    const scopes = (values.scopes ?? '').split(',').filter(Boolean);
    process.stdout.write(`${await makeKey(polder.context, { name, scopes })}\n`);
    process.stderr.write('This is shown once. Polder keeps only a hash of it.\n');
    return 0;
  } finally {
    await polder.close();
  }
}
