import { z } from 'zod';
import type { NewMacro } from '../../conversations/macros/keeping.ts';
import { longestName, longestWords } from '../../conversations/macros/macro.ts';

const words = z
  .string()
  .max(longestWords)
  .transform((text) => text.replaceAll('\r\n', '\n'));

/** Empty: nothing of the kind. */
const named = z.string().max(100).optional();

export const macroFields = z.object({
  name: z.string().trim().min(1).max(longestName),
  scope: z.enum(['own', 'team', 'all']),
  nl: words,
  en: words,
  close: z.string().optional(),
  label: named,
  substate: named,
  assignee: named,
  queue: named,
});

export function macroOf({ name, scope, nl, en, close, ...named }: z.infer<typeof macroFields>): NewMacro {
  const { label, substate, assignee, queue } = named;
  const actions = {
    ...(close && { close: true }),
    ...(label && { label }),
    ...(substate && { substate }),
    ...(assignee && { assignee }),
    ...(queue && { queue }),
  };
  return { name, scope, words: { nl, en }, actions };
}
