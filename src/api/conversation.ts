import { z } from '@hono/zod-openapi';
import type { InboxRow } from '../conversations/listing/row.ts';
import type { CurrentState as State, Thread } from '../conversations/thread.ts';

const id = (example: string) => z.string().openapi({ example });
export const time = z.iso.datetime().openapi({ example: '2026-11-24T09:14:03.000Z' });
const state = z.enum(['new', 'open', 'waiting', 'snoozed', 'done']);
const audience = z.enum(['public', 'private']);
const assignee = z.object({ id: id('em_01jd8xw2k0hvy3mzb6q4r9t7cf'), name: z.string() }).nullable();

const stateFields = {
  id: id('cv_01jd8xw2k0w8n1v5x3jk2m9qra'),
  state: state.openapi({ description: '`waiting`: we answered, the customer is next.' }),
  version: z.int().openapi({ description: 'Grows with every change; send it back to be sure.', example: 3 }),
  waitingSince: time.nullable().openapi({ description: 'Since when the customer waits for an answer.' }),
  first: z.boolean().openapi({ description: 'Put before all others, until it is done.' }),
  substate: z.string().nullable().openapi({ description: "The organisation's own name for how it stands." }),
  snooze: z
    .object({
      until: time.nullable().openapi({ description: 'null: no moment, but the customer or an order.' }),
    })
    .nullable()
    .openapi({ description: 'Set aside.' }),
  assignee,
  closure: z
    .object({
      at: time,
      by: z.string().nullable(),
      reason: z.enum(['answered', 'no_answer_needed', 'quiet']),
    })
    .nullable(),
};

export const currentStateBody = z.object(stateFields).openapi('ConversationState');
export type CurrentState = z.infer<typeof currentStateBody>;

export const conversationBody = z
  .object({
    ...stateFields,
    channel: z.string().openapi({ example: 'mail' }),
    account: z.string().openapi({ example: 'service@waterkracht.example' }),
    audience,
    queue: z.string(),
    person: z.object({ id: id('pe_01jd8xw2k0c4tq7f9z2bn6m1hd'), name: z.string().nullable() }).nullable(),
  })
  .openapi('Conversation');

const listedBody = z
  .object({
    id: stateFields.id,
    state,
    channel: z.string(),
    audience,
    personName: z.string().nullable(),
    preview: z.string(),
    lastMessageAt: time,
    waitingSince: time.nullable(),
    urgency: z.int().min(0).max(3),
    first: stateFields.first,
    sentiment: z.string().nullable(),
    intent: z.string().nullable(),
    language: z.string().nullable(),
    assignee,
  })
  .openapi('ListedConversation');

const count = z
  .object({ n: z.int(), more: z.boolean().openapi({ description: 'true: this many or more.' }) })
  .openapi('Count');

export const conversationList = z
  .object({
    data: z.array(listedBody),
    counts: z.object({ open: count, mine: count, unassigned: count, waiting: count, snoozed: count }),
    next: z.string().optional().openapi({ description: 'Send as `after`; absent on the last page.' }),
  })
  .openapi('ConversationList');

export function timeOf(date: Date): string;
export function timeOf(date: Date | null): string | null;
export function timeOf(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}

export function stateOutside({
  publicId,
  state,
  version,
  waitingSince,
  priority,
  assignee,
  closure,
  snoozed,
  substate,
}: State): CurrentState {
  return {
    id: publicId,
    state: snoozed ? 'snoozed' : state,
    version,
    waitingSince: timeOf(waitingSince),
    first: priority === 1,
    substate: substate?.name ?? null,
    snooze: snoozed && { until: timeOf(snoozed.until) },
    assignee: assignee && { id: assignee.publicId, name: assignee.name },
    closure: closure && { at: timeOf(closure.at), by: closure.by, reason: closure.reason },
  };
}

export function conversationOutside(thread: Omit<Thread, 'messages'>): z.infer<typeof conversationBody> {
  const { channel, account, audience, queue, person } = thread;
  return {
    ...stateOutside(thread),
    channel,
    account,
    audience,
    queue,
    person: person && { id: person.publicId, name: person.name },
  };
}

export function listedOutside(row: InboxRow): z.infer<typeof listedBody> {
  const { publicId, state, channel, audience, personName, preview, urgency } = row;
  const { sentiment, intent, language, assigneePublicId, assigneeName } = row;
  return {
    id: publicId,
    state,
    channel,
    audience,
    personName,
    preview,
    lastMessageAt: timeOf(row.lastMessageAt),
    waitingSince: timeOf(row.waitingSince),
    urgency,
    first: row.priority === 1,
    sentiment,
    intent,
    language,
    assignee: assigneePublicId === null ? null : { id: assigneePublicId, name: assigneeName ?? '' },
  };
}
