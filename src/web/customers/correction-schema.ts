import { z } from 'zod';
import type { ContactField } from '../../customers/correcting/contact.ts';

const line = z.string().trim().max(300).optional();

/** Which record, and the fields of it that the form had; what was not there stays as it is, empty takes away. */
export function correctionOf<T extends ContactField>(fields: readonly T[]) {
  const shape = Object.fromEntries(fields.map((field) => [field, line])) as Record<T, typeof line>;
  return { source: z.string().max(80), externalId: z.string().max(80), ...shape };
}

/** Apart from which record it is: the values. */
export function toCorrection<G extends { source: string; externalId: string }>({
  source,
  externalId,
  ...values
}: G) {
  return { source, externalId, values };
}
