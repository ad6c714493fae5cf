import { z } from 'zod';
import { fence } from '../../listening/assisting/fencing.ts';
import type { Question } from '../../platform/language-model/language-model.ts';
import type { Line } from './case.ts';

/** Counts up with every change of the words below: what was asked otherwise is not the same answer. */
export const draftPrompt = 1;

export const longestDraft = 3000;

const said = z.strictObject({ text: z.string().max(longestDraft * 2) });
export type SaidDraft = z.infer<typeof said>;

interface Asked {
  lines: readonly Line[];
  customer: string | null;
  language: string | null;
  organisation: string;
  audience: string;
}

/** Asks for an answer to the customer's last message. Our words only, but for the data behind the fence. */
export function draftQuestion({
  lines,
  customer,
  language,
  organisation,
  audience,
}: Asked): Question<SaidDraft> {
  const { data, rule } = fence({ customer, messages: lines });
  return {
    instructions: [
      `You write a first version of an answer of ${organisation} to a customer. A colleague reads it, mends it and decides.`,
      rule,
      `Answer the last message of the customer, in ${language ? `the language with code "${language}"` : 'their language'}: friendly, plain, at most 120 words.`,
      'Use only facts that stand in the data. Where a fact is missing, write […] so that the colleague fills it in.',
      'Promise nothing: no money back, compensation, discount, date or exception. Name no amount that is not in the data.',
      'No links, addresses, telephone numbers, names or markup. No signature.',
      audience === 'public'
        ? 'The answer is public: everybody reads it.'
        : 'Only the customer reads the answer.',
    ].join('\n'),
    data,
    schema: said,
    name: 'draft',
    tokens: 700,
  };
}
