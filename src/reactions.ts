import { findChannel } from './channels/channel.ts';
import { deliver } from './conversations/delivering.ts';
import { promiseAnew } from './conversations/handing-over/promising.ts';
import { regroupRows, relabelRows } from './conversations/judging/relabelling.ts';
import { returnToQueue } from './conversations/leaving.ts';
import { foldAlike } from './conversations/listing/folding.ts';
import { linkExpected } from './conversations/moderating/private.ts';
import { askDueAnew, keepDue, keepDueOf, whatMovesDue } from './conversations/norms/falling-due.ts';
import { placeHeard } from './conversations/placing/placing.ts';
import { previewAnew } from './conversations/previewing.ts';
import { wakeWritten } from './conversations/resting/waking.ts';
import { dealOut, giveBack, whatDeals } from './conversations/routing/dealing.ts';
import { routeEnded, routeOpened } from './conversations/routing/routing.ts';
import { handOverFollowUps } from './customers/keeping/following-up.ts';
import { mailCertificate } from './customers/mine/certificate.ts';
import { forgetObjector } from './listening/learning/learning.ts';
import type { NowReactions } from './platform/events.ts';
import type { Reaction } from './platform/following.ts';
import { letGoOfRequests } from './privacy/requests/handling.ts';
import { shareClosed } from './syncing.ts';
import { closeWishes, heedWishes, requestWished, suspectWishes } from './wishes.ts';

/** When this happened → do that, in the same transaction: both happen or neither. */
export const nowReactions: NowReactions = {
  'message.heard': async (ctx, events) => {
    await placeHeard(ctx, events);
    await suspectWishes(ctx, events);
  },
  'conversation.continued': wakeWritten,
  'message.forgotten': previewAnew,
  'label.corrected': relabelRows,
  'class.gone': regroupRows,
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
  {
    name: 'route-opened',
    verb: 'conversation.opened',
    purpose: 'service',
    handle: (ctx, event) => routeOpened(ctx, [event]),
    handleAll: routeOpened,
  },
  { name: 'route-ended', verb: 'queue.ended', purpose: 'service', handle: routeEnded },
  {
    name: 'keep-due',
    verb: whatMovesDue,
    purpose: 'service',
    handle: (ctx, event) => keepDue(ctx, [event]),
    handleAll: keepDue,
  },
  {
    name: 'promise-anew',
    verb: ['department.promised', 'calendar.changed'],
    purpose: 'service',
    handle: promiseAnew,
    handleAll: promiseAnew,
  },
  { name: 'give-back', verb: ['presence.changed', 'employee.left'], purpose: 'service', handle: giveBack },
  { name: 'deal-out', verb: whatDeals, purpose: 'service', handle: dealOut, handleAll: dealOut },
  { name: 'keep-due-of-topic', verb: 'label.corrected', purpose: 'service', handle: keepDueOf },
  {
    name: 'due-anew',
    verb: ['norms.published', 'calendar.changed', 'queue.changed', 'queue.hours-changed'],
    purpose: 'service',
    handle: askDueAnew,
  },
  { name: 'fold-alike', verb: 'alike.found', purpose: 'service', handle: foldAlike },
  { name: 'heed-wishes', verb: 'wish.suspected', purpose: 'service', handle: heedWishes },
  { name: 'request-wished', verb: 'wish.heard', purpose: 'service', handle: requestWished },
  { name: 'close-wishes', verb: 'conversation.answered', purpose: 'service', handle: closeWishes },
  { name: 'share-closed', verb: 'conversation.closed', purpose: 'service', handle: shareClosed },
  { name: 'mail-certificates', verb: 'person.erased', purpose: 'legal', handle: mailCertificate },
  {
    name: 'link-private',
    verb: 'conversation.opened',
    purpose: 'service',
    handle: (ctx, event) => linkExpected(ctx, [event]),
    handleAll: linkExpected,
  },
  { name: 'return-to-queue', verb: 'employee.left', purpose: 'service', handle: returnToQueue },
  { name: 'hand-over-follow-ups', verb: 'employee.left', purpose: 'service', handle: handOverFollowUps },
  { name: 'let-go-of-requests', verb: 'employee.left', purpose: 'legal', handle: letGoOfRequests },
  { name: 'forget-objectors', verb: 'permission.decided', purpose: 'train', handle: forgetObjector },
];
