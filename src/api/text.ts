import { z } from '@hono/zod-openapi';

/** What no database column can hold is taken out; half a character becomes the sign for an unreadable one. */
function clean(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** One line that names something: cleaned, without spaces at its ends, never empty. */
export function line(longest: number) {
  return z
    .string()
    .overwrite((text) => clean(text).trim())
    .min(1)
    .max(longest);
}

/** What somebody wrote, as they wrote it; only spaces is no text. */
export function text(longest: number) {
  return z
    .string()
    .overwrite(clean)
    .min(1)
    .max(longest)
    .refine((text) => text.trim() !== '', { error: 'Must hold more than spaces' });
}
