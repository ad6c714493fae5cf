import { parseArgs } from 'node:util';
import { type OpenPolder, openPolder } from '../opening.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { Refusal } from '../platform/refusal.ts';

type Kind = 'flag' | 'value';
type Values<O extends Record<string, Kind>> = {
  [K in keyof O]?: O[K] extends 'flag' ? boolean : string;
};

export interface Read<O extends Record<string, Kind>> {
  values: Values<O>;
  positionals: string[];
  config: Config;
}

/**
 * Reads a command's arguments; `--data DIR` is understood by all.
 * @throws Refusal `usage` with the line that shows how to call it.
 */
export function readArguments<O extends Record<string, Kind>>(
  args: readonly string[],
  { usage, options, positionals = 0 }: { usage: string; options: O; positionals?: number },
): Read<O> {
  const known = Object.entries({ ...options, data: 'value' as const }).map(
    ([name, kind]) => [name, { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) }] as const,
  );
  try {
    const read = parseArgs({
      args: [...args],
      options: Object.fromEntries(known),
      allowPositionals: positionals > 0,
      strict: true,
    });
    if (read.positionals.length > positionals)
      throw new Error(`Unexpected '${read.positionals[positionals]}'.`);
    const data = read.values.data;
    const config = readConfig(process.env, typeof data === 'string' ? { data } : {});
    return { values: read.values as Values<O>, positionals: read.positionals, config };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('usage', { problem: (error as Error).message, usage });
  }
}

export async function openFromArguments<O extends Record<string, Kind>>(
  args: readonly string[],
  asked: { usage: string; options: O; positionals?: number },
): Promise<Read<O> & { polder: OpenPolder }> {
  const read = readArguments(args, asked);
  return { ...read, polder: await openPolder(read.config, { size: 5 }) };
}
