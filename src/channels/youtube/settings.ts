import { z } from 'zod';

const token = z.string().trim().max(2000).regex(/^\S*$/);

export const youtubeSettings = z.object({
  name: z.string().trim().min(1).max(80),
  channelId: z
    .string()
    .trim()
    .regex(/^UC[\w-]{22}$/),
  clientId: token.min(10),
});
export const youtubeSecrets = z.object({
  clientSecret: token.min(5),
  refreshToken: token.min(10),
  accessToken: z.string().optional(),
  accessUntil: z.string().optional(),
});
