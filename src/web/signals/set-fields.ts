import { z } from 'zod';
import type { MessageSet } from '../../listening/noticing/message-set.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Which of the two sets a field belongs to: its name begins with it and a point. */
export type Side = 'a' | 'b';

export const fields = [
  'account',
  'from',
  'until',
  'language',
  'sentiment',
  'intent',
  'topic',
  'relation',
  'signal',
  'alike',
] as const satisfies (keyof MessageSet)[];

const day = z.iso.date().refine((text) => text >= '1900-01-01' && text <= '2200-01-01');
const word = z
  .string()
  .max(120)
  .regex(/^[\w:.-]+$/);
const schema = z.object({
  ...Object.fromEntries(fields.map((field) => [field, word.optional()])),
  from: day.optional(),
  until: day.optional(),
});

/** What the address asks of one side; an empty field asks nothing. @throws Refusal `invalid.message-set` */
export function setOf(search: URLSearchParams, side: Side): MessageSet {
  const given = fields.flatMap((field) => {
    const value = search.get(`${side}.${field}`)?.trim();
    return value ? [[field, value] as const] : [];
  });
  const read = schema.safeParse(Object.fromEntries(given));
  if (!read.success) throw new Refusal('invalid.message-set');
  return read.data;
}

export function isAsked(search: URLSearchParams): boolean {
  return fields.some((field) => search.get(`a.${field}`) || search.get(`b.${field}`));
}

/** Both sides as a query, the other way round. */
export function swapped(one: MessageSet, other: MessageSet): Record<string, string | undefined> {
  const named = (side: Side, set: MessageSet) =>
    Object.fromEntries(Object.entries(set).map(([field, value]) => [`${side}.${field}`, value as string]));
  return { ...named('a', other), ...named('b', one) };
}
