import { z } from 'zod';
import type { NewRule } from '../../../organisation/rules/publishing.ts';

const title = z.string().trim().min(3).max(120);
const text = z
  .string()
  .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
  .pipe(z.string().min(20).max(20_000));

/** The form of a version of a document. */
export const ruleShape = z.object({
  'nl.title': title,
  'nl.text': text,
  'en.title': title,
  'en.text': text,
  holdsFrom: z.iso.date(),
  reviewOn: z.iso.date(),
});

export function ruleOf(given: z.infer<typeof ruleShape>): NewRule {
  return {
    words: {
      nl: { title: given['nl.title'], text: given['nl.text'] },
      en: { title: given['en.title'], text: given['en.text'] },
    },
    holdsFrom: given.holdsFrom,
    reviewOn: given.reviewOn,
  };
}
