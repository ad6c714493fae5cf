import { z } from '@hono/zod-openapi';
import type { ThreadMessage } from '../conversations/thread.ts';
import { time, timeOf } from './conversation.ts';

const found = z.object({ kind: z.string(), value: z.string() });

export const messageBody = z
  .object({
    id: z.string().openapi({ example: 'me_01jd8xw2k0pz4d7c1n9r6yh3tb' }),
    kind: z.enum(['in', 'reply', 'post', 'note']).openapi({
      description: '`in`: from outside. `post`: ours, not an answer. `note`: for colleagues only.',
    }),
    audience: z.enum(['public', 'private', 'internal']),
    author: z.string().nullable(),
    department: z.string().nullable(),
    automatic: z.boolean(),
    sentAt: time,
    timeKnown: z
      .boolean()
      .openapi({ description: 'false: the source did not say; it stands after its parent.' }),
    text: z.string(),
    language: z.string().nullable(),
    sentiment: z.object({ label: z.string(), score: z.number().nullable() }).nullable(),
    intent: z.string().nullable(),
    urgency: z.int().nullable(),
    answerable: z.boolean().nullable(),
    keywords: z.array(z.string()),
    references: z.array(found),
    because: z
      .array(z.object({ head: z.string(), words: z.array(z.string()) }))
      .openapi({ description: 'The words that made it so.' }),
    delivery: z
      .object({ state: z.string(), reason: z.string().nullable() })
      .nullable()
      .openapi({ description: 'Of an answer written here: what became of it.' }),
  })
  .openapi('Message');

export const messagePage = z
  .object({
    data: z.array(messageBody).openapi({ description: 'Oldest first.' }),
    earlier: z
      .string()
      .optional()
      .openapi({ description: 'Send as `before`; absent when the first is shown.' }),
  })
  .openapi('MessagePage');

export function messageOutside(message: ThreadMessage): z.infer<typeof messageBody> {
  const { publicId, kind, audience, author, department, automatic, timeKnown, text } = message;
  const { language, sentiment, sentimentScore, intent, urgency, answerable, understanding, delivery } =
    message;
  return {
    id: publicId,
    kind,
    audience,
    author,
    department,
    automatic,
    sentAt: timeOf(message.sentAt),
    timeKnown,
    text,
    language,
    sentiment: sentiment === null ? null : { label: sentiment, score: sentimentScore },
    intent,
    urgency,
    answerable,
    keywords: [...(understanding?.keywords ?? [])],
    references: [...(understanding?.references ?? [])],
    because: [...(understanding?.because ?? [])],
    delivery,
  };
}
