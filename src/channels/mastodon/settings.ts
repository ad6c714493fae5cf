import { z } from 'zod';
import { listed } from '../listed.ts';

/** How the form is filled in, and what is kept of it. */
export const mastodonForm = {
  /** `@waterkracht@mastodon.example` */
  handle: z
    .string()
    .trim()
    .transform((handle) => handle.replace(/^@/, ''))
    .refine((handle) => /^[a-z0-9_.-]+@[a-z0-9.-]+(:\d{1,5})?$/i.test(handle)),
  server: z.url({ protocol: /^https?$/ }).max(300),
  tags: listed(20),
  words: listed(20),
};

export const mastodonSettings = z.object({
  handle: z.string(),
  server: z.string(),
  tags: z.array(z.string()),
  words: z.array(z.string()),
});
export type MastodonSettings = z.infer<typeof mastodonSettings>;

export const mastodonSecrets = z.object({ token: z.string().trim().min(1).max(500) });
export type MastodonSecrets = z.infer<typeof mastodonSecrets>;
