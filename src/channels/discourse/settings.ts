import { z } from 'zod';

export const discourseSettings = z.object({
  url: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .transform((given) => new URL(given).origin),
  /** In whose name answers stand there. */
  username: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}_.-]{1,60}$/u),
});

/** `secret`: of the webhook; `apiKey`: of the user in whose name is answered. */
export const discourseSecrets = z.object({
  apiKey: z.string().trim().min(10).max(200),
  secret: z.string().min(12).max(200),
});
