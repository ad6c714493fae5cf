import { type ParseArgsConfig, parseArgs } from 'node:util';
import { Refusal } from '../platform/refusal.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * The arguments of a command that must also work when the rest of Polder does not (`stop`, `doctor`): unlike
 * `readArguments` it loads no module and judges no setting.
 * @throws Refusal `usage`
 */
export function readPlainArguments<O extends Options>(args: string[], asked: { usage: string; options: O }) {
  try {
    return parseArgs({ args, options: asked.options, strict: true }).values;
  } catch (error) {
    throw new Refusal('usage', { problem: (error as Error).message, usage: asked.usage });
  }
}
