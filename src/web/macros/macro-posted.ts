import { z } from 'zod';
import type { NewMacro } from '../../conversations/macros/keeping.ts';
import { longestName, longestWords } from '../../conversations/macros/macro.ts';

const words = z
  .string()
  .max(longestWords)
  .transform((text) => text.replaceAll('\r\n', '\n'));

export const macroFields = z.object({
  name: z.string().trim().min(1).max(longestName),
  scope: z.enum(['own', 'team', 'all']),
  nl: words,
  en: words,
  close: z.string().optional(),
});

export function macroOf({ name, scope, nl, en, close }: z.infer<typeof macroFields>): NewMacro {
  return { name, scope, words: { nl, en }, actions: close ? { close: true } : {} };
}
