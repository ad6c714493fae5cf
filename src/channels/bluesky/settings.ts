import { z } from 'zod';
import { listed } from '../listed.ts';

/** How the form is filled in, and what is kept of it. */
export const blueskyForm = {
  handle: z
    .string()
    .trim()
    .toLowerCase()
    .transform((handle) => handle.replace(/^@/, ''))
    .refine((handle) => /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*$/.test(handle)),
  service: z.url({ protocol: /^https?$/ }).max(300),
  words: listed(20),
  accounts: listed(50),
  stream: z.enum(['none', 'relay', 'jetstream']),
  streamUrl: z.union([z.literal(''), z.url({ protocol: /^(wss?|https?)$/ }).max(300)]).default(''),
};

/** Who we are there, and what is followed. */
export const blueskySettings = z.object({
  handle: z.string(),
  service: z.string(),
  words: z.array(z.string()),
  accounts: z.array(z.string()),
  stream: blueskyForm.stream,
  streamUrl: z.string(),
});
export type BlueskySettings = z.infer<typeof blueskySettings>;

/** The app password, and the session that was opened with it; the last three come by themselves. */
export const blueskySecrets = z.object({
  password: z.string().min(1).max(200),
  did: z.string().optional(),
  access: z.string().optional(),
  refresh: z.string().optional(),
});
export type BlueskySecrets = z.infer<typeof blueskySecrets>;
