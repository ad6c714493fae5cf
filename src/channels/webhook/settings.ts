import { z } from 'zod';

/** Where something stands in a body: `message.text`, `items[0].id`. */
export const path = z
  .string()
  .trim()
  .max(200)
  .regex(/^[\p{L}\w$@-]+(\[\d{1,4}\])*(\.[\p{L}\w$@-]+(\[\d{1,4}\])*)*$/u);
const perhaps = z.union([z.literal(''), path]);

export const webhookSettings = z.object({
  name: z.string().trim().min(1).max(80),
  /** standard: Standard Webhooks, over id, time and body; sha256: `sha256=` and hex, over the body. */
  style: z.enum(['standard', 'sha256']),
  /** Of the second style: in which header the signature stands. */
  signatureHeader: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9-]{1,60}$/),
  /** Where several messages stand in one body; '': the body is one message. All other paths begin there. */
  items: perhaps,
  text: path,
  author: perhaps,
  authorName: perhaps,
  id: perhaps,
  time: perhaps,
  thread: perhaps,
  /** Where answers go; '': they do not leave. */
  answerUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]),
});
export type WebhookSettings = z.infer<typeof webhookSettings>;

/** `former`: the secret before this one; both hold until it is taken away, with a dash. */
export const webhookSecrets = z.object({
  secret: z.string().min(16).max(500),
  former: z
    .string()
    .max(500)
    .default('')
    .transform((given) => (given === '-' ? '' : given)),
});
export type WebhookSecrets = z.infer<typeof webhookSecrets>;
