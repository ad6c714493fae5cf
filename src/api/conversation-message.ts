import { z } from '@hono/zod-openapi';
import type { ThreadMessage } from '../conversations/thread.ts';
import type { ExplainedLabel } from '../listening/explaining.ts';
import { time, timeOf } from './conversation.ts';

const found = z.object({ kind: z.string(), value: z.string() });

const label = z
  .object({
    head: z.string().openapi({ description: 'What was asked of the message.', example: 'intent' }),
    labels: z.array(z.string()).openapi({ description: 'Keys of classes; empty: none of them.' }),
    by: z.enum(['person', 'alike', 'model', 'rules', 'transformer', 'assistant']).openapi({
      description:
        'Who says so. `alike`: a colleague, of a message that says nearly the same. `transformer` and `assistant` suggest only.',
    }),
    confidence: z.number().min(0).max(1).nullable().openapi({ description: 'null: the voice cannot say.' }),
    automatic: z.boolean().openapi({ description: 'As sure as was promised. A suggestion never is.' }),
    holds: z.boolean().openapi({ description: 'This is what the message is taken for.' }),
    outOfScope: z.boolean().openapi({ description: 'The model sees none of the classes in it.' }),
    modelVersion: z.int().nullable().openapi({ description: 'Of `model`: which version said it.' }),
    model: z.string().nullable().openapi({ description: 'Of a suggestion: which model.' }),
    because: z.array(z.object({ word: z.string(), weight: z.number().nullable() })).openapi({
      description: 'The words that made it so. `weight`: how much each spoke for it; null of rules.',
    }),
  })
  .openapi('Label');

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
    labels: z.array(label).openapi({
      description: 'Of messages from outside: all that was said of it. Per head what holds stands first.',
    }),
    delivery: z
      .object({ state: z.string(), reason: z.string().nullable(), asks: z.boolean() })
      .nullable()
      .openapi({
        description:
          'Of an answer written here: what became of it; `asks` when a person has to decide about it.',
      }),
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

export function messageOutside(
  message: ThreadMessage,
  labels: readonly ExplainedLabel[],
): z.infer<typeof messageBody> {
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
    labels: labels.map((one) => ({ ...one, labels: [...one.labels], because: [...one.because] })),
    delivery,
  };
}
