import { z } from 'zod';

export const telegramForm = {
  /** `waterkracht_bot` */
  bot: z
    .string()
    .trim()
    .transform((name) => name.replace(/^@/, ''))
    .refine((name) => /^[a-z0-9_]{3,64}$/i.test(name)),
  server: z.url({ protocol: /^https?$/ }).max(300),
};

export const telegramSettings = z.object({ bot: z.string(), server: z.string() });
export type TelegramSettings = z.infer<typeof telegramSettings>;

/** `123456:ABC…`, as @BotFather gives it. */
export const telegramSecrets = z.object({
  token: z
    .string()
    .trim()
    .max(200)
    .regex(/^[\w:-]{5,}$/),
});
export type TelegramSecrets = z.infer<typeof telegramSecrets>;
