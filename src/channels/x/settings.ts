import { z } from 'zod';

const token = z.string().trim().max(1000).regex(/^\S*$/);

export const xSettings = z.object({
  username: z
    .string()
    .trim()
    .regex(/^@?\w{1,15}$/)
    .transform((given) => given.replace(/^@/, '')),
  userId: z
    .string()
    .trim()
    .regex(/^\d{1,25}$/),
  /** poll: asked for every few minutes; webhook: X hands them in (account activity). */
  way: z.enum(['poll', 'webhook']),
  /** Whole dollars a month. */
  budget: z.coerce.number().int().min(0).max(100_000),
  clientId: token.min(5),
});

export const xSecrets = z.object({
  clientSecret: token,
  refreshToken: token.min(10),
  /** Of the app (API secret): signs what X hands in. */
  consumerSecret: token,
  accessToken: z.string().optional(),
  accessUntil: z.string().optional(),
});
