import { z } from 'zod';

/** Several in one field of a form: one on each line, or between commas; each once. */
export function listed(most: number) {
  return z
    .string()
    .max(2000)
    .default('')
    .transform((text) => [
      ...new Set(
        text
          .split(/[\n,]/)
          .map((one) => one.trim())
          .filter((one) => one !== ''),
      ),
    ])
    .refine((all) => all.length <= most);
}
