import { actsOn, type ShownAct } from '../../conversations/acting/act.ts';
import { queuesWhere } from '../../conversations/acting/locking.ts';
import { listMergeable, type Mergeable } from '../../conversations/joining/pair.ts';
import type { Label } from '../../conversations/labelling/label.ts';
import { labelsOf, listLabels } from '../../conversations/labelling/labels.ts';
import { type ParentPost, parentPostOf } from '../../conversations/moderating/parent-post.ts';
import { type PrivateStanding, privateStanding } from '../../conversations/moderating/private.ts';
import { piecesToAwait } from '../../conversations/resting/snoozing.ts';
import { listSubstates, type Substate } from '../../conversations/resting/substates.ts';
import type { Thread } from '../../conversations/thread.ts';
import type { AwaitedPiece } from '../../customers/commerce/waiting.ts';
import { may } from '../../organisation/authority.ts';
import { queuesFor } from '../../organisation/queues.ts';
import { type Context, transact } from '../../platform/context.ts';

/** What can be done with a conversation besides answering it, and what was done. Times are ISO instants. */
export interface HandlingView {
  snoozed: { until: string | null; by: string | null } | null;
  substate: Thread['substate'];
  /** Names for the state in which it stands. */
  substates: Substate[];
  labels: { publicId: string; path: string }[];
  allLabels: Label[];
  mergeable: (Omit<Mergeable, 'lastMessageAt'> & { lastMessageAt: string })[];
  /** Of the customer's own, to wait for. */
  pieces: AwaitedPiece[];
  /** Goes on in private, or came from the open. */
  halves: Omit<PrivateStanding, 'onward'> & { onward: { conversation: string | null; at: string } | null };
  parent: (Omit<ParentPost, 'at'> & { at: string }) | null;
  acts: (Omit<ShownAct, 'at'> & { at: string })[];
}

/** For whoever opened the conversation and may work on it. Twelve statements at most. */
export async function readHandling(ctx: Context, thread: Omit<Thread, 'messages'>): Promise<HandlingView> {
  return transact(ctx, 'service', async (ctx) => {
    const state = thread.snoozed ? 'snoozed' : thread.state;
    const queues = await queuesWhere(ctx, 'conversation.assign');
    const allLabels = await listLabels(ctx);
    const mergeable = thread.person ? await listMergeable(ctx, thread.id, queues) : [];
    const acts = await actsOn(ctx, thread.id);
    const readable = (await queuesFor(ctx, 'inbox.read')).map(({ id }) => id);
    const halves = await privateStanding(ctx, thread.id, readable);
    const parent = thread.audience === 'public' ? await parentPostOf(ctx, thread.id, readable) : null;
    return {
      snoozed: thread.snoozed && { ...thread.snoozed, until: thread.snoozed.until?.toISOString() ?? null },
      substate: thread.substate,
      substates: (await listSubstates(ctx)).filter((one) => one.state === state),
      labels: await labelsOf(ctx, thread.id, allLabels),
      allLabels,
      mergeable: mergeable.map((one) => ({ ...one, lastMessageAt: one.lastMessageAt.toISOString() })),
      pieces: may(ctx.actor, 'customer.read') ? await piecesToAwait(ctx, thread.id) : [],
      halves: {
        ...halves,
        onward: halves.onward && { ...halves.onward, at: halves.onward.at.toISOString() },
      },
      parent: parent && { ...parent, at: parent.at.toISOString() },
      acts: acts.map((act) => ({ ...act, at: act.at.toISOString() })),
    };
  });
}
