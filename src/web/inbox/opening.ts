import { findChannel } from '../../channels/channel.ts';
import { listAssignable } from '../../conversations/assigning.ts';
import { hoursWaited } from '../../conversations/hours.ts';
import { openThread, type Thread, type ThreadMessage } from '../../conversations/thread.ts';
import { may } from '../../organisation/authority.ts';
import type { PageContext } from '../../platform/http/load-context.ts';
import { readHeads, readVerdicts, type ShownHead, type Verdicts } from './verdicts.ts';

export type ShownMessage = Omit<ThreadMessage, 'sentAt'> & {
  sentAt: string;
  /** By head: what was said of it by more than the rules. */
  verdicts: Verdicts;
};

export interface Opened {
  id: string;
  state: Thread['state'];
  version: number;
  /** Highest sequence number of what is shown: what a writer has seen. */
  seen: number;
  channel: string;
  account: string;
  audience: Thread['audience'];
  queue: string;
  person: Thread['person'];
  assignee: Thread['assignee'];
  isMine: boolean;
  closure: { at: string; by: string | null; reason: string } | null;
  waiting: { since: string; clockSeconds: number; hoursSeconds: number } | null;
  messages: ShownMessage[];
  /** What can be corrected of a message, and into what. */
  heads: ShownHead[];
  earlier: number | null;
  isEarlierPage: boolean;
  colleagues: { publicId: string; name: string }[];
  mayAnswer: boolean;
  /** False: an answer is kept but cannot leave. */
  canSend: boolean;
}

/** A conversation as the page shows it: the thread, who may take it, and what the channel can carry. */
export async function readConversation(
  { context, session, locale }: PageContext,
  id: string,
  before: number | undefined,
): Promise<Opened> {
  const thread = await openThread(context, id, { before });
  const { state, version, channel, account, audience, queue, person, assignee, closure } = thread;
  const verdicts = await readVerdicts(context, thread.messages);
  const mayAnswer = may(context.actor, 'conversation.answer', thread.departmentId);
  return {
    id: thread.publicId,
    state,
    version,
    seen: thread.messages.reduce((most, message) => Math.max(most, message.seq), 0),
    channel,
    account,
    audience,
    queue,
    person,
    assignee,
    isMine: assignee !== null && assignee.publicId === session?.employeeId,
    closure: closure && { ...closure, at: closure.at.toISOString() },
    waiting: await waitingOf({ context }, thread),
    messages: thread.messages.map((message) => ({
      ...message,
      sentAt: message.sentAt.toISOString(),
      verdicts: verdicts.get(message.publicId) ?? {},
    })),
    heads: mayAnswer ? await readHeads(context, locale) : [],
    earlier: thread.earlier ?? null,
    isEarlierPage: before !== undefined,
    colleagues: mayAnswer ? await listAssignable(context, thread.departmentId) : [],
    mayAnswer,
    canSend: findChannel(thread.connector)?.replies.includes(audience) ?? false,
  };
}

async function waitingOf(
  { context }: Pick<PageContext, 'context'>,
  { waitingSince, queueId }: Thread,
): Promise<Opened['waiting']> {
  if (!waitingSince) return null;
  return {
    since: waitingSince.toISOString(),
    clockSeconds: Math.round((context.clock.now().epochMilliseconds - waitingSince.getTime()) / 1000),
    hoursSeconds: await hoursWaited(context, queueId, waitingSince),
  };
}
