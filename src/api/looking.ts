import { z } from '@hono/zod-openapi';
import { hasOpenCase } from '../conversations/showing/cases.ts';
import type { Look } from '../customers/looking/looking.ts';
import { type GivenReason, longestLookWords, lookReasons } from '../customers/looking/reason.ts';

/** Asked where no conversation with the customer is going on. */
export const looking = {
  reason: z.enum(lookReasons).optional().openapi({
    description:
      'Why you look. Needed once a day where nothing is open with the customer (409 `conflict.reason-needed`); the customer reads it.',
  }),
  why: z
    .string()
    .trim()
    .max(longestLookWords)
    .optional()
    .openapi({ description: 'The same in words, for the data manager; needed with `other`.' }),
};
export const lookQuery = z.strictObject(looking);

type Asked = z.infer<typeof lookQuery>;

export function lookOf(id: string, asked: Asked): Look & { purpose: 'service' } {
  return { id, purpose: 'service', hasCase: hasOpenCase, given: reasonIn(asked) };
}

export function reasonIn({ reason, why }: Asked): GivenReason | undefined {
  return reason && { reason, words: why?.replaceAll('\0', '') };
}
