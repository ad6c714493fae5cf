import { z } from 'zod';
import { targets } from '../../channels/file/headings.ts';
import { guessMapping } from '../../channels/file/mapping.ts';
import { fieldOf } from './column-field.ts';

const acts = ['look', 'start', 'cancel', 'again'] as const;

/** The form below the preview: what to do, where the messages belong, and a heading for each `column.<target>`. */
export const choiceSchema = z
  .object({
    act: z.enum(acts),
    channel: z.string().trim().max(60).optional(),
    account: z.string().trim().max(100).optional(),
  })
  .catchall(z.string().max(1000));

export type Choice = z.infer<typeof choiceSchema>;

/**
 * What was chosen, in the words of `--columns`; null when it is all just as recognised. Only differences are written
 * down: JSON Lines may bring columns later on, and those must still be recognised.
 */
export function columnsOf(choice: Choice, headings: readonly string[]): string | null {
  const guess = guessMapping(headings);
  const changed = targets.filter((target) => {
    const chosen = choice[fieldOf(target)];
    return chosen !== undefined && chosen !== (guess[target] ?? '');
  });
  // A heading that one target gives up would be recognised for the next, so then every choice is written down.
  const written = changed.length === 0 ? [] : targets.filter((t) => choice[fieldOf(t)] !== undefined);
  return written.map((target) => `${target}=${choice[fieldOf(target)]}`).join(',') || null;
}
