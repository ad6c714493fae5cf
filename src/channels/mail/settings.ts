import { z } from 'zod';
import { isAddress } from '../../platform/mail/address.ts';

const server = z.strictObject({
  host: z
    .string()
    .trim()
    .min(1)
    .max(253)
    .regex(/^[a-z0-9.:[\]-]+$/i),
  port: z.coerce.number().int().min(1).max(65_535),
  /** Encrypted from the first byte; otherwise STARTTLS is asked for, everywhere but on this machine itself. */
  secure: z.boolean(),
});

/** Where a mailbox is, and who we are there. */
export const mailSettings = z.strictObject({
  address: z.string().trim().toLowerCase().refine(isAddress),
  /** Under which name answers leave. */
  name: z
    .string()
    .trim()
    .min(1)
    .max(80)
    .regex(/^[^"<>\r\n]+$/),
  user: z.string().trim().min(1).max(254),
  imap: server,
  /** `signIn`: with the same name and password; some servers know us by where we come from. */
  smtp: server.extend({ signIn: z.boolean() }),
  /** How many days back is read at the first time. */
  days: z.coerce.number().int().min(0).max(30),
  /** Does the server deliver `service+anything@` to `service@`? Then answers are also known by their address. */
  plus: z.boolean(),
});
export type MailSettings = z.infer<typeof mailSettings>;

export const mailSecrets = z.object({ password: z.string().min(1).max(500) });
export type MailSecrets = z.infer<typeof mailSecrets>;
