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
  /** Who puts answers into the folder of what was sent; left out: we do, where they are not there. */
  filedBy: z.enum(['polder', 'server']).optional(),
  /** Sign in with tokens of a provider (XOAUTH2) instead of a password. */
  oauth: z
    .strictObject({
      tokenUrl: z
        .string()
        .trim()
        .max(500)
        .refine((given) => URL.parse(given)?.protocol === 'https:' || /^http:\/\/127\.0\.0\.1:/.test(given)),
      clientId: z.string().trim().min(1).max(300),
    })
    .optional(),
});
export type MailSettings = z.infer<typeof mailSettings>;

export const mailSecrets = z.object({
  /** Empty where tokens are used. */
  password: z.string().max(500),
  clientSecret: z.string().max(500).optional(),
  refreshToken: z.string().max(4000).optional(),
  accessToken: z.string().optional(),
  accessUntil: z.string().optional(),
});
export type MailSecrets = z.infer<typeof mailSecrets>;

/** With what we come in: a password, or a token that holds for now. */
export type SignIn =
  | { readonly password: string; readonly token?: undefined }
  | { readonly token: string; readonly password?: undefined };
