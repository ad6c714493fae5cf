import { findChannel } from './channels/channel.ts';
import { deliver } from './conversations/delivering.ts';
import { placeHeard } from './conversations/placing.ts';
import { relabelRows } from './conversations/relabelling.ts';
import { forgetObjector } from './listening/learning/learning.ts';
import type { NowReactions } from './platform/events.ts';
import type { Reaction } from './platform/following.ts';

/** When this happened → do that, in the same transaction: both happen or neither. */
export const nowReactions: NowReactions = {
  'message.heard': placeHeard,
  'label.corrected': relabelRows,
};

/** When this happened → do that, soon after, at least once. */
export const reactions: readonly Reaction[] = [
  {
    name: 'deliver-answers',
    verb: 'conversation.answered',
    purpose: 'service',
    handle: (ctx, event) =>
      deliver(ctx, event.data.messageId as string, (connector) => findChannel(connector)?.replies ?? []),
  },
  { name: 'forget-objectors', verb: 'permission.decided', purpose: 'train', handle: forgetObjector },
];
