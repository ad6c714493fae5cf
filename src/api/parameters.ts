import { z } from '@hono/zod-openapi';

export const conversationPath = z.object({
  id: z.string().openapi({ description: 'Of the conversation: `cv_…`.' }),
});

export const customerPath = z.object({
  id: z.string().max(80).openapi({ description: 'Of the customer: `pe_…`.' }),
});

const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/, 'Must be 1 to 200 visible ASCII characters')
  .optional()
  .openapi({
    description: 'Sent again within 7 days, it gives the first answer and does nothing a second time.',
    example: '5f0c6c1e-answer-1',
  });

const ifMatch = z
  .string()
  .regex(/^"?\d{1,9}"?$/, 'Must be a version, such as "3"')
  .optional()
  .openapi({
    description: 'The version you saw; the same as `version` in the body.',
    example: '"3"',
  });

export const idempotent = z.object({ 'idempotency-key': idempotencyKey });
export const guarded = z.object({ 'if-match': ifMatch });
export const idempotentAndGuarded = z.object({ 'idempotency-key': idempotencyKey, 'if-match': ifMatch });

export const version = z.int().min(1).optional().openapi({
  description: 'The version you saw. When it has changed since, you get 409 and nothing happens.',
});

export function limit(largest: number, standard: number) {
  return z.coerce
    .number()
    .int()
    .min(1)
    .max(largest)
    .optional()
    .openapi({ description: `How many; ${standard} when absent.`, example: standard });
}

/** The version the caller saw, from either place. */
export function seenVersion(inBody: number | undefined, header: string | undefined): number | undefined {
  if (inBody !== undefined) return inBody;
  return header === undefined ? undefined : Number(header.replaceAll('"', ''));
}
