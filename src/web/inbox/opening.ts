import { findChannel } from '../../channels/channel.ts';
import { listAssignable } from '../../conversations/assigning.ts';
import { look, type Present } from '../../conversations/following/looking.ts';
import { type Participant, participantsOf } from '../../conversations/following/participants.ts';
import { hoursWaited } from '../../conversations/hours.ts';
import { markTold } from '../../conversations/notifying/notifications.ts';
import { piecesNamedIn } from '../../conversations/showing/naming.ts';
import { type EarlierText, openThread, type Thread, type ThreadMessage } from '../../conversations/thread.ts';
import type { NamedPiece } from '../../customers/commerce/naming.ts';
import { type Suggestion, suggestionsOn } from '../../listening/assisting/suggestions.ts';
import { type Shown, sourcesOf } from '../../listening/connecting/source.ts';
import { type Alike, findAlikeOf } from '../../listening/noticing/groups.ts';
import { may } from '../../organisation/authority.ts';
import type { Unfolded } from '../../organisation/deciding/tree.ts';
import { findTree } from '../../organisation/deciding/tree-keeping.ts';
import { answeringClosed } from '../../pilots/promises.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { PageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { type DraftingView, draftingView } from '../assisting/drafting-view.ts';
import { type HandlingView, readHandling } from '../handling/handling-view.ts';
import { type WishView, wishesView } from '../privacy/wishes-view.ts';
import { readWork, type WorkView } from '../routing/work-view.ts';
import { type ComposerView, composerView } from './composing/composer-view.ts';
import type { ShownHead } from './shown-head.ts';
import { readHeads, readVerdicts, type Verdicts } from './verdicts.ts';

export type ShownMessage = Omit<ThreadMessage, 'sentAt' | 'edited'> & {
  /** ISO instants. */
  edited: { at: string; before: readonly EarlierText[] } | null;
  sentAt: string;
  /** By head: what was said of it by more than the rules. */
  verdicts: Verdicts;
  /** What models propose where nothing was sure. */
  suggestions: readonly Suggestion[];
  /** Who wrote nearly the same. */
  alike: Alike | null;
  /** What came along with it; null for most. */
  beside: Shown | null;
  /** Of an answer of ours: where a promise in it is written down; null for whoever may not. */
  promiseAt: string | null;
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
  /** Put before all others. */
  first: boolean;
  queue: string;
  person: Thread['person'];
  assignee: Thread['assignee'];
  isMine: boolean;
  closure: { at: string; by: string | null; reason: string } | null;
  waiting: { since: string; clockSeconds: number; hoursSeconds: number } | null;
  messages: ShownMessage[];
  /** What is read in a message, and what it can be corrected into. */
  heads: ShownHead[];
  earlier: number | null;
  isEarlierPage: boolean;
  colleagues: { publicId: string; name: string }[];
  mayAnswer: boolean;
  /** What lies before whoever may answer; null for who may not. */
  composer: ComposerView | null;
  /** "Answer or not?", when the organisation has such questions. */
  tree: Unfolded | null;
  /** False: an answer is kept but cannot leave. */
  canSend: boolean;
  /** null: there is no language model, or the reader may not answer. */
  drafting: DraftingView | null;
  /** Where the work is, how it came there, and who was asked; null for whoever may only read. */
  work: WorkView | null;
  /** What the customer asked about their own data, and nobody answered yet. */
  wishes: readonly WishView[];
  /** What can be done with it besides answering; null for whoever may only read. */
  handling: HandlingView | null;
  /** Where its messages stand now, by public id. */
  mergedInto: string | null;
  /** Orders, invoices and deliveries of the customer's own that were named here. */
  named: readonly NamedPiece[];
  substate: Thread['substate'];
  /** Other colleagues who look at it or write in it. */
  present: readonly Present[];
  followers: readonly Participant[];
  /** Answering is off here now: outside the channels or the hours of what was agreed. */
  closed: { opensAt: string | null } | null;
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
  const suggestions = Map.groupBy(
    await suggestionsOn(context, inboundOf(thread)),
    ({ messageId }) => messageId,
  );
  const alike = await findAlikeOf(context, inboundOf(thread));
  const beside = await besideOf(context, thread);
  const mayAnswer = may(context.actor, 'conversation.answer', thread.departmentId);
  const mayPromise = may(context.actor, 'customer.change');
  return {
    id: thread.publicId,
    state,
    version,
    seen: thread.messages.reduce((most, message) => Math.max(most, message.seq), 0),
    channel,
    account,
    audience,
    first: thread.priority === 1,
    queue,
    person,
    assignee,
    isMine: assignee !== null && assignee.publicId === session?.employeeId,
    closure: closure && { ...closure, at: closure.at.toISOString() },
    waiting: await waitingOf({ context }, thread),
    messages: thread.messages.map((message) => ({
      ...message,
      sentAt: message.sentAt.toISOString(),
      edited: message.edited && { ...message.edited, at: message.edited.at.toISOString() },
      verdicts: verdicts.get(message.publicId) ?? {},
      suggestions: suggestions.get(message.publicId) ?? [],
      alike: alike.get(message.publicId) ?? null,
      beside: beside.get(message.publicId) ?? null,
      delivery: message.delivery && { ...message.delivery, asks: message.delivery.asks && mayAnswer },
      promiseAt:
        mayPromise && person && isOurs(message)
          ? urls.customerPromise(person.publicId, message.publicId)
          : null,
    })),
    heads: await readHeads(context, { locale, mayJudge: mayAnswer }),
    earlier: thread.earlier ?? null,
    isEarlierPage: before !== undefined,
    colleagues: mayAnswer ? await listAssignable(context, thread.departmentId) : [],
    mayAnswer,
    composer: mayAnswer ? await composerView(context, { ...thread, locale }) : null,
    tree: mayAnswer ? ((await findTree(context)) ?? null) : null,
    handling: mayAnswer ? await readHandling(context, thread) : null,
    mergedInto: thread.mergedInto,
    substate: thread.substate,
    present: await arrive(context, thread),
    followers: await participantsOf(context, thread.id),
    closed: mayAnswer ? await closedOn(context, channel) : null,
    work: mayAnswer ? await readWork({ context, locale }, thread) : null,
    drafting: mayAnswer ? await draftingView(context, thread.id) : null,
    wishes: mayAnswer && person ? await wishesView(context, person.publicId) : [],
    named: may(context.actor, 'customer.read') ? await piecesNamedIn(context, thread) : [],
    canSend: findChannel(thread.connector)?.replies.includes(audience) ?? false,
  };
}

/** Opening it is looking at it, and reads what was told about it. */
async function arrive(context: Context, { id, publicId, mergedInto }: Thread): Promise<Present[]> {
  if (mergedInto) return [];
  await markTold(context, { conversationId: id });
  return look(context, publicId);
}

/** Only a channel that we speak to ourselves brings more than words. */
async function besideOf(context: Context, thread: Thread): Promise<Map<string, Shown>> {
  if (findChannel(thread.connector)?.readOnly !== false) return new Map();
  return transact(context, 'service', (ctx) => sourcesOf(ctx, inboundOf(thread)));
}

async function closedOn(context: Context, channel: string): Promise<Opened['closed']> {
  const closed = await answeringClosed(context, channel);
  return closed ? { opensAt: closed.opensAt?.toString() ?? null } : null;
}

function isOurs({ kind, automatic }: ThreadMessage): boolean {
  return (kind === 'reply' || kind === 'post') && !automatic;
}

function inboundOf({ messages }: Thread): string[] {
  return messages.flatMap(({ kind, publicId }) => (kind === 'in' ? [publicId] : []));
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
